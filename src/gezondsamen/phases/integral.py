"""Integral collaboration: explore, find a joint ambition, give it shape, keep it up, evaluate.

`INTEGRAL` is the process; the other constants are the keys of its phases and triggers. The guide has
three steps; the last is split here in shaping, maintaining and evaluating, so that agreements and
evaluations can each have rules of their own.
"""

from __future__ import annotations

from typing import Final

from gezondsamen.catalogue import TERMS
from gezondsamen.catalogue.limits import EVALUATION_INTERVAL, PROGRESS_INTERVAL
from gezondsamen.catalogue.works import COORDINATED_ACTION, HEALTHY_WEIGHT_COVENANT, JOGG_GOOISE_MEREN
from gezondsamen.citations import Basis, Citation
from gezondsamen.labels import Label
from gezondsamen.periods import Every
from gezondsamen.phases.interruption import at_rest, hand_over, handed_over, stops, suspend, suspensions
from gezondsamen.phases.rhythms import END_OF_TERM, contact, follow_up
from gezondsamen.phases.rules.acquaintance import (
    KEN_01,
    KEN_03,
    KEN_04,
    KEN_05,
    KEN_06,
    KEN_07,
    KEN_08,
    KEN_09,
    NEWCOMERS_KNOWN,
    NEWCOMERS_MET,
    NEWCOMERS_MET_FIRST,
)
from gezondsamen.phases.rules.agreements import AGR_01, AGR_02, AGR_03, AGR_09, AGR_13, AGR_14
from gezondsamen.phases.rules.ambition import (
    AMB_01,
    AMB_02,
    AMB_03,
    AMB_04,
    AMB_05,
    AMB_07,
    AMB_08,
    AMB_09,
    AMB_10,
    NEWCOMERS_AGREE,
    NEWCOMERS_AGREE_TO_PLAN,
)
from gezondsamen.phases.rules.communication import COM_01, COM_03, COM_04, COM_05, COM_07, COM_09
from gezondsamen.phases.rules.direction import REG_01, REG_03
from gezondsamen.phases.rules.evaluation import EVA_01, EVA_02, EVA_03, EVA_09, EVA_11, EVA_13, decided
from gezondsamen.phases.rules.funding import FIN_01
from gezondsamen.phases.rules.interruption import RESTS
from gezondsamen.phases.rules.interruption import STOPPED as STOPPED_FOR_A_REASON
from gezondsamen.phases.rules.membership import PAR_17, PAR_22
from gezondsamen.phases.rules.network import NET_04
from gezondsamen.phases.rules.partners import (
    NEWCOMERS_HAVE_A_DELEGATE,
    PAR_06,
    PAR_07,
    PAR_08,
    PAR_09,
    PAR_16,
)
from gezondsamen.phases.rules.partnership import EVALUATION_CHAPTER
from gezondsamen.phases.rules.passages import collaboration, network
from gezondsamen.phases.rules.roles import (
    ROL_01,
    ROL_02,
    ROL_03,
    ROL_04,
    ROLES_ARE_FILLED,
)
from gezondsamen.phases.rules.sectors import ISC_09
from gezondsamen.phases.rules.support import DRA_01, DRA_03
from gezondsamen.process.evaluation_points import EvaluationPoint, OnTerm, OnTrigger
from gezondsamen.process.phases import Phase
from gezondsamen.process.process import Process

# --- keys of phases -------------------------------------------------------------------------------

IDEA: Final = "idea"
EXPLORATION: Final = "exploration"
AMBITION: Final = "ambition"
SHAPING: Final = "shaping"
MAINTENANCE: Final = "maintenance"
EVALUATION: Final = "evaluation"
SUSPENDED: Final = "suspended"
EXPLORATION_SUSPENDED: Final = "exploration_suspended"
AMBITION_SUSPENDED: Final = "ambition_suspended"
SHAPING_SUSPENDED: Final = "shaping_suspended"
EVALUATION_SUSPENDED: Final = "evaluation_suspended"
CONTINUED_OTHERWISE: Final = "continued_otherwise"
EMBEDDED: Final = "embedded"
GOAL_REACHED: Final = "goal_reached"
STOPPED: Final = "stopped"
NOT_STARTED: Final = "not_started"

# --- keys of triggers -----------------------------------------------------------------------------

