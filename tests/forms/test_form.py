"""Forms: everything is asked, nothing is asserted unseen, and what is posted can be recorded."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import gezondsamen as gs
from gezondsamen.exchange import fact_of, filled_in, to_dict
from gezondsamen.forms.asked import ALWAYS, OPEN
from gezondsamen.forms.blanks import value_at
from gezondsamen.forms.form import PERIODS
from gezondsamen.process import conditions as c
from gezondsamen.prose import fields
from tests.support.builders import DAY, EVERY_PHASE, adopted, filled, joined, later, rule, started, tiny
from tests.support.posting import posted
from tests.support.strategies import conditions, histories

EACH = pytest.mark.parametrize(
    ("process", "phase"), EVERY_PHASE, ids=[f"{process.key}.{phase}" for process, phase in EVERY_PHASE]
)
KINDS = pytest.mark.parametrize("kind", list(OPEN), ids=[kind.__name__ for kind in OPEN])
TWO = (joined("a"), joined("b", "retailer"))


def forms(case: gs.Collaboration) -> Iterator[tuple[gs.Form, str, str]]:
    """Yield the form of every rule that is not met, with the rule and the trigger it is asked for."""
    day = later(400)
    for trigger, check in case.options(on=day).items():
        yield from ((row.form, row.requirement.code, trigger) for row in check.outcomes)
    yield from ((row.form, row.requirement.code, "") for row in case.monitor(on=day).outcomes)


@EACH
@pytest.mark.parametrize("facts", [(), TWO], ids=["nobody", "two parties"])
def test_every_rule_is_met_by_posting_its_form(
    process: gs.Process, phase: str, facts: tuple[gs.Fact, ...]
) -> None:
    """For each rule of each process: texts posted by name alone are read, recorded, and meet the rule."""
    case = adopted(process, phase, *facts)
    for form, code, trigger in forms(case):
        after = case.record(*form.read(form.answers()))
        asked = after.check(trigger, on=later(400)) if trigger else after.monitor(on=later(400))
        (row,) = (row for row in asked.outcomes if row.requirement.code == code)
        assert row.status in ("met", "note") or not form


def test_every_draft_of_every_rule_was_posted() -> None:
    """The law above is about hundreds of drafts, of thirteen kinds."""
    drafts = [d for pair in EVERY_PHASE for form, *_ in forms(adopted(*pair)) for d in form.drafts]
    assert len(drafts) > 322
    assert len({type(draft.fact) for draft in drafts}) == 13


@EACH
def test_a_step_opens_by_posting_its_form(process: gs.Process, phase: str) -> None:
    """What the form of a step asks is all that the step needs."""
    case = adopted(process, phase)
    for trigger, check in case.options(on=later(400)).items():
        facts = check.form.read(posted(check.form, later(200)))
        assert len(facts) == len(check.repair)
        assert case.record(*facts).check(trigger, on=later(400)).allowed or not check.repair


@KINDS
def test_every_kind_of_fact_has_a_form(kind: Any) -> None:
    """A form for a kind of fact asks all of it, and its own answers can be recorded."""
    case = started(gs.PPS, *TWO, gs.AgreementDrafted(DAY, "x", "covenant", ("a",)))
    form = case.form(kind, on=later(1))
    term = {"0.end": "2027-12-31"} if kind is gs.AgreementRevised else {}
    (fact,) = form.read(form.answers() | term)
    assert isinstance(fact, kind)
    # A party succeeds itself here, is divided into itself, and holds no role.
    if not isinstance(fact, gs.PartySucceeded | gs.PartyDivided | gs.RoleEnded):
        assert case.record(fact).version == case.version + 1


@given(st.data(), conditions)
def test_a_form_helps_as_its_drafts_do(data: st.DataObject, condition: c.Condition) -> None:
    """For any condition on any history: what the form's own answers tell meets it where the drafts do."""
    case = data.draw(histories(tiny(rule(condition))))
    (outcome,) = case.check("go", on=later(600)).outcomes
    form = outcome.form
    told = case.record(*form.read(form.answers())).check("go", on=later(600))
    filled_in = case.record(*filled(outcome.remedy.drafts if outcome.remedy else ()))
    assert told.allowed == filled_in.check("go", on=later(600)).allowed


def test_every_kind_that_can_be_told_has_its_form() -> None:
    """The forms by name are those of `form`; what needs a party or an agreement waits until there is one."""
    nobody, two = started(gs.PPS).forms(on=DAY), started(gs.PPS, *TWO)
    assert {"PartyJoined", "Stated", "WaiverGranted"} <= nobody.keys()
    assert not {"Met", "Signed", "Consented", "AgreementRevised"} & nobody.keys()
    forms = two.forms(on=DAY, track="main")
    assert {"Met", "Consented"} <= forms.keys()
    assert "Signed" not in forms
    assert forms["Met"] == two.form("Met", on=DAY) == two.form(gs.Met, on=DAY)
    wordless = started(tiny(rule(), terms=())).forms(on=DAY)
    assert "Stated" not in wordless
    with pytest.raises(gs.InvalidArgument, match="Did you mean 'Signed'"):
        two.form("Signd", on=DAY)


