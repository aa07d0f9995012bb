"""What the topics of interruption mean: key, Dutch, English."""

from __future__ import annotations

from typing import Final

INTERRUPTION: Final = {
    "stop_reason": (
        "uitleg in eigen woorden waarom het werk eindigt voordat het klaar is",
        "explanation in one's own words why the work ends before it is done",
    ),
    "stop_decided": (
        "persoon, bestuur of partij die bepaalde dat het werk niet verdergaat",
        "person, board or party that determined that the work does not go on",
    ),
    "stop_told": (
        "mededeling aan een partij dat het werk eindigt en waarom",
        "notice to a party that the work ends, and why",
    ),
    "suspension": (
        "uitleg waarom het werk een tijd rust, met de dag tot wanneer dat zo is",
        "explanation why the work rests for a time, with the day until which it does",
    ),
    "part_suspended": (
        "deel van het werk, zoals een sector of een actie, dat een tijd stilligt terwijl de rest doorgaat",
        "share of the work, such as a sector or an action, that lies still for a time while the rest goes on",
    ),
    "continued_in": (
        "naam of kenmerk van de samenwerking die het werk overneemt",
        "title or id of the collaboration that takes over the work",
    ),
    "continues_from": (
        "naam of kenmerk van de samenwerking waarvan het werk is overgenomen",
        "title or id of the collaboration whose work was taken over",
    ),
}
"""The definitions of these topics."""
