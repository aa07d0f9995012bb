"""A quantity: a number, date, age or period that a source names, and what in this library it serves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

import attrs

from gezondsamen.citations import Citation
from gezondsamen.labels import Label

QuantityKind = Literal["count", "limit", "interval", "age", "date", "time"]

_UNITS: Final[Mapping[str, str]] = {
    "classes": "klassen",
    "companies": "bedrijven",
    "days": "dagen",
    "departments": "afdelingen",
    "elements": "elementen",
    "factors": "factoren",
    "GPs": "huisartsen",
    "groups": "groepen",
    "levels": "niveaus",
    "meetings": "bijeenkomsten",
    "month": "maand",
    "municipalities": "gemeenten",
    "officials": "ambtenaren",
    "per year": "per jaar",
    "phases": "fasen",
    "primary-school groups": "groepen van de basisschool",
    "programmes": "programma’s",
    "pupils": "leerlingen",
    "questions": "vragen",
    "representatives": "vertegenwoordigers",
    "steps": "stappen",
    "sub-steps": "deelstappen",
    "supermarkets": "supermarkten",
    "talks": "gesprekken",
    "time": "tijdstip",
    "tips": "tips",
    "topics": "onderwerpen",
    "year": "jaar",
    "years": "jaren",
    "years of age": "jaar oud",
}
"""The units, in English and in Dutch."""


@attrs.frozen(kw_only=True)
class Quantity:
    """Name a quantity that a source gives, with its unit, its kind and the passage.

    `value` is a text, as the source has it: "april" without a year stays that, and "een aantal keer
    per jaar" is not made a number. `rules`, `limits`, `examples`, `processes` and `factors` are keys of
    what it serves here; where all are empty, it tells of the source itself or is only named.
    """

    code: str
    label: Label
    value: str
    unit: Label
    kind: QuantityKind
    citation: Citation
    rules: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    processes: tuple[str, ...] = ()
    factors: tuple[str, ...] = ()


def quantity(
    code: str,
    nl: str,
    en: str,
    value: str,
    unit: str,
    kind: QuantityKind,
    citation: Citation,
    **serves: tuple[str, ...],
) -> Quantity:
    """Return a quantity from the columns of a table; the unit is given in English.

    >>> from gezondsamen.citations import Work
    >>> found = quantity(
    ...     "Q-11", "fasen", "phases", "7", "phases", "count", Citation(Work("guide", "A guide"))
    ... )
    >>> found.value, found.unit.nl
    ('7', 'fasen')
    """
    return Quantity(
        code=code,
        label=Label(nl=nl, en=en),
        value=value,
        unit=Label(nl=_UNITS[unit], en=unit),
        kind=kind,
        citation=citation,
        **serves,
    )
