"""Laws of results as tables: every reader of Arrow finds the same columns in them, and so do files."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from gezondsamen.simulation import Result
from gezondsamen.simulation.engine.tally import BLOCK
from tests.support.simulation.engines import simulated
from tests.support.simulation.models import loop, racing

KINDS = {
    "case": "int64",
    "visit": "int32",
    "phase_from": "dictionary<values=string, indices=int8, ordered=0>",
    "phase_to": "dictionary<values=string, indices=int8, ordered=0>",
    "trigger": "dictionary<values=string, indices=int8, ordered=0>",
    "entered": "double",
    "left": "double",
    "status": "dictionary<values=string, indices=int8, ordered=0>",
}


def same_columns(lists: dict[str, list[Any]], result: Result) -> None:
    expected = {name: column.tolist() for name, column in result.columns().items()}
    assert {
        name: [x or "" if isinstance(x, str | None) else x for x in column] for name, column in lists.items()
    } == (expected)


@pytest.fixture
def few() -> Result:
    return simulated(loop(), cases=2 * BLOCK, horizon=2.0, chunk=BLOCK)


def test_pyarrow_reads_a_result(few: Result) -> None:
    """A table of pyarrow takes a result as it is: words as dictionaries, missing where it was cut off."""
    pa = pytest.importorskip("pyarrow")
    table = pa.table(few)
    assert {field.name: str(field.type) for field in table.schema} == KINDS
    same_columns(table.to_pydict(), few)
    cut = table["status"].combine_chunks().cast("string").to_numpy(zero_copy_only=False) == "censored"
    assert (table["phase_to"].is_null().to_numpy() == cut).all()
    assert (table["trigger"].is_null().to_numpy() == cut).all()


def test_polars_reads_a_result(few: Result) -> None:
    """A table of polars takes a result as it is."""
    pl = pytest.importorskip("polars")
    same_columns({name: column.to_list() for name, column in pl.DataFrame(few).to_dict().items()}, few)


def test_pandas_takes_the_columns_of_a_result(few: Result) -> None:
    """Any pandas makes a table of the columns."""
    pd = pytest.importorskip("pandas")
    frame = pd.DataFrame(few.columns())
    same_columns({name: frame[name].tolist() for name in frame}, few)


def test_pandas_reads_a_result(few: Result) -> None:
    """A pandas that knows the Arrow interface takes the stream of a result; it reads with pyarrow."""
    pytest.importorskip("pyarrow")
    pd = pytest.importorskip("pandas", minversion="3.0", reason="pandas reads Arrow streams since 3.0")
    frame = pd.DataFrame.from_arrow(few).astype({"phase_to": object, "trigger": object})
    same_columns({name: frame[name].where(frame[name].notna(), None).tolist() for name in frame}, few)


def test_arro3_reads_a_result(few: Result) -> None:
    """The packages of the extra itself read it: one batch for each chunk, none for the schema alone."""
    from arro3.core import RecordBatchReader

    batches = list(RecordBatchReader.from_stream(few))
    assert [batch.num_rows for batch in batches] == [len(rows["case"]) for rows in few.chunks()]
    same_columns({name: [x for batch in batches for x in batch[name].to_pylist()] for name in KINDS}, few)


def test_a_run_without_a_visit_cut_off_reads_too() -> None:
    """Where nothing is missing the columns are of the same kinds."""
    pa = pytest.importorskip("pyarrow")
    result = simulated(racing(), cases=50, horizon=1000.0)
    table = pa.table(result)
    assert {field.name: str(field.type) for field in table.schema} == KINDS
    assert not any(column.null_count for column in table.columns)
    same_columns(table.to_pydict(), result)


def test_a_parquet_file_holds_a_result_and_what_it_is_of(few: Result, tmp_path: Path) -> None:
    """One file with every row, and the manifest in its metadata."""
    pq = pytest.importorskip("pyarrow.parquet")
    few.to_parquet(tmp_path / "visits.parquet")
    file = pq.ParquetFile(tmp_path / "visits.parquet")
    same_columns(file.read().to_pydict(), few)
    assert json.loads(file.metadata.metadata[b"gezondsamen"]) == json.loads(json.dumps(few.manifest))


def test_a_csv_file_holds_a_result(few: Result, tmp_path: Path) -> None:
    """One file with every row; numbers read back equal."""
    few.to_csv(tmp_path / "visits.csv")
    with (tmp_path / "visits.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    for name, column in few.columns().items():
        assert [column.dtype.type(row[name]) for row in rows] == column.tolist()
