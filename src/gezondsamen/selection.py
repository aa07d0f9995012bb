"""Selections: which entries on record a question picks, by the words, parties and tracks it names.

A name that nobody knows is refused: a misspelt question must not be answered with "nothing".
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import Any

import attrs

from gezondsamen import admission, arguments, questions
from gezondsamen.dossier.dossier import Dossier
from gezondsamen.dossier.journal import Entry
from gezondsamen.dossier.known import F, Known
from gezondsamen.dossier.parties import About
from gezondsamen.errors import InvalidRecord, shown
from gezondsamen.process.process import Process
from gezondsamen.questions import Subject
from gezondsamen.terms import Term, to_key, unknown

Word = str | Term | None
"""A term or its key, where an answer is narrowed to it."""


@attrs.frozen
class Selection:
    """Hold what a question picks from: the processes, all that was ever recorded, and what was known then.

    Its methods raise `InvalidRecord` for a name that is not known, with the nearest one.
    """

    processes: tuple[Process, ...]
    ever: Dossier
    known: Known

    def word(self, scheme: str, word: Word) -> str | None:
        """Return the key of a word of one of the processes."""
        if word is None:
            return None
        key = to_key(word)
        arguments.check(scheme, key, str, "a word", InvalidRecord)
        if not any(process.term(scheme, key) for process in self.processes):
            choices = [known for process in self.processes for known in process.vocabulary.get(scheme, ())]
            message = f"{scheme.replace('_', ' ')} {shown(key)} is not a word of the processes here."
            raise unknown(InvalidRecord, scheme, key, choices, message)
        return key

    def rule(self, code: str | None) -> str | None:
        """Return the code of a rule of one of the processes."""
        arguments.check_text("rule", code, InvalidRecord)
        codes = [known for process in self.processes for known in process.requirements]
        if code is not None and code not in codes:
            message = f"no process here has a rule {shown(code)}."
            raise unknown(InvalidRecord, "rule", code, codes, message)
        return code

    def line(self, party: str | None) -> frozenset[str] | None:
        """Return every id that counts as a party: its own, and those it succeeded."""
        if party is None:
            return None
        questions.require_party("party", party, self.ever.known)
        return self.known.line(party)

    def subject(self, about: Subject) -> About | None:
        """Return what a fact is asked to be about."""
        subject = About.of(about)
        admission.check_subject(subject)
        if subject is not None and subject.kind == "party":
            questions.require_party("about", subject.id, self.ever.known)
        return subject

    def track(self, track: str | None) -> str | None:
        """Return the name of a track, or of an agreement that may have one."""
        arguments.check_text("track", track, InvalidRecord)
        if track is not None and track not in self.ever.known.agreements:
            self.ever.track(track)
        return track

    def filed(self, kind: type[F], scheme: str, word: Word, track: str | None) -> tuple[Entry[F], ...]:
        """Return the entries of a class that is filed by topic or subject, in the order of events."""
        track, key = self.track(track), self.word(scheme, word)
        words = [topic for cls, topic in self.known.filed if cls is kind] if key is None else [key]
        every: list[Entry[Any]] = [e for topic in words for e in self.known.of(kind, topic)]
        return tuple(sorted((e for e in every if counts_on(track, e.fact.track)), key=lambda e: e.place))

    def of_kind(self, kind: type[F], scheme: str, word: Word, track: str | None) -> tuple[Entry[F], ...]:
        """Return the entries of a class that is filed as a whole, those of one kind."""
        track, key = self.track(track), self.word(scheme, word)
        every: tuple[Entry[Any], ...] = self.known.of(kind)
        return tuple(e for e in every if key in (None, e.fact.kind) and counts_on(track, e.fact.track))

    def heir(self, about: About | None) -> About | None:
        """Return a subject, a party that was succeeded as its successor."""
        if about is None or about.kind != "party":
            return about
        return About("party", self.known.heir(about.id))


def counts_on(track: str | None, own: str | None) -> bool:
    """Tell whether what stands on a track, or on all, counts on the track that is asked about."""
    return track is None or own is None or own == track


def latest(entries: Iterable[Entry[F]], of: Callable[[Entry[F]], Hashable]) -> tuple[Entry[F], ...]:
    """Return of entries alike the last, in the order of events."""
    last = {of(entry): entry for entry in entries}
    return tuple(sorted(last.values(), key=lambda entry: entry.place))
