"""Rules on a session of the Effectenarena: its preparation, its company, its questions, its follow-up."""

from __future__ import annotations

from typing import Final

from gezondsamen.catalogue.works import EFFECTS_ARENA_METHOD
from gezondsamen.citations import Basis, Citation
from gezondsamen.labels import Label
from gezondsamen.phases.rules.passages import wellbeing
from gezondsamen.process.conditions import Measured, OnRecord, Parties, RecordCount, RoleFilled, Same
from gezondsamen.process.requirements import Requirement

ANNEX: Final = "Bijlage: Beschrijving opbrengsten Effectenarena"
DESCRIPTION: Final = "Korte beschrijving proces"
PROGRAMME: Final = "Programma Effectenarena online via Zoom"
METHOD: Final = Citation(EFFECTS_ARENA_METHOD)

EFA_01: Final = Requirement(
    code="EFA-01",
    name=Label(
        nl="persona vooraf ontwikkeld uit gesprekken",
        en="persona prepared beforehand from conversations",
    ),
    text=Label(
        nl="Maak vooraf een persona uit gesprekken met de school, de zorgcoördinator, het jongerenwerk en "
        "de leerlingen zelf.",
        en="Make a persona beforehand from talks with the school, the care coordinator, youth work and the "
        "pupils themselves.",
    ),
    conditions=(
        OnRecord(
            (
                "persona",
                "persona_from_school",
                "persona_from_care",
                "persona_from_youth_work",
                "persona_from_pupils",
            )
        ),
    ),
    citation=wellbeing("Deze persona is van tevoren ontwikkeld", DESCRIPTION),
    choice=Label(
        nl="Het verslag vertelt hoe het één keer ging. Dat alle vier de gesprekken nodig zijn, en dat de "
        "bijeenkomst erop wacht, is onze keuze.",
        en="The report tells how it was done once. That all four talks are needed, and that the session "
        "waits for them, is our choice.",
    ),
)

EFA_02: Final = Requirement(
    code="EFA-02",
    name=Label(nl="school én beleidsambtenaren aanwezig", en="school and municipal officials both present"),
    text=Label(
        nl="Zowel een school als de gemeente doet mee. Alleen samen zien zij wat de aanpak oplevert.",
        en="Both a school and the municipality take part. Only together can they see what it yields.",
    ),
    conditions=(
        RecordCount("attendance", among=Parties(kinds="school"), at_least=1),
        RecordCount("attendance", among=Parties(kinds="municipality"), at_least=1),
    ),
    citation=wellbeing(
        "zowel scholen als beleidsambtenaren",
        "FACTOR 1 Het thema Welbevinden en de urgentie moet ervaren worden",
    ),
    choice=Label(
        nl="Wij kijken of een school en de gemeente als deelnemer zijn vastgelegd; dat de bijeenkomst niet "
        "zonder hen begint, is onze keuze.",
        en="We look whether a school and the municipality are recorded as taking part; that the session does "
        "not begin without them is our choice.",
    ),
)

EFA_03: Final = Requirement(
    code="EFA-03",
    name=Label(nl="drie vragen behandeld", en="three questions addressed"),
    text=Label(
        nl="Beantwoord drie vragen over de persona: wat doen we en wat doen we al goed, wat levert het op, "
        "en wat kan nog beter?",
        en="Answer three questions about the persona: what do we do and do well already, what does it "
        "yield, and what can still be better?",
    ),
    conditions=(OnRecord(("question_doing", "question_effects", "question_tasks")),),
    citation=wellbeing("volgt 3 stappen waarin vragen", DESCRIPTION),
    choice=Label(
        nl="De volgorde van de vragen toetsen wij niet. Dat de bijeenkomst niet sluit zonder antwoorden, is "
        "onze keuze.",
        en="We do not check the order of the questions. That the session does not close without answers is "
        "our choice.",
    ),
)

EFA_04: Final = Requirement(
    code="EFA-04",
    name=Label(nl="begeleider aangewezen", en="facilitator appointed"),
    text=Label(
        nl="Wijs iemand aan die het gesprek begeleidt.",
        en="Appoint somebody who facilitates the conversation.",
    ),
    conditions=(RoleFilled("facilitator"),),
    citation=wellbeing("Gefaciliteerd door: Pharos", ANNEX),
    basis=Basis.CHOICE,
    choice=Label(
        nl="Het verslag vertelt alleen wie de bijeenkomst begeleidde. Dat er een begeleider nodig is, en "
        "dat een stap erop wacht, is onze keuze.",
        en="The report only tells who facilitated the session. That a facilitator is needed, and that a "
        "step waits for it, is our choice.",
    ),
)

EFA_05: Final = Requirement(
    code="EFA-05",
    name=Label(nl="begeleider zonder belang", en="facilitator without stake"),
    text=Label(
        nl="Kies een begeleider die niet bij de aanpak betrokken is en er niets aan verdient.",
        en="Choose a facilitator who is not involved in the approach and does not benefit from it.",
    ),
    conditions=(OnRecord("facilitator_no_stake"),),
    citation=METHOD,
    basis=Basis.SOURCE,
    choice=Label(
        nl="Of iemand echt geen belang heeft, beoordelen mensen; wij kijken of het is vastgelegd.",
        en="Whether somebody really has no stake, people judge; we look whether it is recorded.",
    ),
)

