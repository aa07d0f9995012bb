"""How often intervals hold the truth: every interval that is offered, by repetition.

The truth is that of the solved equations, or of a formula; 95 of 100 intervals should hold it. Run with
`python -m benchmarks.coverage_of_intervals` (about two minutes; a number gives the repetitions).
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

import gezondsamen as gs
from gezondsamen.process.phases import Phase
from gezondsamen.simulation import (
    Accrued,
    Choice,
    Duration,
    Ended,
    Exponential,
    Gamma,
    InPhase,
    Model,
    Reached,
    Result,
    StepCount,
    TimeIn,
    VisitCount,
    compare,
    simulate,
    simulate_each,
    solve,
)
from gezondsamen.simulation.examples import partnership

HORIZON = 5.0
MEASURES: Any = [
    Ended(outcome="success"), Ended(outcome="early"), Duration(), TimeIn("management"),
    VisitCount("evaluation"), StepCount("suspend"), Reached("management", by=2.0),
    InPhase("management", at=4.0),
    Accrued("costs", per_year={"management": 1000.0}, per_step={"suspend": 5000.0}, discount=0.03),
]  # fmt: skip
"""Rare and common ones: 1 case in 100 is suspended, two in three come into management."""

NOW = partnership()
SCENARIOS = {
    "now": NOW,
    "shorter talks": NOW.with_changes(dwell={"negotiation": Gamma(mean=0.4, cv=0.8)}),
    "other choice": NOW.with_changes(choices={"suspended": Choice({"resume": 0.5, "end": 0.5})}),
}
MANY = 400_000
"""Cases of the run that stands for the truth: its own error is a thirtieth of that of the intervals."""

Hit = tuple[str, bool]


def rows_of(columns: Any) -> Iterator[dict[str, Any]]:
    names = list(columns)
    for row in zip(*(column.tolist() for column in columns.values()), strict=True):
        yield dict(zip(names, row, strict=True))


def of_a_comparison(cases: int) -> Callable[[int], Iterator[Hit]]:
    """Return what tells, for a seed, which intervals of estimates and differences hold the truth."""
    call: dict[str, Any] = {"horizon": HORIZON, "measures": MEASURES}
    truth = compare(SCENARIOS, cases=MANY, seed=1, **call)
    means = {(r["scenario"], r["measure"]): r["estimate"] for r in rows_of(truth.estimates())}
    apart = {(r["scenario"], r["measure"]): r["difference"] for r in rows_of(truth.differences())}

    def tell(seed: int) -> Iterator[Hit]:
        found = compare(SCENARIOS, cases=cases, seed=seed, engine="numpy", **call)
        for r in rows_of(found.estimates()):
            if r["scenario"] == "now":
                yield f"{r['measure']}, {cases} cases", r["low"] <= means["now", r["measure"]] <= r["high"]
        for r in rows_of(found.differences()):
            name = f"difference in {r['measure']} ({r['scenario']}), {cases} pairs"
            yield name, r["low"] <= apart[r["scenario"], r["measure"]] <= r["high"]

    return tell


def of_curves(cases: int) -> Callable[[int], Iterator[Hit]]:
    """Return what tells which bounds of shares over time hold those of the solved equations."""
    exact = solve(NOW, horizon=HORIZON)
    times = [1.0, 2.0, 4.0]
    inside = exact.occupancy(times)
    going = [phase.key for phase in gs.PPS.phases if phase.kind != "final"]
    curves = {
        "survival": np.sum([inside[key] for key in going], axis=0),
        "time_to": exact.time_to("management", times)["share"],
    }

    def tell(seed: int) -> Iterator[Hit]:
        result = simulate(NOW, cases=cases, horizon=HORIZON, seed=seed, engine="numpy")
        found = {"survival": result.survival(times), "time_to": result.time_to("management", times)}
        for name, curve in found.items():
            for place, time in enumerate(times):
                share = curves[name][place]
                held = curve["low"][place] <= share <= curve["high"][place]
                yield f"{name} at {time:g}, {cases} cases", bool(held)

    return tell


def of_counts(cases: int) -> Callable[[int], Iterator[Hit]]:
    """Return what tells which bounds of steps, of coming back and of the evaluation load hold the truth."""
    steps = {("negotiation", "reach_accord"), ("management", "open_evaluation"), ("management", "suspend")}
    back = {("management", 1), ("management", 2), ("evaluation", 3)}
    loads = {(1, "progress_talk"), (4, "periodic_evaluation"), (3, "final_evaluation")}

    def rows(result: Result) -> Iterator[tuple[str, float, float, float]]:
        for r in rows_of(result.flows()):
            if (r["phase_from"], r["trigger"]) in steps:
                yield f"flows: {r['trigger']}", r["per_case"], r["low"], r["high"]
        for r in rows_of(result.loops()):
            if (r["phase"], r["visits"]) in back:
                yield f"loops: {r['phase']} {r['visits']} times", r["share"], r["low"], r["high"]
        for r in rows_of(result.load()):
            if (r["year"], r["point"]) in loads:
                for way in ("due", "missed"):
                    name = f"load: {r['point']} {way} in year {r['year']}"
                    yield name, r[way], r[f"{way}_low"], r[f"{way}_high"]

    truth = {name: it for name, it, _, _ in rows(simulate(NOW, cases=MANY, horizon=HORIZON, seed=1))}

    def tell(seed: int) -> Iterator[Hit]:
        found = rows(simulate(NOW, cases=cases, horizon=HORIZON, seed=seed, engine="numpy"))
        for name, _, low, high in found:
            yield f"{name}, {cases} cases", low <= truth[name] <= high

    return tell


def single(mean: float) -> Model:
    """Return a model of one phase whose time is exponential."""
    here = gs.Label(nl="…", en="…")
    only, done = Phase("only", here, kind="initial"), Phase("done", here, kind="final", outcome="success")
    process = gs.Process(
        key="single", label=here, phases=(only, done), transitions=(only.to(done, "finish", label=here),)
    )
    return Model(process, {"only": Exponential(mean=mean)})


def of_parameters(draws: int, cases: int) -> Callable[[int], Iterator[Hit]]:
    """Return what tells whether the answer of parameters drawn anew lies in the interval of earlier draws."""

    def tell(seed: int) -> Iterator[Hit]:
        chance = np.random.default_rng(seed)
        means = chance.gamma(4.0, 0.5, draws + 1)
        found = simulate_each(
            lambda draw: single(draw["mean"]), {"mean": means[1:]}, measures=[Ended()],
            cases=cases, horizon=HORIZON, seed=seed, engine="numpy",
        ).estimates()  # fmt: skip
        truth = 1 - np.exp(-HORIZON / means[0])
        yield (
            f"a new draw, {draws} draws of {cases} cases",
            bool(found["low"][0] <= truth <= found["high"][0]),
        )

    return tell


def main() -> None:
    """Print the share of intervals that hold the truth, with what chance alone makes of 95 %."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 400
    tellers = [of_a_comparison(300), of_curves(300), of_counts(300), of_parameters(60, 100)]
    held: dict[str, list[bool]] = {}
    for seed in range(times):
        for tell in tellers:
            for name, hit in tell(1_000 + seed):
                held.setdefault(name, []).append(hit)
    slack = 1.96 * (0.95 * 0.05 / times) ** 0.5
    low, high = 95 - 100 * slack, 95 + 100 * slack
    print(f"{times} repetitions: by chance alone 95 % would be between {low:.1f} and {high:.1f} %")
    for name, hits in held.items():
        print(f"{100 * np.mean(hits):5.1f} %  {name}")


if __name__ == "__main__":
    main()
