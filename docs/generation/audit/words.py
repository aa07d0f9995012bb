"""The words of the audit, in Dutch and English: its headings, its filters and what these choose."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from generation.standing import COMPUTED, COVERED, JUDGED, MIXED, NOTE, How

Words = tuple[str, str]

TITLE: Final[Words] = ("Audit: alles wat betwist kan worden", "Audit: all that can be contested")

INTRODUCTION: Final[Words] = (
    """\
Alles in de bibliotheek waar iemand uit het vak het mee oneens kan zijn: regels, fasen, stappen en hun
volgorde, grenzen, vaste getallen, evaluatiepunten, sectoren, kanten, onderwerpen, rollen, andere termen,
factoren en instrumenten. Elk proces heeft een bladzijde; wat voor alle processen geldt, staat op zes
andere. Bij elke rij staat waarop zij berust, met de passage, en wat onze eigen keuze is.

Wie een uur heeft, begint bij het eigen proces, met de regels die een stap tegenhouden: de tweede kolom met
getallen. Op de bladzijde kiest u met filters wat u bekijkt. Kruis aan of u het ermee eens bent en schrijf op
wat er niet klopt: dat blijft in uw browser staan. Een regel die in meer processen staat, kruist u één keer
aan: dat ziet u op elke bladzijde terug. Druk een bladzijde af of bewaar haar als pdf: alleen de rijen die u
ziet gaan mee.

Is iets overal onjuist, dan horen wij dat graag. Klopt het alleen bij u niet, dan zegt
[](../../how-to/adapt-a-process.md) hoe u het anders instelt.
""",
    """\
Everything in the library that somebody who knows the field may want to contest: rules, phases, steps and
their order, limits, fixed numbers, evaluation points, sectors, sides, topics, roles, other terms, factors
and instruments. Each process has a page; what belongs to all of them stands on six others. For each row
it says on what it stands, with the passage, and what about it is our own choice.

Whoever has an hour begins with a process they know, and the rules that block a step: the second column of
numbers. Filters on the page choose what you look at. Tick whether you agree and write down what is wrong:
that stays in your browser. A rule of several processes is ticked once, and is then ticked on each of their
pages. Print a page or save it as a PDF: only the rows that you see go along.

