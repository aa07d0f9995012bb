"""The index of the audit: which pages there are, how many rows they have, and on what these stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from generation.audit import words
from generation.audit.cells import dated, read_on
from generation.audit.parts import OF_PROCESS, Part
from generation.audit.row import Row
from generation.markdown import page, plain, table
from generation.sources import WORKS
from gezondsamen.citations import Basis, Work
from gezondsamen.language import Language
from gezondsamen.prose.statuses import basis_text


def index_page(
    name: str, found: tuple[Row, ...], held: Mapping[Part, tuple[Row, ...]], say: Language, *, quoting: bool
) -> str:
    """Return the index of the pages in a language, from all rows and those of each page."""
    return page(
        say(*words.TITLE),
        say(*words.INTRODUCTION),
        say(*(words.WITH_SENTENCES if quoting else words.WITHOUT_SENTENCES)),
        "",
        say(*words.OTHER),
        "",
        f"## {say('Per proces', 'By process')}",
        "",
        *_processes(name, held, say),
        f"## {say('Wat bij elk proces hoort', 'What belongs to every process')}",
        "",
        *(_other(name, part, rows, say) for part, rows in held.items() if not part.process),
        "",
        f"## {say('In getallen', 'In numbers')}",
        "",
        say(*words.COUNTS),
        "",
        *_counts(found, say),
        f"## {say('De vijf bronnen', 'The five sources')}",
        "",
        *(f"- {_source(work, say)}" for work in WORKS),
        "",
        *("```{toctree}", ":hidden:", "", *(f"{name}/{part.key}" for part in held), "```"),
        anchor=name,
    )


def _processes(name: str, held: Mapping[Part, tuple[Row, ...]], say: Language) -> list[str]:
    """Return how much of each kind the page of each process has, and what blocks a step there."""
    head = (say("proces", "process"), *(say(*words.SHORT_KINDS[kind]) for kind in OF_PROCESS))
    rows = (
        (_link(name, part, say), *_numbers(name, part, there)) for part, there in held.items() if part.process
    )
    blocks = say("waarvan tegenhouden", "of which block")
    return table((*head[:2], blocks, *head[2:]), rows)


def _numbers(name: str, part: Part, there: tuple[Row, ...]) -> Iterator[str]:
    kinds = Counter(row.kind for row in there)
    blocking = sum(row.does("blocks", part.key) for row in there if row.kind == "rule")
    for kind in OF_PROCESS:
        yield _shown(name, part, f"kind={kind}", kinds[kind])
        if kind == "rule":
            yield _shown(name, part, "kind=rule&amp;severity=blocks", blocking)


def _shown(name: str, part: Part, chosen: str, number: int) -> str:
    """Return a number that leads to the rows that it counts."""
    return f'<a href="{name}/{part.key}.html#{chosen}">{number}</a>' if number else "0"


def _link(name: str, part: Part, say: Language) -> str:
    return f"[{plain(say.label(part.label))}](#{name}-{part.key})"


def _other(name: str, part: Part, rows: tuple[Row, ...], say: Language) -> str:
    return f"- {_link(name, part, say)}: {say('{n} rijen', '{n} rows', n=len(rows))}"


def _counts(found: tuple[Row, ...], say: Language) -> list[str]:
    """Return how many there are of each kind on each basis, and of how many something is ours."""
    on: Counter[tuple[str, Basis]] = Counter((row.kind, row.basis) for row in found)
    ours: Counter[str] = Counter(row.kind for row in found if row.choice or row.basis is Basis.CHOICE)
    head = (
        "",
        *(basis_text(basis, say) for basis in Basis),
        say("samen", "together"),
        say("ook van ons", "ours too"),
    )
    lines = (
        (
            say(*text),
            *(str(on[kind, basis]) for basis in Basis),
            str(sum(on[kind, basis] for basis in Basis)),
            str(ours[kind]),
        )
        for kind, text in words.KINDS.items()
    )
    return table(head, lines)


def _source(work: Work, say: Language) -> str:
    """Return one of the five sources with its address and the day on which it was read there."""
    where = f"<{work.url}>" if work.url else say("een adres is niet gevonden", "no address was found")
    return ", ".join([dated(work, say), where, *([read_on(work.read, say)] if work.read else [])])
