"""Laws of parts: together they are the whole, and a run that was broken off goes on."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import numpy as np
import pytest

from gezondsamen.simulation import InvalidModel, Result, call
from gezondsamen.simulation.engine import engines
from gezondsamen.simulation.engine.engines import Engine
from gezondsamen.simulation.engine.tally import BLOCK
from tests.support.simulation.engines import simulated, to_bytes
from tests.support.simulation.models import TRUST, loop

MODEL = loop(*TRUST)
COUNT = 2 * BLOCK + 100
CALL = {
    "cases": range(5, 5 + COUNT),
    "horizon": 3.0,
    "covariates": {"trust": np.linspace(-1, 1, COUNT), "distance": 0.3},
    "chunk": BLOCK,
}
PARTS = [f"part-{5 + BLOCK * n:012}" for n in range(3)]


def written(folder: Path, **changes: Any) -> Result:
    return simulated(MODEL, **{**CALL, "into": folder, **changes})


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def read(folder: Path) -> dict[str, list[Any]]:
    from arro3.io import read_parquet

    columns: dict[str, list[Any]] = {}
    for part in PARTS:
        table = read_parquet(folder / f"{part}.parquet").read_all()
        for name in table.schema.names:
            columns.setdefault(name, []).extend(table[name].to_pylist())
    return columns


def plain(result: Result) -> dict[str, list[Any]]:
    return {
        name: [None if x == "" else x for x in column.tolist()] for name, column in result.columns().items()
    }


def test_parts_are_the_whole(tmp_path: Path) -> None:
    """The parts one after the other hold every row of the result, in order, to the bit."""
    result = written(tmp_path)
    assert {path.stem for path in tmp_path.glob("*.parquet")} == set(PARTS)
    assert read(tmp_path) == plain(simulated(MODEL, **CALL))
    assert read(tmp_path) == plain(result)


def test_writing_changes_nothing(tmp_path: Path) -> None:
    """A result is the same whether its parts were written or not."""
    result, other = written(tmp_path), simulated(MODEL, **CALL)
    assert to_bytes(result.columns()) == to_bytes(other.columns())
    assert result.mean_time() == other.mean_time()
    assert result.manifest == other.manifest


def test_csv_holds_the_same(tmp_path: Path) -> None:
    """The parts as CSV hold the same rows: numbers that read back equal, nothing where it was cut off."""
    result = written(tmp_path, form="csv")
    assert not list(tmp_path.glob("*.parquet"))
    rows: list[dict[str, str]] = []
    for part in PARTS:
        with (tmp_path / f"{part}.csv").open(newline="", encoding="utf-8") as file:
            rows += csv.DictReader(file)
    columns = result.columns()
    assert list(rows[0]) == list(columns)
    for name, column in columns.items():
        kind = column.dtype.type
        assert [kind(row[name]) for row in rows] == column.tolist()


def test_a_finished_run_is_not_computed_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where every part is there, no kernel is called, and the sums are the same to the bit."""
    before = written(tmp_path)
    files = contents(tmp_path)
    monkeypatch.setattr("gezondsamen.simulation.call.kernel", lambda engine: None)
    after = written(tmp_path)
    assert after.mean_time() == before.mean_time()
    assert to_bytes(after.outcomes()) == to_bytes(before.outcomes())
    assert contents(tmp_path) == files


def remove_part(folder: Path) -> None:
    (folder / f"{PARTS[1]}.parquet").unlink()


def remove_sums(folder: Path) -> None:
    (folder / f"_{PARTS[1]}.json").unlink()


def remove_both(folder: Path) -> None:
    remove_part(folder)
    remove_sums(folder)


def cut_off(folder: Path) -> None:
    part = folder / f"{PARTS[1]}.parquet"
    part.write_bytes(part.read_bytes()[:-100])


def cut_off_without_sums(folder: Path) -> None:
    cut_off(folder)
    remove_sums(folder)


def leave_a_half(folder: Path) -> None:
    remove_both(folder)
    (folder / f"{PARTS[1]}.partial").write_bytes(b"PAR1")


