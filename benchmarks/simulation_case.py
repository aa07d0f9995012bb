"""The case that all engines simulate: six phases with ways back, and an end. Every number is made up."""

from __future__ import annotations

from typing import Final

import gezondsamen as gs
from gezondsamen.simulation import Choice, Gamma, Model

PHASES: Final = ("form", "select", "negotiate", "structure", "manage", "evaluate")
END: Final = len(PHASES)
MEAN: Final = (0.5, 0.4, 0.6, 0.5, 1.5, 0.25)
SHAPE: Final = (2.0, 2.5, 3.0, 2.0, 2.5, 4.0)
SCALE: Final = tuple(mean / shape for mean, shape in zip(MEAN, SHAPE, strict=True))
TARGETS: Final = ((1, END, END), (2, END, END), (3, END, END), (4, END, END), (5, END, END), (4, 2, END))
"""Where the steps of each phase lead; a third way that is never taken fills up."""
CUMULATIVE: Final = (*((0.97, 1.0, 1.0),) * 5, (0.97 * 0.7, 0.97 * 0.8, 1.0))
"""The chance of the first step, of the first two, of all three."""
HORIZON: Final = 10.0
SHARE_ENDED: Final = 0.705265
"""The share that has ended by the horizon, from the renewal equations: what every engine must find."""


def model() -> Model:
    """Return the case as a model of a process."""
    here = gs.Label(nl="…", en="…")
    phases = [
        gs.Phase(key, here, kind="normal" if number else "initial") for number, key in enumerate(PHASES)
    ]
    phases.append(gs.Phase("ended", here, kind="final", outcome="neutral"))
    steps, choices = [], {}
    for s, key in enumerate(PHASES):
        chances = [CUMULATIVE[s][0], *(b - a for a, b in zip(CUMULATIVE[s], CUMULATIVE[s][1:], strict=False))]
        ways = [(f"way_{j}", TARGETS[s][j], chance) for j, chance in enumerate(chances) if chance > 0]
        steps += [phases[s].to(phases[target], trigger, label=here) for trigger, target, _ in ways]
        choices[key] = Choice({trigger: chance for trigger, _, chance in ways})
    process = gs.Process(key="reference", label=here, phases=tuple(phases), transitions=tuple(steps))
    dwell = {key: Gamma(mean=MEAN[s], cv=SHAPE[s] ** -0.5) for s, key in enumerate(PHASES)}
    return Model(process, dwell, choices)
