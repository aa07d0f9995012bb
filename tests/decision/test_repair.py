"""Remedies: recording what they ask for makes the rule met, unless only a waiver or time can help."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gezondsamen as gs
from gezondsamen.decision.repair.parties import departures
from gezondsamen.decision.situation import Situation
from gezondsamen.dossier.facts import StepTaken
from gezondsamen.exchange import fact_of, to_dict
from gezondsamen.forms.blanks import Blank
from gezondsamen.forms.drafts import Draft, Remedy
from gezondsamen.forms.fitting import holders, roles_for
from gezondsamen.process import conditions as c
from tests.support.builders import (
    DAY,
    EVERY_PHASE,
    adopted,
    filled,
    joined,
    label,
    later,
    row,
    rule,
    said,
    started,
    tiny,
)
from tests.support.strategies import conditions, histories

CAST = (
    joined("gemeente", "municipality", "public_health"),
    joined("dienst", "ggd", "youth", internal=True),
    joined("winkel", "retailer", "retail"),
)


@pytest.mark.parametrize(
    ("process", "phase"), EVERY_PHASE, ids=[f"{process.key}.{phase}" for process, phase in EVERY_PHASE]
)
@pytest.mark.parametrize("facts", [(), CAST], ids=["nobody", "three parties"])
@pytest.mark.parametrize("days", [1, 400])
def test_recording_the_remedies_makes_each_rule_met(
    process: gs.Process, phase: str, facts: tuple[gs.Fact, ...], days: int
) -> None:
    """For every rule of every step and phase that is not met, its remedy makes it met, on its own."""
    case, day = adopted(process, phase, *facts), later(days)
    for trigger, check in case.options(on=day).items():
        for outcome in check.outcomes:
            if outcome.remedy is not None and outcome.remedy.waiver:
                assert outcome.requirement.code == "PPS-09"  # no draft sends a party away
            elif outcome.remedy is not None:
                after = case.record(*filled(outcome.remedy.drafts)).check(trigger, on=day)
                assert row(after, outcome.requirement.code).status == "met"
    for outcome in case.monitor(on=day).outcomes:
        if outcome.remedy is not None:
            watch = case.record(*filled(outcome.remedy.drafts)).monitor(on=day)
            assert row(watch, outcome.requirement.code).status == "met"


def helped(case: gs.Collaboration, condition: c.Condition) -> bool:
    """Tell whether the remedy of the one rule of a case does what it says."""
    day = later(600)
    check = case.check("go", on=day)
    (outcome,) = check.outcomes
    remedy = outcome.remedy
    if remedy is None:
        return outcome.status == "met"
    if remedy.wait_until is not None:
        return case.check("go", on=remedy.wait_until).allowed
    met = case.record(*filled(remedy.drafts)).check("go", on=day).allowed
    return met is not remedy.waiver


@given(st.data(), conditions)
def test_a_remedy_keeps_its_word(data: st.DataObject, condition: c.Condition) -> None:
    """For any condition on any history: recorded it is met, waited for it is met, or only a waiver helps."""
    case = data.draw(histories(tiny(rule(condition))))
    assert helped(case, condition)


@pytest.mark.parametrize(
    ("condition", "facts"),
    [
        (c.PartyCount(at_most=1), (joined("a"), joined("b"))),
        (c.Measured("capacity_money", at_most=c.Same("capacity_hours"), at_least=9), ()),
        (
            c.MetBefore("individual", "plenary"),
            (joined("a"), gs.Met(DAY, "plenary", "a")),
        ),
        (
            c.Paired("issue_noticed", "issue_raised", "before"),
            said("issue_noticed"),
        ),
        (c.RecordCount("backing", at_most=0), said("backing")),
    ],
    ids=["too many", "no number between", "an order gone by", "an earlier day", "said too often"],
)
def test_where_recording_cannot_help_only_a_waiver_does(condition: c.Condition, facts: Any) -> None:
    """An upper bound passed, or an order already violated, is repaired by nothing that can be recorded."""
    case = started(tiny(rule(condition)), *facts)
    outcome = case.check("go", on=DAY).outcomes[0]
    assert outcome.remedy is not None
    if outcome.remedy.waiver:
        assert not case.record(*filled(outcome.remedy.drafts)).check("go", on=DAY).allowed
        assert "afwijken" in outcome.text("nl")
    else:
        assert isinstance(condition, c.Measured)


def test_too_many_actions_pass_with_time() -> None:
    """Where only the number of open actions is too high, the remedy is the day after one is due."""
    actions = [
        gs.ActionAgreed(DAY, f"a-{n}", "…", "winkel", "retail", later(10 * n), None) for n in range(1, 4)
    ]
    case = started(tiny(rule(c.ActionCount(c.Parties(), at_most=1))), joined("winkel", "retailer"), *actions)
    assert case.check("go", on=DAY).outcomes[0].remedy == Remedy(wait_until=later(21))
    assert [case.check("go", on=later(n)).allowed for n in (20, 21)] == [False, True]
    assert "→ Wacht tot 29 januari 2024." in case.check("go", on=DAY).explain("nl")


def test_too_many_statements_pass_when_they_run_out() -> None:
    """Statements with a last day no longer count after it."""
    stated = [gs.Stated(DAY, "backing", "…", until=later(n)) for n in (5, 9)]
    case = started(tiny(rule(c.RecordCount("backing", at_most=1))), *stated)
    assert case.check("go", on=DAY).outcomes[0].remedy == Remedy(wait_until=later(6))


def test_what_waits_for_several_days_waits_for_the_last() -> None:
    """Where each thing that is missing comes by itself, all of it is there on the last of these days."""
    asked = rule(c.RecordCount("backing", at_most=0), c.RecordCount("vision", at_most=0))
    stated = [gs.Stated(DAY, topic, "…", until=later(n)) for topic, n in (("vision", 9), ("backing", 5))]
    (outcome,) = started(tiny(asked), *stated).check("go", on=DAY).outcomes
    assert outcome.remedy == Remedy(wait_until=later(10))


def chain(links: int) -> tuple[c.Condition, ...]:
    """Return conditions of which the last asks for a role, and each other one of who holds the next role."""
    roles = list(gs.PPS.vocabulary["role"])[: links + 1]
    holding = [c.Parties(roles=role, or_none=True) for role in roles[1:]]
    asked = [c.RoleFilled(role, each=which) for role, which in zip(roles, holding, strict=False)]
    return (*asked, c.RoleFilled(roles[-1], by=c.Parties()))


@pytest.mark.parametrize("leaving", [False, True])
def test_notice_that_is_still_to_be_given_is_not_waited_for(leaving: bool) -> None:
    """While there is no notice its period does not run, so that no day can be named."""
    asked = c.NoticeGiven("notice_of_leaving", "notice_months", leaving=leaving)
    facts = (
        *TWO,
        gs.AgreementDrafted(DAY, "x", "covenant", ("a", "b")),
        gs.Quantified(DAY, "notice_months", 3),
    )
    remedy = started(tiny(rule(asked)), *facts).check("go", on=DAY).outcomes[0].remedy
    assert remedy is not None
    assert (remedy.waiver, [type(x.fact) for x in remedy.drafts]) == (True, [gs.Stated])
    case = started(tiny(rule(asked)), *facts).record(*filled(remedy.drafts))
    assert case.check("go", on=later(9)).outcomes[0].remedy == Remedy(wait_until=date(2024, 4, 8))


@pytest.mark.parametrize(("end", "later_end"), [(300, 330), (0, 30), (-50, 30)])
def test_an_agreement_that_was_suspended_ends_as_much_later(end: int, later_end: int) -> None:
    """Out of a suspension the last day is later by as long as that lasted, and never before today."""
    begin, rest = gs.Phase("begin", label(), kind="initial"), gs.Phase("rest", label(), kind="suspended")
    asked = rule(c.Agreed(extended=True))
    back = rest.to(begin, "go", label=label(), requires=(asked,))
    process = tiny(phases=(begin, rest), transitions=(begin.to(rest, "halt", label=label()), back))
    paper = gs.AgreementDrafted(DAY, "x", "covenant", start=later(-90), end=later(end))
    (found,) = adopted(process, "rest", paper).check("go", on=later(30)).repair
    assert found.fact == gs.AgreementRevised(later(30), "x", end=later(later_end))


@pytest.mark.parametrize("inside", [("a", "b"), ("a", "b", "c")], ids=["not in it", "in it"])
def test_who_accedes_comes_into_the_text_and_signs(inside: tuple[str, ...]) -> None:
    """On a step that takes in a party one revision puts it into the text, obliged, and then it signs."""
    begin, work = gs.Phase("begin", label(), kind="initial"), gs.Phase("work", label())
    join = begin.to(begin, "join", label=label(), requires=(rule(c.Agreed(signed=True)),), concerns="party")
    process = tiny(phases=(begin, work), transitions=(join, begin.to(work, "go", label=label())))
    paper = gs.AgreementDrafted(DAY, "x", "covenant", inside, ("b",))
    case = started(process, *TWO, joined("c"), paper)
    assert lean(case.check("join", on=DAY, about="c").repair) == [
        draft(gs.AgreementRevised(DAY, "x", ("a", "b", "c"), ("b", "c"))),
        draft(gs.Signed(DAY, "x", "c")),
    ]


@pytest.mark.parametrize(
    ("condition", "found"),
    [(c.AllOf(chain(6)), True), (c.AnyOf((c.AllOf(chain(2)),)), True), (c.AllOf(chain(12)), False)],
    ids=["seven in a row", "three in an alternative", "too many"],
)
def test_what_one_fact_asks_of_the_next_is_followed_for_a_while(condition: c.Condition, found: bool) -> None:
    """Each fact that helps may bring a need of its own; where that goes on and on, only a waiver is left."""
    case = started(tiny(rule(condition)), joined("a"))
    (outcome,) = case.check("go", on=DAY).outcomes
    assert outcome.remedy is not None
    assert outcome.remedy.waiver is not found
    assert case.record(*filled(outcome.remedy.drafts)).check("go", on=DAY).allowed is found


def test_an_upper_bound_per_party_asks_for_a_party_first() -> None:
    """Where nobody is there to look at, letting a party join is the remedy, not a waiver."""
    case = started(tiny(rule(c.ActionCount(c.Parties(), at_most=3))))
    remedy = case.check("go", on=DAY).outcomes[0].remedy
    assert remedy is not None
    assert [type(draft.fact) for draft in remedy.drafts] == [gs.PartyJoined]
    assert not remedy.waiver


@pytest.mark.parametrize(
    "condition",
    [
        c.PartyCount(c.Parties(sides="private"), at_least=2, of="kinds"),
        c.PartyCount(c.Parties(sides="private"), at_least=2, of="sectors"),
        c.PartyCount(c.Parties(kinds="school"), at_least=1, of="kinds"),
    ],
    ids=str,
)
def test_who_joins_is_one_of_those_asked_for(condition: c.Condition) -> None:
    """A party that a remedy brings in is of the selection that is too small."""
    case = started(tiny(rule(condition)))
    remedy = case.check("go", on=DAY).outcomes[0].remedy
    assert remedy is not None
    assert case.record(*filled(remedy.drafts)).check("go", on=DAY).allowed


def test_what_helps_nothing_is_not_asked_for() -> None:
    """Where no recording can help, a remedy asks for nothing again and again."""
    hopeless: c.Condition = c.RoleFilled("alderman", by=c.Parties(kinds="school"), outsider=True)
    bare = started(tiny(rule(hopeless))).check("go", on=DAY).outcomes[0].remedy
    inside = started(tiny(rule(c.AllOf((hopeless,))))).check("go", on=DAY).outcomes[0].remedy
    assert bare is not None
    assert bare.waiver
    assert len(set(bare.drafts)) == len(bare.drafts)
    assert inside == bare


@pytest.mark.parametrize(
    "condition",
    [
        c.PartyCount(at_least=1),
        c.RoleFilled(),
        c.Contributed(),
        c.Agreed(),
        c.InContact(),
        c.Evaluated(),
        c.EvaluationArranged(),
        c.ActionCount(at_least=1),
        c.PartyCount(at_least=1, of="sectors"),
    ],
    ids=lambda x: type(x).__name__,
)
def test_a_process_without_words_can_be_checked(condition: c.Condition) -> None:
    """Asking never raises: where a process has no word to choose, only a waiver is left."""
    case = started(tiny(rule(condition), terms=()))
    outcome = case.check("go", on=DAY).outcomes[0]
    assert (outcome.status, outcome.remedy) == ("unmet", Remedy(waiver=True))


def test_a_selection_that_names_nothing_can_be_checked() -> None:
    """Asking never raises: sectors that exclude themselves leave none to let in."""
    nothing = c.OnRecord("purpose", each=c.Sectors("sport", other_than="sport"))
    assert not started(tiny(rule(nothing))).check("go", on=DAY).allowed


def test_a_remedy_comes_in_an_order_that_works() -> None:
    """Parties come first, then roles and agreements, then signatures; and new parties' needs with them."""
    needed = c.AllOf(
        (
            c.Agreed("goal", with_=c.Parties(kinds="school"), signed=True),
            c.PartyCount(c.Parties(sides="private"), at_least=1),
            c.RoleFilled("delegate", each=c.Parties()),
        )
    )
    case = started(tiny(rule(needed)))
    (outcome,) = case.check("go", on=DAY).outcomes
    assert outcome.remedy is not None
    kinds = [type(draft.fact) for draft in outcome.remedy.drafts]
    assert kinds[0] is gs.PartyJoined
    assert kinds.index(gs.AgreementDrafted) < kinds.index(gs.Signed)
    assert case.record(*filled(outcome.remedy.drafts)).check("go", on=DAY).allowed


