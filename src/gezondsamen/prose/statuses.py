"""Statuses in words: how a rule came out, how a moment stands, how a phase ends, on what ground a rule is.

Each is a pair of words, Dutch and English, to be said by a language: `say(*RULE["met"])`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from gezondsamen.citations import Basis, Citation
from gezondsamen.language import Language

Words = tuple[str, str]

RULE: Final[Mapping[str, Words]] = {
    "met": ("in orde", "in order"),
    "unmet": ("nog niet rond", "not complete yet"),
    "waived": ("afgeweken van de regel", "rule set aside"),
    "advised": ("aandachtspunt", "point of attention"),
    "note": ("ter informatie", "for information"),
}
"""How a rule came out."""

NOT_AT_ISSUE_YET: Final[Words] = ("nog niet aan de orde", "not at issue yet")
"""How a rule stands that is met because its first period still runs, or there is nobody to look at."""

MOMENT: Final[Mapping[str, Words]] = {
    "planned": ("gepland", "planned"),
    "open": ("kan nu", "can be held now"),
    "held": ("gehouden", "held"),
    "overdue": ("te laat", "overdue"),
    "provisional": ("onder voorbehoud", "provisional"),
}
"""How a moment of evaluation stands."""

ENDING: Final[Mapping[str, Words]] = {
    "success": ("einde: gelukt", "end: a success"),
    "early": ("einde: voortijdig", "end: early"),
    "neutral": ("einde: anders", "end: otherwise"),
}
"""What kind of end a final phase is."""

BASIS: Final[Mapping[Basis, Words]] = {
    Basis.LAW: ("de wet", "the law"),
    Basis.PROGRAMME: ("voorwaarde van een programma", "condition of a programme"),
    Basis.SOURCE: ("praktijkgids", "practice guide"),
    Basis.LITERATURE: ("literatuur", "literature"),
    Basis.CHOICE: ("onze eigen keuze", "our own choice"),
}
"""On what ground a rule or a value stands."""

OUTDATED: Final[Words] = ("Ga na of dit nog geldt", "Find out whether this still holds")
"""Above rules that a programme set for a school year that is over."""

NOBODY_YET: Final[Words] = ("nog niemand", "nobody yet")
"""Whom a finding is about where there is nobody to look at."""

IN_JOURNAL: Final[Words] = ("regel {entry} in het journaal", "entry {entry} of the journal")
"""Where something is on record: the number of its entry, as the page and the timeline show it."""

NOT_SIMULATED: Final[Mapping[str, Words]] = {
    "term": ("hangt af van de looptijd van een overeenkomst", "depends on the term of an agreement"),
    "statement": ("telt vanaf iets dat iemand vastlegt", "counts from something that is stated"),
    "action": ("telt vanaf afgesproken acties", "counts from agreed actions"),
    "party": ("telt vanaf het vertrek van een partij", "counts from a party that leaves"),
    "calendar": ("hangt af van de dagen van het jaar", "depends on the days of the year"),
    "rate": (
        "telt vanaf een stap die in het model geen aantal per jaar heeft",
        "counts from a step that has no rate in the model",
    ),
}
"""What a simulated trajectory lacks, so that an evaluation point gives no moments in it."""


def basis_text(basis: Basis, say: Language) -> str:
    """Return on what ground a rule or a value stands."""
    return say(*BASIS[basis])


def read_text(citation: Citation, say: Language) -> str:
    """Return when a passage was read, and for which school year, to follow it; or an empty text."""
    day, year = citation.read_on, citation.work.school_year
    read = say("; gelezen op {day}", "; read on {day}", day=say.day(day)) if day else ""
    return read + (say(", voor schooljaar {year}", ", for the school year {year}", year=year) if year else "")
