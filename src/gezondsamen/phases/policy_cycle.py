"""The cycle of municipal health policy: prepared, made, carried out, evaluated.

`POLICY_CYCLE` is the process; the other constants are the keys of its phases and triggers. One run is
one memorandum: its successor begins as a run of its own.
"""

from __future__ import annotations

from typing import Final

from gezondsamen.catalogue import TERMS
from gezondsamen.catalogue.limits import EVALUATION_INTERVAL
from gezondsamen.catalogue.works import (
    GALA_REVIEW,
    OUR_CHOICE,
    RIVM_HEALTHY_MUNICIPALITY,
    RIVM_LOCAL_MEMORANDUM,
    YOUTH_MONITOR,
)
from gezondsamen.citations import Basis, Citation
from gezondsamen.labels import Label
from gezondsamen.periods import Every
from gezondsamen.phases.interruption import at_rest, hand_over, handed_over, stops, suspensions
from gezondsamen.phases.rhythms import END_OF_TERM, contact, follow_up
from gezondsamen.phases.rules.acquaintance import KEN_07
from gezondsamen.phases.rules.direction import REG_02
from gezondsamen.phases.rules.evaluation import EVA_01, EVA_02, EVA_03, EVA_08, EVA_11, EVA_13, decided
from gezondsamen.phases.rules.interruption import STO_03
from gezondsamen.phases.rules.interruption import STOPPED as STOPPED_FOR_A_REASON
from gezondsamen.phases.rules.membership import PAR_20
from gezondsamen.phases.rules.partners import PAR_06
from gezondsamen.phases.rules.passages import healthy_school
from gezondsamen.phases.rules.policy import (
    MUNICIPAL_MEMORANDUM,
    POL_01,
    POL_02,
    POL_03,
    POL_04,
    POL_05,
    POL_10,
    POL_11,
    POL_20,
)
from gezondsamen.phases.rules.sectors import ISC_07
from gezondsamen.phases.rules.support import DRA_06
from gezondsamen.process.evaluation_points import EvaluationPoint, OnStatement, OnTerm, OnTrigger, Window
from gezondsamen.process.phases import Phase
from gezondsamen.process.process import Process

# --- keys of phases -------------------------------------------------------------------------------

PREPARATION: Final = "preparation"
POLICY_MAKING: Final = "policy_making"
EXECUTION: Final = "execution"
EVALUATION: Final = "evaluation"
PREPARATION_SUSPENDED: Final = "preparation_suspended"
POLICY_MAKING_SUSPENDED: Final = "policy_making_suspended"
EXECUTION_SUSPENDED: Final = "execution_suspended"
EVALUATION_SUSPENDED: Final = "evaluation_suspended"
CONTINUED_OTHERWISE: Final = "continued_otherwise"
CLOSED: Final = "closed"
WITHDRAWN: Final = "withdrawn"

# --- keys of triggers -----------------------------------------------------------------------------

START_POLICY_MAKING: Final = "start_policy_making"
WITHDRAW: Final = "withdraw"
ADOPT_MEMORANDUM: Final = "adopt_memorandum"
REJECT_MEMORANDUM: Final = "reject_memorandum"
BACK_TO_PREPARATION: Final = "back_to_preparation"
ADJUST_COURSE: Final = "adjust_course"
OPEN_EVALUATION: Final = "open_evaluation"
CONTINUE: Final = "continue"
START_NEW_CYCLE: Final = "start_new_cycle"
SUSPEND: Final = "suspend"
RESUME: Final = "resume"
STOP: Final = "stop"
CONTINUE_OTHERWISE: Final = "continue_otherwise"

# --- phases ---------------------------------------------------------------------------------------

_FOUR_PHASES: Final = healthy_school("voorbereiding, beleidsvorming, uitvoering of evaluatie")
_STEPPING_BACK: Final = Citation(RIVM_HEALTHY_MUNICIPALITY)

_PREPARATION = Phase(
    PREPARATION,
    Label(nl="voorbereiding", en="preparation"),
    kind="initial",
    citation=_FOUR_PHASES,
    basis=Basis.SOURCE,
)
_POLICY_MAKING = Phase(
    POLICY_MAKING,
    Label(nl="beleidsvorming", en="policy-making"),
    citation=_FOUR_PHASES,
    basis=Basis.SOURCE,
)
_EXECUTION = Phase(
    EXECUTION,
    Label(nl="uitvoering van het beleid", en="execution of the policy"),
    watches=(POL_04, EVA_03, EVA_08, POL_05, REG_02, EVA_13),
    citation=_FOUR_PHASES,
    basis=Basis.SOURCE,
)
_EVALUATION = Phase(
    EVALUATION,
    Label(nl="evaluatie van het beleid", en="evaluation of the policy"),
    citation=_FOUR_PHASES,
    basis=Basis.SOURCE,
)
_CLOSED = Phase(
    CLOSED,
    Label(nl="afgesloten: een nieuwe cyclus volgt", en="closed: a new cycle follows"),
    kind="final",
    outcome="success",
)
_WITHDRAWN = Phase(
    WITHDRAWN,
    Label(nl="gestopt zonder vastgestelde nota", en="stopped without an adopted memorandum"),
    kind="final",
    outcome="early",
)

