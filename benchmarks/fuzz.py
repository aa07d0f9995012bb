"""Try what tests try a little of for long, and count the outcomes.

    python -m benchmarks.fuzz [--examples 20000] [--seconds 600] [--seed 1] [PART ...]

Needs the tests beside it, which hold the strategies, and the extras that they need. Each part is tried in
rounds, so many examples and at most so many seconds of the processor; how far it is is told each minute.
An outcome that is no answer and no error of the library stops the part with the smallest input that
hypothesis finds; what it found is kept in its database, and tried first the next time.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable
from functools import partial
from time import process_time
from typing import Any, Final

from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from gezondsamen.errors import GezondsamenError
from gezondsamen.testing.laws.arguments import wrong_values
from tests import test_calendar_ends as ends
from tests.exchange import test_sent_events as sent
from tests.hostile.choices import BYTES, Choices
from tests.hostile.documents import KINDS, document, large, noise
from tests.hostile.journals import journal
from tests.hostile.reading import LOADS_LARGE, LOADS_SLOW, cost, outcomes
from tests.properties import test_wrong_arguments as cases
from tests.properties import test_wrong_questions as questions
from tests.simulation import test_wrong_arguments as simulated

ROUND: Final = 1_000
"""Examples of one round: hypothesis remembers what it tried in a round, and forgets it after."""

MINUTE: Final = 60.0

Found = Counter[str]


def hostile(make: Callable[[bytes], str | bytes], found: Found) -> Callable[[], None]:
    """Return a run over documents that are made of bytes, with three calls on each that loads."""

    @given(BYTES, BYTES)
    def run(given_: bytes, asked: bytes) -> None:
        found["documents"] += 1
        found.update(outcomes(make(given_), Choices(asked), asked=3))

    return run


def megabytes(found: Found) -> Callable[[], None]:
    """Return a run over documents of a megabyte in which one thing comes often."""

    @given(BYTES)
    def run(given_: bytes) -> None:
        found["documents"] += 1
        found.update(cost(large(given_)))

    return run


def calendars(found: Found) -> Callable[[], None]:
    """Return a run over previous calendars with lines put in, left out, overwritten, doubled or cut off."""

    @given(st.integers(0, 1), sent.EDITS)
    def run(which: int, edits: sent.Edits) -> None:
        found[sent.read_or_refused(sent.edited(sent.BEFORE[which], edits))] += 1

    return run


def texts(found: Found) -> Callable[[], None]:
    """Return a run over texts that are no calendars, given as previous ones."""

    @given(sent.NOISE)
    def run(text: str) -> None:
        found[sent.read_or_refused(text)] += 1

    return run


def days(found: Found) -> Callable[[], None]:
    """Return a run over every call at the ends of the calendar."""

    @given(ends.PLACES, ends.DAYS, ends.DAYS, ends.DAYS, ends.DAYS)
    def run(place: tuple[str, str], since: Any, on: Any, until: Any, end: Any) -> None:
        found.update(ends.outcomes(place, since, on, until, end).values())

    return run


def arguments(found: Found) -> Callable[[], None]:
    """Return a run over public calls with two of their arguments replaced by values of any kind."""
    tables = {**cases.CALLS, **questions.CALLS, **simulated.CALLS}

    @given(st.sampled_from(sorted(tables)), BYTES)
    def run(name: str, given_: bytes) -> None:
        call, right = tables[name]
        choices = Choices(given_)
        wrong = {choices.among(tuple(right)): choices.among(wrong_values()) for _ in range(2)}
        try:
            call(**(right | wrong))
            found["call answered"] += 1
        except GezondsamenError as refused:
            str(refused), refused.text("nl")
            found["call refused"] += 1

    return run


PARTS: Final[dict[str, Callable[[Found], Callable[[], None]]]] = {
    **{f"disorder in {kind}": partial(hostile, partial(document, kind)) for kind in KINDS},
    "journals": partial(hostile, journal),
    "bytes": partial(hostile, noise),
    "megabytes": megabytes,
    "wrong arguments": arguments,
    "previous calendars": calendars,
    "noise as a calendar": texts,
    "ends of the calendar": days,
}


def tried(name: str, examples: int, seconds: float, first: int) -> tuple[Found, str]:
    """Return how often each outcome came, and what stopped the part, if anything did."""
    found: Found = Counter()
    began = told = process_time()
    for number, done in enumerate(range(0, examples, ROUND)):
        wide = settings(
            max_examples=min(ROUND, examples - done), deadline=None, suppress_health_check=list(HealthCheck)
        )
        try:
            seed(first + number)(wide(PARTS[name](found)))()
        except Exception as error:
            rows(name, found, process_time() - began)
            example = "\n".join(getattr(error, "__notes__", ()))  # the smallest example that hypothesis found
            return found, f"{type(error).__name__}: {error}\n{example}"
        now = process_time()
        if now - told > MINUTE:
            told = now
            print(f"{name:26} so far {tries(found):,} in {now - began:,.0f} s", flush=True)
        if now - began > seconds:
            break
    rows(name, found, process_time() - began)
    return found, ""


def tries(found: Found) -> int:
    """Return how many documents were tried, or calls."""
    return found["documents"] or found.total()


def rows(name: str, found: Found, seconds: float) -> None:
    """Print how often each outcome came so far, and how many there were in a minute."""
    a_minute = 60 * tries(found) / seconds
    figures = {**dict(sorted(found.items())), "seconds": seconds, "in a minute": a_minute}
    for outcome, figure in figures.items():
        print(f"{name:26} {outcome:20} {figure:12,.0f}", flush=True)


def main() -> None:
    """Try the parts chosen, or all, and print the table; ends with 1 where something came out."""
    parser = argparse.ArgumentParser()
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []])
    parser.add_argument("--examples", type=int, default=20_000)
    parser.add_argument("--seconds", type=float, default=float("inf"))
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    every: Found = Counter()
    stopped = {}
    for name in chosen.parts or PARTS:
        found, stopped[name] = tried(name, chosen.examples, chosen.seconds, chosen.seed)
        every.update(found)
    print()
    for outcome, times in sorted(every.items()):
        print(f"{'all':26} {outcome:20} {times:12,}")
    for outcome in (LOADS_SLOW, LOADS_LARGE):
        print(f"{'all':26} {outcome:20} {every[outcome]:12,}")
    for name, why in stopped.items():
        if why:
            print(f"{name} stopped: {why}")
    sys.exit(any(stopped.values()))


if __name__ == "__main__":
    main()
