"""Rules on dividing tasks and roles: ROL-01 to ROL-04. On roles that direct: `direction`."""

from __future__ import annotations

from typing import Final

from gezondsamen.catalogue.limits import ROLE_REFLECTION_INTERVAL
from gezondsamen.labels import Label
from gezondsamen.phases.rules.newcomers import NEWCOMERS
from gezondsamen.phases.rules.passages import collaboration, network
from gezondsamen.process.conditions import InContact, OnRecord, Parties, RoleFilled
from gezondsamen.process.requirements import Requirement

ROL_01: Final = Requirement(
    code="ROL-01",
    name=Label(
        nl="rollen naar wens, voorkeur en expertise", en="roles follow wishes, preferences and expertise"
    ),
    text=Label(
        nl="Vraag wie welke rol wil en wie waar goed in is, en verdeel daarna de rollen. Leg vast waarom u "
        "voor deze verdeling kiest.",
        en="Ask who wants which role and who is good at what, and divide the roles after that. Record why "
        "you choose this division.",
    ),
    conditions=(OnRecord("role_rationale"),),
    citation=collaboration("wensen, voorkeuren en aanwezige expertise", "Iedereen in zijn of haar kracht"),
)

ROL_02: Final = Requirement(
    code="ROL-02",
    name=Label(nl="taken en rollen verdeeld", en="tasks and roles divided"),
    text=Label(
        nl="Geef elke partij minstens één rol en zorg dat elke rol die nodig is, wordt vervuld. Leg ook vast "
        "hoe de taken zijn verdeeld.",
        en="Give every party at least one role and see that every role that is needed is filled. Record how "
        "the tasks are divided as well.",
    ),
    conditions=(
        RoleFilled(each=Parties()),
        RoleFilled(named_by="role_needed"),
        OnRecord("tasks_divided"),
    ),
    citation=collaboration("Verdeel de taken en rollen", "Samenwerking vormgeven en onderhouden"),
    choice=Label(
        nl="Dat elke partij een rol moet hebben, en dat dit een stap kan tegenhouden, is onze keuze.",
        en="That every party must have a role, and that this can hold up a step, is our choice.",
    ),
)

NEWCOMERS_HAVE_A_ROLE: Final = ROL_02.asking(RoleFilled(each=Parties()))
"""ROL-02 where a party is taken in."""

ROLES_ARE_FILLED: Final = ROL_02.asking(RoleFilled(each=NEWCOMERS), RoleFilled(named_by="role_needed"))
"""ROL-02 as it is watched: who came has a role, and a role that is needed did not leave with a party."""

ROL_03: Final = Requirement(
    code="ROL-03",
    name=Label(nl="verwachte houding en rol uitgesproken", en="expected attitude and role stated"),
    text=Label(
        nl="Wees duidelijk over de kaders en neem het voortouw: vertel elke partij welke houding en welke "
        "rol u van haar verwacht.",
        en="Be clear about the framework and take the lead: tell every party what attitude and what role "
        "you expect of it.",
    ),
    conditions=(OnRecord("expectation", each=Parties()),),
    citation=collaboration("verwacht van de houding en rol", "Draagvlak is een werkwoord"),
    also=(
        collaboration("verwacht van de houding en rol", "Kaders scheppen, ook t.a.v. ieders houding en rol"),
    ),
)

ROL_04: Final = Requirement(
    code="ROL-04",
    name=Label(nl="regelmatig terugkijken op de rollen", en="periodic reflection on roles"),
    text=Label(
        nl="Bespreek regelmatig met de partijen hoe de rollen uitpakken. Verander een rol die niet meer "
        "klopt.",
        en="Discuss with the parties regularly how the roles work out. Change a role when it no longer fits.",
    ),
    conditions=(InContact("role_reflection", every=ROLE_REFLECTION_INTERVAL),),
    citation=network("Reflecteer op de rollen van alle"),
    choice=Label(
        nl="De bron noemt geen termijn. Hoe vaak het moet, is onze keuze; u kunt de termijn aanpassen.",
        en="The source names no interval. How often it should be is our choice; you can set it otherwise.",
    ),
)
