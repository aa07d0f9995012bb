"""What is wrong with a document, in words: one sentence for each code of a `Fault`.

A fault of the journal inside has the code, and so the sentence, of an argument.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

FAULTS: Final[Mapping[str, tuple[str, str]]] = {
    "not-json": (
        "Dit is geen leesbaar document, of het is afgebroken.",
        "This is not a readable document, or it breaks off.",
    ),
    "not-a-document": (
        "Dit is geen document van deze toepassing.",
        "This is not a document of this application.",
    ),
    "no-format": (
        "Er staat niet bij in welke versie dit document is geschreven.",
        "It does not say in which version this document was written.",
    ),
    "newer-format": (
        "Dit document is geschreven met een nieuwere versie. Werk de toepassing bij.",
        "This document was written with a newer version. Update the application.",
    ),
    "unknown-kind": (
        "Dit soort document is niet bekend.",
        "This kind of document is not known.",
    ),
    "other-kind": (
        "Dit document bevat iets anders dan er werd verwacht.",
        "This document holds something else than was expected.",
    ),
    "unknown-process": (
        "Het proces van dit document is er niet bij gegeven.",
        "The process of this document was not given.",
    ),
    "unknown-key": (
        "Hier staat iets wat er niet hoort.",
        "Something stands here that does not belong.",
    ),
    "missing-key": (
        "Hier ontbreekt iets.",
        "Something is missing here.",
    ),
    "unknown-tag": (
        "Er staat niet bij om wat voor gegeven het gaat, of die soort is niet bekend.",
        "It does not say what kind of value this is, or that kind is not known.",
    ),
    "duplicate-key": (
        "Hier staat twee keer hetzelfde.",
        "The same stands here twice.",
    ),
    "wrong-type": (
        "Hier hoort iets van een andere soort te staan.",
        "Another kind of value belongs here.",
    ),
    "wrong-value": (
        "Deze waarde kan hier niet.",
        "This value is not possible here.",
    ),
    "invalid-process": (
        "Het proces in dit document klopt niet.",
        "The process in this document is not right.",
    ),
    "wrong-kind": (
        "In dit document staat iets anders dan hier nodig is.",
        "This document holds something else than is needed here.",
    ),
    "not-xes": (
        "Dit is geen logboek (XES) dat hier is gemaakt.",
        "This is not a log (XES) that was made here.",
    ),
    "not-icalendar": (
        "Dit is geen agendabestand dat hier eerder is gemaakt.",
        "This is not a calendar file that was made here before.",
    ),
}

BLOCKERS: Final[Mapping[str, tuple[str, str]]] = {
    "process": ("proces", "process"),
    "phase": ("fase", "phase"),
    "trigger": ("stap", "step"),
    "point": ("evaluatiemoment", "evaluation moment"),
    "rule": ("regel", "rule"),
    "term": ("woord", "word"),
}
"""What a blocked name names."""
