"""Rehearsals in a few lines: what would block one case, or change for it, under other processes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, Protocol

from gezondsamen.language import Language
from gezondsamen.prose.statuses import Words


class Step(Protocol):
    """A step that is answered otherwise."""

    @property
    def trigger(self) -> str: ...
    @property
    def after(self) -> str | None: ...


class Moment(Protocol):
    """A moment that differs."""

    @property
    def kind(self) -> str: ...


class Taken(Protocol):
    """A step taken that no longer holds."""

    @property
    def trigger(self) -> str: ...
    @property
    def on(self) -> date: ...
    def summary(self, lang: str) -> str: ...


class Found(Protocol):
    """What would become of one case."""

    @property
    def case(self) -> str: ...
    @property
    def blockers(self) -> Sequence[object]: ...
    @property
    def problem(self) -> str: ...
    @property
    def unchanged(self) -> bool: ...
    @property
    def steps(self) -> Sequence[Step]: ...
    @property
    def moments(self) -> Sequence[Moment]: ...
    @property
    def waivers(self) -> Sequence[int]: ...
    @property
    def unsupported(self) -> Sequence[Taken]: ...
    @property
    def unknown(self) -> Sequence[tuple[str, str]]: ...


_STEPS: Final[dict[str | None, Words]] = {
    "allowed": ("- Stap “{step}” kan nu wel.", "- Step “{step}” can be taken now."),
    "refused": ("- Stap “{step}” kan nu niet.", "- Step “{step}” cannot be taken now."),
    None: ("- Stap “{step}” is er niet meer.", "- Step “{step}” is gone."),
}

_MOMENTS: Final[dict[str, Words]] = {
    "added": ("- Evaluaties erbij: {count}.", "- Evaluations added: {count}."),
    "dropped": ("- Evaluaties vervallen: {count}.", "- Evaluations dropped: {count}."),
    "moved": ("- Evaluaties verschoven: {count}.", "- Evaluations moved: {count}."),
    "changed": (
        "- Evaluaties met een andere status: {count}.",
        "- Evaluations with another status: {count}.",
    ),
}


def rehearsal_page(found: Found, say: Language) -> str:
    """Return what would become of a case in a few lines."""
    return "\n".join(_lines(found, say)) + "\n"


def _lines(found: Found, say: Language) -> Iterator[str]:
    if found.blockers or found.problem:
        yield say("{case}: kan niet worden geladen.", "{case}: does not load.", case=found.case)
        yield from (f"- {blocker}" for blocker in found.blockers)
        if found.problem:
            yield f"- {found.problem}"
    elif found.unchanged:
        yield say("{case}: er verandert niets.", "{case}: nothing changes.", case=found.case)
    else:
        yield say("{case}: er verandert iets.", "{case}: something changes.", case=found.case)
        yield from _changes(found, say)


def _changes(found: Found, say: Language) -> Iterator[str]:
    yield from (say(*_STEPS[step.after], step=step.trigger) for step in found.steps)
    for kind, text in _MOMENTS.items():
        count = sum(change.kind == kind for change in found.moments)
        if count:
            yield say(*text, count=count)
    if found.waivers:
        yield say(
            "- Afwijkingen van een regel die niets meer doen: regel {entries} in het journaal.",
            "- Waivers that set nothing aside: entry {entries} of the journal.",
            entries=say.listing(map(str, found.waivers)),
        )
    for taken in found.unsupported:
        yield say(
            "- Stap “{step}” van {day} klopt niet meer. {why}",
            "- Step “{step}” of {day} is no longer supported. {why}",
            step=taken.trigger,
            day=say.day(taken.on),
            why=taken.summary(say.code),
        )
    if found.unknown:
        keys = say.listing([f"“{key}”" for _, key in found.unknown])
        yield say("- Woorden die niet meer bestaan: {keys}.", "- Words that are gone: {keys}.", keys=keys)
