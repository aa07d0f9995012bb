"""What the practice examples of schools, networks and neighbourhoods show, as the sources tell them.

Where a source gives too little for a rule, the test says what does hold, and what would repair it.
"""

from __future__ import annotations

import json
from datetime import date
from importlib import resources

import attrs
import pytest

import gezondsamen as gs
from gezondsamen import examples
from gezondsamen.catalogue.programme import PROGRAMME, facts
from gezondsamen.phases import effects_arena as arena
from gezondsamen.phases import integral, wellbeing_municipality, wellbeing_school
from gezondsamen.phases.rules.communication import COM_03
from tests.support.builders import codes, id_of, later, row

OURS = tuple(f"EX-{n}" for n in (15, 16, 17, 18, 20, 21, 22, 23, 24, 25, 26, 27))

AS_OF = {
    "Lokale integrale aanpak": date(2015, 11, 30),
    "Loketgezondleven": date(2015, 11, 30),
    "Welbevinden op School": date(2020, 12, 31),
}
"""The day as of which each source tells its examples."""


def told_in(
    example: examples.Example, phase: str, *more: gs.Fact, process: gs.Process | None = None
) -> gs.Collaboration:
    """Adopt what an example tells in another phase, or under another process, with more facts if given."""
    case = gs.Collaboration.start(
        process or example.case.process,
        id=example.id,
        on=example.as_of,
        phase=phase,
        since=example.as_of,
        reason="what is told, seen from this phase",
    )
    told = [entry.fact for entry in example.case.entries_after(1)]
    return case.record(*told, *more)


def kinds(case: gs.Collaboration) -> dict[str, str]:
    return {party.id: party.kind for party in case.dossier.parties}


# --- all of them ----------------------------------------------------------------------------------


@pytest.mark.parametrize("ident", OURS)
def test_no_day_but_that_of_the_telling(ident: str) -> None:
    """These sources give no day: every entry bears the day of the telling, and the note says so."""
    example = examples.load(ident)
    (day,) = [day for work, day in AS_OF.items() if example.source.startswith(work)]
    assert example.as_of == day
    assert {entry.fact.on for entry in example.case.entries_after(0)} == {day}
    assert example.case.visits[0].entered == day
    assert ("datum" in example.note.nl) or ("die staat niet in de bron" in example.note.nl)
    assert ("date" in example.note.en) or ("the source does not give it" in example.note.en)


@pytest.mark.parametrize("ident", OURS)
def test_nobody_is_named(ident: str) -> None:
    """Roles are held by parties; no person stands in an example, and no author on an entry."""
    entries = examples.load(ident).case.entries_after(0)
    assert all(entry.by is None for entry in entries)
    assert [e.number for e in entries if isinstance(e.fact, gs.RoleAssigned) and e.fact.person] == []


@pytest.mark.parametrize("ident", OURS)
def test_every_page_can_be_read(ident: str) -> None:
    """Each way out, what is watched, and every moment of two years explain themselves in both languages."""
    example = examples.load(ident)
    case, day = example.case, example.as_of
    for lang in ("nl", "en"):
        pages = [check.explain(lang) for check in case.options(on=day).values()]
        pages.append(case.monitor(on=day).explain(lang))
        assert all(case.title in page for page in pages)
    schedule = gs.evaluation_schedule(case, on=day, until=later(730, day))
    assert case.monitor(on=day).overdue == ()
    assert all(moment.on >= day and moment.reason("nl") and moment.reason("en") for moment in schedule)


@pytest.mark.parametrize("ident", OURS)
def test_a_document_is_written_as_the_library_writes_it(ident: str) -> None:
    """The case in the file is what `dumps` gives, and each entry stands on a line of its own."""
    name = f"{ident.lower().replace('-', '_')}.json"
    text = (resources.files(examples) / "documents" / name).read_text(encoding="utf-8")
    case = examples.load(ident).case
    kept, written = json.loads(text)["case"], json.loads(gs.dumps(case))
    for header in written["processes"].values():
        del header["rules"]  # no file of an example changes because a rule did
    assert kept == written
    assert [f'{{"number": {n}, ' in text for n in range(1, case.version + 1)] == [True] * case.version
    assert text.count("\n      {") == case.version


