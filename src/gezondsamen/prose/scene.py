"""Who and what sentences are about, and the voice that says them: a scene told in one language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

import attrs

from gezondsamen.dossier.parties import About
from gezondsamen.errors import InvalidArgument
from gezondsamen.frozen import FrozenDict, frozen_names
from gezondsamen.labels import Label
from gezondsamen.language import Language, language_of
from gezondsamen.nouns import Nouns
from gezondsamen.periods import Every
from gezondsamen.process import conditions as c
from gezondsamen.process.process import Process
from gezondsamen.prose.lists import folded


@attrs.frozen
class Scene:
    """Hold what texts need beside the findings: the process, for labels, and the names of parties.

    `newcomers` tells that each party means whoever comes in: a step that takes in a party. `everyone`
    are the parties that take part. `agreements` are the titles of agreements by their ids, empty for
    one that has none; `others` are further processes, whose words are known too.
    """

    process: Process
    names: Mapping[str, str] = attrs.field(factory=FrozenDict, converter=frozen_names)
    newcomers: bool = False
    everyone: tuple[str, ...] = ()
    agreements: Mapping[str, str] = attrs.field(factory=FrozenDict, converter=frozen_names)
    others: tuple[Process, ...] = ()

    def voice(self, lang: str, *, limits: bool = False) -> Voice:
        """Return the scene as it is told in a language; raises `InvalidArgument` for one without texts."""
        return Voice(self, language_of(lang), limits)


def staged(scene: Scene | None) -> Scene:
    """Return the scene of a value that has one.

    Raises `InvalidArgument` for a value that was taken out of its check, or kept without its scene.
    """
    if scene is None:
        message = "this value was taken out of its check or its case, which alone can put it into words"
        raise InvalidArgument("no-scene", message)
    return scene


@attrs.frozen
class Voice:
    """Tell a scene in one language: what sentences ask for words, names, days and numbers.

    With `limits` a number that the process can set is followed by the key of its limit, for those who
    write processes.
    """

    scene: Scene
    language: Language
    limits: bool = False

    def __call__(self, nl: str, en: str, /, **parts: object) -> str:
        """Return a sentence in this language, with its blanks filled in."""
        return self.language(nl, en, **parts)

    def label(self, label: Label) -> str:
        """Return the text of a label."""
        return self.language.label(label)

    def day(self, day: date) -> str:
        """Return a day as people write it."""
        return self.language.day(day)

    def period(self, period: Every) -> str:
        """Return a period in words."""
        return self.language.period(period)

    def number(self, number: float) -> str:
        """Return a number as people write it."""
        return self.language.number(number)

    def numeral(self, number: float) -> str:
        """Return a number as it stands in a sentence: a word, where it is small."""
        return self.language.numeral(number)

    def listing(self, parts: Iterable[str], *, word: str = "and") -> str:
        """Join parts with commas and a last "and" (or "or")."""
        return self.language.listing(parts, word=word)

    def term(self, scheme: str, key: str) -> str:
        """Return the label of a term, or its key where no process of the scene knows it."""
        every = (self.scene.process, *self.scene.others)
        found = next((term for process in every if (term := process.term(scheme, key))), None)
        return self.label(found.label) if found else key

    def terms(self, scheme: str, keys: Iterable[str], *, word: str = "or") -> str:
        """Return the labels of terms, joined."""
        return self.listing([self.term(scheme, key) for key in keys], word=word)

    def phase(self, key: str) -> str:
        """Return the label of a phase, or its key where the process does not have it (any more)."""
        process = self.scene.process
        return self.label(process.phase(key).label) if process.has_phase(key) else key

    def trigger(self, key: str) -> str:
        """Return the label of a trigger, or its key where the process does not have it (any more)."""
        labels = {t.trigger: t.label for t in self.scene.process.transitions}
        return self.label(labels[key]) if key in labels else key

    def rule(self, code: str) -> str:
        """Return the name of a rule with its code, or the code where the process does not have it."""
        rule = self.scene.process.requirements.get(code)
        return code if rule is None else f"{self.label(rule.name)} [{code}]"

    def name(self, party: str) -> str:
        """Return the name of a party, or its id where it has none."""
        return self.scene.names.get(party) or party

    def agreement(self, ident: str) -> str:
        """Return the title of an agreement between quotation marks, or its id where it has none."""
        return f"“{self.scene.agreements.get(ident) or ident}”"

    def subject(self, about: About) -> str:
        """Return what something is about, as a reader would call it."""
        match about.kind:
            case "party":
                return self.listing([self.name(ident) for ident in about.id.split("+")])
            case "sector":
                return self.term("sector", about.id)
            case "role":
                return self.term("role", about.id)
            case _:
                return self.agreement(about.id) if about.id in self.scene.agreements else about.id

    def topics(self, keys: Iterable[str]) -> str:
        """Return the labels of topics as one list, what several have alike said once."""
        return folded([self.term("topic", key) for key in keys], self.language)

    # --- whom a condition selects ----------------------------------------------------------------

    def parties(self, which: c.Parties, *, many: bool = False) -> str:
        """Return a selection of parties in words, without article: one of them, or several."""
        noun = self._noun(which, many)
        parts = [self._adjectives(which), self("partijen", "parties") if many else self("partij", "party")]
        if noun is not None:
            parts[1:] = [noun]
        if which.internal:
            parts.append(self("van de eigen organisatie", "of the own organisation"))
        unsaid = [side for side in which.sides if self.term("side", side) not in self._nouns.adjectives]
        if unsaid:
            sides = self.terms("side", which.sides)
            one = self("die {sides} is", "that is {sides}", sides=sides)
            parts.append(self("die {sides} zijn", "that are {sides}", sides=sides) if many else one)
        if which.kinds and (noun is None or not self.is_counted(which)):
            kinds = self.terms("party_kind", which.kinds)
            parts.append(self("van de soort {kinds}", "of the kind {kinds}", kinds=kinds))
        if which.sectors:
            sectors = self.terms("sector", which.sectors)
            parts.append(self("uit de sector {sectors}", "of the sector {sectors}", sectors=sectors))
        if which.roles and (noun is None or self.is_counted(which)):
            roles = self.terms("role", which.roles)
            parts.append(self("in de rol van {roles}", "in the role of {roles}", roles=roles))
        if which.taken_over is not None:
            parts.append(self._taken_over(which.taken_over, many))
        text = " ".join(part for part in parts if part)
        return self("eventuele {text}", "{text} (if any)", text=text) if which.or_none else text

    @property
    def _nouns(self) -> Nouns:
        return self.language.nouns

    def is_counted(self, which: c.Parties) -> bool:
        """Tell whether every kind of a selection is a noun that says by itself who is meant."""
        kinds = [self.term("party_kind", key) for key in which.kinds]
        return bool(kinds) and not which.sides and all(kind in self._nouns.plurals for kind in kinds)

    def _noun(self, which: c.Parties, many: bool) -> str | None:
        """Return the noun for those selected, where there is one that is plainer than "party"."""
        if self.is_counted(which):
            kinds = [self.term("party_kind", key) for key in which.kinds]
            return self.listing([self._nouns.plurals[x] if many else x for x in kinds], word="or")
        named = which.kinds or which.sides or which.sectors or which.internal is not None
        if which.roles and not many and not named:
            kinds_too = self.scene.process.vocabulary.get("party_kind", {})
            if not any(role in kinds_too for role in which.roles):
                return self.terms("role", which.roles)
        return None

    def _adjectives(self, which: c.Parties) -> str:
        """Return what stands before the noun: on which side, and from outside."""
        found = []
        if which.internal is False:
            found.append(self("externe", "external"))
        sides = [self.term("side", side) for side in which.sides]
        if sides and all(side in self._nouns.adjectives for side in sides):
            found.append(self.listing([self._nouns.adjectives[side] for side in sides], word="or"))
        return " ".join(found)

    def _taken_over(self, already: bool, many: bool) -> str:
        """Return whether parties took part already when a collaboration that ran was entered."""
        yet = self("al", "already") if already else self("nog niet", "not yet")
        part = self("meededen", "taking part") if many else self("meedeed", "taking part")
        return self(
            "die {yet} {part} toen de samenwerking werd ingevoerd",
            "{yet} {part} when the collaboration was entered",
            yet=yet,
            part=part,
        )

    def sectors(self, which: c.Sectors, *, many: bool = False) -> str:
        """Return a selection of sectors in words, without article: one of them, or several."""
        text = self("sectoren", "sectors") if many else self("sector", "sector")
        others = self.terms("sector", which.other_than)
        plain = not which.keys and which.group is None
        if which.keys:
            text += " " + self.terms("sector", which.keys)
        if which.group is not None:
            group = self.term("sector_group", which.group)
            text += self(" uit de groep “{group}”", " of the group “{group}”", group=group)
        if others and plain:
            return self("andere {text} dan {others}", "{text} other than {others}", text=text, others=others)
        if others:
            text += self(" buiten {others}", " other than {others}", others=others)
        return text

    def selection(self, which: c.Parties | c.Sectors, *, many: bool = False) -> str:
        """Return a selection of parties or sectors in words: one of them, or several."""
        if isinstance(which, c.Parties):
            return self.parties(which, many=many)
        return self.sectors(which, many=many)

    def each(self, which: c.Parties | c.Sectors) -> str:
        """Return each of a selection: `elke private partij`, `elk bedrijf`."""
        return self.language.each(self.selection(which))

    def one(self, which: c.Parties | c.Sectors) -> str:
        """Return any one of a selection: `een private partij`, `de politie`."""
        if isinstance(which, c.Parties) and which == c.Parties(kinds=which.kinds):
            kinds = [self.term("party_kind", key) for key in which.kinds]
            if len(kinds) == 1 and kinds[0] in self._nouns.bodies:
                return self._nouns.bodies[kinds[0]]
        return self.language.an(self.selection(which))
