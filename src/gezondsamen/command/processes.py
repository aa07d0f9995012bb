"""Commands about a process: draw it, list its rules."""

from __future__ import annotations

from argparse import Namespace
from typing import Final

import attrs

import gezondsamen as gs
from gezondsamen import exchange
from gezondsamen.command.files import (
    placed,
    process_of,
    processes,
    write,
    write_json,
    write_table,
    write_text,
)
from gezondsamen.exchange.tables import rules_table
from gezondsamen.language import Language, language_of


def draw(options: Namespace) -> bool:
    """Draw a process; of a case, with its present phase and those before it marked."""
    process, case = placed(options.name, options)
    phase: str | None = options.phase
    visited: list[str] = options.visited or []
    if case is not None:
        phase = case.phase if phase is None else phase
        visited = [*visited, *(visit.phase for visit in case.visits)]
    write(options, [_DRAWN[options.format](process, lang=options.lang, phase=phase, visited=visited)])
    return True


_DRAWN: Final = {"svg": exchange.to_svg, "dot": exchange.to_dot, "mermaid": exchange.to_mermaid}
"""What draws a process in each format."""


def rules(options: Namespace) -> bool:
    """List the rules of processes, each with its source."""
    say = language_of(options.lang)
    named = [process_of(name, options) for name in options.names]
    chosen = named or list(processes(options).values())
    found: dict[str, gs.Requirement] = {}
    for process in chosen:
        for code, rule in process.requirements.items():
            if options.code is None or code in options.code:
                found.setdefault(code, rule)
    ordered = [found[code] for code in sorted(found)]
    if options.format in ("csv", "xlsx"):
        table = rules_table(chosen, lang=options.lang)
        kept = attrs.evolve(table, rows=[row for row in table.rows if row[0] in found])
        write_table(options, kept, options.format)
    elif options.json or options.format == "json":
        write_json(options, ordered)
    elif ordered:
        write_text(options, "\n".join(_told(rule, say) for rule in ordered))
    return bool(ordered)


def _told(rule: gs.Requirement, say: Language) -> str:
    """Return a rule on three lines: its code and name, what it asks, and its source."""
    rest = (say.label(rule.text), rule.citation.text())
    return "\n".join((f"{rule.code}  {say.label(rule.name)}", *(f"        {line}" for line in rest)))
