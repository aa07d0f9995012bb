"""The fold: facts in the order of events become what is known; a fact that cannot follow is refused.

Persistent values: each fact gives a new `Known` that shares what did not change with the one before.
"""

from __future__ import annotations

from functools import singledispatch
from typing import Any

import attrs

from gezondsamen.dossier import facts as f
from gezondsamen.dossier.agreements import Agreement, Signature
from gezondsamen.dossier.journal import Entry
from gezondsamen.dossier.known import Drawer, Known, Member
from gezondsamen.dossier.parties import NO_ONE, About
from gezondsamen.dossier.pile import EMPTY, Pile
from gezondsamen.dossier.tracks import Place, Track
from gezondsamen.errors import InvalidRecord, shown
from gezondsamen.frozen import FrozenDict
from gezondsamen.terms import nearest, unknown


def follow(known: Known, entry: Entry, place: Place | None = None) -> Known:
    """Return what is known after one more entry, which stands later than all before.

    `place` is the entry's own, where the caller has it at hand.

    Raises `InvalidRecord` when the fact cannot follow: it names an unknown party, track or
    agreement, repeats an id, or contradicts what is known.
    """
    fact = entry.fact
    place = entry.place if place is None else place
    if type(fact) is f.StepTaken:
        return _step(known, fact, place)
    if type(fact) is not f.TrackOpened:
        track = getattr(fact, "track", None)
        if track is not None and track not in known.tracks and track not in known.agreements:
            raise _unknown("track", track, [*known.tracks, *known.agreements])
    return _apply(fact, known, entry, place)


def _step(known: Known, fact: f.StepTaken, place: Place) -> Known:
    track = known.tracks.get(fact.track)
    if track is None:
        raise _unknown("track", fact.track, list(known.tracks))
    check_order(fact, place, track)
    return known.with_track(track.after(fact.trigger, fact.about, fact.phase, place), place)


def check_order(fact: f.StepTaken, place: Place, track: Track) -> None:
    """Refuse a step that does not come after the last one of its track."""
    if place <= track.moved or place[1] < track.moved[1]:
        raise InvalidRecord(
            "before-last-step",
            f"step {fact.trigger!r} on {fact.on} lies before the last step, on {track.moved[0]}",
            fact.trigger,
            values={"last": str(track.moved[0])},
        )


def _file(known: Known, key: Drawer, entry: Entry, place: Place) -> Known:
    return known.with_filed(key, known.filed.get(key, EMPTY).plus(entry), place)


@singledispatch
def _apply(fact: Any, known: Known, entry: Entry, place: Place) -> Known:
    raise InvalidRecord("not-a-fact", f"{shown(fact)} is not a fact that can be recorded", shown(fact))


@_apply.register
def _(fact: f.TrackOpened, known: Known, entry: Entry, place: Place) -> Known:
    if fact.track in known.tracks:
        raise InvalidRecord("duplicate-track", f"track {fact.track!r} is open already", fact.track)
    track = Track(
        name=fact.track,
        process=fact.process,
        phase=fact.phase,
        entered=place,
        moved=place,
        arrivals=FrozenDict({fact.phase: place}),
        taken=FrozenDict(),
        adopted=fact.since is not None,
        opened=fact.on,
        entry=entry.number,
    )
    return known.with_track(track, place)


@_apply.register
def _(fact: f.PartyJoined, known: Known, entry: Entry, place: Place) -> Known:
    ident = fact.party.id
    if ident == NO_ONE:
        raise InvalidRecord(
            "reserved", f"{ident!r} stands for no party at all: a party has another id", ident
        )
    if _is_active(known, ident):
        raise InvalidRecord("duplicate-party", f"party {ident!r} takes part already", ident)
    before = known.members.get(ident)
    if before is not None and before.left is not None and ident not in known.heirs:
        known = _returning(known, ident, before.left, place)
    return known.changed(
        place,
        members=known.members.plus(ident, Member(fact.party, place, entry.number)),
        names=known.names.plus(ident, fact.party.name),
        active=(*known.active, ident),
    )


def _returning(known: Known, party: str, left: Place, place: Place) -> Known:
    """Return what is known when a party comes back: what it said, agreed to and signed before is over.

    What it shared with others that came of one party stays theirs, and is its own no more.
    """
    shared = {ident for ident in known.line(party) if known.heirs_of(ident) not in ((ident,), (party,))}
    line = known.line(party) - shared
    theirs = {ident: tuple(x for x in known.heirs_of(ident) if x != party) for ident in shared}
    filed = dict(known.filed)
    for drawer, pile in known.filed.items():
        if drawer[0] in _ITS_OWN:
            kept = tuple(e for e in pile.entries if not (e.place < left and _is_of(e.fact, line)))
            filed[drawer] = Pile.of(kept)
    agreements = {
        ident: attrs.evolve(text, signatures=tuple(s for s in text.signatures if s.party not in line))
        for ident, text in known.agreements.items()
    }
    return known.changed(
        place,
        filed=FrozenDict(filed),
        agreements=FrozenDict(agreements),
        returned=known.returned.plus(party, left),
        lines=known.lines.plus(party, line) if shared else known.lines,
        heirs=FrozenDict({**known.heirs, **theirs}) if shared else known.heirs,
    )