def test_blanks_are_filled_by_name() -> None:
    """A value goes into the blank with its name, and the rest into every text left empty."""
    fact = gs.ContributionRecorded(DAY, "winkel", "staff")
    draft = Draft(
        fact,
        (
            Blank(("kind",), "choice", "contribution_kind"),
            Blank(("amount",), "number"),
            Blank(("unit",), "text"),
        ),
    )
    assert draft.fill(kind="money", amount=3) == gs.ContributionRecorded(DAY, "winkel", "money", amount=3)
    assert draft.fill("uur") == gs.ContributionRecorded(DAY, "winkel", "staff", unit="uur")
    assert draft.fill("uur", unit="dag").unit == "dag"  # type: ignore[union-attr]


def test_a_party_is_filled_in_where_it_joins() -> None:
    """The blanks of a party that joins are those of the party."""
    draft = Draft(
        joined("school-1", "school"), (Blank(("party", "name"), "name"), Blank(("party", "id"), "id"))
    )
    filled_in = draft.fill("De Fontein", id="school-7")
    assert isinstance(filled_in, gs.PartyJoined)
    assert (filled_in.party.name, filled_in.party.id) == ("De Fontein", "school-7")


def test_a_value_without_a_blank_is_refused() -> None:
    """What is no blank cannot be filled in, and the blank that was meant is named."""
    draft = Draft(gs.Stated(DAY, "purpose"), (Blank(("text",), "text"),))
    with pytest.raises(gs.InvalidArgument, match="Did you mean 'text'") as caught:
        draft.fill(txt="…")
    assert (caught.value.code, caught.value.offender) == ("no-such-blank", "txt")


