"""Checks: the whole answer, every rule, in the order of rules."""

from __future__ import annotations

import pickle
from datetime import date
from html import escape

import pytest

import gezondsamen as gs
from gezondsamen.decision.check import Check, Outcome
from gezondsamen.findings import NOBODY, Finding
from gezondsamen.monitoring import Watch
from gezondsamen.process import conditions as c
from tests.support.builders import (
    DAY,
    EVERY_PHASE,
    adopted,
    codes,
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

FIRST = rule(c.OnRecord(("purpose", "rationale")), c.RoleFilled("alderman"))
SECOND = rule(c.PartyCount(at_least=2), code="OWN-02")
NOTE = rule(code="OWN-03")
ADVICE = rule(c.OnRecord("added_value"), code="OWN-04")
PROCESS = tiny(FIRST, SECOND, NOTE, advises=(ADVICE,))


def test_every_rule_is_judged_in_its_order() -> None:
    """A check has a row for each rule, in the order of rules, whatever the first ones come to."""
    check = started(PROCESS).check("go", on=DAY)
    assert [(o.requirement.code, o.status) for o in check.outcomes] == [
        ("OWN-01", "unmet"),
        ("OWN-02", "unmet"),
        ("OWN-03", "note"),
        ("OWN-04", "advised"),
    ]
    assert codes(check.unmet) == {"OWN-01", "OWN-02"}
    assert codes(check.advised) == {"OWN-04"}


def test_every_condition_is_judged() -> None:
    """A rule names everything that is missing, each finding with the path to its condition."""
    findings = row(started(PROCESS).check("go", on=DAY), "OWN-01").findings
    assert findings == (
        Finding("purpose", at=(0,)),
        Finding("rationale", at=(0,)),
        Finding("alderman", at=(1,)),
    )


def test_alternatives_keep_the_failures_of_every_branch() -> None:
    """Where none of several ways is open, each says what it lacks."""
    either = rule(c.AnyOf((c.OnRecord("purpose"), c.AllOf((c.RoleFilled(), c.OnRecord("rationale"))))))
    findings = started(tiny(either)).check("go", on=DAY).outcomes[0].findings
    assert [(f.needed, f.at) for f in findings] == [
        ("purpose", (0, 0)),
        (None, (0, 1, 0)),
        ("rationale", (0, 1, 1)),
    ]
    assert started(tiny(either), *said("purpose")).check("go", on=DAY).allowed


def test_a_met_rule_shows_its_evidence() -> None:
    """A rule that is met points at the entries that speak for it."""
    case = started(PROCESS, *said("purpose", "rationale"), gs.RoleAssigned(DAY, "alderman"))
    outcome = row(case.check("go", on=DAY), "OWN-01")
    assert (outcome.status, outcome.findings, outcome.evidence) == ("met", (), (2, 3, 4))


def test_a_step_is_allowed_when_no_hard_rule_is_unmet() -> None:
    """Advice and notes hold nothing up."""
    case = started(PROCESS, *said("purpose", "rationale"), gs.RoleAssigned(DAY, "alderman"))
    case = case.record(joined("a"), joined("b"))
    check = case.check("go", on=DAY)
    assert check.allowed
    assert check.possible
    assert codes(check.advised) == {"OWN-04"}
    assert case.advance("go", on=DAY).is_in("work")


def test_a_step_out_of_another_phase_is_not_possible() -> None:
    """Whether a step leads out of this phase at all is another question than whether it may be taken."""
    check = started(PROCESS).check("finish", on=DAY)
    assert (check.possible, check.allowed, check.outcomes, check.target) == (False, False, (), None)
    assert check.exits == ("go",)
    assert check.summary("nl") == (
        "Deze stap kan niet vanuit de fase “begin”. Wel mogelijk: “ga”."  # what is possible, in words
    )
    assert "Possible are: “ga”" in check.explain("en")
    assert "none" in adopted(PROCESS, "done").check("finish", on=DAY).summary("en")


def test_all_steps_that_are_possible_are_named() -> None:
    """Whoever asks for a step out of another phase is told every step there is, or that there is none."""
    case = adopted(PROCESS, "work")
    assert "Wel mogelijk: “nog eens” of “maak af”." in case.check("go", on=DAY).summary("nl")
    with pytest.raises(gs.TransitionRefused, match=r"phase 'work'; possible: again, finish$"):
        case.advance("go", on=DAY)
    with pytest.raises(gs.TransitionRefused, match=r"possible: none: the phase is final$"):
        adopted(PROCESS, "done").advance("go", on=DAY)


def test_a_refused_step_carries_its_check() -> None:
    """A refusal is the check, and the check is what asking gave."""
    case = started(PROCESS)
    with pytest.raises(gs.TransitionRefused) as caught:
        case.advance("go", on=DAY)
    assert caught.value.check == case.check("go", on=DAY)
    assert str(caught.value).startswith("'go' is refused on 2024-01-08: OWN-01 eigen regel; OWN-02")


def test_a_check_changes_nothing() -> None:
    """Asking leaves the case as it was, and answers the same again."""
    case = started(PROCESS)
    before = gs.dumps(case)
    assert case.check("go", on=DAY) == case.check("go", on=DAY)
    assert gs.dumps(case) == before


def test_a_check_is_judged_on_its_day() -> None:
    """A check knows what had happened by its day: earlier it misses what came later."""
    case = started(PROCESS, *said("purpose", on=later(1)), *said("rationale", on=later(2)))
    missing = [
        [f.needed for f in row(case.check("go", on=later(n)), "OWN-01").findings if f.at == (0,)]
        for n in range(3)
    ]
    assert missing == [["purpose", "rationale"], ["rationale"], []]


def test_repair_makes_the_step_allowed() -> None:
    """What a check proposes for the whole step, recorded in order, makes it allowed."""
    case = started(PROCESS)
    check = case.check("go", on=DAY)
    assert case.record(*filled(check.repair)).check("go", on=DAY).allowed
    assert case.advance("go", *filled(check.repair), on=DAY).is_in("work")


def test_nothing_to_repair_where_nothing_blocks_or_helps() -> None:
    """An allowed step needs no repair, and one that recording cannot open has none."""
    assert started(tiny()).check("go", on=DAY).repair == ()
    bounded = tiny(rule(c.PartyCount(at_most=0)))
    assert started(bounded, joined("a")).check("go", on=DAY).repair == ()


def test_nobody_is_a_finding() -> None:
    """A condition on each party, with no party to look at, is unmet, unless it says otherwise."""
    asked = tiny(rule(c.OnRecord("backing", each=c.Parties())))
    (finding,) = started(asked).check("go", on=DAY).outcomes[0].findings
    assert finding.about == NOBODY
    if_any = tiny(rule(c.OnRecord("backing", each=c.Parties(or_none=True))))
    assert started(if_any).check("go", on=DAY).allowed


def test_a_step_that_takes_in_a_party_looks_at_that_party() -> None:
    """On such a step, each party means the one it is about, or whoever joined and was not taken in yet."""
    plain = tiny()
    work = plain.phases[1]
    each = rule(c.OnRecord("backing", each=c.Parties()))
    process = tiny(
        transitions=(
            *plain.transitions,
            work.to(work, "join", label=label("sluit aan"), requires=(each,), concerns="party"),
        )
    )
    case = started(process, joined("oud")).advance("go", on=later(1))
    case = case.record(joined("een", on=later(2)), joined("twee", on=later(2)))
    assert {f.about.id for f in case.check("join", on=later(2)).outcomes[0].findings if f.about} == {
        "een",
        "twee",
    }
    case = case.record(*said("backing", on=later(2), about="een"))
    assert case.check("join", on=later(2), about="een").allowed
    case = case.advance("join", on=later(2), about="een")
    assert [f.about.id for f in case.check("join", on=later(3)).outcomes[0].findings if f.about] == ["twee"]


def test_this_round_begins_again_with_each_step() -> None:
    """One evaluation serves one renewal: what counts this round counts after the last same step."""
    loop = tiny(again=(rule(c.Evaluated(decisions="continue", since_entry=True)),))
    case = adopted(loop, "work", gs.EvaluationHeld(DAY, "periodic", "continue"))
    case = case.advance("again", on=DAY)
    assert not case.check("again", on=DAY).allowed
    assert case.record(gs.EvaluationHeld(DAY, "periodic", "continue")).check("again", on=DAY).allowed


def test_texts_stand_inside_a_check() -> None:
    """A row knows its words inside its check, and says so where it was taken out."""
    check = started(PROCESS).check("go", on=DAY)
    assert check.outcomes[0].text("nl").startswith("Eigen regel [OWN-01]: nog niet rond.")
    assert all(f"[{outcome.requirement.code}]" in outcome.text("nl") for outcome in check.outcomes)
    with pytest.raises(gs.InvalidArgument, match="out of its check"):
        Outcome(FIRST, "unmet").text("nl")


@pytest.mark.parametrize(
    ("missing", "nl", "en"),
    [
        (0, "Deze stap kan worden gezet.", "This step can be taken."),
        (1, "Dit is nog niet rond: er ontbreekt één ding.", "Not complete yet: one thing is missing."),
        (2, "Dit is nog niet rond: er ontbreken twee dingen.", "Not complete yet: two things are missing."),
    ],
)
def test_the_summary_counts(missing: int, nl: str, en: str) -> None:
    """In one sentence a check says whether the step can be taken, or how much is missing."""
    check = started(tiny(*(FIRST, SECOND)[:missing])).check("go", on=DAY)
    assert (check.summary("nl"), check.summary("en")) == (nl, en)


def test_advice_says_what_would_help_as_well() -> None:
    """A rule that only warns has its remedy, and what was recorded later, though nothing blocks."""
    case = started(tiny(advises=(ADVICE,)), *said("added_value", on=later(1)))
    check = case.check("go", on=DAY)
    (outcome,) = check.outcomes
    assert (check.allowed, check.repair, outcome.status, outcome.later) == (True, (), "advised", (2,))
    assert [draft.fact for draft in outcome.form.drafts] == [gs.Stated(DAY, "added_value", "")]
    watching = adopted(tiny(watches=(ADVICE,)), "work").monitor(on=DAY).outcomes[0]
    assert [draft.fact for draft in watching.form.drafts] == [gs.Stated(DAY, "added_value", "")]


def test_what_counts_over_a_weekend_is_not_asked_for_beside_what_is_missing() -> None:
    """On a Monday a statement that ran out on Saturday still counts, in what would help as well."""
    asked = rule(c.OnRecord("purpose", max_age=gs.Every(weeks=1)), c.OnRecord("vision"))
    case = adopted(
        tiny(watches=(asked,)), "work", *said("purpose", on=date(2024, 3, 2)), since=date(2024, 3, 2)
    )
    monday = date(2024, 3, 11)
    asks = [
        [getattr(draft.fact, "topic", None) for draft in watch.outcomes[0].form.drafts]
        for watch in (case.monitor(on=monday, calendar=gs.WEEKENDS), case.monitor(on=monday))
    ]
    assert asks == [["vision"], ["purpose", "vision"]]


def test_a_row_has_a_form_of_its_own() -> None:
    """What a rule lacks can be filled in by itself; a rule that is met lacks nothing."""
    asked = tiny(rule(c.RoleFilled("alderman")), SECOND)
    check = started(asked, joined("a")).check("go", on=DAY)
    first, second = (outcome.form for outcome in check.outcomes)
    assert [type(draft.fact) for draft in first.drafts] == [gs.RoleAssigned]
    assert [type(draft.fact) for draft in second.drafts] == [gs.PartyJoined]
    assert len(check.form.drafts) == 2
    assert first.names == {"a": "Partij a"}
    met = started(asked, gs.RoleAssigned(DAY, "alderman")).check("go", on=DAY).outcomes[0]
    assert met.form.drafts == ()


def test_a_check_prints_in_a_line() -> None:
    """In a terminal a check, a row and a watch say what they come to, by the codes of rules."""
    case = started(PROCESS)
    check = case.check("go", on=DAY)
    assert repr(check) == "Check('go' refused: OWN-01, OWN-02)"
    assert repr(check.outcomes[0]) == "Outcome('OWN-01' unmet)"
    assert repr(started(tiny()).check("go", on=DAY)) == "Check('go' allowed)"
    assert repr(case.check("finish", on=DAY)) == "Check('finish' not possible in 'begin')"
    assert repr(case.monitor(on=DAY)) == "Watch('begin' on 2024-01-08: nothing found; 0 overdue)"
    watching = adopted(tiny(watches=(FIRST,)), "work").monitor(on=DAY)
    assert repr(watching) == "Watch('work' on 2024-01-08: OWN-01; 0 overdue)"


def test_a_refusal_is_told_in_a_sentence() -> None:
    """An error has the sentence of its check, and in a notebook a check shows its page."""
    case = started(PROCESS)
    check = case.check("go", on=DAY)
    with pytest.raises(gs.TransitionRefused) as caught:
        case.advance("go", on=DAY)
    assert caught.value.text("nl") == check.summary("nl")
    assert pickle.loads(pickle.dumps(caught.value)) == caught.value
    for view in (check, case.monitor(on=DAY)):
        assert escape(view.explain("nl").splitlines()[0]) in view._repr_html_()


def test_a_watched_rule_blocks_nothing() -> None:
    """A watched rule is unmet where it is hard elsewhere in the process, and a warning otherwise."""
    hard, soft = rule(c.OnRecord("purpose")), rule(c.OnRecord("rationale"), code="OWN-02")
    case = adopted(tiny(hard, watches=(hard, soft)), "work")
    watch = case.monitor(on=DAY)
    assert [(o.requirement.code, o.status) for o in watch.outcomes] == [
        ("OWN-01", "unmet"),
        ("OWN-02", "advised"),
    ]
    assert watch.found == watch.outcomes
    assert case.check("finish", on=DAY).allowed


def of_a_year(code: str, school_year: str = "2024-2025") -> gs.Requirement:
    """Return a rule that a programme set for a school year."""
    work = gs.Work("programme", "A programme", school_year=school_year)
    return rule(c.OnRecord("purpose"), code=code, citation=gs.Citation(work, heading="Chapter 1"))


def test_rules_of_a_school_year_that_is_over_are_named() -> None:
    """What is watched, asked or advised from here and was set for an earlier year may have changed since."""
    asked = tiny(
        of_a_year("OWN-01"),
        rule(c.OnRecord("vision"), code="OWN-05"),
        advises=(of_a_year("OWN-02"), of_a_year("OWN-03", "2025-2026")),
        watches=(of_a_year("OWN-04"), of_a_year("OWN-01")),
        finish=(of_a_year("OWN-01"),),
    )
    begin, work = started(asked, on=later(-9)), adopted(asked, "work")
    ends = date(2025, 7, 31)
    assert [begin.monitor(on=day).outdated for day in (ends, later(1, ends))] == [(), ("OWN-01", "OWN-02")]
    assert [work.monitor(on=day).outdated for day in (ends, later(1, ends))] == [(), ("OWN-04", "OWN-01")]


@pytest.mark.parametrize(
    ("process", "phase"), EVERY_PHASE, ids=[f"{process.key}.{phase}" for process, phase in EVERY_PHASE]
)
def test_every_check_is_a_page_and_a_value(process: gs.Process, phase: str) -> None:
    """Every check and watch can be read in both languages, and equals its pickle."""
    case = adopted(process, phase)
    options = case.options(on=DAY)
    assert list(options) == [t.trigger for t in process.exits(phase)]
    views: tuple[Check | Watch, ...] = (*options.values(), case.monitor(on=DAY))
    for view in views:
        again = pickle.loads(pickle.dumps(view))
        assert again == view
        for lang in ("nl", "en"):
            text = view.explain(lang)
            assert again.explain(lang) == text
            for outcome in view.outcomes:
                assert f"[{outcome.requirement.code}]" in text


def test_the_names_of_parties_are_in_the_text() -> None:
    """A page speaks of parties by their names, not by their ids."""
    each = tiny(rule(c.OnRecord("backing", each=c.Parties())))
    text = started(each, joined("p-381")).check("go", on=DAY).explain("nl")
    assert "Partij p-381" in text
