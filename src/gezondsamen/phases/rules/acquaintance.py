"""Rules on getting to know each other: KEN-01 to KEN-09.

Those of whom more is asked later, and of newcomers only, stand after the rule itself.
"""

from __future__ import annotations

from typing import Final

from gezondsamen.labels import Label
from gezondsamen.phases.rules.newcomers import EXTERNAL_NEWCOMERS, NEWCOMERS
from gezondsamen.phases.rules.passages import (
    BLOCKING,
    collaboration,
    healthy_school,
    intersectoral,
    network,
    wellbeing,
)
from gezondsamen.process.conditions import InContact, MetBefore, OnRecord, Parties
from gezondsamen.process.requirements import Requirement

_INTEGRAL = "Algemeen - Integrale samenwerking"
_STEPS = "Basisstappen bij samenwerken"
_TIPS = "Tips voor het succesvol betrekken van partners"
_ONE_TABLE = "Samenwerking versnellen door beleidsterreinen direct bij elkaar aan tafel te zetten"

KEN_01: Final = Requirement(
    code="KEN-01",
    name=Label(
        nl="eerst individuele kennismaking, dan plenair overleg",
        en="individual acquaintance before the first plenary",
    ),
    text=Label(
        nl="Spreek elke externe partij eerst apart. Nodig haar pas daarna uit voor een overleg met alle "
        "partijen.",
        en="Talk to each external party on its own first; only then invite it to a meeting of all parties.",
    ),
    conditions=(MetBefore(first="individual", then="plenary", which=Parties(internal=False, or_none=True)),),
    citation=healthy_school("ga eerst individueel langs alle", _TIPS),
    choice=Label(
        nl="Dat dit alleen voor externe partijen geldt, is onze keuze: voor beleidsterreinen van de eigen "
        "gemeente raadt een andere bron aan om meteen samen te beginnen.",
        en="That this holds for external parties only is our choice: for the municipality's own policy "
        "domains another source advises to start together at once.",
    ),
)

NEWCOMERS_MET_FIRST: Final = KEN_01.asking(MetBefore("individual", "plenary", EXTERNAL_NEWCOMERS))
"""KEN-01, asked again at the steps after the first: of whoever came since."""

NEWCOMERS_MET: Final = KEN_01.asking(InContact("individual", each=EXTERNAL_NEWCOMERS))
"""KEN-01 as it is watched: a talk can still be held, though it is too late for it to be the first."""

KEN_02: Final = Requirement(
    code="KEN-02",
    name=Label(
        nl="uitzondering: eigen beleidsterreinen mogen direct samen aan tafel",
        en="exception: own policy domains may meet together at once",
    ),
    text=Label(
        nl="Beleidsterreinen van één gemeente mogen meteen samen aan tafel. Zoek wel eerst contact met een "
        "paar ambtenaren, zodat ook de anderen tijd vrijmaken.",
        en="Policy domains of one municipality may meet together at once. Do seek contact with a few "
        "officials first, so that the others make time as well.",
    ),
    citation=wellbeing("vanaf de eerste gesprekken samen", _ONE_TABLE),
    also=(wellbeing("contact met één of twee", _ONE_TABLE),),
    choice=Label(
        nl="Twee bronnen geven hier verschillend advies. Dat de kennismaking vooraf alleen bij externe "
        "partijen wordt gevraagd, is onze keuze.",
        en="Two sources advise differently here. That acquaintance beforehand is asked for external parties "
        "only is our choice.",
    ),
)

KEN_03: Final = Requirement(
    code="KEN-03",
    name=Label(
        nl="ambities en belangen per partij vastgelegd", en="ambitions and interests recorded for every party"
    ),
    text=Label(
        nl="Leg van elke partij vast wat zij wil bereiken en welk belang zij heeft. Dan ziet u waar de "
        "partijen elkaar kunnen helpen.",
        en="Record for every party what it wants to achieve and what interest it has. Then you see where "
        "the parties can help each other.",
    ),
    conditions=(OnRecord(("party_ambition", "party_interest"), each=Parties()),),
    citation=healthy_school("Vraag in dat gesprek naar hun", _TIPS),
    also=(collaboration("wat ieders motieven en belangen zijn", _STEPS),),
    choice=BLOCKING,
)

NEWCOMERS_KNOWN: Final = KEN_03.asking(OnRecord(("party_ambition", "party_interest"), each=NEWCOMERS))
"""KEN-03, asked again at the steps after the first, and watched."""

