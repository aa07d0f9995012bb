"""Laws of models: what cannot be simulated is refused at once, with every place; a template fills in."""

from __future__ import annotations

import math
import pickle
import re
from typing import Any

import attrs
import numpy as np
import pytest

import gezondsamen as gs
from gezondsamen.phases import pps
from gezondsamen.simulation import (
    Choice,
    Distribution,
    Effect,
    Empirical,
    Exponential,
    Fixed,
    Gamma,
    LogNormal,
    Model,
    Weibull,
)
from gezondsamen.simulation.examples import partnership
from tests.support.simulation.engines import simulated
from tests.support.simulation.models import LOOP, TRUST, loop, process, racing
from tests.support.simulation.refusals import only, problems

DWELL = {"form": Fixed(1), "work": Fixed(1), "review": Fixed(1)}
CHOICES = {
    "form": {"agree": 0.9, "give_up": 0.1},
    "work": {"look_back": 1.0},
    "review": {"go_on": 0.5, "finish": 0.5},
}
ALL = list(gs.PROCESSES.values())
each_process = pytest.mark.parametrize("of", ALL, ids=lambda x: x.key)
MARKED = process({"work": {"meet": "work", "finish": "done"}}, done="success")


def made(**changes: Any) -> Model:
    return Model(**{"process": LOOP, "dwell": DWELL, "choices": CHOICES, **changes})


def without(mapping: dict[str, Any], *keys: str) -> dict[str, Any]:
    return {key: value for key, value in mapping.items() if key not in keys}


