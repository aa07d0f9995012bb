"""Laws of effects: times, rates and odds are changed by just their ratio, whatever the distribution."""

from __future__ import annotations

from typing import Any

import attrs
import numpy as np
import pytest

from gezondsamen.simulation import (
    Distribution,
    Effect,
    Exponential,
    Gamma,
    LogNormal,
    Model,
    Weibull,
    solve,
)
from gezondsamen.simulation.engine.chunks import to_run
from gezondsamen.simulation.engine.lengths import Lengths, Visits
from tests.support.simulation import models as m
from tests.support.simulation.engines import computed, each_engine, rows_of, share_left
from tests.support.simulation.refusals import only, problems

each_clock = pytest.mark.parametrize("clock", m.CLOCKS.values(), ids=m.CLOCKS)
RATIOS = (0.1, 0.5, 3.0, 20.0)
CASES = 20_000


def effect(**ratio: float) -> Effect:
    return Effect("x", "only", **ratio)  # type: ignore[arg-type]


def lasts_longer(model: Model, engine: Any, times: Any, **call: Any) -> Any:
    """Return the share of simulated cases that stays in its one phase longer than each time."""
    ends = computed(model, engine, log=False, **{"cases": CASES, "horizon": 1e6, **call})[0]
    return share_left(times, ends.time)


@each_engine
@each_clock
@pytest.mark.parametrize("ratio", RATIOS)
@pytest.mark.parametrize("spent", [0.0, 0.4])
def test_a_hazard_ratio_raises_the_survival_to_its_power(
    engine: Any, clock: Distribution, ratio: float, spent: float
) -> None:
    """The share that lasts longer than a time is that of the distribution, to the power of the ratio."""
    model = m.single(clock, effects=[effect(hazard_ratio=ratio)], spent=spent)
    shares = np.array([0.999, 0.9, 0.5, 0.1, 0.01, 1e-4]) ** (1 / ratio)
    times = np.maximum(clock.quantile(1 - shares, shares) - spent, 0.0)
    given = clock.survival(times + spent) / clock.survival(spent)
    expected = given**ratio
    found = lasts_longer(model, engine, times, covariates={"x": 1.0})
    spread = np.sqrt(expected * (1 - expected) / CASES)
    assert np.all(np.abs(found - expected) <= 4.5 * spread + 1e-3 * expected + 2 / CASES)


@pytest.mark.parametrize("clock", [Exponential(1.3), Gamma(1.3, cv=0.4), LogNormal(1.3, cv=0.9)], ids=repr)
@pytest.mark.parametrize("ratio", [0.04, 0.2, 1.0, 5.0])
@pytest.mark.parametrize("spent", [0.0, 0.4])
def test_the_least_and_the_largest_share_that_are_drawn_have_their_times(
    clock: Distribution, ratio: float, spent: float
) -> None:
    """However small a share becomes by its power, tables go on until the time that the survival says."""
    model = m.single(clock, effects=[effect(hazard_ratio=ratio)], spent=spent)
    run = to_run(model, 4, 1e6, 1, {"x": 1.0})
    (task,) = run.tasks(run.compile(), 4, log=False)
    words = np.array([2**32 - 1, 2**32 - 2**20, 2**31, 2**20], np.uint64)
    visits = Visits(np.arange(4), np.zeros(4, np.int64), np.zeros(4))
    times = Lengths.of(task).run(0, 0, words, visits)
    rest = (2**32 - words.astype(float) - 0.5) / 2**32
    found = np.log(clock.survival(times + spent) / clock.survival(spent)) * ratio
    assert found == pytest.approx(np.log(rest), rel=2e-2, abs=1e-5)
    assert (np.diff(times) < 0).all()


@each_clock
@pytest.mark.parametrize("ratio", [0.4, 2.5])
@pytest.mark.parametrize("spent", [0.0, 0.4])
def test_the_exact_answer_has_the_power_too(clock: Distribution, ratio: float, spent: float) -> None:
    """Solving gives the survival to the power of the ratio, given the time already spent."""
    model = m.single(clock, effects=[effect(hazard_ratio=ratio)], spent=spent)
    exact = solve(model, horizon=6, covariates={"x": 1.0})
    at = np.array([0.1, 0.6, 1.3, 3.0])
    expected = (clock.survival(at + spent) / clock.survival(spent)) ** ratio
    assert exact.occupancy(at)["only"] == pytest.approx(expected, abs=exact.between)


@each_engine
@pytest.mark.parametrize("ratio", [0.2, 1.7, 9.0])
def test_weibull_times_know_both_ratios(engine: Any, ratio: float) -> None:
    """A rate of a Weibull time that is multiplied is its time multiplied, draw by draw."""
    for shape in (0.8, 1.0, 2.0):
        clock = Weibull(1.3, shape=shape)
        rates = m.single(clock, effects=[effect(hazard_ratio=ratio)])
        times = m.single(clock, effects=[effect(time_ratio=ratio ** (-1 / shape))])
        call: dict[str, Any] = {"cases": 5000, "horizon": 1e9, "covariates": {"x": 1.0}}
        found, expected = (computed(x, engine, log=False, **call)[0].time for x in (rates, times))
        assert found == pytest.approx(expected, rel=2e-3)


