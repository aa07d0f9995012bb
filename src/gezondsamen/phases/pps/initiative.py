"""Before phase 1: somebody has an idea for doing something together."""

from __future__ import annotations

from functools import partial

from gezondsamen.citations import Basis
from gezondsamen.labels import Label
from gezondsamen.phases.pps.keys import INITIATIVE, START
from gezondsamen.phases.rules.acquaintance import KEN_04
from gezondsamen.phases.rules.partnership import seven_phases
from gezondsamen.process.phases import Phase

PHASE = Phase(INITIATIVE, Label(nl="initiatief", en="initiative"), kind="initial")

start = partial(
    PHASE.to,
    trigger=START,
    label=Label(nl="start fase 1", en="start phase 1"),
    requires=(KEN_04,),
    citation=seven_phases("Fase 1: Kies een organisatievorm"),
    basis=Basis.SOURCE,
)
