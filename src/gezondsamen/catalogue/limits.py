"""The named limits: numbers and periods that a process may set otherwise.

One name serves every rule and evaluation point that shares it; `adapt(limits=...)` sets it. `basis`
is honest: nearly all are our own choice, because the sources say "regularly", "a few" or "in time".
Terms of a statute or a scheme (two years, three years, six weeks) are no limits: rules hold them
as plain values.
"""

from __future__ import annotations

from typing import Final

from gezondsamen.citations import Basis
from gezondsamen.labels import Label
from gezondsamen.periods import Every
from gezondsamen.process.conditions import Limit

# --- numbers --------------------------------------------------------------------------------------

PRIVATE_PARTNERS: Final = Limit(
    "private_partners",
    10,
    Label(
        nl="maximumaantal private partners (schatting van één coördinator, geen norm)",
        en="most private partners (one coordinator's estimate, not a norm)",
    ),
    Basis.SOURCE,  # quoted in the guide of 2015: what one coordinator can give attention to
)

MIXED_COMPANY: Final = Limit(
    "mixed_company",
    3,
    Label(
        nl="minimumaantal soorten partijen of sectoren aan tafel",
        en="fewest kinds of party or sectors at the table",
    ),
)

SIMULTANEOUS_ACTIVITIES: Final = Limit(
    "simultaneous_activities",
    3,
    Label(nl="maximumaantal acties tegelijk per partij", en="most actions at a time for a party"),
)

# The source says that once or twice a year is too little; that this makes three is our reading.
SCHOOL_CONTACTS: Final = Limit(
    "school_contacts",
    3,
    Label(nl="minimumaantal contacten met een school per jaar", en="fewest contacts with a school per year"),
)

# The source says "a number of times a year".
KNOWLEDGE_INSTITUTE_CONTACTS: Final = Limit(
    "knowledge_institute_contacts",
    2,
    Label(
        nl="minimumaantal contacten met een kennisinstituut per jaar",
        en="fewest contacts with a knowledge institute per year",
    ),
)

# --- rhythms: at least once in every ... ----------------------------------------------------------

PROGRESS_INTERVAL: Final = Limit(
    "progress_interval",
    Every(months=3),
    Label(nl="tijd tussen twee voortgangsgesprekken", en="time between two progress talks"),
)

EVALUATION_INTERVAL: Final = Limit(
    "evaluation_interval",
    Every(years=1),
    Label(nl="tijd tussen twee periodieke evaluaties", en="time between two periodic evaluations"),
)

INTERACTION_INTERVAL: Final = Limit(
    "interaction_interval",
    Every(months=3),
    Label(nl="tijd tussen twee contacten van partners", en="time between two contacts of partners"),
)

ANNOUNCEMENT_INTERVAL: Final = Limit(
    "announcement_interval",
    Every(months=3),
    Label(
        nl="tijd tussen twee berichten aan alle partijen", en="time between two announcements to all parties"
    ),
)

ROLE_REFLECTION_INTERVAL: Final = Limit(
    "role_reflection_interval",
    Every(years=1),
    Label(nl="tijd tussen twee gesprekken over de rollen", en="time between two reflections on roles"),
)

SUPPORT_INTERVAL: Final = Limit(
    "support_interval",
    Every(years=1),
    Label(nl="tijd tussen twee gesprekken over draagvlak", en="time between two talks about support"),
)

SUCCESS_INTERVAL: Final = Limit(
    "success_interval",
    Every(years=1),
    Label(
        nl="tijd tussen twee keer successen delen of vieren",
        en="time between two times that successes are shared",
    ),
)

TEAM_EVALUATION_INTERVAL: Final = Limit(
    "team_evaluation_interval",
    Every(years=1),
    Label(nl="tijd tussen twee evaluaties in het team", en="time between two evaluations in the team"),
)

# --- delays: at the latest after ... --------------------------------------------------------------

ISSUE_DELAY: Final = Limit(
    "issue_delay",
    Every(days=30),
    Label(nl="tijd waarbinnen een knelpunt wordt benoemd", en="time within which a bottleneck is raised"),
)

BRIEFING_DELAY: Final = Limit(
    "briefing_delay",
    Every(days=60),
    Label(
        nl="tijd waarbinnen een nieuwe medewerker of ambtenaar is bijgepraat",
        en="time within which a new staff member or official is briefed",
    ),
)

MONITOR_DELAY: Final = Limit(
    "monitor_delay",
    Every(years=1),
    Label(
        nl="tijd waarbinnen de jeugdmonitor met een school is besproken",
        en="time within which the youth monitor is discussed with a school",
    ),
)

# The law has figures collected at least every four years; that older ones are outdated is our reading.
FIGURES_AGE: Final = Limit(
    "figures_age",
    Every(years=4),
    Label(
        nl="hoe oud lokale cijfers mogen zijn (naar de cyclus van de wet)",
        en="how old local figures may be (after the cycle of the law)",
    ),
)
