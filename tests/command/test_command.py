"""The command line: what each command answers, how it exits, and what it writes."""

from __future__ import annotations

import ast
import io
import json
import os
import subprocess
import sys
import tomllib
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

import gezondsamen as gs
from gezondsamen.command import main
from gezondsamen.command.parser import COMMANDS, parser_of
from gezondsamen.exchange import to_dot, to_html, to_mermaid, to_svg, visits_from_xes
from gezondsamen.exchange.tables import portfolio_table, to_csv
from tests.support.dossiers import START, case_in, last_day

CASE = case_in(gs.PPS, "management")
DAY = str(last_day(CASE))
VISITED = [visit.phase for visit in CASE.visits]
ROOT = Path(__file__).parents[2]
OWN = gs.PPS.adapt(key="pps-eigen", limits={"private_partners": 3})


@pytest.fixture
def case(tmp_path: Path) -> str:
    path = tmp_path / "case.json"
    path.write_text(gs.dumps(CASE), encoding="utf-8")
    return str(path)


@pytest.fixture
def own(tmp_path: Path) -> str:
    path = tmp_path / "own.json"
    path.write_text(gs.dumps(OWN), encoding="utf-8")
    return str(path)


def out(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().out


# --- answers -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("trigger", CASE.process.triggers)
def test_check_answers_as_the_library_does(
    case: str, trigger: str, lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The text and the data are those of the check, and the exit code says whether the step may be taken."""
    found = CASE.check(trigger, on=date.fromisoformat(DAY))
    code = main(["check", case, trigger, "--on", DAY, "--lang", lang])
    assert (code, out(capsys).rstrip("\n")) == (int(not found.allowed), found.explain(lang).rstrip("\n"))
    assert main(["check", case, trigger, "--on", DAY, "--lang", lang, "--json"]) == code
    assert json.loads(out(capsys)) == gs.to_dict(found, lang)


def test_explain_tells_of_every_step(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What is watched comes first, then each step out of the phase."""
    day = date.fromisoformat(DAY)
    assert main(["explain", case, "--on", DAY]) == 0
    text = out(capsys)
    assert text.startswith(CASE.monitor(on=day).explain("nl").rstrip("\n"))
    assert all(check.explain("nl").rstrip("\n") in text for check in CASE.options(on=day).values())
    assert main(["explain", case, "--on", DAY, "--json"]) == 0
    assert set(json.loads(out(capsys))["options"]) == set(CASE.options(on=day))


def test_plan_answers_whether_there_is_a_way(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    """To evaluation there is one; back to the first phase there is none."""
    for phase in ("evaluation", "initiative"):
        found = CASE.plan(phase, on=date.fromisoformat(DAY))
        assert main(["plan", case, phase, "--on", DAY]) == int(not found.found)
        assert out(capsys).rstrip("\n") == found.explain("nl").rstrip("\n")
        main(["plan", case, phase, "--on", DAY, "--json"])
        assert json.loads(out(capsys)) == gs.to_dict(found, "nl")


def test_schedule_writes_text_data_and_calendars(
    case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each form holds every moment; a calendar takes what was sent before into account."""
    calendar = gs.DutchCalendar("noord", also=("zuid",))
    found = gs.evaluation_schedule(
        CASE, on=date.fromisoformat(DAY), until=date(2027, 1, 1), calendar=calendar
    )
    asked = ["schedule", case, "--on", DAY, "--until", "2027-01-01", "--region", "noord", "--region", "zuid"]
    assert main(asked) == 0
    assert [line[:10] for line in out(capsys).splitlines()[::2]] == [str(moment.on) for moment in found]
    assert main([*asked, "--json"]) == 0
    assert json.loads(out(capsys)) == gs.to_dict(found, "nl")
    path = str(tmp_path / "calendar.ics")
    ics = [*asked, "--format", "ics", "--domain", "waterstad.nl", "--at", "09:30", "-o", path]
    assert main(ics) == 0
    written = Path(path).read_bytes()
    assert written.count(b"\r\nBEGIN:VEVENT\r\n") == len(found)
    assert b"\r\r\n" not in written
    assert main([*ics, "--previous", path]) == 0
    Path(case + ".ics").write_bytes(b"\xff\xfe")
    assert main([*ics, "--previous", case + ".ics"]) == 3
    assert b"SEQUENCE:1" not in Path(path).read_bytes()


def test_pages_and_pictures_are_those_of_the_library(
    case: str, own: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A page, and a picture of a process by its key, of a document, or of a case with its phases."""
    path = tmp_path / "page.html"
    assert main(["page", case, "--on", DAY, "--lang", "en", "-o", str(path)]) == 0
    day = date.fromisoformat(DAY)
    assert path.read_text(encoding="utf-8") == to_html(CASE, on=day, lang="en", calendar=gs.WEEKENDS)
    for name, phase, expected in (
        ("pps", (), to_svg(gs.PPS)),
        ("pps", ("--phase", "negotiation"), to_svg(gs.PPS, phase="negotiation")),
        ("pps", ("--format", "dot", "--visited", "negotiation"), to_dot(gs.PPS, visited=["negotiation"])),
        (case, (), to_svg(gs.PPS, phase="management", visited=VISITED)),
        (case, ("--format", "dot"), to_dot(gs.PPS, phase="management", visited=VISITED)),
        (case, ("--format", "mermaid"), to_mermaid(gs.PPS, phase="management", visited=VISITED)),
        (case, ("--phase", "evaluation"), to_svg(gs.PPS, phase="evaluation", visited=VISITED)),
        (own, ("--format", "mermaid"), to_mermaid(OWN)),
    ):
        assert main(["draw", name, *phase]) == 0
        assert out(capsys) == expected


def test_rules_are_listed_with_their_sources(own: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Those of every process, of some, or by their code; a code that is nowhere is no."""
    assert main(["rules"]) == 0
    text = out(capsys)
    for process in gs.PROCESSES.values():
        for rule in process.requirements.values():
            assert f"{rule.code}  " in text
            assert rule.citation.text() in text
    assert main(["rules", "pps-eigen", "--process", own, "--code", "PAR-01", "--json"]) == 0
    assert [row["code"] for row in json.loads(out(capsys))] == ["PAR-01"]
    assert main(["rules", "--code", "XXX-99"]) == 1


def test_tables_open_in_a_spreadsheet(case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Rules and an overview of cases, as CSV and as a workbook."""
    assert main(["rules", "pps", "--code", "PAR-01", "--format", "csv"]) == 0
    assert out(capsys).splitlines()[1].startswith("PAR-01;")
    path = tmp_path / "table.xlsx"
    assert main(["rules", "--format", "xlsx", "-o", str(path)]) == 0
    assert path.read_bytes()[:2] == b"PK"
    assert main(["convert", case, "--to", "csv", "--on", DAY, "--lang", "en"]) == 0
    assert out(capsys) == to_csv(portfolio_table([CASE], on=date.fromisoformat(DAY), lang="en"), dutch=False)
    assert main(["convert", case, case, "--to", "xlsx", "--on", DAY, "-o", str(path)]) == 0
    assert main(["rules", "pps", "--format", "json", "--code", "PAR-01"]) == 0


def test_validate_tells_of_each_document(
    case: str, own: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """All valid is yes; one that is not, and why, makes it no, and the others are told all the same."""
    assert main(["validate", case, own]) == 0
    bad = tmp_path / "bad.json"
    bad.write_text(gs.dumps(CASE).replace('"StepTaken"', '"StepGiven"', 1), encoding="utf-8")
    capsys.readouterr()
    assert main(["validate", case, str(bad), own]) == 1
    text = out(capsys)
    assert "geldig (Collaboration)" in text
    assert "geldig (Process)" in text
    assert f"{bad}: niet geldig" in text
    assert main(["validate", str(bad), "--json"]) == 1
    (row,) = json.loads(out(capsys))
    assert (row["valid"], "StepGiven" in row["notes"][0]) == (False, True)


def test_convert_writes_documents_and_logs(
    case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A document anew, and logs that read back."""
    assert main(["convert", case]) == 0
    assert gs.loads(out(capsys)) == CASE
    path = tmp_path / "log.xes"
    assert main(["convert", case, "--to", "xes", "--until", "2040-01-01", "-o", str(path)]) == 0
    assert set(visits_from_xes(path)["case"]) == {CASE.id}
    assert main(["convert", case, "--to", "ocel"]) == 0
    assert json.loads(out(capsys))["objects"]
    base = tmp_path / "log.sqlite"
    assert main(["convert", case, "--to", "ocel-sqlite", "-o", str(base)]) == 0
    assert base.read_bytes().startswith(b"SQLite format 3")
    assert main(["convert", case, "--to", "ocel-xml"]) == 0
    assert ElementTree.fromstring(out(capsys)).tag == "log"


def test_simulate_tells_how_cases_end(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A model by its name in Python gives outcomes, as text, as data, and all visits in a file."""
    pytest.importorskip("numpy")
    name = "gezondsamen.simulation.examples:partnership"
    path = tmp_path / "visits.csv"
    asked = ["simulate", name, "--cases", "50", "--horizon", "5", "--seed", "7"]
    assert main([*asked, "-o", str(path)]) == 0
    assert path.stat().st_size > 100
    text = out(capsys)
    assert main([*asked, "--json"]) == 0
    columns = json.loads(out(capsys))
    assert text.splitlines()[0].split() == list(columns)
    assert len(text.splitlines()) == len(next(iter(columns.values()))) + 1
    assert main(["simulate", "certificate", "--template"]) == 0
    assert out(capsys).startswith("Model(\n    CERTIFICATE,")


# --- arguments and exit codes ----------------------------------------------------------------------------


def test_a_document_comes_from_the_standard_input_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dash is what is piped in, and is read once."""
    for asked in (["explain", "-", "--on", DAY], ["rules", "-"], ["rules", "-", "--format", "csv"]):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(gs.dumps(CASE).encode())))
        assert main(asked) == 0


def test_a_process_from_the_standard_input_serves_every_document(
    case: str, own: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A process that is piped in is read once, for as many documents as there are."""
    mine = gs.Collaboration.start(OWN, id="eigen", title="Eigen", on=START)
    Path(case).write_text(gs.dumps(mine), encoding="utf-8")
    for command in ("validate", "convert"):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(Path(own).read_bytes())))
        assert main([command, case, case, case, "--process", "-"]) == 0


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ([], 2),
        (["fly"], 2),
        (["check", "case.json", "start", "--on", "morgen"], 2),
        (["draw", "pps", "--format", "png"], 2),
        (["check", "nowhere.json", "start"], 3),
        (["draw", "ppps"], 3),
        (["draw", "pps", "--phase", "nowhere"], 3),
        (["simulate", "nowhere:model"], 3),
        (["simulate", "gezondsamen"], 3),
        (["rules", "--process", "nowhere.json"], 3),
    ],
)
def test_what_is_wrong_has_its_exit_code(
    asked: list[str], code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    """Wrong arguments are 2; what cannot be read or computed is 3; both are told on the error output."""
    try:
        found = main(asked)
    except SystemExit as stopped:
        found = int(str(stopped.code))
    said = capsys.readouterr()
    assert (found, said.out) == (code, "")
    assert said.err
    assert "Traceback" not in said.err


@pytest.mark.parametrize(
    ("asked", "nl", "en"),
    [
        (
            ["check", "x.json"],
            "fout: dit ontbreekt: STEP",
            "error: the following arguments are required: STEP",
        ),
        (["rules", "--fly"], "fout: onbekend: --fly", "error: unrecognized arguments: --fly"),
        (["explain", "x", "--on", "morgen"], "bij --on: 'morgen': 2024-01-31", "--on: 'morgen': 2024-01-31"),
        (["schedule", "x", "--at", "laat"], "bij --at: 'laat': 09:30", "--at: 'laat': 09:30"),
    ],
)
def test_wrong_arguments_are_told_in_both_languages(
    asked: list[str], nl: str, en: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is wrong with the arguments, and how the command is used."""
    for lang, text, usage in (("nl", nl, "gebruik: "), ("en", en, "usage: ")):
        with pytest.raises(SystemExit):
            main([*asked, "--lang", lang])
        said = capsys.readouterr().err
        assert text in said
        assert said.startswith(usage)


def test_a_name_that_is_nearly_one_is_suggested(capsys: pytest.CaptureFixture[str]) -> None:
    """What is no process and no file is told with the nearest process."""
    assert main(["draw", "ppss", "--lang", "en"]) == 3
    assert "pps" in capsys.readouterr().err.replace("ppss", "")
    assert main(["explain", "nowhere.json", "--lang", "en"]) == 3
    assert capsys.readouterr().err.startswith("nowhere.json cannot be read")


def test_another_document_than_is_asked_for_is_refused(own: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A process is no collaboration, and a value is no process: both are named."""
    assert main(["check", own, "start"]) == 3
    Path(own).write_text(gs.dumps(gs.Every(months=1)), encoding="utf-8")
    assert main(["draw", own]) == 3
    assert out(capsys) == ""


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_command_helps_in_both_languages(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Help names each command and each argument, in the language that is asked for."""
    which = int(lang == "en")
    for command in COMMANDS:
        with pytest.raises(SystemExit) as stopped:
            main([command.name, "--lang", lang, "--help"])
        assert stopped.value.code == 0
        text = " ".join(out(capsys).split())
        assert text.startswith(("gebruik: ", "usage: ")[which])
        for argument in command.arguments:
            assert argument.help[which] in text
    assert all(command.help[which] in parser_of(lang).format_help() for command in COMMANDS)


def test_every_command_has_a_place() -> None:
    """The table names functions that exist, and the package names `main` as its script."""
    for command in COMMANDS:
        assert callable(getattr(import_module(f"gezondsamen.command.{command.module}"), command.name))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["scripts"] == {"gezondsamen": "gezondsamen.command:main"}


# --- terminals -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["cp1252", "cp437", "ascii", "utf-8"])
def test_a_terminal_shows_what_it_can(case: str, encoding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the code page lacks an arrow or a quote, plainer signs stand; nothing fails."""
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding=encoding))
    assert main(["explain", case, "--on", DAY]) == 0
    text = raw.getvalue().decode(encoding)
    day = date.fromisoformat(DAY)
    whole = "".join(check.explain("nl") for check in CASE.options(on=day).values())
    assert f"   {'→' if encoding == 'utf-8' else '->'} " in text
    assert text.count("?") == whole.count("?")


def test_files_are_utf_8_whatever_the_terminal(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A document that is piped on is the same bytes on every code page."""
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="cp1252"))
    assert main(["draw", "pps"]) == 0
    assert raw.getvalue().decode() == to_svg(gs.PPS)


def run(*arguments: str, **environment: str) -> Any:
    changed = {**os.environ, **environment}
    return subprocess.run(
        [sys.executable, *arguments], capture_output=True, env=changed, check=False, cwd=ROOT
    )


def test_it_runs_as_a_module() -> None:
    """`python -m gezondsamen` is the command line."""
    ran = run("-m", "gezondsamen", "rules", "--code", "PAR-01")
    assert ran.returncode == 0
    assert ran.stdout.startswith(b"PAR-01")


def test_a_reader_that_stops_is_no_failure() -> None:
    """`gezondsamen rules | head -1` ends without a complaint."""
    with subprocess.Popen(
        [sys.executable, "-m", "gezondsamen", "rules"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""


def test_the_first_example_runs_on_a_code_page_of_windows() -> None:
    """The quickstart shows all it has to say where the code page lacks its arrows."""
    ran = run("examples/quickstart.py", PYTHONIOENCODING="cp1252")
    assert (ran.returncode, ran.stderr) == (0, b"")


def test_only_what_is_needed_is_loaded() -> None:
    """Help loads no reader of documents."""
    script = (
        "import sys; from gezondsamen.command import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        "print(sorted({'cattrs', 'pendulum', 'numpy', 'hypothesis', 'icalendar'} & set(sys.modules)))"
    )
    assert run("-c", script).stdout.splitlines()[-1] == b"[]"


def test_a_check_loads_no_other_format(case: str) -> None:
    """Who checks a step waits for the reader of documents alone: for no drawing, page, log or calendar."""
    script = (
        "import sys; from gezondsamen.command import main\n"
        f"main(['check', {case!r}, 'stop'])\n"
        "print(sorted(name.removeprefix('gezondsamen.exchange.') for name in sys.modules))"
    )
    loaded = set(ast.literal_eval(run("-c", script).stdout.splitlines()[-1].decode()))
    assert {"documents", "converter", "cattrs"} <= loaded
    others = {"bpmn", "case_type", "event_logs", "ical", "linked", "page", "scxml", "svg", "tables", "schema"}
    assert not (others | {"pendulum", "numpy", "hypothesis", "icalendar", "xml.sax"}) & loaded


def test_the_clock_is_read_where_no_day_is_given(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Without `--on` it is today."""
    assert main(["explain", case]) == 0
    assert str(START.year) not in out(capsys).splitlines()[0]
