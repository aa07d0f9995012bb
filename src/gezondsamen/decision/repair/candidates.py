"""Candidates for the fields of a draft: terms of the process, unused ids, parties that a selection picks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import attrs

from gezondsamen.decision.situation import Situation
from gezondsamen.dossier import facts as f
from gezondsamen.dossier.parties import Party
from gezondsamen.drafts import Blank, Draft, NothingToChoose
from gezondsamen.process import conditions as c


def first_term(s: Situation, scheme: str, *, but: tuple[str, ...] = (), group: str | None = None) -> str:
    """Return the first term of a scheme that fits; raises `NothingToChoose` when none does."""
    for key, term in s.process.vocabulary.get(scheme, {}).items():
        if key not in but and (group is None or group in term.groups):
            return key
    raise NothingToChoose(f"process {s.process.key!r} has no {scheme} to choose")


def unused_id(stem: str, taken: Iterable[str]) -> str:
    """Return an id with this stem that nobody bears."""
    taken = set(taken)
    return next(name for n in range(1, len(taken) + 2) if (name := f"{stem}-{n}") not in taken)


def party_draft(which: c.Parties, s: Situation, **changes: Any) -> Draft:
    """Return the draft of a party that a selection picks."""
    kinds = kinds_left(which, s)
    if not kinds:
        raise NothingToChoose(f"process {s.process.key!r} has no kind of party that fits")
    kind = kinds[0]
    party = Party(
        id=unused_id(kind, s.known.members),
        name="",
        kind=kind,
        sectors=which.sectors[:1],
        internal=which.internal is True,
    )
    blanks = (Blank("name", "name"), Blank("id", "id"), Blank("kind", "choice", "party_kind"))
    return Draft(f.PartyJoined(s.day, attrs.evolve(party, **changes)), blanks)


def joining(which: c.Parties | None, s: Situation) -> list[Draft]:
    """Return the drafts that bring in a party of this selection, with its role where one is asked.

    There are none where a party that joins today would not be the newcomer that the step asks for.
    """
    if not s.takes_newcomers:
        return []
    which = which or c.Parties()
    agreement = s.known.agreements.get(s.track.name)
    if agreement is not None:
        outside = [p.id for p in s.select(which, s.active) if not s.known.line(p.id) & {*agreement.parties}]
        if outside:
            revised = f.AgreementRevised(s.day, agreement.id, (*agreement.parties, outside[0]))
            return [Draft(revised, (Blank("parties", "parties"),))]
    joined = party_draft(which, s)
    if not which.roles or not isinstance(joined.fact, f.PartyJoined):
        return [joined]
    role = f.RoleAssigned(s.day, which.roles[0], joined.fact.party.id)
    return [joined, Draft(role, (Blank("person", "person"),))]


def kinds_left(which: c.Parties, s: Situation) -> list[str]:
    """Return the kinds of party that a selection leaves open."""
    terms = s.process.vocabulary.get("party_kind", {})
    return [
        key
        for key, term in terms.items()
        if (not which.kinds or key in which.kinds)
        and (not which.sides or not set(which.sides).isdisjoint(term.groups))
    ]