BAD = {
    "chances that do not add up": (
        {"choices": {**CHOICES, "form": {"agree": 0.5, "give_up": 0.4}}},
        ("choices['form']", "bad-sum", "0.9"),
    ),
    "a chance above one": (
        {"choices": {**CHOICES, "form": {"agree": 1.5, "give_up": -0.5}}},
        ("choices['form']['agree']", "bad-chance", "1.5"),
        ("choices['form']['give_up']", "bad-chance", "-0.5"),
    ),
    "a chance that is no number": (
        {"choices": {**CHOICES, "form": {"agree": math.nan, "give_up": True}}},
        ("choices['form']['agree']", "bad-chance", "nan"),
        ("choices['form']['give_up']", "bad-chance", "True"),
    ),
    "no chance at all": (
        {"choices": {**CHOICES, "form": {}}},
        ("choices['form']", "bad-sum", "0"),
    ),
    "an unknown phase": (
        {"dwell": {**DWELL, "wrok": Fixed(1)}},
        ("dwell['wrok']", "unknown", "did you mean 'work'?"),
    ),
    "unknown phases everywhere": (
        {
            "dwell": {**DWELL, "forms": Fixed(1)},
            "choices": {**CHOICES, "reviews": {"x": 1}},
            "hazards": {"works": {}},
            "marks": {"wrk": {}},
            "start": "frm",
        },
        ("dwell['forms']", "unknown", "did you mean 'form'?"),
        ("choices['reviews']", "unknown", "did you mean 'review'?"),
        ("hazards['works']", "unknown", "did you mean 'work'?"),
        ("marks['wrk']", "unknown", "did you mean 'work'?"),
        ("start", "unknown", "did you mean 'form'?"),
    ),
    "an unknown step": (
        {"choices": {**CHOICES, "form": {"agre": 0.9, "give_up": 0.1}}},
        ("choices['form']['agre']", "unknown", "did you mean 'agree'?"),
    ),
    "a step of another phase": (
        {"choices": {**CHOICES, "form": {"finish": 0.9, "give_up": 0.1}}},
        ("choices['form']['finish']", "unknown", "agree, give_up"),
    ),
    "a dwell and hazards": (
        {"hazards": {"form": {"agree": Fixed(1)}}},
        ("hazards['form']", "two-ways", "never both"),
    ),
    "a choice and hazards": (
        {"dwell": without(DWELL, "form"), "hazards": {"form": {"agree": Fixed(1)}}},
        ("hazards['form']", "two-ways", "never both"),
    ),
    "hazards of nothing": (
        {"dwell": without(DWELL, "form"), "choices": without(CHOICES, "form"), "hazards": {"form": {}}},
        ("hazards['form']", "missing", "at least one"),
    ),
    "an unknown hazard": (
        {
            "dwell": without(DWELL, "form"),
            "choices": without(CHOICES, "form"),
            "hazards": {"form": {"agree": Fixed(1), "giveup": 2.0}},
        },
        ("hazards['form']['giveup']", "unknown", "did you mean 'give_up'?"),
        ("hazards['form']['giveup']", "bad-distribution", "2.0"),
    ),
    "a number for a distribution": (
        {"dwell": {**DWELL, "form": 0.5}},
        ("dwell['form']", "bad-distribution", "0.5"),
    ),
    "a dwell in an end": (
        {"dwell": {**DWELL, "done": Fixed(1)}},
        ("dwell['done']", "no-way-out", "no dwell"),
    ),
    "a choice without a dwell": (
        {"dwell": without(DWELL, "form")},
        ("dwell['form']", "missing", "give one"),
    ),
    "all that is missing": (
        {"dwell": {"form": Fixed(1), "review": Fixed(1)}, "choices": without(CHOICES, "review", "work")},
        ("dwell['work']", "missing", "come into this phase"),
        ("choices['review']", "missing", "go_on, talk_again, finish"),
    ),
    "nothing given": (
        {"dwell": {}, "choices": {}},
        *((f"dwell['{phase}']", "missing", "come into this phase") for phase in DWELL),
    ),
    "a missing choice": (
        {"choices": without(CHOICES, "review")},
        ("choices['review']", "missing", "go_on, talk_again, finish"),
    ),
    "an effect on an unknown phase": (
        {"effects": [Effect("x", "frm", time_ratio=2)]},
        ("effects[0]", "unknown", "did you mean 'form'?"),
    ),
    "an effect on an unknown step": (
        {
            "effects": [
                Effect("x", "form", time_ratio=2),
                Effect("x", "form", "agre", odds_ratio=2),
                Effect("x", "form", "agree", time_ratio=2),
                Effect("x", "form", "finish", hazard_ratio=2),
            ]
        },
        ("effects[1]", "unknown", "no step in a choice of this phase 'agre'; did you mean 'agree'?"),
        ("effects[2]", "unknown", "no competing step in this phase 'agree'; choose from none"),
        ("effects[3]", "unknown", "no step that the model takes out of this phase 'finish'"),
    ),
    "an effect on the time of an end": (
        {"effects": [Effect("x", "done", hazard_ratio=2)]},
        ("effects[0]", "no-time", "'done'"),
    ),
    "a ratio of zero": (
        {"effects": [Effect("x", "form", time_ratio=0), Effect("x", "form", hazard_ratio=1, at=math.inf)]},
        ("effects[0]", "bad-number", "ratio above zero, not 0"),
        ("effects[1]", "bad-number", "'at', not inf"),
    ),
    "a mark on a step that leaves": (
        {"marks": {"form": {"agree": 1.0}}},
        ("marks['form']['agree']", "unknown", "choose from none"),
    ),
    "a negative time spent": ({"spent": -1}, ("spent", "bad-number", "-1")),
    "an endless time spent": ({"spent": math.inf}, ("spent", "bad-number", "inf")),
    "a time spent that is no number": ({"spent": True}, ("spent", "bad-number", "True")),
    "a start at the end": ({"start": "done"}, ("start", "final-start", "final")),
    "a loop that stands still": (
        {"dwell": {**DWELL, "work": Fixed(0), "review": Fixed(0)}},
        ("dwell['review']", "standstill", "leads back"),
        ("dwell['work']", "standstill", "leads back"),
    ),
    "a loop that stands still where times compete": (
        {
            "dwell": {"form": Fixed(1), "work": Fixed(0)},
            "choices": without(CHOICES, "review"),
            "hazards": {"review": {"go_on": Fixed(0), "finish": Fixed(0)}},
        },
        ("hazards['review']", "standstill", "leads back"),
        ("dwell['work']", "standstill", "leads back"),
    ),
}


