"""What the topics of the Healthy School and of well-being mean: key, Dutch, English."""

from __future__ import annotations

from typing import Final

SCHOOL: Final = {
    "school_need": (
        "hulp of verandering waar een school zelf om vraagt",
        "help or change that a school itself asks for",
    ),
    "school_priority": (
        "besluit van een school om een onderwerp voor te laten gaan op andere onderwerpen",
        "decision of a school to let a subject come before other subjects",
    ),
    "activities_in_vision": (
        "uitleg hoe alles wat een school aan een onderwerp doet, bij elkaar hoort",
        "account of how all that a school does on a subject belongs together",
    ),
    "school_plan_years": (
        "getal dat zegt hoeveel schooljaren een plan van een school duurt",
        "number that says how many school years a plan of a school lasts",
    ),
    "pillar_education": (
        "overzicht van wat een school bij de start al in haar lessen doet",
        "overview of what a school already does in its lessons at the start",
    ),
    "pillar_environment": (
        "overzicht van wat een school bij de start al doet voor een gezonde omgeving",
        "overview of what a school already does for healthy surroundings at the start",
    ),
    "pillar_signalling": (
        "overzicht van wat een school bij de start al doet om problemen bij leerlingen op te merken",
        "overview of what a school already does to notice problems of pupils at the start",
    ),
    "pillar_policy": (
        "overzicht van wat een school bij de start al over gezondheid heeft vastgelegd",
        "overview of what a school has already laid down about health at the start",
    ),
    "signalling_recipient": (
        "persoon aan wie een medewerker meldt dat er iets met een leerling aan de hand lijkt te zijn",
        "person to whom a staff member reports that something seems to be wrong with a pupil",
    ),
    "signalling_next_step": (
        "handeling die volgt nadat een zorg over een leerling is gemeld",
        "action that follows when a concern about a pupil has been reported",
    ),
    "signalling_partner": (
        "organisatie buiten de school die erbij wordt gehaald na een melding over een leerling",
        "organisation outside the school that is called in after a report about a pupil",
    ),
    "signalling_moment": (
        "tijdstip waarop een partner na een melding over een leerling wordt ingeschakeld",
        "point in time at which a partner is called in after a report about a pupil",
    ),
    "data_sharing": (
        "wat partijen afspraken over welke gegevens van een leerling zij delen, met wie en waarom dat mag",
        "what parties agreed on which data of a pupil they share, with whom and why that is allowed",
    ),
    "teacher_training": (
        "wat er is afgesproken over training of bijscholing van leerkrachten in welbevinden",
        "what was agreed about courses for teachers on well-being",
    ),
    "pedagogical_view": (
        "wat school en zorgpartners samen vinden van hoe kinderen worden begeleid en opgevoed",
        "what school and care partners think together about how children are guided and brought up",
    ),
    "warm_transfer": (
        "persoonlijk doorgeven van wat een leerling nodig heeft aan de middelbare school",
        "passing on in person to the next school what a pupil needs",
    ),
    "regional_youth_plans": (
        "wat gemeenten in een regio van plan zijn met hulp voor kinderen en jongeren",
        "what municipalities in a region intend to do on help for children and young people",
    ),
    "care_route": (
        "vaste volgorde van stappen van een zorg om een leerling naar passende hulp, met wie wat doet",
        "fixed order of steps from a concern about a pupil to fitting help, with who does what",
    ),
    "learning_line": (
        "aandacht voor een onderwerp die op de basisschool begint en op de middelbare school verdergaat",
        "attention to a subject that begins in primary school and goes on in secondary school",
    ),
    "year_calendar": (
        "overzicht waaraan scholen zien wat er in een jaar komt, zodat zij kunnen kiezen",
        "overview that shows schools what is coming in a year, so that they can choose",
    ),
    "intervention_fit": (
        "reden om deze aanpak te kiezen, gelet op wat een school en haar leerlingen nodig hebben",
        "reason to choose this approach, in view of what a school and its pupils need",
    ),
    "partner_goals": (
        "gesprek met een partner van buiten de school over wat beide willen bereiken",
        "talk with a partner from outside the school about what both want to achieve",
    ),
    "partner_expectations": (
        "gesprek met een partner van buiten de school over wat beide van elkaar mogen vragen",
        "talk with a partner from outside the school about what both may ask of each other",
    ),
    "partner_tasks": (
        "gesprek met een partner van buiten de school over wie wat doet",
        "talk with a partner from outside the school about who does what",
    ),
    "competence_sel": (
        "deskundigheid over hoe kinderen leren omgaan met zichzelf, met emoties en met anderen",
        "expertise in how children learn to deal with themselves, with emotions and with others",
    ),
    "competence_prevention": (
        "deskundigheid in het voorkomen van gezondheidsproblemen bij hele groepen tegelijk",
        "expertise in preventing health problems of whole groups at once",
    ),
    "competence_wellbeing": (
        "deskundigheid over wat maakt dat leerlingen zich goed en veilig voelen",
        "expertise in what makes pupils feel good and safe",
    ),
    "adviser_years": (
        "getal dat zegt hoeveel jaar een Gezonde School-adviseur dit werk al doet",
        "number that says for how many years a Healthy School adviser has done this work",
    ),
    "staff_joined": (
        "feit dat iemand voor het eerst in het schoolteam komt werken",
        "fact that somebody comes to work in the school team for the first time",
    ),
    "staff_onboarded": (
        "uitleg aan iemand die net in het schoolteam werkt over wat de school doet en waarom",
        "explanation to somebody who just joined the school team of what the school does and why",
    ),
    "municipal_position": (
        "opvatting van de gemeente over welbevinden en over haar eigen taak daarbij",
        "view of the municipality on well-being and on its own task in it",
    ),
    "municipal_language": (
        "woorden die de gemeente voor welbevinden gebruikt, zoals pedagogische wijkaanpak",
        "words that the municipality uses for well-being, such as pedagogical neighbourhood approach",
    ),
    "official_changed": (
        "feit dat een ander bij de gemeente het onderwerp als beleidsambtenaar overneemt",
        "fact that somebody else at the municipality takes over the subject as policy officer",
    ),
    "official_briefed": (
        "gesprek waarin een opvolger bij de gemeente hoort wat er is bereikt en afgesproken",
        "talk in which a successor at the municipality hears what has been achieved and agreed",
    ),
    "education_agenda": (
        "deelname aan het vaste overleg van de gemeente met schoolbesturen en schooldirecteuren",
        "participation in the regular meeting of the municipality with school boards and heads",
    ),
    "social_map": (
        "overzicht van wie er in de wijk zorg en activiteiten voor welbevinden biedt",
        "overview of who offers care and activities for well-being in the neighbourhood",
    ),
    "mental_health_agreed": (
        "passage in het preventieakkoord die psychisch welbevinden tot een van de onderwerpen maakt",
        "passage in the prevention agreement that makes psychological well-being one of its subjects",
    ),
}
"""The definitions of the topics of school and well-being."""

CERTIFICATE: Final = {
    "certificate": (
        "bewijs dat een school op één onderwerp een Gezonde School is, geldig tot een bepaalde dag",
        "proof that a school is a Healthy School on one subject, valid until a certain day",
    ),
    "certificate_applied": (
        "verzoek van een school om een themacertificaat te krijgen of te verlengen",
        "request of a school to be given a theme certificate, or to have it renewed",
    ),
    "certificate_assessed": (
        "oordeel van de themapartner over een ingediende aanvraag voor een themacertificaat",
        "judgement of the theme partner on an application for a theme certificate",
    ),
    "certificate_decided": (
        "uitkomst van de vraag of een school een themacertificaat krijgt of houdt",
        "answer to the question whether a school is given a theme certificate or keeps it",
    ),
    "short_renewal": (
        "nieuwe termijn voor een themacertificaat na een vereenvoudigde aanvraag",
        "new term for a theme certificate after a simplified application",
    ),
    "full_renewal_form": (
        "aanvraag waarin een school opnieuw alle vragen over haar themacertificaat beantwoordt",
        "application in which a school again answers all questions about its theme certificate",
    ),
}
"""The definitions of the topics of the theme certificate."""
