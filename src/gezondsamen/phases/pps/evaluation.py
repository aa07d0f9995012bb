"""Phase 6: evaluate, and decide to continue, to adapt or to end."""

from __future__ import annotations

from functools import partial

from gezondsamen.citations import Basis
from gezondsamen.labels import Label
from gezondsamen.phases.pps.keys import (
    CHANGE_PARTNER,
    CONTINUE,
    DECIDE_TO_END,
    EVALUATION,
    RENEGOTIATE,
    RESTRUCTURE,
)
from gezondsamen.phases.pps.newcomers import OF_NEWCOMERS
from gezondsamen.phases.rules.evaluation import EVA_09, decided
from gezondsamen.phases.rules.partners import PAR_01
from gezondsamen.phases.rules.partnership import EVALUATION_CHAPTER, seven_phases
from gezondsamen.process.phases import Phase

PHASE = Phase(
    EVALUATION,
    Label(nl="evaluatie van de PPS", en="evaluation of the partnership"),
    stage=6,
    citation=seven_phases("Fase 6: Evalueer uw PPS"),
    basis=Basis.SOURCE,
)

continue_ = partial(
    PHASE.to,
    trigger=CONTINUE,
    label=Label(nl="zet de PPS voort", en="continue the partnership"),
    requires=(decided("continue"), PAR_01, *OF_NEWCOMERS),
    citation=EVALUATION_CHAPTER,
    basis=Basis.LITERATURE,
)

restructure = partial(
    PHASE.to,
    trigger=RESTRUCTURE,
    label=Label(nl="pas de structuur aan", en="change the structure"),
    requires=(decided("adapt"),),
    citation=EVALUATION_CHAPTER,
    basis=Basis.LITERATURE,
)

renegotiate = partial(
    PHASE.to,
    trigger=RENEGOTIATE,
    label=Label(nl="onderhandel opnieuw", en="renegotiate"),
    requires=(decided("adapt"),),
    citation=EVALUATION_CHAPTER,
    basis=Basis.LITERATURE,
)

change_partner = partial(
    PHASE.to,
    trigger=CHANGE_PARTNER,
    label=Label(nl="wissel van partner", en="change partners"),
    requires=(decided("adapt"),),
)

decide_to_end = partial(
    PHASE.to,
    trigger=DECIDE_TO_END,
    label=Label(nl="besluit te beëindigen", en="decide to end"),
    requires=(decided("terminate"), EVA_09),
    citation=seven_phases("Fase 7: Beëindig uw PPS"),
    basis=Basis.SOURCE,
)
