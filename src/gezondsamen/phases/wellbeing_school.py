"""Well-being within the school: support, starting situation, a plan for years, execution, evaluation.

`WELLBEING_SCHOOL` is the process; the other constants are the keys of its phases and triggers. Being
embedded is no end: each school year begins anew, and it can stagnate.
"""

from __future__ import annotations

from typing import Final

from gezondsamen.catalogue import TERMS
from gezondsamen.catalogue.contacts import TALKS
from gezondsamen.catalogue.limits import SCHOOL_CONTACTS, TEAM_EVALUATION_INTERVAL
from gezondsamen.catalogue.works import HEALTHY_SCHOOL_STEPS
from gezondsamen.citations import Basis, Citation
from gezondsamen.labels import Label
from gezondsamen.periods import Every
from gezondsamen.phases.interruption import at_rest, stops, suspensions
from gezondsamen.phases.rhythms import END_OF_TERM, follow_up
from gezondsamen.phases.rules.agreements import AGR_12, AGR_13
from gezondsamen.phases.rules.direction import REG_06, REG_07, REG_11
from gezondsamen.phases.rules.evaluation import EVA_04, EVA_05, EVA_06, EVA_07, EVA_08, EVA_13, decided
from gezondsamen.phases.rules.funding import FIN_01
from gezondsamen.phases.rules.membership import PAR_18
from gezondsamen.phases.rules.partner_search import PAR_11
from gezondsamen.phases.rules.passages import wellbeing
from gezondsamen.phases.rules.support import DRA_04, DRA_05, DRA_07, DRA_08
from gezondsamen.phases.rules.wellbeing import FUNDING as _FUNDING
from gezondsamen.phases.rules.wellbeing import GGD_AND_MUNICIPALITY as _GGD_AND_MUNICIPALITY
from gezondsamen.phases.rules.wellbeing import WEL_10, WEL_18
from gezondsamen.phases.rules.wellbeing_expertise import (
    WEL_22,
    WEL_23,
    WEL_24,
    WEL_25,
    WEL_26,
    WEL_27,
    WEL_29,
)
from gezondsamen.phases.rules.wellbeing_in_school import ADVISER as _ADVISER
from gezondsamen.phases.rules.wellbeing_in_school import CARE_PARTNERS as _CARE_PARTNERS
from gezondsamen.phases.rules.wellbeing_in_school import LESS_ABSTRACT as _LESS_ABSTRACT
from gezondsamen.phases.rules.wellbeing_in_school import (
    NEWCOMERS_TOLD,
    WEL_08,
    WEL_09,
    WEL_11,
    WEL_12,
    WEL_13,
    WEL_14,
    WEL_16,
    WEL_17,
    WEL_19,
    WEL_21,
)
from gezondsamen.phases.rules.wellbeing_in_school import SUPPORT as _SCHOOL_SUPPORT
from gezondsamen.phases.rules.wellbeing_talks import WEL_30, WEL_32, WEL_35
from gezondsamen.process.evaluation_points import EvaluationPoint, OnSchoolYear, OnStatement, OnTerm, Window
from gezondsamen.process.phases import Phase
from gezondsamen.process.process import Process

# --- keys of phases ---------------------------------------------------------------------------------

NO_ATTENTION: Final = "no_attention"
SUPPORT_BUILDING: Final = "support_building"
STARTING_SITUATION: Final = "starting_situation"
PLAN: Final = "plan"
EXECUTION: Final = "execution"
EVALUATION: Final = "evaluation"
EMBEDDED: Final = "embedded"
STAGNATION: Final = "stagnation"
SUPPORT_BUILDING_SUSPENDED: Final = "support_building_suspended"
STARTING_SITUATION_SUSPENDED: Final = "starting_situation_suspended"
PLAN_SUSPENDED: Final = "plan_suspended"
EXECUTION_SUSPENDED: Final = "execution_suspended"
EVALUATION_SUSPENDED: Final = "evaluation_suspended"
EMBEDDED_SUSPENDED: Final = "embedded_suspended"
STOPPED: Final = "stopped"

# --- keys of triggers -------------------------------------------------------------------------------

