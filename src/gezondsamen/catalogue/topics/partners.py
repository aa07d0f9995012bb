"""Topics about the partners and their sectors: who they are, how they fit, what they seek."""

from __future__ import annotations

from gezondsamen.catalogue._table import terms

PARTNERS = terms(
    "topic",
    ("language", "taal van de partner", "language of the partner"),
    ("working_method", "werkwijze van de partner", "way of working of the partner"),
    ("norms", "normen van de partner", "norms of the partner"),
    ("expectation", "verwachte houding en rol", "expected attitude and role"),
    ("benefit", "verwacht voordeel voor de partij", "expected benefit for the party"),
    ("fit_strategic", "strategische fit met de partner", "strategic fit with the partner"),
    ("fit_organisational", "organisatorische fit met de partner", "organisational fit with the partner"),
    ("fit_operational", "operationele fit met de partner", "operational fit with the partner"),
    ("fit_cultural", "culturele fit met de partner", "cultural fit with the partner"),
    ("fit_human", "menselijke fit met de partner", "human fit with the partner"),
    ("partner_needed", "benodigde partner", "partner needed"),
    ("partner_involved", "betrokkenheid van een benodigde partner", "involvement of a needed partner"),
    ("theme_chosen", "gekozen thema", "chosen theme"),
    ("theme_partner", "passende partner bij een thema", "fitting partner for a theme"),
    ("existing_partners", "bestaande partners van de school", "existing partners of the school"),
    ("sector_considered", "afweging om de sector te betrekken", "consideration of involving the sector"),
    ("sector_issues", "wat er speelt in de sector", "current issues of the sector"),
    ("sector_interest", "belang van de sector", "interest of the sector"),
    ("health_interest", "belang van gezondheid bij de sector", "interest of health in the sector"),
    ("sector_benefit", "bijdrage aan een doel van de sector", "contribution to an objective of the sector"),
    (
        "sector_ally",
        "voorstander of bestaande relatie in de sector",
        "advocate or existing relation in the sector",
    ),
    ("sector_explored", "verkenning van de sector", "exploration of the sector"),
    (
        "sector_policy_adopted",
        "vaststelling van het beleid van de sector",
        "adoption of the policy of the sector",
    ),
    ("sector_alignment", "afstemming met andere sectoren", "alignment with other sectors"),
    (
        "memo_merge_considered",
        "afweging om nota’s samen te voegen",
        "consideration of merging memorandums",
    ),
)
