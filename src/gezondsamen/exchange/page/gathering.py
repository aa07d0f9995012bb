"""Lines that say the same of many parties, taken together.

The sentences are made by those who make them everywhere else, with a mark in the place of each name.
Lines that differ in one name only are then one line, with the other names after it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

import attrs

from gezondsamen.decision.wording import Scene, capitalised, listing, say

FEW = 2
"""As many lines alike are not taken together."""

_MARK = re.compile("\ue000(\\d+)\ue001")
_RUN = re.compile("\ue000\\d+\ue001(?:(?:, | en | and )\ue000\\d+\ue001)+")


@attrs.frozen
class Names:
    """Hold what parties are called, and who takes part: `everyone`."""

    scene: Scene
    everyone: tuple[str, ...]
    _order: tuple[str, ...] = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_order", tuple(self.scene.names))

    @property
    def marked(self) -> Scene:
        """The scene in which each party is called by a mark."""
        marks = {ident: f"\ue000{number}\ue001" for number, ident in enumerate(self._order)}
        return attrs.evolve(self.scene, names=marks)

    def ids(self, line: str) -> tuple[str, ...]:
        """Return the parties that a marked line names, each once."""
        numbers = dict.fromkeys(int(found) for found in _MARK.findall(line))
        return tuple(self._order[n] for n in numbers if n < len(self._order))

    def named(self, line: str, lang: str) -> str:
        """Return a marked line with names; a row of all parties is called so."""

        def run(found: re.Match[str]) -> str:
            ids = self.ids(found[0])
            if len(ids) > FEW and self._are_all(ids):
                return say(lang, f"alle {len(ids)} partijen", f"all {len(ids)} parties")
            return found[0]

        def one(found: re.Match[str]) -> str:
            number = int(found[1])
            return self.scene.name(self._order[number]) if number < len(self._order) else ""

        return capitalised(_MARK.sub(one, _RUN.sub(run, line)))

    def _are_all(self, ids: Iterable[str]) -> bool:
        return set(ids) == set(self.everyone)

    def others(self, ids: tuple[str, ...], lang: str, *, known: bool) -> str:
        """Return the parties after the first of these; `known` tells that they were named just before."""
        rest = len(ids) - 1
        if self._are_all(ids):
            return say(lang, f"de {rest} andere partijen", f"the {rest} other parties")
        if known:
            return say(lang, f"de {rest} andere die hierboven staan", f"the {rest} others named above")
        names = listing([self.scene.name(ident) for ident in ids[1:]], lang)
        return say(lang, f"nog {rest} partijen: {names}", f"{rest} more parties: {names}")


Same = Callable[[str, str], str]
"""What is said after a line for the other parties: from their names and the language."""


def findings_too(others: str, lang: str) -> str:
    """Return that the same was found on other parties."""
    return say(lang, f"Hetzelfde geldt voor {others}.", f"The same goes for {others}.")


def remedies_too(others: str, lang: str) -> str:
    """Return that the same helps for other parties."""
    return say(lang, f"Doe hetzelfde voor {others}.", f"Do the same for {others}.")


def gathered(
    lines: Iterable[str],
    names: Names,
    lang: str,
    too: Same,
    known: Iterable[tuple[str, ...]] = (),
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Return marked lines taken together, and the groups of parties that they speak of."""
    alike: dict[str, list[tuple[str, ...]]] = {}
    for line in lines:
        ids = names.ids(line)
        pattern = _MARK.sub("\ue000\ue001", line) if len(ids) == 1 else line
        alike.setdefault(pattern, []).append(ids)
    said = tuple(known)
    texts: list[str] = []
    groups: dict[tuple[str, ...], None] = {}
    for pattern, found in alike.items():
        if len(found[0]) != 1:
            texts.append(names.named(pattern, lang))
            continue
        ids = tuple(dict.fromkeys(one for (one,) in found))
        together = len(ids) > FEW
        for ident in ids[:1] if together else ids:
            text = capitalised(pattern.replace("\ue000\ue001", names.scene.name(ident)))
            if together:
                spelled = len(said) == 1 and said[0] == ids
                text += " " + too(names.others(ids, lang, known=spelled), lang)
                groups[ids] = None
            texts.append(text)
    return tuple(texts), tuple(groups)
