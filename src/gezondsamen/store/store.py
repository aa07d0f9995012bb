"""The store on a database: entries written all or none, read back as cases; lists from rows beside."""

from __future__ import annotations

import weakref
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from types import TracebackType
from typing import Any, Self

import attrs
import sqlalchemy as sa

from gezondsamen import arguments
from gezondsamen.collaboration import Collaboration
from gezondsamen.dossier.journal import Entry
from gezondsamen.errors import InvalidArgument
from gezondsamen.exchange.documents import Processes, dumps, entries_of
from gezondsamen.exchange.migration import Rehearsal, rehearse
from gezondsamen.phases import PROCESSES
from gezondsamen.questions import by_key
from gezondsamen.renames import Renames
from gezondsamen.schedule.calendars import WorkingCalendar
from gezondsamen.store import rows
from gezondsamen.store.engines import engine_of, writing
from gezondsamen.store.protocol import CaseExists, UnknownCase, added, check_version, replaced
from gezondsamen.store.rows import AgendaItem, CaseRow, News, TrackRow
from gezondsamen.store.tables import AGENDA, CASES, ENTRIES, LEDGER, TRACKS, NewerSchema, prepare, prepared

__all__ = ["Change", "NewerSchema", "Store"]

LARGEST = 2**63 - 1
"""The largest whole number that a database takes."""

MANY = 500
"""How many rows are read at a time, where there may be any number."""


@attrs.define
class Change:
    """Hold a case while it is changed: what `case` is at the end is saved."""

    case: Collaboration


