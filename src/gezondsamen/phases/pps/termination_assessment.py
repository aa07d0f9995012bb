"""Phase 7a: assess the ending and set it in motion."""

from __future__ import annotations

from functools import partial

from gezondsamen.citations import Basis
from gezondsamen.labels import Label
from gezondsamen.phases.pps.keys import CONTINUE_AFTER_ALL, INFORM_PARTNERS, TERMINATION_ASSESSMENT
from gezondsamen.phases.pps.newcomers import OF_NEWCOMERS
from gezondsamen.phases.rules.partners import PAR_01
from gezondsamen.phases.rules.partnership import TERMINATION_CHAPTER, seven_phases
from gezondsamen.process.phases import Phase

PHASE = Phase(
    TERMINATION_ASSESSMENT,
    Label(nl="beoordeling en begin van de beëindiging", en="assessment and start of the ending"),
    stage=7,
    citation=seven_phases("Fase 7: Beëindig uw PPS"),
    basis=Basis.SOURCE,
)

inform_partners = partial(
    PHASE.to,
    trigger=INFORM_PARTNERS,
    label=Label(nl="informeer de partners", en="inform the partners"),
    citation=TERMINATION_CHAPTER,
    basis=Basis.LITERATURE,
)

continue_after_all = partial(
    PHASE.to,
    trigger=CONTINUE_AFTER_ALL,
    label=Label(nl="zet toch voort", en="continue after all"),
    requires=(PAR_01, *OF_NEWCOMERS),
)
