"""Rows of rules, phases and steps: what a process asks, and in which order."""

from __future__ import annotations

from collections.abc import Iterator

from generation.audit.row import Row, label_text, listed, process_name, standing_lines
from generation.audit.words import PHASE_KINDS
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
        yield from (_step(process, t, say) for t in process.transitions)


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


def _step(process: Process, t: Transition, say: Language) -> Row:
    stays = say("blijft in “{phase}”", "stays in “{phase}”", phase=_from(process, t, say))
    parts = {"a": _from(process, t, say), "b": _to(process, t, say)}
    moves = say("van “{a}” naar “{b}”", "from “{a}” to “{b}”", **parts)
    return Row(
        "step",
        f"{process.key}.{t.where}",
        label_text(t.label, say),
        (
            stays if t.is_loop else moves,
            say("een uitzondering, geen gewone weg", "an exception, no ordinary way")
            if t.exceptional
            else "",
            listed(say("vraagt", "asks"), (rule_link(rule.code) for rule in t.requires)),
            listed(say("raadt aan", "advises"), (rule_link(rule.code) for rule in t.advises)),
        ),
        (process_name(process, say),),
        t.basis,
        (t.citation,) if t.citation else (),
    )


def _from(process: Process, t: Transition, say: Language) -> str:
    return label_text(process.phase(t.source).label, say)


def _to(process: Process, t: Transition, say: Language) -> str:
    return label_text(process.phase(t.target).label, say)
