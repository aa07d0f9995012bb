"""Reading what is posted: typed facts, or every problem at its blank in the user's language."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import parse_qs, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gezondsamen as gs
from gezondsamen.forms.problems import FormError
from gezondsamen.process import conditions as c
from gezondsamen.prose.fields import PROBLEM
from tests.support.builders import DAY, joined, later, rule, started, tiny

CASE = started(
    gs.PPS, joined("a"), joined("b", "retailer"), gs.AgreementDrafted(DAY, "x", "covenant", ("a",))
)
AGREED = started(tiny(rule(c.Agreed(("goal", "term"), signed=True)))).check("go", on=DAY).form
"""A party, an agreement with two clauses, and a signature."""


def refused(form: gs.Form, posted: Any) -> dict[str, str]:
    """Return the codes of what is wrong, by name, and check that each is said in both languages."""
    with pytest.raises(FormError) as caught:
        form.read(posted)
    error = caught.value
    for problem in error.problems:
        assert problem.text("nl") != problem.text("en")
        assert problem.text("nl") in error.text("nl")
        assert problem.name in str(error)
    assert error.code == "form"
    return {problem.name: problem.code for problem in error.problems}


def stated(**given: Any) -> gs.Form:
    return CASE.form(gs.Stated, on=DAY, topic="purpose", **given)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-01-31", date(2024, 1, 31)),
        (" 31-1-2024 ", date(2024, 1, 31)),
        ("01-02-2024", date(2024, 2, 1)),
        ("31-02-2024", None),
        ("2024-13-01", None),
        ("1/2/2024", None),
        ("31-1-24", None),
        ("٣١-1-2024", None),
        ("morgen", None),
    ],
)
def test_a_day_is_read_as_it_is_typed(text: str, day: date | None) -> None:
    """A browser posts ISO days and people type Dutch ones; what can be read two ways is refused."""
    posted = {"0.text": "…", "0.on": text}
    if day is None:
        assert refused(stated(), posted) == {"0.on": "not-a-date"}
    else:
        assert stated().read(posted)[0].on == day


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("12", 12),
        ("2.5", 2.5),
        ("2,5", 2.5),
        ("1.250,5", 1250.5),
        ("-3", -3),
        ("1.250.000", None),
        ("12,5,1", None),
        ("nan", None),
        ("1e3", None),
        ("9" * 400, None),
        ("veel", None),
    ],
)
def test_a_number_is_read_as_it_is_typed(text: str, amount: float | None) -> None:
    """A decimal sign is a comma or a point; a point groups thousands only before a comma."""
    form = CASE.form(gs.Quantified, on=DAY, topic="benefit_argument")
    posted = {"0.amount": text, "0.on": "2024-01-09"}
    if amount is None:
        assert refused(form, posted) == {"0.amount": "not-a-number"}
    else:
        (fact,) = form.read(posted)
        assert isinstance(fact, gs.Quantified)
        assert (fact.amount, type(fact.amount)) == (amount, type(amount))


def test_every_problem_is_told_at_once() -> None:
    """Each blank that is empty or wrong has its problem, and each box that must be ticked."""
    answers = AGREED.answers()
    signed = str(len(AGREED.drafts) - 1)
    wrong = answers | {
        "0.party.name": " \u200b",
        "0.party.kind": "gemeent",
        "1.end": "2000-01-01",
        signed: [],
    }
    del wrong["1.on"], wrong[signed]
    assert refused(AGREED, wrong) == {
        "0.party.name": "required",
        "0.party.kind": "not-a-choice",
        "1.on": "required",
        "1.end": "too-early",
        signed: "not-confirmed",
    }


def test_a_day_before_the_start_or_still_to_come_is_refused_at_its_blank() -> None:
    """What happened before the first day or after today has its problem there; the days between have none."""
    form = CASE.form(gs.ActionAgreed, on=later(20))
    answers = form.answers() | {"0.owner": "a"}
    assert form.read(answers, since=later(20), until=later(20))
    with pytest.raises(FormError) as caught:
        form.read(answers, since=later(21))
    assert [(p.name, p.code) for p in caught.value.problems] == [("0.on", "before-start")]
    with pytest.raises(FormError) as caught:
        form.read(answers, until=later(19))
    assert [(p.name, p.code) for p in caught.value.problems] == [("0.on", "not-yet")]
    assert form.read(answers)[0].on == later(20)
    with pytest.raises(gs.InvalidArgument, match=r"until takes a datetime\.date"):
        form.read(answers, until="morgen")  # type: ignore[arg-type]


def test_nothing_posted_tells_nothing() -> None:
    """An empty form is refused at every blank that must be filled in."""
    needed = {b.name(n) for n, d in enumerate(AGREED.drafts) for b in d.blanks if b.required}
    assert set(refused(AGREED, {})) == needed


def test_only_clauses_that_are_ticked_are_told() -> None:
    """Of the clauses a rule needs, those that the text lacks stay out; nothing else is lost by it."""
    answers = AGREED.answers()
    del answers["1.clauses.term"]
    drafted = AGREED.read(answers)[1]
    assert isinstance(drafted, gs.AgreementDrafted)
    assert drafted.clauses == ("goal",)


def test_a_revision_of_nothing_is_left_out() -> None:
    """Where no clause is ticked and no term given, nothing is told of an agreement."""
    case = started(
        tiny(rule(c.Agreed("goal"))), joined("a"), gs.AgreementDrafted(DAY, "x", "covenant", ("a",))
    )
    form = case.check("go", on=DAY).form
    assert form.read({"0.on": "2024-01-09"}) == ()
    assert form.read({"0.on": "9-1-2024", "0.start": "2024-02-01", "0.end": "2025-01-31"}) == (
        gs.AgreementRevised(later(1), "x", start=date(2024, 2, 1), end=date(2025, 1, 31)),
    )


def test_an_item_is_left_out_by_its_number() -> None:
    """A number posted as nothing leaves its item out; a box that is sent twice counts when it is ticked."""
    answers = AGREED.answers()
    signed = str(len(AGREED.drafts) - 1)
    every = AGREED.read(answers | {signed: ["", "on"]})
    assert AGREED.read(answers | {signed: ""}) == every[:-1]


def test_what_belongs_to_a_left_out_item_is_told() -> None:
    """Nothing can be said of a party or an agreement that was left out."""
    answers = AGREED.answers() | {"0": ""}
    assert set(refused(AGREED, answers).values()) == {"left-out"}
    without = {name: text for name, text in answers.items() if name[0] == "1"}
    assert AGREED.read(without | {"0": "", "1": "", "2": ""}) == ()


def test_names_of_ours_are_known_and_others_are_the_host_s() -> None:
    """A name like that of a blank must be one; a token or a button goes by unread."""
    answers: dict[str, Any] = {"0.text": "…", "0.on": "2024-01-09"}
    assert len(stated().read(answers | {"csrfmiddlewaretoken": "x", "submit": "Bewaar", "next": ""})) == 1
    assert refused(stated(), answers | {"0.txet": "x"}) == {"0.txet": "unknown-name"}
    with pytest.raises(FormError, match=r"Did you mean '0\.text'"):
        stated().read(answers | {"0.txet": "x"})
    assert refused(stated(), answers | {"7.text": "x"}) == {"7.text": "unknown-name"}


def test_an_id_is_nobody_else_s() -> None:
    """A new party cannot have the id of one that takes part."""
    form = CASE.form(gs.PartyJoined, on=DAY)
    assert refused(form, form.answers() | {"0.party.id": "a"}) == {"0.party.id": "taken"}


def test_texts_are_made_whole() -> None:
    """Lines end in one sign, ends are trimmed, and what cannot be shown is refused."""
    text = {"0.on": "2024-01-09", "0.text": "  een\r\ntwee\r "}
    (fact,) = stated().read(text)
    assert isinstance(fact, gs.Stated)
    assert fact.text == "een\ntwee"
    assert refused(stated(), text | {"0.text": "a\x00b"}) == {"0.text": "unprintable"}
    assert refused(stated(), text | {"0.text": "a\ud83d"}) == {"0.text": "unprintable"}


def test_bounds_units_periods_and_choices() -> None:
    """What cannot be an answer at all is refused, each with its own problem."""
    form = CASE.form(gs.ContributionRecorded, on=DAY)
    answers = form.answers()
    assert refused(form, answers | {"0.amount": "-1"}) == {"0.amount": "out-of-bounds"}
    assert refused(form, answers | {"0.amount": "1", "0.unit": ""}) == {"0.unit": "required"}
    assert refused(form, answers | {"0.party": ["a", "b"]}) == {"0.party": "several"}
    planned = CASE.form(gs.EvaluationPlanned, on=DAY)
    answers = planned.answers()
    assert refused(planned, answers | {"0.every": "", "0.due": ""}) == {"0.due": "required"}
    assert refused(planned, answers | {"0.every": "soms"}) == {"0.every": "not-a-period"}
    assert planned.read(answers | {"0.every": "P4M", "0.due": ""})[0] == gs.EvaluationPlanned(
        DAY, "periodic", every=gs.Every(months=4)
    )


def test_every_problem_has_words() -> None:
    """Each code that reading gives is said in Dutch and English."""
    assert all(nl and en and nl != en for nl, en in PROBLEM.values())


class Multi(dict[str, list[str]]):
    """A form of a web framework: one value by key, all of them by `getlist`."""

    def __getitem__(self, name: str) -> Any:
        return super().__getitem__(name)[-1]

    def getlist(self, name: str) -> list[str]:
        return list(super().__getitem__(name))


def test_every_way_of_sending_is_read_the_same() -> None:
    """A dict, a parsed query, the multi-dict of a framework and nested plain data tell the same facts."""
    form = CASE.form(gs.AgreementDrafted, on=DAY)
    answers = form.answers() | {"0.parties": ["a", "b"], "0.clauses": ["goal", "term"], "0.obliged": "a"}
    told = form.read(answers)
    query = parse_qs(urlencode(answers, doseq=True))
    inner = {name.removeprefix("0."): value for name, value in answers.items()}
    assert told == form.read(query) == form.read(Multi(query)) == form.read({"0": inner})
    met = CASE.form(gs.Met, on=DAY)
    whole = {"confirmed": True, "kind": "visit", "parties": ["a"], "on": "2024-01-08"}
    assert met.read({"0": whole}) == (gs.Met(DAY, "visit", ("a",)),)
    assert met.read({"0": whole | {"confirmed": False}}) == met.read({"0": None}) == ()
    amount = {"topic": "capacity_money", "amount": 3, "on": "2024-01-08"}
    assert CASE.form(gs.Quantified, on=DAY).read({"0": amount}) == (gs.Quantified(DAY, "capacity_money", 3),)


@pytest.mark.parametrize("wrong", [None, "0.text=a", [("0.text", "a")], {"0.text": date(2024, 1, 1)}])
def test_what_is_no_form_is_refused(wrong: Any) -> None:
    """What no browser posts raises the library's own error."""
    with pytest.raises(gs.InvalidArgument) as caught:
        stated().read(wrong)
    assert caught.value.code == "wrong-type"


@given(
    st.dictionaries(
        st.sampled_from([*AGREED.answers(), "9.x", "token"]), st.text() | st.lists(st.text(), max_size=3)
    )
)
def test_whatever_is_posted_is_read_or_refused(noise: dict[str, Any]) -> None:
    """Any texts under any names give facts, or a `FormError` with words for each problem."""
    try:
        facts = AGREED.read(AGREED.answers() | noise)
    except FormError as error:
        assert all(problem.text("nl") for problem in error.problems)
    else:
        assert all(isinstance(fact, gs.Fact) for fact in facts)
