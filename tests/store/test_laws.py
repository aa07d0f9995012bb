"""The laws that are shipped for any store, asked of ours on each database, and of one kept in memory."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

import gezondsamen as gs
from gezondsamen.store import CaseExists, CaseStore, Store, UnknownCase, added, check_version, replaced
from gezondsamen.testing import CaseStoreTests
from tests.store.databases import postgres_url


class Ours(CaseStoreTests):
    """Stores of ours, closed at the end of each test."""

    @contextmanager
    def urls(self, url: Callable[[], str]) -> Iterator[None]:
        self.url, self.stores = url, list[Store]()
        yield
        for store in self.stores:
            store.close()

    def opened(self, url: str) -> CaseStore:
        made = Store(url)
        self.stores.append(made)
        return made

    def store(self) -> CaseStore:
        return self.opened(self.url())

    def again(self, store: CaseStore) -> CaseStore:
        assert isinstance(store, Store)
        return self.opened(store.engine.url.render_as_string(hide_password=False))


class TestOnSqlite(Ours):
    """A file of SQLite."""

    @pytest.fixture(autouse=True)
    def _folder(self, tmp_path: Path) -> Iterator[None]:
        numbers = itertools.count()
        with self.urls(lambda: f"sqlite:///{tmp_path / str(next(numbers))}.db"):
            yield


class TestOnPostgres(Ours):
    """A schema of PostgreSQL for each store."""

    @pytest.fixture(autouse=True)
    def _server(self) -> Iterator[None]:
        with self.urls(postgres_url()):
            yield


class Kept:
    """A store of a few lines, as a host might write one."""

    def __init__(self) -> None:
        self.cases: dict[str, str] = {}

    def create(self, case: gs.Collaboration) -> None:
        if case.id in self.cases:
            raise CaseExists.of(case.id)
        self.cases[case.id] = gs.dumps(case)

    def load(self, ident: str) -> gs.Collaboration:
        if ident not in self.cases:
            raise UnknownCase.of(ident)
        return gs.loads(self.cases[ident], as_=gs.Collaboration)

    def save(self, before: gs.Collaboration, after: gs.Collaboration) -> None:
        added(before, after)
        self._write(before, after)

    def rewrite(self, before: gs.Collaboration, after: gs.Collaboration) -> None:
        replaced(before, after)
        self._write(before, after)

    def _write(self, before: gs.Collaboration, after: gs.Collaboration) -> None:
        text = gs.dumps(after)
        kept = self.load(before.id)
        check_version(before, kept.version, kept)
        del self.cases[before.id]
        self.cases[after.id] = text

    def ids(self) -> Iterator[str]:
        yield from sorted(self.cases)


class TestOnADictionary(CaseStoreTests):
    """A store by another hand; threads are left out, for it has no lock."""

    test_many_writers_lose_nothing: Any = None

    def store(self) -> CaseStore:
        return Kept()
