"""Rules on public-private partnership: its form, its equality, its design and its ending."""

from __future__ import annotations

from typing import Final

from gezondsamen.catalogue.works import (
    GULATI_EXIT,
    OUR_CHOICE,
    STRATEGIC_ALLIANCE_MANAGEMENT,
)
from gezondsamen.citations import Basis, Citation
from gezondsamen.labels import Label
from gezondsamen.phases.rules.passages import collaboration
from gezondsamen.process.conditions import AnyOf, OnRecord, Parties, PartyCount
from gezondsamen.process.requirements import Requirement

_SEVEN_PHASES: Final = "Publiek-private samenwerking (PPS)"


def seven_phases(opening: str) -> Citation:
    """Return the passage in the list of seven phases that begins with these words."""
    return collaboration(opening, _SEVEN_PHASES)


FORMULATION_CHAPTER: Final = Citation(
    STRATEGIC_ALLIANCE_MANAGEMENT,
    "2 Alliance strategy formulation (ed. 2)",
    url="https://www.taylorfrancis.com/books/9781315543673/chapters/10.4324/9781315543673-2",
)
DESIGN_CHAPTER: Final = Citation(
    STRATEGIC_ALLIANCE_MANAGEMENT,
    "5 Alliance design (ed. 1)",
    url="https://www.taylorfrancis.com/books/9780203127940/chapters/10.4324/9780203127940-12",
)
EVALUATION_CHAPTER: Final = Citation(
    STRATEGIC_ALLIANCE_MANAGEMENT,
    "8 Alliance evaluation (ed. 2)",
    url="https://www.taylorfrancis.com/books/9781315543673/chapters/10.4324/9781315543673-8",
)
TERMINATION_CHAPTER: Final = Citation(
    STRATEGIC_ALLIANCE_MANAGEMENT,
    "9 Alliance termination (ed. 2)",
    url="https://www.taylorfrancis.com/books/9781315543673/chapters/10.4324/9781315543673-9",
)

PPS_01: Final = Requirement(
    code="PPS-01",
    name=Label(
        nl="fasen in volgorde; overslaan alleen met motivering",
        en="phases in order; skipping only with stated reason",
    ),
    text=Label(
        nl="De fasen staan in een vaste volgorde, want elke fase bouwt op de vorige. "
        "Een partnerschap dat al loopt, kan met een reden in een latere fase beginnen; dat blijft zichtbaar.",
        en="The phases stand in a fixed order, for each builds on the one before. "
        "A partnership that already runs may begin in a later phase, with a reason; that stays visible.",
    ),
    citation=seven_phases("Zeven fasen als leidraad"),
    choice=Label(
        nl="De gids noemt de fasen een leidraad; dat de volgorde vastligt, is onze keuze. "
        "De kaart zelf bewaakt haar, daarom is dit een aantekening.",
        en="The guide offers the phases as a guideline; that the order is fixed is our choice. "
        "The map itself guards it, so this is a note.",
    ),
)

PPS_02: Final = Requirement(
    code="PPS-02",
    name=Label(
        nl="organisatievorm gekozen met motivering (zelf, inkopen, samenwerken)",
        en="organisation form chosen with reasons (make, buy, ally)",
    ),
    text=Label(
        nl="Kies wat het beste bij het doel past: zelf doen, inkopen of samenwerken, en leg uit waarom. "
        "Samenwerken vraagt veel, dus de keuze moet bewust zijn.",
        en="Choose what fits the goal best: do it alone, procure it or collaborate, and explain why. "
        "Collaborating asks a lot, so the choice should be a conscious one.",
    ),
    conditions=(OnRecord(("organisation_form", "organisation_form_reasons"), since_entry=True),),
    citation=seven_phases("Kies een organisatievorm"),
    also=(FORMULATION_CHAPTER,),
    choice=Label(
        nl="Dat de redenen bij elke nieuwe keuze worden vastgelegd en de stap erop wacht, is onze keuze.",
        en="That the reasons are recorded at every new choice, and that the step waits, is our choice.",
    ),
)

