"""Explaining: every kind of condition in words, and no two different conditions in the same words."""

from __future__ import annotations

import re
from typing import Any, get_args

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import gezondsamen as gs
from gezondsamen.decision.check import Check
from gezondsamen.language import language_of
from gezondsamen.process import conditions as c
from gezondsamen.prose.asked import condition_text
from gezondsamen.prose.missing import finding_lines
from gezondsamen.prose.remedies import remedy_lines
from gezondsamen.prose.scene import Scene
from tests.support.builders import DAY, PROCESSES, adopted, joined, label, later, rule, said, started, tiny
from tests.support.sayings import A_YEAR, ASKED, SAID
from tests.support.strategies import conditions, histories, near_pairs, nested

SCENE = Scene(gs.PPS)
DEFAULTS: dict[str, Any] = {"which": c.Parties(), "at_least": None}
"""What asks nothing, where the field has no default that can be compared."""


def test_every_kind_is_said() -> None:
    """The examples of this module leave out no kind of condition."""
    assert {type(condition) for condition, _, _ in SAID} == set(get_args(c.Condition))


@pytest.mark.parametrize(
    ("condition", "facts", "lines"),
    [pytest.param(*case, id=f"{type(case[0]).__name__}-{n}") for n, case in enumerate(SAID)],
)
def test_what_is_missing_is_said_in_words(
    condition: c.Condition, facts: tuple[gs.Fact, ...], lines: tuple[str, ...]
) -> None:
    """The row of an unmet rule says what is needed, what is there, of whom, what helps; in English too."""
    (row,) = started(tiny(rule(condition)), *facts).check("go", on=later(2)).outcomes
    text = row.text("nl")
    assert row.status == "unmet"
    assert tuple(line[3:] for line in text.splitlines() if line[3:5] in ("- ", "→ ")) == lines
    assert text.splitlines()[1] == "   Doe dit."
    english = row.text("en")
    assert english.count("\n") == text.count("\n")
    assert english.splitlines()[2:] != text.splitlines()[2:]
    assert "What you can do" in english


# --- the same of several ---------------------------------------------------------------------------

EACH: dict[str, c.Condition] = {
    "statement": c.OnRecord(("backing", "benefit"), each=c.Parties()),
    "role": c.RoleFilled(each=c.Parties()),
    "named role": c.RoleFilled("delegate", each=c.Parties()),
    "consent": c.ConsentOfAll("ambition"),
    "contribution": c.Contributed(),
    "asked contribution": c.Contributed(status="asked"),
    "acquaintance": c.MetBefore("individual", "plenary"),
    "contact": c.InContact("visit", each=c.Parties()),
    "action": c.ActionCount(c.Parties(), at_least=1),
}


def several(number: int) -> tuple[gs.Fact, ...]:
    return tuple(joined(f"nr{n}x") for n in range(number))


def told(line: str, number: int) -> int:
    """Return of how many parties a line tells, named or counted."""
    named = sum(f"Partij nr{n}x" in line for n in range(number))
    others = re.search(r"(\d+) (andere partijen|other parties)|(?:alle|all) (\d+) part", line)
    return named + (int(others[1] or others[3]) if others else 0)


@pytest.mark.parametrize("number", [1, 2, 8, 9, 10, 44])
@pytest.mark.parametrize("what", EACH)
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_what_is_said_of_several_is_said_once_of_all(what: str, number: int, lang: str) -> None:
    """One line tells what is missing of each party, one what would help: all are named or counted."""
    (row,) = started(tiny(rule(EACH[what])), *several(number)).check("go", on=DAY).outcomes
    assert row.scene is not None
    assert row.remedy is not None
    assert {x.about.id for x in row.findings if x.about} == {f"nr{n}x" for n in range(number)}
    (found,) = finding_lines(row.requirement, row.findings, row.scene.voice(lang))
    assert told(found, number) == number
    (helps,) = remedy_lines(row.remedy, row.requirement, row.scene.voice(lang))
    if number > 1 or what != "action":  # one action has an owner to choose
        assert told(helps, number) == number
    assert len(found) < 400