_CONTINUED_OTHERWISE = handed_over(
    "overgegaan in de nota van een andere gemeente", "gone over into the memorandum of another municipality"
)

_RESTING: Final = (_PREPARATION, _POLICY_MAKING, _EXECUTION, _EVALUATION)
"""Phases that can be interrupted."""

# --- steps ----------------------------------------------------------------------------------------

_TRANSITIONS = (
    _PREPARATION.to(
        _POLICY_MAKING,
        START_POLICY_MAKING,
        label=Label(nl="begin met de beleidsvorming", en="start the policy-making"),
        requires=(REG_02,),
        advises=(EVA_08, KEN_07, PAR_06, POL_11),
        citation=_FOUR_PHASES,
        basis=Basis.SOURCE,
    ),
    _PREPARATION.to(
        _WITHDRAWN,
        WITHDRAW,
        label=Label(nl="stop de voorbereiding", en="stop the preparation"),
        requires=STOPPED_FOR_A_REASON,
        advises=(STO_03,),
    ),
    _POLICY_MAKING.to(
        _EXECUTION,
        ADOPT_MEMORANDUM,
        label=Label(
            nl="laat de gemeenteraad de nota vaststellen",
            en="have the municipal council adopt the memorandum",
        ),
        requires=(POL_02, POL_03, REG_02, POL_20),
        advises=(POL_01, ISC_07, DRA_06, POL_10),
        citation=MUNICIPAL_MEMORANDUM,
        basis=Basis.LAW,
    ),
    _POLICY_MAKING.to(
        _POLICY_MAKING,
        REJECT_MEMORANDUM,
        label=Label(
            nl="pas de nota aan: de gemeenteraad verwerpt haar",
            en="revise the memorandum: the municipal council rejects it",
        ),
    ),
    _POLICY_MAKING.to(
        _PREPARATION,
        BACK_TO_PREPARATION,
        label=Label(nl="ga terug naar de voorbereiding", en="go back to the preparation"),
        citation=_STEPPING_BACK,
        basis=Basis.SOURCE,
    ),
    _POLICY_MAKING.to(
        _WITHDRAWN,
        WITHDRAW,
        label=Label(nl="trek de nota in", en="withdraw the memorandum"),
        requires=STOPPED_FOR_A_REASON,
        advises=(STO_03,),
    ),
    _EXECUTION.to(
        _POLICY_MAKING,
        ADJUST_COURSE,
        label=Label(nl="stuur het beleid bij", en="adjust the course of the policy"),
        citation=_STEPPING_BACK,
        basis=Basis.SOURCE,
    ),
    _EXECUTION.to(
        _EVALUATION,
        OPEN_EVALUATION,
        label=Label(nl="open de evaluatie", en="open the evaluation"),
        requires=(EVA_01,),
        advises=(EVA_02, EVA_11),
        falls_due=OnTerm("end"),
        citation=_FOUR_PHASES,
        basis=Basis.SOURCE,
    ),
    _EVALUATION.to(
        _EXECUTION,
        CONTINUE,
        label=Label(nl="zet de uitvoering voort", en="continue the execution"),
        requires=(decided("continue"), PAR_20),
        citation=_STEPPING_BACK,
        basis=Basis.SOURCE,
    ),
    _EVALUATION.to(
        _CLOSED,
        START_NEW_CYCLE,
        label=Label(nl="sluit af en begin een nieuwe cyclus", en="close and start a new cycle"),
        requires=(decided("continue", "terminate"), PAR_20),
        advises=(POL_04,),
        citation=_FOUR_PHASES,
        basis=Basis.SOURCE,
    ),
    *suspensions(*_RESTING),
    *stops(_WITHDRAWN, _EXECUTION, _EVALUATION, *map(at_rest, _RESTING)),
    *hand_over(_CONTINUED_OTHERWISE, _PREPARATION, _POLICY_MAKING, _EXECUTION, _EVALUATION),
)

# --- evaluation -----------------------------------------------------------------------------------

_PROCESS_AND_EFFECT = Label(nl="proces en effect", en="process and effect")

