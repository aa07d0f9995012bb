"""Entry points: hypothesis and pytest start as if the library were not there, and find its types later."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import gezondsamen as gs
from _gezondsamen_plugins.for_hypothesis import TYPES
from gezondsamen.dossier.facts import Retracted, StepTaken, TrackOpened
from gezondsamen.terms import words
from gezondsamen.testing.entry_points import strategy_for
from tests.support.installed import installed, ran

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run Python as where the library is installed with its entry points."""
    environment = installed(tmp_path)

    return partial(ran, tmp_path, environment)


UNDISTURBED = """
import sys, hypothesis
loaded = [name for name in sys.modules if name.split(".")[0] == "gezondsamen"]
assert not loaded, loaded
assert "hypothesis.strategies._internal.types" not in sys.modules
assert "_gezondsamen_plugins.for_hypothesis" in sys.modules
"""

TAUGHT = """
import gezondsamen as gs
assert not [name for name in sys.modules if name.startswith("gezondsamen.testing")]
from hypothesis import HealthCheck, given, settings, strategies as st

@settings(max_examples=15, database=None, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(*map(st.from_type, (gs.Party, gs.Stated, gs.Collaboration, gs.Process)))
def check(party, fact, case, process):
    assert party.kind in gs.PPS.vocabulary["party_kind"]
    assert fact.topic in gs.PPS.vocabulary["topic"]
    assert case.process is gs.PPS
    assert gs.PROCESSES[process.key] == process

check()
import gezondsamen.dossier.parties as module
assert type(module.__loader__).__name__ != "_Teaching"
assert module.__spec__.loader is module.__loader__
"""


def test_hypothesis_starts_undisturbed_and_finds_the_types(run: Run) -> None:
    """Importing hypothesis imports nothing of the library; types are known once it is imported."""
    run("-c", UNDISTURBED + TAUGHT)


def test_types_that_were_there_first_are_found(run: Run) -> None:
    """The order of the imports makes no difference."""
    run(
        "-c",
        "import sys, gezondsamen, hypothesis\n"
        + TAUGHT.replace("import gezondsamen as gs", "gs = gezondsamen"),
    )


def test_pytest_starts_undisturbed(run: Run, tmp_path: Path) -> None:
    """A test session that does not use the library does not import it."""
    (tmp_path / "test_other.py").write_text(
        "import sys\n"
        "def test_other():\n"
        "    assert '_gezondsamen_plugins.for_pytest' in sys.modules\n"
        "    assert not [name for name in sys.modules if name.split('.')[0] == 'gezondsamen']\n"
    )
    assert "1 passed" in run("-m", "pytest", "-q", "-p", "no:cacheprovider", "test_other.py").stdout
    assert "--rule-coverage" in run("-m", "pytest", "--help").stdout


def test_the_library_is_found_in_a_session_of_pytest(run: Run, tmp_path: Path) -> None:
    """Where pytest rewrites assertions as well, types are found."""
    body = "\n".join(f"    {line}" for line in (UNDISTURBED + TAUGHT).splitlines())
    (tmp_path / "test_own.py").write_text(f"import sys\ndef test_own():\n{body}\n")
    assert "1 passed" in run("-m", "pytest", "-q", "-p", "no:cacheprovider", "test_own.py").stdout


OWN_TESTS = """
from datetime import date
import gezondsamen as gs

def test_seen(rule_coverage):
    case = gs.Collaboration.start(gs.PPS, id="case", on=date(2024, 1, 8))
    case.check("start", on=date(2024, 1, 8))
    assert rule_coverage.processes == (gs.PPS,)

def test_fresh(rule_coverage):
    assert rule_coverage.processes == ()
"""


def test_the_coverage_of_rules_is_there_on_demand(run: Run, tmp_path: Path) -> None:
    """A fixture sees what one test judged, and an option reports on the session; without it, nothing."""
    (tmp_path / "test_own.py").write_text(OWN_TESTS)
    command = ("-m", "pytest", "-q", "-p", "no:cacheprovider", "test_own.py")
    silent = run(*command).stdout
    told = run(*command, "--rule-coverage").stdout
    assert "2 passed" in silent
    assert "2 passed" in told
    assert "coverage of rules" not in silent
    assert "coverage of rules" in told
    assert "pps: " in told
    assert "initiative.start requires" in told


SHARED_TESTS = """
from datetime import date
import gezondsamen as gs
import pytest

@pytest.mark.parametrize("part", range(4))
def test_part(part):
    case = gs.Collaboration.start(gs.CERTIFICATE, id="case", on=date(2024, 1, 8))
    case.advance("submit", on=date(2024, 1, 8)).check("grant", on=date(2024, 1, 8))
"""


