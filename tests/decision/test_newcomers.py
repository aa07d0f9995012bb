"""What can be asked of newcomers alone, and of the text of an agreement when parties come and leave."""

from __future__ import annotations

import attrs
import pytest

import gezondsamen as gs
from gezondsamen import conditions as c
from gezondsamen.dossier.facts import Fact
from tests.support.builders import id_of
from tests.support.dossiers import (
    A_DAY,
    CLUB,
    MUNICIPALITY,
    ON,
    SHOP,
    START,
    adopted,
    begun,
    joins,
    judged,
    tiny,
)

COME_SINCE = c.Parties(or_none=True, taken_over=False)
THERE_BEFORE = c.Parties(or_none=True, taken_over=True)
LATER = START + 30 * A_DAY


def lacking(case: gs.Collaboration, trigger: str = "go") -> list[str | None]:
    """Return of whom the one rule of a step lacks something."""
    (row,) = case.check(trigger, on=ON).outcomes
    return [id_of(finding.about) for finding in row.findings]


@pytest.mark.parametrize(
    ("which", "found"), [(COME_SINCE, ["club"]), (THERE_BEFORE, ["gemeente", "winkel"])], ids=["new", "old"]
)
def test_those_of_the_day_of_adoption_are_told_from_those_who_came_since(
    which: c.Parties, found: list[str]
) -> None:
    """Also when the track has moved on: who was there when it was adopted stays that."""
    process = tiny(finish=[c.OnRecord("benefit", each=which)])
    case = adopted(process, "begin", *joins(MUNICIPALITY, SHOP), *joins(CLUB, on=LATER))
    assert lacking(case.advance("go", on=LATER + A_DAY), "finish") == found


def test_a_case_that_was_not_adopted_has_newcomers_only() -> None:
    """Where every step is on record, each party came in under the rules."""
    parties = joins(MUNICIPALITY, SHOP)
    assert lacking(begun(tiny(c.OnRecord("benefit", each=COME_SINCE)), *parties)) == ["gemeente", "winkel"]
    assert lacking(begun(tiny(c.OnRecord("benefit", each=THERE_BEFORE)), *parties)) == []


def test_who_takes_the_place_of_one_that_was_taken_over_is_no_newcomer() -> None:
    """A merger keeps what was: who succeeds a party of the day of adoption counts as that party."""
    merged = attrs.evolve(SHOP, id="keten")
    case = adopted(tiny(c.OnRecord("benefit", each=COME_SINCE)), "begin", *joins(SHOP))
    case = case.record(*joins(merged, on=LATER), gs.PartySucceeded(LATER, "keten", "winkel"))
    assert lacking(case) == []


def test_who_came_back_is_a_newcomer() -> None:
    """A party of the day of adoption that left and came back is one no more."""
    case = adopted(tiny(c.OnRecord("benefit", each=COME_SINCE)), "begin", *joins(SHOP, CLUB))
    case = case.record(gs.PartyLeft(LATER, "winkel"), *joins(SHOP, on=LATER + A_DAY))
    assert lacking(case) == ["winkel"]


def test_consent_of_any_round_counts_where_that_is_asked() -> None:
    """What was agreed in an earlier visit stands, until the party says otherwise."""
    process = tiny(finish=[c.ConsentOfAll("ambition", since_entry=False)])
    case = begun(process, *joins(SHOP), gs.Consented(START, "winkel", "ambition"))
    case = case.advance("go", on=LATER)
    assert lacking(case, "finish") == []
    assert lacking(case.record(gs.Consented(ON, "winkel", "ambition", "objects")), "finish") == ["winkel"]


TEXT = gs.AgreementDrafted(START, "covenant", "covenant", ("gemeente", "winkel"), ("winkel",))
PARTIES = joins(MUNICIPALITY, SHOP, CLUB)


@pytest.mark.parametrize(
    ("asked", "facts", "found"),
    [
        (c.Agreed(each=c.Parties()), (), ["club"]),
        (c.Agreed(each=c.Parties(kinds="retailer")), (), []),
        (c.Agreed(each=c.Parties(kinds="retailer"), signed=True), (), ["winkel"]),
        (c.Agreed(each=c.Parties(kinds="sports_club"), signed=True), (), []),
        (c.Agreed(each=c.Parties(), signed=True), (gs.Signed(START, "covenant", "winkel"),), []),
        (c.Agreed(none_left=True), (), []),
        (c.Agreed(none_left=True), (gs.PartyLeft(LATER, "club"),), []),
        (c.Agreed(none_left=True), (gs.PartyLeft(LATER, "winkel"),), ["winkel"]),
    ],
)
def test_the_text_of_an_agreement_is_asked_of_whom_it_is_about(
    asked: c.Agreed, facts: tuple[Fact, ...], found: list[str]
) -> None:
    """Who is in it, who of those that it obliges signed, and who is in it and left."""
    row = judged(asked, *PARTIES, TEXT, *facts)
    assert [id_of(finding.about) for finding in row.findings] == found


def test_nobody_has_left_an_agreement_that_is_not_there() -> None:
    """Whether who left is still in the text is asked where there is a text; all else needs one."""
    assert judged(c.Agreed(none_left=True), *PARTIES).status == "met"
    assert judged(c.Agreed("goal", none_left=True), *PARTIES).status == "unmet"
    assert judged(c.Agreed(each=c.Parties()), *PARTIES).status == "unmet"


def test_a_successor_stands_in_the_text_of_whom_it_succeeded() -> None:
    """Whose place was taken has not left, and who took it is a party to the agreement."""
    merged = attrs.evolve(SHOP, id="keten")
    facts: list[Fact] = [*PARTIES, TEXT, *joins(merged, on=LATER)]
    facts.append(gs.PartySucceeded(LATER, "keten", "winkel"))
    assert judged(c.Agreed(none_left=True), *facts).status == "met"
    assert judged(c.Agreed(each=c.Parties(kinds="retailer")), *facts).status == "met"
