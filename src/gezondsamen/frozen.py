"""What stays as it was made: a mapping, and values that come out of a pickle.

The mapping is a dict that refuses to be changed, so that it is read as fast, compares with plain dicts, and
pickles: for values that hold names and what they stand for. It can be hashed when what it holds can.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NoReturn, TypeVar

import attrs

K = TypeVar("K")
V = TypeVar("V")


class FrozenDict(dict[K, V]):
    """Hold keys and values for good; `plus` gives another that holds one more.

    >>> FrozenDict({"a": 1}).plus("b", 2)
    {'a': 1, 'b': 2}
    """

    __slots__ = ()

    def plus(self, key: K, value: V) -> FrozenDict[K, V]:
        """Return the mapping with a key more, or with another value for one that it has."""
        more = FrozenDict(self)
        put(more, key, value)
        return more

    def _refuse(self, *_args: Any, **_named: Any) -> NoReturn:
        raise TypeError("this mapping is part of a value, and values do not change; make a dict(...) of it")

    __setitem__ = __delitem__ = __ior__ = _refuse
    clear = pop = popitem = setdefault = update = _refuse

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(frozenset(self.items()))

    def __reduce__(self) -> tuple[Any, ...]:
        return (FrozenDict, (dict(self),))

    def __copy__(self) -> FrozenDict[K, V]:
        return self

    def copy(self) -> dict[K, V]:
        """Return a dict of its own, to be changed."""
        return dict(self)


def frozen_names(names: Mapping[str, str]) -> FrozenDict[str, str]:
    """Return names frozen, as `frozen` does: the converter of fields, which cannot be generic."""
    return frozen(names)


def frozen(mapping: Mapping[K, V]) -> FrozenDict[K, V]:
    """Return a mapping frozen: itself where it is, else a copy."""
    return mapping if type(mapping) is FrozenDict else FrozenDict(mapping)


put = dict.__setitem__
"""Put a value under a key of a mapping in place: for who made it, and has not handed it out."""


def made_anew(self: Any) -> tuple[type, tuple[Any, ...]]:
    """Return how an attrs value is made from a pickle: through its class, as `__reduce__`.

    Otherwise its fields would be set one by one, and arrays in it could be written again.
    """
    cls = type(self)
    return cls, tuple(getattr(self, field.name) for field in attrs.fields(cls))
