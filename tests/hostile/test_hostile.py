"""Hostile documents: whatever a text holds, an error of the library comes out, or a value that answers."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from hashlib import shake_256
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gezondsamen.dossier.journal import Entry
from gezondsamen.exchange.converter import BUDGET, Budget, converter
from gezondsamen.exchange.documents import KINDS as DOCUMENTS
from gezondsamen.process import evaluation_points as p
from gezondsamen.process.conditions import AllOf, AnyOf, Condition
from tests.hostile.choices import BYTES, Choices
from tests.hostile.documents import KINDS, document, large, noise
from tests.hostile.journals import journal
from tests.hostile.processes import CONDITIONS, POINTS
from tests.hostile.reading import LOADS_SLOW, cost, every_answer, outcomes
from tests.support.profiles import examples

CRASHERS = Path(__file__).parent / "crashers"
"""Documents that something was wrong with once; what it was stands in their names."""

COMES_OUT = {"loaded", "DocumentError", "ProcessChanged", "call answered", "call refused"}


@given(st.sampled_from(KINDS), BYTES, BYTES)
def test_documents_in_disorder(kind: str, given_: bytes, asked: bytes) -> None:
    """Values swapped, gone, doubled, renamed, of another type, out of bounds, huge or deep."""
    assert set(outcomes(document(kind, given_), Choices(asked))) <= COMES_OUT


@given(st.sampled_from(KINDS), BYTES)
def test_both_readers_agree(kind: str, given_: bytes) -> None:
    """The quick converter reads what the detailed one reads, into the same, and refuses what it refuses."""
    try:
        data = json.loads(document(kind, given_))
        plain, cls = data.get("entries"), tuple[Entry, ...]
        if plain is None:
            plain, cls = data["value"], DOCUMENTS[data["gezondsamen"]]
    except (ValueError, TypeError, KeyError, AttributeError):
        return
    assert _structured(plain, cls, detailed=False) == _structured(plain, cls, detailed=True)


def _structured(plain: Any, cls: Any, *, detailed: bool) -> tuple[Any, str] | None:
    """Return what a converter reads, and how it looks: 1 equals 1.0 and True; None where it refuses."""
    token = BUDGET.set(Budget())
    try:
        value = converter(detailed=detailed).structure(plain, cls)
    except Exception:
        return None
    finally:
        BUDGET.reset(token)
    return value, repr(value)


@given(BYTES, BYTES)
def test_journals_that_mostly_make_sense(given_: bytes, asked: bytes) -> None:
    """Entries of every kind, one after the other, most of which can follow what came before."""
    assert set(outcomes(journal(given_), Choices(asked))) <= COMES_OUT


@given(BYTES, BYTES)
def test_bytes_in_disorder(given_: bytes, asked: bytes) -> None:
    """Bytes of a document overwritten, left out, put in, or cut off."""
    assert set(outcomes(noise(given_), Choices(asked))) <= COMES_OUT


@settings(max_examples=examples(20))
@given(BYTES)
def test_a_megabyte_of_the_same(given_: bytes) -> None:
    """One thing of a document over and over: it is read or refused, and what is told of it stays short."""
    assert set(cost(large(given_))) <= COMES_OUT | {LOADS_SLOW}


@given(st.binary() | st.text())
def test_anything_at_all(text: str | bytes) -> None:
    """Any text and any bytes."""
    assert set(outcomes(text, Choices(b""))) <= COMES_OUT


def test_what_is_drawn_loads_often_enough() -> None:
    """A fuzzer whose documents are all refused at the door tries nothing behind it."""
    for make in (journal, lambda given_: document("cases", given_)):
        found: Counter[str] = Counter()
        for number in range(200):
            given_ = shake_256(str(number).encode()).digest(240)
            found.update(outcomes(make(given_), Choices(given_), asked=0))
        assert found["loaded"] >= 10


def test_everything_stands_in_the_process_that_is_put_in_disorder() -> None:
    """Each kind of condition and each kind of anchor is there to be broken."""
    kinds = {type(condition) for condition in (*CONDITIONS, *_inside(CONDITIONS))}
    assert kinds == set(get_args(Condition))
    assert {type(point.anchor) for point in POINTS} | {p.OnPartyLeft} == set(get_args(p.Anchor))


def _inside(conditions: tuple[Condition, ...]) -> Iterator[Condition]:
    for condition in conditions:
        if isinstance(condition, AllOf | AnyOf):
            yield from (*condition.conditions, *_inside(condition.conditions))


@pytest.mark.parametrize("path", sorted(CRASHERS.iterdir()), ids=lambda path: path.stem)
def test_what_was_wrong_once_stays_mended(path: Path) -> None:
    """Each document is refused, or everything that can be asked of its value is answered or refused."""
    assert set(every_answer(path.read_text(encoding="utf-8")).values()) <= {"call answered", "call refused"}
