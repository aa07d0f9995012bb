"""Event logs of real cases: no case vanishes, what was taken back is out, and visits read back."""

from __future__ import annotations

import gzip
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import gezondsamen as gs
from gezondsamen.dossier.facts import Fact, Retracted, StepTaken
from gezondsamen.examples import ids, load
from gezondsamen.exchange import to_ocel, to_ocel_sqlite, to_xes, visits_from_xes
from gezondsamen.exchange.event_logs.happened import TOLD
from gezondsamen.exchange.event_logs.signs import ident
from gezondsamen.exchange.markup import UNTOLD
from tests.support.dossiers import START, case_in, joins
from tests.support.golden_values import every_kind
from tests.support.nasty import nasty_process
from tests.support.titles import HOSTILE_TITLES

SPACE = "{http://www.xes-standard.org/}"
UNTIL = date(2040, 1, 1)
WALKED = [case_in(process, process.phases[-1].key) for process in gs.PROCESSES.values()]
KINDS = [every_kind(process) for process in gs.PROCESSES.values()]
CASES = [*WALKED, *KINDS, *(load(each).case for each in ids())]


def unique(cases: list[gs.Collaboration]) -> list[gs.Collaboration]:
    """Return cases with ids of their own."""
    return [renamed(case, f"{number}/{case.id}") for number, case in enumerate(cases)]


def renamed(case: gs.Collaboration, name: str, title: str | None = None) -> gs.Collaboration:
    first, *others = case.entries_after(0)
    opening: Any = first.fact
    changed = attrs.evolve(opening, collaboration=name, title=case.title if title is None else title)
    return gs.Collaboration.replay(case.processes, [attrs.evolve(first, fact=changed), *others])


def traces(cases: list[gs.Collaboration], until: date = UNTIL) -> dict[str, ElementTree.Element]:
    """Return the traces of a log by name, none twice."""
    log = ElementTree.fromstring("".join(to_xes(cases, until=until)))
    found = {said(trace)["concept:name"]: trace for trace in log.iter(f"{SPACE}trace")}
    assert len(found) == len(log.findall(f"{SPACE}trace"))
    return found


def said(element: ElementTree.Element) -> dict[str, str]:
    return {child.attrib["key"]: child.attrib["value"] for child in element if "value" in child.attrib}


def events(trace: ElementTree.Element) -> list[dict[str, str]]:
    return [said(event) for event in trace.findall(f"{SPACE}event")]


# --- XES -----------------------------------------------------------------------------------------------


def test_every_track_is_a_trace_with_its_begin_and_its_steps() -> None:
    """The events of a trace are its begin, then its steps in their order, each from phase to phase."""
    cases = unique(CASES)
    found = traces(cases)
    tracks = [(case, track) for case in cases for track in case.tracks]
    assert len(found) == len(tracks) > len(cases)
    for case, track in tracks:
        trace = found[case.id if track == "main" else f"{case.id}#{track}"]
        first, *others = events(trace)
        steps = case.dossier.steps(track)
        assert first["concept:name"] == "(begin)"
        assert [event["concept:name"] for event in others] == [entry.fact.trigger for entry in steps]
        assert [event["time:timestamp"][:10] for event in others] == [str(entry.fact.on) for entry in steps]
        reached = [first["phase_to"], *(event["phase_to"] for event in others)]
        assert [event["phase_from"] for event in others] == reached[:-1]
        assert reached[-1] == said(trace)["phase"] == case.phase_of(track)
        assert (said(trace)["case"], said(trace)["track"]) == (case.id, track)


def test_steps_taken_back_and_what_came_later_are_out() -> None:
    """The log tells what counts, and only through the last day on which the cases were followed."""
    case = WALKED[0]
    last = case.dossier.steps("main")[-1]
    back = case.correct(last.number, None, reason="vergissing", on=last.fact.on)
    assert len(events(traces([back])[back.id])) == len(events(traces([case])[case.id])) - 1
    day = last.fact.on - timedelta(days=1)
    assert len(events(traces([case], day)[case.id])) < len(events(traces([case])[case.id]))
    assert traces([case], case.dossier.first_day - timedelta(days=1)) == {}


