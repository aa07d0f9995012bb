"""Correction: entries that were wrong are retracted and replaced, personal data are redacted.

A correction is appended: history keeps both. Redaction is the one change of what was entered.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import attrs

from gezondsamen.admission import check_fact, not_a_day
from gezondsamen.dossier import facts as f
from gezondsamen.dossier.dossier import Dossier
from gezondsamen.dossier.journal import Entry, Journal
from gezondsamen.errors import InvalidRecord
from gezondsamen.process.process import Process
from gezondsamen.terms import unknown

Author = tuple[str | None, str | None, datetime | None]
"""Who entered it, on whose behalf, and when."""

REDACTED = "…"
"""What stands where a personal text stood."""


def corrected(
    processes: tuple[Process, ...],
    dossier: Dossier,
    first: date,
    number: int,
    replacement: f.Fact | None,
    *,
    reason: str,
    on: date | None,
    author: Author,
) -> Dossier:
    """Return the dossier with an entry retracted, and another fact in its place where one is given."""
    if not isinstance(reason, str) or not reason.strip():
        raise InvalidRecord("empty", "a correction needs a reason", "reason")
    if not isinstance(number, int) or not 1 <= number <= len(dossier.journal):
        raise InvalidRecord(
            "unknown-entry", f"there is no entry {number!r}; the last is {len(dossier.journal)}", str(number)
        )
    wrong = dossier.journal[number]
    day = wrong.fact.on if on is None else on
    if type(day) is not date:
        raise not_a_day("on", day)
    draft = wrong.fact
    if isinstance(draft, f.AgreementDrafted) and draft.agreement in dossier.known.tracks:
        after = replacement if isinstance(replacement, f.AgreementDrafted) else None
        if after is None or after.agreement != draft.agreement:
            raise InvalidRecord(
                "track-runs",
                f"agreement {draft.agreement!r} has a track that runs; correct it, but keep its id",
                draft.agreement,
            )
    count = len(dossier.journal)
    entries: list[Entry] = [Entry(count + 1, f.Retracted(day, number, reason), *author)]
    if replacement is not None:
        check_fact(replacement, processes, dossier.known.tracks, first)
        entries.append(Entry(count + 2, replacement, *author, wrong.replaces or number))
    return dossier.plus(*entries)


_PERSONAL = ("text", "reason", "title", "unit")
_PERSONS = ("person", "evaluator", "approved_by")


def redacted(dossier: Dossier, entry: int | None, person: str | None) -> Dossier:
    """Return the dossier with the free texts of an entry, or every mention of a person, replaced."""
    if (entry is None) == (person is None):
        raise InvalidRecord("redact", "say what to redact: entry=... or person=...", "entry, person")
    if entry is not None:
        if not 1 <= entry <= len(dossier.journal):
            raise InvalidRecord("unknown-entry", f"there is no entry {entry}", str(entry))
        changed = [_without_texts(e) if e.number == entry else e for e in dossier.journal]
        return Dossier(Journal.of(changed))
    assert person is not None
    mentions = {name for e in dossier.journal for name in _persons(e)}
    if person not in mentions:
        message = f"nobody is recorded as {person!r}."
        raise unknown(InvalidRecord, "person", person, mentions, message)
    alias = next(name for n in range(1, len(mentions) + 2) if (name := f"redacted-{n}") not in mentions)
    return Dossier(Journal.of(_renamed(e, person, alias) for e in dossier.journal))


def _without_texts(entry: Entry) -> Entry:
    fact: Any = entry.fact
    if isinstance(fact, f.PartyJoined):
        return attrs.evolve(entry, fact=attrs.evolve(fact, party=attrs.evolve(fact.party, name=REDACTED)))
    names = [a.name for a in attrs.fields(type(fact)) if a.name in _PERSONAL and getattr(fact, a.name)]
    return attrs.evolve(entry, fact=attrs.evolve(fact, **dict.fromkeys(names, REDACTED)))


def _persons(entry: Entry) -> list[str]:
    found = [entry.by, *(getattr(entry.fact, name, None) for name in _PERSONS)]
    return [name for name in found if name]


def _renamed(entry: Entry, person: str, alias: str) -> Entry:
    fact: Any = entry.fact
    names = [name for name in _PERSONS if getattr(fact, name, None) == person]
    if names:
        fact = attrs.evolve(fact, **dict.fromkeys(names, alias))
    return attrs.evolve(entry, fact=fact, by=alias if entry.by == person else entry.by)
