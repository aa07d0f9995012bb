"""What happens to collaborations from outside: money, coalitions, a pandemic, splits, other councils."""

from __future__ import annotations

from datetime import date

import pytest

import gezondsamen as gs
from gezondsamen.phases import integral, policy_cycle, pps
from tests.support.dossiers import case_in
from tests.support.rule_facts import Scene, codes_of, facts_of


def party(ident: str, name: str, kind: str) -> gs.Party:
    return gs.Party(id=ident, name=name, kind=kind)


def codes(check: gs.Check) -> tuple[set[str], set[str]]:
    """Return the codes of the rules that block, and of those that warn."""
    return {row.requirement.code for row in check.unmet}, {row.requirement.code for row in check.advised}


# --- stopping -----------------------------------------------------------------------------------------


def test_a_budget_cut_in_the_exploration() -> None:
    """The council cuts the budget while parties explore: the case stops early, and says why and by whom."""
    case = gs.Collaboration.start(gs.INTEGRAL, id="waterstad", title="Waterstad beweegt", on=date(2024, 1, 8))
    case = case.record(
        gs.PartyJoined(date(2024, 1, 8), party("gemeente", "Gemeente Waterstad", "municipality")),
        gs.PartyJoined(date(2024, 2, 5), party("club", "Sportclub Zuid", "sports_club")),
    )
    ready = case.check("start_exploration", on=date(2024, 2, 12))
    case = case.record(*(draft.fill("…") for draft in ready.repair))
    case = case.advance("start_exploration", on=date(2024, 2, 12))

    day = date(2024, 11, 7)  # the council adopts the budget for 2025
    refused, warned = codes(case.check("stop", on=day))
    assert (refused, warned) == ({"STO-01", "STO-02"}, {"STO-03"})
    case = case.advance(
        "stop",
        gs.Stated(day, "stop_reason", "De raad schrapte het geld voor 2025"),
        gs.Stated(day, "stop_decided", "De gemeenteraad", about="gemeente"),
        on=day,
    )
    assert case.phase == integral.STOPPED
    told = [line.text for line in case.timeline("nl")]
    assert any("reden van het stoppen" in text and "geld voor 2025" in text for text in told)
    (decided,) = (text for text in told if "wie besloot te stoppen" in text)
    assert "Gemeente Waterstad" in decided
    assert "“De gemeenteraad”" in decided


def test_a_new_coalition_ends_what_ran_well() -> None:
    """After elections a running collaboration stops without the evaluation that it owes: that is advised."""
    case = case_in(gs.INTEGRAL, integral.MAINTENANCE)
    day = date(2026, 6, 4)
    reason = (
        gs.Stated(day, "stop_reason", "De nieuwe coalitie legt het geld bij veiligheid"),
        gs.Stated(day, "stop_decided", "Het nieuwe college van B&W"),
    )
    check = case.record(*reason).check("stop", on=day)
    assert check.allowed
    assert codes(check)[1] == {"STO-03", "EVA-09"}
    told = [gs.Stated(day, "stop_told", "brief", about=p.id) for p in case.parties(on=day)]
    evaluated = gs.EvaluationHeld(day, "final", decision="terminate")
    assert codes(case.record(*reason, *told, evaluated).check("stop", on=day)) == (set(), set())


def test_who_suspends_and_then_stops_says_why() -> None:
    """Suspending first is no way around a reason, in a partnership neither."""
    for process, running, ends in ((gs.INTEGRAL, "maintenance", "stop"), (gs.PPS, "management", "end")):
        case = case_in(process, running).advance("suspend", on=date(2025, 1, 6))
        assert codes(case.check(ends, on=date(2025, 2, 3)))[0] == {"STO-01", "STO-02"}


def test_a_partnership_that_stops_is_taken_apart_all_the_same() -> None:
    """Stopping a partnership that was formed leads into its seventh phase; before, to no partnership."""
    day = date(2025, 9, 1)
    reason = (
        gs.Stated(day, "stop_reason", "De winkelketen gaat failliet"),
        gs.Stated(day, "stop_decided", "De curator"),
    )
    formed = case_in(gs.PPS, pps.MANAGEMENT).advance("stop", *reason, on=day)
    assert formed.phase == pps.TERMINATION_ASSESSMENT
    assert case_in(gs.PPS, pps.NEGOTIATION).advance("stop", *reason, on=day).phase == pps.NOT_FORMED


# --- resting ------------------------------------------------------------------------------------------


