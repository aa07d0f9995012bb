"""A timeline: one case in which the words of a process are told in many ways, something else each day.

Of whoever takes part something is told once, twice, until a day, taken back, told again; one leaves and
comes back, one is merged twice, one is divided. Asked day by day, it shows a condition in many lights. What
is asked of it: `laws.timeline_reading`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import chain, islice
from typing import Any, Final

import attrs

from gezondsamen.collaboration import Collaboration
from gezondsamen.dossier import facts as f
from gezondsamen.dossier.parties import About, Party
from gezondsamen.errors import InvalidRecord
from gezondsamen.periods import Every, school_year
from gezondsamen.phases import AGREEMENT
from gezondsamen.process import conditions as c
from gezondsamen.process.process import Process
from gezondsamen.testing.building.bounds import inside
from gezondsamen.testing.building.canonical import DAY
from gezondsamen.testing.building.words import Words

SECOND: Final = "second"
"""The track, beside the main one, that the first things are told of."""

TEXT: Final = "text"
"""The principal agreement."""

OTHER_TEXT: Final = "other-text"
"""A second agreement, with a track of its own."""

DRAFTED: Final = 5
"""The day on which the second agreement is drafted."""

UNTIL: Final = 6
"""The last day of what is said until a day."""

ALL_TOLD: Final = 8
"""The day on which everything is told of everybody."""

MOST: Final = 6
"""How many parties take part at most."""

_ONE: Final = timedelta(days=1)


def at(number: int) -> date:
    """Return the day so many days after the beginning."""
    return DAY + timedelta(days=number)


# --- who takes part ---------------------------------------------------------------------------------


def _cast(words: Words) -> tuple[Party, ...]:
    """Return parties that fit what is selected in one way or another, and one that counts as another side."""
    process = words.process
    kinds = list(process.vocabulary.get("party_kind", ()))
    sectors = tuple(process.vocabulary.get("sector", ()))[:2]
    if not kinds:
        return ()
    sides = {process.sides.get(kind): kind for kind in reversed(kinds)}
    of_sides = [*reversed(sides.values())][:2]
    found = [(kind, sectors[n : n + 1]) for n, kind in enumerate((*of_sides, *of_sides[:1])[:2])]
    for which in words.selections:
        if which.kinds or which.sectors:
            found.append(((*which.kinds, kinds[-1])[0], (which.sectors or sectors)[:1]))
    cast = [Party(f"p-{n}", f"P {n}", *fits) for n, fits in enumerate([*dict.fromkeys(found)][: MOST - 2])]
    cast.append(attrs.evolve(cast[0], id="twin", name="Twin"))
    own = process.sides.get(cast[0].kind)
    other = next((side for side in process.vocabulary.get("side", ()) if side != own), None)
    return (*cast, attrs.evolve(cast[0], id="other", name="Other", counts_as=other))


# --- what is told ------------------------------------------------------------------------------------


@attrs.frozen
class _Telling:
    """Tell the words of a process about somebody on a day."""

    words: Words
    on: date

    def said(self, party: Party, which: int | None = None, **parts: Any) -> Iterator[f.Fact]:
        """Yield a statement on each topic about a party, on every other one with `which`."""
        places = list(dict.fromkeys(topic for topic, _ in self.words.topics))
        for topic, kind in self.words.topics:
            if which in (None, places.index(topic) % 2):
                yield f.Stated(self.on, topic, "…", self._about(kind, party), **parts)

    def _about(self, kind: str, party: Party) -> About | None:
        match kind:
            case "party":
                return About("party", party.id)
            case "sector":
                return About("sector", party.sectors[0]) if party.sectors else None
            case "role":
                roles = self.words.roles
                return About("role", roles[self.on.toordinal() % len(roles)]) if roles else None
            case _:
                return None

    def consented(self, party: Party, stance: str = "agrees") -> Iterator[f.Fact]:
        for subject in self.words.subjects:
            yield f.Consented(self.on, party.id, subject, stance)

    def brought(self, party: Party, status: str, amount: float | None = None) -> Iterator[f.Fact]:
        for kind in self.words.contributions:
            yield f.ContributionRecorded(self.on, party.id, kind, status, amount)

    def met(self, contact: int, *parties: Party) -> Iterator[f.Fact]:
        kinds = self.words.contacts
        for kind in (kinds[contact % len(kinds)],) if kinds else ():
            yield f.Met(self.on, kind, tuple(party.id for party in parties))

    def filled(self, party: Party, **parts: Any) -> Iterator[f.Fact]:
        yield from (f.RoleAssigned(self.on, role, party.id, **parts) for role in self.words.roles)

    def evaluated(self, decision: int) -> Iterator[f.Fact]:
        for kind in self.words.evaluations:
            yield f.EvaluationHeld(self.on, kind, next(islice(self.words.decisions, decision, None), None))

    def planned(self, **parts: Any) -> Iterator[f.Fact]:
        yield from (f.EvaluationPlanned(self.on, kind, **parts) for kind in self.words.evaluations)

    def act(self, owner: Party, due: int) -> Iterator[f.Fact]:
        for sector in self.words.sectors[:1]:
            yield f.ActionAgreed(self.on, f"act-{self.on}", "…", owner.id, sector, at(due))

    def text(self, *facts: f.Fact) -> Iterator[f.Fact]:
        """Yield what happens to agreements, where a process reads any."""
        yield from (attrs.evolve(fact, on=self.on) for fact in facts if self.words.texts)

    def everything(self, *parties: Party) -> Iterator[f.Fact]:
        """Yield all that may be asked of each party."""
        for party in parties:
            yield from self.said(party)
            yield from chain(self.consented(party), self.brought(party, "agreed", 1), self.filled(party))
        for number in range(len(self.words.contacts)):
            yield from self.met(number, *parties)


def _days(words: Words, cast: tuple[Party, ...]) -> dict[int, list[f.Fact]]:
    """Return what happens on each day, by its number."""
    one, two, last = cast[0], cast[1], cast[-1]
    names = tuple(party.id for party in cast)
    kind = next(iter(words.texts), "")
    draft = f.AgreementDrafted(DAY, TEXT, kind, clauses=words.clauses[:1])
    stances = [stance for stance in words.process.vocabulary.get("stance", ()) if stance != "agrees"]
    heir, next_heir, *halves = (
        attrs.evolve(party, id=ident, name=ident)
        for party, ident in ((two, "heir-1"), (two, "heir-2"), (last, "half-1"), (last, "half-2"))
    )

    def day(number: int) -> _Telling:
        return _Telling(words, at(number))

    found: dict[int, Iterable[f.Fact]] = {
        1: chain(day(1).said(one, track=SECOND), day(1).filled(one, track=SECOND)),
        2: chain(
            chain(day(2).said(one, 0), day(2).said(two, 1), day(2).consented(one), day(2).act(one, 5)),
            chain(day(2).brought(one, "asked"), day(2).met(0, one, last), day(2).evaluated(0)),
            day(2).text(attrs.evolve(draft, parties=names[:-1], obliged=names[:2], end=at(9))),
        ),
        3: chain(
            chain(day(3).said(one), *(day(3).consented(one, stance) for stance in stances[:1])),
            chain(day(3).met(0, two, last), day(3).met(1, one), day(3).evaluated(1), day(3).act(two, 4)),
            chain(day(3).planned(due=at(9)), day(3).text(f.Signed(DAY, TEXT, one.id))),
        ),
        4: chain(
            chain(day(4).said(two, 0, until=at(UNTIL)), day(4).said(last, 1, until=at(UNTIL))),
            chain(day(4).filled(one), day(4).met(1, two), day(4).brought(two, "agreed")),
            day(4).text(f.AgreementRevised(DAY, TEXT, clauses=words.clauses[-1:])),
        ),
        DRAFTED: chain(
            day(5).said(one, holds=False),
            (f.RoleEnded(at(5), role, one.id) for role in words.roles[:1]),
            chain(day(5).met(0, last), day(5).met(1, last)),
            day(5).text(f.AgreementDrafted(DAY, OTHER_TEXT, kind, names[:1], names[:1], principal=False)),
        ),
        UNTIL: (),
        7: chain(
            chain(day(7).said(one, 0), day(7).planned(every=Every(months=1))),
            day(7).text(f.AgreementRevised(DAY, TEXT, end=at(12))),
        ),
        ALL_TOLD: chain(day(8).everything(*cast), day(8).text(f.Signed(DAY, TEXT, two.id))),
        9: [f.PartyLeft(at(9), one.id)],
        10: [f.PartyJoined(at(10), one)],
        11: _in_place_of(two, heir, at(11)),
        12: _in_place_of(heir, next_heir, at(12)),
        13: [
            *(f.PartyJoined(at(13), half) for half in halves),
            f.PartyDivided(at(13), last.id, tuple(half.id for half in halves)),
        ],
        14: day(14).text(f.AgreementRevised(DAY, OTHER_TEXT, principal=True)),
    }
    for turn in _turn_of_school_year() if words.school_years else ():
        found[(turn - DAY).days] = _Telling(words, turn).met(0, one)
    told = {number: list(facts) for number, facts in found.items()}
    for number, (topic, amount) in enumerate(words.amounts):
        about = About("matter", f"m-{number % 2}")
        told[2 + number % 3].append(f.Quantified(at(2 + number % 3), topic, amount, about))
    return {number: facts for number, facts in told.items() if facts or (number == UNTIL and words.topics)}


def _in_place_of(before: Party, after: Party, on: date) -> list[f.Fact]:
    return [f.PartyJoined(on, after), f.PartySucceeded(on, after.id, (before.id,))]


def _turn_of_school_year() -> tuple[date, date]:
    """Return the last day of a school year, and the first of the next."""
    last = school_year(DAY)[1]
    return last, last + _ONE


def timeline(
    case: Collaboration, conditions: tuple[c.Condition, ...]
) -> Iterator[tuple[date, Collaboration]]:
    """Yield a case on each day, as all is told of the words in these conditions; it begins on `DAY`."""
    words = Words.of(case.process, conditions)
    cast = _cast(words)
    case = recorded(case, (f.PartyJoined(DAY, party) for party in cast))
    case = opened(case, case.process, SECOND, DAY)
    told = _days(words, cast) if cast else {}
    for number in sorted(told):
        on = at(number)
        case = recorded(case, told[number])
        if number == DRAFTED:
            case = opened(case, AGREEMENT, OTHER_TEXT, on)
        yield on, case


def recorded(case: Collaboration, facts: Iterable[f.Fact]) -> Collaboration:
    """Return a case with those of these facts that it can take."""
    every = tuple(facts)
    try:
        return case.record(*every)
    except InvalidRecord:
        for fact in every:
            try:
                case = case.record(fact)
            except InvalidRecord:
                continue
    return case


def opened(case: Collaboration, process: Process, track: str, on: date) -> Collaboration:
    """Return a case with another track, where it can be opened."""
    try:
        return case.open(process, on=on, track=track)
    except InvalidRecord:
        return case


def days_after(conditions: tuple[c.Condition, ...]) -> tuple[date, ...]:
    """Return further days on which these conditions may come out otherwise: a period after all was told."""
    bounds = [period.after(at(ALL_TOLD)) for period in dict.fromkeys(inside(conditions, Every))]
    return tuple(sorted({day + beside for day in bounds for beside in (-_ONE, timedelta(0), _ONE)}))