@each_engine
def test_a_ratio_of_one_changes_nothing_but_rounding(engine: Any) -> None:
    """Whatever the covariate, an effect of size one leaves every case as it was."""
    plain = rows_of(m.loop(), engine, cases=3000)
    for size_one in (Effect("x", "work", time_ratio=1.0), Effect("x", "work", hazard_ratio=1.0)):
        same = rows_of(m.loop(size_one), engine, cases=3000, covariates={"x": 5.0})
        assert same["trigger"].tolist() == plain["trigger"].tolist()
        assert same["left"] == pytest.approx(plain["left"], rel=1e-9)


def test_the_rate_of_one_step_of_a_choice_is_that_of_a_competing_step() -> None:
    """With exponential times, a choice is a competition of rates; one of them is multiplied."""
    chosen = m.markov(effects=[Effect("x", "form", "give_up", hazard_ratio=3.0)])
    competing = attrs.evolve(
        m.markov(),
        dwell={"work": Exponential(1.2)},
        choices={"work": {"look_back": 0.95, "fall_apart": 0.05}},
        hazards={
            **m.markov().hazards,
            "form": {"agree": Exponential(0.5 / 0.9), "give_up": Exponential(0.5 / 0.1 / 3)},
        },
    )
    one = solve(chosen, horizon=6, covariates={"x": 1.0})
    other = solve(competing, horizon=6)
    assert one.mean_time()[0] == pytest.approx(other.mean_time()[0], abs=1e-6)
    assert one.flows()["per_case"] == pytest.approx(other.flows()["per_case"], abs=1e-6)


def test_an_effect_on_one_competing_step_leaves_the_others_alone() -> None:
    """The clocks that no effect names run as they did, draw by draw."""
    faster = m.racing(effects=[Effect("x", "review", "finish", time_ratio=0.5)])
    twice = m.racing(hazards={"review": {**m.racing().hazards["review"], "finish": Exponential(0.75)}})
    found, expected = (
        rows_of(m.racing(), "numpy", cases=2000) if x is None else rows_of(x[0], "numpy", cases=2000, **x[1])
        for x in ((faster, {"covariates": {"x": 1.0}}), (twice, {}))
    )
    assert found["trigger"].tolist() == expected["trigger"].tolist()
    assert found["left"] == pytest.approx(expected["left"], rel=1e-9)


@each_engine
def test_effects_by_column_are_those_of_each_case(engine: Any) -> None:
    """A case with its own covariate is the case that it is where all have that covariate."""
    model = m.racing(effects=m.ONE_STEP)
    column = np.array([0.0, 1.3, -0.7] * 100)
    mixed = rows_of(model, engine, cases=300, covariates={"trust": column})
    for value in (0.0, 1.3, -0.7):
        alike = rows_of(model, engine, cases=300, covariates={"trust": value})
        for name in mixed:
            mine = column[mixed["case"]] == value
            same = column[alike["case"]] == value
            assert mixed[name][mine].tolist() == alike[name][same].tolist()


BAD: dict[str, tuple[dict[str, Any], tuple[str, str], str]] = {
    "the ratio of version 0.1": ({"ratio": 1.5}, ("ratio", "which-ratio"), "hazard_ratio=1.5"),
    "its odds": ({"trigger": "finish", "ratio": 1.5}, ("ratio", "which-ratio"), "odds_ratio=1.5"),
    "no ratio": ({}, ("effects[0]", "which-ratio"), "none of them"),
    "two": ({"time_ratio": 1, "hazard_ratio": 2}, ("effects[0]", "which-ratio"), "time_ratio and hazard"),
    "odds of a phase": ({"odds_ratio": 2.0}, ("effects[0]", "no-step"), "name it as the trigger"),
    "the time of a step": ({"trigger": "finish", "time_ratio": 2.0}, ("effects[0]", "unknown"), "competing"),
    "the rate of no step": (
        {"trigger": "finsh", "hazard_ratio": 2.0},
        ("effects[0]", "unknown"),
        "'finish'?",
    ),
}


@pytest.mark.parametrize(("given", "place", "says"), BAD.values(), ids=BAD)
def test_an_effect_says_which_ratio_it_is(given: dict[str, Any], place: tuple[str, str], says: str) -> None:
    """One ratio, of what there is in the phase; the `ratio` that could be two things is refused."""
    ((where, code, message),) = problems(
        lambda: m.loop().with_changes(effects=[Effect("x", "review", **given)])
    )
    assert (where, code) == place
    assert says in message


def test_a_rate_that_nearly_vanishes_is_refused() -> None:
    """A hazard ratio that leaves less than a thirtieth of the rate cannot be calculated with."""
    model = m.loop(Effect("x", "form", hazard_ratio=0.5))
    assert len(rows_of(model, "numpy", cases=10, covariates={"x": 4.9})["case"]) >= 10
    where, code, _ = only(computed, model, "numpy", covariates={"x": 5.0})
    assert (where, code) == ("covariates", "too-far")
