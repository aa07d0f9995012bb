"""Digests in words: a case in a few lines, for a notebook or a morning mail."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gezondsamen.dossier.tracks import Track
from gezondsamen.labels import Label
from gezondsamen.language import Language
from gezondsamen.process.process import Process


def case_lines(
    title: str, tracks: Iterable[tuple[Process, Track]], parties: Iterable[str], say: Language
) -> str:
    """Return what a case is, where each of its tracks stands since when, and who takes part."""
    lines = [title]
    for process, track in tracks:
        lines.append(
            say(
                "{process}: {phase}, sinds {day}",
                "{process}: {phase}, since {day}",
                process=say.label(process.label),
                phase=say.label(process.phase(track.phase).label),
                day=say.day(track.entered[0]),
            )
        )
    names = list(parties)
    if names:
        lines.append(say("Wie er meedoen: {names}", "Who takes part: {names}", names=", ".join(names)))
    return "\n".join(lines)


def watch_summary(found: Sequence[Label], overdue: int, say: Language) -> str:
    """Return what watching found, in a sentence or two: the rules by name, and how many are late."""
    if not found and not overdue:
        return say("Er vraagt nu niets om aandacht.", "Nothing needs attention now.")
    parts = []
    if found:
        rules = "; ".join(map(say.label, found))
        one = ("1 punt vraagt om aandacht: {rules}.", "1 point needs attention: {rules}.")
        more = ("{n} punten vragen om aandacht: {rules}.", "{n} points need attention: {rules}.")
        parts.append(say(*(one if len(found) == 1 else more), n=len(found), rules=rules))
    if overdue:
        late = (
            ("1 evaluatie is te laat.", "1 evaluation is overdue."),
            ("{n} evaluaties zijn te laat.", "{n} evaluations are overdue."),
        )
        parts.append(say.count(overdue, *late))
    return " ".join(parts)
