"""Admission: what may enter a journal, fact by fact.

The fold refuses facts that cannot follow what is known; here stands what is refused before that:
wrong types, unknown words, days that cannot be. What happens when an entry was wrong: `correction`; a
journal that was kept: `replay`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta, timezone
from types import NoneType
from typing import Any, Final, get_args

import attrs

from gezondsamen.annotations import hints, members
from gezondsamen.dossier import facts as f
from gezondsamen.dossier.dossier import before_start
from gezondsamen.dossier.known import Known
from gezondsamen.dossier.parties import TOGETHER, About, Party
from gezondsamen.dossier.tracks import Track
from gezondsamen.errors import InvalidRecord, shown
from gezondsamen.periods import Every
from gezondsamen.process.process import Process
from gezondsamen.scalars import PLAIN, plain_day, plain_number
from gezondsamen.terms import unknown, words
from gezondsamen.texts import Ids, check_id, check_text, is_blank

_MADE_BY = {f.StepTaken: "advance", f.TrackOpened: "open", f.Retracted: "correct"}


# --- what may enter ----------------------------------------------------------------------------------


class NewIds:
    """Tell the ids that facts of one call bring in apart from those that are known, and from one another."""

    def __init__(self, known: Known) -> None:
        self.joined: set[str] = set()
        self._known = known
        self._parties: Ids | None = None
        self._agreements: Ids | None = None

    def check(self, fact: f.Fact) -> None:
        """Refuse an id that is told apart from another only by a second look: raises `InvalidRecord`."""
        known = self._known
        match fact:
            case f.PartyJoined(party=party) if party.id not in known.members:
                if TOGETHER in party.id:
                    message = f"the id {party.id!r} of a party holds {TOGETHER!r}, which stands between ids"
                    raise InvalidRecord("reserved", message, party.id)
                self._parties = self._parties or Ids("party", known.members)
                self._parties.add(party.id)
                self.joined.add(party.id)
            case f.AgreementDrafted(agreement=ident) if ident not in known.agreements:
                self._agreements = self._agreements or Ids("agreement", (*known.agreements, *known.tracks))
                self._agreements.add(ident)


def check_fact(
    fact: f.Fact,
    processes: tuple[Process, ...],
    known: Known,
    first: date,
    ids: NewIds | None = None,
    *,
    case: str,
) -> None:
    """Refuse a fact that no journal takes: raises `InvalidRecord`, naming the offender.

    `ids` are those of a call that records several facts; `case` is the id of the collaboration.
    """
    if not isinstance(fact, get_args(f.Fact)):
        raise InvalidRecord("not-a-fact", f"{shown(fact)} is not a fact that can be recorded", shown(fact))
    if type(fact) in _MADE_BY:
        call = _MADE_BY[type(fact)]
        raise InvalidRecord(
            "not-recorded", f"{type(fact).__name__} is made by {call}(), not recorded", type(fact).__name__
        )
    _check_types(fact)
    check_day(fact, first)
    _check_days(fact)
    _check_words(fact, processes, known.tracks)
    _check_texts(fact)
    ids = ids or NewIds(known)
    ids.check(fact)
    if isinstance(fact, f.Met) and not fact.parties:
        raise InvalidRecord("nobody", "Met.parties names nobody: a contact is with somebody", "parties")
    if isinstance(fact, f.WaiverGranted):
        _check_waiver(fact, processes, {*known.members, *ids.joined})
    elif isinstance(fact, f.EvaluationHeld | f.EvaluationPlanned) and fact.point is not None:
        _check_point(fact.point, processes, known.tracks, case)
    elif isinstance(fact, f.ContributionRecorded | f.Quantified):
        _check_amount(fact, processes)


def _check_amount(fact: f.ContributionRecorded | f.Quantified, processes: tuple[Process, ...]) -> None:
    """Refuse an amount below zero of what is counted; contributions always are."""
    if fact.amount is None or fact.amount >= 0:
        return
    if isinstance(fact, f.Quantified):
        terms = [process.term("topic", fact.topic) for process in processes]
        if not any(term is not None and term.counted for term in terms):
            return
    message = f"{type(fact).__name__}.amount is {fact.amount}: there is never less than nothing of it"
    raise InvalidRecord("negative", message, str(fact.amount))


def check_day(fact: f.Fact, first: date) -> None:
    """Refuse a fact dated before the collaboration began."""
    day = fact.since or fact.on if isinstance(fact, f.TrackOpened) else fact.on
    if day < first:
        raise before_start(fact, day, first)


_EAST: Final = timezone(timedelta(hours=14))
"""The offset at which a day begins first."""


def check_recorded(fact: f.Fact, recorded_at: datetime | None) -> None:
    """Refuse a fact that happened, or was done, after it was recorded, wherever on earth that was."""
    if recorded_at is not None:
        for day in (fact.on, fact.done if isinstance(fact, f.ActionAgreed) else None):
            if day is not None and day > last_day(recorded_at):
                raise InvalidRecord(
                    "not-yet",
                    f"{type(fact).__name__} is dated {day}, after it was recorded, at {recorded_at}",
                    str(day),
                )


def last_day(recorded_at: datetime) -> date:
    """Return the last day that it can be anywhere on earth at a moment."""
    try:
        return recorded_at.astimezone(_EAST).date()
    except OverflowError:
        return date.max


def not_a_day(where: str, value: object) -> InvalidRecord:
    """Return the problem of a value that should be a plain date."""
    return InvalidRecord(
        "not-a-date", f"{where} takes a datetime.date without a time, not {shown(value)}", shown(value)
    )


def day(where: str, value: object) -> date:
    """Return a day as a plain date; raises `InvalidRecord` where it is none, or has a time."""
    found = plain_day(value)
    if found is None:
        raise not_a_day(where, value)
    return found


def plain(fact: Any) -> Any:
    """Return a fact with plain days and numbers for those of other libraries; what is neither stays."""
    if not isinstance(fact, get_args(f.Fact)):
        return fact
    changed = {}
    for name, kind, _ in _typed(type(fact)):
        if kind is PLAIN["date"] or kind is float:
            value = getattr(fact, name)
            found = plain_day(value) if kind is PLAIN["date"] else plain_number(value)
            if found is not None and type(found) is not type(value):
                changed[name] = found
    return attrs.evolve(fact, **changed) if changed else fact


def check_author(by: str | None) -> None:
    """Refuse an author that is no text, or the journal could not be kept as a document."""
    if by is not None and not isinstance(by, str):
        raise InvalidRecord("wrong-type", f"by takes an opaque id as a text, not {shown(by)}", shown(by))
    if by is not None:
        check_id("by", by)


def check_subject(about: About | None) -> None:
    """Refuse a subject of a kind that no fact can be about."""
    if about is not None and not _is_about(about):
        raise InvalidRecord(
            "wrong-type", f"about takes a party, sector, role or matter, not {shown(about)}", shown(about)
        )


def stamp(recorded_at: datetime | None) -> datetime | None:
    """Return a moment of recording with its offset fixed, so that it reads back as it was.

    Raises `InvalidRecord` when it does not know its time zone.
    """
    if recorded_at is None:
        return None
    if not isinstance(recorded_at, datetime) or recorded_at.tzinfo is None:
        raise InvalidRecord(
            "not-aware",
            f"recorded_at takes a datetime with a time zone, not {shown(recorded_at)}",
            shown(recorded_at),
        )
    return recorded_at.astimezone(timezone(recorded_at.utcoffset() or timedelta()))


def stamped(by: str | None, recorded_at: datetime | None) -> datetime | None:
    """Return a moment of recording as `stamp` does, after a look at who enters."""
    if by is None and recorded_at is None:
        return None
    check_author(by)
    return stamp(recorded_at)


def _is_names(value: object) -> bool:
    return isinstance(value, tuple) and all(isinstance(item, str) for item in value)


def _is_about(value: object) -> bool:
    kinds = ("party", "sector", "role", "matter")
    return isinstance(value, About) and value.kind in kinds and isinstance(value.id, str)


_TYPES: dict[Any, tuple[str, Callable[[Any], bool]]] = {
    str: ("a text", lambda v: isinstance(v, str)),
    bool: ("True or False", lambda v: isinstance(v, bool)),
    PLAIN["date"]: ("a date without a time", lambda v: type(v) is PLAIN["date"]),
    float: ("a number", lambda v: plain_number(v) is not None),
    tuple[str, ...]: ("a tuple of texts", _is_names),
    Every: ("an Every", lambda v: isinstance(v, Every)),
    About: ("an About with a text as id", _is_about),
    Party: ("a Party", lambda v: isinstance(v, Party)),
}


_FIELDS: dict[type, tuple[tuple[str, Any, bool], ...]] = {}


def _typed(cls: type[Any]) -> tuple[tuple[str, Any, bool], ...]:
    """Return name and type of each field, and whether it may be None."""
    found = _FIELDS.get(cls)
    if found is None:
        kinds = [(name, members(kind)) for name, kind in hints(cls).items()]
        found = _FIELDS[cls] = tuple(
            (name, next(member for member in every if member is not NoneType), NoneType in every)
            for name, every in kinds
        )
    return found


def _check_types(value: Any) -> None:
    for name, kind, optional in _typed(type(value)):
        inner = getattr(value, name)
        if inner is None and optional:
            continue
        what, fits = _TYPES[kind]
        if not fits(inner):
            if kind is PLAIN["date"]:
                raise not_a_day(f"{type(value).__name__}.{name}", inner)
            raise InvalidRecord(
                "wrong-type", f"{type(value).__name__}.{name} takes {what}, not {shown(inner)}", shown(inner)
            )
        if isinstance(inner, Party):
            _check_types(inner)


_ORDERED: dict[type, tuple[tuple[str, str], ...]] = {
    f.Stated: (("on", "until"),),
    f.AgreementDrafted: (("start", "end"),),
    f.AgreementRevised: (("start", "end"),),
    f.ActionAgreed: (("on", "due"), ("on", "done")),
    f.EvaluationPlanned: (("on", "due"),),
    f.WaiverGranted: (("on", "until"),),
}


def _check_days(fact: f.Fact) -> None:
    for early, late in _ORDERED.get(type(fact), ()):
        first, last = getattr(fact, early), getattr(fact, late)
        if first is not None and last is not None and last < first:
            raise InvalidRecord(
                "dates", f"{type(fact).__name__}.{late} {last} lies before {early} {first}", str(last)
            )
    if isinstance(fact, f.EvaluationPlanned) and fact.every is None and fact.due is None:
        raise InvalidRecord(
            "not-planned", "EvaluationPlanned needs a period (every=...) or a day (due=...)", "due"
        )


_FREE = ("text", "name", "title", "reason", "unit")
"""Fields with words of people's own; every other text is an id or a key."""