KEN_04: Final = Requirement(
    code="KEN-04",
    name=Label(
        nl="doel en reden van samenwerken vastgelegd", en="purpose and reason of collaborating recorded"
    ),
    text=Label(
        nl="Leg vast wat u wilt bereiken en waarom u daarvoor wilt samenwerken. Noem een doel dat buiten de "
        "samenwerking zelf ligt.",
        en="Record what you want to achieve and why you want to collaborate for it. Name a purpose that lies "
        "outside the collaboration itself.",
    ),
    conditions=(OnRecord(("purpose", "rationale")),),
    citation=network("Samenwerken is een middel, geen doel"),
    also=(healthy_school("waarom of waarvoor samenwerken relevant kan", _STEPS),),
    choice=Label(
        nl="Dat dit een stap kan tegenhouden, is onze keuze. Of het doel buiten de samenwerking zelf ligt, "
        "beoordelen mensen.",
        en="That this can hold up a step is our choice. Whether the purpose lies outside the collaboration "
        "itself is judged by people.",
    ),
)

KEN_05: Final = Requirement(
    code="KEN-05",
    name=Label(nl="gezamenlijke meerwaarde benoemd", en="joint added value stated"),
    text=Label(
        nl="Benoem welk resultaat de partijen alleen samen kunnen bereiken. Daaraan ziet iedereen waarom de "
        "samenwerking de moeite waard is.",
        en="State which result the parties can only reach together. It shows everyone why the collaboration "
        "is worth the effort.",
    ),
    conditions=(OnRecord("added_value"),),
    citation=healthy_school("maar ieder voor zich niet zullen", _STEPS),
    choice=BLOCKING,
)

KEN_06: Final = Requirement(
    code="KEN-06",
    name=Label(
        nl="taal, werkwijze en normen van elke partij in kaart",
        en="language, way of working and norms of every party mapped",
    ),
    text=Label(
        nl="Breng van elke partij in kaart welke woorden zij gebruikt, hoe zij werkt en wat zij belangrijk "
        "vindt. Verplaats u in de ander: u spreekt niet vanzelf dezelfde taal.",
        en="Find out for every party which words it uses, how it works and what it values. Put yourself in "
        "the other’s place: you do not speak the same language by yourself.",
    ),
    conditions=(OnRecord(("language", "working_method", "norms"), each=Parties()),),
    citation=intersectoral("Ga na hoe hun denk- en"),
    also=(network("niet dezelfde taal spreekt"),),
)

KEN_07: Final = Requirement(
    code="KEN-07",
    name=Label(
        nl="lokale, regionale en landelijke kaders bekeken",
        en="local, regional and national frameworks considered",
    ),
    text=Label(
        nl="Ga na welk beleid er in de gemeente, in de regio en in het hele land geldt. Dan kan de "
        "samenwerking daarop aansluiten.",
        en="Find out which policies hold in the municipality, in the region and nationally. Then the "
        "collaboration can fit in with them.",
    ),
    conditions=(OnRecord(("framework_local", "framework_regional", "framework_national")),),
    citation=healthy_school(
        "Welke kaders gelden er op", "Belangrijke onderwerpen om te bespreken met partners"
    ),
)

KEN_08: Final = Requirement(
    code="KEN-08",
    name=Label(nl="begin bij de eigen deskundigheid", en="start from your own expertise"),
    text=Label(
        nl="Begin bij de eigen deskundigheid en gun elkaar het vertrouwen. Bedenk het samen en voer het "
        "samen uit, in een keten waarvan bewoners het startpunt zijn.",
        en="Start from your own expertise and trust each other. Think it up together and carry it out "
        "together, in a chain that starts from residents.",
    ),
    citation=collaboration("start bij de eigen deskundigheid en", _INTEGRAL),
    also=(collaboration("Burgers vormen immers het startpunt", "Verslagen en presentaties"),),
)

KEN_09: Final = Requirement(
    code="KEN-09",
    name=Label(nl="vragen vooraf over een zorgverzekeraar", en="questions beforehand about a health insurer"),
    text=Label(
        nl="Wilt u samenwerken met een zorgverzekeraar? Ga na wat bestaande initiatieven leren, waarop u "
        "wilt en kunt samenwerken, wat de verzekeraar kan bijdragen, wat zijn belang is en welke vorm "
        "haalbaar is.",
        en="Do you want to work with a health insurer? Find out what existing initiatives teach, on what "
        "you want to and can collaborate, what the insurer can contribute, what its interest is and which "
        "form is feasible.",
    ),
    citation=collaboration(
        "Wat kunnen zorgverzekeraars bijdragen aan",
        "VNG Academie: Masterclass Aan de slag met zorgverzekeraars",
    ),
)