_POINTS = (
    EvaluationPoint(
        key="progress_report",
        label=Label(nl="verslag van de voortgang", en="progress report"),
        kind="periodic",
        anchor=OnTrigger(ADOPT_MEMORANDUM),
        every=EVALUATION_INTERVAL,
        while_in=(EXECUTION,),
        instrument=Label(nl="indicatoren van de voortgang", en="indicators of progress"),
        evaluator=Label(nl="de gemeente", en="the municipality"),
        citation=Citation(OUR_CHOICE),
        choice=Label(
            nl="Een verslag per jaar is onze keuze.",
            en="A report every year is our choice.",
        ),
    ),
    EvaluationPoint(
        key="midterm_review",
        label=Label(nl="tussenevaluatie", en="mid-term evaluation"),
        kind="midterm",
        anchor=OnTrigger(ADOPT_MEMORANDUM),
        offset=Every(months=24),
        instrument=_PROCESS_AND_EFFECT,
        evaluator=Label(nl="de gemeente en de GGD", en="the municipality and the GGD"),
        citation=Citation(GALA_REVIEW, opening="na circa 1,5 jaar een mid-term review"),
        choice=Label(
            nl="Het landelijke akkoord werd na ongeveer anderhalf jaar bekeken. Dat de nota halverwege wordt "
            "bekeken, na twee jaar, is onze keuze.",
            en="The national agreement was reviewed after about a year and a half. That the memorandum is "
            "reviewed half-way, after two years, is our choice.",
        ),
    ),
    EvaluationPoint(
        key="final_evaluation",
        label=Label(nl="eindevaluatie", en="final evaluation"),
        kind="final",
        anchor=OnTrigger(ADOPT_MEMORANDUM),
        offset=Every(months=36),
        instrument=_PROCESS_AND_EFFECT,
        evaluator=Label(nl="bij voorkeur onafhankelijk", en="preferably independent"),
        citation=Citation(RIVM_LOCAL_MEMORANDUM),
        basis=Basis.SOURCE,
        choice=Label(
            nl="De bron noemt een cyclus van vier jaar. Begin na drie jaar en wees klaar voordat vier jaar "
            "om zijn: dat is onze keuze. Alleen het begin wordt gepland.",
            en="The source names a cycle of four years. Begin after three years and be done before the four "
            "are over: that is our choice. Only the beginning is scheduled.",
        ),
    ),
    EvaluationPoint(
        key="health_monitor",
        label=Label(nl="gezondheidsmonitor van de GGD", en="health monitor of the GGD"),
        kind="periodic",
        anchor=OnStatement("monitor_published"),
        every=Every(years=4),
        # Results come out in the year after the autumn of the monitor: the next one is three years later.
        offset=Every(years=3),
        window=Window("10-01", "11-30"),
        instrument=Label(nl="de gezondheidsmonitor", en="the health monitor"),
        evaluator=Label(nl="de GGD", en="the GGD"),
        citation=Citation(YOUTH_MONITOR),
        basis=Basis.LITERATURE,
        choice=Label(
            nl="De monitor is er elke vier jaar, in het najaar. Wij rekenen vanaf de publicatie van de "
            "jeugdmonitor, het jaar erna: leg die vast. Dat het onderwerp alleen de jeugdmonitor noemt, is "
            "een grens van deze bibliotheek; een extra monitor wordt niet gepland.",
            en="The monitor comes every four years, in autumn. We count from the publication of the youth "
            "monitor, the year after: record it. That the topic names the youth monitor only is a limit of "
            "this library; an extra monitor is not scheduled.",
        ),
    ),
    EvaluationPoint(
        key="memorandum_deadline",
        label=Label(nl="uiterste dag voor de lokale nota", en="last day for the local memorandum"),
        kind="compliance",
        anchor=OnStatement("national_memorandum"),
        offset=Every(months=24),
        while_in=(PREPARATION, POLICY_MAKING),
        evaluator=Label(nl="de gemeenteraad", en="the municipal council"),
        citation=MUNICIPAL_MEMORANDUM,
        basis=Basis.LAW,
        choice=Label(
            nl="De wet noemt de termijn: voor de landelijke nota van 12 december 2025 is het 12 december "
            "2027. Dat dit moment vervalt zodra de nota er is, is onze keuze.",
            en="The law names the period: for the national memorandum of 12 December 2025 it is 12 December "
            "2027. That this moment lapses once there is a memorandum is our choice.",
        ),
    ),
    contact(EVA_03, EXECUTION),
    follow_up(EVA_08),
    END_OF_TERM,
)

POLICY_CYCLE: Final = Process(
    key="policy_cycle",
    label=Label(nl="gemeentelijke beleidscyclus gezondheid", en="municipal health policy cycle"),
    phases=(
        _PREPARATION,
        _POLICY_MAKING,
        _EXECUTION,
        _EVALUATION,
        *map(at_rest, _RESTING),
        _CLOSED,
        _WITHDRAWN,
        _CONTINUED_OTHERWISE,
    ),
    transitions=_TRANSITIONS,
    evaluation_points=_POINTS,
    terms=TERMS,
)
