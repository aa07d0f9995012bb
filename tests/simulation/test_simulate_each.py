"""Laws of draws of parameters: what is not known of them is told apart from the error of simulating."""

from __future__ import annotations

import math
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any

import numpy as np
import pytest

from gezondsamen.simulation import (
    Arrivals,
    Duration,
    Effect,
    Ended,
    Exponential,
    Fixed,
    InvalidModel,
    Model,
    Piecewise,
    compare,
    simulate_each,
)
from gezondsamen.simulation.engine.begins import to_entry
from tests.support.simulation.engines import to_bytes
from tests.support.simulation.models import loop, single

RANDOM = np.random.default_rng(2026)
MEANS = RANDOM.gamma(4.0, 0.5, 200)
CALL: dict[str, Any] = {"cases": 400, "horizon": 3.0, "seed": 1, "engine": "numpy"}


def one(draw: Mapping[str, float]) -> Model:
    return single(Exponential(mean=draw["mean"]))


def two(draw: Mapping[str, float]) -> dict[str, Model]:
    return {"now": one(draw), "half": single(Exponential(mean=draw["mean"] / 2))}


def ended(mean: Any) -> Any:
    """Return the exact share that has ended by the horizon."""
    return 1 - np.exp(-CALL["horizon"] / np.asarray(mean))


def test_variance_is_taken_apart() -> None:
    """The spread of the parameters is found beneath the noise of few cases, and the noise is what it is."""
    found = simulate_each(one, {"mean": MEANS}, measures=[Ended()], **{**CALL, "cases": 60}).estimates()
    exact = ended(MEANS)
    assert found["sd_parameters"][0] == pytest.approx(exact.std(ddof=1), rel=0.12)
    noise = math.sqrt((exact * (1 - exact)).mean() / 60)
    assert found["sd_simulation"][0] == pytest.approx(noise, rel=0.05)
    assert found["estimate"][0] == pytest.approx(exact.mean(), abs=4 * found["error"][0])
    assert found["share_parameters"][0] == pytest.approx(exact.var() / (exact.var() + noise**2), abs=0.08)
    assert set(found["uncertainty"]) == {"parameters and simulation"}


def test_the_interval_is_that_of_the_parameters() -> None:
    """With many cases a draw its ends are the exact quantiles; with few it is wider, never narrower."""
    low, high = np.quantile(ended(MEANS), (0.025, 0.975), method="weibull")
    call = {"measures": [Ended()], **CALL}
    many = simulate_each(one, {"mean": MEANS}, **{**call, "cases": 4000}).estimates()
    assert many["low"][0] == pytest.approx(low, abs=0.02)
    assert many["high"][0] == pytest.approx(high, abs=0.02)
    few = simulate_each(one, {"mean": MEANS}, **{**call, "cases": 30}).estimates()
    assert few["high"][0] - few["low"][0] > high - low


def test_parameters_that_are_known_have_no_spread() -> None:
    """Draws that are all alike leave nothing to the parameters, but chance."""
    found = simulate_each(one, {"mean": np.full(100, 2.0)}, measures=[Ended()], **CALL).estimates()
    assert found["share_parameters"][0] < 0.35
    assert found["high"][0] - found["low"][0] < 4.5 * found["sd_simulation"][0]


