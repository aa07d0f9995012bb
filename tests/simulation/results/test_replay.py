"""Simulated trajectories are walks that the rules of the process allow."""

from __future__ import annotations

import random
from datetime import date

import numpy as np
import pytest

import gezondsamen as gs
from gezondsamen import conditions as c
from gezondsamen.simulation import InvalidModel, Model, simulate
from gezondsamen.simulation.examples import partnership
from gezondsamen.simulation.results.replay import Step, day_of, replay
from tests.support.builders import rule, tiny

BEGIN = date(2026, 1, 5)
MODEL = partnership()


def test_trajectories_are_taken_under_the_rules() -> None:
    """Three hundred cases, each a real collaboration, end where the simulation says, on the days it says."""
    result = simulate(MODEL, cases=300, horizon=10, seed=7)
    ends, columns = result.cases(), result.columns()
    for number in range(300):
        case = result.collaboration(number, begin=BEGIN)
        assert case.phase == ends["phase"][number]
        mine = (columns["case"] == number) & (columns["status"] != "censored")
        steps = case.dossier.steps("main")
        assert [entry.fact.trigger for entry in steps] == columns["trigger"][mine].tolist()
        assert [entry.fact.on for entry in steps] == [day_of(BEGIN, left) for left in columns["left"][mine]]
        assert case.review() == ()
        assert not case.dossier.entries(gs.WaiverGranted)


def test_a_rule_true_simulation_says_the_same() -> None:
    """Cases that are drawn with other random numbers, and taken step by step under the rules, end alike.

    The shares of 400 of them are within three standard errors of those of the fast simulation.
    """
    cases, horizon = 400, 10.0
    chance = random.Random(11)
    ends: dict[str, int] = {}
    for number in range(cases):
        case = replay(gs.PPS, "initiative", _drawn(MODEL, horizon, chance), begin=BEGIN, id=f"slow-{number}")
        ends[case.phase] = ends.get(case.phase, 0) + 1
    fast = simulate(MODEL, cases=200_000, horizon=horizon, seed=7).outcomes()
    for phase, share in zip(fast["phase"], fast["share"], strict=True):
        error = np.sqrt(share * (1 - share) / cases)
        assert abs(ends.get(phase, 0) / cases - share) < 3 * error + 1 / cases, phase


def _drawn(model: Model, horizon: float, chance: random.Random) -> list[Step]:
    """Draw a trajectory with Python's own random numbers, from the same distributions and chances."""
    phase, time, steps = model.start, 0.0, []
    while model.ways(phase):
        drawn = [
            float(clock.quantile(np.array(share := chance.random()), np.array(1 - share)))
            for clock in model.clocks(phase)
        ]
        time += min(drawn)
        if time >= horizon:
            break
        if phase in model.hazards:
            trigger = model.ways(phase)[drawn.index(min(drawn))].trigger
        else:
            chances = model.chances(phase)
            trigger = chance.choices(list(chances), list(chances.values()))[0]
        steps.append(Step(trigger, time))
        step = model.process.transition(phase, trigger)
        assert step is not None
        phase = step.target
    return steps


def test_a_case_that_there_is_not_is_refused() -> None:
    """Only the cases of the run can be looked at."""
    result = simulate(MODEL, cases=range(5, 8), horizon=10, seed=7)
    assert result.collaboration(5, begin=BEGIN).id == "case-5"
    for number in (4, 8):
        with pytest.raises(InvalidModel, match="cases 5 to 7"):
            result.collaboration(number, begin=BEGIN)


def test_what_cannot_be_repaired_is_waived() -> None:
    """What was said stays said: a step that asks for the opposite is taken under a waiver of it."""
    said, unsaid = rule(c.OnRecord("purpose")), rule(c.RecordCount("purpose", at_most=0), code="OWN-02")
    process = tiny(said, finish=(said, unsaid))
    case = replay(process, "begin", [Step("go", 0.1), Step("finish", 0.5)], begin=BEGIN, id="case")
    assert case.phase == "done"
    waivers = [entry.fact for entry in case.dossier.entries(gs.WaiverGranted)]
    assert [(waiver.rule, waiver.on) for waiver in waivers] == [("OWN-02", day_of(BEGIN, 0.5))]