@pytest.mark.parametrize(
    "harm", [remove_part, remove_sums, remove_both, cut_off, cut_off_without_sums, leave_a_half]
)
def test_a_run_that_was_broken_off_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, harm: Callable[[Path], None]
) -> None:
    """A part that is missing, half or without its sums is computed again, that one only."""
    before = written(tmp_path)
    files = contents(tmp_path)
    harm(tmp_path)
    computed = []
    kernel = engines.kernel

    def counted(engine: Engine) -> Callable[[Any], Any]:
        work = kernel(engine)

        def work_and_count(task: Any) -> Any:
            computed.append(task.first)
            return work(task)

        return work_and_count

    monkeypatch.setattr(call, "kernel", counted)
    after = written(tmp_path)
    assert computed == [5 + BLOCK]
    assert contents(tmp_path) == files
    assert after.mean_time() == before.mean_time()


@pytest.mark.parametrize(
    ("changes", "differs"),
    [
        ({"seed": 1}, "seed"),
        ({"horizon": 4.0}, "horizon"),
        ({"cases": range(6, 6 + COUNT)}, "cases"),
        ({"chunk": 2 * BLOCK}, "chunk"),
        ({"form": "csv"}, "form"),
        ({"covariates": {"trust": 0.0, "distance": 0.3}}, "covariates"),
    ],
)
def test_the_folder_of_another_run_is_refused(tmp_path: Path, changes: dict[str, Any], differs: str) -> None:
    """A folder with parts of another run stays as it is; the refusal says what is other about it."""
    written(tmp_path)
    files = contents(tmp_path)
    with pytest.raises(InvalidModel) as caught:
        written(tmp_path, **changes)
    (problem,) = caught.value.problems
    assert (problem.where, problem.code) == ("into", "other-run")
    assert f"(other {differs})" in problem.message
    assert tmp_path.name in problem.message
    assert contents(tmp_path) == files


@pytest.mark.parametrize(
    "change",
    [
        {"dwell": {"form": MODEL.dwell["work"]}},
        {"choices": {"form": {"agree": 0.8, "give_up": 0.2}}},
        {"effects": (attrs.evolve(MODEL.effects[0], time_ratio=9.0), *MODEL.effects[1:])},
        {"start": "work"},
        {"spent": 0.1},
    ],
    ids=lambda change: next(iter(change)),
)
def test_the_folder_of_another_model_is_refused(tmp_path: Path, change: dict[str, Any]) -> None:
    """A model that differs anywhere is another run."""
    written(tmp_path)
    other = MODEL.with_changes(**change)
    with pytest.raises(InvalidModel, match=r"other run \(other model(, tables)?\)"):
        simulated(other, **{**CALL, "into": tmp_path})


def test_an_unknown_form_is_refused(tmp_path: Path) -> None:
    """A form that is not written is refused before a folder is made."""
    with pytest.raises(InvalidModel) as caught:
        written(tmp_path / "new", form="xlsx")
    assert caught.value.problems[0].where == "form"
    assert not (tmp_path / "new").exists()


def test_a_manifest_tells_what_a_run_is(tmp_path: Path) -> None:
    """Beside the parts stands what they are of: seed, cases, horizon, model, versions."""
    result = written(tmp_path / "deep" / "folder")
    manifest = json.loads((tmp_path / "deep" / "folder" / "_manifest.json").read_text(encoding="utf-8"))
    assert manifest == json.loads(json.dumps({**result.manifest, "chunk": BLOCK, "form": "parquet"}))
    assert manifest["seed"] == 2026
    assert manifest["cases"] == [5, 5 + COUNT]
    assert manifest["horizon"] == 3.0


# --- folders that grow, and that others read ----------------------------------------------------------


def some(cases: range) -> dict[str, Any]:
    """Return the call for some of the cases, with their covariates."""
    trust = np.linspace(-1, 1, COUNT)[cases.start - 5 : cases.stop - 5]
    return {"cases": cases, "covariates": {"trust": trust, "distance": 0.3}}


