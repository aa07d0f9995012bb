"""Commitments: what a party brings in, whether it came, and what it will do by when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import attrs

from gezondsamen.dossier import facts as f
from gezondsamen.dossier.known import Known
from gezondsamen.terms import of


@attrs.frozen
class Contribution:
    """Say what a party was asked for, agreed to bring in, or kept of that, and how much.

    `party` is the one that it falls to now, also where it took the place of who agreed. `on` is the day
    and `entry` the number of the entry that says so.
    """

    party: str
    kind: str = attrs.field(metadata=of("contribution_kind"))
    status: str = attrs.field(metadata=of("contribution_status"))
    amount: float | None
    unit: str | None
    on: date
    entry: int


@attrs.frozen
class Action:
    """Say what was agreed to be done: by whom, in which sector, by when; `done` once it is.

    `owner` is the party that it falls to now. `on` is the day and `entry` the number of the entry that
    says so last.
    """

    id: str
    text: str
    owner: str
    sector: str = attrs.field(metadata=of("sector"))
    due: date
    done: date | None
    on: date
    entry: int


def contributions_known(known: Known) -> tuple[Contribution, ...]:
    """Return the contributions, in the order in which they were put on record."""
    return tuple(
        Contribution(
            party=known.heir(e.fact.party),
            kind=e.fact.kind,
            status=e.fact.status,
            amount=e.fact.amount,
            unit=e.fact.unit,
            on=e.fact.on,
            entry=e.number,
        )
        for e in known.of(f.ContributionRecorded)
    )


def contributions_standing(every: Iterable[Contribution]) -> tuple[Contribution, ...]:
    """Return of each party and kind the latest contribution, in the order in which these were recorded.

    Where the latest says no amount, as when it was kept, the amount is that of before.
    """
    found: dict[tuple[str, str], Contribution] = {}
    for one in every:
        before = found.pop((one.party, one.kind), None)
        if before is not None and one.amount is None:
            one = attrs.evolve(one, amount=before.amount, unit=before.unit)  # noqa: PLW2901
        found[one.party, one.kind] = one
    return tuple(found.values())


def actions_known(known: Known) -> tuple[Action, ...]:
    """Return the actions, each as it was put on record last, in that order."""
    return tuple(
        Action(
            id=e.fact.action,
            text=e.fact.text,
            owner=known.heir(e.fact.owner),
            sector=e.fact.sector,
            due=e.fact.due,
            done=e.fact.done,
            on=e.fact.on,
            entry=e.number,
        )
        for e in known.of(f.ActionAgreed)
    )
