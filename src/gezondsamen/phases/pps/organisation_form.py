"""Phase 1: do it alone, procure it, or collaborate."""

from __future__ import annotations

from functools import partial

from gezondsamen.citations import Basis
from gezondsamen.labels import Label
from gezondsamen.phases.pps.keys import (
    CHOOSE_ALLIANCE,
    CHOOSE_ALONE,
    CHOOSE_PROCUREMENT,
    ORGANISATION_FORM,
)
from gezondsamen.phases.rules.partners import PAR_08
from gezondsamen.phases.rules.partnership import FORMULATION_CHAPTER, PPS_01, PPS_02, seven_phases
from gezondsamen.process.phases import Phase

PASSAGE = seven_phases("Fase 1: Kies een organisatievorm")

PHASE = Phase(
    ORGANISATION_FORM,
    Label(nl="keuze van een organisatievorm", en="choice of an organisation form"),
    stage=1,
    citation=PASSAGE,
    basis=Basis.SOURCE,
)

choose_alliance = partial(
    PHASE.to,
    trigger=CHOOSE_ALLIANCE,
    label=Label(nl="kies voor samenwerken", en="choose to collaborate"),
    requires=(PPS_02, PPS_01),
    advises=(PAR_08,),
    citation=PASSAGE,
    basis=Basis.SOURCE,
)

choose_alone = partial(
    PHASE.to,
    trigger=CHOOSE_ALONE,
    label=Label(nl="kies voor zelf doen", en="choose to do it alone"),
    requires=(PPS_02,),
    citation=FORMULATION_CHAPTER,
    basis=Basis.LITERATURE,
)

choose_procurement = partial(
    PHASE.to,
    trigger=CHOOSE_PROCUREMENT,
    label=Label(nl="kies voor inkopen", en="choose to procure"),
    requires=(PPS_02,),
    citation=FORMULATION_CHAPTER,
    basis=Basis.LITERATURE,
)
