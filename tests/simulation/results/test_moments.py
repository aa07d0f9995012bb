"""Evaluation moments and marks along trajectories: what a schedule would say of the same course."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from math import sqrt
from typing import Any, Final

import numpy as np
import pytest

import gezondsamen as gs
from gezondsamen.process.conditions import Limit
from gezondsamen.process.evaluation_points import (
    Anchor,
    EvaluationPoint,
    OnAction,
    OnPartyLeft,
    OnPhase,
    OnSchoolYear,
    OnStatement,
    OnTerm,
    OnTrigger,
    Window,
)
from gezondsamen.simulation import Choice, Empirical, Exponential, Fixed, Model, Result
from gezondsamen.simulation.draws.keys import digest
from gezondsamen.simulation.draws.philox import Philox
from gezondsamen.simulation.examples import partnership
from gezondsamen.simulation.model.numbers import YEAR
from gezondsamen.simulation.results.intervals import times
from gezondsamen.simulation.results.points import points, years
from tests.support.builders import CITED
from tests.support.simulation.engines import ENGINES, simulated, to_bytes
from tests.support.simulation.models import HERE

BEGIN: Final = date(2024, 1, 8)
FORTY: Final = gs.Every(days=40)
DAYS: Final = gs.Every(days=3)


def point(key: str, anchor: Anchor, **changes: Any) -> EvaluationPoint:
    return EvaluationPoint(key=key, label=HERE, kind="periodic", anchor=anchor, citation=CITED, **changes)


def course(*asked: EvaluationPoint) -> gs.Process:
    """Make a process that goes round through work, a pause and a review, with a step within work."""
    idea, work = gs.Phase("idea", HERE, kind="initial"), gs.Phase("work", HERE)
    pause, review = gs.Phase("pause", HERE, kind="suspended"), gs.Phase("review", HERE)
    done = gs.Phase("done", HERE, kind="final", outcome="success")
    steps = (
        idea.to(work, "begin", label=HERE),
        work.to(work, "again", label=HERE),
        work.to(review, "look_back", label=HERE),
        work.to(pause, "halt", label=HERE),
        pause.to(work, "resume", label=HERE),
        review.to(work, "go_on", label=HERE),
        review.to(idea, "rethink", label=HERE),
        review.to(done, "finish", label=HERE),
    )
    return gs.Process(
        key="course",
        label=HERE,
        phases=(idea, work, pause, review, done),
        transitions=steps,
        evaluation_points=asked,
        terms=gs.PPS.terms,
    )


def days(*lengths: int) -> Empirical:
    return Empirical(tuple(length / YEAR for length in lengths))


def model(*asked: EvaluationPoint, **changes: Any) -> Model:
    """Make a model of that process in which every visit lasts some tens of days."""
    given: dict[str, Any] = {
        "dwell": {
            "idea": days(10, 30),
            "work": days(20, 90, 150, 400),
            "pause": days(10, 70),
            "review": days(10, 50),
        },
        "choices": {
            "work": Choice({"look_back": 0.7, "halt": 0.3}),
            "review": Choice({"go_on": 0.5, "rethink": 0.2, "finish": 0.3}),
        },
    }
    return Model(course(*asked), **(given | changes))


def moments_of(result: Result, case: int) -> list[tuple[str, int]]:
    """Return the moments of a case as point and day."""
    found = result.moments()
    own = found["case"] == case
    due = np.rint(found["due"][own] * YEAR).astype(int)
    return sorted(zip(found["point"][own].tolist(), due.tolist(), strict=True))


def walked(result: Result, case: int, start: str, spent: int) -> gs.Collaboration:
    """Return a collaboration that takes the steps of a simulated case, each on its day."""
    process = result.run.model.process
    given: dict[str, Any] = {}
    if start != process.initial or spent:
        given = {"phase": start, "since": BEGIN - timedelta(days=spent), "reason": "it runs already"}
    found = gs.Collaboration.start(process, id="case", on=BEGIN, **given)
    columns = result.columns()
    for place in np.flatnonzero((columns["case"] == case) & (columns["status"] != "censored")):
        day = BEGIN + timedelta(days=round(columns["left"][place] * YEAR))
        found = found.advance(str(columns["trigger"][place]), on=day)
    return found


LONGER: Final = {
    "idea": days(30, 50),
    "work": days(20, 90, 150, 400),
    "pause": days(10, 70),
    "review": days(20, 50),
}
"""Times that are longer than what was already spent in any phase in which cases begin."""

POINTS: Final = {
    # Their days end on another digit than the steps, so that none lies on a border by rounding.
    "repeats": point("p", OnPhase("work"), every=FORTY, offset=DAYS),
    "repeats in one phase": point("p", OnTrigger("begin"), every=FORTY, offset=DAYS, while_in=("work",)),
    "repeats in two phases": point(
        "p", OnTrigger("look_back"), every=FORTY, offset=DAYS, while_in=("work", "review")
    ),
    "several in a period": point("p", OnTrigger("begin"), every=FORTY, offset=DAYS, min_count=2),
    "at once": point("p", OnTrigger("look_back")),
    "at once, before the step": point("p", OnTrigger("look_back"), while_in=("work",)),
    "at the end": point("p", OnTrigger("finish")),
    "first entry": point("p", OnPhase("review"), offset=gs.Every(weeks=2, days=1)),
    "into the end": point("p", OnPhase("done")),
    "from the beginning": point("p", OnPhase("idea"), offset=gs.Every(days=4)),
    "each time": point("p", OnTrigger("halt"), offset=gs.Every(days=74)),
    "further event": point("p", OnTerm("end"), on_events=((OnTrigger("halt"), gs.Every(days=85)),)),
    "event and series": point(
        "p", OnTrigger("begin"), every=FORTY, offset=DAYS, on_events=((OnTrigger("look_back"), None),)
    ),
    "before it": point("p", OnTrigger("halt"), before_end=gs.Every(days=6)),
    "before it, and an event": point(
        "p", OnTrigger("halt"), before_end=gs.Every(days=6), on_events=((OnTrigger("halt"), DAYS),)
    ),
    "limits": point("p", OnPhase("work"), every=Limit("often", FORTY, HERE), offset=DAYS),
}  # fmt: skip


@pytest.mark.parametrize("name", POINTS)
@pytest.mark.parametrize(("start", "spent"), [("idea", 0), ("idea", 20), ("work", 0), ("review", 10)])
def test_moments_are_those_of_a_schedule(name: str, start: str, spent: int) -> None:
    """A collaboration that takes the same steps on the same days has these moments in its schedule."""
    result = simulated(
        model(POINTS[name], start=start, spent=spent / YEAR, dwell=LONGER), cases=12, horizon=2935.5 / YEAR
    )
    horizon = BEGIN + timedelta(days=2935)
    found = 0
    for case in range(12):
        schedule = gs.evaluation_schedule(walked(result, case, start, spent), on=horizon, until=horizon)
        planned = [("p", (moment.because.original - BEGIN).days) for moment in schedule]
        assert moments_of(result, case) == sorted(planned)
        found += len(planned)
    # What was due before the cases are followed is not asked for.
    gone = name == "from the beginning" and spent > 0
    assert (found == 0) == gone


EXACT: Final[dict[str, Any]] = {
    "dwell": {"idea": Fixed(0.25), "work": Fixed(0.5), "pause": Fixed(0.5), "review": Fixed(0.25)},
    "choices": {"work": Choice({"halt": 1.0}), "review": Choice({"finish": 1.0})},
}
"""Idea to 0.25, work to 0.75, pause to 1.25, work to 1.75, and so on: each time is exact."""

REVIEWED: Final[dict[str, Any]] = {
    **EXACT,
    "choices": {**EXACT["choices"], "work": Choice({"look_back": 1.0})},
}
"""Idea to 0.25, work to 0.75, review to 1.0, and done."""


@pytest.mark.parametrize(
    ("asked", "times", "expected"),
    [
        (
            point("p", OnTrigger("begin"), every=gs.Every(months=3)),
            EXACT,
            [(0.5, "work"), (0.75, "work"), (1.25, "work")],
        ),
        (
            point("p", OnTrigger("begin"), every=gs.Every(months=3)),
            REVIEWED,
            [(0.5, "work"), (0.75, "review"), (1.0, "review")],
        ),
        (
            point("p", OnTrigger("begin"), every=gs.Every(months=3), while_in=("work",)),
            REVIEWED,
            [(0.5, "work"), (0.75, "work")],
        ),
        (point("p", OnTrigger("look_back")), REVIEWED, [(0.75, "review")]),
        (point("p", OnTrigger("look_back"), while_in=("work",)), REVIEWED, [(0.75, "work")]),
        (point("p", OnTrigger("finish")), REVIEWED, [(1.0, "review")]),
        (point("p", OnTrigger("begin"), offset=gs.Every(months=9)), REVIEWED, [(1.0, "review")]),
        (point("p", OnTrigger("begin"), offset=gs.Every(months=12)), EXACT, [(1.25, "work")]),
        (point("p", OnTrigger("begin"), offset=gs.Every(months=15)), EXACT, []),
        (point("p", OnPhase("idea"), every=gs.Every(years=2)), EXACT, []),
    ],
)
def test_on_a_border_both_visits_count(
    asked: EvaluationPoint, times: dict[str, Any], expected: list[tuple[float, str]]
) -> None:
    """A moment on a border lies in both visits, once, and is named after the later; the horizon is out."""
    found = simulated(model(asked, **times), cases=2, horizon=1.5).moments()
    own = found["case"] == 1
    assert list(zip(found["due"][own].tolist(), found["phase"][own].tolist(), strict=True)) == expected


def test_marks_differ_between_visits() -> None:
    """Each visit of a case to a phase has marks of its own."""
    result = simulated(model(marks={"work": {"again": 20.0}}, **EXACT), cases=1, horizon=20)
    at = result.marks()["at"] - 0.25
    begins = np.unique(at // 1.0)
    firsts = {round(float(at[at // 1.0 == begin].min() % 1.0), 9) for begin in begins}
    assert len(firsts) == len(begins) > 10


@pytest.mark.parametrize(
    ("asked", "needs"),
    [
        (point("p", OnTerm("start"), fraction=0.5), "term"),
        (point("p", OnTerm("end"), before_end=FORTY), "term"),
        (point("p", OnPhase("work"), every=FORTY, min_term=FORTY), "term"),
        (point("p", OnStatement("purpose")), "statement"),
        (point("p", OnAction()), "action"),
        (point("p", OnPartyLeft()), "party"),
        (point("p", OnSchoolYear()), "calendar"),
        (point("p", OnPhase("work"), window=Window("01-01", "02-28")), "calendar"),
        (point("p", OnTrigger("again")), "rate"),
    ],
)
def test_what_cannot_follow_is_left_out_and_named(asked: EvaluationPoint, needs: str) -> None:
    """A point that a trajectory cannot give has no moments, and is said to be left out, and why."""
    result = simulated(model(asked, marks={"work": {"again": 0.0}}), cases=50)
    (source,) = points(result.run.model)
    assert (source.simulated, source.needs) == (False, needs)
    assert "" != source.reason("en") != source.reason("nl")
    assert {name: len(column) for name, column in result.moments().items()} == dict.fromkeys(
        ("case", "point", "phase", "due", "status"), 0
    )
    assert len(result.load()["due"]) == 0
    said = result.points("en")
    assert (said["point"].tolist(), said["simulated"].tolist()) == (["p"], [False])
    assert said["reason"].tolist() == [source.reason("en")]


def test_every_anchor_of_every_point_is_accounted_for() -> None:
    """Of the partnership the points that follow from steps are simulated, and the others are named."""
    found = simulated(partnership(), cases=1).points("en")
    assert list(zip(found["point"], found["event"], found["simulated"], strict=True)) == [
        ("progress_talk", 0, True),
        ("periodic_evaluation", 0, True),
        ("periodic_evaluation", 1, False),
        ("periodic_evaluation", 2, False),
        ("midterm_review", 0, False),
        ("final_evaluation", 0, False),
        ("final_evaluation", 1, True),
        ("partner_contact", 0, True),
        ("announcement", 0, True),
        ("bottleneck_raised", 0, False),
        ("individual_talk", 0, True),
        ("role_reflection", 0, True),
        ("end_of_term", 0, False),
    ]
    assert found["anchor"][0] == "OnTrigger conclude_agreement"


@pytest.mark.parametrize(
    ("every", "expected"),
    [
        (gs.Every(years=2), 2.0),
        (gs.Every(months=3), 0.25),
        (gs.Every(weeks=1, days=3), 10 / 365.25),
        (gs.Every(years=1, months=1, weeks=1, days=1), 1 + 1 / 12 + 8 / 365.25),
    ],
)
def test_periods_in_years(every: gs.Every, expected: float) -> None:
    """A month is a twelfth of a year, and a day one of 365.25."""
    assert years(every) == pytest.approx(expected, rel=1e-15)


def test_a_trigger_within_a_phase_is_an_anchor_once_it_has_a_rate() -> None:
    """Each mark of a step within a phase gives a moment, in the visit in which it falls."""
    asked = point("p", OnTrigger("again"))
    result = simulated(model(asked, marks={"work": {"again": 5.0}}), cases=100)
    moments, marks = result.moments(), result.marks()
    assert len(marks["at"]) > 500
    assert moments["due"].tolist() == marks["at"].tolist()
    assert moments["case"].tolist() == marks["case"].tolist()
    assert set(moments["phase"].tolist()) == {"work"}


AFTER: Final = ((OnTrigger("look_back"), gs.Every(days=5)),)
TALKS: Final = point("talk", OnTrigger("begin"), every=gs.Every(months=1), on_events=AFTER)
REVIEWS: Final = point("review", OnTrigger("look_back"))


def busy(**changes: Any) -> Model:
    return model(
        TALKS, REVIEWS, **{"marks": {"work": {"again": 3.0}}, "held": {"talk": 0.6, "review": 0.2}} | changes
    )


def test_held_as_often_as_the_model_says() -> None:
    """The share of moments that are held is the chance of their point, and 1 where none is given."""
    found = simulated(busy(), cases=2000).moments()
    for key, chance in (("talk", 0.6), ("review", 0.2)):
        held = found["status"][found["point"] == key] == "held"
        assert abs(held.mean() - chance) < 5 * sqrt(chance * (1 - chance) / len(held))
    assert set(simulated(busy(held={}), cases=20).moments()["status"].tolist()) == {"held"}
    assert set(simulated(busy(held={"talk": 0, "review": 0}), cases=20).moments()["status"].tolist()) == {
        "missed"
    }


def test_held_is_drawn_by_the_number_of_the_moment() -> None:
    """The n-th moment of a point in a case is held when word 0 of its counter lies below the chance."""
    result = simulated(busy(), cases=range(7, 9))
    found = result.moments()
    for key, chance in (("talk", 0.6), ("review", 0.2)):
        for case in (7, 8):
            own = np.flatnonzero((found["case"] == case) & (found["point"] == key))
            for n, place in enumerate(own):
                counter = [np.array([x], np.uint64) for x in (case, 0, digest(f"point/{key}"), n)]
                share = (int(Philox(2026, 1).words(*counter)[0][0]) + 0.5) / 2**32
                assert found["status"][place] == ("held" if share < chance else "missed")


def test_marks_are_a_poisson_process_of_their_rate() -> None:
    """Marks per year in the phase are the rate; times from entry to first mark are exponential."""
    found = simulated(
        model(dwell={"idea": Fixed(0.5), "work": Fixed(2.0), "pause": Fixed(0.1), "review": Fixed(0.2)},
              marks={"work": {"again": 1.5}}), cases=4000, horizon=40,
    )  # fmt: skip
    rows, marks = found.columns(), found.marks()
    own = (rows["phase_from"] == "work") & (rows["status"] != "censored")
    visits = int(own.sum())
    assert abs(len(marks["at"]) / visits - 3.0) < 5 * sqrt(3.0 / visits)
    counts = np.zeros(visits, int)
    begins = rows["case"][own] * 1000 + rows["entered"][own]
    np.add.at(counts, np.searchsorted(begins, marks["case"] * 1000 + marks["at"], side="right") - 1, 1)
    assert abs((counts == 0).mean() - np.exp(-3.0)) < 5 * sqrt(np.exp(-3.0) / visits)
    assert counts.var() == pytest.approx(3.0, rel=0.1)


def test_marks_by_counter() -> None:
    """Times between marks are drawn by case, phase, trigger and visit: four words, then another block."""
    only = simulated(
        model(dwell={"idea": Fixed(0.1), "work": Fixed(4.0), "pause": Fixed(0.1), "review": Fixed(0.1)},
              marks={"work": {"again": 4.0}}), cases=range(5, 6), horizon=4,
    )  # fmt: skip
    at, expected = 0.1, []
    for block in ("", "/1", "/2", "/3", "/4", "/5", "/6", "/7"):
        name = digest(f"mark/work/again{block}")
        words = Philox(2026, 1).words(*(np.array([x], np.uint64) for x in (5, 0, name, 0)))
        for word in words:
            at += float(Exponential(0.25).quantile(*(np.array([x]) for x in _shares(int(word[0])))).item())
            expected.append(at)
    expected = [at for at in expected if at < 4]
    assert len(expected) > 8
    assert only.marks()["at"].tolist() == pytest.approx(expected, abs=1e-3)


def _shares(word: int) -> tuple[float, float]:
    low = (word + 0.5) / 2**32
    return low, 1 - low


def test_marks_lie_inside_their_visits_in_order() -> None:
    """Every mark lies in a visit to its phase, and the marks of a case come in order of time."""
    result = simulated(busy(), cases=300)
    marks, rows = result.marks(), result.columns()
    work = rows["phase_from"] == "work"
    for case, at in zip(marks["case"], marks["at"], strict=True):
        own = work & (rows["case"] == case)
        assert ((rows["entered"][own] < at) & (at < rows["left"][own])).sum() == 1
    assert (np.lexsort((marks["at"], marks["case"])) == np.arange(len(marks["at"]))).all()


def test_a_rate_of_zero_is_no_mark() -> None:
    """A step with a rate of zero never occurs, and the columns are there all the same."""
    found = simulated(busy(marks={"work": {"again": 0}}), cases=20).marks()
    assert {name: len(column) for name, column in found.items()} == dict.fromkeys(
        ("case", "phase", "trigger", "at"), 0
    )


def evaluated(result: Result) -> dict[str, tuple[str, bytes]]:
    """Return everything about moments, marks and load to the bit."""
    parts = {"moments": result.moments(), "marks": result.marks(), "load": result.load()}
    return {f"{name}.{k}": v for name, part in parts.items() for k, v in to_bytes(part).items()}


def test_moments_do_not_depend_on_how_they_are_computed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Engines, chunks, executors, columns that were read and the size of pieces change no bit."""
    asked = busy()
    expected = evaluated(simulated(asked, cases=9000))
    for engine in ENGINES:
        assert evaluated(simulated(asked, cases=9000, engine=engine)) == expected
    with ThreadPoolExecutor(2) as pool:
        assert evaluated(simulated(asked, cases=9000, chunk=4096, executor=pool)) == expected
    read = simulated(asked, cases=9000, chunk=4096)
    read.columns()
    assert evaluated(read) == expected
    monkeypatch.setattr("gezondsamen.simulation.engine.rows.PIECE", 7)
    monkeypatch.setattr("gezondsamen.simulation.draws.philox.AT_ONCE", 5)
    small = simulated(asked, cases=range(17, 40))
    few = evaluated(small)
    monkeypatch.undo()
    assert few == evaluated(simulated(asked, cases=range(17, 40)))


