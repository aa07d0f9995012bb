"""Write trajectories in parts, and tell how much memory that took: run in an interpreter of its own."""

from __future__ import annotations

import sys
from pathlib import Path
from time import perf_counter

from benchmarks.simulation_case import HORIZON, model
from gezondsamen.simulation import simulate


def peak() -> float:
    """Return the most memory this process has had in use, in MB."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) / 1024
    raise OSError("this machine does not tell")


def main(cases: int, folder: str) -> None:
    """Print megabytes, seconds, visits and the size of the parts in megabytes."""
    begin = perf_counter()
    result = simulate(model(), cases=cases, horizon=HORIZON, seed=2026, into=folder)
    spent = perf_counter() - begin
    size = sum(path.stat().st_size for path in Path(folder).glob("*.parquet"))
    print(peak(), spent, result.tally.visits, size / 1e6)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
