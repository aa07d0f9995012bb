"""Which step a test means, and which rule of it; a name that there is not is refused with the nearest."""

from __future__ import annotations

from collections.abc import Iterable

from gezondsamen.arguments import check, check_text
from gezondsamen.errors import InvalidRecord
from gezondsamen.process.phases import Transition
from gezondsamen.process.process import Process
from gezondsamen.terms import nearest


def steps_of(process: Process, trigger: str, source: str | None) -> list[Transition]:
    """Return the steps that are meant; raises `InvalidRecord` when there is none."""
    check("process", process, Process, "a process")
    check("trigger", trigger, str, "a text", InvalidRecord)
    check_text("source", source, InvalidRecord)
    if trigger not in process.triggers:
        raise InvalidRecord(
            "unknown-trigger",
            f"process {process.key!r} has no trigger {trigger!r}.",
            trigger,
            nearest=nearest(trigger, process.triggers),
        )
    steps = [t for t in process.transitions if t.trigger == trigger and source in (None, t.source)]
    if not steps:
        sources = [t.source for t in process.transitions if t.trigger == trigger]
        raise InvalidRecord(
            "no-such-step",
            f"{trigger!r} does not lead out of phase {source!r}; it leads out of {', '.join(sources)}.",
            str(source),
            nearest=nearest(str(source), sources),
        )
    return steps


def steps_asking(process: Process, trigger: str, source: str | None, code: str) -> list[Transition]:
    """Return the steps meant that ask this rule; raises `InvalidRecord` when none does."""
    check("code", code, str, "a text", InvalidRecord)
    steps = steps_of(process, trigger, source)
    asking = [step for step in steps if code in _codes(step)]
    if not asking:
        raise _not_asked(trigger, code, steps)
    return asking


def never_allowed(process: Process, trigger: str) -> InvalidRecord:
    """Return the error to raise where nothing makes a step allowed."""
    return InvalidRecord(
        "never-allowed",
        f"nothing that can be recorded makes {trigger!r} of process {process.key!r} allowed; "
        "`assert_process_laws` names the rules in the way.",
        trigger,
    )


def _codes(step: Transition) -> list[str]:
    return [rule.code for rule in step.requires if not rule.is_note]


def _not_asked(trigger: str, code: str, steps: Iterable[Transition]) -> InvalidRecord:
    asked = list(dict.fromkeys(known for step in steps for known in _codes(step)))
    there = {rule.code: rule for step in steps for rule in step.requirements}
    if code not in there:
        said = f"step {trigger!r} does not ask rule {code!r}"
    elif there[code].is_note:
        said = f"rule {code!r} is a note at step {trigger!r}, and never unmet"
    else:
        said = f"rule {code!r} is advice at step {trigger!r}: it warns, and holds nothing up"
    return InvalidRecord(
        "not-asked", f"{said}; it asks {', '.join(asked) or 'none'}.", code, nearest=nearest(code, asked)
    )
