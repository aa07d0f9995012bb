"""Entities and facts: every field can be given, words come from the process, and facts can be recorded."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec
from typing import Any

import attrs
import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample

import gezondsamen as gs
from gezondsamen.conditions import Limit
from gezondsamen.schedule.calendars import Weekends
from gezondsamen.schedule.moments import Schedule
from gezondsamen.terms import words
from gezondsamen.testing import (
    calendars,
    canonical,
    evaluations,
    facts,
    journals,
    labels,
    parties,
    periods,
    schedules,
    subjects,
)
from gezondsamen.testing.entities import NAMES
from gezondsamen.testing.happenings import RECORDED
from tests.support.builders import DAY, PROCESSES, later, tiny

LAWS = settings(deadline=None, derandomize=True, max_examples=30)
SIMPLEST = settings(deadline=None, database=None, derandomize=True, phases=(Phase.generate, Phase.shrink))

CASE = canonical(gs.PPS, "management")
BARE = tiny(terms=())
"""A process without words."""

EVERY_PROCESS = pytest.mark.parametrize("process", PROCESSES, ids=lambda p: p.key)
EVERY_KIND = pytest.mark.parametrize("kind", RECORDED, ids=lambda kind: kind.__name__)


def simplest(strategy: st.SearchStrategy[Any]) -> Any:
    return find(strategy, lambda _: True, settings=SIMPLEST)


def known(process: gs.Process, value: Any) -> bool:
    return all(key in process.vocabulary[scheme] for scheme, key in words(value))


# --- parties and other entities ------------------------------------------------------------------------


@EVERY_PROCESS
@settings(LAWS, max_examples=15)
@given(data=st.data())
def test_parties_are_organisations_in_the_words_of_the_process(
    process: gs.Process, data: st.DataObject
) -> None:
    """A party is of a kind and of sectors that the process knows, and bears the name of an organisation."""
    party = data.draw(parties(process))
    assert known(process, party)
    assert party.name == NAMES[party.id]
    gs.Collaboration.start(process, id="case", on=DAY).record(gs.PartyJoined(DAY, party))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", "x"),
        ("name", "Gemeente Veldhoek"),
        ("kind", "retailer"),
        ("sectors", ("sport",)),
        ("internal", True),
        ("counts_as", "private"),
        ("counts_as", None),
    ],
)
@LAWS
@given(data=st.data())
def test_a_field_that_is_given_is_not_drawn(field: str, value: object, data: st.DataObject) -> None:
    """Each field takes a value, None included, or a strategy."""
    given_value: Any = {field: value}
    given_strategy: Any = {field: st.just(value)}
    assert getattr(data.draw(parties(gs.PPS, **given_value)), field) == value
    assert getattr(data.draw(parties(gs.PPS, **given_strategy)), field) == value


def test_a_party_shrinks_to_a_plain_one() -> None:
    """The simplest party is an outside one without sectors."""
    party = simplest(parties(gs.PPS))
    assert (party.sectors, party.internal, party.counts_as) == ((), False, None)
    assert party.kind == next(iter(gs.PPS.vocabulary["party_kind"]))


@LAWS
@given(subjects(gs.PPS, parties=("a", "b")))
def test_subjects_are_known(about: gs.About) -> None:
    """A subject is one of the parties, a known sector or role, or any matter."""
    if about.kind == "party":
        assert about.id in ("a", "b")
    elif about.kind != "matter":
        assert about.id in gs.PPS.vocabulary[about.kind]


def test_subjects_of_nobody_are_something_else() -> None:
    """Where there is no party, a subject is something else; a kind that is given is the one drawn."""
    assert simplest(subjects(gs.PPS, parties=())).kind == "sector"
    assert simplest(subjects(BARE, parties=())).kind == "matter"
    assert simplest(subjects(gs.PPS, kind="role")).kind == "role"


@LAWS
@given(st.data())
def test_periods_have_the_parts_that_are_given(data: st.DataObject) -> None:
    """A part that is given is kept, and the others are nothing."""
    months = data.draw(st.integers(1, 30))
    assert data.draw(periods(months=months)) == gs.Every(months=months)
    assert data.draw(periods(days=1, weeks=st.just(2))) == gs.Every(weeks=2, days=1)
    assert data.draw(periods()).after(DAY) > DAY


@LAWS
@given(labels(en="x"))
def test_labels_have_both_languages(label: gs.Label) -> None:
    """A label has Dutch and English."""
    assert label.nl
    assert label.en == "x"


def test_calendars_are_those_that_can_be_had(monkeypatch: pytest.MonkeyPatch) -> None:
    """Dutch holidays are drawn where the package is installed, and else weekends only."""
    assert simplest(calendars()) == gs.WEEKENDS
    if find_spec("holidays") is not None:
        for region in (None, "noord", "midden", "zuid"):
            wanted = gs.DutchCalendar(region)
            assert find(calendars(), lambda c, w=wanted: c == w, settings=SIMPLEST) == wanted  # type: ignore[misc]
    monkeypatch.setattr("gezondsamen.testing.entities.find_spec", lambda name: None)
    with pytest.raises(NoSuchExample):
        find(calendars(), lambda c: not isinstance(c, Weekends), settings=SIMPLEST)


# --- facts --------------------------------------------------------------------------------------------------


@EVERY_KIND
@LAWS
@given(data=st.data())
def test_facts_of_a_kind_are_in_the_words_of_the_process(kind: type[Any], data: st.DataObject) -> None:
    """A fact of a kind that is asked is of that kind, and its words are known."""
    fact = data.draw(facts(gs.PPS, kind))
    assert type(fact) is kind
    assert known(gs.PPS, fact)
    assert DAY <= fact.on <= later(500)


@EVERY_KIND
def test_a_fact_that_names_what_is_there_can_be_recorded(kind: type[Any]) -> None:
    """Of every kind a fact is found, among the first drawn, that a running case takes."""
    drawn: list[Any] = []

    @settings(LAWS, max_examples=40)
    @given(facts(gs.PPS, kind, case=CASE))
    def collect(fact: Any) -> None:
        drawn.append(fact)

    collect()
    taken = [fact for fact in drawn if takes(CASE, fact)]
    assert len(taken) >= len(drawn) // 4, f"of {len(drawn)} facts {len(taken)} can be recorded"


def takes(case: gs.Collaboration, fact: gs.Fact) -> bool:
    try:
        case.record(fact)
    except gs.InvalidRecord:
        return False
    return True


@EVERY_KIND
@settings(LAWS, max_examples=10)
@given(data=st.data())
def test_every_field_of_a_fact_can_be_given(kind: type[Any], data: st.DataObject) -> None:
    """Whatever field is given as a value or a strategy is not drawn."""
    model = data.draw(facts(gs.PPS, kind))
    values = attrs.asdict(model, recurse=False)
    assert data.draw(facts(gs.PPS, kind, **values)) == model
    strategies: Any = {name: st.just(value) for name, value in values.items()}
    assert data.draw(facts(gs.PPS, kind, **strategies)) == model


@LAWS
@given(st.data())
def test_facts_are_of_every_kind_that_is_asked(data: st.DataObject) -> None:
    """Of several kinds, any is drawn; of none, any that a host records."""
    assert isinstance(data.draw(facts(gs.PPS, gs.Met, gs.Signed)), gs.Met | gs.Signed)
    assert type(data.draw(facts(gs.PPS))) in RECORDED


@pytest.mark.parametrize(
    ("ask", "says"),
    [
        (lambda: facts(gs.PPS, gs.Stated, topik="purpose"), "did you mean 'topic'"),
        (lambda: facts(gs.PPS, gs.Stated, zzz=1), "no field 'zzz'"),
        (lambda: facts(gs.PPS, Limit), "not a fact"),  # type: ignore[type-var]
    ],
)
def test_what_does_not_exist_is_refused_at_once(ask: Callable[[], object], says: str) -> None:
    """A field or kind that does not exist is refused where the strategy is made."""
    with pytest.raises(TypeError, match=says):
        ask()


def test_a_process_without_words_has_no_facts_with_words() -> None:
    """Where the process has no roles, no role is drawn; what needs no words still is."""
    assert facts(BARE, gs.RoleAssigned).is_empty
    assert facts(gs.PPS, gs.Signed, case=canonical(gs.PPS)).is_empty
    assert not facts(BARE, gs.PartyLeft).is_empty


@EVERY_PROCESS
@settings(LAWS, max_examples=15)
@given(data=st.data())
def test_journals_can_be_recorded(process: gs.Process, data: st.DataObject) -> None:
    """All facts of a journal can be recorded together, in their order."""
    case = canonical(process, data.draw(st.sampled_from([process.initial])))
    found = data.draw(journals(case))
    assert case.record(*found).version == case.version + len(found)


def test_journals_are_not_empty_as_a_rule() -> None:
    """Most journals hold several facts, of many kinds, and the simplest holds none."""
    drawn: list[tuple[gs.Fact, ...]] = []

    @LAWS
    @given(journals(CASE))
    def collect(journal: tuple[gs.Fact, ...]) -> None:
        drawn.append(journal)

    collect()
    assert sum(len(journal) for journal in drawn) > 2 * len(drawn)
    assert len({type(fact) for journal in drawn for fact in journal}) > len(RECORDED) // 2
    assert simplest(journals(CASE)) == ()


@LAWS
@given(st.data())
def test_evaluations_are_planned_or_held(data: st.DataObject) -> None:
    """An evaluation is one planned or one held, of the kind that is given."""
    fact = data.draw(evaluations(gs.PPS, case=CASE, kind="periodic", on=later(3)))
    assert isinstance(fact, gs.EvaluationPlanned | gs.EvaluationHeld)
    assert (fact.kind, fact.on) == ("periodic", later(3))
    assert takes(CASE, fact)


def test_the_simplest_evaluation_is_planned_each_year() -> None:
    """Periods shrink to a year, and evaluations to one that is planned."""
    assert simplest(periods()) == gs.Every(years=1)
    planned = simplest(evaluations(gs.PPS))
    assert isinstance(planned, gs.EvaluationPlanned)
    assert (planned.every, planned.due) == (gs.Every(years=1), None)


# --- schedules ------------------------------------------------------------------------------------------


@EVERY_PROCESS
@settings(LAWS, max_examples=15)
@given(data=st.data())
def test_schedules_are_those_of_a_case(process: gs.Process, data: st.DataObject) -> None:
    """A schedule is that of a case, as of a day, in order."""
    schedule = data.draw(schedules(process))
    assert isinstance(schedule, Schedule)
    assert schedule.on <= schedule.until
    days = [moment.on for moment in schedule]
    assert days == sorted(days)


@settings(LAWS, max_examples=10)
@given(st.data())
def test_a_schedule_is_that_of_what_is_given(data: st.DataObject) -> None:
    """Case, days and calendar that are given make the schedule."""
    on, until = later(10), later(900)
    drawn = data.draw(schedules(gs.PPS, case=CASE, on=on, until=until, calendar=None))
    assert drawn == gs.evaluation_schedule(CASE, on=on, until=until)
    assert len(drawn) > 0
