"""Laws of files on failing disks: whole or not there, an `OSError` in every case, nothing trusted unseen."""

from __future__ import annotations

import json
import subprocess
import sys
import textwrap
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gezondsamen.simulation import Result
from gezondsamen.simulation.engine.compiled import compile_model
from gezondsamen.simulation.files import disk
from gezondsamen.simulation.files.disk import whole
from gezondsamen.simulation.files.parts import Parts
from tests.simulation.files.test_parts import CALL, MODEL, PARTS, contents, written
from tests.support.simulation.engines import simulated
from tests.support.simulation.models import TRUST, loop


def result() -> Result:
    return simulated(MODEL, **CALL)


WRITERS: dict[str, Callable[[Result, Path], None]] = {
    "parquet": lambda done, path: done.to_parquet(path),
    "csv": lambda done, path: done.to_csv(path),
    "xes": lambda done, path: done.to_xes(path, begin=date(2026, 1, 5)),
    "xes.gz": lambda done, path: done.to_xes(path, begin=date(2026, 1, 5)),
}


@pytest.mark.parametrize("form", WRITERS)
def test_a_file_that_cannot_be_written_leaves_nothing(tmp_path: Path, form: str) -> None:
    """Where the folder is missing, an `OSError` says so; a file written again is the same, and alone."""
    with pytest.raises(OSError, match="missing"):
        WRITERS[form](result(), tmp_path / "missing" / f"x.{form}")
    path = tmp_path / f"x.{form}"
    WRITERS[form](result(), path)
    before = contents(tmp_path)
    WRITERS[form](result(), path)
    assert list(before) == [path.name]
    assert contents(tmp_path) == before


@pytest.mark.skipif(sys.platform == "win32", reason="no limits on the size of files")
@pytest.mark.parametrize("form", [*WRITERS, "parts", "csv parts"])
def test_a_full_disk_is_an_os_error(tmp_path: Path, form: str) -> None:
    """Where a file grows too large for the disk, an `OSError` tells; no part of it has the final name."""
    calls = {
        "parquet": "simulate(model, **call).to_parquet('x.parquet')",
        "csv": "simulate(model, **call).to_csv('x.csv')",
        "xes": "simulate(model, **call).to_xes('x.xes', begin=date(2026, 1, 5))",
        "xes.gz": "simulate(model, **call).to_xes('x.xes.gz', begin=date(2026, 1, 5))",
        "parts": "simulate(model, **call, into='.')",
        "csv parts": "simulate(model, **call, into='.', form='csv')",
    }
    script = f"""
        import resource
        from datetime import date
        from gezondsamen.simulation import simulate
        from gezondsamen.simulation.examples import partnership
        model, call = partnership(), dict(cases=20_000, horizon=20, seed=1)
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, resource.RLIM_INFINITY))
        try:
            {calls[form]}
        except OSError as problem:
            print(type(problem).__name__, problem.errno)
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.stdout.split() == ["OSError", "27"], done.stderr[-2000:]
    assert [name for name in contents(tmp_path) if name != "_manifest.json"] == []


@pytest.mark.parametrize("problem", [Exception("Csv error: no space (os error 28)"), Exception("worse")])
def test_what_native_writers_raise_is_an_os_error(tmp_path: Path, problem: Exception) -> None:
    """A bare exception is told as an `OSError`, with the number of the system where it names one."""

    def write() -> None:
        with whole(tmp_path / "x"):
            raise problem

    with pytest.raises(OSError, match=str(problem).split(":", maxsplit=1)[0]) as caught:
        write()
    assert caught.value.errno == (28 if "28" in str(problem) else 5)
    assert contents(tmp_path) == {}


def test_mistakes_of_callers_are_no_faults_of_the_disk(tmp_path: Path) -> None:
    """What is raised while rows are made goes through as it is."""

    def write() -> None:
        with whole(tmp_path / "x") as partial:
            partial.write_text("half", encoding="utf-8")
            raise KeyError("mine")

    with pytest.raises(KeyError, match="mine"):
        write()
    assert contents(tmp_path) == {}


def test_a_file_reaches_the_disk_before_its_name_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file is synchronised while it bears another name, its folder once it bears the final one."""
    path = tmp_path / "x"
    told: list[tuple[bool, bool]] = []
    synchronise = disk._to_disk

    def watched(of: Path) -> None:
        told.append((of == tmp_path, path.exists()))
        synchronise(of)

    monkeypatch.setattr(disk, "_to_disk", watched)
    with whole(path) as partial:
        partial.write_bytes(b"all of it")
    assert told == [(False, False), (True, True)]


