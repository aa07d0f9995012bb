"""Well-being at school in the municipality: on the agenda, connected, executed, lasting.

`WELLBEING_MUNICIPALITY` is the process; the other constants are the keys of its phases and triggers. The
five factors of the report are put here in an order. Being embedded is no end: officials change and
money runs out, so that it can stagnate again.
"""

from __future__ import annotations

from typing import Final

from gezondsamen.catalogue import TERMS
from gezondsamen.catalogue.contacts import TALKS
from gezondsamen.catalogue.limits import KNOWLEDGE_INSTITUTE_CONTACTS
from gezondsamen.catalogue.works import EFFECTS_ARENA_METHOD, OUR_CHOICE, YOUTH_MONITOR
from gezondsamen.citations import Basis, Citation
from gezondsamen.labels import Label
from gezondsamen.periods import Every
from gezondsamen.phases.interruption import at_rest, stops, suspensions
from gezondsamen.phases.rhythms import END_OF_TERM, follow_up
from gezondsamen.phases.rules.acquaintance import KEN_02
from gezondsamen.phases.rules.agreements import AGR_11, AGR_13
from gezondsamen.phases.rules.communication import COM_04
from gezondsamen.phases.rules.direction import REG_09
from gezondsamen.phases.rules.evaluation import EVA_01, EVA_02, EVA_08, EVA_10, EVA_13
from gezondsamen.phases.rules.funding import FIN_01
from gezondsamen.phases.rules.membership import PAR_19
from gezondsamen.phases.rules.passages import wellbeing
from gezondsamen.phases.rules.support import DRA_06
from gezondsamen.phases.rules.wellbeing import FUNDING as _FUNDING
from gezondsamen.phases.rules.wellbeing import GGD_AND_MUNICIPALITY as _GGD_AND_MUNICIPALITY
from gezondsamen.phases.rules.wellbeing import PARTNERS as _PARTNERS
from gezondsamen.phases.rules.wellbeing import POLICY_DOMAINS as _POLICY_DOMAINS
from gezondsamen.phases.rules.wellbeing import URGENCY as _URGENCY
from gezondsamen.phases.rules.wellbeing import (
    WEL_01,
    WEL_02,
    WEL_03,
    WEL_04,
    WEL_05,
    WEL_06,
    WEL_10,
    WEL_15,
    WEL_18,
    WEL_20,
)
from gezondsamen.phases.rules.wellbeing_expertise import WEL_23, WEL_24, WEL_25, WEL_28
from gezondsamen.phases.rules.wellbeing_in_school import NEWCOMERS_TOLD, WEL_13, WEL_19
from gezondsamen.phases.rules.wellbeing_talks import WEL_31, WEL_32, WEL_33, WEL_34
from gezondsamen.process.evaluation_points import (
    EvaluationPoint,
    OnPhase,
    OnStatement,
    OnTerm,
    OnTrigger,
    Window,
)
from gezondsamen.process.phases import Phase
from gezondsamen.process.process import Process

# --- keys of phases ---------------------------------------------------------------------------------

OFF_AGENDA: Final = "off_agenda"
EXPLORATION: Final = "exploration"
ON_AGENDA: Final = "on_agenda"
CONNECTION: Final = "connection"
EXECUTION: Final = "execution"
EMBEDDED: Final = "embedded"
STAGNATION: Final = "stagnation"
EXPLORATION_SUSPENDED: Final = "exploration_suspended"
CONNECTION_SUSPENDED: Final = "connection_suspended"
EXECUTION_SUSPENDED: Final = "execution_suspended"
EMBEDDED_SUSPENDED: Final = "embedded_suspended"
STOPPED: Final = "stopped"

# --- keys of triggers -------------------------------------------------------------------------------

EXPLORE_MUNICIPALITY: Final = "explore_municipality"
STOP: Final = "stop"
PUT_ON_AGENDA: Final = "put_on_agenda"
NO_OPENING: Final = "no_opening"
CONNECT: Final = "connect"
TAKE_OFF_AGENDA: Final = "take_off_agenda"
START_EXECUTION: Final = "start_execution"
LOSE_CONNECTION: Final = "lose_connection"
EMBED: Final = "embed"
CHANGE_POLICY_OFFICER: Final = "change_policy_officer"
REPORT_STAGNATION: Final = "report_stagnation"
RECONFIRM_ANNUALLY: Final = "reconfirm_annually"
RESUME: Final = "resume"
PUT_BACK_ON_AGENDA: Final = "put_back_on_agenda"
SUSPEND: Final = "suspend"

