"""Event logs: read back, they are the trajectories."""

from __future__ import annotations

import gzip
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, Final
from xml.etree import ElementTree

import numpy as np
import pytest

from gezondsamen.exchange import visits_from_xes
from gezondsamen.simulation import InvalidModel, Model, Result
from gezondsamen.simulation.examples import partnership
from tests.support.simulation.engines import simulated
from tests.support.simulation.models import TRUST, loop

BEGIN: Final = date(2024, 2, 28)
SPACE: Final = "{http://www.xes-standard.org/}"
MIDNIGHT: Final = datetime(2024, 2, 28, tzinfo=UTC)


def read(path: Path) -> ElementTree.Element:
    raw = path.read_bytes()
    return ElementTree.fromstring(gzip.decompress(raw) if path.suffix == ".gz" else raw)


def attributes(element: ElementTree.Element) -> dict[str, str]:
    """Return the attributes that stand directly in a log, trace or event."""
    found = [child for child in element if "value" in child.attrib]
    return {child.attrib["key"]: child.attrib["value"] for child in found}


def events(path: Path) -> list[tuple[str, dict[str, str]]]:
    """Return the case and the attributes of every event after the begin of a case."""
    return [
        (attributes(trace)["concept:name"], attributes(event))
        for trace in read(path).iter(f"{SPACE}trace")
        for event in list(trace.iter(f"{SPACE}event"))[1:]
    ]


def begins(path: Path) -> list[dict[str, str]]:
    """Return the attributes of the event with which each case begins."""
    traces = read(path).iter(f"{SPACE}trace")
    return [attributes(next(trace.iter(f"{SPACE}event"))) for trace in traces]


def seconds(text: str) -> float:
    return (datetime.fromisoformat(text) - MIDNIGHT) / timedelta(seconds=1)


def at(years: Any) -> Any:
    return np.floor(np.asarray(years) * 365.25 * 86400)


@pytest.mark.parametrize("name", ["log.xes", "log.xes.gz"])
def test_events_are_the_steps(tmp_path: Path, name: str) -> None:
    """Every step is an event with its trigger, its phases and its moment, in the order of the case."""
    result = simulated(loop(), cases=200)
    result.to_xes(tmp_path / name, begin=BEGIN)
    columns = result.columns()
    own = columns["status"] != "censored"
    found = events(tmp_path / name)
    assert len(found) == own.sum() > 500
    assert [int(case) for case, _ in found] == columns["case"][own].tolist()
    for key, column in (("concept:name", "trigger"), ("phase_from", "phase_from"), ("phase_to", "phase_to")):
        assert [event[key] for _, event in found] == columns[column][own].tolist()
    assert [seconds(event["time:timestamp"]) for _, event in found] == at(columns["left"][own]).tolist()
    assert {event["lifecycle:transition"] for _, event in found} == {"complete"}


def test_a_trace_for_every_case(tmp_path: Path) -> None:
    """Every case has its trace, without steps too, that says where it is and until when it was followed."""
    result = simulated(loop(), cases=100, horizon=0.4)
    result.to_xes(tmp_path / "log.xes", begin=BEGIN)
    traces = [attributes(trace) for trace in read(tmp_path / "log.xes").iter(f"{SPACE}trace")]
    cases = result.cases()
    assert [trace["concept:name"] for trace in traces] == [str(number) for number in range(100)]
    assert [trace["phase"] for trace in traces] == cases["phase"].tolist()
    assert [trace["status"] for trace in traces] == cases["status"].tolist()
    assert [seconds(trace["until"]) for trace in traces] == at(cases["time"]).tolist()
    assert (cases["visits"] == 1).any()


def test_every_case_begins_with_an_event(tmp_path: Path) -> None:
    """The first event of a case says in which phase it begins, on the day that is given."""
    result = simulated(loop(), cases=100, horizon=0.4)
    result.to_xes(tmp_path / "log.xes", begin=BEGIN)
    columns = result.columns()
    first = columns["visit"] == 0
    first[1:] &= columns["case"][1:] != columns["case"][:-1]
    found = begins(tmp_path / "log.xes")
    assert [event["phase_to"] for event in found] == columns["phase_from"][first].tolist()
    assert {event["concept:name"] for event in found} == {"(begin)"}
    assert {seconds(event["time:timestamp"]) for event in found} == {0}
    assert not any("phase_from" in event for event in found)


def test_a_log_reads_back_as_visits(tmp_path: Path) -> None:
    """Visits read from the log are those of the result, to the day."""
    result = simulated(loop(), cases=100, horizon=2.0)
    result.to_xes(tmp_path / "log.xes.gz", begin=BEGIN)
    columns, found = result.columns(), visits_from_xes(tmp_path / "log.xes.gz")
    assert [int(case) for case in found["case"]] == columns["case"].tolist()
    for name in ("phase_from", "trigger", "phase_to"):
        assert found[name] == ["" if x is None else x for x in columns[name].tolist()]
    for name in ("entered", "left"):
        days = [BEGIN + timedelta(days=int(x)) for x in np.floor(columns[name] * 365.25).tolist()]
        assert found[name] == days