@pytest.mark.parametrize("case", BAD.values(), ids=BAD.keys())
def test_a_bad_model_is_refused_with_its_places(case: Any) -> None:
    """Each thing that is wrong is one problem, at its place, with what would be right."""
    changes, *expected = case
    found = problems(made, **changes)
    assert [(where, code) for where, code, _ in found] == [(where, code) for where, code, _ in expected]
    for (_, _, message), (_, _, says) in zip(found, expected, strict=True):
        assert says in message


def test_a_model_of_a_large_process_says_all_that_is_missing() -> None:
    """Where one chance leads on, every phase that cases come into is named at once."""
    chances = {**partnership().choices, "management": {"open_evaluation": 0.9, "suspend": 0.1}}
    found = problems(Model, gs.PPS, {"initiative": Fixed(1)}, choices=chances)
    timed = {*partnership().dwell, "management"}
    running = [phase.key for phase in gs.PPS.phases if phase.key in timed]
    assert [where for where, _, _ in found] == [f"dwell['{phase}']" for phase in running[1:]]


def test_a_mean_below_zero_is_refused_where_it_is_written() -> None:
    """A distribution cannot be made with a negative mean, so that no model has one."""
    with pytest.raises(ValueError, match=r"^mean must be a number above zero, not -0\.5"):
        Model(LOOP, {"form": Gamma(mean=-0.5)})


def test_a_pass_without_time_is_no_standstill() -> None:
    """A phase that takes no time is fine where every way back takes some; so is one after the other."""
    assert made(dwell={**DWELL, "form": Fixed(0), "work": Fixed(0)}).dwell["form"].mean == 0
    won = {"finish": Fixed(0), "go_on": Fixed(1)}
    ending = made(
        dwell={"form": Fixed(0), "work": Fixed(0)},
        choices=without(CHOICES, "review"),
        hazards={"review": won},
    )
    assert simulated(ending).mean_time() == (0.0, 0.0)


def test_a_way_that_is_never_taken_needs_no_times() -> None:
    """A phase into which no case comes may be left out; a chance of zero is no way."""
    model = Model(
        LOOP,
        {"form": Fixed(1)},
        {"form": {"agree": 0.0, "give_up": 1.0}},
    )
    assert model.reached() == ("form", "stopped")
    assert simulated(model).outcomes()["phase"].tolist() == ["stopped"]


@pytest.mark.parametrize(
    ("marks", "where", "says"),
    [
        ({"work": {"met": 1.0}}, "marks['work']['met']", "did you mean 'meet'?"),
        ({"work": {"finish": 1.0}}, "marks['work']['finish']", "meet"),
        ({"work": {"meet": -1.0}}, "marks['work']['meet']", "-1.0"),
        ({"work": {"meet": math.nan}}, "marks['work']['meet']", "nan"),
    ],
)
def test_marks_are_rates_of_steps_that_stay(marks: dict[str, Any], where: str, says: str) -> None:
    """A mark on another step, and a rate that is none, are refused at their place."""
    place, _, message = only(Model, MARKED, {"work": Fixed(1)}, marks=marks)
    assert place == where
    assert says in message


