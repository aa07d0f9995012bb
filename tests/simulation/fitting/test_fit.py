"""Fitting: what was simulated is found again, families are told apart, and too few data are refused."""

from __future__ import annotations

import pickle
from functools import cache
from typing import Any

import numpy as np
import pytest
from scipy import stats

import gezondsamen as gs
from gezondsamen.simulation import (
    Effect,
    Exponential,
    Fit,
    Fixed,
    Gamma,
    InvalidModel,
    LogNormal,
    Model,
    Visits,
    Weibull,
    fit,
    simulate,
)
from gezondsamen.simulation.draws.keys import digest
from gezondsamen.simulation.draws.philox import Philox
from gezondsamen.simulation.examples import partnership as with_clocks
from gezondsamen.simulation.fitting.ratios import with_logarithm
from gezondsamen.simulation.model.distributions import Distribution
from tests.support.simulation.partnerships import partnership

TRUTH: tuple[Distribution, ...] = (
    Exponential(0.8),
    Weibull(0.8, 0.7),
    Weibull(0.8, 2.0),
    Gamma(0.8, 0.5),
    Gamma(0.8, 1.3),
    LogNormal(0.8, 0.9),
)


@cache
def partnerships(cases: int = 1500, seed: int = 1, horizon: float = 6) -> Visits:
    return Visits.from_result(simulate(partnership(), cases=cases, horizon=horizon, seed=seed))


def first_phase(time: Distribution, seed: int, cases: int = 400, horizon: float = 1.2) -> Visits:
    """Return visits to the first phase of a partnership with this time, many of them cut off."""
    model = partnership().with_changes(dwell={"initiative": time})
    seen = Visits.from_result(simulate(model, cases=cases, horizon=horizon, seed=seed))
    return seen.where(seen.phase_from == 0)


def values(found: Fit, name: str) -> tuple[float, float, float]:
    columns = found.table()
    (place,) = np.flatnonzero(columns["name"] == name)
    return tuple(float(columns[key][place]) for key in ("estimate", "low", "high"))  # type: ignore[return-value]


def fit_first(visits: Visits, made: type[Distribution], **options: object) -> Fit:
    return fit(visits, gs.PPS, families=[made], assumed=partnership(), **options)  # type: ignore[arg-type]


@pytest.mark.parametrize("time", TRUTH, ids=repr)
def test_parameters_are_found_again(time: Distribution) -> None:
    """In 40 repetitions with a third of the visits cut off, 95 % intervals hold the truth about 38 times."""
    fields = [field for field in ("mean", "cv", "shape") if hasattr(time, field)]
    if isinstance(time, LogNormal | Gamma):
        fields = ["mean", "cv"]
    if isinstance(time, Exponential):
        fields = ["mean"]
    inside = dict.fromkeys(fields, 0)
    for seed in range(40):
        found = fit_first(first_phase(time, seed), type(time))
        for field in fields:
            _, low, high = values(found, f"dwell.initiative.{field}")
            inside[field] += low < getattr(time, field) < high
    assert all(count >= 33 for count in inside.values()), inside


def test_families_are_told_apart_by_the_criterion_of_akaike() -> None:
    """With many visits the family that was simulated has the lowest criterion, and the model takes it."""
    found = fit(partnerships(), gs.PPS)
    columns = found.families()
    for phase in ("management", "negotiation", "evaluation"):
        mine = columns["phase"] == phase
        assert columns["family"][mine][columns["chosen"][mine]] == [type(partnership().dwell[phase]).__name__]
        assert columns["weight"][mine].sum() == pytest.approx(1)
        assert type(found.model.dwell[phase]) is type(partnership().dwell[phase])
    assert found.aic == pytest.approx(2 * len(found.parameters) - 2 * found.log_likelihood)


