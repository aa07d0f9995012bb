"""The timed programme of an Effectenarena: its items, when each begins, and the facts that follow.

A programme is written before the session, in times; the rule on it asks for minutes. What lies
between is here: the time that an item has is the time until the next one begins.

>>> from datetime import date
>>> for fact in facts(PROGRAMME, on=date(2024, 3, 5))[2:5]:
...     print(fact.about.id, fact.topic, fact.amount)
personas slot_minutes 15
personas item_minutes 20
pause slot_minutes 5
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, time
from itertools import pairwise
from typing import Final

import attrs

from gezondsamen.arguments import check
from gezondsamen.catalogue.works import REPORT_WELLBEING
from gezondsamen.citations import Citation
from gezondsamen.dossier.facts import Quantified
from gezondsamen.dossier.parties import About
from gezondsamen.errors import InvalidArgument, shown
from gezondsamen.labels import Label

_CLOCK = re.compile(r"\s*([0-9]{1,2})\s*[:.]\s*([0-9]{2})\s*(?:uur\s*)?", re.IGNORECASE)


def clock(text: str) -> time:
    """Return the time of day that people wrote: `15:00`, `15.30`, `17. 25` or `9.05 uur`.

    Raises `InvalidArgument` when the text is no time of the day.

    >>> clock("17. 25")
    datetime.time(17, 25)
    """
    read = _CLOCK.fullmatch(text) if isinstance(text, str) else None
    hour, minute = (int(part) for part in read.groups()) if read else (24, 0)
    if hour > 23 or minute > 59:
        raise InvalidArgument(
            "not-a-time",
            f"{shown(text)} is no time of the day: write hours and minutes, as in 15:30 or 15.30.",
            text,
        )
    return time(hour, minute)


@attrs.frozen
class ProgrammeItem:
    """Name an item of a programme: when it begins, and in which phase of the session it falls.

    `phase` is the key of a phase of the process `effects_arena`; `minutes` is how long the programme
    says that the item takes, where it says so. Raises `InvalidArgument` when `begins` is not a plain
    time in whole minutes, or `minutes` is not a whole number above 0.
    """

    key: str
    label: Label
    phase: str
    begins: time
    minutes: int | None = None

    def __attrs_post_init__(self) -> None:
        if not _plain(self.begins):
            raise InvalidArgument(
                "not-a-time",
                f"item {self.key!r} begins at {self.begins!r}: give a datetime.time in whole minutes, "
                "without a time zone; clock(...) reads one from a text.",
                self.key,
            )
        if self.minutes is not None and (type(self.minutes) is not int or self.minutes < 1):
            raise InvalidArgument(
                "not-minutes",
                f"item {self.key!r} takes {shown(self.minutes)} minutes: give a whole number above 0, or "
                "None where the programme says nothing.",
                self.key,
            )


def _to_items(items: Iterable[ProgrammeItem]) -> tuple[ProgrammeItem, ...]:
    return tuple(items)


@attrs.frozen
class Programme:
    """Hold a programme: its items in the order in which they begin, and its end where that is known.

    `citation` says where it was published. Raises `InvalidArgument` when a key stands twice, or when
    an item does not begin, or the programme does not end, after the item before.
    """

    items: tuple[ProgrammeItem, ...] = attrs.field(converter=_to_items)
    ends: time | None = None
    citation: Citation | None = None

    def __attrs_post_init__(self) -> None:
        keys = [item.key for item in self.items]
        for key in keys:
            if keys.count(key) > 1:
                raise InvalidArgument(
                    "duplicate-item", f"the programme has item {key!r} more than once.", key
                )
        for item, after in pairwise(self.items):
            if after.begins <= item.begins:
                raise InvalidArgument(
                    "out-of-order",
                    f"item {after.key!r} begins at {after.begins:%H:%M}, not after item {item.key!r} at "
                    f"{item.begins:%H:%M}.",
                    after.key,
                )
        if self.ends is not None and not _plain(self.ends):
            raise InvalidArgument(
                "not-a-time",
                f"the programme ends at {self.ends!r}: give a datetime.time in whole minutes.",
                str(self.ends),
            )
        if self.ends is not None and self.items and self.ends <= self.items[-1].begins:
            raise InvalidArgument(
                "out-of-order",
                f"the programme ends at {self.ends:%H:%M}, not after item {keys[-1]!r} has begun.",
                keys[-1],
            )

    def slots(self) -> dict[str, int]:
        """Return the minutes that each item has, by its key: until the next begins, or the programme ends.

        The last item of a programme without an end has no slot.

        >>> PROGRAMME.slots()["round_2"], "closing" in PROGRAMME.slots()
        (20, False)
        """
        marks = [item.begins for item in self.items]
        if self.ends is not None:
            marks.append(self.ends)
        lengths = [_minute(after) - _minute(begins) for begins, after in pairwise(marks)]
        return dict(zip((item.key for item in self.items), lengths, strict=False))


def facts(programme: Programme, *, on: date, track: str | None = None) -> tuple[Quantified, ...]:
    """Return what to record of a programme: of each item the slot, and the stated minutes.

    Record them before the session is declared ready: the rule on the programme then finds each item
    that takes longer than its slot. An item is a matter (`about`) under its own key. An item without a
    slot is left out, for nobody can say whether it fits. `track` names the track of the session, where
    that is not the main one.
    """
    check("programme", programme, Programme, "a programme")
    slots = programme.slots()
    found: list[Quantified] = []
    for item in programme.items:
        if item.key in slots:
            about = About("matter", item.key)
            found.append(Quantified(on, "slot_minutes", slots[item.key], about, track))
            if item.minutes is not None:
                found.append(Quantified(on, "item_minutes", item.minutes, about, track))
    return tuple(found)


def _plain(value: object) -> bool:
    return type(value) is time and value == time(value.hour, value.minute)


def _minute(value: time) -> int:
    return value.hour * 60 + value.minute


PROGRAMME: Final = Programme(
    (
        ProgrammeItem(
            "welcome",
            Label(
                nl="welkom, programma, doel en kennismaking", en="welcome, programme, aim and acquaintance"
            ),
            "opening",
            time(15, 0),
        ),
        ProgrammeItem(
            "introduction",
            Label(nl="uitleg van de Effectenarena", en="introduction of the Effectenarena"),
            "introduction",
            time(15, 30),
        ),
        ProgrammeItem(
            "personas",
            Label(nl="twee persona’s voorgesteld", en="two personas introduced"),
            "persona",
            time(15, 40),
            minutes=20,
        ),
        ProgrammeItem("pause", Label(nl="pauze", en="break"), "pause", time(15, 55)),
        ProgrammeItem(
            "round_1",
            Label(
                nl="groepen: wie doet wat, en met welk doel", en="groups: who does what, and to which goal"
            ),
            "round_1",
            time(16, 0),
        ),
        ProgrammeItem(
            "feedback",
            Label(nl="groepen vertellen wat zij vonden", en="groups report what they found"),
            "feedback",
            time(16, 30),
        ),
        ProgrammeItem(
            "round_2",
            Label(nl="groepen: wat kan eerder en anders", en="groups: what can be earlier and different"),
            "round_2",
            time(16, 40),
            minutes=30,
        ),
        ProgrammeItem(
            "plenary",
            Label(
                nl="samen: wat bereiken we, en waarmee verder", en="together: what do we achieve, what next"
            ),
            "plenary",
            time(17, 0),
        ),
        ProgrammeItem("closing", Label(nl="afsluiting", en="closing"), "closing", time(17, 25)),
    ),
    citation=Citation(
        REPORT_WELLBEING, "Programma Effectenarena online via Zoom", "Woord van welkom door schooldirecteur"
    ),
)
"""The programme of one session as the report prints it: two items do not fit, and no end is given."""
