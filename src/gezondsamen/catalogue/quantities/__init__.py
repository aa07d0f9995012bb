"""Quantities: numbers, dates, ages and periods that the sources name, each with its passage.

They are kept as they are told. A quantity of one example is no norm, and no rule reads one: where a
rule has a number of its own, that is a limit (`gezondsamen.catalogue.limits`), and the quantity says
which.

>>> [(found.code, found.value, found.rules) for found in QUANTITIES if "private_partners" in found.limits]
[('Q-42', '10 (hooguit)', ('PAR-02',))]
"""

from __future__ import annotations

from operator import attrgetter
from typing import Final

from gezondsamen.catalogue.quantities.guides import GUIDES
from gezondsamen.catalogue.quantities.practice import PRACTICE
from gezondsamen.catalogue.quantities.quantity import Quantity
from gezondsamen.catalogue.quantities.wellbeing import WELLBEING

__all__ = ["QUANTITIES", "Quantity"]

QUANTITIES: Final[tuple[Quantity, ...]] = tuple(
    sorted((*GUIDES, *PRACTICE, *WELLBEING), key=attrgetter("code"))
)
"""All quantities, by code."""
