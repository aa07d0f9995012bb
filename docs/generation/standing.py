"""Where rules stand, what an unmet one does there, and who decides whether it is met."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

import attrs

import gezondsamen as gs
from generation.markdown import code, process_link
from gezondsamen.process import conditions as c
from gezondsamen.process.process import Process
from gezondsamen.process.requirements import Requirement

PROCESSES = tuple(gs.PROCESSES.values())

How = Literal["blocks", "warns", "watched", "shown"]

TITLES: dict[How, str] = {
    "blocks": "Blocks",
    "warns": "Warns",
    "watched": "Watched in",
    "shown": "Shown with",
}


@attrs.frozen
class Place:
    """Say where a rule stands: on a step (`trigger`) out of a phase, or watched in that phase."""

    process: Process
    phase: str
    trigger: str | None
    how: How
    rule: Requirement

    def text(self) -> str:
        """Return the place with a link to its process."""
        where = process_link(self.process, text=self.process.key)
        step = f" → {code(self.trigger)}" if self.trigger else ""
        return f"{where} {code(self.phase)}{step}"


def places(process: Process) -> Iterator[Place]:
    """Yield every place in which a rule of the process stands; a note is shown there, no more."""
    for t in process.transitions:
        for rule in t.requires:
            yield Place(process, t.source, t.trigger, "shown" if rule.is_note else "blocks", rule)
        for rule in t.advises:
            yield Place(process, t.source, t.trigger, "shown" if rule.is_note else "warns", rule)
    for phase in process.phases:
        for rule in phase.watches:
            yield Place(process, phase.key, None, "shown" if rule.is_note else "watched", rule)


def by_code() -> dict[str, list[Place]]:
    """Return the places of every rule of every process, by code in alphabetical order."""
    found: dict[str, list[Place]] = {}
    for process in PROCESSES:
        for place in places(process):
            found.setdefault(place.rule.code, []).append(place)
    return dict(sorted(found.items()))


JUDGED = "judged by people"

COVERED = "judged by people; coverage, order or age computed"

COMPUTED = "computed"

MIXED = "partly computed, partly judged by people"

NOTE = "a note: shown, never judged"


def leaves(conditions: Iterable[c.Condition]) -> Iterator[c.Condition]:
    """Yield the conditions that stand inside no other."""
    for x in conditions:
        if isinstance(x, c.AllOf | c.AnyOf):
            yield from leaves(x.conditions)
        else:
            yield x


SHORT = {JUDGED: "people", COVERED: "people +", COMPUTED: "computed", MIXED: "both", NOTE: "note"}
"""The same in a narrow column."""


def judged(rule: Requirement) -> str:
    """Return who decides whether a rule is met: follows from the kinds of its conditions."""
    kinds = {_judged(x) for x in leaves(rule.conditions)}
    if not kinds:
        return NOTE
    if COMPUTED in kinds:
        return COMPUTED if kinds == {COMPUTED} else MIXED
    return COVERED if COVERED in kinds else JUDGED


def _judged(x: c.Condition) -> str:
    match x:
        case c.OnRecord():
            return COVERED if x.each is not None or x.max_age is not None or x.dated else JUDGED
        case c.RecordCount() | c.Lasts() | c.Paired():
            return COVERED
        case _:
            return COMPUTED
