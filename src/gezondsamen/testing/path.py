"""Paths: cases made step by step, so that together they cover a process, each of them a test.

Which ways are walked is said in `paths_cover.py`, which rules are left unmet in `paths_rules.py`; here the
facts are recorded that each step asks for, and the steps taken.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final, Literal, get_args

import attrs

from gezondsamen.arguments import check, check_day
from gezondsamen.collaboration import Collaboration
from gezondsamen.decision.repair.parties import departures
from gezondsamen.dossier import facts as f
from gezondsamen.dossier.tracks import MAIN
from gezondsamen.errors import InvalidArgument, InvalidRecord, shown
from gezondsamen.process.phases import Transition
from gezondsamen.process.process import Process
from gezondsamen.questions import situation_of_step
from gezondsamen.terms import unknown
from gezondsamen.testing.building.canonical import DAY, canonical, filled
from gezondsamen.testing.building.construction import Lack, adopted, asked
from gezondsamen.testing.building.steps import never_allowed
from gezondsamen.testing.laws.demand import process_of
from gezondsamen.testing.paths_cover import START, Item, Walked, approaches, graph_of, nearest, walks
from gezondsamen.testing.paths_rules import decision_table

Cover = Literal["phases", "transitions", "pairs", "rules"]
"""What paths cover together."""

FEW: Final = 3
"""So many codes of rules stand in an id at most."""


@attrs.frozen(kw_only=True)
class PathStep:
    """Hold one step of a path: the case before it, what is done on which day, and the case after it.

    `facts` were recorded since the step before it. `unmet` are the codes of the rules that hold it up, in
    their order: where there are any, the step is refused and the case after it is the one before. `advised`
    are the codes of those that only warn.
    """

    before: Collaboration
    trigger: str
    on: date
    track: str = MAIN
    facts: tuple[f.Fact, ...] = ()
    unmet: tuple[str, ...] = ()
    advised: tuple[str, ...] = ()
    after: Collaboration

    @property
    def allowed(self) -> bool:
        """Whether the step may be taken, and is."""
        return not self.unmet


@attrs.frozen(repr=False)
class Path:
    """Hold steps, each beginning where the one before it ended; `str` gives the id.

    `covers` says what no path before it covers: phases, transitions as `phase.trigger`, pairs as
    `phase.trigger.trigger`, and for rules what the id says.
    """

    id: str
    steps: tuple[PathStep, ...]
    covers: tuple[str, ...]

    def __str__(self) -> str:
        return self.id

    def __repr__(self) -> str:
        return f"Path({self.id!r}, {' → '.join(step.trigger for step in self.steps)})"


def paths(
    process: Process,
    cover: Cover = "transitions",
    *,
    case: Collaboration | None = None,
    track: str = MAIN,
    on: date | None = None,
) -> tuple[Path, ...]:
    """Return the fewest paths through a process that cover each phase, transition, pair or rule of it.

    - `phases` and `transitions`: each that can be reached from the beginning;
    - `pairs`: each transition after each that leads to its phase, and each first one;
    - `rules`: the decision table of each step, a path of one step for each of its rows: no rule unmet; each
      rule as the only one, which shows that it makes the difference; each two hard rules unmet together. One
      row leaves many rules unmet where that saves others.

    Paths begin with a fresh case on `DAY`, or with your own `case`, on a `track` on which the process
    runs; then `on` is by default the last day on record. What the check of each step proposes is recorded
    before it, all on one day. Ids are readable, and the same at each run:
    `pytest.mark.parametrize("path", paths(MY_PROCESS), ids=str)`.

    Left out are pairs of which the second step cannot be allowed after the first, and rules that no case
    was found to leave unmet (`assert_process_laws` names these). Unmet beside a rule are only rules that
    imply it.

    Raises `InvalidRecord` where nothing that can be recorded makes some step allowed, or leads to some
    phase, and where another process runs on the track; `InvalidArgument` for another word than those four,
    and for a case, a track or a day where rules are covered.

    >>> import gezondsamen as gs
    >>> for step in paths(gs.CERTIFICATE, "transitions")[0].steps:
    ...     print(step.before.phase, step.trigger, step.after.phase)
    no_certificate submit application
    application request_information additional_information
    additional_information supply_information application
    application reject rejected
    rejected refrain discontinued
    >>> [path.id for path in paths(gs.CERTIFICATE, "rules")][:2]
    ['no_certificate.submit-allowed', 'no_certificate.submit-warns-WEL-09']
    """
    check("process", process, Process, "a process")
    check("cover", cover, str, "a text")
    check("case", case, (Collaboration, type(None)), "a collaboration")
    check("track", track, str, "a text")
    if on is not None:
        check_day("on", on)
    match cover:
        case "phases" | "transitions" | "pairs":
            return _Walker.beginning(process, case, track, on).walked(cover)
        case "rules":
            if case is not None or track != MAIN or on is not None:
                message = (
                    "paths that cover rules take no case, no track and no day: they make cases of their own"
                )
                raise InvalidArgument("wrong-type", message, shown(case or on or track))
            return _of_rules(process)
        case _:
            message = f"paths cover {', '.join(get_args(Cover))}, not {shown(cover)}."
            raise unknown(InvalidArgument, "kind", cover, get_args(Cover), message)


# --- walking ------------------------------------------------------------------------------------------


@attrs.frozen
class _Walker:
    """Make the cases along walks through a process on a track, all on one day."""

    process: Process
    begin: Collaboration
    track: str
    on: date
    is_fresh: bool

    @classmethod
    def beginning(cls, process: Process, case: Collaboration | None, track: str, on: date | None) -> _Walker:
        if case is None and track == MAIN:
            day = on or DAY
            return cls(process, canonical(process, on=day), track, day, is_fresh=True)
        begin = canonical(process) if case is None else case
        if process_of(begin, track) != process:
            raise InvalidRecord(
                "other-process", f"process {process.key!r} does not run on track {track!r}.", track
            )
        day = on or max(entry.fact.on for entry in begin.entries_after(0))
        return cls(process, begin, track, day, is_fresh=False)

    def walked(self, cover: Walked) -> tuple[Path, ...]:
        """Return the paths; where the history of one bars a step, others begin anew for what it missed."""
        graph = graph_of(self.process, cover, self.begin.phase_of(self.track))
        missing = dict.fromkeys(graph.wanted)
        found: list[Path] = []
        for walk in walks(graph):
            found += self._paths(self.begin, graph.triggers(walk), missing)
        for item in graph.wanted:
            if item in missing:
                shortest = nearest(graph.arcs, START, [item])
                found += self._paths(self.begin, graph.triggers(shortest), missing)
            for phase, way in approaches(self.process, item):
                if item in missing and self.is_fresh:
                    found += self._paths(adopted(self.process, phase), way, missing)
        self._require_each(cover, missing)
        return tuple(found)

    def _paths(
        self, case: Collaboration, walk: Iterable[tuple[str, Item]], missing: dict[Item, None]
    ) -> list[Path]:
        """Return the path along a walk up to the last missing thing that it covers, if it covers any."""
        steps: list[PathStep] = []
        covers: list[Item] = []
        length = 0
        for trigger, item in walk:
            step = self._step(case, trigger)
            if step is None:
                break
            case = step.after
            steps.append(step)
            if item in missing:
                del missing[item]
                covers.append(item)
                length = len(steps)
        if not covers:
            return []
        count = f"{length}-steps" if length > 1 else "1-step"
        return [Path(f"{_text(covers[-1])}-in-{count}", tuple(steps[:length]), tuple(map(_text, covers)))]

    def _require_each(self, cover: Walked, missing: Iterable[Item]) -> None:
        """Refuse to leave out a phase or a transition; pairs may be barred by what one of them demands."""
        for item in missing:
            if cover == "phases":
                message = f"no way leads to phase {item[0]!r} of process {self.process.key!r}."
                raise InvalidRecord("no-route", message, item[0])
            if cover == "transitions" or len(item) == 2:
                raise never_allowed(self.process, item[1])

    def _step(self, case: Collaboration, trigger: str) -> PathStep | None:
        """Return the step taken, with what its check proposes recorded before; None where it is refused."""
        for begin in (case, *self._smaller(case, trigger)):
            check = begin.check(trigger, on=self.on, track=self.track)
            try:
                before = begin.record(*filled(check.repair))
            except InvalidRecord:
                continue
            check = before.check(trigger, on=self.on, track=self.track)
            if check.allowed:
                return PathStep(
                    before=before,
                    trigger=trigger,
                    on=self.on,
                    track=self.track,
                    facts=tuple(entry.fact for entry in before.entries_after(case.version)),
                    advised=tuple(row.requirement.code for row in check.outcomes if row.status == "advised"),
                    after=before.advance(trigger, on=self.on, track=self.track),
                )
        return None

    def _smaller(self, case: Collaboration, trigger: str) -> Iterator[Collaboration]:
        """Yield the case without the parties that are too many for a condition of the step."""
        s = situation_of_step(case.processes, case.dossier, trigger, self.on, self.track, None)
        if s.step is not None:
            for leaving in departures(asked(s.step.requires), s):
                yield case.record(*leaving)


def _text(item: Item) -> str:
    return ".".join(item)


# --- rules --------------------------------------------------------------------------------------------


def _of_rules(process: Process) -> tuple[Path, ...]:
    found: dict[str, Path] = {}
    for step in process.transitions:
        for lack in decision_table(process, step):
            row = _row(step, lack)
            what = _what(row)
            number = sum(path.startswith(f"{step.where}-{what}") for path in found)
            name = f"{step.where}-{what}" + (f"-{number + 1}" if number else "")
            found[name] = Path(name, (row,), (name,))
    return tuple(found.values())


def _row(step: Transition, lack: Lack) -> PathStep:
    allowed = not lack.unmet
    return PathStep(
        before=lack.case,
        trigger=step.trigger,
        on=lack.day,
        unmet=tuple(rule.code for rule in step.requires if rule.code in lack.unmet),
        advised=tuple(rule.code for rule in step.advises if rule.code in lack.advised),
        after=lack.case.advance(step.trigger, on=lack.day) if allowed else lack.case,
    )


def _what(row: PathStep) -> str:
    """Return in a word what a row of a decision table shows."""
    codes = row.unmet or row.advised
    if not codes:
        return "allowed"
    more = f"+{len(codes) - FEW}-more" if len(codes) > FEW else ""
    return ("lacks-" if row.unmet else "warns-") + "+".join(codes[:FEW]) + more
