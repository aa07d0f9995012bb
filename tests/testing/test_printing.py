"""What a failing test prints of a drawn value: short, and Python that makes the value again."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from datetime import date
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.control import current_build_context
from hypothesis.vendor.pretty import RepresentationPrinter, pretty

import gezondsamen as gs
from gezondsamen import testing
from gezondsamen.conditions import PartyCount
from gezondsamen.testing import (
    DAY,
    VOCABULARY,
    agreements,
    as_test,
    assert_consistent,
    broken_documents,
    calendars,
    canonical,
    case_lacking,
    case_ready,
    collaborations,
    conditions,
    days_of,
    documents,
    edges_of,
    edits_of,
    evaluations,
    facts,
    journals,
    labels,
    nearly_ready,
    parties,
    periods,
    processes,
    ready,
    requirement,
    requirements,
    schedules,
    shipped_processes,
    subjects,
)
from gezondsamen.testing.entry_points import strategy_for
from tests.support.builders import rule

CASE = canonical(gs.PPS, "management")
RULE = rule(PartyCount(at_least=2))
"""A rule that a constant holds."""

DRAWN: dict[str, Callable[[], st.SearchStrategy[Any]]] = {
    "agreements": agreements,
    "broken_documents": lambda: broken_documents(gs.PPS),
    "calendars": calendars,
    "collaborations": lambda: collaborations(gs.PPS),
    "conditions": conditions,
    "days_of": lambda: days_of(CASE),
    "documents": lambda: documents(gs.PPS),
    "edges_of": lambda: edges_of(CASE),
    "edits_of": lambda: edits_of(CASE),
    "evaluations": lambda: evaluations(gs.PPS),
    "facts": lambda: facts(gs.PPS, case=CASE),
    "journals": lambda: journals(CASE),
    "labels": labels,
    "nearly_ready": lambda: nearly_ready(gs.PPS, "conclude_agreement", lacking="AGR-02"),
    "parties": lambda: parties(gs.PPS),
    "periods": lambda: periods() | periods(weeks=st.integers(1, 9)),
    "processes": lambda: processes() | processes([RULE], terms=gs.INTEGRAL.terms),
    "ready": lambda: ready(gs.PPS, "start"),
    "requirements": requirements,
    "schedules": lambda: schedules(gs.PPS),
    "shipped_processes": shipped_processes,
    "subjects": lambda: subjects(gs.PPS),
}
"""Every public strategy, by its name."""

TYPES = {
    kind.__name__: kind
    for kind in (
        *(gs.Term, gs.Phase, gs.Transition, gs.Requirement, gs.DutchCalendar, gs.Label),
        *(gs.Collaboration, gs.Process, gs.Party, gs.Signed),
    )
}
"""Types that `st.from_type` draws, those among them that no strategy above does."""

OFTEN = settings(
    deadline=None,
    derandomize=True,
    max_examples=25,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)

READ: dict[str, Any] = {"RULE": RULE}
exec(
    "import datetime\n"
    "from datetime import date\n"
    "import gezondsamen as gs\n"
    "from gezondsamen.conditions import *\n"
    "from gezondsamen.process.evaluation_points import *\n"
    "from gezondsamen.testing import *",
    READ,
)

SHORT = 5_000
"""No value takes more characters; of a process with seven phases every one is told."""


def printed(value: Any) -> str:
    """Return what hypothesis prints for a value that is drawn in this test."""
    printer = RepresentationPrinter(context=current_build_context())
    printer.pretty(value)
    return printer.getvalue()


def test_every_public_strategy_is_printed_here() -> None:
    """What is exported and returns a strategy stands in the table."""
    returns = {name: getattr(testing, name) for name in testing.__all__}
    found = {
        name
        for name, function in returns.items()
        if inspect.isfunction(function)
        and str(inspect.signature(function).return_annotation).startswith("st.SearchStrategy")
    }
    assert found == DRAWN.keys()


@pytest.mark.parametrize("name", DRAWN)
@OFTEN
@given(data=st.data())
def test_what_is_printed_makes_the_value_again(name: str, data: st.DataObject) -> None:
    """With the imports that the documentation names, the text of any drawn value is an equal value."""
    value = data.draw(DRAWN[name]())
    text = printed(value)
    assert len(text) < SHORT
    assert eval(text, READ) == value


@pytest.mark.parametrize("kind", TYPES.values(), ids=TYPES)
@OFTEN
@given(data=st.data())
def test_a_value_of_a_type_is_printed_as_well(kind: type[Any], data: st.DataObject) -> None:
    """So is what is drawn for a type."""
    value = data.draw(strategy_for(kind))
    text = printed(value)
    assert len(text) < SHORT
    assert eval(text, READ) == value


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("name", DRAWN)
def test_a_failing_test_shows_its_assertion(name: str) -> None:
    """A test that fails after some draws tells what it asserts and the value, and warns of nothing.

    On the way hypothesis writes out values and strategies; a text too long for it is a warning.
    """
    drawn: list[Any] = []

    @OFTEN
    @given(value=DRAWN[name]())
    def fails(value: Any) -> None:
        drawn.append(value)
        assert len(drawn) < 4 or value != drawn[3], "what is asserted"

    with pytest.raises(AssertionError, match="what is asserted") as caught:
        fails()
    (note,) = [note for note in caught.value.__notes__ if "value=" in note]
    assert len(note) < SHORT
    assert eval(note[note.index("fails(") :], {**READ, "fails": lambda value: value}) == drawn[3]
    assert len(repr(DRAWN[name]())) < 3 * SHORT


# --- one by one -----------------------------------------------------------------------------------------


def test_cases_made_by_hand_are_printed_as_their_calls() -> None:
    """A case that was called for prints as that call, with the facts that were given."""
    said = gs.Stated(DAY, "purpose")
    case = case_ready(gs.PPS, "start", "initiative", DAY, said)
    text = "case_ready(\n    gs.PPS,\n    'start',\n    'initiative',\n    date(2024, 1, 8),\n    "
    assert pretty(case) == text + "gs.Stated(date(2024, 1, 8), 'purpose'))"
    lacking = case_lacking(gs.PPS, "start", "initiative", "KEN-04", 0, DAY)
    assert pretty(lacking).startswith("case_lacking(")
    assert eval(pretty(lacking), READ) == lacking


def test_a_rule_is_printed_as_shortly_as_it_can_be() -> None:
    """One that ships or that a constant holds goes by its name, one of drawn processes is a call."""
    assert pretty(RULE) == "RULE"
    assert pretty(requirement(3, *RULE.conditions)) == "requirement(3, PartyCount(at_least=2))"
    assert pretty(gs.PPS.requirements["PAR-01"]) == "gs.PPS.requirements['PAR-01']"
    other = rule(PartyCount(at_least=2), code="OWN-03")
    assert pretty(other).startswith("gs.Requirement(code='OWN-03', ")
    assert eval(pretty(other), READ) == other
    for code in ("OWN-1000", "OWN-007"):
        own = attrs.evolve(requirement(3, *RULE.conditions), code=code)
        assert eval(pretty(own), READ) == own


def test_words_are_printed_by_their_name() -> None:
    """The words of drawn processes and of those that ship are not spelled out."""
    assert pretty(VOCABULARY[0]) == "gs.Term('aim', gs.Label('aim', 'aim'))"
    texts = set()

    @OFTEN
    @given(processes() | processes([RULE], terms=gs.INTEGRAL.terms))
    def drawn(process: gs.Process) -> None:
        texts.add(printed(process).rpartition("terms=")[2])

    drawn()
    assert texts == {"VOCABULARY)", "gs.INTEGRAL.terms)"}


@settings(OFTEN, max_examples=5)
@given(data=st.data())
def test_a_case_of_a_drawn_process_is_a_test_that_runs(data: st.DataObject) -> None:
    """A process that was drawn goes by no name: a case of it tells it whole, and so does its plain test."""
    process = data.draw(processes(max_phases=4))
    case = data.draw(collaborations(process))
    assert eval(printed(case), READ) == case
    last: date = max(entry.fact.on for entry in case.entries_after(0))
    names: dict[str, Any] = {}
    exec(as_test(case, on=last), names)
    names["test_case"]()
    assert_consistent(case, on=last)


def test_answers_print_as_their_short_names() -> None:
    """What the library answers prints as it does elsewhere, not with all that it holds."""
    case = canonical(gs.PPS, "management")
    (check, *_) = case.options(on=DAY).values()
    schedule = gs.evaluation_schedule(case, on=DAY, until=DAY.replace(year=2030))
    plan = canonical(gs.PPS).plan(to="management", on=DAY)
    for value in (case.dossier, schedule, *schedule.moments[:1], check, *check.outcomes[:1], plan):
        assert pretty(value) == repr(value)
        assert len(pretty(value)) < SHORT / 10
    for value in (case.monitor(on=DAY), case.digest(on=DAY.replace(year=2025), since=DAY)):
        assert pretty(value) == repr(value)