def test_visits_read_back(tmp_path: Path) -> None:
    """A row is a stay in a phase that goes on, as the collaboration itself tells it."""
    cases = unique(CASES)
    (tmp_path / "log.xes").write_text("".join(to_xes(cases, until=UNTIL)), encoding="utf-8")
    found = visits_from_xes(tmp_path / "log.xes")
    assert len({len(column) for column in found.values()}) == 1
    rows = list(zip(found["case"], found["phase_from"], found["entered"], found["left"], strict=True))
    asked = []
    for case in cases:
        for track in case.tracks:
            name = case.id if track == "main" else f"{case.id}#{track}"
            at = next(p for p in case.processes if p.key == case.dossier.track(track).process)
            opened = case.dossier.moves(track)[0].fact.on
            for visit in case.visits_of(track):
                if at.phase(visit.phase).kind != "final":
                    entered = opened if visit.adopted else visit.entered
                    asked.append((name, visit.phase, entered, visit.left or UNTIL))
    assert rows == asked
    adopted = [spent for spent in found["spent"] if spent]
    assert adopted
    assert all(bool(left) == bool(to) for left, to in zip(found["trigger"], found["phase_to"], strict=True))


@pytest.mark.parametrize("process", gs.PROCESSES.values(), ids=lambda p: p.key)
def test_a_log_gives_the_visits_that_are_observed(process: gs.Process, tmp_path: Path) -> None:
    """What is fitted to a log is what is fitted to the cases themselves: every column is the same."""
    np = pytest.importorskip("numpy")
    simulation = pytest.importorskip("gezondsamen.simulation")
    cases = [case for case in unique(CASES) if case.process.key == process.key]
    (tmp_path / "log.xes").write_text("".join(to_xes(cases, until=UNTIL)), encoding="utf-8")
    read = visits_from_xes(tmp_path / "log.xes")
    mine = [key == process.key for key in read.pop("process")]
    table = {name: [x for x, kept in zip(column, mine, strict=True) if kept] for name, column in read.items()}
    found = simulation.Visits.from_columns(table, process).columns()
    asked = simulation.observe(cases, process=process, until=UNTIL).columns()
    assert len(asked["case"]) > 0
    for name, column in asked.items():
        np.testing.assert_array_equal(found.pop(name), column)
    assert found == {}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hallo",
        "<html/>",
        "<log><trace></trace></log>",
        '<log><trace><string key="concept:name" value="x"/></trace></log>',
        '<log><trace><string key="concept:name" value="x"/><event><string key="concept:name" value="a"/>'
        '<string key="phase_to" value="b"/><date key="time:timestamp" value="2024-01-01"/></event></trace>'
        "</log>",
        "".join(to_xes(WALKED, until=UNTIL))[:-100],
        "".join(to_xes(WALKED, until=UNTIL)).replace("T00:00:00", "ooit"),
    ],
    ids=["empty", "no-xml", "another", "no-name", "no-events", "no-begin", "cut-off", "no-day"],
)
def test_what_is_no_log_of_ours_is_refused(tmp_path: Path, text: str) -> None:
    """A log that misses what visits are made of is refused with its place; nothing is guessed."""
    (tmp_path / "log.xes").write_text(text, encoding="utf-8")
    with pytest.raises(gs.DocumentError) as caught:
        visits_from_xes(tmp_path / "log.xes")
    assert {fault.code for fault in caught.value.problems} == {"not-xes"}


