"""Edits: what each does, that none raises, and that what comes back is a journal a host could have."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import gezondsamen as gs
from gezondsamen.dossier.facts import Retracted, StepTaken, TrackOpened
from gezondsamen.testing import (
    Add,
    Correct,
    Drop,
    Duplicate,
    Edit,
    Join,
    Move,
    Open,
    Prepare,
    Redate,
    Rename,
    Shift,
    Stamp,
    Take,
    canonical,
    edited,
    edits_of,
    reachable_phases,
    with_agreement,
)
from gezondsamen.testing.printing import written
from tests.support.builders import DAY, later, party, tiny

CASE = canonical(gs.PPS, "management")
LAWS = settings(deadline=None, derandomize=True, max_examples=60)

PURPOSE = gs.Stated(DAY, "purpose", "…")


def facts_of(case: gs.Collaboration) -> list[gs.Fact]:
    return [entry.fact for entry in case.entries_after(0)]


def place_of(case: gs.Collaboration, kind: type[Any]) -> int:
    """Return the number of the first entry with a fact of a kind."""
    return next(e.number for e in case.entries_after(0) if isinstance(e.fact, kind))


# --- what each does ---------------------------------------------------------------------------------


def test_no_edits_change_nothing() -> None:
    """Without edits the case is equal, but an object of its own."""
    assert edited(CASE) == CASE
    assert edited(CASE) is not CASE


def test_a_fact_added_comes_last() -> None:
    """What is added is recorded after all else."""
    assert facts_of(edited(CASE, Add(PURPOSE))) == [*facts_of(CASE), PURPOSE]


def test_an_entry_dropped_was_never_made() -> None:
    """Without an entry all others stay, in their order, with numbers that close up."""
    after = edited(CASE, Drop(2))
    facts = facts_of(CASE)
    assert facts_of(after) == facts[:1] + facts[2:]
    assert [e.number for e in after.entries_after(0)] == list(range(1, CASE.version))


def test_an_entry_redated_keeps_its_place_in_the_journal() -> None:
    """Only the day changes, and with it what was known before."""
    on = place_of(CASE, gs.EvaluationPlanned)
    after = edited(CASE, Redate(on, later(3)))
    assert facts_of(after)[on - 1] == attrs.evolve(facts_of(CASE)[on - 1], on=later(3))
    assert facts_of(after)[: on - 1] + facts_of(after)[on:] == facts_of(CASE)[: on - 1] + facts_of(CASE)[on:]


@pytest.mark.parametrize(("entry", "to"), [(2, 3), (3, 2), (2, CASE.version), (CASE.version, CASE.version)])
def test_an_entry_moved_gets_the_number_asked_for(entry: int, to: int) -> None:
    """An entry moved stands where it was sent; the others keep their order."""
    facts = facts_of(CASE)
    moved = facts_of(edited(CASE, Move(entry, to)))
    assert moved[to - 1] == facts[entry - 1]
    assert moved[: to - 1] + moved[to:] == facts[: entry - 1] + facts[entry:]


def test_a_duplicate_is_recorded_at_the_end() -> None:
    """What is duplicated stands twice."""
    assert facts_of(edited(CASE, Duplicate(2))) == [*facts_of(CASE), facts_of(CASE)[1]]


def test_another_party_takes_part() -> None:
    """A party that joins is one more, from the day that is given."""
    after = edited(CASE, Join(party("club"), later(2)))
    assert after.dossier.parties == (*CASE.dossier.parties, party("club"))
    assert after.dossier.as_of(later(1)).parties == CASE.dossier.parties


def test_another_track_opens() -> None:
    """A second process runs beside the first, and an agreement gets its life."""
    after = edited(CASE, Open(gs.INTEGRAL, "campagne", DAY), Open(gs.AGREEMENT, "agreement-1", DAY))
    assert after.tracks == ("main", "campagne", "agreement-1")
    assert after.phase_of("campagne") == gs.INTEGRAL.initial


def test_a_correction_stays_visible() -> None:
    """A correction takes the fact off record, and the journal keeps both."""
    after = edited(CASE, Correct(2, PURPOSE))
    assert after == CASE.correct(2, PURPOSE, reason="…")
    assert edited(CASE, Correct(2)).version == CASE.version + 1


def test_an_entry_can_be_counted_from_the_end() -> None:
    """Below zero, -1 is the last entry."""
    assert edited(CASE, Add(PURPOSE), Correct(-1)) == edited(CASE, Add(PURPOSE), Correct(CASE.version + 1))
    assert edited(CASE, Duplicate(-2)) == edited(CASE, Duplicate(CASE.version - 1))


def test_a_track_can_open_in_a_later_phase() -> None:
    """A second track is adopted in the phase that is given."""
    after = edited(CASE, Open(gs.INTEGRAL, "campagne", later(1), gs.INTEGRAL.phases[2].key))
    assert after.phase_of("campagne") == gs.INTEGRAL.phases[2].key
    assert after.visits_of("campagne")[0].adopted


def test_an_entry_stamped_tells_who_made_it() -> None:
    """Who entered it, for whom and when stand on the entry, and nothing else differs."""
    party = CASE.dossier.parties[0].id
    after = edited(CASE, Stamp(2, "u-1", party, "2024-01-08T12:30:00+01:00"))
    (entry,) = [entry for entry in after.entries_after(0) if entry.by is not None]
    assert (entry.number, entry.by, entry.on_behalf_of) == (2, "u-1", party)
    assert entry.recorded_at == datetime(2024, 1, 8, 11, 30, tzinfo=UTC)
    assert facts_of(after) == facts_of(CASE)
    assert edited(CASE, Stamp(2, on_behalf_of="nobody")) == CASE
    assert edited(CASE, Stamp(2, recorded_at="2024-01-01T12:30:00+01:00")) == CASE  # before it happened


def test_a_case_renamed_has_the_same_journal() -> None:
    """Id and title change, and nothing else."""
    after = edited(CASE, Rename("waterstad", "Waterstad beweegt"))
    assert (after.id, after.title) == ("waterstad", "Waterstad beweegt")
    assert facts_of(after)[1:] == facts_of(CASE)[1:]
    assert edited(after, Rename(title="")).id == "waterstad"
    assert edited(CASE, Rename(" ")) == CASE


@pytest.mark.parametrize("days", [-400, 1, 206])
def test_a_case_shifted_happened_that_much_later(days: int) -> None:
    """Every day moves alike, of what runs out as well, and back again it is the same case."""
    case = edited(CASE, Stamp(2, recorded_at="2024-01-08T12:30:00+01:00"))
    after = edited(case, Shift(days))
    assert [fact.on for fact in facts_of(after)] == [later(days, fact.on) for fact in facts_of(case)]
    before, moved = (each.entries_after(1)[0].recorded_at for each in (case, after))
    assert before is not None
    assert moved == before + timedelta(days=days)
    assert after.phase == case.phase
    assert edited(after, Shift(-days)) == case
    assert edited(case, Shift(10**7)) == case


def test_a_step_prepared_can_be_taken() -> None:
    """What the check proposes is recorded, and then the step is taken; without, it is refused."""
    case = canonical(gs.PPS)
    ready = edited(case, Prepare("start", DAY))
    assert ready.check("start", on=DAY).allowed
    assert edited(ready, Take("start", DAY)) == ready.advance("start", on=DAY)
    assert edited(case, Take("start", DAY)) == case
    assert edited(case, Take("reach_accord", DAY)) == case


def test_a_step_can_be_prepared_with_its_advice() -> None:
    """With advice nothing is left to warn of, where all of it can be met."""
    case = canonical(gs.PPS, "partner_selection")

    def statuses(*edits: Edit) -> set[str]:
        rows = edited(case, *edits).check("choose_partners", on=DAY).outcomes
        return {row.status for row in rows}

    assert "advised" in statuses(Prepare("choose_partners", DAY))
    assert not {"unmet", "advised"} & statuses(Prepare("choose_partners", DAY, advice=True))
    assert edited(case, Prepare("start", DAY, advice=True)) == case


def test_edits_are_made_one_after_another() -> None:
    """Each edit looks at what the one before left."""
    both = edited(CASE, Drop(2), Drop(2))
    assert both == edited(edited(CASE, Drop(2)), Drop(2)) == edited(CASE, Drop(3), Drop(2))


def test_corrections_follow_what_they_correct() -> None:
    """Numbers inside a correction move with the entries that they name."""
    case = CASE.correct(3, attrs.evolve(PURPOSE, text="later"), reason="…")
    after = edited(case, Drop(2))
    retracted, replacement = after.entries_after(after.version - 2)
    assert isinstance(retracted.fact, Retracted)
    assert (retracted.fact.entry, replacement.replaces) == (2, 2)


# --- what cannot be made ------------------------------------------------------------------------------

JOINED = place_of(CASE, gs.PartyJoined)
STEP = place_of(CASE, StepTaken)

IMPOSSIBLE: dict[str, Edit] = {
    "the beginning": Drop(1),
    "a party that others name": Drop(JOINED),
    "a step on which others follow": Drop(STEP),
    "a day before the start": Redate(2, later(-1)),
    "a party that came later than its acts": Redate(JOINED, later(1)),
    "a step after the next one": Redate(STEP, later(1)),
    "a signature before its party": Move(place_of(CASE, gs.Signed), 2),
    "behind the beginning": Move(1, 2),
    "a step twice": Duplicate(STEP),
    "a party twice": Duplicate(JOINED),
    "a word that is unknown": Add(gs.Stated(DAY, "no_such_topic")),
    "a fact that only steps make": Add(StepTaken(DAY, "main", "start", "organisation_form")),
    "a party that is there": Join(CASE.dossier.parties[0], DAY),
    "a track that is open": Open(gs.INTEGRAL, "main", DAY),
    "the life of no agreement": Open(gs.AGREEMENT, "no-agreement", DAY),
    "another process with the same key": Open(tiny(key="pps"), "tweede", DAY),
    "the correction of a step": Correct(STEP),
}


@pytest.mark.parametrize("edit", IMPOSSIBLE.values(), ids=IMPOSSIBLE)
def test_what_cannot_be_made_changes_nothing(edit: Edit) -> None:
    """An edit that leaves no journal leaves the case as it was, and the next edit is made."""
    assert edited(CASE, edit) == CASE
    assert edited(CASE, edit, Drop(2)) == edited(CASE, Drop(2))


OUTDATED: dict[str, Edit] = {
    "no such entry": Drop(CASE.version + 1),
    "no entry zero": Drop(0),
    "none so far from the end": Redate(-CASE.version - 1, DAY),
    "to no place at all": Move(2, CASE.version + 1),
    "no such trigger": Take("strat", DAY),
    "a moment without an offset": Stamp(1, recorded_at="2024-01-08T12:30"),
    "a moment that is none": Stamp(1, recorded_at="8 januari"),
}


@pytest.mark.parametrize("edit", OUTDATED.values(), ids=OUTDATED)
def test_what_names_nothing_that_is_there_is_refused(edit: Edit) -> None:
    """An edit that was written for another case fails by its own text, and is not passed over."""
    with pytest.raises(gs.InvalidRecord) as caught:
        edited(CASE, edit)
    assert str(caught.value).startswith(repr(edit))


def test_an_entry_that_an_earlier_edit_left_out_is_passed_over() -> None:
    """Numbers that the case once had are no mistake: edits are drawn before it is known which are made."""
    assert edited(CASE, Drop(2), Drop(CASE.version)) == edited(CASE, Drop(2))


def test_what_is_no_edit_is_refused() -> None:
    """A text is no edit."""
    with pytest.raises(ValueError, match="edits takes edits: Add, Join"):
        edited(CASE, "drop")  # type: ignore[arg-type]


def test_an_agreement_with_a_life_keeps_its_draft() -> None:
    """An agreement whose track runs cannot be left out, or come after its track was opened."""
    case = with_agreement(gs.PPS)
    draft = place_of(case, gs.AgreementDrafted)
    opened = place_of(case, TrackOpened) + case.version - 1
    assert isinstance(facts_of(case)[-1], TrackOpened)
    for edit in (Drop(draft), Redate(draft, later(1)), Move(draft, opened), Redate(opened, later(-1))):
        assert edited(case, edit) == case


def test_an_adopted_case_is_redated_by_the_day_since_when_it_runs() -> None:
    """The beginning of a case that already ran moves as a whole."""
    case = gs.Collaboration.start(
        gs.PPS, id="case", on=later(5), phase="management", since=DAY, reason="it runs already"
    )
    assert edited(case, Redate(1, later(2))).visits[0].entered == later(2)
    assert edited(case, Redate(1, later(9))).visits[0].entered == later(9)


def test_a_correction_stays_behind_what_it_corrects() -> None:
    """Neither a correction nor what stands in its place moves before the entry that it corrects."""
    case = CASE.correct(3, PURPOSE, reason="…")
    for number in (case.version - 1, case.version):
        assert edited(case, Move(number, 2)) == case


def test_days_inside_a_fact_keep_their_order() -> None:
    """A statement is not moved behind its own end, nor a track before the start."""
    number = next(e.number for e in CASE.entries_after(0) if getattr(e.fact, "until", None) is not None)
    assert edited(CASE, Redate(number, later(300))) != CASE
    assert edited(CASE, Redate(number, later(400))) == CASE
    case = edited(CASE, Open(gs.INTEGRAL, "campagne", later(1)))
    assert edited(case, Redate(case.version, DAY)) != case
    assert edited(case, Redate(case.version, later(-1))) == case


def test_a_step_leads_where_it_led() -> None:
    """A step is not left out where the next one would lead elsewhere than it did."""
    begin, work, done = tiny().phases
    steps = (begin.to(work, "go", label=begin.label), work.to(done, "go", label=begin.label))
    case = canonical(tiny(key="twice", transitions=steps), "done")
    assert case.version == 3
    assert edited(case, Drop(2)) == case
    assert edited(case, Drop(3)).phase == "work"


# --- laws ------------------------------------------------------------------------------------------------


@st.composite
def edited_cases(draw: st.DrawFn) -> tuple[gs.Collaboration, list[Edit]]:
    phase = draw(st.sampled_from(reachable_phases(gs.PPS)))
    case = canonical(gs.PPS, phase)
    return case, draw(st.lists(edits_of(case), max_size=5))


@LAWS
@given(edited_cases())
def test_what_comes_back_is_a_journal(drawn: tuple[gs.Collaboration, list[Edit]]) -> None:
    """An edited case folds at every date, is a document, and every step follows from the one before."""
    case, edits = drawn
    after = edited(case, *edits)
    for entry in after.entries_after(0):
        assert after.dossier.as_of(entry.place[0]).tracks or entry.place[0] < DAY
    assert gs.loads(gs.dumps(after)) == after
    processes = {process.key: process for process in after.processes}
    for track in after.dossier.tracks:
        at = after.visits_of(track.name)[0].phase
        for step in after.dossier.steps(track.name):
            taken = processes[track.process].transition(at, step.fact.trigger)
            assert taken is not None
            at = taken.target
        assert at == after.phase_of(track.name)


@LAWS
@given(edited_cases())
def test_an_edit_prints_as_what_makes_it(drawn: tuple[gs.Collaboration, list[Edit]]) -> None:
    """Every edit is written as Python that makes it again."""
    from gezondsamen import testing

    for edit in drawn[1]:
        assert eval(repr(edit), {**vars(testing), "gs": gs, "date": date}) == edit


@pytest.mark.parametrize(
    "value",
    [
        gs.Met(DAY, "individual", ("a",)),
        gs.Met(DAY, "individual", ("a", "b")),
        gs.EvaluationPlanned(DAY, "periodic", gs.Every(months=3), aspects=("process",)),
        gs.PartyJoined(DAY, party("a", "retailer", internal=True)),
        gs.Stated(DAY, "purpose", about="a", holds=False),
        gs.Label(nl="a", en="b"),
        gs.PPS,
        None,
    ],
    ids=lambda value: type(value).__name__,
)
def test_values_are_written_as_what_makes_them(value: object) -> None:
    """A value is written as Python that makes it again, without what goes without saying."""
    text = written(value)
    assert eval(text, {"gs": gs, "date": date}) == value
    assert "None" not in text or value is None


def test_what_takes_names_is_written_with_names() -> None:
    """Arguments that can only be given by name are written so."""
    assert "Transition(source='begin', trigger='go'" in written(tiny().transitions[0])
