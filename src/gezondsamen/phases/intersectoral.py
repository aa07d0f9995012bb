"""Intersectoral collaboration: explore sectors, talk, begin with something concrete, make it structural.

`INTERSECTORAL` is the process; the other constants are the keys of its phases and triggers.
"""

from __future__ import annotations

from typing import Final

from gezondsamen.catalogue import TERMS
from gezondsamen.catalogue.limits import EVALUATION_INTERVAL
from gezondsamen.catalogue.works import COORDINATED_ACTION, OUR_CHOICE, RIVM_LOCAL_MEMORANDUM
from gezondsamen.citations import Basis, Citation
from gezondsamen.labels import Label
from gezondsamen.periods import Every
from gezondsamen.phases.interruption import at_rest, hand_over, handed_over, stops, suspend, suspensions
from gezondsamen.phases.rhythms import END_OF_TERM, contact, follow_up
from gezondsamen.phases.rules.acquaintance import KEN_02, KEN_04, KEN_05, KEN_06
from gezondsamen.phases.rules.agreements import AGR_01, AGR_02, AGR_06, AGR_13
from gezondsamen.phases.rules.communication import COM_01, COM_02, COM_04, COM_05
from gezondsamen.phases.rules.direction import REG_05
from gezondsamen.phases.rules.evaluation import EVA_01, EVA_02, EVA_03, EVA_09, EVA_13, decided
from gezondsamen.phases.rules.interruption import RESTS
from gezondsamen.phases.rules.interruption import STOPPED as STOPPED_FOR_A_REASON
from gezondsamen.phases.rules.membership import PAR_17, PAR_22
from gezondsamen.phases.rules.partner_search import PAR_15
from gezondsamen.phases.rules.partners import PAR_05, PAR_06, PAR_07, PAR_08
from gezondsamen.phases.rules.partnership import EVALUATION_CHAPTER
from gezondsamen.phases.rules.passages import collaboration, intersectoral
from gezondsamen.phases.rules.roles import NEWCOMERS_HAVE_A_ROLE, ROL_02, ROLES_ARE_FILLED
from gezondsamen.phases.rules.sectors import (
    ISC_01,
    ISC_02,
    ISC_03,
    ISC_04,
    ISC_05,
    ISC_06,
    ISC_07,
    ISC_08,
    ISC_09,
    ISC_10,
    ISC_11,
)
from gezondsamen.phases.rules.support import DRA_02, DRA_03
from gezondsamen.process.evaluation_points import EvaluationPoint, OnAction, OnStatement, OnTerm, OnTrigger
from gezondsamen.process.phases import Phase
from gezondsamen.process.process import Process

# --- keys of phases -------------------------------------------------------------------------------

IDEA: Final = "idea"
EXPLORATION: Final = "exploration"
CONVERSATION: Final = "conversation"
ACTION: Final = "action"
PRECONDITIONS: Final = "preconditions"
STRUCTURAL: Final = "structural"
EVALUATION: Final = "evaluation"
SUSPENDED: Final = "suspended"
EXPLORATION_SUSPENDED: Final = "exploration_suspended"
CONVERSATION_SUSPENDED: Final = "conversation_suspended"
ACTION_SUSPENDED: Final = "action_suspended"
PRECONDITIONS_SUSPENDED: Final = "preconditions_suspended"
EVALUATION_SUSPENDED: Final = "evaluation_suspended"
CONTINUED_OTHERWISE: Final = "continued_otherwise"
ANCHORED: Final = "anchored"
STOPPED: Final = "stopped"
NOT_STARTED: Final = "not_started"

# --- keys of triggers -----------------------------------------------------------------------------

START_EXPLORATION: Final = "start_exploration"
REFRAIN: Final = "refrain"
OPEN_CONVERSATION: Final = "open_conversation"
NO_STARTING_POINT: Final = "no_starting_point"
START_ACTION: Final = "start_action"
SEEK_OTHER_SECTOR: Final = "seek_other_sector"
NO_MUTUAL_INTEREST: Final = "no_mutual_interest"
ARRANGE_PRECONDITIONS: Final = "arrange_preconditions"
BACK_TO_CONVERSATION: Final = "back_to_conversation"
STOP: Final = "stop"
MAKE_STRUCTURAL: Final = "make_structural"
TAKE_ANOTHER_ACTION: Final = "take_another_action"
ADD_SECTOR: Final = "add_sector"
OPEN_EVALUATION: Final = "open_evaluation"
CONTINUE: Final = "continue"
START_NEW_ACTION: Final = "start_new_action"
EXPLORE_AGAIN: Final = "explore_again"
ANCHOR: Final = "anchor"
END: Final = "end"
SUSPEND: Final = "suspend"
RESUME: Final = "resume"
CONTINUE_OTHERWISE: Final = "continue_otherwise"