def _check_texts(value: Any) -> None:
    """Refuse texts that say nothing or cannot be kept; a statement that takes others back needs none."""
    for name, _, _ in _typed(type(value)):
        inner, where = getattr(value, name), f"{type(value).__name__}.{name}"
        if isinstance(inner, str) and name in _FREE:
            check_text(where, inner)
            needed = name != "text" or getattr(value, "holds", True)
            if needed and is_blank(inner):
                raise InvalidRecord("empty", f"{where} is empty: it says nothing", name)
        elif isinstance(inner, str):
            check_id(where, inner)
        elif isinstance(inner, About):
            check_id(where, inner.id)
        elif isinstance(inner, Party):
            _check_texts(inner)
        elif isinstance(inner, tuple):
            for item in inner:
                check_id(where, item)


def _check_words(fact: f.Fact, processes: tuple[Process, ...], tracks: Mapping[str, Track]) -> None:
    track = tracks.get(getattr(fact, "track", None) or "")
    asked = [p for p in processes if track is None or p.key == track.process]
    about = getattr(fact, "about", None)
    mentioned = list(words(fact))
    if isinstance(about, About) and about.kind in ("sector", "role"):
        mentioned.append((about.kind, about.id))
    for scheme, key in mentioned:
        if not any(key in p.vocabulary.get(scheme, ()) for p in asked):
            known = {word: term.label for p in asked for word, term in p.vocabulary.get(scheme, {}).items()}
            raise unknown(
                InvalidRecord,
                "word",
                key,
                known,
                f"{type(fact).__name__}: {key!r} is no {scheme.replace('_', ' ')} of this process; "
                "use a known key, or add a Term through adapt(terms=...).",
            )


