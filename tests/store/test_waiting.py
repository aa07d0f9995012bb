"""Where many write to one database: opening and reading wait for nobody, writing waits for its turn."""

from __future__ import annotations

import itertools
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest
import sqlalchemy as sa

import gezondsamen as gs
from gezondsamen.store import Store, engines
from tests.store.databases import postgres_url
from tests.support.builders import DAY, said, started


@pytest.fixture
def url(tmp_path: Path) -> str:
    url = f"sqlite:///{tmp_path / 'cases.db'}"
    with Store(url) as store:
        store.create(started(gs.PPS, id="a"))
    return url


def test_a_store_is_opened_and_read_while_another_writes(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever holds a case keeps nobody from opening the store, nor from reading what was there before."""
    monkeypatch.setattr(engines, "TRIES", 1)
    with Store(url) as store, store.changing("a") as change:
        change.case = change.case.record(*said("purpose"))
        with Store(url) as other:
            assert other.load("a").version == 1
            assert [row.version for row in other.cases()] == [1]


def test_who_waits_too_long_to_write_is_told(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """After all tries the error of the database comes out, nothing is written, and the store goes on."""
    monkeypatch.setattr(engines, "TRIES", 3)
    with Store(url) as store, Store(url) as other:
        before = other.load("a")
        after = before.record(*said("purpose"))
        with store.changing("a"), pytest.raises(sa.exc.OperationalError, match="locked"):
            other.save(before, after)
        assert other.load("a") == before
        other.save(before, after)
        assert store.load("a") == after


def test_who_waits_longer_than_one_try_still_gets_a_turn(url: str) -> None:
    """A writer goes on trying for as long as another holds a case, and then writes."""
    tries = itertools.count(1)
    third = Event()

    def refused(_: sa.ExceptionContext) -> None:
        if next(tries) == 3:
            third.set()

    with Store(url) as store, Store(url) as other, ThreadPoolExecutor(1) as pool:
        before = other.load("a")
        sa.event.listen(other.engine, "handle_error", refused)
        with store.changing("a"):
            waiting = pool.submit(other.save, before, before.record(*said("purpose")))
            assert third.wait(60)
            assert not waiting.done()
        waiting.result()
        assert store.load("a").version == 2


@pytest.mark.parametrize("database", ["sqlite", "postgres"])
def test_many_open_a_new_store_at_once(database: str, tmp_path: Path) -> None:
    """The tables are made once, by whoever is first."""
    url = f"sqlite:///{tmp_path / 'new.db'}" if database == "sqlite" else postgres_url()()

    def opened(number: int) -> None:
        with Store(url) as store:
            store.create(gs.Collaboration.start(gs.PPS, id=f"case-{number}", on=DAY))

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(opened, range(6)))
    with Store(url) as store:
        assert len(tuple(store.ids())) == 6
