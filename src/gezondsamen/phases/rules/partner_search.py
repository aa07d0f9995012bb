"""Rules on how partners are found and weighed: PAR-10 to PAR-15. On who takes part: `partners`."""

from __future__ import annotations

from typing import Final

from gezondsamen.catalogue.works import STRATEGIC_ALLIANCE_MANAGEMENT
from gezondsamen.citations import Basis, Citation
from gezondsamen.labels import Label
from gezondsamen.phases.rules.passages import BLOCKING, healthy_school, intersectoral
from gezondsamen.process.conditions import OnRecord, Paired, Parties, Sectors
from gezondsamen.process.requirements import Requirement

PAR_10: Final = Requirement(
    code="PAR-10",
    name=Label(nl="bestaande partners van de school in kaart", en="existing partners of the school mapped"),
    text=Label(
        nl="Vraag met welke organisaties de school al samenwerkt. Leg het antwoord vast, ook als er nog geen "
        "zijn.",
        en="Ask which organisations the school works with already. Record the answer, even if there are none "
        "yet.",
    ),
    conditions=(OnRecord("existing_partners"),),
    citation=healthy_school("met wie de scholen al samenwerken"),
)

PAR_11: Final = Requirement(
    code="PAR-11",
    name=Label(nl="behoefte van de school vastgelegd", en="need of the school recorded"),
    text=Label(
        nl="Vraag de school waar zij behoefte aan heeft en leg het antwoord vast. Zoek daarna pas partners "
        "of maak daarna pas een plan.",
        en="Ask the school what it needs, and record the answer. Only then look for partners or make a plan.",
    ),
    conditions=(OnRecord("school_need"),),
    citation=healthy_school("Vraaggericht werken met scholen is het"),
    choice=BLOCKING,
)

PAR_12: Final = Requirement(
    code="PAR-12",
    name=Label(nl="bij elk thema een passende partner", en="a fitting partner for every theme"),
    text=Label(
        nl="Leg vast welke thema's zijn gekozen. Zoek bij elk thema een partner die daarbij past.",
        en="Record which themes have been chosen. Find a fitting partner for each theme.",
    ),
    conditions=(OnRecord("theme_chosen"), Paired("theme_chosen", by="theme_partner")),
    citation=healthy_school("kijk welke instelling daarbij past"),
)

PAR_13: Final = Requirement(
    code="PAR-13",
    name=Label(nl="voor de hand liggende partners overwogen", en="obvious partners considered"),
    text=Label(
        nl="Bedenk of u wilt samenwerken met verslavingszorg, welzijnswerk en geestelijke gezondheidszorg. "
        "U hoeft hen niet alle drie te vragen; leg wel vast dat u het hebt overwogen.",
        en="Think about working with addiction care, welfare work and mental health care. You need not ask "
        "all three; do record that you considered it.",
    ),
    conditions=(
        OnRecord("sector_considered", each=Sectors(("addiction_care", "welfare", "mental_health_care"))),
    ),
    citation=healthy_school("verslavingszorg, welzijnswerk en geestelijke gezondheidszorg"),
)

PAR_14: Final = Requirement(
    code="PAR-14",
    name=Label(nl="op vijf punten beoordeeld of een partner past", en="partner fit assessed on five points"),
    text=Label(
        nl="Beoordeel van elke externe partij hoe goed zij past: in strategie, organisatie, uitvoering, "
        "cultuur en tussen de mensen. Zo kijkt u verder dan wat een partner inbrengt.",
        en="Assess for every external party how well it fits: in strategy, organisation, operations, "
        "culture and between people. Then you look further than what a partner brings in.",
    ),
    conditions=(
        OnRecord(
            ("fit_strategic", "fit_organisational", "fit_operational", "fit_cultural", "fit_human"),
            each=Parties(internal=False, or_none=True),
        ),
    ),
    citation=Citation(
        STRATEGIC_ALLIANCE_MANAGEMENT,
        "3 Alliance partner selection (ed. 2)",
        url="https://www.taylorfrancis.com/books/9781315543673/chapters/10.4324/9781315543673-3",
    ),
    basis=Basis.LITERATURE,
    choice=Label(
        nl="Wij kijken of elk punt is beoordeeld en niet hoe hoog de score is: dat is onze keuze. De bron "
        "gaat over bedrijven; dat wij dit ook hier vragen, is een vergelijking.",
        en="We look whether each point was assessed, not how high the score is: that is our choice. The "
        "source is about firms; that we ask this here too is an analogy.",
    ),
)

PAR_15: Final = Requirement(
    code="PAR-15",
    name=Label(
        nl="beginnen met voorstanders en bestaande relaties", en="start with advocates and existing relations"
    ),
    text=Label(
        nl="Zoek in elke andere sector iemand die voor samenwerking is of die u al kent. Met hen kunt u "
        "beginnen.",
        en="Find somebody in every other sector who is in favour of collaborating or whom you know already. "
        "You can begin with them.",
    ),
    conditions=(OnRecord("sector_ally", each=Sectors(other_than="public_health")),),
    citation=intersectoral("wie voorstander is van afstemming"),
    choice=Label(
        nl="Dat u dit voor elke sector vastlegt, en dat een voorstander of een bestaande relatie volstaat, "
        "is onze lezing.",
        en="That you record this for every sector, and that an advocate or an existing relation suffices, "
        "is our reading.",
    ),
)
