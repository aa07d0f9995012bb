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
    name=Label(
        nl="themacertificaat vastgelegd, met einddatum", en="theme certificate recorded, with its last day"
    ),
    text=Label(
        nl="Leg het themacertificaat vast, met de laatste dag waarop het geldt. Bij haar eerste "
        "themacertificaat krijgt de school ook het vignet.",
        en="Record the theme certificate, with the last day on which it is valid. With its first theme "
        "certificate the school receives the vignet as well.",
    ),
    conditions=(OnRecord("certificate", dated=True),),
    citation=SCHEME,
    basis=Basis.PROGRAMME,
    choice=Label(
        nl="Het programma geeft het vignet bij het eerste themacertificaat. Dat u het certificaat met zijn "
        "laatste dag vastlegt voordat de stap wordt gezet, is onze keuze.",
        en="The programme gives the vignet with the first theme certificate. That you record the "
        "certificate with its last day before the step is taken is our choice.",
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
    basis=Basis.PROGRAMME,
    waivable=False,
)

VIG_03: Final = Requirement(
    code="VIG-03",
    name=Label(nl="beoordeling binnen zes weken", en="assessment within six weeks"),
    text=Label(
        nl="De themapartner beoordeelt de aanvraag binnen zes weken. Daarna besluit Gezonde School.",
        en="The theme partner assesses the application within six weeks. After that Gezonde School decides.",
    ),
    conditions=(
        Paired("certificate_applied", by="certificate_assessed", order="after", within=Every(days=42)),
    ),
    citation=SCHEME,
    basis=Basis.PROGRAMME,
    choice=Label(
        nl="De school kan een late beoordeling niet verhelpen: daarom waarschuwt de regel alleen.",
        en="The school cannot mend a late assessment: so the rule only warns.",
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
    basis=Basis.PROGRAMME,
    choice=Label(
        nl="Wij tellen de verkorte verlengingen die er al waren: bij hoogstens één kan het nog een keer.",
        en="We count the short renewals there were before: with at most one, it can be done once more.",
    ),
    waivable=False,
)

VIG_05: Final = Requirement(
    code="VIG-05",
    name=Label(nl="besluit van Gezonde School vastgelegd", en="decision of Gezonde School recorded"),
    text=Label(
        nl="Gezonde School controleert de beoordeling en stelt vast of de aanvraag wordt toegekend of "
        "afgewezen. Leg dat besluit vast.",
        en="Gezonde School checks the assessment and settles whether the application is granted or rejected. "
        "Record that decision.",
    ),
    conditions=(OnRecord("certificate_decided"),),
    citation=SCHEME,
    basis=Basis.PROGRAMME,
    choice=Label(
        nl="Het programma zegt dit over het vignet. Dat wij het bij elk themacertificaat vragen, en dat de "
        "regel alleen waarschuwt, is onze keuze.",
        en="The programme says so about the vignet. That we ask it for each theme certificate, and that the "
        "rule only warns, is our choice.",
    ),
)
