"""Simulate 200,000 partnerships: how many end within five years, and what if they evaluate twice as often?

Every number in the model is made up. The script shows how a question becomes a model, and a scenario
beside it; with your own numbers in it, it would answer your own question.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import gezondsamen as gs
from gezondsamen.simulation import Gamma, Result, simulate
from gezondsamen.simulation.examples import partnership

CASES, HORIZON, SEED = 200_000, 10, 2026


def ended(result: Result, by: float) -> float:
    """Return the share of cases that were in a final phase by a time."""
    shares = result.occupancy([by])
    final = [phase.key for phase in gs.PPS.phases if phase.kind == "final"]
    return float(sum(shares[key][0] for key in final))


def taken(result: Result, step: str) -> float:
    """Return how often a step was taken, per case."""
    flows = result.flows()
    rows = zip(flows["trigger"], flows["per_case"], strict=True)
    return float(sum(per_case for trigger, per_case in rows if trigger == step))


def main() -> None:
    """Run the model and a scenario, and print what they say."""
    model = partnership()
    result = simulate(model, cases=CASES, horizon=HORIZON, seed=SEED)

    print(f"{CASES:,} partnerships over {HORIZON} years. Every number in this model is made up.\n")
    print("Where they are at the end:")
    outcomes = result.outcomes()
    for phase, outcome, share in zip(outcomes["phase"], outcomes["outcome"], outcomes["share"], strict=True):
        if share > 0.01:
            print(f"  {share:6.1%}  {gs.PPS.phase(phase).label.en} ({outcome})")

    mean, error = result.mean_time()
    print(f"\nEnded within five years: {ended(result, 5):.1%}")
    print(f"Mean time until the end or the horizon: {mean:.2f} years (standard error {error:.3f})")

    # What if partners evaluate twice as often? The clock of the next evaluation runs twice as fast, and those
    # of mishaps as they did. (Half as long in management, by a dwell time with chances, would double mishaps
    # too: another question.)
    clocks = {**model.hazards["management"], "open_evaluation": Gamma(mean=0.6, cv=0.5)}
    often = model.with_changes(hazards={"management": clocks})
    scenario = simulate(often, cases=CASES, horizon=HORIZON, seed=SEED)
    print("\nTwice as many evaluations, everything else the same draws:")
    for name, trigger in (("evaluations", "open_evaluation"), ("emergencies", "end_in_emergency")):
        print(f"  {name} per partnership: {taken(result, trigger):.2f} -> {taken(scenario, trigger):.2f}")
    print(f"  ended within five years:     {ended(result, 5):.1%} -> {ended(scenario, 5):.1%}")
    print(
        "  (In this model an evaluation may lead to the decision to end; that it also makes a partnership\n"
        "  better would be a second change, with a number that somebody has to stand for.)"
    )

    file = Path(tempfile.mkdtemp()) / "trajectories.parquet"
    simulate(model, cases=1_000, horizon=HORIZON, seed=SEED).to_parquet(file)
    print(f"\nA thousand trajectories written: {file}")


if __name__ == "__main__":
    main()
