"""Progress: a bar in a notebook, or where rich is installed, else lines; or the caller's own function."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from importlib.util import find_spec
from time import monotonic
from typing import Any, Final

import attrs

Report = Callable[[int, int], None]

PAUSE: Final = 0.1
"""Seconds for which a notebook is left alone after it was told how far a run is."""


def reporter(progress: Report | bool) -> AbstractContextManager[Report]:
    """Return a context that gives the function to call with the cases done and the cases in all."""
    if progress is not True:
        return _given(progress or (lambda done, total: None))
    display = _display()
    if display is not None:
        return _in_notebook(display)
    return _bar() if find_spec("rich") else _lines()


@contextmanager
def _given(report: Report) -> Iterator[Report]:
    yield report


@attrs.frozen
class Done:
    """Say how many cases are done, and show it as a bar where HTML is shown."""

    done: int
    total: int

    def __repr__(self) -> str:
        return f"{self.done:,} of {self.total:,} cases"

    def _repr_html_(self) -> str:
        return f'<progress value="{self.done}" max="{self.total}"></progress> {self}'


def _display() -> Any:
    """Return what shows things in the notebook that runs this, or None: nothing is imported for it."""
    python: Any = sys.modules.get("IPython")
    shell = python.get_ipython() if python is not None else None
    # A shell in a terminal has no kernel.
    return python.display.display if getattr(shell, "kernel", None) is not None else None


@contextmanager
def _in_notebook(display: Any) -> Iterator[Report]:
    shown: Any = None
    last = 0.0

    def tell(done: int, total: int) -> None:
        nonlocal shown, last
        if shown is None:
            shown = display(Done(done, total), display_id=True)
        elif done == total or monotonic() - last > PAUSE:
            shown.update(Done(done, total))
        else:
            return
        last = monotonic()

    yield tell


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
            print(Done(done, total), file=sys.stderr)

    yield tell
