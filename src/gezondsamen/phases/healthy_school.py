"""The Healthy School: five base steps of collaborating, with the school, the GGD and partners.

`HEALTHY_SCHOOL` is the process; the other constants are the keys of its phases and triggers. The fifth
step of the guide is split here in executing and evaluating, so that each can have rules of its own.
"""

from __future__ import annotations

from typing import Final

from gezondsamen.catalogue import TERMS
from gezondsamen.catalogue.works import HEALTHY_SCHOOL_STEPS, RIVM_HEALTHY_SCHOOL_RENEWED
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
    NEWCOMERS_KNOWN,
    NEWCOMERS_MET,
    NEWCOMERS_MET_FIRST,
)
from gezondsamen.phases.rules.agreements import (
    AGR_03,
    AGR_04,
    AGR_07,
    AGR_08,
    AGR_11,
    AGR_13,
    NEWCOMERS_BRING_IN,
)
from gezondsamen.phases.rules.ambition import AMB_01, AMB_02, AMB_08, AMB_09, NEWCOMERS_AGREE
from gezondsamen.phases.rules.communication import COM_04, COM_05, COM_06, COM_08
from gezondsamen.phases.rules.direction import REG_06, REG_07, REG_08, REG_10, REG_12
from gezondsamen.phases.rules.evaluation import (
    EVA_01,
    EVA_02,
    EVA_03,
    EVA_04,
    EVA_05,
    EVA_09,
    EVA_13,
    decided,
)
from gezondsamen.phases.rules.funding import FIN_01
from gezondsamen.phases.rules.interruption import RESTS
from gezondsamen.phases.rules.interruption import STOPPED as STOPPED_FOR_A_REASON
from gezondsamen.phases.rules.membership import PAR_18, PAR_22
from gezondsamen.phases.rules.partner_search import PAR_10, PAR_11, PAR_12, PAR_13
from gezondsamen.phases.rules.partners import NEWCOMERS_HAVE_A_DELEGATE, PAR_07, PAR_09
from gezondsamen.phases.rules.passages import healthy_school, wellbeing
from gezondsamen.phases.rules.policy import POL_05, POL_06, POL_07, POL_08, POL_09
from gezondsamen.phases.rules.sectors import ISC_08
from gezondsamen.phases.rules.wellbeing import GGD_AND_MUNICIPALITY as _GGD_AND_MUNICIPALITY
from gezondsamen.phases.rules.wellbeing import WEL_18
from gezondsamen.phases.rules.wellbeing_in_school import LESS_ABSTRACT as _LESS_ABSTRACT
from gezondsamen.phases.rules.wellbeing_in_school import WEL_08, WEL_09
from gezondsamen.process.evaluation_points import EvaluationPoint, OnSchoolYear, OnTerm, Window
from gezondsamen.process.phases import Phase
from gezondsamen.process.process import Process

# --- keys of phases ---------------------------------------------------------------------------------

START: Final = "start"
EXPLORATION: Final = "exploration"
INTERESTS: Final = "interests"
AMBITION: Final = "ambition"
ORGANISING: Final = "organising"
EXECUTION: Final = "execution"
EVALUATION: Final = "evaluation"
SUSPENDED: Final = "suspended"
EXPLORATION_SUSPENDED: Final = "exploration_suspended"
INTERESTS_SUSPENDED: Final = "interests_suspended"
AMBITION_SUSPENDED: Final = "ambition_suspended"
ORGANISING_SUSPENDED: Final = "organising_suspended"
EVALUATION_SUSPENDED: Final = "evaluation_suspended"
CONTINUED_OTHERWISE: Final = "continued_otherwise"
EMBEDDED: Final = "embedded"
STOPPED: Final = "stopped"
NOT_STARTED: Final = "not_started"

# --- keys of triggers -------------------------------------------------------------------------------

