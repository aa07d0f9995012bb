"""A network: get to know each other, make arrangements, keep it active, reflect on it.

`NETWORK` is the process; the other constants are the keys of its phases and triggers. The guide gives
tips for building and for maintaining a network; the order of the phases is our own choice.
"""

from __future__ import annotations

from typing import Final

from gezondsamen.catalogue import TERMS
from gezondsamen.catalogue.limits import EVALUATION_INTERVAL, PROGRESS_INTERVAL
from gezondsamen.catalogue.works import NETWORK_ANALYSES_LIMBURG
from gezondsamen.citations import Basis, Citation
from gezondsamen.labels import Label
from gezondsamen.phases.interruption import at_rest, hand_over, handed_over, stops, suspensions
from gezondsamen.phases.rhythms import END_OF_TERM, contact, follow_up
from gezondsamen.phases.rules.acquaintance import KEN_01, KEN_03, KEN_04, KEN_06, NEWCOMERS_KNOWN
from gezondsamen.phases.rules.agreements import AGR_01, AGR_02, AGR_03, AGR_13, AGR_14
from gezondsamen.phases.rules.ambition import AMB_10
from gezondsamen.phases.rules.communication import COM_01, COM_04, COM_05
from gezondsamen.phases.rules.direction import REG_04
from gezondsamen.phases.rules.evaluation import EVA_01, EVA_02, EVA_03, EVA_09, EVA_13, decided
from gezondsamen.phases.rules.interruption import STO_03
from gezondsamen.phases.rules.interruption import STOPPED as STOPPED_FOR_A_REASON
from gezondsamen.phases.rules.membership import PAR_17, PAR_22
from gezondsamen.phases.rules.network import NET_01, NET_02, NET_03, NET_04
from gezondsamen.phases.rules.partners import PAR_07, PAR_08
from gezondsamen.phases.rules.passages import network
from gezondsamen.phases.rules.roles import ROL_03, ROL_04
from gezondsamen.phases.rules.support import DRA_03
from gezondsamen.process.evaluation_points import EvaluationPoint, OnStatement, OnTerm, OnTrigger
from gezondsamen.process.phases import Phase
from gezondsamen.process.process import Process

# --- keys of phases ---------------------------------------------------------------------------------

NEED: Final = "need"
ACQUAINTANCE: Final = "acquaintance"
ARRANGEMENTS: Final = "arrangements"
ACTIVE_NETWORK: Final = "active_network"
REFLECTION: Final = "reflection"
STAGNATION: Final = "stagnation"
ACQUAINTANCE_SUSPENDED: Final = "acquaintance_suspended"
ARRANGEMENTS_SUSPENDED: Final = "arrangements_suspended"
ACTIVE_NETWORK_SUSPENDED: Final = "active_network_suspended"
REFLECTION_SUSPENDED: Final = "reflection_suspended"
CONTINUED_OTHERWISE: Final = "continued_otherwise"
GOAL_REACHED: Final = "goal_reached"
DISSOLVED: Final = "dissolved"

# --- keys of triggers -------------------------------------------------------------------------------

APPROACH_PARTNERS: Final = "approach_partners"
REFRAIN: Final = "refrain"
START_ARRANGEMENTS: Final = "start_arrangements"
CHANGE_PARTNERS: Final = "change_partners"
ACTIVATE: Final = "activate"
BACK_TO_ACQUAINTANCE: Final = "back_to_acquaintance"
STOP: Final = "stop"
ADD_PARTNER: Final = "add_partner"
OPEN_REFLECTION: Final = "open_reflection"
REPORT_STAGNATION: Final = "report_stagnation"
CONTINUE: Final = "continue"
REVISE_ARRANGEMENTS: Final = "revise_arrangements"
CLOSE_GOAL_REACHED: Final = "close_goal_reached"
DISSOLVE: Final = "dissolve"
REACTIVATE: Final = "reactivate"
RENEW_ACQUAINTANCE: Final = "renew_acquaintance"
SUSPEND: Final = "suspend"
RESUME: Final = "resume"
CONTINUE_OTHERWISE: Final = "continue_otherwise"

# --- phases -----------------------------------------------------------------------------------------

_KNOW: Final = network("Het kennen van elkaar en elkaars")
_AGREE: Final = network("Maak duidelijke afspraken over de verantwoordelijkheden")
_INVOLVE: Final = network("Betrek tijdig de partners die nodig")
_KEEP_UP: Final = network("Door de samenwerking actief te onderhouden")
_REFLECT: Final = network("Reflecteer op de rollen van alle")
_KEEP_GOAL: Final = network("Houd het doel gedurende de samenwerking")
_NEWCOMERS: Final = network("het later meenemen van nieuwe partners")

