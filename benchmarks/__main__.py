"""Measure everything, and print one table."""

from __future__ import annotations

import platform
import sys
from importlib import import_module

from benchmarks.measuring import Figure

PARTS = (
    "engines",
    "documents",
    "importing",
    "scaling",
    "growth",
    "schedules",
    "store_load",
    "hosts",
    "web",
    "laws",
    "draws",
    "simulation",
    "simulation_questions",
    "simulation_accuracy",
    "fitting",
)
"""The modules that measure; each is imported when it is its turn, for some need an extra."""


def row(figure: Figure) -> str:
    """Return a figure as a line of the table."""
    bar = ""
    if figure.bar is not None:
        aim = f" (aim {figure.aim:g})" if figure.aim is not None else ""
        bar = f"{'>=' if figure.at_least else '<='} {figure.bar:,g}{aim}"
    reached = {None: "", True: "yes", False: "no"}[figure.reached]
    value = f"{figure.value:,.2f}" if abs(figure.value) < 100 else f"{figure.value:,.0f}"
    return f"{figure.name:48} {value:>10} {figure.unit:3} {bar:18} {reached}".rstrip()


def main(chosen: list[str]) -> None:
    """Print the table of the chosen parts, or of all."""
    print(f"Python {platform.python_version()}, {platform.machine()}")
    for name in chosen or PARTS:
        if name not in PARTS:
            print(f"no part {name!r}; parts: {', '.join(PARTS)}")
            continue
        print(f"\n{name:48} {'figure':>10}     {'bar':18} reached")
        figures: list[Figure] = import_module(f"benchmarks.{name}").figures()
        for figure in figures:
            print(row(figure))


if __name__ == "__main__":
    main(sys.argv[1:])
