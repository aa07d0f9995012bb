"""What can be taken back, and that a journal read back is held to the same."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import attrs
import pytest

import gezondsamen as gs
from gezondsamen.dossier.facts import Retracted, StepTaken, TrackOpened
from gezondsamen.exchange import to_dict
from gezondsamen.schedule.schedule import evaluation_schedule
from gezondsamen.testing import assert_consistent, canonical
from tests.support.builders import DAY, PROCESSES, adopted, joined, later, rule, said, started, tiny

NEXT, THIRD = later(1), later(2)


def replayed(case: gs.Collaboration) -> gs.Collaboration:
    return gs.loads(gs.dumps(case), processes={p.key: p for p in case.processes})  # type: ignore[no-any-return]


def refusal(call: Callable[[], object]) -> gs.InvalidRecord:
    with pytest.raises(gs.InvalidRecord) as caught:
        call()
    return caught.value


# --- a step taken back -------------------------------------------------------------------------------


def answers(case: gs.Collaboration, day: date) -> list[Any]:
    """Return what a case answers to every question, without the numbers of entries."""
    every = []
    for track in case.tracks:
        every += [
            case.phase_of(track),
            case.visits_of(track),
            case.options(on=day, track=track),
            to_dict(case.monitor(on=day, track=track), "nl"),
            case.dossier.steps(track),
        ]
    schedule = evaluation_schedule(case, on=day, until=later(800, day))
    return [*every, case.due(on=day), schedule, case.review(), case.dossier.known]


@pytest.mark.parametrize("process", PROCESSES, ids=lambda process: process.key)
def test_a_step_that_is_taken_back_leaves_nothing(process: gs.Process) -> None:
    """After an undo, every question is answered as before the step, and redone it is as after it."""
    case = canonical(process, process.phases[1].key)
    day = later(1, max(entry.fact.on for entry in case.entries_after(0)))
    for trigger, check in case.options(on=day).items():
        if not check:
            continue
        after = case.advance(trigger, on=day)
        back = after.undo(reason="verkeerde knop", by="u-1")
        assert back.version == case.version + 2
        assert answers(back, day) == answers(case, day)
        again = back.advance(trigger, on=day)
        assert again.phase == after.phase
        assert [(v.phase, v.entered) for v in again.visits] == [(v.phase, v.entered) for v in after.visits]
        redone, done = ({t: c.allowed for t, c in x.options(on=day).items()} for x in (again, after))
        assert redone == done
        assert replayed(again) == again
        assert_consistent(again, on=day)


def test_a_year_typed_wrong_is_mended() -> None:
    """A step dated 2204 bars every other; taken back, it can be taken on the right day."""
    case = started(tiny()).advance("go", on=date(2204, 1, 10))
    assert not case.check("finish", on=NEXT)
    mended = case.undo(reason="2204 was 2024", recorded_at=datetime(2024, 1, 12, tzinfo=UTC))
    last = mended.entries_after(2)[0]
    assert last.fact == Retracted(date(2024, 1, 12), 2, "2204 was 2024")
    assert mended.advance("go", on=NEXT).advance("finish", on=THIRD).phase == "done"


def test_a_final_phase_has_a_way_back() -> None:
    """A mis-click into a final phase is taken back; the journal keeps it."""
    case = started(tiny()).advance("go", on=DAY).advance("finish", on=NEXT)
    back = case.undo(reason="verkeerde knop")
    assert (case.phase, back.phase) == ("done", "work")
    assert [type(e.fact) for e in back.entries_after(1)] == [StepTaken, StepTaken, Retracted]
    assert back.undo(reason="ook").phase == "begin"


def test_correcting_the_last_step_takes_it_back() -> None:
    """`correct` with no fact in its place does to a last step what `undo` does, and to another nothing."""
    case = started(tiny()).advance("go", on=DAY).advance("finish", on=NEXT)
    assert case.correct(3, None, reason="…") == case.undo(reason="…")
    error = refusal(lambda: case.correct(2, None, reason="…"))
    assert (error.code, error.offender) == ("not-correctable", "2")
    assert "take back entry 3 first" in str(error)
    assert refusal(lambda: case.correct(3, *said("purpose"), reason="…")).code == "not-correctable"


def test_a_waiver_is_free_again() -> None:
    """A waiver that the step used serves again once the step is taken back."""
    purpose = rule(*attrs.evolve(gs.PPS.requirements["KEN-04"]).conditions, waivable=True)
    waiver = gs.WaiverGranted(DAY, "OWN-01", "haast", "u-9")
    case = started(tiny(purpose)).record(waiver).advance("go", on=DAY)
    assert case.undo(reason="…").check("go", on=DAY).outcomes[0].status == "waived"


def test_each_track_has_its_own_last_step() -> None:
    """An undo on one track leaves the steps of the others."""
    process = tiny()
    case = started(process).open(process, on=DAY, track="beside")
    case = case.advance("go", on=DAY, track="beside").advance("go", on=NEXT)
    back = case.undo("beside", reason="…")
    assert (back.phase, back.phase_of("beside")) == ("work", "begin")
    assert refusal(lambda: back.undo("beside", reason="…")).code == "no-step"
    assert refusal(lambda: back.undo("besides", reason="…")).code == "unknown-track"


# --- the beginning -----------------------------------------------------------------------------------


def test_the_start_can_be_corrected() -> None:
    """Title and first day are put right; the journal keeps what stood there, and reads back."""
    case = started(tiny(), title="Watrstad").record(*said("purpose", on=NEXT))
    mended = case.correct_start(title="Waterstad", on=later(-7), reason="typefout", by="u-1")
    assert (mended.title, mended.visits[0].entered) == ("Waterstad", later(-7))
    assert (mended.id, mended.phase) == (case.id, case.phase)
    assert mended.record(*said("rationale", on=later(-5))).version == 5
    assert replayed(mended) == mended
    again = mended.correct_start(title="Waterstad!", reason="…")
    assert (again.title, again.visits) == ("Waterstad!", mended.visits)
    assert replayed(again) == again
    assert_consistent(again, on=NEXT)


def test_the_start_moves_up_to_the_first_fact() -> None:
    """The first day may become that of the earliest fact or track, and none after it, whatever its track."""
    case = started(gs.PPS, *said("purpose", on=later(5), track="main")).open(gs.INTEGRAL, on=later(3))
    mended = case.correct_start(on=later(3), reason="…")
    assert mended.visits[0].entered == later(3)
    assert replayed(mended) == mended
    error = refusal(lambda: case.correct_start(on=later(4), reason="…"))
    assert (error.code, error.offender) == ("before-start", str(later(3)))
    error = refusal(lambda: mended.correct_start("integral", on=later(2), reason="…"))
    assert (error.code, error.offender) == ("before-start", str(later(2)))
    beside = mended.correct_start("integral", on=later(9), reason="…")
    error = refusal(lambda: beside.correct_start(on=later(6), reason="…"))
    assert (error.code, error.offender) == ("before-start", str(later(5)))


def test_since_when_an_adopted_case_ran_can_be_corrected() -> None:
    """Of a case that was adopted, the day since when it ran is put right too."""
    case = adopted(tiny(), "work")
    mended = case.correct_start(since=later(-400), reason="…")
    assert (mended.visits[0].entered, mended.visits[0].adopted) == (later(-400), True)
    assert mended.record(joined("a", on=later(-300))).dossier.parties


WRONG: list[tuple[str, Callable[[], object]]] = [
    ("nothing-given", lambda: started().correct_start(reason="…")),
    ("empty", lambda: started().correct_start(title="x", reason=" ")),
    ("adoption", lambda: started().correct_start(since=later(-3), reason="…")),
    ("dates", lambda: adopted(tiny(), "work").correct_start(since=NEXT, reason="…")),
    ("before-start", lambda: started(gs.PPS, *said("purpose")).correct_start(on=NEXT, reason="…")),
    ("before-start", lambda: two().correct_start("beside", on=later(-1), reason="…")),
    ("wrong-type", lambda: two().correct_start("beside", title="x", reason="…")),
    ("wrong-type", lambda: started().correct_start(title=3, reason="…")),  # type: ignore[arg-type]
    ("unknown-party", lambda: started().correct_start(title="x", reason="…", on_behalf_of="b")),
    (
        "unknown-party",
        lambda: started(gs.PPS, *said("purpose")).correct(2, None, reason="…", on_behalf_of="b"),
    ),
    ("not-correctable", lambda: started().correct(1, None, reason="…")),
]


def test_a_case_that_was_not_adopted_has_no_day_since_when_it_ran() -> None:
    """Who corrects that day of a case that began here reads that it did, and what to give."""
    error = refusal(lambda: started().correct_start(since=later(-3), reason="…"))
    assert "track 'main' was not adopted: it runs since the day on which it began (on=...)" in str(error)


def two() -> gs.Collaboration:
    return started(gs.PPS).open(gs.INTEGRAL, on=DAY, track="beside")


@pytest.mark.parametrize(("code", "call"), WRONG, ids=[f"{code}-{n}" for n, (code, _) in enumerate(WRONG)])
def test_what_cannot_be_corrected_is_named(code: str, call: Callable[[], object]) -> None:
    """A correction that cannot be made is refused by its kind of problem."""
    assert refusal(call).code == code


# --- read back ---------------------------------------------------------------------------------------

BEGUN = TrackOpened(DAY, "main", "tiny", "begin")
GO = StepTaken(DAY, "main", "go", "work")
DONE = StepTaken(NEXT, "main", "finish", "done")
SAID = gs.Stated(DAY, "purpose", "…")

FORGED: list[tuple[str, list[gs.Fact], dict[int, int]]] = [
    ("unknown-entry", [BEGUN, Retracted(DAY, 9, "…")], {}),
    ("unknown-entry", [BEGUN, Retracted(DAY, 2, "…")], {}),
    ("retracted-already", [BEGUN, SAID, Retracted(DAY, 2, "…"), Retracted(DAY, 2, "…")], {}),
    ("not-correctable", [BEGUN, SAID, Retracted(DAY, 2, "…"), Retracted(DAY, 3, "…")], {}),
    ("not-correctable", [BEGUN, GO, DONE, Retracted(DAY, 2, "…")], {}),
    ("not-correctable", [BEGUN, Retracted(DAY, 1, "…")], {}),
    ("not-correctable", [BEGUN, Retracted(DAY, 1, "…"), SAID], {}),
    ("replaces", [BEGUN, SAID, SAID], {3: 2}),
    ("replaces", [BEGUN, SAID, SAID, Retracted(DAY, 2, "…"), SAID], {5: 3}),
    ("replaces", [BEGUN, GO, Retracted(DAY, 2, "…"), GO], {4: 2}),
    ("replaces", [BEGUN, SAID, GO, Retracted(DAY, 2, "…"), GO], {5: 2}),
    ("replaces", [BEGUN, GO, Retracted(DAY, 2, "…"), SAID], {4: 2}),
    ("replaces", [BEGUN, SAID, SAID, Retracted(DAY, 2, "…"), Retracted(DAY, 3, "…")], {5: 2}),
    ("replaces", [BEGUN, SAID, Retracted(DAY, 2, "…"), attrs.evolve(BEGUN, track="b")], {4: 2}),
    ("replaces", [BEGUN, Retracted(DAY, 1, "…"), attrs.evolve(BEGUN, phase="work")], {3: 1}),
    ("replaces", [BEGUN, Retracted(DAY, 1, "…"), attrs.evolve(BEGUN, collaboration="b")], {3: 1}),
    ("before-start", [BEGUN, attrs.evolve(SAID, on=later(-1))], {}),
]


@pytest.mark.parametrize(
    ("code", "facts", "places"), FORGED, ids=[f"{row[0]}-{n}" for n, row in enumerate(FORGED)]
)
def test_a_journal_that_could_not_have_grown_is_refused(
    code: str, facts: list[gs.Fact], places: dict[int, int]
) -> None:
    """What is replayed is held to what `correct`, `undo` and `correct_start` can do."""
    entries = [gs.Entry(n, fact, replaces=places.get(n)) for n, fact in enumerate(facts, 1)]
    assert refusal(lambda: gs.Collaboration.replay(tiny(), entries)).code == code


# --- when it was recorded ----------------------------------------------------------------------------

STAMP = datetime(2024, 1, 8, 9, 0, tzinfo=UTC)
"""On that moment it is 8 January everywhere, or nearly: the 9th begins an hour later in the far east."""

TOO_SOON: list[Callable[[datetime], object]] = [
    lambda at: gs.Collaboration.start(gs.PPS, id="x", on=NEXT, recorded_at=at),
    lambda at: started().record(*said("purpose", on=NEXT), recorded_at=at),
    lambda at: started(tiny()).advance("go", on=NEXT, recorded_at=at),
    lambda at: started().open(gs.INTEGRAL, on=NEXT, recorded_at=at),
    lambda at: started(gs.PPS, *said("purpose")).correct(2, None, on=NEXT, reason="…", recorded_at=at),
    lambda at: started(gs.PPS, *said("purpose")).correct(
        2, *said("purpose", on=NEXT), reason="…", recorded_at=at
    ),
    lambda at: started().correct_start(on=NEXT, reason="…", recorded_at=at),
    lambda at: started(gs.PPS, joined("a")).record(
        gs.ActionAgreed(DAY, "x", "doen", "a", "sport", THIRD, NEXT), recorded_at=at
    ),
]


@pytest.mark.parametrize("call", TOO_SOON)
def test_nothing_happened_after_it_was_recorded(call: Callable[[datetime], object]) -> None:
    """A day after that of recording, wherever on earth, is refused; on the first hour of it, it is taken."""
    assert refusal(lambda: call(STAMP)).code == "not-yet"
    call(STAMP + timedelta(hours=1))


def test_what_lies_ahead_may_be_recorded() -> None:
    """Fields that are meant for it speak of the future: until when, by when, from when."""
    case = started(gs.PPS, joined("a"), recorded_at=STAMP)
    case = case.record(
        gs.Stated(DAY, "vision", "gezond", until=THIRD),
        gs.ActionAgreed(DAY, "x", "doen", "a", "sport", THIRD),
        gs.EvaluationPlanned(DAY, "periodic", due=THIRD),
        gs.AgreementDrafted(DAY, "c", "covenant", ("a",), start=NEXT, end=THIRD),
        recorded_at=STAMP,
    )
    assert case.version == 6


@pytest.mark.parametrize("year", [1, 9999])
def test_the_ends_of_the_calendar_are_moments_too(year: int) -> None:
    """A moment of recording at an end of the calendar bounds days without a crash."""
    at = datetime(year, 12, 31, 23, tzinfo=UTC) if year > 1 else datetime(year, 1, 1, tzinfo=UTC)
    day = at.date()
    assert gs.Collaboration.start(gs.PPS, id="x", on=day, recorded_at=at).visits[0].entered == day
