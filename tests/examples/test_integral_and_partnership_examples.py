"""The examples of integral, intersectoral and public-private work: what each is known to show."""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs
import pytest

import gezondsamen as gs
from gezondsamen import examples
from gezondsamen.catalogue.parties import SEMI_PUBLIC
from gezondsamen.decision.check import Outcome
from tests.support.builders import codes, row

HERE = ("EX-01", "EX-04", "EX-05", "EX-06", "EX-08", "EX-09", "EX-10", "EX-11", "EX-12", "EX-13", "EX-14")


def changed(case: gs.Collaboration, *parties: str, **changes: Any) -> gs.Collaboration:
    """Return the case in which these parties are otherwise."""

    def entry_of(entry: gs.Entry) -> gs.Entry:
        fact = entry.fact
        if not isinstance(fact, gs.PartyJoined) or fact.party.id not in parties:
            return entry
        return attrs.evolve(entry, fact=attrs.evolve(fact, party=attrs.evolve(fact.party, **changes)))

    known = {party.id for party in case.dossier.parties}
    assert known.issuperset(parties)
    return gs.Collaboration.replay(case.processes, map(entry_of, case.entries_after(0)))


def asked(
    case: gs.Collaboration, process: gs.Process, phase: str, trigger: str, code: str, *, on: date
) -> Outcome:
    """Ask a rule of a step that the example is not at: on a track of its own, adopted in that phase."""
    there = case.open(process, track="asked", on=on, phase=phase, since=on, reason="to ask its rules")
    return row(there.check(trigger, on=on, track="asked"), code)


def sectors(case: gs.Collaboration, on: date) -> Outcome:
    """Ask whether at least two sectors take part."""
    return asked(case, gs.INTERSECTORAL, "exploration", "open_conversation", "PAR-05", on=on)


@pytest.mark.parametrize("ident", HERE)
def test_no_example_claims_to_know_a_day(ident: str) -> None:
    """None of these sources gives a day, so each entry bears that of the description; the note says so."""
    example = examples.load(ident)
    assert {entry.fact.on for entry in example.case.entries_after(0)} == {example.as_of}
    assert "De dag van de gegevens is" in example.note.nl
    assert "The day of the entries is" in example.note.en


@pytest.mark.parametrize("ident", HERE)
def test_every_answer_can_be_read_in_both_languages(ident: str) -> None:
    """Each watch and each step of an example is explained in Dutch and in English, with its title."""
    example = examples.load(ident)
    case, day = example.case, example.as_of
    for track in case.tracks:
        options = case.options(on=day, track=track).values()
        answers: tuple[Any, ...] = (case.monitor(on=day, track=track), *options)
        for answer in answers:
            dutch, english = answer.explain("nl"), answer.explain("en")
            assert dutch.startswith(case.title)
            assert english.startswith(case.title)
            assert str(day.year) in dutch.splitlines()[0]
            assert dutch != english


@pytest.mark.parametrize(
    ("ident", "tracks"),
    [
        ("EX-05", {"main": "integral", "pps": "pps"}),
        ("EX-09", {"main": "intersectoral", "pps": "pps"}),
    ],
)
def test_what_is_two_things_runs_on_two_tracks(ident: str, tracks: dict[str, str]) -> None:
    """An example that is a partnership besides has a second track, adopted and under way."""
    case = examples.load(ident).case
    assert {track.name: track.process for track in case.dossier.tracks} == tracks
    assert case.phase_of("pps") == "management"
    assert all(case.visits_of(name)[0].adopted for name in tracks)


@pytest.mark.parametrize(("counts_as", "status"), [(None, "met"), ("private", "unmet"), ("neither", "unmet")])
def test_ex_01_is_a_partnership_by_one_party_only(counts_as: str | None, status: str) -> None:
    """FitFoodFun-Factor has a public side only because the Voedingscentrum counts as public."""
    example = examples.load("EX-01")
    case = changed(example.case, "voedingscentrum", counts_as=counts_as)
    assert row(case.monitor(on=example.as_of), "PAR-01").status == status


@pytest.mark.parametrize("kind", [term.key for term in SEMI_PUBLIC])
def test_ex_01_a_semi_public_party_counts_as_public(kind: str) -> None:
    """With a semi-public party of any kind in its place, there is a public side as well."""
    example = examples.load("EX-01")
    case = changed(example.case, "voedingscentrum", kind=kind)
    assert row(case.monitor(on=example.as_of), "PAR-01").status == "met"


def test_ex_04_the_ggd_directs() -> None:
    """In The Hague the GG&GD holds the direction at all three levels, and on that the rule rests."""
    example = examples.load("EX-04")
    case, day = example.case, example.as_of
    found = asked(case, gs.INTEGRAL, "shaping", "start_execution", "REG-01", on=day)
    assert found.status == "met"
    held = {case.entries_after(0)[number - 1].fact for number in found.evidence}
    levels = ("director_operational", "director_managerial", "director_visionary")
    assert held == {gs.RoleAssigned(day, level, "ggd") for level in levels}
    for level in levels:
        ended = case.record(gs.RoleEnded(day, level, "ggd"))
        without = asked(ended, gs.INTEGRAL, "shaping", "start_execution", "REG-01", on=day)
        assert [finding.needed for finding in without.findings] == [level]


