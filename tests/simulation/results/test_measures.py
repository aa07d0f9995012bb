"""Laws of measures: each is what somebody would count who reads the visits of a case."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from scipy import stats

from gezondsamen.simulation import (
    Accrued,
    Duration,
    Ended,
    InPhase,
    InvalidModel,
    Reached,
    StepCount,
    TimeIn,
    VisitCount,
    compare,
)
from gezondsamen.simulation.engine.engines import kernel
from gezondsamen.simulation.engine.tally import BLOCK
from gezondsamen.simulation.examples import partnership
from gezondsamen.simulation.results.labels import in_words
from gezondsamen.simulation.results.measures import Measure, largest
from gezondsamen.simulation.results.per_case import Cases
from gezondsamen.simulation.results.sums import Part, Sums
from tests.support.simulation.engines import simulated, visits_of
from tests.support.simulation.models import TRUST, loop

HORIZON = 8.0
MODEL = partnership()
RESULT = simulated(MODEL, cases=300, horizon=HORIZON)

Row = dict[str, Any]


def visits() -> list[list[Row]]:
    """Return the visits of each case, as rows."""
    rows = visits_of(RESULT)
    return [[row for row in rows if row["case"] == case] for case in range(300)]


VISITS = visits()


def per_case(measure: Measure) -> list[float]:
    """Return the number of each case by the library."""
    (task,) = RESULT.run.tasks(RESULT.compiled, 300, log=True)
    summary, rows = kernel("numpy")(task)
    return list(map(float, Cases(RESULT.run, RESULT.compiled, summary, rows).values("it", measure)))


def outcome(row: Row) -> str | None:
    return MODEL.process.phase(row["phase_to"]).outcome if row["status"] == "ended" else None


def when(rows: list[Row], time: float) -> str:
    """Return the phase of a case at a time."""
    for row in rows:
        if row["entered"] <= time < row["left"] or row["status"] == "censored":
            return str(row["phase_from"])
    return str(rows[-1]["phase_to"])


def worth(begin: float, end: float, rate: float) -> float:
    """Return what one a year between two times is worth, by adding up many small pieces."""
    pieces = np.linspace(begin, end, 4001)
    middle = (pieces[1:] + pieces[:-1]) / 2
    return float(((1 + rate) ** -middle).sum() * (end - begin) / 4000)


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        (Ended(), lambda rows: rows[-1]["status"] == "ended"),
        (Ended(outcome="success"), lambda rows: outcome(rows[-1]) == "success"),
        (Ended("not_formed"), lambda rows: rows[-1]["phase_to"] == "not_formed"),
        (Ended(by=3.0), lambda rows: rows[-1]["status"] == "ended" and rows[-1]["left"] <= 3),
        (Reached("management"), lambda rows: any(row["phase_to"] == "management" for row in rows)),
        (
            Reached("management", by=2.0),
            lambda rows: any(row["phase_to"] == "management" and row["left"] <= 2 for row in rows),
        ),
        (Reached("initiative"), lambda rows: True),
        (InPhase("management", at=4.0), lambda rows: when(rows, 4.0) == "management"),
        (InPhase("not_formed", at=4.0), lambda rows: when(rows, 4.0) == "not_formed"),
        (Duration(), lambda rows: rows[-1]["left"]),
        (
            TimeIn("evaluation"),
            lambda rows: sum(
                row["left"] - row["entered"] for row in rows if row["phase_from"] == "evaluation"
            ),
        ),
        (
            TimeIn("not_formed"),
            lambda rows: HORIZON - rows[-1]["left"] if rows[-1]["phase_to"] == "not_formed" else 0,
        ),
        (VisitCount("evaluation"), lambda rows: sum(row["phase_from"] == "evaluation" for row in rows)),
        (VisitCount("not_formed"), lambda rows: rows[-1]["phase_to"] == "not_formed"),
        (StepCount("break_off"), lambda rows: sum(row["trigger"] == "break_off" for row in rows)),
        (
            StepCount("break_off", "negotiation"),
            lambda rows: sum(
                row["trigger"] == "break_off" and row["phase_from"] == "negotiation" for row in rows
            ),
        ),
        (
            Accrued("costs", per_visit={"evaluation": 3.0}, per_step={"suspend": 5.0}, discount=0.04),
            lambda rows: sum(
                3.0 * (row["phase_from"] == "evaluation") * 1.04 ** -row["entered"]
                + 5.0 * (row["trigger"] == "suspend") * 1.04 ** -row["left"]
                for row in rows
            ),
        ),
        (
            Accrued("care", per_year={"management": 2.0}, discount=0.04),
            lambda rows: sum(
                2 * worth(row["entered"], row["left"], 0.04)
                for row in rows
                if row["phase_from"] == "management"
            ),
        ),
        (
            Accrued("health", per_year={"closed_goal_reached": 1.0}),
            lambda rows: HORIZON - rows[-1]["left"] if rows[-1]["phase_to"] == "closed_goal_reached" else 0,
        ),
    ],
    ids=lambda value: "" if callable(value) else str(value),
)  # fmt: skip
def test_a_measure_is_what_the_visits_say(measure: Measure, expected: Callable[[list[Row]], float]) -> None:
    """Every measure is counted by hand, case by case, from the visits that a user reads."""
    assert per_case(measure) == pytest.approx([float(expected(rows)) for rows in VISITS], abs=1e-6)


@pytest.mark.parametrize("discount", [0.0, 0.05])
def test_marks_and_evaluations_count(discount: float) -> None:
    """StepCount that stay in their phase, and evaluations that were held, count when they are listed."""
    marks, moments = RESULT.marks(), RESULT.moments()
    taken = per_case(Accrued("a", per_step={"add_partner": 2.0}, discount=discount))
    expected = np.bincount(marks["case"], 2 * (1 + discount) ** -marks["at"], minlength=300)
    assert taken == pytest.approx(expected.tolist())
    assert sum(per_case(StepCount("add_partner"))) == len(marks["case"]) > 10
    held = moments["status"] == "held"
    own = held & (moments["point"] == "periodic_evaluation")
    worth = (1 + discount) ** -moments["due"][own]
    found = per_case(Accrued("b", per_evaluation={"periodic_evaluation": 1.0}, discount=discount))
    assert found == pytest.approx(np.bincount(moments["case"][own], worth, minlength=300).tolist())


def test_time_in_all_phases_is_the_horizon() -> None:
    """A case is always somewhere: years in the phases add up to the horizon."""
    every = np.sum([per_case(TimeIn(phase.key)) for phase in MODEL.process.phases], axis=0)
    assert every == pytest.approx(HORIZON)


def test_a_measure_of_your_own() -> None:
    """A function from visits to a number per case is a measure; one that gives anything else is refused."""

    def longest(rows: Any) -> Any:
        begins = np.flatnonzero(np.diff(rows["case"], prepend=-1))
        return np.maximum.reduceat(rows["left"] - rows["entered"], begins)

    call: dict[str, Any] = {"cases": 300, "horizon": HORIZON, "seed": 2026, "engine": "numpy"}
    found = compare({"now": MODEL}, measures={"longest": longest}, **call).estimates()
    expected = np.mean([max(row["left"] - row["entered"] for row in rows) for rows in VISITS])
    assert found["estimate"][0] == pytest.approx(expected)
    assert found["unit"][0] == "amount"
    for wrong, code in (
        (lambda rows: rows["left"], "bad-length"),
        (lambda rows: ["?"] * 300, "bad-column"),
        (lambda rows: [math.nan] * 300, "not-a-number"),
    ):
        with pytest.raises(InvalidModel) as caught:
            compare({"now": MODEL}, measures={"wrong": wrong}, **call)
        assert caught.value.problems[0].code == code


@pytest.mark.parametrize(
    ("measures", "code"),
    [
        ([Reached("managment")], "unknown"),
        ([Ended("management")], "unknown"),
        ([Ended(outcome="won")], "unknown"),
        ([StepCount("opn_evaluation")], "unknown"),
        ([StepCount("suspend", "nowhere")], "unknown"),
        ([VisitCount("nowhere")], "unknown"),
        ([InPhase("management", at=11.0)], "bad-number"),
        ([Reached("management", by=-1.0)], "bad-number"),
        ([Accrued("a", per_year={"nowhere": 1.0})], "unknown"),
        ([Accrued("a", per_step={"nothing": 1.0})], "unknown"),
        ([Accrued("a", per_evaluation={"nothing": 1.0})], "unknown"),
        ([Duration(), Duration()], "twice"),
        ([len], "no-name"),
        ([Duration], "wrong-type"),
        (["duration"], "wrong-type"),
        ([], "empty"),
    ],
)
def test_what_cannot_be_asked_is_refused(measures: Any, code: str) -> None:
    """A word that the process lacks, a time out of reach, and what is no measure: each is named."""
    with pytest.raises(InvalidModel) as caught:
        compare({"now": MODEL}, measures=measures, cases=5, horizon=HORIZON, seed=1)
    assert caught.value.problems[0].code == code
    assert caught.value.problems[0].where.startswith("measures")


@pytest.mark.parametrize(
    ("measure", "nl", "en"),
    [
        (Ended(), "geëindigd", "ended"),
        (Ended(outcome="early"), "vroeg einde", "early end"),
        (Ended(by=2.5), "geëindigd, binnen 2,50 jaar", "ended, within 2.50 years"),
        (Ended("not_formed"), "{not_formed}", "{not_formed}"),
        (Ended("not_formed", by=3), "{not_formed}, binnen 3 jaar", "{not_formed}, within 3 years"),
        (Reached("evaluation"), "aangekomen: {evaluation}", "reached: {evaluation}"),
        (
            Reached("evaluation", by=1),
            "aangekomen: {evaluation}, binnen 1 jaar",
            "reached: {evaluation}, within 1 years",
        ),
        (InPhase("evaluation", at=4.25), "na 4,25 jaar in {evaluation}", "after 4.25 years in {evaluation}"),
        (Duration(), "duur", "duration"),
        (TimeIn("evaluation"), "jaren in {evaluation}", "years in {evaluation}"),
        (VisitCount("evaluation"), "keren in {evaluation}", "visits to {evaluation}"),
        (Accrued("costs of it"), "costs of it", "costs of it"),
    ],
    ids=str,
)
def test_a_measure_has_words_for_people(measure: Measure, nl: str, en: str) -> None:
    """In both languages, by the names of its phases; a name that the user gave stays as it is."""
    for lang, words in (("nl", nl), ("en", en)):
        phases = {phase.key: phase.label.text(lang) for phase in MODEL.process.phases}
        assert in_words(str(measure), measure, MODEL.process, lang) == words.format(**phases)
        assert in_words("mine", measure, MODEL.process, lang) == "mine"


def test_a_step_and_a_function_have_words_for_people() -> None:
    """A step is called by its label, a function by the name that it was given."""
    step = next(x for x in MODEL.process.transitions if x.trigger == "suspend")
    assert in_words("steps(suspend)", StepCount("suspend"), MODEL.process, "en") == step.label.text("en")
    assert in_words("longest", len, MODEL.process, "en") == "longest"


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        (Duration(), 0.0),
        (Accrued("none"), 0.0),
        (Accrued("care", per_year={"management": 9.0}), 0.0),
        (Accrued("costs", per_visit={"evaluation": 2.0}, per_step={"suspend": -7.0}), 7.0),
        (Accrued("costs", per_evaluation={"progress_talk": 3.0}, per_step={"suspend": 1.0}), 3.0),
    ],
)
def test_the_largest_amount_is_one_that_comes_at_once(measure: Measure, expected: float) -> None:
    """Gain or loss, by a visit, a step or an evaluation; what accrues by the year comes bit by bit."""
    assert largest(measure) == expected
    found = RESULT.measure([measure])
    assert found["low"][0] <= found["estimate"][0] <= found["high"][0]


@pytest.mark.parametrize("wrong", [{"per_year": 3}, {"per_year": {"a": "x"}}, {"discount": -1}, {"name": ""}])
def test_amounts_are_numbers(wrong: dict[str, Any]) -> None:
    """What accrues is a mapping to numbers, under a name, at a rate from 0."""
    with pytest.raises(InvalidModel):
        Accrued(**{"name": "costs", **wrong})


def test_groups_are_a_partition() -> None:
    """Groups add up to the whole: by a covariate that is named, or by labels."""
    model = loop(*TRUST)
    trust = np.arange(1000) % 3 - 1.0
    call: dict[str, Any] = {
        "cases": 1000,
        "horizon": 5.0,
        "seed": 3,
        "engine": "numpy",
        "measures": [Ended()],
    }
    call["covariates"] = {"trust": trust, "distance": 0.0}
    whole = compare({"now": model}, **call).estimates()
    named = compare({"now": model}, **call, by="trust").estimates()
    labels = compare({"now": model}, **call, by=[str(int(x)) for x in trust]).estimates()
    assert named["trust"].tolist() == [-1.0, 0.0, 1.0]
    assert labels["group"].tolist() == ["-1", "0", "1"]
    assert labels["estimate"].tolist() == named["estimate"].tolist()
    assert named["cases"].sum() == 1000
    assert named["estimate"] @ named["cases"] == pytest.approx(whole["estimate"][0] * 1000)
    mixed = np.array([1, "a"] * 500, object)
    for wrong, code in (("distnce", "unknown"), ([1, 2], "bad-length"), (mixed, "bad-column")):
        with pytest.raises(InvalidModel) as caught:
            compare({"now": model}, **call, by=wrong)
        assert caught.value.problems[0].code == code


def test_as_many_groups_as_can_be_read_are_told_apart() -> None:
    """A thousand have their rows, one more is refused: such labels are no classes."""
    few: dict[str, Any] = {"horizon": 1.0, "seed": 3, "engine": "numpy", "measures": [Ended()]}
    found = compare({"now": loop()}, cases=1000, by=range(1000), **few).estimates()
    assert found["group"].tolist() == list(range(1000))
    assert found["cases"].tolist() == [1] * 1000
    with pytest.raises(InvalidModel) as caught:
        compare({"now": loop()}, cases=1001, by=range(1001), **few)
    assert caught.value.problems[0].code == "too-many"
    mixed = compare({"now": loop()}, cases=4, by=np.array(["a", "b", "a", "a"]), **few).estimates()
    assert mixed["cases"].tolist() == [3, 1]


@pytest.mark.parametrize("chunk", [1, 2 * BLOCK, 10**9])
def test_sums_do_not_depend_on_chunks(chunk: int) -> None:
    """Whatever the tasks, means and errors are the same to the bit."""
    call: dict[str, Any] = {"cases": 3 * BLOCK + 5, "horizon": 5.0, "seed": 3, "engine": "numpy"}
    measures: list[Measure] = [
        Duration(),
        TimeIn("work"),
        Accrued("costs", per_year={"work": 0.1}, discount=0.03),
    ]
    one = compare({"a": loop(), "b": loop(*TRUST[:1])}, covariates={"trust": 0.5}, measures=measures, **call)
    two = compare(
        {"a": loop(), "b": loop(*TRUST[:1])},
        covariates={"trust": 0.5},
        measures=measures,
        chunk=chunk,
        **call,
    )
    assert (one.sums.total == two.sums.total).all()
    assert (one.sums.square == two.sums.square).all()


def test_sums_lose_nothing_to_rounding() -> None:
    """Small numbers that are added to large ones of either sign are in the sum when these are gone."""
    for numbers in ([1.0, 1e100, 1.0, -1e100], [-1e100, 1.0, 1e100, 1.0]):
        sums = Sums.of(Part(np.array([1]), np.array([[[[[x]]]]] * 3)) for x in numbers)
        assert [x.item() for x in (sums.total, sums.square, sums.fourth)] == [2.0] * 3
        assert sums.cases.tolist() == [4]


def test_cases_are_grouped_by_how_they_ended() -> None:
    """By outcome, each group holds the cases that ended so, or run on."""
    found = RESULT.measure([Duration(), Ended()], by="outcome")
    ends = [outcome(rows[-1]) or "running" for rows in VISITS]
    times = np.array([rows[-1]["left"] for rows in VISITS])
    for group, cases, mean in list(
        zip(found["outcome"].tolist(), found["cases"].tolist(), found["estimate"].tolist(), strict=True)
    )[: len(set(ends))]:
        own = np.array(ends) == group
        assert cases == own.sum() > 0
        assert mean == pytest.approx(times[own].mean())
    assert set(found["outcome"]) == set(ends)
    phases = RESULT.measure([Ended()], by=RESULT.cases()["phase"])
    keys, counts = np.unique(RESULT.cases()["phase"], return_counts=True)
    order = [phase.key for phase in MODEL.process.phases]
    assert sorted(phases["group"].tolist(), key=order.index) == phases["group"].tolist()
    found_by = dict(zip(phases["group"].tolist(), phases["cases"].tolist(), strict=True))
    assert found_by == dict(zip(keys.tolist(), counts.tolist(), strict=True))


def test_quantiles_are_those_of_the_cases() -> None:
    """A quantile is that of the numbers of the cases; its bounds are two of them, by their order alone."""
    found = RESULT.quantiles([Duration(), TimeIn("management")], at=(0.25, 0.5, 0.99))
    values = np.sort(per_case(Duration()))
    assert found["estimate"][:3] == pytest.approx(np.quantile(values, (0.25, 0.5, 0.99)))
    for share, low, high in zip(found["quantile"][:3], found["low"], found["high"], strict=False):
        # Cases that are still running share the horizon.
        below, above = np.searchsorted(values, low), np.searchsorted(values, high, side="right") - 1
        assert stats.binom.cdf(below, 300, share) <= 0.025 or below == 0
        assert stats.binom.cdf(above, 300, share) >= 0.975 or above == 299
    assert RESULT.quantiles([Duration()], at=0.5)["estimate"][0] == np.median(values)  # type: ignore[arg-type]
    for wrong in ([0.0], [1.0], ["half"], [float("nan")]):
        with pytest.raises(InvalidModel):
            RESULT.quantiles(at=wrong)  # type: ignore[arg-type]


def test_a_result_answers_the_same() -> None:
    """A result by itself says of its measures what a comparison says of that scenario."""
    measures: list[Measure] = [Ended(outcome="success"), TimeIn("management")]
    found = RESULT.measure(measures, by=np.arange(300) % 2)
    call: dict[str, Any] = {"cases": 300, "horizon": HORIZON, "seed": 2026, "engine": "numpy"}
    expected = compare({"now": MODEL}, measures=measures, by=np.arange(300) % 2, **call).estimates()
    assert expected.pop("scenario").tolist() == ["now"] * 4
    assert {name: column.tolist() for name, column in found.items()} == {
        name: column.tolist() for name, column in expected.items()
    }
