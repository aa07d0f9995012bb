"""Lists in words: whose items hold commas themselves, or say much alike."""

from __future__ import annotations

from collections.abc import Iterable

from gezondsamen.language import Language


def listed(items: Iterable[str], language: Language) -> str:
    """Join items; with semicolons where one holds a comma, an "and" or a verb, so that its end is seen."""
    parts = list(items)
    joint = f" {language.joints['and']} "
    asking = language.nouns.question_words
    if any(", " in part or joint in part or part.partition(" ")[0] in asking for part in parts):
        return "; ".join(parts)
    return language.listing(parts)


def folded(items: Iterable[str], language: Language) -> str:
    """Join items, those that begin or end alike taken together.

    At least two words are alike: "acties in de nota" and "resultaten in de nota" are "acties en
    resultaten in de nota".
    """
    rows = [item.split() for item in items]
    texts: list[str] = []
    while rows:
        taken, text = _alike(rows, language)
        texts.append(text)
        rows = rows[taken:]
    return listed(texts, language)


def _alike(rows: list[list[str]], language: Language) -> tuple[int, str]:
    """Return how many of the first rows are said together, and how.

    An article stays with its noun, and no part ends in a preposition.
    """
    small, prepositions = language.nouns.articles, language.nouns.prepositions
    for taken in range(len(rows), 1, -1):
        begin = _shared(rows[:taken])
        while begin and rows[0][begin - 1] in small:
            begin -= 1
        end = _shared([row[begin:][::-1] for row in rows[:taken]])
        inner = [row[begin : len(row) - end] for row in rows[:taken]]
        loose = any(not part or part[-1] in small | prepositions for part in inner)
        if not end:  # what comes after a preposition would seem to belong to all
            loose = loose or any(prepositions.intersection(part) for part in inner)
        texts = [" ".join(part) for part in inner]
        if begin + end >= 2 and not loose and not any(", " in text for text in texts):
            head, tail = rows[0][:begin], rows[0][len(rows[0]) - end :]
            return taken, " ".join([*head, language.listing(texts), *tail])
    return 1, " ".join(rows[0])


def _shared(rows: list[list[str]]) -> int:
    """Return how many of their first words rows have alike."""
    count = 0
    for column in zip(*rows, strict=False):
        if len(set(column)) > 1:
            break
        count += 1
    return count
