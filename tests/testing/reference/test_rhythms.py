"""The second reading of what time makes due: steps, and moments that went by."""

from __future__ import annotations

from datetime import date

import pytest

import gezondsamen as gs
from gezondsamen.process.evaluation_points import Anchor, OnPhase, OnStatement, OnTerm
from gezondsamen.testing.laws.moments import broken_moments
from gezondsamen.testing.reference.rhythms import due, overdue
from gezondsamen.testing.reference.schedule import schedule
from tests.support.builders import label, tiny
from tests.support.journeys import Step, journey, own, pact, point

D = date
FIRST = D(2024, 1, 1)


def falling_due(anchor: Anchor) -> gs.Process:
    """Return a process whose phase `work` has a step that time makes due."""
    begin = gs.Phase("begin", label("begin"), kind="initial")
    work = gs.Phase("work", label("werk"))
    done = gs.Phase("done", label("klaar"), kind="final", outcome="success")
    go = begin.to(work, "go", label=label("ga"))
    expire = work.to(done, "expire", label=label("verloop"), falls_due=anchor)
    return tiny(phases=(begin, work, done), transitions=(go, expire))


def said(until: date, about: str | None = None) -> gs.Stated:
    subject = None if about is None else gs.About("matter", about)
    return gs.Stated(D(2024, 1, 2), "purpose", "…", until=until, about=subject)


UNTIL = OnStatement("purpose", "until")
GO: Step = (D(2024, 1, 3), "go")

DUE: list[tuple[str, Anchor, tuple[gs.Fact | Step, ...], date | None]] = [
    # the sentence, what makes the step due, what happened, and since when it is due on 1 July 2024
    ("from the day after", UNTIL, (said(D(2024, 6, 30)), GO), D(2024, 6, 30)),
    ("not on the day itself", UNTIL, (said(D(2024, 7, 1)), GO), None),
    ("in its phase only", UNTIL, (said(D(2024, 6, 30)),), None),
    ("until it was taken", UNTIL, (said(D(2024, 6, 1)), GO, (D(2024, 6, 5), "expire")), None),
    ("not while another runs", UNTIL, (said(D(2024, 5, 1)), said(D(2025, 1, 1)), GO), None),
    ("since the last of them", UNTIL, (said(D(2024, 5, 1)), said(D(2024, 3, 1)), GO), D(2024, 5, 1)),
    (
        "whatever is on record about something else",
        UNTIL,
        (said(D(2024, 5, 1), about="a"), said(D(2025, 1, 1), about="b"), GO),
        D(2024, 5, 1),
    ),
    ("from the end of the term", OnTerm("end"), (pact(FIRST, D(2024, 6, 30)), GO), D(2024, 6, 30)),
    (
        "as it is now",
        OnTerm("end"),
        (pact(FIRST, D(2024, 5, 1)), gs.AgreementRevised(FIRST, "pact", end=D(2025, 1, 1)), GO),
        None,
    ),
    ("from a phase", OnPhase("work"), (GO,), D(2024, 1, 3)),
]


@pytest.mark.parametrize(("anchor", "events", "since"), [x[1:] for x in DUE], ids=[x[0] for x in DUE])
def test_a_step_falls_due(anchor: Anchor, events: tuple[gs.Fact | Step, ...], since: date | None) -> None:
    """By hand, by the reading and by the library, a step is due since the same day."""
    today = D(2024, 7, 1)
    case = journey(gs.Collaboration.start(falling_due(anchor), id="case", on=FIRST), *events)
    expected = () if since is None else (("main", "expire", since),)
    assert due(case.processes, case.entries_after(0), today) == expected
    assert tuple((step.track, step.trigger, step.since) for step in case.due(on=today)) == expected
    assert broken_moments(case, on=today) == ()


def test_what_went_by_unanswered_is_overdue() -> None:
    """Of three moments one was answered and one is still to come; the first of them is overdue."""
    case = own(point(every=gs.Every(months=3)), on=FIRST)
    case = case.record(gs.EvaluationHeld(D(2024, 7, 1), "periodic", point="case/main/look/1/2"))
    read = schedule(case.processes, case.entries_after(0), on=D(2024, 8, 1), until=D(2024, 12, 31))
    assert [moment.on for moment in overdue(read.moments, "main")] == [D(2024, 4, 1)]
    assert overdue(read.moments, "another") == ()
    assert [moment.on for moment in case.monitor(on=D(2024, 8, 1)).overdue] == [D(2024, 4, 1)]