# --- EX-15: the Effectenarena ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("phase", "trigger", "met"),
    [
        (arena.PREPARATION, arena.DECLARE_READY, {"EFA-01", "EFA-02", "EFA-04", "EFA-09"}),
        (arena.READINESS, arena.OPEN_SESSION, {"EFA-02", "EFA-04"}),
        (arena.PLENARY, arena.CLOSE_SESSION, {"EFA-03"}),
    ],
)
def test_ex_15_the_session_had_what_it_needs(phase: str, trigger: str, met: set[str]) -> None:
    """Persona, company, questions, facilitators and a young person were there: no step is held up."""
    example = examples.load("EX-15")
    check = told_in(example, phase).check(trigger, on=example.as_of)
    assert check.allowed
    assert codes(x for x in check.outcomes if x.status == "met") == met


def minutes(count: object) -> float:
    assert isinstance(count, int | float)
    return count


def test_ex_15_two_items_do_not_fit() -> None:
    """The programme is five minutes short for the personas, and ten for the second round."""
    example = examples.load("EX-15")
    check = told_in(example, arena.PREPARATION).check(arena.DECLARE_READY, on=example.as_of)
    found = row(check, "EFA-07")
    assert found.status == "advised"
    short = [(id_of(f.about), minutes(f.found) - minutes(f.needed)) for f in found.findings]
    assert short == [("personas", 5), ("round_2", 10)]


def test_ex_15_holds_the_published_programme() -> None:
    """The amounts in the example are those of the programme in the catalogue."""
    example = examples.load("EX-15")
    amounts = [e.fact for e in example.case.entries_after(0) if isinstance(e.fact, gs.Quantified)]
    assert tuple(amounts) == facts(PROGRAMME, on=example.as_of)


def test_ex_15_the_follow_up_lacks_a_date_only() -> None:
    """Who was missing is invited; the report gives no date for the follow-up, and only that is asked."""
    example = examples.load("EX-15")
    case, day = example.case, example.as_of
    refused = case.check(arena.RECORD_FOLLOW_UP, on=day)
    assert codes(refused.unmet) == {"EFA-08"}
    assert [(f.needed, f.found) for f in row(refused, "EFA-08").findings] == [("follow_up", None)]
    dated = gs.Stated(day, "follow_up", "…", until=later(60, day))
    case = case.advance(arena.RECORD_FOLLOW_UP, dated, on=day)
    assert case.phase == arena.FOLLOWED_UP


def test_ex_15_without_the_young_person() -> None:
    """Whoever leaves the young person out gets the advice that the session did not need."""
    example = examples.load("EX-15")
    left = gs.PartyLeft(example.as_of, "jongere")
    check = told_in(example, arena.PREPARATION, left).check(arena.DECLARE_READY, on=example.as_of)
    assert row(check, "EFA-09").status == "advised"


# --- EX-16: the pilots ----------------------------------------------------------------------------


def test_ex_16_the_pilots_run_and_corona_is_a_bottleneck() -> None:
    """They were carried out in 2019 and 2020: they run, and what corona did is noticed and raised."""
    example = examples.load("EX-16")
    case, day = example.case, example.as_of
    assert case.process.key == gs.INTEGRAL.key
    assert [visit.phase for visit in case.visits] == [integral.MAINTENANCE]
    (noticed,) = case.dossier.entries(gs.Stated, "issue_noticed")
    (raised,) = case.dossier.entries(gs.Stated, "issue_raised")
    assert id_of(noticed.fact.about) == id_of(raised.fact.about) == "corona"
    assert row(case.monitor(on=day), "COM-05").status == "met"


def test_ex_16_whoever_suspends_them_is_asked_for_capacity() -> None:
    """Had the pilots been suspended, then hours, money and tools would have been asked to resume them."""
    example = examples.load("EX-16")
    day = example.as_of
    case = example.case.advance(integral.SUSPEND, on=day)
    assert case.process.phase(case.phase).kind == "suspended"
    assert codes(case.check(integral.RESUME, on=day).unmet) == {"AGR-13"}
    topics = ("capacity_hours", "capacity_money", "capacity_tools")
    capacity = [gs.Stated(later(90, day), topic, "…", until=later(400, day)) for topic in topics]
    case = case.advance(integral.RESUME, *capacity, on=later(90, day))
    assert [visit.phase for visit in case.visits][2:] == [integral.MAINTENANCE]
    assert case.review() == ()


# --- EX-17: nobody told the teacher ---------------------------------------------------------------