START_EXPLORATION: Final = "start_exploration"
REFRAIN: Final = "refrain"
OPEN_AMBITION_TALKS: Final = "open_ambition_talks"
NO_ADDED_VALUE: Final = "no_added_value"
ADOPT_AMBITION: Final = "adopt_ambition"
BACK_TO_EXPLORATION: Final = "back_to_exploration"
NO_AGREEMENT: Final = "no_agreement"
START_EXECUTION: Final = "start_execution"
REVISE_AMBITION: Final = "revise_ambition"
STOP: Final = "stop"
ADD_PARTNER: Final = "add_partner"
OPEN_EVALUATION: Final = "open_evaluation"
CONTINUE: Final = "continue"
RESHAPE: Final = "reshape"
RECALIBRATE_AMBITION: Final = "recalibrate_ambition"
EMBED: Final = "embed"
COMPLETE: Final = "complete"
END: Final = "end"
SUSPEND: Final = "suspend"
RESUME: Final = "resume"
CONTINUE_OTHERWISE: Final = "continue_otherwise"

# --- phases ---------------------------------------------------------------------------------------

_STEPS: Final = "Basisstappen bij samenwerken"
_TASKS: Final = "Samenwerking vormgeven en onderhouden"
_EXPLORE: Final = collaboration("Verkennen van partners en de situatie", _STEPS)
_AIM: Final = collaboration("Gezamenlijke ambitie creëren", _STEPS)
_SHAPE: Final = collaboration("Vormgeven en onderhouden van de samenwerking", _STEPS)
_KEEP_UP: Final = collaboration("Onderhoud de samenwerking", _TASKS)
_EVALUATE: Final = collaboration("Evalueer de samenwerking", _TASKS)

_IDEA = Phase(IDEA, Label(nl="idee", en="idea"), kind="initial")
_EXPLORATION = Phase(
    EXPLORATION,
    Label(nl="verkenning van partners en situatie", en="exploration of partners and situation"),
    citation=_EXPLORE,
    basis=Basis.SOURCE,
)
_AMBITION = Phase(
    AMBITION,
    Label(nl="vorming van de gezamenlijke ambitie", en="forming of the joint ambition"),
    citation=_AIM,
    basis=Basis.SOURCE,
)
_SHAPING = Phase(
    SHAPING,
    Label(nl="vormgeving: basis, taken en rollen", en="shaping: basis, tasks and roles"),
    citation=_SHAPE,
    basis=Basis.SOURCE,
)
_MAINTENANCE = Phase(
    MAINTENANCE,
    Label(nl="uitvoering en onderhoud", en="execution and maintenance"),
    watches=(
        PAR_17,
        COM_01,
        COM_03,
        COM_04,
        COM_05,
        COM_07,
        EVA_03,
        ROL_04,
        DRA_03,
        NEWCOMERS_MET,
        NEWCOMERS_KNOWN,
        NEWCOMERS_AGREE,
        NEWCOMERS_AGREE_TO_PLAN,
        NEWCOMERS_HAVE_A_DELEGATE,
        ROLES_ARE_FILLED,
        REG_01,
        PAR_22,
        EVA_13,
    ),
    citation=_KEEP_UP,
    basis=Basis.SOURCE,
)
_EVALUATION = Phase(
    EVALUATION,
    Label(nl="evaluatie van de samenwerking", en="evaluation of the collaboration"),
    citation=_EVALUATE,
    basis=Basis.SOURCE,
)
_SUSPENDED = Phase(SUSPENDED, Label(nl="opgeschort", en="suspended"), kind="suspended", watches=RESTS)
_EMBEDDED = Phase(EMBEDDED, Label(nl="geborgd", en="embedded"), kind="final", outcome="success")
_GOAL_REACHED = Phase(
    GOAL_REACHED,
    Label(nl="afgerond: doel bereikt", en="completed: goal reached"),
    kind="final",
    outcome="success",
)
_STOPPED = Phase(STOPPED, Label(nl="voortijdig gestopt", en="stopped early"), kind="final", outcome="early")
_NOT_STARTED = Phase(NOT_STARTED, Label(nl="niet gestart", en="not started"), kind="final", outcome="neutral")

_CONTINUED_OTHERWISE = handed_over(
    "overgegaan in een andere samenwerking", "gone over into another collaboration"
)

_RESTING: Final = (_EXPLORATION, _AMBITION, _SHAPING, _EVALUATION)
"""Phases that can be interrupted."""

# --- steps ----------------------------------------------------------------------------------------

_OF_NEWCOMERS: Final = (
    NEWCOMERS_MET_FIRST,
    NEWCOMERS_KNOWN,
    NEWCOMERS_AGREE,
    NEWCOMERS_AGREE_TO_PLAN,
)
"""What was asked of all before execution, asked of whoever came since."""

