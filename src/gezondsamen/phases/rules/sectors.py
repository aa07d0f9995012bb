"""Rules on working across sectors: knowing them, mutual interests, something concrete, policy of several."""

from __future__ import annotations

from typing import Final

from gezondsamen.catalogue.limits import SIMULTANEOUS_ACTIVITIES
from gezondsamen.labels import Label
from gezondsamen.phases.rules.passages import collaboration, healthy_school, intersectoral
from gezondsamen.process.conditions import ActionCount, OnRecord, Paired, Parties, RecordCount, Sectors
from gezondsamen.process.requirements import Requirement

_STEPS: Final = "Intersectorale samenwerking"
_OTHER_SECTORS: Final = Sectors(other_than="public_health")

ISC_01: Final = Requirement(
    code="ISC-01",
    name=Label(
        nl="relevante sectoren in beeld en weten wat er speelt",
        en="relevant sectors mapped and current issues known",
    ),
    text=Label(
        nl="Zoek uit welke andere sectoren ertoe doen en waar zij nu mee bezig zijn. "
        "Dan sluit het gesprek aan bij hun eigen werk.",
        en="Find out which other sectors matter and what they are working on now. "
        "The conversation then links up with their own work.",
    ),
    conditions=(RecordCount("sector_issues", among=_OTHER_SECTORS, at_least=1),),
    citation=collaboration("breng relevante sectoren in beeld", _STEPS),
    choice=Label(
        nl="Dat één andere sector genoeg is en dat het gesprek erop wacht, is onze keuze.",
        en="That one other sector is enough and that the conversation waits for it is our choice.",
    ),
)

ISC_02: Final = Requirement(
    code="ISC-02",
    name=Label(nl="wederzijdse belangen inzichtelijk", en="mutual interests made visible"),
    text=Label(
        nl="Schrijf voor elke andere sector op wat zij eraan heeft en wat gezondheid eraan heeft. "
        "Samenwerken houdt stand als beide kanten er beter van worden.",
        en="Write down for each other sector what it gains and what health gains. "
        "Collaboration lasts when both sides are better off.",
    ),
    conditions=(OnRecord(("sector_interest", "health_interest"), each=_OTHER_SECTORS),),
    citation=collaboration("waar wederzijdse belangen liggen", _STEPS),
    choice=Label(
        nl="Dat beide belangen per sector zijn vastgelegd en de stap erop wacht, is onze keuze.",
        en="That both interests are recorded per sector and the step waits for it is our choice.",
    ),
)

ISC_03: Final = Requirement(
    code="ISC-03",
    name=Label(nl="start met iets concreets", en="start with something concrete"),
    text=Label(
        nl="Spreek minstens één actie af: wie doet wat, voor welke sector, en wanneer is het klaar. Een "
        "gezamenlijk succes met een kleine actie stimuleert een structurelere samenwerking.",
        en="Agree on at least one action: who does what, for which sector, and when it is done. A shared "
        "success with a small action encourages a more structural collaboration.",
    ),
    conditions=(ActionCount(at_least=1),),
    citation=collaboration("start met iets concreets", _STEPS),
    also=(intersectoral("Gezamenlijke successen met (kleine) concrete acties"),),
    choice=Label(
        nl="Dat één lopende actie genoeg is en dat de stap erop wacht, is onze keuze.",
        en="That one open action is enough and that the step waits for it is our choice.",
    ),
)

ISC_04: Final = Requirement(
    code="ISC-04",
    name=Label(nl="randvoorwaarden geregeld", en="preconditions arranged"),
    text=Label(
        nl="Wat blijvend moet werken, heeft drie dingen nodig: draagvlak voor de tijd die het kost, "
        "uren, geld en hulpmiddelen, en een aanjager of trekker.",
        en="What has to work for good needs three things: support for the time it takes, hours, "
        "money and tools, and a driving force or champion.",
    ),
    citation=collaboration("Zorg voor randvoorwaarden", _STEPS),
    choice=Label(
        nl="De gids werkt de randvoorwaarden niet uit; deze drie samen zijn onze lezing. "
        "Elk heeft een eigen regel, daarom is dit een aantekening.",
        en="The guide does not spell out the preconditions; these three together are our reading. "
        "Each has a rule of its own, so this is a note.",
    ),
)

ISC_05: Final = Requirement(
    code="ISC-05",
    name=Label(
        nl="bijdrage aan doelen van de andere sector uitgewerkt",
        en="contribution to the other sector’s own objectives worked out",
    ),
    text=Label(
        nl="Laat zien hoe gezondheid een doel van de andere sector dichterbij brengt. "
        "Een sector doet eerder mee als zij er zelf iets aan heeft.",
        en="Show how health brings an objective of the other sector closer. "
        "A sector joins sooner when it gains something itself.",
    ),
    conditions=(OnRecord("sector_benefit", each=_OTHER_SECTORS),),
    citation=intersectoral("bijdragen aan de doelstellingen van die"),
    choice=Label(
        nl="Dat dit voor elke andere sector aan tafel wordt vastgelegd, is onze keuze.",
        en="That this is recorded for each other sector at the table is our choice.",
    ),
)

