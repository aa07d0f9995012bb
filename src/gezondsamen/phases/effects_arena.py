"""A session of the Effectenarena: prepared, held item by item, followed up.

`EFFECTS_ARENA` is the process; the other constants are the keys of its phases and triggers. The
phases follow the programme of one session in the report; how long each item lasts is not fixed here.
"""

from __future__ import annotations

from typing import Final

from gezondsamen.catalogue import TERMS
from gezondsamen.citations import Basis
from gezondsamen.labels import Label
from gezondsamen.periods import Every
from gezondsamen.phases.interruption import at_rest, stops, suspensions
from gezondsamen.phases.rules.communication import COM_06
from gezondsamen.phases.rules.effects_arena import ANNEX as _ANNEX
from gezondsamen.phases.rules.effects_arena import DESCRIPTION as _DESCRIPTION
from gezondsamen.phases.rules.effects_arena import (
    EFA_01,
    EFA_02,
    EFA_03,
    EFA_04,
    EFA_05,
    EFA_06,
    EFA_07,
    EFA_08,
    EFA_09,
    EFA_10,
    EFA_11,
    EFA_12,
    METHOD,
)
from gezondsamen.phases.rules.effects_arena import PROGRAMME as _PROGRAMME
from gezondsamen.phases.rules.interruption import STO_03
from gezondsamen.phases.rules.interruption import STOPPED as STOPPED_FOR_A_REASON
from gezondsamen.phases.rules.passages import wellbeing
from gezondsamen.phases.rules.support import DRA_06
from gezondsamen.process.evaluation_points import EvaluationPoint, OnTrigger
from gezondsamen.process.phases import Phase
from gezondsamen.process.process import Process

# --- keys of phases -------------------------------------------------------------------------------

PREPARATION: Final = "preparation"
READINESS: Final = "readiness"
OPENING: Final = "opening"
INTRODUCTION: Final = "introduction"
PERSONA: Final = "persona"
PAUSE: Final = "pause"
ROUND_1: Final = "round_1"
FEEDBACK: Final = "feedback"
ROUND_2: Final = "round_2"
PLENARY: Final = "plenary"
CLOSING: Final = "closing"
FOLLOW_UP: Final = "follow_up"
PREPARATION_SUSPENDED: Final = "preparation_suspended"
READINESS_SUSPENDED: Final = "readiness_suspended"
FOLLOW_UP_SUSPENDED: Final = "follow_up_suspended"
FOLLOWED_UP: Final = "followed_up"
NOT_FOLLOWED_UP: Final = "not_followed_up"
CANCELLED: Final = "cancelled"
BROKEN_OFF: Final = "broken_off"

# --- keys of triggers -----------------------------------------------------------------------------

DECLARE_READY: Final = "declare_ready"
CANCEL: Final = "cancel"
OPEN_SESSION: Final = "open_session"
REOPEN_PREPARATION: Final = "reopen_preparation"
INTRODUCE_METHOD: Final = "introduce_method"
PRESENT_PERSONA: Final = "present_persona"
START_PAUSE: Final = "start_pause"
START_ROUND_1: Final = "start_round_1"
GIVE_FEEDBACK: Final = "give_feedback"
START_ROUND_2: Final = "start_round_2"
PRESENT_NEXT_PERSONA: Final = "present_next_persona"
OPEN_PLENARY: Final = "open_plenary"
CLOSE_SESSION: Final = "close_session"
START_FOLLOW_UP: Final = "start_follow_up"
RECORD_FOLLOW_UP: Final = "record_follow_up"
CLOSE_WITHOUT_FOLLOW_UP: Final = "close_without_follow_up"
BREAK_OFF: Final = "break_off"
SUSPEND: Final = "suspend"
RESUME: Final = "resume"
STOP: Final = "stop"

# --- phases ---------------------------------------------------------------------------------------

