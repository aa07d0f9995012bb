"""A folder in which the library is installed with its entry points, for a Python of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import gezondsamen as gs

ENTRY_POINTS = """
[hypothesis]
gezondsamen = _gezondsamen_plugins.for_hypothesis:hook

[pytest11]
gezondsamen = _gezondsamen_plugins.for_pytest
"""

SOURCES = Path(gs.__file__).parents[1]


def installed(folder: Path) -> dict[str, str]:
    """Install the library in a folder, and return the environment of a Python that finds it there.

    The folder gets the name of one for packages: in all others hypothesis reads the sources of every module
    at its first draw, to find constants, and that can take longer than its health check lets a draw take.
    """
    site = folder / "site-packages"
    own = site / "gezondsamen_entry-0.dist-info"
    own.mkdir(parents=True)
    for package in ("gezondsamen", "_gezondsamen_plugins"):
        (site / package).symlink_to(SOURCES / package, target_is_directory=True)
    (own / "METADATA").write_text("Metadata-Version: 2.1\nName: gezondsamen-entry\nVersion: 0\n")
    (own / "entry_points.txt").write_text(ENTRY_POINTS)
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST", "COV"))}
    return {**kept, "PYTHONPATH": str(site), "PYTHONDONTWRITEBYTECODE": "1"}


def ran(
    folder: Path, environment: dict[str, str], *command: str, code: int = 0
) -> subprocess.CompletedProcess[str]:
    """Run Python in a folder, with warnings as errors; it ends with this code."""
    done = subprocess.run(
        [sys.executable, "-W", "error", *command],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == code, done.stdout + done.stderr
    return done
