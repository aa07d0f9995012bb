"""The repository of the tutorial: copied, run as its readers run it, and with a wrong rule in it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.installed import installed, ran

DOCS = Path(__file__).parents[2] / "docs"
OWN = DOCS / "tutorial" / "heat-plan"
PAGE = (DOCS / "tutorial" / "a-repository-of-your-own.md").read_text(encoding="utf-8")
TESTS = (OWN / "tests" / "test_heat_plan.py").read_text(encoding="utf-8")

QUICK = """
from hypothesis import settings
quick = {"max_examples": 5, "stateful_step_count": 10}
settings.register_profile("quick", derandomize=True, deadline=None, **quick)
settings.load_profile("quick")
"""
"""A `conftest.py`: as readers run it, with fewer examples, and the same ones each time."""

Run = Callable[..., str]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Copy the repository, change a file of it, and return what its tests print."""
    environment = installed(tmp_path)
    own = tmp_path / "heat-plan"
    shutil.copytree(OWN, own, ignore=shutil.ignore_patterns("__pycache__"))
    (own / "conftest.py").write_text(QUICK)

    def run(code: int, file: str = "", *changes: tuple[str, str], only: str = "") -> str:
        if file:
            text = (own / file).read_text(encoding="utf-8")
            for old, new in changes:
                assert text.count(old) == 1
                text = text.replace(old, new)
            (own / file).write_text(text, encoding="utf-8")
        options = ("-p", "no:cacheprovider", "--tb=short", "-k", only)
        return ran(own, environment, "-m", "pytest", *options, code=code).stdout

    return run


def shown(comment: str) -> list[str]:
    """Return the lines that the page shows after a comment."""
    found = re.search(rf"<!-- {comment} -->\n```text\n(.*?)```", PAGE, re.DOTALL)
    assert found, comment
    return found[1].splitlines()


def changed(name: str) -> tuple[str, str]:
    """Return how a line of the rules stands in the file, and how the page makes it wrong."""
    (right,) = re.findall(
        rf"^{name} = .*$", (OWN / "src/heat_plan/rules.py").read_text(encoding="utf-8"), re.M
    )
    (wrong,) = re.findall(rf"^{name} = .*$", PAGE, re.M)
    assert right != wrong
    return right, wrong


def test_thirty_lines_test_eight_phases_and_fifteen_rules(run: Run) -> None:
    """The tests pass, see every rule both met and unmet, and are as many lines as the page says."""
    assert len([line for line in TESTS.splitlines() if line.strip()]) == 30
    report = run(0)
    assert " passed in " in report
    assert "heat_plan: 16 rules in their slots; met 100%, unmet 100%" in report  # one stands in two of them
    rules = (OWN / "src/heat_plan/rules.py").read_text(encoding="utf-8")
    assert len(re.findall(r"^[A-Z_]+ = rule\(", rules, re.M)) == 15
    process = (OWN / "src/heat_plan/process.py").read_text(encoding="utf-8")
    assert len(re.findall(r"^[A-Z]+ = gs\.Phase\(", process, re.M)) == 8


def test_a_wrong_rule_is_told(run: Run) -> None:
    """For each wrong rule of the page the tests fail in the lines that it shows."""
    report = run(
        1, "src/heat_plan/rules.py", changed("CALL_LIST"), changed("REPORT"), only="together or late"
    )
    lines = {re.sub(r"^(FAILED \S+) - .*", r"\1", line.rstrip()) for line in report.splitlines()}
    for comment in ("wrong: the press release is asked twice", "wrong: a report never grows old"):
        assert not set(shown(comment)) - lines


def test_a_rule_that_nobody_tests_is_told(run: Run) -> None:
    """Without the test of what is watched, the tests pass, and fail for what they have not seen."""
    start, end = TESTS.index("@given(days="), TESTS.index("class HeatWalk")
    left_out = (TESTS[start:end], "")
    report = run(1, "tests/test_heat_plan.py", left_out, only="not HeatWalk and not board_has")
    assert not set(shown("without the fourth test")) - {line.strip() for line in report.splitlines()}
