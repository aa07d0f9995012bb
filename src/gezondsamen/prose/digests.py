"""Digests in words: a case in a few lines, for a notebook or a morning mail."""

from __future__ import annotations

from collections.abc import Iterable

from gezondsamen.dossier.tracks import Track
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