def test_what_is_told_of_the_draws_follows_from_their_table() -> None:
    """Means, errors, parts of the variance and ends of intervals are those of the rows of the draws."""
    found = simulate_each(two, {"mean": MEANS[:60]}, measures=[Duration(), Ended()], **CALL)
    rows = found.table()
    for told, name in ((found.estimates(), "estimate"), (found.differences(), "difference")):
        against = told.get("against", np.array([""] * len(told["unit"])))
        assert len(told["unit"]) == (4 if name == "estimate" else 2)
        for n, key in enumerate(zip(told["scenario"], against, told["measure"], told["unit"], strict=True)):
            columns = (rows[column] for column in ("scenario", "against", "measure", "unit"))
            own = np.logical_and.reduce([column == x for column, x in zip(columns, key, strict=True)])
            values, errors = rows["estimate"][own], rows["error"][own]
            assert told["draws"][n] == len(values) == 60
            whole, noise = values.var(ddof=1), (errors**2).mean()
            apart = {
                name: values.mean(),
                "error": np.sqrt(whole / 60),
                "sd_simulation": np.sqrt(noise),
                "sd_parameters": np.sqrt(max(whole - noise, 0)),
                "share_parameters": max(whole - noise, 0) / whole,
                "low": np.quantile(values, 0.025, method="weibull"),
                "high": np.quantile(values, 0.975, method="weibull"),
            }
            assert {column: told[column][n] for column in apart} == pytest.approx(apart)


def test_draws_that_say_the_same_have_no_variance_to_divide() -> None:
    """Where nothing varies, neither parameters nor chance, no share of it is that of the parameters."""
    found = simulate_each(lambda draw: single(Fixed(1.0)), {"x": [1.0, 2.0]}, measures=[Duration()], **CALL)
    told = {name: column[0] for name, column in found.estimates().items()}
    names = ("error", "sd_parameters", "sd_simulation", "share_parameters")
    assert [told[name] for name in names] == [0.0] * 4
    assert told["low"] == told["estimate"] == told["high"] == 1.0


def test_scenarios_are_paired_within_a_draw() -> None:
    """Differences are those of comparing the scenarios of each draw, with the cases of that draw."""
    found = simulate_each(two, {"mean": MEANS[:5]}, measures=[Duration(), Ended()], **CALL)
    table = found.table()
    for draw in range(5):
        own = range(draw * 400, (draw + 1) * 400)
        alone = compare(two({"mean": MEANS[draw]}), measures=[Duration(), Ended()], **{**CALL, "cases": own})
        rows = table["draw"] == draw
        pair = rows & (table["against"] == "now")
        assert table["estimate"][pair].tolist() == alone.differences()["difference"].tolist()
        assert table["error"][pair].tolist() == alone.differences()["error"].tolist()
        assert (
            table["estimate"][rows & (table["against"] == "")].tolist()
            == alone.estimates()["estimate"].tolist()
        )
    mean = table["estimate"][(table["against"] == "now") & (table["measure"] == "duration")].mean()
    assert found.differences()["difference"][0] == pytest.approx(mean)
    assert found.differences("half")["difference"].tolist() == (-found.differences()["difference"]).tolist()


@pytest.mark.parametrize("entry", [np.linspace(0, 4, 400), Arrivals(per_year=100)])
def test_cases_of_every_draw_begin_alike(entry: Any) -> None:
    """Where and when cases begin, and what they differ in, is said once, and holds in every draw."""
    change = Piecewise(at=[2.0], values=[0, 1], calendar=True)
    effect = Effect("law", "only", time_ratio=0.25)
    call: dict[str, Any] = {"measures": [Duration()], "covariates": {"law": change}, **CALL}
    begun = {"spent": np.linspace(0, 1, 400), "entry": entry}

    def model(draw: Mapping[str, float]) -> Model:
        return one(draw).with_changes(effects=[effect])

    found = simulate_each(model, {"mean": [2.0, 2.0]}, **call, **begun).table()
    own = range(400, 800)
    column = to_entry(entry, 400, 1, 0)
    for draw, cases in enumerate((range(400), own)):
        alone = compare(
            {"model": model({"mean": 2.0})}, **{**call, "cases": cases}, **begun | {"entry": column}
        )
        assert found["estimate"][draw] == alone.estimates()["estimate"][0]


