"""Words of the page of a case (`to_html`): titles, heads of tables, and what stands around its data.

Each is a pair, Dutch and English, to be said by a language: `say(*words.PHASE)`.
"""

from __future__ import annotations

Words = tuple[str, str]
"""A text in Dutch and in English."""

# --- titles of the parts -----------------------------------------------------------------------------

AS_OF = ("stand op", "as of")
SKIP_TO_CONTENT = ("Naar de inhoud", "Skip to content")
IN_SHORT = ("In het kort", "In short")
STEPS = ("Welke stappen kunnen nu", "Which steps can be taken now")
WATCHED = ("Waar u op let in deze fase", "What to look after in this phase")
PARTIES = ("Wie er meedoen", "Who takes part")
AGREEMENTS = ("Wat er is afgesproken", "What has been agreed")
SAID = ("Wat er is vastgelegd", "What is on record")
DONE = ("Wat partijen inbrengen en doen", "What parties bring in and do")
JOURNAL = ("Journaal", "Journal")
OTHER_PROCESSES = ("Andere processen", "Other processes")
AGENDA = ("Agenda", "Agenda")
COURSE = ("Het hele proces", "The whole process")
ON_THIS_PAGE = ("Op deze pagina", "On this page")

# --- the top -----------------------------------------------------------------------------------------

STAGE_OF = ("fase {stage} van {last}: {name}", "stage {stage} of {last}: {name}")
POSSIBLE_NOW = ("kan nu", "possible now")
NOT_POSSIBLE_YET = ("kan nog niet", "not possible yet")
PHASE = ("Fase", "Phase")
ENTERED = ("In deze fase sinds", "In this phase since")
STANDS_ON = ("Stand op", "As of")
PROCESS_HAS_ENDED = (
    "Dit proces is klaar: uit deze fase gaat geen stap meer.",
    "This process has ended: no step leads out of this phase.",
)
RULES_NOT_COMPLETE = (
    ("één regel is nog niet rond", "one rule is not complete yet"),
    ("{n} regels zijn nog niet rond", "{n} rules are not complete yet"),
)
POINTS_OF_ATTENTION = (
    ("één aandachtspunt", "one point of attention"),
    ("{n} aandachtspunten", "{n} points of attention"),
)
STEPS_OUT_OF_PHASE = (
    ("Er is één stap mogelijk vanuit deze fase.", "There is one step out of this phase."),
    ("Er zijn {n} stappen mogelijk vanuit deze fase.", "There are {n} steps out of this phase."),
)
CAN_BE_TAKEN = (
    ("Nu kan er één.", "One can be taken now."),
    ("Nu kunnen er {n}.", "{n} can be taken now."),
)
SOMETHING_IS_MISSING = (
    "Er ontbreekt nog iets: {blocks}, en {points}.",
    "Something is missing: {blocks}, and {points}.",
)
THINGS_THAT_HOLD_UP = (
    ("één ding dat een stap tegenhoudt", "one thing that holds up a step"),
    ("{n} dingen die een stap tegenhouden", "{n} things that hold up a step"),
)
ONLY_POINTS_OF_ATTENTION = (
    (
        "Geen regel houdt een stap tegen; wel is er één aandachtspunt.",
        "No rule holds up a step; there is one point of attention.",
    ),
    (
        "Geen regel houdt een stap tegen; wel zijn er {n} aandachtspunten.",
        "No rule holds up a step; there are {n} points of attention.",
    ),
)
NOTHING_IS_MISSING = ("Er ontbreekt niets.", "Nothing is missing.")
POINTS_ASK_FOR_ATTENTION = (
    ("In deze fase vraagt één punt om aandacht.", "In this phase one point asks for attention."),
    ("In deze fase vragen {n} punten om aandacht.", "In this phase {n} points ask for attention."),
)
STEPS_DUE = (
    ("Eén stap is aan de beurt omdat de tijd om is.", "One step is due because time is up."),
    ("{n} stappen zijn aan de beurt omdat de tijd om is.", "{n} steps are due because time is up."),
)
EVALUATIONS_LATE = (
    ("Eén gepland moment is voorbij.", "One planned moment is overdue."),
    ("{n} geplande momenten zijn voorbij.", "{n} planned moments are overdue."),
)

