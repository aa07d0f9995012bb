"""Rules on what the parties want together, and whether they reached it: AMB-01 to AMB-10."""

from __future__ import annotations

from typing import Final

from gezondsamen.catalogue.works import RIVM_PUBLIC_PRIVATE
from gezondsamen.citations import Basis, Citation
from gezondsamen.labels import Label
from gezondsamen.phases.rules.newcomers import NEWCOMERS
from gezondsamen.phases.rules.passages import BLOCKING, collaboration, healthy_school, network
from gezondsamen.process.conditions import (
    AnyOf,
    ConsentOfAll,
    InContact,
    OnRecord,
    Parties,
    RecordCount,
    Sectors,
)
from gezondsamen.process.requirements import Requirement

_TIPS = "Tips voor het succesvol betrekken van partners"

AMB_01: Final = Requirement(
    code="AMB-01",
    name=Label(nl="elke partij beslist mee over de ambitie", en="every party co-decides the ambition"),
    text=Label(
        nl="Vraag elke partij of zij instemt met de ambitie en leg het antwoord vast. Alleen meepraten is "
        "niet genoeg: elke partij beslist mee.",
        en="Ask every party whether it agrees with the ambition, and record the answer. Being consulted is "
        "not enough: every party takes part in the decision.",
    ),
    conditions=(ConsentOfAll("ambition"),),
    citation=healthy_school("maar ook mee te laten besluiten", _TIPS),
    also=(healthy_school("niet alleen inspraak, maar ook invloed", _TIPS),),
    choice=Label(
        nl="Dat meebeslissen blijkt uit een vastgelegde instemming, en dat dit een stap kan tegenhouden, is "
        "onze keuze.",
        en="That taking part in the decision shows in a recorded consent, and that this can hold up a step, "
        "is our choice.",
    ),
)

NEWCOMERS_AGREE: Final = AMB_01.asking(ConsentOfAll("ambition", NEWCOMERS, since_entry=False))
"""AMB-01, asked again at the steps after the first, and watched: whenever it was agreed."""

AMB_02: Final = Requirement(
    code="AMB-02",
    name=Label(nl="ambitie herkenbaar voor elke partij", en="ambition recognisable for every party"),
    text=Label(
        nl="Leg per partij vast welk eigen belang zij in de ambitie terugziet. Dan weet elke partij waarvoor "
        "zij meedoet.",
        en="Record for every party which interest of its own it finds in the ambition. Then every party "
        "knows what it takes part for.",
    ),
    conditions=(OnRecord("interest_recognised", each=Parties()),),
    citation=healthy_school("dat iedereen zich er in herkent", _TIPS),
)

AMB_03: Final = Requirement(
    code="AMB-03",
    name=Label(nl="motieven mogen verschillen", en="motives may differ"),
    text=Label(
        nl="Partijen mogen elk een eigen reden hebben om mee te doen. Het is genoeg dat zij één belang "
        "delen.",
        en="Parties may each have a reason of their own to take part. It is enough that they share one "
        "interest.",
    ),
    citation=collaboration(
        "hoeven niet precies hetzelfde te zijn", "Parallelle, gedeelde en/of gemeenschappelijke belangen"
    ),
)

AMB_04: Final = Requirement(
    code="AMB-04",
    name=Label(nl="overeenstemming over het gezamenlijke plan", en="consensus on the joint plan"),
    text=Label(
        nl="Vraag elke partij of zij instemt met het gezamenlijke plan en leg het antwoord vast. Bespreek "
        "daarbij ook de plannen die elke partij zelf heeft.",
        en="Ask every party whether it agrees with the joint plan, and record the answer. Discuss the plans "
        "that each party has of its own as well.",
    ),
    conditions=(ConsentOfAll("joint_plan"),),
    citation=collaboration("gezamenlijke plan als de individuele plannen", "Consensus bereiken"),
    choice=Label(
        nl="De bron noemt dit als succesfactor. Dat het een stap kan tegenhouden, en alleen om het "
        "gezamenlijke plan, is onze keuze.",
        en="The source names this as a success factor. That it can hold up a step, and for the joint plan "
        "only, is our choice.",
    ),
)

NEWCOMERS_AGREE_TO_PLAN: Final = AMB_04.asking(ConsentOfAll("joint_plan", NEWCOMERS, since_entry=False))
"""AMB-04, asked again at the steps after the first, and watched: whenever it was agreed."""

AMB_05: Final = Requirement(
    code="AMB-05",
    name=Label(nl="starten met een integrale visie", en="start from an integral vision"),
    text=Label(
        nl="Leg een visie vast die over minstens twee beleidsterreinen gaat. Zo begint u met het geheel en "
        "niet met één onderdeel.",
        en="Record a vision that covers at least two policy domains. Then you begin with the whole and not "
        "with one part.",
    ),
    conditions=(OnRecord("vision"), RecordCount("vision_domain", among=Sectors(), at_least=2)),
    citation=collaboration("Start met een integrale visie", "Algemeen - Integrale samenwerking"),
    choice=Label(
        nl="De bron vraagt een integrale visie. Dat twee beleidsterreinen daarvoor genoeg zijn, en dat dit "
        "een stap kan tegenhouden, is onze keuze.",
        en="The source asks for an integral vision. That two policy domains suffice, and that this can hold "
        "up a step, is our choice.",
    ),
)

