"""Replay: a kept journal becomes a dossier again, if it could have happened in the processes at hand.

Structure is looked at as when it was recorded: numbers, tracks, phases, where steps lead, days. Rules are
never judged again, and words that a process no longer knows stay readable.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final, cast

import attrs

from gezondsamen.dossier import facts as f
from gezondsamen.dossier.dossier import Dossier
from gezondsamen.dossier.fold import follow
from gezondsamen.dossier.history import check_kept
from gezondsamen.dossier.journal import Entry, Journal
from gezondsamen.dossier.known import Known
from gezondsamen.dossier.ledger import Ledger
from gezondsamen.dossier.tracks import MAIN
from gezondsamen.errors import Blocker, InvalidRecord, ProcessChanged
from gezondsamen.process.process import Process
from gezondsamen.renames import Renames
from gezondsamen.terms import nearest

MOST_BLOCKERS: Final = 100
"""Blockers beyond this many are counted only."""

Used = tuple[dict[str, Process], dict[str, Process]]
"""The processes by their keys, and by the tracks that run through them."""

Elsewhere = tuple[Entry[f.StepTaken], str | None]
"""A step that does not lead where it led, and where it leads (None: not out of the phase it was taken in)."""


def replayed(
    processes: Mapping[str, Process],
    entries: tuple[Entry, ...],
    renames: Renames | None = None,
    *,
    as_taken: bool = False,
) -> tuple[tuple[Process, ...], Dossier]:
    """Return the processes that a journal runs through, and its dossier, folded and checked.

    With `as_taken`, a step that leads elsewhere in the process at hand stays as it was taken.

    Raises `ProcessChanged` with everything that does not fit the processes, and `InvalidRecord`, whose
    `index` is the place of the entry, when the entries do not make a journal.
    """
    _check_numbers(entries)
    check_kept(entries)
    kept, entries = entries, entries if renames is None else renames.applied(entries)
    blockers = _Blockers(kept)
    used, running = _known_words(processes, entries, blockers)
    blockers.report()
    dossier, elsewhere = _folded(Dossier(Journal.of(entries)), running)
    if elsewhere and not as_taken:
        for entry, target in elsewhere:
            blockers.add(entry, "target", entry.fact.phase, target, running[entry.fact.track])
        blockers.report()
    return tuple(used.values()), dossier


# --- what makes a journal ----------------------------------------------------------------------------


def _check_numbers(entries: tuple[Entry, ...]) -> None:
    if not entries or not isinstance(entries[0].fact, f.TrackOpened) or entries[0].fact.track != MAIN:
        raise InvalidRecord("no-start", "a journal begins with the opening of its main track", "entries")
    first = entries[0].place[0]
    for index, entry in enumerate(entries):
        number, fact = index + 1, entry.fact
        if entry.number != number:
            raise InvalidRecord(
                "numbering",
                f"entry {entry.number} stands where entry {number} should",
                str(entry.number),
                index,
            )
        day = fact.on
        if type(fact) is f.TrackOpened:
            day = entry.place[0]
            first = min(first, day) if fact.track == MAIN else first
        if day < first:
            raise InvalidRecord(
                "before-start",
                f"{type(fact).__name__} is dated {day}, before the start on {first}",
                str(day),
                index,
                values={"first": str(first)},
            )


def _folded(dossier: Dossier, running: Mapping[str, Process]) -> tuple[Dossier, list[Elsewhere]]:
    """Return the dossier with what is known, and the steps that lead elsewhere in the process at hand."""
    ledger = Ledger(Known())
    elsewhere: list[Elsewhere] = []
    for entry in dossier.events():
        fact = entry.fact
        if type(fact) is f.StepTaken and fact.track in ledger.tracks:
            step = running[fact.track].transition(ledger.tracks[fact.track].phase, fact.trigger)
            if step is None or step.target != fact.phase:
                elsewhere.append((cast("Entry[f.StepTaken]", entry), None if step is None else step.target))
        try:
            follow(ledger, entry, entry.place)
        except InvalidRecord as problem:
            raise attrs.evolve(problem, index=entry.number - 1) from None
    return Dossier(dossier.journal, None, ledger.closed()), elsewhere


# --- what fits the processes -------------------------------------------------------------------------


class _Blockers:
    """Collect what does not fit, each nearest word asked for once."""

    def __init__(self, kept: tuple[Entry, ...]) -> None:
        self.kept = kept
        self.found: list[Blocker] = []
        self.more = 0
        self.nearest: dict[tuple[str, str, str], str | None] = {}

    def add(self, entry: Entry, kind: str, key: str, known: Iterable[str] | str | None, owner: Any) -> None:
        if len(self.found) >= MOST_BLOCKERS:
            self.more += 1
            return
        process = owner.key if isinstance(owner, Process) else owner
        fact: Any = entry.fact
        if kind == "target":
            target = known if isinstance(known, str) else None
            self.found.append(Blocker(entry.number, kind, key, target, process, step=fact.trigger))
            return
        asked = (process, kind, key)
        if asked not in self.nearest:
            self.nearest[asked] = nearest(key, known or ())
        old = getattr(self.kept[entry.number - 1].fact, kind)
        renamed = None if old == key else key
        close = self.nearest[asked]
        self.found.append(Blocker(entry.number, kind, old, close, process, renamed))

    def report(self) -> None:
        if self.found:
            first: Any = self.kept[0].fact
            raise ProcessChanged(first.process, tuple(self.found), self.more)


def _known_words(processes: Mapping[str, Process], entries: tuple[Entry, ...], blockers: _Blockers) -> Used:
    used: dict[str, Process] = {}
    running: dict[str, Process] = {}
    for entry in entries:
        fact = entry.fact
        if type(fact) is f.TrackOpened:
            process = processes.get(fact.process)
            if process is None:
                blockers.add(entry, "process", fact.process, processes, fact.process)
                continue
            used[process.key] = running[fact.track] = process
        elif type(fact) is f.StepTaken and fact.track in running:
            process = running[fact.track]
            if fact.trigger not in process.triggers:
                blockers.add(entry, "trigger", fact.trigger, process.triggers, process)
        else:
            continue
        if not process.has_phase(fact.phase):
            blockers.add(entry, "phase", fact.phase, [phase.key for phase in process.phases], process)
    return used, running
