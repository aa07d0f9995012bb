"""Instruments: their shape, the self-assessment, and the bands of others."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import pytest

import gezondsamen as gs
from gezondsamen.catalogue.factors import OBSTACLES, SUCCESS_FACTORS
from gezondsamen.catalogue.instruments import INSTRUMENTS, PARTNERSHIPS_ANALYSIS_TOOL, self_assessment
from gezondsamen.evaluation.instruments import Band, Instrument, Item, Scale
from gezondsamen.evaluation.results import Results
from tests.support.builders import EVERY_PHASE

NAME = gs.Label(nl="lijst", en="list")

EDGES = [
    (35, "question"),
    (84, "question"),
    (84.5, "question"),
    (85, "right direction"),
    (126, "right direction"),
    (127, "genuine"),
    (175, "genuine"),
]
"""Totals at the edges of the published bands 35-84, 85-126 and 127-175."""


@pytest.mark.parametrize(("total", "words"), EDGES)
def test_the_bands_of_vichealth(total: float, words: str) -> None:
    """A total falls in the band that its makers say."""
    band = PARTNERSHIPS_ANALYSIS_TOOL.band(total)
    assert band is not None
    assert words in band.label.en


def test_the_totals_of_vichealth_run_from_35_to_175() -> None:
    """Thirty-five items on five points give totals from 35 to 175, and every one falls in a band."""
    for score, total in ((1, 35), (5, 175)):
        form = {item.key: score for item in PARTNERSHIPS_ANALYSIS_TOOL.items}
        results = Results(PARTNERSHIPS_ANALYSIS_TOOL, {"gemeente": form})
        assert results.total == total
        assert results.band is not None
    assert PARTNERSHIPS_ANALYSIS_TOOL.band(34) is None


def test_an_instrument_prints_in_a_line() -> None:
    """In a terminal an instrument has its key and how many items it asks."""
    assert (
        repr(Instrument("own", NAME, (Item("trust"), Item("aims")), Scale(1, 5)))
        == "Instrument('own', 2 items)"
    )


def test_others_questionnaires_are_not_here() -> None:
    """An instrument of others comes without the texts of its items; a host can put them in."""
    for instrument in INSTRUMENTS:
        assert all(item.label is None for item in instrument.items)
        filled = instrument.with_texts({instrument.items[0].key: NAME})
        assert filled.items[0].label == NAME
        assert filled.items[1:] == instrument.items[1:]


@pytest.mark.parametrize(("process", "phase"), [*((p, None) for p in gs.PROCESSES.values()), *EVERY_PHASE])
def test_a_self_assessment_asks_the_factors_that_bear_there(process: gs.Process, phase: str | None) -> None:
    """Each success factor of a process, or of a phase, is an item with its label and rules, and no other."""
    instrument = self_assessment(process, phase)
    expected = [f for f in SUCCESS_FACTORS if f.bears(process.key, phase)]
    assert [item.key.upper().replace("_", "-") for item in instrument.items] == [f.code for f in expected]
    assert [(item.label, item.rules) for item in instrument.items] == [(f.label, f.rules) for f in expected]


def test_an_obstacle_belongs_to_a_factor_with_the_same_rule() -> None:
    """A low score touches just the obstacles that share a rule with its factor."""
    rules = {obstacle.code: set(obstacle.rules) for obstacle in OBSTACLES}
    items = self_assessment().items
    assert len(items) == len(SUCCESS_FACTORS)
    for item in items:
        assert set(item.obstacles) == {code for code, of_it in rules.items() if of_it & set(item.rules)}
    assert any(item.obstacles for item in items)


def test_an_adapted_process_has_the_factors_of_its_base() -> None:
    """Who adapts a process keeps its self-assessment."""
    assert self_assessment(gs.PPS.adapt(key="pps-waterstad"), "management") == self_assessment(
        gs.PPS, "management"
    )


def test_a_misspelt_phase_finds_the_one_meant() -> None:
    """A phase that the process does not have is refused, and the nearest is named."""
    with pytest.raises(gs.InvalidArgument, match="Did you mean 'negotiation'") as caught:
        self_assessment(gs.PPS, "negotation")
    assert caught.value.code == "unknown-phase"


def test_an_instrument_is_a_document() -> None:
    """An instrument is written and read like every other value."""
    for instrument in (*INSTRUMENTS, self_assessment(gs.PPS)):
        assert gs.loads(gs.dumps(instrument)) == instrument


@pytest.mark.parametrize(
    ("make", "named"),
    [
        (lambda: Instrument("own", NAME, (), Scale(1, 5)), "has no items"),
        (lambda: Instrument("own", NAME, (Item("Trust"),), Scale(1, 5)), "'Trust'"),
        (lambda: Instrument("Own list", NAME, (Item("trust"),), Scale(1, 5)), "'Own list'"),
        (lambda: Instrument("own", NAME, (Item("trust"), Item("trust")), Scale(1, 5)), "two items 'trust'"),
        (
            lambda: Instrument("own", NAME, (Item("a"),), Scale(1, 5), (Band(3, NAME), Band(3, NAME))),
            "do not ascend",
        ),
        (lambda: Instrument("own", NAME, (Item("a"),), Scale(1, 5), bands_on=cast("Any", "sum")), "'sum'"),
        (lambda: Scale(5, 5), "upwards"),
        (lambda: Scale(1, 5, ((6, NAME),)), "6"),
    ],
)
def test_a_crooked_instrument_is_refused(make: Callable[[], object], named: str) -> None:
    """What cannot be scored or read is refused with the offender's name."""
    with pytest.raises(ValueError, match=named):
        make()


def test_a_misspelt_item_finds_the_one_meant() -> None:
    """An unknown item is refused, and the nearest is named."""
    with pytest.raises(gs.InvalidArgument, match="item_1'"):
        PARTNERSHIPS_ANALYSIS_TOOL.with_texts({"itme_1": NAME})


@pytest.mark.parametrize("text", [None, "vertrouwen"])
def test_a_text_of_an_item_is_a_label(text: Any) -> None:
    """What is no label is refused, before an item loses the text that it has."""
    with pytest.raises(gs.InvalidArgument) as caught:
        PARTNERSHIPS_ANALYSIS_TOOL.with_texts({"item_1": text})
    assert caught.value.code == "wrong-type"


def test_a_phase_needs_its_process() -> None:
    """A phase without a process, or a process by its key, is refused instead of guessed."""
    crooked: Any = ((None, "management"), ("pps", None))
    for given in crooked:
        with pytest.raises(gs.InvalidArgument) as caught:
            self_assessment(*given)
        assert caught.value.code == "no-process"
