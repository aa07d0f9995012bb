"""Try what tests try a little of for long, and count the outcomes.

    python -m benchmarks.fuzz [--examples 20000] [PART ...]

Needs the tests beside it, which hold the strategies, and the extras that they need. An outcome that is no
answer and no error of the library stops the part with the smallest input that hypothesis finds; what it
found is kept in its database, and tried first the next time.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable
from time import perf_counter
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import test_calendar_ends as ends
from tests.exchange import test_sent_events as sent


def calendars(found: Counter[str]) -> Callable[[], None]:
    """Return a run over previous calendars with lines put in, left out, overwritten, doubled or cut off."""

    @given(st.integers(0, 1), sent.EDITS)
    def run(which: int, edits: sent.Edits) -> None:
        found[sent.read_or_refused(sent.edited(sent.BEFORE[which], edits))] += 1

    return run


def noise(found: Counter[str]) -> Callable[[], None]:
    """Return a run over texts that are no calendars, given as previous ones."""

    @given(sent.NOISE)
    def run(text: str) -> None:
        found[sent.read_or_refused(text)] += 1

    return run


def days(found: Counter[str]) -> Callable[[], None]:
    """Return a run over every call at the ends of the calendar."""

    @given(ends.PLACES, ends.DAYS, ends.DAYS, ends.DAYS, ends.DAYS)
    def run(place: tuple[str, str], since: Any, on: Any, until: Any, end: Any) -> None:
        found.update(ends.outcomes(place, since, on, until, end).values())

    return run


PARTS: dict[str, Callable[[Counter[str]], Callable[[], None]]] = {
    "previous calendars": calendars,
    "noise as a calendar": noise,
    "ends of the calendar": days,
}


def main() -> None:
    """Run the parts chosen, or all, and print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []])
    parser.add_argument("--examples", type=int, default=20_000)
    chosen = parser.parse_args()
    print(f"{'part':24} {'outcome':24} {'times':>9}")
    for name in chosen.parts or PARTS:
        found: Counter[str] = Counter()
        begin = perf_counter()
        wide = settings(max_examples=chosen.examples, deadline=None, suppress_health_check=list(HealthCheck))
        wide(PARTS[name](found))()
        for outcome, times in sorted(found.items()):
            print(f"{name:24} {outcome:24} {times:9,}")
        print(f"{name:24} {'seconds':24} {perf_counter() - begin:9.1f}", flush=True)


if __name__ == "__main__":
    main()