PPS_03: Final = Requirement(
    code="PPS-03",
    name=Label(
        nl="gelijkwaardigheid: samen besluiten, plannen, inbrengen, risico delen, resultaat dragen",
        en="equality: joint decisions, plans, inputs, shared risk, joint results",
    ),
    text=Label(
        nl="Beschrijf hoe de partijen samen besluiten, samen plannen, samen inbrengen, het risico delen en "
        "het resultaat dragen. Zonder deze vijf is het eerder inkoop of sponsoring.",
        en="Describe how the parties decide together, plan together, bring in together, share the risk and "
        "carry the result. Without these five it is rather procurement or sponsoring.",
    ),
    conditions=(
        OnRecord(
            (
                "equality_decisions",
                "equality_plans",
                "equality_inputs",
                "equality_risk",
                "equality_results",
            )
        ),
    ),
    citation=collaboration("waarin partijen gezamenlijk besluiten nemen", "Bronnen - voor gezondheid"),
    choice=Label(
        nl="De vijf kenmerken zijn de definitie van het alliantiemodel. Dat ze vóór de overeenkomst "
        "beschreven zijn, is onze keuze; of het klopt, beoordelen mensen.",
        en="The five features define the alliance model. That they are described before the agreement is "
        "our choice; whether it is true, people judge.",
    ),
    waivable=False,
)

PPS_04: Final = Requirement(
    code="PPS-04",
    name=Label(
        nl="structuur: bestuursvorm, contract en beheersing gekozen",
        en="structure: governance form, contract and management control chosen",
    ),
    text=Label(
        nl="Kies hoe het partnerschap wordt bestuurd, welk contract erbij hoort en hoe de partijen zicht "
        "houden op het werk. Dan zijn doelen haalbaar en belangen beschermd.",
        en="Choose how the partnership is governed, which contract goes with it and how the parties keep "
        "sight of the work. Goals are then within reach and interests safe.",
    ),
    conditions=(OnRecord(("design_governance", "design_contract", "design_control")),),
    citation=DESIGN_CHAPTER,
    basis=Basis.LITERATURE,
    choice=Label(
        nl="Het boek beschrijft allianties van bedrijven; dat de overeenkomst hierop wacht, is onze keuze.",
        en="The book describes alliances of firms; that the agreement waits for this is our choice.",
    ),
)

PPS_05: Final = Requirement(
    code="PPS-05",
    name=Label(nl="exitregeling bij ontwerp", en="exit provisions in the design"),
    text=Label(
        nl="Spreek aan het begin al af hoe een partner kan vertrekken en hoe het partnerschap kan eindigen. "
        "Zolang de verhoudingen goed zijn, praat dat makkelijker.",
        en="Agree at the beginning how a partner can leave and how the partnership can end. "
        "That is easier to discuss while relations are good.",
    ),
    conditions=(OnRecord("design_exit"),),
    citation=Citation(GULATI_EXIT),
    basis=Basis.LITERATURE,
    choice=Label(
        nl="Het artikel gaat over bedrijven; dat wij het hier adviseren, is onze keuze.",
        en="The article is about firms; that we advise it here is our choice.",
    ),
)

PPS_06: Final = Requirement(
    code="PPS-06",
    name=Label(nl="beëindiging in vier stappen doorlopen", en="termination run in four steps"),
    text=Label(
        nl="Een partnerschap eindigt in vier stappen: beoordelen, bespreken met de partners, ontvlechten en "
        "nazorg. Zo gaat iedereen netjes uit elkaar.",
        en="A partnership ends in four steps: assessing, talking with the partners, disentangling and "
        "aftercare. Everybody then parts properly.",
    ),
    conditions=(
        OnRecord(
            ("ending_assessed", "ending_communicated", "ending_disentangled", "ending_aftermath"),
            since_entry=True,
        ),
    ),
    citation=TERMINATION_CHAPTER,
    basis=Basis.LITERATURE,
    choice=Label(
        nl="Dat elke stap wordt vastgelegd en het afsluiten erop wacht, is onze keuze.",
        en="That each step is recorded and closing waits for it is our choice.",
    ),
)

