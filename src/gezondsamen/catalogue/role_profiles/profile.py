"""A role profile: who usually holds a role, and in which processes it plays."""

from __future__ import annotations

import attrs

from gezondsamen.citations import Citation
from gezondsamen.labels import Label
from gezondsamen.terms import of, to_key, to_keys


@attrs.frozen
class RoleProfile:
    """Say which kinds of party usually hold a role, and in which processes the role plays.

    `otherwise` says in words what no kind of party says: another holder, or where in its organisation.
    Without processes the role plays in every one. A profile describes; it asks nothing: which roles
    must be filled, the rules say.

    >>> from gezondsamen.citations import Work
    >>> guide = Citation(Work("guide", "A guide"))
    >>> RoleProfile("programme_manager", "municipality", ("network", "pps"), guide).plays_in("pps")
    True
    """

    role: str = attrs.field(converter=to_key, metadata=of("role"))
    held_by: tuple[str, ...] = attrs.field(converter=to_keys, metadata=of("party_kind"))
    processes: tuple[str, ...] = attrs.field(converter=to_keys)
    citation: Citation
    otherwise: Label | None = None

    def plays_in(self, process: str) -> bool:
        """Tell whether the role plays in the process with this key."""
        return not self.processes or process in self.processes
