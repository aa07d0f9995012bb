"""What the kinds of party, and the sides they are on, mean: key, Dutch, English."""

from __future__ import annotations

from typing import Final

SIDES: Final = {
    "public": (
        "kant van de overheid en van organisaties die een taak voor haar vervullen, ook in zorg en welzijn",
        "side of government and of organisations that fulfil a task for it, also in care and welfare",
    ),
    "private": (
        "kant van ondernemingen die winst willen maken",
        "side of enterprises that want to make a profit",
    ),
    "neither": (
        "kant van verenigingen, fondsen en burgers, die overheid noch onderneming zijn",
        "side of associations, foundations and citizens, who are no government and no enterprise",
    ),
}
"""The definitions of the sides."""

PARTY_KINDS: Final = {
    "municipality": (
        "lokale overheid van een of meer steden of dorpen, met een gekozen raad",
        "local authority of one or more towns or villages, with an elected council",
    ),
    "ggd": (
        "dienst van gemeenten die de gezondheid van hun inwoners bewaakt, beschermt en bevordert",
        "service of municipalities that monitors, protects and promotes the health of their residents",
    ),
    "youth_health_care": (
        "organisatie die de gezondheid en ontwikkeling van kinderen en jongeren volgt",
        "organisation that follows the health and development of children and young people",
    ),
    "school": (
        "instelling waar kinderen of jongeren onderwijs krijgen",
        "institution where children or young people are taught",
    ),
    "school_board": (
        "bestuur dat verantwoordelijk is voor een of meer scholen",
        "governing body that is responsible for one or more schools",
    ),
    "police": (
        "overheidsdienst die de openbare orde bewaakt en strafbare feiten opspoort",
        "government service that keeps public order and investigates offences",
    ),
    "government": (
        "overheidsorganisatie zonder eigen plaats in deze lijst, zoals een provincie of ministerie",
        "government body without a place of its own in this list, such as a province or ministry",
    ),
    "knowledge_institute": (
        "organisatie die kennis over gezondheid onderzoekt, verzamelt en deelt",
        "organisation that studies, collects and shares knowledge about health",
    ),
    "primary_care": (
        "zorgverleners bij wie mensen zonder verwijzing terechtkunnen, zoals de huisarts",
        "care providers to whom people can turn without referral, such as general practitioners",
    ),
    "mental_health_care": (
        "organisatie die mensen met psychische problemen behandelt en begeleidt",
        "organisation that treats and supports people with psychological problems",
    ),
    "addiction_care": (
        "organisatie die mensen helpt die afhankelijk zijn van middelen of van gedrag zoals gokken",
        "organisation that helps people who depend on substances or on behaviour such as gambling",
    ),
    "welfare_organisation": (
        "organisatie die bewoners helpt om mee te doen en elkaar te steunen",
        "organisation that helps residents to take part and to support each other",
    ),
    "youth_work": (
        "organisatie die jongeren begeleidt en activiteiten voor hen biedt, ook op straat",
        "organisation that guides young people and offers them activities, also in the street",
    ),
    "childcare": (
        "organisatie die voor kinderen zorgt zolang hun ouders werken of studeren",
        "organisation that looks after children while their parents work or study",
    ),
    "health_insurer": (
        "organisatie die de zorg betaalt van mensen die bij haar verzekerd zijn",
        "organisation that pays for the care of people who are insured with it",
    ),
    "care_provider": (
        "organisatie die zorg geeft en geen eigen plaats in deze lijst heeft, zoals een ziekenhuis",
        "organisation that gives care and has no place of its own in this list, such as a hospital",
    ),
    "business": (
        "onderneming die goederen of diensten verkoopt om winst te maken",
        "enterprise that sells goods or services to make a profit",
    ),
    "retailer": (
        "onderneming die producten aan consumenten verkoopt, zoals een supermarkt",
        "enterprise that sells products to consumers, such as a supermarket",
    ),
    "hospitality": (
        "onderneming waar mensen eten, drinken of overnachten",
        "enterprise where people eat, drink or spend the night",
    ),
    "sports_club": (
        "club van leden die met elkaar een sport beoefenen",
        "association of members who practise a sport with each other",
    ),
    "civil_organisation": (
        "organisatie van burgers zonder winstdoel die zich inzet voor een gemeenschappelijke zaak",
        "organisation of citizens without a profit motive that works for a common cause",
    ),
    "foundation": (
        "organisatie die geld inzamelt of beheert om goede doelen te steunen",
        "organisation that raises or manages money to support good causes",
    ),
    "resident": (
        "groep mensen die wonen in de buurt of gemeente waar de samenwerking over gaat",
        "group of people who live in the neighbourhood or municipality in question",
    ),
}
"""The definitions of the kinds of party."""