def test_a_case_alone_is_the_same_case() -> None:
    """The moments and marks of a case do not depend on how many other cases there are."""
    whole, alone = simulated(busy(), cases=50), simulated(busy(), cases=range(17, 18))
    for name in ("moments", "marks"):
        many, one = getattr(whole, name)(), getattr(alone, name)()
        own = many["case"] == 17
        assert own.any()
        for key, column in one.items():
            assert column.tolist() == many[key][own].tolist()


def test_load_counts_the_moments() -> None:
    """Load is the moments per case and year: every year and every simulated point has a row."""
    result = simulated(busy(), cases=300, horizon=3.5)
    moments, load = result.moments(), result.load()
    assert load["year"].tolist() == [0, 0, 1, 1, 2, 2, 3, 3]
    assert load["point"].tolist() == ["talk", "review"] * 4
    for row in range(8):
        own = (moments["point"] == load["point"][row]) & (moments["due"].astype(int) == load["year"][row])
        held = own & (moments["status"] == "held")
        assert load["due"][row] == own.sum() / 300
        assert load["held"][row] == held.sum() / 300
        assert load["missed"][row] == (own & ~held).sum() / 300
    assert load["due"].sum() * 300 == pytest.approx(len(moments["due"]))


def test_bounds_of_the_load_are_those_of_counts_per_case() -> None:
    """Load has the bounds of how many moments a case has in a year, and says what they hold."""
    result = simulated(busy(), cases=300, horizon=3.5)
    moments, load = result.moments(), result.load()
    for row in range(8):
        own = (moments["point"] == load["point"][row]) & (moments["due"].astype(int) == load["year"][row])
        for name, some in (("due", own), ("held", own & (moments["status"] == "held"))):
            many = np.bincount(moments["case"][some], minlength=300)
            low, high = times(many.mean(), many.var(ddof=1), 300)
            assert load[f"{name}_low"][row] == pytest.approx(low)
            assert load[f"{name}_high"][row] == pytest.approx(high)
    assert set(load["uncertainty"].tolist()) == {"simulation"}


def test_moments_before_the_horizon_in_a_phase_that_runs() -> None:
    """Moments come in order, before the horizon, never in a final or suspended phase."""
    result = simulated(busy(), cases=300, horizon=2.5)
    found = result.moments()
    assert found["due"].max() < 2.5
    assert set(found["phase"].tolist()) == {"idea", "work", "review"}
    assert (np.lexsort((found["due"], found["case"])) == np.arange(len(found["due"]))).all()
