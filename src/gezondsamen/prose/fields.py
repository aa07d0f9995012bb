"""What a form asks in words: label and help of each blank, and what is wrong with an answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from gezondsamen.dossier import facts as f
from gezondsamen.forms.blanks import Blank
from gezondsamen.forms.drafts import Draft
from gezondsamen.forms.problems import FormProblem
from gezondsamen.language import language_of
from gezondsamen.prose.scene import Voice

Words = tuple[str, str]

FIELD: Final[Mapping[str, Words]] = {
    "text": ("tekst", "text"),
    "name": ("naam", "name"),
    "id": ("kenmerk", "id"),
    "kind": ("soort", "kind"),
    "sectors": ("sectoren", "sectors"),
    "person": ("persoon (kenmerk)", "person (id)"),
    "party": ("partij", "party"),
    "parties": ("partijen", "parties"),
    "obliged": ("wie zich verplicht", "who takes on an obligation"),
    "successor": ("opvolger", "successor"),
    "predecessors": ("voorgangers", "predecessors"),
    "predecessor": ("wie wordt gesplitst", "who is divided"),
    "successors": ("opvolgers", "successors"),
    "role": ("rol", "role"),
    "topic": ("onderwerp", "topic"),
    "about": ("over wie of wat", "about whom or what"),
    "subject": ("waarover", "on what"),
    "stance": ("standpunt", "stance"),
    "status": ("gevraagd of afgesproken", "asked or agreed"),
    "until": ("geldig tot en met", "valid through"),
    "amount": ("hoeveel", "how much"),
    "unit": ("eenheid", "unit"),
    "agreement": ("kenmerk van de overeenkomst", "id of the agreement"),
    "title": ("titel", "title"),
    "form": ("vorm", "form"),
    "clauses": ("wat in de tekst staat", "what the text holds"),
    "start": ("eerste dag van de looptijd", "first day of the term"),
    "end": ("laatste dag van de looptijd", "last day of the term"),
    "action": ("kenmerk van de actie", "id of the action"),
    "owner": ("wie doet het", "who does it"),
    "sector": ("sector", "sector"),
    "due": ("klaar op", "due on"),
    "every": ("hoe vaak", "how often"),
    "aspects": ("waar de evaluatie naar kijkt", "what the evaluation looks at"),
    "decision": ("besluit", "decision"),
    "evaluator": ("wie evalueert (kenmerk)", "who evaluates (id)"),
    "rule": ("regel", "rule"),
    "reason": ("reden", "reason"),
    "approved_by": ("goedgekeurd door (kenmerk)", "approved by (id)"),
}
"""What a blank asks, by the name of its field."""

KIND: Final[Mapping[type[Any], Words]] = {
    f.PartyJoined: ("laat een partij meedoen", "let a party join"),
    f.PartyLeft: ("leg vast dat een partij niet meer meedoet", "record that a party no longer takes part"),
    f.PartySucceeded: (
        "leg vast dat een partij de plaats van andere inneemt",
        "record that a party takes the place of others",
    ),
    f.PartyDivided: (
        "leg vast dat een partij wordt gesplitst",
        "record that a party is divided into several",
    ),
    f.RoleAssigned: ("wijs een rol toe", "assign a role"),
    f.RoleEnded: ("leg vast dat een rol eindigt", "record that a role ends"),
    f.Stated: ("leg iets vast", "put something on record"),
    f.Quantified: ("noteer een getal", "note a number"),
    f.Consented: ("leg vast wat een partij ervan vindt", "record what a party thinks of something"),
    f.Met: ("leg vast wie elkaar hebben gesproken", "record who met"),
    f.ContributionRecorded: ("leg een bijdrage vast", "record a contribution"),
    f.AgreementDrafted: ("zet een nieuwe overeenkomst op papier", "draft a new agreement"),
    f.AgreementRevised: ("wijzig een overeenkomst", "revise an agreement"),
    f.Signed: ("leg vast wie heeft getekend", "record who signed"),
    f.ActionAgreed: ("spreek een actie af", "agree an action"),
    f.EvaluationPlanned: ("zet een evaluatie op de planning", "put an evaluation on the plan"),
    f.EvaluationHeld: ("leg een evaluatie vast", "record an evaluation"),
    f.WaiverGranted: ("wijk af van een regel", "set a rule aside"),
}
"""What a form for a kind of fact asks."""

DAY: Final[Mapping[type[Any], Words]] = {
    f.PartyJoined: ("doet mee vanaf", "takes part from"),
    f.PartyLeft: ("doet niet meer mee vanaf", "no longer takes part from"),
    f.RoleAssigned: ("heeft de rol vanaf", "holds the role from"),
    f.RoleEnded: ("heeft de rol niet meer vanaf", "no longer holds the role from"),
    f.Met: ("gehouden op", "held on"),
    f.EvaluationHeld: ("gehouden op", "held on"),
    f.Signed: ("getekend op", "signed on"),
    f.ActionAgreed: ("afgesproken op", "agreed on"),
    f.ContributionRecorded: ("afgesproken op", "agreed on"),
}
"""What the day of a fact is called, where it is more than the day."""

CONFIRM: Final[Mapping[type[Any], Words]] = {
    f.Met: ("dit contact is er geweest", "this contact took place"),
    f.EvaluationHeld: ("deze evaluatie is gehouden", "this evaluation was held"),
    f.Signed: ("deze handtekening is gezet", "this signature was given"),
}
"""What is confirmed of a fact as a whole."""

HELP: Final[Mapping[str, Words]] = {
    "on": (
        "De dag waarop het gebeurde. Dat kan eerder zijn dan de dag waarop u het invult.",
        "The day on which it happened. It can be before the day on which you fill this in.",
    ),
    "id": (
        "Een korte aanduiding. U kunt het voorstel laten staan.",
        "A short name. The suggestion can stay.",
    ),
    "person": ("Een kenmerk uit uw eigen systeem, geen naam.", "An id of your own system, not a name."),
    "unit": ("Bijvoorbeeld: euro per jaar, uur per week.", "For example: euros a year, hours a week."),
    "start": ("De eerste dag waarop de overeenkomst geldt.", "The first day on which the agreement holds."),
    "end": (
        "Uit de looptijd volgen de tussentijdse evaluatie en de eindevaluatie. Leeg: voor onbepaalde tijd.",
        "The mid-term and the final evaluation follow from the term. Empty: for an indefinite time.",
    ),
    "obliged": (
        "Kruis elke partij aan die iets op zich neemt.",
        "Tick each party that takes on something.",
    ),
    "clauses": ("Kruis alleen aan wat echt in de tekst staat.", "Tick only what the text really holds."),
    "due": ("Uiterlijk op deze dag.", "On this day at the latest."),
    "until": ("De laatste dag waarop dit geldt.", "The last day on which this holds."),
}
"""More about a blank, by the name of its field, or of the list that it is an item of."""

PROBLEM: Final[Mapping[str, Words]] = {
    "required": ("Vul dit in.", "Fill this in."),
    "not-confirmed": (
        "Kruis dit aan als het zo is, of laat dit onderdeel weg.",
        "Tick this if it is so, or leave this item out.",
    ),
    "not-a-date": (
        "“{offender}” is geen dag. Schrijf een dag als 31-1-2024.",
        "“{offender}” is no day. Write a day as 2024-01-31.",
    ),
    "not-a-number": (
        "“{offender}” is geen getal. Schrijf een getal als 12 of 2,5.",
        "“{offender}” is no number. Write a number as 12 or 2.5.",
    ),
    "not-a-period": (
        "“{offender}” is geen periode. Kies er een, of schrijf P3M voor drie maanden.",
        "“{offender}” is no period. Choose one, or write P3M for three months.",
    ),
    "not-a-choice": ("“{offender}” staat niet in de lijst.", "“{offender}” is not in the list."),
    "several": ("Kies er één, niet: {offender}.", "Choose one, not: {offender}."),
    "out-of-bounds": (
        "“{offender}” kan hier niet: te laag of te hoog.",
        "“{offender}” is too low or too high.",
    ),
    "too-early": (
        "{offender} is te vroeg: kies een latere dag.",
        "{offender} is too early: choose a later day.",
    ),
    "before-start": (
        "Op {offender} was de samenwerking nog niet begonnen: kies een latere dag.",
        "On {offender} the collaboration had not begun: choose a later day.",
    ),
    "not-yet": (
        "{offender} moet nog komen: kies de dag waarop het gebeurde.",
        "{offender} is still to come: choose the day on which it happened.",
    ),
    "taken": ("“{offender}” is al in gebruik. Kies iets anders.", "“{offender}” is taken. Choose another."),
    "unprintable": ("Hier staan tekens in die niet te lezen zijn.", "This has signs that cannot be read."),
    "left-out": (
        "Dit hoort bij “{offender}”, en dat is weggelaten. Laat dit ook weg, of vul allebei in.",
        "This belongs to “{offender}”, which was left out. Leave this out too, or fill in both.",
    ),
    "unknown-name": (
        "Dit formulier vraagt niet om “{offender}”.",
        "This form does not ask for “{offender}”.",
    ),
}
"""What is wrong with an answer, by the code of the problem."""

_MEANT: Final[Words] = (" Bedoelde u “{nearest}”?", " Did you mean “{nearest}”?")


def blank_label(blank: Blank, draft: Draft, v: Voice) -> str:
    """Return what a blank of a draft asks."""
    fact = draft.fact
    if blank.kind == "confirm":
        if blank.path:
            return v.term(blank.scheme or "", blank.field)
        if isinstance(fact, f.Signed) and all(other.path != ("party",) for other in draft.blanks):
            return v("{party} heeft getekend", "{party} has signed", party=v.name(fact.party))
        return v(*CONFIRM.get(type(fact), ("dit is zo", "this is so")))
    if blank.field == "on":
        return v(*DAY.get(type(fact), ("op welke dag", "on which day")))
    return v(*FIELD[blank.field])


def kind_text(kind: type[Any], v: Voice) -> str:
    """Return what a form for a kind of fact asks."""
    return v(*KIND[kind])


def blank_help(blank: Blank, v: Voice) -> str | None:
    """Return more about a blank, or None where its label says it."""
    found = HELP.get("clauses" if blank.path[:1] == ("clauses",) else blank.field)
    return None if found is None else v(*found)


def problem_text(problem: FormProblem, lang: str) -> str:
    """Return what is wrong with an answer, and what to do; raises `InvalidArgument` as `language_of`."""
    say = language_of(lang)
    text = say(*PROBLEM[problem.code], offender=problem.offender)
    return text + (say(*_MEANT, nearest=problem.nearest) if problem.nearest else "")
