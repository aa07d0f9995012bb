"""Observation: what becomes of journals when they are read as visits."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest

import gezondsamen as gs
from gezondsamen.collaboration import Collaboration
from gezondsamen.dossier.facts import StepTaken
from gezondsamen.simulation import InvalidModel, Visits, observe, simulate
from tests.support.simulation.partnerships import partnership

BEGIN = date(2016, 1, 4)
DAY = 1 / 365.25


def real(cases: int = 12, horizon: float = 6) -> tuple[list[Collaboration], Visits]:
    """Return simulated cases as real collaborations, and their visits as simulated."""
    result = simulate(partnership(), cases=cases, horizon=horizon, seed=7)
    return [result.collaboration(n, begin=BEGIN) for n in range(cases)], Visits.from_result(result)


def test_real_cases_give_the_visits_of_their_simulation_to_the_day() -> None:
    """A simulated case that became a real one is observed as it was simulated, but for parts of days."""
    cases, simulated = real()
    seen = observe(iter(cases), until=BEGIN + timedelta(days=int(6 * 365.25)))
    assert (seen.phase_from == simulated.phase_from).all()
    assert (seen.trigger == simulated.trigger).all()
    assert (seen.phase_to == simulated.phase_to).all()
    assert (seen.visit == simulated.visit).all()
    ended = seen.trigger >= 0
    assert np.abs(seen.entered - simulated.entered).max() <= DAY
    assert np.abs(seen.left - simulated.left)[ended].max() <= DAY
    assert (seen.precision == DAY).all()
    assert (seen.begin == np.datetime64(BEGIN)).all()


def test_what_happened_later_is_censored() -> None:
    """Up to an earlier day the same visits are seen, the last of each case cut off there."""
    cases, _ = real()
    whole = observe(cases, until=date(2022, 1, 1))
    part = observe(cases, until=date(2018, 1, 1))
    for case in np.unique(part.case):
        mine, all_of_it = part.where(part.case == case), whole.where(whole.case == case)
        assert (mine.phase_from == all_of_it.phase_from[: len(mine)]).all()
        assert mine.left.max() <= 2 + DAY
        assert (mine.trigger[:-1] >= 0).all()
    last = (date(2018, 1, 1) - BEGIN).days * DAY
    assert part.left[part.trigger < 0] == pytest.approx(last)
    with pytest.raises(InvalidModel, match="no visit to observe"):
        observe(cases, until=BEGIN - timedelta(days=1))


def test_an_adopted_case_is_seen_from_its_adoption() -> None:
    """The time before the day of entry is `spent`, and the clock of the case begins that day."""
    case = gs.Collaboration.start(
        gs.PPS, id="a", on=date(2024, 1, 8), phase="management", since=date(2023, 1, 8), reason="older"
    )
    visits = observe([case], until=date(2024, 1, 18))
    assert visits.spent.tolist() == [pytest.approx(365 * DAY)]
    assert (visits.entered[0], visits.left[0]) == (0, pytest.approx(10 * DAY))
    assert visits.columns()["trigger"].tolist() == [""]


def test_a_step_taken_back_is_out() -> None:
    """A step that was retracted later opens no visit and ends none."""
    cases, _ = real(cases=3)
    case = cases[0]
    steps = [entry for entry in case.entries_after(0) if isinstance(entry.fact, StepTaken)]
    before = observe([case], until=date(2030, 1, 1))
    after = observe([case.correct(steps[-1].number, None, reason="mistaken")], until=date(2030, 1, 1))
    final = gs.PPS.phase(case.phase).kind == "final"
    assert len(after) == len(before) - (0 if final else 1)
    assert after.trigger[-1] == -1


def test_covariates_are_measured_once_for_each_case() -> None:
    """A function of a case gives a number that stands beside each of its visits."""
    cases, _ = real(cases=3)
    seen = observe(cases, until=date(2030, 1, 1), covariates={"entries": lambda case: case.version})
    for case in cases:
        assert set(seen.covariates["entries"][seen.case == case.id]) == {float(case.version)}


def test_a_process_takes_every_track_that_runs_through_it() -> None:
    """Lives of agreements are visits of their own, under the id of the case and of the track."""
    case = gs.Collaboration.start(gs.PPS, id="a", on=date(2024, 1, 8))
    case = case.open(gs.CERTIFICATE, on=date(2024, 2, 1)).open(
        gs.CERTIFICATE, on=date(2024, 3, 1), track="second"
    )
    visits = observe([case], until=date(2024, 6, 1), process=gs.CERTIFICATE)
    assert visits.case.tolist() == ["a/certificate", "a/second"]
    assert visits.phases == tuple(phase.key for phase in gs.CERTIFICATE.phases)


def test_what_cannot_be_observed_is_refused() -> None:
    """A day that is none, something that is no case, and cases of two processes are named."""
    one = gs.Collaboration.start(gs.PPS, id="a", on=date(2024, 1, 8))
    other = gs.Collaboration.start(gs.NETWORK, id="b", on=date(2024, 1, 8))
    with pytest.raises(InvalidModel, match="give a datetime"):
        observe([one], until="2024-01-01")  # type: ignore[arg-type]
    with pytest.raises(InvalidModel, match="one after another"):
        observe(one, until=date(2025, 1, 1))  # type: ignore[arg-type]
    with pytest.raises(InvalidModel, match="a name of its own"):
        observe([one], until=date(2025, 1, 1), covariates={"left": lambda case: 1})
    with pytest.raises(InvalidModel, match="give a number, not 'much', for case 'a'"):
        observe([one], until=date(2025, 1, 1), covariates={"x": lambda case: "much"})  # type: ignore[dict-item,return-value]
    with pytest.raises(InvalidModel, match=r"collaborations\[1\].*give collaborations"):
        observe([one, 3], until=date(2025, 1, 1))  # type: ignore[list-item]
    with pytest.raises(InvalidModel, match=r"collaborations\[1\].*'network'"):
        observe([one, other], until=date(2025, 1, 1))
