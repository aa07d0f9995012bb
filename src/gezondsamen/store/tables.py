"""Tables: the entries, what is made of them for lists, and the ledger that counts; versions of all that."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import sqlalchemy as sa

from gezondsamen.errors import InvalidArgument

SCHEMA: Final = 1
"""The version of these tables."""

UPGRADES: Final[Mapping[int, tuple[str, ...]]] = {}
"""The statements that bring tables of a version to the next one, by the version that they start from."""

META: Final = sa.MetaData()

ENTRIES: Final = sa.Table(
    "gezondsamen_entry",
    META,
    sa.Column("case_id", sa.String, primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("position", sa.BigInteger, nullable=False, unique=True),
    sa.Column("entry", sa.Text, nullable=False),
)
"""What was recorded: one row for each entry, as its document. All other tables but the ledger follow."""

CASES: Final = sa.Table(
    "gezondsamen_case",
    META,
    sa.Column("id", sa.String, primary_key=True),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("title", sa.String, nullable=False),
    sa.Column("latest", sa.Date, nullable=False, index=True),
    sa.Column("agenda_until", sa.Date, nullable=False, index=True),
)

TRACKS: Final = sa.Table(
    "gezondsamen_track",
    META,
    sa.Column("case_id", sa.String, primary_key=True),
    sa.Column("track", sa.String, primary_key=True),
    sa.Column("place", sa.Integer, nullable=False),
    sa.Column("process", sa.String, nullable=False),
    sa.Column("phase", sa.String, nullable=False),
    sa.Column("entered", sa.Date, nullable=False),
    sa.Column("final", sa.Boolean, nullable=False),
    sa.Index("gezondsamen_track_phase", "process", "phase"),
)

AGENDA: Final = sa.Table(
    "gezondsamen_agenda",
    META,
    sa.Column("case_id", sa.String, primary_key=True),
    sa.Column("key", sa.String, primary_key=True),
    sa.Column("kind", sa.String, nullable=False),
    sa.Column("track", sa.String, nullable=False),
    sa.Column("name", sa.String, nullable=False),
    sa.Column("on", sa.Date, nullable=False, index=True),
    sa.Column("deadline", sa.Date, nullable=True),
)

LEDGER: Final = sa.Table(
    "gezondsamen_ledger",
    META,
    sa.Column("name", sa.String, primary_key=True),
    sa.Column("value", sa.BigInteger, nullable=False),
)
"""Numbers that are one for the whole store: the version of its tables, and how many entries it took in.

Whoever writes raises the second one first and holds its row until the end: positions follow one another
without gaps, in the order in which they can be read.
"""


_MAKING: Final = 0x67_65_7A_6F_6E_64
"""The lock of PostgreSQL under which tables are made: of several who open a new store, one makes them."""


class NewerSchema(InvalidArgument):
    """Report tables of a later version of this library."""


def prepared(connection: sa.Connection) -> bool:
    """Tell whether the tables are there, and of this version."""
    try:
        found = connection.scalar(sa.select(LEDGER.c.value).where(LEDGER.c.name == "schema"))
    except sa.exc.DBAPIError:  # there is no such table
        return False
    return found == SCHEMA


def prepare(connection: sa.Connection) -> None:
    """Create the tables, or bring those that are there to this version.

    Raises `NewerSchema` when they are of a later one.
    """
    if connection.dialect.name == "postgresql":  # SQLite lets in one writer at a time by itself
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_MAKING)))
    META.create_all(connection)
    found = connection.scalar(sa.select(LEDGER.c.value).where(LEDGER.c.name == "schema"))
    if found is None:
        connection.execute(
            LEDGER.insert(), [{"name": "schema", "value": SCHEMA}, {"name": "position", "value": 0}]
        )
        return
    if found > SCHEMA:
        message = (
            f"the tables are of version {found}, and this gezondsamen knows {SCHEMA}; update gezondsamen"
        )
        raise NewerSchema("newer-schema", message, str(found))
    for version in range(found, SCHEMA):
        for statement in UPGRADES[version]:
            connection.exec_driver_sql(statement)
    connection.execute(LEDGER.update().where(LEDGER.c.name == "schema").values(value=SCHEMA))
