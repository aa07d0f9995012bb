"""Exact answers: against closed forms, matrix exponentials, and what is simulated."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from scipy import linalg, stats

from gezondsamen.process.phases import Ending
from gezondsamen.simulation import (
    Choice,
    Distribution,
    Effect,
    Empirical,
    Exponential,
    Fixed,
    Gamma,
    InvalidModel,
    Model,
    Weibull,
    simulate,
)
from gezondsamen.simulation.engine.trajectories import Columns
from gezondsamen.simulation.exact.solve import Exact, solve
from gezondsamen.simulation.results.result import Result
from tests.support.simulation import models as m

TIMES = (0.0, 0.37, 1.1, 2.7, 4.9, 6.0)
BOTH_ENDS = ("done", "stopped")

MODELS: dict[str, tuple[Model, dict[str, float]]] = {
    "loop": (m.loop(), {}),
    "trust": (m.loop(*m.TRUST), {"trust": 0.4, "distance": 2.0}),
    "hazards": (m.loop(*m.HAZARDS), {"trust": 0.4, "distance": 2.0}),
    "racing, one step": (m.racing(effects=m.ONE_STEP), {"trust": 1.3}),
    "racing, one step, spent": (m.racing(effects=m.ONE_STEP, spent=0.4), {"trust": 1.3}),
    "markov": (m.markov(), {}),
    "racing": (m.racing(), {}),
    "spent": (m.loop(spent=0.4), {}),
    "racing, spent": (m.racing(spent=0.4), {}),
    "elsewhere": (m.loop(start="review", spent=0.1), {}),
    "reference": (m.reference(), {}),
    "drawn": m.drawn(17),
}
EVERY = pytest.mark.parametrize(("model", "covariates"), MODELS.values(), ids=MODELS)


def rows(columns: Columns) -> list[tuple[Any, ...]]:
    return list(zip(*(column.tolist() for column in columns.values()), strict=True))


def chain(*clocks: Distribution) -> Model:
    """Make a model of phases one after the other."""
    names = [f"phase_{n}" for n in range(len(clocks))]
    steps = {name: {"next": after} for name, after in zip(names, [*names[1:], "done"], strict=True)}
    return Model(m.process(steps, done="success"), dict(zip(names, clocks, strict=True)))


def race(spent: float = 0.0, **clocks: Distribution) -> Model:
    """Make a model of one phase in which steps compete, each with its own end."""
    steps = {"only": {trigger: f"by_{trigger}" for trigger in clocks}}
    ends: dict[str, Ending] = dict.fromkeys(steps["only"].values(), "neutral")
    return Model(m.process(steps, **ends), hazards={"only": clocks}, spent=spent)


# --- chains in continuous time: the matrix exponential ----------------------------------------------


def rates(model: Model) -> np.ndarray[Any, Any]:
    """Return the generator of a model in which every time is exponential."""
    keys = [phase.key for phase in model.process.phases]
    generator = np.zeros((len(keys), len(keys)))
    for key in keys:
        for step in model.ways(key):
            if key in model.hazards:
                rate = 1 / model.hazards[key][step.trigger].mean
            else:
                rate = model.chances(key)[step.trigger] / model.dwell[key].mean
            generator[keys.index(key), keys.index(step.target)] += rate
    return generator - np.diag(generator.sum(axis=1))


def drawn_chain(seed: int) -> Model:
    """Draw a model of `LOOP` with exponential times, competing where the draw says so."""
    chance = np.random.default_rng(seed)
    dwell, choices, hazards = {}, {}, {}
    for phase in ("form", "work", "review"):
        triggers = [step.trigger for step in m.LOOP.exits(phase)]
        if chance.random() < 0.5:
            hazards[phase] = {trigger: Exponential(float(chance.uniform(0.3, 3))) for trigger in triggers}
        else:
            dwell[phase] = Exponential(float(chance.uniform(0.2, 2)))
            shares = chance.dirichlet(np.ones(len(triggers))).tolist()
            choices[phase] = Choice(dict(zip(triggers, shares, strict=True)))
    return Model(m.LOOP, dwell, choices, hazards=hazards)


CHAINS = {"markov": m.markov(), **{f"drawn {seed}": drawn_chain(seed) for seed in range(6)}}
EVERY_CHAIN = pytest.mark.parametrize("model", CHAINS.values(), ids=CHAINS)


@EVERY_CHAIN
def test_exponential_times_are_a_chain(model: Model) -> None:
    """With exponential times the share in each phase is that of the matrix exponential, within the error."""
    exact, generator = solve(model, horizon=6), rates(model)
    found = exact.occupancy(TIMES)
    expected = np.array([linalg.expm(generator * time)[0] for time in TIMES])
    assert exact.error <= 1e-5
    assert exact.between <= 4e-5
    for n, phase in enumerate(model.process.phases):
        assert np.max(np.abs(found[phase.key] - expected[:, n])) <= exact.between


@EVERY_CHAIN
def test_exponential_times_have_a_known_mean(model: Model) -> None:
    """The mean time is the integral of the shares that still run, and a visit ends at its rate."""
    exact, generator = solve(model, horizon=6), rates(model)
    running = generator[np.ix_(range(3), range(3))]
    stays = linalg.solve(running, linalg.expm(running * 6) - np.eye(3))[0]
    mean, most = exact.mean_time()
    assert mean == pytest.approx(stays.sum(), abs=most)
    assert most == exact.error
    left = {phase: float(stays[n] * -running[n, n]) for n, phase in enumerate(("form", "work", "review"))}
    flows = rows(exact.flows())
    for phase, times in left.items():
        assert sum(row[3] for row in flows if row[0] == phase) == pytest.approx(times, abs=2 * exact.error)


@EVERY_CHAIN
@pytest.mark.parametrize("phase", ["review", "done"])
def test_the_first_time_in_a_phase_is_that_of_a_chain_that_stays_there(model: Model, phase: str) -> None:
    """The share that came into a phase is the share found there when nobody leaves it any more."""
    exact, generator = solve(model, horizon=6), rates(model)
    place = [x.key for x in model.process.phases].index(phase)
    generator[place] = 0
    expected = [linalg.expm(generator * time)[0, place] for time in TIMES]
    assert exact.time_to(phase, TIMES)["share"] == pytest.approx(expected, abs=exact.between)


# --- closed forms -----------------------------------------------------------------------------------


def test_the_reference_case() -> None:
    """The reference case has its known figures; visits leave out the entry of the final phase."""
    exact = solve(m.reference(), horizon=m.YEARS)
    ended = {row[0]: row[2] for row in rows(exact.outcomes())}["ended"]
    assert ended == pytest.approx(m.ENDED, abs=1e-6)
    assert exact.mean_time()[0] == pytest.approx(m.MEAN_TIME, abs=1e-6)
    assert exact.visits + ended == pytest.approx(m.ENTRIES, abs=1e-6)


def test_gamma_times_of_one_scale_add_up_to_a_gamma_time() -> None:
    """Three gamma times of one scale, one after the other, are one gamma time of the summed shapes."""
    scale, shapes = 0.25, (0.7, 2.0, 3.5)
    exact = solve(chain(*(Gamma(k * scale, cv=k**-0.5) for k in shapes)), horizon=6, step=0.0005)
    at = exact.occupancy()["time"]
    expected = stats.gamma.cdf(at, sum(shapes), scale=scale)
    assert exact.time_to("done", at)["share"] == pytest.approx(expected, abs=exact.error)
    assert exact.error <= 1e-6
    early = np.linspace(0, 0.01, 999)
    first = exact.time_to("phase_1", early)["share"]
    assert first == pytest.approx(stats.gamma.cdf(early, shapes[0], scale=scale), abs=exact.between)


CLOCKS = {
    **m.CLOCKS,
    "empirical, no common measure": Empirical([math.pi / 4, math.e / 2, math.sqrt(2)]),
}


@pytest.mark.parametrize("spent", [0.0, 0.7])
@pytest.mark.parametrize("clock", CLOCKS.values(), ids=CLOCKS)
def test_one_phase_lasts_as_long_as_its_clock_says(clock: Distribution, spent: float) -> None:
    """Of cases in a phase, those leave by time t that do not last longer, given the time already spent."""
    exact = solve(m.single(clock, spent=spent), horizon=6)
    at = np.array(TIMES[:-1])
    expected = clock.survival(at + spent) / clock.survival(spent)
    assert exact.occupancy(at)["only"] == pytest.approx(expected, abs=exact.between)


def test_single_times_are_exact() -> None:
    """Times that do not vary are found back to the digit, also where they have no common measure."""
    first, second = math.sqrt(2), math.pi / 3
    exact = solve(chain(Fixed(first), Fixed(second)), horizon=6)
    at = [first - 1e-6, first, first + second - 1e-6, first + second]
    assert exact.occupancy(at)["phase_0"] == pytest.approx([1, 0, 0, 0], abs=1e-12)
    assert exact.occupancy(at)["done"] == pytest.approx([0, 0, 0, 1], abs=1e-12)
    assert exact.mean_time()[0] == pytest.approx(first + second, abs=1e-9)


@pytest.mark.parametrize(
    ("times", "whole"),
    [
        ((0.7, 0.25), True),
        ((1 / 3, 1 / 7), True),
        ((1.1, 100.0), True),
        ((6.0, 0.9), True),
        ((math.sqrt(2), 1.5 * math.sqrt(2)), False),
        ((math.sqrt(2), math.pi), None),
    ],
)
def test_single_times_fall_on_the_grid_where_they_have_a_common_measure(
    times: tuple[float, ...], whole: bool | None
) -> None:
    """With the horizon on it too if it has that measure, else without; without any, steps are even."""
    exact = solve(chain(*map(Fixed, times)), horizon=6)
    inside = np.array([time for time in times if time <= 6])
    places = [inside / exact.step, np.array([6 / exact.step])]
    on_grid = [float(np.abs(place - np.rint(place)).max()) < 1e-6 for place in places]
    assert on_grid == [whole is not None, whole is not False]


def test_a_time_after_a_fixed_time_is_shifted() -> None:
    """A fixed time before a time with a density, or after it, shifts it and no more."""
    clock, at = Gamma(0.8, cv=0.6), np.array([0.5, 1.0, 1.3, 2.7, 5.9])
    expected = 1 - np.where(at > 0.7, clock.survival(at - 0.7), 1.0)
    for clocks in ((Fixed(0.7), clock), (clock, Fixed(0.7))):
        exact = solve(chain(*clocks), horizon=6)
        assert exact.time_to("done", at)["share"] == pytest.approx(expected, abs=exact.between)
        assert exact.between <= 4e-5


def test_fixed_times_without_a_common_measure_shift_a_density() -> None:
    """After a time with a density, fixed times shift it, though they do not fall on one grid."""
    clock, shift = Gamma(0.8, cv=0.5), math.sqrt(2) + math.pi / 3
    exact = solve(chain(clock, Fixed(math.sqrt(2)), Fixed(math.pi / 3)), horizon=6)
    at = np.array([2.0, 2.6, 3.1, 4.0, 5.9])
    expected = 1 - np.where(at > shift, clock.survival(at - shift), 1.0)
    assert exact.time_to("done", at)["share"] == pytest.approx(expected, abs=exact.between)
    assert exact.between <= 4e-5


def test_a_phase_that_takes_no_time_is_passed() -> None:
    """A phase of no time changes no time, holds no case, and is visited once."""
    clock = Gamma(0.8, cv=0.6)
    alone, passed = solve(chain(clock), horizon=6), solve(chain(Fixed(0), clock, Fixed(0)), horizon=6)
    for times in (TIMES, None):
        assert passed.time_to("done", times)["share"] == pytest.approx(
            alone.time_to("done", times)["share"], abs=1e-8
        )
    assert passed.occupancy(TIMES)["phase_0"] == pytest.approx(0, abs=1e-12)
    assert passed.visits == pytest.approx(2 + alone.occupancy()["done"][-1], abs=1e-9)


def test_a_step_at_the_horizon_is_not_taken() -> None:
    """A case whose time runs out just at the horizon is still running, as in a simulation."""
    model = chain(Fixed(1.5), Fixed(1.5))
    exact, result = solve(model, horizon=3), simulate(model, cases=10, horizon=3, seed=1)
    assert rows(exact.outcomes()) == [("phase_1", "running", 1.0)]
    assert [row[:2] for row in rows(result.outcomes())] == [("phase_1", "running")]
    assert exact.occupancy([1.5, 3.0])["done"].tolist() == [0.0, 0.0]


def test_many_single_times_fall_on_the_grid() -> None:
    """Where single times come together in very many ways, on a common measure they are still exact."""
    model = m.loop(
        dwell={
            "form": Empirical([n / 400 for n in range(1, 600, 3)]),
            "work": Empirical([n / 400 for n in range(200, 700, 7)]),
            "review": Fixed(0.1),
        }
    )
    exact = solve(model, horizon=6, step=0.01)
    assert exact._course.system.instants is None
    assert exact.error <= 1e-8
    compare(exact, simulate(model, cases=100_000, horizon=6, seed=8))


@pytest.mark.parametrize("spent", [0.0, 0.5])
def test_who_wins_of_two_exponential_clocks_and_a_fixed_one(spent: float) -> None:
    """Competing clocks share the cases in the ratio of their rates, until the fixed one takes the rest."""
    exact = solve(race(spent, a=Exponential(2.0), b=Exponential(0.5), c=Fixed(1.5)), horizon=3)
    rest = math.exp(-2.5 * (1.5 - spent))
    shares = {row[0]: row[2] for row in rows(exact.outcomes())}
    expected = {"by_a": 0.2 * (1 - rest), "by_b": 0.8 * (1 - rest), "by_c": rest}
    assert shares == pytest.approx(expected, abs=exact.error)


def test_who_wins_of_a_gamma_and_a_weibull_clock() -> None:
    """The share of the winner is the integral of its density over the survival of the other."""
    a, b = Gamma(1.0, cv=0.5), Weibull(1.2, shape=1.6)
    exact = solve(race(a=a, b=b), horizon=4)
    grid = np.linspace(0, 4, 400_001)
    shares = {row[0]: row[2] for row in rows(exact.outcomes())}
    for mine, other, key in ((a, b, "by_a"), (b, a, "by_b")):
        longer = np.asarray(other.survival(grid))
        expected = float(np.sum(-np.diff(mine.survival(grid)) * (longer[1:] + longer[:-1]) / 2))
        assert shares[key] == pytest.approx(expected, abs=exact.error)


def test_of_two_steps_at_one_moment_the_first_is_taken() -> None:
    """Where two clocks say the same moment, the step named first in the process wins, as in a simulation."""
    model = race(a=Empirical([1.0, 2.0]), b=Empirical([1.0, 2.0]))
    exact, result = solve(model, horizon=3), simulate(model, cases=100_000, horizon=3, seed=4)
    assert {row[0]: row[2] for row in rows(exact.outcomes())} == pytest.approx({"by_a": 0.75, "by_b": 0.25})
    compare(exact, result)


# --- laws -------------------------------------------------------------------------------------------


@EVERY
def test_every_case_is_somewhere(model: Model, covariates: dict[str, float]) -> None:
    """At each time the shares of all phases are one together, none below zero."""
    occupancy = solve(model, horizon=6, covariates=covariates).occupancy()
    shares = np.array([column for key, column in occupancy.items() if key != "time"])
    assert shares.sum(axis=0) == pytest.approx(1, abs=1e-8)
    assert shares.min() >= 0


@EVERY
def test_what_comes_in_goes_out_or_stays(model: Model, covariates: dict[str, float]) -> None:
    """Into each phase come as many as go out and are there at the horizon; visits and outcomes agree."""
    exact = solve(model, horizon=6, covariates=covariates)
    flows, there = rows(exact.flows()), {key: column[-1] for key, column in exact.occupancy([6.0]).items()}
    entered = {model.start: 1.0}
    for phase in (x.key for x in model.process.phases):
        came = sum(row[3] for row in flows if row[2] == phase) + (phase == model.start)
        went = sum(row[3] for row in flows if row[0] == phase)
        entered[phase] = came
        assert came - went == pytest.approx(there[phase], abs=1e-8)
    assert exact.visits == pytest.approx(sum(entered[x] for x in entered if model.ways(x)), abs=1e-8)
    shares = {row[0]: row[2] for row in rows(exact.outcomes())}
    assert shares == pytest.approx({key: there[key] for key in shares}, abs=1e-12)
    assert sum(shares.values()) == pytest.approx(1, abs=1e-7)


@EVERY
def test_the_mean_time_is_the_area_of_what_still_runs(model: Model, covariates: dict[str, float]) -> None:
    """The mean time is the integral over time of the share that has not ended."""
    exact = solve(model, horizon=6, covariates=covariates)
    at = np.linspace(0, 6, 60_001)
    there = exact.occupancy(at)
    runs = np.sum([there[phase.key] for phase in model.process.phases if model.ways(phase.key)], axis=0)
    assert exact.mean_time()[0] == pytest.approx(float((runs[1:] + runs[:-1]).sum()) / 2e4, abs=1e-4)


@EVERY
@pytest.mark.parametrize("step", [0.11, 0.02])
def test_the_error_is_as_large_as_is_said(model: Model, covariates: dict[str, float], step: float) -> None:
    """What a coarse grid tells is nearer to the truth than the errors that it states."""
    coarse = solve(model, horizon=6, covariates=covariates, step=step)
    fine = solve(model, horizon=6, covariates=covariates)
    assert fine.step < coarse.step <= step
    assert fine.error < coarse.error
    found = [coarse.mean_time()[0] - fine.mean_time()[0], coarse.visits - fine.visits]
    flows = {row[:3]: row[3] for row in rows(fine.flows())}
    found += [row[3] - flows[row[:3]] for row in rows(coarse.flows()) if row[:3] in flows]
    nodes, others = np.arange(0, 6, coarse.step), np.linspace(0, 6, 997)
    for key, column in fine.occupancy(nodes).items():
        found += (coarse.occupancy(nodes)[key] - column).tolist()
    between: list[float] = []
    for key, column in fine.occupancy(others).items():
        between += (coarse.occupancy(others)[key] - column).tolist()
    assert max(map(abs, found)) <= coarse.error + fine.error
    assert max(map(abs, between)) <= coarse.between + fine.between


def test_an_answer_is_nearer_than_it_says() -> None:
    """With smooth densities what is told is far nearer to the truth than the error that is stated."""
    coarse, fine = solve(m.loop(), horizon=6, step=0.05), solve(m.loop(), horizon=6)
    assert abs(coarse.visits - fine.visits) < coarse.error / 10
    assert abs(coarse.mean_time()[0] - fine.mean_time()[0]) < coarse.error / 10


def test_what_came_never_goes_back() -> None:
    """The share that has come into a phase never falls, and is no less than the share found there."""
    exact = solve(m.loop(), horizon=6)
    for phase in ("form", "work", "review", *BOTH_ENDS):
        came, there = exact.time_to(phase)["share"], exact.occupancy()[phase]
        assert np.diff(came).min() >= -1e-8
        assert (came - there).min() >= -exact.between
    assert exact.time_to("form")["share"].tolist() == [1.0] * 101


def test_an_effect_on_a_time_divides_it() -> None:
    """A ratio on the rate of leaving a phase makes its time shorter; where it starts from it does nothing."""
    model = m.loop(Effect("trust", "form", time_ratio=1 / 1.5, at=1.0))
    faster = m.loop(dwell={"form": Gamma(mean=0.5 / 1.5**2, cv=0.7)})
    assert told(solve(model, horizon=6, covariates={"trust": 3.0})) == pytest.approx(
        told(solve(faster, horizon=6)), abs=1e-7
    )
    assert told(solve(model, horizon=6, covariates={"trust": 1})) == told(solve(m.loop(), horizon=6))


def test_an_effect_on_a_choice_changes_its_odds() -> None:
    """A ratio on a step multiplies its odds against the other steps of the choice."""
    model = m.loop(Effect("trust", "review", "finish", odds_ratio=2.0))
    changed = {"go_on": 0.6 / 1.25, "talk_again": 0.15 / 1.25, "finish": 0.5 / 1.25}
    assert told(solve(model, horizon=6, covariates={"trust": 1.0})) == pytest.approx(
        told(solve(m.loop(choices={"review": changed}), horizon=6)), abs=1e-12
    )


def told(exact: Exact) -> list[float]:
    """Return the numbers that an answer tells."""
    return [exact.mean_time()[0], exact.visits, *(row[3] for row in rows(exact.flows()))]


# --- and what is simulated --------------------------------------------------------------------------


def compare(exact: Exact, result: Result, most: float = 4.0) -> None:
    """Compare every number with what was simulated, in standard errors."""
    cases = result.tally.cases

    def near(what: object, found: float, expected: float, spread: float) -> None:
        assert abs(found - expected) <= most * spread + exact.between, what

    def share(what: object, found: float, expected: float) -> None:
        near(what, found, expected, math.sqrt(max(expected * (1 - expected), 0) / cases) + 1 / cases)

    expected = {row[:2]: row[2] for row in rows(exact.outcomes())}
    simulated = {row[:2]: row[3] for row in rows(result.outcomes())}
    for key in expected | simulated:
        share(key, simulated.get(key, 0.0), expected.get(key, 0.0))
    near("mean time", *(result.mean_time()[0], exact.mean_time()[0]), result.mean_time()[1])
    visits = result.cases()["visits"]
    near("visits", float(visits.mean()), exact.visits, float(visits.std()) / math.sqrt(cases))
    columns = result.columns()
    per_case = {row[:3]: row[3] for row in rows(exact.flows())}
    for key, _, found in ((row[:3], row[3], row[4]) for row in rows(result.flows())):
        ours = (columns["phase_from"] == key[0]) & (columns["trigger"] == key[1])
        often = np.bincount(columns["case"][ours & (columns["phase_to"] == key[2])], minlength=cases)
        near(key, found, per_case.get(key, 0.0), float(often.std()) / math.sqrt(cases) + 1 / cases)
    at = [time for time in TIMES if time <= exact.horizon]
    there, seen = exact.occupancy(at), result.occupancy(at)
    for phase in [key for key in there if key != "time"]:
        came, seen_to_come = exact.time_to(phase, at)["share"], result.time_to(phase, at)["share"]
        for n, time in enumerate(at):
            share((phase, time), seen[phase][n], there[phase][n])
            share((phase, "came", time), seen_to_come[n], came[n])


@EVERY
def test_a_simulation_comes_to_the_same(model: Model, covariates: dict[str, float]) -> None:
    """Every number of 100,000 simulated cases is within four standard errors of the exact one."""
    exact = solve(model, horizon=6, covariates=covariates, step=0.001)
    compare(exact, simulate(model, cases=100_000, horizon=6, seed=11, covariates=covariates))


@pytest.mark.parametrize("seed", range(8))
def test_simulations_of_drawn_models_come_to_the_same(seed: int) -> None:
    """So it is for models drawn at random: any clocks, loops, hazards, time spent, effects."""
    model, covariates = m.drawn(seed)
    exact = solve(model, horizon=6, covariates=covariates, step=0.001)
    compare(exact, simulate(model, cases=100_000, horizon=6, seed=seed, covariates=covariates))


# --- what is refused --------------------------------------------------------------------------------

LOOP = m.loop(Effect("trust", "form", time_ratio=1 / 1.5))
REFUSED: dict[str, tuple[str, str, Callable[[], object]]] = {
    "a column": (
        "covariates['trust']",
        "column",
        lambda: solve(LOOP, horizon=6, covariates={"trust": [0.1]}),  # type: ignore[dict-item]
    ),
    "an array": (
        "covariates['trust']",
        "column",
        lambda: solve(LOOP, horizon=6, covariates={"trust": np.zeros(3)}),  # type: ignore[dict-item]
    ),
    "a word": (
        "covariates['trust']",
        "bad-column",
        lambda: solve(LOOP, horizon=6, covariates={"trust": "much"}),  # type: ignore[dict-item]
    ),
    "nothing": ("covariates['trust']", "missing", lambda: solve(LOOP, horizon=6)),
    "an unknown one": (
        "covariates['faith']",
        "unknown",
        lambda: solve(LOOP, horizon=6, covariates={"trust": 1, "faith": 1}),
    ),
    "no horizon": ("horizon", "bad-number", lambda: solve(m.loop(), horizon=0)),
    "an endless horizon": ("horizon", "bad-number", lambda: solve(m.loop(), horizon=math.inf)),
    "a step beyond it": ("step", "bad-number", lambda: solve(m.loop(), horizon=6, step=7)),
    "a step of nothing": ("step", "bad-number", lambda: solve(m.loop(), horizon=6, step=0)),
    "spent too long": ("spent", "too-long", lambda: solve(m.single(Fixed(1.0), spent=1.0), horizon=6)),
    "a time beyond": ("times", "bad-number", lambda: solve(m.loop(), horizon=6).occupancy([7.0])),
    "times in disorder": ("times", "bad-order", lambda: solve(m.loop(), horizon=6).occupancy([2.0, 1.0])),
    "an unknown phase": ("phase", "unknown", lambda: solve(m.loop(), horizon=6).time_to("work_")),
}


@pytest.mark.parametrize(("where", "code", "call"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_solved_is_refused(where: str, code: str, call: Callable[[], object]) -> None:
    """A refusal names the place and the problem."""
    with pytest.raises(InvalidModel) as refused:
        call()
    assert [(problem.where, problem.code) for problem in refused.value.problems] == [(where, code)]


def test_a_number_that_is_refused_is_told_its_bounds() -> None:
    """A step may be as long as the horizon, a horizon as long as one likes."""
    assert solve(m.loop(), horizon=6, step=6).step <= 6
    calls: list[tuple[dict[str, Any], str]] = [
        ({"horizon": 0}, "above zero, not 0"),
        ({"horizon": 6, "step": 7}, "up to the horizon, not 7"),
    ]
    for options, end in calls:
        with pytest.raises(InvalidModel) as refused:
            solve(m.loop(), **options)
        assert refused.value.problems[0].message.endswith(end)