_NEED = Phase(NEED, Label(nl="behoefte en doel", en="need and goal"), kind="initial")
_ACQUAINTANCE = Phase(
    ACQUAINTANCE,
    Label(
        nl="kennismaking met elkaar en elkaars perspectief",
        en="acquaintance with each other and each other’s perspective",
    ),
    citation=_KNOW,
    basis=Basis.SOURCE,
)
_ARRANGEMENTS = Phase(
    ARRANGEMENTS, Label(nl="afspraken maken", en="making arrangements"), citation=_AGREE, basis=Basis.SOURCE
)
_ACTIVE_NETWORK = Phase(
    ACTIVE_NETWORK,
    Label(nl="actief netwerk", en="active network"),
    watches=(PAR_17, COM_01, EVA_03, COM_04, DRA_03, ROL_04, NET_04, NEWCOMERS_KNOWN, PAR_22, EVA_13),
    citation=_KEEP_UP,
    basis=Basis.SOURCE,
)
_REFLECTION = Phase(
    REFLECTION,
    Label(nl="terugblik op rollen, resultaten en voortgang", en="reflection on roles, results and progress"),
    citation=_REFLECT,
    basis=Basis.SOURCE,
)
_STAGNATION = Phase(
    STAGNATION,
    Label(nl="stilgevallen netwerk", en="stagnating network"),
)
_GOAL_REACHED = Phase(
    GOAL_REACHED, Label(nl="doel bereikt", en="goal reached"), kind="final", outcome="success"
)
_DISSOLVED = Phase(DISSOLVED, Label(nl="opgeheven", en="dissolved"), kind="final", outcome="early")

_CONTINUED_OTHERWISE = handed_over(
    "overgegaan in een andere samenwerking", "gone over into another collaboration"
)

_RESTING: Final = (_ACQUAINTANCE, _ARRANGEMENTS, _ACTIVE_NETWORK, _REFLECTION)
"""Phases that can be interrupted."""

# --- steps ------------------------------------------------------------------------------------------

_TRANSITIONS = (
    _NEED.to(
        _ACQUAINTANCE,
        APPROACH_PARTNERS,
        label=Label(nl="benader partners", en="approach partners"),
        requires=(KEN_04,),
        advises=(NET_01, PAR_07, PAR_08),
        citation=_INVOLVE,
        basis=Basis.SOURCE,
    ),
    _NEED.to(
        _DISSOLVED,
        REFRAIN,
        label=Label(nl="zie ervan af", en="refrain from it"),
        advises=STOPPED_FOR_A_REASON,
    ),
    _ACQUAINTANCE.to(
        _ARRANGEMENTS,
        START_ARRANGEMENTS,
        label=Label(nl="begin met afspraken maken", en="start making arrangements"),
        requires=(PAR_17, KEN_03),
        advises=(NET_02, NET_03, KEN_06),
        citation=_AGREE,
        basis=Basis.SOURCE,
    ),
    _ACQUAINTANCE.to(
        _NEED, CHANGE_PARTNERS, label=Label(nl="zoek andere partners", en="look for other partners")
    ),
    _ARRANGEMENTS.to(
        _ACTIVE_NETWORK,
        ACTIVATE,
        label=Label(nl="maak het netwerk actief", en="activate the network"),
        requires=(PAR_17, NEWCOMERS_KNOWN, AGR_01, AGR_02, AGR_03, AGR_13, REG_04),
        advises=(AGR_14, EVA_01, ROL_03),
        citation=_AGREE,
        basis=Basis.SOURCE,
    ),
    _ARRANGEMENTS.to(
        _ACQUAINTANCE,
        BACK_TO_ACQUAINTANCE,
        label=Label(nl="ga terug: leer elkaar beter kennen", en="go back: get to know each other better"),
    ),
    _ACTIVE_NETWORK.to(
        _ACTIVE_NETWORK,
        ADD_PARTNER,
        label=Label(nl="voeg een partner toe", en="add a partner"),
        requires=(KEN_03,),
        advises=(KEN_01, PAR_07),
        concerns="party",
        citation=_NEWCOMERS,
        basis=Basis.SOURCE,
    ),
    _ACTIVE_NETWORK.to(
        _REFLECTION,
        OPEN_REFLECTION,
        label=Label(nl="kijk samen terug", en="open the reflection"),
        advises=(EVA_02, ROL_04),
        falls_due=OnTerm("end"),
        citation=_REFLECT,
        basis=Basis.SOURCE,
    ),
    _ACTIVE_NETWORK.to(
        _STAGNATION,
        REPORT_STAGNATION,
        label=Label(nl="meld dat het netwerk stilvalt", en="report that the network stagnates"),
    ),
    _REFLECTION.to(
        _ACTIVE_NETWORK,
        CONTINUE,
        label=Label(nl="zet het netwerk voort", en="continue the network"),
        requires=(decided("continue"), PAR_17, NEWCOMERS_KNOWN),
        advises=(DRA_03,),
        citation=_KEEP_GOAL,
        basis=Basis.SOURCE,
    ),
    _REFLECTION.to(
        _ARRANGEMENTS,
        REVISE_ARRANGEMENTS,
        label=Label(nl="herzie de afspraken", en="revise the arrangements"),
        requires=(decided("adapt"),),
    ),
    _REFLECTION.to(
        _GOAL_REACHED,
        CLOSE_GOAL_REACHED,
        label=Label(nl="sluit af: het doel is bereikt", en="close: the goal is reached"),
        requires=(decided("continue", "terminate"), EVA_09, PAR_17, NEWCOMERS_KNOWN, AMB_10),
        advises=(COM_05,),
    ),
    _REFLECTION.to(
        _DISSOLVED,
        DISSOLVE,
        label=Label(nl="hef het netwerk op", en="dissolve the network"),
        requires=(decided("terminate"),),
    ),
    _STAGNATION.to(
        _ACTIVE_NETWORK,
        REACTIVATE,
        label=Label(nl="maak het netwerk weer actief", en="reactivate the network"),
        requires=(PAR_17, NEWCOMERS_KNOWN, AGR_13),
        advises=(DRA_03,),
    ),
    _STAGNATION.to(
        _ACQUAINTANCE,
        RENEW_ACQUAINTANCE,
        label=Label(nl="maak opnieuw kennis", en="get to know each other anew"),
    ),
    _STAGNATION.to(
        _DISSOLVED,
        DISSOLVE,
        label=Label(nl="hef het netwerk op", en="dissolve the network"),
        requires=STOPPED_FOR_A_REASON,
        advises=(STO_03, EVA_09),
    ),
    *suspensions(*_RESTING),
    *stops(_DISSOLVED, _ACQUAINTANCE, _ARRANGEMENTS),
    *stops(_DISSOLVED, _ACTIVE_NETWORK, _REFLECTION, advises=(EVA_09,)),
    *stops(_DISSOLVED, *map(at_rest, _RESTING)),
    *hand_over(_CONTINUED_OTHERWISE, _ACTIVE_NETWORK, _REFLECTION, _STAGNATION),
)

