"""The Dutch book for people of the field: what each process asks, why, and after which source.

Its pages follow from the same values as those of the reference, and stand under `nl/boek`. What is told by
hand (how to use it, what is law and what is advice) stands beside them, in `docs/nl`.
"""

from __future__ import annotations

from collections.abc import Mapping

from generation.dutch.practice import examples_page, factors_page, roles_page
from generation.dutch.processes import process_page, processes_page
from generation.dutch.rules import family_page, rules_page
from generation.dutch.words import limits_page, words_page, works_page
from generation.rules import families
from generation.standing import PROCESSES


def book(stories: Mapping[str, str]) -> dict[str, str]:
    """Return every page of the book by its name; `stories` are Dutch, by the key of their process."""
    return {
        "processen.md": processes_page(),
        **{f"proces-{x.key}.md": process_page(x, stories[x.key]) for x in PROCESSES},
        "regels.md": rules_page(),
        **{f"regels-{family.lower()}.md": family_page(family) for family in families()},
        "rollen.md": roles_page(),
        "factoren.md": factors_page(),
        "voorbeelden.md": examples_page(),
        "begrippen.md": words_page(),
        "grenzen.md": limits_page(),
        "bronnen.md": works_page(),
    }
