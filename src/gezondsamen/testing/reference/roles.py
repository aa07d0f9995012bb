"""Who holds which role: read from the entries that count, from the first to the last."""

from __future__ import annotations

import attrs

from gezondsamen.dossier import facts as f
from gezondsamen.testing.reference.record import Known


@attrs.frozen
class Held:
    """A role that is held: the entry that assigned it, and the party that holds it now, if any.

    `before` are those that held it before another took their place.
    """

    entry: int
    fact: f.RoleAssigned
    party: str | None
    before: tuple[str | None, ...] = ()


def roles_held(known: Known) -> tuple[Held, ...]:
    """A role is held from its assignment until it ends, or until its party leaves or is divided.

    A successor holds the roles of those in whose place it came. The end of a role names the party that holds
    it, or held it before another took its place; without a party it is of somebody outside the parties. It
    is of the same track, and with a person of that one alone.
    """
    held: list[Held] = []
    for entry in known:
        match entry.fact:
            case f.RoleAssigned() as fact:
                held.append(Held(entry.number, fact, fact.party))
            case f.RoleEnded() as end:
                held = [one for one in held if not _ends(end, one)]
            case f.PartyLeft(party=gone) | f.PartyDivided(predecessor=gone):
                held = [one for one in held if one.party != gone]
            case f.PartySucceeded() as merger:
                held = [_passed_on(one, merger) for one in held]
            case _:
                pass
    return tuple(held)


def _ends(end: f.RoleEnded, held: Held) -> bool:
    fact = held.fact
    return (
        end.role == fact.role
        and end.party in (held.party, *held.before)
        and (end.person is None or end.person == fact.person)
        and end.track == fact.track
    )


def _passed_on(held: Held, merger: f.PartySucceeded) -> Held:
    if held.party not in merger.predecessors:
        return held
    return attrs.evolve(held, party=merger.successor, before=(*held.before, held.party))
