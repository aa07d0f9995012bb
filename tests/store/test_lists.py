"""Lists and news: they tell what the cases tell, can be made again, and miss nothing."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st

import gezondsamen as gs
from gezondsamen.examples import load
from gezondsamen.exchange import Rehearsal
from gezondsamen.store import AgendaItem, NewerSchema, Store, by_case, row_of, tables
from gezondsamen.store.store import MANY
from gezondsamen.testing import collaborations, shipped_processes
from tests.support.builders import DAY, adopted, joined, later, said, started


@pytest.fixture
def store() -> Iterator[Store]:
    with Store("sqlite://") as made:
        yield made


def told(case: gs.Collaboration, day: date) -> set[tuple[str, str, str, bool]]:
    """Return what a case itself says is due on a day: kind, track, name, and whether it is overdue."""
    found = {
        ("evaluation", m.track, m.id, m.status == "overdue")
        for m in gs.evaluation_schedule(case, on=day, until=day + timedelta(days=366))
        if m.status in ("open", "overdue")
    }
    return found | {("step", due.track, due.trigger, False) for due in case.due(on=day)}


def listed(items: tuple[AgendaItem, ...], day: date) -> set[tuple[str, str, str, bool]]:
    return {(x.kind, x.track, x.key if x.kind == "evaluation" else x.name, x.overdue(day)) for x in items}


@given(data=st.data())
@settings(max_examples=25)
def test_what_is_due_is_what_each_case_says(data: st.DataObject) -> None:
    """The list of a day holds the open and overdue moments, and the steps that time made due."""
    case = data.draw(shipped_processes().flatmap(collaborations))
    latest = max(entry.fact.on for entry in case.entries_after(0))
    day = latest + timedelta(days=data.draw(st.integers(0, 1500)))
    with Store("sqlite://") as store:
        store.create(case)
        assert listed(store.due(day), day) == told(case, day)
        late = {x for x in told(case, day) if x[3]}
        assert listed(store.due(day, overdue=True), day) == late


def test_a_held_evaluation_leaves_the_list(store: Store) -> None:
    """What is recorded as held is due no longer, from the moment it is saved."""
    case = adopted(gs.PPS, "management", joined("a"), joined("b", "retailer"))
    store.create(case)
    day = later(120)
    assert "progress_talk" in {item.name for item in store.due(day)}
    store.save(case, case.record(gs.Met(later(91), "progress_talk", ("a", "b"))))
    assert "progress_talk" not in {item.name for item in store.due(day)}


def test_cases_are_found_by_what_they_are(store: Store) -> None:
    """Process and phase of any track, words of the title, silence and an end narrow the list."""
    store.create(started(gs.PPS, id="a", title="Waterstad 100% gezond"))
    store.create(gs.Collaboration.start(gs.INTEGRAL, id="b", title="Dorp", on=later(30)))
    over = gs.Collaboration.start(gs.INTEGRAL, id="c", title="Alweer gestopt", on=DAY)
    store.create(over.advance("refrain", on=later(1)))
    assert [row.id for row in store.cases()] == ["c", "b", "a"]
    assert [row.id for row in store.cases(process="integral")] == ["c", "b"]
    assert [row.id for row in store.cases(process="integral", phase="idea")] == ["b"]
    assert [row.id for row in store.cases(process="pps", phase="idea")] == []
    assert [row.id for row in store.cases(text="100% GEZ")] == ["a"]
    assert [row.id for row in store.cases(text="0%0")] == []
    assert [row.id for row in store.cases(running=True)] == ["b", "a"]
    assert [row.id for row in store.cases(quiet_since=later(29), running=True)] == ["a"]
    (row,) = store.cases(text="dorp")
    assert (row.process, row.phase, row.version, row.latest) == ("integral", "idea", 1, later(30))


def test_lists_can_be_made_again_from_the_entries(store: Store) -> None:
    """With all rows beside the entries lost, rebuilding gives the same lists."""
    for key in ("EX-02", "EX-07"):
        store.create(load(key).case)
    day = date(2016, 6, 1)
    before = store.cases(), store.due(day)
    with store.engine.begin() as connection:
        for table in (tables.CASES, tables.TRACKS, tables.AGENDA):
            connection.execute(table.delete())
    assert store.cases() == ()
    assert store.rebuild() == 2
    assert (store.cases(), store.due(day)) == before


def test_a_case_that_nobody_wrote_to_is_still_listed(store: Store) -> None:
    """Years later the agenda of a case is made further by itself."""
    case = adopted(gs.PPS, "management", joined("a"), joined("b", "retailer"))
    store.create(case)
    day = later(4000)
    assert listed(store.due(day), day) == told(case, day)


def test_news_comes_in_order_and_once(store: Store) -> None:
    """Asking on from the last position gives every entry of all cases, in the order in which they came."""
    first, second = started(id="a"), started(id="b")
    store.create(first)
    store.create(second)
    store.save(first, first.record(*said("purpose", "vision")))
    seen: list[tuple[int, str, int]] = []
    at = 0
    while news := store.news(at, most=2):
        seen += [(item.position, item.case, item.entry.number) for item in news]
        at = news[-1].position
    assert seen == [(1, "a", 1), (2, "b", 1), (3, "a", 2), (4, "a", 3)]
    assert store.news(MANY) == ()


def test_what_goes_wrong_inside_leaves_everything_as_it_was(store: Store) -> None:
    """An error while a case is held writes nothing, and the case can be held again."""
    store.create(started(id="a"))

    def fails() -> None:
        with store.changing("a") as change:
            change.case = change.case.record(*said("purpose"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fails()
    assert store.load("a").version == 1
    with store.changing("a") as change:
        change.case = change.case.record(*said("purpose"))
    with store.changing("a"):
        pass
    assert store.load("a").version == 2


def test_a_case_that_is_held_is_not_exchanged_for_another(store: Store) -> None:
    """What does not go on from the case that was given is refused at the end."""
    store.create(started(id="a"))

    def exchanged() -> None:
        with store.changing("a") as change:
            change.case = started(id="a", title="anders")

    with pytest.raises(gs.InvalidArgument) as caught:
        exchanged()
    assert caught.value.code == "not-appended"


def test_an_undone_step_is_kept_as_undone(store: Store) -> None:
    """Undoing adds entries as any change does."""
    store.create(started(gs.INTEGRAL, id="a"))
    with store.changing("a") as change:
        change.case = change.case.advance("refrain", on=later(1))
    with store.changing("a") as change:
        change.case = change.case.undo(reason="verkeerde knop")
    assert [row.phase for row in store.cases()] == ["idea"]
    assert store.load("a").version == 3


def test_a_new_version_of_a_process_is_rehearsed_and_taken(store: Store) -> None:
    """A dry run over all cases tells what changes; with renames the store reads on under the new words."""
    old = gs.PPS.adapt(key="pps-oud")
    new = gs.PPS.adapt(key="pps-nieuw", drop=("KEN-04",))
    with Store(store.engine, processes=[old]) as before:
        before.create(gs.Collaboration.start(old, id="a", on=DAY))
        blocked, named = (
            next(iter(before.rehearse([new], on=later(1), renames=renames)))
            for renames in (None, {"pps-oud": {"key": "pps-nieuw"}})
        )
        assert isinstance(blocked, Rehearsal)
        assert blocked.blocked
        assert [change.trigger for change in named.steps] == ["start"]
        after = Store(before.engine, processes=[new], renames={"pps-oud": {"key": "pps-nieuw"}})
        assert after.load("a").process.key == "pps-nieuw"
        assert after.rebuild() == 1
        assert [row.process for row in after.cases()] == ["pps-nieuw"]


def test_tables_of_a_later_version_are_left_alone(store: Store) -> None:
    """An older library refuses tables that a newer one made, and brings older ones up to date."""
    number = tables.LEDGER.c.name == "schema"
    with store.engine.begin() as connection:
        connection.execute(tables.LEDGER.update().where(number).values(value=tables.SCHEMA + 1))
    with pytest.raises(NewerSchema) as caught:
        Store(store.engine)
    assert caught.value.text("nl") != caught.value.text("en")


def test_older_tables_are_brought_up_to_date(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every statement between the version that is found and the present one is run, once."""
    monkeypatch.setattr(tables, "SCHEMA", tables.SCHEMA + 1)
    statements = {1: ("ALTER TABLE gezondsamen_case ADD COLUMN region VARCHAR",)}
    monkeypatch.setattr(tables, "UPGRADES", statements)
    for _ in range(2):
        Store(store.engine)
    with store.engine.connect() as connection:
        assert "region" in {c["name"] for c in sa.inspect(connection).get_columns("gezondsamen_case")}