# --- phases -----------------------------------------------------------------------------------------

_EXPLORE: Final = wellbeing("te verkennen waar een gemeente", _URGENCY)
_URGENT: Final = wellbeing("Veel gemeenten hechten waarde aan cijfers", _URGENCY)
_INCIDENT: Final = wellbeing("Grijp incidenten en relevante initiatieven aan", _URGENCY)
_CONNECT: Final = wellbeing("in ieder geval aan de beleidsterreinen", _POLICY_DOMAINS)
_OFFICIAL: Final = wellbeing("binnen een gemeente een wisseling is", _POLICY_DOMAINS)
_OVERVIEW: Final = wellbeing("Een samenwerking vanuit de GGD en", _PARTNERS)
_PURCHASE: Final = wellbeing("De gemeente koopt de Gezonde School", _FUNDING)
_HALT: Final = wellbeing("stagneren wanneer het ondersteuningsaanbod", _FUNDING)

_OFF_AGENDA = Phase(OFF_AGENDA, Label(nl="niet op de agenda", en="not on the agenda"), kind="initial")
_EXPLORATION = Phase(
    EXPLORATION,
    Label(
        nl="verkenning van de gemeente",
        en="exploration of the municipality",
    ),
    citation=_EXPLORE,
)
_ON_AGENDA = Phase(
    ON_AGENDA,
    Label(nl="op de agenda, met gedeelde urgentie", en="on the agenda, with shared urgency"),
    citation=_URGENT,
)
_CONNECTION = Phase(
    CONNECTION,
    Label(nl="beleidsterreinen en partners verbonden", en="policy domains and partners connected"),
    citation=_CONNECT,
)
_EXECUTION = Phase(
    EXECUTION,
    Label(nl="uitvoering", en="execution"),
    watches=(PAR_19, EVA_10, COM_04, WEL_05, NEWCOMERS_TOLD, EVA_13),
    citation=_OVERVIEW,
)
_EMBEDDED = Phase(
    EMBEDDED,
    Label(nl="geborgd", en="embedded"),
    watches=(PAR_19, EVA_10, WEL_04, EVA_08, NEWCOMERS_TOLD, EVA_13),
    citation=_PURCHASE,
)
_STAGNATION = Phase(STAGNATION, Label(nl="stilgevallen", en="stagnating"), citation=_HALT, basis=Basis.SOURCE)
_STOPPED = Phase(STOPPED, Label(nl="gestopt", en="stopped"), kind="final", outcome="early")

_RESTING: Final = (_EXPLORATION, _CONNECTION, _EXECUTION, _EMBEDDED)
"""Phases that can be interrupted."""

# --- steps ------------------------------------------------------------------------------------------

