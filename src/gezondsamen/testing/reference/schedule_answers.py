"""Which entry answers which moment of a point: an evaluation, a contact or a statement."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from gezondsamen.dossier import facts as f
from gezondsamen.dossier.journal import Entry
from gezondsamen.process.evaluation_points import EvaluationPoint
from gezondsamen.testing.reference import record
from gezondsamen.testing.reference.schedule_course import Course
from gezondsamen.testing.reference.schedule_occurrences import Foreseen

Elsewhere = tuple[int, str, str | None]
"""The number of an entry, the moment that it names, and the one that it answered instead, if any."""


def answered(
    point: EvaluationPoint, track: Course, found: Sequence[Foreseen]
) -> tuple[dict[str, int], list[Elsewhere]]:
    """One evaluation answers one moment: the one that it names where that fits, else the earliest that does.

    What names a moment goes before what names none; among each, the order of events. What answered another
    moment than it names is told.
    """
    held: dict[str, int] = {}
    by_id = {moment.id: moment for moment in found}
    unnamed: list[Entry] = []
    for entry in track.known:
        if _answers(point, track, entry):
            named = by_id.get(getattr(entry.fact, "point", None) or "")
            if named is not None and named.id not in held and _fits(entry, named, track):
                held[named.id] = entry.number
            else:
                unnamed.append(entry)
    elsewhere: list[Elsewhere] = []
    for entry in unnamed:
        free = [moment for moment in found if moment.id not in held and _fits(entry, moment, track)]
        if free:
            held[free[0].id] = entry.number
        names = getattr(entry.fact, "point", None) or ""
        if _names_a_moment(names, point, track):
            elsewhere.append((entry.number, names, free[0].id if free else None))
    return held, elsewhere


def _names_a_moment(name: str, point: EvaluationPoint, track: Course) -> bool:
    """Moments are named case/track/point/occurrence/n."""
    return f"/{track.track}/{point.key}/" in name


def _answers(point: EvaluationPoint, track: Course, entry: Entry) -> bool:
    """Whether an entry can answer a point: an evaluation of its kind or naming it, a contact, a statement."""
    match entry.fact:
        case f.EvaluationHeld() as held if track.reads(held.track):
            if held.point is None:
                return held.kind == point.kind
            names = (point.key, f"{track.process.key}.{point.key}")
            return held.point in names or _names_a_moment(held.point, point, track)
        case f.Met(kind=kind):
            return kind in (point.contacts or (point.kind,))
        case f.Stated() as said if track.reads(said.track) and said.topic in point.topics:
            return entry in record.statements(track.known, said.topic, date.min)
        case _:
            return False


def _fits(entry: Entry, moment: Foreseen, track: Course) -> bool:
    """Its day lies in the window; a statement is about the same, as far as that was about something.

    A statement on the topic that is counted from renews it: it comes later in the order of events.
    """
    if not moment.window[0] <= entry.fact.on <= moment.window[1]:
        return False
    asked = next((other for other in track.known if other.number == moment.entry), None)
    if not isinstance(entry.fact, f.Stated) or asked is None or not isinstance(asked.fact, f.Stated):
        return True
    one, two = (asked.fact.about, record.place(asked)), (entry.fact.about, record.place(entry))
    renews = asked.fact.topic == entry.fact.topic
    about_the_same = asked.fact.about is None or record.same(track.known, one, two)
    return about_the_same and (not renews or two[1] > one[1])