@pytest.mark.parametrize("shape", ["mapping", "rows", "pandas", "polars"])
def test_draws_come_in_any_table(shape: str) -> None:
    """A mapping to columns, a list of rows and data frames say the same."""
    columns = {"mean": MEANS[:4], "other": np.arange(4)}
    draws: Any = columns
    if shape == "rows":
        draws = [{"mean": mean, "other": place} for place, mean in enumerate(MEANS[:4])]
    elif shape != "mapping":
        draws = pytest.importorskip(shape).DataFrame(columns)
    expected = simulate_each(one, columns, **CALL)
    found = simulate_each(one, draws, **CALL)
    assert to_bytes(found.table()) == to_bytes(expected.table())
    assert list(found.draws) == ["mean", "other"]


def test_workers_leave_no_trace() -> None:
    """Draws computed by other processes are the same to the byte."""
    expected = simulate_each(two, {"mean": MEANS[:6]}, **CALL).table()
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        found = simulate_each(two, {"mean": MEANS[:6]}, executor=pool, **CALL).table()
    assert to_bytes(found) == to_bytes(expected)


def test_progress_is_told_by_draw() -> None:
    """The number of cases done rises draw by draw to that of all."""
    told: list[tuple[int, int]] = []
    simulate_each(one, {"mean": [1.0, 2.0]}, progress=lambda *x: told.append(x), **CALL)
    assert told == [(400, 800), (800, 800)]


def test_a_draw_that_makes_no_model_is_named() -> None:
    """The problem says which draw it was, whether of the model or of a distribution."""

    def chances(draw: Mapping[str, float]) -> Model:
        return loop(choices={"form": {"agree": draw["agree"], "give_up": 0.5}})

    with pytest.raises(InvalidModel) as caught:
        simulate_each(chances, {"agree": [0.5, 0.6]}, **CALL)
    assert caught.value.problems[0].where.startswith("draws[1]: ")
    with pytest.raises(ValueError, match="above zero") as wrong:
        simulate_each(one, {"mean": [1.0, -1.0]}, **CALL)
    assert wrong.value.__notes__ == ["in draws[1]: {'mean': -1.0}"]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"draws": {}}, "empty"),
        ({"draws": {"mean": [1.0]}}, "bad-length"),
        ({"draws": {"mean": [1.0, 2.0], "more": [1.0, 2.0, 3.0]}}, "bad-length"),
        ({"draws": [{"mean": 1.0}, {"men": 1.0}]}, "bad-length"),
        ({"draws": {"mean": ["a", "b"]}}, "bad-column"),
        ({"draws": {"mean": [1.0, math.nan]}}, "bad-column"),
        ({"draws": 3}, "wrong-type"),
        ({"cases": 1}, "bad-number"),
        ({"cases": range(5)}, "bad-number"),
        ({"model_of": lambda draw: {}}, "empty"),
        ({"model_of": lambda draw: {str(draw["mean"]): loop()}}, "unknown"),
        ({"model_of": lambda draw: "model"}, "wrong-type"),
        ({"measures": [Ended("nowhere")]}, "unknown"),
        ({"chunk": 3}, None),
    ],
)
def test_what_cannot_be_drawn_is_refused(changes: dict[str, Any], code: str | None) -> None:
    """Draws are columns of numbers, two or more; every draw gives the same scenarios."""
    call: dict[str, Any] = {"model_of": one, "draws": {"mean": [1.0, 2.0]}, **CALL, **changes}
    if code is None:
        with pytest.raises(TypeError):
            simulate_each(**call)
        return
    with pytest.raises(InvalidModel) as caught:
        simulate_each(**call)
    assert caught.value.problems[0].code == code


def test_it_is_drawn_and_says_what_it_holds() -> None:
    """The picture of differences says that its intervals are of the parameters."""
    pytest.importorskip("matplotlib")
    from tests.simulation.plots.test_plots import texts

    found = simulate_each(two, {"mean": MEANS[:50]}, **CALL)
    assert "what is not known of the parameters" in texts(found.plot(lang="en"))
    assert found.in_words("duration", "en") == "duration"
    with pytest.raises(InvalidModel, match="did you mean 'half'"):
        found.plot(against="hlf")