@given(st.data(), conditions)
def test_every_blank_is_a_field_and_every_choice_a_term(data: st.DataObject, condition: c.Condition) -> None:
    """A draft is the form to show: its blanks have a label, a choice has terms, and it can be sent back."""
    case = data.draw(histories(tiny(rule(condition))))
    check = case.check("go", on=later(600))
    plain = to_dict(check, "nl")
    for drafts in (plain["repair"], *((o["remedy"] or {"drafts": []})["drafts"] for o in plain["outcomes"])):
        for draft in drafts:
            assert isinstance(fact_of(draft["fact"]), gs.Fact)
            for blank in draft["blanks"]:
                assert blank["label"]
                if blank["kind"] == "choice" and blank["required"]:
                    assert blank["suggestion"] in [choice["key"] for choice in blank["choices"]]


def test_no_remedy_is_a_step() -> None:
    """A remedy records facts; steps are taken by people."""
    with pytest.raises(gs.InvalidRecord):
        started().record(StepTaken(DAY, "main", "start", "organisation_form"))


# --- draft by draft --------------------------------------------------------------------------------

A_YEAR = gs.Every(years=1)
IN_A_YEAR = A_YEAR.after(DAY)
TWO = (joined("a"), joined("b", "retailer"))
SECTORS = list(gs.PPS.vocabulary["sector"])


def covenant(ident: str) -> gs.Fact:
    return gs.AgreementDrafted(DAY, ident, "covenant", ("a",))


def draft(fact: gs.Fact, *blanks: str) -> Draft:
    """Make a draft; a blank is written as path/kind or path/choice/scheme."""
    made = [(tuple(path.split(".")), *rest) for path, *rest in (blank.split("/") for blank in blanks)]
    return Draft(fact, tuple(Blank(*parts) for parts in made))  # type: ignore[arg-type]


def newcomer(kind: str) -> Draft:
    """Make the draft that proposes a party of a kind, of which somebody says the name."""
    party = gs.Party(id=f"{kind}-1", name="", kind=kind)
    return draft(gs.PartyJoined(DAY, party), "party.name/name", "party.id/id", "party.kind/choice/party_kind")


def lean(drafts: tuple[Draft, ...]) -> list[Draft]:
    """Return drafts with where each blank goes, of which kind and of which scheme it is."""
    return [
        Draft(draft.fact, tuple(Blank(b.path, b.kind, b.scheme) for b in draft.blanks)) for draft in drafts
    ]