def test_what_is_found_differently_is_said_differently() -> None:
    """Parties of whom something else is found keep a line of their own."""
    people = (joined("a"), joined("b"), joined("c"))
    objecting = gs.Consented(DAY, "b", "ambition", "objects")
    case = started(tiny(rule(c.ConsentOfAll("ambition"))), *people, objecting)
    (row,) = case.check("go", on=DAY).outcomes
    assert row.scene is not None
    lines = finding_lines(row.requirement, row.findings, row.scene.voice("nl"))
    assert [("Partij a en Partij c" in line, "Partij b" in line) for line in lines] == [
        (True, False),
        (False, True),
    ]


def test_every_statement_without_an_answer_is_told() -> None:
    """Two statements about nobody in particular that went unanswered are two sentences."""
    noticed = (*said("issue_noticed"), *said("issue_noticed", on=later(1)))
    text = started(tiny(rule(c.Paired("issue_noticed", "issue_raised"))), *noticed).check("go", on=later(2))
    for day in ("8 januari 2024", "9 januari 2024"):
        assert day in text.explain("nl")


def test_what_two_conditions_lack_alike_is_said_once() -> None:
    """Where a rule asks two things of each party and there is none, the page says so once."""
    both = rule(c.Contributed(), c.OnRecord("benefit", each=c.Parties()))
    (row,) = started(tiny(both)).check("go", on=DAY).outcomes
    assert len(row.findings) == 2
    assert row.text("en").count("This asks for a party, and there is none yet.") == 1


def test_everybody_is_called_all() -> None:
    """From three parties on, those who are everybody are "all"; fewer, or not everybody, are named."""
    asked = rule(c.ConsentOfAll("ambition"))
    for number in (2, 3, 12):
        (row,) = started(tiny(asked), *several(number)).check("go", on=DAY).outcomes
        assert (f"alle {number} partijen" in row.text("nl")) is (number >= 3)
        assert ("Partij nr0x" in row.text("nl")) is (number < 3)
    agreed = gs.Consented(DAY, "nr0x", "ambition", "agrees")
    (row,) = started(tiny(asked), *several(4), agreed).check("go", on=DAY).outcomes
    assert "Partij nr1x, Partij nr2x en Partij nr3x" in row.text("nl")


def test_new_parties_of_one_kind_are_asked_for_in_one_line() -> None:
    """Where two parties of a kind are needed, the page names both as new, not one of them."""
    schools = c.PartyCount(c.Parties(kinds="school"), at_least=2)
    text = started(tiny(rule(schools))).check("go", on=DAY).explain("nl")
    assert "Laat partijen meedoen (soort: school): de nieuwe partij (school-1) en de nieuwe partij" in text


def test_a_plan_says_what_is_asked_of_several_once() -> None:
    """A plan has one line for what is to be recorded alike of all parties."""
    case = started(tiny(rule(c.ConsentOfAll("ambition"))), joined("a"), joined("b"))
    plan = case.plan("work", on=DAY)
    assert len(plan.steps[0].drafts) == 2
    (line,) = [line for line in plan.explain("nl").splitlines() if "in te stemmen" in line]
    assert "Partij a en Partij b" in line


def test_pairs_of_parties_are_told_apart() -> None:
    """Of many pairs the first are named, and the others counted as pairs."""
    case = started(tiny(rule(c.InContact(pairs=True))), *several(5))
    text = case.check("go", on=DAY).explain("nl")
    assert "Partij nr0x en Partij nr1x; Partij nr0x en Partij nr2x; " in text
    assert "2 andere tweetallen" in text


def test_names_with_a_comma_or_an_and_are_told_apart() -> None:
    """Where a name itself holds a comma or "en", the names are set apart by semicolons."""
    names = ("Gemeente A, volksgezondheid", "Jeugd en gezin", "GGD")
    people: list[gs.Fact] = [
        gs.PartyJoined(DAY, gs.Party(id=f"p{n}", name=x, kind="ggd")) for n, x in enumerate(names)
    ]
    people += [joined("has-role"), gs.RoleAssigned(DAY, "delegate", party="has-role")]
    text = started(tiny(rule(c.RoleFilled(each=c.Parties()))), *people).check("go", on=DAY).explain("nl")
    assert "Nog geen rol: Gemeente A, volksgezondheid; Jeugd en gezin; GGD." in text
    assert "Geef een rol aan Gemeente A, volksgezondheid; Jeugd en gezin; GGD." in text
    alone = started(tiny(rule(c.RoleFilled(each=c.Parties()))), people[1]).check("go", on=DAY).explain("nl")
    assert "Nog geen rol: Jeugd en gezin." in alone


