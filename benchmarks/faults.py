"""Break runs that write parts off at random moments, and count what became of them.

    python -m benchmarks.faults [--rounds 100] [--seed 1]

A run is killed (SIGKILL) after a random time, or meets a full disk (a limit on the size of files). Then it
is run again, to its end: the folder must hold the same bytes as one that was never disturbed.
"""

from __future__ import annotations

import argparse
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

RUN = """
import resource, sys
from gezondsamen.simulation import simulate
from gezondsamen.simulation.examples import partnership
form, limit = sys.argv[1], int(sys.argv[2])
if limit:
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
print("begun", flush=True)
try:
    simulate(partnership(), cases=60_000, horizon=20, seed=1, chunk=4096, into=".", form=form)
except OSError:
    sys.exit(3)
"""


def main() -> None:
    """Print a table of outcomes."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    draw = random.Random(chosen.seed)
    found: Counter[tuple[str, str, str]] = Counter()
    for form in ("parquet", "csv"):
        with tempfile.TemporaryDirectory() as undisturbed:
            begin = time.monotonic()
            run(Path(undisturbed), form).wait()
            longest = time.monotonic() - begin
            right = contents(Path(undisturbed))
        for _ in range(chosen.rounds):
            for fault in ("kill -9", "full disk"):
                with tempfile.TemporaryDirectory() as name:
                    folder = Path(name)
                    if fault == "kill -9":
                        broken = killed(folder, form, draw.random() * longest)
                    else:
                        largest = max(len(part) for part in right.values())
                        broken = run(folder, form, draw.randrange(1, largest)).wait()
                    again = run(folder, form).wait()
                    same = again == 0 and contents(folder) == right
                    found[fault, form, outcome(broken, whole=same)] += 1
    for (fault, form, what), times in sorted(found.items()):
        print(f"{fault:10} {form:8} {what:60} {times:5}")


def run(folder: Path, form: str, limit: int = 0) -> subprocess.Popen[bytes]:
    """Start a run into a folder; with a limit, no file of it can be larger."""
    return subprocess.Popen(
        [sys.executable, "-c", RUN, form, str(limit)],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )


def killed(folder: Path, form: str, after: float) -> int:
    """Start a run, kill it so many seconds after it began, and return how it ended."""
    process = run(folder, form)
    assert process.stdout is not None
    process.stdout.readline()
    time.sleep(after)
    process.kill()
    return process.wait()


def outcome(ended: int, *, whole: bool) -> str:
    """Return in words how a run ended, and what was there when it had been run again."""
    ways = {0: "finished first", 3: "an OSError", -signal.SIGKILL: "killed"}
    return f"{ways.get(ended, f'ended with {ended}')}, then {'the same bytes' if whole else 'OTHER BYTES'}"


def contents(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder; one that was left half under another name does not count."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix != ".partial"}


if __name__ == "__main__":
    main()
