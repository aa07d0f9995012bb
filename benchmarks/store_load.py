"""A store of ten thousand cases of 120 entries, on SQLite: what is due, lists, one case; bare reads beside.

A few dozen cases are saved by the store itself; all others are copies of their rows under other ids.
Times are of the processor, the least of some rounds; those by the clock are medians.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from time import process_time
from typing import Any

import sqlalchemy as sa

import gezondsamen as gs
from benchmarks.measuring import Figure, Subject, measure
from gezondsamen.phases import agreement
from gezondsamen.store import Store
from gezondsamen.store.tables import AGENDA, CASES, ENTRIES, LEDGER, TRACKS

CASES_KEPT = 10_000
ENTRIES_EACH = 120
KINDS = 40
TODAY = date(2026, 3, 2)
PARTIES = ("municipality", "retailer", "ggd")
ROUNDS = 5


def figures() -> list[Figure]:
    """Return the figures of this file."""
    with tempfile.TemporaryDirectory() as folder, Store(f"sqlite:///{folder}/cases.db") as store:
        fill(store)
        due = len(store.due(TODAY))
        wanted = sa.select(AGENDA).where(AGENDA.c.on <= TODAY)
        wanted = wanted.order_by(AGENDA.c.on, AGENDA.c.case_id, AGENDA.c.key)
        asks: dict[str, Callable[[], object]] = {
            "due": lambda: store.due(TODAY),
            "overdue": lambda: store.due(TODAY, overdue=True),
            "cases": store.cases,
            "bare": lambda: _read(store, wanted),
        }
        lists = measure({name: _repeated(ask) for name, ask in asks.items()}, rounds=ROUNDS)
        busy = {name: _processor(ask, ROUNDS) for name, ask in asks.items()}
        one = measure({"load": _loading(store), "bare": _reading(store)})
        idents = _idents()
        loaded = _processor(lambda: store.load(next(idents)), 200)
        size = (Path(folder) / "cases.db").stat().st_size / 1e6
    what = f"what is due in {CASES_KEPT:,} cases ({due:,} items)"
    return [
        Figure(what, busy["due"], "ms", 300),
        Figure("  by the clock", lists.median("due") / 1e3, "ms"),
        Figure("  beside a bare read of its rows", lists.ratio("due", "bare"), "x"),
        Figure("what is overdue", busy["overdue"], "ms"),
        Figure(f"a list of all {CASES_KEPT:,} cases", busy["cases"], "ms"),
        Figure(f"load one case of {ENTRIES_EACH} entries", loaded, "ms", 5),
        Figure("  by the clock", one.median("load") / 1e3, "ms"),
        Figure("  beside a bare read of its rows", one.ratio("load", "bare"), "x"),
        Figure("size of the file", size, "MB"),
    ]


def _processor(ask: Callable[[], object], times: int) -> float:
    """Return the least milliseconds of processor time: SQLite works inside, and others may be busy beside."""
    found = []
    for _ in range(times):
        begun = process_time()
        ask()
        found.append(process_time() - begun)
    return min(found) * 1e3


def fill(store: Store) -> None:
    """Put the cases in a store."""
    own = [running(number) for number in range(KINDS)]
    for case in own:
        store.create(case)
    at = KINDS * ENTRIES_EACH
    with store.engine.begin() as connection:
        rows = {table: _rows_by_case(connection, table) for table in (ENTRIES, CASES, TRACKS, AGENDA)}
        for number in range(KINDS, CASES_KEPT):
            of, to = own[number % KINDS].id, f"waterstad-{number}"
            for table, by_case in rows.items():
                copies = [_renamed(row, of, to) for row in by_case.get(of, ())]
                if table is ENTRIES:
                    copies = [row | {"position": at + place} for place, row in enumerate(copies, 1)]
                    at += len(copies)
                if copies:
                    connection.execute(table.insert(), copies)
        connection.execute(LEDGER.update().where(LEDGER.c.name == "position").values(value=at))
    assert store.load(f"waterstad-{CASES_KEPT - 1}").version == ENTRIES_EACH


def _rows_by_case(connection: sa.Connection, table: sa.Table) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for row in connection.execute(sa.select(table)).mappings():
        found.setdefault(row["id" if table is CASES else "case_id"], []).append(dict(row))
    return found


def _renamed(row: dict[str, Any], of: str, to: str) -> dict[str, Any]:
    """Return a row of another case: its id also stands in its first entry and in the ids of moments."""
    texts = ("case_id", "id", "key", "entry", "title")
    return {
        name: value.replace(of, to) if name in texts else value  # of a number no other number begins with
        for name, value in row.items()
    }


def running(number: int) -> gs.Collaboration:
    """Return a partnership with a covenant, followed for some time, of which most talks were held."""
    start = date(2024, 1, 8) + timedelta(days=9 * number)
    name, ids = f"waterstad-{number}", tuple(f"{kind}-1" for kind in PARTIES)
    case = gs.Collaboration.start(
        gs.PPS, id=name, title=name, on=start, phase="management", since=start, reason="liep al"
    )
    case = case.record(
        *(gs.PartyJoined(start, gs.Party(f"{kind}-1", kind, kind)) for kind in PARTIES),
        gs.AgreementDrafted(start, "convenant", "covenant", ids, ids, start=start, end=date(2028, 12, 31)),
        by="u-17",
    ).open(
        gs.AGREEMENT, on=start, track="convenant", phase=agreement.IN_FORCE, since=start, reason="van kracht"
    )
    return case.record(*islice(_said(number, start, ids), ENTRIES_EACH - case.version), by="u-17")


def _said(number: int, start: date, ids: tuple[str, ...]) -> Iterator[gs.Fact]:
    """Yield what happened since: contact, talks and messages as they are asked, and statements between."""
    day = start
    while day < TODAY - timedelta(days=10 * (number % 10)):
        day += timedelta(days=25)
        yield gs.Met(day, "progress_talk", ids)
        yield gs.Met(day, "announcement", ids)
        yield gs.EvaluationHeld(day, "progress_talk")
    while True:
        yield gs.Stated(start, "purpose", "Meer bewegen en gezonder eten in de wijk, van 0 tot 19 jaar")


def _read(store: Store, wanted: sa.Select[Any]) -> object:
    with store.engine.connect() as connection:
        return connection.execute(wanted).all()


def _repeated(ask: Callable[[], object]) -> Subject:
    def subject(times: int) -> None:
        for _ in range(times):
            ask()

    return subject


def _idents() -> Iterator[str]:
    """Yield ids all over the store, so that no read finds what the last one found."""
    number = 0
    while True:
        number = (number + 7919) % CASES_KEPT
        yield f"waterstad-{number}"


def _loading(store: Store) -> Subject:
    idents = _idents()
    return _repeated(lambda: store.load(next(idents)))


def _reading(store: Store) -> Subject:
    idents = _idents()
    entries = sa.select(ENTRIES.c.entry).order_by(ENTRIES.c.number)
    return _repeated(lambda: _read(store, entries.where(ENTRIES.c.case_id == next(idents))))
