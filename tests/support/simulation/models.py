"""Small models that tests of simulation share. Every number in them is made up."""

from __future__ import annotations

import math
import random
from collections.abc import Mapping
from itertools import pairwise
from typing import Any, Final

import gezondsamen as gs
from gezondsamen.process.phases import Ending
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

HERE: Final = gs.Label(nl="…", en="…")


def process(steps: Mapping[str, Mapping[str, str]], **ends: Ending) -> gs.Process:
    """Make a process of phase → trigger → phase; the first is the initial one, `ends` are final.

    A trigger may lead back to its own phase: then it is a mark.
    """
    phases = {
        key: gs.Phase(key, HERE, kind="normal" if number else "initial") for number, key in enumerate(steps)
    }
    phases |= {key: gs.Phase(key, HERE, kind="final", outcome=outcome) for key, outcome in ends.items()}
    taken = [
        phases[source].to(phases[target], trigger, label=HERE)
        for source, ways in steps.items()
        for trigger, target in ways.items()
    ]
    return gs.Process(key="small", label=HERE, phases=tuple(phases.values()), transitions=tuple(taken))


CLOCKS: Final[dict[str, Distribution]] = {
    "exponential": Exponential(1.3),
    "gamma": Gamma(1.3, cv=0.4),
    "gamma, steep": Gamma(1.3, cv=1.4),
    "weibull": Weibull(1.3, shape=2.5),
    "lognormal": LogNormal(1.3, cv=0.9),
    "fixed": Fixed(1.1),
    "empirical": Empirical([0.5, 1.1, 1.1, 2.2]),
}
"""Clocks of every kind: each family, a gamma whose density begins without bound, and single times."""


def single(clock: Distribution, **changes: Any) -> Model:
    """Make a model of one phase that lasts so long, and then the end."""
    return Model(process({"only": {"finish": "done"}}, done="success"), {"only": clock}, **changes)


LOOP: Final = process(
    {
        "form": {"agree": "work", "give_up": "stopped"},
        "work": {"look_back": "review", "fall_apart": "stopped"},
        "review": {"go_on": "work", "talk_again": "form", "finish": "done"},
    },
    done="success",
    stopped="early",
)
"""Three phases with a way back, and two ends."""

TRUST: Final = (
    Effect("trust", "form", time_ratio=1 / 1.5),
    Effect("trust", "review", "finish", odds_ratio=0.5, at=1.0),
    Effect("distance", "form", "give_up", odds_ratio=1.3),
)
"""One covariate on a time, two on choices."""

HAZARDS: Final = (
    Effect("trust", "form", hazard_ratio=2.0),
    Effect("trust", "review", "finish", hazard_ratio=1.8, at=-1.0),
    Effect("distance", "work", hazard_ratio=0.6),
    Effect("distance", "work", "fall_apart", odds_ratio=1.5),
    Effect("distance", "form", time_ratio=1.2),
)
"""Rates of phases, and of one step of a choice, beside odds and times."""

ONE_STEP: Final = (
    Effect("trust", "form", "agree", hazard_ratio=0.7),
    Effect("trust", "review", "finish", time_ratio=0.8),
    Effect("trust", "review", "go_on", hazard_ratio=1.6),
    Effect("trust", "review", hazard_ratio=0.9),
)
"""Effects on single steps of those that compete, and on all of them."""


def loop(*effects: Effect, **changes: Any) -> Model:
    """Make a model of `LOOP` with dwell times of several kinds; `changes` are laid over it."""
    model = Model(
        LOOP,
        dwell={
            "form": Gamma(mean=0.5, cv=0.7),
            "work": Weibull(mean=1.2, shape=1.8),
            "review": Gamma(mean=0.3, cv=0.5),
        },
        choices={
            "form": {"agree": 0.9, "give_up": 0.1},
            "work": {"look_back": 0.95, "fall_apart": 0.05},
            "review": {"go_on": 0.6, "talk_again": 0.15, "finish": 0.25},
        },
    )
    return model.with_changes(effects=effects, **changes)


def markov(**changes: Any) -> Model:
    """Make a model of `LOOP` in which every time is exponential: a Markov chain in continuous time."""
    model = Model(
        LOOP,
        dwell={"form": Exponential(0.5), "work": Exponential(1.2)},
        choices={
            "form": {"agree": 0.9, "give_up": 0.1},
            "work": {"look_back": 0.95, "fall_apart": 0.05},
        },
        hazards={
            "review": {"go_on": Exponential(0.5), "talk_again": Exponential(2.0), "finish": Exponential(1.5)}
        },
    )
    return model.with_changes(**changes)


