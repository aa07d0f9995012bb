"""What the roles at school, in welfare and care, and in the neighbourhood mean: key, Dutch, English."""

from __future__ import annotations

from typing import Final

AT_SCHOOL: Final = {
    "school_champion": (
        "medewerker van een school die zich in het onderwerp verdiept en het werk eraan trekt",
        "staff member of a school who studies the subject and drives the work on it",
    ),
    "healthy_school_coordinator": (
        "medewerker van een school die het werk aan Gezonde School op die school regelt",
        "staff member of a school who organises the work on Healthy School there",
    ),
    "school_director": (
        "iemand die de dagelijkse leiding van een school heeft",
        "person who is in daily charge of a school",
    ),
    "lower_years_team_leader": (
        "iemand die leiding geeft aan de leraren van de eerste jaren van een middelbare school",
        "person in charge of the teachers of the first years of a secondary school",
    ),
    "internal_pupil_counsellor": (
        "medewerker van een basisschool die extra hulp aan leerlingen regelt",
        "staff member of a primary school who arranges extra help for pupils",
    ),
    "care_coordinator": (
        "medewerker van een middelbare school die extra hulp aan leerlingen regelt",
        "staff member of a secondary school who arranges extra help for pupils",
    ),
    "teacher": (
        "iemand die op een school lesgeeft",
        "person who gives lessons at a school",
    ),
    "class_mentor": (
        "leraar die voor één klas het vaste aanspreekpunt is",
        "teacher who is the regular point of contact for one class",
    ),
    "school_support_staff": (
        "mensen die op een school werken en geen les geven, zoals de conciërge",
        "people who work at a school and do not teach, such as the caretaker",
    ),
    "pedagogical_caretaker": (
        "conciërge die ook let op hoe het met leerlingen gaat en hen daarbij helpt",
        "caretaker who also looks after how pupils are doing and helps them",
    ),
    "pupil_council": (
        "groep leerlingen die namens hun medeleerlingen met de school overlegt",
        "group of pupils that confers with the school on behalf of their fellow pupils",
    ),
    "parent_council": (
        "groep ouders die namens de andere ouders met de school overlegt",
        "group of parents that confers with the school on behalf of the other parents",
    ),
}
"""The definitions of the roles at school."""

IN_CARE: Final = {
    "youth_worker": (
        "professional die jongeren opzoekt en begeleidt op plekken waar zij graag zijn",
        "professional who seeks out and guides young people in places where they like to be",
    ),
    "school_social_worker": (
        "hulpverlener op een school die leerlingen en hun ouders helpt bij problemen",
        "care worker at a school who helps pupils and their parents with problems",
    ),
    "bridging_officer": (
        "iemand die de verbinding legt tussen school en zorg",
        "person who makes the connection between school and care",
    ),
    "cjg_pedagogue": (
        "deskundige in opvoeden die bij een Centrum voor Jeugd en Gezin werkt",
        "expert in bringing up children who works at a Centre for Youth and Family",
    ),
    "youth_psychologist": (
        "psycholoog die kinderen en jongeren helpt, vaak verbonden aan een school",
        "psychologist who helps children and young people, often attached to a school",
    ),
    "responsible_connector": (
        "iemand die is aangesteld om jongere, gezin, school, straat en hulpverleners te verbinden",
        "person appointed to link young person, family, school, street and care workers",
    ),
    "general_practitioner": (
        "arts bij wie mensen als eerste met hun klachten komen",
        "physician to whom people turn first with their complaints",
    ),
    "district_nurse": (
        "verpleegkundige die mensen thuis en in hun buurt helpt",
        "nurse who helps people at home and in their neighbourhood",
    ),
    "lifestyle_adviser": (
        "iemand die mensen helpt een passende manier van bewegen te vinden en vol te houden",
        "person who helps people to find a fitting form of exercise and to keep it up",
    ),
    "own_language_educator": (
        "iemand die mensen met dezelfde achtergrond in hun taal over gezondheid informeert",
        "person who informs people of the same background about health in their language",
    ),
    "dietitian": (
        "deskundige die mensen adviseert over wat zij eten",
        "expert who advises people on what they eat",
    ),
    "health_insurer_contact": (
        "medewerker van een zorgverzekeraar bij wie de samenwerking terechtkan",
        "staff member of a health insurer whom the collaboration can turn to",
    ),
}
"""The definitions of the roles in welfare and care."""

IN_THE_NEIGHBOURHOOD: Final = {
    "young_person": (
        "scholier of jongvolwassene die vertelt wat er onder leeftijdgenoten speelt",
        "pupil or young adult who tells what is on the mind of peers",
    ),
    "neighbourhood_police_officer": (
        "politieman of politievrouw die vast in één wijk werkt en daar de mensen kent",
        "member of the police who always works in one district and knows its people",
    ),
    "entrepreneur": (
        "iemand die voor eigen rekening een bedrijf heeft",
        "person who runs a business on his or her own account",
    ),
    "volunteer": (
        "iemand die onbetaald meewerkt of inbrengt wat hij of zij zelf heeft meegemaakt",
        "person who works unpaid or brings in what he or she has been through",
    ),
    "resident": (
        "iemand die woont in de buurt of gemeente waar de samenwerking over gaat",
        "person who lives in the neighbourhood or municipality that the collaboration is about",
    ),
    "youth_board": (
        "groep jongeren die meebestuurt in een dorpshuis of andere voorziening in de buurt",
        "group of young people who share in running a village hall or other local facility",
    ),
}
"""The definitions of the roles in the neighbourhood."""
