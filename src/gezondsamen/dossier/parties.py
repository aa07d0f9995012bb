"""Parties: the organisations and groups that work together, who stands for whom, and what facts are about."""

from __future__ import annotations

from typing import Final, Literal

import attrs

from gezondsamen.arguments import wrong
from gezondsamen.errors import InvalidArgument
from gezondsamen.frozen import FrozenDict
from gezondsamen.terms import maybe_key, of, to_key, to_keys

NO_ONE: Final = "*"
"""The id under which findings speak of no party at all; no party bears it."""

TOGETHER: Final = "+"
"""The sign between the ids of parties that are meant together; a new party has an id without it."""

AboutKind = Literal["party", "sector", "role", "matter"]


@attrs.frozen
class About:
    """Say what a fact is about: a party, a sector, a role, or a matter named freely by the host.

    >>> About("party", "gemeente")
    About(kind='party', id='gemeente')
    """

    kind: AboutKind
    id: str

    @classmethod
    def of(cls, value: About | str | tuple[str, str] | None) -> About | None:
        """Return what is meant: an `About`, a (kind, id) pair, or the id of a party."""
        if value is None or isinstance(value, About):
            return value
        if isinstance(value, str):
            return cls("party", value)
        if not isinstance(value, tuple) or len(value) != 2:
            raise wrong("about", "an About, the id of a party, or a kind and an id", value, InvalidArgument)
        kind, ident = value
        return cls(kind, ident)  # type: ignore[arg-type]


@attrs.frozen
class Party:
    """Describe an organisation or group that can take part.

    `id` is the host's own and opaque; `kind` and `sectors` are terms; `internal` marks a party
    inside the organisation that keeps the case. The side (public, private or neither) follows from
    the kind; `counts_as` overrides it for this party.

    >>> Party(id="gemeente", name="Gemeente Waterstad", kind="municipality").internal
    False
    """

    id: str
    name: str
    kind: str = attrs.field(converter=to_key, metadata=of("party_kind"))
    sectors: tuple[str, ...] = attrs.field(default=(), converter=to_keys, metadata=of("sector"))
    internal: bool = False
    counts_as: str | None = attrs.field(default=None, converter=maybe_key, metadata=of("side"))


class Kinship:
    """Read who stands for whom, of whatever holds it.

    `lines` gives for each successor all ids that count as its own, `heirs` for each of those the parties
    that took its place.
    """

    lines: FrozenDict[str, frozenset[str]]
    heirs: FrozenDict[str, tuple[str, ...]]

    def same(self, one: About | None, other: About | None) -> bool:
        """Tell whether two subjects are the same, a party and its successor taken as one."""
        if one == other or one is None or other is None or not self.heirs:
            return one == other
        parties = one.kind == other.kind == "party"
        return parties and not set(self.heirs_of(one.id)).isdisjoint(self.heirs_of(other.id))

    def heirs_of(self, party: str) -> tuple[str, ...]:
        """Return who stands for a party now: itself, or those that took its place."""
        return self.heirs.get(party) or (party,)

    def heir(self, party: str) -> str:
        """Return the one that stands for a party now; itself where it was divided among several."""
        heirs = self.heirs_of(party)
        return heirs[0] if len(heirs) == 1 else party

    def line(self, party: str) -> frozenset[str]:
        """Return every id that counts as this party: its own, and those it succeeded."""
        return self.lines.get(party) or frozenset((party,))
