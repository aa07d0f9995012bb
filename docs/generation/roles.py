"""The page of role profiles: who usually holds a role, and where it plays."""

from __future__ import annotations

import gezondsamen as gs
from generation.markdown import both, cited, code, page, plain, process_link, table
from generation.standing import PROCESSES
from gezondsamen.catalogue.role_profiles import ROLE_PROFILES, RoleProfile

_ROLES = """\
Of every role, who usually holds it and in which processes it plays, in `gezondsamen.catalogue.role_profiles`.
A profile describes what the sources tell; it asks nothing. Which roles must be filled, the
[rules](rules.md) say.
"""

_TERMS = {(term.scheme, term.key): term for process in PROCESSES for term in process.terms}


def roles_page() -> str:
    """Return the page of all role profiles."""
    rows = (
        (
            code(x.role),
            both(_TERMS["role", x.role].label),
            _holders(x),
            ", ".join(process_link(gs.PROCESSES[key], text=key) for key in x.processes) or "all",
            cited(x.citation),
        )
        for x in ROLE_PROFILES
    )
    head = ("key", "role, *rol*", "usually held by", "processes", "source")
    return page("Roles", _ROLES, *table(head, rows), anchor="roles")


def _holders(x: RoleProfile) -> str:
    kinds = [plain(_TERMS["party_kind", key].label.en) for key in x.held_by]
    return "; ".join([*kinds, *([plain(x.otherwise.en)] if x.otherwise else [])])
