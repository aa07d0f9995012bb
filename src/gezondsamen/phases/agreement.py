"""The life of an agreement: drafted, consulted on, signed, in force, amended, ended.

`AGREEMENT` is the process; the other constants are the keys of its phases and triggers. It runs on a
track that bears the id of the agreement. The guides name forms of agreement and what has to be in
them; the course from draft to end is our own choice, held against practice.
"""

from __future__ import annotations

from typing import Final

import attrs

from gezondsamen.catalogue import TERMS
from gezondsamen.catalogue.limits import EVALUATION_INTERVAL
from gezondsamen.catalogue.works import HEALTHY_WEIGHT_COVENANT, OUR_CHOICE
from gezondsamen.citations import Basis, Citation
from gezondsamen.labels import Label
from gezondsamen.periods import Every
from gezondsamen.phases.rhythms import END_OF_TERM, contact
from gezondsamen.phases.rules.acquaintance import KEN_01
from gezondsamen.phases.rules.agreements import (
    AGR_01,
    AGR_02,
    AGR_03,
    AGR_04,
    AGR_05,
    AGR_09,
    AGR_10,
    AGR_13,
    AGR_14,
)
from gezondsamen.phases.rules.agreements_in_force import (
    AGR_15,
    AGR_16,
    AGR_17,
    AGR_18,
    AGR_19,
    AGR_20,
    AGR_21,
    AGR_22,
)
from gezondsamen.phases.rules.ambition import AMB_01, AMB_08
from gezondsamen.phases.rules.evaluation import EVA_01, EVA_03, EVA_09, EVA_13, decided
from gezondsamen.phases.rules.partners import PAR_02
from gezondsamen.phases.rules.passages import healthy_school, network
from gezondsamen.process.evaluation_points import EvaluationPoint, OnPhase, OnStatement, OnTerm
from gezondsamen.process.phases import Phase
from gezondsamen.process.process import Process

# --- keys of phases -------------------------------------------------------------------------------

DRAFT: Final = "draft"
CONSULTATION: Final = "consultation"
READY_FOR_SIGNATURE: Final = "ready_for_signature"
PARTLY_SIGNED: Final = "partly_signed"
SIGNED: Final = "signed"
IN_FORCE: Final = "in_force"
AMENDMENT: Final = "amendment"
SUSPENDED: Final = "suspended"
EXPIRED: Final = "expired"
TERMINATED: Final = "terminated"
DISSOLVED: Final = "dissolved"
SUPERSEDED: Final = "superseded"
WITHDRAWN: Final = "withdrawn"

# --- keys of triggers -----------------------------------------------------------------------------

CONSULT_CONSTITUENCIES: Final = "consult_constituencies"
CONFIRM_ORALLY: Final = "confirm_orally"
WITHDRAW: Final = "withdraw"
INCORPORATE_COMMENTS: Final = "incorporate_comments"
OPEN_FOR_SIGNATURE: Final = "open_for_signature"
SIGN: Final = "sign"
SIGN_AS_LAST: Final = "sign_as_last"
REOPEN: Final = "reopen"
REFUSE_TO_SIGN: Final = "refuse_to_sign"
ENTER_INTO_FORCE: Final = "enter_into_force"
RENEW: Final = "renew"
ACCEDE: Final = "accede"
LEAVE: Final = "leave"
PROPOSE_AMENDMENT: Final = "propose_amendment"
ADOPT_AMENDMENT: Final = "adopt_amendment"
REJECT_AMENDMENT: Final = "reject_amendment"
TERMINATE: Final = "terminate"
DISSOLVE: Final = "dissolve"
SUSPEND: Final = "suspend"
RESUME: Final = "resume"
EXPIRE: Final = "expire"
SUPERSEDE: Final = "supersede"

# --- phases ---------------------------------------------------------------------------------------

_RECORDING_IS_OPTIONAL: Final = healthy_school(
    "onderlinge afspraken moeten worden vastgelegd", "Basisstappen bij samenwerken"
)
_PRACTICE: Final = Citation(HEALTHY_WEIGHT_COVENANT)

