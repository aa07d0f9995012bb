"""One row of the audit, and the texts that rows of every kind share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

import attrs

import gezondsamen as gs
from generation.audit.words import DOES, SEVERITY
from generation.markdown import plain, process_link
from generation.sources import WORKS
from generation.standing import Place
from gezondsamen.citations import Basis, Citation
from gezondsamen.labels import Label
from gezondsamen.language import Language
from gezondsamen.process.process import Process

Kind = Literal[
    "rule",
    "phase",
    "step",
    "limit",
    "number",
    "point",
    "sector",
    "side",
    "topic",
    "role",
    "term",
    "success",
    "obstacle",
    "instrument",
]


@attrs.frozen
class Row:
    """Hold one row: a name of its own (`key`), the texts of its cells, and on what it stands.

    `where` are lines of Markdown; `decided` is who decides, as `standing.judged` says it, or empty.
    """

    kind: Kind
    key: str
    what: str
    says: tuple[str, ...]
    where: tuple[str, ...]
    basis: Basis
    citations: tuple[Citation, ...] = ()
    choice: Label | None = None
    decided: str = ""

    @property
    def processes(self) -> frozenset[str]:
        """The keys of the processes that `where` names, as the filter reads them."""
        return frozenset(_PROCESS.findall(" ".join(self.where)))

    def does(self, severity: str, process: str) -> bool:
        """Tell whether a rule or point does this in a process: `severity` is a key of `SEVERITIES`."""
        return f".audit-process-{process} .audit-severity-{severity}}}" in " ".join(self.where)

    def seen_from(self, process: str, say: Language) -> Row:
        """Return the row as the page of a process has it: of other processes it gives the names alone."""
        own = (x for x in self.where if process in _PROCESS.findall(x) or not _PROCESS.search(x))
        others = (x for key, x in gs.PROCESSES.items() if key in self.processes - {process})
        links = (process_link(x, text=label_text(x.label, say)) for x in others)
        return attrs.evolve(self, where=(*own, listed(say("ook in", "also in"), links)))


_PROCESS = re.compile(r"\.audit-process-(\w+)")


def standing_lines(found: Iterable[Place], say: Language) -> Iterator[str]:
    """Yield where rules stand: a line for each process and what they do there."""
    steps: dict[tuple[str, str], dict[str, None]] = {}
    for place in found:
        process = gs.PROCESSES[place.process.key]
        label = process.phase(place.phase).label
        if place.trigger:
            (label,) = [t.label for t in process.transitions if t.where == f"{place.phase}.{place.trigger}"]
        steps.setdefault((process.key, SEVERITY[place.how]), {})[label_text(label, say)] = None
    for (key, severity), names in steps.items():
        link = process_link(gs.PROCESSES[key], text=label_text(gs.PROCESSES[key].label, say))
        does = say(*DOES[severity])
        yield f"[{link} {does}: {'; '.join(names)}]{{.audit-process-{key} .audit-severity-{severity}}}"


def scheduled_line(process: Process, label: Label, say: Language) -> str:
    """Return the line that says which moments a process schedules."""
    link = process_link(process, text=label_text(process.label, say))
    marks = f".audit-process-{process.key} .audit-severity-scheduled"
    return f"[{link} {say(*DOES['scheduled'])}: {label_text(label, say)}]{{{marks}}}"


def process_name(process: Process, say: Language) -> str:
    """Return the name of a process with a link to its page."""
    link = process_link(process, text=label_text(process.label, say))
    return f"[{link}]{{.audit-process-{process.key}}}"


def basis_of(citation: Citation | None) -> Basis:
    """Return the basis of what only has a passage: a source, literature, or our own choice."""
    if citation is None:
        return Basis.CHOICE
    return Basis.SOURCE if citation.work in WORKS else Basis.LITERATURE


def listed(before: str, names: Iterable[str]) -> str:
    """Return names after a word, or nothing where there are none."""
    found = list(dict.fromkeys(names))
    return f"{before}: {'; '.join(found)}" if found else ""


def label_text(label: Label, say: Language) -> str:
    """Return the text of a label for Markdown."""
    return plain(say.label(label))


def raw(*lines: str) -> list[str]:
    """Return lines of HTML that stay as they are."""
    return ["```{raw} html", *lines, "```", ""]


_DUTCH = (
    ("](#rule-", "](#regel-"),
    ("](#process-", "](#nl-proces-"),
    ("](#factor-", "](#factor-nl-"),
)


def in_dutch(text: str) -> str:
    """Lead the links of a text to pages of the Dutch book."""
    for english, dutch in _DUTCH:
        text = text.replace(english, dutch)
    return re.sub(r"\]\(#terms-\w+\)", "](#nl-begrippen)", text)
