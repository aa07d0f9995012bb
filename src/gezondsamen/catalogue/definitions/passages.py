"""The passages that define a term: what a source says it is, where the definition is not our own.

Each definition says in other words what its passage says. A passage that only mentions a term, or gives
an example of it, is not here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from gezondsamen.catalogue.works import (
    GUIDE_COLLABORATION,
    GUIDE_HEALTHY_SCHOOL,
    GUIDE_INTERSECTORAL,
    GUIDE_NETWORK,
    REPORT_WELLBEING,
)
from gezondsamen.citations import Citation

_STEPS: Final = "Basisstappen bij samenwerken"
_BETWEEN_DOMAINS: Final = "Elementen voor succesvolle samenwerking tussen domeinen"
_UPKEEP: Final = "Samenwerking opbouwen en onderhouden"
_URGENCY: Final = "FACTOR 1 Het thema Welbevinden en de urgentie moet ervaren worden"
_POLICY_DOMAINS: Final = "FACTOR 2 Een goede interne samenwerking tussen verschillende beleidsterreinen"
_GGD_AND_MUNICIPALITY: Final = "FACTOR 3 Een goede samenwerking tussen GGD/ GSA en gemeente"
_PROVIDERS: Final = (
    "FACTOR 4 Samenwerking tussen verschillende uitvoerende partijen/partners/aanbieders binnen de gemeente"
)
_FUNDING: Final = "FACTOR 5 Voldoende en structurele financiering voor Welbevinden"
_SCHOOL_SUPPORT: Final = (
    "FACTOR 1 Er is voldoende draagvlak binnen de school; welbevinden heeft de prioriteit"
)
_ADVICE: Final = "Adviezen van de GSA’s in de pilotgemeenten"

# One passage lists what a row of terms means, each in a few words.
_EQUAL: Final = Citation(
    GUIDE_COLLABORATION,
    "Bronnen - voor gezondheid",
    "gelijkwaardige samenwerking (het alliantiemodel), waarin",
)
_SIGNAL: Final = Citation(REPORT_WELLBEING, _ADVICE, "aan wie worden signalen doorgegeven, wat gebeurt")
_QUESTIONS: Final = Citation(REPORT_WELLBEING, "Korte beschrijving proces", "De 3 vragen zijn: Wat doen")
_PREVENTION_PARTNERS: Final = Citation(
    GUIDE_HEALTHY_SCHOOL, "", "leveren preventiepartners adviseurs om scholen"
)

_TOPICS: Final = {
    "added_value": Citation(GUIDE_HEALTHY_SCHOOL, _STEPS, "meerwaarde die betrokkenen samen kunnen behalen"),
    "vision_result": Citation(GUIDE_COLLABORATION, "Rapporten (3)", "waarbij er een beeld is wat"),
    "partner_needed": Citation(GUIDE_NETWORK, _UPKEEP, "partners die nodig zijn om het"),
    "sector_benefit": Citation(
        GUIDE_INTERSECTORAL, _BETWEEN_DOMAINS, "hoe een verbeterde gezondheid kan bijdragen"
    ),
    "policy_phase": Citation(
        GUIDE_HEALTHY_SCHOOL, "", "beleidsfase in de gemeente: voorbereiding, beleidsvorming"
    ),
    "mode_formal": Citation(GUIDE_HEALTHY_SCHOOL, "Tips", "in een formelere situatie zal een leidinggevende"),
    "mode_informal": Citation(GUIDE_HEALTHY_SCHOOL, "Tips", "Bij een informelere betrokkenheid kan"),
    "effort_basis": Citation(GUIDE_HEALTHY_SCHOOL, "", "bijvoorbeeld op basis van het aantal"),
    "equality_decisions": _EQUAL,
    "equality_plans": _EQUAL,
    "equality_inputs": _EQUAL,
    "equality_risk": _EQUAL,
    "equality_results": _EQUAL,
    "signalling_recipient": _SIGNAL,
    "signalling_next_step": _SIGNAL,
    "signalling_partner": _SIGNAL,
    "signalling_moment": _SIGNAL,
    "learning_line": Citation(REPORT_WELLBEING, _SCHOOL_SUPPORT, "doorlopende leerlijn. Dit wil zeggen"),
    "year_calendar": Citation(REPORT_WELLBEING, _SCHOOL_SUPPORT, "Een jaaragenda kan helpen. Zo"),
    "municipal_language": Citation(REPORT_WELLBEING, _URGENCY, "maar wordt hier andere taal voor"),
    "education_agenda": Citation(REPORT_WELLBEING, _POLICY_DOMAINS, "Dit is een regulier overleg met"),
    "social_map": Citation(REPORT_WELLBEING, _PROVIDERS, "Scholen krijgen zo een compleet beeld"),
    "persona": Citation(REPORT_WELLBEING, "PERSONA 1", "Mohammed is niet één leerling, maar"),
    "question_doing": _QUESTIONS,
    "question_effects": _QUESTIONS,
    "question_tasks": _QUESTIONS,
}

_ROLES: Final = {
    "programme_manager": Citation(GUIDE_NETWORK, _UPKEEP, "die de rode draad van de samenwerking"),
    "prevention_partner": _PREVENTION_PARTNERS,
    "communication_department": Citation(
        GUIDE_INTERSECTORAL, _BETWEEN_DOMAINS, "Betrek de afdeling communicatie om de"
    ),
    "buddy": Citation(REPORT_WELLBEING, _GGD_AND_MUNICIPALITY, "maatje te zoeken die dit wel"),
    "fixed_ggd_contact": Citation(
        REPORT_WELLBEING, _GGD_AND_MUNICIPALITY, "vanuit de GGD een ‘vast gezicht’"
    ),
    "ggd_account_manager": Citation(
        REPORT_WELLBEING, _GGD_AND_MUNICIPALITY, "accounthouders binnen de GGD die de"
    ),
    "ggd_policy_adviser": Citation(GUIDE_HEALTHY_SCHOOL, "", "beleidsmedewerkers die gemeenten adviseren"),
    "co_thinking_official": Citation(
        GUIDE_HEALTHY_SCHOOL, "Tips", "ambtenaar juist praktijkervaringen hoort en"
    ),
    "nightlife_calming_team": Citation(
        GUIDE_COLLABORATION,
        "Oosterhout - Implementatie alcohol- en drugspreventie via susteams",
        "Zogeheten ‘susteams’ grijpen in als",
    ),
    "crisis_team": Citation(REPORT_WELLBEING, _PROVIDERS, "Een crisisteam gaat dan aan de"),
    "bridging_officer": Citation(REPORT_WELLBEING, _PROVIDERS, "brugfunctionarissen voor de link tussen"),
    "responsible_connector": Citation(
        REPORT_WELLBEING,
        "Bijlage: Beschrijving opbrengsten Effectenarena",
        "Waarbij een duidelijke verantwoordelijke is aangesteld",
    ),
    "lifestyle_adviser": Citation(
        GUIDE_COLLABORATION,
        "Overige aangedragen oplossingen",
        "In 3 begeleidingsgesprekken met een leefstijladviseur",
    ),
}

_AGREEMENT_KINDS: Final = {
    "working": Citation(GUIDE_HEALTHY_SCHOOL, "", "Maak intern duidelijke werkafspraken over"),
    "partner_contribution": Citation(GUIDE_HEALTHY_SCHOOL, "", "afspraken met de preventiepartners over de"),
    "municipal_involvement": Citation(GUIDE_HEALTHY_SCHOOL, "", "spreek af hoe en wanneer de"),
    "comment_round": Citation(
        GUIDE_INTERSECTORAL, _BETWEEN_DOMAINS, "conceptnota's standaard aan elkaar worden voorgelegd"
    ),
    "purchase": Citation(REPORT_WELLBEING, _FUNDING, "heeft de gemeente de Gezonde School"),
    "free_budget": Citation(REPORT_WELLBEING, _URGENCY, "verantwoordingsvrij geld mocht inzetten"),
    "support_offer": Citation(REPORT_WELLBEING, _FUNDING, "het ondersteuningsaanbod is slechts voor 1"),
}

PASSAGES: Final[Mapping[str, Mapping[str, Citation]]] = {
    "topic": _TOPICS,
    "role": _ROLES,
    "subject": {
        "ambition": Citation(GUIDE_HEALTHY_SCHOOL, _STEPS, "partijen delen de opvattingen over koers")
    },
    "sector_group": {
        "social": Citation(GUIDE_INTERSECTORAL, "", "de sociale beleidsterreinen (onderwijs"),
        "physical": Citation(GUIDE_INTERSECTORAL, "", "de fysieke beleidsterreinen (ruimtelijke ordening"),
    },
    "contribution_kind": {"adviser": _PREVENTION_PARTNERS},
    "agreement_kind": _AGREEMENT_KINDS,
}
"""The passage that defines a term, by scheme and key; a term that is not here has a definition of our own."""
