"""Progress: a bar where rich is installed, else lines on standard error; or the caller's own function."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from importlib.util import find_spec

Report = Callable[[int, int], None]


def reporter(progress: Report | bool) -> AbstractContextManager[Report]:
    """Return a context that gives the function to call with the cases done and the cases in all."""
    if progress is True:
        return _bar() if find_spec("rich") else _lines()
    return _given(progress or (lambda done, total: None))


@contextmanager
def _given(report: Report) -> Iterator[Report]:
    yield report


@contextmanager
def _bar() -> Iterator[Report]:
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    with Progress(BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()) as bar:
        task = bar.add_task("", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


@contextmanager
def _lines() -> Iterator[Report]:
    told = -1

    def tell(done: int, total: int) -> None:
        nonlocal told
        tenth = 10 * done // total
        if tenth > told:
            told = tenth
            print(f"{done:,} of {total:,} cases", file=sys.stderr)

    yield tell