def test_roles_that_nobody_has_are_told_together() -> None:
    """Roles that were named as needed and that nobody has are one line."""
    needed = [gs.Stated(DAY, "role_needed", about=("role", key)) for key in ("alderman", "champion")]
    text = (
        started(tiny(rule(c.RoleFilled(named_by="role_needed"))), *needed).check("go", on=DAY).explain("nl")
    )
    assert "Deze rollen zijn nog niet vervuld: wethouder en trekker." in text


@pytest.mark.parametrize("what", EACH)
def test_a_name_is_not_the_subject_of_a_sentence(what: str) -> None:
    """A party may have a name in the plural: no verb agrees with it, so none follows it."""
    people = gs.PartyJoined(DAY, gs.Party(id="s", name="Supermarkten", kind="retailer"))
    text = started(tiny(rule(EACH[what])), people).check("go", on=DAY).explain("nl")
    assert "Supermarkten" in text
    assert not re.search(r"Supermarkten (heeft|is|was|heeft|stemt)", text)
    assert not re.search(r"[-→] Supermarkten", text)


# --- words that fit ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "condition", [c.OnRecord("funding", dated=True), c.Lasts("funding", at_least=A_YEAR)]
)
def test_an_end_date_is_not_asked_twice_in_one_sentence(condition: c.Condition) -> None:
    """Where the name of a topic tells of its end date, the sentence around it does not say so again."""
    check = started(tiny(rule(condition))).check("go", on=DAY)
    for lang, words in (("nl", "einddatum"), ("en", "end date")):
        assert any(words in line for line in check.explain(lang).splitlines())
        for line in (*check.explain(lang).splitlines(), condition_text(condition, SCENE.voice(lang))):
            assert line.count(words) < 2


def test_what_no_planned_evaluation_looks_at_is_named() -> None:
    """A rule on what evaluations look at names what is missing, and asks to plan only that."""
    asked = rule(c.EvaluationArranged(aspects=("process", "effect")))
    case = started(tiny(asked))
    (row,) = case.check("go", on=DAY).outcomes
    assert [x.needed for x in row.findings] == ["process", "effect"]
    assert "nog geen evaluatie gepland over: proces en effect." in row.text("nl")
    assert "Plan een evaluatie, over: proces en effect." in row.text("nl")
    half = case.record(gs.EvaluationPlanned(DAY, "final", due=DAY, aspects="process"))
    (row,) = half.check("go", on=DAY).outcomes
    assert "No evaluation is planned yet on: effect." in row.text("en")
    assert "Plan an evaluation, on: effect." in row.text("en")
    assert row.remedy is not None
    (draft,) = row.remedy.drafts
    assert isinstance(draft.fact, gs.EvaluationPlanned)
    assert draft.fact.aspects == ("effect",)


def test_the_kind_of_an_evaluation_to_plan_is_named() -> None:
    """Where one kind of evaluation is asked for, both what is missing and what would help name it."""
    text = (
        started(tiny(rule(c.EvaluationArranged("final", recurring=True)))).check("go", on=DAY).explain("nl")
    )
    assert "Er is nog geen evaluatie gepland (eindevaluatie) die steeds terugkomt." in text
    assert "Plan een evaluatie (eindevaluatie), elk jaar." in text


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_advice_asks_nobody_to_approve(lang: str) -> None:
    """Where recording cannot help, a hard rule asks for a waiver, and advice only to think again."""
    word = {"nl": "goedkeurt", "en": "approves"}[lang]
    bound = rule(c.PartyCount(c.Parties(sides="private"), at_most=1))
    people = (joined("a", "retailer"), joined("b", "retailer"))
    hard = started(tiny(bound), *people).check("go", on=DAY)
    soft = started(tiny(advises=(bound,)), *people).check("go", on=DAY)
    assert word in hard.explain(lang)
    assert word not in soft.explain(lang)
    for check, asked in ((hard, True), (soft, False)):
        lines = gs.to_dict(check, lang)["outcomes"][0]["remedy"]["lines"]
        assert len(lines) == 1
        assert (word in lines[0]) is asked
    assert soft.advised[0].remedy == hard.unmet[0].remedy


