"""Roles: who holds which, for which party, since when and until when."""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs

from gezondsamen.dossier import facts as f
from gezondsamen.dossier.dossier import Dossier
from gezondsamen.dossier.fold import follow
from gezondsamen.dossier.journal import Entry
from gezondsamen.dossier.known import Known
from gezondsamen.dossier.ledger import Ledger
from gezondsamen.terms import of


@attrs.frozen
class Role:
    """Say who holds a role: a party, a person or both; without `party`, somebody outside the parties.

    `party` is the one that holds it now, also where it took the place of who got the role. `since` is
    the day of the assignment and `entry` its number in the journal; `until` and `ended_in` are the day
    and the number of the entry that ended it, None while it is held. `track` narrows it to one track.
    """

    role: str = attrs.field(metadata=of("role"))
    party: str | None
    person: str | None
    track: str | None
    since: date
    entry: int
    until: date | None = None
    ended_in: int | None = None


def roles_held(known: Known) -> tuple[Role, ...]:
    """Return the roles that are held, in the order in which they were assigned."""
    return tuple(_role(entry, known) for entry in known.of(f.RoleAssigned))


def every_role(dossier: Dossier) -> tuple[Role, ...]:
    """Return the roles that are held and those that ended, in the order in which they were assigned."""
    assigned: list[Entry[Any]] = []
    ended: dict[int, Entry] = {}
    ledger = Ledger(Known())
    roles = ledger.shelf(f.RoleAssigned)
    for entry in dossier.events():
        before = len(roles.taken)
        follow(ledger, entry, entry.place)
        ended |= {role.number: entry for role in roles.taken[before:]}
        if type(entry.fact) is f.RoleAssigned:
            assigned.append(entry)
    known = ledger.closed()
    return tuple(_role(entry, known, ended.get(entry.number)) for entry in assigned)


def _role(entry: Entry[f.RoleAssigned], known: Known, end: Entry | None = None) -> Role:
    fact = entry.fact
    party = None if fact.party is None else known.heir(fact.party)
    return Role(
        role=fact.role,
        party=party,
        person=fact.person,
        track=fact.track,
        since=fact.on,
        entry=entry.number,
        until=None if end is None else end.fact.on,
        ended_in=None if end is None else end.number,
    )