START_EXPLORATION: Final = "start_exploration"
REFRAIN: Final = "refrain"
VISIT_PARTNERS: Final = "visit_partners"
NO_PARTNERS: Final = "no_partners"
BRING_PARTIES_TOGETHER: Final = "bring_parties_together"
BACK_TO_EXPLORATION: Final = "back_to_exploration"
ADOPT_AMBITION: Final = "adopt_ambition"
BACK_TO_INTERESTS: Final = "back_to_interests"
NO_AGREEMENT: Final = "no_agreement"
START_EXECUTION: Final = "start_execution"
REVISE_AMBITION: Final = "revise_ambition"
STOP: Final = "stop"
ADD_PARTNER: Final = "add_partner"
RENEW_SCHOOL_YEAR: Final = "renew_school_year"
OPEN_EVALUATION: Final = "open_evaluation"
SUSPEND: Final = "suspend"
RESUME: Final = "resume"
CONTINUE: Final = "continue"
REORGANISE: Final = "reorganise"
RECALIBRATE_AMBITION: Final = "recalibrate_ambition"
SEEK_NEW_PARTNERS: Final = "seek_new_partners"
EMBED: Final = "embed"
END: Final = "end"
CONTINUE_OTHERWISE: Final = "continue_otherwise"

# --- phases -----------------------------------------------------------------------------------------

_STEPS: Final = "Basisstappen bij samenwerken"
_EXPLORE: Final = healthy_school("Verkennen van partners en de situatie", _STEPS)
_INTERESTS_SOURCE: Final = healthy_school("Belangen (er)kennen", _STEPS)
_AIM: Final = healthy_school("Gezamenlijke ambitie", _STEPS)
_ORGANISE: Final = healthy_school("Richt het samenwerkingsproces handig in", _STEPS)
_EXECUTE: Final = healthy_school("Uitvoeren en evalueren van samenwerking", _STEPS)
_START_TALK: Final = wellbeing("Voer ieder jaar het startgesprek", _GGD_AND_MUNICIPALITY)
_LASTING: Final = wellbeing("gaat dat er een duurzame aanpak", _LESS_ABSTRACT)

_START = Phase(START, Label(nl="begin", en="beginning"), kind="initial")
_EXPLORATION = Phase(
    EXPLORATION,
    Label(
        nl="stap 1: verkenning van partners en situatie", en="step 1: exploration of partners and situation"
    ),
    citation=_EXPLORE,
    basis=Basis.SOURCE,
)
_INTERESTS = Phase(
    INTERESTS,
    Label(nl="stap 2: kennen en erkennen van belangen", en="step 2: knowing and acknowledging interests"),
    citation=_INTERESTS_SOURCE,
    basis=Basis.SOURCE,
)
_AMBITION = Phase(
    AMBITION,
    Label(nl="stap 3: vorming van de gezamenlijke ambitie", en="step 3: forming of the joint ambition"),
    citation=_AIM,
    basis=Basis.SOURCE,
)
_ORGANISING = Phase(
    ORGANISING,
    Label(nl="stap 4: inrichting van de samenwerking", en="step 4: organisation of the collaboration"),
    citation=_ORGANISE,
    basis=Basis.SOURCE,
)
_EXECUTION = Phase(
    EXECUTION,
    Label(nl="stap 5a: uitvoering", en="step 5a: execution"),
    watches=(
        PAR_18,
        EVA_03,
        EVA_05,
        COM_04,
        COM_05,
        WEL_18,
        NEWCOMERS_MET,
        NEWCOMERS_KNOWN,
        NEWCOMERS_AGREE,
        NEWCOMERS_BRING_IN,
        NEWCOMERS_HAVE_A_DELEGATE,
        REG_06,
        REG_08,
        PAR_22,
        EVA_13,
    ),
    citation=_EXECUTE,
    basis=Basis.SOURCE,
)
_EVALUATION = Phase(
    EVALUATION,
    Label(nl="stap 5b: evaluatie", en="step 5b: evaluation"),
    citation=_EXECUTE,
    basis=Basis.SOURCE,
)
_SUSPENDED = Phase(SUSPENDED, Label(nl="opgeschort", en="suspended"), kind="suspended", watches=RESTS)
_EMBEDDED = Phase(EMBEDDED, Label(nl="geborgd", en="embedded"), kind="final", outcome="success")
_STOPPED = Phase(STOPPED, Label(nl="voortijdig gestopt", en="stopped early"), kind="final", outcome="early")
_NOT_STARTED = Phase(NOT_STARTED, Label(nl="niet gestart", en="not started"), kind="final", outcome="neutral")

