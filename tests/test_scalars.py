"""Days and numbers of other libraries are taken, and kept as the plain ones."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

import gezondsamen as gs
from gezondsamen.scalars import plain_day, plain_number
from tests.support.builders import DAY, later, started

pendulum = pytest.importorskip("pendulum")
numpy = pytest.importorskip("numpy")


class Weekday(date):
    """A date of a class of one's own."""


MOMENT = datetime(2024, 1, 8, tzinfo=UTC)

DAYS = [DAY, Weekday(2024, 1, 8), pendulum.date(2024, 1, 8)]


@pytest.mark.parametrize("day", DAYS, ids=lambda day: type(day).__module__)
def test_any_date_is_kept_as_a_plain_one(day: Any) -> None:
    """A date of any class that is no moment is taken wherever a day is, and is a plain date from then on."""
    case = gs.Collaboration.start(gs.PPS, id="x", on=day).record(gs.Stated(day, "purpose", "x", until=day))
    case = case.record(gs.Stated(day, "rationale", "x")).advance("start", on=day)
    facts: list[Any] = [entry.fact for entry in case.entries_after(0)]
    assert {type(fact.on) for fact in facts} == {date}
    assert type(facts[1].until) is date
    assert type(case.check("start", on=day).on) is date
    assert gs.loads(gs.dumps(case)) == case
    assert gs.evaluation_schedule(case, on=day, until=later(9)).on == DAY
    assert not case.due(on=day)


@pytest.mark.parametrize("value", [MOMENT, pendulum.datetime(2024, 1, 8), "2024-01-08", 3, None])
def test_a_moment_or_a_text_is_no_day(value: Any) -> None:
    """A date with a time, a text and a number are refused by name."""
    assert plain_day(value) is None
    with pytest.raises(gs.InvalidRecord, match=r"on takes a datetime\.date"):
        started().check("start", on=value)


NUMBERS: list[tuple[Any, float]] = [
    (numpy.int64(3), 3),
    (numpy.float64(2.5), 2.5),
    (numpy.float32(0.5), 0.5),
    (Decimal("1250.50"), 1250.5),
    (Decimal(7), 7),
    (Fraction(1, 4), 0.25),
]


@pytest.mark.parametrize(("value", "kept"), NUMBERS, ids=lambda x: type(x).__name__)
def test_any_number_is_kept_as_a_plain_one(value: Any, kept: float) -> None:
    """A whole or real number of any class that a float or an int equals is kept as that."""
    case = started(gs.PPS, gs.Quantified(DAY, "capacity_money", value))
    fact: Any = case.entries_after(1)[0].fact
    assert (fact.amount, type(fact.amount)) == (kept, type(kept))
    assert gs.loads(gs.dumps(case)) == case


@pytest.mark.parametrize(
    "value", [True, numpy.bool_(True), Decimal("0.1"), Decimal("NaN"), Fraction(1, 3), 10**400, "3", 3j, None]
)
def test_what_is_no_number_or_not_that_one_is_refused(value: Any) -> None:
    """What no int or float equals is refused by name, never rounded."""
    assert plain_number(value) is None
    with pytest.raises(gs.InvalidRecord, match="amount takes a number"):
        started(gs.PPS, gs.Quantified(DAY, "capacity_money", value))


FROZEN = """
from datetime import date
before = date(2024, 1, 8)
{first}
from freezegun import freeze_time
with freeze_time("2024-06-03"):
    import gezondsamen as gs
    case = gs.Collaboration.start(gs.PPS, id="x", on=before)
    case = case.record(gs.Stated(date.today(), "purpose", "x"), gs.Stated(before, "rationale", "y"))
    assert not case.check("start", on=before)
    case = case.advance("start", on=date.today())
    from gezondsamen.exchange import json_schema
    assert json_schema()
    assert gs.loads(gs.dumps(case)) == case
    gs.evaluation_schedule(case, on=date.today(), until=date(2025, 1, 1))
    leaked = date.today()
assert json_schema()
assert {{type(entry.fact.on) for entry in case.entries_after(0)}} == {{date}}
assert case.check("choose_alone", on=leaked).on == date(2024, 6, 3)
assert gs.loads(gs.dumps(case)) == case
print("fine")
"""


@pytest.mark.parametrize("first", ["", "import gezondsamen", "import gezondsamen.exchange"])
def test_a_frozen_clock_breaks_nothing(first: str) -> None:
    """Imported before or inside a block of freezegun, days of either kind are taken in it and after it."""
    pytest.importorskip("freezegun")
    done = subprocess.run(
        [sys.executable, "-c", FROZEN.format(first=first)], capture_output=True, text=True, check=False
    )
    assert (done.stdout.strip(), done.stderr) == ("fine", "")


TRAVELLED = """
from datetime import date, datetime, timezone
before = date(2024, 1, 8)
{first}
import time_machine
with time_machine.travel(datetime(2024, 6, 3, 12, tzinfo=timezone.utc), tick=False):
    import gezondsamen as gs
    case = gs.Collaboration.start(gs.PPS, id="x", on=before)
    stamp = datetime.now(timezone.utc)
    case = case.record(gs.Stated(date.today(), "purpose", "x"), by="u-1", recorded_at=stamp)
    case = case.record(gs.Stated(before, "rationale", "y"), recorded_at=stamp)
    case = case.advance("start", on=date.today())
    assert gs.loads(gs.dumps(case)) == case
assert [entry.fact.on for entry in case.entries_after(1)] == [date(2024, 6, 3), before, date(2024, 6, 3)]
assert {{type(entry.fact.on) for entry in case.entries_after(0)}} == {{date}}
assert case.entries_after(1)[0].recorded_at == datetime(2024, 6, 3, 12, tzinfo=timezone.utc)
print("fine")
"""


@pytest.mark.parametrize("first", ["", "import gezondsamen"])
def test_a_clock_that_was_moved_breaks_nothing(first: str) -> None:
    """Inside a block of time-machine and after it, the day and the moment are what its clock said."""
    pytest.importorskip("time_machine")
    done = subprocess.run(
        [sys.executable, "-c", TRAVELLED.format(first=first)], capture_output=True, text=True, check=False
    )
    assert (done.stdout.strip(), done.stderr) == ("fine", "")
