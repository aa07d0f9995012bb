"""Cases recorded under the rules of 0.1.0 open as they were, and a review tells what no longer holds."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import gezondsamen as gs

GOLDEN = Path(__file__).parents[2] / "golden" / "0.1"

STORIES = {
    # process: the steps to a success of one party, and the rules of today that it lacks
    "integral": ("embedded", {"PAR-17"}),
    "network": ("goal_reached", {"PAR-17"}),
    "healthy_school": ("embedded", {"PAR-18"}),
    "intersectoral": ("anchored", {"PAR-17"}),
}


@pytest.mark.parametrize("key", STORIES)
def test_a_success_of_one_party_is_told_by_a_review(key: str) -> None:
    """Alone to a success in 2024, under the earlier rules: it opens today, and is found to lack a partner."""
    end, lacking = STORIES[key]
    earlier = gs.loads((GOLDEN / f"process-{key}.json").read_text(encoding="utf-8"), as_=gs.Process)
    day = date(2024, 3, 4)
    case = gs.Collaboration.start(earlier, id="alleen", on=day).record(
        gs.PartyJoined(day, gs.Party("alleen", "Alleen", "municipality", ("public_health", "sport"), True))
    )
    plan = case.plan(to=end, on=day)
    assert plan.found
    for step in plan.steps:
        case = case.advance(step.trigger, *(draft.fill("…") for draft in step.drafts), on=day)
    kept = gs.loads(gs.dumps(case))
    assert kept.phase == end
    assert [entry.fact for entry in kept.entries_after(0)] == [entry.fact for entry in case.entries_after(0)]
    told = {row.requirement.code for check in kept.review() for row in check.unmet}
    assert lacking <= told
    assert all(check.summary("nl") for check in kept.review())
