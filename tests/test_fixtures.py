"""Practice examples with a known outcome, as the sources tell them (model.md A12 and F)."""

from __future__ import annotations

import pytest
from builders import DAY, adopted, codes, joined, later, row, said

import gezondsamen as gs
from gezondsamen import examples

TOWNS = ("harderwijk", "nunspeet", "oldebroek", "putten", "ermelo", "elburg")


@pytest.mark.parametrize(("counts_as", "status"), [(None, "met"), ("private", "unmet"), ("neither", "unmet")])
def test_ex_01_a_semi_public_party_counts_as_public(counts_as: str | None, status: str) -> None:
    """FitFoodFun-Factor is a partnership only because its semi-public party counts as public."""
    case = adopted(
        gs.PPS,
        "partner_selection",
        joined("lidl", "retailer"),
        joined("hartstichting", "foundation"),
        joined("voedingscentrum", "care_provider", counts_as=counts_as),
    )
    assert row(case.check("choose_partners", on=DAY), "PAR-01").status == status


def noord_veluwe() -> gs.Collaboration:
    """Return the campaign of six municipalities and thirty supermarkets: integral, and a partnership."""
    case = adopted(
        gs.INTEGRAL,
        "maintenance",
        *(joined(town, "municipality", "public_health") for town in TOWNS),
        *(joined(f"supermarkt-{n}", "retailer", "retail") for n in range(30)),
        gs.EvaluationPlanned(DAY, "final", due=later(300), aspects=("process", "effect")),
    )
    return case.open(gs.PPS, on=DAY, phase="management", since=DAY, reason="loopt al")


def test_ex_05_thirty_supermarkets_are_a_point_of_attention() -> None:
    """Goed Bezig has thirty private partners where ten is the limit: that warns, and blocks nothing."""
    case = noord_veluwe()
    watch = case.monitor(on=DAY, track="pps")
    found = row(watch, "PAR-02")
    assert found.status == "advised"
    assert [(f.needed, f.found) for f in found.findings] == [(10, 30)]
    assert row(watch, "PAR-01").status == "met"
    assert case.check("open_evaluation", on=DAY, track="pps").allowed


def test_ex_05_effect_and_process_are_both_evaluated() -> None:
    """Goed Bezig measured its effect and described its process, so that rule is met."""
    check = noord_veluwe().check("open_evaluation", on=DAY)
    assert row(check, "EVA-11").status == "met"
    assert check.allowed


def test_ex_07_eight_companies_signed() -> None:
    """Zwolle has a public and a private side, and eight companies are within the limit."""
    zwolle = examples.load("EX-07")
    watch = zwolle.case.monitor(on=zwolle.as_of)
    assert row(watch, "PAR-01").status == "met"
    assert row(watch, "PAR-02").status == "met"
    (covenant,) = zwolle.case.dossier.agreements
    assert {signature.party for signature in covenant.signatures} == set(covenant.obliged)
    assert len(covenant.obliged) == 8


def test_ex_12_back_to_exploring() -> None:
    """Den Bosch learnt that the expected role did not work, took up its ambition and explored again."""
    case = adopted(gs.INTEGRAL, "evaluation", joined("gemeente"))
    assert codes(case.check("recalibrate_ambition", on=DAY).unmet) == {"EVA-12"}
    case = case.advance("recalibrate_ambition", gs.EvaluationHeld(DAY, "periodic", "adapt"), on=DAY)
    case = case.advance("back_to_exploration", on=later(30))
    assert [visit.phase for visit in case.visits] == ["evaluation", "ambition", "exploration"]


def test_ex_16_interrupted_and_resumed() -> None:
    """The pilots lay still in 2020, and were resumed once capacity was there again."""
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
    check = smallingerland.case.check("open_conversation", on=smallingerland.as_of)
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
    with pytest.raises(gs.InvalidRecord, match="EX-07") as caught:
        examples.load("EX-70")
    assert caught.value.code == "unknown-example"
