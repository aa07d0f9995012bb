"""Rows of rules, phases and steps: what a process asks, and in which order."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from generation.audit.row import Row, label_text, listed, process_name, standing_lines
from generation.audit.words import EXCEPTIONAL, PHASE_KINDS
from generation.markdown import rule_link
from generation.standing import PROCESSES, by_code, judged
from gezondsamen.language import Language
from gezondsamen.process.phases import Transition
from gezondsamen.process.process import Process
from gezondsamen.prose.statuses import ENDING


def rule_rows(say: Language) -> Iterator[Row]:
    """Yield a row for each rule, by code."""
    for code, found in by_code().items():
        rule = found[0].rule
        yield Row(
            "rule",
            code,
            rule_link(code),
            (f"**{label_text(rule.name, say)}**. {label_text(rule.text, say)}",),
            tuple(standing_lines(found, say)),
            rule.basis,
            (rule.citation, *rule.also),
            rule.choice,
            judged(rule),
        )


def phase_and_step_rows(say: Language) -> Iterator[Row]:
    """Yield the phases of each process in their order, and then its steps."""
    for process in PROCESSES:
        yield from (_phase(process, n, say) for n in range(len(process.phases)))
        yield from (_step(process, alike, say) for alike in _alike(process))


def _phase(process: Process, number: int, say: Language) -> Row:
    phase = process.phases[number]
    place = say("fase {n} van {all}", "phase {n} of {all}", n=number + 1, all=len(process.phases))
    kind = say(*ENDING[phase.outcome]) if phase.outcome else say(*PHASE_KINDS[phase.kind])
    out = [t for t in process.transitions if t.source == phase.key and not t.is_loop]
    into = [t for t in process.transitions if t.target == phase.key and not t.is_loop]
    return Row(
        "phase",
        f"{process.key}.{phase.key}",
        label_text(phase.label, say),
        (
            f"{place}: {kind}",
            listed(say("hierheen vanuit", "reached from"), (_from(process, t, say) for t in into)),
            listed(say("hierna", "leads to"), (_to(process, t, say) for t in out)),
        ),
        (process_name(process, say),),
        phase.basis,
        (phase.citation,) if phase.citation else (),
    )


def _alike(process: Process) -> Iterator[tuple[Transition, ...]]:
    """Yield the steps of a process; those that say and ask the same out of several phases stand together."""
    found: dict[Transition, list[Transition]] = {}
    for t in process.transitions:
        found.setdefault(attrs.evolve(t, source="", target="", since=None), []).append(t)
    yield from map(tuple, found.values())


def _step(process: Process, alike: tuple[Transition, ...], say: Language) -> Row:
    t = alike[0]
    return Row(
        "step",
        f"{process.key}.{t.where}",
        label_text(t.label, say),
        (
            *_moves(process, alike, say),
            say(*EXCEPTIONAL) if t.exceptional else "",
            listed(say("vraagt", "asks"), (rule_link(rule.code) for rule in t.requires)),
            listed(say("raadt aan", "advises"), (rule_link(rule.code) for rule in t.advises)),
        ),
        (process_name(process, say),),
        t.basis,
        (t.citation,) if t.citation else (),
    )


def _moves(process: Process, alike: tuple[Transition, ...], say: Language) -> Iterator[str]:
    """Yield from where steps that are alike lead, for each phase to which they do."""
    out_of: dict[str, list[str]] = {}
    for t in alike:
        source = f"“{_from(process, t, say)}”"
        to = "" if t.is_loop else _to(process, t, say)
        out_of.setdefault(to, []).append(source)
    for to, sources in out_of.items():
        names = "; ".join(sources)
        if to:
            yield say("van {a} naar “{b}”", "from {a} to “{b}”", a=names, b=to)
        else:
            yield say("blijft in {a}", "stays in {a}", a=names)


def _from(process: Process, t: Transition, say: Language) -> str:
    return label_text(process.phase(t.source).label, say)


def _to(process: Process, t: Transition, say: Language) -> str:
    return label_text(process.phase(t.target).label, say)