def test_chances_are_shares_with_their_bounds() -> None:
    """The chance of a step is the share of visits that it ended; bounds hold it, and shares add up."""
    visits = partnerships()
    found = fit(visits, gs.PPS, families=[Gamma])
    columns = visits.columns()
    left = columns["trigger"][(columns["phase_from"] == "evaluation") & (columns["trigger"] != "")]
    for trigger, chance in found.model.choices["evaluation"].chances.items():
        assert chance == pytest.approx((left == trigger).mean())
        estimate, low, high = values(found, f"choices.evaluation.{trigger}")
        assert low < estimate < high
        error = np.sqrt(chance * (1 - chance) / len(left))
        assert (high - low) / 2 == pytest.approx(1.96 * error, rel=0.1)


def test_competing_clocks_are_found_again() -> None:
    """Read as competing times, each step has its own, for which the others are censoring."""
    clocks = {
        "open_evaluation": Gamma(1.2, 0.5),
        "suspend": Exponential(8.0),
        "end_in_emergency": Weibull(9.0, 1.5),
        "lose_a_side": Exponential(12.0),
    }
    model = partnership().with_changes(
        dwell={"management": None}, choices={"management": None}, hazards={"management": clocks}
    )
    visits = Visits.from_result(simulate(model, cases=4000, horizon=10, seed=3))
    found = fit(visits, gs.PPS, hazards=["management"], families=[Exponential, Weibull, Gamma])
    assert list(found.model.hazards) == ["management"]
    for trigger, time in clocks.items():
        estimate, low, high = values(found, f"hazards.management.{trigger}.mean")
        assert low < estimate < high
        assert abs(np.log(estimate / time.mean)) < 3 * np.log(high / low) / 3.92
    assert simulate(found.model, cases=10, horizon=5, seed=1).tally.cases == 10


@pytest.mark.parametrize(
    "effect",
    [
        Effect("trust", "negotiation", time_ratio=1.5, at=-0.5),
        Effect("trust", "negotiation", hazard_ratio=1.5, at=1.0),
        Effect("trust", "negotiation", "reach_accord", odds_ratio=1.5, at=0.5),
    ],
    ids=lambda effect: str(effect.kind),
)
def test_effects_are_found_again(effect: Effect) -> None:
    """A ratio on times, on hazards, and on the odds of a step, lies within four standard errors."""
    check_effect(partnership().with_changes(effects=[effect]), effect)


@pytest.mark.parametrize("kind", ["time_ratio", "hazard_ratio"])
def test_effects_on_one_competing_step_are_found_again(kind: str) -> None:
    """A ratio on one clock is found on that clock, however the others run."""
    given: dict[str, Any] = {kind: 1.5}
    effect = Effect("trust", "management", "suspend", **given)
    clocks = {"open_evaluation": Weibull(1.2, 2.0), "suspend": LogNormal(1.5, 0.8)}
    model = partnership().with_changes(
        dwell={"management": None},
        choices={"management": None},
        hazards={"management": clocks},
        effects=[effect],
    )
    check_effect(model, effect, hazards="management")


def check_effect(model: Model, effect: Effect, **options: str) -> None:
    trust = np.linspace(-1.5, 1.5, 3000)
    visits = Visits.from_result(simulate(model, cases=3000, horizon=10, seed=3, covariates={"trust": trust}))
    asked = with_logarithm(effect, 0.0)
    found = fit(visits, gs.PPS, families=[LogNormal], effects=[asked], **options)  # type: ignore[arg-type]
    (estimated,) = found.model.effects
    columns = found.table()
    (place,) = np.flatnonzero(columns["family"] == "effect")
    assert estimated.size == pytest.approx(columns["estimate"][place])
    assert (estimated.kind, estimated.at, columns["parameter"][place]) == (
        effect.kind,
        effect.at,
        effect.kind,
    )
    assert abs(np.log(estimated.size / 1.5)) < 4 * columns["error"][place]
    assert columns["error"][place] < 0.1
    name, draws = str(columns["name"][place]), found.draws(3, seed=1)
    assert name == ".".join(filter(None, ("effects.trust", effect.phase, effect.trigger, effect.kind)))
    (drawn,) = found.model_of({key: column[1] for key, column in draws.items()}).effects
    assert drawn.size == pytest.approx(draws[name][1])
    assert (
        drawn.size != estimated.size == pytest.approx(found.model_of({name: estimated.size}).effects[0].size)
    )
    # Times and chances are those of cases whose covariate is where the effect does nothing.
    for phase in ("negotiation", "evaluation"):
        time, chances = found.model.dwell[phase].mean, found.model.chances(phase)
        assert time == pytest.approx(model.dwell[phase].mean, rel=0.1)
        assert chances == pytest.approx(dict(model.chances(phase)), abs=0.03)
    curve = found.survival(effect.phase)
    assert np.abs(curve["share"] - curve["fitted"]).max() < 0.05
    assert simulate(found.model, cases=5, horizon=5, seed=1, covariates={"trust": 0.0}).tally.cases == 5


