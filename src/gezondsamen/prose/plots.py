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
    "in the phase": ("jaren in deze fase", "years in this phase"),
    "share of visits": ("aandeel van de bezoeken", "share of the visits"),
    "fit survival": ("Welk deel er nog is", "What share is still there"),
    "fit incidence": ("Door welke stap het eindigt", "By which step it ends"),
    "fitted": ("model, gestreept", "model, dashed"),
    "seen visits": ("bezoeken", "visits"),
    "fit occupancy": ("Waar de trajecten zijn", "Where the trajectories are"),
    "band cases": (
        "grenzen van 95 % per tijdstip: onzekerheid door het aantal trajecten; model gestreept",
        "bounds of 95% at each time: uncertainty from the number of cases; model dashed",
    ),
    "band visits": (
        "met grenzen van 95 % per tijdstip: onzekerheid door het aantal bezoeken",
        "with bounds of 95% at each time: uncertainty from the number of visits",
    ),
    "band": (
        "grenzen van 95 %: alleen de fout van het simuleren, op elk moment apart",
        "bounds of 95%: simulation error only, at each time by itself",
    ),
    "band differences": (
        "grenzen van 95 %: alleen de fout van het simuleren, elke maat apart",
        "bounds of 95%: simulation error only, each measure by itself",
    ),
    "differences": ("Verschil met", "Difference from"),
    "band draws": (
        "grenzen van 95 %: wat van de parameters niet bekend is, en de fout van het simuleren",
        "bounds of 95%: what is not known of the parameters, and simulation error",
    ),
    "draws": ("trekkingen van de parameters", "draws of the parameters"),
    "pairs": ("gesimuleerde paren", "simulated pairs"),
    "difference share": ("verschil in procentpunten", "difference in percentage points"),
    "difference years": ("verschil in jaren", "difference in years"),
    "difference times": ("verschil in keren per traject", "difference in times per trajectory"),
    "difference amount": ("verschil per traject", "difference per trajectory"),
    "ended": ("geëindigd", "ended"),
    "duration": ("duur", "duration"),
    "reached": ("aangekomen", "reached"),
    "in phase": ("na {} jaar in", "after {} years in"),
    "by": ("binnen {} jaar", "within {} years"),
    "time in": ("jaren in", "years in"),
    "visits": ("keren in", "visits to"),
}