def test_ex_04_is_the_example_of_the_long_haul() -> None:
    """The eight years of The Hague are shown to whoever embeds, and are never judged."""
    example = examples.load("EX-04")
    note = asked(example.case, gs.INTEGRAL, "evaluation", "embed", "NET-04", on=example.as_of)
    assert note.status == "note"
    assert note.findings == ()
    assert "Den Haag" in note.requirement.text.nl
    assert note.requirement.citation.heading.startswith("Den Haag - Gezond Gezind")


def test_ex_05_thirty_supermarkets_are_a_point_of_attention() -> None:
    """Goed Bezig has thirty private partners where ten is the limit: that warns, and blocks nothing."""
    example = examples.load("EX-05")
    watch = example.case.monitor(on=example.as_of, track="pps")
    found = row(watch, "PAR-02")
    assert found.status == "advised"
    assert [(f.needed, f.found) for f in found.findings] == [(10, 30)]
    assert row(watch, "PAR-01").status == "met"
    assert example.case.check("open_evaluation", on=example.as_of, track="pps").allowed


def test_ex_05_effect_and_process_are_both_evaluated() -> None:
    """Goed Bezig measured its effect and described its process, so that rule is met."""
    example = examples.load("EX-05")
    check = example.case.check("open_evaluation", on=example.as_of)
    assert row(check, "EVA-11").status == "met"
    assert check.allowed


def test_ex_05_six_municipalities_and_nobody_else_is_named() -> None:
    """The six municipalities bear their names; the supermarkets, whom nobody names, bear a number."""
    parties = examples.load("EX-05").case.dossier.parties
    towns = [party.name for party in parties if party.kind == "municipality"]
    shops = [party.name for party in parties if party.kind == "retailer"]
    assert towns == [
        f"Gemeente {town}" for town in ("Harderwijk", "Nunspeet", "Oldebroek", "Putten", "Ermelo", "Elburg")
    ]
    assert shops == [f"Supermarkt {n}" for n in range(1, 31)]


def test_ex_06_shops_that_should_sell_less_are_no_partners() -> None:
    """Goeree names shops as places where less should be sold: there is no private side and no partnership."""
    example = examples.load("EX-06")
    case, day = example.case, example.as_of
    assert case.tracks == ("main",)
    assert not {"retailer", "business"} & {party.kind for party in case.dossier.parties}
    assert asked(case, gs.PPS, "structure", "conclude_agreement", "PAR-01", on=day).status == "unmet"


def test_ex_06_is_told_of_a_day_on_which_its_municipalities_existed() -> None:
    """Four municipalities take part on the last day before they became one, which they can become here."""
    example = examples.load("EX-06")
    case, merged = example.case, date(2013, 1, 1)
    towns = [party.id for party in case.dossier.parties if party.kind == "municipality"]
    assert towns == ["goedereede", "dirksland", "middelharnis", "oostflakkee"]
    assert example.as_of < merged
    island = gs.Party("goeree-overflakkee", "Gemeente Goeree-Overflakkee", "municipality")
    case = case.record(gs.PartyJoined(merged, island))
    case = case.record(gs.PartySucceeded(merged, island.id, towns))
    active = case.parties(on=merged)
    assert [party.id for party in active if party.kind == "municipality"] == [island.id]


@pytest.mark.parametrize("ident", ["EX-06", "EX-09", "EX-11"])
def test_two_sectors_take_part(ident: str) -> None:
    """Where sectors meet there are at least two of them; with all parties in one, the rule finds one."""
    example = examples.load(ident)
    case, day = example.case, example.as_of
    assert sectors(case, day).status == "met"
    alike = changed(case, *(party.id for party in case.dossier.parties), sectors="public_health")
    found = sectors(alike, day)
    assert found.status == "unmet"
    assert [(finding.needed, finding.found) for finding in found.findings] == [(2, 1)]


@pytest.mark.parametrize(("counts_as", "status"), [(None, "met"), ("neither", "unmet")])
def test_ex_08_the_greengrocer_is_the_private_side(counts_as: str | None, status: str) -> None:
    """Would Winterswijk call it a partnership, then the greengrocer is who makes it one."""
    example = examples.load("EX-08")
    case = changed(example.case, "groenteboer", counts_as=counts_as)
    there = asked(case, gs.PPS, "evaluation", "continue", "PAR-01", on=example.as_of)
    assert there.status == status


def test_ex_08_eleven_municipalities_without_a_name_are_one_party() -> None:
    """Of twelve municipalities one is named; the eleven others are one party that says how many it is."""
    parties = examples.load("EX-08").case.dossier.parties
    towns = [party.name for party in parties if party.kind == "municipality"]
    assert towns == ["Gemeente Winterswijk", "De elf andere gemeenten in Nederland en Duitsland"]


