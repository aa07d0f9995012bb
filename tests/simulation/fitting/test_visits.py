"""Visits: the same columns from a simulation, a table and Arrow, and what a table may not hold."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
import pytest

import gezondsamen as gs
from gezondsamen.simulation import Effect, InvalidModel, Visits, simulate
from tests.support.simulation.partnerships import partnership

TABLE: dict[str, Any] = {
    "case": ["a", "a", "b"],
    "phase_from": ["initiative", "organisation_form", "initiative"],
    "trigger": ["start", None, "start"],
    "entered": [0.0, 0.2, 0.0],
    "left": [0.2, 0.5, 0.1],
}
DAYS = np.array(["2024-01-08", "2024-03-01", "2024-02-05"], "datetime64[D]")
SOME_DAYS = np.array(["2024-01-08", "NaT", "2024-02-05"], "datetime64[D]")


def visits() -> Visits:
    return Visits.from_result(simulate(partnership(), cases=50, horizon=5, seed=7))


def same(read: Visits, expected: Visits) -> None:
    for name in ("phase_from", "phase_to", "trigger", "entered", "left", "visit", "spent"):
        np.testing.assert_array_equal(read.columns()[name], expected.columns()[name])


def test_columns_give_the_same_visits_back() -> None:
    """Columns that went out come in as they were."""
    before = visits()
    after = Visits.from_columns(before.columns(), gs.PPS)
    for name, column in before.columns().items():
        np.testing.assert_array_equal(after.columns()[name], column)


def test_a_result_is_a_table_of_visits() -> None:
    """A result, a stream of Arrow, is read as its visits."""
    result = simulate(partnership(), cases=50, horizon=5, seed=7)
    same(Visits.from_columns(result, gs.PPS), Visits.from_result(result))


@pytest.mark.parametrize("library", ["pandas", "polars", "pyarrow", "arro3.core"])
def test_every_library_of_tables_is_read(library: str) -> None:
    """A data frame or a table of Arrow gives the visits that went into it, texts and categories alike."""
    module = pytest.importorskip(library)
    expected = visits()
    if library in ("pandas", "polars"):
        same(Visits.from_columns(module.DataFrame(expected.columns()), gs.PPS), expected)
    if library == "pandas":
        frame = expected.to_pandas()
        assert str(frame["trigger"].dtype) == "category"
        assert frame["trigger"].isna().sum() == (expected.trigger < 0).sum()
        same(Visits.from_columns(frame, gs.PPS), expected)
    if library in ("pyarrow", "arro3.core"):
        result = simulate(partnership(), cases=50, horizon=5, seed=7)
        table = module.table(result) if library == "pyarrow" else module.Table.from_arrow(result)
        same(Visits.from_columns(table, gs.PPS), expected)


@pytest.mark.parametrize("library", ["pyarrow", "arro3.core"])
def test_plain_texts_of_arrow_are_read(library: str) -> None:
    """Columns of texts that are no categories give the same visits, as arrays and as chunks of them."""
    module = pytest.importorskip(library)
    expected = visits()
    columns = {name: column for name, column in expected.columns().items() if name != "begin"}
    texts = {name: column.tolist() for name, column in columns.items() if column.dtype.kind == "U"}
    assert set(texts) == {"phase_from", "phase_to", "trigger"}
    if library == "pyarrow":
        table = module.table({**columns, **texts})
    else:
        kinds = {name: module.Array(column, type=module.DataType.utf8()) for name, column in texts.items()}
        numbers = {name: module.Array.from_numpy(x) for name, x in columns.items() if name not in texts}
        table = module.Table.from_pydict({**numbers, **kinds})
    same(Visits.from_columns(table, gs.PPS), expected)


def test_covariates_and_time_spent_come_along() -> None:
    """Visits of a simulation know the covariates of their cases, and the time spent in the first phase."""
    model = partnership().with_changes(
        start="management", spent=0.5, effects=[Effect("trust", "management", time_ratio=2)]
    )
    values = np.arange(20.0) / 20
    seen = Visits.from_result(
        simulate(model, cases=range(5, 25), horizon=5, seed=1, covariates={"trust": values})
    )
    assert (seen.covariates["trust"] == values[seen.case - 5]).all()
    first = np.concatenate(([True], seen.case[1:] != seen.case[:-1]))
    assert (seen.spent[first] == 0.5).all()
    assert (seen.spent[~first] == 0).all()


def test_days_become_years_with_the_precision_of_a_day() -> None:
    """Days count from the first of their case, and `begin` keeps it."""
    days = {
        **TABLE,
        "entered": [date(2024, 1, 8), date(2024, 3, 1), date(2024, 2, 5)],
        "left": np.array(["2024-03-01", "2024-06-30", "2024-02-26"], "datetime64[ns]"),
        "rural": [1, 1, 0],
    }
    seen = Visits.from_columns(days, gs.PPS)
    assert (seen.entered * 365.25).tolist() == pytest.approx([0, 53, 0])
    assert (seen.left * 365.25).tolist() == pytest.approx([53, 174, 21])
    assert (seen.precision * 365.25).tolist() == pytest.approx([1, 1, 1])
    assert seen.begin.astype(str).tolist() == ["2024-01-08", "2024-01-08", "2024-02-05"]
    assert seen.covariates["rural"].tolist() == [1, 1, 0]
    assert seen.columns()["phase_to"].tolist() == ["organisation_form", "", "organisation_form"]


def test_a_time_spent_that_nobody_knows_is_kept_as_such() -> None:
    """A missing value in `spent` stays one; elsewhere it is refused."""
    seen = Visits.from_columns({**TABLE, "spent": [None, 0, 0.5]}, gs.PPS)
    assert np.isnan(seen.spent).tolist() == [True, False, False]


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"left": None}, r"columns\['left'\]: needed are"),
        ({"phase_from": ["initiatve"] * 3}, "did you mean 'initiative'"),
        ({"phase_from": ["initiative", None, "initiative"]}, "row 1 has no phase"),
        ({"trigger": ["resume", None, "start"]}, "'resume' does not lead out of phase 'initiative'; .*start"),
        ({"trigger": ["strat", None, "start"]}, "did you mean 'start'"),
        ({"left": [0.2, 0.1, 0.1]}, "row 1 is left before it is entered"),
        ({"left": [0.2, None, 0.1]}, "row 1 holds None"),
        ({"left": [0.2, 0.5]}, "differ in length"),
        ({"spent": [0, -1, 0]}, "row 1 has spent less than no time"),
        ({"precision": [0, -1, 0]}, "precision below zero"),
        ({"entered": [date(2024, 1, 1)] * 3}, "days in both"),
        ({"phase_from": ["not_formed"] * 3, "trigger": [None] * 3}, "final phase"),
        ({"entered": SOME_DAYS, "left": DAYS}, r"columns\['entered'\]: row 1 has no day"),
        ({"entered": DAYS, "left": SOME_DAYS}, r"columns\['left'\]: row 1 has no day"),
    ],
)
def test_what_cannot_be_is_refused_with_its_place(changes: dict[str, Any], told: str) -> None:
    """Each column that is missing, unknown or impossible is named, with the row."""
    table = {name: value for name, value in {**TABLE, **changes}.items() if value is not None}
    with pytest.raises(InvalidModel, match=told):
        Visits.from_columns(table, gs.PPS)


def test_visits_are_read_only_and_can_be_narrowed() -> None:
    """What a value hands out cannot be written; a part of it is a value of its own."""
    seen = visits()
    with pytest.raises(ValueError, match="read-only"):
        seen.left[0] = 1
    part = seen.where(seen.trigger == -1).with_covariates(urban=1)
    assert (part.trigger == -1).all()
    assert part.covariates["urban"].tolist() == [1.0] * len(part)
    with pytest.raises(InvalidModel, match="a truth value for each"):
        seen.where(np.arange(len(seen)))  # type: ignore[arg-type]


def test_cases_drawn_anew_are_whole() -> None:
    """Each stands there with all of its visits; the same seed draws the same, another others."""
    seen = visits()
    many = np.bincount(seen.case)
    for seed in (1, 2):
        drawn = seen.resampled(seed=seed)
        assert (drawn.case == seen.resampled(seed=seed).case).all()
        for case in range(50):
            mine = drawn.where(drawn.case == case)
            old = [
                n
                for n in range(50)
                if many[n] == len(mine) and (seen.left[seen.case == n] == mine.left).all()
            ]
            assert len(old) == 1
    assert (seen.resampled(seed=1).left[:20] != seen.resampled(seed=2).left[:20]).any()
    with pytest.raises(InvalidModel, match="seed"):
        seen.resampled(seed=-1)


def test_a_table_that_is_none_is_refused() -> None:
    """Something without columns is no table."""
    with pytest.raises(InvalidModel, match="mapping of columns"):
        Visits.from_columns([1, 2], gs.PPS)