def test_truncation_on_the_left_is_taken_into_account() -> None:
    """Cases that were seen after they had spent some time give the time of all, not of those who stayed."""
    model = partnership().with_changes(start="management", spent=1.0, dwell={"management": Gamma(1.2, 0.5)})
    visits = Visits.from_result(simulate(model, cases=3000, horizon=6, seed=3))
    visits = visits.where((visits.visit == 0) & (visits.phase_from == visits.phases.index("management")))
    found = fit_first(visits, Gamma)
    estimate, low, high = values(found, "dwell.management.mean")
    assert abs(np.log(estimate / 1.2)) < 4 * np.log(high / low) / 3.92
    unknown = Visits.from_columns({**visits.columns(), "spent": np.full(len(visits), np.nan)}, gs.PPS)
    assert "management" in fit_first(unknown, Gamma).standing_in


def test_days_are_intervals() -> None:
    """Times cut to whole days give what exact ones give, down to phases of a few days."""
    model = partnership().with_changes(dwell={"initiative": Gamma(4 / 365.25, 1.0)})
    visits = Visits.from_result(simulate(model, cases=3000, horizon=1, seed=3))
    visits = visits.where(visits.phase_from == 0)
    day = 1 / 365.25
    shift = (np.arange(len(visits)) % 97) / 97 * day
    table = visits.columns()
    table["entered"] = np.floor((visits.entered + shift) / day) * day
    table["left"] = np.floor((visits.left + shift) / day) * day
    table["precision"] = np.full(len(visits), day)
    exact, by_day = (fit_first(v, Gamma) for v in (visits, Visits.from_columns(table, gs.PPS)))
    assert values(by_day, "dwell.initiative.mean")[0] == pytest.approx(
        values(exact, "dwell.initiative.mean")[0], rel=0.01
    )
    assert values(by_day, "dwell.initiative.cv")[0] == pytest.approx(
        values(exact, "dwell.initiative.cv")[0], rel=0.03
    )


def test_a_phase_that_takes_no_time_is_fixed() -> None:
    """Where every visit takes the same time there is nothing to estimate."""
    for time in (Fixed(0), Fixed(0.25)):
        model = partnership().with_changes(dwell={"initiative": time})
        visits = Visits.from_result(simulate(model, cases=200, horizon=6, seed=3))
        whole = fit(visits, gs.PPS, assumed=partnership())
        found = whole.model.dwell["initiative"]
        assert isinstance(found, Fixed)
        assert found.mean == pytest.approx(time.mean)
        assert not [name for name in whole.parameters if "initiative" in name]
        assert whole.aic == pytest.approx(2 * len(whole.parameters) - 2 * whole.log_likelihood)
        assert whole.covariance.shape == (len(whole.parameters),) * 2


def test_visits_that_took_no_time_have_a_precision() -> None:
    """Exact times of zero have no density, and are refused; of times that are days they are short visits."""
    columns = first_phase(Gamma(0.8, 0.5), seed=3).columns()
    columns["left"] = columns["left"].copy()
    ended = np.flatnonzero(columns["trigger"] != "")
    columns["left"][ended[0]] = columns["entered"][ended[0]]
    with pytest.raises(InvalidModel, match="took no time at all"):
        fit(Visits.from_columns(columns, gs.PPS), gs.PPS)
    columns["precision"] = np.full(len(columns["left"]), 1 / 365.25)
    found = fit_first(Visits.from_columns(columns, gs.PPS), Gamma)
    assert values(found, "dwell.initiative.mean")[0] == pytest.approx(0.8, rel=0.1)