_DRAFT = Phase(DRAFT, Label(nl="concept", en="draft"), kind="initial")
_CONSULTATION = Phase(
    CONSULTATION,
    Label(nl="overleg met de achterban", en="consultation with own organisations"),
)
_READY_FOR_SIGNATURE = Phase(
    READY_FOR_SIGNATURE, Label(nl="klaar om te ondertekenen", en="ready for signature")
)
_PARTLY_SIGNED = Phase(PARTLY_SIGNED, Label(nl="gedeeltelijk ondertekend", en="partly signed"))
_SIGNED = Phase(SIGNED, Label(nl="ondertekend, nog niet ingegaan", en="signed, not yet in force"))
_BINDING: Final = (AGR_09, AGR_16, EVA_01, EVA_03, EVA_13)
_IN_FORCE = Phase(IN_FORCE, Label(nl="van kracht", en="in force"), watches=_BINDING, in_force=True)
# Until an amendment is adopted the old text binds. While suspended an agreement exists and its term runs
# on, but what was agreed rests: nobody has to do it, so that it is not in force. Both are our reading.
_AMENDMENT = Phase(
    AMENDMENT,
    Label(nl="wijziging in behandeling", en="amendment pending"),
    watches=_BINDING,
    in_force=True,
)
_SUSPENDED = Phase(SUSPENDED, Label(nl="opgeschort", en="suspended"), kind="suspended")
_EXPIRED = Phase(EXPIRED, Label(nl="verlopen", en="expired"), kind="final", outcome="neutral")
_TERMINATED = Phase(TERMINATED, Label(nl="opgezegd", en="terminated"), kind="final", outcome="early")
_DISSOLVED = Phase(DISSOLVED, Label(nl="ontbonden", en="dissolved"), kind="final", outcome="early")
_SUPERSEDED = Phase(
    SUPERSEDED,
    Label(nl="vervangen door een nieuwe overeenkomst", en="superseded by a new agreement"),
    kind="final",
    outcome="success",
    citation=_PRACTICE,
    basis=Basis.LITERATURE,
)
_WITHDRAWN = Phase(
    WITHDRAWN,
    Label(nl="ingetrokken voordat zij van kracht was", en="withdrawn before it entered into force"),
    kind="final",
    outcome="early",
)

# --- steps ----------------------------------------------------------------------------------------

_WITHDRAWING: Final = Label(nl="trek in", en="withdraw")
_SIGNING: Final = Label(nl="laat een partij ondertekenen", en="have a party sign")
_SIGNING_AS_LAST: Final = Label(nl="laat de laatste partij ondertekenen", en="have the last party sign")
_TERMINATING: Final = Label(nl="zeg op", en="terminate")
_DISSOLVING: Final = Label(nl="ontbind wegens een tekortkoming", en="dissolve because of a breach")
_LEAVING: Final = Label(nl="laat een partij uittreden", en="let a party leave")
_EXPIRING: Final = Label(
    nl="laat verlopen: de einddatum is voorbij", en="let it expire: the end date has passed"
)