_TRANSITIONS = (
    _IDEA.to(
        _EXPLORATION,
        START_EXPLORATION,
        label=Label(nl="start de verkenning", en="start exploring"),
        requires=(AMB_05,),
        advises=(PAR_08, KEN_08),
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
        _AMBITION,
        OPEN_AMBITION_TALKS,
        label=Label(nl="open het ambitiegesprek", en="open the ambition talks"),
        requires=(PAR_17, KEN_01, KEN_03, KEN_04),
        advises=(KEN_06, PAR_06, PAR_16, KEN_07, KEN_09, COM_09),
        citation=_AIM,
        basis=Basis.SOURCE,
    ),
    _EXPLORATION.to(
        _NOT_STARTED,
        NO_ADDED_VALUE,
        label=Label(nl="stop: er is geen meerwaarde", en="stop: there is no added value"),
    ),
    _AMBITION.to(
        _SHAPING,
        ADOPT_AMBITION,
        label=Label(nl="stel de ambitie vast", en="adopt the ambition"),
        requires=(NEWCOMERS_MET_FIRST, NEWCOMERS_KNOWN, AMB_01, KEN_05),
        advises=(AMB_02, AMB_07, AMB_08, AMB_09, AMB_03),
        citation=_AIM,
        basis=Basis.SOURCE,
    ),
    _AMBITION.to(
        _EXPLORATION,
        BACK_TO_EXPLORATION,
        label=Label(nl="ga terug naar de verkenning", en="go back to the exploration"),
    ),
    _AMBITION.to(
        _STOPPED,
        NO_AGREEMENT,
        label=Label(nl="stop: er is geen overeenstemming", en="stop: there is no agreement"),
    ),
    _SHAPING.to(
        _MAINTENANCE,
        START_EXECUTION,
        label=Label(nl="start de uitvoering", en="start executing"),
        requires=(
            PAR_17,
            NEWCOMERS_MET_FIRST,
            NEWCOMERS_KNOWN,
            NEWCOMERS_AGREE,
            AMB_04,
            ROL_02,
            PAR_09,
            REG_01,
            AGR_03,
            AGR_01,
            AGR_02,
            AGR_13,
            EVA_01,
            DRA_01,
        ),
        advises=(ROL_01, ROL_03, AGR_09, AGR_14, ISC_09, REG_03),
        citation=_SHAPE,
        basis=Basis.SOURCE,
    ),
    _SHAPING.to(_AMBITION, REVISE_AMBITION, label=Label(nl="herzie de ambitie", en="revise the ambition")),
    _MAINTENANCE.to(
        _MAINTENANCE,
        ADD_PARTNER,
        label=Label(nl="voeg een partner toe", en="add a partner"),
        requires=(KEN_01, KEN_03, AMB_01, AMB_04, PAR_09),
        advises=(PAR_07,),
        concerns="party",
        citation=network("het later meenemen van nieuwe partners"),
        basis=Basis.SOURCE,
    ),
    _MAINTENANCE.to(
        _EVALUATION,
        OPEN_EVALUATION,
        label=Label(nl="open de evaluatie", en="open the evaluation"),
        advises=(EVA_02, EVA_11),
        falls_due=OnTerm("end"),
        citation=_EVALUATE,
        basis=Basis.SOURCE,
    ),
    _EVALUATION.to(
        _MAINTENANCE,
        CONTINUE,
        label=Label(nl="zet de samenwerking voort", en="continue the collaboration"),
        requires=(decided("continue"), PAR_17, *_OF_NEWCOMERS),
        citation=_EVALUATE,
        basis=Basis.SOURCE,
    ),
    _EVALUATION.to(
        _SHAPING,
        RESHAPE,
        label=Label(nl="pas de vorm aan", en="reshape the collaboration"),
        requires=(decided("adapt"),),
        citation=EVALUATION_CHAPTER,
        basis=Basis.LITERATURE,
    ),
    _EVALUATION.to(
        _AMBITION,
        RECALIBRATE_AMBITION,
        label=Label(nl="herijk de ambitie", en="recalibrate the ambition"),
        requires=(decided("adapt"),),
    ),
    _EVALUATION.to(
        _EMBEDDED,
        EMBED,
        label=Label(nl="borg de samenwerking", en="embed the collaboration"),
        requires=(decided("continue", "terminate"), PAR_17, *_OF_NEWCOMERS, FIN_01),
        advises=(COM_05, NET_04),
    ),
    _EVALUATION.to(
        _GOAL_REACHED,
        COMPLETE,
        label=Label(nl="rond af: het doel is bereikt", en="complete: the goal is reached"),
        requires=(EVA_09, decided("continue", "terminate"), PAR_17, *_OF_NEWCOMERS, AMB_10),
        advises=(COM_05,),
    ),
    _EVALUATION.to(
        _STOPPED,
        END,
        label=Label(nl="beëindig de samenwerking", en="end the collaboration"),
        requires=(decided("terminate"),),
    ),
    suspend(_MAINTENANCE, _SUSPENDED),
    _SUSPENDED.to(
        _MAINTENANCE,
        RESUME,
        label=Label(nl="hervat", en="resume"),
        requires=(PAR_17, *_OF_NEWCOMERS, AGR_13),
        advises=(DRA_03,),
    ),
    *suspensions(*_RESTING),
    *stops(_STOPPED, _EXPLORATION, _AMBITION, _SHAPING),
    *stops(_STOPPED, _MAINTENANCE, _SUSPENDED, _EVALUATION, advises=(EVA_09,)),
    *stops(_STOPPED, *map(at_rest, _RESTING)),
    *hand_over(_CONTINUED_OTHERWISE, _MAINTENANCE, _SUSPENDED, _EVALUATION),
)

