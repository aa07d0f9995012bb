"""The house: imports only go down, and no module imports itself by a detour."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import gezondsamen
from gezondsamen.process.graph import reachable

ROOT = Path(__file__).parents[1]
SOURCE = Path(gezondsamen.__file__).parent


def modules() -> dict[str, Path]:
    """Return the files of the library by the name of their module."""
    found = {}
    for file in SOURCE.rglob("*.py"):
        parts = file.relative_to(SOURCE.parent).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = file
    return found


def imports(name: str, file: Path, known: dict[str, Path]) -> set[str]:
    """Return the modules of the library that a module imports when it is imported itself."""
    found: set[str] = set()
    for node in ast.parse(file.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            inner = {f"{node.module}.{alias.name}" for alias in node.names}
            found.update(inner & known.keys() or {node.module})
    return found & known.keys() - {name}


def test_the_contracts_hold() -> None:
    """The layers, the doors to other packages and the absence of circles are as `pyproject.toml` says."""
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as m; m()", "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert " 0 broken" in done.stdout


def test_no_module_imports_itself_by_a_detour() -> None:
    """Between modules there are no circles at all."""
    known = modules()
    arrows = [(name, other) for name, file in known.items() for other in imports(name, file, known)]
    assert len(arrows) > 100
    circles = [name for name in known if name in reachable([b for a, b in arrows if a == name], arrows)]
    assert circles == []


def test_every_module_says_what_lives_there() -> None:
    """Each module begins with what it is for."""
    silent = [
        name
        for name, file in modules().items()
        if not ast.get_docstring(ast.parse(file.read_text(encoding="utf-8")))
    ]
    assert silent == []


def test_private_names_stay_at_home() -> None:
    """No module imports a name that another keeps to itself."""
    found = [
        (name, alias.name)
        for name, file in modules().items()
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if alias.name.startswith("_")
    ]
    assert found == []


def test_nothing_reads_a_clock_or_chance() -> None:
    """Days, seeds and languages are arguments: no module asks the machine for them.

    The command line has a clock, for who gives no day. The choice of an engine looks whether numba was told
    where to keep what it compiled; the bytes do not depend on it.
    """
    forbidden = {"today", "now", "utcnow", "getenv", "environ", "random", "getlocale", "urandom"}
    found = [
        (name, node.attr)
        for name, file in modules().items()
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in forbidden
    ]
    assert found == [
        ("gezondsamen.command.clock", "now"),
        ("gezondsamen.simulation.engine.engines", "environ"),
    ]