_PREPARE: Final = wellbeing("Deze persona is van tevoren ontwikkeld", _DESCRIPTION)
_WELCOME: Final = wellbeing("Woord van welkom door schooldirecteur", _PROGRAMME)
_INTRODUCE: Final = wellbeing("Intro Effectenarena", _PROGRAMME)
_PRESENT: Final = wellbeing("Introductie persona’s", _PROGRAMME)
_BREAK: Final = wellbeing("Pauze", _PROGRAMME)
_WHO_DOES_WHAT: Final = wellbeing("Wie doet wat voor deze persona", _PROGRAMME)
_REPORT_BACK: Final = wellbeing("Plenaire terugkoppeling", _PROGRAMME)
_EARLIER_AND_DIFFERENT: Final = wellbeing("Wat kunnen we eerder en anders", _PROGRAMME)
_TOGETHER: Final = wellbeing("Wat bereiken we al met elkaar", _PROGRAMME)
_CLOSE: Final = wellbeing("Plenaire afsluiting door directeur", _PROGRAMME)
_INFORM: Final = wellbeing("Jullie gaan hierover geïnformeerd worden", _PROGRAMME)
_NEXT_SESSION: Final = wellbeing("Er wordt een vervolgbijeenkomst", _ANNEX)

_PREPARATION = Phase(
    PREPARATION,
    Label(
        nl="voorbereiding: persona, deelnemers en programma",
        en="preparation: persona, participants and programme",
    ),
    kind="initial",
    citation=_PREPARE,
    basis=Basis.SOURCE,
)
_READINESS = Phase(READINESS, Label(nl="klaar om te beginnen", en="ready to begin"))
_OPENING = Phase(
    OPENING,
    Label(nl="welkom, doel en kennismaking", en="welcome, aim and acquaintance"),
    citation=_WELCOME,
    basis=Basis.SOURCE,
)
_INTRODUCTION = Phase(
    INTRODUCTION,
    Label(nl="uitleg van de methode", en="introduction of the method"),
    citation=_INTRODUCE,
    basis=Basis.SOURCE,
)
_PERSONA = Phase(
    PERSONA,
    Label(nl="voorstellen van de persona", en="introduction of the persona"),
    citation=_PRESENT,
    basis=Basis.SOURCE,
)
_PAUSE = Phase(PAUSE, Label(nl="pauze", en="break"), citation=_BREAK, basis=Basis.SOURCE)
_ROUND_1 = Phase(
    ROUND_1,
    Label(nl="ronde 1: wie doet wat, en met welk doel", en="round 1: who does what, and to which goal"),
    citation=_WHO_DOES_WHAT,
    basis=Basis.SOURCE,
)
_FEEDBACK = Phase(
    FEEDBACK,
    Label(nl="terugkoppeling door de groepen", en="feedback by the groups"),
    citation=_REPORT_BACK,
    basis=Basis.SOURCE,
)
_ROUND_2 = Phase(
    ROUND_2,
    Label(nl="ronde 2: wat kan eerder en anders", en="round 2: what can be earlier and different"),
    citation=_EARLIER_AND_DIFFERENT,
    basis=Basis.SOURCE,
)
_PLENARY = Phase(
    PLENARY,
    Label(
        nl="plenair: wat bereiken we al, en waarmee verder",
        en="plenary: what do we achieve already, and what next",
    ),
    citation=_TOGETHER,
    basis=Basis.SOURCE,
)
_CLOSING = Phase(CLOSING, Label(nl="afsluiting", en="closing"), citation=_CLOSE, basis=Basis.SOURCE)
_FOLLOW_UP = Phase(FOLLOW_UP, Label(nl="vervolg", en="follow-up"), citation=_INFORM, basis=Basis.SOURCE)
_FOLLOWED_UP = Phase(
    FOLLOWED_UP,
    Label(nl="afgerond met vervolgafspraken", en="completed with a follow-up"),
    kind="final",
    outcome="success",
    citation=_NEXT_SESSION,
    basis=Basis.SOURCE,
)
_NOT_FOLLOWED_UP = Phase(
    NOT_FOLLOWED_UP,
    Label(nl="afgerond zonder vervolg", en="completed without a follow-up"),
    kind="final",
    outcome="neutral",
)
# The report tells that sessions were called off; that this is an end of its own is our choice.
_CANCELLED = Phase(CANCELLED, Label(nl="geannuleerd", en="cancelled"), kind="final", outcome="early")
_BROKEN_OFF = Phase(BROKEN_OFF, Label(nl="afgebroken", en="broken off"), kind="final", outcome="early")

_IN_SESSION: Final = (
    _OPENING,
    _INTRODUCTION,
    _PERSONA,
    _PAUSE,
    _ROUND_1,
    _FEEDBACK,
    _ROUND_2,
    _PLENARY,
    _CLOSING,
)
"""Phases of minutes: who stops here breaks the session off, and none of them is suspended."""

