"""The page of quantities: the numbers, dates, ages and periods that the sources name."""

from __future__ import annotations

import re
from collections.abc import Iterator

import gezondsamen as gs
from generation.markdown import (
    both,
    cited,
    code,
    example_link,
    factor_link,
    limit_link,
    page,
    plain,
    process_link,
    rule_link,
    spoken,
    table,
)
from gezondsamen.catalogue.quantities import QUANTITIES, Quantity
from gezondsamen.examples import ids

_QUANTITIES = """\
Numbers, dates, ages and periods that the sources name, as they are told there, in
`gezondsamen.catalogue.quantities`. A quantity of one example is no norm, and no rule reads one: where a
rule has a number of its own, that is one of the [limits](limits.md). *Serves* says what in the library
each has to do with; where nothing stands, it tells of the source itself.
"""


def quantities_page() -> str:
    """Return the page of all quantities."""
    rows = (
        (
            f"[{x.code}]{{#quantity-{x.code.lower()}}}",
            both(x.label),
            _value(x),
            x.kind,
            ", ".join(_served(x)),
            cited(x.citation),
        )
        for x in QUANTITIES
    )
    head = ("code", "what", "value", "kind", "serves", "source")
    return page("Quantities", _QUANTITIES, *table(head, rows), anchor="quantities")


def _value(x: Quantity) -> str:
    """Return a value as its source has it, with the unit that it does not name; words in it are Dutch."""
    value = plain(x.value)
    said = spoken(value, "nl") if re.search("[a-z]{2}", value) else value
    names_it = not set(x.unit.nl.split()).isdisjoint(x.value.split())
    return said if names_it else f"{said} {plain(x.unit.en)}"


def _served(x: Quantity) -> Iterator[str]:
    yield from map(rule_link, x.rules)
    yield from map(limit_link, x.limits)
    yield from (process_link(gs.PROCESSES[key], text=key) for key in x.processes)
    yield from map(factor_link, x.factors)
    shipped = ids()
    yield from (example_link(key) if key in shipped else code(key) for key in x.examples)