# --- the next steps, and what is watched -------------------------------------------------------------

NO_MORE_STEPS = ("Er zijn geen stappen meer.", "There are no more steps.")
STAY_IN_THE_SAME_PHASE = ("U blijft in dezelfde fase.", "You stay in the same phase.")
TO_PHASE = ("Naar: {target}.", "To: {target}.")
RULES_FOR_STEP = ("Regels bij stap {number}: {name}", "Rules for step {number}: {name}")
NO_RULES = ("Bij deze stap horen geen regels.", "There are no rules for this step.")
STEP_NUMBER = ("Stap {number}: {name}", "Step {number}: {name}")
STEPS_THAT_ARE_DUE = ("Stappen die aan de beurt zijn", "Steps that are due")
EVALUATIONS_THAT_ARE_OVERDUE = ("Geplande momenten die voorbij zijn", "Planned moments that are overdue")
RULES_THAT_ALWAYS_HOLD = ("Regels die steeds gelden", "Rules that hold all the time")
WATCHED_RULES = ("Waar u in deze fase op let", "What to look after in this phase")
NOTHING_WATCHED = (
    "In deze fase is er niets om op te letten.",
    "Nothing is watched in this phase.",
)
DUE_SINCE = ("{name}, sinds {since} ({where}). ", "{name}, since {since} ({where}). ")

# --- rules as a table --------------------------------------------------------------------------------

RULE = ("Regel", "Rule")
STATUS = ("Stand", "Status")
THERE_MISSING_AND_HELPFUL = (
    "Wat er is, wat ontbreekt en wat helpt",
    "What is there, what is missing, what helps",
)
ASKED = ("Wat deze regel vraagt: {asked}.", "What this rule asks: {asked}.")
WHY_THIS_RULE = ("Waarom deze regel", "Why this rule")
OUR_CHOICE = ("Onze keuze: ", "Our choice: ")
ON_RECORD_SINCE = ("Vastgelegd op {day}: ", "On record since {day}: ")
PUT_ON_RECORD_ON = ("Vastgelegd op {day}.", "Put on record on {day}.")
ENTRIES_ON_RECORD = (
    "Al {count} keer iets vastgelegd, het laatst op {day}.",
    "On record {count} times, the last on {day}.",
)
WHAT_IS_MISSING = ("Wat ontbreekt:", "What is missing:")
WHAT_YOU_CAN_DO = ("Wat u kunt doen:", "What you can do:")

# --- who takes part, and what is agreed --------------------------------------------------------------

NOBODY_TAKES_PART_YET = ("Er doet nog niemand mee.", "Nobody takes part yet.")
NO_LONGER_TAKE_PART = ("Doet niet meer mee: {names}.", "No longer take part: {names}.")
OWN_ORGANISATION = (" (eigen organisatie)", " (own organisation)")
NO_ROLE_ON_RECORD_YET = ("nog geen rol vastgelegd", "no role on record yet")
PARTIES_TAKE_PART = (
    ("één partij doet mee", "one party takes part"),
    ("{n} partijen doen mee", "{n} parties take part"),
)
PARTY = ("Partij", "Party")
KIND = ("Soort", "Kind")
SECTOR = ("Sector", "Sector")
ROLE = ("Rol", "Role")
JOINED_SINCE = ("Vastgelegd vanaf", "On record since")
NO_AGREEMENT_YET = ("Er is nog geen overeenkomst.", "There is no agreement yet.")
AGREEMENT = ("Overeenkomst", "Agreement")
TERM = ("Looptijd", "Term")
PARTIES_AND_SIGNATURES = ("Partijen en handtekeningen", "Parties and signatures")
CLAUSES_ON = ("Afspraken over", "Clauses on")
AGREEMENTS_STAND = ("Overeenkomsten en hun stand", "Agreements and how they stand")
PHASE_NOT_ON_RECORD = ("er is geen fase vastgelegd", "no phase is on record")
OUTSIDE_TERM = ("maar deze dag valt buiten de looptijd", "but this day is outside its term")
PRINCIPAL_AGREEMENT = ("hoofdovereenkomst", "principal agreement")
NOTHING_YET = ("nog niets", "nothing yet")
FROM = ("vanaf ", "from ")
THROUGH = ("tot en met ", "through ")
NOT_ON_RECORD = ("niet vastgelegd", "not on record")
PROCESS = ("Proces", "Process")
SINCE = ("Sinds", "Since")
OTHER_PROCESSES_HERE = ("Andere processen van deze samenwerking", "Other processes here")

