"""Rules on who directs, drives and guards: REG-01 to REG-12."""

from __future__ import annotations

from typing import Final

from gezondsamen.catalogue.works import HEALTHY_SCHOOL_PROGRAMME, PUBLIC_HEALTH_ACT
from gezondsamen.citations import Citation
from gezondsamen.labels import Label
from gezondsamen.phases.rules.passages import (
    BLOCKING,
    collaboration,
    healthy_school,
    intersectoral,
    network,
    wellbeing,
)
from gezondsamen.process.conditions import (
    AnyOf,
    EvaluationArranged,
    OnRecord,
    Parties,
    PartyCount,
    RoleFilled,
)
from gezondsamen.process.requirements import Requirement

_INTEGRAL = "Algemeen - Integrale samenwerking"

REG_01: Final = Requirement(
    code="REG-01",
    name=Label(nl="regie belegd op drie niveaus", en="coordination assigned on three levels"),
    text=Label(
        nl="Leg vast wie de regie heeft op de uitvoering, op het beheer en op de visie. Eén partij mag meer "
        "niveaus op zich nemen.",
        en="Record who coordinates the operation, the management and the vision. One party may take on "
        "several levels.",
    ),
    conditions=(
        RoleFilled("director_operational"),
        RoleFilled("director_managerial"),
        RoleFilled("director_visionary"),
    ),
    citation=collaboration("op uitvoeringsniveau, op beheersmatig niveau en", _INTEGRAL),
    choice=BLOCKING,
)

REG_02: Final = Requirement(
    code="REG-02",
    name=Label(
        nl="gemeente heeft de regie over lokaal gezondheidsbeleid",
        en="municipality directs local health policy",
    ),
    text=Label(
        nl="Bij lokaal gezondheidsbeleid heeft de gemeente de leiding. Zij vervult daarom zelf minstens een "
        "van de drie regierollen; de uitvoering mag zij aan anderen overlaten.",
        en="In local health policy the municipality is in the lead. It therefore fills at least one of the "
        "three coordinating roles itself; it may leave the execution to others.",
    ),
    conditions=(
        RoleFilled(
            ("director_visionary", "director_managerial", "director_operational"),
            by=Parties(kinds="municipality"),
        ),
    ),
    citation=network("De gemeente voert de regie", ""),
    also=(Citation(PUBLIC_HEALTH_ACT, "artikel 13, tweede lid"),),
    choice=Label(
        nl="De gids noemt de gemeente als regisseur; de wet laat alleen de gemeenteraad de nota "
        "vaststellen. Dat de regie blijkt uit een van de drie regierollen, en dat dit een stap kan "
        "tegenhouden, is onze keuze.",
        en="The guide names the municipality as the one that directs; the law only has the municipal "
        "council adopt the memorandum. That the direction shows in one of the three coordinating roles, and "
        "that this can hold up a step, is our choice.",
    ),
)

REG_03: Final = Requirement(
    code="REG-03",
    name=Label(
        nl="bij een zorgvraag ligt de regie bij bewoner en professional",
        en="for a care request the lead lies with resident and professional",
    ),
    text=Label(
        nl="Gaat het om de zorgvraag van een bewoner, dan bepaalt die samen met de professional wat er "
        "gebeurt. De regierollen van de samenwerking gaan daar niet over.",
        en="When it is about a resident's own care request, the resident decides together with the "
        "professional. The coordinating roles of the collaboration are not about that.",
    ),
    citation=collaboration("regie bij de burger en de", _INTEGRAL),
)

REG_04: Final = Requirement(
    code="REG-04",
    name=Label(
        nl="bewaking van het doel geregeld", en="goal guarding arranged: evaluation or programme manager"
    ),
    text=Label(
        nl="Plan een moment om te evalueren of stel een programmamanager aan. Dan raakt het doel onderweg "
        "niet uit beeld.",
        en="Plan a moment to evaluate or appoint a programme manager. Then the goal is not lost from sight "
        "on the way.",
    ),
    conditions=(AnyOf((EvaluationArranged(), RoleFilled("programme_manager"))),),
    citation=network("een programmamanager aan te stellen"),
    choice=Label(
        nl="De bron noemt twee middelen. Dat één ervan genoeg is, en dat dit een stap kan tegenhouden, is "
        "onze keuze.",
        en="The source names two means. That one of them suffices, and that this can hold up a step, is our "
        "choice.",
    ),
)

REG_05: Final = Requirement(
    code="REG-05",
    name=Label(nl="aanjager of trekker aangesteld", en="driving force or champion appointed"),
    text=Label(
        nl="Geef iemand de taak om de samenwerking aan te jagen of te trekken. Kies een persoon die anderen "
        "enthousiast maakt en verbindt.",
        en="Give somebody the task of driving or leading the collaboration. Choose a person who enthuses and "
        "connects others.",
    ),
    conditions=(RoleFilled(("instigator", "champion")),),
    citation=intersectoral("Stel een aanjager of trekker aan"),
    choice=BLOCKING,
)

REG_06: Final = Requirement(
    code="REG-06",
    name=Label(nl="Gezonde School-adviseur aangewezen", en="Healthy School adviser appointed"),
    text=Label(
        nl="Leg vast wie de Gezonde School-adviseur is. De school moet weten wie haar begeleidt.",
        en="Record who is the Healthy School adviser. The school must know who guides it.",
    ),
    conditions=(RoleFilled("healthy_school_adviser"),),
    citation=healthy_school(
        "Wie vervult de rol van Gezonde", "Belangrijke onderwerpen om te bespreken met partners"
    ),
    choice=BLOCKING,
)