@pytest.mark.parametrize("url", ["", "geen database", "nosuchdb://x", 3])
def test_what_is_no_database_is_refused_by_name(url: str) -> None:
    """A URL that leads to no database is one clear error, in Dutch too."""
    with pytest.raises(gs.InvalidArgument) as caught:
        Store(url)
    assert caught.value.code == "not-a-database"
    assert caught.value.text("nl")


def test_a_store_shows_no_password() -> None:
    """The repr of a store hides the password of its database."""
    engine = sa.create_engine("postgresql+psycopg://u:geheim@127.0.0.1:1/x")
    bare = object.__new__(Store)
    bare.engine = engine
    assert "geheim" not in repr(bare)


def test_threads_take_turns_in_memory(store: Store) -> None:
    """A store in memory is one for all threads: what they save at once is all there."""
    store.create(started())
    with ThreadPoolExecutor(4) as pool:

        def say(number: int) -> None:
            with store.changing("case") as change:
                change.case = change.case.record(gs.Stated(DAY, "purpose", f"{number}"))

        list(pool.map(say, range(20)))
    assert sorted(int(entry.fact.text) for entry in store.load("case").statements(on=DAY)) == [*range(20)]


def test_what_is_due_is_told_by_case_and_by_name(store: Store) -> None:
    """Of what is due again and again the first is told, with how often; each has words in its process."""
    day = date(2026, 11, 27)
    case = load("EX-07").case
    store.create(case)
    store.create(adopted(gs.AGREEMENT, "in_force"))
    items, rows = store.due(day), {row.id: row for row in store.cases()}
    told = by_case(items)
    assert sum(times for each in told.values() for _, times in each) == len(items)
    for ident, each in told.items():
        assert len({(item.track, item.name) for item, _ in each}) == len(each)
        for item, _ in each:
            assert item == next(
                i for i in items if (i.case, i.name, i.track) == (ident, item.name, item.track)
            )
            assert rows[ident].label(item, gs.PROCESSES).nl
    names = {rows["EX-07"].label(item, gs.PROCESSES).nl for item, _ in told["EX-07"]}
    overdue = gs.evaluation_schedule(case, on=day, until=day).with_status("overdue")
    assert {moment.point.label.nl for moment in overdue} <= names