START_CONVERSATION: Final = "start_conversation"
STOP: Final = "stop"
ASSESS_STARTING_SITUATION: Final = "assess_starting_situation"
NO_SUPPORT: Final = "no_support"
MAKE_PLAN: Final = "make_plan"
START_EXECUTION: Final = "start_execution"
REVISE_PRIORITIES: Final = "revise_priorities"
RENEW_SCHOOL_YEAR: Final = "renew_school_year"
OPEN_EVALUATION: Final = "open_evaluation"
REPORT_STAGNATION: Final = "report_stagnation"
CONTINUE: Final = "continue"
REVISE_PLAN: Final = "revise_plan"
EMBED: Final = "embed"
END: Final = "end"
CHOOSE_NEW_THEME: Final = "choose_new_theme"
RESUME: Final = "resume"
REBUILD_SUPPORT: Final = "rebuild_support"
SUSPEND: Final = "suspend"

# --- phases -----------------------------------------------------------------------------------------

_SUPPORT: Final = wellbeing("Schoolbreed draagvlak om aan welbevinden", _SCHOOL_SUPPORT)
_MAP: Final = wellbeing("per Gezonde School-pijler bestaande activiteiten", _LESS_ABSTRACT)
_YEARS: Final = wellbeing("Als het maar een meerjarenplan is", _LESS_ABSTRACT)
_LASTING: Final = wellbeing("gaat dat er een duurzame aanpak", _LESS_ABSTRACT)
_WITH_PARTNERS: Final = wellbeing("doelen, verwachtingen en taken niet goed", _CARE_PARTNERS)
_CYCLE: Final = wellbeing("Kom samen met de scholen tot", _ADVISER)
_START_TALK: Final = wellbeing("Voer ieder jaar het startgesprek", _GGD_AND_MUNICIPALITY)
_HALT: Final = wellbeing("stagneren wanneer het ondersteuningsaanbod", _FUNDING)

_NO_ATTENTION = Phase(
    NO_ATTENTION, Label(nl="nog geen gerichte aandacht", en="no targeted attention yet"), kind="initial"
)
_SUPPORT_BUILDING = Phase(
    SUPPORT_BUILDING,
    Label(nl="opbouw van draagvlak", en="building of support"),
    citation=_SUPPORT,
)
_STARTING_SITUATION = Phase(
    STARTING_SITUATION,
    Label(nl="beginsituatie en prioriteiten", en="starting situation and priorities"),
    citation=_MAP,
)
_PLAN = Phase(PLAN, Label(nl="meerjarenplan", en="multi-year plan"), citation=_YEARS)
_EXECUTION = Phase(
    EXECUTION,
    Label(nl="uitvoering", en="execution"),
    watches=(PAR_18, EVA_05, EVA_06, EVA_07, REG_11, WEL_12, NEWCOMERS_TOLD, REG_06, EVA_13),
    citation=_WITH_PARTNERS,
)
_EVALUATION = Phase(
    EVALUATION,
    Label(nl="regelmatige evaluatie", en="regular evaluation"),
    citation=_CYCLE,
)
_EMBEDDED = Phase(
    EMBEDDED,
    Label(nl="geborgd in de school", en="embedded in the school"),
    watches=(PAR_18, EVA_05, EVA_06, EVA_07, NEWCOMERS_TOLD, REG_06, EVA_13),
    citation=_LASTING,
)
_STAGNATION = Phase(STAGNATION, Label(nl="stilgevallen", en="stagnating"), citation=_HALT, basis=Basis.SOURCE)
_STOPPED = Phase(STOPPED, Label(nl="gestopt", en="stopped"), kind="final", outcome="early")

_RESTING: Final = (_SUPPORT_BUILDING, _STARTING_SITUATION, _PLAN, _EXECUTION, _EVALUATION, _EMBEDDED)
"""Phases that can be interrupted."""

# --- steps ------------------------------------------------------------------------------------------

