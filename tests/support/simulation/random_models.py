"""Random models: every way to leave a phase, every distribution, effects, time spent, any start."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from gezondsamen.simulation import (
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
from tests.support.simulation.models import process

means = st.floats(0.1, 3)
smooth = st.one_of(
    st.builds(Exponential, means),
    st.builds(Gamma, means, st.floats(0.2, 2)),
    st.builds(LogNormal, means, st.floats(0.2, 2)),
    st.builds(Weibull, means, st.floats(0.7, 4)),
)
stepped = st.one_of(st.builds(Fixed, means), st.builds(Empirical, st.lists(means, min_size=1, max_size=5)))
clocks = st.one_of(smooth, smooth, stepped)
ratios = st.floats(0.3, 3)
near = st.floats(0.6, 1.7)
"""Hazard ratios: several of one phase, each twice over, still leave a rate to calculate with."""


@st.composite
def _rate(draw: st.DrawFn, covariate: str, phase: str, trigger: str | None = None) -> Effect:
    """Draw an effect on the times of a phase, or of one of its competing steps."""
    if draw(st.booleans()):
        return Effect(covariate, phase, trigger, time_ratio=draw(ratios))
    return Effect(covariate, phase, trigger, hazard_ratio=draw(near))


@st.composite
def models(draw: st.DrawFn) -> Model:
    """Draw a process of a few phases in a row with other ways between them, and all it needs."""
    names = [f"p{n}" for n in range(draw(st.integers(1, 5)))]
    steps: dict[str, dict[str, str]] = {}
    for name, after in zip(names, [*names[1:], "done"], strict=True):
        others = [x for x in (*names, "done", "stopped") if x != name]
        more = draw(st.lists(st.sampled_from(others), max_size=3))
        steps[name] = {"on": after, **{f"{name}_{n}": target for n, target in enumerate(more)}}
    dwell: dict[str, Distribution] = {}
    choices: dict[str, dict[str, float]] = {}
    hazards: dict[str, dict[str, Distribution]] = {}
    effects: list[Effect] = []
    quick = draw(st.sampled_from([None, *names]))
    for name, ways in steps.items():
        if draw(st.booleans()):
            taken = ["on", *draw(st.sets(st.sampled_from([*ways])))]
            hazards[name] = {trigger: draw(clocks) for trigger in ways if trigger in taken}
            if draw(st.booleans()):
                effects.append(draw(_rate("a", name, "on")))
        else:
            dwell[name] = Fixed(0) if name == quick else draw(clocks)
            weights = [draw(st.integers(0, 5)) + (trigger == "on") for trigger in ways]
            if len(ways) > 1 or draw(st.booleans()):
                choices[name] = {x: w / sum(weights) for x, w in zip(ways, weights, strict=True)}
                if draw(st.booleans()):
                    trigger = draw(st.sampled_from([*ways]))
                    effects.append(Effect("b", name, trigger, odds_ratio=draw(ratios), at=draw(ratios)))
        if draw(st.booleans()):
            effects.append(draw(_rate(draw(st.sampled_from("ab")), name)))
        if name in choices and draw(st.booleans()):
            effects.append(Effect("b", name, "on", hazard_ratio=draw(near)))
    start = draw(st.sampled_from(names))
    first = [dwell[start]] if start in dwell else [*hazards[start].values()]
    may_wait = not any(isinstance(clock, Fixed | Empirical) for clock in first)
    return Model(
        process(steps, done="success", stopped="early"),
        dwell,
        choices,
        tuple(effects),
        hazards=hazards,
        start=start,
        spent=draw(st.sampled_from([0.0, 0.3])) if may_wait else 0.0,
    )


@st.composite
def calls(draw: st.DrawFn, model: Model) -> dict[str, Any]:
    """Draw what else a simulation needs: which cases, how long, and a number or a column per covariate."""
    count = draw(st.integers(1, 60))
    begin = draw(st.sampled_from([0, 17, 2**32 - 20]))
    values = st.floats(-1, 2)
    names = sorted({effect.covariate for effect in model.effects})
    column = st.lists(values, min_size=count, max_size=count)
    begun: dict[str, Any] = {}
    if draw(st.booleans()):
        starts = st.sampled_from([x for x in model.reached() if model.process.phase(x).kind != "final"])
        begun["start"] = draw(st.lists(starts, min_size=count, max_size=count))
    stepped_first = any(
        isinstance(clock, Fixed | Empirical)
        for start in begun.get("start", [model.start])
        for clock in model.clocks(start)
    )
    if stepped_first:
        begun["spent"] = [0.0] * count
    elif draw(st.booleans()):
        begun["spent"] = draw(st.lists(st.floats(0, 0.4), min_size=count, max_size=count))
    return {
        **begun,
        "cases": range(begin, begin + count),
        "horizon": draw(st.sampled_from([0.2, 3.0, 10.0])),
        "seed": draw(st.integers(0, 2**64 - 1)),
        "covariates": {name: draw(st.one_of(values, column)) for name in names},
    }
