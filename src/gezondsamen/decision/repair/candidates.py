"""Candidates for the fields of a draft: terms of the process, unused ids, parties that a selection picks."""

from __future__ import annotations

from typing import Any

import attrs

from gezondsamen.decision.situation import Situation
from gezondsamen.dossier import facts as f
from gezondsamen.dossier.parties import Party
from gezondsamen.forms.blanks import Blank
from gezondsamen.forms.drafts import Draft, NothingToChoose
from gezondsamen.forms.fitting import holders, unused_id
from gezondsamen.process import conditions as c


def first_term(s: Situation, scheme: str, *, but: tuple[str, ...] = ()) -> str:
    """Return the first term of a scheme that fits; raises `NothingToChoose` when none does."""
    for key in s.process.vocabulary.get(scheme, {}):
        if key not in but:
            return key
    raise NothingToChoose(f"process {s.process.key!r} has no {scheme} to choose")


def party_draft(which: c.Parties, s: Situation, **changes: Any) -> Draft:
    """Return the draft of a party that a selection picks."""
    fit, rest = kinds_left(which, s), list[str]()
    if which.roles:
        fit, rest = holders(s.process, which.roles[0], fit)
    kinds = (*fit, *rest)
    if not kinds:
        raise NothingToChoose(f"process {s.process.key!r} has no kind of party that fits")
    kind = kinds[0]
    known = not which.roles or bool(rest) or len(kinds) == 1  # else it can be anybody's
    party = Party(
        id=unused_id(kind, s.known.members),
        name="",
        kind=kind,
        sectors=which.sectors[:1],
        internal=which.internal is True,
    )
    blanks = (
        Blank(("party", "name"), "name"),
        Blank(("party", "id"), "id"),
        Blank(("party", "kind"), "choice", "party_kind", choices=kinds, fitting=len(fit), preset=known),
    )
    return Draft(f.PartyJoined(s.day, attrs.evolve(party, **changes)), blanks)


def joining(which: c.Parties | None, s: Situation) -> list[Draft]:
    """Return the drafts that bring in a party of this selection, with its role where one is asked.

    There are none where a party that joins today would not be the newcomer that the step asks for, or
    those are asked for who were there already.
    """
    return counted(which or c.Parties(), s) if s.takes_newcomers else []


def counted(which: c.Parties, s: Situation) -> list[Draft]:
    """Return the drafts that bring in a party of this selection where all that take part are counted."""
    if which.taken_over:
        return []
    agreement = s.known.agreements.get(s.track.name)
    if agreement is not None:
        outside = [p.id for p in s.select(which, s.active) if not s.known.line(p.id) & {*agreement.parties}]
        if outside:
            revised = f.AgreementRevised(s.day, agreement.id, (*agreement.parties, outside[0]))
            return [Draft(revised, (Blank(("parties",), "parties"),))]
    able = _able(which, s)
    if able is not None:
        return [_assigned(*able, s)]
    joined = party_draft(which, s)
    if not which.roles or not isinstance(joined.fact, f.PartyJoined):
        return [joined]
    return [joined, _assigned(which.roles[0], joined.fact.party.id, s)]


def _assigned(role: str, party: str, s: Situation) -> Draft:
    return Draft(f.RoleAssigned(s.day, role, party), (Blank(("person",), "person", required=False),))


def _able(which: c.Parties, s: Situation) -> tuple[str, str] | None:
    """Return a role asked for and a party that takes part, is all else that is asked, and can hold it."""
    if s.step is not None and s.step.concerns == "party":
        return None
    others = [p for p in s.select(attrs.evolve(which, roles=()), s.concerned) if not s.select(which, [p])]
    for role in which.roles:
        kinds, _rest = holders(s.process, role, [p.kind for p in others])
        for party in others:
            if party.kind in kinds:
                return role, party.id
    return None


def kinds_left(which: c.Parties, s: Situation) -> list[str]:
    """Return the kinds of party that a selection leaves open."""
    terms = s.process.vocabulary.get("party_kind", {})
    return [
        key
        for key, term in terms.items()
        if (not which.kinds or key in which.kinds)
        and (not which.sides or not set(which.sides).isdisjoint(term.groups))
    ]
