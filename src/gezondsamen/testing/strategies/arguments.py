"""Arguments of strategies (a value, a strategy, or `...`), and the small strategies that fill them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from types import EllipsisType
from typing import Any, TypeAlias, TypeVar
from zlib import crc32

from hypothesis import strategies as st

from gezondsamen.errors import InvalidArgument, shown
from gezondsamen.process.process import Process
from gezondsamen.terms import unknown
from gezondsamen.testing.building.canonical import DAY

T = TypeVar("T")

Argument: TypeAlias = T | st.SearchStrategy[T] | EllipsisType
"""What a parameter of a strategy takes: a value, a strategy, or `...` for anything that fits."""


def resolved(argument: Any, otherwise: st.SearchStrategy[T]) -> st.SearchStrategy[T]:
    """Return an argument as a strategy: the given one, `st.just` of a value, or `otherwise` for `...`."""
    if argument is ...:
        return otherwise
    return argument if isinstance(argument, st.SearchStrategy) else st.just(argument)


@st.composite
def days(
    draw: st.DrawFn, least: int = 0, most: int = 500, first: date = DAY, edges: tuple[date, ...] = ()
) -> date:
    """Draw a day so many days after the first, often one of `edges`; shrinks towards the earliest."""
    # No map or builds: the day itself is what should be printed. One number says whether it is an edge, and
    # which, so that an edge shrinks into the other days.
    chosen = draw(st.integers(least, most + (most - least) // 2 if edges else most))
    return edges[(chosen - most - 1) % len(edges)] if chosen > most else first + timedelta(days=chosen)


def keys(process: Process, scheme: str) -> st.SearchStrategy[str]:
    """Draw a key of a scheme of words; shrinks towards the first, nothing where there are none.

    Mostly one of the first few, so that what is drawn concerns the same things.
    """
    known = list(process.vocabulary.get(scheme, ()))
    return st.sampled_from(known[:3]) | st.sampled_from(known) if known else st.nothing()


def some(inner: st.SearchStrategy[T], least: int = 0, most: int = 2) -> st.SearchStrategy[tuple[T, ...]]:
    """Draw a few different values; shrinks towards as few as may be."""
    if inner.is_empty:
        return st.just(())
    return st.lists(inner, min_size=least, max_size=most, unique=True).map(tuple)


def maybe(inner: st.SearchStrategy[T]) -> st.SearchStrategy[T | None]:
    """Draw nothing or a value; shrinks towards nothing."""
    return st.none() | inner


def among(values: Sequence[T]) -> st.SearchStrategy[T]:
    """Draw one of these; shrinks towards the first, nothing where there are none."""
    return st.sampled_from(values) if values else st.nothing()


def built(
    make: Callable[..., T], *parts: st.SearchStrategy[Any], **named: st.SearchStrategy[Any]
) -> st.SearchStrategy[T]:
    """Draw what is made of parts, as `composed` does; nothing where a part is nothing."""
    if any(part.is_empty for part in (*parts, *named.values())):
        return st.nothing()
    return composed(make, *parts, **named)


def composed(
    make: Callable[..., T], *parts: st.SearchStrategy[Any], **named: st.SearchStrategy[Any]
) -> st.SearchStrategy[T]:
    """Draw what is made of parts, as `st.builds` does, except for what is printed.

    Where a test fails, hypothesis prints what `st.builds` made as a call with every argument, by a name that
    only we know; and it writes that strategy out with all its parts.
    """
    return st.composite(_Making(make, parts, named))()


class _Making:
    """Draw the parts and make the value; a class, so that hypothesis tells what is made apart.

    It takes what has the same hash for the same, and puts parts of the one where the other has them.
    """

    def __init__(
        self,
        make: Callable[..., Any],
        parts: tuple[st.SearchStrategy[Any], ...],
        named: dict[str, st.SearchStrategy[Any]],
    ) -> None:
        self.make, self.parts, self.named = make, parts, named
        self.__name__ = getattr(make, "__name__", "made")

    def __call__(self, draw: st.DrawFn) -> Any:
        given = {name: draw(part) for name, part in self.named.items()}
        return self.make(*map(draw, self.parts), **given)

    def __hash__(self) -> int:
        """Return the same number in every process, unlike the hash of a text."""
        labels = [getattr(part, "label", 0) for part in (*self.parts, *self.named.values())]
        return hash((crc32(self.__name__.encode()), *labels))


def require_words(processes: Iterable[Process], scheme: str, given: object) -> None:
    """Refuse a key, or several, that none of these processes knows; a strategy is not looked at.

    Raises `InvalidArgument`, with the nearest word.
    """
    terms = {
        key: term.label for process in processes for key, term in process.vocabulary.get(scheme, {}).items()
    }
    for key in given if isinstance(given, tuple) else (given,):
        if isinstance(key, str) and key not in terms:
            raise unknown(InvalidArgument, "word", key, terms, f"there is no {scheme} {shown(key)}.")
