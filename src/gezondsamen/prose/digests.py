"""Digests in words: a case in a few lines, for a notebook or a morning mail."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Protocol

from gezondsamen.dossier.tracks import MAIN, Track
from gezondsamen.labels import Label
from gezondsamen.language import Language, capitalised
from gezondsamen.process.evaluation_points import EvaluationPoint
from gezondsamen.process.process import Process
from gezondsamen.process.requirements import Requirement
from gezondsamen.prose.scene import Scene


class Ruled(Protocol):
    """A row of a watch: how one rule came out."""

    @property
    def requirement(self) -> Requirement: ...


class Pointed(Protocol):
    """A moment of evaluation."""

    @property
    def on(self) -> date: ...
    @property
    def point(self) -> EvaluationPoint: ...


class Watched(Protocol):
    """How a phase stands."""

    @property
    def phase(self) -> str: ...
    @property
    def track(self) -> str: ...
    @property
    def scene(self) -> Scene | None: ...
    @property
    def found(self) -> Sequence[Ruled]: ...
    @property
    def overdue(self) -> Sequence[Pointed]: ...


class Fresh(Protocol):
    """What is new."""

    @property
    def phase(self) -> str | None: ...
    @property
    def found(self) -> Sequence[Ruled]: ...
    @property
    def settled(self) -> Sequence[Ruled]: ...
    @property
    def overdue(self) -> Sequence[Pointed]: ...
    @property
    def answered(self) -> Sequence[Pointed]: ...


class Timed(Protocol):
    """A step that time has made due."""

    @property
    def trigger(self) -> str: ...
    @property
    def since(self) -> date: ...


class Tracked(Protocol):
    """What there is to say of a track."""

    @property
    def watch(self) -> Watched: ...
    @property
    def due(self) -> Sequence[Timed]: ...
    @property
    def news(self) -> Fresh | None: ...


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
        one = ("Eén punt vraagt om aandacht: {rules}.", "One point needs attention: {rules}.")
        more = ("{n} punten vragen om aandacht: {rules}.", "{n} points need attention: {rules}.")
        number = capitalised(say.numeral(len(found)))
        parts.append(say(*(one if len(found) == 1 else more), n=number, rules=rules))
    if overdue:
        late = (
            ("Eén gepland moment is voorbij.", "One planned moment is overdue."),
            ("{n} geplande momenten zijn voorbij.", "{n} planned moments are overdue."),
        )
        parts.append(say.count(overdue, *late))
    return " ".join(parts)


def digest_head(title: str, day: date, say: Language) -> str:
    """Return the first line of a digest: the name of the case, and the day."""
    return say("{title}, {day}", "{title}, {day}", title=title, day=say.day(day))


def track_lines(track: Tracked, say: Language) -> Iterator[str]:
    """Yield how a track stands, or what is new where that was asked; and the steps that are due."""
    watch = track.watch
    assert watch.scene is not None
    process = watch.scene.process
    name = say.label(process.label) if watch.track == MAIN else f"{say.label(process.label)}, {watch.track}"
    where = f"{name}: {say.label(process.phase(watch.phase).label)}"
    if track.news is None:
        rules = [row.requirement.name for row in watch.found]
        yield f"{where}. {watch_summary(rules, len(watch.overdue), say)}"
    else:
        yield f"{where}. {' '.join(_news(track.news, process, say))}"
    for step in track.due:
        label = next(t.label for t in process.transitions if t.trigger == step.trigger)
        yield say(
            "Aan de beurt sinds {day}: {step}.",
            "Due since {day}: {step}.",
            day=say.day(step.since),
            step=say.label(label),
        )


def _news(fresh: Fresh, process: Process, say: Language) -> Iterator[str]:
    said = False
    if fresh.phase is not None:
        said = True
        before = say.label(process.phase(fresh.phase).label)
        yield say("De vorige fase was: {before}.", "The phase before was: {before}.", before=before)
    for (nl, en), names in (
        (("Nieuw: {names}.", "New: {names}."), _rules(fresh.found, say)),
        (("Opgelost: {names}.", "Settled: {names}."), _rules(fresh.settled, say)),
        (("Nu te laat: {names}.", "Now overdue: {names}."), _moments(fresh.overdue, say)),
        (("Niet meer te laat: {names}.", "No longer overdue: {names}."), _moments(fresh.answered, say)),
    ):
        if names:
            said = True
            yield say(nl, en, names="; ".join(names))
    if not said:
        yield say("Er is niets nieuws.", "Nothing is new.")


def _rules(rows: Sequence[Ruled], say: Language) -> list[str]:
    return [say.label(row.requirement.name) for row in rows]


def _moments(moments: Sequence[Pointed], say: Language) -> list[str]:
    return [f"{say.label(moment.point.label)} ({say.day(moment.on)})" for moment in moments]


def still_line(last: date, days: int, say: Language) -> str:
    """Return that nothing has happened for a while."""
    return say(
        "Sinds {day} is er niets gebeurd: al {n} dagen.",
        "Nothing has happened since {day}: {n} days.",
        day=say.day(last),
        n=say.numeral(days),
    )
