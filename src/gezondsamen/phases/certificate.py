"""The theme certificate of the Healthy School: applied for, granted, renewed, lapsed.

`CERTIFICATE` is the process; the other constants are the keys of its phases and triggers. It runs
beside the collaboration, for a school that wants the certificate.
"""

from __future__ import annotations

from typing import Final

from gezondsamen.catalogue import TERMS
from gezondsamen.citations import Basis
from gezondsamen.labels import Label
from gezondsamen.periods import Every
from gezondsamen.phases.interruption import stops
from gezondsamen.phases.rules.certificate import RENEWAL_TERMS, SCHEME, VIG_01, VIG_02, VIG_03, VIG_04, VIG_05
from gezondsamen.phases.rules.interruption import STOPPED as STOPPED_FOR_A_REASON
from gezondsamen.phases.rules.passages import wellbeing
from gezondsamen.phases.rules.wellbeing import WEL_18
from gezondsamen.phases.rules.wellbeing_in_school import WEL_09
from gezondsamen.process.evaluation_points import EvaluationPoint, OnStatement, OnTrigger
from gezondsamen.process.phases import Phase
from gezondsamen.process.process import Process

# --- keys of phases -------------------------------------------------------------------------------

NO_CERTIFICATE: Final = "no_certificate"
APPLICATION: Final = "application"
ADDITIONAL_INFORMATION: Final = "additional_information"
VALID: Final = "valid"
RENEWAL: Final = "renewal"
REJECTED: Final = "rejected"
OBJECTION: Final = "objection"
LAPSED: Final = "lapsed"
DISCONTINUED: Final = "discontinued"

# --- keys of triggers -----------------------------------------------------------------------------

SUBMIT: Final = "submit"
REFRAIN: Final = "refrain"
REQUEST_INFORMATION: Final = "request_information"
SUPPLY_INFORMATION: Final = "supply_information"
GRANT: Final = "grant"
REJECT: Final = "reject"
LODGE_OBJECTION: Final = "lodge_objection"
RESUBMIT: Final = "resubmit"
UPHOLD_OBJECTION: Final = "uphold_objection"
DISMISS_OBJECTION: Final = "dismiss_objection"
REQUEST_RENEWAL: Final = "request_renewal"
LAPSE: Final = "lapse"
GRANT_RENEWAL: Final = "grant_renewal"
REJECT_RENEWAL: Final = "reject_renewal"
STOP: Final = "stop"

# --- phases ---------------------------------------------------------------------------------------


def _phase(key: str, label: Label) -> Phase:
    return Phase(key, label, citation=SCHEME, basis=Basis.PROGRAMME)


_NO_CERTIFICATE = Phase(
    NO_CERTIFICATE,
    Label(nl="geen certificaat", en="no certificate"),
    kind="initial",
    citation=SCHEME,
    basis=Basis.PROGRAMME,
)
_APPLICATION = _phase(APPLICATION, Label(nl="aanvraag ingediend", en="application submitted"))
_ADDITIONAL_INFORMATION = _phase(
    ADDITIONAL_INFORMATION,
    Label(nl="aanvullende informatie gevraagd", en="additional information requested"),
)
_VALID = _phase(VALID, Label(nl="toegekend en geldig", en="granted and valid"))
_RENEWAL = _phase(RENEWAL, Label(nl="verlenging aangevraagd", en="renewal requested"))
_REJECTED = _phase(REJECTED, Label(nl="afgewezen", en="rejected"))
_OBJECTION = _phase(OBJECTION, Label(nl="bezwaar gemaakt", en="objection lodged"))
_LAPSED = _phase(LAPSED, Label(nl="vervallen", en="lapsed"))
_DISCONTINUED = Phase(
    DISCONTINUED, Label(nl="niet voortgezet", en="discontinued"), kind="final", outcome="neutral"
)

# --- steps ----------------------------------------------------------------------------------------

_REFRAINING: Final = Label(nl="zie ervan af", en="refrain from it")
_RESUBMITTING: Final = Label(nl="dien opnieuw in", en="submit again")