def test_what_is_given_is_not_asked() -> None:
    """A form for a kind of fact leaves out what the host knows already, also the track."""
    case = started(gs.PPS, *TWO)
    form = case.form(gs.Stated, on=DAY, topic="purpose", about=gs.About("party", "a"), track="main")
    assert [blank.path for blank in form.drafts[0].blanks] == [("text",), ("until",), ("on",)]
    assert form.read({"0.text": "Meer bewegen", "0.on": "2024-01-09"}) == (
        gs.Stated(later(1), "purpose", "Meer bewegen", "a", "main"),
    )
    visited = case.form(gs.Met, on=DAY, kind="visit")
    assert [blank.path for blank in visited.drafts[0].blanks] == [(), ("parties",), ("on",)]
    waiver = case.form(gs.WaiverGranted, on=DAY, approved_by="u-2")
    assert [blank.path for blank in waiver.drafts[0].blanks] == [("rule",), ("reason",), ("until",), ("on",)]
    (granted,) = waiver.read({"0.rule": "KEN-04", "0.reason": "raadsbesluit", "0.on": "2024-01-09"})
    assert granted == gs.WaiverGranted(later(1), "KEN-04", "raadsbesluit", "u-2")
    with pytest.raises(gs.InvalidArgument, match="Did you mean 'topic'") as caught:
        case.form(gs.Stated, on=DAY, topics="purpose")
    assert caught.value.code == "no-such-field"
    with pytest.raises(gs.InvalidArgument, match="no kind of fact that is recorded") as caught:
        case.form(gs.Party, on=DAY)  # type: ignore[arg-type]
    assert caught.value.code == "not-a-fact"
    with pytest.raises(gs.InvalidArgument, match="no topic to choose") as caught:
        started(tiny(rule(), terms=())).form(gs.Stated, on=DAY)
    assert caught.value.code == "nothing-to-choose"


@KINDS
def test_every_blank_has_a_place_and_words(kind: Any) -> None:
    """A path leads to a field of the fact; label, day and help are in both languages."""
    case = started(gs.PPS, *TWO, gs.AgreementDrafted(DAY, "x", "covenant", ("a",)))
    form = case.form(kind, on=DAY)
    (draft,) = form.drafts
    assert draft.blanks[-1].path == ("on",)
    for blank in draft.blanks:
        assert value_at(draft.fact, blank.path) is not NotImplemented
    dutch, english = ([b["label"] for b in to_dict(form, x)["drafts"][0]["blanks"]] for x in ("nl", "en"))
    assert all((*dutch, *english))
    assert dutch != english
    assert to_dict(form, "nl")["drafts"][0]["text"] != to_dict(form, "en")["drafts"][0]["text"]
    assert isinstance(fact_of(to_dict(form, "nl")["drafts"][0]["fact"]), kind)


def test_the_tables_are_complete() -> None:
    """Each kind of fact that a person records has its rows and its words; each field is asked once."""
    assert set(OPEN) == set(ALWAYS) == set(fields.KIND)
    for kind, rows in OPEN.items():
        paths = [row.path for row in (*rows, *ALWAYS[kind])]
        assert len(paths) == len(set(paths))
        assert {path[-1] for path in paths} <= set(fields.FIELD)
    assert all(gs.Every.parse(period) for period in PERIODS)


@EACH
def test_no_form_asserts_what_nobody_saw(process: gs.Process, phase: str) -> None:
    """Sending back only what a page may show beforehand tells nothing: each item asks for something more."""
    for form, *_ in forms(adopted(process, phase, *TWO)):
        shown = {
            blank.name(number): list(blank.suggestion)
            for number, draft in enumerate(form.drafts)
            for blank in draft.blanks
            if blank.preset
        }
        if form:
            with pytest.raises(gs.FormError) as caught:
                form.read(shown)
            at = {int(problem.name.partition(".")[0]) for problem in caught.value.problems}
            changes = [n for n, d in enumerate(form.drafts) if not isinstance(d.fact, gs.AgreementRevised)]
            assert at >= set(changes)