def test_a_refusal_names_the_trace_and_the_event(tmp_path: Path) -> None:
    """The place of a fault counts traces and events of the log, each from nought."""
    text = "".join(to_xes(WALKED, until=UNTIL))
    pieces = text.split("<trace>")
    events = pieces[3].split("<event>")
    for broken, place in (
        (
            [
                *pieces[:3],
                "<event>".join([*events[:2], "", *events[3:]]).replace("<event><event>", "<event/><event>"),
            ],
            "trace[2].event[1]",
        ),
        ([*pieces[:3], pieces[3].replace(' key="concept:name"', ' key="x"', 1)], "trace[2]"),
    ):
        (tmp_path / "log.xes").write_text("<trace>".join([*broken, *pieces[4:]]), encoding="utf-8")
        with pytest.raises(gs.DocumentError) as caught:
            visits_from_xes(tmp_path / "log.xes")
        assert [fault.path for fault in caught.value.problems] == [place]


LOG = "".join(to_xes(WALKED[:2], until=UNTIL)).encode()
PIECES = (b"<event/>", b"<trace/>", b'"', b"\xff", b"&x;", b"<log>", b"</log>", b'value=""', b'encoding="x"')
EDITS = st.lists(
    st.tuples(st.integers(0, len(LOG)), st.integers(0, 60), st.sampled_from(PIECES) | st.binary(max_size=3)),
    min_size=1,
    max_size=4,
)


@given(EDITS, st.booleans())
def test_a_log_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[int, int, bytes]], zipped: bool
) -> None:
    """Whatever is put into a log or left out, packed or not: columns come of it, or a refusal."""
    path = tmp_path_factory.mktemp("log") / ("log.xes.gz" if zipped else "log.xes")
    text = gzip.compress(LOG, mtime=0) if zipped else LOG
    for at, length, piece in edits:
        place = at % (len(text) + 1)
        text = text[:place] + piece + text[place + length :]
    path.write_bytes(text)
    try:
        found = visits_from_xes(path)
    except gs.DocumentError as refused:
        assert {fault.code for fault in refused.problems} == {"not-xes"}
    else:
        assert len({len(column) for column in found.values()}) == 1


# --- OCEL ----------------------------------------------------------------------------------------------


def ocel(cases: list[gs.Collaboration], until: date = UNTIL) -> dict[str, Any]:
    found: dict[str, Any] = json.loads("".join(to_ocel(cases, until=until)))
    return found


def test_every_fact_that_counts_is_an_event_about_objects_that_are_there() -> None:
    """Each has a type, attributes of the types that are declared, and refers to objects of the log only."""
    cases = unique(CASES)
    log = ocel(cases)
    objects = {thing["id"]: thing for thing in log["objects"]}
    assert len(objects) == len(log["objects"])
    assert len({event["id"] for event in log["events"]}) == len(log["events"])
    counted = [e for case in cases for e in case.dossier.events() if not isinstance(e.fact, Retracted)]
    assert len(log["events"]) == len(counted)
    declared = {
        what: {each["name"]: {a["name"]: a["type"] for a in each["attributes"]} for each in log[what]}
        for what in ("objectTypes", "eventTypes")
    }
    kinds = {"string": str, "time": str, "boolean": bool, "float": int | float}
    for what, rows in (("objectTypes", log["objects"]), ("eventTypes", log["events"])):
        for row in rows:
            types = declared[what][row["type"]]
            assert all(isinstance(a["value"], kinds[types[a["name"]]]) for a in row["attributes"])
            related = [each["objectId"] for each in row["relationships"]]
            assert set(related) <= set(objects)
            assert len(related) == len(set(related))
    types_seen = {thing["type"] for thing in log["objects"]}
    assert types_seen == set(declared["objectTypes"])


