"""What does not fit a case or a call, in words: one sentence for each code of `InvalidArgument`.

Between braces stands what the error tells: `offender`, and names among its `values`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

UNKNOWN: Final = ("“{offender}” is hier niet bekend.", "“{offender}” is not known here.")
"""Said of any name that is none of the choices, where its kind has no sentence of its own."""

ARGUMENTS: Final[Mapping[str, tuple[str, str]]] = {
    # --- names ---------------------------------------------------------------------------------------
    "unknown-word": (
        "“{offender}” is geen keuze die dit proces kent. Kies een woord uit de lijst.",
        "“{offender}” is not a choice that this process knows. Choose a word from the list.",
    ),
    "unknown-party": (
        "De partij “{offender}” is op die dag niet bekend. Laat haar eerst meedoen.",
        "The party “{offender}” is not known on that day. Let it join first.",
    ),
    "unknown-agreement": (
        "De overeenkomst “{offender}” is op die dag niet bekend. Leg eerst een concept vast.",
        "The agreement “{offender}” is not known on that day. Record a draft first.",
    ),
    "unknown-track": (
        "Er loopt hier geen proces met de naam “{offender}”.",
        "No process called “{offender}” runs here.",
    ),
    "unknown-phase": (
        "Dit proces heeft geen fase “{offender}”.",
        "This process has no phase “{offender}”.",
    ),
    "unknown-rule": (
        "Dit proces heeft geen regel “{offender}”.",
        "This process has no rule “{offender}”.",
    ),
    "unknown-trigger": (
        "Dit proces heeft geen stap “{offender}”.",
        "This process has no step “{offender}”.",
    ),
    "unknown-point": (
        "Dit proces heeft geen evaluatiemoment “{offender}”.",
        "This process has no evaluation moment “{offender}”.",
    ),
    "unknown-version": (
        "Deze zaak heeft geen versie {offender}.",
        "This case has no version {offender}.",
    ),
    "unknown-entry": (
        "Er is geen regel {offender} in het journaal.",
        "There is no entry {offender} in the journal.",
    ),
    "unknown-person": (
        "Er is niemand vastgelegd als “{offender}”.",
        "Nobody is recorded as “{offender}”.",
    ),
    "unknown-form": (
        "“{offender}” is geen vorm waarin dit kan worden geschreven.",
        "“{offender}” is not a form in which this can be written.",
    ),
    "unknown-model": (
        "“{offender}” is geen model. Geef module:naam.",
        "“{offender}” is not a model. Give module:name.",
    ),
    "unknown-region": (
        "“{offender}” is geen regio met schoolvakanties. Kies noord, midden of zuid.",
        "“{offender}” is no region with school holidays. Choose noord, midden or zuid.",
    ),
    "unknown-language": (
        "Er zijn geen teksten in de taal “{offender}”. Kies Nederlands (nl) of Engels (en).",
        "There are no texts in the language “{offender}”. Choose Dutch (nl) or English (en).",
    ),
    "unknown-zone": (
        "“{offender}” is geen tijdzone. Schrijf bijvoorbeeld Europe/Amsterdam.",
        "“{offender}” is not a time zone. Write Europe/Amsterdam, for example.",
    ),
    # --- texts and kinds of value --------------------------------------------------------------------
    "wrong-type": (
        "“{offender}” past hier niet: er hoort iets van een andere soort.",
        "“{offender}” does not fit here: another kind of value is asked.",
    ),
    "empty": (
        "Er ontbreekt een tekst. Vul hem in: leeg laten kan hier niet.",
        "A text is missing. Fill it in: it cannot be left empty here.",
    ),
    "both": (
        "Twee keuzen die niet samengaan. Geef er één: “{offender}”, of de andere.",
        "Two choices that do not go together. Give one: “{offender}”, or the other.",
    ),
    "empty-id": (
        "De samenwerking heeft nog geen kenmerk. Geef er een.",
        "The collaboration has no id yet. Give it one.",
    ),
    "unprintable": (
        "In de tekst staan tekens die niet bewaard kunnen worden. Typ de tekst opnieuw.",
        "The text holds signs that cannot be kept. Type the text again.",
    ),
    "similar-id": (
        "Het kenmerk “{offender}” lijkt te veel op een ander kenmerk. Kies een duidelijk ander.",
        "The id “{offender}” looks too much like another. Choose one that is clearly different.",
    ),
    "reserved": (
        "Het kenmerk “{offender}” kan geen kenmerk van een partij zijn. Kies een ander.",
        "The id “{offender}” cannot be that of a party. Choose another.",
    ),
    "not-a-fact": (
        "Dit is geen gegeven dat kan worden vastgelegd.",
        "This is not something that can be recorded.",
    ),
    "not-a-value": (
        "Dit is geen waarde die deze toepassing kan tonen of bewaren.",
        "This is not a value that can be shown or kept.",
    ),
    "no-scene": (
        "Dit is los van zijn zaak bewaard, en kan daarom niet in woorden worden gezegd.",
        "This was kept apart from its case, and so it cannot be put into words.",
    ),
    "not-recorded": (
        "Dit ontstaat vanzelf, bij een stap of een correctie. U legt het niet zelf vast.",
        "This comes about by itself, with a step or a correction. You do not record it yourself.",
    ),
    "not-a-number": (
        "“{offender}” is geen getal dat hier past.",
        "“{offender}” is not a number that fits here.",
    ),
    # --- kept in a store ------------------------------------------------------------------------------
    "case-exists": (
        "Er is al een samenwerking met het kenmerk “{offender}”. Kies een ander kenmerk.",
        "There is a collaboration with the id “{offender}” already. Choose another id.",
    ),
    "unknown-case": (
        "Er is geen samenwerking met het kenmerk “{offender}”.",
        "There is no collaboration with the id “{offender}”.",
    ),
    "stale-version": (
        "Iemand anders heeft deze samenwerking intussen gewijzigd. Uw wijziging is niet bewaard: haal haar "
        "opnieuw op en voer de wijziging nog eens in.",
        "Somebody else has changed this collaboration meanwhile. Your change was not kept: open it again and "
        "enter the change once more.",
    ),
    "not-appended": (
        "Dit gaat niet verder op wat bewaard is. Haal de samenwerking opnieuw op.",
        "This does not go on from what is kept. Open the collaboration again.",
    ),
    "newer-schema": (
        "Deze gegevens zijn bewaard door een nieuwere versie van de toepassing.",
        "These data were kept by a newer version of the application.",
    ),
    "not-a-database": (
        "Dit is geen adres van een database: {offender}.",
        "This is no address of a database: {offender}.",
    ),
    # --- days ----------------------------------------------------------------------------------------
    "not-a-date": (
        "Dit is geen dag: {offender}. Vul een datum in, met dag, maand en jaar.",
        "This is not a day: {offender}. Fill in a date, with day, month and year.",
    ),
    "not-aware": (
        "Bij dit tijdstip ontbreekt de tijdzone: {offender}.",
        "This moment lacks its time zone: {offender}.",
    ),
    "not-local": (
        "Dit is geen tijdstip op de dag: {offender}.",
        "This is not a time of the day: {offender}.",
    ),
    "not-a-time": (
        "Dit is geen tijdstip op de dag: {offender}. Schrijf uren en minuten, zoals 15.30.",
        "This is not a time of the day: {offender}. Write hours and minutes, as in 15:30.",
    ),
    "not-minutes": (
        "Dit is geen aantal minuten: vul een heel getal boven nul in, of niets ({offender}).",
        "This is not a number of minutes: fill in a whole number above nought, or nothing ({offender}).",
    ),
    "not-yet": (
        "{offender} was nog niet aangebroken toen dit werd vastgelegd. Vul de dag in waarop het gebeurde.",
        "{offender} had not come yet when this was recorded. Fill in the day on which it happened.",
    ),
    "nobody": (
        "Er is niemand genoemd. Kruis aan wie erbij was.",
        "Nobody is named. Tick who was there.",
    ),
    "negative": (
        "Dit kan niet minder dan nul zijn: {offender}.",
        "This cannot be less than nothing: {offender}.",
    ),
    "before-start": (
        "{offender} ligt voor het begin van deze samenwerking, op {first}.",
        "{offender} lies before this collaboration began, on {first}.",
    ),
    "before-last-step": (
        "Deze stap kan niet op die dag: er is later al een stap gezet, op {last}.",
        "This step cannot be taken on that day: a later step was taken already, on {last}.",
    ),
    "dates": (
        "De dagen staan in de verkeerde volgorde. Kijk naar {offender}.",
        "The days are in the wrong order. Look at {offender}.",
    ),
    "adoption": (
        "De samenwerking begint in een latere fase. Zeg sinds wanneer zij daarin is, en waarom de eerdere "
        "stappen niet zijn vastgelegd.",
        "The collaboration begins in a later phase. Say since when it is there, and why the earlier steps "
        "are not on record.",
    ),
    "not-planned": (
        "Vul in hoe vaak u evalueert, of op welke dag.",
        "Fill in how often you evaluate, or on which day.",
    ),
    # --- what is on record ---------------------------------------------------------------------------
    "duplicate-party": (
        "De partij “{offender}” doet al mee.",
        "The party “{offender}” takes part already.",
    ),
    "duplicate-track": (
        "Er loopt al een proces met de naam “{offender}”. Kies een andere naam.",
        "A process called “{offender}” runs already. Choose another name.",
    ),
    "duplicate-agreement": (
        "Er is al een overeenkomst “{offender}”. Kies een ander kenmerk.",
        "There is an agreement “{offender}” already. Choose another id.",
    ),
    "party-left": (
        "De partij “{offender}” doet op die dag niet meer mee.",
        "The party “{offender}” does not take part any more on that day.",
    ),
    "succession": (
        "Een partij volgt een andere partij op, niet zichzelf. Vul in wie “{offender}” opvolgt.",
        "A party succeeds another party, not itself. Fill in whom “{offender}” succeeds.",
    ),
    "division": (
        "Een partij wordt gesplitst in minstens twee andere partijen, niet in zichzelf. Vul in waarin "
        "“{offender}” is gesplitst.",
        "A party is divided into at least two other parties, not into itself. Fill in into which "
        "“{offender}” was divided.",
    ),
    "role-not-held": (
        "Niemand vervult de rol “{offender}”, of niet deze partij. Er is dus niets te beëindigen.",
        "Nobody holds the role “{offender}”, or not this party. So there is nothing to end.",
    ),
    "not-a-party": (
        "“{offender}” is geen partij bij deze overeenkomst. Zet haar eerst in de overeenkomst.",
        "“{offender}” is not a party to this agreement. Put it into the agreement first.",
    ),
    "obliged-not-party": (
        "“{offender}” heeft een verplichting in de overeenkomst, maar is er geen partij bij.",
        "“{offender}” has an obligation in the agreement, but is not a party to it.",
    ),
    "not-waivable": (
        "Van regel {offender} kan niemand afwijken.",
        "Nobody can set rule {offender} aside.",
    ),
    "not-correctable": (
        "Regel {offender} in het journaal kan niet worden gecorrigeerd. "
        "Een stap neemt u terug zolang er daarna niets op volgde.",
        "Entry {offender} of the journal cannot be corrected. "
        "A step can be taken back while nothing came after it.",
    ),
    "retracted-already": (
        "Regel {offender} in het journaal is al teruggenomen.",
        "Entry {offender} of the journal was taken back already.",
    ),
    "track-runs": (
        "De overeenkomst “{offender}” is al in gang. Verbeter haar, maar houd hetzelfde kenmerk.",
        "The agreement “{offender}” runs already. Correct it, but keep its id.",
    ),
    "redact": (
        "Zeg wat onleesbaar moet worden: één regel in het journaal, of één persoon.",
        "Say what is to be made unreadable: one entry of the journal, or one person.",
    ),
    "no-start": (
        "Het begin van deze zaak ontbreekt: haar journaal begint niet bij de eerste regel.",
        "The beginning of this case is missing: it does not begin with its first entry.",
    ),
    "numbering": (
        "Het journaal van deze zaak is niet volledig of staat niet op volgorde: kijk bij regel {offender}.",
        "The journal of this case is not complete, or not in order: look at entry {offender}.",
    ),
    "no-agreement": (
        "Er is op die dag geen overeenkomst “{offender}”. Leg eerst een concept vast.",
        "There is no agreement “{offender}” on that day. Record a draft first.",
    ),
    "other-process": (
        "Hier loopt al een ander proces met de naam “{offender}”.",
        "Another process called “{offender}” runs here already.",
    ),
    "no-such-field": (
        "Dit gegeven heeft geen veld “{offender}”.",
        "This fact has no field “{offender}”.",
    ),
    "nothing-to-choose": (
        "Dit proces heeft hiervoor geen keuzes.",
        "This process has nothing to choose from here.",
    ),
    "nothing-given": (
        "Zeg wat er niet klopte: de titel of de dag.",
        "Say what was wrong: the title or the day.",
    ),
    "spaces": (
        "Het kenmerk “{offender}” begint of eindigt met een spatie. Haal die weg.",
        "The id “{offender}” begins or ends with a space. Remove it.",
    ),
    "replaces": (
        "De correcties van deze zaak zijn niet volledig: kijk bij regel {offender} in het journaal.",
        "The corrections of this case are not complete: look at entry {offender} of the journal.",
    ),
    "not-a-case": (
        "Dit document bevat geen zaak.",
        "This document does not hold a case.",
    ),
    "renames": (
        "“{offender}” zegt niet wat er een andere naam kreeg.",
        "“{offender}” does not say what was renamed.",
    ),
    "ambiguous-rename": (
        "“{offender}” is in deze zaak de naam van meer dan één ding. Zeg welk.",
        "“{offender}” names more than one thing in this case. Say which.",
    ),
    "no-such-blank": (
        "Er is hier geen vak “{offender}” om in te vullen.",
        "There is no field “{offender}” to fill in here.",
    ),
    # --- evaluations, instruments, programmes --------------------------------------------------------
    "no-process": (
        "Zeg bij welk proces “{offender}” hoort.",
        "Say to which process “{offender}” belongs.",
    ),
    "no-scores": (
        "Er is nog geen score. Laat ten minste één partij een vraag beantwoorden.",
        "There is no score yet. Let at least one party answer an item.",
    ),
    "two-forms": (
        "De partij “{offender}” heeft twee formulieren ingevuld. Gebruik er één.",
        "The party “{offender}” filled in two forms. Use one of them.",
    ),
    "no-party": (
        "“{offender}” is geen kenmerk van een partij.",
        "“{offender}” is not the id of a party.",
    ),
    "two-scores": (
        "De vraag “{offender}” is door dezelfde partij twee keer beantwoord.",
        "The item “{offender}” was answered twice by the same party.",
    ),
    "off-scale": (
        "Een score van “{offender}” valt buiten de schaal.",
        "A score of “{offender}” is off the scale.",
    ),
    "out-of-order": (
        "Het programma staat niet op volgorde: kijk bij onderdeel “{offender}”.",
        "The programme is not in order: look at item “{offender}”.",
    ),
    "duplicate-item": (
        "Het onderdeel “{offender}” staat twee keer in het programma.",
        "The item “{offender}” stands twice in the programme.",
    ),
    "duration": (
        "Dit is geen duur van een minuut of langer: {offender}.",
        "This is not a duration of a minute or more: {offender}.",
    ),
    "domain": (
        "Dit is geen domeinnaam: {offender}.",
        "This is not a domain name: {offender}.",
    ),
    "alarm-days": (
        "Een herinnering komt een heel aantal dagen vooraf, 0 of meer; niet: {offender}.",
        "A reminder comes a whole number of days before, 0 or more; not: {offender}.",
    ),
    # --- other people's formats ---------------------------------------------------------------------
    "not-an-end": (
        "“{offender}” is geen eindfase van dit proces.",
        "“{offender}” is no final phase of this process.",
    ),
    "wrong-length": (
        "“{offender}” is te kort of te lang voor een zaaktypecatalogus.",
        "“{offender}” is too short or too long for a catalogue of case types.",
    ),
    "not-an-rsin": (
        "“{offender}” is geen RSIN: dat heeft negen cijfers.",
        "“{offender}” is no RSIN: that has nine digits.",
    ),
    "not-an-address": (
        "“{offender}” is geen adres: schrijf het als https://example.org/.",
        "“{offender}” is no address: write it as https://example.org/.",
    ),
    # --- what test authors build ---------------------------------------------------------------------
    "too-few-phases": (
        "Een proces heeft ten minste twee fasen, een begin en een eind; niet: {offender}.",
        "A process has at least two phases, a beginning and an end; not: {offender}.",
    ),
    "no-route": (
        "Er is geen weg naar de fase “{offender}”.",
        "No way leads to the phase “{offender}”.",
    ),
    "no-step": (
        "Er leidt geen stap verder vanuit “{offender}”.",
        "No step leads on from “{offender}”.",
    ),
    "no-such-step": (
        "De stap leidt niet uit de fase “{offender}”.",
        "The step does not lead out of the phase “{offender}”.",
    ),
    "not-asked": (
        "De stap vraagt niet om de regel “{offender}”.",
        "The step does not ask for the rule “{offender}”.",
    ),
    "never-unmet": (
        "Er is geen zaak gevonden waarin “{offender}” ontbreekt.",
        "No case was found that lacks “{offender}”.",
    ),
    "never-allowed": (
        "Met vastleggen alleen wordt de stap “{offender}” nooit mogelijk.",
        "Recording alone never makes the step “{offender}” possible.",
    ),
}
