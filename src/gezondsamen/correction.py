"""Correction: entries that were wrong are retracted and replaced.

A correction is appended: history keeps both. What must be forgotten is taken out in `redaction`.
"""

from __future__ import annotations

from datetime import date, datetime

from gezondsamen.admission import check_fact, not_a_day
from gezondsamen.dossier import facts as f
from gezondsamen.dossier.dossier import Dossier
from gezondsamen.dossier.journal import Entry
from gezondsamen.errors import InvalidRecord, shown
from gezondsamen.process.process import Process

Author = tuple[str | None, str | None, datetime | None]
"""Who entered it, on whose behalf, and when."""


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
            "unknown-entry",
            f"there is no entry {shown(number)}; the last is {len(dossier.journal)}",
            shown(number),
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