_TRANSITIONS = (
    _NO_ATTENTION.to(
        _SUPPORT_BUILDING,
        START_CONVERSATION,
        label=Label(nl="start het gesprek", en="start the conversation"),
        requires=(REG_06,),
        advises=(WEL_11, WEL_10, WEL_24, WEL_23),
        citation=_SUPPORT,
    ),
    _SUPPORT_BUILDING.to(
        _STARTING_SITUATION,
        ASSESS_STARTING_SITUATION,
        label=Label(nl="bepaal de beginsituatie", en="assess the starting situation"),
        requires=(DRA_04, DRA_07),
        advises=(DRA_05, DRA_08, REG_07, WEL_30),
        citation=_SUPPORT,
    ),
    _SUPPORT_BUILDING.to(
        _NO_ATTENTION,
        NO_SUPPORT,
        label=Label(nl="ga terug: er is geen draagvlak", en="go back: there is no support"),
        citation=_SUPPORT,
    ),
    _STARTING_SITUATION.to(
        _PLAN,
        MAKE_PLAN,
        label=Label(nl="maak een plan", en="make a plan"),
        requires=(WEL_16, PAR_11),
        advises=(EVA_08, WEL_19, DRA_08),
        citation=_MAP,
    ),
    _PLAN.to(
        _EXECUTION,
        START_EXECUTION,
        label=Label(nl="start de uitvoering", en="start executing"),
        requires=(PAR_18, WEL_08, WEL_21, WEL_13, AGR_13),
        advises=(
            WEL_09,
            WEL_12,
            WEL_14,
            WEL_17,
            AGR_12,
            WEL_22,
            WEL_25,
            WEL_26,
            WEL_27,
            WEL_29,
            WEL_32,
            WEL_35,
        ),
        citation=_YEARS,
    ),
    _PLAN.to(
        _STARTING_SITUATION,
        REVISE_PRIORITIES,
        label=Label(nl="herzie de prioriteiten", en="revise the priorities"),
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
        advises=(EVA_06, EVA_07),
        falls_due=OnTerm("end"),
        citation=_CYCLE,
    ),
    _EXECUTION.to(
        _STAGNATION,
        REPORT_STAGNATION,
        label=Label(nl="meld dat de aanpak stilvalt", en="report that the approach stagnates"),
        advises=(WEL_18,),
        citation=_HALT,
        basis=Basis.SOURCE,
    ),
    _EVALUATION.to(
        _EXECUTION,
        CONTINUE,
        label=Label(nl="ga door met uitvoeren", en="continue executing"),
        requires=(decided("continue"), PAR_18, NEWCOMERS_TOLD),
        citation=_CYCLE,
    ),
    _EVALUATION.to(
        _PLAN,
        REVISE_PLAN,
        label=Label(nl="herzie het plan", en="revise the plan"),
        requires=(decided("adapt"),),
    ),
    _EVALUATION.to(
        _EMBEDDED,
        EMBED,
        label=Label(nl="borg de aanpak in de school", en="embed the approach in the school"),
        requires=(decided("continue", "terminate"), PAR_18, NEWCOMERS_TOLD, FIN_01, WEL_08, WEL_21),
        advises=(AGR_12, REG_07, WEL_09),
        citation=_LASTING,
    ),
    _EVALUATION.to(
        _STOPPED,
        END,
        label=Label(nl="beëindig de aanpak", en="end the approach"),
        requires=(decided("terminate"),),
    ),
    _EMBEDDED.to(
        _EMBEDDED,
        RENEW_SCHOOL_YEAR,
        label=Label(nl="begin een nieuw schooljaar", en="begin a new school year"),
        requires=(EVA_04,),
        advises=(EVA_06,),
        citation=_START_TALK,
        basis=Basis.SOURCE,
    ),
    _EMBEDDED.to(
        _STAGNATION,
        REPORT_STAGNATION,
        label=Label(nl="meld dat de aanpak stilvalt", en="report that the approach stagnates"),
        citation=_HALT,
        basis=Basis.SOURCE,
    ),
    _EMBEDDED.to(
        _STARTING_SITUATION,
        CHOOSE_NEW_THEME,
        label=Label(nl="kies een nieuw thema", en="choose a new theme"),
        citation=Citation(HEALTHY_SCHOOL_STEPS),
        basis=Basis.SOURCE,
    ),
    _STAGNATION.to(
        _EXECUTION,
        RESUME,
        label=Label(nl="hervat", en="resume"),
        requires=(PAR_18, NEWCOMERS_TOLD, AGR_13),
        advises=(DRA_04,),
    ),
    _STAGNATION.to(
        _SUPPORT_BUILDING,
        REBUILD_SUPPORT,
        label=Label(nl="bouw opnieuw draagvlak", en="build support anew"),
        citation=_SUPPORT,
    ),
    *suspensions(*_RESTING),
    *stops(_STOPPED, _NO_ATTENTION, _STAGNATION, *_RESTING),
    *stops(_STOPPED, *map(at_rest, _RESTING)),
)

# --- evaluation -------------------------------------------------------------------------------------

_AT_WORK: Final = (EXECUTION, EVALUATION, EMBEDDED)

