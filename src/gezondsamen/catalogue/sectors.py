"""Sectors and policy domains, in the groups by which rules look for a broad company."""

from __future__ import annotations

from gezondsamen.catalogue._table import terms

CORE = terms(
    "sector",
    ("public_health", "volksgezondheid", "public health"),
    ("youth", "jeugd en preventie", "youth and prevention", "social"),  # a social policy domain as well
    ("care", "zorg", "care"),
    groups=("core",),
)
"""The heart of local health policy."""

SOCIAL = terms(
    "sector",
    ("education", "onderwijs", "education"),
    ("social_support", "maatschappelijke ondersteuning (Wmo)", "social support"),
    ("sport", "sport en bewegen", "sport and exercise"),
    ("social_affairs", "sociale zaken", "social affairs"),
    ("welfare", "welzijn", "welfare"),
    ("poverty", "armoedebeleid", "poverty policy"),
    ("culture", "cultuur en participatie", "culture and participation"),
    groups=("social",),
)
"""The social domain."""

PHYSICAL = terms(
    "sector",
    ("spatial_planning", "ruimtelijke ordening", "spatial planning"),
    ("environment", "milieu", "environment"),
    ("traffic", "verkeer en vervoer", "traffic and transport"),
    ("safety", "veiligheid", "safety", "own_domain"),  # some municipalities keep it as a domain of its own
    ("urban_design", "stedenbouw", "urban design"),
    ("play", "spelen", "play"),
    ("green_space", "groen", "green space"),
    ("living_environment", "leefomgeving", "living environment"),
    groups=("physical",),
)
"""The physical domain."""

CARE = terms(
    "sector",
    ("addiction_care", "verslavingszorg", "addiction care"),
    ("mental_health_care", "geestelijke gezondheidszorg (ggz)", "mental health care"),
    groups=("care",),
)
"""Branches of care."""

OUTSIDE = terms(
    "sector",
    ("business", "bedrijfsleven", "business"),
    ("hospitality", "horeca", "hospitality"),
    ("retail", "winkels en supermarkten", "retail"),
    ("insurance", "zorgverzekering", "health insurance"),
    groups=("outside",),
)
"""Sectors outside the municipality."""

SECTORS = (*CORE, *SOCIAL, *PHYSICAL, *CARE, *OUTSIDE)
"""All sectors."""

SECTOR_GROUPS = terms(
    "sector_group",
    ("core", "hart van het gezondheidsbeleid", "core of health policy"),
    ("social", "sociaal domein", "social domain"),
    ("physical", "fysiek domein", "physical domain"),
    ("care", "zorg", "care"),
    ("outside", "buiten de gemeente", "outside the municipality"),
    ("own_domain", "eigen domein", "domain of its own"),
)
"""The groups."""
