"""Migration rehearsed: what would block and what would change when cases go on under other processes.

Nothing is stored and nothing is taken: each answer is a value, made when it is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Literal

import attrs

from gezondsamen.arguments import check_day, check_iterable
from gezondsamen.collaboration import Collaboration
from gezondsamen.decision.check import Check
from gezondsamen.dossier import facts as f
from gezondsamen.dossier.journal import Entry
from gezondsamen.errors import Blocker, GezondsamenError, InvalidArgument, ProcessChanged
from gezondsamen.exchange.documents import Processes, loads
from gezondsamen.language import language_of
from gezondsamen.periods import Every
from gezondsamen.prose.rehearsals import rehearsal_page
from gezondsamen.questions import by_key
from gezondsamen.renames import Renames
from gezondsamen.schedule.moments import Change, Schedule
from gezondsamen.schedule.schedule import evaluation_schedule
from gezondsamen.terms import words

Answer = Literal["allowed", "refused"]
_YEAR = Every(years=1)


@attrs.frozen
class StepChange:
    """Name a step out of the present phase that is answered otherwise.

    `before` and `after` are None where there is no such step.
    """

    track: str
    trigger: str
    before: Answer | None
    after: Answer | None


@attrs.frozen
class Rehearsal:
    """Say what would become of one case under other processes.

    `blockers` keep it from loading, and so does any other `problem`. `steps` are answered otherwise on the
    day asked about; `moments` come, go, move or change their status; `waivers` are the numbers of entries
    whose rule or step is gone, or can no longer be set aside; `unsupported` are checks of steps taken that
    a review objects to only now; `unknown` are words (scheme, key) that no process knows any more.
    """

    case: str
    blockers: tuple[Blocker, ...] = ()
    problem: str = ""
    steps: tuple[StepChange, ...] = ()
    moments: tuple[Change, ...] = ()
    waivers: tuple[int, ...] = ()
    unsupported: tuple[Check, ...] = ()
    unknown: tuple[tuple[str, str], ...] = ()

    @property
    def blocked(self) -> bool:
        """Whether the case does not load."""
        return bool(self.blockers or self.problem)

    @property
    def unchanged(self) -> bool:
        """Whether the case loads and nothing is answered otherwise."""
        return self == Rehearsal(self.case)

    def explain(self, lang: str) -> str:
        """Return the answer in a few lines; raises `InvalidArgument` for a language without texts."""
        return rehearsal_page(self, language_of(lang))


def rehearse(
    cases: Iterable[Collaboration | str | bytes],
    processes: Processes,
    *,
    on: date,
    renames: Renames | Mapping[str, Any] | None = None,
    as_taken: bool = False,
    before: Processes | None = None,
) -> Iterator[Rehearsal]:
    """Yield what would become of each case under other processes, as judged on a day.

    `cases` are collaborations, or documents, which are first read with the processes that they were kept
    under (`before`, by default those that ship). `renames` and `as_taken` are those of `loads`. Moments
    are looked at through a year after the day.

    Raises nothing about a case: what goes wrong is told in its rehearsal.

    >>> from gezondsamen.examples import load
    >>> case = load("EX-03").case
    >>> stricter = case.process.adapt(key="pps-2")
    >>> (found,) = rehearse([case], [stricter], on=date(2012, 1, 1))
    >>> found.blocked, found.blockers[0].kind
    (True, 'process')
    """
    check_day("on", on)
    words_now = Renames.of(renames)
    known = tuple(by_key(processes).values())
    check_iterable("cases", cases, "collaborations, or documents")
    for given in cases:
        name = given.id if isinstance(given, Collaboration) else "?"
        try:
            case = given if isinstance(given, Collaboration) else _read(given, before)
            name = case.id
            after = Collaboration.replay(known, case.entries_after(0), renames=words_now, as_taken=as_taken)
            yield _compared(case, after, words_now, on)
        except ProcessChanged as problem:
            yield Rehearsal(name, problem.blockers)
        except GezondsamenError as problem:
            yield Rehearsal(name, problem=str(problem))


def _read(text: str | bytes, processes: Processes | None) -> Collaboration:
    case = loads(text, processes=processes, as_taken=True)
    if not isinstance(case, Collaboration):
        raise InvalidArgument("not-a-case", f"this document holds a {type(case).__name__}, which is no case")
    return case


# --- comparing ---------------------------------------------------------------------------------------


def _compared(case: Collaboration, after: Collaboration, renames: Renames, on: date) -> Rehearsal:
    objected = {(check.on, check.track, check.trigger) for check in _renamed(case, renames, case.review())}
    return Rehearsal(
        case.id,
        steps=tuple(_steps(case, after, renames, on)),
        moments=tuple(_moments(case, after, renames, on)),
        waivers=tuple(_waivers(after)),
        unsupported=tuple(
            check for check in after.review() if (check.on, check.track, check.trigger) not in objected
        ),
        unknown=tuple(dict.fromkeys(_unknown(after))),
    )


def _renamed(case: Collaboration, renames: Renames, checks: Iterable[Check]) -> Iterator[Check]:
    owner = {track.name: track.process for track in case.dossier.tracks}
    for check in checks:
        yield attrs.evolve(check, trigger=renames.word(owner[check.track], "trigger", check.trigger))


def _steps(case: Collaboration, after: Collaboration, renames: Renames, on: date) -> Iterator[StepChange]:
    for track in case.tracks:
        if case.visits_of(track)[0].entered > on:
            continue
        old = _answers(_renamed(case, renames, case.options(on=on, track=track).values()))
        new = _answers(after.options(on=on, track=track).values())
        for trigger in dict.fromkeys((*old, *new)):
            if old.get(trigger) != new.get(trigger):
                yield StepChange(track, trigger, old.get(trigger), new.get(trigger))


def _answers(checks: Iterable[Check]) -> dict[str, Answer]:
    return {check.trigger: "allowed" if check.allowed else "refused" for check in checks}


def _moments(case: Collaboration, after: Collaboration, renames: Renames, on: date) -> Iterator[Change]:
    until = _YEAR.after(on)
    old = evaluation_schedule(case, on=on, until=until)
    new = evaluation_schedule(after, on=on, until=until)
    for change in new.diff(_with_ids_of_now(old, renames)):
        one, other = change.before, change.after
        if change.kind != "changed" or (one and one.status) != (other and other.status):
            yield change


def _with_ids_of_now(schedule: Schedule, renames: Renames) -> Schedule:
    """Return a schedule whose moments bear the ids that they have after renaming."""

    def renamed(ident: str, process: str) -> str:
        head, point, *rest = ident.rsplit("/", 3)
        return "/".join((head, renames.word(process, "point", point), *rest))

    moments = (attrs.evolve(moment, id=renamed(moment.id, moment.process)) for moment in schedule)
    return attrs.evolve(schedule, moments=tuple(moments))


def _waivers(case: Collaboration) -> Iterator[int]:
    """Yield the entries of waivers that set nothing aside any more."""
    running = {track.name: track.process for track in case.dossier.tracks}
    for entry in case.dossier.entries(f.WaiverGranted):
        waiver = entry.fact
        owners = [p for p in case.processes if running.get(waiver.track or "", p.key) == p.key]
        rules = [p.requirements[waiver.rule] for p in owners if waiver.rule in p.requirements]
        steps = {trigger for p in owners for trigger in p.triggers} | {None}
        if not any(rule.waivable for rule in rules) or waiver.trigger not in steps:
            yield entry.number


def _unknown(case: Collaboration) -> Iterator[tuple[str, str]]:
    """Yield the words of a case that none of its processes knows."""
    entry: Entry
    for entry in case.dossier.events():
        for scheme, key in words(entry.fact):
            if not any(p.term(scheme, key) for p in case.processes):
                yield scheme, key