def _check_point(point: str, processes: tuple[Process, ...], tracks: Mapping[str, Track], case: str) -> None:
    """Refuse what is neither a point of evaluation nor a moment of one in this case: case/track/point/..."""
    points = {x.key: x for p in processes for x in p.evaluation_points}
    points |= {f"{p.key}.{x.key}": x for p in processes for x in p.evaluation_points}
    by_key = {p.key: p for p in processes}
    here = [
        f"/{name}/{x.key}/" for name, track in tracks.items() for x in by_key[track.process].evaluation_points
    ]
    if point in points or any(point.startswith(f"{case}{part}") for part in here):
        return
    message = f"{point!r} is no point of evaluation here, and no moment of one."
    elsewhere = next((part for part in here if part in point), None)
    if elsewhere is None:
        raise unknown(InvalidRecord, "point", point, points, message)
    own = f"{case}{elsewhere}{point.partition(elsewhere)[2]}"
    message = f"{point!r} is a moment of another case; here it would be {own!r}."
    raise InvalidRecord("unknown-point", message, point, nearest=own)


def _check_waiver(waiver: f.WaiverGranted, processes: tuple[Process, ...], parties: set[str]) -> None:
    about = waiver.about
    if about is not None and about.kind == "party" and about.id not in parties:
        message = f"WaiverGranted.about names {about.id!r}, which is no party here."
        raise unknown(InvalidRecord, "party", about.id, sorted(parties), message)
    rules = {code: rule for p in processes for code, rule in p.requirements.items()}
    rule = rules.get(waiver.rule)
    if rule is None:
        message = f"WaiverGranted: {waiver.rule!r} is no rule of this process."
        names = {code: rule.name for code, rule in rules.items()}
        raise unknown(InvalidRecord, "rule", waiver.rule, names, message)
    if not rule.waivable:
        raise InvalidRecord(
            "not-waivable", f"{waiver.rule} ({rule.name.en}) cannot be waived by anybody", waiver.rule
        )
    triggers = {t.trigger: t.label for p in processes for t in p.transitions}
    if waiver.trigger is not None and waiver.trigger not in triggers:
        message = f"WaiverGranted: no process here has trigger {waiver.trigger!r}."
        raise unknown(InvalidRecord, "trigger", waiver.trigger, triggers, message)