def test_ex_17_nothing_was_discussed_with_the_partner() -> None:
    """Goals, expectations and tasks were not discussed with the one partner from outside: that blocks."""
    example = examples.load("EX-17")
    assert example.case.phase == wellbeing_school.EXECUTION
    case, day = told_in(example, wellbeing_school.PLAN), example.as_of
    check = case.check(wellbeing_school.START_EXECUTION, on=day)
    found = row(check, "WEL-13")
    assert not check.allowed
    assert found.status == "unmet"
    asked = ["partner_goals", "partner_expectations", "partner_tasks"]
    assert [(f.needed, id_of(f.about)) for f in found.findings] == [
        (topic, "preventieteam") for topic in asked
    ]
    talked = case.record(*(gs.Stated(day, topic, "…", about="preventieteam") for topic in asked))
    assert row(talked.check(wellbeing_school.START_EXECUTION, on=day), "WEL-13").status == "met"


def test_ex_17_who_adds_that_everybody_is_informed_is_warned() -> None:
    """The process of a school does not ask COM-03; a school that adds it as advice is warned about each."""
    example = examples.load("EX-17")
    required = gs.WELLBEING_SCHOOL.adapt(
        key="school-that-informs", require={wellbeing_school.START_EXECUTION: (COM_03,)}
    )
    informing = required.adapt(key="school-that-advises", soften=("COM-03",))
    case = told_in(example, wellbeing_school.PLAN, process=informing)
    found = row(case.check(wellbeing_school.START_EXECUTION, on=example.as_of), "COM-03")
    assert found.status == "advised"
    assert {id_of(f.about) for f in found.findings} == {"school", "leerlingen", "preventieteam"}


# --- EX-18, EX-21, EX-22: money of the municipality -----------------------------------------------


def test_ex_18_a_free_budget_and_a_caretaker() -> None:
    """One school has a budget without accountability, another a caretaker whom the municipality pays."""
    case = examples.load("EX-18").case
    agreements = {text.id: (text.kind, text.parties) for text in case.dossier.agreements}
    assert agreements == {
        "experimenteerpotje": ("free_budget", ("gemeente", "school-1")),
        "concierge": ("grant", ("gemeente", "school-2")),
    }
    brought = [entry.fact for entry in case.dossier.entries(gs.ContributionRecorded)]
    assert {(x.party, x.kind) for x in brought} == {("gemeente", "money"), ("gemeente", "staff")}
    roles = [entry.fact for entry in case.dossier.entries(gs.RoleAssigned)]
    assert {(x.party, x.role) for x in roles} == {
        ("gemeente", "funder"),
        ("school-2", "pedagogical_caretaker"),
    }


def test_ex_21_bought_support_is_lasting_money() -> None:
    """The municipality buys the Healthy School: funding lasts, on the ground of that one statement."""
    example = examples.load("EX-21")
    case, day = example.case, example.as_of
    found = row(case.check(wellbeing_municipality.EMBED, on=day), "FIN-01")
    assert found.status == "met"
    (stated,) = case.dossier.entries(gs.Stated, "funding_recurring")
    assert found.evidence == (stated.number,)
    without = case.record(attrs.evolve(stated.fact, holds=False))
    assert row(without.check(wellbeing_municipality.EMBED, on=day), "FIN-01").status == "unmet"
    assert [text.kind for text in case.dossier.agreements] == ["purchase"]


def test_ex_22_rejected_schools_get_the_amount_too() -> None:
    """The rule on rejected schools is a note to read; here those schools are party to the grant."""
    example = examples.load("EX-22")
    case, day = example.case, example.as_of
    check = case.check(wellbeing_municipality.REPORT_STAGNATION, on=day)
    assert check.allowed
    assert (row(check, "WEL-18").status, row(check, "WEL-18").findings) == ("note", ())
    (grant,) = case.dossier.agreements
    assert grant.kind == "grant"
    assert set(grant.parties) == set(kinds(case))
    assert {"scholen-met-aanbod", "scholen-afgewezen"} < set(grant.parties)


def test_ex_22_how_long_the_money_lasts_is_not_told() -> None:
    """An amount beside a support offer of one year is not lasting money until somebody says so."""
    example = examples.load("EX-22")
    found = row(example.case.check(wellbeing_municipality.EMBED, on=example.as_of), "FIN-01")
    assert found.status == "unmet"


# --- EX-20: the menu card -------------------------------------------------------------------------

CHOICES = {
    "menu_done": gs.Label(nl="doen wij al", en="we do this already"),
    "menu_wanted": gs.Label(nl="willen wij doen", en="we want to do this"),
    "menu_interesting": gs.Label(nl="vinden wij interessant", en="we are interested in this"),
    "menu_not_chosen": gs.Label(nl="kiezen wij niet", en="we do not choose this"),
}
"""The four answers on the menu card, as topics that a host brings along."""