class Store:
    """Keep collaborations in a database: one row for each entry, only ever added to.

    `url` is an SQLAlchemy URL or engine: `"sqlite:///cases.db"`, `"postgresql+psycopg://..."`; tables are
    made where there are none. `processes` are those that the cases run through (None: all that ship), and
    `renames` and `as_taken` are those of `loads`, used at each reading. `calendar` moves what is due to
    working days.

    Raises `NewerSchema` when a later version of this library made the tables, and `MissingExtra` without
    SQLAlchemy.

    >>> import gezondsamen as gs
    >>> store = Store("sqlite://")
    >>> store.create(gs.Collaboration.start(gs.PPS, id="waterstad", on=date(2024, 1, 8)))
    >>> with store.changing("waterstad") as change:
    ...     change.case = change.case.record(gs.Stated(date(2024, 1, 9), "purpose", "Meer bewegen"))
    >>> store.load("waterstad").version
    2
    """

    def __init__(
        self,
        url: str | sa.Engine,
        *,
        processes: Processes | None = None,
        renames: Renames | Mapping[str, Any] | None = None,
        as_taken: bool = False,
        calendar: WorkingCalendar | None = None,
    ) -> None:
        self.engine = engine_of(url)
        if self.engine is not url:  # of a store that nobody closed, the connections are closed with it
            weakref.finalize(self, self.engine.dispose).atexit = False
        self.processes = PROCESSES if processes is None else by_key(processes)
        self.renames = Renames.of(renames)
        self.as_taken = as_taken
        self.calendar = calendar
        with self.engine.connect() as connection:
            ready = prepared(connection)
        if not ready:  # only then does opening a store wait for those who write
            with writing(self.engine) as connection:
                prepare(connection)

    def __repr__(self) -> str:
        return f"Store({self.engine.url.render_as_string(hide_password=True)!r})"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give the connections back."""
        self.engine.dispose()

    # --- cases -------------------------------------------------------------------------------------------

    def create(self, case: Collaboration) -> None:
        """Keep a new case; raises `CaseExists` when there is one with its id."""
        arguments.check("case", case, Collaboration, "a collaboration")
        with writing(self.engine) as connection:
            first = _advanced(connection, case.version)
            try:
                connection.execute(ENTRIES.insert(), _entry_rows(case.id, case.entries_after(0), first))
            except sa.exc.IntegrityError:
                raise CaseExists.of(case.id) from None
            self._project(connection, case)

    def load(self, ident: str) -> Collaboration:
        """Return the case with an id as it was last saved.

        Raises `UnknownCase`, with the nearest id; and what `loads` raises, where the processes at hand do
        not fit.
        """
        _check_id(ident)
        with self.engine.connect() as connection:
            return self._load(connection, ident)

    def save(self, before: Collaboration, after: Collaboration) -> None:
        """Keep what a case has more than when it was loaded: all of it, or nothing.

        Raises `StaleVersion` when somebody else saved since, `UnknownCase`, and `NotAppended` when `after`
        does not go on from `before`.
        """
        if added(before, after):
            with writing(self.engine) as connection:
                self._require(connection, before)
                self._append(connection, before, after)

    @contextmanager
    def changing(self, ident: str) -> Iterator[Change]:
        """Hold a case while it is changed, so that nobody else can: what it is at the end is saved.

        Others who write wait; keep what stands inside short. An error inside leaves everything as it was.
        Getting hold of the case is tried a few times where the database is busy; what stands inside runs
        once.

        Raises `UnknownCase`, and `NotAppended` when the case at the end does not go on from the one given.
        """
        _check_id(ident)
        with writing(self.engine) as connection:
            _hold(connection, ident)
            before = self._load(connection, ident)
            change = Change(before)
            yield change
            if added(before, change.case):  # nobody else could write since it was read
                self._append(connection, before, change.case)

    def rewrite(self, before: Collaboration, after: Collaboration) -> None:
        """Replace what a redaction changed, entry by entry, and nothing else.

        This is the one thing that changes rows; backups of the database keep them as they were. The case
        may have another id afterwards. Raises as `save` does.
        """
        changed = [(number, dumps(after.dossier.journal[number])) for number in replaced(before, after)]
        with writing(self.engine) as connection:
            self._require(connection, before)
            if after.id != before.id:
                for table in (ENTRIES, TRACKS, AGENDA):
                    moved = table.update().where(table.c.case_id == before.id)
                    connection.execute(moved.values(case_id=after.id))
                connection.execute(CASES.update().where(CASES.c.id == before.id).values(id=after.id))
            for number, text in changed:
                row = (ENTRIES.c.case_id == after.id) & (ENTRIES.c.number == number)
                connection.execute(ENTRIES.update().where(row).values(entry=text))
            self._project(connection, after)

    def ids(self) -> Iterator[str]:
        """Yield the ids of all cases, in order."""
        last = ""
        while True:
            asked = sa.select(CASES.c.id).where(CASES.c.id > last).order_by(CASES.c.id).limit(MANY)
            with self.engine.connect() as connection:
                found = connection.scalars(asked).all()
            yield from found
            if len(found) < MANY:
                return
            last = found[-1]

    # --- lists -------------------------------------------------------------------------------------------

    def cases(
        self,
        *,
        process: str | None = None,
        phase: str | None = None,
        text: str | None = None,
        quiet_since: date | None = None,
        running: bool = False,
    ) -> tuple[CaseRow, ...]:
        """Return the cases that fit, by title: every argument narrows, and without any all are there.

        `process` and `phase` are those of any track; `text` a part of the title or the id; `quiet_since` a
        day after which nothing happened; `running` leaves out those whose tracks have all ended.
        """
        for name, given in (("process", process), ("phase", phase), ("text", text)):
            _check_searched(name, given)
        arguments.check("running", running, bool, "True or False")
        fits: list[sa.ColumnElement[bool]] = []
        on_track = [TRACKS.c.case_id == CASES.c.id]
        on_track += [TRACKS.c[name] == key for name, key in (("process", process), ("phase", phase)) if key]
        on_track += [TRACKS.c.final.is_(False)] if running else []
        if len(on_track) > 1:
            fits.append(sa.exists().where(*on_track))
        if text:
            named = [column.icontains(text, autoescape=True) for column in (CASES.c.title, CASES.c.id)]
            fits.append(sa.or_(*named))
        if quiet_since is not None:
            arguments.check_day("quiet_since", quiet_since)
            fits.append(CASES.c.latest <= quiet_since)
        wanted = sa.select(CASES).where(*fits).order_by(CASES.c.title, CASES.c.id)
        with self.engine.connect() as connection:
            found = connection.execute(wanted).all()
            tracks = connection.execute(
                sa.select(TRACKS)
                .where(TRACKS.c.case_id.in_(sa.select(CASES.c.id).where(*fits)))
                .order_by(TRACKS.c.place)
            ).all()
        of: dict[str, list[TrackRow]] = {}
        for row in tracks:
            track = TrackRow(row.track, row.process, row.phase, row.entered, row.final)
            of.setdefault(row.case_id, []).append(track)
        return tuple(CaseRow(row.id, row.title, row.version, row.latest, tuple(of[row.id])) for row in found)

    def due(self, on: date, *, overdue: bool = False) -> tuple[AgendaItem, ...]:
        """Return what is due on a day, of all cases: what should be done by then and is not on record.

        With `overdue` only that of which the last day has passed. The agenda of a case that nobody wrote
        to for long is made again first, where it does not reach that day.
        """
        arguments.check_day("on", on)
        arguments.check("overdue", overdue, bool, "True or False")
        self._remake(sa.select(CASES.c.id).where(CASES.c.agenda_until < on), on)
        fits = [AGENDA.c.on <= on] + ([AGENDA.c.deadline < on] if overdue else [])
        wanted = sa.select(AGENDA).where(*fits).order_by(AGENDA.c.on, AGENDA.c.case_id, AGENDA.c.key)
        with self.engine.connect() as connection:
            return tuple(
                AgendaItem(row.case_id, row.kind, row.track, row.name, row.on, row.deadline, row.key)
                for row in connection.execute(wanted)
            )

    def rebuild(self, on: date | None = None) -> int:
        """Make everything that lists need again from the entries, as of a day; return how many cases."""
        if on is not None:
            arguments.check_day("on", on)
        return self._remake(sa.select(ENTRIES.c.case_id).distinct().order_by(ENTRIES.c.case_id), on)

    def news(self, after: int = 0, *, most: int = MANY) -> tuple[News, ...]:
        """Return the entries that came in after a position, in the order in which they did.

        Keep the position of the last one, and ask again from there: nothing is left out and nothing comes
        twice, however many write. A redaction brings no news.
        """
        arguments.check_number("after", after)
        arguments.check_number("most", most)
        after, most = (max(-LARGEST, min(number, LARGEST)) for number in (after, most))
        wanted = sa.select(ENTRIES).where(ENTRIES.c.position > after).order_by(ENTRIES.c.position).limit(most)
        with self.engine.connect() as connection:
            found = connection.execute(wanted).all()
        entries = entries_of(row.entry for row in found)
        return tuple(
            News(row.position, row.case_id, entry) for row, entry in zip(found, entries, strict=True)
        )

    def rehearse(
        self,
        processes: Processes,
        *,
        on: date,
        renames: Renames | Mapping[str, Any] | None = None,
        as_taken: bool = False,
    ) -> Iterator[Rehearsal]:
        """Yield what would become of each case under other processes, as `exchange.rehearse` does."""
        cases: Iterable[Collaboration] = (self.load(ident) for ident in self.ids())
        return rehearse(cases, processes, on=on, renames=renames, as_taken=as_taken)

    # --- inside a transaction ----------------------------------------------------------------------------

    def _load(self, connection: sa.Connection, ident: str) -> Collaboration:
        asked = sa.select(ENTRIES.c.entry).where(ENTRIES.c.case_id == ident).order_by(ENTRIES.c.number)
        texts = connection.scalars(asked).all()
        if not texts:
            known = connection.scalars(sa.select(CASES.c.id).order_by(CASES.c.id).limit(MANY)).all()
            raise UnknownCase.of(ident, tuple(known))
        entries = entries_of(texts)
        return Collaboration.replay(self.processes, entries, renames=self.renames, as_taken=self.as_taken)

    def _append(self, connection: sa.Connection, before: Collaboration, after: Collaboration) -> None:
        """Add the new entries of a case whose row is held."""
        new = after.entries_after(before.version)
        connection.execute(ENTRIES.insert(), _entry_rows(after.id, new, _advanced(connection, len(new))))
        self._project(connection, after)

    def _require(self, connection: sa.Connection, case: Collaboration) -> None:
        """Hold the row of a case, if it is still as it was read, redactions included."""
        now = _hold(connection, case.id)
        check_version(case, now, None if now is None else self._load(connection, case.id))

    def _project(self, connection: sa.Connection, case: Collaboration, on: date | None = None) -> None:
        """Make the rows of a case anew."""
        row = rows.row_of(case)
        base, until = rows.through(row, on)
        values = {"version": row.version, "title": row.title, "latest": row.latest, "agenda_until": until}
        # The row of the case is changed in place: others wait for it, and would not find it again.
        if not connection.execute(CASES.update().where(CASES.c.id == row.id).values(**values)).rowcount:
            connection.execute(CASES.insert().values(id=row.id, **values))
        for table in (TRACKS, AGENDA):
            connection.execute(table.delete().where(table.c.case_id == row.id))
        tracks = [
            {"case_id": row.id, "place": place, **attrs.asdict(track)}
            for place, track in enumerate(row.tracks)
        ]
        connection.execute(TRACKS.insert(), tracks)
        items = [
            {"case_id" if name == "case" else name: value for name, value in attrs.asdict(item).items()}
            for item in rows.agenda(case, base, until, self.calendar)
        ]
        if items:
            connection.execute(AGENDA.insert(), items)

    def _remake(self, which: sa.Select[str], on: date | None) -> int:
        """Make the rows of some cases anew, each in a transaction of its own; return how many."""
        with self.engine.connect() as connection:
            idents = connection.scalars(which).all()
        for ident in idents:
            with writing(self.engine) as connection:
                _hold(connection, ident)
                self._project(connection, self._load(connection, ident), on)
        return len(idents)


def _hold(connection: sa.Connection, ident: str) -> int | None:
    """Hold the row of a case until the transaction ends; return its version, or None for no such case."""
    held = sa.select(CASES.c.version).where(CASES.c.id == ident).with_for_update()
    return connection.scalar(held)


def _advanced(connection: sa.Connection, count: int) -> int:
    """Raise the ledger by a number of entries and return the position of the first; others wait."""
    row = LEDGER.c.name == "position"
    connection.execute(LEDGER.update().where(row).values(value=LEDGER.c.value + count))
    last = connection.scalar(sa.select(LEDGER.c.value).where(row))
    assert last is not None
    return int(last) - count + 1


def _check_searched(name: str, text: str | None) -> None:
    """Refuse what no database can look for."""
    arguments.check_text(name, text)
    if text is not None and not text.isprintable():
        raise arguments.wrong(name, "a text that can be read", text, InvalidArgument)


def _check_id(ident: object) -> None:
    """Refuse what cannot be the id of a case: no text, or one that no database can be asked for."""
    if not isinstance(ident, str) or not ident.isprintable():
        raise UnknownCase.of(ident)


def _entry_rows(ident: str, entries: Iterable[Entry], first: int) -> list[dict[str, Any]]:
    return [
        {"case_id": ident, "number": entry.number, "position": position, "entry": dumps(entry)}
        for position, entry in enumerate(entries, first)
    ]