def racing(**changes: Any) -> Model:
    """Make a model of `LOOP` in which steps compete: one of them comes at a fixed time, if at all."""
    model = Model(
        LOOP,
        dwell={"work": Gamma(mean=1.0, cv=0.6)},
        choices={"work": {"look_back": 0.95, "fall_apart": 0.05}},
        hazards={
            "form": {"agree": Gamma(mean=0.6, cv=0.5), "give_up": Fixed(1.0)},
            "review": {"go_on": Weibull(mean=0.6, shape=1.5), "finish": Exponential(1.5)},
        },
    )
    return model.with_changes(**changes)


def drawn(seed: int) -> tuple[Model, dict[str, float]]:
    """Draw a model of three to five phases, and covariates for it: any clocks, loops, hazards, spent time."""
    chance = random.Random(seed)
    names = [f"phase_{n}" for n in range(chance.randint(3, 5))]
    steps: dict[str, dict[str, str]] = {}
    for n, name in enumerate(names):
        steps[name] = {"onward": [*names, "done"][n + 1]}
        if n and chance.random() < 0.6:
            steps[name]["back"] = chance.choice(names[:n])
        if chance.random() < 0.6:
            steps[name]["stop"] = "stopped"
    steps[names[0]]["stop"] = "stopped"

    def clock(mean: float) -> Distribution:
        return chance.choice(
            (
                Exponential(mean),
                Gamma(mean, cv=chance.uniform(0.3, 1.2)),
                Weibull(mean, shape=chance.uniform(0.8, 3.0)),
                LogNormal(mean, cv=chance.uniform(0.3, 1.2)),
                Fixed(math.ceil(mean * 8) / 8),
                Empirical([math.ceil(mean * 8 * part) / 8 for part in (0.5, 0.8, 1.0, 1.7)]),
            )
        )

    dwell, choices, hazards = {}, {}, {}
    for name, ways in steps.items():
        if len(ways) > 1 and chance.random() < 0.4:
            hazards[name] = {trigger: clock(chance.uniform(0.4, 1.6)) for trigger in ways}
            continue
        dwell[name] = clock(chance.uniform(0.25, 1.2))
        weights = {trigger: chance.uniform(0.2, 1) for trigger in ways}
        choices[name] = {trigger: weight / sum(weights.values()) for trigger, weight in weights.items()}
    effects = [
        Effect("trust", x, time_ratio=chance.uniform(0.6, 1.6)) for x in names if chance.random() < 0.4
    ]
    tilted = [name for name, given in choices.items() if len(given) > 1]
    effects += [Effect("trust", name, "onward", odds_ratio=1.4, at=0.2) for name in tilted[:1]]
    spent = chance.choice((0.0, 0.2))
    model = Model(
        process(steps, done="success", stopped="early"), dwell, choices, hazards=hazards, spent=spent
    ).with_changes(effects=tuple(effects))
    return model, {"trust": chance.uniform(-1, 1)} if effects else {}


# --- the reference case: seven phases with loops, gamma times, ten years --------------------------

YEARS: Final = 10.0
"""The horizon of the reference case."""

ENDED: Final = 0.705265
"""The share of cases that has ended by the horizon."""

MEAN_TIME: Final = 6.380704
"""The mean time until the end, or the horizon."""

ENTRIES: Final = 9.867550
"""The entries of a case into any phase, the first and the final one included: visits plus share ended."""

_TIMES: Final = {
    "form": (0.5, 2.0),
    "select": (0.4, 2.5),
    "negotiate": (0.6, 3.0),
    "structure": (0.5, 2.0),
    "manage": (1.5, 2.5),
    "evaluate": (0.25, 4.0),
}
"""Mean and gamma shape of each phase."""


def reference() -> Model:
    """Make the reference case: each visit breaks off with 3 %, an evaluation leads back or to the end."""
    names = list(_TIMES)
    steps = {key: {"next": after, "break_off": "ended"} for key, after in pairwise(names)}
    steps["evaluate"] = {"continue": "manage", "renegotiate": "negotiate", "finish": "ended"}
    choices: dict[str, Choice] = {key: Choice({"next": 0.97, "break_off": 0.03}) for key in names[:-1]}
    choices["evaluate"] = Choice(
        {"continue": 0.97 * 0.7, "renegotiate": 0.97 * 0.1, "finish": 1 - 0.97 * 0.8}
    )
    dwell = {key: Gamma(mean=mean, cv=shape**-0.5) for key, (mean, shape) in _TIMES.items()}
    return Model(process(steps, ended="neutral"), dwell, choices)
