"""Practice examples with a known outcome, as the sources tell them (model.md A12 and F)."""

from __future__ import annotations

from datetime import date

import pytest

import gezondsamen as gs
from gezondsamen import examples
from tests.support.builders import adopted, codes, joined, later, row, said

UMBRELLA = "convenant-gezond-gewicht"
SUB_COVENANTS = (
    "deelconvenant-werk",
    "deelconvenant-school",
    "deelconvenant-consument-en-vrije-tijd",
    "deelconvenant-jogg",
)


def test_ex_02_an_umbrella_with_four_sub_covenants() -> None:
    """Gezond Gewicht has parties of three kinds, a principal covenant, four beneath it, and a predecessor."""
    case = examples.load("EX-02").case
    texts = {text.id: text for text in case.dossier.agreements}
    assert [party.kind for party in case.dossier.parties] == ["government", "business", "civil_organisation"]
    assert [text.id for text in texts.values() if text.principal] == [UMBRELLA]
    assert set(texts) == {UMBRELLA, *SUB_COVENANTS, "convenant-overgewicht"}
    assert case.tracks == ("main", "convenant-overgewicht", UMBRELLA, *SUB_COVENANTS)
    for track in (UMBRELLA, *SUB_COVENANTS):
        assert case.phase_of(track) == "in_force"
        assert (texts[track].start, texts[track].end) == (date(2010, 1, 1), date(2014, 12, 31))
    assert gs.AGREEMENT.phase(case.phase_of("convenant-overgewicht")).outcome == "success"


def test_ex_02_everybody_signed_one_sub_covenant_and_no_more_is_known() -> None:
    """Each kind of party signed the sub-covenant JOGG; who signed which other is not in the sources."""
    dossier = examples.load("EX-02").case.dossier
    signed = {text.id: len(text.signatures) for text in dossier.agreements}
    assert signed == {**dict.fromkeys(signed, 0), "deelconvenant-jogg": 3}
    (jogg,) = [text for text in dossier.agreements if text.id == "deelconvenant-jogg"]
    assert {x.party for x in jogg.signatures} == {party.id for party in dossier.parties}


def test_ex_02_the_middle_of_its_term() -> None:
    """The middle of 2010-2014 is 2 July 2012, and the evaluation of the first half of 2012 answers it."""
    example = examples.load("EX-02")
    schedule = gs.evaluation_schedule(example.case, on=example.as_of, until=date(2014, 12, 31))
    middle = [moment for moment in schedule if moment.point.key == "midterm_review"]
    assert {moment.track for moment in middle} == {"main", UMBRELLA, *SUB_COVENANTS}
    assert {moment.on for moment in middle} == {date(2012, 7, 2)}
    assert {moment.status for moment in middle} == {"held"}
    before = gs.evaluation_schedule(example.case, on=date(2011, 12, 31), until=date(2012, 12, 31))
    assert {m.status for m in before if m.point.key == "midterm_review"} == {"planned"}


def test_ex_02_expires_the_day_after_its_end() -> None:
    """The covenants are in force through 31 December 2014, and due to expire on 1 January 2015."""
    case = examples.load("EX-02").case
    last, after = date(2014, 12, 31), date(2015, 1, 1)
    assert case.due(on=last) == ()
    due = case.due(on=after)
    assert {(step.trigger, step.track) for step in due} == {
        ("open_evaluation", "main"),
        *(("expire", t) for t in (UMBRELLA, *SUB_COVENANTS)),
    }
    assert {step.since for step in due} == {last}
    assert case.agreement(UMBRELLA, on=last).in_force
    assert not case.agreement(UMBRELLA, on=after).in_force
    assert not case.agreement("convenant-overgewicht", on=last).in_force


def test_ex_02_the_limit_of_ten_says_nothing_about_a_national_covenant() -> None:
    """How many of the 27 are private is unknown: they stand as one, and PAR-02 finds nothing."""
    example = examples.load("EX-02")
    watch = example.case.monitor(on=example.as_of)
    assert row(watch, "PAR-01").status == "met"
    assert row(watch, "PAR-02").status == "met"
    assert [p.kind for p in example.case.dossier.parties].count("business") == 1


def test_ex_07_eight_companies_signed() -> None:
    """Zwolle has a public and a private side, and eight companies are within the limit."""
    zwolle = examples.load("EX-07")
    watch = zwolle.case.monitor(on=zwolle.as_of)
    assert row(watch, "PAR-01").status == "met"
    assert row(watch, "PAR-02").status == "met"
    (covenant,) = zwolle.case.dossier.agreements
    assert {signature.party for signature in covenant.signatures} == set(covenant.obliged)
    assert len(covenant.obliged) == 8


def test_what_is_interrupted_is_resumed_with_capacity() -> None:
    """What lay still for most of a year is resumed once hours, money and tools are there again."""
    case = adopted(gs.INTEGRAL, "maintenance", joined("gemeente"), joined("school", "school"))
    case = case.advance("suspend", on=later(60))
    assert case.process.phase(case.phase).kind == "suspended"
    refused = case.check("resume", on=later(400))
    assert codes(refused.unmet) == {"AGR-13"}
    capacity = said("capacity_hours", "capacity_money", "capacity_tools", on=later(400), until=later(800))
    case = case.advance("resume", *capacity, on=later(400))
    assert [visit.phase for visit in case.visits] == ["maintenance", "suspended", "maintenance"]


def test_ex_19_physical_sectors_only() -> None:
    """Smallingerland has sectors enough, and considered none of the social domain: that warns."""
    smallingerland = examples.load("EX-19")
    day = smallingerland.as_of
    case = smallingerland.case.open(
        gs.INTERSECTORAL, track="before", on=day, phase="exploration", since=day, reason="to ask its rules"
    )
    check = case.check("open_conversation", on=day, track="before")
    assert row(check, "PAR-05").status == "met"
    social = row(check, "PAR-06")
    assert social.status == "advised"
    assert [finding.at for finding in social.findings] == [(0,)]


@pytest.mark.parametrize("ident", examples.ids())
def test_every_example_tells_its_source(ident: str) -> None:
    """A shipped example loads, names the passage it was read from, and is adopted, not invented."""
    example = examples.load(ident)
    assert (example.id, example.case.id) == (ident, ident)
    assert example.source
    assert example.note.nl
    assert example.note.en
    assert example.case.visits[0].adopted
    assert example.case.review() == ()
    assert example.case.options(on=example.as_of)
    assert gs.loads(gs.dumps(example.case)) == example.case


def test_an_unknown_example_finds_the_one_meant() -> None:
    """An example that does not ship is refused, and those that do are named."""
    with pytest.raises(gs.InvalidArgument, match="EX-07") as caught:
        examples.load("EX-70")
    assert caught.value.code == "unknown-example"
