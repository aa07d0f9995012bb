"""What the sectors, and the groups they form, mean: key, Dutch, English."""

from __future__ import annotations

from typing import Final

SECTORS: Final = {
    "public_health": (
        "beleidsterrein dat de gezondheid van alle inwoners beschermt en bevordert",
        "policy domain that protects and promotes the health of all residents",
    ),
    "youth": (
        "beleidsterrein dat kinderen helpt gezond op te groeien en problemen bij hen voorkomt",
        "policy domain that helps children to grow up healthily and prevents problems of theirs",
    ),
    "care": (
        "terrein van behandelen, verplegen en begeleiden van mensen die hulp nodig hebben",
        "field of treating, nursing and supporting people who need help",
    ),
    "education": (
        "terrein van scholen en van wat kinderen en jongeren daar leren",
        "field of schools and of what children and young people learn there",
    ),
    "social_support": (
        "beleidsterrein dat mensen helpt om zelfstandig te blijven wonen en mee te doen",
        "policy domain that helps people to keep living on their own and to take part",
    ),
    "sport": (
        "beleidsterrein dat inwoners in beweging brengt, in een club of daarbuiten",
        "policy domain that gets residents moving, in a club or elsewhere",
    ),
    "social_affairs": (
        "beleidsterrein van werk, inkomen en uitkeringen",
        "policy domain of work, income and benefits",
    ),
    "welfare": (
        "terrein van ontmoeting, vrijwilligerswerk en steun tussen bewoners",
        "field of meeting, volunteering and support between residents",
    ),
    "poverty": (
        "beleidsterrein dat mensen met weinig geld of met schulden helpt",
        "policy domain that helps people with little money or with debts",
    ),
    "culture": (
        "beleidsterrein van kunst, erfgoed en meedoen aan de samenleving",
        "policy domain of art, heritage and taking part in society",
    ),
    "spatial_planning": (
        "beleidsterrein dat bepaalt waarvoor grond en gebouwen gebruikt mogen worden",
        "policy domain that settles what land and buildings may be used for",
    ),
    "environment": (
        "beleidsterrein van schone lucht, water en bodem en van minder geluid",
        "policy domain of clean air, water and soil and of less noise",
    ),
    "traffic": (
        "beleidsterrein van wegen, fietspaden, parkeren, bussen en treinen",
        "policy domain of roads, cycle paths, parking, buses and trains",
    ),
    "safety": (
        "beleidsterrein van openbare orde en van het voorkomen van misdaad en ongevallen",
        "policy domain of public order and of preventing crime and accidents",
    ),
    "urban_design": (
        "vakgebied dat ontwerpt hoe gebouwen, straten en pleinen bij elkaar liggen",
        "discipline that lays out how buildings, streets and squares lie together",
    ),
    "play": (
        "beleidsterrein van speelplekken en speeltoestellen voor kinderen",
        "policy domain of playgrounds and playground equipment for children",
    ),
    "green_space": (
        "beleidsterrein van parken, bomen en andere planten in de openbare ruimte",
        "policy domain of parks, trees and other plants in public places",
    ),
    "living_environment": (
        "beleidsterrein van de plekken waar mensen wonen, werken en elkaar ontmoeten",
        "policy domain of the places where people live, work and meet each other",
    ),
    "addiction_care": (
        "tak van zorg voor mensen die afhankelijk zijn van middelen of van gedrag zoals gokken",
        "branch of care for people who depend on substances or on behaviour such as gambling",
    ),
    "mental_health_care": (
        "tak van zorg voor mensen met psychische problemen",
        "branch of care for people with psychological problems",
    ),
    "business": (
        "sector van ondernemingen die goederen of diensten verkopen",
        "sector of enterprises that sell goods or services",
    ),
    "hospitality": (
        "sector van cafés, restaurants, snackbars en hotels",
        "sector of cafés, restaurants, snack bars and hotels",
    ),
    "retail": (
        "sector van ondernemingen die producten aan consumenten verkopen",
        "sector of enterprises that sell products to consumers",
    ),
    "insurance": (
        "sector van organisaties die de zorg van hun verzekerden betalen",
        "sector of organisations that pay for the care of those insured with them",
    ),
}
"""The definitions of the sectors."""

SECTOR_GROUPS: Final = {
    "core": (
        "groep sectoren waarvoor gezondheid zelf het doel is",
        "group of sectors for which health itself is the aim",
    ),
    "social": (
        "groep beleidsterreinen over hoe mensen leven en meedoen, zoals onderwijs en sport",
        "group of policy domains on how people live and take part, such as education and sport",
    ),
    "physical": (
        "groep beleidsterreinen over de inrichting van de omgeving, zoals milieu en verkeer",
        "group of policy domains on how surroundings are laid out, such as environment and traffic",
    ),
    "care": (
        "groep sectoren die mensen met een hulpvraag behandelen of begeleiden",
        "group of sectors that treat or support people who ask for help",
    ),
    "outside": (
        "groep sectoren die geen beleidsterrein van het gemeentebestuur zijn, zoals horeca",
        "group of sectors that are no policy domain of the local authority, such as hospitality",
    ),
    "own_domain": (
        "groep sectoren die sommige gemeenten apart houden van het sociale en het fysieke domein",
        "group of sectors that some municipalities keep apart from the social and physical domains",
    ),
}
"""The definitions of the groups of sectors."""