def test_a_count_of_selected_parties_reads_as_a_phrase() -> None:
    """What is counted is said after the number, in the number that fits."""
    private = c.Parties(sides="private")
    for at_least, words in ((1, "1 partij die privaat is"), (2, "2 partijen die privaat zijn")):
        case = started(tiny(rule(c.PartyCount(private, at_least=at_least))))
        assert f"Nodig: minstens {words}. Nu: 0." in case.check("go", on=DAY).explain("nl")


def test_what_is_counted_among_others_reads_as_a_phrase() -> None:
    """Where statements are counted by whom they are about, what is stated comes before for whom."""
    asked = c.RecordCount("benefit", c.Sectors("sport"), at_least=1)
    text = started(tiny(rule(asked))).check("go", on=DAY).explain("nl")
    benefit = SCENE.voice("nl").term("topic", "benefit")
    assert f"Nodig: “{benefit}” voor minstens 1 sector sport en bewegen. Nu: 0." in text


@pytest.mark.parametrize(
    ("every", "words"),
    [
        (A_YEAR, "in het afgelopen jaar"),
        (gs.Every(months=1), "in de afgelopen maand"),
        (gs.Every(years=2), "in de afgelopen 2 jaar"),
    ],
)
def test_a_period_gone_by_has_its_own_article(every: gs.Every, words: str) -> None:
    """In Dutch a single year is neuter, and other periods are not."""
    text = started(tiny(rule(c.InContact("visit", every=every)))).check("go", on=DAY).explain("nl")
    assert words in text


def test_a_step_that_stays_says_so() -> None:
    """A step onto its own phase does not tell of a way from that phase to itself."""
    case = adopted(tiny(), "work")
    assert "De fase blijft “werk”." in case.check("again", on=DAY).explain("nl")
    assert "Van “werk” naar “klaar”." in case.check("finish", on=DAY).explain("nl")


def test_a_newcomer_is_asked_for_as_one() -> None:
    """Where parties take part and nobody new came, a step that takes in a party asks for a newcomer."""
    plain = tiny()
    work = plain.phases[1]
    consent = rule(c.ConsentOfAll("ambition"))
    joins = work.to(work, "join", label=label("sluit aan"), requires=(consent,), concerns="party")
    case = adopted(tiny(transitions=(*plain.transitions, joins)), "work", joined("a"))
    assert "nieuwkomer" in case.check("join", on=later(1)).explain("nl")
    assert "nieuwkomer" not in started(tiny(consent)).check("go", on=DAY).explain("nl")


# --- not asked yet ----------------------------------------------------------------------------------

RHYTHM = rule(c.InContact("visit", every=gs.Every(months=3)))


def test_a_rhythm_in_its_first_period_is_not_said_to_be_in_order() -> None:
    """Where nothing happened yet and the first period runs, the page says until when nothing is asked."""
    case = adopted(tiny(watches=(RHYTHM,)), "work", joined("a"))
    last = gs.Every(months=3).after(DAY)
    (row,) = case.monitor(on=last).outcomes
    assert (row.status, row.findings, row.not_asked_through) == ("met", (), last)
    assert row.text("nl") == "Eigen regel [OWN-01]: nog niet aan de orde (tot en met 8 april 2024)."
    assert row.status_text("en") == "not asked yet"
    assert "In orde" not in case.monitor(on=last).explain("nl")
    assert case.monitor(on=later(1, last)).outcomes[0].status == "advised"


