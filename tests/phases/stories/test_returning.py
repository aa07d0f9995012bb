"""A party that left and came back is a newcomer: what it agreed to before ended with its leaving."""

from __future__ import annotations

from datetime import date, timedelta

import attrs
import pytest

import gezondsamen as gs
from gezondsamen.decision.check import Outcome
from gezondsamen.dossier.facts import Fact
from tests.support.builders import EVERY_PHASE
from tests.support.dossiers import A_DAY, case_in, last_day

SHOP = gs.Party(id="bakker", name="Bakkerij", kind="retailer", sectors=("retail",))
OTHER = "een-ander"


def codes(check: gs.Check) -> set[str]:
    return {row.requirement.code for row in check.unmet}


def with_a_shop() -> tuple[gs.Collaboration, date, str]:
    """Return a partnership in management with a shop that signed, the day after, and the text's id."""
    case = case_in(gs.PPS, "management")
    day = last_day(case) + A_DAY
    (text,) = case.agreements(on=day)
    case = case.record(gs.PartyJoined(day, SHOP))
    case = case.record(
        gs.AgreementRevised(day, text.id, (*text.parties, "bakker"), (*text.obliged, "bakker"))
    )
    check = case.check("add_partner", on=day, about="bakker")
    case = case.record(*(draft.fill("…") for draft in check.repair))
    return case.advance("add_partner", on=day, about="bakker"), day, text.id


def test_a_shop_that_came_back_is_taken_in_anew() -> None:
    """It leaves in its first month and comes back a year later: all is asked again, its signature too."""
    case, day, text = with_a_shop()
    left, back = day + timedelta(days=30), day + timedelta(days=400)
    case = case.record(gs.PartyLeft(left, "bakker"))
    asked = {"KEN-01", "KEN-03", "AMB-01", "AMB-06", "PAR-03", "ROL-02", "AGR-05"}
    case = case.record(gs.PartyJoined(back, SHOP))
    for about in ("bakker", None):
        assert codes(case.check("add_partner", on=back, about=about)) == asked
    assert "bakker" not in case.agreement(text, on=back).signed_by
    check = case.check("add_partner", on=back, about="bakker")
    again = case.record(*(draft.fill("…") for draft in check.repair))
    assert again.advance("add_partner", on=back, about="bakker").phase == "management"


def test_until_it_came_back_what_it_signed_is_shown() -> None:
    """What a party signed stands on record after it left, and as of any day before it came back."""
    case, day, text = with_a_shop()
    left, back = day + timedelta(days=30), day + timedelta(days=400)
    case = case.record(gs.PartyLeft(left, "bakker"), gs.PartyJoined(back, SHOP))
    for on in (day, left, back - A_DAY):
        assert "bakker" in case.agreement(text, on=on).signed_by
    assert "bakker" not in case.agreement(text, on=back).signed_by


def test_who_takes_the_place_of_one_that_came_back_has_what_is_its_own() -> None:
    """A successor has what the party agreed to since it came back, and nothing from before."""
    case, day, _text = with_a_shop()
    left, back = day + timedelta(days=30), day + timedelta(days=400)
    case = case.record(gs.PartyLeft(left, "bakker"), gs.PartyJoined(back, SHOP))
    chain = attrs.evolve(SHOP, id="keten", name="Keten")
    merged = case.record(gs.PartyJoined(back, chain), gs.PartySucceeded(back, "keten", "bakker"))
    assert "AMB-01" in codes(merged.check("add_partner", on=back, about="keten"))
    agreed = case.record(gs.Consented(back, "bakker", "ambition"))
    merged = agreed.record(gs.PartyJoined(back, chain), gs.PartySucceeded(back, "keten", "bakker"))
    assert "AMB-01" not in codes(merged.check("add_partner", on=back, about="keten"))


@pytest.mark.parametrize(
    ("process", "phase"), EVERY_PHASE, ids=[f"{process.key}.{phase}" for process, phase in EVERY_PHASE]
)
def test_who_came_back_is_asked_what_a_new_party_is_asked(process: gs.Process, phase: str) -> None:
    """Whoever leaves and comes back stands as another of the same kind would that came that day."""
    case = case_in(process, phase)
    day = last_day(case) + timedelta(days=10)
    for party in case.parties(on=day):
        gone = case.record(gs.PartyLeft(day, party.id), *_texts_without(party.id, case, day))
        on = day + A_DAY
        returned = gone.record(gs.PartyJoined(on, party))
        another = gone.record(gs.PartyJoined(on, attrs.evolve(party, id=OTHER)))
        for trigger in process.triggers:
            assert _told(returned, trigger, on, party.id) == _told(another, trigger, on, OTHER)
        if process.phase(phase).watches:
            assert _watched(returned, on, party.id) == _watched(another, on, OTHER)


def _texts_without(party: str, case: gs.Collaboration, on: date) -> list[Fact]:
    """Return that the agreements are amended so that a party is out of them."""
    return [
        gs.AgreementRevised(
            on,
            text.id,
            tuple(x for x in text.parties if x != party),
            tuple(x for x in text.obliged if x != party),
        )
        for text in case.agreements(on=on)
    ]


Told = list[tuple[str, str, list[str]]]


def _told(case: gs.Collaboration, trigger: str, on: date, party: str) -> Told:
    return _rows(case.check(trigger, on=on).outcomes, party)


def _watched(case: gs.Collaboration, on: date, party: str) -> Told:
    return _rows(case.monitor(on=on).outcomes, party)


def _rows(outcomes: tuple[Outcome, ...], party: str) -> Told:
    """Return how each rule came out, and what it lacks of whom; the party by no name."""
    return [
        (
            row.requirement.code,
            row.status,
            sorted(
                f"{x.needed} {x.found} {x.about and x.about.id.replace(party, '·')}" for x in row.findings
            ),
        )
        for row in outcomes
    ]
