"""What `import gezondsamen` costs, in fresh interpreters beside one that imports nothing.

Processor time of the interpreters, not time by the clock: the machine may be busy with other things.
"""

from __future__ import annotations

import os
import re
import resource
import subprocess
import sys
from pathlib import Path
from statistics import median

from benchmarks.measuring import Figure

ROUNDS = 9
STATEMENT = "import gezondsamen"
FIRST_USES = ("PPS", "loads")
"""Names that may come with their first use: what is put off is shown, so that it is not forgotten."""
_LINE = re.compile(r"import time:\s+(\d+) \|\s+\d+ \|\s*(\S+)")


def figures() -> list[Figure]:
    """Return the figures of this file."""
    uses = {name: f"{STATEMENT}; {STATEMENT.split()[1]}.{name}" for name in FIRST_USES}
    for statement in ("pass", STATEMENT, *uses.values()):
        _run(statement)  # writes byte code, and warms the disk
    walls, selves, counts = [], [], []
    used: dict[str, list[float]] = {name: [] for name in uses}
    known = set(_modules("pass"))
    for _ in range(ROUNDS):
        bare = _run("pass")
        walls.append(_run(STATEMENT) - bare)
        for name, statement in uses.items():
            used[name].append(_run(statement) - bare)
        new = {name: spent for name, spent in _modules(STATEMENT).items() if name not in known}
        selves.append(sum(new.values()) / 1e3)
        counts.append(len(new))
    ours = {name: spent for name, spent in new.items() if name.startswith("gezondsamen")}
    return [
        Figure("import, beyond bare python", median(walls), "ms", 80),
        *(Figure(f"the same, and gs.{name}", median(spent), "ms", 150) for name, spent in used.items()),
        Figure("import, sum of self times (-X importtime)", median(selves), "ms"),
        Figure("of which: gezondsamen itself, last round", sum(ours.values()) / 1e3, "ms"),
        Figure("modules imported", median(counts), ""),
    ]


def _interpret(*arguments: str) -> str:
    path = os.pathsep.join([str(Path(__file__).parent.parent / "src"), os.environ.get("PYTHONPATH", "")])
    done = subprocess.run(
        [sys.executable, *arguments],
        check=True,
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": path},
    )
    return done.stderr


def _children() -> float:
    """Return the processor time of all interpreters that ended, in seconds."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _run(statement: str) -> float:
    begin = _children()
    _interpret("-c", statement)
    return (_children() - begin) * 1e3


def _modules(statement: str) -> dict[str, int]:
    """Return the microseconds that each imported module took by itself."""
    report = _interpret("-X", "importtime", "-c", statement)
    return {name: int(spent) for spent, name in _LINE.findall(report)}