def test_both_forms_tell_the_same() -> None:
    """XML has the objects and events of JSON, with the same attributes and relations."""
    cases = unique(CASES)
    log, tree = ocel(cases), ElementTree.fromstring("".join(to_ocel(cases, until=UNTIL, form="xml")))
    for what in ("object", "event"):
        rows = tree.findall(f"{what}s/{what}")
        assert [row.attrib["id"] for row in rows] == [each["id"] for each in log[f"{what}s"]]
        for row, each in zip(rows, log[f"{what}s"], strict=True):
            told = [(a.attrib["name"], a.text or "") for a in row.findall("attributes/attribute")]
            assert told == [
                (a["name"], a["value"] if isinstance(a["value"], str) else json.dumps(a["value"]))
                for a in each["attributes"]
            ]
            related = [tuple(r.attrib.values()) for r in row.findall("objects/relationship")]
            assert related == [(r["objectId"], r["qualifier"]) for r in each["relationships"]]
        declared = [each.attrib["name"] for each in tree.findall(f"{what}-types/{what}-type")]
        assert declared == [each["name"] for each in log[f"{what}Types"]]


def rows(base: sqlite3.Connection, query: str) -> list[tuple[Any, ...]]:
    return base.execute(query).fetchall()


def test_a_database_tells_the_same() -> None:
    """Each object and event of JSON is in the table of its type, with its values and what it is about."""
    nasty = gs.Collaboration.start(nasty_process(), id="nasty", title="x", on=START)
    cases = unique([*CASES, nasty])
    log, raw = ocel(cases), to_ocel_sqlite(cases, until=UNTIL)
    assert to_ocel_sqlite(iter(cases), until=UNTIL) == raw
    with closing(sqlite3.connect(":memory:")) as base:
        base.deserialize(raw)
        base.row_factory = sqlite3.Row
        assert rows(base, "PRAGMA foreign_key_check") == rows(base, "PRAGMA integrity_check")[1:] == []
        for what in ("event", "object"):
            tables = dict(map(tuple, rows(base, f"SELECT * FROM {what}_map_type")))
            assert list(tables) == [each["name"] for each in log[f"{what}Types"]]
            told: dict[str, set[tuple[Any, ...]]] = {}
            for table in tables.values():
                for row in map(dict, base.execute(f'SELECT * FROM "{what}_{table}"')):
                    fixed = {row.pop(name, None) for name in ("ocel_changed_field",)} - {None}
                    name, time = row.pop("ocel_id"), row.pop("ocel_time")
                    given = {(key, time, value) for key, value in row.items() if value is not None}
                    assert not fixed or fixed == {key for key, _, _ in given}
                    told.setdefault(name, set()).update(given)
            for each in log[f"{what}s"]:
                meant = {(a["name"], a.get("time", each.get("time")), a["value"]) for a in each["attributes"]}
                assert told.pop(each["id"]) == meant
            assert told == {}
        for what, table in (("events", "event_object"), ("objects", "object_object")):
            found = {tuple(row) for row in rows(base, f"SELECT * FROM {table}")}
            assert found == {
                (each["id"], r["objectId"], r["qualifier"])
                for each in log[what]
                for r in each["relationships"]
            }


def test_every_kind_of_fact_is_told() -> None:
    """The table of facts is complete, and names fields that exist."""
    assert set(TOLD) == set(Fact.__args__)
    for kind, told in TOLD.items():
        fields = {field.name for field in attrs.fields(kind)}
        assert {*told.attributes, *told.parties} <= fields
        assert told.name or kind is StepTaken


def test_persons_and_what_they_wrote_are_not_there() -> None:
    """No text of a statement, no reason and nobody's id is in a log."""
    day = START
    rules = (rule for step in gs.PPS.transitions for rule in step.requires)
    waivable = next(rule.code for rule in rules if rule.waivable)
    case = gs.Collaboration.start(gs.PPS, id="waterstad", on=day).record(
        *joins(gs.Party(id="gemeente", name="Gemeente", kind="municipality")),
        gs.Stated(day, "purpose", "GEHEIM-tekst"),
        gs.RoleAssigned(day, "director_visionary", "gemeente", "GEHEIM-persoon"),
        gs.EvaluationHeld(day, "progress_talk", evaluator="GEHEIM-evaluator"),
        gs.ActionAgreed(day, "a", "GEHEIM-actie", "gemeente", "sport", due=UNTIL),
        gs.WaiverGranted(day, waivable, "GEHEIM-reden", "GEHEIM-naam"),
        by="GEHEIM-gebruiker",
    )
    texts = [*to_xes([case], until=UNTIL), *to_ocel([case], until=UNTIL)]
    assert "GEHEIM" not in "".join([*texts, *to_ocel([case], until=UNTIL, form="xml")])


