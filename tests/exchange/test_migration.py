"""Migration rehearsed: what would block, and what would change, told of each case without doing it."""

from __future__ import annotations

import json

import attrs

import gezondsamen as gs
from gezondsamen.exchange import StepChange, rehearse
from gezondsamen.process import conditions as c
from tests.support import golden_values
from tests.support.builders import DAY, PROCESSES, adopted, later, rule, said, started, tiny

ASKED = tiny(rule(c.OnRecord("purpose")), version=2)


def test_nothing_changes_under_the_same_processes() -> None:
    """Every golden case, as a value or as a document, goes on as it was under the same processes."""
    cases = [golden_values.case_of(process) for process in PROCESSES]
    found = list(rehearse([*cases, *map(gs.dumps, cases)], gs.PROCESSES, on=later(60)))
    assert [(x.case, x.unchanged) for x in found] == [(case.id, True) for case in cases] * 2
    assert "nothing changes" in found[0].explain("en")


def test_what_blocks_is_told_of_each_case() -> None:
    """A case that does not load does not keep the others from being told."""
    cases: list[gs.Collaboration | str] = [
        "no document",
        gs.dumps(gs.Every(months=3)),
        started(tiny()),
        started(),
    ]
    found = list(rehearse(cases, gs.PROCESSES, on=DAY))
    assert [x.blocked for x in found] == [True, True, True, False]
    assert found[2].blockers[0].kind == "process"
    assert "not-json" in found[0].explain("nl")


def test_steps_that_are_answered_otherwise_are_told() -> None:
    """A rule more closes a step; what was recorded keeps it open."""
    cases = [started(tiny(), id="bare"), started(tiny(), *said("purpose"), id="full")]
    bare, full = rehearse(cases, [ASKED], on=DAY)
    assert bare.steps == (StepChange("main", "go", "allowed", "refused"),)
    assert full.unchanged
    assert "cannot be taken now" in bare.explain("en")


def test_steps_taken_that_no_longer_hold_are_told() -> None:
    """What a review objects to only under the new process is told with its check."""
    (found,) = rehearse([started(tiny()).advance("go", on=DAY)], [ASKED], on=DAY)
    assert [(check.trigger, check.allowed) for check in found.unsupported] == [("go", False)]
    assert "no longer supported" in found.explain("en")


def test_renamed_steps_and_moments_are_the_same() -> None:
    """What is only called otherwise does not change; without its rename it does."""
    case = adopted(gs.PPS, "management")
    points = [
        attrs.evolve(point, key="talk") if point.key == "progress_talk" else point
        for point in gs.PPS.evaluation_points
    ]
    now = attrs.evolve(gs.PPS, evaluation_points=points)
    (found,) = rehearse([case], [now], on=later(60), renames={"pps": {"points": {"progress_talk": "talk"}}})
    assert found.moments == ()
    (found,) = rehearse([case], [now], on=later(60))
    assert {change.kind for change in found.moments} == {"added", "dropped"}
    assert "Evaluaties vervallen" in found.explain("nl")


def test_waivers_and_words_that_are_gone_are_told() -> None:
    """A waiver of a rule that is gone sets nothing aside, and a word that is gone has no label."""
    waiver = gs.WaiverGranted(DAY, "OWN-01", "…", "u-1")
    case = started(ASKED, waiver, *said("purpose"))
    now = attrs.evolve(tiny(), terms=[term for term in tiny().terms if term.key != "purpose"])
    (found,) = rehearse([case], [now], on=DAY)
    assert (found.waivers, found.unknown) == ((2,), (("topic", "purpose"),))
    assert "entry 2" in found.explain("en")


def test_a_rehearsal_changes_nothing() -> None:
    """Cases come back as they were, and are asked for one by one."""
    case = golden_values.case_of(gs.PPS)
    text = gs.dumps(case)
    asked = rehearse(iter([case]), gs.PROCESSES, on=later(60))
    assert next(asked).case == case.id
    assert json.loads(gs.dumps(case)) == json.loads(text)
