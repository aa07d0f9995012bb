"""A store: collaborations kept as the rows of their journals, in SQLite or PostgreSQL.

Nothing else in the library keeps anything; whoever has a store of their own needs none of this but
the protocol `CaseStore`. `Store` is loaded when it is asked for: it is the only door to SQLAlchemy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gezondsamen.store.protocol import (
    CaseExists,
    CaseStore,
    NotAppended,
    StaleVersion,
    UnknownCase,
    added,
    check_version,
    replaced,
)
from gezondsamen.store.rows import AgendaItem, CaseRow, News, agenda, by_case, row_of

if TYPE_CHECKING:
    from gezondsamen.store.store import Change, NewerSchema, Store

__all__ = [
    "AgendaItem",
    "CaseExists",
    "CaseRow",
    "CaseStore",
    "Change",
    "NewerSchema",
    "News",
    "NotAppended",
    "StaleVersion",
    "Store",
    "UnknownCase",
    "added",
    "agenda",
    "by_case",
    "check_version",
    "replaced",
    "row_of",
]


def __getattr__(name: str) -> Any:
    if name in ("Change", "NewerSchema", "Store"):
        from gezondsamen.errors import MissingExtra

        try:
            import sqlalchemy  # noqa: F401
        except ImportError:
            raise MissingExtra("store", "sqlalchemy") from None
        from gezondsamen.store import store

        return getattr(store, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
