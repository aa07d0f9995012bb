"""Laws of the call: the same arguments give the same bytes, however they are computed."""

from __future__ import annotations

import multiprocessing
import pickle
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from importlib.util import find_spec
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import attrs
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gezondsamen.simulation import Result, simulate
from gezondsamen.simulation.call import Work
from gezondsamen.simulation.engine.engines import Engine
from gezondsamen.simulation.engine.executors import AHEAD
from gezondsamen.simulation.engine.progress import reporter
from gezondsamen.simulation.engine.tally import BLOCK
from tests.support.simulation.engines import Counting, each_engine, every_byte, simulated, to_bytes
from tests.support.simulation.models import TRUST, loop, racing
from tests.support.simulation.random_models import calls, models

MODEL = loop(*TRUST)
COUNT = 3 * BLOCK + 17
VALUES = {"trust": np.linspace(-1, 1, COUNT), "distance": 0.3}
CALL: dict[str, Any] = {"cases": COUNT, "covariates": VALUES, "seed": 7}


@pytest.fixture(scope="module")
def expected() -> Result:
    return simulated(MODEL, **CALL, chunk=10**9)


@pytest.mark.parametrize("chunk", [1, BLOCK, BLOCK + 1, 2 * BLOCK])
def test_chunks_leave_no_trace(expected: Result, chunk: int) -> None:
    """Cases cut into chunks of any size give the same bytes, and the same sums."""
    result = simulated(MODEL, **CALL, chunk=chunk)
    assert every_byte(result) == every_byte(expected)
    assert result.tally.blocks == expected.tally.blocks
    assert result.mean_time() == expected.mean_time()
    assert to_bytes(result.outcomes()) == to_bytes(expected.outcomes())
    assert result.manifest == expected.manifest


@pytest.mark.parametrize("threads", [1, 2, 5])
@each_engine
def test_threads_leave_no_trace(expected: Result, threads: int, engine: Engine) -> None:
    """Any number of threads, and either engine, gives the same bytes."""
    with ThreadPoolExecutor(threads) as pool:
        result = simulated(MODEL, **CALL, chunk=BLOCK, executor=pool, engine=engine)
        assert every_byte(result) == every_byte(expected)
        assert result.mean_time() == expected.mean_time()


def test_processes_leave_no_trace(expected: Result) -> None:
    """Other processes give the same bytes: tasks, models and what comes back can travel."""
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as pool:
        result = simulated(MODEL, **CALL, chunk=BLOCK, executor=pool)
        assert every_byte(result) == every_byte(expected)
        assert result.mean_time() == expected.mean_time()


