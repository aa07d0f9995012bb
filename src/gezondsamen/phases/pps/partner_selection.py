"""Phase 2: find partners that fit, public and private, and get to know each."""

from __future__ import annotations

from functools import partial

from gezondsamen.citations import Basis
from gezondsamen.labels import Label
from gezondsamen.phases.pps.keys import (
    BREAK_OFF,
    CHOOSE_PARTNERS,
    NO_SUITABLE_PARTNER,
    PARTNER_SELECTION,
)
from gezondsamen.phases.rules.acquaintance import KEN_01, KEN_03
from gezondsamen.phases.rules.partner_search import PAR_14
from gezondsamen.phases.rules.partners import PAR_01, PAR_02, PAR_04
from gezondsamen.phases.rules.partnership import PPS_07, seven_phases
from gezondsamen.process.phases import Phase

PASSAGE = seven_phases("Fase 2: Kies een of meer")

PHASE = Phase(
    PARTNER_SELECTION,
    Label(nl="keuze van een of meer partners", en="choice of one or more partners"),
    stage=2,
    citation=PASSAGE,
    basis=Basis.SOURCE,
)

choose_partners = partial(
    PHASE.to,
    trigger=CHOOSE_PARTNERS,
    label=Label(nl="kies de partners", en="choose the partners"),
    requires=(PAR_01, KEN_01, KEN_03),
    advises=(PAR_02, PAR_04, PAR_14, PPS_07),
    citation=PASSAGE,
    basis=Basis.SOURCE,
)

no_suitable_partner = partial(
    PHASE.to,
    trigger=NO_SUITABLE_PARTNER,
    label=Label(nl="ga terug: er is geen geschikte partner", en="go back: there is no suitable partner"),
)

break_off = partial(
    PHASE.to,
    trigger=BREAK_OFF,
    label=Label(nl="breek af", en="break off"),
)