WHO_HOLDS_A_ROLE = ("Wie welke rol heeft", "Who holds which role")
SOMEBODY_OUTSIDE = ("iemand van buiten", "somebody from outside")
WHO = ("Wie", "Who")
NO_SIGNATURE = ("Er is geen handtekening vastgelegd.", "No signature is on record.")
SIGNED_BY_BOTH = ("Getekend door beide partijen.", "Signed by both parties.")
SIGNED_BY_ALL = ("Getekend door alle {n} partijen.", "Signed by all {n} parties.")
SIGNED_BY = ("Getekend op {day}: {who}.", "Signed on {day}: {who}.")
OBLIGED_ARE = ("Verplichten zich: {who}.", "Take on an obligation: {who}.")
WITH_PARTIES = ("Partijen: {who}.", "Parties: {who}.")

# --- what is on record -------------------------------------------------------------------------------

NUMBER = ("Nr.", "No.")
TOPIC = ("Onderwerp", "Topic")
TEXT = ("Tekst", "Text")
ABOUT_WHOM = ("Over", "About")
AMOUNT = ("Hoeveel", "How much")
SUBJECT = ("Waarover", "On what")
STANCE = ("Standpunt", "Stance")
REASON = ("Reden", "Reason")
CONTRIBUTION = ("Bijdrage", "Contribution")
ACTION = ("Actie", "Action")
DUE = ("Klaar op", "Due on")
DONE_ON = ("Gedaan op", "Done on")
NOT_DONE_YET = ("nog niet", "not yet")
WITH_WHOM = ("Met wie", "With whom")
ASPECTS = ("Waarover", "On what")
DECISION = ("Besluit", "Decision")
WHEN = ("Wanneer", "When")
BY_DAY = ("uiterlijk op {day}", "by {day}")
PLANNED_ON = ("Gepland op", "Planned on")
HOLDS_THROUGH = ("Geldt tot en met {day}.", "Holds through {day}.")
STATEMENTS_STAND = ("Wat is gezegd, per onderwerp", "What was said, by topic")
AMOUNTS_STAND = ("Aantallen en bedragen", "Numbers and amounts")
STANCES_STAND = ("Standpunten van partijen", "Stances of parties")
WAIVERS_STAND = ("Regels waarvan is afgeweken", "Rules that were set aside")
CONTRIBUTIONS_STAND = ("Bijdragen", "Contributions")
ACTIONS_STAND = ("Afgesproken acties", "Actions agreed")
MEETINGS_HELD = ("Gesprekken en overleggen", "Talks and meetings")
EVALUATIONS_HELD = ("Gehouden evaluaties", "Evaluations held")
EVALUATIONS_PLANNED = ("Geplande evaluaties", "Evaluations planned")
EVERYTHING_ON_RECORD = ("Alles wat is vastgelegd, regel voor regel", "Everything on record, entry by entry")
WHAT_HAPPENED = ("Wat er gebeurde", "What happened")
ABOUT_THE_JOURNAL = (
    "De nummers zijn die van “regel … in het journaal” op deze pagina en in de agenda. Wat fout was, blijft "
    "staan en is doorgestreept.",
    "The numbers are those of “entry … of the journal” on this page and in the agenda. What was wrong stays, "
    "and is struck through.",
)

# --- the agenda --------------------------------------------------------------------------------------

HELD_ALREADY = ("Al gehouden: {held}.", "Held already: {held}.")
NOTHING_PLANNED_THROUGH = (
    "Tot en met {end} is er geen evaluatie gepland.",
    "No evaluation is planned through {end}.",
)
DAY = ("Dag", "Day")
EVALUATION = ("Evaluatie", "Evaluation")
WHY_THEN = ("Waarom dan", "Why then")
EVALUATIONS_THROUGH = ("Evaluaties tot en met {end}", "Evaluations through {end}")
WITH = ("met: ", "with: ")
BY = ("door: ", "by: ")

