"""What is on record: entries, tracks, parties, statements and agreements, read from the bare entries.

`counting` gives the entries that count on a day, in the order of events; every other function takes that
tuple, called `known`, and reads it from the first entry to the last. What conditions make of it stands in
`conditions`.
"""

from __future__ import annotations

from datetime import date
from typing import Final, TypeVar, cast

import attrs

from gezondsamen.dossier import facts as f
from gezondsamen.dossier.journal import Entry
from gezondsamen.dossier.parties import About, Party

Known = tuple[Entry, ...]
"""The entries that count on a day, in the order of events."""

Place = tuple[date, int]
"""A place in the order of events: a day, then the number of an entry."""

F = TypeVar("F", bound=f.Fact)

# --- which entries count, and in which order ---------------------------------------------------------


def place(entry: Entry) -> Place:
    """What is known is read in the order in which things happened: by day, then by number.

    A track that was adopted stands at the day since when it runs; a correction stands where the entry
    stood that it replaces.
    """
    fact: f.Fact = entry.fact
    day = fact.since if isinstance(fact, f.TrackOpened) and fact.since else fact.on
    return (day, entry.number if entry.replaces is None else entry.replaces)


def counting(entries: Known, day: date) -> Known:
    """An entry that was retracted no longer counts, whenever that was found; later days are not known yet.

    A retraction is history itself: it counts as nothing, and cannot be retracted.
    """
    wrong = {entry.fact.entry for entry in entries if isinstance(entry.fact, f.Retracted)}
    right = [e for e in entries if not isinstance(e.fact, f.Retracted) and e.number not in wrong]
    return tuple(sorted((e for e in right if place(e)[0] <= day), key=place))


def of(known: Known, kind: type[F]) -> tuple[Entry[F], ...]:
    """The entries of one kind of fact."""
    return cast("tuple[Entry[F], ...]", tuple(e for e in known if isinstance(e.fact, kind)))


# --- tracks, steps, visits ---------------------------------------------------------------------------


@attrs.frozen
class Visit:
    """One stay of a track in a phase: where it began and ended in the order of events.

    `left` is None while it lasts; `adopted` marks the first of a track that already ran; `trigger` is the
    step that led to it.
    """

    phase: str
    entered: Place
    left: Place | None = None
    trigger: str | None = None
    adopted: bool = False


def opening(known: Known, track: str) -> Entry[f.TrackOpened] | None:
    """A track begins with the entry that opens it."""
    found = [entry for entry in of(known, f.TrackOpened) if entry.fact.track == track]
    return found[0] if found else None


def tracks(known: Known) -> tuple[str, ...]:
    """The names of the tracks, in the order in which they were opened."""
    return tuple(entry.fact.track for entry in of(known, f.TrackOpened))


def steps(known: Known, track: str) -> tuple[Entry[f.StepTaken], ...]:
    """The steps that were taken on a track, in order."""
    return tuple(entry for entry in of(known, f.StepTaken) if entry.fact.track == track)


def visits(known: Known, track: str) -> tuple[Visit, ...]:
    """A step into another phase ends a visit and begins the next; a step onto its own phase does neither."""
    first = opening(known, track)
    if first is None:
        return ()
    found = [Visit(first.fact.phase, place(first), adopted=first.fact.since is not None)]
    for entry in steps(known, track):
        if entry.fact.phase != found[-1].phase:
            found[-1] = attrs.evolve(found[-1], left=place(entry))
            found.append(Visit(entry.fact.phase, place(entry), trigger=entry.fact.trigger))
    return tuple(found)


# --- parties ---------------------------------------------------------------------------------------


def members(known: Known) -> tuple[Party, ...]:
    """A party takes part from the day on which it joins until it leaves, or another takes its place.

    In order of joining; who comes back joins anew.
    """
    here: dict[str, Party] = {}
    for entry in known:
        match entry.fact:
            case f.PartyJoined(party=party):
                here[party.id] = party
            case f.PartyLeft() | f.PartySucceeded() | f.PartyDivided() as fact:
                for ident in gone(fact):
                    del here[ident]
            case _:
                pass
    return tuple(here.values())