_CONTINUED_OTHERWISE = handed_over(
    "overgegaan in een andere samenwerking", "gone over into another collaboration"
)

_RESTING: Final = (_EXPLORATION, _INTERESTS, _AMBITION, _ORGANISING, _EVALUATION)
"""Phases that can be interrupted."""

# --- steps ------------------------------------------------------------------------------------------

_OF_NEWCOMERS: Final = (NEWCOMERS_MET_FIRST, NEWCOMERS_KNOWN, NEWCOMERS_AGREE, NEWCOMERS_BRING_IN)
"""What was asked of all before execution, asked of whoever came since."""

_TRANSITIONS = (
    _START.to(
        _EXPLORATION,
        START_EXPLORATION,
        label=Label(nl="start de verkenning", en="start exploring"),
        requires=(REG_08,),
        advises=(POL_05, POL_08, REG_12),
        citation=_EXPLORE,
        basis=Basis.SOURCE,
    ),
    _START.to(
        _NOT_STARTED,
        REFRAIN,
        label=Label(nl="zie ervan af", en="refrain from it"),
        advises=STOPPED_FOR_A_REASON,
    ),
    _EXPLORATION.to(
        _INTERESTS,
        VISIT_PARTNERS,
        label=Label(nl="ga langs de partners", en="visit the partners"),
        requires=(PAR_11, KEN_04),
        advises=(PAR_10, PAR_12, PAR_13, KEN_07, POL_06, POL_07),
        citation=_INTERESTS_SOURCE,
        basis=Basis.SOURCE,
    ),
    _EXPLORATION.to(
        _NOT_STARTED,
        NO_PARTNERS,
        label=Label(nl="stop: er zijn geen partners", en="stop: there are no partners"),
    ),
    _INTERESTS.to(
        _AMBITION,
        BRING_PARTIES_TOGETHER,
        label=Label(nl="breng de partijen bijeen", en="bring the parties together"),
        requires=(PAR_18, KEN_01, KEN_03),
        advises=(KEN_06,),
        citation=_AIM,
        basis=Basis.SOURCE,
    ),
    _INTERESTS.to(
        _EXPLORATION,
        BACK_TO_EXPLORATION,
        label=Label(nl="ga terug naar stap 1: verkenning", en="go back to step 1: exploration"),
    ),
    _AMBITION.to(
        _ORGANISING,
        ADOPT_AMBITION,
        label=Label(nl="stel de ambitie vast", en="adopt the ambition"),
        requires=(NEWCOMERS_MET_FIRST, NEWCOMERS_KNOWN, AMB_01, KEN_05),
        advises=(AMB_02, AMB_08, AMB_09, POL_09, ISC_08),
        citation=_AIM,
        basis=Basis.SOURCE,
    ),
    _AMBITION.to(
        _INTERESTS,
        BACK_TO_INTERESTS,
        label=Label(nl="ga terug naar stap 2: belangen", en="go back to step 2: interests"),
    ),
    _AMBITION.to(
        _STOPPED,
        NO_AGREEMENT,
        label=Label(nl="stop: er is geen overeenstemming", en="stop: there is no agreement"),
    ),
    _ORGANISING.to(
        _EXECUTION,
        START_EXECUTION,
        label=Label(nl="start de uitvoering", en="start executing"),
        requires=(
            PAR_18,
            NEWCOMERS_MET_FIRST,
            NEWCOMERS_KNOWN,
            NEWCOMERS_AGREE,
            PAR_09,
            REG_06,
            COM_08,
            AGR_03,
            AGR_04,
            AGR_07,
            AGR_08,
            AGR_13,
            EVA_01,
        ),
        advises=(REG_07, REG_10, AGR_11, COM_06),
        citation=_ORGANISE,
        basis=Basis.SOURCE,
    ),
    _ORGANISING.to(_AMBITION, REVISE_AMBITION, label=Label(nl="herzie de ambitie", en="revise the ambition")),
    _EXECUTION.to(
        _EXECUTION,
        ADD_PARTNER,
        label=Label(nl="voeg een partner toe", en="add a partner"),
        requires=(KEN_01, KEN_03, AMB_01, PAR_09, AGR_04),
        advises=(PAR_07,),
        concerns="party",
    ),
    _EXECUTION.to(
        _EXECUTION,
        RENEW_SCHOOL_YEAR,
        label=Label(nl="begin een nieuw schooljaar", en="begin a new school year"),
        requires=(EVA_04,),
        advises=(EVA_05,),
        citation=_START_TALK,
        basis=Basis.SOURCE,
    ),
    _EXECUTION.to(
        _EVALUATION,
        OPEN_EVALUATION,
        label=Label(nl="open de evaluatie", en="open the evaluation"),
        advises=(EVA_02,),
        falls_due=OnTerm("end"),
        citation=_EXECUTE,
        basis=Basis.SOURCE,
    ),
    suspend(_EXECUTION, _SUSPENDED),
    _SUSPENDED.to(
        _EXECUTION,
        RESUME,
        label=Label(nl="hervat", en="resume"),
        requires=(PAR_18, *_OF_NEWCOMERS, AGR_13),
    ),
    _EVALUATION.to(
        _EXECUTION,
        CONTINUE,
        label=Label(nl="zet de samenwerking voort", en="continue the collaboration"),
        requires=(decided("continue"), PAR_18, *_OF_NEWCOMERS),
    ),
    _EVALUATION.to(
        _ORGANISING,
        REORGANISE,
        label=Label(nl="pas de inrichting aan", en="reorganise the collaboration"),
        requires=(decided("adapt"),),
    ),
    _EVALUATION.to(
        _AMBITION,
        RECALIBRATE_AMBITION,
        label=Label(nl="herijk de ambitie", en="recalibrate the ambition"),
        requires=(decided("adapt"),),
    ),
    _EVALUATION.to(
        _EXPLORATION,
        SEEK_NEW_PARTNERS,
        label=Label(nl="zoek nieuwe partners", en="seek new partners"),
        requires=(decided("adapt", "continue"),),
    ),
    _EVALUATION.to(
        _EMBEDDED,
        EMBED,
        label=Label(nl="borg de samenwerking", en="embed the collaboration"),
        requires=(decided("continue", "terminate"), PAR_18, *_OF_NEWCOMERS, FIN_01, WEL_08),
        advises=(WEL_09,),
        citation=_LASTING,
        basis=Basis.SOURCE,
    ),
    _EVALUATION.to(
        _STOPPED,
        END,
        label=Label(nl="beëindig de samenwerking", en="end the collaboration"),
        requires=(decided("terminate"),),
    ),
    *suspensions(*_RESTING),
    *stops(_STOPPED, _EXPLORATION, _INTERESTS, _AMBITION, _ORGANISING),
    *stops(_STOPPED, _EXECUTION, _SUSPENDED, _EVALUATION, advises=(EVA_09,)),
    *stops(_STOPPED, *map(at_rest, _RESTING)),
    *hand_over(_CONTINUED_OTHERWISE, _EXECUTION, _SUSPENDED, _EVALUATION),
)

