"""A second reader: what R makes of the same visits; `r/values.R` made `r/values.csv`, with its versions."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import numpy as np
import pytest

import gezondsamen as gs
from gezondsamen.simulation import Exponential, Fit, LogNormal, Visits, Weibull, fit
from gezondsamen.simulation.fitting.clocks import sample
from gezondsamen.simulation.fitting.curves import Risk, incidence, survival
from gezondsamen.simulation.fitting.families import FAMILIES, Made
from gezondsamen.simulation.fitting.likelihood import Maximum, estimate
from gezondsamen.simulation.fitting.occupancy import from_beginning, occupancy
from gezondsamen.simulation.model.assumptions import Effect
from gezondsamen.simulation.model.distributions import Gamma
from tests.support.simulation.partnerships import partnership

HERE = Path(__file__).parent / "r"
DAY = 1 / 365.25
AT = (0.3, 0.8, 1.2, 2.0)


@cache
def theirs() -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = {}
    with (HERE / "values.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            found.setdefault(row["what"], {})[row["name"]] = float(row["value"])
    return found


@cache
def visits() -> Visits:
    with (HERE / "visits.csv").open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    days = ("entered", "left", "spent")
    columns = {
        name: np.array([row[name] for row in rows], float) * DAY if name in days else [r[name] for r in rows]
        for name in ("case", "phase_from", "trigger", *days)
    }
    columns["trust"] = np.array([float(row["trust"]) for row in rows])
    columns["precision"] = np.full(len(rows), DAY)
    return Visits.from_columns(columns, gs.PPS)


def managed(*, whole: bool) -> Visits:
    """Return the visits to management; with `whole` those that were seen from their beginning."""
    seen = visits()
    late = (seen.spent > 0) & whole
    return seen.where((seen.phase_from == seen.phases.index("management")) & ~late)


def fitted(whole: Visits, made: Made, *, step: str | None = None, on: str = "") -> Maximum:
    ended = whole.trigger >= 0 if step is None else whole.trigger == whole.triggers.index(step)
    trust, none = whole.covariates["trust"][:, None], np.empty((len(whole), 0))
    seen = sample(whole, ended, trust if on == "time" else none, trust if on == "hazard" else none)
    found = estimate(FAMILIES[made], seen)
    assert found is not None
    return found


def errors(found: Maximum) -> list[float]:
    return [float(error) for error in np.sqrt(np.diag(found.covariance))]


def test_exponential_times_are_those_of_survreg() -> None:
    """Likelihood, mean and standard error agree on days that are intervals, and what still goes on."""
    ours, r = fitted(managed(whole=True), Exponential), theirs()["exponential"]
    assert ours.log_likelihood == pytest.approx(r["loglik"], abs=1e-6)
    assert ours.at[0] == pytest.approx(r["intercept"], abs=1e-6)
    assert errors(ours)[0] == pytest.approx(r["se_intercept"], rel=1e-5)


def test_weibull_times_are_those_of_survreg() -> None:
    """The shape is one divided by their scale, the mean follows from both."""
    ours, r = fitted(managed(whole=True), Weibull), theirs()["weibull"]
    assert ours.log_likelihood == pytest.approx(r["loglik"], abs=1e-6)
    assert ours.at[1] == pytest.approx(-np.log(r["scale"]), abs=1e-5)
    assert Weibull(*np.exp(ours.at)).scale == pytest.approx(np.exp(r["intercept"]), rel=1e-5)
    assert errors(ours)[1] == pytest.approx(r["se_log_scale"], rel=1e-4)


def test_log_normal_times_are_those_of_survreg() -> None:
    """Their intercept is the logarithm of the median, their scale the spread of logarithms."""
    ours, r = fitted(managed(whole=True), LogNormal), theirs()["lognormal"]
    time = LogNormal(*np.exp(ours.at))
    assert ours.log_likelihood == pytest.approx(r["loglik"], abs=1e-6)
    assert np.log(time.median) == pytest.approx(r["intercept"], abs=1e-5)
    assert time.sigma == pytest.approx(r["scale"], rel=1e-5)


@pytest.mark.parametrize("made", [Exponential, Weibull, LogNormal])
def test_ratios_on_times_are_those_of_survreg(made: Made) -> None:
    """A covariate that multiplies times has their coefficient, with their standard error."""
    ours, r = fitted(managed(whole=True), made, on="time"), theirs()[f"{made.__name__.lower()}_trust"]
    assert ours.log_likelihood == pytest.approx(r["loglik"], abs=1e-6)
    assert ours.at[-1] == pytest.approx(r["trust"], abs=1e-5)
    assert errors(ours)[-1] == pytest.approx(r["se"], rel=1e-4)


@pytest.mark.parametrize("made", [Gamma, Weibull, LogNormal])
def test_truncated_times_are_those_of_a_likelihood_written_anew(made: Made) -> None:
    """Visits seen late are divided by the share that lasts so long: the same maximum, the same curvature."""
    ours, r = fitted(managed(whole=False), made), theirs()[f"truncated_{made.__name__.lower()}"]
    assert ours.log_likelihood == pytest.approx(r["loglik"], abs=1e-5)
    np.testing.assert_allclose(ours.at, [r["first"], r["second"]], atol=2e-4)
    np.testing.assert_allclose(errors(ours), [r["se_first"], r["se_second"]], rtol=1e-3)


@pytest.mark.parametrize("step", ["open_evaluation", "suspend"])
def test_competing_clocks_are_those_of_a_likelihood_written_anew(step: str) -> None:
    """For one step the others are censoring."""
    ours, r = fitted(managed(whole=False), Weibull, step=step), theirs()[f"clock_{step}"]
    assert ours.log_likelihood == pytest.approx(r["loglik"], abs=1e-5)
    np.testing.assert_allclose(ours.at, [r["first"], r["second"]], atol=2e-4)
    np.testing.assert_allclose(errors(ours), [r["se_first"], r["se_second"]], rtol=1e-3)


def test_hazard_ratios_are_those_of_a_likelihood_written_anew() -> None:
    """A survival to the power of the ratio, with truncation."""
    ours, r = fitted(managed(whole=False), Weibull, on="hazard"), theirs()["hazard_weibull"]
    assert ours.log_likelihood == pytest.approx(r["loglik"], abs=1e-5)
    np.testing.assert_allclose(ours.at, [r["first"], r["second"], r["hazard"]], atol=2e-4)
    assert errors(ours)[-1] == pytest.approx(r["se_hazard"], rel=1e-3)


@pytest.mark.parametrize("at", AT)
def test_kaplan_meier_is_that_of_survfit(at: float) -> None:
    """The curve with truncation on the left, and its bounds on the scale of log(-log)."""
    curve, r = survival(Risk.of(managed(whole=False))), theirs()[f"kaplan_meier_{at:g}"]
    place = np.searchsorted(curve.time, at, side="right") - 1
    found = [curve.share[place], curve.low[place], curve.high[place]]
    np.testing.assert_allclose(found, [r["share"], r["low"], r["high"]], rtol=1e-9)


@pytest.mark.parametrize("at", AT)
@pytest.mark.parametrize("step", ["open_evaluation", "suspend"])
def test_aalen_johansen_is_that_of_survfit(step: str, at: float) -> None:
    """The same curve; their infinitesimal jackknife and our delta method differ by a few percent."""
    whole, r = managed(whole=True), theirs()[f"aalen_johansen_{step}_{at:g}"]
    curve = incidence(Risk.of(whole), whole.triggers.index(step))
    place = np.searchsorted(curve.time, at, side="right") - 1
    share = curve.share[place]
    assert share == pytest.approx(r["share"], rel=1e-9)
    on_scale = np.log(np.log(curve.low[place]) / np.log(curve.high[place])) / (2 * 1.959964)
    assert -on_scale * share * np.log(share) == pytest.approx(r["se"], rel=0.03)


@cache
def cases() -> Visits:
    """Return whole cases."""
    with (HERE / "whole.csv").open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    steps = {(step.source, step.target): step.trigger for step in gs.PPS.transitions}
    columns: dict[str, list[str] | list[float]] = {
        name: [row[name] for row in rows] for name in ("case", "phase_from")
    }
    columns["trigger"] = [steps.get((row["phase_from"], row["phase_to"]), "") for row in rows]
    columns |= {name: [float(row[name]) for row in rows] for name in ("entered", "left")}
    return from_beginning(Visits.from_columns(columns, gs.PPS), 0)


@pytest.mark.parametrize("phase", ["management", "evaluation", "negotiation", "not_formed"])
def test_occupancy_is_that_of_survfit(phase: str) -> None:
    """The same shares, and standard errors of the infinitesimal jackknife, by case."""
    at = np.array([0.5, 1.5, 3, 4.2])
    ours, place = occupancy(cases(), at), cases().phases.index(phase)
    r = [theirs()[f"occupancy_{phase}_{time:g}"] for time in at]
    np.testing.assert_allclose(ours.share[place], [x["share"] for x in r], atol=1e-11)
    np.testing.assert_allclose(ours.error[place], [x["se"] for x in r], rtol=0.01, atol=1e-9)


def test_constant_rates_are_those_of_msm() -> None:
    """Exponential clocks have their rates and their standard errors; half a day apart for intervals."""
    for step in ("open_evaluation", "suspend", "end_in_emergency", "lose_a_side"):
        ours, r = fitted(managed(whole=True), Exponential, step=step), theirs()[f"msm_{step}"]
        assert -ours.at[0] == pytest.approx(np.log(r["rate"]), abs=1e-4)
        assert errors(ours)[0] == pytest.approx(r["se_log"], rel=1e-4)


def everything() -> Fit:
    asked = [Effect("trust", "suspended", "resume", odds_ratio=1)]
    return fit(visits(), gs.PPS, families=[Exponential], effects=asked, least=5, assumed=partnership())


def test_odds_are_those_of_a_logistic_regression() -> None:
    """A chance and a ratio on its odds are intercept and slope."""
    found, r = everything(), theirs()["odds_suspended"]
    (chances,) = [chances for chances in found.chances if chances.phase == "suspended"]
    ours = dict(zip(("end", "trust"), chances.maximum.at.tolist(), strict=True))
    assert chances.triggers[chances.reference] == "resume"
    assert -ours["end"] == pytest.approx(r["intercept"], abs=1e-5)
    assert ours["trust"] == pytest.approx(r["trust"], abs=1e-5)
    assert errors(chances.maximum)[1] == pytest.approx(r["se"], rel=1e-4)


def test_chances_are_those_of_a_multinomial_regression() -> None:
    """Odds against the step that was taken most, with their standard errors."""
    (chances,) = [chances for chances in everything().chances if chances.phase == "evaluation"]
    others = [chances.triggers[place] for place in chances.others]
    ours = dict(zip(others, chances.maximum.at.tolist(), strict=True))
    spread = dict(zip(others, errors(chances.maximum), strict=True))
    assert ours == pytest.approx(theirs()["odds_evaluation"], abs=1e-4)
    assert spread == pytest.approx(theirs()["odds_evaluation_se"], rel=1e-3)