# --- the whole process -------------------------------------------------------------------------------

DIAGRAM_OF_THE_PROCESS = ("Schema van het proces: {label}", "Diagram of the process: {label}")
LEGEND = (
    "Dikke rand en “hier”: de fase van nu. Vinkje: hier is de samenwerking geweest. Cijfer in een rondje: "
    "fase volgens de bron. Dubbele rand: een einde. Streepjes: een pauze. Pijlen rechts gaan verder, "
    "pijlen links gaan terug. Dikke pijlen met een nummer zijn de stappen vanuit deze fase:",
    "Thick border and “here”: the present phase. Tick: the collaboration has been here. Number in a "
    "circle: stage after the source. Double border: an end. Dashes: a pause. Arrows on the right lead on, "
    "arrows on the left lead back. Thick arrows with a number are the steps out of this phase:",
)
STEPS_OUT = ("Stappen hieruit", "Steps out of it")
COURSE_IN_WORDS = (
    "Hetzelfde in woorden: alle fasen en stappen",
    "The same in words: all phases and steps",
)
STAGE = ("fase {stage}", "stage {stage}")
HERE = ("hier", "here")
VISITED = ("al geweest", "visited")
PAUSE = ("pauze", "pause")
STAYS_IN_THIS_PHASE = ("blijft in deze fase", "stays in this phase")
NONE = ("geen", "none")

# --- the foot ----------------------------------------------------------------------------------------

READING = ("Zo leest u deze pagina", "How to read this page")
LIMITS = ("Wat deze pagina niet doet", "What this page does not do")
DISCLAIMER = (
    "Deze pagina is gemaakt met gezondsamen, open software die beschrijft hoe organisaties samenwerken aan "
    "gezondheid. De software beslist niets: zij laat zien wat is vastgelegd en wat een regel vraagt. De "
    "meeste gidsen geven advies. Dat een regel een stap tegenhoudt, is bijna altijd een keuze van ons. Van "
    "bijna elke regel kunt u met een reden afwijken. De pagina is geen juridisch advies.",
    "This page was made with gezondsamen, open software that describes how organisations work together for "
    "health. The software decides nothing: it shows what is on record and what a rule asks. Most of the "
    "guides give advice. That a rule holds up a step is nearly always our own choice. Nearly every rule "
    "can be set aside with a reason. The page is no legal advice.",
)
HOLDS_UP_THE_STEP = (" houdt de stap tegen.", " holds up the step.")
DESERVES_ATTENTION = (
    " houdt niets tegen, maar verdient aandacht.",
    " holds up nothing, but deserves attention.",
)
ASKED_IS_ON_RECORD = (": wat de regel vraagt, is vastgelegd.", ": what the rule asks is on record.")
UNDER_WHY = (
    "Onder “waarom deze regel” staat waar hij vandaan komt: de wet, een praktijkgids, literatuur of onze "
    "eigen keuze.",
    "Under “why this rule” stands where it comes from: the law, a practice guide, literature, or our own "
    "choice.",
)
SOURCES = ("Bronnen op deze pagina", "Sources on this page")

# --- the diagram -------------------------------------------------------------------------------------

DIAGRAM_OF_PHASES = (
    "Schema met {count} fasen onder elkaar.",
    "Diagram of {count} phases, one below the other.",
)
PRESENT_PHASE_IS = ("De fase van nu is: {here}.", "Present phase: {here}.")
CAN_REST = ("Kan ook worden opgeschort en hervat: {phases}.", "Can also be suspended and resumed: {phases}.")
FROM_MANY_PHASES = ("Kan ook vanuit veel fasen: {steps}.", "Can also be done in many phases: {steps}.")
TABLE_BELOW_DIAGRAM = (
    "De tabel onder het schema geeft dezelfde fasen en stappen in woorden.",
    "The table below the diagram gives the same phases and steps in words.",
)
