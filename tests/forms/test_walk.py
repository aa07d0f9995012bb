"""Walks by forms alone: from the first day to a good end, nothing but texts posted by name."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

import gezondsamen as gs
from tests.support.posting import posted

FIRST = date(2023, 1, 9)
SEASON = timedelta(days=90)
GOOD_ENDS = [
    (process, phase.key)
    for process in (gs.PPS, gs.INTEGRAL, gs.INTERSECTORAL)
    for phase in process.phases
    if phase.outcome == "success"
]
TERMED = ("midterm_review", "final_evaluation")


@pytest.mark.parametrize(("process", "end"), GOOD_ENDS, ids=[f"{p.key}.{end}" for p, end in GOOD_ENDS])
def test_a_collaboration_is_walked_by_forms_alone(process: gs.Process, end: str) -> None:
    """The form of each step, posted with texts and days, opens it: to the end, with all of it on record."""
    case = gs.Collaboration.start(process, id="walk", on=FIRST)
    day, moments = FIRST, set[str]()
    for step in case.plan(end, on=FIRST).steps:
        form = case.check(step.trigger, on=day + SEASON).form
        facts = form.read(posted(form, day))
        case, day = case.advance(step.trigger, *facts, on=day + SEASON), day + SEASON
        moments |= {m.point.key for m in gs.evaluation_schedule(case, on=day, until=date(2032, 1, 1))}
    assert case.phase == end
    told = [entry.fact for entry in case.entries_after(0)]
    texts = [fact.text for fact in told if isinstance(fact, gs.Stated)]
    assert texts
    assert all(text.startswith("tekst ") for text in texts)
    assert all(f.party.id.endswith("-eigen") and f.party.name for f in told if isinstance(f, gs.PartyJoined))
    days = [fact.on for fact in told if isinstance(fact, gs.Consented | gs.Signed | gs.Met)]
    assert len(days) == len(set(days))
    agreements = [fact for fact in told if isinstance(fact, gs.AgreementDrafted)]
    for agreement in agreements:
        assert None not in (agreement.title, agreement.start, agreement.end)
    points = {point.key for point in process.evaluation_points}
    assert {key for key in TERMED if key in points} <= moments
    assert bool(agreements) or not points.intersection(TERMED)
    assert case.review() == ()
    assert gs.loads(gs.dumps(case)) == case
