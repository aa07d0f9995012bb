"""Laws of models as documents: what is written is read back equal, and nothing else is read."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from scipy import stats

import gezondsamen as gs
from gezondsamen.simulation import (
    Empirical,
    Exponential,
    Fixed,
    Gamma,
    InvalidModel,
    LogNormal,
    Mixture,
    Model,
    Scipy,
    Shifted,
    Weibull,
    dumps,
    loads,
    simulate,
)
from gezondsamen.simulation.examples import partnership
from gezondsamen.simulation.model.distributions import Distribution
from gezondsamen.simulation.model.documents import digest
from tests.support.profiles import examples
from tests.support.simulation import models as m
from tests.support.simulation.engines import every_byte
from tests.support.simulation.random_models import models

CLOCKS: tuple[Distribution, ...] = (
    Fixed(1),
    Gamma(0.8, 0.5),
    Exponential(2.0),
    Weibull(1.2, 1.8),
    LogNormal(0.5, 0.8),
    Empirical([1, 2.5]),
    Scipy(stats.invgauss(0.5, scale=2.0)),
    Scipy(stats.gengamma(2.0, c=1.5, scale=0.7)),
    Shifted(Gamma(0.8), by=gs.Every(months=3)),
    Mixture([(0.25, Shifted(Weibull(1.0, 2.0), by=1)), (0.75, Scipy(stats.expon(scale=0.5)))]),
)


@settings(max_examples=examples(40))
@given(model=models())
def test_a_model_comes_back_equal(model: Model) -> None:
    """Of any model the text gives back an equal one, with the same digest."""
    again = loads(dumps(model), processes={model.process.key: model.process})
    assert again == model
    assert digest(again) == digest(model)


@pytest.mark.parametrize("clock", CLOCKS, ids=lambda x: type(x).__name__)
def test_every_distribution_has_a_name(clock: Distribution) -> None:
    """A distribution comes back equal, whatever it is made of."""
    model = m.single(clock)
    assert loads(dumps(model), processes={"small": model.process}) == model


def test_the_models_of_the_library_find_their_process() -> None:
    """Without processes those of the library are meant, and the manifest gives the model back."""
    model = partnership().with_changes(effects=[], held={"progress_talk": 0.5})
    assert loads(dumps(model)) == model
    result = simulate(model, cases=50, horizon=5, seed=3)
    again = loads(result.manifest["assumptions"])
    assert again == model
    assert result.manifest["model"] == digest(model)
    assert every_byte(simulate(again, cases=50, horizon=5, seed=3)) == every_byte(result)


def test_a_distribution_of_ones_own_cannot_be_written() -> None:
    """A class that the library does not know has no name; it is simulated all the same."""

    class Own(Exponential):
        pass

    model = m.single(Own(1.0))
    with pytest.raises(InvalidModel, match="no name in a document"):
        dumps(model)
    assert simulate(model, cases=5, horizon=5, seed=3).manifest["assumptions"] is None


def changed(*path: Any, to: Any = None, drop: bool = False) -> str:
    """Return the document of a model with one place changed."""
    document: Any = json.loads(dumps(m.loop(*m.TRUST)))
    at = document
    for key in path[:-1]:
        at = at[key]
    if drop:
        del at[path[-1]]
    else:
        at[path[-1]] = to
    return json.dumps(document)


FAULTS: dict[str, tuple[str, str, str]] = {
    "no json": ("{", "$", "not-json"),
    "a key twice": ('{"a": 1, "a": 2}', "$", "not-json"),
    "no number": ('{"a": NaN}', "$", "not-json"),
    "a list": ("[]", "$", "wrong-type"),
    "another kind": (changed("gezondsamen", to="Case"), "$.gezondsamen", "other-kind"),
    "a newer format": (changed("format", to=2), "$.format", "no-format"),
    "a format that is true": (changed("format", to=True), "$.format", "no-format"),
    "an unknown key": (changed("dwel", to={}), "$.dwel", "unknown-key"),
    "a missing key": (changed("start", drop=True), "$", "missing-key"),
    "an unknown process": (changed("process", "key", to="pps"), "$.process.key", "unknown-process"),
    "a number as text": (changed("spent", to="0"), "$.spent", "wrong-type"),
    "a truth as number": (changed("dwell", "form", "mean", to=True), "$.dwell.form.mean", "wrong-type"),
    "a mean below zero": (changed("dwell", "form", "mean", to=-1), "$.dwell.form", "wrong-value"),
    "no mean": (changed("dwell", "form", "mean", drop=True), "$.dwell.form", "missing-key"),
    "an unknown distribution": (changed("dwell", "form", "kind", to="gama"), "$.dwell.form", "unknown-tag"),
    "dwell as a list": (changed("dwell", to=[]), "$.dwell", "wrong-type"),
    "effects as an object": (changed("effects", to={}), "$.effects", "wrong-type"),
    "an effect with another key": (changed("effects", 0, "ratio", to=2), "$.effects[0].ratio", "unknown-key"),
    "a step that is no text": (changed("effects", 1, "trigger", to=2), "$.effects[1].trigger", "wrong-type"),
    "no family": (
        changed("dwell", "form", to={"kind": "scipy", "name": "os", "parameters": {}}),
        "$.dwell.form",
        "wrong-value",
    ),
    "another parameter": (
        changed("dwell", "form", to={"kind": "scipy", "name": "expon", "parameters": {"shape": 1}}),
        "$.dwell.form",
        "wrong-value",
    ),
    "a part without weight": (
        changed("dwell", "form", to={"kind": "mixture", "parts": [{"kind": "fixed", "mean": 1}]}),
        "$.dwell.form.parts[0]",
        "wrong-type",
    ),
}


@pytest.mark.parametrize(("text", "path", "code"), FAULTS.values(), ids=FAULTS)
def test_what_is_no_model_is_refused(text: str, path: str, code: str) -> None:
    """A fault is told at its path, and nothing is half loaded."""
    with pytest.raises(gs.DocumentError) as caught:
        loads(text, processes={"small": m.LOOP})
    assert (path, code) in [(fault.path, fault.code) for fault in caught.value.problems]


def test_faults_of_a_distribution_come_in_the_order_of_its_fields() -> None:
    """What is told does not depend on how a run of Python orders its sets."""
    wrong = {"kind": "gamma", "mean": "", "cv": ""}
    with pytest.raises(gs.DocumentError) as caught:
        loads(changed("dwell", "form", to=wrong), processes={"small": m.LOOP})
    expected = ["$.dwell.form.mean", "$.dwell.form.cv"]
    assert [fault.path for fault in caught.value.problems] == expected


def test_assumptions_that_do_not_hold_are_those_of_a_model() -> None:
    """What a model refuses, its document cannot bring in."""
    with pytest.raises(InvalidModel, match="add up"):
        loads(changed("choices", "form", "agree", to=0.5), processes={"small": m.LOOP})