EFA_06: Final = Requirement(
    code="EFA-06",
    name=Label(nl="groepjes van vijf tot zeven", en="groups of five to seven"),
    text=Label(
        nl="Werk in groepjes van vijf tot zeven mensen. Dan komt iedereen aan het woord.",
        en="Work in groups of five to seven people. Everybody then gets to speak.",
    ),
    conditions=(Measured("group_size", at_least=5, at_most=7),),
    citation=METHOD,
    basis=Basis.SOURCE,
)

EFA_07: Final = Requirement(
    code="EFA-07",
    name=Label(nl="programmaonderdelen passen in hun tijdvak", en="programme items fit their slot"),
    text=Label(
        nl="Geef elk onderdeel van het programma genoeg tijd: het duurt niet langer dan tot het volgende "
        "begint.",
        en="Give each item of the programme enough time: it lasts no longer than until the next one begins.",
    ),
    conditions=(Measured("item_minutes", at_most=Same("slot_minutes")),),
    citation=wellbeing("(20 minuten, 2x 10 minuten)", PROGRAMME),
    basis=Basis.CHOICE,
    choice=Label(
        nl="Het programma in het verslag noemt zelf tijden die niet passen. De regel is van ons.",
        en="The programme in the report itself names times that do not fit. The rule is ours.",
    ),
)

EFA_08: Final = Requirement(
    code="EFA-08",
    name=Label(nl="vervolg afgesproken met ontbrekende partijen", en="follow-up agreed with missing parties"),
    text=Label(
        nl="Spreek een vervolg af met een datum, en nodig de partijen uit die nu ontbraken.",
        en="Agree on a follow-up with a date, and invite the parties that were missing this time.",
    ),
    conditions=(OnRecord("follow_up", dated=True), OnRecord("missing_invited")),
    citation=wellbeing("Er wordt een vervolgbijeenkomst", ANNEX),
    choice=Label(
        nl="Alleen een einde mét vervolg vraagt dit; dat dit einde er niet zonder kan, is onze keuze. Zonder "
        "vervolg afronden kan altijd.",
        en="Only an ending with a follow-up asks this; that this ending cannot do without is our choice. "
        "Closing without a follow-up is always possible.",
    ),
)

EFA_09: Final = Requirement(
    code="EFA-09",
    name=Label(nl="jongere doet mee", en="a young person takes part"),
    text=Label(
        nl="Laat een jongere meedoen. Die weet het best wat er onder jongeren speelt.",
        en="Have a young person take part. They know best what concerns young people.",
    ),
    conditions=(RecordCount("attendance", among=Parties(roles="young_person"), at_least=1),),
    citation=wellbeing("regisseur Publiek Belang, jongere", ANNEX),
    basis=Basis.CHOICE,
    choice=Label(
        nl="Het verslag noemt een jongere als deelnemer; het algemene advies is van ons. "
        "Wij kijken naar een deelnemer met de rol van jongere.",
        en="The report names a young person among those present; the general advice is ours. "
        "We look for somebody taking part who has the role of young person.",
    ),
)

EFA_10: Final = Requirement(
    code="EFA-10",
    name=Label(
        nl="geschikt moment: aanpak uitgekristalliseerd of evaluatiemoment",
        en="right moment: approach crystallised or evaluation moment",
    ),
    text=Label(
        nl="Kies een goed moment: de aanpak is duidelijk en begint net, of u evalueert haar. "
        "Voor een eerste idee is het te vroeg.",
        en="Choose a good moment: the approach is clear and about to begin or just begun, or you evaluate "
        "it. For a first idea it is too early.",
    ),
    conditions=(OnRecord("right_moment"),),
    citation=METHOD,
    basis=Basis.SOURCE,
    choice=Label(
        nl="Of het moment goed is, beoordelen mensen; wij kijken of het is vastgelegd.",
        en="Whether the moment is right, people judge; we look whether it is recorded.",
    ),
)

EFA_11: Final = Requirement(
    code="EFA-11",
    name=Label(nl="deelnemers krijgen terugkoppeling", en="participants get feedback"),
    text=Label(
        nl="Laat alle deelnemers weten wat er met de uitkomsten gebeurt.",
        en="Let all participants know what happens with the results.",
    ),
    conditions=(OnRecord("feedback_given"),),
    citation=wellbeing("Jullie gaan hierover geïnformeerd worden", PROGRAMME),
    basis=Basis.CHOICE,
    choice=Label(
        nl="Het programma belooft dit aan de deelnemers; het algemene advies is van ons.",
        en="The programme promises this to the participants; the general advice is ours.",
    ),
)

EFA_12: Final = Requirement(
    code="EFA-12",
    name=Label(nl="twee rondes in groepjes", en="two rounds in groups"),
    text=Label(
        nl="In de eerste ronde vult elke groep per leefdomein in wie wat al doet, en vult de andere groep "
        "aan. "
        "In de tweede ronde bespreekt elke groep wat de persona nog nodig heeft, wat daarvoor moet gebeuren "
        "en waar dat kan worden belegd.",
        en="In the first round each group fills in, for each domain of life, who does what already, and the "
        "other group adds to it. In the second round each group discusses what the persona still needs, what "
        "has to happen for it and who could take it on.",
    ),
    citation=wellbeing("per leefdomein vullen we in", PROGRAMME),
    also=(
        wellbeing("Presentatie en aanvulling door de andere", PROGRAMME),
        wellbeing("Wat heeft deze persona nog", PROGRAMME),
    ),
    choice=Label(
        nl="Dit is een programma om mee te plannen; of het zo gaat, wordt niet getoetst.",
        en="This is a programme to plan with; whether it goes this way is not checked.",
    ),
)