_TRANSITIONS = (
    _NO_CERTIFICATE.to(
        _APPLICATION,
        SUBMIT,
        label=Label(nl="dien de aanvraag in", en="submit the application"),
        advises=(WEL_09,),
        citation=SCHEME,
        basis=Basis.PROGRAMME,
    ),
    _NO_CERTIFICATE.to(_DISCONTINUED, REFRAIN, label=_REFRAINING, advises=STOPPED_FOR_A_REASON),
    _APPLICATION.to(
        _ADDITIONAL_INFORMATION,
        REQUEST_INFORMATION,
        label=Label(nl="vraag aanvullende informatie", en="request additional information"),
        citation=SCHEME,
        basis=Basis.PROGRAMME,
    ),
    _ADDITIONAL_INFORMATION.to(
        _APPLICATION,
        SUPPLY_INFORMATION,
        label=Label(nl="vul de aanvraag aan", en="supply the information"),
        citation=SCHEME,
        basis=Basis.PROGRAMME,
    ),
    _APPLICATION.to(
        _VALID,
        GRANT,
        label=Label(nl="ken het certificaat toe", en="grant the certificate"),
        requires=(VIG_01, VIG_02),
        advises=(VIG_03, VIG_05),
        citation=SCHEME,
        basis=Basis.PROGRAMME,
    ),
    _APPLICATION.to(
        _REJECTED,
        REJECT,
        label=Label(nl="wijs de aanvraag af", en="reject the application"),
        advises=(VIG_03, VIG_05),
        exceptional=True,
        citation=SCHEME,
        basis=Basis.PROGRAMME,
    ),
    _REJECTED.to(
        _OBJECTION,
        LODGE_OBJECTION,
        label=Label(nl="maak bezwaar", en="lodge an objection"),
        citation=SCHEME,
        basis=Basis.PROGRAMME,
    ),
    _REJECTED.to(_APPLICATION, RESUBMIT, label=_RESUBMITTING),
    _REJECTED.to(
        _DISCONTINUED,
        REFRAIN,
        label=_REFRAINING,
        advises=(WEL_18, *STOPPED_FOR_A_REASON),
        citation=wellbeing(
            "stagneren wanneer het ondersteuningsaanbod",
            "FACTOR 5 Voldoende en structurele financiering voor Welbevinden",
        ),
        basis=Basis.SOURCE,
    ),
    _OBJECTION.to(
        _VALID,
        UPHOLD_OBJECTION,
        label=Label(nl="ken toe: het bezwaar is gegrond", en="grant: the objection is upheld"),
        requires=(VIG_02,),
        citation=SCHEME,
        basis=Basis.PROGRAMME,
    ),
    _OBJECTION.to(
        _REJECTED,
        DISMISS_OBJECTION,
        label=Label(nl="wijs af: het bezwaar is ongegrond", en="reject: the objection is dismissed"),
        citation=SCHEME,
        basis=Basis.PROGRAMME,
    ),
    _VALID.to(
        _RENEWAL,
        REQUEST_RENEWAL,
        label=Label(nl="vraag verlenging aan", en="request renewal"),
        requires=(VIG_04,),
        citation=RENEWAL_TERMS,
        basis=Basis.PROGRAMME,
    ),
    _VALID.to(
        _LAPSED,
        LAPSE,
        label=Label(nl="laat vervallen: de drie jaar zijn om", en="let it lapse: the three years are over"),
        falls_due=OnStatement("certificate", "until"),
        citation=SCHEME,
        basis=Basis.PROGRAMME,
    ),
    _RENEWAL.to(
        _VALID,
        GRANT_RENEWAL,
        label=Label(nl="ken de verlenging toe", en="grant the renewal"),
        requires=(VIG_02,),
        citation=RENEWAL_TERMS,
        basis=Basis.PROGRAMME,
    ),
    _RENEWAL.to(
        _LAPSED,
        REJECT_RENEWAL,
        label=Label(nl="wijs de verlenging af", en="reject the renewal"),
        exceptional=True,
    ),
    _LAPSED.to(
        _APPLICATION,
        RESUBMIT,
        label=_RESUBMITTING,
        citation=SCHEME,
        basis=Basis.PROGRAMME,
    ),
    _LAPSED.to(_DISCONTINUED, REFRAIN, label=_REFRAINING, advises=STOPPED_FOR_A_REASON),
    *stops(_DISCONTINUED, _APPLICATION, _ADDITIONAL_INFORMATION, _VALID, _RENEWAL, _OBJECTION),
)

# --- evaluation -----------------------------------------------------------------------------------

_POINTS = (
    EvaluationPoint(
        key="renewal_reminder",
        label=Label(nl="herinnering aan de verlenging", en="reminder of the renewal"),
        kind="periodic",
        anchor=OnStatement("certificate", "until"),
        before_end=Every(months=6),
        instrument=Label(nl="het formulier voor de verlenging", en="the form for the renewal"),
        evaluator=Label(nl="de Gezonde School-coördinator", en="the Healthy School coordinator"),
        citation=SCHEME,
        basis=Basis.PROGRAMME,
        choice=Label(
            nl="De regeling noemt de drie jaar; een half jaar voor het einde beginnen is onze keuze.",
            en="The scheme names the three years; to begin half a year before the end is our choice.",
        ),
    ),
    EvaluationPoint(
        key="assessment_deadline",
        label=Label(nl="uiterste dag voor de beoordeling", en="last day for the assessment"),
        kind="compliance",
        anchor=OnTrigger(SUBMIT),
        offset=Every(days=42),
        while_in=(APPLICATION, ADDITIONAL_INFORMATION),
        evaluator=Label(nl="de organisatie van het thema", en="the theme partner"),
        citation=SCHEME,
        basis=Basis.PROGRAMME,
        choice=Label(
            nl="De regeling noemt zes weken. Dat dit moment vervalt zodra er een besluit is, is onze keuze.",
            en="The scheme names six weeks. That this moment lapses once there is a decision is our choice.",
        ),
    ),
)

CERTIFICATE: Final = Process(
    key="certificate",
    label=Label(nl="themacertificaat Gezonde School", en="Healthy School theme certificate"),
    phases=(
        _NO_CERTIFICATE,
        _APPLICATION,
        _ADDITIONAL_INFORMATION,
        _VALID,
        _RENEWAL,
        _REJECTED,
        _OBJECTION,
        _LAPSED,
        _DISCONTINUED,
    ),
    transitions=_TRANSITIONS,
    evaluation_points=_POINTS,
    terms=TERMS,
)