ISC_06: Final = Requirement(
    code="ISC-06",
    name=Label(
        nl="vroeg verkennen of gezondheid in beleid van sector past",
        en="explore early whether health fits the sector’s policy",
    ),
    text=Label(
        nl="Verken al vroeg of gezondheid past in het beleid van een andere sector, in elk geval voordat "
        "dat beleid vaststaat.",
        en="Explore early whether health fits the policy of another sector, in any case before that policy "
        "is adopted.",
    ),
    conditions=(
        OnRecord("sector_explored", each=_OTHER_SECTORS),
        Paired("sector_policy_adopted", by="sector_explored", order="before"),
    ),
    citation=intersectoral("al in een vroeg stadium"),
    choice=Label(
        nl="‘Vroeg’ lezen wij als: voordat de sector haar beleid vaststelt.",
        en="We read ‘early’ as: before the sector adopts its policy.",
    ),
)

ISC_07: Final = Requirement(
    code="ISC-07",
    name=Label(nl="nota’s waar mogelijk samengevoegd", en="memorandums merged where possible"),
    text=Label(
        nl="Ga na of nota’s van verschillende sectoren één nota kunnen worden. "
        "Dan lopen plannen niet langs elkaar heen.",
        en="See whether memorandums of different sectors can become one. "
        "Plans then do not pass each other by.",
    ),
    conditions=(OnRecord("memo_merge_considered"),),
    citation=intersectoral("waar mogelijk samen"),
    choice=Label(
        nl="Wij vragen of dit is overwogen: één keer, niet per tweetal nota’s.",
        en="We ask whether this was considered: once, not per pair of memorandums.",
    ),
)

ISC_08: Final = Requirement(
    code="ISC-08",
    name=Label(
        nl="beleidsterreinen werken niet los van elkaar", en="policy domains do not work in isolation"
    ),
    text=Label(
        nl="Stem in elke sector af met wat de andere sectoren doen. Werkt elk beleidsterrein apart, dan kan "
        "dat zelfs tegen de aanpak in gaan.",
        en="Align in each sector with what the other sectors do. Where each policy domain works apart, that "
        "can even go against the approach.",
    ),
    conditions=(OnRecord("sector_alignment", each=Sectors()),),
    citation=healthy_school("elk beleidsterrein apart bezig is", "Tips"),
    choice=Label(
        nl="De gids noemt dit als knelpunt bij de Gezonde School; wij vragen één vastlegging per sector.",
        en="The guide names this as an obstacle for the Healthy School; we ask one record per sector.",
    ),
)

ISC_09: Final = Requirement(
    code="ISC-09",
    name=Label(nl="gefaseerd: niet alles tegelijk", en="phased: not everything at once"),
    text=Label(
        nl="Doe het stap voor stap en houd het aantal lopende acties per partij klein. "
        "Wie te veel tegelijk doet, maakt weinig af.",
        en="Go step by step and keep the number of open actions of a party small. "
        "Those who do too much at once finish little.",
    ),
    conditions=(ActionCount(each=Parties(), at_most=SIMULTANEOUS_ACTIVITIES),),
    citation=collaboration("niet alles tegelijk willen realiseren", "Teveel (tegelijk) willen realiseren"),
    choice=Label(
        nl="De grens (standaard drie lopende acties per partij) is onze keuze.",
        en="The limit (three open actions for each party by default) is our choice.",
    ),
)

ISC_10: Final = Requirement(
    code="ISC-10",
    name=Label(
        nl="gezondheid in het beleid van meer dan één sector",
        en="health in the policy of more than one sector",
    ),
    text=Label(
        nl="Leg van minstens twee sectoren vast dat zij het beleid hebben vastgesteld waarin gezondheid een "
        "plaats heeft.",
        en="Record for at least two sectors that they adopted the policy in which health has a place.",
    ),
    conditions=(RecordCount("sector_policy_adopted", among=Sectors(), at_least=2),),
    citation=intersectoral("in beleid van andere sectoren te integreren"),
    choice=Label(
        nl="De bron vraagt te verkennen of gezondheid in beleid van andere sectoren past. Dat verankeren "
        "vraagt om vastgesteld beleid van twee sectoren, volksgezondheid meegeteld, is onze keuze.",
        en="The source asks to explore whether health fits in policy of other sectors. That anchoring asks "
        "for adopted policy of two sectors, public health included, is our choice.",
    ),
)

ISC_11: Final = Requirement(
    code="ISC-11",
    name=Label(nl="een gezamenlijk succes geboekt", en="a joint success achieved"),
    text=Label(
        nl="Leg vast welk succes een concrete actie heeft opgeleverd. Daarop bouwt een structurele "
        "samenwerking voort.",
        en="Record which success a concrete action has brought. A structural collaboration builds on that.",
    ),
    conditions=(OnRecord("joint_success"),),
    citation=intersectoral("Gezamenlijke successen met (kleine) concrete acties"),
    choice=Label(
        nl="Dat één succes genoeg is, en dat de stap erop wacht, is onze keuze.",
        en="That one success suffices, and that the step waits for it, is our choice.",
    ),
)
