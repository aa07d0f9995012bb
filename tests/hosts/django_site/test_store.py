"""The store on Django's tables keeps the laws of any store, on both databases."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, ClassVar

import pytest
import sqlalchemy as sa
from cases.models import Case, Entry
from cases.store import DjangoStore
from django.core.management import call_command
from django.db import connections
from django.db.models import ProtectedError

from gezondsamen.store import CaseStore, agenda
from gezondsamen.testing import CaseStoreTests
from tests.store.databases import postgres_url


class Django(CaseStoreTests):
    """One database, emptied for each store, and another connection to it for whoever opens it again."""

    opened: ClassVar[list[Any]] = []

    @classmethod
    @contextmanager
    def database(cls, **settings: Any) -> Iterator[None]:
        for alias in ("laws", "again"):
            connections.databases[alias] = {**connections.databases["default"], **settings}
        call_command("migrate", database="laws", verbosity=0)
        yield
        for alias in ("laws", "again"):
            connections[alias].close()
            del connections[alias]
            del connections.databases[alias]

    @pytest.fixture(autouse=True)
    def _closed(self, _database: None) -> Iterator[None]:
        yield
        while self.opened:
            self.opened.pop().close()

    def store(self) -> CaseStore:
        Entry.objects.using("laws").all().delete()
        Case.objects.using("laws").all().delete()
        return DjangoStore("laws")

    def again(self, store: CaseStore) -> CaseStore:
        if threading.current_thread() is not threading.main_thread():
            connection = connections["again"]  # a thread has its own, and ends without closing it
            connection.inc_thread_sharing()
            self.opened.append(connection)
        return DjangoStore("again")


class TestOnSqlite(Django):
    """A file of SQLite."""

    @pytest.fixture(autouse=True, scope="class")
    @classmethod
    def _database(cls, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
        with cls.database(NAME=str(Path(tmp_path_factory.mktemp("django")) / "cases.sqlite3")):
            yield


class TestOnPostgres(Django):
    """A schema of PostgreSQL."""

    @pytest.fixture(autouse=True, scope="class")
    @classmethod
    def _database(cls) -> Iterator[None]:
        url = sa.make_url(postgres_url()())
        with cls.database(
            ENGINE="django.db.backends.postgresql",
            NAME=url.database,
            USER=url.username,
            HOST=url.host,
            PORT=url.port,
            OPTIONS=dict(url.query),
        ):
            yield


@pytest.mark.usefixtures("database")
def test_a_list_shows_what_the_case_says() -> None:
    """The row beside the entries has the phase, the version, and the first days of what is to be done."""
    store = DjangoStore()
    case = store.load("EX-07")
    row = Case.objects.get(ident="EX-07")
    assert (row.title, row.process, row.phase, row.version) == (case.title, "pps", case.phase, case.version)
    latest = max(entry.fact.on for entry in case.entries_after(0))
    assert row.due == min(item.on for item in agenda(case, latest))
    after = case.advance("suspend", on=latest)
    store.save(case, after)
    row.refresh_from_db()
    assert (row.phase, row.version) == (after.phase, after.version)


@pytest.mark.usefixtures("database")
def test_the_migrations_make_the_models() -> None:
    """Nothing in the models is missing from the migrations."""
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.usefixtures("database")
def test_a_case_with_entries_is_not_deleted() -> None:
    """A row that entries belong to stays."""
    with pytest.raises(ProtectedError):
        Case.objects.get(ident="EX-07").delete()
