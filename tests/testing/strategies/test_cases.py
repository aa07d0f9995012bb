"""Cases by construction: what is drawn, what it shrinks to, and how a failing one prints."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, find, given, seed, settings
from hypothesis import strategies as st
from hypothesis.vendor.pretty import RepresentationPrinter

import gezondsamen as gs
from gezondsamen import testing
from gezondsamen.testing import (
    Drop,
    Duplicate,
    Redate,
    agreements,
    canonical,
    collaborations,
    edited,
    named,
    reachable_phases,
    shipped_processes,
    told,
    with_agreement,
)
from tests.support.builders import DAY, PROCESSES, later, tiny

LAWS = settings(deadline=None, derandomize=True, max_examples=40)
FAILING = settings(
    deadline=None,
    database=None,
    derandomize=True,
    max_examples=1000,
    phases=(Phase.generate, Phase.shrink),
    suppress_health_check=list(HealthCheck),
)

HOUSE = gs.PPS.adapt(key="pps-house")
"""A process of our own that a constant holds."""

EVERY_PROCESS = pytest.mark.parametrize("process", PROCESSES, ids=lambda p: p.key)


def printed(
    strategy: st.SearchStrategy[Any], fails: Callable[[Any], bool], start: int | None = None
) -> tuple[str, Any]:
    """Return what hypothesis prints for a failing value, and that value."""
    seen: list[Any] = []

    @FAILING
    @given(strategy)
    def prop(value: Any) -> None:
        if fails(value):
            seen.append(value)
            raise AssertionError

    if start is not None:
        prop = seed(start)(prop)
    with pytest.raises(AssertionError) as caught:
        prop()
    (note,) = [n for n in caught.value.__notes__ if "value=" in n]
    return note, seen[-1]


def pretty(value: Any) -> str:
    """Return how a failing test prints a value."""
    printer = RepresentationPrinter()
    printer.pretty(value)
    return printer.getvalue()


def evaluated(note: str) -> Any:
    """Evaluate the value in a printed example, as whoever pastes it into a test does."""
    namespace: dict[str, Any] = {}
    exec("from gezondsamen.testing import *", namespace)
    exec("import gezondsamen as gs; from datetime import date", namespace)
    namespace["HOUSE"] = HOUSE
    call = note[note.index("prop(") :]
    return eval(call, {**namespace, "prop": lambda value: value})


# --- what is printed --------------------------------------------------------------------------------------


def late(case: gs.Collaboration) -> bool:
    return any(e.fact.on > later(60) for e in case.entries_after(0))


FAILURES: dict[str, Callable[[gs.Collaboration], bool]] = {
    "always": lambda case: True,
    "some day is late": late,
    "a track more": lambda case: len(case.tracks) > 1,
    "a party more": lambda case: any("b" in party.id for party in case.dossier.parties),
    "two changes": lambda case: late(case) and len(case.tracks) > 1,
}


@pytest.mark.parametrize("fails", FAILURES.values(), ids=FAILURES)
def test_a_failing_case_prints_as_what_makes_it(fails: Callable[[gs.Collaboration], bool]) -> None:
    """The printed text is a canonical case and its edits, and makes an equal case that fails too."""
    note, case = printed(collaborations(gs.PPS, phase="structure"), fails)
    again = evaluated(note)
    assert again == case
    assert fails(again)
    assert "canonical(gs.PPS, 'structure')" in note
    assert "Collaboration(" not in note
    assert ("edited(" in note) == (case != canonical(gs.PPS, "structure"))
    assert len(note) < 500


def test_a_case_around_a_phase_may_have_left_it() -> None:
    """Around a phase an edit may leave out the step that led there; it prints as what makes it."""
    drops = st.builds(Drop, st.integers(1, canonical(gs.PPS, "structure").version))
    cases = collaborations(gs.PPS, around="structure", edits=drops)
    note, case = printed(cases, lambda case: case.phase != "structure")
    assert evaluated(note) == case
    assert case.version < canonical(gs.PPS, "structure").version
    assert "canonical(gs.PPS, 'structure')" in note


def test_only_edits_that_could_be_made_are_printed() -> None:
    """Of the edits drawn, those that left the case as it was are not told."""
    impossible = st.just(Drop(1)) | st.just(Duplicate(2))
    note, _ = printed(
        collaborations(gs.PPS, phase="structure", edits=impossible), lambda case: case.version > 24
    )
    assert "Duplicate(2)" in note
    assert "Drop(1)" not in note


def test_a_case_given_by_hand_prints_short() -> None:
    """An example that somebody wrote prints as what was written, and any other case as one line."""
    case = edited(canonical(gs.PPS, "management"), Drop(2))
    assert pretty(case) == "edited(canonical(gs.PPS, 'management'), Drop(2))"
    bare = gs.Collaboration.replay(gs.PPS, case.entries_after(0))
    assert pretty(edited(bare, Drop(2))) == f"edited({bare!r}, Drop(2))"


@LAWS
@given(collaborations(gs.PPS, max_edits=1) | agreements(max_edits=1))
def test_whoever_observes_a_case_is_told_the_call(case: gs.Collaboration) -> None:
    """Tools that write down every value drawn get the text that is printed, and not the case in full."""
    told_in_short: Any = case
    assert evaluated(f"prop({told_in_short.to_json()})") == case


@EVERY_PROCESS
def test_every_process_prints_by_its_name(process: gs.Process) -> None:
    """What is printed for a process that ships is its public name."""
    note, case = printed(collaborations(process), lambda case: len(case.tracks) > 1)
    assert evaluated(note) == case
    assert f"gs.{process.key.upper()}" in note


def test_an_agreement_prints_as_what_makes_it() -> None:
    """The life of an agreement is as short to print as that of a collaboration."""
    note, case = printed(agreements(phase="in_force"), late)
    assert evaluated(note) == case
    assert "with_agreement(gs.PPS, 'in_force')" in note


def test_a_process_of_your_own_prints_as_its_constant() -> None:
    """A process that a constant holds prints as that constant."""
    note, case = printed(collaborations(HOUSE, phase="structure"), late)
    assert "canonical(HOUSE, 'structure')" in note
    assert evaluated(note) == case


def test_a_process_that_nothing_holds_prints_as_a_call() -> None:
    """A process that no constant holds is found again by its key, also where two have the same."""
    one = tiny(key="nameless")
    two = tiny(key="nameless", label=gs.Label(nl="ander", en="other"))
    for process, name in ((one, "nameless"), (two, "nameless-2"), (one, "nameless")):
        note, case = printed(collaborations(process, phase="done"), late)
        assert f"canonical(named({name!r}), 'done')" in note
        assert named(name) is process
        assert evaluated(note) == case


def test_drawn_data_prints_as_what_makes_it(capsys: pytest.CaptureFixture[str]) -> None:
    """A case inside other values, and one drawn within a test, prints as short."""
    note, pair = printed(st.tuples(collaborations(gs.PPS), st.just(1)), lambda pair: late(pair[0]))
    assert evaluated(note) == pair

    @FAILING
    @given(st.data())
    def drawing(data: st.DataObject) -> None:
        assert not late(data.draw(collaborations(gs.PPS)))

    with pytest.raises(AssertionError) as caught:
        drawing()
    (note,) = [n for n in caught.value.__notes__ if n.startswith("Draw 1: ")]
    assert late(eval(note.removeprefix("Draw 1: "), {**vars(testing), "gs": gs, "date": date}))


@pytest.mark.filterwarnings("error")
def test_nothing_is_printed_at_length() -> None:
    """No case or process is printed in full, which hypothesis would warn of."""
    for strategy in (collaborations(gs.PPS), agreements(), collaborations(HOUSE, phase="structure")):
        assert len(repr(strategy)) < 1000
    printed(collaborations(gs.PPS), late)
    note, process = printed(shipped_processes(), lambda process: len(process.phases) > 9)
    assert evaluated(note) == process
    assert len(note) < 100


# --- what is drawn ---------------------------------------------------------------------------------------


@EVERY_PROCESS
def test_cases_shrink_to_a_fresh_one(process: gs.Process) -> None:
    """The simplest case is the canonical one in the first phase, without edits."""
    assert find(collaborations(process), lambda case: True, settings=FAILING) == canonical(process)


def test_edits_shrink_away() -> None:
    """Only the edit that matters is left, on the first day that matters."""
    # From most starts; from a few, two edits are left that were drawn together.
    note, _ = printed(collaborations(gs.PPS, phase="structure"), late, start=0)
    assert note.count("date(2024") == 1
    assert "date(2024, 3, 9)" in note  # the first day after 60 days


@LAWS
@given(st.data())
def test_a_phase_that_is_given_is_where_it_starts(data: st.DataObject) -> None:
    """Without edits, a case is the canonical one in the phase, given as a value or as a strategy."""
    phase = data.draw(st.sampled_from(reachable_phases(gs.NETWORK)))
    assert data.draw(collaborations(gs.NETWORK, phase=phase, max_edits=0)) == canonical(gs.NETWORK, phase)
    assert data.draw(collaborations(gs.NETWORK, phase=st.just(phase), max_edits=0)).phase == phase


@EVERY_PROCESS
@settings(LAWS, max_examples=15)
@given(data=st.data())
def test_a_case_is_in_the_phase_that_is_asked(process: gs.Process, data: st.DataObject) -> None:
    """Whatever the edits, the case is in the phase, given as a value or as a strategy."""
    phase = data.draw(st.sampled_from(reachable_phases(process)))
    assert data.draw(collaborations(process, phase=phase, max_edits=6)).phase == phase
    assert data.draw(collaborations(process, phase=st.just(phase))).phase == phase


@LAWS
@given(st.data())
def test_the_life_of_an_agreement_is_in_the_phase_that_is_asked(data: st.DataObject) -> None:
    """Whatever the edits, the agreement is in the phase of its life."""
    phase = data.draw(st.sampled_from(("draft", "signed", "in_force", "expired")))
    assert data.draw(agreements(phase=phase)).phase_of("covenant") == phase


def test_in_a_phase_and_around_one_exclude_one_another() -> None:
    """Of both, one can be given."""
    with pytest.raises(ValueError, match="phase and around"):
        collaborations(gs.PPS, phase="structure", around="structure").validate()


@LAWS
@given(st.data())
def test_beside_a_process_of_your_own_only_what_you_name_is_opened(data: st.DataObject) -> None:
    """By default itself, and the lives of its agreements; or the processes that are given."""
    own = tiny(key="mine")
    case = data.draw(collaborations(own))
    assert {track.process for track in case.dossier.tracks} <= {"mine", "agreement"}
    case = data.draw(collaborations(own, beside=(gs.NETWORK,)))
    assert {track.process for track in case.dossier.tracks} <= {"mine", "network", "agreement"}


@LAWS
@given(st.data())
def test_edits_that_are_given_are_the_ones_made(data: st.DataObject) -> None:
    """With a strategy for edits, no other edit is made."""
    case = data.draw(collaborations(gs.PPS, phase="structure", edits=st.just(Duplicate(2))))
    more = case.version - canonical(gs.PPS, "structure").version
    assert case == edited(canonical(gs.PPS, "structure"), *[Duplicate(2)] * more)


@EVERY_PROCESS
@settings(LAWS, max_examples=15)
@given(data=st.data())
def test_cases_can_be_asked_anything(process: gs.Process, data: st.DataObject) -> None:
    """Whatever is drawn can be checked, watched, planned with, reviewed, kept and loaded."""
    case = data.draw(collaborations(process))
    day = later(600)
    assert set(case.options(on=day)) == set(process.ways_out(case.phase))
    case.monitor(on=day)
    case.review()
    assert case.plan(case.phase, on=day).found
    assert gs.loads(gs.dumps(case)) == case


@LAWS
@given(st.data())
def test_an_agreement_lives_on_its_own_track(data: st.DataObject) -> None:
    """The life of an agreement came to the phase that is asked; the collaboration is fresh."""
    phase = data.draw(st.sampled_from(("draft", "signed", "in_force", "expired")))
    case = data.draw(agreements(phase=phase, max_edits=0))
    assert case.phase_of("covenant") == phase
    assert case.phase == gs.PPS.initial


def test_an_unknown_phase_is_refused_at_once() -> None:
    """A phase that cannot be reached is refused where the strategy is made."""
    with pytest.raises(gs.InvalidRecord, match="nowhere"):
        collaborations(gs.PPS, phase="nowhere")
    with pytest.raises(gs.InvalidRecord, match="nowhere"):
        agreements(phase="nowhere")


def test_a_process_without_agreements_has_no_cases_with_one() -> None:
    """Where no agreement can be recorded, that is said."""
    with pytest.raises(gs.InvalidRecord) as caught:
        with_agreement(tiny(terms=()))
    assert caught.value.code == "unknown-word"


@LAWS
@given(shipped_processes())
def test_processes_are_those_that_ship(process: gs.Process) -> None:
    """A process drawn is one of those that ship, and as good as that."""
    assert canonical(process) is canonical(gs.PROCESSES[process.key])
    assert pickle.loads(pickle.dumps(process)) == process
    assert gs.PROCESSES[process.key] == process


# --- telling how a case was made ---------------------------------------------------------------------------


def test_a_case_that_tells_how_it_was_made_is_the_same_case() -> None:
    """Equality, hash, pickles and documents do not notice, and what changes it tells no more."""
    case = gs.Collaboration.replay(gs.PPS, canonical(gs.PPS, "structure").entries_after(0))
    telling = told(case, "canonical", gs.PPS, "structure")
    assert telling == case
    assert hash(telling) == hash(case)
    assert pickle.loads(pickle.dumps(telling)) == case
    assert gs.dumps(telling) == gs.dumps(case)
    assert "_repr_pretty_" not in vars(case)
    assert "_repr_pretty_" not in vars(telling.record(gs.Stated(DAY, "purpose", "…")))


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    """Let no edit of one test be seen in another: canonical cases are kept, never changed."""
    before = gs.dumps(canonical(gs.PPS, "structure"))
    yield
    assert gs.dumps(canonical(gs.PPS, "structure")) == before
    assert edited(canonical(gs.PPS, "structure"), Drop(1), Redate(1, later(1))) == canonical(
        gs.PPS, "structure"
    )