@pytest.mark.parametrize(("counts_as", "status"), [(None, "met"), ("neither", "unmet")])
def test_ex_09_the_hospitality_businesses_are_the_private_side(counts_as: str | None, status: str) -> None:
    """Oosterhout is a partnership because of its hospitality businesses; the calming teams are no side."""
    example = examples.load("EX-09")
    case = changed(example.case, "horecaondernemers", counts_as=counts_as)
    assert row(case.monitor(on=example.as_of, track="pps"), "PAR-01").status == status


ONE_YEAR, A_DAY_MORE = date(2016, 11, 30), date(2016, 12, 1)


@pytest.mark.parametrize(
    ("topic", "until", "status"),
    [
        (None, None, "unmet"),
        ("funding", None, "unmet"),
        ("funding", ONE_YEAR, "unmet"),
        ("funding", A_DAY_MORE, "met"),
        ("funding_recurring", None, "met"),
    ],
)
def test_ex_10_lasting_money_depends_on_the_insurer(
    topic: str | None, until: date | None, status: str
) -> None:
    """That the insurer pays three talks is no lasting money yet: it must last longer, or come back."""
    example = examples.load("EX-10")
    case, day = example.case, example.as_of
    if topic is not None:
        case = case.record(gs.Stated(day, topic, "de zorgverzekeraar", about="achmea", until=until))
    found = asked(case, gs.INTEGRAL, "evaluation", "embed", "FIN-01", on=day)
    assert found.status == status


@pytest.mark.parametrize(("counts_as", "status"), [(None, "met"), ("public", "unmet")])
def test_ex_10_an_insurer_is_on_the_side_you_say(counts_as: str | None, status: str) -> None:
    """In Zaanstad nobody but the insurer is private, and on which side it stands is up to the user."""
    example = examples.load("EX-10")
    case = changed(example.case, "achmea", counts_as=counts_as)
    there = asked(case, gs.PPS, "evaluation", "continue", "PAR-01", on=example.as_of)
    assert there.status == status


def test_ex_12_back_to_exploring() -> None:
    """Den Bosch learnt that the expected role did not work, took up its ambition and explored again."""
    example = examples.load("EX-12")
    case, day = example.case, example.as_of
    assert [visit.phase for visit in case.visits] == ["evaluation", "ambition", "exploration"]
    assert [visit.adopted for visit in case.visits] == [True, False, False]
    (held,) = case.dossier.entries(gs.EvaluationHeld)
    before = gs.Collaboration.replay(case.processes, case.entries_after(0)[: held.number - 1])
    assert before.phase == "evaluation"
    assert codes(before.check("recalibrate_ambition", on=day).unmet) == {"EVA-12"}


def test_ex_12_the_expectation_of_the_doctors_is_off_record() -> None:
    """What was expected of the general practitioners stood on record until the ambition was taken up."""
    example = examples.load("EX-12")
    case, day = example.case, example.as_of

    def missing(case: gs.Collaboration) -> set[str]:
        found = asked(case, gs.INTEGRAL, "shaping", "start_execution", "ROL-03", on=day)
        return {finding.about.id for finding in found.findings if finding.about}

    (held,) = case.dossier.entries(gs.EvaluationHeld)
    before = gs.Collaboration.replay(case.processes, case.entries_after(0)[: held.number])
    assert missing(before) == {"gemeente"}
    assert missing(case) == {party.id for party in case.dossier.parties}


def test_ex_13_only_the_process_is_evaluated() -> None:
    """Of Bronckhorst and Doetinchem a process evaluation is known: the effect is what the rule misses."""
    example = examples.load("EX-13")
    case, day = example.case, example.as_of
    check = case.check("open_evaluation", on=day)
    found = row(check, "EVA-11")
    assert found.status == "advised"
    assert [finding.needed for finding in found.findings] == ["effect"]
    assert check.allowed
    both = case.record(gs.EvaluationPlanned(day, "periodic", due=day, aspects="effect"))
    assert row(both.check("open_evaluation", on=day), "EVA-11").status == "met"


def test_ex_14_five_years_need_a_beginning() -> None:
    """A goal for five years has no end date until somebody says when these began."""
    example = examples.load("EX-14")
    case, day, end = example.case, example.as_of, date(2020, 11, 30)

    def goal(case: gs.Collaboration) -> Outcome:
        return asked(case, gs.NETWORK, "need", "approach_partners", "NET-01", on=day)

    def deadlines(case: gs.Collaboration) -> list[date]:
        schedule = gs.evaluation_schedule(case, on=day, until=end)
        return [moment.on for moment in schedule if moment.point.key == "goal_deadline"]

    assert goal(case).status == "advised"
    assert deadlines(case) == []
    began_now = case.record(gs.Stated(day, "network_goal", "binnen vijf jaar", until=end))
    assert goal(began_now).status == "met"
    assert deadlines(began_now) == [end]