_POINTS = (
    EvaluationPoint(
        key="school_year_start_talk",
        label=Label(nl="startgesprek met de jeugdgezondheidszorg", en="start talk with youth health care"),
        kind="progress_talk",
        anchor=OnSchoolYear(),
        every=Every(years=1),
        window=Window("08-01", "10-31"),
        while_in=_AT_WORK,
        contacts="start_talk",
        instrument=Label(nl="een gesprek", en="a talk"),
        evaluator=Label(
            nl="de Gezonde School-adviseur en de jeugdgezondheidszorg",
            en="the Healthy School adviser and youth health care",
        ),
        citation=_START_TALK,
        basis=Basis.SOURCE,
        choice=Label(
            nl="Elk jaar zegt het verslag; augustus tot en met oktober is onze keuze.",
            en="Every year, says the report; August through October is our choice.",
        ),
    ),
    EvaluationPoint(
        key="team_evaluation",
        label=Label(nl="evaluatie met het schoolteam", en="evaluation with the school team"),
        kind="periodic",
        anchor=OnSchoolYear(),
        every=TEAM_EVALUATION_INTERVAL,
        while_in=_AT_WORK,
        contacts="team_evaluation",
        instrument=Label(
            nl="kijkt iedereen nog dezelfde kant op, en zijn nieuwe collega’s ingewerkt",
            en="does everybody still look the same way, and are new colleagues trained",
        ),
        evaluator=Label(nl="het schoolteam", en="the school team"),
        citation=wellbeing("Adviseer de scholen om regelmatig", _SCHOOL_SUPPORT),
        basis=Basis.SOURCE,
        choice=Label(
            nl="Het verslag zegt ‘regelmatig’. Eén keer per schooljaar, vóór het einde, is onze keuze; wie "
            "het vaker wil, past de termijn aan.",
            en="The report says ‘regularly’. Once a school year, before its end, is our choice; set the "
            "interval otherwise to do it more often.",
        ),
    ),
    EvaluationPoint(
        key="data_driven_talk",
        label=Label(nl="gesprek op basis van cijfers", en="talk based on figures"),
        kind="progress_talk",
        anchor=OnSchoolYear(),
        every=Every(years=1),
        while_in=_AT_WORK,
        on_events=((OnStatement("monitor_published"), None),),
        instrument=Label(
            nl="jeugdmonitor, rapporten van de jeugdgezondheidszorg en enquêtes van de school",
            en="youth monitor, reports of youth health care and surveys of the school",
        ),
        evaluator=Label(
            nl="de Gezonde School-adviseur en de school", en="the Healthy School adviser and the school"
        ),
        citation=wellbeing("Op basis van deze cijfers kan", _ADVISER),
        basis=Basis.SOURCE,
        choice=Label(
            nl="Elk schooljaar, en nog eens als er een jeugdmonitor verschijnt, is onze keuze.",
            en="Every school year, and once more when a youth monitor is published, is our choice.",
        ),
    ),
    EvaluationPoint(
        key="adviser_contact",
        label=Label(nl="contact van de adviseur met de school", en="contact of the adviser with the school"),
        kind="contact",
        anchor=OnSchoolYear(),
        min_count=SCHOOL_CONTACTS,
        while_in=_AT_WORK,
        contacts=TALKS,
        instrument=Label(nl="een lijst van contacten", en="a log of contacts"),
        evaluator=Label(nl="de Gezonde School-adviseur", en="the Healthy School adviser"),
        citation=wellbeing("niet alleen die een of twee", _ADVISER),
        basis=Basis.SOURCE,
        choice=Label(
            nl="Het verslag vindt een of twee keer per jaar te weinig; het aantal (standaard drie) is onze "
            "keuze. Wij verdelen de keren over het schooljaar.",
            en="The report finds once or twice a year too little; the number (three by default) is our "
            "choice. We spread them over the school year.",
        ),
    ),
    follow_up(EVA_06),
    follow_up(EVA_07),
    END_OF_TERM,
)

WELLBEING_SCHOOL: Final = Process(
    key="wellbeing_school",
    label=Label(
        nl="welbevinden op school: de aanpak van de school",
        en="well-being at school: the approach of the school",
    ),
    phases=(
        _NO_ATTENTION,
        _SUPPORT_BUILDING,
        _STARTING_SITUATION,
        _PLAN,
        _EXECUTION,
        _EVALUATION,
        _EMBEDDED,
        _STAGNATION,
        *map(at_rest, _RESTING),
        _STOPPED,
    ),
    transitions=_TRANSITIONS,
    evaluation_points=_POINTS,
    terms=TERMS,
)
