"""Laws of executors: all of their workers are kept busy, and results live on when they are gone."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from typing import Any

import attrs
import numpy as np
import pytest

from gezondsamen.simulation import Effect, InvalidModel, Model, Result, compare, simulate
from gezondsamen.simulation.engine.chunks import to_run
from gezondsamen.simulation.engine.compiled import Compiled
from gezondsamen.simulation.engine.executors import AHEAD, in_order, workers
from gezondsamen.simulation.engine.orders import Compute, orders
from gezondsamen.simulation.engine.tally import BLOCK
from gezondsamen.simulation.examples import partnership
from tests.support.simulation.engines import every_byte, to_bytes
from tests.support.simulation.models import TRUST, loop

CALL: dict[str, Any] = {"cases": 2 * BLOCK + 9, "horizon": 3.0, "seed": 5, "engine": "numpy", "chunk": BLOCK}


class Waiting(Executor):
    """Compute nothing before a result is asked for, and remember how many items were under way."""

    def __init__(self, **says: int) -> None:
        self.__dict__.update(says)
        self.under_way = self.most = 0

    def submit(self, work: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        pool = self

        class Late(Future[Any]):
            def result(self, timeout: float | None = None) -> Any:
                pool.under_way -= 1
                return work(*args, **kwargs)

        self.under_way += 1
        self.most = max(self.most, self.under_way)
        return Late()


@pytest.mark.parametrize(
    ("says", "in_flight", "most"),
    [({}, None, AHEAD + 1), ({"_max_workers": 32}, None, 64), ({"num_workers": 7}, None, 14),
     ({"_max_workers": 1}, None, 2), ({"_max_workers": 32}, 3, 3), ({}, 1, 1)],
)  # fmt: skip
def test_items_in_flight_follow_the_workers(says: dict[str, int], in_flight: int | None, most: int) -> None:
    """Two items for each worker are under way, or as many as are asked for; results come in order."""
    pool = Waiting(**says)
    assert list(in_order(lambda x: x * x, iter(range(200)), pool, in_flight)) == [n * n for n in range(200)]
    assert pool.most == most


@pytest.mark.parametrize(
    ("model", "call"),
    [
        (partnership(), {}),
        (
            loop(Effect("trust", "work", hazard_ratio=3.0)),
            {"covariates": {"trust": [9.0] * 4096 + [0.0] * 9}},
        ),
        (loop(), {"start": "work", "spent": 0.5}),
    ],
)
def test_what_travels_is_small_and_computes_the_same(model: Model, call: dict[str, Any]) -> None:
    """A task leaves its tables behind and finds the same ones where it arrives, to the byte."""
    run = to_run(model, 4105, 3.0, 5, call.pop("covariates", None), **call)
    for order in orders(run, run.compile(), 4096, log=True):
        packed = pickle.dumps(order)
        there = pickle.loads(packed)
        assert len(packed) < 60_000 < order.compiled.bins.nbytes
        for field in attrs.fields(Compiled):
            mine, theirs = (getattr(x.compiled, field.name) for x in (order, there))
            assert np.array_equal(mine, theirs)
        here, far = (Compute("numpy")(x)[1] for x in (order, there))
        assert here is not None
        assert far is not None
        assert to_bytes(here) == to_bytes(far)
        again = pickle.loads(packed)
        assert again.compiled is there.compiled  # made once for all tasks of a model
        assert again.run.model.process is there.run.model.process


@pytest.mark.parametrize("in_flight", [0, -1, True, 2.5, "all"])
def test_tasks_in_flight_are_a_number(in_flight: Any) -> None:
    """What is no number of tasks above zero is refused."""
    with pytest.raises(InvalidModel) as caught:
        simulate(loop(), cases=5, horizon=1, seed=1, in_flight=in_flight)
    assert caught.value.problems[0].where == "in_flight"


def questions(result: Result) -> list[Any]:
    return [
        every_byte(result),
        to_bytes(result.occupancy()),
        to_bytes(result.flows()),
        to_bytes(result.measure()),
    ]


def pools() -> dict[str, Callable[[], Executor]]:
    return {
        "threads": lambda: ThreadPoolExecutor(2),
        "processes": lambda: ProcessPoolExecutor(1, mp_context=get_context("spawn")),
    }


@pytest.mark.parametrize("kind", pools())
def test_a_result_outlives_its_executor(kind: str) -> None:
    """What is asked after the executor was shut down is computed without it, to the same bytes."""
    with pools()[kind]() as pool:
        result = simulate(loop(), executor=pool, **CALL)
        other = compare({"now": loop()}, executor=pool, **CALL)["now"]
    alone = simulate(loop(), **CALL)
    assert questions(result) == questions(alone)
    assert to_bytes(other.flows()) == to_bytes(alone.flows())


def test_an_executor_that_is_gone_while_it_is_read_is_done_without() -> None:
    """A stream whose executor shuts down between two batches goes on."""
    pool = ThreadPoolExecutor(1)
    result = simulate(loop(), executor=pool, in_flight=1, **CALL)
    chunks = result.chunks()
    first = len(next(chunks)["case"])
    pool.shutdown()
    assert first + sum(len(rows["case"]) for rows in chunks) == result.tally.visits


def test_a_simulation_on_a_closed_executor_is_an_error() -> None:
    """Who simulates is told that the executor is shut down: nobody asked for other workers."""
    pool = ThreadPoolExecutor(1)
    pool.shutdown()
    with pytest.raises(RuntimeError):
        simulate(loop(), executor=pool, **CALL)


def test_an_error_of_the_work_is_not_taken_for_one_of_the_executor() -> None:
    """What the work raises comes out once, and is not tried again elsewhere."""
    tried = []

    def work(item: int) -> int:
        tried.append(item)
        raise ValueError(item)

    with ThreadPoolExecutor(1) as pool, pytest.raises(ValueError, match="0"):
        list(in_order(work, iter([0]), pool, outlive=True))
    assert tried == [0]


def test_orders_carry_the_covariates_of_their_cases() -> None:
    """An order holds the columns of its own cases, and none of what follows from them."""
    count = 4 * BLOCK
    run = to_run(loop(*TRUST), count, 3.0, 1, {"trust": [0.5] * count, "distance": 0.0})
    found = list(orders(run, run.compile(), BLOCK, log=True))
    assert [len(order.run.covariates["trust"]) for order in found] == [BLOCK] * 4  # type: ignore[arg-type]
    assert [order.task().first for order in found] == [0, BLOCK, 2 * BLOCK, 3 * BLOCK]


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    distributed: Any = pytest.importorskip(
        "distributed", reason="a Dask cluster needs `pip install distributed`"
    )
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
    ) as cluster:
        yield cluster


def test_a_dask_cluster_of_processes_gives_the_same_bytes(cluster: Any) -> None:
    """Workers of a real cluster compute the same; its threads are counted; a result outlives its client."""
    distributed: Any = pytest.importorskip("distributed")
    with distributed.Client(cluster) as client:
        pool = client.get_executor()
        assert workers(pool) == 2
        model, values = loop(*TRUST), {"trust": 0.5, "distance": 0.1}
        result = simulate(model, covariates=values, executor=pool, **CALL)
        alone = simulate(model, covariates=values, **CALL)
        assert result.mean_time() == alone.mean_time()
        assert to_bytes(result.flows()) == to_bytes(alone.flows())
        assert to_bytes(result.measure()) == to_bytes(alone.measure())
    assert questions(result) == questions(alone)


def test_a_dask_cluster_fills_a_folder(cluster: Any, tmp_path: Any) -> None:
    """Workers of a cluster write the parts that a run alone would write."""
    distributed: Any = pytest.importorskip("distributed")
    with distributed.Client(cluster) as client:
        simulate(loop(), into=tmp_path / "there", executor=client.get_executor(), **CALL)
    simulate(loop(), into=tmp_path / "here", **CALL)
    there, here = (
        {path.name: path.read_bytes() for path in folder.iterdir()}
        for folder in (tmp_path / "there", tmp_path / "here")
    )
    assert there == here
