"""Facts are drawn in the words of a process, of every kind; journals of them can be recorded."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import attrs
import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

import gezondsamen as gs
from gezondsamen.conditions import Limit
from gezondsamen.terms import words
from gezondsamen.testing import (
    canonical,
    evaluations,
    facts,
    journals,
    parties,
    periods,
)
from gezondsamen.testing.building.changes import moved
from gezondsamen.testing.strategies.facts import RECORDED
from tests.support.builders import DAY, PROCESSES, later, tiny

LAWS = settings(deadline=None, derandomize=True, max_examples=30)
SIMPLEST = settings(deadline=None, database=None, derandomize=True, phases=(Phase.generate, Phase.shrink))

CASE = canonical(gs.PPS, "management").record(
    gs.PartyJoined(DAY, gs.Party("gast", "Gast", "sports_club"))  # a split takes three parties
)
BARE = tiny(terms=())
"""A process without words."""

EVERY_PROCESS = pytest.mark.parametrize("process", PROCESSES, ids=lambda p: p.key)
EVERY_KIND = pytest.mark.parametrize("kind", RECORDED, ids=lambda kind: kind.__name__)


def simplest(strategy: st.SearchStrategy[Any]) -> Any:
    return find(strategy, lambda _: True, settings=SIMPLEST)


def known(process: gs.Process, value: Any) -> bool:
    return all(key in process.vocabulary[scheme] for scheme, key in words(value))


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


@pytest.mark.parametrize(
    ("ask", "nearest"),
    [
        (lambda: facts(gs.PPS, gs.Stated, topic="purpos"), "purpose"),
        (lambda: facts(gs.PPS, gs.EvaluationHeld, aspects=("proces",)), "process"),
        (lambda: evaluations(gs.PPS, kind="periodical"), "periodic"),
        (lambda: parties(gs.PPS, kind="gemeente"), "municipality"),
        (lambda: parties(gs.PPS, sectors=("sports",)), "sport"),
        (lambda: parties(gs.PPS, counts_as="privat"), "private"),
    ],
)
def test_a_word_that_is_unknown_is_refused_at_once(ask: Callable[[], object], nearest: str) -> None:
    """A misspelt word is refused by name where the strategy is made, with the one that was meant."""
    with pytest.raises(ValueError, match="there is no") as caught:
        ask()
    assert caught.value.nearest == nearest  # type: ignore[attr-defined]


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


def test_a_fact_is_moved_with_all_its_days() -> None:
    """What happened so many days later ends, is due and was done so many days later as well."""
    week = timedelta(days=7)
    action = gs.ActionAgreed(DAY, "p", "…", "a", "education", DAY, done=DAY)
    later = moved(action, 7)
    assert (later.on, later.due, later.done) == (DAY + week, DAY + week, DAY + week)
    assert moved(later, -7) == action
