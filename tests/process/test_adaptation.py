"""Adapting: a process of one's own from another, and what differs."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import attrs
import pytest

import gezondsamen as gs
from gezondsamen.process import conditions as c
from gezondsamen.process.adaptation import Difference
from tests.support.builders import (
    DAY,
    PROCESSES,
    adopted,
    codes,
    joined,
    label,
    row,
    rule,
    said,
    started,
    tiny,
)

OWN = rule(c.OnRecord("purpose"))


def adapt(**changes: Any) -> gs.Process:
    return gs.PPS.adapt(key="own", **changes)


def problems(**changes: Any) -> list[tuple[str, str]]:
    with pytest.raises(gs.InvalidProcess) as caught:
        adapt(**changes)
    return [(problem.code, problem.where) for problem in caught.value.problems]


def what(difference: Difference) -> tuple[str, str]:
    return difference.kind, difference.where


@pytest.mark.parametrize("process", PROCESSES, ids=lambda p: p.key)
def test_adapting_nothing_changes_nothing(process: gs.Process) -> None:
    """A process under another name, with no other change, differs in nothing but name and origin."""
    own = process.adapt(key="own")
    assert own.diff(process) == ()
    assert own.based_on == process.key
    assert own == attrs.evolve(process, key="own", based_on=process.key)
    assert (own.phases, own.transitions) == (process.phases, process.transitions)
    assert own.fingerprint == process.fingerprint
    assert own != process


def test_a_new_name_is_mandatory() -> None:
    """An adapted process has a key, and not that of its origin."""
    with pytest.raises(gs.InvalidProcess, match="a key of its own"):
        gs.PPS.adapt(key="pps")
    with pytest.raises(TypeError):
        gs.PPS.adapt()  # type: ignore[call-arg]


def test_a_limit_is_set_wherever_it_stands() -> None:
    """One name serves the rule and the evaluation point that share it, and is our own choice then."""
    months = gs.Every(months=6)
    own = adapt(limits={"private_partners": 15, "progress_interval": months})
    assert own.limits["private_partners"].value == 15
    assert own.limits["progress_interval"].basis is gs.Basis.CHOICE
    shared = [rule for rule in own.phase("management").watches if rule.code == "EVA-03"]
    points = [p for p in own.evaluation_points if p.key == "progress_talk"]
    assert {limit.value for limit in c.limits_in((shared[0].conditions, *points))} == {months}
    assert own.diff(gs.PPS) == (
        Difference("limit", "private_partners", 10, 15),
        Difference("limit", "progress_interval", gs.Every(months=3), months),
    )
    assert str(own.diff(gs.PPS)[0]) == "limit private_partners: 10 became 15"


def test_a_limit_decides() -> None:
    """Fifteen private partners where ten is the limit is a point of attention, until it is fifteen."""
    shops = [joined(f"winkel-{n}", "retailer") for n in range(15)]
    facts = (joined("gemeente"), *shops)
    assert row(adopted(gs.PPS, "management", *facts).monitor(on=DAY), "PAR-02").status == "advised"
    wider = adapt(limits={"private_partners": 15})
    assert row(adopted(wider, "management", *facts).monitor(on=DAY), "PAR-02").status == "met"


def test_a_dropped_rule_is_gone_everywhere() -> None:
    """A rule that is dropped stands in no slot, is planned by no point, and nothing else differs."""
    own = adapt(drop=("COM-01", "KEN-01"))
    assert not {"COM-01", "KEN-01"} & own.requirements.keys()
    assert {what(d) for d in own.diff(gs.PPS)} == {
        ("rule", "partner_selection.choose_partners requires KEN-01"),
        ("rule", "negotiation.reach_accord requires KEN-01"),
        ("rule", "structure.conclude_agreement requires KEN-01"),
        ("rule", "management.add_partner requires KEN-01"),
        ("rule", "management watches KEN-01"),
        ("rule", "evaluation.continue requires KEN-01"),
        ("rule", "termination_assessment.continue_after_all requires KEN-01"),
        ("rule", "suspended.resume requires KEN-01"),
        ("evaluation_point", "partner_contact"),
        ("rule", "management watches COM-01"),
        ("limit", "interaction_interval"),
    }
    assert all(str(d).endswith("left out") for d in own.diff(gs.PPS))


def test_one_code_is_as_good_as_a_tuple() -> None:
    """A single code may be given bare, to drop as to soften."""
    assert adapt(soften="KEN-04") == adapt(soften=("KEN-04",))
    assert adapt(drop="KEN-04") == adapt(drop=("KEN-04",))


def test_a_softened_rule_warns() -> None:
    """A rule that is softened no longer blocks and is still shown."""
    own = adapt(soften=("KEN-04",))
    check = started(own).check("start", on=DAY)
    assert check.allowed
    assert codes(check.advised) == {"KEN-04"}
    assert {(what(d), d.before is None) for d in own.diff(gs.PPS)} == {
        (("rule", "initiative.start requires KEN-04"), False),
        (("rule", "initiative.start advises KEN-04"), True),
    }


@pytest.mark.parametrize("process", PROCESSES, ids=lambda p: p.key)
def test_all_but_law_is_the_advisory_mode(process: gs.Process) -> None:
    """With every rule softened that no statute asks, only what a statute asks holds up a step."""
    own = process.adapt(key="own", soften=gs.ALL_BUT_LAW)
    for phase in own.phases:
        for trigger, check in adopted(own, phase.key).options(on=DAY).items():
            assert all(row.requirement.basis is gs.Basis.LAW for row in check.unmet), trigger
    assert own.requirements.keys() == process.requirements.keys()


def test_what_a_statute_asks_stays() -> None:
    """A statutory rule is neither softened nor dropped, and stays hard in the advisory mode."""
    lawful = tiny(rule(c.OnRecord("purpose"), basis="law"))
    assert lawful.adapt(key="own", soften=gs.ALL_BUT_LAW).hard == {"OWN-01"}
    changes: tuple[dict[str, Any], ...] = ({"soften": "OWN-01"}, {"drop": ("OWN-01",)})
    for change in changes:
        with pytest.raises(gs.InvalidProcess, match="statute"):
            lawful.adapt(key="own", **change)


READ: Final = gs.Citation(gs.Work("act", "Act", read=date(2026, 1, 31)), "article 1")


def _reading(**changes: Any) -> gs.Requirement:
    lawful = attrs.evolve(rule(c.OnRecord("purpose"), basis="law"), citation=READ)
    return attrs.evolve(lawful, **changes)


def test_a_rule_is_replaced_wherever_it_stands() -> None:
    """Another reading of a rule takes its place in every step and phase, and `diff` names each place."""
    new = attrs.evolve(gs.PPS.requirements["KEN-01"], conditions=(c.OnRecord("purpose"),))
    own = adapt(replace={"KEN-01": new})
    where = {f"{place} KEN-01" for place, rules in gs.PPS.slots() if "KEN-01" in {r.code for r in rules}}
    assert len(where) > 1
    assert {what(d) for d in own.diff(gs.PPS)} == {("rule", place) for place in where}
    assert all(str(d).endswith("changed") for d in own.diff(gs.PPS))
    assert own.requirements["KEN-01"] == new
    assert own.rules_fingerprint != gs.PPS.rules_fingerprint
    assert gs.loads(gs.dumps(own)) == own


def test_a_law_is_replaced_by_a_newer_reading() -> None:
    """A statutory rule gives way to a reading of the law that is cited, dated and not older."""
    lawful = tiny(_reading())
    newer = attrs.evolve(READ, read=date(2027, 1, 1))
    asks = (c.OnRecord("rationale"),)
    own = lawful.adapt(key="own", replace={"OWN-01": _reading(conditions=asks, citation=newer)})
    assert own.requirements["OWN-01"].conditions == asks
    assert own.adapt(key="advisory", soften=gs.ALL_BUT_LAW).hard == {"OWN-01"}


def test_a_law_may_be_read_twice_on_a_day() -> None:
    """A reading of the same day, or of any day where the old one has none, is not older."""
    other = gs.Citation(gs.Work("act", "Act", read=date(2026, 1, 31)), "article 2")
    undated = gs.Citation(gs.Work("act", "Act"), "article 1")
    for old in (READ, undated):
        lawful = tiny(_reading(citation=old))
        own = lawful.adapt(key="own", replace={"OWN-01": _reading(citation=other)})
        assert own.requirements["OWN-01"].citation == other


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"citation": attrs.evolve(READ, read=date(2025, 1, 1))},
        {"citation": gs.Citation(gs.Work("act", "Act"), "article 2")},
        {"basis": gs.Basis.SOURCE, "citation": attrs.evolve(READ, read=date(2027, 1, 1))},
    ],
    ids=["same", "older", "undated", "no law"],
)
def test_a_law_is_replaced_by_nothing_less(change: dict[str, Any]) -> None:
    """The same reading, an older or undated one, or one that is no law, does not replace a law."""
    with pytest.raises(gs.InvalidProcess) as caught:
        tiny(_reading()).adapt(key="own", replace={"OWN-01": _reading(**change)})
    assert [x.code for x in caught.value.problems] == ["no-newer-reading"]


def test_what_replaces_a_rule_is_a_rule_of_that_code() -> None:
    """Only a rule of the process is replaced, by a requirement that bears its code."""
    assert problems(replace={"OWN-01": OWN}) == [("unknown-rule", "OWN-01")]
    assert problems(replace={"KEN-01": OWN}) == [("other-code", "KEN-01")]
    assert problems(replace={"KEN-01": "KEN-01"}) == [("wrong-type", "KEN-01")]


def test_a_rule_more() -> None:
    """A rule can be added to every step of a trigger."""
    own = adapt(require={"break_off": (OWN,)})
    assert all(str(d) == f"rule {d.where}: added" for d in own.diff(gs.PPS))
    assert {what(d) for d in own.diff(gs.PPS)} == {
        ("rule", f"{phase}.break_off requires OWN-01")
        for phase in ("partner_selection", "negotiation", "structure")
    }
    assert codes(adopted(own, "structure").check("break_off", on=DAY).unmet) == {"OWN-01"}


def test_words_of_ones_own() -> None:
    """A term that is added can be asked for and recorded, and shows as the one difference."""
    smog = gs.Term("smog", label("smog"))
    own = adapt(terms=(smog,), require={"start": (rule(c.Measured(smog, at_most=40)),)})
    assert what(own.diff(gs.PPS)[-1]) == ("term", "topic.smog")
    case = started(own, *said("purpose", "rationale"))
    assert not case.record(gs.Quantified(DAY, smog, 41)).check("start", on=DAY).allowed
    assert case.record(gs.Quantified(DAY, smog, 40)).check("start", on=DAY).allowed


def test_other_labels() -> None:
    """Phases and triggers can be called otherwise, and their keys stay."""
    own = adapt(labels={"management": label("uitvoering"), "start": label("begin")}, label=label("PPS!"))
    assert own.phase("management").label == label("uitvoering")
    assert own.label == label("PPS!")
    assert {what(d) for d in own.diff(gs.PPS)} == {
        ("phase", "management"),
        ("transition", "initiative.start"),
    }
    assert own.fingerprint == gs.PPS.fingerprint


def test_what_the_process_does_not_have_is_named_with_what_was_meant() -> None:
    """Unknown rules, limits, triggers and labels are all reported at once, with the nearest name."""
    with pytest.raises(gs.InvalidProcess) as caught:
        adapt(
            limits={"private_partner": 3},
            drop=("PAR-20",),
            soften=("KEN-10",),
            require={"strat": (OWN,)},
            labels={"managment": label()},
        )
    text = str(caught.value)
    assert [(p.code, p.where) for p in caught.value.problems] == [
        ("unknown-limit", "private_partner"),
        ("unknown-rule", "PAR-20"),
        ("unknown-rule", "KEN-10"),
        ("unknown-trigger", "strat"),
        ("unknown-phase-or-trigger", "managment"),
    ]
    assert "did you mean 'private_partners'" in text
    assert "did you mean 'start'" in text
    assert "did you mean 'management'" in text


def test_a_limit_keeps_its_kind() -> None:
    """A number stays a number and a period a period."""
    assert problems(limits={"private_partners": gs.Every(months=3)}) == [("limit", "private_partners")]
    assert problems(limits={"progress_interval": 3}) == [("limit", "progress_interval")]
    assert problems(limits={"private_partners": True}) == [("limit", "private_partners")]


def test_names_are_texts() -> None:
    """A rule, limit or trigger that is named by anything but a text is refused, by what it is."""
    changes: tuple[dict[str, Any], ...] = (
        {"drop": (3,)},
        {"soften": (3,)},
        {"limits": {3: 3}},
        {"labels": {3: label()}},
    )
    for change in changes:
        assert problems(**change) == [("wrong-type", "3")]


def test_the_result_obeys_the_laws() -> None:
    """What an adaptation makes is a process, or it is refused."""
    assert problems(terms=(gs.Term("purpose", label()),)) == [("term-twice", "purpose")]
    clash = gs.PPS.requirements["KEN-04"].asking(c.OnRecord("purpose"))
    assert ("rule-twice", "initiative.start requires") in problems(require={"start": (clash,)})


def test_an_adaptation_can_be_adapted() -> None:
    """Changes add up, and each process knows the one it was made from."""
    own = adapt(drop=("KEN-04",)).adapt(key="own-2", soften=("KEN-01",))
    assert own.based_on == "own"
    assert "KEN-04" not in own.requirements
    assert "KEN-01" not in own.hard


def test_diff_sees_every_field_of_a_step() -> None:
    """Two processes of which one takes a step only in bad weather are not without differences."""
    plain = tiny()
    work, done = plain.phases[1:]
    bad = work.to(done, "finish", label=label("maak af"), exceptional=True)
    other = tiny(transitions=(*plain.transitions[:2], bad))
    assert {what(d) for d in other.diff(plain)} == {("transition", "work.finish")}


def test_the_next_version_keeps_its_key() -> None:
    """A process goes on under its own key with a higher version, and stays based on what it was based on."""
    ours = gs.PPS.adapt(key="ours")
    after = ours.adapt(key="ours", version=2, limits={"private_partners": 15})
    assert (after.key, after.version, after.based_on) == ("ours", 2, "pps")
    assert gs.PPS.adapt(key="ours", version=5).version == 5
    for version in (None, 1, 0):
        with pytest.raises(gs.InvalidProcess):
            ours.adapt(key="ours", version=version)
