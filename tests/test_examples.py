"""The examples: every script runs, and every case that ships opens."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

import gezondsamen as gs

FOLDER = Path(__file__).parents[1] / "examples"
SCRIPTS = sorted(FOLDER.glob("*.py"))


def run(script: Path) -> None:
    spec = importlib.util.spec_from_file_location(f"example_{script.stem}", script)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.main()


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda s: s.name)
def test_every_script_runs(script: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A script does what its docstring says without an error, and tells something."""
    run(script)
    told, wrong = capsys.readouterr()
    assert len(told.splitlines()) > 10
    assert "Traceback" not in told
    assert "None" not in told
    assert wrong == ""


def test_the_quickstart_tells_its_story(capsys: pytest.CaptureFixture[str]) -> None:
    """The first example goes from a refusal, in both languages, by way of every step to management."""
    run(FOLDER / "quickstart.py")
    told = capsys.readouterr().out
    for words in (
        "[KEN-04]: nog niet rond",
        "[KEN-04]: not complete yet",
        "conclude_agreement",
        "management van de PPS",
        "8 bedrijven doen mee",
        "Op weg naar:",
        "PAR-02",
        "78 momenten tot en met 31-12-2028",
        "bericht aan alle partijen",
    ):
        assert words in told
    file = Path(told.partition("Agenda geschreven: ")[2].strip())
    assert file.name == "waterstad.ics"
    assert file.read_text(encoding="utf-8").count("BEGIN:VEVENT") == 78


def test_the_programme_office_tells_what_is_due(capsys: pytest.CaptureFixture[str]) -> None:
    """Two hundred cases in three tables: this month, late, and agreements that end; the same every run."""
    script = FOLDER / "programme_office.py"
    run(script)
    told = capsys.readouterr().out
    for words in ("200 samenwerkingen", "Deze maand: ", "Te laat: ", "binnen zes maanden eindigen: "):
        assert words in told
    days = [line[:10] for line in told.splitlines() if line[2:3] == "-" and line[:2].isdigit()]
    assert {day[3:] for day in days[:8]} == {"03-2026"}
    run(script)
    assert capsys.readouterr().out == told


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.json")), ids=lambda f: f.name)
def test_every_case_opens(file: Path) -> None:
    """A case that an example comes with opens, and is written the same again."""
    case = gs.loads(file.read_text(encoding="utf-8"))
    assert isinstance(case, gs.Collaboration)
    assert gs.loads(gs.dumps(case)) == case
