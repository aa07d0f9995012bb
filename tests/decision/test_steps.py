"""Steps: a quick answer and a complete one agree, and who observes hears what was asked."""

from __future__ import annotations

from contextlib import AbstractContextManager
from threading import Thread

import pytest

import gezondsamen as gs
from gezondsamen.decision.situation import Situation
from gezondsamen.decision.steps import Judged, allows, check_step, objection
from gezondsamen.observation import observing
from gezondsamen.process import conditions as c
from tests.support.builders import DAY, later, rule, said, started, tiny

ASKED = rule(c.OnRecord(("purpose",)), code="OWN-01")
WATCHED = rule(c.OnRecord(("purpose",), max_age=gs.Every(months=1)), code="OWN-02")
PROCESS = tiny(ASKED, watches=(WATCHED,))

Heard = list[tuple[str | None, tuple[str, ...]]]


def situation(case: gs.Collaboration, trigger: str) -> Situation:
    """Return the situation of a step of the main track on the first day."""
    known = case.dossier.known
    track = known.tracks["main"]
    return Situation(case.process, known, DAY, track, case.process.transition(track.phase, trigger))


@pytest.mark.parametrize("facts", [(), said("purpose")], ids=["unmet", "met"])
@pytest.mark.parametrize("trigger", ["go", "finish"])
def test_the_quick_answer_is_the_complete_one(facts: tuple[gs.Fact, ...], trigger: str) -> None:
    """A step is allowed where its check says so; looked back at, there is an objection where it is not."""
    s = situation(started(PROCESS, *facts), trigger)
    check = check_step(s, trigger, "")
    assert allows(s) is check.allowed
    assert objection(s, trigger, check.target or "", "") == (None if check.allowed else check)


def test_a_step_that_leads_elsewhere_now_is_not_supported() -> None:
    """Looked back at, the check says where the step led, though its rules are met."""
    s = situation(started(PROCESS, *said("purpose")), "go")
    assert objection(s, "go", "work", "") is None
    check = objection(s, "go", "begin", "")
    assert check is not None
    assert (check.led_to, check.target, check.allowed, check.unmet) == ("begin", "work", False, ())


def listen(heard: Heard) -> AbstractContextManager[None]:
    """Return a context in which each judgement is noted: of which trigger, and how its rules came out."""

    def note(what: object) -> None:
        if isinstance(what, Judged):
            step = what.situation.step
            heard.append((step.trigger if step else None, tuple(row.status for row in what.outcomes)))

    return observing(note)


def test_who_observes_hears_each_question_once() -> None:
    """A check, a refusal, a step taken and a phase watched are told once each, with their rows."""
    empty, ready = started(PROCESS), started(PROCESS, *said("purpose"))
    heard: Heard = []
    with listen(heard):
        empty.check("go", on=DAY)
        with pytest.raises(gs.TransitionRefused):
            empty.advance("go", on=DAY)
        after = ready.advance("go", on=DAY)
        after.monitor(on=later(60))
    assert heard == [("go", ("unmet",)), ("go", ("unmet",)), ("go", ("met",)), (None, ("advised",))]


def test_what_nobody_asked_is_not_told() -> None:
    """A plan, a review, and a trigger that does not lead out of the phase tell nothing."""
    after = started(PROCESS, *said("purpose")).advance("go", on=DAY).correct(2, None, reason="…")
    heard: Heard = []
    with listen(heard):
        assert after.review()
        assert after.plan("done", on=DAY).found
        assert not after.check("go", on=DAY).possible
    after.check("finish", on=DAY)
    assert heard == []


def test_another_thread_is_not_heard() -> None:
    """What another thread asks is told to who observes there, and to nobody here."""
    case = started(PROCESS)
    heard: Heard = []
    with listen(heard):
        other = Thread(target=lambda: case.check("go", on=DAY))
        other.start()
        other.join()
    assert heard == []


def test_a_listener_may_refuse() -> None:
    """An exception of a listener reaches whoever asked, and the next question is answered as ever."""

    def refuse(_: object) -> None:
        raise LookupError("not here")

    case = started(PROCESS)
    with pytest.raises(LookupError, match="not here"), observing(refuse):
        case.check("go", on=DAY)
    assert not case.check("go", on=DAY).allowed