# --- phases ---------------------------------------------------------------------------------------

_STEPS: Final = "Intersectorale samenwerking"
_EXPLORE: Final = collaboration("Verkennen: breng relevante sectoren in beeld", _STEPS)
_TALK: Final = collaboration("In gesprek: maak inzichtelijk", _STEPS)
_ACT: Final = collaboration("Aan de slag: start met iets", _STEPS)
_ARRANGE: Final = collaboration("Zorg voor randvoorwaarden", _STEPS)
_SMALL_SUCCESSES: Final = intersectoral("Gezamenlijke successen met (kleine) concrete acties")

_IDEA = Phase(IDEA, Label(nl="idee", en="idea"), kind="initial")
_EXPLORATION = Phase(
    EXPLORATION,
    Label(nl="verkenning van de sectoren", en="exploration of the sectors"),
    citation=_EXPLORE,
    basis=Basis.SOURCE,
)
_CONVERSATION = Phase(
    CONVERSATION,
    Label(nl="gesprek met de andere sector", en="conversation with the other sector"),
    citation=_TALK,
    basis=Basis.SOURCE,
)
_ACTION = Phase(
    ACTION,
    Label(nl="concrete actie", en="concrete action"),
    watches=(PAR_05, PAR_17, COM_04, COM_05),
    citation=_ACT,
    basis=Basis.SOURCE,
)
_PRECONDITIONS = Phase(
    PRECONDITIONS,
    Label(nl="randvoorwaarden", en="preconditions"),
    citation=_ARRANGE,
    basis=Basis.SOURCE,
)
_STRUCTURAL = Phase(
    STRUCTURAL,
    Label(nl="structurele samenwerking", en="structural collaboration"),
    watches=(
        PAR_05,
        PAR_17,
        COM_01,
        COM_04,
        EVA_03,
        DRA_03,
        ISC_08,
        ISC_02,
        DRA_02,
        ROLES_ARE_FILLED,
        REG_05,
        PAR_22,
        EVA_13,
    ),
    citation=_SMALL_SUCCESSES,
)
_EVALUATION = Phase(
    EVALUATION, Label(nl="evaluatie van de samenwerking", en="evaluation of the collaboration")
)
_SUSPENDED = Phase(SUSPENDED, Label(nl="opgeschort", en="suspended"), kind="suspended", watches=RESTS)
_ANCHORED = Phase(
    ANCHORED,
    Label(nl="verankerd in het beleid van meerdere sectoren", en="anchored in the policy of several sectors"),
    kind="final",
    outcome="success",
)
_STOPPED = Phase(STOPPED, Label(nl="voortijdig gestopt", en="stopped early"), kind="final", outcome="early")
_NOT_STARTED = Phase(NOT_STARTED, Label(nl="niet gestart", en="not started"), kind="final", outcome="neutral")

_CONTINUED_OTHERWISE = handed_over(
    "overgegaan in een andere samenwerking", "gone over into another collaboration"
)

_RESTING: Final = (_EXPLORATION, _CONVERSATION, _ACTION, _PRECONDITIONS, _EVALUATION)
"""Phases that can be interrupted."""

# --- steps ----------------------------------------------------------------------------------------

