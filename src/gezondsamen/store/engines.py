"""Engines: how connections to SQLite and PostgreSQL are made, and how a transaction that writes begins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa

from gezondsamen.errors import InvalidArgument, shown

PATIENCE = 60
"""Seconds that SQLite waits for whoever is writing."""

TURN = 50
"""Milliseconds of one try of SQLite to begin to write.

Within a try it looks ever more seldom. Whoever waits in one long try is passed by those who just finished
and begin again, for minutes where many write; many short tries give each a turn.
"""

TRIES = PATIENCE * 1000 // TURN
"""How often a transaction is begun where the database is busy."""

_ONE: dict[str, Any] = {
    "poolclass": sa.QueuePool,
    "pool_size": 1,
    "max_overflow": 0,
    "connect_args": {"check_same_thread": False},
}
"""A database in memory lives in one connection: threads take turns."""

_WRITES = "gezondsamen_writes"


def engine_of(url: str | sa.Engine) -> sa.Engine:
    """Return the engine for a URL, set up so that nothing acknowledged is lost.

    Raises `InvalidArgument` for what is no URL of a database.
    """
    if isinstance(url, sa.Engine):
        engine = url
    elif not isinstance(url, str | sa.URL):
        raise _refused(url)
    else:
        try:
            made = sa.make_url(url)
            in_memory = made.get_backend_name() == "sqlite" and made.database in (None, "", ":memory:")
            engine = sa.create_engine(made, **(_ONE if in_memory else {"pool_pre_ping": True}))
        except (sa.exc.ArgumentError, sa.exc.NoSuchModuleError, ValueError) as problem:
            # Nobody reads the password of a database in a log.
            raise _refused(re.sub(r"//.*@", "//***@", str(url)), f": {problem}") from None
    if engine.dialect.name == "sqlite" and not sa.event.contains(engine, "connect", _connected):
        sa.event.listen(engine, "connect", _connected)
        sa.event.listen(engine, "begin", _begun)
    return engine


def _refused(url: object, why: str = "") -> InvalidArgument:
    return InvalidArgument("not-a-database", f"{shown(url)} is no URL of a database{why}", shown(url))


def _connected(connection: Any, _: object) -> None:
    """Set up a connection to SQLite: readers do not wait for writers, and what is written is on the disk."""
    connection.isolation_level = None  # transactions are begun below, not by the driver
    for pragma in (f"busy_timeout={PATIENCE * 1000}", "journal_mode=WAL", "synchronous=FULL"):
        connection.execute(f"PRAGMA {pragma}")


def _begun(connection: sa.Connection) -> None:
    """Begin a transaction of SQLite: one that writes takes its place in the queue at once."""
    begin = ["BEGIN"]
    if connection.get_execution_options().get(_WRITES):
        begin = [f"PRAGMA busy_timeout={TURN}", "BEGIN IMMEDIATE"]
    for statement in (*begin, f"PRAGMA busy_timeout={PATIENCE * 1000}"):
        connection.exec_driver_sql(statement)


@contextmanager
def writing(engine: sa.Engine) -> Iterator[sa.Connection]:
    """Hold a transaction that writes: committed at the end, undone by an error; begun again while busy."""
    with engine.connect().execution_options(**{_WRITES: True}) as connection:
        for left in reversed(range(TRIES)):
            try:
                transaction = connection.begin()
                break
            except sa.exc.OperationalError:
                if not left:
                    raise
        with transaction:
            yield connection
