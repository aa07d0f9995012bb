"""The board in the town hall: one line for each step that is next, and what it lacks."""

from datetime import date

import gezondsamen as gs


def lines(case: gs.Collaboration, on: date) -> list[str]:
    """Return a line for each step out of the phase: "adopt: can be done", or the codes of what it lacks."""
    found = []
    for trigger, check in case.options(on=on).items():
        lacking = " ".join(row.requirement.code for row in check.unmet)
        found.append(f"{trigger}: {lacking or 'can be done'}")
    return found