PPS_07: Final = Requirement(
    code="PPS-07",
    name=Label(
        nl="belangen van beide kanten open (geen verborgen agenda)",
        en="interests of both sides disclosed (no hidden agenda)",
    ),
    text=Label(
        nl="Publieke en private partijen zeggen open wat zij zelf willen bereiken. "
        "Dat voorkomt dat de een de ander verkeerde bedoelingen toedicht.",
        en="Public and private parties say openly what they want to achieve for themselves. "
        "That prevents one from suspecting the other of wrong intentions.",
    ),
    conditions=(OnRecord("interest_disclosed", each=Parties(sides=("public", "private"))),),
    citation=collaboration(
        "vermeende verborgen agenda", "Wantrouwen door verborgen agenda: vraag om geld of gratis spullen"
    ),
    basis=Basis.CHOICE,
    choice=Label(
        nl="De gids beschrijft het knelpunt; dat elke partij haar belang laat vastleggen, is ons advies.",
        en="The guide describes the obstacle; that each party has its interest recorded is our advice.",
    ),
)

PPS_08: Final = Requirement(
    code="PPS-08",
    name=Label(nl="durf los te laten", en="dare to let go"),
    text=Label(
        nl="Geef partners de ruimte om op hun eigen manier te doen waar zij goed in zijn. "
        "Wie alles wil regelen, haalt de kracht uit het partnerschap.",
        en="Give partners the room to do in their own way what they are good at. "
        "To arrange everything takes the strength out of the partnership.",
    ),
    citation=collaboration("laat een ondernemer dus ondernemen", "Draagvlak is een werkwoord"),
    also=(collaboration("laat een ondernemer dus ondernemen", "Los durven laten"),),
    choice=Label(
        nl="Dit is niet te toetsen; wij tonen het als herinnering.",
        en="This cannot be checked; we show it as a reminder.",
    ),
)

PPS_09: Final = Requirement(
    code="PPS-09",
    name=Label(nl="een van beide kanten is weggevallen", en="one of both sides is gone"),
    text=Label(
        nl="Neem deze stap alleen als er geen publieke of geen private partij meer meedoet. Leg eerst vast "
        "wie er is vertrokken.",
        en="Take this step only when no public or no private party takes part any more. Record first who "
        "left.",
    ),
    conditions=(
        AnyOf(
            (
                PartyCount(Parties(sides="private"), at_most=0),
                PartyCount(Parties(sides="public"), at_most=0),
            )
        ),
    ),
    citation=collaboration(
        "vanuit overheden, bedrijfsleven en maatschappelijke organisaties", "Nieuwsbrieven"
    ),
    basis=Basis.CHOICE,
    choice=Label(
        nl="De gids kent deze stap niet. Dat een PPS waaruit een kant is weggevallen nieuwe partners zoekt, "
        "is onze keuze.",
        en="The guide does not know this step. That a partnership from which one side is gone seeks new "
        "partners is our choice.",
    ),
    waivable=False,
)

PPS_10: Final = Requirement(
    code="PPS-10",
    name=Label(nl="vastgelegd wat de nood is", en="the emergency is on record"),
    text=Label(
        nl="Leg vast waarom het einde niet op een evaluatie kan wachten.",
        en="Record why the ending cannot wait for an evaluation.",
    ),
    conditions=(OnRecord("emergency", since_entry=True),),
    citation=Citation(OUR_CHOICE),
    basis=Basis.CHOICE,
    choice=Label(
        nl="Geen bron noemt dit. Dat wie in nood beëindigt, zegt wat er aan de hand is, is onze keuze.",
        en="No source names this. That who ends in an emergency says what is the matter is our choice.",
    ),
)
