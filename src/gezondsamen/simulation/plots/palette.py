"""How phases look in plots: the same colours in each of them.

Solid colours are phases that run, in their order; a grey stands still; hatched is over, by kind of end. The
colours are those of Paul Tol's discrete rainbow (technical note SRON/EPS/TN/09-002), made to be told apart
with colour-blind eyes; hatching and names do not need colour at all.
"""

from __future__ import annotations

from textwrap import fill
from typing import Any, Final

import attrs

from gezondsamen.exchange.drawn import numbered
from gezondsamen.language import language_of
from gezondsamen.process.process import Process

RUNNING: Final = (
    "#D1BBD7", "#AE76A3", "#882E72", "#1965B0", "#5289C7", "#7BAFDE", "#4EB265",
    "#90C987", "#CAE0AB", "#F7F056", "#F6C141", "#F1932D", "#E8601C", "#DC050C",
)  # fmt: skip
STILL: Final = (
    "#AAAAAA", "#999999", "#B8B8B8", "#8C8C8C", "#C4C4C4", "#808080", "#CECECE", "#747474", "#D8D8D8",
)  # fmt: skip
ONWARD: Final = "#1965B0"
BACK: Final = "#E8601C"
INK: Final = "#333333"
FAINT: Final = "#BBBBBB"
ENDS: Final = {
    "success": (("#D5EDE5", "#6FBFA6"), ("///", "---", "xxx")),
    "early": (("#FBE3D6", "#E3A27C"), ("\\\\\\", "|||", "+++")),
    "neutral": (("#F1F1F1", "#B0B0B0"), ("...", "ooo", "***")),
}
"""Ground and hatching of each kind of end; ends of one kind differ in their hatching."""

LEADS: Final = {"success": "#00785A", "early": "#B34700", "neutral": "#666666"}
MARKERS: Final = {"success": "o", "early": "X", "neutral": "s"}


@attrs.frozen
class Look:
    """Say how a phase is painted: its ground, the colour of lines and hatching, and the hatching."""

    face: str
    line: str
    hatch: str = ""

    def fills(self) -> dict[str, Any]:
        """Return it as what matplotlib takes for a filled shape."""
        if self.hatch:
            return {"facecolor": self.face, "edgecolor": self.line, "hatch": self.hatch, "linewidth": 0.0}
        return {"facecolor": self.face, "edgecolor": "white", "linewidth": 0.5}


def looks(process: Process) -> dict[str, Look]:
    """Return the look of each phase: a process always looks the same."""
    running = [phase.key for phase in process.phases if phase.kind in ("initial", "normal")]
    spread = (len(RUNNING) - 1) / max(len(running) - 1, 1)
    found = {}
    for number, key in enumerate(running):
        colour = RUNNING[round(number * spread)]
        found[key] = Look(colour, colour)
    ends, still = dict.fromkeys(ENDS, 0), 0
    for phase in process.phases:
        if phase.kind == "suspended":
            grey = STILL[still % len(STILL)]
            found[phase.key] = Look(grey, grey)
            still += 1
        elif phase.kind == "final":
            kind = phase.outcome or "neutral"
            (face, line), hatches = ENDS[kind]
            found[phase.key] = Look(face, line, hatches[ends[kind] % len(hatches)])
            ends[kind] += 1
    return found


def name(process: Process, phase: str, lang: str, *, wide: int = 0) -> str:
    """Return the name of a phase in a language, with its stage where it has one."""
    it = process.phase(phase)
    text = numbered(it, language_of(lang).label(it.label))
    return fill(text, wide) if wide else text
