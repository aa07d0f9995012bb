"""Errors told to people: every code has a sentence in every language."""

from __future__ import annotations

import ast
import string
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import gezondsamen as gs
from gezondsamen.errors import Blocker, Fault, Problem
from gezondsamen.language import LANGUAGES
from gezondsamen.prose.refusals.arguments import ARGUMENTS, UNKNOWN
from gezondsamen.prose.refusals.documents import BLOCKERS, FAULTS
from gezondsamen.prose.refusals.models import MODELS
from gezondsamen.prose.refusals.processes import PROBLEMS, UNKNOWN_IN_PROCESS
from gezondsamen.simulation import InvalidModel
from tests.support.builders import DAY, later, started

SOURCE = Path(gs.__file__).parent

PLACES = {
    "InvalidArgument": 0,
    "InvalidRecord": 0,
    "Problem": 0,
    "Fault": 1,
    "_fault": 1,
    "refuse": 1,
    "WrongValue": 0,
}
"""The calls that make an error, and which of their arguments is its code."""

TABLES = {"Fault": FAULTS, "_fault": FAULTS, "WrongValue": FAULTS, "refuse": MODELS, "Problem": PROBLEMS}

Raised = tuple[str, str, tuple[str, ...]]


def raised() -> Iterator[Raised]:
    """Yield the call, the code and the names of the values of every error made in the library."""
    for file in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.id if isinstance(node.func, ast.Name) else ""
            place = PLACES.get(name)
            if place is None or len(node.args) <= place:
                continue
            code = node.args[place]
            if isinstance(code, ast.Constant) and isinstance(code.value, str):
                in_model = file.parts[-2] in ("model", "fitting") and name == "Problem"
                yield "refuse" if in_model else name, code.value, _values(node)


def _values(call: ast.Call) -> tuple[str, ...]:
    for keyword in call.keywords:
        if keyword.arg == "values" and isinstance(keyword.value, ast.Dict):
            keys = keyword.value.keys
            return tuple(
                key.value for key in keys if isinstance(key, ast.Constant) and isinstance(key.value, str)
            )
    return ()


RAISED = sorted(set(raised()))