If something is wrong for everybody, we would like to know. If it is wrong only where you work,
[](../../how-to/adapt-a-process.md) says how to set it otherwise.
""",
)

PART: Final[Words] = (
    "Kies welke rijen u ziet, kruis aan, schrijf op en druk af. "
    "[Hoe dat werkt, en de andere bladzijden van de audit](#{index}).",
    "Choose which rows you see, tick, remark and print. "
    "[How this works, and the other pages of the audit](#{index}).",
)

COUNTS: Final[Words] = (
    "Elke rij telt hier één keer, ook als zij bij meer processen staat.",
    "Each row counts once here, even where it stands with several processes.",
)

WITH_SENTENCES: Final[Words] = (
    "Van de vijf Nederlandse bronnen staat de hele zin erbij waarin de aangehaalde woorden staan.",
    "Of the five Dutch sources the whole sentence is given in which the cited words stand.",
)

WITHOUT_SENTENCES: Final[Words] = (
    "Een passage is aangehaald met enkele woorden en de kop waar zij onder staat; de hele zin staat in de "
    "bron.",
    "A passage is cited by a few of its words and the heading it stands under; the whole sentence is in the "
    "source.",
)

OTHER: Final[Words] = (
    "[[In English](audit.md)]{.language-en}",
    "[[In het Nederlands](audit-nl.md)]{.language-nl}",
)

HEADINGS: Final[tuple[Words, ...]] = (
    ("wat", "what"),
    ("wat het zegt", "what it says"),
    ("waar het staat", "where it stands"),
    ("wie beslist", "decided by"),
    ("grond", "basis"),
    ("passage, en onze keuze", "passage, and our choice"),
    ("eens", "agree"),
    ("oneens", "disagree"),
    ("opmerking", "remark"),
)

KINDS: Final[Mapping[str, Words]] = {
    "rule": ("regels", "rules"),
    "phase": ("fasen", "phases"),
    "step": ("stappen", "steps"),
    "limit": ("grenzen, die een proces anders kan zetten", "limits, which a process can set otherwise"),
    "number": ("vaste getallen in regels", "fixed numbers in rules"),
    "point": ("evaluatiepunten", "evaluation points"),
    "sector": ("sectoren", "sectors"),
    "side": ("soorten partijen en hun kant", "kinds of party and their side"),
    "topic": ("onderwerpen", "topics"),
    "role": ("rollen", "roles"),
    "term": ("andere termen", "other terms"),
    "success": ("succesfactoren", "success factors"),
    "obstacle": ("belemmeringen", "obstacles"),
    "instrument": ("schalen en klassen van instrumenten", "scales and bands of instruments"),
}

SHORT_KINDS: Final[Mapping[str, Words]] = {
    "rule": ("regels", "rules"),
    "phase": ("fasen", "phases"),
    "step": ("stappen", "steps"),
    "limit": ("grenzen", "limits"),
    "number": ("vaste getallen", "fixed numbers"),
    "point": ("evaluatiepunten", "evaluation points"),
}
"""What a process has, at the head of a narrow column."""

SEVERITIES: Final[Mapping[str, Words]] = {
    "blocks": ("houdt een stap tegen", "blocks a step"),
    "warns": ("waarschuwt bij een stap", "warns at a step"),
    "watched": ("bewaakt in een fase", "watched in a phase"),
    "note": ("een notitie, nooit beoordeeld", "a note, never judged"),
    "scheduled": ("geeft momenten in een planning", "gives moments in a schedule"),
}

DOES: Final[Mapping[str, Words]] = {
    "blocks": ("houdt tegen", "blocks"),
    "warns": ("waarschuwt", "warns"),
    "watched": ("bewaakt in", "watched in"),
    "note": ("te lezen bij", "to read at"),
    "scheduled": ("plant", "schedules"),
}
"""What a rule or a point does, before where it does so."""

SEVERITY: Final[Mapping[How, str]] = {
    "blocks": "blocks",
    "warns": "warns",
    "watched": "watched",
    "shown": "note",
}

DECIDERS: Final[Mapping[str, Words]] = {
    "computed": ("berekend", "computed"),
    "people": ("beoordeeld door mensen", "judged by people"),
    "covered": (
        "beoordeeld door mensen; dekking, volgorde of leeftijd berekend",
        "judged by people; coverage, order or age computed",
    ),
    "both": ("deels berekend, deels beoordeeld", "partly computed, partly judged"),
    "note": ("niet beoordeeld", "not judged"),
}

SHORT: Final[Mapping[str, tuple[str, Words]]] = {
    JUDGED: ("people", ("mensen", "people")),
    COVERED: ("covered", ("mensen +", "people +")),
    COMPUTED: ("computed", ("berekend", "computed")),
    MIXED: ("both", ("beide", "both")),
    NOTE: ("note", ("notitie", "note")),
}
"""Who decides, as the filter calls it, and in a narrow column."""

PHASE_KINDS: Final[Mapping[str, Words]] = {
    "initial": ("hier begint het", "it begins here"),
    "normal": ("gewone fase", "ordinary phase"),
    "suspended": ("het ligt stil", "it is suspended"),
    "final": ("einde", "end"),
}

EXCEPTIONAL: Final[Words] = ("een uitzondering, geen gewone weg", "an exception, no ordinary way")
"""What is said of a step that is no normal way forward."""

SCHEMES: Final[Mapping[str, Words]] = {
    "topic": ("onderwerp van een vastlegging", "topic of a record"),
    "role": ("rol", "role"),
    "party_kind": ("soort partij", "kind of party"),
    "side": ("kant", "side"),
    "sector": ("sector", "sector"),
    "sector_group": ("groep van sectoren", "group of sectors"),
    "subject": ("waarmee wordt ingestemd", "what is consented to"),
    "stance": ("standpunt", "stance"),
    "contact_kind": ("soort contact", "kind of contact"),
    "evaluation_kind": ("soort evaluatie", "kind of evaluation"),
    "decision": ("besluit na een evaluatie", "decision after an evaluation"),
    "aspect": ("waar een evaluatie naar kijkt", "what an evaluation looks at"),
    "contribution_kind": ("soort bijdrage", "kind of contribution"),
    "contribution_status": ("stand van een bijdrage", "status of a contribution"),
    "agreement_kind": ("soort overeenkomst", "kind of agreement"),
    "agreement_form": ("vorm van een overeenkomst", "form of an agreement"),
    "clause": ("onderdeel van een overeenkomst", "clause of an agreement"),
}
"""What a list of terms is."""
