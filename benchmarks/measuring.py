"""How to measure: subjects side by side, round after round; the median counts.

A machine has slow and fast minutes. Within one round they strike all subjects alike, so that ratios
are taken inside a round; the order shifts each round, so that no subject always follows the same one. The
clock is that of the process, so that what else runs on the machine counts as little as can be.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping
from statistics import median
from time import process_time

import attrs

ROUNDS = 15
SPELL = 0.01
"""How long one subject runs in one round, in seconds."""

Subject = Callable[[int], object]
"""Do the thing to be measured so many times."""


@attrs.frozen
class Figure:
    """State one measured value, and the bar it should reach (None: no bar)."""

    name: str
    value: float
    unit: str
    bar: float | None = None
    at_least: bool = False
    aim: float | None = None

    @property
    def reached(self) -> bool | None:
        """Whether the value reaches its bar."""
        if self.bar is None:
            return None
        return self.value >= self.bar if self.at_least else self.value <= self.bar


@attrs.frozen
class Times:
    """Hold the microseconds per time of each subject, one number for each round."""

    each: Mapping[str, tuple[float, ...]]

    def median(self, name: str) -> float:
        """Return the median over the rounds."""
        return median(self.each[name])

    def ratio(self, name: str, to: str) -> float:
        """Return the median of the ratios taken inside each round."""
        return median(a / b for a, b in zip(self.each[name], self.each[to], strict=True))


def measure(subjects: Mapping[str, Subject], rounds: int = ROUNDS) -> Times:
    """Time the subjects in turn, without the garbage collector, after a warming-up."""
    often = {name: _calibrate(subject) for name, subject in subjects.items()}
    each: dict[str, list[float]] = {name: [] for name in subjects}
    names = list(subjects)
    for turn in range(rounds):
        at = turn % len(names)
        for name in names[at:] + names[:at]:
            each[name].append(_time(subjects[name], often[name]) / often[name] * 1e6)
    return Times({name: tuple(values) for name, values in each.items()})


def _calibrate(subject: Subject) -> int:
    """Return how often a subject fits in one spell: an even number."""
    times = 2
    while (spent := _time(subject, times)) < SPELL / 4:
        times *= 2
    return max(2, round(times * SPELL / spent / 2) * 2)


def _time(subject: Subject, times: int) -> float:
    gc.collect()
    gc.disable()
    try:
        begin = process_time()
        subject(times)
        return process_time() - begin
    finally:
        gc.enable()


def line(points: Mapping[int, float]) -> tuple[float, float]:
    """Return the height at zero and the slope of the straight line that fits best."""
    x_mean = sum(points) / len(points)
    y_mean = sum(points.values()) / len(points)
    slope = sum((x - x_mean) * (y - y_mean) for x, y in points.items())
    slope /= sum((x - x_mean) ** 2 for x in points)
    return y_mean - slope * x_mean, slope
