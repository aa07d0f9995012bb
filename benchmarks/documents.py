"""Writing and reading documents of fifty entries."""

from __future__ import annotations

import json
from typing import Any

import gezondsamen as gs
from benchmarks.measuring import Figure, measure
from benchmarks.sample import PROCESS, filled

ENTRIES = 50


def figures() -> list[Figure]:
    """Return the figures of this file."""
    case = filled(ENTRIES)
    entries = case.entries_after(0)

    def replay(times: int) -> None:
        for _ in range(times):
            gs.Collaboration.replay(PROCESS, entries).phase  # noqa: B018 - folds the journal

    library: Any = gs
    if not hasattr(library, "loads"):
        print("left out: documents (no gs.loads)")
        return [Figure("replay of 50 entries", measure({"replay": replay}).median("replay"), "us")]
    text = library.dumps(case)
    processes = {PROCESS.key: PROCESS}
    assert library.loads(text, processes=processes) == case

    def dump(times: int) -> None:
        for _ in range(times):
            library.dumps(case)

    def load(times: int) -> None:
        for _ in range(times):
            library.loads(text, processes=processes)

    def parse(times: int) -> None:
        for _ in range(times):
            json.loads(text)

    times = measure({"dumps": dump, "loads": load, "json": parse, "replay": replay})
    return [
        Figure("loads, documents of 50 entries", 1e6 / times.median("loads"), "/s", 4_000, at_least=True),
        Figure("dumps, documents of 50 entries", 1e6 / times.median("dumps"), "/s"),
        Figure("loads / json.loads of the same text", times.ratio("loads", "json"), "x"),
        Figure("of which: replay of the entries", times.median("replay"), "us"),
    ]
