"""Tracks: where each machine of a collaboration stands, and where it has been."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import attrs

from gezondsamen.dossier.parties import About
from gezondsamen.frozen import FrozenDict
from gezondsamen.scalars import PLAIN

if TYPE_CHECKING:
    Place = tuple[date, int]
else:  # read when the module is: a test tool may have put a class of its own in the place of `date`
    Place = tuple[PLAIN["date"], int]
"""A place in the order of events: a day, then the number of an entry."""

MAIN = "main"
"""The name of the track that is meant where none is named."""


@attrs.frozen(slots=False)  # made for every step, and quicker so
class Track:
    """Say where one machine stands: process, phase, and since when.

    `entered` is where the present visit began; `arrivals` the last entry into each phase; `taken`
    the last time each trigger was taken about each subject; `moved` the last step of all; `opened` the day
    on which it was opened, or adopted, `entry` the number of the entry that says so.
    """

    name: str
    process: str
    phase: str
    entered: Place
    moved: Place
    arrivals: FrozenDict[str, Place]
    taken: FrozenDict[tuple[str, About | None], Place]
    adopted: bool
    opened: date
    entry: int

    def after(self, trigger: str, about: About | None, phase: str, place: Place) -> Track:
        """Return where the machine stands after a step into a phase; one onto its own opens no visit."""
        taken = self.taken.plus((trigger, about), place)
        entered, arrivals = self.entered, self.arrivals
        if phase != self.phase:
            entered, arrivals = place, arrivals.plus(phase, place)
        # by place, in the order above: keywords would take twice the time, at every step
        adopted, opened, entry = self.adopted, self.opened, self.entry
        return Track(self.name, self.process, phase, entered, place, arrivals, taken, adopted, opened, entry)


@attrs.frozen
class Visit:
    """Describe one stay in a phase: from when, until when (None: still there), and by which step.

    `adopted` marks the first phase of a partnership that already ran.
    """

    phase: str
    entered: date
    left: date | None
    trigger: str | None
    adopted: bool = False
