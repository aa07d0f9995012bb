"""Work handed to an executor, results taken in order; and what happens when the executor is gone.

Any executor of `concurrent.futures` will do, that of a cluster too. As many items are in flight as keep its
workers busy: a few for a pool of threads, thousands for a cluster. Memory grows with them, no result does.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future, ThreadPoolExecutor
from contextlib import ExitStack
from typing import Any, Final, TypeVar

AHEAD: Final = max(4, os.cpu_count() or 1)
"""How many items are in flight beside the one whose result is taken, where workers cannot be counted."""

EACH: Final = 2
"""How many items are in flight for each worker: one that is computed, one that waits beside it."""

T = TypeVar("T")
Item = TypeVar("Item")


def workers(executor: Executor) -> int | None:
    """Return how many items an executor computes at once; None where it does not say.

    Pools of `concurrent.futures` and loky say `_max_workers`, those of mpi4py `num_workers`, a Dask client
    the threads of its workers.

    >>> workers(ThreadPoolExecutor(3))
    3
    """
    for name in ("_max_workers", "num_workers"):
        count = getattr(executor, name, None)
        if isinstance(count, int) and count > 0:
            return count
    client: Any = getattr(executor, "_client", None)
    if not hasattr(client, "nthreads") or _closed(executor):
        return None
    return sum(client.nthreads().values()) or None


def in_order(
    work: Callable[[Item], T],
    items: Iterator[Item],
    executor: Executor | None,
    in_flight: int | None = None,
    *,
    outlive: bool = False,
) -> Iterator[T]:
    """Yield the results of items in their order, with at most `in_flight` of them under way.

    Without an executor, threads of its own compute them; who stops early cancels what waits. With `outlive`
    they also compute what an executor that has shut down, or broke, does not any more.
    """
    with ExitStack() as stack:
        pool = _Pool(executor, stack, outlive=outlive)
        if in_flight is None:
            known = None if executor is None else workers(executor)
            in_flight = AHEAD + 1 if known is None else max(EACH * known, 2)
        waiting: deque[tuple[Item, Future[T]]] = deque()
        try:
            for item in items:
                waiting.append((item, pool.submit(work, item)))
                if len(waiting) >= in_flight:
                    yield pool.result(work, *waiting.popleft())
            while waiting:
                yield pool.result(work, *waiting.popleft())
        finally:
            for _, future in waiting:
                future.cancel()


class _Pool:
    """An executor, with threads of its own in its stead where there is none, or none any more."""

    def __init__(self, executor: Executor | None, stack: ExitStack, *, outlive: bool) -> None:
        self.executor = executor
        self.stack = stack
        self.outlive = outlive and executor is not None

    def submit(self, work: Callable[[Item], T], item: Item) -> Future[T]:
        if self.executor is not None and not (self.outlive and _closed(self.executor)):
            try:
                return self.executor.submit(work, item)
            except RuntimeError:  # "cannot schedule new futures after shutdown", a broken pool
                if not self.outlive:
                    raise
        return self._own().submit(work, item)

    def result(self, work: Callable[[Item], T], item: Item, future: Future[T]) -> T:
        try:
            return future.result()
        except (CancelledError, BrokenExecutor):
            if not self.outlive:
                raise
        return self._own().submit(work, item).result()

    def _own(self) -> Executor:
        """Return threads of its own from now on."""
        self.executor = self.stack.enter_context(ThreadPoolExecutor(os.cpu_count()))
        self.outlive = False
        return self.executor


def _closed(executor: Any) -> bool:
    """Tell whether the client of a cluster is closed: its executor does not know, and would wait for ever."""
    status = getattr(getattr(executor, "_client", None), "status", "running")
    return status not in ("running", "connecting")