def test_a_step_that_is_due_is_called_as_its_process_does(store: Store) -> None:
    """A step that time made due bears the name that people know it by."""
    [step] = gs.PPS.exits("initiative")[:1]
    item = AgendaItem("case", "step", "main", step.trigger, DAY)
    assert row_of(started()).label(item, gs.PROCESSES) == step.label


def test_what_was_taken_back_is_no_last_event() -> None:
    """A fact of a wrong year does not keep a case young once it was taken back."""
    case = started(gs.PPS, joined("g"))
    wrong = case.record(gs.Stated(date(2062, 1, 1), "purpose", "x"))
    assert row_of(wrong).latest == date(2062, 1, 1)
    assert row_of(wrong.correct(wrong.version, None, reason="jaartal")).latest == row_of(case).latest


def test_a_store_that_nobody_closed_leaves_nothing_open() -> None:
    """With the last reference to a store go its connections; those of somebody's own engine stay."""
    closed: list[str] = []
    engine = sa.create_engine("sqlite://")
    store, other = Store("sqlite://"), Store(engine)
    for name, each in (("own", store.engine), ("given", engine)):
        sa.event.listen(each, "close", lambda *_, name=name: closed.append(name))
    del store, other, each
    gc.collect()
    assert closed == ["own"]
    engine.dispose()