# --- evaluation -------------------------------------------------------------------------------------

_POINTS = (
    EvaluationPoint(
        key="school_year_start_talk",
        label=Label(nl="startgesprek van het schooljaar", en="start talk of the school year"),
        kind="progress_talk",
        anchor=OnSchoolYear(),
        every=Every(years=1),
        window=Window("08-01", "10-31"),
        while_in=(EXECUTION, EVALUATION),
        contacts="start_talk",
        instrument=Label(
            nl="een gesprek van adviseur, jeugdgezondheidszorg en school",
            en="a talk of adviser, youth health care and school",
        ),
        evaluator=Label(nl="de Gezonde School-adviseur", en="the Healthy School adviser"),
        citation=Citation(RIVM_HEALTHY_SCHOOL_RENEWED),
        basis=Basis.SOURCE,
        choice=Label(
            nl="Het gesprek is elk jaar aan het begin van het schooljaar. Augustus tot en met oktober is "
            "onze keuze. Dat jeugdgezondheidszorg erbij is, volgt uit het verslag over welbevinden.",
            en="The talk is every year at the start of the school year. August through October is our "
            "choice. That youth health care is there follows from the report on well-being.",
        ),
    ),
    EvaluationPoint(
        key="look_back_and_ahead",
        label=Label(nl="terugkijken en vooruitkijken", en="look back and ahead"),
        kind="periodic",
        anchor=OnSchoolYear(),
        every=Every(years=1),
        window=Window("05-01", "07-15"),
        while_in=(EXECUTION, EVALUATION),
        instrument=Label(
            nl="proces, resultaat en effect; een scan per thema",
            en="process, result and effect; a scan per theme",
        ),
        evaluator=Label(
            nl="de Gezonde School-coördinator met de werkgroep",
            en="the Healthy School coordinator with the work group",
        ),
        citation=Citation(HEALTHY_SCHOOL_STEPS),
        basis=Basis.SOURCE,
        choice=Label(
            nl="De stap staat in de aanpak; mei tot half juli is onze keuze.",
            en="The step is in the approach; May to mid-July is our choice.",
        ),
    ),
    EvaluationPoint(
        key="midyear_director_talk",
        label=Label(nl="tussentijds gesprek met de directie", en="mid-year talk with the director"),
        kind="progress_talk",
        anchor=OnSchoolYear(),
        every=Every(years=1),
        window=Window("01-01", "02-28"),
        while_in=(EXECUTION, EVALUATION),
        instrument=Label(nl="cijfers", en="figures"),
        evaluator=Label(
            nl="de Gezonde School-coördinator en de directeur",
            en="the Healthy School coordinator and the director",
        ),
        citation=Citation(HEALTHY_SCHOOL_STEPS),
        basis=Basis.SOURCE,
        choice=Label(
            nl="Dat dit halverwege het schooljaar is, in januari of februari, is onze keuze.",
            en="That this is half-way the school year, in January or February, is our choice.",
        ),
    ),
    contact(EVA_03, EXECUTION),
    contact(EVA_05, EXECUTION),
    follow_up(COM_04),
    contact(COM_05, EXECUTION),
    END_OF_TERM,
)

HEALTHY_SCHOOL: Final = Process(
    key="healthy_school",
    label=Label(
        nl="Gezonde School: samenwerken in vijf stappen", en="Healthy School: collaborating in five steps"
    ),
    phases=(
        _START,
        _EXPLORATION,
        _INTERESTS,
        _AMBITION,
        _ORGANISING,
        _EXECUTION,
        _EVALUATION,
        _SUSPENDED,
        *map(at_rest, _RESTING),
        _EMBEDDED,
        _STOPPED,
        _NOT_STARTED,
        _CONTINUED_OTHERWISE,
    ),
    transitions=_TRANSITIONS,
    evaluation_points=_POINTS,
    terms=TERMS,
)