HELPS: list[tuple[c.Condition, tuple[gs.Fact, ...], list[Draft]]] = [
    (
        c.RecordCount("benefit", c.Sectors(("sport", "care")), at_least=2),
        (*TWO, *said("benefit"), *said("benefit", about="a"), *said("benefit", about=("sector", "sport"))),
        [draft(gs.Stated(DAY, "benefit", about=("sector", "care")), "text/text")],
    ),
    (
        c.Evaluated("final", decisions="adapt"),
        (),
        [draft(gs.EvaluationHeld(DAY, "final", "adapt"), "decision/choice/decision")],
    ),
    (
        c.Agreed("goal", with_=c.Parties(kinds="municipality")),
        (*TWO, covenant("x")),
        [draft(gs.AgreementRevised(DAY, "x", clauses=("goal",)))],
    ),
    (
        c.Agreed(signed=True),
        (*TWO, covenant("x"), gs.PartyLeft(DAY, "a")),
        [
            draft(gs.AgreementRevised(DAY, "x", ("a", "b"), ("b",)), "obliged/parties"),
            draft(gs.Signed(DAY, "x", "b")),
        ],
    ),
    (
        c.OnRecord("backing", dated=True),
        (),
        [draft(gs.Stated(DAY, "backing", until=IN_A_YEAR), "text/text", "until/date")],
    ),
    (
        c.RecordCount("backing", c.Parties(), at_least=2),
        TWO,
        [
            draft(gs.Stated(DAY, "backing", about="a"), "text/text"),
            draft(gs.Stated(DAY, "backing", about="b"), "text/text"),
        ],
    ),
    (
        c.RecordCount("backing", c.Parties(kinds="retailer"), at_least=2),
        TWO,
        [
            draft(gs.Stated(DAY, "backing", about="b"), "text/text"),
            newcomer("retailer"),
            draft(gs.Stated(DAY, "backing", about="retailer-1"), "text/text"),
        ],
    ),
    (
        c.Measured("capacity_money", at_least=c.Same("capacity_hours")),
        (gs.Quantified(DAY, "capacity_money", 4, ("matter", "m")), gs.Quantified(DAY, "capacity_money", 7)),
        [
            draft(gs.Quantified(DAY, "capacity_hours", 4, ("matter", "m")), "amount/number"),
            draft(gs.Quantified(DAY, "capacity_hours", 7), "amount/number"),
        ],
    ),
    (
        c.Measured("capacity_money", at_most=5),
        (gs.Quantified(DAY, "capacity_money", 7),),
        [draft(gs.Quantified(DAY, "capacity_money", 5), "amount/number")],
    ),
    (
        c.Measured("capacity_money", at_least=3),
        (),
        [draft(gs.Quantified(DAY, "capacity_money", 3), "amount/number")],
    ),
    (
        c.Measured("capacity_money", at_most=3),
        (),
        [draft(gs.Quantified(DAY, "capacity_money", 3), "amount/number")],
    ),
    (
        c.Measured("capacity_money", at_least=c.Same("capacity_hours")),
        (gs.Quantified(DAY, "capacity_money", 4),),
        [draft(gs.Quantified(DAY, "capacity_hours", 4), "amount/number")],
    ),
    (
        c.Lasts("funding", at_most=A_YEAR),
        (),
        [draft(gs.Stated(DAY, "funding", until=IN_A_YEAR), "text/text", "until/date")],
    ),
    (
        c.Lasts("funding", at_least=A_YEAR),
        (),
        [draft(gs.Stated(DAY, "funding", until=IN_A_YEAR), "text/text", "until/date")],
    ),
    (
        c.RoleFilled(),
        TWO,
        [
            draft(
                gs.RoleAssigned(DAY, "director_visionary", "a"),
                "role/choice/role",
                "party/party",
                "person/person",
            )
        ],
    ),
    (c.RoleFilled("alderman"), (), [draft(gs.RoleAssigned(DAY, "alderman"), "party/party", "person/person")]),
    (
        c.RoleFilled(by=c.Parties(kinds="retailer")),
        TWO,
        [draft(gs.RoleAssigned(DAY, "director_visionary", "b"), "role/choice/role", "person/person")],
    ),
    (
        c.RoleFilled("delegate", by=c.Parties(kinds="school")),
        TWO,
        [
            newcomer("school"),
            draft(gs.RoleAssigned(DAY, "delegate", "school-1"), "person/person"),
        ],
    ),
    (
        c.RoleFilled("delegate", each=c.Parties()),
        TWO[:1],
        [draft(gs.RoleAssigned(DAY, "delegate", "a"), "person/person")],
    ),
    (
        c.RoleFilled("alderman", outsider=True),
        TWO,
        [draft(gs.RoleAssigned(DAY, "alderman"), "person/person")],
    ),
    (
        c.Contributed(measured=True, other_than="money"),
        TWO[:1],
        [
            draft(
                gs.ContributionRecorded(DAY, "a", "staff", amount=1),
                "kind/choice/contribution_kind",
                "amount/number",
                "unit/text",
            )
        ],
    ),
    (
        c.Contributed(status="asked"),
        TWO[:1],
        [draft(gs.ContributionRecorded(DAY, "a", "staff", "asked"), "kind/choice/contribution_kind")],
    ),
    (
        c.Agreed("goal"),
        TWO,
        [
            draft(
                gs.AgreementDrafted(DAY, "agreement-1", "informal", ("a", "b"), clauses=("goal",)),
                "agreement/id",
                "kind/choice/agreement_kind",
            )
        ],
    ),
    (
        c.Agreed("goal", kinds="covenant", signed=True),
        TWO[:1],
        [
            draft(
                gs.AgreementDrafted(
                    DAY, "agreement-1", "covenant", ("a",), ("a",), ("goal",), principal=False
                ),
                "agreement/id",
                "obliged/parties",
            ),
            draft(gs.Signed(DAY, "agreement-1", "a")),
        ],
    ),
    (
        c.Agreed(signed=True),
        (*TWO, covenant("x")),
        [
            draft(gs.AgreementRevised(DAY, "x", ("a",), ("a",)), "obliged/parties"),
            draft(gs.Signed(DAY, "x", "a")),
        ],
    ),
    (
        c.Agreed(with_=c.Parties(kinds="retailer")),
        (*TWO, covenant("x")),
        [draft(gs.AgreementRevised(DAY, "x", ("a", "b")))],
    ),
    (
        c.Agreed("goal", each=c.Parties(kinds="school")),
        (*TWO, covenant("x")),
        [
            newcomer("school"),
            draft(gs.AgreementRevised(DAY, "x", clauses=("goal",))),
            draft(gs.AgreementRevised(DAY, "x", ("a", "school-1")), "parties/parties"),
        ],
    ),
    (
        c.Agreed(none_left=True),
        (*TWO, gs.AgreementDrafted(DAY, "x", "covenant", ("a", "b"), ("a", "b")), gs.PartyLeft(DAY, "a")),
        [draft(gs.AgreementRevised(DAY, "x", ("b",), ("b",)), "parties/parties")],
    ),
    (
        c.Agreed(extended=True),
        (*TWO, covenant("x")),
        [draft(gs.AgreementRevised(DAY, "x", end=IN_A_YEAR), "end/date")],
    ),
    (
        c.Agreed(extended=True),
        (*TWO, gs.AgreementDrafted(DAY, "x", "covenant", ("a",), start=DAY, end=later(50))),
        [draft(gs.AgreementRevised(DAY, "x", end=later(100)), "end/date")],
    ),
    (
        c.Agreed(extended=True),
        (gs.AgreementDrafted(DAY, "x", "covenant", start=DAY, end=DAY),),
        [draft(gs.AgreementRevised(DAY, "x", end=later(1)), "end/date")],
    ),
    (
        c.TermRuns(),
        (gs.AgreementDrafted(DAY, "x", "covenant", start=later(-50), end=later(-1)),),
        [draft(gs.AgreementRevised(DAY, "x", end=later(49)), "end/date")],
    ),
    (
        c.TermRuns(),
        (gs.AgreementDrafted(DAY, "x", "covenant", end=later(-1)),),
        [draft(gs.AgreementRevised(DAY, "x", end=IN_A_YEAR), "end/date")],
    ),
    (
        c.Agreed(obliged=2),
        (*TWO, covenant("x")),
        [draft(gs.AgreementRevised(DAY, "x", ("a", "b"), ("a", "b")), "obliged/parties")],
    ),
    (
        c.Agreed(obliged=2),
        (*TWO, joined("c"), gs.AgreementDrafted(DAY, "x", "covenant", ("a", "b", "c"), "c")),
        [draft(gs.AgreementRevised(DAY, "x", ("a", "b", "c"), ("a", "b", "c")), "obliged/parties")],
    ),
    (
        c.NoticeGiven("notice_of_leaving", "notice_months", leaving=True),
        TWO,
        [
            draft(
                gs.AgreementDrafted(DAY, "agreement-1", "informal", ("a", "b")),
                "agreement/id",
                "kind/choice/agreement_kind",
            ),
            draft(gs.Stated(DAY, "notice_of_leaving", about="b"), "text/text", "about/subject"),
        ],
    ),
    (
        c.NoticeGiven("notice_of_leaving", "notice_months", leaving=True),
        (*TWO, gs.AgreementDrafted(DAY, "x", "covenant")),
        [
            draft(gs.AgreementRevised(DAY, "x", ("a",))),
            draft(gs.Stated(DAY, "notice_of_leaving", about="a"), "text/text", "about/subject"),
        ],
    ),
    (
        c.NoticeGiven("notice_of_leaving", "notice_months", leaving=True),
        (*TWO, gs.AgreementDrafted(DAY, "x", "covenant", ("a", "b"))),
        [draft(gs.Stated(DAY, "notice_of_leaving", about="b"), "text/text", "about/subject")],
    ),
    (c.MetBefore("individual", "plenary"), TWO[:1], [draft(gs.Met(DAY, "individual", ("a",)))]),
    (
        c.MetBefore("individual", "plenary", c.Parties(kinds="municipality")),
        (*TWO, gs.Met(DAY, "visit", "a"), gs.Met(DAY, "plenary", "b")),
        [draft(gs.Met(DAY, "individual", ("a",)))],
    ),
    (c.InContact(), TWO, [draft(gs.Met(DAY, "individual", ("a", "b")), "kind/choice/contact_kind")]),
    (
        c.InContact("visit", present=(c.Parties(kinds="retailer"),), each=c.Parties()),
        TWO,
        [draft(gs.Met(DAY, "visit", ("a", "b"))), draft(gs.Met(DAY, "visit", ("b",)))],
    ),
    (
        c.InContact(pairs=True),
        TWO,
        [draft(gs.Met(DAY, "individual", ("a", "b")), "kind/choice/contact_kind")],
    ),
    (
        c.InContact("visit", present=(c.Parties(kinds="retailer"),)),
        TWO,
        [draft(gs.Met(DAY, "visit", ("b",)))],
    ),
    (
        c.InContact("visit", present=(c.Parties(kinds="school"),)),
        TWO,
        [
            newcomer("school"),
            draft(gs.Met(DAY, "visit", ("school-1",))),
        ],
    ),
    (
        c.InContact("visit"),
        (),
        [
            newcomer("municipality"),
            draft(gs.Met(DAY, "visit", ("municipality-1",))),
        ],
    ),
    (
        c.InContact("visit", pairs=True),
        (*TWO, joined("c"), gs.Met(DAY, "visit", ("a", "b"))),
        [draft(gs.Met(DAY, "visit", ("a", "c", "b")))],
    ),
    (c.Evaluated(), (), [draft(gs.EvaluationHeld(DAY, "periodic"), "kind/choice/evaluation_kind")]),
    (
        c.Evaluated("final", decisions=("adapt", "continue")),
        (),
        [draft(gs.EvaluationHeld(DAY, "final", "adapt"), "decision/choice/decision")],
    ),
    (
        c.EvaluationArranged(),
        (),
        [
            draft(
                gs.EvaluationPlanned(DAY, "periodic", due=IN_A_YEAR),
                "kind/choice/evaluation_kind",
                "due/date",
            )
        ],
    ),
    (
        c.EvaluationArranged("final", recurring=True, aspects=("process", "effect")),
        (),
        [draft(gs.EvaluationPlanned(DAY, "final", A_YEAR, aspects=("process", "effect")), "every/period")],
    ),
    (
        c.ActionCount(at_least=1),
        TWO,
        [
            draft(
                gs.ActionAgreed(DAY, "action-1", "", "a", "public_health", gs.Every(months=3).after(DAY)),
                "text/text",
                "owner/party",
                "due/date",
            )
        ],
    ),
    (
        c.ActionCount(c.Parties(), at_least=1),
        (joined("a", "school", "sport"),),
        [
            draft(
                gs.ActionAgreed(DAY, "action-1", "", "a", "sport", gs.Every(months=3).after(DAY)),
                "text/text",
                "owner/party",
                "due/date",
            )
        ],
    ),
    (
        c.PartyCount(c.Parties(kinds="school"), at_least=1),
        (),
        [newcomer("school")],
    ),
    (
        c.PartyCount(at_least=1, of="sectors"),
        (),
        [
            draft(
                gs.PartyJoined(
                    DAY,
                    gs.Party(id="municipality-1", name="", kind="municipality", sectors=("public_health",)),
                ),
                "party.name/name",
                "party.id/id",
                "party.kind/choice/party_kind",
            )
        ],
    ),
    (
        c.PartyCount(at_least=2, of="kinds"),
        TWO[:1],
        [newcomer("ggd")],
    ),
    (
        c.PartyCount(c.Parties(roles="delegate"), at_least=1),
        (),
        [
            newcomer("municipality"),
            draft(gs.RoleAssigned(DAY, "delegate", "municipality-1"), "person/person"),
        ],
    ),
    (
        c.PartyCount(c.Parties(sectors="sport", internal=True), at_least=1),
        (),
        [
            draft(
                gs.PartyJoined(
                    DAY,
                    gs.Party(
                        id="municipality-1", name="", kind="municipality", sectors=("sport",), internal=True
                    ),
                ),
                "party.name/name",
                "party.id/id",
                "party.kind/choice/party_kind",
            )
        ],
    ),
    (c.ConsentOfAll("ambition"), TWO[:1], [draft(gs.Consented(DAY, "a", "ambition"))]),
    (
        c.OnRecord("sector_considered", each=c.Sectors(other_than=SECTORS[0])),
        TWO,
        [
            draft(
                gs.PartyJoined(
                    DAY, gs.Party(id="municipality-1", name="", kind="municipality", sectors=SECTORS[1])
                ),
                "party.name/name",
                "party.id/id",
                "party.kind/choice/party_kind",
            ),
            draft(gs.Stated(DAY, "sector_considered", about=("sector", SECTORS[1])), "text/text"),
        ],
    ),
    (
        c.OnRecord("sector_considered", each=c.Sectors()),
        TWO,
        [
            draft(
                gs.PartyJoined(
                    DAY,
                    gs.Party(id="municipality-1", name="", kind="municipality", sectors=("public_health",)),
                ),
                "party.name/name",
                "party.id/id",
                "party.kind/choice/party_kind",
            ),
            draft(gs.Stated(DAY, "sector_considered", about=("sector", "public_health")), "text/text"),
        ],
    ),
]


