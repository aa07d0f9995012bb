"""Logs in OCEL 2.0 as a database of SQLite: the relational form, which tools open without a parser."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from datetime import date
from typing import Any, Final

from gezondsamen.collaboration import Collaboration
from gezondsamen.exchange.event_logs.happened import EVENT_ATTRIBUTES
from gezondsamen.exchange.event_logs.ocel import Log, told_value
from gezondsamen.exchange.event_logs.signs import instant, plain
from gezondsamen.exchange.event_logs.things import OBJECT_ATTRIBUTES, Thing

_TABLES: Final = """
CREATE TABLE {0}_map_type (ocel_type TEXT PRIMARY KEY, ocel_type_map TEXT NOT NULL);
CREATE TABLE {0} (ocel_id TEXT PRIMARY KEY, ocel_type TEXT NOT NULL REFERENCES {0}_map_type (ocel_type));
"""
_RELATIONS: Final = """
CREATE TABLE {0} (
  {1} TEXT NOT NULL REFERENCES {2} (ocel_id),
  {3} TEXT NOT NULL REFERENCES object (ocel_id),
  ocel_qualifier TEXT NOT NULL,
  PRIMARY KEY ({1}, {3}, ocel_qualifier)
);
"""
_KINDS: Final = {"string": "TEXT", "time": "TIMESTAMP", "boolean": "BOOLEAN", "float": "REAL"}
_TAKEN: Final = ("object", "map_type")
"""What no type is mapped to: `event_object` and others are tables of the format itself."""


def to_ocel_sqlite(collaborations: Iterable[Collaboration], *, until: date) -> bytes:
    """Return the log of real cases in OCEL 2.0 as a database of SQLite: write it to a file in binary.

    It tells what `to_ocel` tells. A value that came later stands in a row of its own, with the name of the
    attribute as `ocel_changed_field`. The database is made in memory: where that is too small, take the
    pieces of `to_ocel`.

    Raises `InvalidArgument` for a day that is none, and for what is no collaboration.

    >>> from datetime import date
    >>> import gezondsamen as gs
    >>> case = gs.Collaboration.start(gs.PPS, id="waterstad", title="Waterstad", on=date(2024, 1, 8))
    >>> to_ocel_sqlite([case], until=date(2024, 12, 31))[:15]
    b'SQLite format 3'
    """
    log = Log.of(collaborations, until)
    with closing(sqlite3.connect(":memory:")) as base:
        events = _types(base, "event", dict.fromkeys(log.event_types(), EVENT_ATTRIBUTES))
        objects = _types(base, "object", OBJECT_ATTRIBUTES)
        base.executescript(_RELATIONS.format("event_object", "ocel_event_id", "event", "ocel_object_id"))
        base.executescript(_RELATIONS.format("object_object", "ocel_source_id", "object", "ocel_target_id"))
        for thing in log.things():
            name = plain(thing.id)
            base.execute("INSERT INTO object VALUES (?, ?)", (name, thing.type))
            for row in _rows(thing):
                _insert(base, objects[thing.type], {"ocel_id": name, **row})
            _relate(base, "object_object", name, thing.related)
        for event in log.events():
            name = plain(event.id)
            base.execute("INSERT INTO event VALUES (?, ?)", (name, event.type))
            told = {key: told_value(value) for key, value in event.attributes}
            _insert(base, events[event.type], {"ocel_id": name, "ocel_time": instant(event.on), **told})
            _relate(base, "event_object", name, event.related)
        base.commit()
        return base.serialize()


def _types(base: sqlite3.Connection, what: str, types: Mapping[str, dict[str, str]]) -> dict[str, str]:
    """Make the tables of events or of objects; return the table of each type, which SQLite keeps apart."""
    base.executescript(_TABLES.format(what))
    tables: dict[str, str] = {}
    taken = set(_TAKEN)
    for number, (name, attributes) in enumerate(types.items()):
        mapped = name.replace(" ", "_")
        mapped = f"{mapped}_{number}" if mapped.casefold() in taken else mapped
        taken.add(mapped.casefold())
        tables[name] = f"{what}_{mapped}"
        base.execute(f"INSERT INTO {what}_map_type VALUES (?, ?)", (name, mapped))
        columns = [f'"{key}" {_KINDS[kind]}' for key, kind in attributes.items()]
        columns += ["ocel_changed_field TEXT"] if what == "object" else []
        key = " PRIMARY KEY" if what == "event" else ""
        base.execute(
            f'CREATE TABLE "{tables[name]}" (ocel_id TEXT{key} REFERENCES {what} (ocel_id), '
            f"ocel_time TIMESTAMP, {', '.join(columns)})"
        )
    return tables


def _rows(thing: Thing) -> Iterator[dict[str, Any]]:
    """Return what an object began with as a row, then each value that came later as one."""
    first = min((day for _, day, _ in thing.attributes), default=None)
    begun: dict[str, Any] = {"ocel_time": None if first is None else instant(first)}
    later = []
    for name, day, value in thing.attributes:
        if day == first and name not in begun:
            begun[name] = told_value(value)
        else:
            later.append({"ocel_time": instant(day), name: told_value(value), "ocel_changed_field": name})
    yield begun
    yield from later


def _insert(base: sqlite3.Connection, table: str, row: Mapping[str, Any]) -> None:
    columns = ", ".join(f'"{name}"' for name in row)
    places = ", ".join("?" * len(row))
    base.execute(f'INSERT INTO "{table}" ({columns}) VALUES ({places})', tuple(row.values()))


def _relate(base: sqlite3.Connection, table: str, name: str, related: Iterable[tuple[str, str]]) -> None:
    rows = ((name, plain(other), qualifier) for qualifier, other in related)
    base.executemany(f"INSERT INTO {table} VALUES (?, ?, ?)", rows)