def test_the_log_says_what_it_is(tmp_path: Path) -> None:
    """The log declares XES 2.0, its three extensions and its globals, and says that it is simulated."""
    simulated(loop(), cases=3, seed=2**64 - 1).to_xes(tmp_path / "log.xes", begin=BEGIN)
    log = read(tmp_path / "log.xes")
    assert (log.tag, log.attrib["xes.version"]) == (f"{SPACE}log", "2.0")
    extensions = [
        (x.attrib["name"], x.attrib["prefix"], x.attrib["uri"]) for x in log.iter(f"{SPACE}extension")
    ]
    assert extensions == [
        ("Concept", "concept", "http://www.xes-standard.org/concept.xesext"),
        ("Lifecycle", "lifecycle", "http://www.xes-standard.org/lifecycle.xesext"),
        ("Time", "time", "http://www.xes-standard.org/time.xesext"),
    ]
    scopes = {x.attrib["scope"]: set(attributes(x)) for x in log.iter(f"{SPACE}global")}
    assert scopes == {
        "trace": {"concept:name"},
        "event": {"concept:name", "lifecycle:transition", "time:timestamp", "phase_to"},
    }
    said = attributes(log)
    assert (said["concept:name"], said["simulated"], said["seed"]) == ("small", "true", str(2**64 - 1))
    order = [child.tag.removeprefix(SPACE) for child in log]
    ranks = [("extension", "global", "classifier").index(tag) if tag in order[:6] else 3 for tag in order]
    assert ranks == sorted(ranks)


def marked() -> Model:
    return partnership().with_changes(marks={"management": {"add_partner": 4.0}})


def test_marks_are_events_if_asked(tmp_path: Path) -> None:
    """With marks, the steps that stay in their phase stand among the others in the order of time."""
    result = simulated(marked(), cases=300)
    result.to_xes(tmp_path / "without.xes", begin=BEGIN)
    result.to_xes(tmp_path / "with.xes", begin=BEGIN, marks=True)
    without, found = events(tmp_path / "without.xes"), events(tmp_path / "with.xes")
    marks = result.marks()
    own = [(case, event) for case, event in found if event["phase_from"] == event["phase_to"]]
    assert [(int(case), event["concept:name"]) for case, event in own] == list(
        zip(marks["case"].tolist(), marks["trigger"].tolist(), strict=True)
    )
    assert [seconds(event["time:timestamp"]) for _, event in own] == at(marks["at"]).tolist()
    assert [x for x in found if x[1]["phase_from"] != x[1]["phase_to"]] == without
    moments = [(int(case), seconds(event["time:timestamp"])) for case, event in found]
    assert moments == sorted(moments)


def test_some_cases(tmp_path: Path) -> None:
    """The log of some cases is that part of the log of all, whatever was computed before."""
    trust = np.linspace(0, 2, 60)
    given = {"trust": trust}
    model = loop(*(effect for effect in TRUST if effect.covariate == "trust"))
    result = simulated(model, cases=range(40, 100), covariates=given)
    result.to_xes(tmp_path / "all.xes", begin=BEGIN)
    result.to_xes(tmp_path / "some.xes", begin=BEGIN, cases=range(50, 55))
    some = [x for x in events(tmp_path / "all.xes") if 50 <= int(x[0]) < 55]
    assert events(tmp_path / "some.xes") == some != []
    result.columns()
    result.to_xes(tmp_path / "kept.xes", begin=BEGIN, cases=range(50, 55))
    assert (tmp_path / "kept.xes").read_bytes() == (tmp_path / "some.xes").read_bytes()


def test_the_same_log_is_the_same_file(tmp_path: Path) -> None:
    """Chunks change no byte, of a compressed log neither, and no moment of writing stands in it."""
    for name in ("one.xes.gz", "two.xes.gz"):
        chunk = 4096 if name.startswith("two") else 65536
        result = simulated(loop(), cases=5000, horizon=1.0, chunk=chunk)
        result.to_xes(tmp_path / name, begin=BEGIN)
    one, two = ((tmp_path / name).read_bytes() for name in ("one.xes.gz", "two.xes.gz"))
    assert one == two
    assert one[4:8] == bytes(4)


@pytest.mark.parametrize(
    ("given", "where", "code"),
    [
        ({"begin": datetime(2024, 1, 1)}, "begin", "not-a-date"),  # noqa: DTZ001
        ({"begin": "2024-01-01"}, "begin", "not-a-date"),
        ({"begin": date(9995, 1, 1)}, "begin", "too-late"),
        ({"begin": BEGIN, "cases": range(8, 12)}, "cases", "unknown"),
        ({"begin": BEGIN, "cases": range(3, 5)}, "cases", "unknown"),
        ({"begin": BEGIN, "cases": range(4, 9, 2)}, "cases", "bad-number"),
        ({"begin": BEGIN, "cases": range(5, 5)}, "cases", "bad-number"),
        ({"begin": BEGIN, "cases": 3}, "cases", "bad-number"),
    ],
)
def test_what_does_not_fit_is_refused(tmp_path: Path, given: dict[str, Any], where: str, code: str) -> None:
    """A day or cases that do not fit are refused with their place, and no file is left behind."""
    result: Result = simulated(loop(), cases=range(4, 10))
    with pytest.raises(InvalidModel) as refused:
        result.to_xes(tmp_path / "log.xes", **given)
    (problem,) = refused.value.problems
    assert (problem.where, problem.code) == (where, code)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.filterwarnings("ignore")  # its own, about what it would like to have installed
def test_a_reader_for_process_mining_takes_it(tmp_path: Path) -> None:
    """pm4py reads every event with its moment, and no case is lost."""
    pm4py = pytest.importorskip("pm4py")
    result = simulated(loop(), cases=20)
    result.to_xes(tmp_path / "log.xes", begin=BEGIN)
    table = pm4py.read_xes(str(tmp_path / "log.xes"))
    columns = result.columns()
    own = columns["status"] != "censored"
    steps = table[table["concept:name"] != "(begin)"]
    assert steps["concept:name"].tolist() == columns["trigger"][own].tolist()
    assert steps["case:concept:name"].astype(int).tolist() == columns["case"][own].tolist()
    assert table["case:concept:name"].nunique() == 20