def heirs(known: Known, party: str, at: Place) -> tuple[str, ...]:
    """Who stands now for a party that was named at a place: itself, or whoever took its place.

    A merger puts one in the place of several, a division several in the place of one; each of these can be
    merged or divided in its turn. Of several that came of one party, one that leaves and comes back stands
    for it no more. What happened before the party joined was of another one of that id.
    """
    found, left = [party], set[str]()
    for entry in _since_it_joined(known, party, at):
        match entry.fact:
            case f.PartySucceeded() | f.PartyDivided() as fact:
                found = _replaced(found, fact)
            case f.PartyLeft(party=ident):
                left.add(ident)
            case f.PartyJoined(party=back) if back.id in left and len(found) > 1:
                found = [one for one in found if one != back.id]
            case _:
                pass
    return tuple(found)


def owners(known: Known, party: str, at: Place) -> tuple[str, ...]:
    """For whom what was said of a party at a place counts now: its heirs, but for one that came back.

    Should a party come back, then what was said of it, and what it agreed to, brought in and signed before
    it left, does not count for it any more.
    """
    found, left = [party], set[str]()
    for entry in _since_it_joined(known, party, at):
        match entry.fact:
            case f.PartySucceeded() | f.PartyDivided() as fact:
                found = _replaced(found, fact)
            case f.PartyLeft(party=ident) if place(entry) > at:
                left.add(ident)
            case f.PartyJoined(party=back) if back.id in left:
                found = [one for one in found if one != back.id]
            case _:
                pass
    return tuple(found)


def _replaced(parties: list[str], fact: f.PartySucceeded | f.PartyDivided) -> list[str]:
    """Put those that come in the place of others where these stood, each once."""
    come = (fact.successor,) if isinstance(fact, f.PartySucceeded) else fact.successors
    return list(
        dict.fromkeys(now for ident in parties for now in (come if ident in gone(fact) else (ident,)))
    )


def gone(fact: f.Fact) -> tuple[str, ...]:
    """Who no longer takes part by a fact: who left, was merged into another, or was divided."""
    if isinstance(fact, f.PartySucceeded):
        return fact.predecessors
    return (fact.predecessor,) if isinstance(fact, f.PartyDivided) else _left(fact)


def _left(fact: f.Fact) -> tuple[str, ...]:
    return (fact.party,) if isinstance(fact, f.PartyLeft) else ()


def joined_under_a_used_id(known: Known) -> bool:
    """Tell whether a party joined under the id of one that was merged or divided before."""
    used: set[str] = set()
    for entry in known:
        match entry.fact:
            case f.PartySucceeded() | f.PartyDivided() as fact:
                used.update(gone(fact))
            case f.PartyJoined(party=party) if party.id in used:
                return True
            case _:
                pass
    return False


_COMING_AND_GOING: Final = (f.PartyJoined, f.PartyLeft, f.PartySucceeded, f.PartyDivided)


def _since_it_joined(known: Known, party: str, at: Place) -> Known:
    """Who came and went since the last time that a party joined before it was named at a place."""
    moves = [entry for entry in known if isinstance(entry.fact, _COMING_AND_GOING)]
    joined = [
        number
        for number, e in enumerate(moves)
        if isinstance(e.fact, f.PartyJoined) and e.fact.party.id == party and place(e) <= at
    ]
    return tuple(moves[joined[-1] :] if joined else [e for e in moves if place(e) >= at])


Named = tuple[About | None, Place]
"""A subject, and the place in the order of events at which it was named."""


def subjects(known: Known, named: Named) -> tuple[About | None, ...]:
    """What a fact is about now: a party is whoever stands for it, all else is itself."""
    about, at = named
    if about is None or about.kind != "party":
        return (about,)
    return tuple(About("party", ident) for ident in heirs(known, about.id, at))


def same(known: Known, one: Named, other: Named) -> bool:
    """Two subjects are the same when something stands for both: a party and its successor are one."""
    return not set(subjects(known, one)).isdisjoint(subjects(known, other))


# --- statements ------------------------------------------------------------------------------------


