"""Reports of coverage: what was seen of a process, as values, as a table, as lines and as plain JSON."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final, Literal, get_args

import attrs

How = Literal["met", "unmet", "waived", "alone", "together"]
"""How a rule came out: advice that warns counts as unmet; `alone` is unmet as the only one of its slot."""

HOWS: Final[tuple[How, ...]] = ("met", "unmet", "waived", "alone", "together")

RuleInSlot = tuple[str, str]
"""A slot (`negotiation.conclude_agreement requires`) and the code of a rule in it."""


@attrs.frozen
class Seen:
    """Count how often one rule in one slot came out in each way."""

    where: str
    code: str
    met: int = 0
    unmet: int = 0
    waived: int = 0
    alone: int = 0
    together: int = 0

    def plus(self, *hows: How) -> Seen:
        """Return the counts with these ways seen once more."""
        return attrs.evolve(self, **{how: getattr(self, how) + 1 for how in hows})

    def together_with(self, other: Seen) -> Seen:
        """Return the counts of both."""
        return attrs.evolve(self, **{how: getattr(self, how) + getattr(other, how) for how in HOWS})

    def lacks(self, *asked: How) -> tuple[How, ...]:
        """Return which of these ways were never seen."""
        return tuple(how for how in asked if not getattr(self, how))


@attrs.frozen
class Count:
    """Count how often something was seen: `what` names it."""

    what: str
    count: int = 0


Part = Literal["rules", "transitions", "pairs"]
"""What can be covered in full; a moment of every status is not asked of anybody."""


@attrs.frozen
class Report:
    """Lay out what was seen of one process; `print` shows its rules as a table.

    `rows` are the rules in their slots. `transitions` are the steps taken (`phase.trigger`) and `pairs` each
    step after each that leads to it (`phase.trigger.trigger`): all of the process, those never seen too.
    `moments` are those of schedules, by evaluation point and status (`progress_talk overdue`).
    """

    process: str
    rows: tuple[Seen, ...]
    transitions: tuple[Count, ...] = ()
    pairs: tuple[Count, ...] = ()
    moments: tuple[Count, ...] = ()

    def row(self, where: str, code: str) -> Seen:
        """Return what was seen of a rule in a slot; raises `KeyError` when it does not stand there."""
        for row in self.rows:
            if (row.where, row.code) == (where, code):
                return row
        raise KeyError((where, code))

    def share(self, *asked: How) -> float:
        """Return which part of the rules was seen in all of these ways; 1 where there are none."""
        full = [row for row in self.rows if not row.lacks(*asked)]
        return len(full) / len(self.rows) if self.rows else 1.0

    def covered(self, part: Part) -> float:
        """Return which part of the rules was seen both met and unmet, or of the steps or pairs was taken."""
        if part == "rules":
            return self.share("met", "unmet")
        counts = self.transitions if part == "transitions" else self.pairs
        return sum(found.count > 0 for found in counts) / len(counts) if counts else 1.0

    def plain(self) -> dict[str, Any]:
        """Return all of it as plain JSON."""
        return {
            "covered": {part: round(self.covered(part), 4) for part in get_args(Part)},
            "rules": [attrs.asdict(row) for row in self.rows],
            "transitions": {found.what: found.count for found in self.transitions},
            "pairs": {found.what: found.count for found in self.pairs},
            "moments": {found.what: found.count for found in self.moments},
        }

    def __str__(self) -> str:
        head = (self.process, "rule", *HOWS)
        table = [
            head,
            *((row.where, row.code, *(str(getattr(row, how)) for how in HOWS)) for row in self.rows),
        ]
        widths = [max(len(line[n]) for line in table) for n in range(len(head))]
        return "\n".join(
            "  ".join(
                cell.ljust(width) if n < 2 else cell.rjust(width)
                for n, (cell, width) in enumerate(zip(line, widths, strict=True))
            )
            for line in table
        )


def lines_of(reports: Iterable[Report]) -> list[str]:
    """Return what a test run says at its end: per process the shares, and the rules not seen both ways."""
    lines: list[str] = []
    for report in reports:
        shares = ", ".join(f"{how} {report.share(how):.0%}" for how in HOWS)
        lines.append(f"{report.process}: {len(report.rows)} rules in their slots; {shares}")
        for part, counts in (("transitions", report.transitions), ("pairs", report.pairs)):
            taken = sum(found.count > 0 for found in counts)
            lines.append(f"  {part}: {taken} of {len(counts)} taken")
        if report.moments:
            seen = ", ".join(f"{found.what} {found.count}" for found in report.moments)
            lines.append(f"  moments: {seen}")
        lines += [
            f"  {row.where} {row.code}: never {' or '.join(row.lacks('met', 'unmet'))}"
            for row in report.rows
            if row.lacks("met", "unmet")
        ]
    return lines