def test_a_folder_can_be_extended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """More cases go on where those that are there end: whole parts stay, the folder is that of one run."""
    written(tmp_path, **some(range(5, 5 + BLOCK + 50)))
    first = (tmp_path / f"{PARTS[0]}.parquet").stat()
    result = written(tmp_path)
    assert (tmp_path / f"{PARTS[0]}.parquet").stat().st_mtime_ns == first.st_mtime_ns
    assert read(tmp_path) == plain(simulated(MODEL, **CALL))
    assert result.mean_time() == simulated(MODEL, **CALL).mean_time()
    assert json.loads((tmp_path / "_manifest.json").read_text(encoding="utf-8"))["cases"] == [5, 5 + COUNT]
    monkeypatch.setattr("gezondsamen.simulation.call.kernel", lambda engine: None)
    assert written(tmp_path).mean_time() == result.mean_time()


def test_a_folder_is_filled_from_several_sides(tmp_path: Path) -> None:
    """Runs of other cases each, cut at the same places, fill one folder: then the whole run is there."""
    call = {**CALL, "covariates": {"trust": 0.5, "distance": 0.3}}
    for place in (1, 0, 2):
        cases = range(5 + place * BLOCK, min(5 + (place + 1) * BLOCK, 5 + COUNT))
        simulated(MODEL, **{**call, "cases": cases, "into": tmp_path})
    files = contents(tmp_path)
    result = simulated(MODEL, **{**call, "into": tmp_path})
    assert contents(tmp_path) == files
    assert result.mean_time() == simulated(MODEL, **call).mean_time()


@pytest.mark.parametrize(
    ("cases", "differs"),
    [(range(5, 5 + COUNT - 7), "cases"), (range(6 + BLOCK, 5 + COUNT), "cases")],
)
def test_fewer_cases_do_not_cut_a_part(tmp_path: Path, cases: range, differs: str) -> None:
    """A run whose last part would hold fewer cases than the one that is there is refused."""
    written(tmp_path, covariates={"trust": 0.5, "distance": 0.3})
    files = contents(tmp_path)
    with pytest.raises(InvalidModel, match=f"other {differs}"):
        written(tmp_path, cases=cases, covariates={"trust": 0.5, "distance": 0.3})
    assert contents(tmp_path) == files


def test_other_covariates_of_the_first_cases_are_another_run(tmp_path: Path) -> None:
    """A folder is extended only if the cases that are there have the covariates that they had."""
    written(tmp_path, **some(range(5, 5 + BLOCK)))
    trust = np.linspace(-1, 1, COUNT)
    trust[3] += 1
    with pytest.raises(InvalidModel, match="other covariates"):
        written(tmp_path, covariates={"trust": trust, "distance": 0.3})


def test_a_folder_of_an_earlier_version_opens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where files beside the parts bear no underscore, a run goes on all the same."""
    before = written(tmp_path)
    for path in tmp_path.glob("_*.json"):
        path.rename(path.with_name(path.name[1:]))
    files = contents(tmp_path)
    monkeypatch.setattr("gezondsamen.simulation.call.kernel", lambda engine: None)
    assert written(tmp_path).mean_time() == before.mean_time()
    assert contents(tmp_path) == files


@pytest.mark.parametrize("reader", ["pandas", "polars", "pyarrow"])
def test_readers_take_the_folder(tmp_path: Path, reader: str) -> None:
    """What reads a folder of Parquet files reads this one as it is, while something is written there too."""
    result = written(tmp_path)
    (tmp_path / "_part-000000000005.parquet.0123.partial").write_bytes(b"PAR1")
    expected = result.columns()["left"].tolist()
    if reader == "pandas":
        pytest.importorskip("pyarrow")
        found = pytest.importorskip("pandas").read_parquet(tmp_path)["left"].tolist()
    elif reader == "polars":
        found = pytest.importorskip("polars").read_parquet(tmp_path / "*.parquet")["left"].to_list()
    else:
        found = pytest.importorskip("pyarrow.parquet").read_table(tmp_path)["left"].to_pylist()
    assert found == expected


def test_two_writers_of_one_folder_both_finish(tmp_path: Path) -> None:
    """A job that was started twice ends twice, with the same files."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        times = [future.result() for future in [pool.submit(time_of, tmp_path) for _ in range(2)]]
    assert times == [simulated(MODEL, **CALL).mean_time()] * 2
    assert read(tmp_path) == plain(simulated(MODEL, **CALL))
    assert not list(tmp_path.glob("*.partial"))


def time_of(folder: Path) -> tuple[float, float]:
    return written(folder).mean_time()
