"""Rules on networks: a goal with a date, knowing each other, and a long breath."""

from __future__ import annotations

from typing import Final

from gezondsamen.citations import Basis
from gezondsamen.labels import Label
from gezondsamen.phases.rules.passages import collaboration, network
from gezondsamen.process.conditions import InContact, OnRecord
from gezondsamen.process.requirements import Requirement

NET_01: Final = Requirement(
    code="NET-01",
    name=Label(nl="netwerkdoel met termijn", en="network goal with horizon"),
    text=Label(
        nl="Geef het netwerk een doel met een einddatum. Dan is te zien of het vordert.",
        en="Give the network a goal with an end date. It can then be seen whether it makes progress.",
    ),
    conditions=(OnRecord("network_goal", dated=True),),
    citation=network("binnen 5 jaar alle professionals", "Voorbeeld: Netwerk Noordelijke Maasvallei"),
    basis=Basis.CHOICE,
    choice=Label(
        nl="De bron is een voorbeeld uit de praktijk; het algemene advies is van ons.",
        en="The source is an example from practice; the general advice is ours.",
    ),
)

NET_02: Final = Requirement(
    code="NET-02",
    name=Label(
        nl="bewustwording rollen, normen, waarden, werkwijze",
        en="awareness of roles, norms, values, working methods",
    ),
    text=Label(
        nl="Praat met elkaar over hoe ieder werkt en wat ieder belangrijk vindt. "
        "Wie de verschillen kent, begrijpt elkaar sneller.",
        en="Talk with each other about how each works and what each finds important. "
        "Those who know the differences understand each other sooner.",
    ),
    conditions=(InContact("awareness"),),
    citation=network("Creëer bewustwording van ieders rollen"),
    choice=Label(
        nl="Dat één bijeenkomst hierover genoeg is om niet te waarschuwen, is onze keuze.",
        en="That one session about this is enough not to warn is our choice.",
    ),
)

NET_03: Final = Requirement(
    code="NET-03",
    name=Label(
        nl="kennen van elkaars perspectief kost tijd", en="knowing each other’s perspective takes time"
    ),
    text=Label(
        nl="Elke twee partijen hebben elkaar gesproken voordat er afspraken komen. "
        "Elkaar leren kennen kost tijd, en die tijd komt later terug.",
        en="Each two parties have spoken with each other before arrangements are made. "
        "Getting to know each other takes time, and that time pays back later.",
    ),
    conditions=(InContact(("acquaintance", "individual", "visit", "plenary"), pairs=True),),
    citation=network("Het kennen van elkaar en elkaars"),
    choice=Label(
        nl="Wij lezen dit als: elk tweetal partijen had minstens één contact samen, hoe kort ook.",
        en="We read this as: each pair of parties had at least one contact together, however short.",
    ),
)

NET_04: Final = Requirement(
    code="NET-04",
    name=Label(
        nl="lange adem: acht jaar wijkgericht als voorbeeld",
        en="long haul: eight years of neighbourhood work as an example",
    ),
    text=Label(
        nl="Reken op een lange adem. Een wijkaanpak in Den Haag werd acht jaar volgehouden.",
        en="Count on a long haul. A neighbourhood approach in The Hague was kept up for eight years.",
    ),
    citation=collaboration(
        "lange tijd (8 jaar) inzetten", "Den Haag - Gezond Gezind; Project Wijs (Wat Is Jouw Stijl?)"
    ),
    choice=Label(
        nl="Dit is een voorbeeld om mee te plannen, geen norm; het wordt niet getoetst.",
        en="This is an example to plan with, not a norm; it is not checked.",
    ),
)