@pytest.mark.parametrize(
    ("held", "where", "says"),
    [
        ({"progress_tlak": 0.5}, "held['progress_tlak']", "did you mean 'progress_talk'?"),
        ({"progress_talk": 1.1}, "held['progress_talk']", "1.1"),
        ({"progress_talk": -0.1}, "held['progress_talk']", "-0.1"),
        ({"progress_talk": math.nan}, "held['progress_talk']", "nan"),
        ({"progress_talk": "often"}, "held['progress_talk']", "often"),
    ],
)
def test_held_says_chances_of_points_of_the_process(held: dict[str, Any], where: str, says: str) -> None:
    """An unknown evaluation point and a chance outside 0 to 1 are refused at their place."""
    place, _, message = only(partnership().with_changes, held=held)
    assert place == where
    assert says in message


def test_a_scenario_lays_its_changes_over() -> None:
    """Mappings are merged per phase, other fields replaced, and the model it came from stays."""
    model = loop()
    changed = model.with_changes(dwell={"work": Fixed(2)}, spent=0.1)
    assert changed.dwell == {**model.dwell, "work": Fixed(2)}
    assert changed.spent == 0.1
    assert changed.choices == model.choices
    assert model == loop()
    assert changed.with_changes(dwell={"work": model.dwell["work"]}, spent=0.0) == model


def test_plain_mappings_make_choices() -> None:
    """A mapping of chances is a choice; the mapping that was given may change afterwards."""
    chances = {"agree": 0.9, "give_up": 0.1}
    model = made(choices={**CHOICES, "form": chances})
    chances["agree"] = 5.0
    assert model.choices["form"] == Choice({"agree": 0.9, "give_up": 0.1})


@pytest.mark.parametrize("model", [loop(*TRUST), racing(), partnership()], ids=["loop", "racing", "pps"])
def test_a_model_travels(model: Model) -> None:
    """A model survives pickling, equal."""
    assert pickle.loads(pickle.dumps(model)) == model


def filled_in(text: str) -> str:
    """Fill in a template mechanically: chances that are alike, times of one year, one mark a year."""
    lines = []
    for line in text.splitlines():
        chances = "Choice(" in line
        many = line.count("...")
        lines.append(re.sub(r"\.\.\.", repr(1 / many) if chances else "1.0", line))
    return "\n".join(lines)


NAMES = {
    kind.__name__: kind
    for kind in (
        Choice,
        Distribution,
        Effect,
        Empirical,
        Exponential,
        Fixed,
        Gamma,
        LogNormal,
        Model,
        Weibull,
    )
}


@each_process
def test_a_template_filled_in_is_a_model(of: gs.Process) -> None:
    """The template of every process, filled in with numbers, is a model of it that runs.

    It speaks of every phase that something leads out of, but for those in which work rests that only
    exceptional steps lead to.
    """
    text = Model.template(of)
    assert "..." in text
    model = eval(filled_in(text), {**NAMES, **{x.key.upper(): x for x in ALL}})
    assert model.process == of
    leaving = {step.source for step in of.transitions if not step.is_loop}
    led_to = {step.target for step in of.transitions if not step.exceptional}
    resting = {phase.key for phase in of.phases if phase.kind == "suspended"}
    assert model.dwell.keys() == leaving - (resting - led_to)
    assert {t for rates in model.marks.values() for t in rates} == {
        step.trigger for step in of.transitions if step.is_loop
    }
    result = simulated(model, cases=50, horizon=100.0)
    assert np.isfinite(result.columns()["left"]).all()


@each_process
def test_a_template_names_the_constant_of_its_process(of: gs.Process) -> None:
    """The name in a template is one that the package exports."""
    (name,) = re.findall(r"^    ([A-Z_]+),$", Model.template(of), re.MULTILINE)
    assert getattr(gs, name) == of


def test_the_example_is_of_the_partnership() -> None:
    """The made-up example goes through all seven stages, and is a plain value."""
    model = partnership()
    assert model.process == gs.PPS
    assert model == attrs.evolve(model)
    assert pps.MANAGEMENT in model.reached()
    stages = {gs.PPS.phase(key).stage for key in model.reached()}
    assert set(range(1, 8)) <= stages