_TRANSITIONS = (
    _IDEA.to(
        _EXPLORATION,
        START_EXPLORATION,
        label=Label(nl="start de verkenning", en="start exploring"),
        advises=(PAR_08,),
        citation=_EXPLORE,
        basis=Basis.SOURCE,
    ),
    _IDEA.to(
        _NOT_STARTED,
        REFRAIN,
        label=Label(nl="zie ervan af", en="refrain from it"),
        advises=STOPPED_FOR_A_REASON,
    ),
    _EXPLORATION.to(
        _CONVERSATION,
        OPEN_CONVERSATION,
        label=Label(nl="open het gesprek", en="open the conversation"),
        requires=(ISC_01, PAR_05),
        advises=(PAR_06, PAR_15, KEN_06, ISC_06),
        citation=_TALK,
        basis=Basis.SOURCE,
    ),
    _EXPLORATION.to(
        _NOT_STARTED,
        NO_STARTING_POINT,
        label=Label(nl="stop: er is geen aanknopingspunt", en="stop: there is no starting point"),
    ),
    _CONVERSATION.to(
        _ACTION,
        START_ACTION,
        label=Label(nl="begin met een concrete actie", en="begin with a concrete action"),
        requires=(PAR_05, PAR_17, ISC_02, KEN_04, KEN_05, ISC_03),
        advises=(ISC_05, ISC_07, COM_02, KEN_02),
        citation=_ACT,
        basis=Basis.SOURCE,
    ),
    _CONVERSATION.to(
        _EXPLORATION,
        SEEK_OTHER_SECTOR,
        label=Label(nl="zoek een andere sector", en="seek another sector"),
    ),
    _CONVERSATION.to(
        _STOPPED,
        NO_MUTUAL_INTEREST,
        label=Label(nl="stop: er is geen wederzijds belang", en="stop: there is no mutual interest"),
    ),
    _ACTION.to(
        _PRECONDITIONS,
        ARRANGE_PRECONDITIONS,
        label=Label(nl="regel de randvoorwaarden", en="arrange the preconditions"),
        advises=(COM_05, ISC_09),
        citation=_ARRANGE,
        basis=Basis.SOURCE,
    ),
    _ACTION.to(
        _CONVERSATION,
        BACK_TO_CONVERSATION,
        label=Label(nl="ga terug naar het gesprek", en="go back to the conversation"),
    ),
    _PRECONDITIONS.to(
        _STRUCTURAL,
        MAKE_STRUCTURAL,
        label=Label(nl="maak de samenwerking structureel", en="make the collaboration structural"),
        requires=(
            PAR_05,
            PAR_17,
            ISC_02,
            ISC_11,
            ISC_04,
            DRA_02,
            AGR_13,
            REG_05,
            ROL_02,
            AGR_01,
            EVA_01,
        ),
        advises=(AGR_06, COM_02, AGR_02),
        citation=_ARRANGE,
        basis=Basis.SOURCE,
    ),
    _PRECONDITIONS.to(
        _ACTION,
        TAKE_ANOTHER_ACTION,
        label=Label(nl="doe nog een concrete actie", en="take another concrete action"),
        citation=_SMALL_SUCCESSES,
        basis=Basis.SOURCE,
    ),
    _STRUCTURAL.to(
        _STRUCTURAL,
        ADD_SECTOR,
        label=Label(nl="voeg een sector toe", en="add a sector"),
        requires=(ISC_02, DRA_02, NEWCOMERS_HAVE_A_ROLE),
        advises=(PAR_07,),
        concerns="party",
    ),
    _STRUCTURAL.to(
        _EVALUATION,
        OPEN_EVALUATION,
        label=Label(nl="open de evaluatie", en="open the evaluation"),
        advises=(EVA_02,),
        falls_due=OnTerm("end"),
    ),
    _EVALUATION.to(
        _STRUCTURAL,
        CONTINUE,
        label=Label(nl="zet de samenwerking voort", en="continue the collaboration"),
        requires=(decided("continue"), PAR_05, PAR_17, ISC_02, DRA_02),
        citation=EVALUATION_CHAPTER,
        basis=Basis.LITERATURE,
    ),
    _EVALUATION.to(
        _ACTION,
        START_NEW_ACTION,
        label=Label(nl="begin een nieuwe actie", en="begin a new action"),
        requires=(decided("adapt"),),
    ),
    _EVALUATION.to(
        _EXPLORATION,
        EXPLORE_AGAIN,
        label=Label(nl="verken opnieuw", en="explore again"),
        requires=(decided("adapt", "continue"),),
    ),
    _EVALUATION.to(
        _ANCHORED,
        ANCHOR,
        label=Label(nl="veranker de samenwerking in beleid", en="anchor the collaboration in policy"),
        requires=(decided("continue", "terminate"), PAR_05, PAR_17, ISC_02, DRA_02, ISC_10),
        advises=(ISC_07, AGR_06),
    ),
    _EVALUATION.to(
        _STOPPED,
        END,
        label=Label(nl="beëindig de samenwerking", en="end the collaboration"),
        requires=(decided("terminate"),),
    ),
    suspend(_STRUCTURAL, _SUSPENDED),
    _SUSPENDED.to(
        _STRUCTURAL,
        RESUME,
        label=Label(nl="hervat", en="resume"),
        requires=(PAR_05, PAR_17, ISC_02, DRA_02, AGR_13),
    ),
    *suspensions(*_RESTING),
    *stops(_STOPPED, _EXPLORATION, _CONVERSATION, _ACTION, _PRECONDITIONS),
    *stops(_STOPPED, _STRUCTURAL, _SUSPENDED, _EVALUATION, advises=(EVA_09,)),
    *stops(_STOPPED, *map(at_rest, _RESTING)),
    *hand_over(_CONTINUED_OTHERWISE, _STRUCTURAL, _SUSPENDED, _EVALUATION),
)

