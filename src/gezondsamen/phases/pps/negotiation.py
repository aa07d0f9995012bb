"""Phase 3: negotiate until goals and contributions suit every partner."""

from __future__ import annotations

from functools import partial

from gezondsamen.catalogue.works import STRATEGIC_ALLIANCE_MANAGEMENT
from gezondsamen.citations import Basis, Citation
from gezondsamen.labels import Label
from gezondsamen.phases.pps.keys import BREAK_OFF, NEGOTIATION, REACH_ACCORD, SEEK_OTHER_PARTNER
from gezondsamen.phases.rules.acquaintance import KEN_05, NEWCOMERS_KNOWN, NEWCOMERS_MET_FIRST
from gezondsamen.phases.rules.agreements import AGR_09
from gezondsamen.phases.rules.ambition import AMB_01, AMB_02, AMB_06
from gezondsamen.phases.rules.partners import PAR_01, PAR_04
from gezondsamen.phases.rules.partnership import PPS_07, seven_phases
from gezondsamen.process.phases import Phase

PASSAGE = seven_phases("Fase 3: Onderhandel met partners")

NEGOTIATION_CHAPTER = Citation(
    STRATEGIC_ALLIANCE_MANAGEMENT,
    "4 Alliance negotiation (ed. 1)",
    url="https://www.taylorfrancis.com/books/9780203127940/chapters/10.4324/9780203127940-11",
)

PHASE = Phase(
    NEGOTIATION,
    Label(nl="onderhandeling met partners", en="negotiation with partners"),
    stage=3,
    citation=PASSAGE,
    basis=Basis.SOURCE,
)

reach_accord = partial(
    PHASE.to,
    trigger=REACH_ACCORD,
    label=Label(nl="bereik een onderhandelingsakkoord", en="reach a negotiation accord"),
    requires=(PAR_01, NEWCOMERS_MET_FIRST, NEWCOMERS_KNOWN, AMB_06, AMB_01, KEN_05),
    advises=(AMB_02, AGR_09, PAR_04, PPS_07),
    citation=PASSAGE,
    basis=Basis.SOURCE,
)

seek_other_partner = partial(
    PHASE.to,
    trigger=SEEK_OTHER_PARTNER,
    label=Label(nl="zoek een andere partner", en="seek another partner"),
    citation=NEGOTIATION_CHAPTER,
    basis=Basis.LITERATURE,
)

break_off = partial(
    PHASE.to,
    trigger=BREAK_OFF,
    label=Label(nl="breek af", en="break off"),
    citation=NEGOTIATION_CHAPTER,
    basis=Basis.LITERATURE,
)
