"""Laws of comparing: scenarios are paired case by case, and intervals tell how sure a difference is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from scipy import stats

from gezondsamen.simulation import (
    Accrued,
    Arrivals,
    Choice,
    Duration,
    Ended,
    Gamma,
    InvalidModel,
    Reached,
    VisitCount,
    compare,
    simulate_each,
    solve,
)
from gezondsamen.simulation.examples import partnership
from gezondsamen.simulation.results import intervals
from gezondsamen.simulation.results.measures import Measure
from tests.support.simulation.engines import simulated, to_bytes
from tests.support.simulation.models import TRUST, loop

CALL: dict[str, Any] = {"cases": 2000, "horizon": 10.0, "seed": 2026, "engine": "numpy"}
NOW = loop()
QUICK = NOW.with_changes(dwell={"work": Gamma(0.6, 0.7)})
STRICT = NOW.with_changes(choices={"form": Choice({"agree": 0.8, "give_up": 0.2})})
MEASURES: list[Measure] = [Ended(outcome="success"), Duration(), VisitCount("work")]


def test_a_scenario_is_the_result_that_it_would_be_alone() -> None:
    """Each scenario of a comparison is what `simulate` gives for it, to the byte."""
    comparison = compare({"now": NOW, "quick": QUICK}, **CALL)
    for name, model in (("now", NOW), ("quick", QUICK)):
        alone = simulated(model, cases=2000)
        assert to_bytes(comparison[name].outcomes()) == to_bytes(alone.outcomes())
        assert comparison[name].mean_time() == alone.mean_time()
        assert comparison[name].manifest == alone.manifest


BEGUN: list[dict[str, Any]] = [
    {"start": "work", "spent": 0.25},
    {"start": ["form", "work"] * 1000, "spent": np.linspace(0, 0.5, 2000)},
    {"entry": np.linspace(0, 5, 2000)},
    {"entry": Arrivals(per_year=400)},
    {"entry": -1e6},
    {"entry": 1e6},
]


@pytest.mark.parametrize("begun", BEGUN)
def test_cases_begin_where_it_is_said(begun: dict[str, Any]) -> None:
    """Where and when cases begin is said as for one model, and holds for every scenario."""
    comparison = compare({"now": NOW, "quick": QUICK}, **CALL, **begun)
    for name, model in (("now", NOW), ("quick", QUICK)):
        alone = simulated(model, cases=2000, **begun)
        assert to_bytes(comparison[name].columns()) == to_bytes(alone.columns())
        assert comparison[name].manifest == alone.manifest


@pytest.mark.parametrize(
    ("begun", "where", "code"),
    [
        ({"start": "wrk"}, "start", "unknown"),
        ({"start": ["work", "form"]}, "start", "bad-length"),
        ({"spent": -1.0}, "spent", "bad-number"),
        ({"spent": [1.0, 2.0]}, "spent", "bad-length"),
        ({"entry": 1e9}, "entry", "bad-number"),
        ({"entry": -1.1e6}, "entry", "bad-number"),
        ({"entry": "soon"}, "entry", "bad-column"),
    ],
)
def test_a_beginning_that_there_is_not_is_refused_alike(begun: dict[str, Any], where: str, code: str) -> None:
    """What `simulate` refuses of where cases begin, the other calls refuse in the same words."""
    found = []
    calls: list[Callable[[], object]] = [
        lambda: simulated(NOW, cases=2000, **begun),
        lambda: compare({"now": NOW}, **CALL, **begun),
        lambda: simulate_each(lambda draw: NOW, {"x": [1, 2]}, **CALL, **begun),
    ]
    for call in calls:
        with pytest.raises(InvalidModel) as caught:
            call()
        (problem,) = caught.value.problems
        found.append((problem.where.removeprefix("draws[0]: "), problem.code, problem.message))
    assert found == [found[0]] * 3
    assert found[0][:2] == (where, code)


def test_who_begins_in_a_phase_has_reached_it() -> None:
    """A case that begins in a phase has come into it, wherever the model says that cases begin."""
    begun = simulated(NOW, cases=40, start=["form", "work"] * 20, horizon=1e-6)
    share = {phase: begun.measure([Reached(phase)])["estimate"][0] for phase in ("form", "work", "done")}
    assert share == {"form": 0.5, "work": 0.5, "done": 0.0}


def test_differences_are_those_of_the_cases() -> None:
    """A difference is the mean of the differences of the cases, with the interval that scipy gives them."""
    comparison = compare({"now": NOW, "quick": QUICK}, measures=MEASURES, **CALL)
    a, b = (comparison[name].cases() for name in ("now", "quick"))
    found = comparison.differences()
    d = b["time"] - a["time"]
    row = found["measure"].tolist().index("duration")
    assert found["difference"][row] == pytest.approx(d.mean())
    expected = stats.ttest_rel(b["time"], a["time"]).confidence_interval(0.95)
    assert (found["low"][row], found["high"][row]) == pytest.approx(tuple(expected), rel=2e-3)
    assert found["error"][row] == pytest.approx(stats.sem(d))
    share = (b["phase"] == "done").mean() - (a["phase"] == "done").mean()
    assert found["difference"][0] == pytest.approx(share)
    assert found["low"][0] < share < found["high"][0]
    assert set(found["uncertainty"]) == {"simulation"}


def test_estimates_hold_the_exact_answer() -> None:
    """Means lie where the solved equations say, within four standard errors."""
    comparison = compare({"now": NOW}, measures=MEASURES, **{**CALL, "cases": 20_000})
    exact = solve(NOW, horizon=10.0)
    found = comparison.estimates()
    done = exact.outcomes()
    success = float(done["share"][done["outcome"].tolist().index("success")])
    for row, expected in ((0, success), (1, exact.mean_time()[0])):
        assert found["estimate"][row] == pytest.approx(expected, abs=4 * found["error"][row])


def test_against_another_the_sign_turns() -> None:
    """A differs from B by minus what B differs from A; between two of three nothing depends on the third."""
    three = compare({"now": NOW, "quick": QUICK, "strict": STRICT}, measures=MEASURES, **CALL)
    two = compare({"quick": QUICK, "strict": STRICT}, measures=MEASURES, **CALL)
    turned = three.differences(against="strict")
    mine = turned["scenario"] == "quick"
    expected = two.differences()
    assert turned["difference"][mine].tolist() == (-expected["difference"]).tolist()
    assert turned["low"][mine] == pytest.approx(-expected["high"])
    assert turned["high"][mine] == pytest.approx(-expected["low"])


def test_a_scenario_does_not_differ_from_itself() -> None:
    """Two models that are equal have no difference; of shares the interval keeps a width."""
    found = compare({"now": NOW, "same": loop()}, measures=MEASURES, **CALL).differences()
    assert not found["difference"].any()
    assert not found["error"].any()
    assert found["low"][0] < 0 < found["high"][0]
    assert found["high"][0] < 2 / 2000


def test_pairs_are_sharper_than_two_runs() -> None:
    """The standard error of a small change is under a third of that of two runs with seeds of their own."""
    comparison = compare({"now": NOW, "quick": QUICK}, measures=[Duration()], **CALL)
    apart = np.hypot(*comparison.estimates()["error"])
    assert comparison.differences()["error"][0] < apart / 3


def test_covariates_can_be_those_of_a_scenario() -> None:
    """Scenarios may have the same model and other covariates; one that no model reads is refused."""
    model = loop(*TRUST)
    base = {"trust": 0.0, "distance": 0.0}
    found = compare(
        {"now": model, "trusted": model},
        covariates={"now": base, "trusted": {**base, "trust": 1.0}},
        measures=[Duration()],
        **CALL,
    )
    alone = simulated(model, cases=2000, covariates={**base, "trust": 1.0})
    assert found["trusted"].mean_time() == alone.mean_time()
    assert found.differences()["difference"][0] != 0
    shared = compare({"plain": NOW, "trusted": model}, covariates=base, measures=[Duration()], **CALL)
    assert shared["plain"].mean_time() == simulated(NOW, cases=2000).mean_time()
    for wrong in ({"trst": 0.0}, {"nobody": base}):
        with pytest.raises(InvalidModel):
            compare({"now": model}, covariates=wrong, **CALL)


@pytest.mark.parametrize("models", [[], {}, {1: NOW}, {"": NOW}, {"now": "model"}, NOW])
def test_scenarios_are_models_with_names(models: Any) -> None:
    """What is no mapping from names to models is refused."""
    with pytest.raises(InvalidModel):
        compare(models, **CALL)


def test_an_unknown_scenario_names_the_nearest() -> None:
    """A scenario that there is not is refused with the one that was probably meant."""
    comparison = compare({"now": NOW, "quick": QUICK}, **{**CALL, "cases": 10})
    for ask in (lambda: comparison["quik"], lambda: comparison.differences(against="quik")):
        with pytest.raises(InvalidModel, match="did you mean 'quick'"):
            ask()


@pytest.mark.parametrize("by", [None, ["a", "b"] * 1000])
def test_tables_have_the_columns_that_they_are_said_to_have(by: list[str] | None) -> None:
    """Scenario, measure and unit, the group where there is one, and what was found."""
    comparison = compare({"now": NOW, "quick": QUICK}, measures=[Duration()], by=by, **CALL)
    found = ("error", "low", "high", "uncertainty")
    group = () if by is None else ("group",)
    assert tuple(comparison.estimates()) == (
        *("scenario", "measure", "unit", *group, "cases", "estimate", *found),
    )
    told = comparison.differences()
    assert tuple(told) == ("scenario", "against", "measure", "unit", *group, "cases", "difference", *found)
    assert (told["scenario"][0], told["against"][0], told["unit"][0]) == ("quick", "now", "years")


def test_what_is_asked_by_default() -> None:
    """Each outcome that cases can have, and the duration."""
    found = compare({"now": partnership()}, **{**CALL, "cases": 10}).estimates()
    assert found["measure"].tolist() == ["ended(success)", "ended(early)", "ended(neutral)", "duration"]


@pytest.mark.parametrize("count", [0, 1, 7, 60, 119, 120])
def test_wilson_is_the_published_interval(count: int) -> None:
    """The interval of a share is that of scipy."""
    expected = stats.binomtest(count, 120).proportion_ci(0.95, method="wilson")
    assert tuple(map(float, intervals.wilson(count, 120))) == pytest.approx((expected.low, expected.high))


@pytest.mark.parametrize("often", [0.3, 3.0, 30.0])
def test_intervals_hold_where_few_pairs_differ(often: float) -> None:
    """With three cases in hundreds that differ, by as much or by chance, the plain interval holds 7 in 10."""
    chance = np.random.default_rng(1)
    count, cases, truth = chance.poisson(often, 4000), 300.0, often / 300 / 2
    held = []
    for many in count:
        d = chance.uniform(0, 1, many)
        low, high = intervals.student(d.sum() / cases, (d**2).sum(), (d**4).sum(), cases, 1.0)
        held.append(low <= truth <= high)
    assert np.mean(held) > 0.92


@pytest.mark.parametrize("often", [0.3, 3.0, 30.0])
def test_intervals_hold_where_a_rare_amount_is_large(often: float) -> None:
    """Small differences hide a large amount that few cases meet: its size is known, and reckoned with."""
    chance = np.random.default_rng(2)
    cases, amount = 300, 100.0
    held = {0.0: 0, amount: 0}
    for _ in range(1000):
        d = chance.normal(0, 1, cases) + amount * (chance.uniform(0, 1, cases) < often / cases)
        powers = (d.mean(), (d**2).sum(), (d**4).sum(), cases)
        for largest in held:
            low, high = intervals.student(*powers, largest=largest)
            held[largest] += low <= amount * often / cases <= high
    assert held[amount] >= 920
    assert held[amount] >= held[0.0]


def test_an_amount_that_nobody_met_widens_the_interval() -> None:
    """An interval of costs has room for one case that meets the largest of them, though none did."""
    dear = Accrued("dear", per_visit={"work": 1.0}, per_step={"give_up": 5000.0})
    cheap = Accrued("cheap", per_visit={"work": 1.0})
    call = {**CALL, "cases": 100, "horizon": 1e-6}
    found = compare({"now": NOW, "quick": QUICK}, measures=[dear, cheap], **call, start="work").estimates()
    width = dict(zip(found["measure"].tolist(), (found["high"] - found["low"]).tolist(), strict=True))
    assert found["estimate"].tolist() == [1.0] * 4
    assert width["cheap"] < 0.05 < 2 * 1.96 * 5000 / 100 < width["dear"]


def test_a_count_of_nothing_has_an_upper_end() -> None:
    """Where nothing was counted, the interval of how often ends near the exact 3.69 / cases."""
    low, high = intervals.times(np.zeros(1), np.zeros(1), 1000)
    assert low[0] == 0
    assert 3.6e-3 < high[0] < 3.9e-3