_TRANSITIONS = (
    _OFF_AGENDA.to(
        _EXPLORATION,
        EXPLORE_MUNICIPALITY,
        label=Label(nl="verken de gemeente", en="explore the municipality"),
        advises=(REG_09, WEL_10, WEL_24),
        citation=_EXPLORE,
    ),
    _EXPLORATION.to(
        _ON_AGENDA,
        PUT_ON_AGENDA,
        label=Label(nl="zet welbevinden op de agenda", en="put well-being on the agenda"),
        requires=(WEL_01,),
        advises=(WEL_02, EVA_08, WEL_15, WEL_20, WEL_23, WEL_33),
        citation=_URGENT,
    ),
    _EXPLORATION.to(
        _OFF_AGENDA,
        NO_OPENING,
        label=Label(nl="ga terug: er is geen opening", en="go back: there is no opening"),
    ),
    _ON_AGENDA.to(
        _CONNECTION,
        CONNECT,
        label=Label(nl="verbind beleidsterreinen en partners", en="connect policy domains and partners"),
        requires=(PAR_19,),
        advises=(WEL_03, KEN_02, DRA_06, WEL_05, WEL_06, REG_09, WEL_28, WEL_31),
        citation=_CONNECT,
    ),
    _ON_AGENDA.to(
        _OFF_AGENDA,
        TAKE_OFF_AGENDA,
        label=Label(
            nl="ga terug: welbevinden is van de agenda gehaald",
            en="go back: well-being was taken off the agenda",
        ),
        citation=wellbeing("meer beschikbaar omdat zij nu anders"),
        basis=Basis.SOURCE,
    ),
    _CONNECTION.to(
        _EXECUTION,
        START_EXECUTION,
        label=Label(nl="start de uitvoering", en="start executing"),
        requires=(PAR_19, WEL_13, AGR_13),
        advises=(AGR_11, WEL_06, WEL_19, WEL_25, WEL_32),
        citation=_OVERVIEW,
    ),
    _CONNECTION.to(
        _ON_AGENDA,
        LOSE_CONNECTION,
        label=Label(nl="ga terug: de verbinding valt weg", en="go back: the connection is lost"),
        citation=_OFFICIAL,
        basis=Basis.SOURCE,
    ),
    _EXECUTION.to(
        _EMBEDDED,
        EMBED,
        label=Label(nl="borg de aanpak", en="embed the approach"),
        requires=(PAR_19, NEWCOMERS_TOLD, FIN_01, EVA_01),
        advises=(WEL_20, DRA_06, EVA_02, WEL_34),
        citation=_PURCHASE,
    ),
    _EXECUTION.to(
        _EXECUTION,
        CHANGE_POLICY_OFFICER,
        label=Label(nl="meld een nieuwe beleidsambtenaar", en="report a new policy officer"),
        requires=(WEL_04,),
        citation=_OFFICIAL,
        basis=Basis.SOURCE,
    ),
    _EXECUTION.to(
        _STAGNATION,
        REPORT_STAGNATION,
        label=Label(nl="meld dat de aanpak stilvalt", en="report that the approach stagnates"),
        advises=(WEL_18,),
        citation=_HALT,
        basis=Basis.SOURCE,
    ),
    _EMBEDDED.to(
        _EMBEDDED,
        CHANGE_POLICY_OFFICER,
        label=Label(nl="meld een nieuwe beleidsambtenaar", en="report a new policy officer"),
        requires=(WEL_04,),
        citation=_OFFICIAL,
        basis=Basis.SOURCE,
    ),
    _EMBEDDED.to(
        _EMBEDDED,
        RECONFIRM_ANNUALLY,
        label=Label(nl="bevestig de aanpak voor nog een jaar", en="reconfirm the approach for another year"),
        requires=(PAR_19, NEWCOMERS_TOLD, FIN_01),
        advises=(EVA_08,),
        falls_due=OnTerm("end"),
    ),
    _EMBEDDED.to(
        _STAGNATION,
        REPORT_STAGNATION,
        label=Label(nl="meld dat de aanpak stilvalt", en="report that the approach stagnates"),
        citation=_HALT,
        basis=Basis.SOURCE,
    ),
    _STAGNATION.to(
        _EXECUTION,
        RESUME,
        label=Label(nl="hervat", en="resume"),
        requires=(PAR_19, NEWCOMERS_TOLD, AGR_13),
    ),
    _STAGNATION.to(
        _ON_AGENDA,
        PUT_BACK_ON_AGENDA,
        label=Label(nl="zet welbevinden opnieuw op de agenda", en="put well-being back on the agenda"),
        requires=(WEL_01,),
        citation=_INCIDENT,
    ),
    *suspensions(*_RESTING),
    *stops(_STOPPED, _OFF_AGENDA, _EXPLORATION, _ON_AGENDA, _CONNECTION),
    *stops(_STOPPED, _EXECUTION, _EMBEDDED, _STAGNATION, *map(at_rest, _RESTING)),
)

# --- evaluation -------------------------------------------------------------------------------------

