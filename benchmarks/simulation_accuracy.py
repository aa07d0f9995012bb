"""Ten million simulated cases beside the exact answer, in standard errors: up to 3 is what chance does."""

from __future__ import annotations

import math
from time import perf_counter

from benchmarks.measuring import Figure
from gezondsamen.errors import MissingExtra

CASES = 10_000_000
SEED = 2026


def figures(cases: int = CASES) -> list[Figure]:
    """Return how far each outcome share and the mean time are from the exact ones, in standard errors."""
    try:
        from benchmarks.simulation_case import HORIZON, model
        from gezondsamen.simulation import simulate
        from gezondsamen.simulation.exact.solve import solve
    except MissingExtra as missing:
        print(f"left out: simulation ({missing})")
        return []
    reference = model()
    simulate(reference, cases=1, horizon=HORIZON, seed=SEED)
    solve(reference, horizon=HORIZON)
    begin = perf_counter()
    exact = solve(reference, horizon=HORIZON)
    solved = perf_counter() - begin
    result = simulate(reference, cases=cases, horizon=HORIZON, seed=SEED)
    took = perf_counter() - begin - solved
    found = []
    expected, simulated = exact.outcomes(), result.outcomes()
    shares = dict(zip(simulated["phase"].tolist(), simulated["share"].tolist(), strict=True))
    for phase, share in zip(expected["phase"].tolist(), expected["share"].tolist(), strict=True):
        off = (shares.get(phase, 0.0) - share) / math.sqrt(share * (1 - share) / cases)
        found.append(Figure(f"share in {phase}: {share:.6f}, off by", abs(off), "se", 3))
    mean, spread = result.mean_time()
    off = (mean - exact.mean_time()[0]) / spread
    found.append(Figure(f"mean time: {exact.mean_time()[0]:.6f} years, off by", abs(off), "se", 3))
    found.append(Figure("error stated by the exact answer, in millionths", exact.error * 1e6, "", 10))
    found.append(Figure("computing the exact answer", solved * 1e3, "ms"))
    found.append(Figure("simulated cases per second, in millions", cases / took / 1e6, ""))
    return found
