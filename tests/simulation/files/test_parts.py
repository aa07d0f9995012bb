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
    (folder / f"{PARTS[1]}.json").unlink()


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
    manifest = json.loads((tmp_path / "deep" / "folder" / "manifest.json").read_text(encoding="utf-8"))
    assert manifest == json.loads(json.dumps({**result.manifest, "chunk": BLOCK, "form": "parquet"}))
    assert manifest["seed"] == 2026
    assert manifest["cases"] == [5, 5 + COUNT]
    assert manifest["horizon"] == 3.0