@pytest.mark.parametrize(
    ("condition", "facts", "drafts"),
    [pytest.param(*case, id=f"{type(case[0]).__name__}-{n}") for n, case in enumerate(HELPS)],
)
def test_a_remedy_asks_for_this_and_no_more(
    condition: c.Condition, facts: tuple[gs.Fact, ...], drafts: list[Draft]
) -> None:
    """What would help is named to the letter: the facts in order, what is suggested, what is left open."""
    (outcome,) = started(tiny(rule(condition)), *facts).check("go", on=DAY).outcomes
    assert outcome.remedy is not None
    assert outcome.remedy == Remedy(outcome.remedy.drafts)
    assert lean(outcome.remedy.drafts) == drafts


@pytest.mark.parametrize(
    ("condition", "facts"),
    [
        (
            c.ActionCount(at_least=1),
            tuple(gs.ActionAgreed(DAY, f"x{n}", "…", "a", "sport", later(n)) for n in (2, 5)),
        ),
        (c.RecordCount("backing", at_most=0), (gs.Stated(DAY, "backing", "…", until=date.max),)),
    ],
    ids=["a day gone by", "the end of time"],
)
def test_what_time_does_not_repair_is_not_waited_for(condition: c.Condition, facts: Any) -> None:
    """A remedy never waits for a day that has been, or that never comes."""
    process = tiny(rule(condition, c.PartyCount(at_most=0)))
    case = started(process, joined("a"), *facts, gs.PartyLeft(later(3), "a"))
    remedy = case.check("go", on=later(9)).outcomes[0].remedy
    assert remedy is not None
    assert (remedy.waiver, remedy.wait_until) == (True, None)


