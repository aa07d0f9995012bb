"""Laws of a process on time that passes: what a review says of a step, and the day to wait for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from unittest.mock import patch

import gezondsamen as gs
from gezondsamen.decision import repair
from gezondsamen.decision.situation import Situation
from gezondsamen.process import conditions as c
from gezondsamen.testing.laws.reviews import reviews_otherwise
from gezondsamen.testing.laws.timeline_reading import differences_along
from tests.support.builders import rule, tiny

ONE_TOPIC = tiny(rule(c.OnRecord(("purpose",))))
FEW_ACTIONS = tiny(rule(c.ActionCount(at_most=1)))


def test_a_review_that_is_blind_is_seen() -> None:
    """A step stands on a statement that turns out to be of a later day: a review has to say so."""
    assert list(reviews_otherwise(ONE_TOPIC)) == []
    with patch.object(gs.Collaboration, "review", lambda case: ()):
        (found, *_) = reviews_otherwise(ONE_TOPIC)
    assert (found.code, found.where) == ("review", "begin.go")


def test_a_day_to_wait_for_that_comes_too_soon_is_seen() -> None:
    """On the day that a remedy says to wait for the rule holds; a day before it does not."""
    real = repair._wait

    def too_soon(x: c.Condition, s: Situation) -> date | None:
        day = real(x, s)
        return day and day - timedelta(days=1)

    def waiting() -> Iterator[str]:
        return (problem.where for problem in differences_along(FEW_ACTIONS) if problem.code == "waiting")

    assert list(waiting()) == []
    with patch.object(repair, "_wait", too_soon):
        assert "begin.go" in waiting()