def test_stances_meetings_signatures_and_clauses_are_never_shown_beforehand() -> None:
    """They are chosen, or ticked one by one: the form knows them, and the page does not say them."""
    asked = (c.Agreed(("goal", "term"), signed=True), c.ConsentOfAll("ambition"), c.InContact("visit"))
    form = started(tiny(rule(*asked)), *TWO).check("go", on=DAY).form
    hidden = {b.path: b.kind for draft in form.drafts for b in draft.blanks if not b.preset}
    assert hidden[("clauses", "goal")] == hidden[("clauses", "term")] == hidden[()] == "confirm"
    assert hidden[("stance",)] == "choice"
    items = to_dict(form, "nl")["drafts"]
    assert all(b["value"] in (None, []) for item in items for b in item["blanks"] if b["kind"] == "confirm")
    labels = [b["label"] for item in items for b in item["blanks"] if b["kind"] == "confirm"]
    assert "Partij a heeft getekend" in labels


def test_an_agreement_asks_its_title_form_parties_and_term() -> None:
    """A draft of an agreement asks all that the schedule and a reader need."""
    form = started(tiny(rule(c.Agreed("goal", signed=True))), *TWO).check("go", on=DAY).form
    paths = [blank.path[0] for blank in form.drafts[0].blanks if blank.path]
    assert {"title", "form", "parties", "obliged", "start", "end", "kind", "on"} <= set(paths)


def test_an_amount_asks_its_unit() -> None:
    """Where a contribution is measured, how much and of what are both required."""
    form = started(tiny(rule(c.Contributed(measured=True))), *TWO).check("go", on=DAY).form
    needed = {b.path[0] for b in form.drafts[0].blanks if b.required and b.path}
    assert {"kind", "amount", "unit"} <= needed


def test_a_new_id_is_followed() -> None:
    """Drafts after a party or an agreement take the id that was chosen for it, suggested or not."""
    asked = (c.Agreed("goal", signed=True), c.OnRecord("party_ambition", each=c.Parties()))
    form = started(tiny(rule(*asked))).check("go", on=DAY).form
    answers = form.answers() | {"0.party.id": "gemeente"}
    facts = form.read(answers)
    drafted = next(fact for fact in facts if isinstance(fact, gs.AgreementDrafted))
    assert (drafted.parties, drafted.obliged) == (("gemeente",), ("gemeente",))
    assert {fact.party for fact in facts if isinstance(fact, gs.Signed)} == {"gemeente"}
    assert {fact.about for fact in facts if isinstance(fact, gs.Stated)} == {gs.About("party", "gemeente")}
    assert all(0 in form.follows(n) for n in range(1, len(form.drafts)) if form.follows(n))
    assert form.follows(0) == ()


def test_roles_are_sought_where_they_are_held() -> None:
    """The kind of party that usually holds a role comes first, and the text asks for the role."""
    young = c.Parties(roles="young_person")
    form = started(tiny(rule(c.PartyCount(young, at_least=1)))).check("go", on=DAY).form
    joins, role = form.drafts
    assert isinstance(joins.fact, gs.PartyJoined)
    assert joins.fact.party.kind == "resident"
    kind = next(blank for blank in joins.blanks if blank.path == ("party", "kind"))
    assert kind.choices[: kind.fitting] == ("resident",)
    texts = [item["text"] for item in to_dict(form, "nl")["drafts"]]
    assert texts == [
        "zoek een jongere, bijvoorbeeld bij bewoners",
        "leg vast wie de rol heeft van jongere",
    ]
    assert isinstance(role.fact, gs.RoleAssigned)


def test_who_can_hold_a_role_gets_it() -> None:
    """Where a party takes part that usually holds the role, nobody else is let in for it."""
    nurse = c.Parties(roles="youth_health_nurse")
    process = tiny(rule(c.PartyCount(nurse, at_least=1)))
    here = started(process, joined("a"), joined("jgz", "youth_health_care"))
    (draft,) = here.check("go", on=DAY).form.drafts
    assert draft.fact == gs.RoleAssigned(DAY, "youth_health_nurse", "jgz")


def test_roles_that_play_here_come_first() -> None:
    """A choice of roles begins with those that play in the process and that the party can hold."""
    case = started(gs.PPS, *TWO)
    (blank,) = (b for b in case.form(gs.RoleAssigned, on=DAY).drafts[0].blanks if b.path == ("role",))
    roles = gs.PPS.vocabulary["role"]
    assert set(blank.choices) == set(roles)
    assert 0 < blank.fitting < 10
    assert all(
        not roles[key].plays_in or "pps" in roles[key].plays_in for key in blank.choices[: blank.fitting]
    )


def test_forms_of_a_plan_know_who_came_before() -> None:
    """The forms of later steps of a plan offer the parties that earlier ones bring in."""
    plan = to_dict(started(gs.PPS).plan("management", on=DAY), "nl")
    offered = [
        {choice["key"] for choice in blank["choices"]}
        for step in plan["steps"]
        for item in step["drafts"]
        for blank in item["blanks"]
        if blank["kind"] == "parties"
    ]
    brought = {
        item["fact"]["party"]["id"]
        for step in plan["steps"]
        for item in step["drafts"]
        if item["fact"]["type"] == "PartyJoined"
    }
    assert brought
    assert all(brought <= keys for keys in offered)


