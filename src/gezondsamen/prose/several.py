"""Saying the same of several parties or items at once: who is named, and how many others there are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from gezondsamen.dossier.parties import About
from gezondsamen.prose.lists import listed
from gezondsamen.prose.scene import Voice

NAMED = 8
"""As many parties or items are named in one sentence; of more, the others are counted."""

ALL_OF = 3
"""From so many on, everybody who takes part is called "all three parties" instead of by name."""

ALL_PARTIES = ("alle {n} partijen", "all {n} parties")

_OTHERS = {
    "party": ("andere partijen", "other parties"),
    "pair": ("andere tweetallen", "other pairs"),
    "group": ("andere groepen", "other groups"),
    "sector": ("andere sectoren", "other sectors"),
    "role": ("andere rollen", "other roles"),
    "matter": ("andere onderwerpen", "other matters"),
}

_SOMEBODY = "\ue010"
"""What stands in a sentence where names come, to see which sentences say the same."""

Sentence = Callable[[str, bool], str]
"""A sentence about somebody: made from what they are called, and whether they are several."""


def subjects_text(subjects: Sequence[About], v: Voice) -> str:
    """Return what subjects are called: all of them, or the first ones and how many others there are.

    One left over is named too: "one other party" is no shorter.
    """
    if not subjects:
        return ""
    if len(subjects) == 1:
        (only,) = subjects
        subjects = [About(only.kind, ident) for ident in _members(only)]
    everyone = frozenset(v.scene.everyone)
    if len(everyone) >= ALL_OF and _are_all(subjects, everyone):
        return v(*ALL_PARTIES, n=v.numeral(len(everyone)))
    together = [len(_members(about)) for about in subjects]
    named = len(subjects) if len(subjects) <= NAMED + 1 else NAMED
    names = [v.subject(about) for about in subjects[:named]]
    if named < len(subjects):
        kind = {1: subjects[0].kind, 2: "pair"}.get(max(together), "group")
        names.append(f"{v.numeral(len(subjects) - named)} {v(*_OTHERS[kind])}")
    return listed(names, v.language)


def _are_all(subjects: Sequence[About], everyone: frozenset[str]) -> bool:
    """Tell whether subjects are all parties: of thousands of pairs the first tells that they are not."""
    inside = all(x.kind == "party" and x.id in everyone for x in subjects)
    return inside and len({x.id for x in subjects}) == len(everyone)


def people_text(parties: Iterable[str], v: Voice) -> str:
    """Return what parties together are called."""
    return subjects_text([About("party", "+".join(parties))], v)


def told_together(told: Iterable[tuple[About | None, Sentence]], v: Voice) -> tuple[str, ...]:
    """Return sentences, those that say the same of several subjects as one that tells of them all.

    What is said about nobody in particular is said once. A sentence told of several is read once.
    """
    alike: dict[tuple[str, str], tuple[Sentence, dict[About, None]]] = {}
    read: dict[Sentence, str] = {}
    for about, sentence in told:
        if sentence not in read:
            read[sentence] = sentence(_SOMEBODY, False)
        key = ("" if about is None else about.kind, read[sentence])
        _, subjects = alike.setdefault(key, (sentence, {}))
        if about is not None:
            subjects[about] = None
    return tuple(
        (
            sentence(subjects_text(tuple(subjects), v), len(subjects) > 1)
            for sentence, subjects in alike.values()
        )
    )


def _members(about: About) -> list[str]:
    """Return who are taken together as one subject: a pair of parties, or all at one meeting."""
    return about.id.split("+") if about.kind == "party" else [about.id]