def blanks(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_the_codes_are_found() -> None:
    """The calls that raise are read from the source, hundreds of them."""
    assert len(RAISED) > 100
    assert ("InvalidRecord", "before-start", ("first",)) in RAISED


@pytest.mark.parametrize(("call", "code", "values"), RAISED, ids=[f"{x[0]}-{x[1]}" for x in RAISED])
def test_every_code_has_a_sentence_in_each_language(call: str, code: str, values: tuple[str, ...]) -> None:
    """Whatever is raised can be told to people, with the blanks that the place of raising fills in."""
    sentence = TABLES.get(call, ARGUMENTS).get(code)
    if sentence is None and call in ("Fault", "_fault", "WrongValue"):
        sentence = ARGUMENTS.get(code)
    if sentence is None and code.startswith("unknown-"):
        sentence = UNKNOWN_IN_PROCESS if call == "Problem" else UNKNOWN
    assert sentence is not None
    assert all(blanks(text) <= {"offender", *values} for text in sentence)


@pytest.mark.parametrize("table", [ARGUMENTS, FAULTS, PROBLEMS, MODELS, BLOCKERS])
def test_sentences_fill_in_the_same_blanks_in_each_language(table: dict[str, tuple[str, str]]) -> None:
    """Dutch and English tell the same, and neither is empty."""
    for dutch, english in table.values():
        assert dutch.strip()
        assert english.strip()
        assert blanks(dutch) == blanks(english)


ERRORS: list[tuple[gs.GezondsamenError, str, str]] = [
    (
        gs.InvalidRecord("unknown-party", "…", "ggd2", 1, "ggd"),
        "Onderdeel 2: De partij “ggd2” is op die dag niet bekend. Laat haar eerst meedoen. Bedoelde u: ggd?",
        "Part 2: The party “ggd2” is not known on that day. Let it join first. Did you mean: ggd?",
    ),
    (
        gs.UnknownTrigger("strat", "pps", "initiative", ("start",), "start"),
        "De stap “strat” bestaat niet in dit proces. Bedoelde u: start? Vanuit deze fase kan: start.",
        "The step “strat” does not exist in this process. Did you mean: start? "
        "Possible from this phase: start.",
    ),
    (
        gs.UnknownTrigger("strat", "pps", "ended"),
        "De stap “strat” bestaat niet in dit proces. Dit proces is klaar: er zijn geen stappen meer.",
        "The step “strat” does not exist in this process. This process has ended: no step is left.",
    ),
    (
        gs.InvalidProcess("own", (Problem("initial", "own", "…"),)),
        "Het proces “own” klopt niet. Punten: 1.\n- own: een proces heeft precies één beginfase.",
        "The process “own” is not right. Points: 1.\n- own: a process has exactly one initial phase.",
    ),
    (
        gs.DocumentError((Fault("$.value", "wrong-type", "…"),)),
        "Het document kan niet worden gelezen.\n- $.value: Hier hoort iets van een andere soort te staan.",
        "The document cannot be read.\n- $.value: Another kind of value belongs here.",
    ),
    (
        gs.ProcessChanged("pps", (Blocker(2, "trigger", "begin", "start"),)),
        "regel 2 in het journaal: stap “begin” bestaat niet meer. Bedoelde u: start?",
        "entry 2 of the journal: step “begin” does not exist any more. Did you mean: start?",
    ),
    (
        gs.MissingExtra("ical", "icalendar"),
        'pip install "gezondsamen[ical]"',
        'pip install "gezondsamen[ical]"',
    ),
    (
        InvalidModel((Problem("bad-sum", "choices['start']", "…"),)),
        "Het model kan niet worden gesimuleerd.\n- choices['start']: de kansen tellen niet op tot 1.",
        "The model cannot be simulated.\n- choices['start']: the chances do not add up to 1.",
    ),
    (
        gs.TransitionRefused(started().check("start", on=DAY)),
        "Dit is nog niet rond",
        "Not complete yet",
    ),
]


@pytest.mark.parametrize(("error", "dutch", "english"), ERRORS, ids=[type(x[0]).__name__ for x in ERRORS])
def test_an_error_is_told_in_both_languages(error: gs.GezondsamenError, dutch: str, english: str) -> None:
    """Each kind of error says to people what went wrong and what to do."""
    assert dutch in error.text("nl")
    assert english in error.text("en-GB")
    with pytest.raises(gs.InvalidArgument):
        error.text("de")


REFUSED: list[tuple[Callable[[], object], str]] = [
    (lambda: started().record(gs.Stated(later(-1), "purpose")), "ligt voor het begin van deze samenwerking"),
    (lambda: started().check("start", on=later(-1)), "ligt voor het begin van deze samenwerking"),
    (lambda: gs.loads("{"), "Dit is geen leesbaar document, of het is afgebroken."),
    (
        lambda: gs.PPS.adapt(key="own", drop=("KEN-1",)),
        "“KEN-1” is hier niet bekend. Bedoelde u: KEN-01?",
    ),
]


@pytest.mark.parametrize(("call", "dutch"), REFUSED)
def test_what_is_raised_is_told(call: Callable[[], object], dutch: str) -> None:
    """The sentence of an error as it is raised has its blanks filled in."""
    with pytest.raises(gs.GezondsamenError) as caught:
        call()
    assert dutch in caught.value.text("nl")


def test_days_are_told_as_people_write_them_and_long_texts_are_cut() -> None:
    """What was at fault can be read: a day as a day, and no text of a thousand signs."""
    error = gs.InvalidRecord("dates", "…", "2024-03-01")
    assert "1 maart 2024" in error.text("nl")
    assert "2024-13-01" in gs.InvalidRecord("dates", "…", "2024-13-01").text("nl")
    assert len(gs.InvalidRecord("unknown-party", "…", "x" * 5000).text("nl")) < 200


def test_an_error_of_a_host_tells_its_message() -> None:
    """A code without a sentence falls back on the message, in any language."""
    error = gs.InvalidArgument("our-own", "the quota is used up")
    assert [error.text(lang) for lang in LANGUAGES] == ["the quota is used up"] * 2
    assert gs.GezondsamenError("so it is").text("nl") == "so it is"


HINTS = [
    (gs.PartyJoined(DAY, gs.Party("g", "G", kind="gemeente")), "municipality", "gemeente (municipality)?"),
    (gs.PartyJoined(DAY, gs.Party("g", "G", kind="Municipality")), "municipality", "(municipality)?"),
    (gs.Stated(DAY, "doel"), "purpose", "doel van de samenwerking (purpose)?"),
    (gs.Stated(DAY, "rational"), "rationale", "(rationale)?"),
    (gs.WaiverGranted(DAY, "ken-04", "…", "u-1"), "KEN-04", "(KEN-04)?"),
]


@pytest.mark.parametrize(("fact", "nearest", "hint"), HINTS)
def test_hints_know_labels_and_capitals(fact: gs.Fact, nearest: str, hint: str) -> None:
    """Whoever types what people call it is told the key, and sees the label beside it."""
    with pytest.raises(gs.InvalidRecord) as caught:
        started().record(fact)
    assert caught.value.nearest == nearest
    assert caught.value.text("nl").endswith(hint)
