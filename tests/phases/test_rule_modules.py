"""Where rules stand: the letters of a code tell the module."""

from __future__ import annotations

import pkgutil
import re
from importlib import import_module

from gezondsamen.phases import rules
from gezondsamen.process.requirements import Requirement


def told() -> dict[str, set[str]]:
    """Return the modules of each family of codes, as the docstring of the room tells them."""
    lines = re.findall(r"^\| ([A-Z]+) \| ([a-z_, ]+) \|$", rules.__doc__ or "", re.MULTILINE)
    return {letters: set(modules.split(", ")) for letters, modules in lines}


def found() -> dict[str, set[str]]:
    """Return the modules in which each family of codes is defined."""
    modules: dict[str, set[str]] = {}
    for module in pkgutil.iter_modules(rules.__path__):
        values = vars(import_module(f"{rules.__name__}.{module.name}")).values()
        for rule in values:
            if isinstance(rule, Requirement):
                modules.setdefault(rule.code.split("-")[0], set()).add(module.name)
    return modules


def test_the_table_tells_where_each_family_stands() -> None:
    """Who looks for a rule by its code finds the module in the docstring, and no module is left out."""
    assert told() == found()
