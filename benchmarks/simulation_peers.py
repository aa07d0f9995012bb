"""The engines beside which simulation is measured, on the same case.

Each peer simulates so many trajectories and returns the share that ended. One whose package is not
installed raises `ImportError` when made. All but textbook numpy keep a log, as their users do.
"""

from __future__ import annotations

import random
import warnings
from collections.abc import Callable, Iterator
from importlib import import_module
from itertools import count
from typing import Any

import numpy as np

from benchmarks.simulation_case import CUMULATIVE, END, HORIZON, SCALE, SHAPE, TARGETS

Run = Callable[[int], float]
"""Simulate so many trajectories; return the share that ended."""

_seeds = count(1)


def _next(share: float, phase: int) -> int:
    first, second, _ = CUMULATIVE[phase]
    targets = TARGETS[phase]
    return targets[0] if share < first else targets[1] if share < second else targets[2]


def plain_python() -> Run:
    """Make a loop by hand, with `random` and a list of tuples as its log."""

    def run(times: int) -> float:
        chance = random.Random(next(_seeds))
        gamma, uniform = chance.gammavariate, chance.random
        log: list[tuple[int, int, float]] = []
        ended = 0
        for i in range(times):
            phase, time = 0, 0.0
            log.append((i, 0, 0.0))
            while True:
                time += gamma(SHAPE[phase], SCALE[phase])
                if time >= HORIZON:
                    break
                phase = _next(uniform(), phase)
                log.append((i, phase, time))
                if phase == END:
                    ended += 1
                    break
        return ended / times

    return run


def textbook_numpy() -> Run:
    """Make the vectorised form of textbooks: all cases take a step at once; no log."""
    shape, scale = np.array([*SHAPE, 1.0]), np.array([*SCALE, 0.0])
    first, second, _ = np.array(CUMULATIVE).T
    targets = np.array(TARGETS)

    def run(times: int) -> float:
        chance = np.random.default_rng(next(_seeds))
        ended, whole = 0, times
        while whole:
            size = min(whole, 10_000)
            whole -= size
            phase, time = np.zeros(size, np.int64), np.zeros(size)
            while len(phase):
                time = time + chance.standard_gamma(shape[phase]) * scale[phase]
                share = chance.random(len(phase))
                way = (share >= first[phase]).astype(np.int64) + (share >= second[phase])
                phase = targets[phase, way]
                running = time < HORIZON
                ended += int((running & (phase == END)).sum())
                running &= phase != END
                phase, time = phase[running], time[running]
        return ended / times

    return run


def simpy() -> Run:
    """Make one environment and one process per trajectory: the faster of the two ways."""
    package: Any = import_module("simpy")

    def trajectory(
        env: Any, i: int, chance: random.Random, log: list[Any], ended: list[int]
    ) -> Iterator[Any]:
        phase = 0
        log.append((i, 0, 0.0))
        while phase != END:
            yield env.timeout(chance.gammavariate(SHAPE[phase], SCALE[phase]))
            phase = _next(chance.random(), phase)
            log.append((i, phase, env.now))
        ended.append(i)

    def run(times: int) -> float:
        chance = random.Random(next(_seeds))
        log: list[Any] = []
        ended: list[int] = []
        for i in range(times):
            env = package.Environment()
            env.process(trajectory(env, i, chance, log, ended))
            env.run(until=HORIZON)
        return len(ended) / times

    return run


def mesa() -> Run:
    """Make agents that act each week and keep the exact times of their steps."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        package: Any = import_module("mesa")

    class Case(package.Agent):  # type: ignore[misc]
        def __init__(self, model: Any) -> None:
            super().__init__(model)
            self.phase = 0
            self.due = model.random.gammavariate(SHAPE[0], SCALE[0])
            model.log.append((self.unique_id, 0, 0.0))

        def act(self) -> None:
            model = self.model
            while self.due < model.week:
                self.phase = _next(model.random.random(), self.phase)
                model.log.append((self.unique_id, self.phase, self.due))
                if self.phase == END:
                    model.ended += 1
                    self.remove()
                    return
                self.due += model.random.gammavariate(SHAPE[self.phase], SCALE[self.phase])

    class World(package.Model):  # type: ignore[misc]
        def __init__(self, times: int) -> None:
            super().__init__(rng=next(_seeds))
            self.week, self.ended = 0.0, 0
            self.log: list[Any] = []
            Case.create_agents(self, times)

    def run(times: int) -> float:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            world = World(times)
            for week in range(1, int(HORIZON * 52) + 1):
                world.week = week / 52
                world.agents.do("act")
        return float(world.ended / times)

    return run


def starsim() -> Run:
    """Make a module with states as arrays, that acts each week."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        package: Any = import_module("starsim")
    package.options.verbose = 0
    first, second, _ = np.array(CUMULATIVE).T
    targets = np.array(TARGETS)

    class Cases(package.Module):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            self.define_states(package.FloatArr("at", default=0.0), package.FloatArr("due", default=0.0))
            self.stays = [
                package.gamma(a=shape, scale=scale, name=f"stay_{s}")
                for s, (shape, scale) in enumerate(zip(SHAPE, SCALE, strict=True))
            ]
            self.share = package.random(name="share")
            self.log: list[Any] = []

        def init_post(self) -> None:
            super().init_post()
            everyone = self.sim.people.auids
            self.due[everyone] = self.stays[0].rvs(everyone)

        def step(self) -> None:
            week = min((self.ti + 1) / 52, HORIZON)
            while len(due := ((self.due < week) & (self.at < END)).uids):
                phase = np.asarray(self.at[due]).astype(int)
                share = self.share.rvs(due)
                phase = targets[phase, (share >= first[phase]).astype(int) + (share >= second[phase])]
                self.at[due] = phase.astype(float)
                self.log.append((np.asarray(due).copy(), phase, np.asarray(self.due[due]).copy()))
                for s, stay in enumerate(self.stays):
                    who = due[phase == s]
                    if len(who):
                        self.due[who] = self.due[who] + stay.rvs(who)

    def run(times: int) -> float:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            world = package.Sim(
                n_agents=times,
                modules=Cases(),
                start=package.date("2000-01-01"),
                dur=package.weeks(HORIZON * 52 - 1),
                dt=package.weeks(1),
                rand_seed=next(_seeds),
                verbose=0,
            )
            world.run()
            (cases,) = (module for module in world.modules if isinstance(module, Cases))
            return float((np.asarray(cases.at.values) == END).mean())

    return run


PEERS: dict[str, tuple[Callable[[], Run], int]] = {
    "SimPy, with its log": (simpy, 2_000),
    "Mesa, each week, with its log": (mesa, 1_000),
    "starsim, each week, with its log": (starsim, 100_000),
    "plain Python, with its log": (plain_python, 8_000),
    "textbook numpy, no log": (textbook_numpy, 100_000),
}
"""What makes each peer, and how many trajectories it simulates in one round."""