_RESTING: Final = (_PREPARATION, _READINESS, _FOLLOW_UP)
"""Phases that can be interrupted."""

# --- steps ----------------------------------------------------------------------------------------

_CANCELLING: Final = Label(nl="annuleer de bijeenkomst", en="cancel the session")
_STARTING_ROUND_1: Final = Label(nl="start ronde 1", en="start round 1")

_TRANSITIONS = (
    _PREPARATION.to(
        _READINESS,
        DECLARE_READY,
        label=Label(nl="meld dat alles klaarstaat", en="report that everything is ready"),
        requires=(EFA_01, EFA_02, EFA_04),
        advises=(EFA_05, EFA_06, EFA_07, EFA_09, EFA_10, DRA_06, EFA_12),
        citation=_PREPARE,
        basis=Basis.SOURCE,
    ),
    _PREPARATION.to(_CANCELLED, CANCEL, label=_CANCELLING, requires=STOPPED_FOR_A_REASON, advises=(STO_03,)),
    _READINESS.to(
        _OPENING,
        OPEN_SESSION,
        label=Label(nl="open de bijeenkomst", en="open the session"),
        requires=(EFA_02, EFA_04),
        citation=_WELCOME,
        basis=Basis.SOURCE,
    ),
    _READINESS.to(
        _PREPARATION,
        REOPEN_PREPARATION,
        label=Label(nl="heropen de voorbereiding", en="reopen the preparation"),
    ),
    _READINESS.to(_CANCELLED, CANCEL, label=_CANCELLING, requires=STOPPED_FOR_A_REASON, advises=(STO_03,)),
    _OPENING.to(
        _INTRODUCTION,
        INTRODUCE_METHOD,
        label=Label(nl="leg de methode uit", en="introduce the method"),
        citation=_INTRODUCE,
        basis=Basis.SOURCE,
    ),
    _INTRODUCTION.to(
        _PERSONA,
        PRESENT_PERSONA,
        label=Label(nl="stel de persona voor", en="present the persona"),
        citation=_PRESENT,
        basis=Basis.SOURCE,
    ),
    _PERSONA.to(
        _PAUSE,
        START_PAUSE,
        label=Label(nl="neem pauze", en="take a break"),
        citation=_BREAK,
        basis=Basis.SOURCE,
    ),
    _PERSONA.to(_ROUND_1, START_ROUND_1, label=_STARTING_ROUND_1),
    _PAUSE.to(
        _ROUND_1,
        START_ROUND_1,
        label=_STARTING_ROUND_1,
        citation=_WHO_DOES_WHAT,
        basis=Basis.SOURCE,
    ),
    _ROUND_1.to(
        _FEEDBACK,
        GIVE_FEEDBACK,
        label=Label(nl="laat de groepen terugkoppelen", en="have the groups give feedback"),
        citation=_REPORT_BACK,
        basis=Basis.SOURCE,
    ),
    _FEEDBACK.to(
        _ROUND_2,
        START_ROUND_2,
        label=Label(nl="start ronde 2", en="start round 2"),
        citation=_EARLIER_AND_DIFFERENT,
        basis=Basis.SOURCE,
    ),
    _FEEDBACK.to(
        _PERSONA,
        PRESENT_NEXT_PERSONA,
        label=Label(nl="stel de volgende persona voor", en="present the next persona"),
    ),
    _ROUND_2.to(
        _PLENARY,
        OPEN_PLENARY,
        label=Label(nl="kom weer samen", en="come together again"),
        citation=_TOGETHER,
        basis=Basis.SOURCE,
    ),
    _PLENARY.to(
        _CLOSING,
        CLOSE_SESSION,
        label=Label(nl="sluit de bijeenkomst af", en="close the session"),
        requires=(EFA_03,),
        citation=_CLOSE,
        basis=Basis.SOURCE,
    ),
    _CLOSING.to(
        _FOLLOW_UP,
        START_FOLLOW_UP,
        label=Label(nl="begin met het vervolg", en="start the follow-up"),
        advises=(EFA_11,),
        citation=_INFORM,
        basis=Basis.SOURCE,
    ),
    _FOLLOW_UP.to(
        _FOLLOWED_UP,
        RECORD_FOLLOW_UP,
        label=Label(nl="leg het vervolg vast", en="record the follow-up"),
        requires=(EFA_08,),
        advises=(EFA_11, COM_06),
        citation=_NEXT_SESSION,
        basis=Basis.SOURCE,
    ),
    _FOLLOW_UP.to(
        _NOT_FOLLOWED_UP,
        CLOSE_WITHOUT_FOLLOW_UP,
        label=Label(nl="sluit af zonder vervolg", en="close without a follow-up"),
    ),
    *(
        phase.to(
            _BROKEN_OFF,
            BREAK_OFF,
            label=Label(nl="breek de bijeenkomst af", en="break off the session"),
            requires=STOPPED_FOR_A_REASON,
            exceptional=phase not in (_OPENING, _ROUND_1, _ROUND_2),
        )
        for phase in _IN_SESSION
    ),
    *suspensions(*_RESTING),
    *stops(_CANCELLED, at_rest(_PREPARATION), at_rest(_READINESS)),
    *stops(_NOT_FOLLOWED_UP, _FOLLOW_UP, at_rest(_FOLLOW_UP)),
)