def statements(known: Known, topic: str, day: date) -> tuple[Entry[f.Stated], ...]:
    """A statement is valid through its `until`, and until a later one with `holds=False` takes it back.

    That is one with the same topic, about and track; it is no statement itself.
    """
    every = [entry for entry in of(known, f.Stated) if entry.fact.topic == topic]
    valid = [e for e in every if e.fact.holds and (e.fact.until is None or e.fact.until >= day)]
    return tuple(e for e in valid if not any(_takes_back(known, other, e) for other in every))


def _takes_back(known: Known, other: Entry[f.Stated], entry: Entry[f.Stated]) -> bool:
    if other.fact.holds or place(other) <= place(entry):
        return False
    one, two = (entry.fact.about, place(entry)), (other.fact.about, place(other))
    return other.fact.track == entry.fact.track and same(
        tuple(e for e in known if place(e) <= place(other)), one, two
    )


# --- agreements ------------------------------------------------------------------------------------


@attrs.frozen
class Agreement:
    """An agreement as it stands: what was drafted, and what revisions made of it.

    `parties` gives for each party in the text the place where it came into it, `former` for each that is
    out of it the place where it was taken out, `obliged` for each that has an obligation the place where
    that was said. `ends` are the last days that it had, each with its place; `signed` who signed it,
    where, and in which entry; `made` are the numbers of the entries that drafted and revised it.
    """

    id: str
    kind: str
    form: str | None
    parties: dict[str, Place]
    former: dict[str, Place]
    obliged: dict[str, Place]
    clauses: tuple[str, ...]
    start: date | None
    end: date | None
    principal: bool
    ends: tuple[tuple[Place, date], ...]
    signed: tuple[tuple[str, Place, int], ...]
    made: tuple[int, ...]


def agreements(known: Known) -> tuple[Agreement, ...]:
    """The agreements in the order in which they were drafted.

    What a revision gives replaces what was there; clauses add up. A party that signs again has signed then.
    """
    found: dict[str, Agreement] = {}
    for entry in known:
        match entry.fact:
            case f.AgreementDrafted() as text:
                found[text.agreement] = _drafted(text, entry)
            case f.AgreementRevised() as text:
                found[text.agreement] = _revised(found[text.agreement], text, entry)
            case f.Signed(agreement=ident, party=party):
                before, signature = found[ident], (party, place(entry), entry.number)
                others = tuple(other for other in before.signed if other[0] != party)
                found[ident] = attrs.evolve(before, signed=(*others, signature))
            case _:
                pass
    return tuple(found.values())


def _drafted(text: f.AgreementDrafted, entry: Entry) -> Agreement:
    at = place(entry)
    return Agreement(
        id=text.agreement,
        kind=text.kind,
        form=text.form,
        parties=dict.fromkeys(text.parties, at),
        former={},
        obliged=dict.fromkeys(text.obliged, at),
        clauses=text.clauses,
        start=text.start,
        end=text.end,
        principal=text.principal,
        ends=() if text.end is None else ((at, text.end),),
        signed=(),
        made=(entry.number,),
    )


def _revised(before: Agreement, text: f.AgreementRevised, entry: Entry) -> Agreement:
    at = place(entry)
    now = tuple(before.parties) if text.parties is None else text.parties
    out = {party: at for party in before.parties if party not in now}
    return attrs.evolve(
        before,
        parties={party: before.parties.get(party, at) for party in now},
        former={party: gone for party, gone in (before.former | out).items() if party not in now},
        obliged=before.obliged if text.obliged is None else dict.fromkeys(text.obliged, at),
        clauses=tuple(dict.fromkeys(before.clauses + text.clauses)),
        start=before.start if text.start is None else text.start,
        end=before.end if text.end is None else text.end,
        principal=before.principal if text.principal is None else text.principal,
        ends=before.ends if text.end is None else (*before.ends, (at, text.end)),
        made=(*before.made, entry.number),
    )


def principal(known: Known) -> Agreement | None:
    """Rules on other tracks read the principal agreement, where there is one and no more."""
    found = [agreement for agreement in agreements(known) if agreement.principal]
    return found[0] if len(found) == 1 else None
