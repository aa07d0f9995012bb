"""Programs: a case as the calls of the library that make it, and a plain pytest function of these.

For what a failing walk prints, and for a case that was stored and shows a fault.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from typing import Any

from gezondsamen.arguments import check, check_day
from gezondsamen.collaboration import Collaboration
from gezondsamen.dossier import facts as f
from gezondsamen.dossier.journal import Entry
from gezondsamen.dossier.tracks import MAIN
from gezondsamen.errors import GezondsamenError, InvalidArgument, shown
from gezondsamen.exchange import dumps
from gezondsamen.process.process import Process
from gezondsamen.testing.printing import imports_of, written

GS = "import gezondsamen as gs"


def as_test(case: Collaboration, *, on: date, name: str = "test_case") -> str:
    """Return a plain pytest function that makes a case, call by call, and asks its laws on a day.

    The text runs as it stands, imports included: nothing is drawn in it. What the calls of today's library
    and processes cannot make, it loads from its document. A process of your own is imported from the
    module that holds it as a constant; where none does, it is left to you to name it.

    Raises `InvalidArgument` for a name that is none in Python.

    >>> import gezondsamen as gs
    >>> case = gs.Collaboration.start(gs.PPS, id="case", on=date(2024, 1, 8))
    >>> print(as_test(case.record(gs.Stated(date(2024, 1, 9), "purpose", "…")), on=date(2024, 1, 9)))
    from datetime import date
    <BLANKLINE>
    import gezondsamen as gs
    from gezondsamen.testing import assert_consistent
    <BLANKLINE>
    <BLANKLINE>
    def test_case() -> None:
        case = gs.Collaboration.start(gs.PPS, id='case', on=date(2024, 1, 8))
        case = case.record(
            gs.Stated(date(2024, 1, 9), 'purpose', '…'),
        )
        assert_consistent(case, on=date(2024, 1, 9))
    <BLANKLINE>
    """
    check("case", case, Collaboration, "a collaboration")
    check("name", name, str, "a text")
    check_day("on", on)
    if not name.isidentifier():
        raise InvalidArgument(
            "wrong-type", f"name takes the name of a function, not {shown(name)}", shown(name)
        )
    lines = [*lines_of(case), f"assert_consistent(case, on={written(on)})"]
    imports = {*imports_of_case(case), *imports_of(on), "from gezondsamen.testing import assert_consistent"}
    return function(name, lines, imports)


def function(name: str, lines: Iterable[str], imports: Iterable[str]) -> str:
    """Return the text of a module that holds one function without arguments."""
    standard = sorted(line for line in imports if line.startswith("from datetime "))
    others = sorted({*imports}.difference(standard), key=lambda line: (line.startswith("from "), line))
    head = "\n".join([*standard, *([""] if standard else []), *others])
    body = "\n".join(f"    {line}" for line in lines)
    return f"{head}\n\n\ndef {name}() -> None:\n{body}\n"


def imports_of_case(case: Collaboration) -> set[str]:
    """Return the lines that import what `lines_of` names."""
    found = {GS}
    for process in case.processes:
        found |= imports_of(process)
    for entry in case.entries_after(0):
        if not isinstance(entry.fact, f.TrackOpened | f.StepTaken | f.Retracted):
            found |= imports_of(entry.fact)
        found |= imports_of(entry.fact.on) | imports_of(entry.recorded_at)
        if isinstance(entry.fact, f.TrackOpened) and entry.fact.since:
            found |= imports_of(entry.fact.since)
    return found


def lines_of(case: Collaboration) -> list[str]:
    """Return the lines that make a case and call it `case`: by its calls, or else from its document."""
    if is_made_by_calls(case):
        return list(_calls(case))
    processes = ", ".join(map(written, case.processes))
    return [f"case = gs.loads({dumps(case)!r}, processes=({processes},))"]


def is_made_by_calls(case: Collaboration) -> bool:
    """Tell whether the calls that wrote its journal make the case again, with the processes of today."""
    names: dict[str, Any] = {}
    exec("\n".join(imports_of_case(case)), names)  # the text is our own
    names |= {written(process): process for process in case.processes}
    try:
        exec("\n".join(_calls(case)), names)
    except GezondsamenError:
        return False
    return bool(names["case"] == case)


# --- the calls of a journal ---------------------------------------------------------------------------


def _calls(case: Collaboration) -> Iterator[str]:
    """Yield the calls that made the entries, in their order; facts entered together are one call."""
    processes = {process.key: process for process in case.processes}
    replaced = {entry.number - 1: entry for entry in case.entries_after(0) if entry.replaces is not None}
    kept = [entry for entry in case.entries_after(0) if entry.replaces is None]
    for (is_plain, _), together in groupby(kept, key=_manner):
        entries = list(together)
        if is_plain:
            facts = "".join(f"\n        {written(entry.fact)}," for entry in entries)
            author = "".join(f"\n        {part}," for part in _author(entries[0]))
            yield f"case = case.record({facts}{author}\n    )"
            continue
        for entry in entries:
            match entry.fact:
                case f.TrackOpened() as opened:
                    yield _opening(entry, opened, processes[opened.process])
                case f.StepTaken() as step:
                    place = [*_track(step.track), *_given(about=step.about)]
                    yield _call("advance", entry, repr(step.trigger), *_given(on=step.on), *place)
                case f.Retracted() as retracted:
                    yield _correction(entry, retracted, replaced.get(entry.number))
                case _:
                    raise AssertionError(entry)  # plain facts are told above


def _manner(entry: Entry) -> tuple[bool, object]:
    """Return whether an entry is a plain fact, and what tells its call from those beside it."""
    if isinstance(entry.fact, f.TrackOpened | f.StepTaken | f.Retracted):
        return False, None
    return True, (entry.by, entry.on_behalf_of, entry.recorded_at)


def _opening(entry: Entry, fact: f.TrackOpened, process: Process) -> str:
    adopted = _given(phase=fact.phase, since=fact.since, reason=fact.reason) if fact.since else []
    if fact.track == MAIN:
        title = _given(title=fact.title or None)
        start = [written(process), *_given(id=fact.collaboration, on=fact.on), *title, *adopted]
        return f"case = gs.Collaboration.start({', '.join([*start, *_author(entry)])})"
    return _call("open", entry, written(process), *_given(on=fact.on, track=fact.track), *adopted)


def _correction(entry: Entry, fact: f.Retracted, replacement: Entry | None) -> str:
    why = _given(reason=fact.reason)
    if replacement is not None and isinstance(replacement.fact, f.TrackOpened):
        new = replacement.fact
        changed = _given(title=new.title or None, on=new.on, since=new.since)
        return _call("correct_start", entry, *_track(new.track), *changed, *why)
    other = "None" if replacement is None else written(replacement.fact)
    return _call("correct", entry, str(fact.entry), other, *_given(on=fact.on), *why)


def _call(method: str, entry: Entry, *arguments: str) -> str:
    return f"case = case.{method}({', '.join([*arguments, *_author(entry)])})"


def _track(track: str) -> list[str]:
    return [] if track == MAIN else _given(track=track)


def _author(entry: Entry) -> list[str]:
    return _given(by=entry.by, on_behalf_of=entry.on_behalf_of, recorded_at=entry.recorded_at)


def _given(**arguments: Any) -> list[str]:
    return [f"{name}={written(value)}" for name, value in arguments.items() if value is not None]