def test_a_rhythm_that_is_kept_is_in_order_from_the_first_day() -> None:
    """Contact in the first period counts: the rule is in order, with the contact as its evidence."""
    case = adopted(tiny(watches=(RHYTHM,)), "work", joined("a"), gs.Met(DAY, "visit", "a"))
    (row,) = case.monitor(on=later(2)).outcomes
    assert (row.status_text("nl"), row.evidence, row.not_asked_through) == ("in orde", (3,), None)


def test_a_rule_that_asks_more_than_a_rhythm_is_asked_from_the_first_day() -> None:
    """Where a rule asks something beside its rhythms, what is there of it is in order."""
    both = rule(c.InContact("visit", every=gs.Every(months=3)), c.OnRecord("purpose"))
    case = adopted(tiny(watches=(both,)), "work", *said("purpose"))
    assert case.monitor(on=later(1)).outcomes[0].not_asked_through is None


def plain_words(check: Check) -> list[str]:
    return [check.explain(lang) for lang in ("nl", "en")]


@given(st.data(), conditions)
def test_every_condition_can_be_explained_on_any_history(data: st.DataObject, condition: c.Condition) -> None:
    """Whatever is asked and whatever happened, the page has a sentence for it, without keys or holes."""
    case = data.draw(histories(tiny(rule(condition))))
    for text in plain_words(case.check("go", on=later(600))):
        assert "[OWN-01]" in text
        assert not re.search(r"\bNone\b|About\(|\(\)|  - \.|: \.", text)


def alike(first: c.Condition, second: c.Condition) -> bool:
    return any(
        condition_text(first, SCENE.voice(lang)) == condition_text(second, SCENE.voice(lang))
        for lang in ("nl", "en")
    )


@given(near_pairs())
@example(
    (
        c.OnRecord("purpose", each=c.Sectors("sport")),
        c.OnRecord("purpose", each=c.Sectors("sport", group="social")),
    )
)
@example((c.Measured("capacity_money", at_least=1_500_000), c.Measured("capacity_money", at_least=1_500_001)))
def test_no_two_different_conditions_print_alike(pair: tuple[c.Condition, c.Condition]) -> None:
    """Two conditions of one kind read the same only when they are the same."""
    assert alike(*pair) == (pair[0] == pair[1])


@given(nested, nested)
def test_kinds_do_not_print_alike(first: c.Condition, second: c.Condition) -> None:
    """Conditions of any two kinds, nested ones included, read the same only when they are the same."""
    assert alike(first, second) == (first == second)


@pytest.mark.parametrize(
    ("condition", "text"),
    [pytest.param(*case, id=f"{type(case[0]).__name__}-{n}") for n, case in enumerate(ASKED)],
)
def test_a_condition_reads_as_a_phrase(condition: c.Condition, text: str) -> None:
    """A phrase names all that a condition asks, and nothing that it does not ask."""
    assert condition_text(condition, SCENE.voice("nl")) == text


def test_the_phrases_leave_out_no_kind() -> None:
    """Every kind of condition is among the phrases of this module."""
    nested = (c.AllOf, c.AnyOf)
    assert {type(condition) for condition, _ in ASKED} | {*nested} == set(get_args(c.Condition))


@pytest.mark.parametrize("condition", [case[0] for case in SAID], ids=lambda x: type(x).__name__)
def test_all_that_a_condition_asks_is_said(condition: c.Condition) -> None:
    """Without one of the things that it asks, a condition reads otherwise."""
    for field in attrs.fields(type(condition)):
        bare = DEFAULTS.get(field.name, field.default)
        if bare is not attrs.NOTHING and getattr(condition, field.name) != bare:
            try:
                less = attrs.evolve(condition, **{field.alias: bare})
            except (TypeError, ValueError, gs.GezondsamenError):  # it asks nothing without
                continue
            assert not alike(condition, less), field.name


@pytest.mark.parametrize("process", PROCESSES, ids=lambda p: p.key)
def test_the_conditions_of_a_process_read_differently(process: gs.Process) -> None:
    """No two different conditions that a process asks are said in the same words, in either language."""
    slots = [*(t.requirements for t in process.transitions), *(p.watches for p in process.phases)]
    asked = {condition for rules in slots for found in rules for condition in found.conditions}
    scene = Scene(process)
    for lang in ("nl", "en"):
        assert len({condition_text(x, scene.voice(lang, limits=True)) for x in asked}) == len(asked)