# --- evaluation -----------------------------------------------------------------------------------

_FACILITATOR = Label(nl="de begeleider", en="the facilitator")

_POINTS = (
    EvaluationPoint(
        key="participant_feedback",
        label=Label(nl="terugkoppeling aan de deelnemers", en="feedback to the participants"),
        kind="action_review",
        anchor=OnTrigger(CLOSE_SESSION),
        offset=Every(days=14),
        instrument=Label(nl="een verslag", en="a report"),
        evaluator=_FACILITATOR,
        citation=_INFORM,
        basis=Basis.SOURCE,
        choice=Label(
            nl="Het programma belooft dit zonder termijn; twee weken is onze keuze.",
            en="The programme promises this without a period; two weeks is our choice.",
        ),
    ),
    EvaluationPoint(
        key="follow_up_meeting",
        label=Label(nl="vervolgbijeenkomst", en="follow-up meeting"),
        kind="progress_talk",
        anchor=OnTrigger(CLOSE_SESSION),
        offset=Every(weeks=6),
        instrument=Label(
            nl="een bijeenkomst, ook met wie nu ontbrak",
            en="a meeting, also with those who were missing this time",
        ),
        evaluator=Label(nl="de gemeente of de school", en="the municipality or the school"),
        citation=_NEXT_SESSION,
        basis=Basis.SOURCE,
        choice=Label(
            nl="Het verslag wil dat er snel afspraken komen; binnen zes weken is onze keuze. Is het vervolg "
            "al vastgelegd en dit proces af, dan wordt dit moment niet meer gepland.",
            en="The report wants arrangements soon; within six weeks is our choice. Once the follow-up is "
            "recorded and this process is over, this moment is no longer scheduled.",
        ),
    ),
    EvaluationPoint(
        key="repeat_session",
        label=Label(nl="nog een bijeenkomst bij een evaluatie", en="another session when evaluating"),
        kind="periodic",
        anchor=OnTrigger(CLOSE_SESSION),
        every=Every(months=24),
        optional=True,
        instrument=Label(nl="een Effectenarena", en="an Effectenarena"),
        evaluator=_FACILITATOR,
        citation=METHOD,
        basis=Basis.SOURCE,
        choice=Label(
            nl="De methode past bij een evaluatie; om de twee jaar, en alleen wie wil, is onze keuze. Na het "
            "einde van dit proces wordt dit moment niet meer gepland.",
            en="The method fits an evaluation; every two years, and only for those who want it, is our "
            "choice. After the end of this process this moment is no longer scheduled.",
        ),
    ),
)

EFFECTS_ARENA: Final = Process(
    key="effects_arena",
    label=Label(nl="bijeenkomst van de Effectenarena", en="Effectenarena session"),
    phases=(
        _PREPARATION,
        _READINESS,
        _OPENING,
        _INTRODUCTION,
        _PERSONA,
        _PAUSE,
        _ROUND_1,
        _FEEDBACK,
        _ROUND_2,
        _PLENARY,
        _CLOSING,
        _FOLLOW_UP,
        *map(at_rest, _RESTING),
        _FOLLOWED_UP,
        _NOT_FOLLOWED_UP,
        _CANCELLED,
        _BROKEN_OFF,
    ),
    transitions=_TRANSITIONS,
    evaluation_points=_POINTS,
    terms=TERMS,
)