def test_an_empty_form_is_false() -> None:
    """Where nothing is missing, or recording cannot help, there is nothing to fill in."""
    allowed = started(tiny(rule(c.OnRecord("purpose"))), gs.Stated(DAY, "purpose", "…")).check("go", on=DAY)
    assert allowed.allowed
    assert not allowed.form
    assert not allowed.outcomes[0].form
    assert allowed.form.read({}) == ()
    with pytest.raises(gs.InvalidArgument, match="out of its check"):
        _ = attrs.evolve(allowed.outcomes[0], scene=None).form


def test_what_is_counted_is_never_below_zero() -> None:
    """A form asks for no less than zero of what is counted, and takes any number of what is not."""
    degrees = gs.Term("degrees", gs.Label(nl="graden", en="degrees"))
    case = started(gs.PPS.adapt(key="own", terms=(degrees,)))
    money, warmth = (case.form(gs.Quantified, on=DAY, topic=topic) for topic in ("capacity_money", "degrees"))
    assert [blank.least for blank in money.drafts[0].blanks if blank.kind == "number"] == [0]
    assert [blank.least for blank in warmth.drafts[0].blanks if blank.kind == "number"] == [None]
    case.record(gs.Quantified(DAY, "degrees", -3))
    either = case.form(gs.Quantified, on=DAY)
    assert either.read({"0.topic": "degrees", "0.amount": "-3", "0.on": "2024-01-08"}) == (
        gs.Quantified(DAY, "degrees", -3),
    )
    with pytest.raises(gs.FormError) as caught:
        either.read({"0.topic": "capacity_money", "0.amount": "-3", "0.on": "2024-01-08"})
    assert [(p.name, p.code) for p in caught.value.problems] == [("0.amount", "out-of-bounds")]


@EACH
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_form_shown_and_sent_back_says_the_same(process: gs.Process, phase: str, lang: str) -> None:
    """What a page shows of a form before anybody typed is what it shows when that comes back."""
    for form, _, _ in forms(adopted(process, phase, *TWO)):
        shown = filled_in(form, lang)
        sent = {
            blank["name"]: blank["shown"] for draft in shown for blank in draft["blanks"] if blank["shown"]
        }
        assert filled_in(form, lang, posted=sent) == shown
        for draft in shown:
            assert (draft.pop("told"), draft.pop("problems")) == (True, [])
            assert all(
                blank.pop("shown") is not None and blank.pop("problems") == [] for blank in draft["blanks"]
            )
        assert shown == to_dict(form, lang)["drafts"]


def test_what_was_typed_comes_back_with_its_problems() -> None:
    """Texts stay as typed, however wrong; each problem stands at its blank; what was left out is so."""
    form = started(gs.PPS).check("start", on=DAY).form
    typed = {"0.text": " ", "0.on": "gisteren", "1": "", "1.text": "Waarom"}
    with pytest.raises(gs.FormError) as refused:
        form.read(typed)
    first, second = filled_in(form, "nl", posted=typed, problems=refused.value.problems)
    assert [(b["shown"], len(b["problems"])) for b in first["blanks"]] == [([" "], 1), (["gisteren"], 1)]
    assert [b["shown"] for b in second["blanks"]] == [["Waarom"], []]
    assert (first["told"], second["told"]) == (True, False)


def test_a_day_is_shown_as_it_is_typed() -> None:
    """In Dutch 9-1-2024, in English 2024-01-09; either is read."""
    form = started(gs.PPS).form(gs.Met, on=DAY)
    for lang, day in (("nl", f"{DAY.day}-{DAY.month}-{DAY.year}"), ("en", DAY.isoformat())):
        [blank] = [b for b in filled_in(form, lang)[0]["blanks"] if b["kind"] == "date"]
        assert blank["shown"] == [day]


@KINDS
def test_what_is_chosen_has_choices(kind: type[Any]) -> None:
    """A blank in which nothing is written lists its choices, though there may be none yet."""
    for blank in to_dict(started(gs.PPS).form(kind, on=DAY), "nl")["drafts"][0]["blanks"]:
        chosen = blank["kind"] in ("choice", "choices", "party", "parties", "agreement", "subject")
        assert isinstance(blank["choices"], list) == (chosen or blank["kind"] == "period")


@KINDS
def test_lists_come_late_and_days_last(kind: type[Any]) -> None:
    """Names and titles are asked before what is ticked in lists, and days after that."""
    kinds = [blank.kind for blank in started(gs.PPS).form(kind, on=DAY).drafts[0].blanks]
    late = [kind for kind in kinds if kind in ("choices", "date")]
    assert late == sorted(late)
    assert kinds[len(kinds) - len(late) :] == late or "confirm" in kinds
