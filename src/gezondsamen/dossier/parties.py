"""Parties: the organisations and groups that work together, and what a fact can be about."""

from __future__ import annotations

from typing import Final, Literal

import attrs

from gezondsamen.arguments import wrong
from gezondsamen.errors import InvalidArgument
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
