"""Moments: when a point gives them, in Dutch and English."""

from __future__ import annotations

from typing import Any

import pytest

import gezondsamen as gs
from gezondsamen.process import evaluation_points as p
from gezondsamen.process.conditions import Limit
from gezondsamen.prose.moments import anchor_text, point_text
from gezondsamen.prose.scene import Scene
from tests.support.builders import PROCESSES, label

SCENE = Scene(gs.PPS)
NAMED = Limit("progress_interval", gs.Every(months=3), label("termijn"))


def point(anchor: p.Anchor, **more: Any) -> gs.EvaluationPoint:
    citation = gs.Citation(gs.Work("w", "Title"))
    return gs.EvaluationPoint(
        key="point", label=label("punt"), kind="interim", anchor=anchor, citation=citation, **more
    )


@pytest.mark.parametrize(
    ("given", "nl", "en"),
    [
        (
            point(p.OnPhase("management"), every=NAMED, while_in=("management",)),
            "elke drie maanden vanaf de eerste keer in “management van de PPS”, zolang de fase "
            "“management van de PPS” is",
            "every three months from the first entry into “management of the partnership”, while "
            "in “management of the partnership”",
        ),
        (
            point(p.OnTerm(), fraction=0.5, min_term=gs.Every(years=2)),
            "halverwege de looptijd, bij een looptijd van twee jaar of langer",
            "half-way through the term, for terms of two years or longer",
        ),
        (
            point(p.OnTerm("end"), before_end=gs.Every(months=3)),
            "drie maanden voor het einde van de looptijd",
            "three months before the end of the term",
        ),
        (
            point(p.OnStatement("purpose"), offset=gs.Every(months=1), optional=True),
            "één maand na elke vastlegging van “doel van de samenwerking”, naar keuze",
            "one month after each statement on “purpose of the collaboration”, optional",
        ),
        (
            point(p.OnSchoolYear(), min_count=2, window=p.Window("01-10", "03-31")),
            "elk schooljaar, minstens twee keer, tussen 10 januari en 31 maart",
            "each school year, at least two times, between 10 January and 31 March",
        ),
        (
            point(p.OnAction(), on_events=((p.OnPartyLeft(), None), (p.OnTerm(), gs.Every(days=1)))),
            "bij de einddatum van elke afgesproken actie, en eenmaal bij het vertrek van een partij, en "
            "eenmaal één dag na het begin van de looptijd van de overeenkomst",
            "on the due day of each agreed action, and once on the leaving of a party, and once one day "
            "after the start of the term of the agreement",
        ),
    ],
)
def test_a_point_says_when_it_gives_moments(given: gs.EvaluationPoint, nl: str, en: str) -> None:
    """A phrase tells from what is counted, how often, and all that bounds it; in both languages."""
    assert point_text(given, SCENE.voice("nl")) == nl
    assert point_text(given, SCENE.voice("en")) == en


def test_the_key_of_a_limit_is_told_to_those_who_ask() -> None:
    """A period that the process can set is followed by the name of its limit, where that is asked."""
    given = point(p.OnSchoolYear(), every=NAMED)
    assert "drie maanden vanaf" in point_text(given, SCENE.voice("nl"))
    assert "drie maanden [progress_interval] vanaf" in point_text(given, SCENE.voice("nl", limits=True))


@pytest.mark.parametrize("process", PROCESSES, ids=lambda x: x.key)
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_point_of_a_process_is_said(process: gs.Process, lang: str) -> None:
    """The phrase of a point has a word for all it counts from; a share of the term needs no other."""
    v = Scene(process).voice(lang)
    yearly = {"nl": "elk schooljaar", "en": "each school year"}[lang]
    for given in process.evaluation_points:
        text = point_text(given, v).replace(yearly, anchor_text(p.OnSchoolYear(), v))
        assert text
        assert "None" not in text
        own = [given.anchor] if given.fraction is None and given.before_end is None else []
        for anchor in (*own, *(anchor for anchor, _ in given.on_events)):
            assert anchor_text(anchor, v) in text
