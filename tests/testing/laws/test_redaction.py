"""The law of redaction, and that it finds what leaks."""

from __future__ import annotations

import pytest

import gezondsamen as gs
from gezondsamen import redaction
from gezondsamen.testing.laws.redaction import MARK, calendars, outputs, redactions_leave_no_trace, with_mark
from tests.support import golden_values
from tests.support.builders import PROCESSES, later

LATE = later(60)


@pytest.mark.parametrize("process", PROCESSES, ids=lambda process: process.key)
def test_what_is_redacted_occurs_nowhere(process: gs.Process) -> None:
    """A name in every text and id of a case of each process is gone from everything that is told of it."""
    redactions_leave_no_trace(golden_values.case_of(process), LATE)


def test_the_mark_is_told_where_it_was_not_redacted() -> None:
    """The outputs that the law reads do hold a name that is still on record: pages, calendars and all."""
    case = with_mark(golden_values.case_of(gs.PPS), "text", "id", "person")
    told = {name.partition(" ")[0] for name, text in outputs(case, LATE) if MARK in text}
    assert told >= {"dumps", "repr", "schedule", "page", "plain", "calendar"}


def test_a_leak_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a field is forgotten, the law fails."""
    kept = {name: part for name, part in redaction._PARTS.items() if name != "title"}
    case = golden_values.case_of(gs.PPS)
    marked = with_mark(case, "text")
    monkeypatch.setattr(redaction, "_PARTS", kept)
    assert any(MARK in text for _, text in outputs(marked.redact(text=MARK), LATE))


def test_what_is_cancelled_bears_no_trace() -> None:
    """The calendars of the law do cancel what was sent, so that a title in it would be seen."""
    case = golden_values.case_of(gs.PPS)
    marked = with_mark(case, "text")
    gone = marked.redact(text=MARK)
    told = dict(calendars(gone, LATE, before=marked))
    assert all("STATUS:CANCELLED" in text for text in told.values())
    assert all(MARK in text for _, text in calendars(marked, LATE, before=marked))
