"""Phase 4: design the partnership and put it in an agreement."""

from __future__ import annotations

from functools import partial

from gezondsamen.citations import Basis
from gezondsamen.labels import Label
from gezondsamen.phases.pps.keys import BREAK_OFF, CONCLUDE_AGREEMENT, RENEGOTIATE, STRUCTURE
from gezondsamen.phases.rules.acquaintance import NEWCOMERS_KNOWN, NEWCOMERS_MET_FIRST
from gezondsamen.phases.rules.agreements import AGR_01, AGR_02, AGR_05, AGR_10, AGR_13
from gezondsamen.phases.rules.ambition import NEWCOMERS_AGREE, NEWCOMERS_HAVE_GOALS
from gezondsamen.phases.rules.evaluation import EVA_01
from gezondsamen.phases.rules.membership import PAR_21
from gezondsamen.phases.rules.partners import PAR_01, PAR_02, PAR_03
from gezondsamen.phases.rules.partnership import DESIGN_CHAPTER, PPS_03, PPS_04, PPS_05, seven_phases
from gezondsamen.phases.rules.roles import ROL_02
from gezondsamen.process.phases import Phase

PASSAGE = seven_phases("Fase 4: Bepaal de samenwerkingsstructuur")

PHASE = Phase(
    STRUCTURE,
    Label(nl="structuur van de samenwerking", en="structure of the partnership"),
    stage=4,
    citation=PASSAGE,
    basis=Basis.SOURCE,
)

conclude_agreement = partial(
    PHASE.to,
    trigger=CONCLUDE_AGREEMENT,
    label=Label(nl="sluit de overeenkomst", en="conclude the agreement"),
    requires=(
        PAR_01,
        NEWCOMERS_MET_FIRST,
        NEWCOMERS_KNOWN,
        NEWCOMERS_AGREE,
        NEWCOMERS_HAVE_GOALS,
        PAR_03,
        PPS_03,
        PPS_04,
        AGR_01,
        AGR_02,
        PAR_21,
        AGR_05,
        ROL_02,
        AGR_13,
        EVA_01,
    ),
    advises=(PPS_05, AGR_10, PAR_02),
    citation=PASSAGE,
    basis=Basis.SOURCE,
)

renegotiate = partial(
    PHASE.to,
    trigger=RENEGOTIATE,
    label=Label(nl="onderhandel opnieuw", en="renegotiate"),
    citation=DESIGN_CHAPTER,
    basis=Basis.LITERATURE,
)

break_off = partial(
    PHASE.to,
    trigger=BREAK_OFF,
    label=Label(nl="breek af", en="break off"),
)