def test_ex_20_the_card_is_a_tool_that_the_ggd_brings_in() -> None:
    """GGD Haaglanden brings in material; what schools chose is not told, so their situation is unknown."""
    example = examples.load("EX-20")
    case, day = example.case, example.as_of
    (card,) = case.dossier.entries(gs.ContributionRecorded)
    assert (card.fact.party, card.fact.kind) == ("ggd", "material")
    found = row(case.check(wellbeing_school.MAKE_PLAN, on=day), "WEL-16")
    assert (found.status, len(found.findings)) == ("unmet", 4)


def test_ex_20_a_host_brings_the_four_answers() -> None:
    """Four topics hold the four answers about each item of a card, and a fifth answer is refused."""
    process = gs.WELLBEING_SCHOOL.adapt(
        key="menu-card", terms=tuple(gs.Term(key, text, scheme="topic") for key, text in CHOICES.items())
    )
    example = examples.load("EX-20")
    day = example.as_of
    marked = [
        gs.Stated(day, topic, "…", about=("matter", f"item-{n}"))
        for n, topic in enumerate((*CHOICES, "menu_done"))
    ]
    case = told_in(example, wellbeing_school.STARTING_SITUATION, *marked, process=process)
    answers = {
        topic: [id_of(entry.fact.about) for entry in case.dossier.entries(gs.Stated, topic)]
        for topic in CHOICES
    }
    assert list(answers.values()) == [["item-0", "item-4"], ["item-1"], ["item-2"], ["item-3"]]
    with pytest.raises(gs.InvalidRecord) as caught:
        case.record(gs.Stated(day, "menu_wantd", about=("matter", "item-5")))
    assert caught.value.nearest == "menu_wanted"


# --- EX-23 to EX-26: programmes, neighbourhoods, a network -----------------------------------------


def test_ex_23_a_programme_that_runs_long() -> None:
    """Eindhoven keeps up a programme with a general practitioner; that patience pays is a note to read."""
    example = examples.load("EX-23")
    assert example.case.phase == integral.MAINTENANCE
    assert kinds(example.case) == {
        "gemeente": "municipality",
        "huisarts": "primary_care",
        "jgz": "youth_health_care",
    }
    check = told_in(example, integral.EVALUATION).check(integral.EMBED, on=example.as_of)
    assert row(check, "NET-04").status == "note"


def test_ex_24_every_policy_domain_is_looked_at() -> None:
    """Groningen looks broadly: social and physical domains are considered, and why is on record."""
    example = examples.load("EX-24")
    case, day = example.case, example.as_of
    check = case.check(integral.OPEN_AMBITION_TALKS, on=day)
    assert row(check, "PAR-06").status == "met"
    assert row(check, "KEN-04").status == "met"
    looked_at = {id_of(entry.fact.about) for entry in case.dossier.entries(gs.Stated, "sector_considered")}
    sectors = [term for term in gs.INTEGRAL.terms if term.scheme == "sector"]
    assert looked_at == {term.key for term in sectors if {"social", "physical"} & set(term.groups)}


def test_ex_25_the_playbook_leads_to_a_plan() -> None:
    """Two municipalities shape a neighbourhood approach; the joint plan is what is asked of both."""
    example = examples.load("EX-25")
    case, day = example.case, example.as_of
    assert case.tracks == ("main",)
    assert case.process.key == gs.INTEGRAL.key
    found = row(case.check(integral.START_EXECUTION, on=day), "AMB-04")
    assert found.status == "unmet"
    assert {id_of(f.about) for f in found.findings} == {"tiel", "geldermalsen"} == set(kinds(case))


def test_ex_26_a_network_of_which_little_is_told() -> None:
    """Insurer, providers and users of care form a network; one sentence gives nothing to remark on."""
    example = examples.load("EX-26")
    assert example.case.process.key == gs.NETWORK.key
    assert kinds(example.case) == {
        "zorgverzekeraar": "health_insurer",
        "zorgaanbieders": "care_provider",
        "zorgvragers": "resident",
    }
    assert example.case.monitor(on=example.as_of).found == ()


# --- EX-27: the alderman -----------------------------------------------------------------------------


def test_ex_27_the_alderman_joined_a_working_session() -> None:
    """In Delft an alderman joined what education and care had worked on: that rule is met."""
    example = examples.load("EX-27")
    case, day = example.case, example.as_of
    check = case.check(wellbeing_municipality.CONNECT, on=day)
    found = row(check, "DRA-06")
    assert found.status == "met"
    (role,) = case.dossier.entries(gs.RoleAssigned)
    assert found.evidence == (role.number,)
    (met,) = case.dossier.entries(gs.Met)
    assert set(met.fact.parties) == {"gemeente", "onderwijs", "zorg"}
