"""Find faults that were put in by hand with the laws that ship, and print by which law each is found.

    python -m benchmarks.seeded [--examples 100] [--ways assert_consistent ...] [--only judge. ...]
    python -m benchmarks.seeded --table docs/reference/seeded-faults.md [--only judge. ...]
    python -m benchmarks.seeded --write

What the faults are, and which sentence of the documentation each breaks, stands in
`tests/testing/seeded/faults.toml`. The ways in which the kit is used are tried one after the other, with as
many examples as hypothesis draws by default, until one finds the fault. With `--write` the law that finds
each soonest, in a case that shows it, is kept in `found.toml`, which the suite reads. With `--table` each row
takes its place in a page, and rows of faults that were not asked for stay.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import attrs
from hypothesis import settings

from tests.testing.seeded import asking, put_in
from tests.testing.seeded.finding import DEFAULT, WAYS, Way, law_of
from tests.testing.seeded.seeding import Fault, Seed, faults, seeded

NOT_FOUND: Final = "not found"

HEAD: Final = "| fault | kind | found by | with | examples | seconds |\n|---|---|---|---|---|---|"

PAGE: Final = """\
# Seeded faults

Faults that were chosen from sentences of the documentation, put into the library one after the other, and
looked for with [the testing kit](testing.md) as it comes: {examples} examples, {steps} steps of a walk.
`broad` is a process of four phases that asks conditions of every kind; of a `new` kind is what had not been
tried before. Written by `python -m benchmarks.seeded --table`, which tries the quickest uses first:
{caught} of {all} are found. Seconds are of processor time, those of quicker uses that found nothing included.

"""


@attrs.frozen
class Row:
    """Say by which law a fault was found, in which way, after how many examples and seconds."""

    fault: Fault
    law: str
    way: str = ""
    examples: int = 0
    seconds: float = 0.0

    def __str__(self) -> str:
        cells = (
            self.fault.id,
            self.fault.kind,
            self.law,
            self.way,
            str(self.examples),
            f"{self.seconds:.1f}",
        )
        return "| " + " | ".join(cells) + " |"


def found(fault: Fault, seed: Seed, ways: Iterable[Way], how: settings) -> Row:
    """Try the ways one after the other, and return the row of the first that finds the fault."""
    begin = time.process_time()
    for way in ways:
        tried: list[int] = []
        with seeded(seed):
            try:
                way.run(how, tried)
            except Exception as problem:
                return Row(fault, law_of(problem), way.name, len(tried), time.process_time() - begin)
    return Row(fault, NOT_FOUND, seconds=time.process_time() - begin)


def rows_in(page: Path) -> dict[str, str]:
    """Return the rows of a page by their faults."""
    lines = page.read_text(encoding="utf-8").splitlines() if page.exists() else []
    cells = (line.split(" | ")[0].removeprefix("| ") for line in lines)
    known = {fault.id for fault in faults()}
    return {fault: line for fault, line in zip(cells, lines, strict=True) if fault in known}


def keep(row: Row, page: Path, how: settings) -> None:
    """Put a row into its place in a page."""
    rows = {**rows_in(page), row.fault.id: str(row)}
    caught = sum(NOT_FOUND not in line for line in rows.values())
    head = PAGE.format(
        examples=how.max_examples, steps=how.stateful_step_count, caught=caught, all=len(faults())
    )
    lines = [HEAD, *(rows[fault.id] for fault in faults() if fault.id in rows)]
    page.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Print a table of faults, and how many were found."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--examples", type=int, default=DEFAULT.max_examples)
    parser.add_argument("--ways", nargs="*", default=[""])
    parser.add_argument("--only", nargs="*", default=[""])
    parser.add_argument("--table", type=Path)
    parser.add_argument("--write", action="store_true")
    chosen = parser.parse_args()
    if chosen.write:
        asking.write()
        return
    how = settings(DEFAULT, max_examples=chosen.examples)
    ways = [way for way in WAYS.values() if any(part in way.name for part in chosen.ways)]
    print(HEAD)
    for way in ways[:1]:  # what is imported and remembered at the first use is not counted
        way.run(how, [])
    rows = []
    for fault in faults():
        if any(fault.id.startswith(part) for part in chosen.only):
            rows.append(found(fault, put_in.FAULTS[fault.id], ways, how))
            print(rows[-1], flush=True)
            if chosen.table is not None:
                keep(rows[-1], chosen.table, how)
    caught = sum(row.law != NOT_FOUND for row in rows)
    print(f"\n{caught} of {len(rows)} found, {sum(row.fault.kind == 'new' for row in rows)} of a new kind")


if __name__ == "__main__":
    main()