@given(st.integers(-(10**12), 10**12))
def test_whole_numbers_are_written_out(number: int) -> None:
    """A number is shown with every digit, and without a needless fraction."""
    dutch = language_of("nl")
    assert re.sub(r"\D", "", dutch.number(number)) == str(abs(number))
    assert dutch.number(float(number)) == dutch.number(number)


def test_the_source_and_our_choice_are_told_apart() -> None:
    """A row names the source it stands on, and says what of it is our own choice."""
    sourced = rule(
        c.OnRecord("purpose"),
        citation=gs.Citation(gs.Work("w", "De gids", url="https://example.org"), "Kop", "Eerste woorden"),
        choice=label("dat het een stap tegenhoudt"),
    )
    own = rule(c.OnRecord("purpose"), code="OWN-02", basis="choice")
    first, second = started(tiny(sourced, own)).check("go", on=DAY).outcomes
    assert "Bron: praktijkgids: De gids, Kop, “Eerste woorden …” (https://example.org)" in first.text("nl")
    assert "Onze keuze: dat het een stap tegenhoudt" in first.text("nl")
    assert "Source: our own choice" in second.text("en")


def test_a_rule_that_nobody_can_set_aside_says_so() -> None:
    """Where recording cannot help and nobody may waive, the page says both."""
    strict: Any = rule(c.PartyCount(at_most=0), waivable=False)
    text = started(tiny(strict), joined("a")).check("go", on=DAY).explain("en")
    assert "nobody can set this rule aside" in text


def test_a_note_is_told_with_its_source() -> None:
    """A rule without conditions says what it says and where it comes from, and asks nothing."""
    (row,) = started(tiny(rule())).check("go", on=DAY).outcomes
    assert row.text("nl").splitlines() == [
        "Eigen regel [OWN-01]: ter informatie.",
        "   Doe dit.",
        "   Bron: praktijkgids: Own handbook, Chapter 1",
    ]


def test_a_rule_that_is_met_is_one_line() -> None:
    """What is in order needs no more than its name."""
    (row,) = started(tiny(rule(c.OnRecord("purpose"))), *said("purpose")).check("go", on=DAY).outcomes
    assert row.text("nl") == "Eigen regel [OWN-01]: in orde."


@pytest.mark.parametrize(
    ("which", "one", "several"),
    [
        (c.Parties(), "partij", "partijen"),
        (c.Parties(sides="private"), "partij die privaat is", "partijen die privaat zijn"),
        (c.Parties(kinds="school"), "partij van de soort school", "partijen van de soort school"),
        (
            c.Parties(sectors=("sport", "care")),
            "partij uit de sector sport en bewegen of zorg",
            "partijen uit de sector sport en bewegen of zorg",
        ),
        (
            c.Parties(roles="delegate"),
            "partij in de rol van afgevaardigde",
            "partijen in de rol van afgevaardigde",
        ),
        (c.Parties(internal=True), "partij van de eigen organisatie", "partijen van de eigen organisatie"),
        (
            c.Parties(internal=False, or_none=True),
            "partij van buiten de eigen organisatie, als die er is",
            "partijen van buiten de eigen organisatie, als die er zijn",
        ),
    ],
)
def test_a_selection_of_parties_reads_as_a_phrase(which: c.Parties, one: str, several: str) -> None:
    """A selection says all that it selects by, of one party and of several."""
    v = SCENE.voice("nl")
    assert (v.parties(which), v.parties(which, many=True)) == (one, several)


def test_two_rhythms_are_not_asked_until_the_first_is() -> None:
    """Where a rule asks for two rhythms, it asks nothing until the shorter period is over."""
    both = rule(
        c.InContact("visit", every=gs.Every(months=3)), c.InContact("plenary", every=gs.Every(months=6))
    )
    (row,) = adopted(tiny(watches=(both,)), "work", joined("a")).monitor(on=DAY).outcomes
    assert row.not_asked_through == gs.Every(months=3).after(DAY)
