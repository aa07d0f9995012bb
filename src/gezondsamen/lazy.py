"""Names of a module that come with their first use (PEP 562), so that importing it stays light."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any


def at_first_use(module: str, homes: Mapping[str, str]) -> Callable[[str], Any]:
    """Return the `__getattr__` of a module: it imports a name from its home, and keeps it there.

    `homes` maps each name to the module that defines it.

    >>> at_first_use("gezondsamen", {"PPS": "gezondsamen.phases.pps"})("PPS").key
    'pps'
    """

    def find(name: str) -> Any:
        if name not in homes:
            raise AttributeError(f"module {module!r} has no attribute {name!r}")
        value = getattr(import_module(homes[name]), name)
        setattr(sys.modules[module], name, value)
        return value

    return find