def test_workers_report_as_one(run: Run, tmp_path: Path) -> None:
    """Run by two workers, a session reports what it reports alone: on the terminal and as JSON."""
    (tmp_path / "test_own.py").write_text(SHARED_TESTS)
    command = ("-m", "pytest", "-q", "-p", "no:cacheprovider", "test_own.py", "--rule-coverage-json")
    told = [run(*command, f"{workers}.json", "-n", workers).stdout for workers in ("0", "2")]
    alone, together = (text.partition("coverage of rules")[2].rpartition("4 passed")[0] for text in told)
    assert "  transitions: 1 of 22 taken" in alone
    assert alone == together
    found = [json.loads((tmp_path / f"{workers}.json").read_text()) for workers in ("0", "2")]
    assert found[0] == found[1]
    (report,) = found[0]["processes"].values()
    assert report["transitions"]["no_certificate.submit"] == 4
    assert {row["unmet"] for row in report["rules"] if row["where"] == "application.grant requires"} == {4}


@pytest.mark.parametrize("workers", ["0", "2"])
def test_too_little_coverage_fails(run: Run, tmp_path: Path, workers: str) -> None:
    """Where less of the rules was seen met and unmet than is asked, a green session fails and says so."""
    (tmp_path / "test_own.py").write_text(SHARED_TESTS)
    command = ("-m", "pytest", "-q", "-p", "no:cacheprovider", "test_own.py", "-n", workers)
    assert "FAIL" not in run(*command, "--rule-coverage-fail-under=0").stdout
    told = run(*command, "--rule-coverage-fail-under=50.5", code=1).stdout
    assert "4 passed" in told
    assert "of the rules were seen both met and unmet, less than 50.5%" in told


# --- what is drawn --------------------------------------------------------------------------------------


EVERY_TYPE = [pytest.param(module, name, id=name) for module, names in TYPES.items() for name in names]


@pytest.mark.parametrize(("module", "name"), EVERY_TYPE)
@settings(deadline=None, derandomize=True, max_examples=10)
@given(data=st.data())
def test_every_type_is_drawn(module: str, name: str, data: st.DataObject) -> None:
    """For each type that is taught, values of it are drawn, in the words of a process."""
    kind: Any = getattr(sys.modules[module], name)
    assert kind.__module__ == module
    value = data.draw(strategy_for(kind))
    assert type(value) is kind
    if name not in ("Collaboration", "Process", "Schedule"):
        assert all(key in gs.PPS.vocabulary[scheme] for scheme, key in words(value))


def test_every_kind_of_fact_that_is_recorded_is_taught() -> None:
    """No kind of fact is left out."""
    from gezondsamen.testing.strategies.facts import RECORDED

    made = {"TrackOpened", "StepTaken", "Retracted"}
    assert {kind.__name__ for kind in RECORDED} | made == set(TYPES["gezondsamen.dossier.facts"])


ANY_FACT: Any = gs.Fact
"""A union, which type checkers do not take for a type."""


@settings(deadline=None, derandomize=True, max_examples=60)
@given(st.from_type(ANY_FACT))
def test_any_fact_is_one_that_a_journal_can_hold(fact: Any) -> None:
    """Of the facts that only calls make, steps lead where they lead in PPS, and tracks begin as it does."""
    if isinstance(fact, StepTaken):
        assert fact.phase in {t.target for t in gs.PPS.transitions if t.trigger == fact.trigger}
    elif isinstance(fact, TrackOpened):
        assert (fact.process, fact.phase) == ("pps", gs.PPS.initial)
    elif isinstance(fact, Retracted):
        assert fact.entry >= 1


# --- nothing is imported inside a draw ------------------------------------------------------------------

FIRST_DRAW = """
import sys
import gezondsamen as gs
from gezondsamen.testing import *
from hypothesis import given, settings, strategies as st

STRATEGIES = {{
    "collaborations": lambda: collaborations(gs.PPS),
    "schedules": lambda: schedules(gs.PPS),
    "from_type": lambda: st.from_type(gs.Collaboration),
}}
strategy = STRATEGIES["{name}"]()
late = set()

def imported():
    return {{name for name in sys.modules if name.split(".")[0] != "hypothesis"}}

@settings(max_examples=10, database=None, deadline=None, suppress_health_check=HEALTH)
@given(st.data())
def draw(data):
    before = imported()
    value = data.draw(strategy)
    if isinstance(value, gs.Collaboration):
        day = max(entry.fact.on for entry in value.entries_after(0))
        value.options(on=day), value.monitor(on=day), value.plan(value.phase, on=day), value.review()
        gs.loads(gs.dumps(value)), gs.evaluation_schedule(value, on=day, until=day)
    late.update(imported() - before)

draw()
assert not late, sorted(late)
"""


@pytest.mark.parametrize("name", ["collaborations", "schedules", "from_type"])
def test_nothing_is_imported_inside_the_first_draw(run: Run, name: str) -> None:
    """What a draw needs, and what a test asks of a case, is there when the strategy is made.

    An import inside the first draw, or the first test case, counts as its time, and breaks its deadline.
    """
    program = FIRST_DRAW.format(name=name).replace("=HEALTH", "=list(HealthCheck)")
    run("-c", program.replace("import given", "import HealthCheck, given"))
