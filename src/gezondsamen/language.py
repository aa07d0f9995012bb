"""Languages: how each writes days, periods, numbers and lists, and which words it has for a sentence.

A sentence stands where it is said, in Dutch and in English, with blanks: the language picks one and
fills them in. A third language brings a table of its own sentences, found by the Dutch ones, and needs
no change elsewhere; a sentence that it does not have is said in Dutch, as a `Label` without it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

import attrs

from gezondsamen.errors import InvalidArgument, shown
from gezondsamen.labels import Label, primary
from gezondsamen.nouns import DUTCH_NOUNS, ENGLISH_NOUNS, NO_NOUNS, Nouns
from gezondsamen.periods import Every
from gezondsamen.terms import nearest


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


@attrs.frozen
class Language:
    """Hold how one language is written.

    `units` are year, month, week and day, each for one and for several; `joints` the words between the
    last two of a list; `numerals` the numbers from nought on that are written as words; `sentences` the
    texts of this language by the Dutch ones, blanks included. How its nouns behave stands in `nouns`.

    >>> DUTCH("Wacht tot {day}.", "Wait until {day}.", day=DUTCH.day(date(2024, 1, 10)))
    'Wacht tot 10 januari 2024.'
    """

    code: str
    months: tuple[str, ...]
    units: tuple[tuple[str, str], ...]
    joints: Mapping[str, str]
    decimal: str = ","
    thousands: str = "."
    percentage: str = "{} %"
    numerals: tuple[str, ...] = ()
    nouns: Nouns = NO_NOUNS
    sentences: Mapping[str, str] = attrs.field(factory=dict)

    def __call__(self, nl: str, en: str, /, **parts: object) -> str:
        """Return a sentence in this language, with its blanks filled in."""
        text = en if self.code == "en" else self.sentences.get(nl, nl)
        return text.format_map(parts) if parts else text

    def count(self, n: int, one: tuple[str, str], more: tuple[str, str]) -> str:
        """Return the sentence for one, or the one for several (and for none) with their number as `n`."""
        text = self(*one) if n == 1 else self(*more, n=self.numeral(n))
        return capitalised(text) if text.endswith(".") else text

    def label(self, label: Label) -> str:
        """Return the text of a label in this language."""
        return label.text(self.code)

    def day(self, day: date) -> str:
        """Return a day as people write it: `10 januari 2024`."""
        return f"{day.day} {self.months[day.month - 1]} {day.year}"

    def numeral(self, number: float) -> str:
        """Return a number as it stands in a sentence: a word up to twelve, then digits."""
        if float(number).is_integer() and 0 <= number < len(self.numerals):
            return self.numerals[int(number)]
        return self.number(number)

    def period(self, period: Every) -> str:
        """Return a period in words: `drie maanden`; 24 months are two years, 42 days six weeks."""
        years, months, weeks, days = period.years, period.months, period.weeks, period.days
        if not years and months >= 24 and months % 12 == 0:
            years, months = months // 12, 0
        if not weeks and days >= 14 and days % 7 == 0:
            weeks, days = days // 7, 0
        numbers = (years, months, weeks, days)
        parts = [
            f"{self.numeral(n)} {one if n == 1 else more}"
            for n, (one, more) in zip(numbers, self.units, strict=True)
            if n
        ]
        return self.listing(parts)

    def _bare(self, period: Every) -> str:
        """Return a period as it follows "every": `drie maanden`, but `maand` for one month."""
        text = self.period(period)
        number, _, unit = text.partition(" ")
        return unit if number == self.numeral(1) and " " not in unit else text

    def every(self, period: Every) -> str:
        """Return how often: `elke drie maanden`, `elk jaar`."""
        if period == Every(years=1):
            return self("elk jaar", "every year")
        if sum(n > 0 for n in (period.years, period.months, period.weeks, period.days)) > 1:
            return self("steeds na {period}", "after every {period}", period=self.period(period))
        return self("elke {period}", "every {period}", period=self._bare(period))

    def past(self, period: Every) -> str:
        """Return a period gone by: `in de afgelopen drie maanden`, `in het afgelopen jaar`."""
        if period == Every(years=1):
            return self("in het afgelopen jaar", "in the last year")
        return self("in de afgelopen {period}", "in the last {period}", period=self._bare(period))

    def listing(self, parts: Iterable[str], *, word: str = "and") -> str:
        """Join parts with commas and a last "and" (or "or")."""
        items = list(parts)
        if len(items) < 2:
            return "".join(items)
        return f"{', '.join(items[:-1])} {self.joints[word]} {items[-1]}"

    def an(self, noun: str) -> str:
        """Return a noun with its indefinite article: `een school`, `an expert`; bare where it takes none."""
        if noun in self.nouns.uncounted:
            return noun
        return f"{self.nouns.before_vowel if noun[:1] in 'aeiou' else self.nouns.article} {noun}"

    def each(self, noun: str) -> str:
        """Return each of what a noun names: `elke school`, `elk bedrijf`."""
        return f"{self.nouns.each_neuter if self._is_neuter(noun) else self.nouns.each} {noun}"

    def new(self, noun: str, number: int | None = None) -> str:
        """Return the new one of what a noun names, or which of several: `de tweede nieuwe school`."""
        ordinals, which = self.nouns.ordinals, ""
        if number is not None and number <= len(ordinals):
            which = f"{ordinals[number - 1]} "
        elif number is not None:
            noun = f"{noun} {number}"
        new = self.nouns.new_neuter if self._is_neuter(noun) else self.nouns.new
        return new.format(which=which, noun=noun)

    def _is_neuter(self, noun: str) -> bool:
        return noun in self.nouns.neuter or noun.partition(" ")[0] in self.nouns.neuter

    def number(self, number: float) -> str:
        """Return a number without a needless `.0`, with the decimal sign of the language."""
        if float(number).is_integer():
            return str(int(number))
        return str(number).replace(".", self.decimal)

    def grouped(self, number: float, places: int = 0) -> str:
        """Return a number with its thousands set apart, and so many decimals."""
        signs = str.maketrans(",.", self.thousands + self.decimal)
        return f"{number:,.{places}f}".translate(signs)

    def percent(self, share: float) -> str:
        """Return a share as a whole percentage; a small one is not said to be nothing."""
        if 0 < share < 0.01:
            return "<" + self.percentage.format(1)
        return self.percentage.format(f"{100 * share:.0f}")


DUTCH: Final = Language(
    "nl",
    months=_words("januari februari maart april mei juni juli augustus september oktober november december"),
    units=(("jaar", "jaar"), ("maand", "maanden"), ("week", "weken"), ("dag", "dagen")),
    joints={"and": "en", "or": "of"},
    numerals=_words("nul één twee drie vier vijf zes zeven acht negen tien elf twaalf"),
    nouns=DUTCH_NOUNS,
)

ENGLISH: Final = Language(
    "en",
    months=_words("January February March April May June July August September October November December"),
    units=(("year", "years"), ("month", "months"), ("week", "weeks"), ("day", "days")),
    joints={"and": "and", "or": "or"},
    decimal=".",
    thousands=",",
    percentage="{}%",
    numerals=_words("zero one two three four five six seven eight nine ten eleven twelve"),
    nouns=ENGLISH_NOUNS,
)

LANGUAGES: Final[dict[str, Language]] = {language.code: language for language in (DUTCH, ENGLISH)}
"""The languages that the library speaks. One more is one more value here."""


def language_of(lang: str) -> Language:
    """Return the language that a code names, as people write it: `nl`, `NL`, `nl-NL`, `en_us`.

    Raises `InvalidArgument` for a language that the library does not speak.

    >>> language_of("en-us").code
    'en'
    """
    found = LANGUAGES.get(lang) if isinstance(lang, str) else None
    if found is None and isinstance(lang, str):
        found = LANGUAGES.get(primary(lang))
    if found is None:
        raise InvalidArgument(
            "unknown-language",
            f"there are no texts in {shown(lang)}; the languages are {', '.join(sorted(LANGUAGES))}.",
            offender=lang if isinstance(lang, str) else shown(lang),
            nearest=nearest(lang, LANGUAGES),
        )
    return found


def capitalised(text: str) -> str:
    """Return a text that begins with a capital; the rest stays as it is.

    >>> capitalised("één dag"), capitalised("ethics")
    ('Eén dag', 'Ethics')
    """
    if text.startswith("één"):  # in Dutch a capital bears no accent that only stresses
        return "E" + text[1:]
    return text[:1].upper() + text[1:]
