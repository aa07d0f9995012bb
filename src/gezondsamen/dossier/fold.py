"""The fold: facts in the order of events become what is known; a fact that cannot follow is refused.

One function for each kind of fact, in one table; those about who takes part are in `membership`. What is
known while it goes on is a `Ledger`. A fact that is refused leaves the ledger as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

import attrs

from gezondsamen.dossier import facts as f
from gezondsamen.dossier import membership
from gezondsamen.dossier.agreements import Agreement, Signature
from gezondsamen.dossier.journal import Entry
from gezondsamen.dossier.known import Known
from gezondsamen.dossier.ledger import Ledger, not_known
from gezondsamen.dossier.parties import About
from gezondsamen.dossier.tracks import Place, Track
from gezondsamen.errors import InvalidRecord, shown
from gezondsamen.frozen import FrozenDict
from gezondsamen.terms import nearest


def folded(entries: Iterable[Entry], known: Known = Known()) -> Known:  # noqa: B008 - a frozen value
    """Return what is known after entries in the order of events, which stand later than all before.

    Raises `InvalidRecord` as `follow` does.
    """
    ledger = Ledger(known)
    for entry in entries:
        follow(ledger, entry, entry.place)
    return ledger.closed()


def follow(ledger: Ledger, entry: Entry, place: Place) -> None:
    """Take one more entry into a ledger, which stands later than all before, at `place`: its own.

    Raises `InvalidRecord` when the fact cannot follow: it names an unknown party, track or
    agreement, repeats an id, or contradicts what is known.
    """
    fact: Any = entry.fact
    kind = type(fact)
    follower = FOLLOWERS.get(kind)
    if follower is None:
        raise InvalidRecord("not-a-fact", f"{shown(fact)} is not a fact that can be recorded", shown(fact))
    if kind in _NARROWED and fact.track is not None:
        _require_track(ledger, fact.track)
    follower(fact, ledger, entry, place)
    ledger.latest = place


# --- tracks ------------------------------------------------------------------------------------------


def _require_track(ledger: Ledger, track: str) -> None:
    if track not in ledger.tracks and track not in ledger.agreements:
        raise not_known("track", track, [*ledger.tracks, *ledger.agreements])


def after_step(known: Known, fact: f.StepTaken, place: Place) -> Known:
    """Return what is known after one step, as `folded` does: without a ledger it takes half the time.

    Raises `InvalidRecord` as `follow` does.
    """
    k, tracks = known, known.tracks.plus(fact.track, _moved(fact, known.tracks, place))
    return Known(
        k.members, k.names, k.active, k.lines, k.heirs, k.returned, tracks, k.agreements, k.filed, place
    )


def _step(fact: f.StepTaken, ledger: Ledger, entry: Entry, place: Place) -> None:
    ledger.put("tracks", fact.track, _moved(fact, ledger.tracks, place))


def _moved(fact: f.StepTaken, tracks: Mapping[str, Track], place: Place) -> Track:
    """Return the track of a step as it stands after it; refuse one that does not come after the last."""
    track = tracks.get(fact.track)
    if track is None:
        raise not_known("track", fact.track, list(tracks))
    if place[0] < track.moved[0] or place[1] < track.moved[1]:
        raise InvalidRecord(
            "before-last-step",
            f"step {fact.trigger!r} on {fact.on} lies before the last step, on {track.moved[0]}",
            fact.trigger,
            values={"last": str(track.moved[0])},
        )
    return track.after(fact.trigger, fact.about, fact.phase, place)


def _opened(fact: f.TrackOpened, ledger: Ledger, entry: Entry, place: Place) -> None:
    if fact.track in ledger.tracks:
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
    ledger.put("tracks", fact.track, track)


# --- roles, and what is filed by what it is about ----------------------------------------------------


def _assigned(fact: f.RoleAssigned, ledger: Ledger, entry: Entry, place: Place) -> None:
    if fact.party is not None:
        ledger.require_active(fact.party)
    ledger.file((f.RoleAssigned, None), entry)


def _ended(fact: f.RoleEnded, ledger: Ledger, entry: Entry, place: Place) -> None:
    def ends(held: f.RoleAssigned) -> bool:
        same = (held.role, held.track) == (fact.role, fact.track)
        return same and (fact.person is None or held.person == fact.person)

    roles = ledger.shelf(f.RoleAssigned)
    holders = (None,) if fact.party is None else ledger.line(fact.party)
    if not sum([roles.take_out(holder, ends) for holder in holders]):
        whose = f" of {fact.party!r}" if fact.party else ""
        raise InvalidRecord("role-not-held", f"role {fact.role!r}{whose} is not held", fact.role)


def _stated(fact: f.Stated, ledger: Ledger, entry: Entry, place: Place) -> None:
    _require_subject(ledger, fact.about)
    if fact.holds:
        ledger.file((f.Stated, fact.topic), entry)
        return
    statements = ledger.shelf(f.Stated, fact.topic)
    subjects = [x for x in statements.keys if ledger.same(x, fact.about)] if ledger.heirs else [fact.about]
    for about in subjects:
        statements.take_out(about, lambda said: said.track == fact.track)


def _quantified(fact: f.Quantified, ledger: Ledger, entry: Entry, place: Place) -> None:
    _require_subject(ledger, fact.about)
    ledger.file((f.Quantified, fact.topic), entry)


def _require_subject(ledger: Ledger, about: About | None) -> None:
    if about is not None and about.kind == "party" and about.id not in ledger.members:
        raise not_known("party", about.id, list(ledger.members))


def _consented(fact: f.Consented, ledger: Ledger, entry: Entry, place: Place) -> None:
    ledger.require_active(fact.party)
    ledger.file((f.Consented, fact.subject), entry)


# --- what is filed by its class ----------------------------------------------------------------------


def _met(fact: f.Met, ledger: Ledger, entry: Entry, place: Place) -> None:
    for party in fact.parties:
        ledger.require_active(party)
    ledger.file((f.Met, None), entry)


def _contributed(fact: f.ContributionRecorded, ledger: Ledger, entry: Entry, place: Place) -> None:
    ledger.require_active(fact.party)
    ledger.file((f.ContributionRecorded, None), entry)


def _action(fact: f.ActionAgreed, ledger: Ledger, entry: Entry, place: Place) -> None:
    ledger.require_active(fact.owner)
    actions = ledger.shelf(f.ActionAgreed)
    actions.take_out(fact.action)  # the latest of each counts, and stands last
    actions.add(entry)


def _filed(fact: Any, ledger: Ledger, entry: Entry, place: Place) -> None:
    ledger.file((type(fact), None), entry)


# --- agreements --------------------------------------------------------------------------------------


def _drafted(fact: f.AgreementDrafted, ledger: Ledger, entry: Entry, place: Place) -> None:
    if fact.agreement in ledger.agreements:
        raise InvalidRecord(
            "duplicate-agreement", f"agreement {fact.agreement!r} exists already", fact.agreement
        )
    if fact.agreement in ledger.tracks:
        raise InvalidRecord(
            "duplicate-track",
            f"a track is called {fact.agreement!r} already: an agreement needs a name of its own",
            fact.agreement,
        )
    drafted = Agreement.drafted(fact, entry.number, place)
    _check_agreement(ledger, drafted)
    ledger.put("agreements", fact.agreement, drafted)


def _revised(fact: f.AgreementRevised, ledger: Ledger, entry: Entry, place: Place) -> None:
    agreement = ledger.agreement(fact.agreement)
    revised = agreement.revised(fact, entry.number, place)
    _check_agreement(ledger, revised)
    ledger.revise(revised)


def _signed(fact: f.Signed, ledger: Ledger, entry: Entry, place: Place) -> None:
    agreement = ledger.agreement(fact.agreement)
    ledger.require_active(fact.party)
    signing = ledger.signing(agreement)
    if ledger.line(fact.party).isdisjoint(signing.parties):
        raise InvalidRecord(
            "not-a-party",
            f"{fact.party!r} is not a party to agreement {fact.agreement!r}; "
            "record it in AgreementDrafted or AgreementRevised first",
            fact.party,
            nearest=nearest(fact.party, agreement.parties),
        )
    signing.sign(Signature(fact.party, fact.on, entry.number))


def _check_agreement(ledger: Ledger, agreement: Agreement) -> None:
    inside = frozenset(agreement.parties)
    for party in (*agreement.parties, *agreement.obliged):
        if party not in ledger.members:
            raise not_known("party", party, list(ledger.members))
    for party in agreement.obliged:
        if party not in inside:
            raise InvalidRecord(
                "obliged-not-party",
                f"{party!r} has an obligation in agreement {agreement.id!r} but is not a party to it",
                party,
            )
    if agreement.start and agreement.end and agreement.end < agreement.start:
        raise InvalidRecord("dates", f"agreement {agreement.id!r} ends before it starts", str(agreement.end))


FOLLOWERS: Final[dict[type[f.Fact], Callable[[Any, Ledger, Entry, Place], None]]] = {
    f.TrackOpened: _opened,
    f.StepTaken: _step,
    f.PartyJoined: membership.joined,
    f.PartyLeft: membership.left,
    f.PartySucceeded: membership.succeeded,
    f.PartyDivided: membership.divided,
    f.RoleAssigned: _assigned,
    f.RoleEnded: _ended,
    f.Stated: _stated,
    f.Quantified: _quantified,
    f.Consented: _consented,
    f.Met: _met,
    f.ContributionRecorded: _contributed,
    f.AgreementDrafted: _drafted,
    f.AgreementRevised: _revised,
    f.Signed: _signed,
    f.ActionAgreed: _action,
    f.EvaluationPlanned: _filed,
    f.EvaluationHeld: _filed,
    f.WaiverGranted: _filed,
}
"""What each kind of fact does to the ledger; a retraction is no event, and is read before the fold."""

_NARROWED: Final = frozenset(
    kind
    for kind in FOLLOWERS
    if kind not in (f.TrackOpened, f.StepTaken) and "track" in attrs.fields_dict(kind)
)
"""The kinds of fact that can be about one track."""
