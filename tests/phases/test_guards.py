"""The guards of each step: refused without a rule's facts, allowed with them; the same for watching.

The facts are those of `rule_facts.py`, written after the specification; no remedy is used.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

import attrs
import pytest

import gezondsamen as gs
from gezondsamen import conditions as c
from gezondsamen.dossier.facts import Fact, TrackOpened
from tests.support.builders import id_of
from tests.support.dossiers import A_DAY, AGREEMENT, ON, SHOP, cast_of, joins, on_its_track, track_of
from tests.support.rule_facts import DECISIONS, RULES, Scene, case_at, codes_of, facts_of

PROCESSES = (
    gs.INTEGRAL,
    gs.INTERSECTORAL,
    gs.PPS,
    gs.AGREEMENT,
    gs.HEALTHY_SCHOOL,
    gs.NETWORK,
    gs.WELLBEING_MUNICIPALITY,
    gs.WELLBEING_SCHOOL,
    gs.POLICY_CYCLE,
    gs.EFFECTS_ARENA,
    gs.CERTIFICATE,
)

OTHER_CONTACT = frozenset({"COM-03", "COM-05", "COM-07", "EVA-03", "ROL-04", "DRA-03"})

ENTAILED = {
    # COM-01 asks for contact of any kind: it is unmet only where every rule that asks for a kind is.
    "COM-01": OTHER_CONTACT | {"KEN-01"},
    # The first talk with a newcomer is a contact outside the group.
    "COM-07": frozenset({"KEN-01"}),
    # The first talk with a school, and the plenary after it, count as talks with the school.
    "EVA-05": frozenset({"KEN-01"}),
    # A certificate that lasts three years has a last day.
    "VIG-01": frozenset({"VIG-02"}),
    # EVA-08 asks for figures that are not old, WEL-02 for figures of any age.
    "EVA-08": frozenset({"WEL-02"}),
    # Each council's own adoption, in time, is what POL-01 asks as well.
    "POL-01": frozenset({"POL-20"}),
}
"""Rules that are unmet too where this one is, beyond what `verify` tells, each with its reason."""

ALSO_IMPOSSIBLE = {
    # A council that did not adopt the memorandum did not do so in time.
    "POL-20": frozenset({"POL-01"}),
    # One party alone has no other to know.
    "PAR-17": frozenset({"NET-03"}),
    # Municipalities alone are no knowledge institute to meet with.
    "PAR-19": frozenset({"EVA-10"}),
    # Who asks something of each private party, and wants there to be one, misses it as PAR-01 does.
    "PAR-01": frozenset({"PAR-04"}),
    # One sector, and that public health, leaves no other sector to ask about.
    "PAR-05": frozenset({"PAR-15", "ISC-06"}),
}
"""Advice that speaks too where a rule about the parties themselves is unmet, each with its reason."""

NOBODY_IS_ENOUGH = frozenset({"KEN-01", "PAR-03", "WEL-13", "PPS-09"})
"""Hard rules that hold where nobody is there to ask (external, private), or that ask for that."""

NOBODY_IS_ASKED_FOR = frozenset({"PPS-09"})
"""Hard rules that ask for parties to be gone: without those that stay, their evidence, they hold too."""

NOTHING_HAPPENED = frozenset({"AGR-19", "POL-20", "VIG-04", "WEL-04"})
"""Hard rules that hold until something happens that asks for an answer, as a second municipality joining."""


def where(process: gs.Process, step: gs.Transition) -> str:
    return f"{process.key}.{step.source}.{step.trigger}"


EVERY_STEP = [
    pytest.param(process, step, id=where(process, step))
    for process in PROCESSES
    for step in process.transitions
]


def _each_rule(slot: str) -> list[Any]:
    return [
        pytest.param(process, step, code, id=f"{where(process, step)}-{code}")
        for process in PROCESSES
        for step in process.transitions
        for code in codes_of(getattr(step, slot))
    ]


EVERY_HARD_RULE = _each_rule("requires")
EVERY_ADVICE = _each_rule("advises")

EVERY_WATCHED_RULE = [
    pytest.param(process, phase, code, id=f"{process.key}.{phase.key}-{code}")
    for process in PROCESSES
    for phase in process.phases
    for code in codes_of(phase.watches)
]


def scene_of(process: gs.Process, step: gs.Transition) -> Scene:
    return Scene(cast_of(process), ON - A_DAY, DECISIONS.get((process.key, step.trigger), ("continue",))[0])


def entailing(process: gs.Process, place: str, code: str) -> set[str]:
    """Return the codes that are unmet where this one is: those that would make it met."""
    told = gs.verify(process).entailments
    return {e.code for e in told if e.where == place and e.entails == code} | ENTAILED.get(code, set())


def lacking(
    process: gs.Process,
    phase: str,
    codes: list[str],
    code: str,
    scene: Scene,
    also: Iterable[str] = (),
) -> Iterator[gs.Collaboration]:
    """Yield every case that lacks only what this one rule asks for: its facts, or its parties.

    Nothing is there of the rules that are `also` unmet then: what they ask for would meet this one.
    """
    rule = RULES[code]
    codes = [x for x in codes if x not in set(also) - {code}]
    if tuple(rule.pieces(scene)):
        yield case_at(process, phase, codes, scene, lacking=[code])
    for cast in rule.without:
        yield case_at(process, phase, codes, Scene(cast, scene.day, scene.decision))
    if tuple(rule.against(scene)):
        yield case_at(process, phase, codes, scene, against=code)


def checked(
    case: gs.Collaboration, process: gs.Process, step: gs.Transition, about: str | None = None
) -> gs.Check:
    return case.check(step.trigger, on=ON, track=track_of(process), about=about)


def unmet(check: gs.Check) -> set[str]:
    return {row.requirement.code for row in check.unmet}


def advised(check: gs.Check) -> set[str]:
    return {row.requirement.code for row in check.advised}


def asks_newcomers(rule: gs.Requirement) -> bool:
    """Tell whether a rule asks something of newcomers only, so that it holds where nobody came."""
    asked = [x for x in rule.conditions if not isinstance(x, c.Agreed)]
    selections = [getattr(x, "each", None) or getattr(x, "which", None) for x in asked]
    return bool(selections) and all(
        isinstance(which, c.Parties) and which.taken_over is False for which in selections
    )


# --- steps ------------------------------------------------------------------------------------


def test_the_table_of_facts_holds_every_rule_and_no_other() -> None:
    """Each rule that is judged in these processes has its facts in the table."""
    judged = {code for process in PROCESSES for code in codes_of(process.requirements.values())}
    assert set(RULES) == judged


@pytest.mark.parametrize(("process", "step"), EVERY_STEP)
def test_a_step_is_allowed_and_silent_with_the_facts_of_its_rules(
    process: gs.Process, step: gs.Transition
) -> None:
    """With the facts of all its rules a step is allowed, and nothing is advised."""
    case = case_at(process, step.source, codes_of(step.requirements), scene_of(process, step))
    check = checked(case, process, step)
    assert (check.allowed, unmet(check), advised(check)) == (True, set(), set())
    track = track_of(process)
    assert case.advance(step.trigger, on=ON, track=track).phase_of(track) == step.target


@pytest.mark.parametrize(("process", "step"), EVERY_STEP)
def test_a_step_needs_only_the_facts_of_its_hard_rules(process: gs.Process, step: gs.Transition) -> None:
    """With the facts of its hard rules alone a step is allowed."""
    case = case_at(process, step.source, codes_of(step.requires), scene_of(process, step))
    assert checked(case, process, step).allowed


@pytest.mark.parametrize(("process", "step", "code"), EVERY_HARD_RULE)
def test_a_step_that_lacks_one_hard_rule_is_refused_with_that_code(
    process: gs.Process, step: gs.Transition, code: str
) -> None:
    """Without the facts of one hard rule a step is refused with that code, and no other."""
    scene = scene_of(process, step)
    also = entailing(process, f"{step.source}.{step.trigger}", code)
    cases = list(lacking(process, step.source, codes_of(step.requirements), code, scene, also))
    assert cases
    for case in cases:
        check = checked(case, process, step)
        assert unmet(check) == {code} | (also & set(codes_of(step.requires)))
        assert advised(check) <= ALSO_IMPOSSIBLE.get(code, frozenset()) | also
        with pytest.raises(gs.TransitionRefused) as refused:
            case.advance(step.trigger, on=ON, track=track_of(process))
        assert refused.value.check == check


@pytest.mark.parametrize(("process", "step", "code"), EVERY_HARD_RULE)
def test_a_step_that_lacks_one_piece_is_refused_with_no_other_code(
    process: gs.Process, step: gs.Transition, code: str
) -> None:
    """Whatever single fact of a hard rule is missing, no other hard rule is unmet."""
    scene = scene_of(process, step)
    for piece in RULES[code].pieces(scene):
        case = case_at(process, step.source, codes_of(step.requirements), scene, without=piece)
        assert unmet(checked(case, process, step)) <= {code}


@pytest.mark.parametrize(("process", "step", "code"), EVERY_ADVICE)
def test_a_step_that_lacks_one_piece_of_advice_warns_with_that_code(
    process: gs.Process, step: gs.Transition, code: str
) -> None:
    """Without the facts of one advice a step is allowed, and warns with that code alone."""
    scene = scene_of(process, step)
    also = entailing(process, f"{step.source}.{step.trigger}", code)
    cases = list(lacking(process, step.source, codes_of(step.requirements), code, scene, also))
    assert cases
    for case in cases:
        check = checked(case, process, step)
        assert check.allowed
        assert advised(check) == {code} | (also & set(codes_of(step.advises)))


@pytest.mark.parametrize(("process", "step"), EVERY_STEP)
def test_a_step_with_nothing_on_record_is_refused_by_every_hard_rule(
    process: gs.Process, step: gs.Transition
) -> None:
    """Without any fact or party every hard rule is unmet, but for those that ask nothing of nobody."""
    check = checked(on_its_track(process, step.source), process, step)
    of_newcomers = {rule.code for rule in step.requires if asks_newcomers(rule)}
    assert unmet(check) == set(codes_of(step.requires)) - NOBODY_IS_ENOUGH - NOTHING_HAPPENED - of_newcomers


@pytest.mark.parametrize(("process", "step"), EVERY_STEP)
def test_notes_are_shown_and_never_block(process: gs.Process, step: gs.Transition) -> None:
    """A rule without conditions comes out as a note, whatever is on record."""
    rows = checked(on_its_track(process, step.source), process, step).outcomes
    assert {row.requirement.code for row in rows if row.status == "note"} == {
        rule.code for rule in step.requirements if rule.is_note
    }


@pytest.mark.parametrize(("process", "step"), EVERY_STEP)
def test_a_rule_stands_on_the_entries_that_it_names_as_evidence(
    process: gs.Process, step: gs.Transition
) -> None:
    """Without the entries it names as evidence a hard rule is unmet, and no rule beside that kept its own."""
    case = case_at(process, step.source, codes_of(step.requires), scene_of(process, step))
    before = {r.requirement.code: set(r.evidence) for r in checked(case, process, step).outcomes}
    for code in codes_of(step.requires):
        assert before[code], code
        if code in NOTHING_HAPPENED | NOBODY_IS_ASKED_FOR:  # without what happened, nothing is asked for
            continue
        if ENTAILED.get(code, frozenset()) & before.keys():  # what the other asks for meets it too
            continue
        check = checked(without_entries(case, process, before[code]), process, step)
        touched = {other for other, entries in before.items() if entries & before[code]}
        assert code in unmet(check)
        if not any(isinstance(case.dossier.journal[n].fact, gs.PartyJoined) for n in before[code]):
            assert unmet(check) <= touched


def without_entries(case: gs.Collaboration, process: gs.Process, numbers: set[int]) -> gs.Collaboration:
    """Return the case as it were without some entries, and without what only they make possible."""
    gone: set[str] = set()
    kept: list[Fact] = []
    for entry in case.entries_after(1):
        fact = entry.fact
        if isinstance(fact, TrackOpened):
            continue
        if entry.number in numbers:
            if isinstance(fact, gs.PartyJoined):
                gone.add(fact.party.id)
            if isinstance(fact, gs.AgreementDrafted):
                gone.add(fact.agreement)
            continue
        about = getattr(fact, "about", None)
        named = {getattr(fact, name, None) for name in ("party", "agreement", "owner")}
        if not (named - {None} if not isinstance(fact, gs.PartyJoined) else set()) & gone and not (
            about is not None and about.id in gone
        ):
            left = _without_parties(fact, gone)
            if not (isinstance(left, gs.Met) and not left.parties):
                kept.append(left)
    return on_its_track(process, case.phase_of(track_of(process)), *kept)


def _without_parties(fact: Fact, gone: set[str]) -> Fact:
    names = [name for name in ("parties", "obliged") if getattr(fact, name, None)]
    left: dict[str, Any] = {n: tuple(p for p in getattr(fact, n) if p not in gone) for n in names}
    return attrs.evolve(fact, **left)


# --- rules by themselves ----------------------------------------------------------------------


def _each_rule_once() -> list[Any]:
    found: dict[str, Any] = {}
    for process in PROCESSES:
        for step in process.transitions:
            for code in codes_of(step.requirements):
                if tuple(RULES[code].pieces(scene_of(process, step))):
                    found.setdefault(code, pytest.param(process, step, code, id=code))
    return list(found.values())


@pytest.mark.parametrize(("process", "step", "code"), _each_rule_once())
def test_every_piece_of_a_rule_counts(process: gs.Process, step: gs.Transition, code: str) -> None:
    """By itself, a rule is met with all its pieces, and unmet without any single one of them."""
    scene = scene_of(process, step)

    def status(**leaving_out: Any) -> str:
        check = checked(case_at(process, step.source, [code], scene, **leaving_out), process, step)
        return next(row.status for row in check.outcomes if row.requirement.code == code)

    assert status() == "met"
    for piece in RULES[code].pieces(scene):
        assert status(without=piece) in ("unmet", "advised"), piece


@pytest.mark.parametrize(
    ("process", "step"),
    [
        pytest.param(process, step, id=where(process, step))
        for process in PROCESSES
        for step in process.transitions
        if (process.key, step.trigger) in DECISIONS and "EVA-12" in codes_of(step.requires)
    ],
)
def test_a_decision_opens_only_the_steps_that_fit_it(process: gs.Process, step: gs.Transition) -> None:
    """A step that asks for an evaluation is open to the decisions that fit it, and to no other."""
    open_to = set()
    for decision in ("continue", "adapt", "terminate"):
        scene = Scene(cast_of(process), ON - A_DAY, decision)
        case = case_at(process, step.source, codes_of(step.requires), scene)
        if checked(case, process, step).allowed:
            open_to.add(decision)
    assert open_to == set(DECISIONS[process.key, step.trigger])


def test_every_step_that_asks_for_a_decision_is_in_the_table() -> None:
    """The steps that ask for EVA-12 are those of the specification."""
    asking = {
        (process.key, step.trigger)
        for process in PROCESSES
        for step in process.transitions
        if "EVA-12" in codes_of(step.requires)
    }
    assert asking == set(DECISIONS)


# --- a party that is taken in -------------------------------------------------------------------


TAKING_IN = [
    pytest.param(process, step, id=where(process, step))
    for process in PROCESSES
    for step in process.transitions
    if step.concerns == "party"
]


@pytest.mark.parametrize("named", [True, False], ids=["named", "not named"])
@pytest.mark.parametrize(("process", "step"), TAKING_IN)
def test_taking_in_a_party_asks_for_the_facts_of_that_party_only(
    process: gs.Process, step: gs.Transition, named: bool
) -> None:
    """A step that takes in a party looks at that party, and asks nothing of those who were there."""
    there = attrs.evolve(SHOP, id="andere-winkel", sectors=("sport",))
    before = [there if party == SHOP else party for party in cast_of(process)]
    case = on_its_track(process, step.source, *joins(*before), since=ON.replace(year=2021))
    case = _entered_again(case, process).record(*_coming(process, [*before, SHOP], ON - 30 * A_DAY))
    about = SHOP.id if named else None
    codes = codes_of(step.requirements)
    bare = checked(case, process, step, about)
    # No obligation yet: only an agreement that it accedes to asks for one.
    unasked = set() if process.subject == "agreement" else {"AGR-05"}
    assert unmet(bare) == set(codes_of(step.requires)) - unasked
    assert {id_of(f.about) for row in bare.unmet for f in row.findings} <= {SHOP.id, "retail"}
    scene = Scene((SHOP,), ON - A_DAY)
    facts = facts_of([code for code in codes if code != "PAR-02"], scene)
    full = case.record(*_in_the_text_that_stands(facts, case))
    check = checked(full, process, step, about)
    assert (unmet(check), advised(check)) == (set(), set())


def _coming(process: gs.Process, parties: list[gs.Party], on: date) -> Iterator[Fact]:
    """Yield that the last of these parties joins from a day, and becomes party to the agreement."""
    yield from joins(parties[-1], on=on)
    if process.subject == "agreement":
        yield gs.AgreementRevised(on, AGREEMENT, tuple(party.id for party in parties))


def _in_the_text_that_stands(facts: list[Fact], case: gs.Collaboration) -> list[Fact]:
    """Return the facts with the amendment of the agreement that stands in the place of a new one."""
    texts = case.agreements(on=ON)
    if not texts:
        return facts
    (text,) = texts
    return [
        gs.AgreementRevised(x.on, AGREEMENT, (*text.parties, *x.parties), (*text.obliged, *x.obliged))
        if isinstance(x, gs.AgreementDrafted)
        else x
        for x in facts
    ]


def _entered_again(case: gs.Collaboration, process: gs.Process) -> gs.Collaboration:
    """Return the case after a suspension: those who joined before are no newcomers to this visit."""
    track = track_of(process)
    away, back = ("report_stagnation", "reactivate") if process.key == "network" else ("suspend", "resume")
    case = case.advance(away, on=ON - 400 * A_DAY, track=track)
    step = process.transition(case.phase_of(track), back)
    assert step is not None
    scene = Scene(case.parties(on=ON), ON - 399 * A_DAY)
    signed = ["AGR-05"] if "PAR-21" in codes_of(step.requires) else []
    return case.record(*facts_of([*codes_of(step.requires), *signed], scene)).advance(
        back, on=ON - 398 * A_DAY, track=track
    )


# --- watching ---------------------------------------------------------------------------------


@pytest.mark.parametrize(("process", "phase", "code"), EVERY_WATCHED_RULE)
def test_a_watched_rule_is_found_without_its_facts(process: gs.Process, phase: gs.Phase, code: str) -> None:
    """While in a phase, a watched rule is found where its facts are missing, and no other is."""
    scene = Scene(cast_of(process), ON - A_DAY)
    codes = codes_of(phase.watches)
    lack = [code, *(ENTAILED.get(code, frozenset()) & set(codes))]
    rule = RULES[code]
    cases = list(lacking(process, phase.key, codes, code, scene))
    if len(lack) > 1:
        others = [x for x in codes if x == code or x not in lack]
        cases = [case_at(process, phase.key, others, scene, lacking=[code])]
    assert cases, rule
    for case in cases:
        found = case.monitor(on=ON, track=track_of(process)).found
        codes_found = {row.requirement.code for row in found}
        assert set(lack) <= codes_found <= set(lack) | ALSO_IMPOSSIBLE.get(code, frozenset())
        hard = code in process.hard
        own = next(row for row in found if row.requirement.code == code)
        assert own.status == ("unmet" if hard else "advised")


@pytest.mark.parametrize(
    ("process", "phase"),
    [
        pytest.param(process, phase, id=f"{process.key}.{phase.key}")
        for process in PROCESSES
        for phase in process.phases
        if phase.watches
    ],
)
def test_watching_is_silent_with_the_facts_of_its_rules(process: gs.Process, phase: gs.Phase) -> None:
    """While in a phase, nothing is found where the facts of all watched rules are on record."""
    case = case_at(process, phase.key, codes_of(phase.watches), Scene(cast_of(process), ON - A_DAY))
    assert case.monitor(on=ON, track=track_of(process)).found == ()
