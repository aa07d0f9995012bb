"""The tables of calls that are tried with wrong arguments hold every public call that takes one."""

from __future__ import annotations

import enum
import inspect
from collections.abc import Iterator
from types import FunctionType, ModuleType
from typing import Any

import pytest

import gezondsamen as gs
from gezondsamen import conditions, exchange, simulation, store, testing
from tests.properties import test_wrong_arguments as acts
from tests.properties import test_wrong_questions as questions
from tests.properties import test_wrong_values as values
from tests.simulation import test_wrong_arguments as simulated
from tests.store import test_wrong_arguments as stored

TABLES = (acts.CALLS, questions.CALLS, simulated.CALLS, stored.CALLS)

ELSEWHERE = {
    "Collaboration.advance": "takes any facts: named advance in the table",
    "Collaboration.record": "takes any facts: named record in the table",
    "Collaboration.form": "takes any fields of a fact: named form in the table",
    "Agreement.drafted": "made by the dossier",
    "Agreement.revised": "made by the dossier",
    "Agreement.signed": "made by the dossier",
    "Catalogue.address": "texts of a bundle, asked by what makes it",
    "visits_from_xes": "a path of a file: OSError, as Python says it",
    "Bounds.check_entries": "asked by documents, with a list",
    "Label.text": "a word: TypeError, as Python says it",
    "Every.parse": "a word: ValueError, as Python says it",
    "Phase.to": "a word: what Transition does not take, a process refuses",
    "Requirement.asking": "a word: what it does not take, a process refuses",
    "Requirement.condition_at": "a path of a finding: LookupError",
    "assert_own_errors": "the law itself",
    "assert_schedule_keeps_rhythm": "a law of years of days: tried by tests of its own",
    "broken_rhythms": "a law of years of days: tried by tests of its own",
    "Store": "named made in the table",
    "Store.changing": "named changing in the table",
    "Store.rehearse": "named rehearse in the table",
}
"""Calls that no table holds under their own name, and why."""


def _calls(module: ModuleType) -> Iterator[tuple[str, Any]]:
    """Yield the functions of a module, and the methods of its classes, that take an argument."""
    for name in module.__all__:
        value = getattr(module, name)
        if isinstance(value, FunctionType):
            yield value.__qualname__, value
        elif inspect.isclass(value) and not issubclass(value, (BaseException, enum.Enum)):
            for key in vars(value):
                method = inspect.getattr_static(value, key)
                method = getattr(method, "__func__", method)
                if not key.startswith("_") and isinstance(method, FunctionType):
                    yield method.__qualname__, method


def _takes(call: Any) -> bool:
    names = [name for name in inspect.signature(call).parameters if name not in ("self", "cls")]
    return bool(names)


def _held() -> set[str]:
    """Return the names of the calls that the tables hold."""
    found: set[str] = set()
    for table in TABLES:
        for name, (call, _) in table.items():
            plain = getattr(call, "__func__", call)
            found |= {name, getattr(plain, "__qualname__", name)}
    return found


@pytest.mark.parametrize("module", [gs, exchange, store, testing], ids=lambda module: module.__name__)
def test_every_public_call_is_tried_with_wrong_arguments(module: ModuleType) -> None:
    """A call that takes an argument stands in a table, or it is said here why not."""
    walks = ("ProcessWalk.", "CaseStoreTests.", "RuleCoverage.", "CaseStore.")  # run by hypothesis or a host
    missing = {
        name
        for name, call in _calls(module)
        if _takes(call) and name not in _held() | set(ELSEWHERE) and not name.startswith(walks)
    }
    assert not missing


def test_every_word_is_tried_with_wrong_fields() -> None:
    """Each condition stands in a process that ships, and so among the values that are tried."""
    kinds = {kind for kind in vars(conditions).values() if inspect.isclass(kind)}
    assert {kind.__name__ for kind in kinds} <= {kind.__name__ for kind in values.FOUND}
    assert simulation.simulate.__name__ in _held()