def test_too_few_data_are_refused_by_phase_and_step() -> None:
    """Every phase and competing step that cases come into is named with how many visits ended there."""
    visits = partnerships(cases=80)
    with pytest.raises(InvalidModel) as refused:
        fit(visits, gs.PPS, hazards=["management"])
    told = {problem.where: problem for problem in refused.value.problems}
    assert {problem.code for problem in told.values()} == {"too-few"}
    assert "dwell['suspended']" in told
    assert "hazards['management']['suspend']" in told
    assert "10 are needed" in told["dwell['suspended']"].message
    assert "Het model" in refused.value.text("nl")
    standing = fit(visits, gs.PPS, assumed=partnership())
    assert "suspended" in standing.standing_in
    assert standing.model.dwell["suspended"] == partnership().dwell["suspended"]
    assert standing.model.marks == partnership().marks


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"families": [Fixed]}, "choose from Exponential, Weibull, Gamma, LogNormal"),
        ({"families": []}, "at least one family"),
        ({"hazards": ["managment"]}, "did you mean 'management'"),
        ({"effects": [Effect("trust", "management", time_ratio=1)]}, "no covariate 'trust'; they have none"),
        ({"effects": [3]}, "give effects"),
        ({"effects": None}, "give effects"),
        ({"hazards": "not_formed"}, "no phase 'not_formed' that steps lead out of"),
        ({"effects": [Effect("trust", "management")]}, "name one ratio"),
        ({"effects": [Effect("trust", "management", odds_ratio=1)]}, "an odds_ratio on a step"),
        ({"effects": [Effect("trust", "management", "suspend", time_ratio=1)]}, "works on the whole"),
        (
            {"effects": [Effect("trust", "management", time_ratio=1)], "hazards": "management"},
            "has competing steps: name one",
        ),
        ({"least": 1}, "whole number from 2"),
        ({"assumed": 3}, "give a model of 'pps'"),
    ],
)
def test_what_cannot_be_asked_is_refused(options: dict[str, object], told: str) -> None:
    """Names that are not there, and values that are of another kind, are told with what there is."""
    with pytest.raises(InvalidModel, match=told):
        fit(partnerships(cases=20), gs.PPS, **options)  # type: ignore[arg-type]


def test_competing_steps_are_assumed_one_by_one() -> None:
    """What was seen too rarely, or never, has the time and effects that are assumed; the rest is fitted."""
    effect = Effect("trust", "management", "lose_a_side", hazard_ratio=2)
    assumed = with_clocks().with_changes(effects=[effect])
    visits = partnerships(cases=150)
    place = visits.triggers.index("lose_a_side")
    visits = visits.where(visits.trigger != place)
    found = fit(visits, gs.PPS, hazards=["management"], assumed=assumed)
    clocks = found.model.hazards["management"]
    assert list(clocks) == [step.trigger for step in found.model.ways("management")]
    assert clocks["lose_a_side"] == assumed.hazards["management"]["lose_a_side"]
    assert clocks["open_evaluation"] != assumed.hazards["management"]["open_evaluation"]
    assert "management.lose_a_side" in found.standing_in
    assert found.model.effects == (effect,)
    assert not [name for name in found.draws(2, seed=1) if "lose_a_side" in name]


def test_a_covariate_that_says_nothing_is_refused() -> None:
    """One that is the same for all, that is no number, or that is asked for twice, is no effect."""
    visits = partnerships(cases=300)
    half = np.arange(len(visits)) % 2
    effect = Effect("x", "management", time_ratio=1)
    for seen, asked, told in (
        (visits.with_covariates(x=1), [effect], "covariate the same for all"),
        (visits.with_covariates(x=half), [effect, effect], "no maximum"),
        (visits.with_covariates(x=np.where(half, np.nan, 1)), [effect], "row 1 is no number"),
        (
            visits.with_covariates(x=1),
            [Effect("x", "evaluation", "continue", odds_ratio=1)],
            "covariate the same for all",
        ),
    ):
        with pytest.raises(InvalidModel, match=told):
            fit(seen, gs.PPS, effects=asked, assumed=partnership())