REG_07: Final = Requirement(
    code="REG-07",
    name=Label(nl="trekker binnen de school", en="champion within the school"),
    text=Label(
        nl="Laat de school iemand aanwijzen die het werk trekt, bijvoorbeeld een Gezonde School-coördinator. "
        "Wie het ondersteuningsaanbod van Gezonde School gebruikt, moet een coördinator hebben.",
        en="Let the school appoint somebody who leads the work, for example a Healthy School coordinator. "
        "Whoever uses the Healthy School support offer must have a coordinator.",
    ),
    conditions=(RoleFilled(("healthy_school_coordinator", "school_champion")),),
    citation=wellbeing(
        "aanstellen van een interne", "De directeur en het schoolpersoneel zetten zich in en zijn bevlogen"
    ),
    also=(
        Citation(
            HEALTHY_SCHOOL_PROGRAMME,
            "Gezonde School-coördinator",
            url="https://www.gezondeschool.nl/advies-en-ondersteuning/ondersteuningsaanbod/"
            "gezonde-school-coordinator",
        ),
    ),
    choice=Label(
        nl="Dat dit alleen waarschuwt, ook bij gebruik van het ondersteuningsaanbod, is onze keuze.",
        en="That this only warns, even where the support offer is used, is our choice.",
    ),
)

REG_08: Final = Requirement(
    code="REG-08",
    name=Label(
        nl="verantwoordelijke GGD-afdeling en medewerker benoemd",
        en="responsible GGD department and staff member named",
    ),
    text=Label(
        nl="Leg vast welke afdeling van de GGD verantwoordelijk is en welke medewerker de school begeleidt. "
        "Dan blijft het werk niet tussen afdelingen liggen.",
        en="Record which GGD department is responsible and which staff member guides the school. Then the "
        "work is not left lying between departments.",
    ),
    conditions=(OnRecord("responsible_department"), RoleFilled("school_guidance_officer")),
    citation=healthy_school("welke afdeling en welke medewerker"),
    choice=BLOCKING,
)

REG_09: Final = Requirement(
    code="REG-09",
    name=Label(nl="vast gezicht van de GGD voor de gemeente", en="one fixed GGD face for the municipality"),
    text=Label(
        nl="Geef de gemeente één vaste contactpersoon bij de GGD. Komt er een ander, laat dat dan op tijd "
        "weten.",
        en="Give the municipality one fixed contact at the GGD. When somebody else takes over, let it know "
        "in time.",
    ),
    conditions=(RoleFilled("fixed_ggd_contact"),),
    citation=wellbeing(
        "Een vast gezicht richting gemeente", "FACTOR 3 Een goede samenwerking tussen GGD/ GSA en gemeente"
    ),
)

REG_10: Final = Requirement(
    code="REG-10",
    name=Label(
        nl="gemeente kent aanspreekpunt en projectorganisatie",
        en="municipality knows contact point and project set-up",
    ),
    text=Label(
        nl="Vertel de gemeente bij wie zij terechtkan en hoe het project in elkaar zit. Leg vast dat zij dit "
        "weet.",
        en="Tell the municipality whom it can turn to and how the project is set up. Record that it knows.",
    ),
    conditions=(OnRecord("contact_known"),),
    citation=healthy_school(
        "weet wie aanspreekpunt voor Gezonde School", "Wat houdt een goede samenwerking in?"
    ),
)

REG_11: Final = Requirement(
    code="REG-11",
    name=Label(
        nl="één verantwoordelijke rond de jongere", en="one responsible person around the young person"
    ),
    text=Label(
        nl="Doet er een zorgpartij mee, wijs dan één persoon aan die de hulp rond de jongere bij elkaar "
        "brengt. Voor iedereen moet duidelijk zijn wie dat is.",
        en="When a care party takes part, appoint one person who brings together the help around the young "
        "person. It must be clear to everyone who that is.",
    ),
    conditions=(
        AnyOf((RoleFilled("responsible_connector"), PartyCount(Parties(sectors="care"), at_most=0))),
    ),
    citation=wellbeing(
        "Waarbij een duidelijke verantwoordelijke",
        "Nodig: 360 graden-benadering van de jongere: straat- gezin – school",
    ),
    choice=Label(
        nl="Dat dit alleen wordt gevraagd als er een partij uit de sector zorg meedoet, is onze keuze.",
        en="That this is asked only when a party from the care sector takes part is our choice.",
    ),
)

REG_12: Final = Requirement(
    code="REG-12",
    name=Label(nl="werkafspraken tussen GGD-afdelingen", en="working agreements between GGD departments"),
    text=Label(
        nl="Maak binnen de GGD duidelijke werkafspraken over wat elke afdeling bijdraagt. Ga na welke "
        "collega’s al contact hebben met de gemeente en bespreek samen hoe u te werk gaat.",
        en="Make clear working agreements within the GGD on what each department contributes. Find out "
        "which colleagues are in touch with the municipality already, and discuss together how to proceed.",
    ),
    conditions=(OnRecord("ggd_working_agreements"),),
    citation=healthy_school("Maak intern duidelijke werkafspraken"),
    also=(healthy_school("Ga na welke collega’s van de"),),
    choice=Label(
        nl="Wij kijken of de afspraken zijn vastgelegd, en waarschuwen alleen.",
        en="We look whether the agreements are on record, and only warn.",
    ),
)
