"""Roles: what a person, group or organisation can be in a collaboration.

A role belongs to the levels it usually works at. Who must hold which one stands with the processes,
not here.
"""

from __future__ import annotations

import attrs

from gezondsamen.catalogue._table import terms
from gezondsamen.catalogue.role_profiles import ROLE_PROFILES
from gezondsamen.terms import Term

LEVELS = ("strategic", "tactical", "operational")
"""The groups of roles: setting the course, arranging the means, doing the work."""

_S, _T, _O = LEVELS

DIRECTION = terms(
    "role",
    ("director_visionary", "regisseur op visieniveau", "coordinator at visionary level", _S),
    ("director_managerial", "regisseur op beheersniveau", "coordinator at managerial level", _T),
    ("director_operational", "regisseur op uitvoeringsniveau", "coordinator at operational level", _O),
    ("programme_manager", "programmamanager", "programme manager", _T),
    ("instigator", "aanjager", "driving force", _T),
    ("champion", "trekker", "champion", _T),
    ("delegate", "afgevaardigde", "delegate", _S, _T, _O),
    ("commissioner", "opdrachtgever", "commissioner", _S),
    ("funder", "financier", "funder", _S),
    ("prevention_partner", "preventiepartner", "prevention partner", _T, _O),
    ("negotiator", "onderhandelaar", "negotiator", _S),
    ("communication_department", "afdeling communicatie", "communication department", _T),
    ("advocate", "voorstander in een sector", "advocate within a sector", _T),
    ("facilitator", "gespreksbegeleider", "facilitator", _O),
    ("independent_evaluator", "onafhankelijke evaluator", "independent evaluator"),
    ("knowledge_institute", "kennisinstituut", "knowledge institute", _S, _T),
)
"""Who steers, drives, pays, speaks for a party, or looks from outside."""

GGD = terms(
    "role",
    ("healthy_school_adviser", "Gezonde School-adviseur", "Healthy School adviser", _T, _O),
    ("starting_adviser", "startende Gezonde School-adviseur", "starting Healthy School adviser", _O),
    ("experienced_adviser", "ervaren Gezonde School-adviseur", "experienced Healthy School adviser", _O),
    ("buddy", "maatje met aanvullende kennis", "buddy with complementary expertise", _O),
    ("fixed_ggd_contact", "vast gezicht van de GGD", "fixed GGD contact", _T),
    ("ggd_account_manager", "accountmanager van de GGD", "GGD account manager", _T),
    ("ggd_policy_adviser", "beleidsadviseur van de GGD", "GGD policy adviser", _T),
    ("epidemiologist", "epidemioloog", "epidemiologist", _O),
    ("youth_health_physician", "jeugdarts", "youth health physician", _O),
    ("youth_health_nurse", "jeugdverpleegkundige", "youth health nurse", _O),
    ("school_guidance_officer", "verantwoordelijke voor schoolbegeleiding", "school guidance officer", _O),
    ("healthy_school_contact", "aanspreekpunt Gezonde School", "Healthy School contact point", _O),
)
"""The GGD and youth health care."""

MUNICIPALITY = terms(
    "role",
    ("co_thinking_official", "meedenkende ambtenaar", "official who thinks along", _T),
    ("alderman", "wethouder", "alderman", _S),
    ("municipal_executive", "college van B&W", "municipal executive", _S),
    ("municipal_council", "gemeenteraad", "municipal council", _S),
    ("board_member", "bestuurder", "administrator", _S),
    ("manager", "manager", "manager", _T),
    ("public_health_policy_officer", "beleidsmedewerker volksgezondheid", "public health policy officer", _T),
    (
        "other_sector_policy_officer",
        "beleidsmedewerker van een andere sector",
        "policy officer of another sector",
        _T,
    ),
    ("education_policy_adviser", "beleidsadviseur onderwijs", "education policy adviser", _T),
    ("health_policy_adviser", "beleidsadviseur gezondheid", "health policy adviser", _T),
    (
        "youth_prevention_policy_adviser",
        "beleidsadviseur jeugdpreventie",
        "youth prevention policy adviser",
        _T,
    ),
    ("safety_policy_officer", "beleidsambtenaar veiligheid", "safety policy officer", _T),
    ("public_interest_director", "regisseur publiek belang", "coordinator of public interest", _T),
    ("passionate_official", "bevlogen ambtenaar", "passionate official", _T),
    (
        "regional_youth_plan_lead",
        "projectleider van het regionale jeugdplan",
        "project lead of the regional youth plan",
        _T,
    ),
    ("youth_support_coordinator", "coördinator jeugdhulp", "youth support coordinator", _O),
    ("jogg_director", "JOGG-regisseur", "JOGG coordinator", _T),
    ("wellbeing_ambassador", "ambassadeur welbevinden", "well-being ambassador", _T),
    ("combination_officer", "combinatiefunctionaris", "combination officer for sport and school", _O),
    ("neighbourhood_sports_coach", "buurtsportcoach", "neighbourhood sports coach", _O),
    ("nightlife_calming_team", "susteam in het uitgaansleven", "calming team in nightlife", _O),
    ("crisis_team", "crisisteam", "crisis team", _O),
)
"""The municipality and those who work for it."""

