"""What a type checker tells the users of this library: good code passes, each mistake is found in its place.

The code in `good` must pass `mypy --strict`, and so must that of some pages of the documentation. In
`bad` each line with a mistake ends in the codes of its errors (`# error: [arg-type]`). A file that
needs more than the library itself says so (`# needs: numpy`).
"""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

pytest.importorskip("mypy", reason="the types are looked at where mypy is installed")

HERE = Path(__file__).parent
DOCS = HERE.parents[1] / "docs"

PAGES = (
    "tutorial/test-your-own-process.md",
    "how-to/adapt-a-process.md",
    "how-to/find-the-rule-nobody-tests.md",
    "how-to/waivers.md",
    "reference/testing.md",
)
"""Pages whose code is as a careful user would write it; the others leave annotations out."""

Errors = set[tuple[int, str]]
"""Where errors are and of what kind: the line, and the code."""

_EXPECTED = re.compile(r"# error: \[([a-z, -]+)\]$")
_REPORTED = re.compile(r"(?P<path>.+?):(?P<line>\d+): error: .*\[(?P<code>[a-z-]+)\]$")
_NEEDS = re.compile(r"^# needs: (.+)$", re.MULTILINE)
_BLOCK = re.compile(r"^```\{testcode\}\n(?::.*\n)*(.*?)^```", re.MULTILINE | re.DOTALL)

_FOUND = {path: path.read_text(encoding="utf-8") for path in sorted(HERE.glob("*/*.py"))}
FILES = {
    path: text
    for path, text in _FOUND.items()
    if all(find_spec(name) for needed in _NEEDS.findall(text) for name in needed.split())
}


def name_of(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


def expected(text: str) -> Errors:
    """Return the errors that the comments of a file announce."""
    return {
        (number, code.strip())
        for number, line in enumerate(text.splitlines(), 1)
        for found in _EXPECTED.findall(line)
        for code in found.split(",")
    }


@pytest.fixture(scope="session")
def cache(pytestconfig: pytest.Config) -> Path:
    """The folder in which mypy keeps what it learnt, beside that of our own code."""
    folder = pytestconfig.rootpath / ".mypy_cache" / "users"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def pages(cache: Path) -> dict[str, Path]:
    """Write the code of each page, from the first block to the last, to a file of its own."""
    folder = cache / "pages"  # in the same place each time, since what mypy keeps goes by paths
    folder.mkdir(exist_ok=True)
    written = {}
    for page in PAGES if DOCS.exists() else ():
        blocks = _BLOCK.findall((DOCS / page).read_text(encoding="utf-8"))
        written[page] = folder / f"{Path(page).stem.replace('-', '_')}_page.py"
        written[page].write_text("\n".join(blocks), encoding="utf-8")
    return written


@pytest.fixture(scope="session")
def reported(pages: dict[str, Path], cache: Path) -> dict[str, Errors]:
    """Run mypy once over everything, as a user would: strictly, with nothing of our own configuration."""
    paths = [str(path) for path in (*FILES, *pages.values())]
    options = ["--strict", "--config-file=", f"--cache-dir={cache}", "--no-pretty"]
    shown = ["--show-error-codes", "--hide-error-context", "--no-error-summary", "--no-color-output"]
    run = subprocess.run(
        [sys.executable, "-m", "mypy", *options, *shown, *paths],
        capture_output=True,
        text=True,
        check=False,
        cwd=HERE,
    )
    assert run.returncode in (0, 1), run.stdout + run.stderr
    found: dict[str, Errors] = {Path(path).name: set() for path in paths}
    for line in run.stdout.splitlines():
        error = _REPORTED.match(line)
        if error is not None:
            found[Path(error["path"]).name].add((int(error["line"]), error["code"]))
        else:
            assert ": error: " not in line, line
    return found


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_every_mistake_is_found_and_nothing_else(path: Path, reported: dict[str, Errors]) -> None:
    """In each file mypy reports the errors that its comments announce, on their lines, and no other."""
    announced = expected(FILES[path])
    assert bool(announced) == (path.parent.name == "bad")
    found = reported[path.name]
    assert sorted(found - announced) == [], "good code is reported"
    assert sorted(announced - found) == [], "a mistake goes by unseen"


@pytest.mark.parametrize("page", PAGES)
def test_the_code_of_pages_is_typed(page: str, pages: dict[str, Path], reported: dict[str, Errors]) -> None:
    """Who copies the code of such a page copies code that passes; a page may write a function again."""
    if page not in pages:
        pytest.skip("there are no pages here")
    found = reported[pages[page].name]
    assert [(line, code) for line, code in sorted(found) if code != "no-redef"] == []