@pytest.mark.parametrize(
    "condition",
    [
        c.PartyCount(at_least=10**6),
        c.AnyOf((c.RecordCount("purpose", at_least=10**6), c.InContact(at_least=10**6))),
        c.ActionCount(at_least=10**6),
    ],
    ids=["parties", "statements or contact", "actions"],
)
def test_what_is_out_of_reach_is_not_approached(condition: c.Condition) -> None:
    """Of a million that are missing not one is proposed: only a waiver helps."""
    case = started(tiny(rule(condition)), joined("a"))
    assert case.check("go", on=DAY).outcomes[0].remedy == Remedy(waiver=True)


@pytest.mark.parametrize(
    ("condition", "facts"),
    [
        (c.PartyCount(at_least=1, at_most=1), TWO),
        (c.PartyCount(at_least=1, at_most=1, of="kinds"), TWO),
        (c.RecordCount("purpose", at_least=1, at_most=1), said("purpose", "purpose")),
        (
            c.ActionCount(at_least=1, at_most=1),
            (joined("a"), *(gs.ActionAgreed(DAY, x, "…", "a", "sport", date.max) for x in "xy")),
        ),
    ],
    ids=["parties", "kinds", "statements", "actions"],
)
def test_of_what_there_is_too_much_no_more_is_asked(
    condition: c.Condition, facts: tuple[gs.Fact, ...]
) -> None:
    """Where a number has to lie between bounds and is too high, nothing that can be recorded lowers it."""
    case = started(tiny(rule(condition)), *facts)
    assert case.check("go", on=DAY).outcomes[0].remedy == Remedy(waiver=True)