_TRANSITIONS = (
    _DRAFT.to(
        _CONSULTATION,
        CONSULT_CONSTITUENCIES,
        label=Label(nl="leg voor aan de achterban", en="submit to own organisations"),
        requires=(AGR_03,),
        advises=(AMB_08,),
    ),
    _DRAFT.to(
        _IN_FORCE,
        CONFIRM_ORALLY,
        label=Label(nl="bevestig mondeling", en="confirm orally"),
        requires=(AGR_03, AGR_04, AGR_16),
        advises=(AGR_01, AGR_02),
        citation=_RECORDING_IS_OPTIONAL,
        basis=Basis.SOURCE,
    ),
    _DRAFT.to(_WITHDRAWN, WITHDRAW, label=_WITHDRAWING),
    _CONSULTATION.to(
        _DRAFT,
        INCORPORATE_COMMENTS,
        label=Label(nl="verwerk de opmerkingen", en="incorporate the comments"),
    ),
    _CONSULTATION.to(
        _READY_FOR_SIGNATURE,
        OPEN_FOR_SIGNATURE,
        label=Label(nl="maak klaar om te ondertekenen", en="open for signature"),
        requires=(AGR_01, AGR_02, AGR_04, AGR_16),
        advises=(AGR_09, AGR_10, AGR_14),
        citation=network("rollen, taken, tijdsbesteding en geld"),
        basis=Basis.SOURCE,
    ),
    _CONSULTATION.to(_WITHDRAWN, WITHDRAW, label=_WITHDRAWING),
    _READY_FOR_SIGNATURE.to(_PARTLY_SIGNED, SIGN, label=_SIGNING),
    _READY_FOR_SIGNATURE.to(_SIGNED, SIGN_AS_LAST, label=_SIGNING_AS_LAST, requires=(AGR_05, AGR_16)),
    _READY_FOR_SIGNATURE.to(_DRAFT, REOPEN, label=Label(nl="heropen de tekst", en="reopen the text")),
    _READY_FOR_SIGNATURE.to(_WITHDRAWN, WITHDRAW, label=_WITHDRAWING),
    _PARTLY_SIGNED.to(_PARTLY_SIGNED, SIGN, label=_SIGNING),
    _PARTLY_SIGNED.to(_SIGNED, SIGN_AS_LAST, label=_SIGNING_AS_LAST, requires=(AGR_05, AGR_16)),
    _PARTLY_SIGNED.to(
        _DRAFT,
        REFUSE_TO_SIGN,
        label=Label(
            nl="ga terug naar het concept: een partij weigert",
            en="go back to the draft: a party refuses to sign",
        ),
        exceptional=True,
    ),
    _PARTLY_SIGNED.to(_WITHDRAWN, WITHDRAW, label=_WITHDRAWING),
    _SIGNED.to(
        _IN_FORCE,
        ENTER_INTO_FORCE,
        label=Label(nl="laat ingaan", en="bring into force"),
        requires=(AGR_13,),
    ),
    _SIGNED.to(_WITHDRAWN, WITHDRAW, label=_WITHDRAWING),
    _IN_FORCE.to(
        _IN_FORCE,
        RENEW,
        label=Label(nl="verleng", en="renew"),
        requires=(decided("continue"), AGR_17),
        advises=(AGR_10,),
    ),
    _IN_FORCE.to(
        _IN_FORCE,
        ACCEDE,
        label=Label(nl="laat een partij toetreden", en="let a party accede"),
        requires=(AMB_01, AGR_04, AGR_05),
        advises=(KEN_01, PAR_02),
        concerns="party",
    ),
    _IN_FORCE.to(_IN_FORCE, LEAVE, label=_LEAVING, requires=(AGR_18,), advises=(AGR_10,)),
    _IN_FORCE.to(
        _AMENDMENT,
        PROPOSE_AMENDMENT,
        label=Label(nl="stel een wijziging voor", en="propose an amendment"),
    ),
    _AMENDMENT.to(
        _IN_FORCE,
        ADOPT_AMENDMENT,
        label=Label(nl="neem de wijziging aan", en="adopt the amendment"),
        requires=(AGR_15, AGR_01, AGR_02),
    ),
    _AMENDMENT.to(
        _IN_FORCE,
        REJECT_AMENDMENT,
        label=Label(nl="wijs de wijziging af", en="reject the amendment"),
    ),
    _AMENDMENT.to(_AMENDMENT, LEAVE, label=_LEAVING, requires=(AGR_18,), advises=(AGR_10,)),
    _AMENDMENT.to(_TERMINATED, TERMINATE, label=_TERMINATING, requires=(AGR_19,)),
    _IN_FORCE.to(_SUSPENDED, SUSPEND, label=Label(nl="schort op", en="suspend")),
    _SUSPENDED.to(_IN_FORCE, RESUME, label=Label(nl="hervat", en="resume"), advises=(AGR_22,)),
    _SUSPENDED.to(_TERMINATED, TERMINATE, label=_TERMINATING, requires=(AGR_19,)),
    _SUSPENDED.to(_EXPIRED, EXPIRE, label=_EXPIRING, falls_due=OnTerm("end")),
    _AMENDMENT.to(_EXPIRED, EXPIRE, label=_EXPIRING, falls_due=OnTerm("end")),
    _IN_FORCE.to(_EXPIRED, EXPIRE, label=_EXPIRING, advises=(EVA_09,), falls_due=OnTerm("end")),
    _IN_FORCE.to(_TERMINATED, TERMINATE, label=_TERMINATING, requires=(AGR_19,), advises=(EVA_09,)),
    *(
        phase.to(
            _DISSOLVED,
            DISSOLVE,
            label=_DISSOLVING,
            requires=(AGR_20,),
            advises=(AGR_21, EVA_09),
            exceptional=True,
        )
        for phase in (_IN_FORCE, _AMENDMENT, _SUSPENDED)
    ),
    _IN_FORCE.to(
        _SUPERSEDED,
        SUPERSEDE,
        label=Label(nl="vervang door een nieuwe overeenkomst", en="supersede by a new agreement"),
        advises=(EVA_09,),
        citation=_PRACTICE,
        basis=Basis.LITERATURE,
    ),
)