def test_corona_in_the_negotiation() -> None:
    """Talks that lie still in the spring of 2020 go on in the summer where they were."""
    case = gs.Collaboration.start(
        gs.PPS, id="fit", on=date(2020, 2, 3), phase="negotiation", since=date(2020, 2, 3), reason="liep al"
    )
    closed = date(2020, 3, 16)
    warned = case.check("suspend", on=closed)
    assert (warned.allowed, codes(warned)[1]) == (True, {"STO-04"})
    case = case.advance(
        "suspend",
        gs.Stated(closed, "suspension", "Alles is dicht door corona", until=date(2020, 6, 1)),
        on=closed,
    )
    assert case.phase == pps.NEGOTIATION_SUSPENDED
    assert case.monitor(on=date(2020, 4, 1)).found == ()
    late = case.monitor(on=date(2020, 6, 2)).found  # the day has passed: look again
    assert [row.requirement.code for row in late] == ["STO-04"]
    case = case.advance("resume", on=date(2020, 6, 2))
    assert case.phase == pps.NEGOTIATION
    assert [visit.phase for visit in case.visits] == ["negotiation", "negotiation_suspended", "negotiation"]


def test_a_part_can_rest_while_the_others_go_on() -> None:
    """A sector that lies still is on record, with its last day, and the case stays where it is."""
    case = case_in(gs.INTERSECTORAL, "structural")
    day = date(2025, 3, 3)
    case = case.record(
        gs.Stated(
            day, "part_suspended", "De zaal is dicht", about=("sector", "sport"), until=date(2025, 9, 1)
        )
    )
    assert case.is_in("structural")
    (entry,) = case.statements("part_suspended", on=date(2025, 6, 1))
    assert entry.fact.until == date(2025, 9, 1)
    assert case.statements("part_suspended", on=date(2025, 9, 2)) == ()


# --- one party becomes several ------------------------------------------------------------------------


def test_a_municipality_is_divided() -> None:
    """Both new municipalities are bound by the covenant; who has a role is decided anew."""
    split = date(2025, 1, 1)
    case = gs.Collaboration.start(gs.PPS, id="fit", on=date(2022, 3, 7), phase="management",
                                  since=date(2022, 3, 7), reason="liep al")  # fmt: skip
    case = case.record(
        gs.PartyJoined(date(2022, 3, 7), party("oud", "Gemeente Oud", "municipality")),
        gs.PartyJoined(date(2022, 3, 7), party("winkel", "Buurtwinkel", "retailer")),
        gs.RoleAssigned(date(2022, 3, 7), "delegate", "oud", "u-3"),
        gs.Consented(date(2022, 3, 7), "oud", "ambition"),
        gs.ContributionRecorded(date(2022, 3, 7), "oud", "money", amount=10_000, unit="euro"),
        gs.AgreementDrafted(date(2022, 3, 7), "pact", "covenant", ("oud", "winkel"), ("oud", "winkel")),
        gs.Signed(date(2022, 3, 7), "pact", "oud"),
        gs.Signed(date(2022, 3, 7), "pact", "winkel"),
        gs.PartyJoined(split, party("noord", "Gemeente Noord", "municipality")),
        gs.PartyJoined(split, party("zuid", "Gemeente Zuid", "municipality")),
        gs.PartyDivided(split, "oud", ("noord", "zuid")),
    )
    assert [p.id for p in case.parties(on=split)] == ["winkel", "noord", "zuid"]
    assert [p.id for p in case.parties(on=date(2024, 12, 31))] == ["oud", "winkel"]
    assert case.roles(on=split) == ()
    (money,) = case.contributions(on=split)
    assert (money.party, money.amount) == ("oud", 10_000)  # one amount, until it is divided
    (sides,) = (row for row in case.monitor(on=split).outcomes if row.requirement.code == "PAR-01")
    assert sides.status == "met"
    with pytest.raises(gs.InvalidRecord, match="'noord' and 'zuid' took its place"):
        case.record(gs.Met(split, "progress_talk", "oud"))


def test_a_school_is_divided() -> None:
    """What the school said of itself counts for both schools that came of it, also for each by itself."""
    split = date(2025, 8, 1)
    case = gs.Collaboration.start(gs.HEALTHY_SCHOOL, id="fontein", on=date(2024, 9, 2), phase="interests",
                                  since=date(2024, 9, 2), reason="liep al")  # fmt: skip
    case = case.record(
        gs.PartyJoined(date(2024, 9, 2), party("ggd", "GGD Waterstad", "ggd")),
        gs.PartyJoined(date(2024, 9, 2), party("fontein", "De Fontein", "school")),
    )
    before = facts_of(
        codes_of(gs.HEALTHY_SCHOOL.transition("interests", "bring_parties_together").requires),  # type: ignore[union-attr]
        Scene((party("ggd", "", "ggd"), party("fontein", "", "school")), date(2025, 3, 3)),
    )
    case = case.record(*before)
    assert case.check("bring_parties_together", on=date(2025, 4, 1)).allowed
    case = case.record(
        gs.PartyJoined(split, party("bron", "De Bron", "school")),
        gs.PartyJoined(split, party("beek", "De Beek", "school")),
        gs.PartyDivided(split, "fontein", ("bron", "beek")),
    )
    assert case.check("bring_parties_together", on=split).allowed
    back = gs.Stated(split, "party_interest", about="beek", holds=False)
    refused = case.record(gs.Stated(split, "party_interest", "…", about="bron"), back)
    told = [f.about for row in refused.check("bring_parties_together", on=split).unmet for f in row.findings]
    assert told == [gs.About("party", "beek")]


