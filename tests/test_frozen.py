"""Frozen means frozen: nothing that a public value leads to can be changed, and each hashes and compares."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import partial
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import gezondsamen as gs
from gezondsamen.examples import ids, load
from gezondsamen.frozen import FrozenDict, frozen
from tests.support.dossiers import case_in

DAY = date(2024, 3, 4)


def of_case(case: gs.Collaboration) -> Iterator[object]:
    """Yield a case and what it answers."""
    yield case
    day = max(entry.place[0] for entry in case.entries_after(0))
    yield tuple(case.options(on=day).values())
    yield case.monitor(on=day)
    yield case.due(on=day)
    yield case.plan(case.process.phases[-1].key, on=day)
    yield case.review()
    yield gs.evaluation_schedule(case, on=day, until=day)


def of_example(ident: str) -> tuple[object, ...]:
    """Return a practice example, and what it answers."""
    example = load(ident)
    return (example, *of_case(example.case))


VALUES: dict[str, Callable[[], object]] = {
    **{f"process {key}": partial(gs.PROCESSES.__getitem__, key) for key in gs.PROCESSES},
    **{f"example {ident}": partial(of_example, ident) for ident in ids()},
    "verification": partial(gs.verify, gs.PPS),
}


def within(root: object) -> Iterator[object]:
    """Yield everything that public attributes, items and keys lead to, once each."""
    seen: dict[int, object] = {}
    todo = [root]
    while todo:
        value = todo.pop()
        if id(value) in seen:
            continue
        seen[id(value)] = value
        yield value
        if isinstance(value, Mapping):
            todo += [*value, *value.values()]
        elif isinstance(value, tuple | list | set | frozenset):
            todo += value
        elif attrs.has(type(value)):
            todo += [getattr(value, name) for name in looked_at(type(value))]


def looked_at(cls: type) -> list[str]:
    """Return the names of the attributes of a class that hold something: fields and properties."""
    fields = [field.name for field in attrs.fields(cls)]
    properties = [
        name
        for base in cls.__mro__
        for name, member in vars(base).items()
        if isinstance(member, property) or type(member).__name__ == "cached_property"
    ]
    return [name for name in dict.fromkeys([*fields, *properties]) if not name.startswith("_")]


def assert_frozen(value: object) -> None:
    """Assert that a value takes no item and no attribute, equals itself, and can be hashed."""
    assert not isinstance(value, list | set | bytearray), value
    assert value == value  # noqa: PLR0124
    assert value != object()
    hash(value)
    if isinstance(value, Mapping):
        anything: Any = value
        key = next(iter(value), "x")
        with pytest.raises(TypeError):
            anything[key] = None
        with pytest.raises((TypeError, AttributeError)):
            anything.clear()
    if attrs.has(type(value)):
        for name in looked_at(type(value)):
            with pytest.raises((attrs.exceptions.FrozenError, AttributeError)):
                setattr(value, name, None)


@pytest.mark.parametrize("name", VALUES)
def test_no_public_value_can_be_changed(name: str) -> None:
    """Nothing that fields and properties of a value lead to takes an item or an attribute."""
    for value in within(VALUES[name]()):
        assert_frozen(value)


def test_the_words_of_a_process_cannot_be_changed_for_everybody() -> None:
    """A word put into the vocabulary would be taken by every case of the interpreter."""
    topics: Any = gs.PPS.vocabulary["topic"]
    with pytest.raises(TypeError, match="values do not change"):
        topics["x"] = gs.Term("x", gs.Label(nl="x", en="x"))
    with pytest.raises(TypeError):
        topics.update(x=1)
    assert "x" not in gs.PPS.vocabulary["topic"]


def test_names_in_a_check_are_not_those_of_the_case_to_change() -> None:
    """A scene made by hand keeps a copy of the names that it was given."""
    case = case_in(gs.PPS, "management")
    scene = case.check("open_evaluation", on=DAY).scene
    assert scene is not None
    names = dict(scene.names)
    other = attrs.evolve(scene, names=names)
    names.clear()
    assert other == scene


MAPPINGS = st.dictionaries(st.text(max_size=3), st.integers())


@given(MAPPINGS, st.text(max_size=3), st.integers())
def test_a_frozen_mapping_is_a_value(mapping: dict[str, int], key: str, value: int) -> None:
    """It equals the dict it was made of, hashes alike whatever the order, copies, pickles, and grows anew."""
    made = FrozenDict(mapping)
    backwards = FrozenDict(dict(reversed(mapping.items())))
    assert made == mapping == backwards
    assert hash(made) == hash(backwards)
    assert frozen(made) is made
    assert type(copy.copy(made)) is type(copy.deepcopy(made)) is FrozenDict
    assert pickle.loads(pickle.dumps(made)) == copy.deepcopy(made) == copy.copy(made) == made
    assert made.plus(key, value) == {**mapping, key: value}
    assert made == mapping
    assert type(made.copy()) is dict
    assert repr(made) == repr(mapping)


@pytest.mark.parametrize(
    "call", ["clear", "pop", "popitem", "setdefault", "update", "__ior__", "__delitem__"]
)
def test_a_frozen_mapping_refuses_every_change(call: str) -> None:
    """No method of a dict that changes it does."""
    made = FrozenDict({"a": 1})
    with pytest.raises(TypeError, match="values do not change"):
        getattr(made, call)("a")
    assert made == {"a": 1}
