"""The journal in words: a line for each entry, in both languages, with what became of it."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, get_args

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import gezondsamen as gs
from gezondsamen.examples import ids, load
from tests.support import golden_values
from tests.support.builders import DAY, joined, later, said, started
from tests.support.strategies import histories
from tests.support.texts import texts_of

LANGS = pytest.mark.parametrize("lang", ["nl", "en"])


def without_ids(fact: Any) -> gs.Fact:
    """Return a fact without what the journal does not tell: persons, and which moment was answered."""
    silent = {"person", "evaluator", "approved_by", "point"} & {a.name for a in attrs.fields(type(fact))}
    bare: gs.Fact = attrs.evolve(fact, **dict.fromkeys(silent, ""))
    return bare


@given(histories(gs.PPS), st.sampled_from(["nl", "en"]), st.integers(-2, 1000).map(later))
def test_there_is_a_line_for_each_entry(case: gs.Collaboration, lang: str, day: date) -> None:
    """Lines and entries go together, with the number and day of each; a day leaves out what came later."""
    lines = case.timeline(lang)
    assert [line.entry for line in lines] == list(case.entries_after(0))
    assert [(line.number, line.on) for line in lines] == [
        (e.number, e.fact.on) for e in case.entries_after(0)
    ]
    assert case.timeline(lang, on=day) == tuple(line for line in lines if line.entry.place[0] <= day)
    for line in lines:
        assert line.said.endswith((".", "]."))
        assert line.said[:1] == line.said[:1].upper()
        for text in texts_of(line.entry.fact):
            assert text in line.text


@LANGS
@pytest.mark.parametrize("example", ids())
def test_every_example_is_told(example: str, lang: str) -> None:
    """Each entry of each example is a sentence that has no blank and no empty place in it."""
    case = load(example).case
    for line in case.timeline(lang):
        assert not re.search(r"[{}]|  |\(\)|: \.|“”|None", line.text)
        assert str(line) == f"{line.number}. {line.day}: {line.text}"


@LANGS
def test_each_kind_of_fact_has_a_sentence_of_its_own(lang: str) -> None:
    """Every kind of fact is told, and no two kinds of fact in the same words."""
    told = {type(line.entry.fact): line.said for line in golden_values.every_kind(gs.PPS).timeline(lang)}
    assert set(told) == set(get_args(gs.Fact))
    assert len(set(told.values())) == len(told)


@LANGS
@given(histories(gs.PPS))
def test_no_two_facts_read_alike(lang: str, case: gs.Collaboration) -> None:
    """Facts that differ in more than a person or an evaluation point are told in words that differ."""
    facts: dict[tuple[str, str], gs.Fact] = {}
    for line in case.timeline(lang):
        fact: Any = without_ids(line.entry.fact)
        if len(case.tracks) == 1 and hasattr(fact, "track"):  # the one track is the whole collaboration
            fact = attrs.evolve(fact, track=None)
        assert facts.setdefault((line.day, line.said), fact) == fact


def test_what_was_corrected_says_so() -> None:
    """A line that was taken back names the line that did it; one in the place of another names that one."""
    case = started(gs.PPS, gs.Stated(DAY, "purpose", "een"), gs.Stated(DAY, "vision", "twee"))
    case = case.correct(2, gs.Stated(DAY, "purpose", "drie"), reason="typefout")
    case = case.correct(5, gs.Stated(DAY, "purpose", "vier"), reason="weer fout")
    case = case.correct(3, None, reason="niet gezegd")
    lines = case.timeline("nl")
    fate = [(x.number, x.retracted_in, x.corrected_in, x.corrects) for x in lines]
    assert fate == [
        (1, None, None, None),
        (2, 4, 5, None),
        (3, 8, None, None),
        (4, None, None, None),
        (5, 6, 7, 2),
        (6, None, None, None),
        (7, None, None, 5),
        (8, None, None, None),
    ]
    assert lines[1].text == "Vastgelegd, doel van de samenwerking: “een”. Verbeterd in regel 5."
    assert lines[2].text == "Vastgelegd, integrale visie: “twee”. Teruggenomen in regel 8."
    assert lines[3].text == "Regel 2 is teruggenomen. Reden: “typefout”. Nu geldt regel 5."
    assert lines[6].text == "Vastgelegd, doel van de samenwerking: “vier”. In plaats van regel 5."
    assert case.timeline("en")[7].text == "Entry 3 is taken back. Reason: “niet gezegd”."


def test_what_was_redacted_says_so() -> None:
    """A text that was removed is told as removed, also where a party is named by it; others are not."""
    case = started(gs.PPS, joined("a"), gs.Stated(DAY, "purpose", "geheim"), gs.PartyLeft(later(1), "a"))
    case = case.redact(entry=3).redact(entry=2)
    lines = case.timeline("nl")
    assert [line.redacted for line in lines] == [False, True, True, False]
    assert lines[1].text == "Nieuwe partij: [naam weggehaald]. Soort: gemeente."
    assert lines[2].text == "Vastgelegd, doel van de samenwerking: [weggehaald]."
    assert lines[3].text == "Vertrokken: [naam weggehaald]."
    assert "geheim" not in str(case.timeline("en"))


def test_who_entered_it_is_kept_and_for_whom_is_told() -> None:
    """The author is an opaque id and stays beside the words; the party they spoke for is named."""
    case = started(gs.PPS, joined("a")).record(*said("purpose"), by="u-1", on_behalf_of="a")
    line = case.timeline("nl")[-1]
    assert (line.by, line.on_behalf_of) == ("u-1", "a")
    assert line.text.endswith("Namens Partij a.")
    assert "u-1" not in line.text


def test_tracks_are_named_where_there_are_several() -> None:
    """What belongs to one track says which: by its process, or by the title of the agreement."""
    case = started(
        gs.PPS, joined("a"), gs.AgreementDrafted(DAY, "pact", "covenant", title="Pact van Waterstad")
    )
    case = case.open(gs.AGREEMENT, track="pact", on=DAY).open(gs.INTEGRAL, on=DAY)
    case = case.record(
        gs.Stated(DAY, "purpose", "x", track="pact"), gs.Stated(DAY, "purpose", "x", track="integral")
    )
    told = [line.text for line in case.timeline("nl")[3:]]
    assert told == [
        "Overeenkomst “Pact van Waterstad” begint in de fase “concept”.",
        "Het proces integrale samenwerking begint in de fase “idee”.",
        "Vastgelegd, doel van de samenwerking: “x” (bij “Pact van Waterstad”).",
        "Vastgelegd, doel van de samenwerking: “x” (bij integrale samenwerking).",
    ]


def test_a_language_without_texts_is_refused() -> None:
    """The journal is told in a language that the library speaks, however its code is written."""
    assert started().timeline("nl-NL") == started().timeline("nl")
    with pytest.raises(gs.InvalidArgument):
        started().timeline("xx")
