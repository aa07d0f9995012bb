"""Renames: what the words of a kept case are called in the processes it is loaded with.

Words belong to a process and a kind: `suspended` of one process is not `suspended` of another. Whether
the renamed journal fits its processes is looked at in `replay`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Any, Final

import attrs

from gezondsamen.arguments import check
from gezondsamen.dossier import facts as f
from gezondsamen.dossier.journal import Entry
from gezondsamen.errors import Blocker, InvalidArgument, shown
from gezondsamen.terms import SCHEMES, nearest, reworded, unknown

_KINDS: Final = {"phases": "phase", "triggers": "trigger", "points": "point", "rules": "rule"}
_KEYS: Final = ("key", *_KINDS, "terms")
_FLAT: Final = ("process", "phase", "trigger")

Word = Callable[[str, str], str]
"""Return what a word of a kind is called now."""


@attrs.frozen
class Rename:
    """Say what one word is called now.

    `process` is the key under which the case was kept; `kind` is process, phase, trigger, point, rule
    or the scheme of a term. Both are None where only the word was given.
    """

    old: str
    new: str
    process: str | None = None
    kind: str | None = None


@attrs.frozen(slots=False)
class Renames:
    """Hold what words are called now, for each process and kind of word.

    >>> renames = Renames.of({"pps": {"key": "pps-2", "phases": {"suspended": "paused"}}})
    >>> [(row.kind, row.old, row.new) for row in renames.rows]
    [('process', 'pps', 'pps-2'), ('phase', 'suspended', 'paused')]
    """

    rows: tuple[Rename, ...] = ()

    @classmethod
    def of(cls, plain: Renames | Mapping[str, Any] | None) -> Renames:
        """Return renames from plain data.

        Either `{process: {"key": ..., "phases": {old: new}, "triggers": ..., "points": ..., "rules": ...,
        "terms": {scheme: {old: new}}}}`, or `{old: new}` for phases, triggers and processes whose name
        stands for one thing only in the case.

        Raises `InvalidArgument` for anything else.
        """
        if plain is None:
            return _NONE
        if isinstance(plain, Renames):
            return plain
        if not isinstance(plain, Mapping):
            raise _wrong("renames takes a mapping", plain)
        rows: list[Rename] = []
        for key, value in plain.items():
            if isinstance(value, str):
                rows.append(Rename(_text(key), value))
            else:
                rows += _rows(_text(key), value)
        return cls(tuple(rows))

    @cached_property
    def _table(self) -> dict[tuple[str | None, str | None], dict[str, str]]:
        table: dict[tuple[str | None, str | None], dict[str, str]] = {}
        for row in self.rows:
            table.setdefault((row.process, row.kind), {})[row.old] = row.new
        return table

    def word(self, process: str, kind: str, key: str) -> str:
        """Return what a word of a process is called now; bare renames are not looked at."""
        for where, word in (("process", process), ("kind", kind), ("key", key)):
            check(where, word, str, "a text")
        return self._table.get((process, kind), {}).get(key, key)

    def applied(self, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
        """Return the entries of a journal with their words as they are called now.

        A fact of the whole collaboration follows the first of its processes, in the order of tracks,
        that renames its word.

        Raises `InvalidArgument` (code ambiguous-rename) for a word without process and kind that stands
        for more than one thing in the journal.
        """
        if not self.rows:
            return entries
        facts: list[Any] = [entry.fact for entry in entries]
        runs = {fact.track: fact.process for fact in facts if isinstance(fact, f.TrackOpened)}
        table = self._told_apart(facts, runs)
        every = tuple(dict.fromkeys(runs.values()))

        def renamed(entry: Entry) -> Entry:
            fact: Any = entry.fact
            own = (
                fact.process
                if isinstance(fact, f.TrackOpened)
                else runs.get(getattr(fact, "track", None) or "")
            )
            scope = every if own is None else (own,)

            def word(kind: str, key: str) -> str:
                found = (table.get((process, kind), {}).get(key) for process in scope)
                return next((new for new in found if new is not None), key)

            after = _renamed(fact, word)
            return entry if after is fact else attrs.evolve(entry, fact=after)

        return tuple(map(renamed, entries))

    def _told_apart(
        self, facts: list[Any], runs: Mapping[str, str]
    ) -> dict[tuple[str | None, str | None], dict[str, str]]:
        flat = self._table.get((None, None))
        if not flat:
            return self._table
        table = {key: dict(words) for key, words in self._table.items()}
        meant: dict[str, dict[tuple[str, str], None]] = {}
        for fact in facts:
            for process, kind, key in _plain_words(fact, runs):
                if key in flat:
                    meant.setdefault(key, {})[process, kind] = None
        for old, places in meant.items():
            if len(places) > 1:
                where = ", ".join(f"{kind} of {process!r}" for process, kind in places)
                process, kind = next(iter(places))
                raise InvalidArgument(
                    "ambiguous-rename",
                    f"{old!r} stands for more than one thing in this case: {where}; say which, as in "
                    f"{Blocker(0, kind, old, flat[old], process).rename}",
                    old,
                )
            for place in places:
                table.setdefault(place, {}).setdefault(old, flat[old])
        return table


_NONE: Final = Renames()


def _plain_words(fact: Any, runs: Mapping[str, str]) -> Iterable[tuple[str, str, str]]:
    """Yield (process, kind, key) for the words that may be renamed without saying what they are."""
    if isinstance(fact, f.TrackOpened):
        yield fact.process, "process", fact.process
        yield fact.process, "phase", fact.phase
    elif isinstance(fact, f.StepTaken) and fact.track in runs:
        yield runs[fact.track], "trigger", fact.trigger
        yield runs[fact.track], "phase", fact.phase
    elif isinstance(fact, f.WaiverGranted) and fact.trigger is not None and (fact.track or "") in runs:
        yield runs[fact.track or ""], "trigger", fact.trigger


def _renamed(fact: Any, word: Word) -> Any:
    changes: dict[str, Any] = {}
    match fact:
        case f.TrackOpened():
            changes = {"process": word("process", fact.process), "phase": word("phase", fact.phase)}
        case f.StepTaken():
            changes = {"trigger": word("trigger", fact.trigger), "phase": word("phase", fact.phase)}
        case f.WaiverGranted():
            changes = {"rule": word("rule", fact.rule)}
            if fact.trigger is not None:
                changes["trigger"] = word("trigger", fact.trigger)
        case f.EvaluationPlanned() | f.EvaluationHeld() if fact.point is not None:
            changes = {"point": _point(fact.point, word)}
        case _:  # no name of its process but terms, which are looked for below
            pass
    about = getattr(fact, "about", None)
    if about is not None and about.kind in ("sector", "role"):
        changes["about"] = attrs.evolve(about, id=word(about.kind, about.id))
    changes = {name: new for name, new in changes.items() if new != getattr(fact, name)}
    return reworded(attrs.evolve(fact, **changes) if changes else fact, word)


def _point(point: str, word: Word) -> str:
    """Rename an evaluation point, alone or inside the id of a moment (case/track/point/occurrence/n)."""
    parts = point.rsplit("/", 3)
    if len(parts) < 4:
        return word("point", point)
    return "/".join((parts[0], word("point", parts[1]), *parts[2:]))


def _rows(process: str, plain: Any) -> list[Rename]:
    if not isinstance(plain, Mapping):
        raise _wrong(f"renames of process {process!r} are a mapping", plain)
    rows = []
    for key, value in plain.items():
        if key not in _KEYS:
            message = f"renames of process {process!r} have no {key!r}; they have {', '.join(_KEYS)}."
            raise InvalidArgument("renames", message, repr(key), nearest(key, _KEYS))
        if key == "key":
            rows.append(Rename(process, _text(value), process, "process"))
        elif key == "terms":
            for scheme, words in _pairs(value):
                if scheme not in SCHEMES:
                    raise unknown(InvalidArgument, "scheme", scheme, SCHEMES, f"{scheme!r} is not a scheme.")
                rows += [Rename(_text(old), _text(new), process, scheme) for old, new in _pairs(words)]
        else:
            kind = _KINDS[key]
            rows += [Rename(_text(old), _text(new), process, kind) for old, new in _pairs(value)]
    return rows


def _pairs(plain: Any) -> Iterable[tuple[Any, Any]]:
    if not isinstance(plain, Mapping):
        raise _wrong("renames of a kind are a mapping {old: new}", plain)
    return plain.items()


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise _wrong("renames are texts", value)
    return value


def _wrong(what: str, value: object) -> InvalidArgument:
    return InvalidArgument("renames", f"{what}, not {shown(value)}", shown(value))