# --- all logs ------------------------------------------------------------------------------------------


@given(st.lists(st.tuples(st.text("a#%/"), st.text("a#%/")), max_size=6, unique=True))
def test_names_are_unique(names: list[tuple[str, str]]) -> None:
    """Two names of several parts are never one, whatever signs the parts have."""
    found = [ident(*parts) for parts in names] + [ident(one) for one in {one for one, _ in names}]
    assert len(set(found)) == len(found)


@pytest.mark.parametrize("title", HOSTILE_TITLES, ids=range(len(HOSTILE_TITLES)))
def test_titles_survive(title: str) -> None:
    """A title comes back as it was written, without the signs that XML cannot hold."""
    case = renamed(WALKED[0], title, title)
    shown = UNTOLD.sub("", title)
    (trace,) = traces([case]).values()
    assert said(trace)["title"] == said(trace)["case"] == shown
    told = [a["value"] for a in ocel([case])["objects"][0]["attributes"] if a["name"] == "title"]
    tree = ElementTree.fromstring("".join(to_ocel([case], until=UNTIL, form="xml")))
    read = [x.text for x in tree.iterfind("objects/object/attributes/attribute[@name='title']")]
    with closing(sqlite3.connect(":memory:")) as base:
        base.deserialize(to_ocel_sqlite([case], until=UNTIL))
        ((stored,),) = rows(base, "SELECT title FROM object_collaboration")
    assert read[0] == told[0] == stored == shown


@pytest.mark.parametrize("write", [to_xes, lambda cases, until: to_ocel(cases, until=until)])
def test_logs_are_written_as_they_are_asked_for(write: Any) -> None:
    """The text of a case is there before the next case is: a million cases need no more memory than one."""
    asked: list[str] = []

    class Query:
        """Cases of a host that are loaded one by one, as often as they are asked for."""

        def __iter__(self) -> Iterator[gs.Collaboration]:
            for case in WALKED:
                asked.append(case.id)
                yield case

    pieces = write(Query(), until=UNTIL)
    assert asked == []
    seen = [len(asked) for piece in pieces if WALKED[0].id in piece]
    assert seen[0] % len(WALKED) == 1


def test_an_iterator_gives_the_same_log() -> None:
    """Cases that can be gone through once only give the same as a list of them."""
    assert "".join(to_ocel(iter(WALKED), until=UNTIL)) == "".join(to_ocel(WALKED, until=UNTIL))
    assert "".join(to_xes(iter(WALKED), until=UNTIL)) == "".join(to_xes(WALKED, until=UNTIL))


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"until": "2024-01-01"}, "not-a-date"),
        ({"until": None}, "not-a-date"),
        ({"until": UNTIL, "form": "csv"}, "unknown-form"),
        ({"until": UNTIL, "collaborations": ["x"]}, "wrong-type"),
    ],
)
def test_what_does_not_fit_is_refused(given: dict[str, Any], code: str) -> None:
    """A day, a form or a case that is none is refused by name."""
    with pytest.raises(gs.InvalidArgument) as refused:
        "".join(to_ocel(**({"collaborations": WALKED} | given)))
    assert refused.value.code == code
    if "form" not in given:
        with pytest.raises(gs.InvalidArgument):
            "".join(to_xes(**({"collaborations": WALKED} | given)))
