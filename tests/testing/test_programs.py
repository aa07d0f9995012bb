"""A case is told as the calls that make it, in a plain test that runs as it stands."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis.vendor.pretty import pretty

import gezondsamen as gs
from gezondsamen.process import conditions as c
from gezondsamen.testing.building.canonical import DAY, canonical
from gezondsamen.testing.printing import imports_of, written
from gezondsamen.testing.programs import as_test, is_made_by_calls
from gezondsamen.testing.strategies.cases import collaborations
from tests.support.builders import joined, later, rule, said, started, tiny

OWN = tiny()
STRICT = tiny(finish=(rule(c.OnRecord(("purpose",))),))


def run(text: str, name: str = "test_case") -> Any:
    """Run a plain test, and return the case that it made."""
    names: dict[str, Any] = {}
    exec(
        text.replace("    assert_consistent(case", "    global made; made = case; assert_consistent(case"),
        names,
    )
    names[name]()
    return names["made"]


def last_day(case: gs.Collaboration) -> date:
    return max(entry.fact.on for entry in case.entries_after(0))


@given(collaborations(gs.PPS))
def test_any_case_is_made_again(case: gs.Collaboration) -> None:
    """The test makes an equal case, by calls or from its document, and its laws hold."""
    assert run(as_test(case, on=last_day(case))) == case


def life() -> gs.Collaboration:
    """Return a case in which every call that changes one was made."""
    stamp = datetime(2024, 3, 1, 12, tzinfo=UTC)
    case = canonical(gs.PPS, "negotiation").record(
        joined("late", on=later(9)), by="u-1", on_behalf_of="late", recorded_at=stamp
    )
    case = case.record(*said("purpose", on=later(9)), by="u-2")
    case = case.open(gs.NETWORK, on=later(9), track="net", by="u-1")
    case = case.correct(2, gs.Stated(DAY, "purpose", "other"), reason="a slip", by="u-3", on=later(10))
    case = case.correct_start(title="Waterstad", reason="it had none")
    case = case.undo(reason="too early", by="u-4")
    return case.redact(text="other")


def test_every_call_is_told() -> None:
    """Starting, recording, stepping, opening, correcting and taking back are told as such calls."""
    case = life()
    assert is_made_by_calls(case)
    text = as_test(case, on=later(20))
    for call in ("Collaboration.start", "record", "advance", "open", "correct", "correct_start"):
        assert f"{call}(" in text
    assert "gs.loads" not in text
    assert run(text) == case


def test_an_adopted_case_is_adopted_again() -> None:
    """A case that was taken over is started in its phase, since its day, for its reason."""
    case = started(OWN, phase="work", since=later(-9), reason="it runs already", title="Own")
    assert run(as_test(case, on=DAY)) == case


def test_what_the_rules_of_today_refuse_is_loaded() -> None:
    """A step that could not be taken any more stands in the document, not in a call."""
    strict = gs.Collaboration.replay(STRICT, canonical(OWN, "done").entries_after(0))
    text = as_test(strict, on=DAY)
    assert "gs.loads(" in text
    assert run(text) == strict


def test_only_what_is_named_is_imported() -> None:
    """A process of one's own comes from the module that holds it; nothing is imported in vain."""
    lines = as_test(started(OWN), on=DAY, name="test_own").splitlines()
    assert lines[:5] == [
        "from datetime import date",
        "",
        "import gezondsamen as gs",
        "from gezondsamen.testing import assert_consistent",
        f"from {__name__} import OWN",
    ]
    assert "def test_own() -> None:" in lines


def test_a_name_that_is_none_is_refused() -> None:
    """The name of the function has to be one."""
    with pytest.raises(gs.InvalidArgument, match="the name of a function, not 'a test'"):
        as_test(started(), on=DAY, name="a test")


def test_what_hypothesis_prints_can_be_read() -> None:
    """Facts, periods and calendars print as they are written; a case that nothing tells, in a line."""
    assert pretty(gs.PartyLeft(DAY, "a")) == "gs.PartyLeft(date(2024, 1, 8), 'a')"
    assert pretty([gs.WEEKENDS, gs.Every(months=1)]) == "[gs.WEEKENDS, gs.Every(months=1)]"
    assert pretty(started()) == repr(started())


@pytest.mark.parametrize(
    "value",
    [
        gs.Stated(DAY, "purpose", "…", gs.About("party", "a"), until=later(3)),
        datetime(2024, 1, 8, 12, 30, tzinfo=UTC),
        (gs.Every(months=1), gs.WEEKENDS),
        gs.Basis.LAW,
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_is_written_can_be_read(value: object) -> None:
    """With the imports that are named, the text makes an equal value."""
    names: dict[str, Any] = {}
    exec("\n".join(imports_of(value)), names)
    assert eval(written(value), names) == value