SCHOOL = terms(
    "role",
    ("school_champion", "kartrekker in de school", "champion within the school", _O),
    ("healthy_school_coordinator", "Gezonde School-coördinator", "Healthy School coordinator", _O),
    ("school_director", "schooldirecteur", "school director", _S, _T),
    ("lower_years_team_leader", "teamleider onderbouw", "team leader of the lower years", _T),
    ("internal_pupil_counsellor", "intern begeleider", "internal support coordinator", _O),
    ("care_coordinator", "zorgcoördinator", "care coordinator", _O),
    ("teacher", "leraar", "teacher", _O),
    ("class_mentor", "mentor van een klas", "class mentor", _O),
    ("school_support_staff", "ondersteunend personeel van de school", "school support staff", _O),
    ("pedagogical_caretaker", "pedagogische conciërge", "pedagogical caretaker", _O),
    ("pupil_council", "leerlingenraad", "pupil council", _O),
    ("parent_council", "ouderraad", "parent council", _O),
)
"""The school."""

CARE = terms(
    "role",
    ("youth_worker", "jongerenwerker", "youth worker", _O),
    ("school_social_worker", "schoolmaatschappelijk werker", "school social worker", _O),
    ("bridging_officer", "brugfunctionaris", "bridging officer", _O),
    ("cjg_pedagogue", "pedagoog van het CJG", "pedagogue of the CJG", _O),
    ("youth_psychologist", "jeugdpsycholoog", "youth psychologist", _O),
    ("responsible_connector", "verantwoordelijke verbinder", "responsible connector", _O),
    ("general_practitioner", "huisarts", "general practitioner", _O),
    ("district_nurse", "wijkverpleegkundige", "district nurse", _O),
    ("lifestyle_adviser", "leefstijladviseur", "lifestyle adviser", _O),
    ("own_language_educator", "voorlichter eigen taal en cultuur", "own language and culture educator", _O),
    ("dietitian", "diëtist", "dietitian", _O),
    ("health_insurer_contact", "contactpersoon van de zorgverzekeraar", "health insurer contact", _T),
)
"""Welfare and care."""

COMMUNITY = terms(
    "role",
    ("young_person", "jongere", "young person", _O),
    ("neighbourhood_police_officer", "wijkagent", "neighbourhood police officer", _O),
    ("entrepreneur", "ondernemer", "entrepreneur", _O),
    ("volunteer", "vrijwilliger of ervaringsdeskundige", "volunteer or expert by experience", _O),
    ("resident", "bewoner", "resident", _O),
    ("youth_board", "jeugdbestuur", "youth board", _O),
)
"""The neighbourhood."""

_PROFILES = {profile.role: profile for profile in ROLE_PROFILES}


def _described(term: Term) -> Term:
    """Return a role with who usually holds it and where it plays, as its profile says."""
    profile = _PROFILES[term.key]
    return attrs.evolve(term, held_by=profile.held_by, plays_in=profile.processes)


ROLES = tuple(map(_described, (*DIRECTION, *GGD, *MUNICIPALITY, *SCHOOL, *CARE, *COMMUNITY)))
"""All roles, each with who usually holds it and in which processes it plays."""