AMB_06: Final = Requirement(
    code="AMB-06",
    name=Label(
        nl="PPS: eigen, gezamenlijke en maatschappelijke doelen",
        en="PPP: individual, joint and societal goals",
    ),
    text=Label(
        nl="Leg drie soorten doelen vast: wat elke partij zelf wil, wat de partijen samen willen en wat de "
        "samenleving eraan heeft. Bij een PPS horen ze alle drie.",
        en="Record three kinds of goals: what each party wants for itself, what the parties want together "
        "and what society gains. All three belong to a public-private partnership.",
    ),
    conditions=(OnRecord("goal_individual", each=Parties()), OnRecord(("goal_joint", "goal_societal"))),
    citation=Citation(
        RIVM_PUBLIC_PRIVATE, "Aan de slag met publiek-private samenwerking", "ieders individuele doelen"
    ),
    basis=Basis.SOURCE,
    choice=BLOCKING,
)

ITS_OWN_GOAL: Final = AMB_06.asking(OnRecord("goal_individual", each=Parties()))
"""AMB-06 where a party is taken in."""

NEWCOMERS_HAVE_GOALS: Final = AMB_06.asking(OnRecord("goal_individual", each=NEWCOMERS))
"""AMB-06, asked again at the steps after the first, and watched."""

AMB_07: Final = Requirement(
    code="AMB-07",
    name=Label(
        nl="gedeelde visie op probleem en resultaat", en="shared vision of the problem and the result"
    ),
    text=Label(
        nl="Leg vast hoe de partijen samen naar het probleem kijken. Beschrijf ook hoe het eruitziet als het "
        "probleem is opgelost.",
        en="Record how the parties look at the problem together. Describe as well what things are like once "
        "it is solved.",
    ),
    conditions=(OnRecord(("vision_problem", "vision_result")),),
    citation=collaboration("Gedeelde sterke visie op het probleem", "Rapporten (3)"),
    also=(collaboration("Gedeelde sterke visie op het probleem", "Overig"),),
)

AMB_08: Final = Requirement(
    code="AMB-08",
    name=Label(
        nl="elke partij kan tevreden terug naar de eigen organisatie",
        en="every party can go back to its own organisation content",
    ),
    text=Label(
        nl="Formuleer de ambitie zo dat iedere deelnemer er tevreden mee terug kan naar de eigen "
        "organisatie. Leg per partij vast hoe haar organisatie erop reageert.",
        en="Word the ambition so that each participant can go back to their own organisation content. "
        "Record for every party how its organisation responds.",
    ),
    conditions=(OnRecord("backing", each=Parties()),),
    citation=healthy_school("tevreden terug kan naar de eigen", _TIPS),
    also=(network("Behoud draagvlak van de betrokken partners"),),
    choice=Label(
        nl="De gids vraagt om een ambitie waarin iedereen wint. Dat dit blijkt uit de reactie van de eigen "
        "organisatie, is onze lezing.",
        en="The guide asks for an ambition in which everybody wins. That this shows in the response of the "
        "own organisation is our reading.",
    ),
)

AMB_09: Final = Requirement(
    code="AMB-09",
    name=Label(nl="tijd genomen voor de ambitie", en="time taken for the ambition"),
    text=Label(
        nl="Kom minstens twee keer met de partijen bij elkaar voordat u de ambitie vaststelt. Is één overleg "
        "genoeg, leg dan vast waarom.",
        en="Meet with the parties at least twice before you settle the ambition. If one meeting is enough, "
        "record why.",
    ),
    conditions=(AnyOf((InContact("plenary", at_least=2), OnRecord("single_plenary_reason"))),),
    citation=healthy_school("Neem de tijd", _TIPS),
    choice=Label(
        nl="De bron noemt geen aantal. Dat het om twee overleggen gaat, is onze keuze.",
        en="The source names no number. That it takes two meetings is our choice.",
    ),
)

AMB_10: Final = Requirement(
    code="AMB-10",
    name=Label(nl="vastgelegd dat het doel is bereikt", en="reaching the goal is on record"),
    text=Label(
        nl="Leg vast dat het doel is bereikt en waaraan u dat ziet.",
        en="Record that the goal is reached and how you can tell.",
    ),
    conditions=(OnRecord("goal_reached"),),
    citation=network("Houd het doel gedurende de samenwerking"),
    basis=Basis.CHOICE,
    choice=Label(
        nl="De gids vraagt het doel in het oog te houden. Dat wie afsluit omdat het doel is bereikt, dit "
        "vastlegt, is onze keuze. Of het zo is, beoordelen mensen.",
        en="The guide asks to keep the goal in sight. That who closes because the goal is reached records "
        "so is our choice. Whether it is so is judged by people.",
    ),
)

GOAL_OR_END_REACHED: Final = AMB_10.asking(AnyOf((OnRecord("goal_reached"), OnRecord("end_date_reached"))))
"""AMB-10 where a partnership may close on its last day as well."""
