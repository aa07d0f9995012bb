"""What is wrong with a model or a simulation, in words: one sentence for each code of its `Problem`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

NOT_SIMULATED: Final = ("Het model kan niet worden gesimuleerd.", "The model cannot be simulated.")
"""What is said before the problems."""

MODELS: Final[Mapping[str, tuple[str, str]]] = {
    "bad-number": ("dit getal kan hier niet.", "this number is not possible here."),
    "not-a-number": ("hier staat iets wat geen getal is.", "something here is no number."),
    "unknown": ("deze naam is niet bekend.", "this name is not known."),
    "wrong-type": (
        "hier hoort een waarde van een andere soort.",
        "another kind of value belongs here.",
    ),
    "missing": ("hier ontbreekt iets.", "something is missing here."),
    "bad-distribution": ("geef een verdeling.", "give a distribution."),
    "bad-chance": ("een kans ligt tussen 0 en 1.", "a chance lies between 0 and 1."),
    "bad-sum": ("de kansen tellen niet op tot 1.", "the chances do not add up to 1."),
    "bad-column": ("geef getallen.", "give numbers."),
    "bad-length": ("geef één getal, of één voor elke zaak.", "give one number, or one for each case."),
    "bad-order": ("geef de tijden op volgorde.", "give the times in order."),
    "column": ("hier past alleen één getal.", "only a single number fits here."),
    "two-ways": (
        "geef een tijd met een keuze, of tijden die om het eerst gaan; niet allebei.",
        "give a time and a choice, or competing times; not both.",
    ),
    "no-way-out": ("uit deze fase leidt geen stap.", "no step leads out of this phase."),
    "which-ratio": (
        "zeg welke verhouding dit is: van tijden, van een tempo of van kansen.",
        "say which ratio this is: of times, of a rate, or of odds.",
    ),
    "no-step": ("noem de stap die dit effect krijgt.", "name the step that has this effect."),
    "no-time": ("deze fase heeft geen tijd in dit model.", "this phase has no time in this model."),
    "final-start": (
        "een zaak kan niet beginnen in een eindfase.",
        "a case cannot begin in a final phase.",
    ),
    "standstill": (
        "de fase duurt niets en leidt naar zichzelf terug.",
        "the phase takes no time and leads back to itself.",
    ),
    "too-long": ("zo lang blijft geen zaak in deze fase.", "no case stays in this phase that long."),
    "too-far": ("dit effect is te groot om mee te rekenen.", "this effect is too large to calculate with."),
    "too-late": (
        "zo ver in de toekomst bestaan er geen datums.",
        "there are no dates so far in the future.",
    ),
    "not-a-date": ("geef een datum.", "give a date."),
    "no-name": ("geef hieraan een naam.", "give this a name."),
    "twice": ("twee dingen hebben hier dezelfde naam.", "two things have the same name here."),
    "empty": ("hier staat niets.", "there is nothing here."),
    "too-many": ("dit zijn er te veel.", "these are too many."),
    "two-units": ("deze maten hebben niet dezelfde eenheid.", "these measures have different units."),
    "too-few": (
        "er zijn te weinig waarnemingen om dit te schatten.",
        "there are too few observations to estimate this.",
    ),
    "no-maximum": (
        "op deze waarnemingen past geen van de verdelingen.",
        "none of the distributions fits these observations.",
    ),
    "no-density": (
        "sommige bezoeken duren niets. Zeg hoe precies de tijden zijn.",
        "some visits take no time. Say how precise the times are.",
    ),
    "other-process": (
        "deze samenwerking doorloopt een ander proces.",
        "this collaboration runs through another process.",
    ),
    "no-folder": ("kies een map, geen bestand.", "choose a folder, not a file."),
    "other-run": (
        "in deze map staan delen van een andere simulatie. Kies een lege map.",
        "this folder holds parts of another run. Choose an empty folder.",
    ),
}