# --- several councils ---------------------------------------------------------------------------------


def regional() -> gs.Collaboration:
    """Return a memorandum of three municipalities, whose content is complete."""
    begin = date(2026, 2, 2)
    case = gs.Collaboration.start(gs.POLICY_CYCLE, id="regio", on=begin, phase="policy_making",
                                  since=begin, reason="liep al")  # fmt: skip
    councils = [party(name, f"Gemeente {name}", "municipality") for name in ("aa", "beek", "dal")]
    content = ("memo_objectives", "memo_actions", "memo_results", "memo_article_16", "national_priorities")
    return case.record(
        *(gs.PartyJoined(begin, council) for council in councils),
        gs.Stated(date(2026, 3, 1), "national_memorandum", "Landelijke nota"),
        *(gs.Stated(date(2026, 9, 1), topic, "…") for topic in content),
        *(gs.RoleAssigned(date(2026, 9, 1), role, "aa") for role in DIRECTORS),
    )


DIRECTORS = ("director_visionary", "director_managerial", "director_operational")


def test_a_memorandum_of_three_councils() -> None:
    """A regional memorandum stands once the last council adopted it, and each has its own deadline."""
    case = regional()
    for council, day in (("aa", date(2026, 11, 3)), ("beek", date(2026, 12, 15))):
        case = case.record(gs.Stated(day, "memorandum_adopted", "vastgesteld", about=council))
    (row,) = case.check("adopt_memorandum", on=date(2027, 1, 4)).unmet
    assert row.requirement.code == "POL-20"
    assert [finding.about for finding in row.findings if finding.about] == [gs.About("party", "dal")]

    late = date(2028, 3, 2)  # two years after the national memorandum came out
    (warned,) = (row for row in case.check("adopt_memorandum", on=late).advised
                 if row.requirement.code == "POL-01")  # fmt: skip
    assert gs.About("party", "dal") in [finding.about for finding in warned.findings]
    assert [moment.point.key for moment in case.monitor(on=late).overdue] == ["memorandum_deadline"]
    case = case.record(gs.Stated(date(2027, 3, 2), "memorandum_adopted", "vastgesteld", about="dal"))
    assert "POL-01" not in codes(case.check("adopt_memorandum", on=late))[1]
    assert case.advance("adopt_memorandum", on=date(2027, 3, 2)).phase == policy_cycle.EXECUTION


def test_a_municipality_is_abolished_in_mid_cycle() -> None:
    """Its memorandum goes over into that of the municipality that takes its place, and says so."""
    case = case_in(gs.POLICY_CYCLE, "execution")
    day = date(2026, 1, 1)
    new = party("nieuw", "Gemeente Nieuw", "municipality")
    old = party("oud", "Gemeente Oud", "municipality")
    case = case.record(
        gs.PartyJoined(date(2024, 1, 1), old),
        gs.PartyJoined(day, new),
        gs.PartySucceeded(day, "nieuw", "oud"),
    )
    assert codes(case.check("continue_otherwise", on=day))[0] == {"STO-05"}
    case = case.advance("continue_otherwise", gs.Stated(day, "continued_in", "nota-nieuw"), on=day)
    assert case.process.phase(case.phase).outcome == "neutral"


# --- one case goes over into another ------------------------------------------------------------------


def test_a_collaboration_goes_over_into_another() -> None:
    """The old case names the new one, the new one names where it comes from; both tell it."""
    day = date(2025, 6, 2)
    old = case_in(gs.INTEGRAL, integral.MAINTENANCE)
    old = old.advance("continue_otherwise", gs.Stated(day, "continued_in", "Gezond in de regio"), on=day)
    assert old.phase == integral.CONTINUED_OTHERWISE
    new = gs.Collaboration.start(gs.NETWORK, id="regio", title="Gezond in de regio", on=day)
    new = new.record(gs.Stated(day, "continues_from", old.id))
    assert "Gezond in de regio" in "\n".join(line.text for line in old.timeline("nl"))
    assert f"waaruit dit voortkomt: “{old.id}”" in "\n".join(line.text for line in new.timeline("nl"))