def test_the_unit_of_a_covariate_does_not_matter() -> None:
    """In units a million times as small, the logarithm of a ratio is as many times smaller."""
    visits = partnerships(cases=300)
    half = np.arange(len(visits)) % 2
    effect = Effect("x", "management", time_ratio=1)
    found = []
    for unit in (1.0, 1e6, 1e-3):
        seen = visits.with_covariates(x=half * unit)
        fitted = fit(seen, gs.PPS, effects=[effect], families=[Gamma], assumed=partnership())
        ratio = fitted.model.effects[0].time_ratio
        assert ratio is not None
        found.append(np.log(ratio) * unit)
    assert found == pytest.approx([found[0]] * 3, rel=1e-5)


def test_draws_have_the_covariance_of_the_fit() -> None:
    """Draws scatter as the covariance says, are the same for the same seed, and each makes a model."""
    found = fit(partnerships(), gs.PPS, families=[Gamma])
    draws = found.draws(4000, seed=5)
    names = ["dwell.management.mean", "dwell.management.cv"]
    places = [found.parameters.index(f"log {name}") for name in names]
    drawn = np.cov(np.log([draws[name] for name in names]))
    np.testing.assert_allclose(drawn, found.covariance[np.ix_(places, places)], rtol=0.1, atol=1.5e-5)
    assert (found.draws(10, seed=5)["dwell.management.mean"] == draws["dwell.management.mean"][:10]).all()
    chances = [column for name, column in draws.items() if name.startswith("choices.evaluation.")]
    assert np.sum(chances, axis=0) == pytest.approx(1)
    model = found.model_of({name: column[0] for name, column in draws.items()})
    assert model.dwell["management"] == Gamma(float(draws[names[0]][0]), float(draws[names[1]][0]))
    assert found.model_of({}) == found.model
    with pytest.raises(InvalidModel, match=r"did you mean 'dwell.management.mean'"):
        found.model_of({"dwell.managment.mean": 1.0})
    with pytest.raises(InvalidModel, match="above zero"):
        found.model_of({"dwell.management.mean": -1.0})


def test_draws_are_quantiles_of_the_words_of_their_names() -> None:
    """Draw n of a parameter lies where the n-th word of its name is among all words of 32 bits."""
    found = fit_first(first_phase(Exponential(0.8), 3), Exponential)
    (name, log), error = ("dwell.initiative.mean", "log dwell.initiative.mean"), found.table()["error"][0]
    place = np.arange(5, dtype=np.uint64)
    counter = (place, place * 0, np.full(5, digest(f"parameter/{log}"), np.uint64), place * 0)
    share = (Philox(9, 5).words(*counter)[0].astype(float) + 0.5) / 2**32
    expected = found.table()["estimate"][0] * np.exp(error * stats.norm.ppf(share))
    assert found.draws(5, seed=9)[name] == pytest.approx(expected, rel=1e-13)


def test_tables_of_a_fit_have_the_columns_that_they_are_said_to_have() -> None:
    """Names, what was estimated and how surely; curves as seen and as fitted."""
    found = fit(partnerships(cases=200), gs.PPS, families=[Exponential, Gamma], assumed=partnership())
    curve = ("time", "share", "low", "high", "fitted")
    assert tuple(found.survival("management")) == curve
    assert tuple(found.incidence("management")) == ("trigger", *curve)
    assert tuple(found.occupancy([1.0])) == ("phase", *curve)
    assert tuple(found.families()) == (
        *("phase", "trigger", "family", "parameters", "log_likelihood", "aic", "weight", "chosen"),
    )
    told = found.table()
    assert tuple(told) == (
        *("name", "phase", "trigger", "family", "parameter", "estimate", "low", "high", "error"),
        *("visits", "ended"),
    )
    visits = found.visits
    for name, phase, trigger, family, parameter, used, ended in zip(
        *(
            told[key].tolist()
            for key in ("name", "phase", "trigger", "family", "parameter", "visits", "ended")
        ),
        strict=True,
    ):
        mine = visits.phase_from == visits.phases.index(phase)
        left = mine & (visits.trigger >= 0)
        if family == "chance":
            assert name == f"choices.{phase}.{trigger}"
            assert (used, ended) == (left.sum(), (mine & (visits.columns()["trigger"] == trigger)).sum())
        else:
            assert (name, trigger) == (f"dwell.{phase}.{parameter}", "")
            assert (used, ended) == (mine.sum(), left.sum())


