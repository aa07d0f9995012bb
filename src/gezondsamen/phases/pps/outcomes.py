"""How a partnership can end: six outcomes, of which ending as intended is no failure."""

from __future__ import annotations

from gezondsamen.citations import Basis
from gezondsamen.labels import Label
from gezondsamen.phases.pps.keys import (
    CONTINUED_OTHERWISE,
    DONE_ALONE,
    ENDED_EARLY,
    ENDED_GOAL_REACHED,
    NOT_FORMED,
    PROCURED,
)
from gezondsamen.phases.pps.negotiation import NEGOTIATION_CHAPTER
from gezondsamen.phases.rules.partnership import FORMULATION_CHAPTER, TERMINATION_CHAPTER
from gezondsamen.process.phases import Phase

ALONE = Phase(
    DONE_ALONE,
    Label(nl="zelf gedaan", en="done alone"),
    kind="final",
    outcome="neutral",
    citation=FORMULATION_CHAPTER,
    basis=Basis.LITERATURE,
)

BOUGHT = Phase(
    PROCURED,
    Label(nl="ingekocht", en="procured"),
    kind="final",
    outcome="neutral",
    citation=FORMULATION_CHAPTER,
    basis=Basis.LITERATURE,
)

UNFORMED = Phase(
    NOT_FORMED,
    Label(nl="niet tot stand gekomen", en="not formed"),
    kind="final",
    outcome="early",
    citation=NEGOTIATION_CHAPTER,
    basis=Basis.LITERATURE,
)

GOAL_REACHED = Phase(
    ENDED_GOAL_REACHED,
    Label(nl="beëindigd: doel of einddatum bereikt", en="ended: goal or end date reached"),
    kind="final",
    outcome="success",
    citation=TERMINATION_CHAPTER,
    basis=Basis.LITERATURE,
)

EARLY = Phase(
    ENDED_EARLY,
    Label(nl="voortijdig beëindigd", en="ended early"),
    kind="final",
    outcome="early",
    citation=TERMINATION_CHAPTER,
    basis=Basis.LITERATURE,
)

OTHER_FORM = Phase(
    CONTINUED_OTHERWISE,
    Label(nl="overgegaan in een andere vorm", en="continued in another form"),
    kind="final",
    outcome="success",
)
