"""Construction of cases in which several rules of a step are unmet together, and no others.

As for one rule (`construction.py`), rule after rule: what one asks is spoiled in a
case that lacks those before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from itertools import islice

from gezondsamen.arguments import items
from gezondsamen.collaboration import Collaboration
from gezondsamen.decision.repair import Repair, repair
from gezondsamen.decision.steps import judge_step
from gezondsamen.errors import InvalidRecord
from gezondsamen.process.phases import Transition
from gezondsamen.process.process import Process
from gezondsamen.process.requirements import Requirement
from gezondsamen.testing.building.canonical import filled
from gezondsamen.testing.building.construction import KEPT, MOST, Lack, asked, lacks, unmet_codes
from gezondsamen.testing.building.spoilers import Spoiler, days_for, rule_spoilers, situation
from gezondsamen.testing.building.steps import steps_asking


def codes_of(code: str | tuple[str, ...]) -> tuple[str, ...]:
    """Return the code of a rule, or those of several, as a tuple without doubles.

    Raises `InvalidRecord` for what is neither, and for no code.
    """
    if isinstance(code, str):
        return (code,)
    codes = items("code", code, str, "the code of a rule, or several", InvalidRecord)
    if not codes:
        raise InvalidRecord("nothing-given", "no code of a rule is given.")
    return tuple(dict.fromkeys(codes))


def asking_each(
    process: Process, trigger: str, source: str | None, codes: tuple[str, ...]
) -> list[Transition]:
    """Return the steps meant that ask all of these rules; raises `InvalidRecord` when none does."""
    first, *others = (steps_asking(process, trigger, source, code) for code in codes)
    steps = [step for step in first if all(step in asking for asking in others)]
    if not steps:
        message = f"no step {trigger!r} asks all of {', '.join(codes)}."
        raise InvalidRecord("not-asked", message, codes[-1])
    return steps


@lru_cache(maxsize=KEPT)
def lacks_together(
    process: Process, source: str, trigger: str, codes: tuple[str, ...], most: int = MOST
) -> tuple[Lack, ...]:
    """Return cases in which these hard rules of a step are unmet, and beside them only rules that imply one.

    Empty where no such case was found. One code alone gives what `lacks` gives.
    """
    step = process.transition(source, trigger)
    assert step is not None
    rules = {rule.code: rule for rule in step.requires}
    for turn in range(len(codes)):  # one order may work where another does not
        first, *others = (*codes[turn:], *codes[:turn])
        found = lacks(process, source, trigger, first, most)
        lacking = [rules[first]]
        for code in others:
            lacking.append(rules[code])
            found = tuple(islice(_lacking_too(step, found, tuple(lacking)), most))
        if found:
            return found
    return ()


def _lacking_too(step: Transition, found: Iterable[Lack], rules: tuple[Requirement, ...]) -> Iterator[Lack]:
    """Yield the cases in which the last of these rules is unmet too."""
    *_, rule = rules
    for lack in found:
        if rule.code in lack.unmet:
            yield lack
            continue
        for day in days_for(rule.conditions, lack.day):
            for spoiler in rule_spoilers(rule, lack.case, step, day, None):
                tried = _tried(lack.case, step, rules, day, spoiler)
                if tried is not None:
                    yield tried
                    break  # one for each day and case: they differ enough


def _tried(
    case: Collaboration, step: Transition, rules: tuple[Requirement, ...], day: date, spoiler: Spoiler
) -> Lack | None:
    """Return the case with a rule spoiled and all but these hard rules met, or None where that fails.

    Excused are rules that imply one of these: to meet them is to meet it.
    """
    codes = {rule.code for rule in rules}
    try:
        case = spoiler.applied(case)
        s = situation(case, step, day)
        others = [rule for rule in step.requires if rule.code not in codes]
        done = repair(asked(others), s)
        excused: set[str] = set()
        if _meets(codes, done):
            excused = {rule.code for rule in others if _meets(codes, repair(rule.conditions, s))}
            done = repair(asked(rule for rule in others if rule.code not in excused), s)
        if not done.settled:
            return None
        case = case.record(*filled(done.drafts))
    except InvalidRecord:
        return None
    unmet, advised = unmet_codes(case, step, day)
    return Lack(case, day, unmet, advised) if codes <= unmet <= {*codes, *excused} else None


def _meets(codes: Iterable[str], done: Repair) -> bool:
    """Tell whether any of these rules is met after a repair."""
    rows = {row.requirement.code: row.status for row in judge_step(done.situation)}
    return any(rows[code] == "met" for code in codes)