def test_a_fit_travels_to_another_process() -> None:
    """A fit that was pickled has the same numbers, and its draws make the same models."""
    found = fit(partnerships(cases=200), gs.PPS, assumed=partnership())
    there = pickle.loads(pickle.dumps(found))
    for name, column in found.table().items():
        np.testing.assert_array_equal(there.table()[name], column)
    assert there.model == found.model


def test_a_bootstrap_and_the_information_agree_where_cases_have_nothing_in_common() -> None:
    """Standard errors of both are the same, but for chance."""
    visits = first_phase(Gamma(0.8, 0.5), seed=3)
    columns = fit_first(visits, Gamma).table()
    (place,) = np.flatnonzero(columns["name"] == "dwell.initiative.mean")
    drawn = [
        values(fit_first(visits.resampled(seed=seed), Gamma), "dwell.initiative.mean")[0]
        for seed in range(80)
    ]
    assert np.std(np.log(drawn)) == pytest.approx(columns["error"][place], rel=0.3)


def test_curves_without_a_family_lie_around_the_model() -> None:
    """Kaplan-Meier and Aalen-Johansen agree with the fitted curves, in both readings of a phase."""
    visits = partnerships()
    for hazards in ((), ("management",)):
        found = fit(visits, gs.PPS, hazards=hazards)
        curve = found.survival("management")
        assert np.abs(curve["share"] - curve["fitted"]).max() < 0.04
        steps = found.incidence("management")
        assert np.abs(steps["share"] - steps["fitted"]).max() < 0.04
        last = [steps["share"][steps["trigger"] == key][-1] for key in np.unique(steps["trigger"])]
        assert sum(last) + curve["share"][-1] == pytest.approx(1)
    with pytest.raises(InvalidModel, match="did you mean 'management'"):
        found.survival("managment")


def test_where_cases_are_seen_is_where_they_were() -> None:
    """Without cases cut off the shares are those counted, and the model lies around them."""
    result = simulate(partnership(), cases=400, horizon=6, seed=1)
    found = fit(Visits.from_result(result), gs.PPS, assumed=partnership())
    at = np.linspace(0, 5, 6)
    seen, counted = found.occupancy(at), result.occupancy(at)
    for phase in found.visits.phases:
        mine = seen["phase"] == phase
        share = seen["share"][mine]
        np.testing.assert_allclose(share, counted[phase], atol=1e-12)
        inside = (share > 0.05) & (share < 0.95)
        error = np.sqrt(share * (1 - share) / 400)[inside]
        wide = (seen["high"] - seen["low"])[mine][inside] / 3.92
        np.testing.assert_allclose(wide, error, rtol=0.05)
    assert np.abs(seen["share"] - seen["fitted"]).max() < 0.05
    late = Visits.from_columns({**found.visits.columns(), "spent": np.ones(len(found.visits))}, gs.PPS)
    with pytest.raises(InvalidModel, match="no case was seen from its beginning"):
        fit(late, gs.PPS, assumed=partnership()).occupancy()


def test_plots_say_which_uncertainty_they_show() -> None:
    """A picture of a fit names the phase, the visits, and what its band holds, in both languages."""
    pytest.importorskip("matplotlib")
    found = fit(partnerships(cases=300), gs.PPS, families=[Gamma], least=2)
    for kind in ("survival", "incidence"):
        texts = [text.get_text() for text in found.plot("management", kind, lang="en").texts]
        assert any("uncertainty from the number of visits" in text for text in texts)
        texts = [text.get_text() for text in found.plot("management", kind, lang="nl").texts]
        assert any("onzekerheid door het aantal bezoeken" in text for text in texts)
    texts = [text.get_text() for text in found.plot(lang="en").texts]
    assert any("uncertainty from the number of cases" in text for text in texts)
    with pytest.raises(InvalidModel, match="choose from survival, incidence"):
        found.plot("management", "hazard")