_ITS_OWN = (f.Stated, f.Quantified, f.Consented, f.ContributionRecorded)
"""The facts that say what a party is and agrees to, beside its roles and signatures; what was done, stays."""


def _is_of(fact: Any, line: frozenset[str]) -> bool:
    about = getattr(fact, "about", None)
    if about is not None:
        return about.kind == "party" and about.id in line
    return getattr(fact, "party", None) in line


@_apply.register
def _(fact: f.PartyLeft, known: Known, entry: Entry, place: Place) -> Known:
    _require_active(known, fact.party)
    return _without(known, (fact.party,), place, roles_end=True)


@_apply.register
def _(fact: f.PartySucceeded, known: Known, entry: Entry, place: Place) -> Known:
    _require_active(known, fact.successor)
    for party in fact.predecessors:
        _require_active(known, party)
    if fact.successor in fact.predecessors or not fact.predecessors:
        raise InvalidRecord(
            "succession", f"party {fact.successor!r} succeeds other parties, not itself", fact.successor
        )
    after = _without(known, fact.predecessors, place, roles_end=False)
    return _passed(after, fact.predecessors, (fact.successor,), place)


@_apply.register
def _(fact: f.PartyDivided, known: Known, entry: Entry, place: Place) -> Known:
    one, several = fact.predecessor, fact.successors
    for party in (one, *several):
        _require_active(known, party)
    if one in several or len(set(several)) < max(2, len(several)):
        raise InvalidRecord(
            "division", f"party {one!r} is divided into two others or more, each named once", one
        )
    return _passed(_without(known, (one,), place, roles_end=True), (one,), several, place)


def _passed(known: Known, gone: tuple[str, ...], heirs: tuple[str, ...], place: Place) -> Known:
    """Return what is known when all that counted for parties that are gone counts for each of their heirs."""
    theirs = frozenset[str]().union(*map(known.line, gone))
    lines = {**known.lines, **{heir: known.line(heir) | theirs for heir in heirs}}
    passed = dict(known.heirs)
    for ident in (*theirs, *gone):
        stayed = [heir for heir in known.heirs_of(ident) if heir not in gone]
        passed[ident] = tuple(dict.fromkeys((*stayed, *heirs)))
    return known.changed(place, lines=FrozenDict(lines), heirs=FrozenDict(passed))


def _without(known: Known, parties: tuple[str, ...], place: Place, *, roles_end: bool) -> Known:
    members = dict(known.members)
    for party in parties:
        members[party] = attrs.evolve(members[party], left=place)
    filed = known.filed
    if roles_end:
        gone = frozenset[str]().union(*map(known.line, parties))
        held = tuple(e for e in known.of(f.RoleAssigned) if e.fact.party not in gone)
        filed = filed.plus((f.RoleAssigned, None), Pile.of(held))
    active = tuple(ident for ident in known.active if ident not in parties)
    return known.changed(place, members=FrozenDict(members), active=active, filed=filed)


@_apply.register
def _(fact: f.RoleAssigned, known: Known, entry: Entry, place: Place) -> Known:
    if fact.party is not None:
        _require_active(known, fact.party)
    return _file(known, (f.RoleAssigned, None), entry, place)


@_apply.register
def _(fact: f.RoleEnded, known: Known, entry: Entry, place: Place) -> Known:
    held = known.of(f.RoleAssigned)
    holders = known.line(fact.party) if fact.party is not None else frozenset((None,))
    kept = tuple(
        e
        for e in held
        if (e.fact.role, e.fact.track) != (fact.role, fact.track)
        or e.fact.party not in holders
        or (fact.person is not None and e.fact.person != fact.person)
    )
    if len(kept) == len(held):
        whose = f" of {fact.party!r}" if fact.party else ""
        raise InvalidRecord("role-not-held", f"role {fact.role!r}{whose} is not held", fact.role)
    return known.with_filed((f.RoleAssigned, None), Pile.of(kept), place)


@_apply.register
def _(fact: f.Stated, known: Known, entry: Entry, place: Place) -> Known:
    _require_subject(known, fact.about)
    if fact.holds:
        return _file(known, (f.Stated, fact.topic), entry, place)
    kept = tuple(
        e
        for e in known.of(f.Stated, fact.topic)
        if e.fact.track != fact.track or not known.same(e.fact.about, fact.about)
    )
    return known.with_filed((f.Stated, fact.topic), Pile.of(kept), place)


