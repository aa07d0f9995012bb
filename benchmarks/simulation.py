"""Trajectories per second, beside the engines that people use now; and memory.

All run in turn in one process on one core, round after round; the median counts, and ratios are taken
inside each round. Seconds are those of the core: waiting for others on a busy machine does not count, except
for two threads beside one. A peer that is not installed is left out, and so is numba.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from importlib.util import find_spec
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from benchmarks.measuring import Figure
from benchmarks.simulation_case import HORIZON, SHARE_ENDED, model
from benchmarks.simulation_peers import PEERS, Run
from gezondsamen.simulation import simulate
from gezondsamen.simulation.engine.chunks import CHUNK, to_run
from gezondsamen.simulation.engine.compiled import FINAL, compile_model
from gezondsamen.simulation.engine.engines import Engine, kernel
from gezondsamen.simulation.files.arrow import Batches

ROUNDS = 7
MANY = 10_000_000
MODEL = model()
NUMPY, NUMBA, ARROW = "numpy alone", "numba", "numba, full log in Arrow"
BARS = {NUMPY: 0.8, NUMBA: 5.0, ARROW: 2.5}
"""Millions of trajectories per second on one core."""


def figures() -> list[Figure]:
    """Return the figures of this file."""
    speeds = _speeds(_subjects())
    found = [
        Figure(f"{name}: million trajectories a second", median(of_it), "M/s", BARS.get(name), True)
        for name, of_it in speeds.items()
    ]
    fastest = NUMBA if NUMBA in speeds else NUMPY
    for name in (name for name in (NUMPY, NUMBA, ARROW) if name in speeds):
        for peer in (peer for peer in PEERS if peer in speeds):
            found.append(Figure(f"{name} beside {peer}", _ratio(speeds, name, peer), "x"))
    if (os.cpu_count() or 1) > 1:
        found.append(Figure(f"two threads beside one, {fastest}", _two_threads(), "x", 1.7, True))
        found.append(Figure("what the machine gives: two interpreters beside one", _two_interpreters(), "x"))
    return [*found, *_memory()]


def beside_peers() -> Iterator[str]:
    """Yield the lines of one table: every engine, its speed, and how many times as fast ours are."""
    speeds = _speeds(_subjects())
    ours = [name for name in (NUMPY, NUMBA, ARROW) if name in speeds]
    yield f"{'':30} {'M/s':>8}" + "".join(f"{name:>25}" for name in ours)
    for name in (*ours, *(peer for peer in PEERS if peer in speeds)):
        ratios = "".join(f"{_ratio(speeds, one, name):>22,.2f} x " for one in ours)
        yield f"{name:30} {median(speeds[name]):8,.3f}{ratios}"


def _ratio(speeds: dict[str, list[float]], name: str, peer: str) -> float:
    """Return how many times as fast a subject is as another: the median of the ratios inside each round."""
    return median(a / b for a, b in zip(speeds[name], speeds[peer], strict=True))


def _subjects() -> dict[str, tuple[Run, int]]:
    engines: dict[str, tuple[Run, int]] = {NUMPY: (_ours("numpy"), 4 * CHUNK)}
    if find_spec("numba"):
        engines |= {NUMBA: (_ours("numba"), 16 * CHUNK), ARROW: (_arrow, 8 * CHUNK)}
    for name, (make, times) in PEERS.items():
        try:
            engines[name] = (make(), times)
        except ImportError:
            print(f"left out: {name} (not installed)")
    return engines


def _ours(engine: Engine, threads: int = 1) -> Run:
    def run(times: int) -> float:
        with ThreadPoolExecutor(threads) as pool:
            result = simulate(MODEL, cases=times, horizon=HORIZON, seed=2026, engine=engine, executor=pool)
        return float(result.tally.ended.sum() / times)

    return run


def _arrow(times: int) -> float:
    """Compute the full log, chunk by chunk, as record batches; what reads them lets go of each."""
    compiled, compute = compile_model(MODEL), kernel("numba")
    batches = Batches(compiled)
    ended, visits = 0, 0
    for task in to_run(MODEL, times, HORIZON, 2026, None).tasks(compiled, CHUNK, log=True):
        summary, rows = compute(task)
        assert rows is not None
        visits += batches.of(rows).num_rows
        ended += int((compiled.kind[summary.phase] == FINAL).sum())
    assert 9 * times < visits < 10 * times
    return ended / times


def _speeds(subjects: dict[str, tuple[Run, int]]) -> dict[str, list[float]]:
    """Return millions of trajectories per second of each subject, one number for each round."""
    names = list(subjects)
    with _one_core():
        for run, times in subjects.values():
            share = run(min(times, 20_000))
            assert abs(share - SHARE_ENDED) < 0.06, f"another answer: {share}"
        speeds: dict[str, list[float]] = {name: [] for name in names}
        for turn in range(ROUNDS):
            at = turn % len(names)
            for name in names[at:] + names[:at]:
                run, times = subjects[name]
                speeds[name].append(times / _seconds(run, times, process_time) / 1e6)
    return speeds


def _two_threads() -> float:
    engine: Engine = "numba" if find_spec("numba") else "numpy"
    one, two = _ours(engine, 1), _ours(engine, 2)
    times = 48 * CHUNK
    return median(_seconds(one, times) / _seconds(two, times) for _ in range(ROUNDS))


def _two_interpreters() -> float:
    """Return how much more two interpreters do than one: below two where others use the cores."""
    busy = [sys.executable, "-c", "for _ in range(20_000_000): pass"]

    def run(times: int) -> float:
        for child in [subprocess.Popen(busy) for _ in range(times)]:
            child.wait()
        return 0.0

    return median(2 * _seconds(run, 1) / _seconds(run, 2) for _ in range(ROUNDS))


def _memory() -> list[Figure]:
    if not os.path.exists("/proc/self/status"):
        print("left out: memory (this machine does not tell)")
        return []
    with TemporaryDirectory() as folder:
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.simulation_memory", str(MANY), folder],
            check=True,
            capture_output=True,
            text=True,
        )
    peak, spent, visits, size = map(float, done.stdout.split())
    written = f"{MANY // 10**6} million trajectories to Parquet"
    return [
        Figure(f"{written}: memory", peak, "MB", 500),
        Figure(f"{written}: time", spent, "s"),
        Figure(f"{written}: size", size, "MB"),
        Figure(f"{written}: visits", visits / 1e6, "M"),
    ]


def _seconds(run: Run, times: int, clock: Callable[[], float] = perf_counter) -> float:
    begin = clock()
    run(times)
    return clock() - begin


@contextmanager
def _one_core() -> Iterator[None]:
    """Keep to one core, where the machine can."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(cores)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, cores)


if __name__ == "__main__":
    for line in beside_peers():
        print(line)
    print(f"load of this machine meanwhile: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
