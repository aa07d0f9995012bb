"""Documents by construction: valid ones load, and broken ones are refused in the one way there is."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

import gezondsamen as gs
from gezondsamen.testing import Breakage, broken, broken_documents, canonical, collaborations, documents
from tests.support.builders import PROCESSES, tiny

LAWS = settings(deadline=None, derandomize=True, max_examples=40)
SIMPLEST = settings(deadline=None, database=None, derandomize=True, phases=(Phase.generate, Phase.shrink))

TEXT = gs.dumps(canonical(gs.PPS, "organisation_form"))

EVERY_PROCESS = pytest.mark.parametrize("process", PROCESSES, ids=lambda p: p.key)
EVERY_WAY = pytest.mark.parametrize("way", Breakage, ids=lambda way: way.name.lower())

CODES: dict[Breakage, set[str]] = {
    Breakage.TRUNCATED: {"not-json"},
    Breakage.NOT_JSON: {"not-json"},
    Breakage.NOT_AN_OBJECT: {"not-a-document"},
    Breakage.UNKNOWN_KEY: {"unknown-key"},
    Breakage.UNKNOWN_KIND: {"unknown-kind"},
    Breakage.NEWER_FORMAT: {"newer-format"},
    Breakage.DUPLICATE_NUMBER: {"numbering"},
    Breakage.NO_ENTRIES: {"no-start"},
    Breakage.BEFORE_START: {"no-start"},
}
"""The faults that are found, where there is one answer."""


def refusal(text: str, *processes: gs.Process) -> gs.GezondsamenError:
    """Return how a text is refused; any other exception comes through."""
    with pytest.raises((gs.DocumentError, gs.ProcessChanged)) as caught:
        gs.loads(text, processes=processes or gs.PROCESSES)
    return caught.value


@EVERY_PROCESS
@settings(LAWS, max_examples=15)
@given(data=st.data())
def test_documents_load(process: gs.Process, data: st.DataObject) -> None:
    """A document drawn is that of the case, and loads."""
    case = data.draw(collaborations(process))
    assert gs.loads(data.draw(documents(process))).process == process
    assert gs.loads(data.draw(documents(process, case=case))) == case
    assert gs.loads(data.draw(documents(process, case=st.just(case), indent=None))) == case


def test_documents_of_a_process_of_your_own_load_with_it() -> None:
    """The document of a process that does not ship loads with that process."""
    own = tiny()
    text = find(documents(own), lambda _: True, settings=SIMPLEST)
    assert gs.loads(text, processes=[own]) == canonical(own)


@EVERY_WAY
@LAWS
@given(data=st.data())
def test_a_broken_document_is_refused(way: Breakage, data: st.DataObject) -> None:
    """Wherever a document is broken, it is refused as a document, with the fault that was made."""
    text, name = data.draw(broken_documents(gs.PPS, way=way))
    assert name is way
    problem = refusal(text)
    if isinstance(problem, gs.DocumentError):
        found = {fault.code for fault in problem.problems}
        assert found <= CODES.get(way, found)


@EVERY_PROCESS
@settings(LAWS, max_examples=30)
@given(data=st.data())
def test_every_process_refuses_what_is_broken(process: gs.Process, data: st.DataObject) -> None:
    """No document of any process raises anything but its refusals."""
    text, _ = data.draw(broken_documents(process))
    refusal(text)


@EVERY_WAY
def test_every_place_breaks(way: Breakage) -> None:
    """There is no place at which a document can be broken and still loads."""
    for place in range(60):
        refusal(broken(TEXT, way, place)[0])


@pytest.mark.parametrize("way", [Breakage.UNKNOWN_PROCESS, Breakage.UNKNOWN_PHASE])
def test_what_the_process_lacks_is_told_as_a_change(way: Breakage) -> None:
    """A phase or process that is not there is no fault of the document."""
    assert isinstance(refusal(broken(TEXT, way)[0]), gs.ProcessChanged)


@pytest.mark.parametrize(
    ("way", "paths"),
    [
        (Breakage.UNKNOWN_KEY, 1 + 4 + 4),
        (Breakage.MISSING_KEY, 3 + 2 * 4 + 2 * 4),
        (Breakage.UNKNOWN_TAG, 4),
        (Breakage.BAD_DATE, 4),
        (Breakage.DUPLICATE_NUMBER, 4),
    ],
)
def test_places_are_many(way: Breakage, paths: int) -> None:
    """Each object, key or entry gets its turn."""
    texts = {broken(TEXT, way, place)[0] for place in range(400)}
    assert len(texts) >= paths


@EVERY_WAY
def test_a_document_is_broken_in_one_way_only(way: Breakage) -> None:
    """Breaking is exact: the same place gives the same text, and it differs from the document."""
    first = broken(TEXT, way, 7)
    assert first == broken(TEXT, way, 7)
    assert first[0] != TEXT
    if way not in (Breakage.TRUNCATED, Breakage.NOT_JSON, Breakage.NOT_AN_OBJECT):
        assert json.loads(first[0]) != json.loads(TEXT)


def test_every_way_is_drawn() -> None:
    """Without asking for a way, all of them come by."""
    drawn: set[Breakage] = set()

    @settings(LAWS, max_examples=500)
    @given(broken_documents(gs.NETWORK, case=canonical(gs.NETWORK)))
    def collect(pair: tuple[str, Breakage]) -> None:
        drawn.add(pair[1])

    collect()
    assert drawn == set(Breakage)


def test_a_broken_document_prints_as_what_makes_it() -> None:
    """The printed text makes the same broken document."""
    import datetime

    from gezondsamen import testing

    @settings(LAWS, database=None, phases=(Phase.generate, Phase.shrink))
    @given(broken_documents(gs.PPS, way=Breakage.BAD_DATE))
    def prop(value: Any) -> None:
        assert False, value  # noqa: B011, PT015

    with pytest.raises(AssertionError) as caught:
        prop()
    (note,) = [n for n in caught.value.__notes__ if "value=" in n]
    namespace = {**vars(testing), "gs": gs, "date": date, "datetime": datetime}
    text, way = eval(note[note.index("prop(") :], {**namespace, "prop": lambda value: value})
    assert (text, way) == broken(gs.dumps(canonical(gs.PPS)), Breakage.BAD_DATE)
    assert "broken(" in note
