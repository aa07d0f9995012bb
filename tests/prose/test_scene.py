"""The scene and its voice: selections of parties and numbers as phrases."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gezondsamen as gs
from gezondsamen.language import language_of
from gezondsamen.process import conditions as c
from gezondsamen.prose.scene import Scene

SCENE = Scene(gs.PPS)


@given(st.integers(-(10**12), 10**12))
def test_whole_numbers_are_written_out(number: int) -> None:
    """A number is shown with every digit, and without a needless fraction."""
    dutch = language_of("nl")
    assert re.sub(r"\D", "", dutch.number(number)) == str(abs(number))
    assert dutch.number(float(number)) == dutch.number(number)


@pytest.mark.parametrize(
    ("which", "one", "several"),
    [
        (c.Parties(), "partij", "partijen"),
        (c.Parties(sides="private"), "private partij", "private partijen"),
        (c.Parties(kinds="school"), "school", "scholen"),
        (
            c.Parties(sectors=("sport", "care")),
            "partij uit de sector sport en bewegen of zorg",
            "partijen uit de sector sport en bewegen of zorg",
        ),
        (
            c.Parties(roles="delegate"),
            "afgevaardigde",
            "partijen in de rol van afgevaardigde",
        ),
        (c.Parties(internal=True), "partij van de eigen organisatie", "partijen van de eigen organisatie"),
        (
            c.Parties(internal=False, or_none=True),
            "eventuele externe partij",
            "eventuele externe partijen",
        ),
    ],
)
def test_a_selection_of_parties_reads_as_a_phrase(which: c.Parties, one: str, several: str) -> None:
    """A selection says all that it selects by, of one party and of several."""
    v = SCENE.voice("nl")
    assert (v.parties(which), v.parties(which, many=True)) == (one, several)