# --- evaluation -------------------------------------------------------------------------------------

_POINTS = (
    EvaluationPoint(
        key="progress_talk",
        label=Label(nl="gesprek over resultaat en voortgang", en="talk about results and progress"),
        kind="progress_talk",
        anchor=OnTrigger(ACTIVATE),
        every=PROGRESS_INTERVAL,
        while_in=(ACTIVE_NETWORK,),
        instrument=Label(nl="een verslag", en="minutes"),
        evaluator=Label(
            nl="de partijen; een onafhankelijke begeleider kan helpen",
            en="the parties; an independent chair can help",
        ),
        citation=network("Bespreek regelmatig de resultaten"),
        basis=Basis.SOURCE,
        choice=Label(
            nl="De gids zegt ‘regelmatig’; de termijn is onze keuze.",
            en="The guide says ‘regularly’; the interval is our choice.",
        ),
    ),
    EvaluationPoint(
        key="periodic_evaluation",
        label=Label(nl="evaluatie van rollen en netwerk", en="evaluation of roles and network"),
        kind="periodic",
        anchor=OnTrigger(ACTIVATE),
        every=EVALUATION_INTERVAL,
        while_in=(ACTIVE_NETWORK, REFLECTION),
        instrument=Label(
            nl="Coordinated Action Checklist of netwerkanalyse",
            en="Coordinated Action Checklist or network analysis",
        ),
        evaluator=Label(nl="een onafhankelijke evaluator", en="an independent evaluator"),
        citation=Citation(NETWORK_ANALYSES_LIMBURG),
        basis=Basis.LITERATURE,
        choice=Label(
            nl="In Limburg is dit drie jaar achter elkaar gemeten; dat het elk jaar moet, is onze keuze.",
            en="In Limburg this was measured three years in a row; that it is due every year is our choice.",
        ),
    ),
    EvaluationPoint(
        key="goal_deadline",
        label=Label(nl="einddatum van het netwerkdoel", en="end date of the network goal"),
        kind="final",
        anchor=OnStatement("network_goal", "until"),
        instrument=Label(nl="een maat voor het doel", en="an indicator of the goal"),
        evaluator=Label(nl="het netwerk", en="the network"),
        citation=network("binnen 5 jaar alle professionals", "Voorbeeld: Netwerk Noordelijke Maasvallei"),
        basis=Basis.SOURCE,
        choice=Label(
            nl="De bron is een voorbeeld met een doel voor vijf jaar. Dat u op de einddatum kijkt of het "
            "doel is bereikt, is onze keuze.",
            en="The source is an example with a goal for five years. That you look on the end date whether "
            "the goal is reached is our choice.",
        ),
    ),
    contact(COM_01, ACTIVE_NETWORK),
    follow_up(COM_04),
    contact(DRA_03, ACTIVE_NETWORK),
    contact(ROL_04, ACTIVE_NETWORK),
    END_OF_TERM,
)

NETWORK: Final = Process(
    key="network",
    label=Label(nl="netwerk opbouwen en onderhouden", en="building and maintaining a network"),
    phases=(
        _NEED,
        _ACQUAINTANCE,
        _ARRANGEMENTS,
        _ACTIVE_NETWORK,
        _REFLECTION,
        _STAGNATION,
        *map(at_rest, _RESTING),
        _GOAL_REACHED,
        _DISSOLVED,
        _CONTINUED_OTHERWISE,
    ),
    transitions=_TRANSITIONS,
    evaluation_points=_POINTS,
    terms=TERMS,
)
