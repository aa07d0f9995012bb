"""Words for keys, names, days and numbers, in Dutch and English: what sentences are made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

import attrs

from gezondsamen.dossier.parties import About
from gezondsamen.periods import Every
from gezondsamen.process import conditions as c
from gezondsamen.process.process import Process

_MONTHS = {
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "en": "January February March April May June July August September October November December",
}
_UNITS = {
    "nl": (("jaar", "jaar"), ("maand", "maanden"), ("week", "weken"), ("dag", "dagen")),
    "en": (("year", "years"), ("month", "months"), ("week", "weeks"), ("day", "days")),
}


def say(lang: str, nl: str, en: str) -> str:
    """Return the English words for English, the Dutch ones for every other language."""
    return en if lang == "en" else nl


def capitalised(text: str) -> str:
    """Return a text that begins with a capital; the rest stays as it is."""
    return text[:1].upper() + text[1:]


def day_text(day: date, lang: str) -> str:
    """Return a day as people write it: `10 januari 2024`."""
    months = _MONTHS["en" if lang == "en" else "nl"].split()
    return f"{day.day} {months[day.month - 1]} {day.year}"


def period_text(period: Every, lang: str) -> str:
    """Return a period in words: `3 maanden`."""
    units = _UNITS["en" if lang == "en" else "nl"]
    numbers = (period.years, period.months, period.weeks, period.days)
    parts = [f"{n} {one if n == 1 else more}" for n, (one, more) in zip(numbers, units, strict=True) if n]
    return listing(parts, lang)


def bare_period_text(period: Every, lang: str) -> str:
    """Return a period as it follows "in the last": `3 maanden`, but `maand` for one month."""
    text = period_text(period, lang)
    number, _, unit = text.partition(" ")
    return unit if number == "1" and " " not in unit else text


def every_text(period: Every, lang: str) -> str:
    """Return how often: `elke 3 maanden`, `elk jaar`."""
    bare = bare_period_text(period, lang)
    return say(lang, f"{'elk' if bare == 'jaar' else 'elke'} {bare}", f"every {bare}")


def listing(parts: Iterable[str], lang: str, *, word: str = "and") -> str:
    """Join parts with commas and a last "and" (or "or")."""
    items = list(parts)
    if len(items) < 2:
        return "".join(items)
    joint = {"and": ("en", "and"), "or": ("of", "or")}[word]
    return f"{', '.join(items[:-1])} {say(lang, *joint)} {items[-1]}"


def number_text(number: float, lang: str) -> str:
    """Return a number without a needless `.0`, with a decimal comma in Dutch."""
    if float(number).is_integer():
        return str(int(number))
    return say(lang, str(number).replace(".", ","), str(number))


@attrs.frozen
class Scene:
    """Hold what texts need beside the findings: the process, for labels, and the names of parties.

    `newcomers` tells that each party means whoever comes in: a step that takes in a party.
    """

    process: Process
    names: Mapping[str, str] = attrs.field(factory=dict)
    newcomers: bool = False

    def term(self, scheme: str, key: str, lang: str) -> str:
        """Return the label of a term, or its key where the process does not know it."""
        found = self.process.term(scheme, key)
        return found.label.text(lang) if found else key

    def terms(self, scheme: str, keys: Iterable[str], lang: str, *, word: str = "or") -> str:
        """Return the labels of terms, joined."""
        return listing([self.term(scheme, key, lang) for key in keys], lang, word=word)

    def name(self, party: str) -> str:
        """Return the name of a party, or its id where it has none."""
        return self.names.get(party) or party

    def subject(self, about: About, lang: str) -> str:
        """Return what something is about, as a reader would call it."""
        match about.kind:
            case "party":
                return listing([self.name(ident) for ident in about.id.split("+")], lang)
            case "sector":
                return self.term("sector", about.id, lang)
            case "role":
                return self.term("role", about.id, lang)
            case _:
                return about.id

    def parties(self, which: c.Parties, lang: str, *, many: bool = False) -> str:
        """Return a selection of parties in words: one of them, or several."""
        parts = [say(lang, "partijen", "parties") if many else say(lang, "partij", "party")]
        if which.internal is not None:
            inside = say(lang, "van de eigen organisatie", "of the own organisation")
            outside = say(lang, "van buiten de eigen organisatie", "from outside the own organisation")
            parts.append(inside if which.internal else outside)
        if which.sides:
            sides = self.terms("side", which.sides, lang)
            one = say(lang, f"die {sides} is", f"that is {sides}")
            parts.append(say(lang, f"die {sides} zijn", f"that are {sides}") if many else one)
        if which.kinds:
            kinds = self.terms("party_kind", which.kinds, lang)
            parts.append(say(lang, f"van de soort {kinds}", f"of the kind {kinds}"))
        if which.sectors:
            sectors = self.terms("sector", which.sectors, lang)
            parts.append(say(lang, f"uit de sector {sectors}", f"of the sector {sectors}"))
        if which.roles:
            roles = self.terms("role", which.roles, lang)
            parts.append(say(lang, f"in de rol van {roles}", f"in the role of {roles}"))
        none = say(lang, ", als die er is", ", if there is one")
        if many:
            none = say(lang, ", als die er zijn", ", if there are any")
        return " ".join(parts) + (none if which.or_none else "")

    def sectors(self, which: c.Sectors, lang: str, *, many: bool = False) -> str:
        """Return a selection of sectors in words: one of them, or several."""
        text = say(lang, "sectoren", "sectors") if many else "sector"
        if which.keys:
            text += " " + self.terms("sector", which.keys, lang)
        if which.group is not None:
            group = self.term("sector_group", which.group, lang)
            text += say(lang, f" uit de groep {group}", f" of the group {group}")
        if which.other_than:
            others = self.terms("sector", which.other_than, lang)
            text += say(lang, f", buiten {others}", f" other than {others}")
        return text

    def selection(self, which: c.Parties | c.Sectors, lang: str, *, many: bool = False) -> str:
        """Return a selection of parties or sectors in words: one of them, or several."""
        if isinstance(which, c.Parties):
            return self.parties(which, lang, many=many)
        return self.sectors(which, lang, many=many)
