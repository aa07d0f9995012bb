"""The page of each process, and the page that lists them."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.util import find_spec

from generation.examples import examples_of
from generation.examples import name as example_name
from generation.markdown import (
    basis_link,
    both,
    cited,
    code,
    entry,
    example_link,
    page,
    plain,
    process_link,
    rule_link,
    sentence,
    spoken,
    table,
)
from generation.pictures import picture_name
from generation.standing import PROCESSES
from gezondsamen.catalogue.factors import FACTORS
from gezondsamen.language import ENGLISH
from gezondsamen.process import evaluation_points as p
from gezondsamen.process.phases import Transition
from gezondsamen.process.process import Process
from gezondsamen.process.requirements import Requirement
from gezondsamen.prose.moments import anchor_text, point_text
from gezondsamen.prose.scene import Scene
from gezondsamen.prose.statuses import basis_text


def processes_page() -> str:
    """Return the page that lists the processes."""
    rows = (
        (
            process_link(process),
            spoken(plain(process.label.nl), "nl"),
            code(process.key),
            str(len(process.phases)),
            str(len(process.transitions)),
            str(len(process.requirements)),
        )
        for process in PROCESSES
    )
    toctree = ["```{toctree}", ":hidden:", "", *(process.key for process in PROCESSES), "```"]
    head = ("process", "proces", "key", "phases", "steps", "rules")
    return page("Processes", "All are in `gezondsamen.PROCESSES`.", "", *table(head, rows), *toctree)


def process_page(process: Process, story: str) -> str:
    """Return the page of one process, which begins with its story."""
    lines = [
        f"{spoken(plain(process.label.nl), 'nl')}, key {code(process.key)}, version {process.version}.",
        "",
        *_introduction(process, story),
        f"```{{image}} ../pictures/{picture_name(process)}",
        f":alt: Diagram of {plain(process.label.en)}; phases and steps are in the tables below.",
        "```",
        "",
        "## Phases",
        "",
        *table(
            ("key", "phase, *fase*", "kind", "stage", "source"),
            (
                (
                    code(phase.key),
                    both(phase.label),
                    phase.kind + (f" ({phase.outcome})" if phase.outcome else ""),
                    str(phase.stage or ""),
                    basis_link(phase.citation, phase.basis),
                )
                for phase in process.phases
            ),
        ),
        "A final phase ends in *success*, *early*, or *neutral*: not started, or done in another way.",
        "",
        "## Steps",
        "",
        *table(
            ("from", "trigger", "step, *stap*", "to", "blocked by", "warned by", "source"),
            (_step(t) for t in process.transitions),
        ),
        *_special(process),
        *_watched(process),
        *_points(process),
        *_practice(process),
    ]
    return page(sentence(plain(process.label.en)).rstrip("."), *lines, anchor=f"process-{process.key}")


def _introduction(process: Process, story: str) -> list[str]:
    """Return the story of a process, and where its keys are."""
    module = f"gezondsamen.phases.{process.key}"
    where = f"The keys of phases and triggers are constants in {code(module)}."
    return [story, "", *((where, "") if find_spec(module) else ())]


def _rule_links(rules: Iterable[Requirement]) -> str:
    return ", ".join(rule_link(rule.code) for rule in rules)


def _step(t: Transition) -> tuple[str, ...]:
    return (
        code(t.source),
        code(t.trigger),
        both(t.label),
        "stays" if t.is_loop else code(t.target),
        _rule_links(t.requires),
        _rule_links(t.advises),
        basis_link(t.citation, t.basis),
    )


def _special(process: Process) -> list[str]:
    lines = []
    for t in process.transitions:
        step = f"{code(t.trigger)} out of {code(t.source)}"
        if t.concerns:
            lines.append(
                f"- {step} takes in a {t.concerns}: conditions on each {t.concerns} look at that one."
            )
        if t.since:
            lines.append(f"- The rules of {step} look back to the last entry into {code(t.since)}.")
        if t.falls_due is not None:
            start = anchor_text(t.falls_due, Scene(process).voice("en", limits=True))
            lines.append(f"- {step} falls due by itself, counted from {start}.")
    return [*lines, ""] if lines else []


def _watched(process: Process) -> list[str]:
    rows = [
        (code(phase.key), plain(phase.label.en), _rule_links(phase.watches))
        for phase in process.phases
        if phase.watches
    ]
    return ["## Watched rules", "", *table(("key", "phase", "rules"), rows)] if rows else []


def _points(process: Process) -> list[str]:
    if not process.evaluation_points:
        return []
    lines = ["## Evaluation points", ""]
    for point in process.evaluation_points:
        lines += [
            *entry(
                f"{code(point.key)}: {plain(point.label.en)} ({spoken(plain(point.label.nl), 'nl')})",
                sentence(plain(point_text(point, Scene(process).voice("en", limits=True)))),
                sentence(_with_what(point)) if point.instrument or point.evaluator else "",
                f"{sentence(basis_text(point.basis, ENGLISH))} {cited(point.citation)}".rstrip(),
                plain(point.choice.en) if point.choice else "",
            )
        ]
    return lines


def _practice(process: Process) -> list[str]:
    examples = ", ".join(f"{example_link(x.id)} {example_name(x)}" for x in examples_of(process))
    return [
        "## In practice",
        "",
        *entry("Examples", examples),
        *entry(
            "Factors",
            f"[What helps, and what stands in the way](#factors-{process.key})"
            if any(x.bears(process.key) for x in FACTORS)
            else "",
        ),
        *entry("Audit", f"[Everything of this process that can be contested](#audit-{process.key})."),
    ]


def _with_what(point: p.EvaluationPoint) -> str:
    parts = []
    if point.instrument:
        parts.append(f"with: {plain(point.instrument.en)}")
    if point.evaluator:
        parts.append(f"by: {plain(point.evaluator.en)}")
    return "; ".join(parts)