_POINTS = (
    EvaluationPoint(
        key="youth_monitor_talk",
        label=Label(
            nl="bespreking van de jeugdmonitor met de gemeente",
            en="talk about the youth monitor with the municipality",
        ),
        kind="progress_talk",
        anchor=OnStatement("monitor_published"),
        instrument=Label(nl="uitkomsten van de jeugdmonitor", en="results of the youth monitor"),
        evaluator=Label(nl="de epidemioloog van de GGD", en="the epidemiologist of the GGD"),
        citation=Citation(YOUTH_MONITOR),
        basis=Basis.LITERATURE,
        choice=Label(
            nl="De monitor is er minstens eens in de vier jaar; een lokale monitor heeft zijn eigen ritme. "
            "Dat wij het gesprek vragen zodra een monitor verschijnt, is onze keuze.",
            en="The monitor is there at least once every four years; a local monitor has its own rhythm. "
            "That we ask for the talk as soon as a monitor is published is our choice.",
        ),
    ),
    EvaluationPoint(
        key="annual_reconfirmation",
        label=Label(
            nl="jaarlijkse bevestiging van prioriteit en middelen",
            en="yearly reconfirmation of priority and means",
        ),
        kind="periodic",
        anchor=OnPhase(OFF_AGENDA),
        every=Every(years=1),
        window=Window("09-01", "11-30"),
        while_in=(ON_AGENDA, CONNECTION, EXECUTION, EMBEDDED),
        instrument=Label(nl="een blik op geld en draagvlak", en="a look at funding and support"),
        evaluator=Label(nl="de GGD en de gemeente", en="the GGD and the municipality"),
        citation=Citation(OUR_CHOICE),
        choice=Label(
            nl="Elk jaar van september tot en met november, vóór de begroting van de gemeente, is onze "
            "keuze. Wij tellen vanaf het begin van het proces.",
            en="Every year from September through November, before the municipal budget, is our choice. "
            "We count from the beginning of the process.",
        ),
    ),
    EvaluationPoint(
        key="knowledge_institute_contact",
        label=Label(nl="contact met een kennisinstituut", en="contact with a knowledge institute"),
        kind="contact",
        anchor=OnPhase(OFF_AGENDA),
        every=Every(years=1),
        min_count=KNOWLEDGE_INSTITUTE_CONTACTS,
        while_in=(EXECUTION, EMBEDDED),
        contacts=TALKS,
        instrument=Label(nl="een gesprek", en="a talk"),
        evaluator=Label(
            nl="de Gezonde School-adviseur en het kennisinstituut",
            en="the Healthy School adviser and the knowledge institute",
        ),
        citation=wellbeing("aantal keer per jaar een kennisinstituut", _GGD_AND_MUNICIPALITY),
        basis=Basis.SOURCE,
        choice=Label(
            nl="Het verslag zegt ‘een aantal keer per jaar’; het aantal (standaard twee) is onze keuze. "
            "Wij verdelen de keren over het jaar en tellen vanaf het begin van het proces.",
            en="The report says ‘a number of times a year’; the number (two by default) is our choice. "
            "We spread them over the year and count from the beginning of the process.",
        ),
    ),
    EvaluationPoint(
        key="effects_arena",
        label=Label(nl="Effectenarena", en="Effectenarena"),
        kind="action_review",
        anchor=OnTrigger(CONNECT),
        every=Every(months=24),
        optional=True,
        instrument=Label(nl="een Effectenarena", en="an Effectenarena"),
        evaluator=Label(nl="een gespreksbegeleider", en="a facilitator"),
        citation=Citation(EFFECTS_ARENA_METHOD),
        choice=Label(
            nl="Eens in de twee jaar, en alleen als u dat wilt, is onze keuze.",
            en="Once every two years, and only where you want it, is our choice.",
        ),
    ),
    follow_up(COM_04),
    follow_up(WEL_04),
    follow_up(EVA_08),
    END_OF_TERM,
)

WELLBEING_MUNICIPALITY: Final = Process(
    key="wellbeing_municipality",
    label=Label(
        nl="welbevinden op school: de aanpak van de gemeente",
        en="well-being at school: the approach of the municipality",
    ),
    phases=(
        _OFF_AGENDA,
        _EXPLORATION,
        _ON_AGENDA,
        _CONNECTION,
        _EXECUTION,
        _EMBEDDED,
        _STAGNATION,
        *map(at_rest, _RESTING),
        _STOPPED,
    ),
    transitions=_TRANSITIONS,
    evaluation_points=_POINTS,
    terms=TERMS,
)
