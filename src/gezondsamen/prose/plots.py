"""Words in plots of simulated trajectories: titles, axes and legends."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

PLOT: Final[Mapping[str, tuple[str, str]]] = {
    "years": ("jaren vanaf het begin", "years from the beginning"),
    "share": ("aandeel van de trajecten", "share of the trajectories"),
    "occupancy": ("Waar de trajecten zijn", "Where the trajectories are"),
    "flows": ("Welke stappen zij zetten, keren per traject", "Which steps they take, times per trajectory"),
    "gantt": ("Trajecten, een voor een", "Trajectories, one by one"),
    "time_to": ("Welk deel er al is aangekomen", "What share has arrived there"),
    "survival": ("Welk deel nog bezig is", "What share is still under way"),
    "case": ("traject", "trajectory"),
    "cases": ("gesimuleerde trajecten", "simulated trajectories"),
    "back": ("terug ↑", "back ↑"),
    "onward": ("verder ↓", "onward ↓"),
    "ends": ("naar een einde", "to an end"),
    "of": ("van", "of"),
    "running": ("nog bezig", "still under way"),
    "success": ("geslaagd einde", "successful end"),
    "early": ("vroeg einde", "early end"),
    "neutral": ("ander einde", "other end"),
    "mark": ("stap binnen de fase", "step within the phase"),
    "band": ("met grenzen van 95 %", "with bounds of 95%"),
}
