"""Mentions on collaborating itself: why, for what, how to meet, and what there is to read."""

from __future__ import annotations

from typing import Final

from gezondsamen.catalogue.mentions.mention import mentions
from gezondsamen.catalogue.works import (
    GUIDE_COLLABORATION,
    GUIDE_HEALTHY_SCHOOL,
    GUIDE_INTERSECTORAL,
    GUIDE_NETWORK,
    REPORT_WELLBEING,
)

_BETWEEN_DOMAINS: Final = "Elementen voor succesvolle samenwerking tussen domeinen"
_NETWORK: Final = "Samenwerking opbouwen en onderhouden"

REASONS: Final = (
    *mentions(
        GUIDE_HEALTHY_SCHOOL,
        "Waarom samenwerken?",
        (
            "better_result",
            "een beter resultaat",
            "a better result",
            "Beter resultaat: organisaties hebben ieder",
        ),
        (
            "shared_responsibility",
            "gedeelde verantwoordelijkheid",
            "shared responsibility",
            "Gedeelde verantwoordelijkheid: door samen te",
        ),
        ("more_support", "meer draagvlak", "more support", "Toename draagvlak: door gezamenlijk te"),
    ),
    *mentions(
        GUIDE_COLLABORATION,
        "Kennisdossiers",
        (
            "pooled_means",
            "middelen en capaciteit van sectoren bundelen",
            "pooling the means and capacity of sectors",
            "middelen en capaciteit van meerdere sectoren",
        ),
    ),
)
"""Why parties collaborate."""

BENEFITS: Final = (
    *mentions(
        GUIDE_HEALTHY_SCHOOL,
        "Tips voor het succesvol betrekken van partners",
        ("health", "gezondheid", "health", "is gezondheid niet het hoofddoel"),
        ("learning_results", "betere leerprestaties", "better learning results", "betere leerprestaties"),
        ("network_access", "toegang tot het netwerk", "access to the network", "toegang tot het netwerk"),
        (
            "signed_agreement",
            "een ondertekende overeenkomst",
            "a signed agreement",
            "een ondertekende overeenkomst",
        ),
        ("good_image", "een goed imago", "a good image", "een goed imago"),
    ),
    *mentions(
        GUIDE_INTERSECTORAL,
        _BETWEEN_DOMAINS,
        (
            "own_policy_goal",
            "een doel van het eigen beleid",
            "an objective of own policy",
            "kan bijdragen aan de doelstellingen van",
        ),
    ),
)
"""What a party may seek in a collaboration for itself."""

INTERACTIONS: Final = (
    *mentions(
        GUIDE_NETWORK,
        _NETWORK,
        ("meeting", "bijeenkomst", "meeting", "bijeenkomsten en werkbezoeken te organiseren"),
        ("visit", "werkbezoek", "visit", "bijeenkomsten en werkbezoeken te organiseren"),
        ("newsletter", "gezamenlijke nieuwsbrief", "joint newsletter", "een gezamenlijke nieuwsbrief"),
        ("social_media", "sociale media", "social media", "inzet van sociale media"),
        (
            "joined_meeting",
            "deelname aan elkaars overleg",
            "joining each other’s meeting",
            "aan te sluiten bij elkaars overleggen",
        ),
    ),
    *mentions(
        GUIDE_HEALTHY_SCHOOL,
        "Tips",
        ("other_location", "een andere locatie", "another location", "een andere locatie"),
        ("films", "samen filmpjes kijken", "watching films together", "bekijk filmpjes"),
        (
            "creative_forms",
            "creatieve werkvormen",
            "creative ways to meet",
            "vergader met creatieve werkvormen",
        ),
    ),
)
"""Ways to stay in touch and to keep meetings lively. A key that is also a kind of contact can be recorded."""

LANGUAGE_LESSONS: Final = mentions(
    GUIDE_INTERSECTORAL,
    _BETWEEN_DOMAINS,
    ("walk_along", "een dag meelopen", "walk along for a day", "door een dag mee te lopen"),
    (
        "join_meetings",
        "een overleg van de sector bijwonen",
        "join a meeting of the sector",
        "aan te sluiten bij overleggen van",
    ),
    ("read_memorandums", "haar nota’s lezen", "read its memorandums", "het lezen van nota’s"),
)
"""Ways to learn the language of a sector."""

MATERIALS: Final = (
    *mentions(
        GUIDE_NETWORK,
        "Tip: Materialen voor samenwerken",
        (
            "neighbourhood_workbook",
            "Werkboek Samenwerken aan gezondheid in de wijk, met checklist",
            "workbook on collaborating for health in the neighbourhood, with a checklist",
            "Werkboek Samenwerken aan gezondheid in de",
        ),
        (
            "instruments_page",
            "pagina Instrumenten van Loketgezondleven",
            "page of instruments of Loketgezondleven",
            "Kijk op de pagina Instrumenten voor",
        ),
    ),
    *mentions(
        GUIDE_COLLABORATION,
        "Draaiboek ‘integrale samenwerking bij een wijkgerichte aanpak van gezondheidsverschillen’",
        (
            "neighbourhood_script",
            "draaiboek voor een wijkgerichte aanpak van gezondheidsverschillen",
            "script for a neighbourhood approach to health inequalities",
            "Het draaiboek beschrijft de stappen",
        ),
    ),
    *mentions(
        GUIDE_COLLABORATION,
        "Motievenmatrix",
        (
            "motives_matrix",
            "motievenmatrix voor zorgverzekeraar en gemeente",
            "matrix of motives for health insurer and municipality",
            "‘Ja ik wil, nee ik wil",
        ),
    ),
    *mentions(
        GUIDE_COLLABORATION,
        "Factsheets",
        (
            "partnership_factsheet",
            "factsheet over publiek-private samenwerking",
            "fact sheet on public-private partnership",
            "Factsheet PPS Gezonde Slagkracht (december",
        ),
    ),
    *mentions(
        GUIDE_COLLABORATION,
        "Platform 31: leren onderhandelen volgens de Mutual Gains Approach (MGA)",
        (
            "mutual_gains_training",
            "training onderhandelen met de Mutual Gains Approach",
            "training in negotiating by the Mutual Gains Approach",
            "Een aanpak waarbij partijen samen een",
        ),
    ),
    *mentions(
        GUIDE_COLLABORATION,
        "Platform 31: training 'Adaptief samenwerken in netwerken'",
        (
            "adaptive_training",
            "training adaptief samenwerken in netwerken",
            "training in adaptive collaboration in networks",
            "Een verdiepende training over samenwerken in",
        ),
    ),
    *mentions(
        GUIDE_INTERSECTORAL,
        "Voorbeeld: Zoeken naar aanknopingspunten bij beleidsterreinen",
        (
            "exercise_checklist",
            "checklist van GGD Fryslân voor maatregelen die bewegen stimuleren",
            "checklist of GGD Fryslân on measures that stimulate exercise",
            "De checklist ‘bewegingsstimulerende maatregelen’",
        ),
    ),
    *mentions(
        REPORT_WELLBEING,
        "FACTOR 3 Het thema minder abstract maken",
        (
            "menu_card",
            "menukaart van GGD Haaglanden",
            "menu card of GGD Haaglanden",
            "menukaart waar scholen al op kunnen",
        ),
    ),
)
"""Materials and trainings that the sources name; whether they can still be had was not looked into."""
