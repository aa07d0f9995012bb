"""The laws of what follows: from a repair, a waiver, the last day of a statement."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, Final

import attrs

from gezondsamen.collaboration import Collaboration
from gezondsamen.dossier import facts as f
from gezondsamen.dossier.parties import About
from gezondsamen.testing.building.canonical import filled
from gezondsamen.testing.laws.demand import demand, options_of, standings

_DAY: Final = timedelta(days=1)


def waivers_serve_once(case: Collaboration, day: date) -> None:
    """A waiver for one step sets nothing aside once that step was taken."""
    entries = {entry.number: entry for entry in case.dossier.events()}
    for track in case.tracks:
        for trigger, check in options_of(case, day, track).items():
            for row in check.outcomes:
                if row.status != "waived":
                    continue
                waiver = entries[row.evidence[0]]
                fact: Any = waiver.fact
                served = any(
                    entry.fact.trigger == fact.trigger and entry.place > waiver.place
                    for entry in case.dossier.steps(track)
                )
                once = fact.until is None and fact.trigger is not None and fact.about is None
                law = "a waiver for one step serves one step"
                demand(not (once and served), law, track, trigger, row.requirement.code)


def repair_opens_the_step(case: Collaboration, day: date) -> None:
    """What a check proposes makes the step allowed; where it proposes nothing, something says why."""
    for track in case.tracks:
        for trigger, check in options_of(case, day, track).items():
            if check.allowed:
                demand(check.repair == (), "what is allowed needs no repair", track, trigger)
            elif check.repair:
                after = case.record(*filled(check.repair)).check(trigger, on=day, track=track)
                left = [row.requirement.code for row in after.unmet]
                demand(after.allowed, "a repair opens the step", track, trigger, left)
            else:
                told = any(row.remedy and (row.remedy.waiver or row.remedy.wait_until) for row in check.unmet)
                # Where it does not, rules may stand in one another's way: `assert_process_laws` names them.
                left = [row.requirement.code for row in check.unmet]
                demand(told, "where no repair helps, a remedy says what does", track, trigger, left)


def a_form_is_read_as_it_asks(case: Collaboration, day: date) -> None:
    """What the form of a step asks, posted as texts, can be recorded and makes the step allowed."""
    for track in case.tracks:
        for trigger, check in options_of(case, day, track).items():
            if check.repair:
                told = check.form.read(check.form.answers())
                after = case.record(*told).check(trigger, on=day, track=track)
                left = [row.requirement.code for row in after.unmet]
                demand(after.allowed, "a form that is filled in opens the step", track, trigger, left)


def statements_count_through_their_last_day(case: Collaboration, day: date) -> None:
    """What was said through a day counts on that day; the day after, all is as if it was never said."""
    for track, trigger, row in _unsaid(case, day):
        last = [attrs.evolve(said, until=day) for said in row]
        after, code = case.record(*last), (trigger, row.code)
        demand(standings(after, day, track)[code][0] == "met", "a statement counts on its last day", code)
        tomorrow = day + _DAY
        same = standings(after, tomorrow, track) == standings(case, tomorrow, track)
        demand(same, "a statement that ran out counts as never made", code)


def what_is_about_another_helps_nobody(case: Collaboration, day: date) -> None:
    """What is missing about a subject is still missing when it is said about something else."""
    for track, trigger, row in _unsaid(case, day):
        for said in row:
            if said.about is not None:
                after = case.record(attrs.evolve(said, about=About("matter", "elsewhere")))
                _, before = standings(case, day, track)[trigger, row.code]
                status, findings = standings(after, day, track)[trigger, row.code]
                law = "what is said about something else does not count here"
                missing = [found for found in before if found.about == said.about]
                kept = status == "unmet" and all(found in findings for found in missing)
                demand(kept, law, trigger, row.code, said.topic)


class _Unsaid(list[f.Stated]):
    """The statements that one rule lacks."""

    def __init__(self, code: str, said: list[f.Stated]) -> None:
        super().__init__(said)
        self.code = code


def _unsaid(case: Collaboration, day: date) -> Iterator[tuple[str, str, _Unsaid]]:
    """Yield the rules that only lack statements, and those statements: track, trigger, statements."""
    for track in case.tracks:
        for trigger, check in options_of(case, day, track).items():
            for row in check.unmet:
                drafts = filled(row.remedy.drafts) if row.remedy and not row.remedy.waiver else ()
                said = [fact for fact in drafts if isinstance(fact, f.Stated) and fact.until is None]
                if said and len(said) == len(drafts):
                    yield track, trigger, _Unsaid(row.requirement.code, said)