@_apply.register
def _(fact: f.Quantified, known: Known, entry: Entry, place: Place) -> Known:
    _require_subject(known, fact.about)
    return _file(known, (f.Quantified, fact.topic), entry, place)


@_apply.register
def _(fact: f.Consented, known: Known, entry: Entry, place: Place) -> Known:
    _require_active(known, fact.party)
    return _file(known, (f.Consented, fact.subject), entry, place)


@_apply.register
def _(fact: f.Met, known: Known, entry: Entry, place: Place) -> Known:
    for party in fact.parties:
        _require_active(known, party)
    return _file(known, (f.Met, None), entry, place)


@_apply.register
def _(fact: f.ContributionRecorded, known: Known, entry: Entry, place: Place) -> Known:
    _require_active(known, fact.party)
    return _file(known, (f.ContributionRecorded, None), entry, place)


@_apply.register
def _(fact: f.AgreementDrafted, known: Known, entry: Entry, place: Place) -> Known:
    if fact.agreement in known.agreements:
        raise InvalidRecord(
            "duplicate-agreement", f"agreement {fact.agreement!r} exists already", fact.agreement
        )
    if fact.agreement in known.tracks:
        raise InvalidRecord(
            "duplicate-track",
            f"a track is called {fact.agreement!r} already: an agreement needs a name of its own",
            fact.agreement,
        )
    drafted = Agreement.drafted(fact, entry.number, place)
    _check_agreement(known, drafted)
    return known.with_agreement(drafted, place)


@_apply.register
def _(fact: f.AgreementRevised, known: Known, entry: Entry, place: Place) -> Known:
    revised = _agreement(known, fact.agreement).revised(fact, entry.number, place)
    _check_agreement(known, revised)
    return known.with_agreement(revised, place)


@_apply.register
def _(fact: f.Signed, known: Known, entry: Entry, place: Place) -> Known:
    agreement = _agreement(known, fact.agreement)
    _require_active(known, fact.party)
    if not known.line(fact.party) & {*agreement.parties, *agreement.obliged}:
        raise InvalidRecord(
            "not-a-party",
            f"{fact.party!r} is not a party to agreement {fact.agreement!r}; "
            "record it in AgreementDrafted or AgreementRevised first",
            fact.party,
            nearest=nearest(fact.party, agreement.parties),
        )
    signed = agreement.signed(Signature(fact.party, fact.on, entry.number))
    return known.with_agreement(signed, place)


@_apply.register
def _(fact: f.ActionAgreed, known: Known, entry: Entry, place: Place) -> Known:
    _require_active(known, fact.owner)
    others = tuple([e for e in known.of(f.ActionAgreed) if e.fact.action != fact.action])
    return known.with_filed((f.ActionAgreed, None), Pile.of((*others, entry)), place)


@_apply.register(f.EvaluationPlanned)
@_apply.register(f.EvaluationHeld)
@_apply.register(f.WaiverGranted)
def _(fact: Any, known: Known, entry: Entry, place: Place) -> Known:
    return _file(known, (type(fact), None), entry, place)


def _agreement(known: Known, ident: str) -> Agreement:
    found = known.agreements.get(ident)
    if found is None:
        raise _unknown("agreement", ident, list(known.agreements))
    return found


def _check_agreement(known: Known, agreement: Agreement) -> None:
    for party in (*agreement.parties, *agreement.obliged):
        if party not in known.members:
            raise _unknown("party", party, list(known.members))
    for party in agreement.obliged:
        if party not in agreement.parties:
            raise InvalidRecord(
                "obliged-not-party",
                f"{party!r} has an obligation in agreement {agreement.id!r} but is not a party to it",
                party,
            )
    if agreement.start and agreement.end and agreement.end < agreement.start:
        raise InvalidRecord("dates", f"agreement {agreement.id!r} ends before it starts", str(agreement.end))


def _require_subject(known: Known, about: About | None) -> None:
    if about is not None and about.kind == "party" and about.id not in known.members:
        raise _unknown("party", about.id, list(known.members))


def _is_active(known: Known, party: str) -> bool:
    member = known.members.get(party)  # not looked for among all that are active: they may be many
    return member is not None and member.left is None


def _require_active(known: Known, party: str) -> None:
    if _is_active(known, party):
        return
    if party not in known.members:
        raise _unknown("party", party, list(known.members))
    heirs = " and ".join(map(repr, known.heirs.get(party, ())))
    now = f"; {heirs} took its place" if heirs else ""
    raise InvalidRecord("party-left", f"party {party!r} does not take part on that day{now}", party)


def _unknown(what: str, key: str, choices: list[str]) -> InvalidRecord:
    known = ", ".join(map(repr, choices)) or "none"
    message = f"{what} {key!r} is not known on that day; known: {known}."
    return unknown(InvalidRecord, what, key, choices, message)