# --- evaluation -----------------------------------------------------------------------------------

_POINTS = (
    EvaluationPoint(
        key="after_action_review",
        label=Label(nl="terugblik op een actie", en="after-action review"),
        kind="action_review",
        anchor=OnAction(),
        instrument=Label(nl="een korte terugblik", en="a short review"),
        evaluator=Label(nl="de sectoren", en="the sectors"),
        citation=Citation(OUR_CHOICE),
        choice=Label(
            nl="Een keer terugblikken op de einddatum van elke actie is onze keuze.",
            en="Looking back once, on the end date of each action, is our choice.",
        ),
    ),
    EvaluationPoint(
        key="annual_evaluation",
        label=Label(nl="jaarlijkse evaluatie", en="annual evaluation"),
        kind="periodic",
        anchor=OnTrigger(MAKE_STRUCTURAL),
        every=EVALUATION_INTERVAL,
        while_in=(STRUCTURAL,),
        instrument=Label(
            nl="Coordinated Action Checklist of de tien indicatoren van D’Amour, met het MM-HiAP-niveau",
            en="Coordinated Action Checklist or the ten indicators of D’Amour, with the MM-HiAP level",
        ),
        evaluator=Label(nl="bij voorkeur onafhankelijk", en="preferably independent"),
        citation=Citation(COORDINATED_ACTION),
        basis=Basis.LITERATURE,
        choice=Label(
            nl="Zo vaak gebeurt het in de praktijk; dat het elk jaar moet, is onze keuze.",
            en="This is how often it is done in practice; that it is due every year is our choice.",
        ),
    ),
    EvaluationPoint(
        key="policy_cycle_alignment",
        label=Label(
            nl="aansluiting op de cyclus van de gezondheidsnota",
            en="alignment with the cycle of the health memorandum",
        ),
        kind="periodic",
        anchor=OnStatement("memorandum_adopted", "until"),
        before_end=Every(months=12),
        instrument=Label(nl="het MM-HiAP-niveau", en="the MM-HiAP level"),
        evaluator=Label(nl="de gemeente en de GGD", en="the municipality and the GGD"),
        citation=Citation(RIVM_LOCAL_MEMORANDUM),
        choice=Label(
            nl="De bron noemt een cyclus van vier jaar; een jaar vóór de herziening kijken is onze keuze.",
            en="The source names a cycle of four years; to look a year before the review is our choice.",
        ),
    ),
    contact(EVA_03, STRUCTURAL),
    contact(COM_01, STRUCTURAL),
    follow_up(COM_04),
    contact(COM_05, ACTION),
    contact(DRA_03, STRUCTURAL),
    END_OF_TERM,
)

INTERSECTORAL: Final = Process(
    key="intersectoral",
    label=Label(nl="intersectorale samenwerking", en="intersectoral collaboration"),
    phases=(
        _IDEA,
        _EXPLORATION,
        _CONVERSATION,
        _ACTION,
        _PRECONDITIONS,
        _STRUCTURAL,
        _EVALUATION,
        _SUSPENDED,
        *map(at_rest, _RESTING),
        _ANCHORED,
        _STOPPED,
        _NOT_STARTED,
        _CONTINUED_OTHERWISE,
    ),
    transitions=_TRANSITIONS,
    evaluation_points=_POINTS,
    terms=TERMS,
)
