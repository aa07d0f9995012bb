"""What is known at one moment: who takes part, where the tracks stand, which agreements and entries count."""

from __future__ import annotations

from functools import cached_property
from typing import Any, Final, TypeVar

import attrs

from gezondsamen.dossier import facts as f
from gezondsamen.dossier.agreements import Agreement
from gezondsamen.dossier.journal import Entry
from gezondsamen.dossier.parties import Kinship, Party
from gezondsamen.dossier.pile import EMPTY, Pile
from gezondsamen.dossier.tracks import Place, Track
from gezondsamen.frozen import FrozenDict

F = TypeVar("F", bound=f.Fact)

Drawer = tuple[type, str | None]
"""Where an entry is filed: its class, and its topic or subject where facts are asked for by it."""

_NOTHING: Final[FrozenDict[Any, Any]] = FrozenDict()


@attrs.frozen
class Member:
    """Say when a party took part, and which entries say so."""

    party: Party
    joined: Place
    entry: int
    left: Place | None = None
    left_in: int | None = None


@attrs.frozen(slots=False)
class Known(Kinship):
    """Hold everything that is known at one moment, made by a fold (`fold`) and never changed.

    `members` every party that ever took part and `names` what each is called, `active` the ids of those
    that take part, in order of joining; `lines` gives for each successor all ids that count as its own,
    `heirs` for each of those the parties that took its place; `returned` where each party that came back
    had left last; `filed` holds entries by what they are asked for; `latest` is where the last of them
    stands.
    """

    members: FrozenDict[str, Member] = _NOTHING
    names: FrozenDict[str, str] = _NOTHING
    active: tuple[str, ...] = ()
    lines: FrozenDict[str, frozenset[str]] = _NOTHING
    heirs: FrozenDict[str, tuple[str, ...]] = _NOTHING
    returned: FrozenDict[str, Place] = _NOTHING
    tracks: FrozenDict[str, Track] = _NOTHING
    agreements: FrozenDict[str, Agreement] = _NOTHING
    filed: FrozenDict[Drawer, Pile] = _NOTHING
    latest: Place | None = None

    def counts(self, party: str, entry: Entry) -> bool:
        """Tell whether an entry was made in the time that a party takes part now: not before it left."""
        return party not in self.returned or entry.place > self.returned[party]

    def of(self, kind: type[F], key: str | None = None) -> tuple[Entry[F], ...]:
        """Return the entries that stand, of one class of fact, with this topic or subject."""
        return self.filed.get((kind, key), EMPTY).entries

    # What every question asks is worked out once: it is read from parts that do not change.

    @cached_property
    def parties(self) -> tuple[Party, ...]:
        """The parties that take part, in order of joining."""
        members = self.members
        return tuple([members[ident].party for ident in self.active])

    @cached_property
    def titles(self) -> FrozenDict[str, str]:
        """The titles of the agreements by their ids; empty for one that has none."""
        if not self.agreements:
            return _NOTHING
        return FrozenDict({ident: text.title or "" for ident, text in self.agreements.items()})
