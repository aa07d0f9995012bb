"""Laws of covariates that change, and of where and when cases begin."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

import gezondsamen as gs
from gezondsamen.simulation import (
    Arrivals,
    Distribution,
    Effect,
    Empirical,
    Exponential,
    Fixed,
    Gamma,
    Model,
    Piecewise,
    simulate,
)
from tests.support.simulation import models as m
from tests.support.simulation.engines import computed, each_engine, rows_of, share_left, to_bytes
from tests.support.simulation.refusals import only

CASES = 20_000
CLOCKS = {**m.CLOCKS, "fixed": Fixed(1.6), "empirical": Empirical([0.5, 1.1, 1.7, 2.2])}
each_clock = pytest.mark.parametrize("clock", CLOCKS.values(), ids=CLOCKS)
TIME = Effect("x", "only", time_ratio=0.5)
RATE = Effect("y", "only", hazard_ratio=3.0)
AT = (0.6, 1.5)
X, Y = Piecewise([0, 1, -1], at=AT), Piecewise([1, -1], at=[0.9])


def close(found: Any, expected: Any) -> None:
    spread = np.sqrt(expected * (1 - expected) / CASES)
    assert np.all(np.abs(found - expected) <= 4.5 * spread + 2 / CASES)


@each_clock
@pytest.mark.parametrize("spent", [0.0, 0.3])
def test_speeds_and_rates_that_change_add_up(clock: Distribution, spent: float) -> None:
    """The survival is that of the clock at the time that it ran, to the power of the rate, piece by piece."""
    times = np.array([0.3, 0.6, 0.75, 0.9, 1.2, 1.5, 2.5, 4.0])
    model = m.single(clock, effects=[TIME, RATE], spent=spent)
    ended = computed(model, "numpy", cases=CASES, horizon=1e4, covariates={"x": X, "y": Y}, log=False)[0].time

    def ran(time: Any) -> Any:
        return spent + np.minimum(time, 0.6) + 2 * np.clip(time - 0.6, 0, 0.9) + np.maximum(time - 1.5, 0) / 2

    def share(begin: float, end: Any) -> Any:
        return clock.survival(ran(np.maximum(end, begin))) / clock.survival(ran(begin))

    before = share(0.0, np.minimum(times, 0.9)) ** 3.0
    after = np.where(times > 0.9, share(0.9, times), 1.0) ** (1 / 3)
    close(share_left(times, ended), before * after)


@each_clock
def test_a_covariate_that_changes_to_the_same_changes_nothing(clock: Distribution) -> None:
    """Cut in pieces of one value, a case lasts as long as it did, draw by draw."""
    model = m.single(clock, effects=[TIME, RATE])
    same = {"x": Piecewise([1, 1, 1], at=AT), "y": Piecewise([-0.5, -0.5], at=[0.9])}
    call: dict[str, Any] = {"cases": 4000, "horizon": 1e4, "log": False}
    found = computed(model, "numpy", covariates=same, **call)[0].time
    expected = computed(model, "numpy", covariates={"x": 1.0, "y": -0.5}, **call)[0].time
    assert found == pytest.approx(expected, rel=2e-3)


def test_a_choice_is_that_of_the_moment_of_leaving() -> None:
    """Odds that change count when the phase is left."""
    model = m.loop(
        Effect("x", "form", "give_up", odds_ratio=9.0), dwell={"form": Gamma(1.0, 0.3), "work": Fixed(99)}
    )
    rows = rows_of(model, "numpy", cases=CASES, covariates={"x": Piecewise([0, 1], at=[1.0])})
    first = rows["entered"] == 0
    gone = rows["phase_to"][first] == [x.key for x in m.LOOP.phases].index("stopped")
    for mine, chance in ((rows["left"][first] < 1, 0.1), (rows["left"][first] > 1, 0.5)):
        assert gone[mine].mean() == pytest.approx(chance, abs=0.02)


def test_the_calendar_counts_from_the_entry_of_each_case() -> None:
    """What changes on the calendar changes for a case so many years after it entered."""
    model = m.single(Exponential(1.0), effects=[RATE])
    at = Piecewise([0, 1], at=[2.0], calendar=True)
    call: dict[str, Any] = {"cases": 300, "horizon": 1e4}
    mixed = rows_of(model, "numpy", covariates={"y": at}, entry=np.array([0.0, 1.5, 5.0] * 100), **call)
    for n, own in enumerate((2.0, 0.5, -1.0)):
        covariate = Piecewise([0, 1], at=[own]) if own > 0 else 1.0
        alone = rows_of(model, "numpy", covariates={"y": covariate}, **call)
        assert mixed["left"][n::3] == pytest.approx(alone["left"][n::3], rel=2e-4)


@each_engine
def test_one_part_of_many_is_the_same(engine: Any) -> None:
    """Columns of every kind go with their cases, whatever the chunks, and the engine."""
    n = 9000
    column = np.arange(n) % 3
    call: dict[str, Any] = {
        "covariates": {"trust": Piecewise([column, 0.2], at=[0.8], calendar=True)},
        "start": ["form", "work", "review"] * (n // 3),
        "spent": np.linspace(0, 0.3, n),
        "entry": Arrivals(per_year=3000),
    }
    model = m.racing(effects=m.ONE_STEP[2:], hazards={"form": {"give_up": Exponential(1.0)}})
    whole = simulate(model, cases=n, horizon=3, seed=4, engine="numpy", **call)
    cut = simulate(model, cases=n, horizon=3, seed=4, engine=engine, chunk=4096, **call)
    assert to_bytes(whole.columns()) == to_bytes(cut.columns())
    mine = whole.columns()["case"] // 100 == 50
    part = simulate(model, cases=n, horizon=3, seed=4, engine=engine, **call).chunks(range(5000, 5100))
    assert next(part)["left"].tolist() == whole.columns()["left"][mine].tolist()


@each_engine
def test_a_case_begins_where_its_column_says(engine: Any) -> None:
    """A case with a start and years spent of its own is the case of a model that says the same."""
    starts, spent = ["form", "work", "review"] * 100, np.array([0.0, 0.2, 0.4, 0.1] * 75)
    mixed = rows_of(m.loop(), engine, cases=300, start=starts, spent=spent)
    for case in (0, 1, 2, 3, 5, 298):
        alone = rows_of(
            m.loop(start=starts[case], spent=float(spent[case])), engine, cases=range(case, case + 1)
        )
        mine = mixed["case"] == case
        assert to_bytes({k: v[mine] for k, v in mixed.items()}) == to_bytes(alone)


def test_results_know_where_each_case_began() -> None:
    """Who begins in a phase has come there at once; the others when they come; years spent count back."""
    starts = ["form", "work"] * 200
    result = simulate(m.loop(), cases=400, horizon=6, seed=1, start=starts)
    alone = simulate(m.loop(), cases=400, horizon=6, seed=1)
    came = result.time_to("work", [0.0, 6.0])["share"]
    assert came[0] == 0.5
    assert result.time_to("form", [0.0])["share"][0] == 0.5
    odd = {case for case in alone.columns()["case"][alone.columns()["phase_to"] == "work"] if case % 2 == 0}
    assert came[1] == (200 + len(odd)) / 400


def test_cases_arrive_in_order_at_their_rate() -> None:
    """Case n enters in the n-th part of a year, the same however many there are."""
    run = simulate(m.loop(), cases=1000, horizon=1, seed=3, entry=Arrivals(per_year=50, begin=2.0)).run
    assert np.floor((run.begins.entry - 2) * 50 + 1e-9).tolist() == list(range(1000))
    part = simulate(m.loop(), cases=range(700, 710), horizon=1, seed=3, entry=Arrivals(50, begin=2.0)).run
    assert part.begins.entry.tolist() == run.begins.entry[700:710].tolist()


def test_a_part_of_every_year() -> None:
    """`within` is one inside its part of the year, and zero outside, year after year."""
    winter = Piecewise.within((0.0, 0.25), begin=1, until=3)
    assert (winter.at, winter.values) == ((1.0, 1.25, 2.0, 2.25), (0, 1, 0, 1, 0))
    assert winter.calendar


REFUSED: dict[str, tuple[dict[str, Any], tuple[str, str]]] = {
    "an unknown start": ({"start": "wrok"}, ("start", "unknown")),
    "a final start": ({"start": ["done"] * 100}, ("start", "final-start")),
    "too few starts": ({"start": ["form"] * 3}, ("start", "bad-length")),
    "a start that is no phase": ({"start": 3}, ("start", "wrong-type")),
    "negative years": ({"spent": [-1.0] * 100}, ("spent", "bad-number")),
    "too few years": ({"spent": [1.0, 2.0]}, ("spent", "bad-length")),
    "years that are none": ({"spent": "long"}, ("spent", "bad-column")),
    "an endless entry": ({"entry": [np.inf] * 100}, ("entry", "not-a-number")),
    "a far entry": ({"entry": 1e9}, ("entry", "bad-number")),
    "a value of a piece": (
        {"covariates": {"x": Piecewise([0, np.nan], at=[1])}},
        ("covariates['x']", "not-a-number"),
    ),
}


@pytest.mark.parametrize(("call", "place"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_begin_is_refused(call: dict[str, Any], place: tuple[str, str]) -> None:
    """A refusal names the argument, before anything is simulated."""
    model = m.loop(Effect("x", "form", time_ratio=0.5))
    given = {"covariates": {"x": 0.0}, **call}
    assert only(simulate, model, cases=100, horizon=5, seed=1, **given)[:2] == place


def test_a_start_needs_all_that_can_be_reached_from_it() -> None:
    """A phase that the model has no time for is told, with its place."""
    process = m.process({"a": {"on": "b"}, "b": {"on_": "done"}, "c": {"back": "b"}}, done="success")
    made = Model(process, {"a": Fixed(1), "b": Fixed(1)})
    where, code, _ = only(simulate, made, cases=2, horizon=5, seed=1, start=["a", "c"])
    assert (where, code) == ("dwell['c']", "missing")


PIECES: dict[str, tuple[Any, str]] = {
    "one value": (lambda: Piecewise([1], at=[]), "values"),
    "too few values": (lambda: Piecewise([1, 2], at=[1, 2]), "values"),
    "disorder": (lambda: Piecewise([1, 2, 3], at=[2, 1]), "at"),
    "no times": (lambda: Piecewise([1, 2], at=["x"]), "at"),
    "the whole year": (lambda: Piecewise.within((0, 1), until=3), "period"),
    "no rate": (lambda: Arrivals(0), "per_year"),
    "no begin": (lambda: Arrivals(1, begin=np.nan), "begin"),
}


@pytest.mark.parametrize(("make", "where"), PIECES.values(), ids=PIECES)
def test_pieces_and_arrivals_are_checked(make: Any, where: str) -> None:
    """What makes no pieces, and no rate, is refused where it is written."""
    assert only(make)[0] == where


def test_a_period_is_a_time() -> None:
    """Means, years spent, horizons and times of change are periods too; numbers of numpy are numbers."""
    half = gs.Every(months=6)
    assert Gamma(half) == Gamma(0.5) == Gamma(np.float32(0.5)) == Gamma(np.float64(0.5))
    assert repr(Exponential(np.int64(2))) == "Exponential(mean=2)"
    assert m.single(Exponential(1.0), spent=half).spent == 0.5
    numbers: Any = {"cases": np.int64(5), "seed": np.int64(3)}
    result = simulate(m.loop(), horizon=gs.Every(years=2), **numbers)
    assert (result.run.horizon, result.run.seed, len(result.run.cases)) == (2, 3, 5)
    assert Piecewise([0, 1], at=[half]).at == (0.5,)