# --- evaluation -----------------------------------------------------------------------------------

_PROCESS_AND_EFFECT = Label(nl="proces en effect", en="process and effect")
_INDEPENDENT = Label(nl="een onafhankelijke evaluator", en="an independent evaluator")

_POINTS = (
    EvaluationPoint(
        key="progress_talk",
        label=Label(nl="voortgangsgesprek", en="progress talk"),
        kind="progress_talk",
        anchor=OnTrigger(START_EXECUTION),
        every=PROGRESS_INTERVAL,
        while_in=(MAINTENANCE,),
        instrument=Label(nl="een eigen verslag", en="own minutes"),
        evaluator=Label(nl="de partijen", en="the parties"),
        citation=network("Bespreek regelmatig de resultaten"),
        basis=Basis.SOURCE,
        choice=Label(
            nl="De gids zegt ‘regelmatig’; de termijn is onze keuze.",
            en="The guide says ‘regularly’; the interval is our choice.",
        ),
    ),
    EvaluationPoint(
        key="periodic_evaluation",
        label=Label(nl="periodieke evaluatie, ook van de rollen", en="periodic evaluation, of the roles too"),
        kind="periodic",
        anchor=OnTrigger(START_EXECUTION),
        every=EVALUATION_INTERVAL,
        while_in=(MAINTENANCE, EVALUATION),
        instrument=Label(
            nl="Coordinated Action Checklist, DISC of Wilder-lijst",
            en="Coordinated Action Checklist, DISC or Wilder inventory",
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
        key="midterm_review",
        label=Label(nl="tussenevaluatie", en="mid-term evaluation"),
        kind="midterm",
        anchor=OnTerm("start"),
        fraction=0.5,
        min_term=Every(years=2),
        instrument=_PROCESS_AND_EFFECT,
        evaluator=_INDEPENDENT,
        citation=Citation(HEALTHY_WEIGHT_COVENANT),
        basis=Basis.LITERATURE,
        choice=Label(
            nl="Het convenant werd rond de helft van zijn looptijd geëvalueerd; precies de helft, en alleen "
            "bij twee jaar of langer, is onze keuze.",
            en="The covenant was evaluated around the middle of its term; exactly half, and only for two "
            "years or longer, is our choice.",
        ),
    ),
    EvaluationPoint(
        key="final_evaluation",
        label=Label(nl="eindevaluatie", en="final evaluation"),
        kind="final",
        anchor=OnTerm("end"),
        before_end=Every(months=6),
        instrument=_PROCESS_AND_EFFECT,
        evaluator=_INDEPENDENT,
        citation=Citation(JOGG_GOOISE_MEREN),
        basis=Basis.LITERATURE,
        choice=Label(
            nl="In het voorbeeld begon de evaluatie vóór het einde; een half jaar ervoor is onze keuze.",
            en="In the example the evaluation began before the end; half a year before is our choice.",
        ),
    ),
    contact(COM_01, MAINTENANCE),
    contact(COM_03, MAINTENANCE),
    follow_up(COM_04),
    contact(COM_05, MAINTENANCE),
    contact(COM_07, MAINTENANCE),
    contact(ROL_04, MAINTENANCE),
    contact(DRA_03, MAINTENANCE),
    END_OF_TERM,
)

INTEGRAL: Final = Process(
    key="integral",
    label=Label(nl="integrale samenwerking", en="integral collaboration"),
    phases=(
        _IDEA,
        _EXPLORATION,
        _AMBITION,
        _SHAPING,
        _MAINTENANCE,
        _EVALUATION,
        _SUSPENDED,
        *map(at_rest, _RESTING),
        _EMBEDDED,
        _GOAL_REACHED,
        _STOPPED,
        _NOT_STARTED,
        _CONTINUED_OTHERWISE,
    ),
    transitions=_TRANSITIONS,
    evaluation_points=_POINTS,
    terms=TERMS,
)
