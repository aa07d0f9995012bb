"""The header of a document: what it holds, and under which versions of which processes it was kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal

import attrs

from gezondsamen.exchange.faults import check_keys, fault, step
from gezondsamen.process.process import Process
from gezondsamen.questions import by_key


@attrs.frozen
class Kept:
    """Say under which version of a process a case was kept.

    `fingerprint` is that of its phases and steps, `rules` that of what it asks and when it evaluates:
    None where the document is older than these.
    """

    process: str
    version: int
    fingerprint: str
    rules: str | None = None


@attrs.frozen
class Deviation:
    """Name one thing in which the process at hand is another than the one a case was kept under.

    `what` is process (it was not given), version, fingerprint or rules.
    """

    process: str
    what: Literal["process", "version", "fingerprint", "rules"]
    kept: str | int
    now: str | int | None


@attrs.frozen
class Header:
    """Hold what a document says about itself: its kind, its format, and the processes of a case."""

    kind: str
    format: int
    processes: tuple[Kept, ...] = ()

    def deviations(self, processes: Mapping[str, Process] | Iterable[Process]) -> tuple[Deviation, ...]:
        """Return in what the processes at hand differ from those that the case was kept under."""
        known = by_key(processes)
        return tuple(found for kept in self.processes for found in _deviations(kept, known.get(kept.process)))


def _deviations(kept: Kept, process: Process | None) -> Iterator[Deviation]:
    if process is None:
        yield Deviation(kept.process, "process", kept.process, None)
        return
    if kept.version != process.version:
        yield Deviation(kept.process, "version", kept.version, process.version)
    if kept.fingerprint != process.fingerprint:
        yield Deviation(kept.process, "fingerprint", kept.fingerprint, process.fingerprint)
    if kept.rules is not None and kept.rules != process.rules_fingerprint:
        yield Deviation(kept.process, "rules", kept.rules, process.rules_fingerprint)


def plain_processes(processes: Iterable[Process]) -> dict[str, Any]:
    """Return what the header of a case says about its processes."""
    return {
        p.key: {"version": p.version, "fingerprint": p.fingerprint, "rules": p.rules_fingerprint}
        for p in processes
    }


def processes_of(plain: Any) -> tuple[Kept, ...]:
    """Return the processes that the header of a case names; raises `DocumentError` for what is none."""
    if not isinstance(plain, dict):
        raise fault("$.processes", "wrong-type", "expected an object")
    return tuple(_kept(key, value) for key, value in plain.items())


def _kept(key: str, plain: Any) -> Kept:
    path = step("$.processes", key)
    if not isinstance(plain, dict):
        raise fault(path, "wrong-type", "expected an object")
    check_keys(plain, {"version", "fingerprint", "rules"}, {"version", "fingerprint"}, path)
    for name, value in plain.items():
        kind, what = (int, "a whole number") if name == "version" else (str, "a text")
        if type(value) is not kind:
            raise fault(step(path, name), "wrong-type", f"expected {what}")
    return Kept(key, **plain)


def check_run_through(header: tuple[Kept, ...], keys: set[str]) -> None:
    """Refuse a header that names a process through which no entry runs."""
    for kept in header:
        if kept.process not in keys:
            path = step("$.processes", kept.process)
            raise fault(path, "not-run-through", "no track of this case runs through this process")
