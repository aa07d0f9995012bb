"""Of whom rules ask again what was asked of all before: whoever came later.

Here stand selections of parties, no rules: the rules that ask again stand with their families.
"""

from __future__ import annotations

from typing import Final

from gezondsamen.process.conditions import Parties

NEWCOMERS: Final = Parties(or_none=True, taken_over=False)
"""Whoever takes part, but for those who did already when a running collaboration was entered."""

EXTERNAL_NEWCOMERS: Final = Parties(internal=False, or_none=True, taken_over=False)
"""The same, from outside the own organisation."""

PRIVATE_NEWCOMERS: Final = Parties(sides="private", or_none=True, taken_over=False)
"""The same, of the private side."""
