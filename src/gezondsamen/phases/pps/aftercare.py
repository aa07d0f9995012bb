"""Phase 7d: look after what remains, and close.

The evaluation and the first steps of ending lie in earlier phases, so that the rules of closing look
back to the last time that the partnership was being managed.
"""

from __future__ import annotations

from functools import partial

from gezondsamen.citations import Basis
from gezondsamen.labels import Label
from gezondsamen.phases.pps.keys import (
    AFTERCARE,
    CLOSE_EARLY,
    CLOSE_GOAL_REACHED,
    CONTINUE_OTHERWISE,
    MANAGEMENT,
)
from gezondsamen.phases.rules.ambition import GOAL_OR_END_REACHED
from gezondsamen.phases.rules.communication import COM_05
from gezondsamen.phases.rules.evaluation import EVA_09, decided
from gezondsamen.phases.rules.interruption import STO_05
from gezondsamen.phases.rules.partners import PAR_01
from gezondsamen.phases.rules.partnership import PPS_06, TERMINATION_CHAPTER
from gezondsamen.process.phases import Phase

PHASE = Phase(
    AFTERCARE,
    Label(nl="nazorg", en="aftercare"),
    stage=7,
    citation=TERMINATION_CHAPTER,
    basis=Basis.LITERATURE,
)

close_goal_reached = partial(
    PHASE.to,
    trigger=CLOSE_GOAL_REACHED,
    label=Label(nl="sluit af: doel of einddatum bereikt", en="close: goal or end date reached"),
    requires=(PPS_06, EVA_09, decided("continue", "terminate"), PAR_01, GOAL_OR_END_REACHED),
    advises=(COM_05,),
    since=MANAGEMENT,
    citation=TERMINATION_CHAPTER,
    basis=Basis.LITERATURE,
)

close_early = partial(
    PHASE.to,
    trigger=CLOSE_EARLY,
    label=Label(nl="sluit voortijdig af", en="close early"),
    requires=(PPS_06,),
    advises=(EVA_09,),
    since=MANAGEMENT,
    citation=TERMINATION_CHAPTER,
    basis=Basis.LITERATURE,
)

continue_otherwise = partial(
    PHASE.to,
    trigger=CONTINUE_OTHERWISE,
    label=Label(nl="ga over in een andere vorm", en="continue in another form"),
    requires=(PPS_06, EVA_09),
    advises=(STO_05,),
    since=MANAGEMENT,
)
