"""The law and programmes, told with dates: what binds, what may be set aside, and what grows old."""

from __future__ import annotations

from datetime import date

import pytest

import gezondsamen as gs
from gezondsamen.exchange import to_html
from gezondsamen.phases import certificate, policy_cycle
from tests.support.builders import joined, row

MEMORANDUM = ("memo_objectives", "memo_actions", "memo_results", "memo_article_16", "national_priorities")


def council(*topics: str) -> gs.Collaboration:
    """Return a council that makes policy under the national memorandum of 12 December 2025."""
    case = gs.Collaboration.start(
        gs.POLICY_CYCLE,
        id="waterstad",
        on=date(2025, 12, 1),
        phase=policy_cycle.POLICY_MAKING,
        since=date(2025, 12, 1),
        reason="Liep al.",
    )
    return case.record(
        gs.Stated(date(2025, 12, 12), "national_memorandum", "Landelijke nota 2025-2028"),
        joined("gemeente", on=date(2026, 1, 5)),
        *(gs.Stated(date(2027, 3, 1), topic, "In de nota.") for topic in topics),
    )


def application() -> gs.Collaboration:
    """Return the application of a school for a theme certificate."""
    return gs.Collaboration.start(
        gs.CERTIFICATE,
        id="school",
        on=date(2026, 9, 1),
        phase=certificate.APPLICATION,
        since=date(2026, 9, 1),
        reason="Aangevraagd.",
    )


def test_the_memorandum_of_2025_makes_12_december_2027_the_last_day() -> None:
    """The law gives two years: the schedule names the day, and the rule that says so cites the article."""
    moments = gs.evaluation_schedule(council(), on=date(2026, 11, 27), until=date(2028, 1, 1))
    (last,) = [moment for moment in moments if moment.point.key == "memorandum_deadline"]
    assert last.on == date(2027, 12, 12)
    assert last.because.basis is gs.Basis.LAW
    rule = gs.POLICY_CYCLE.requirements["POL-01"]
    assert rule.citation.heading == "artikel 13, tweede lid"
    assert rule.choice is not None
    assert "12 december 2027" in rule.choice.nl


def test_no_director_on_record_may_be_set_aside_and_the_law_may_not() -> None:
    """That the municipality directs is what a guide says: a waiver opens the step, for no statute asks it."""
    day = date(2027, 3, 1)
    case = council(*MEMORANDUM)
    assert {x.requirement.code for x in case.check("adopt_memorandum", on=day).unmet} == {"REG-02"}
    waived = case.record(gs.WaiverGranted(day, "REG-02", "De regio heeft de regie.", approved_by="u-01"))
    assert waived.check("adopt_memorandum", on=day).allowed
    with pytest.raises(gs.InvalidRecord, match="cannot be waived"):
        case.record(gs.WaiverGranted(day, "POL-03", "Wij wijken af.", approved_by="u-01"))


def test_the_plan_on_alcohol_comes_with_the_memorandum() -> None:
    """A council that adopts its memorandum without the plan of article 43a is warned, and not refused."""
    day = date(2027, 3, 1)
    assert row(council().check("adopt_memorandum", on=day), "POL-10").status == "advised"
    assert row(council("alcohol_plan").check("adopt_memorandum", on=day), "POL-10").status == "met"


def test_assessing_is_not_deciding() -> None:
    """The theme partner assessed in time; that Gezonde School decided is asked apart, and only warned of."""
    matter = ("matter", "voeding")
    granted = date(2026, 10, 20)
    case = application().record(
        gs.Stated(date(2026, 9, 1), "certificate_applied", "Voeding", matter),
        gs.Stated(date(2026, 10, 1), "certificate_assessed", "Voldoet.", matter),
        gs.Stated(granted, "certificate", "Voeding", until=date(2029, 10, 20)),
    )
    check = case.check(certificate.GRANT, on=granted)
    assert check.allowed
    assert row(check, "VIG-03").status == "met"
    assert row(check, "VIG-05").status == "advised"
    decided = case.record(gs.Stated(granted, "certificate_decided", "Toegekend."))
    assert row(decided.check(certificate.GRANT, on=granted), "VIG-05").status == "met"


@pytest.mark.parametrize(
    ("on", "outdated"),
    [(date(2027, 7, 31), ()), (date(2027, 8, 1), ("VIG-01", "VIG-02", "VIG-03", "VIG-05"))],
)
def test_the_monitor_says_that_conditions_may_have_changed(on: date, outdated: tuple[str, ...]) -> None:
    """Conditions read for the school year 2026-2027 are to be looked up again from 1 August 2027 on."""
    watch = application().monitor(on=on)
    assert watch.outdated == outdated
    assert ("schooljaar 2026-2027" in watch.explain("nl")) is bool(outdated)
    assert ("school year 2026-2027" in watch.explain("en")) is bool(outdated)
    assert gs.loads(gs.dumps(watch), processes=gs.PROCESSES) == watch
    assert ("schooljaar 2026-2027.</li>" in to_html(application(), on=on, lang="nl")) is bool(outdated)