@each_engine
def test_auto_is_one_of_the_engines(
    expected: Result, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The compiler is started where that pays; the result says so, and the bytes are the same."""
    monkeypatch.setattr("gezondsamen.simulation.call.FEWEST", 0)
    monkeypatch.setattr("gezondsamen.simulation.call.worthwhile", lambda visits: engine)
    result = simulated(MODEL, **CALL, engine="auto")
    assert result.engine == engine
    assert every_byte(result) == every_byte(expected)


@settings(max_examples=20)
@given(data=st.data())
def test_a_case_is_itself_among_any_number(data: st.DataObject) -> None:
    """A case alone is the same case as among others, for every model and call."""
    model = data.draw(models())
    call = data.draw(calls(model))
    numbers = call["cases"]
    whole = simulated(model, **call).columns()
    one = data.draw(st.sampled_from(numbers))

    def its(columns: dict[str, Any]) -> dict[str, Any]:
        """Return what holds for that case of what was given for all."""
        place = numbers.index(one)
        return {key: value[place] if isinstance(value, list) else value for key, value in columns.items()}

    own = {**its(call), "cases": range(one, one + 1), "covariates": its(call["covariates"])}
    alone = simulated(model, **own).columns()
    mine = whole["case"] == one
    assert to_bytes(alone) == to_bytes({name: column[mine] for name, column in whole.items()})


@each_engine
def test_more_cases_leave_the_first_ones(engine: Engine) -> None:
    """The first thousand of ten thousand are the thousand; case 17 alone is case 17."""
    many = simulated(racing(), cases=10_000, engine=engine).columns()
    few = simulated(racing(), cases=1_000, engine=engine).columns()
    first = many["case"] < 1_000
    assert to_bytes(few) == to_bytes({name: column[first] for name, column in many.items()})
    alone = simulated(racing(), cases=range(17, 18), engine=engine).columns()
    mine = many["case"] == 17
    assert to_bytes(alone) == to_bytes({name: column[mine] for name, column in many.items()})


def test_seeds_differ() -> None:
    """Another seed gives other cases, the high half of it too; neighbouring cases differ."""
    firsts = [simulated(loop(), cases=1, seed=seed).columns()["left"][0] for seed in (0, 1, 2**32, 2**33)]
    assert len({*firsts}) == 4
    times = simulated(loop(), cases=1000).columns()
    first = times["left"][(times["visit"] == 0) & (times["entered"] == 0)]
    assert len({*first.tolist()}) == 1000


@pytest.mark.parametrize("read", [False, True])
def test_a_result_travels(expected: Result, read: bool) -> None:
    """A result survives pickling, whether it was read or not, with its executor left behind."""
    with ThreadPoolExecutor(1) as pool:
        result = simulated(MODEL, **CALL, executor=pool)
        if read:
            result.columns()
        packed = pickle.dumps(result)
    assert len(packed) < 4_000_000
    copy = pickle.loads(packed)
    assert copy.executor is None
    assert every_byte(copy) == every_byte(expected)
    assert copy.mean_time() == expected.mean_time()


def test_what_a_worker_does_travels(tmp_path: Path) -> None:
    """The work and its folder survive pickling: they are sent to other processes."""
    result = simulated(loop(), cases=10, into=tmp_path)
    assert result.tally.cases == 10
    assert pickle.loads(pickle.dumps(Work("numpy", None))) == Work("numpy", None)


# --- progress ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("threads", [1, 3])
def test_progress_is_told_in_order_to_the_end(threads: int) -> None:
    """The number that is done rises with every chunk, and ends at the number of all."""
    told = []
    with ThreadPoolExecutor(threads) as pool:
        simulated(
            MODEL, **CALL, chunk=BLOCK, executor=pool, progress=lambda done, total: told.append((done, total))
        )
    assert told == [(BLOCK, COUNT), (2 * BLOCK, COUNT), (3 * BLOCK, COUNT), (COUNT, COUNT)]


@pytest.mark.parametrize("missing", [True, False])
def test_progress_can_be_a_bar_or_lines(
    missing: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With `progress=True` something is shown while it runs, with rich or without; else nothing is."""
    if not missing:
        pytest.importorskip("rich")
    monkeypatch.setattr(
        "gezondsamen.simulation.engine.progress.find_spec", lambda name: None if missing else True
    )
    simulated(MODEL, **CALL, chunk=BLOCK, progress=True)
    shown = capsys.readouterr()
    assert f"{COUNT:,} of {COUNT:,} cases\n" in shown.err if missing else str(COUNT) in shown.out
    simulated(MODEL, **CALL, chunk=BLOCK)
    assert capsys.readouterr() == ("", "")


def test_lines_tell_each_tenth_once(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """However often it is told how far a run is, there is a line for its begin and one for each tenth."""
    monkeypatch.setattr("gezondsamen.simulation.engine.progress.find_spec", lambda name: None)
    with reporter(True) as tell:
        for done in range(1, 101):
            tell(done, 100)
    lines = capsys.readouterr().err.splitlines()
    assert lines == [f"{done} of 100 cases" for done in (1, *range(10, 101, 10))]


class Notebook:
    """What a notebook shows: the pictures of one output, each in the place of the one before."""

    def __init__(self, *, kernel: object) -> None:
        self.shell = SimpleNamespace(kernel=kernel)
        self.display = SimpleNamespace(display=self.show)
        self.shown: list[Any] = []

    def get_ipython(self) -> object:
        return self.shell

    def show(self, what: Any, *, display_id: bool) -> Notebook:
        assert display_id
        assert not self.shown
        self.shown.append(what)
        return self

    def update(self, what: Any) -> None:
        self.shown.append(what)


def test_progress_is_a_bar_in_a_notebook(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In a notebook one bar grows to its end, in HTML or in words; a shell in a terminal is no notebook."""
    notebook = Notebook(kernel=object())
    monkeypatch.setitem(sys.modules, "IPython", cast(Any, notebook))
    simulated(MODEL, **CALL, chunk=BLOCK, progress=True)
    assert capsys.readouterr() == ("", "")
    assert repr(notebook.shown[0]) == f"{BLOCK:,} of {COUNT:,} cases"
    assert notebook.shown[-1]._repr_html_() == (
        f'<progress value="{COUNT}" max="{COUNT}"></progress> {COUNT:,} of {COUNT:,} cases'
    )
    terminal = Notebook(kernel=None)
    monkeypatch.setitem(sys.modules, "IPython", cast(Any, terminal))
    simulated(MODEL, **CALL, chunk=BLOCK, progress=True)
    assert terminal.shown == []
    assert capsys.readouterr() != ("", "")


def test_progress_that_raises_stops_the_run() -> None:
    """Whoever is told may stop the run: its error comes out as it is, and few tasks were taken."""

    class Stopped(Exception):
        pass

    def stop(done: int, total: int) -> None:
        raise Stopped

    pool = Counting()
    with pytest.raises(Stopped):
        simulated(loop(), cases=50 * BLOCK, horizon=0.01, chunk=BLOCK, executor=pool, progress=stop)
    assert pool.tasks <= AHEAD + 1


def test_reading_computes_as_it_goes() -> None:
    """A stream computes a few chunks ahead of what is read, never all; a result keeps none of them."""
    pool = Counting()
    result = simulated(loop(), cases=50 * BLOCK, horizon=0.5, chunk=BLOCK, executor=pool)
    assert pool.tasks == 50
    pool.tasks = 0
    reader = result.batches()
    assert pool.tasks == 0
    reader.read_next_batch()
    assert 1 <= pool.tasks <= AHEAD + 1
    reader.read_next_batch()
    assert pool.tasks <= AHEAD + 2
    assert result.__dict__.keys() == {field.name for field in attrs.fields(Result)}


# --- what is not paid for ---------------------------------------------------------------------------

FEW = """
from gezondsamen.simulation import compare, simulate
from gezondsamen.simulation.examples import partnership
""".strip().replace("\n", "; ")


@pytest.mark.parametrize(
    ("statement", "absent"),
    [
        ("import gezondsamen", {"numpy", "scipy", "numba", "arro3", "matplotlib", "gezondsamen.simulation"}),
        ("import gezondsamen.simulation", {"numba", "arro3", "matplotlib", "rich", "scipy.special"}),
        (f"{FEW}; simulate(partnership(), cases=100, horizon=1, seed=1)", {"numba"}),
        (f"{FEW}; compare({{'now': partnership()}}, cases=100, horizon=1, seed=1)", {"numba"}),
    ],
)
def test_nobody_pays_for_what_is_not_used(statement: str, absent: set[str]) -> None:
    """The package imports nothing of this room, the room no compiler and no plots; few cases start none."""
    code = f"import sys; {statement}; print(*sorted({absent!r} & sys.modules.keys()))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


@pytest.mark.skipif(find_spec("numba") is not None, reason="numba is installed")
def test_an_engine_that_is_not_installed_is_named() -> None:
    """Asking for numba where it is missing names the extra."""
    from gezondsamen.errors import MissingExtra

    with pytest.raises(MissingExtra) as caught:
        simulate(loop(), cases=1, horizon=1.0, seed=1, engine="numba")
    assert caught.value == MissingExtra("fast", "numba")
