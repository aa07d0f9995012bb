"""Rules of the scheme for the theme certificate of the Healthy School.

The scheme sets them, not those who collaborate: what it asks before it grants cannot be waived.
"""

from __future__ import annotations

from typing import Final

from gezondsamen.catalogue.works import CERTIFICATE_RENEWAL, HEALTHY_SCHOOL_PROGRAMME
from gezondsamen.citations import Basis, Citation
from gezondsamen.labels import Label
from gezondsamen.periods import Every
from gezondsamen.process.conditions import AnyOf, Lasts, OnRecord, Paired, RecordCount
from gezondsamen.process.requirements import Requirement

SCHEME: Final = Citation(HEALTHY_SCHOOL_PROGRAMME)
RENEWAL_TERMS: Final = Citation(CERTIFICATE_RENEWAL)

_THREE_YEARS: Final = Every(years=3)

VIG_01: Final = Requirement(
    code="VIG-01",
    name=Label(nl="minstens één themacertificaat", en="at least one theme certificate"),
    text=Label(
        nl="De school heeft minstens één themacertificaat dat nog geldig is. Leg vast tot wanneer.",
        en="The school has at least one theme certificate that is still valid. Record until when.",
    ),
    conditions=(OnRecord("certificate", dated=True),),
    citation=SCHEME,
    basis=Basis.LITERATURE,
    choice=Label(
        nl="De regeling vraagt het certificaat; dat u de einddatum vastlegt, is onze keuze.",
        en="The scheme asks for the certificate; that you record its last day is our choice.",
    ),
    waivable=False,
)

VIG_02: Final = Requirement(
    code="VIG-02",
    name=Label(nl="geldigheid drie jaar", en="valid for three years"),
    text=Label(
        nl="Een certificaat geldt precies drie jaar, vanaf de dag waarop het is toegekend.",
        en="A certificate is valid for exactly three years, from the day on which it was granted.",
    ),
    conditions=(Lasts("certificate", at_least=_THREE_YEARS, at_most=_THREE_YEARS),),
    citation=SCHEME,
    basis=Basis.LITERATURE,
    waivable=False,
)

VIG_03: Final = Requirement(
    code="VIG-03",
    name=Label(nl="beoordeling binnen zes weken", en="assessment within six weeks"),
    text=Label(
        nl="Binnen zes weken na de aanvraag is er een besluit over het certificaat.",
        en="Within six weeks after the application there is a decision on the certificate.",
    ),
    conditions=(
        Paired("certificate_applied", by="certificate_decided", order="after", within=Every(days=42)),
    ),
    citation=SCHEME,
    basis=Basis.LITERATURE,
    choice=Label(
        nl="De school kan een laat besluit niet verhelpen: daarom waarschuwt de regel alleen.",
        en="The school cannot mend a late decision: so the rule only warns.",
    ),
)

VIG_04: Final = Requirement(
    code="VIG-04",
    name=Label(nl="verkorte verlenging hoogstens twee keer", en="short renewal at most twice"),
    text=Label(
        nl="Een certificaat kan twee keer verkort worden verlengd. Daarna vult de school weer het volledige "
        "formulier in.",
        en="A certificate can be renewed the short way twice. After that the school fills in the full form "
        "again.",
    ),
    conditions=(
        AnyOf(
            (
                RecordCount("short_renewal", at_most=1),
                OnRecord("full_renewal_form", since_entry=True),
            )
        ),
    ),
    citation=RENEWAL_TERMS,
    basis=Basis.LITERATURE,
    choice=Label(
        nl="Wij tellen de verkorte verlengingen die er al waren: bij hoogstens één kan het nog een keer.",
        en="We count the short renewals there were before: with at most one, it can be done once more.",
    ),
    waivable=False,
)
