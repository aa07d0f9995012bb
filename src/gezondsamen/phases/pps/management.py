"""Phase 5: carry the partnership out and look after it."""

from __future__ import annotations

from functools import partial

from gezondsamen.citations import Basis
from gezondsamen.labels import Label
from gezondsamen.phases import interruption
from gezondsamen.phases.pps.keys import (
    ADD_PARTNER,
    END_IN_EMERGENCY,
    LOSE_A_SIDE,
    MANAGEMENT,
    OPEN_EVALUATION,
)
from gezondsamen.phases.rules.acquaintance import KEN_01, KEN_03, NEWCOMERS_KNOWN, NEWCOMERS_MET
from gezondsamen.phases.rules.agreements import NEWCOMERS_SIGN
from gezondsamen.phases.rules.ambition import (
    AMB_01,
    ITS_OWN_GOAL,
    NEWCOMERS_AGREE,
    NEWCOMERS_HAVE_GOALS,
)
from gezondsamen.phases.rules.communication import COM_01, COM_03, COM_04, COM_07
from gezondsamen.phases.rules.evaluation import EVA_02, EVA_03, EVA_09, EVA_13
from gezondsamen.phases.rules.membership import PAR_21, PAR_22
from gezondsamen.phases.rules.partners import NEWCOMERS_HAVE_A_PART, PAR_01, PAR_02, PAR_03, PAR_07
from gezondsamen.phases.rules.partnership import PPS_08, PPS_09, PPS_10, TERMINATION_CHAPTER, seven_phases
from gezondsamen.phases.rules.passages import network
from gezondsamen.phases.rules.roles import NEWCOMERS_HAVE_A_ROLE, ROL_04, ROLES_ARE_FILLED
from gezondsamen.process.evaluation_points import OnTerm
from gezondsamen.process.phases import Phase

PHASE = Phase(
    MANAGEMENT,
    Label(nl="management van de PPS", en="management of the partnership"),
    stage=5,
    watches=(
        PAR_01,
        PAR_02,
        COM_01,
        COM_03,
        COM_04,
        COM_07,
        EVA_03,
        ROL_04,
        PPS_08,
        NEWCOMERS_MET,
        NEWCOMERS_KNOWN,
        NEWCOMERS_AGREE,
        NEWCOMERS_HAVE_GOALS,
        NEWCOMERS_HAVE_A_PART,
        ROLES_ARE_FILLED,
        PAR_22,
        EVA_13,
    ),
    citation=seven_phases("Fase 5: Manage uw PPS"),
    basis=Basis.SOURCE,
)

add_partner = partial(
    PHASE.to,
    trigger=ADD_PARTNER,
    label=Label(nl="voeg een partner toe", en="add a partner"),
    requires=(
        KEN_01,
        KEN_03,
        AMB_01,
        ITS_OWN_GOAL,
        PAR_03,
        NEWCOMERS_HAVE_A_ROLE,
        PAR_21,
        NEWCOMERS_SIGN,
    ),
    advises=(PAR_02, PAR_07),
    concerns="party",
    citation=network("het later meenemen van nieuwe partners"),
    basis=Basis.SOURCE,
)

open_evaluation = partial(
    PHASE.to,
    trigger=OPEN_EVALUATION,
    label=Label(nl="open de evaluatie", en="open the evaluation"),
    advises=(EVA_02,),
    falls_due=OnTerm("end"),
    citation=seven_phases("Fase 6: Evalueer uw PPS"),
    basis=Basis.SOURCE,
)

end_in_emergency = partial(
    PHASE.to,
    trigger=END_IN_EMERGENCY,
    label=Label(nl="beëindig in nood", en="end in an emergency"),
    requires=(PPS_10,),
    advises=(EVA_09,),
    exceptional=True,
    citation=TERMINATION_CHAPTER,
    basis=Basis.LITERATURE,
)

# Without a private or without a public party it is no public-private partnership (PAR-01).
lose_a_side = partial(
    PHASE.to,
    trigger=LOSE_A_SIDE,
    label=Label(nl="zoek nieuwe partners: een kant is weggevallen", en="seek new partners: one side is gone"),
    requires=(PPS_09,),
    exceptional=True,
)

suspend = partial(interruption.suspend, PHASE)