# --- parts are trusted by what they hold -------------------------------------------------------------


def zeros(folder: Path) -> None:
    """Leave a part as a power cut can: of the right length, without what was in it."""
    part = folder / f"{PARTS[1]}.parquet"
    part.write_bytes(bytes(part.stat().st_size))


def other_sums(folder: Path) -> None:
    path = folder / f"_{PARTS[1]}.json"
    plain = json.loads(path.read_text(encoding="utf-8"))
    plain["ended"] = plain["ended"][::-1]
    path.write_text(json.dumps(plain), encoding="utf-8")


def of_another_part(folder: Path) -> None:
    for name in ("{}.parquet", "_{}.json"):
        (folder / name.format(PARTS[1])).write_bytes((folder / name.format(PARTS[2])).read_bytes())


@pytest.mark.parametrize("harm", [zeros, other_sums, of_another_part])
def test_a_part_that_changed_is_computed_again(tmp_path: Path, harm: Callable[[Path], None]) -> None:
    """A part of the right size with other bytes, sums that changed, the part of other cases: all noticed."""
    before = written(tmp_path)
    files = contents(tmp_path)
    harm(tmp_path)
    after = written(tmp_path)
    assert contents(tmp_path) == files
    assert after.mean_time() == before.mean_time()


JUNK: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.just("0x1p2000"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
)


@given(st.data())
def test_junk_beside_a_part_is_no_sum(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    """Whatever stands in the small file, digests that fit included, sums are right or not taken."""
    model = loop(*TRUST)
    compiled = compile_model(model)
    (task, *_) = result().run.tasks(compiled, 10**6, log=False)
    folder = tmp_path_factory.mktemp("parts")
    parts = Parts(folder, "parquet")
    part, path = parts._path(task, "parquet"), parts._sums(task)
    part.write_bytes(b"rows")
    phases = len(compiled.phases)
    right: dict[str, Any] = {
        "ended": [task.count] + [0] * (phases - 1),
        "running": [0] * phases,
        "visits": task.count,
        "blocks": [["0x1p0", "0x1p0"]] * 3,
    }
    from gezondsamen.simulation.files import parts as room

    def tally_of(sums: Any) -> object:
        written = {**sums, "check": room._digest_of(sums), "digest": room._digest(part)}
        path.write_text(json.dumps(written), encoding="utf-8")
        return parts.tally(task)

    assert tally_of(right) is not None
    name = data.draw(st.sampled_from(sorted(right)))
    junk = data.draw(JUNK.filter(lambda value: value != right[name]))
    found = tally_of({**right, name: junk})
    assert found is None or (name == "visits" and type(junk) is int)
    assert tally_of({name: junk}) is None
    text = data.draw(st.sampled_from(["", "[" * 100_000, "{}", "null", '{"sums": 1e999}', "9" * 5000]))
    path.write_text(text, encoding="utf-8")
    assert parts.tally(task) is None


def test_two_runs_into_one_folder_both_finish(tmp_path: Path) -> None:
    """Writers side by side write the same bytes, and none trips over another."""
    alone = tmp_path / "alone"
    together = tmp_path / "together"
    expected = written(alone)
    with ThreadPoolExecutor(4) as pool:
        done = list(pool.map(lambda _: written(together), range(4)))
    assert contents(together) == contents(alone)
    assert {each.mean_time() for each in done} == {expected.mean_time()}
    assert np.array_equal(done[0].outcomes()["cases"], expected.outcomes()["cases"])
