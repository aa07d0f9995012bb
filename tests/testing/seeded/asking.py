"""What finds each fault soonest: the laws of the case that shows it, or one way to use the kit."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Final

from gezondsamen.testing import assert_consistent
from tests.testing.seeded import put_in
from tests.testing.seeded.finding import DEFAULT, WAYS, law_of
from tests.testing.seeded.seeding import faults, seeded
from tests.testing.seeded.witnesses import WITNESSES

FOUND: Final = Path(__file__).with_name("found.toml")

SOONEST: Final[dict[str, str]] = {
    "process.limit_in_rules_alone": "assert_adaptations(pps)",
    "process.softened_is_gone": "assert_adaptations(pps)",
    "process.dropped_is_watched": "assert_adaptations(pps)",
    "process.law_softened": "assert_adaptations(policy_cycle)",
    "process.read_twice_as_one": "assert_process_laws(broad)",
    "store.slower_writer_wins": "CaseStoreTests",
    "store.half_of_a_change": "CaseStoreTests",
    "store.whose_behalf_is_lost": "CaseStoreTests",
}
"""The way in which a fault is found that shows in no case."""


def ask(fault: str) -> None:
    """Ask the laws of the case that shows a fault, or of the kit in the way that finds it."""
    if fault in WITNESSES:
        case, day = WITNESSES[fault]()
        assert_consistent(case, on=day)
    else:
        WAYS[SOONEST[fault]].run(DEFAULT, [])


def law_broken_by(fault: str) -> str | None:
    """Return the law that a fault breaks, or None where nothing finds it."""
    with seeded(put_in.FAULTS[fault]):
        try:
            ask(fault)
        except Exception as problem:
            return law_of(problem)
    return None


def found() -> dict[str, str]:
    """Return the law by each fault that one was found by."""
    laws: dict[str, str] = tomllib.loads(FOUND.read_text(encoding="utf-8"))
    return laws


def write() -> None:
    """Ask for every fault by which law it is found, and keep the answers."""
    lines = [
        "# By which law each fault is found. One that does not stand here is found by none yet.",
        "# Written by `python -m benchmarks.seeded --write`.",
        "",
    ]
    for fault in faults():
        law = law_broken_by(fault.id)
        if law is not None:
            quoted = law.replace("\\", "\\\\").replace('"', '\\"')
            lines.append(f'"{fault.id}" = "{quoted}"')
    FOUND.write_text("\n".join(lines) + "\n", encoding="utf-8")