@pytest.mark.parametrize("count", [1, 3, 12])
@pytest.mark.parametrize("more", [{}, {"signed": True}, {"with_": c.Parties(kinds="school")}], ids=str)
def test_an_agreement_brings_in_as_many_parties_as_it_obliges(count: int, more: dict[str, Any]) -> None:
    """Where nobody takes part yet, as many join as the agreement asks for, and then there is one."""
    (outcome,) = started(tiny(rule(c.Agreed(obliged=count, **more)))).check("go", on=DAY).outcomes
    assert outcome.remedy is not None
    drafts = outcome.remedy.drafts
    assert not outcome.remedy.waiver
    assert [isinstance(draft.fact, gs.PartyJoined) for draft in drafts[: count + 1]] == [True] * count + [
        False
    ]
    assert isinstance(drafts[count].fact, gs.AgreementDrafted)


def test_an_agreement_of_a_million_is_not_approached() -> None:
    """An obligation of more parties than are ever proposed brings in none."""
    (outcome,) = started(tiny(rule(c.Agreed(obliged=10**6)))).check("go", on=DAY).outcomes
    assert outcome.remedy == Remedy(waiver=True)


@pytest.mark.parametrize(
    ("asked", "facts"),
    [
        (c.Paired("issue_noticed", "issue_raised", "before"), said("issue_noticed")),
        (c.MetBefore("individual", "plenary"), (joined("a"), gs.Met(DAY, "plenary", "a"))),
    ],
    ids=["an answer", "a talk"],
)
def test_what_should_have_stood_on_an_earlier_day_is_not_asked_for(
    asked: c.Condition, facts: tuple[gs.Fact, ...]
) -> None:
    """What had to come before something that is on record is too late, and nothing is proposed."""
    (outcome,) = started(tiny(rule(asked)), *facts).check("go", on=DAY).outcomes
    assert outcome.remedy == Remedy(waiver=True)


@pytest.mark.parametrize("condition", [c.RecordCount("purpose", at_least=40), c.PartyCount(at_least=40)])
def test_as_many_are_proposed_as_are_asked(condition: c.Condition) -> None:
    """What is added one at a time is added until there is enough."""
    (outcome,) = started(tiny(rule(condition))).check("go", on=DAY).outcomes
    assert outcome.remedy is not None
    assert (outcome.remedy.waiver, len(outcome.remedy.drafts)) == (False, 40)


def test_what_is_out_of_reach_of_one_party_is_not_approached_for_another() -> None:
    """Where one of several parties lacks more than is ever proposed, nothing is proposed to the others."""
    asked = rule(c.ActionCount(c.Parties(), at_least=205))
    agreed = [gs.ActionAgreed(DAY, f"x{n}", "…", "a", "sport", later(9)) for n in range(10)]
    case = started(tiny(asked), joined("a"), joined("b"), *agreed)
    assert case.check("go", on=DAY).outcomes[0].remedy == Remedy(waiver=True)


def test_a_new_agreement_is_named_as_nothing_else_is() -> None:
    """The id suggested for an agreement is that of no agreement and of no track."""
    case = started(tiny(rule(c.Agreed(kinds="informal"))), *TWO, covenant("agreement-1"))
    case = case.open(tiny(key="other"), track="agreement-2", on=DAY)
    remedy = case.check("go", on=DAY).outcomes[0].remedy
    assert remedy is not None
    assert [getattr(x.fact, "agreement", None) for x in remedy.drafts] == ["agreement-3"]


def test_a_person_is_a_text_to_fill_in() -> None:
    """Who holds a role is left to be named, as a name and a text are."""
    role = draft(gs.RoleAssigned(DAY, "alderman", "a"), "person/person", "role/choice/role")
    assert role.fill("p-1") == gs.RoleAssigned(DAY, "alderman", "a", "p-1")


def test_a_role_that_anybody_can_hold_goes_to_somebody_who_takes_part() -> None:
    """Where no holder of a role is named, one that takes part is suggested; of a new one no kind is shown."""
    asked = tiny(rule(c.PartyCount(c.Parties(roles="champion"), at_least=1)))
    (assigned,) = started(asked, joined("a", "school")).check("go", on=DAY).repair
    assert isinstance(assigned.fact, gs.RoleAssigned)
    assert (assigned.fact.role, assigned.fact.party) == ("champion", "a")
    new = started(asked).check("go", on=DAY).form.drafts[0]
    (kind,) = [blank for blank in new.blanks if blank.field == "kind"]
    assert kind.suggestion
    assert not kind.preset


CONTRIBUTIONS = [key for key in gs.PPS.vocabulary["contribution_kind"] if key != "money"]
PRIVATE = [key for key, term in gs.PPS.vocabulary["party_kind"].items() if "private" in term.groups]
RETAILER_FIRST = (joined("b", "retailer"), joined("a", "municipality"))


@pytest.mark.parametrize(
    ("condition", "facts", "field", "choices"),
    [
        (c.Contributed(other_than="money"), TWO[:1], "kind", CONTRIBUTIONS),
        (c.Evaluated(decisions=("adapt", "continue")), (), "decision", ["adapt", "continue"]),
        (c.PartyCount(c.Parties(kinds=("school", "ggd")), at_least=1), (), "kind", ["ggd", "school"]),
        (c.PartyCount(c.Parties(sides="private"), at_least=1), (), "kind", PRIVATE),
        (
            c.PartyCount(c.Parties(kinds=("school", "ggd")), at_least=1, of="kinds"),
            (joined("a", "school"), gs.PartyLeft(DAY, "a")),
            "kind",
            ["ggd", "school"],
        ),
        (c.RoleFilled("alderman"), RETAILER_FIRST, "party", ["a", "b"]),
        (c.RoleFilled("champion"), RETAILER_FIRST, "party", ["b", "a"]),
    ],
)
def test_a_blank_offers_what_fits(
    condition: c.Condition, facts: tuple[gs.Fact, ...], field: str, choices: list[str]
) -> None:
    """What can be chosen is what the rule leaves open, the most fitting first, and the first is suggested."""
    (outcome,) = started(tiny(rule(condition)), *facts).check("go", on=DAY).outcomes
    assert outcome.remedy is not None
    first = outcome.remedy.drafts[0]
    assert [[*blank.choices] for blank in first.blanks if blank.field == field] == [choices]
    fact = first.fact.party if isinstance(first.fact, gs.PartyJoined) else first.fact
    assert getattr(fact, field) == choices[0]