# --- evaluation -----------------------------------------------------------------------------------

_POINTS = (
    EvaluationPoint(
        key="compliance_check",
        label=Label(nl="controle of afspraken zijn nagekomen", en="check on compliance"),
        kind="compliance",
        anchor=OnPhase(IN_FORCE),
        every=EVALUATION_INTERVAL,
        while_in=(IN_FORCE, AMENDMENT),
        instrument=Label(nl="een lijst van de verplichtingen", en="a checklist of the obligations"),
        evaluator=Label(
            nl="de programmamanager of het secretariaat", en="the programme manager or the secretariat"
        ),
        citation=_PRACTICE,
        basis=Basis.LITERATURE,
        choice=Label(
            nl="Bij het convenant hoorden jaarverslagen. Dat u elk jaar nagaat of alle afspraken zijn "
            "nagekomen, is onze keuze.",
            en="The covenant came with annual reports. That you check every year whether all agreements are "
            "kept is our choice.",
        ),
    ),
    EvaluationPoint(
        key="breach_review",
        label=Label(nl="gesprek over een tekortkoming", en="talk about a breach"),
        kind="compliance",
        anchor=OnStatement("breach"),
        offset=Every(months=1),
        while_in=(IN_FORCE, AMENDMENT),
        instrument=Label(nl="een lijst van de verplichtingen", en="a checklist of the obligations"),
        evaluator=Label(nl="de partijen", en="the parties"),
        citation=Citation(OUR_CHOICE),
        choice=Label(
            nl="Dat u binnen een maand bespreekt of de afspraak nog wordt nagekomen, is onze keuze.",
            en="That you discuss within a month whether the agreement will still be kept is our choice.",
        ),
    ),
    EvaluationPoint(
        key="renewal_decision",
        label=Label(nl="besluit over verlengen", en="decision on renewal"),
        # The evaluation that closes a term: it serves both the step to renew and the step to end.
        kind="final",
        anchor=OnTerm("end"),
        before_end=Every(months=6),
        instrument=Label(nl="een evaluatierapport", en="an evaluation report"),
        evaluator=Label(nl="de partijen", en="the parties"),
        citation=Citation(OUR_CHOICE),
        choice=Label(
            nl="Een half jaar vóór de einddatum is onze keuze. Moet de gemeenteraad of een schoolbestuur "
            "over verlengen besluiten, begin dan twaalf maanden ervoor; dat moment wordt niet vanzelf "
            "gepland.",
            en="Half a year before the end date is our choice. When the municipal council or a school board "
            "must decide on renewal, begin twelve months before; that moment is not scheduled by itself.",
        ),
    ),
    EvaluationPoint(
        key="midterm_review",
        label=Label(nl="tussenevaluatie", en="mid-term evaluation"),
        kind="midterm",
        anchor=OnTerm("start"),
        fraction=0.5,
        min_term=Every(years=2),
        instrument=Label(nl="een onafhankelijk rapport", en="an independent report"),
        evaluator=Label(nl="een onafhankelijke evaluator", en="an independent evaluator"),
        citation=_PRACTICE,
        basis=Basis.LITERATURE,
        choice=Label(
            nl="Het convenant werd rond de helft van zijn looptijd geëvalueerd; precies de helft, en alleen "
            "bij twee jaar of langer, is onze keuze.",
            en="The covenant was evaluated around the middle of its term; exactly half, and only for two "
            "years or longer, is our choice.",
        ),
    ),
    contact(EVA_03, IN_FORCE, AMENDMENT),
    attrs.evolve(END_OF_TERM, while_in=(IN_FORCE, AMENDMENT)),
)

AGREEMENT: Final = Process(
    key="agreement",
    subject="agreement",
    label=Label(nl="levensloop van een overeenkomst", en="life of an agreement"),
    phases=(
        _DRAFT,
        _CONSULTATION,
        _READY_FOR_SIGNATURE,
        _PARTLY_SIGNED,
        _SIGNED,
        _IN_FORCE,
        _AMENDMENT,
        _SUSPENDED,
        _EXPIRED,
        _TERMINATED,
        _DISSOLVED,
        _SUPERSEDED,
        _WITHDRAWN,
    ),
    transitions=_TRANSITIONS,
    evaluation_points=_POINTS,
    terms=TERMS,
)
