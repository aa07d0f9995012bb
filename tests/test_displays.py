"""Displays: what a value shows in a shell, a log line and a notebook."""

from __future__ import annotations

import pydoc
from datetime import date
from types import ModuleType
from typing import Any

import pytest

import gezondsamen as gs
from gezondsamen import examples, exchange
from gezondsamen.catalogue.instruments import INSTRUMENTS
from gezondsamen.examples import load
from gezondsamen.exchange import to_svg
from tests.support.builders import DAY, started

CASE = load("EX-07").case
LATER = date(2016, 1, 1)
SCHEDULE = gs.evaluation_schedule(CASE, on=LATER, until=date(2018, 1, 1))
REFUSED = started().check("start", on=DAY)

SHORT = [
    (CASE, "Collaboration('EX-07', pps: management, version 20)"),
    (CASE.dossier, "Dossier(20 entries)"),
    (CASE.dossier.as_of(date(2015, 1, 1)), "Dossier(20 entries through 2015-01-01)"),
    (CASE.dossier.journal, "Journal(20 entries)"),
    (gs.PPS, "Process('pps', 23 phases, 58 steps)"),
    (gs.PPS.requirements["KEN-04"], "Requirement('KEN-04', 'purpose and reason of collaborating recorded')"),
    (REFUSED, "Check('start' refused: KEN-04)"),
    (REFUSED.outcomes[0], "Outcome('KEN-04' unmet)"),
    (CASE.check("suspend", on=LATER), "Check('suspend' allowed)"),
    (CASE.check("start", on=LATER), "Check('start' not possible in 'management')"),
    (CASE.plan("aftercare", on=LATER), "Plan('management' to 'aftercare' on 2016-01-01: 5 steps)"),
    (CASE.plan("initiative", on=LATER), "Plan('management' to 'initiative' on 2016-01-01: no route)"),
    (CASE.monitor(on=LATER), "Watch('management' on 2016-01-01: nothing found; 0 overdue)"),
    (SCHEDULE, "Schedule('EX-07' on 2016-01-01: 30 moments until 2018-01-01)"),
    (SCHEDULE.moments[0], "Moment('EX-07/main/announcement/1/1' on 2016-02-29: planned)"),
    (INSTRUMENTS[0], "Instrument('partnerships_analysis_tool', 35 items)"),
]


@pytest.mark.parametrize(("value", "text"), SHORT, ids=[text.partition("(")[0] for _, text in SHORT])
def test_a_value_shows_itself_in_one_short_line(value: object, text: str) -> None:
    """What a value is and where it stands fits a line of a log; the whole is in its fields."""
    assert repr(value) == text


def test_an_error_shows_what_it_carries_shortly() -> None:
    """A refusal in a log line is no longer than its rules."""
    assert repr(gs.TransitionRefused(REFUSED)) == "TransitionRefused(check=Check('start' refused: KEN-04))"


@pytest.mark.parametrize("asked", [gs.loads, exchange, examples, gs.Collaboration])
def test_help_is_a_page(asked: type | ModuleType) -> None:
    """No signature spells out a process: help on a call or a module is as long as what it says."""
    names = getattr(asked, "__all__", ())
    assert len(pydoc.render_doc(asked)) < max(40_000, 1_800 * len(names))
    assert "mappingproxy" not in pydoc.render_doc(asked)


SHOWN = [
    (CASE, "publiek-private samenwerking: management van de PPS, sinds 30 november 2015"),
    (CASE.check("start", on=LATER), "start fase 1 (1 januari 2016)"),
    (CASE.plan("aftercare", on=LATER), "nazorg"),
    (CASE.monitor(on=LATER), "management van de PPS (1 januari 2016)"),
    (SCHEDULE, "29 februari 2016: voortgangsgesprek (gepland)"),
]


@pytest.mark.parametrize(("value", "text"), SHOWN, ids=[type(value).__name__ for value, _ in SHOWN])
def test_a_notebook_shows_the_page_of_a_value(value: Any, text: str) -> None:
    """What a notebook asks for is the text of the value, in a frame."""
    shown = value._repr_html_()
    assert shown.startswith("<pre>")
    assert text in shown


def test_a_notebook_takes_no_text_for_a_tag() -> None:
    """Whatever people wrote is escaped."""
    case = started(title="<script>alert(1)</script>")
    schedule = gs.evaluation_schedule(case, on=DAY, until=DAY)
    for value in (case, schedule, case.check("start", on=DAY), case.monitor(on=DAY)):
        assert "<script" not in value._repr_html_()


def test_a_notebook_draws_a_process() -> None:
    """A process shows itself as the picture that `to_svg` makes."""
    assert gs.PPS._repr_svg_() == to_svg(gs.PPS)