@pytest.mark.parametrize("kind", ["municipality", "retailer"])
def test_a_role_is_asked_of_which_a_party_can_be_the_holder(kind: str) -> None:
    """Of any role the ones that fit the kind of the party stand first, and how many those are is told."""
    (outcome,) = started(tiny(rule(c.RoleFilled())), joined("a", kind)).check("go", on=DAY).outcomes
    assert outcome.remedy is not None
    (blank,) = [blank for blank in outcome.remedy.drafts[0].blanks if blank.field == "role"]
    fit, rest = roles_for(tiny(), kind)
    assert (blank.choices, blank.fitting) == ((*fit, *rest), len(fit))


def test_any_kind_can_join_for_a_role_the_usual_holders_first() -> None:
    """Who can hold a role is no rule: all kinds can be chosen, and how many usually hold it is told."""
    asked = rule(c.PartyCount(c.Parties(roles="alderman"), at_least=1))
    (blank,) = [x for x in started(tiny(asked)).check("go", on=DAY).repair[0].blanks if x.field == "kind"]
    fit, rest = holders(tiny(), "alderman", gs.PPS.vocabulary["party_kind"])
    assert (blank.choices, blank.fitting) == ((*fit, *rest), len(fit))
    assert fit
    assert rest


@pytest.mark.parametrize(
    ("asked", "required"),
    [
        (c.RoleFilled("alderman"), False),
        (c.RoleFilled("alderman", outsider=True), True),
        (c.PartyCount(c.Parties(roles="alderman"), at_least=1), False),
    ],
    ids=["of a party", "an outsider", "a party with a role"],
)
def test_who_holds_a_role_has_to_be_named_where_it_is_an_outsider(asked: c.Condition, required: bool) -> None:
    """Of a party the person may be left open; of nobody's party only the person says who it is."""
    (outcome,) = started(tiny(rule(asked)), joined("a")).check("go", on=DAY).outcomes
    assert outcome.remedy is not None
    blanks = outcome.remedy.drafts[0].blanks
    assert [blank.required for blank in blanks if blank.field == "person"] == [required]


def leaving(condition: c.Condition) -> list[list[str]]:
    """Return who would have to leave a case of three parties, for each condition with too many."""
    case = started(tiny(), *TWO, joined("c"))
    known = case.dossier.known
    s = Situation(case.process, known, DAY, known.tracks["main"])
    return [[x.party for x in facts if isinstance(x, gs.PartyLeft)] for facts in departures((condition,), s)]


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (c.PartyCount(at_most=1), [["b", "c"]]),
        (c.PartyCount(c.Parties(kinds="municipality"), at_most=1), [["c"]]),
        (c.PartyCount(at_most=3), []),
        (c.PartyCount(at_least=4), []),
        (c.PartyCount(at_most=1, of="kinds"), []),
        (c.AllOf((c.PartyCount(at_most=2), c.AnyOf((c.PartyCount(at_most=0),)))), [["c"], ["a", "b", "c"]]),
        (c.RecordCount("purpose", at_most=0), []),
    ],
)
def test_who_is_one_too_many_joined_last(condition: c.Condition, expected: list[list[str]]) -> None:
    """A story that must go on past an upper bound lets those leave who joined last of those counted."""
    assert leaving(condition) == expected


def test_who_takes_part_already_is_taken_into_the_agreement() -> None:
    """On the track of an agreement, a party asked for that takes part elsewhere comes into the text."""
    asked = rule(c.RoleFilled("delegate", each=c.Parties(kinds="retailer")))
    case = started(tiny(), *TWO, covenant("x")).open(tiny(asked, key="life"), track="x", on=DAY)
    check = case.check("go", on=DAY, track="x")
    assert lean(check.repair) == [
        draft(gs.AgreementRevised(DAY, "x", ("a", "b")), "parties/parties"),
        draft(gs.RoleAssigned(DAY, "delegate", "b"), "person/person"),
    ]


def test_where_all_are_in_the_agreement_another_joins() -> None:
    """On the track of an agreement, one more party of a kind is a new one where nobody else takes part."""
    asked = rule(c.PartyCount(c.Parties(kinds="municipality"), at_least=2))
    case = started(tiny(), *TWO, covenant("x")).open(tiny(asked, key="life"), track="x", on=DAY)
    facts = [draft.fact for draft in case.check("go", on=DAY, track="x").repair]
    assert facts == [gs.PartyJoined(DAY, gs.Party(id="municipality-1", name="", kind="municipality"))]


@pytest.mark.parametrize(
    ("which", "preset"),
    [
        (c.Parties(), True),
        (c.Parties(roles="champion"), False),
        (c.Parties(roles="champion", kinds="school"), True),
        (c.Parties(roles="alderman"), True),
    ],
    ids=["any kind", "a role of anybody", "a role of one kind", "a role of some kinds"],
)
def test_of_who_joins_a_kind_is_shown_unless_anybody_can_hold_the_role(
    which: c.Parties, preset: bool
) -> None:
    """The first kind stands in the form, but where a role is asked that says nothing of the kind."""
    new = started(tiny(rule(c.PartyCount(which, at_least=1)))).check("go", on=DAY).form.drafts[0]
    assert [blank.preset for blank in new.blanks if blank.field == "kind"] == [preset]
