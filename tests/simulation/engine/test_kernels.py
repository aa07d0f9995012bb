"""Laws of the kernels: both give the same bytes, and every trajectory is a walk that the process allows."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from gezondsamen.simulation import Effect, Empirical, Exponential, Fixed, Gamma, Model
from gezondsamen.simulation.engine.compiled import compile_model
from gezondsamen.simulation.engine.engines import Engine
from gezondsamen.simulation.engine.rows import (
    CENSORED,
    ENDED,
    FIELDS,
    MOVED,
    Rows,
    Summary,
    empty_rows,
    pieces,
)
from gezondsamen.simulation.examples import partnership
from tests.support.profiles import examples
from tests.support.simulation.engines import computed, each_engine, needs_numba, rows_of, to_bytes
from tests.support.simulation.models import TRUST, loop, racing, reference, single
from tests.support.simulation.random_models import calls, models

SOME = {
    "loop": loop(),
    "effects": loop(*TRUST),
    "racing": racing(),
    "pps": partnership(),
    "reference": reference(),
    "begun": loop(*TRUST, start="work", spent=1.0),
    "empirical": single(Empirical([0.5, 1.0, 30.0])),
    "at once": single(Fixed(0)),
}
each_model = pytest.mark.parametrize("name", SOME)


def covariates(model: Model) -> dict[str, float]:
    return {effect.covariate: 0.7 for effect in model.effects}


def walks(
    model: Model, summary: Summary, rows: Rows, *, first: int, horizon: float, starts: list[str] | None = None
) -> None:
    """Assert that rows are legal walks of a model, and that the summary tells of the same ones."""
    c = compile_model(model)
    process = model.process
    allowed = {(x.source, x.trigger, x.target) for phase in c.phases for x in model.ways(phase)}
    begins = np.concatenate([[0], np.cumsum(summary.visits)])
    assert begins[-1] == len(rows["case"])
    for i, (begin, end) in enumerate(pairwise(begins.tolist())):
        mine = [
            dict(zip(rows, row, strict=True))
            for row in zip(*(x[begin:end] for x in rows.values()), strict=True)
        ]
        at, clock, seen = starts[i] if starts else model.start, 0.0, dict.fromkeys(c.phases, 0)
        for row in mine:
            last = row is mine[-1]
            assert row["case"] == first + i
            assert c.phases[row["phase_from"]] == at
            assert row["visit"] == seen[at]
            assert row["entered"] == clock <= row["left"] <= horizon
            seen[at] += 1
            clock = row["left"]
            if row["status"] == CENSORED:
                assert last
                assert (row["phase_to"], row["trigger"]) == (-1, -1)
                assert clock == horizon
                continue
            to = c.phases[row["phase_to"]]
            assert (at, c.triggers[row["trigger"]], to) in allowed
            assert clock < horizon
            ended = process.phase(to).kind == "final"
            assert row["status"] == (ENDED if ended else MOVED)
            assert last == ended
            at = to
        assert c.phases[summary.phase[i]] == at
        assert summary.time[i] == clock


@each_engine
@settings(max_examples=examples(25))
@given(data=st.data())
def test_every_trajectory_is_a_legal_walk(engine: Engine, data: st.DataObject) -> None:
    """A case begins at zero in the first phase, takes steps of the model, and ends or meets the horizon."""
    model = data.draw(models())
    call = data.draw(calls(model))
    summary, rows = computed(model, engine, **call)
    assert rows is not None
    walks(model, summary, rows, first=call["cases"].start, horizon=call["horizon"], starts=call.get("start"))


@needs_numba
@settings(max_examples=examples(80))
@given(data=st.data())
def test_both_kernels_give_the_same_bytes(data: st.DataObject) -> None:
    """Both agree in every bit of every row and every summary, on any model and call."""
    model = data.draw(models())
    call = data.draw(calls(model))
    ends, rows = computed(model, "numpy", **call)
    also_ends, also_rows = computed(model, "numba", **call)
    assert rows is not None
    assert also_rows is not None
    assert to_bytes(rows) == to_bytes(also_rows)
    for name in ("phase", "time", "visits"):
        assert getattr(ends, name).tobytes() == getattr(also_ends, name).tobytes()


@needs_numba
@each_model
def test_both_kernels_agree_on_many_cases(name: str) -> None:
    """They agree where cases fill many blocks and pools too, and the last of these is not full."""
    model = SOME[name]
    call: dict[str, Any] = {"cases": 20_001, "horizon": 30.0, "covariates": covariates(model)}
    numpy_ends, numpy_rows = computed(model, "numpy", **call)
    numba_ends, numba_rows = computed(model, "numba", **call)
    assert numpy_rows is not None
    assert numba_rows is not None
    assert to_bytes(numpy_rows) == to_bytes(numba_rows)
    assert numpy_ends.time.tobytes() == numba_ends.time.tobytes()


@each_engine
@each_model
def test_a_log_changes_nothing(engine: Engine, name: str) -> None:
    """The summary is the same with rows and without."""
    model = SOME[name]
    call = {"cases": 9_000, "covariates": covariates(model)}
    with_rows, rows = computed(model, engine, **call, log=True)
    without, none = computed(model, engine, **call, log=False)
    assert none is None
    assert rows is not None
    for field in ("phase", "time", "visits"):
        assert getattr(with_rows, field).tobytes() == getattr(without, field).tobytes()


@each_engine
def test_a_place_that_comes_free_is_new(engine: Engine) -> None:
    """A case that is computed where another one ended is the case that it is by itself."""
    among = rows_of(loop(), engine, cases=9_000)
    alone = rows_of(loop(), engine, cases=range(8_000, 9_000))
    assert to_bytes({name: column[among["case"] >= 8_000] for name, column in among.items()}) == to_bytes(
        alone
    )


@each_engine
def test_numbers_of_cases_may_be_large(engine: Engine) -> None:
    """Cases whose numbers differ in their high half alone are different cases."""
    firsts = {rows_of(loop(), engine, cases=range(n, n + 1))["left"][0] for n in (17, 2**32 + 17, 2**33 + 17)}
    assert len(firsts) == 3


@each_engine
def test_long_walks_find_room(engine: Engine) -> None:
    """Cases with far more visits than were allowed for come out whole."""
    quick = loop().with_changes(
        choices={
            "form": {"agree": 1.0, "give_up": 0.0},
            "work": {"look_back": 1.0, "fall_apart": 0.0},
            "review": {"go_on": 1.0, "talk_again": 0.0, "finish": 0.0},
        },
        dwell={"work": Fixed(0.01), "review": Exponential(0.01)},
    )
    summary, rows = computed(quick, engine, cases=1_500, horizon=3.0)
    assert rows is not None
    assert 200 < summary.visits.mean() < 320
    walks(quick, summary, rows, first=0, horizon=3.0)


@each_engine
def test_rows_are_of_the_promised_kinds(engine: Engine) -> None:
    """Columns come in the promised order, each of its own kind of number."""
    rows = rows_of(racing(), engine)
    assert [(name, column.dtype) for name, column in rows.items()] == [(n, np.dtype(k)) for n, k in FIELDS]


@pytest.mark.parametrize("size", [0, 1, 7, 1000])
def test_columns_share_memory_without_touching(size: int) -> None:
    """Columns with room for so many rows do not overlap: what is written in one leaves the others."""
    rows = empty_rows(size)
    for number, column in enumerate(rows.values()):
        column[:] = number
    assert list(rows) == [name for name, _ in FIELDS]
    for number, (column, (_, kind)) in enumerate(zip(rows.values(), FIELDS, strict=True)):
        assert column.dtype == kind
        assert (column == number).all()
        assert len(column) == size


@each_engine
def test_a_visit_that_lasts_until_the_horizon_is_cut_off(engine: Engine) -> None:
    """The end of the horizon itself is outside: a visit that would end there is cut off."""
    rows = rows_of(single(Fixed(2.0)), engine, horizon=2.0)
    assert (rows["status"] == CENSORED).all()
    assert (rows["left"] == 2.0).all()
    rows = rows_of(single(Fixed(2.0)), engine, horizon=np.nextafter(2.0, 3.0))
    assert (rows["status"] == ENDED).all()


@each_engine
def test_the_first_of_competing_times_wins(engine: Engine) -> None:
    """Where two times are equal the first step in the process is taken; else the shorter time."""
    clocks = {"form": {"agree": Fixed(1.0), "give_up": Fixed(1.0)}, "review": {"finish": Fixed(0.5)}}
    model = racing(hazards=clocks)
    rows = rows_of(model, engine, horizon=0.5 + 1.0)
    first = rows["visit"] + rows["entered"] == 0
    agree = compile_model(model).triggers.index("agree")
    assert (rows["trigger"][first] == agree).all()
    shorter = racing(hazards={**clocks, "form": {"agree": Fixed(1.0), "give_up": Fixed(0.9)}})
    assert (computed(shorter, engine)[0].time == 0.9).all()


@each_engine
def test_time_spent_is_taken_off_what_is_left(engine: Engine) -> None:
    """Who has spent years in a phase stays the rest: of a memoryless time as long as ever."""
    fixed = rows_of(single(Fixed(2.0), spent=0.5), engine)
    assert fixed["left"] == pytest.approx(1.5)
    again = rows_of(single(Exponential(1.0), spent=2.5), engine, cases=4000, horizon=50.0)
    assert again["left"].mean() == pytest.approx(1.0, abs=0.06)
    older = rows_of(single(Gamma(mean=1.0, cv=0.3), spent=1.5), engine, cases=4000, horizon=50.0)
    assert 0 < older["left"].mean() < 0.35
    assert older["left"].min() >= 0


@each_engine
def test_a_speed_divides_times(engine: Engine) -> None:
    """A ratio on the time of a phase divides each draw of it; at its own point it does nothing."""
    plain = rows_of(single(Gamma(1.0)), engine, horizon=100.0)["left"]
    twice = single(Gamma(1.0), effects=[Effect("x", "only", time_ratio=0.5, at=1.0)])
    faster = rows_of(twice, engine, horizon=100.0, covariates={"x": 2.0})["left"]
    assert faster == pytest.approx(plain / 2)
    same = rows_of(twice, engine, horizon=100.0, covariates={"x": np.ones(100)})["left"]
    assert same.tobytes() == plain.tobytes()


@each_engine
def test_time_spent_counts_at_the_speed_of_the_case(engine: Engine) -> None:
    """Twice as fast and half as long are the same, for those who have been there a while too."""
    half = rows_of(single(Gamma(0.5, 0.3), spent=0.6), engine, horizon=100.0)["left"]
    twice = single(Gamma(1.0, 0.3), spent=0.6, effects=[Effect("x", "only", time_ratio=0.5)])
    for value in (1.0, np.ones(100)):
        fast = rows_of(twice, engine, horizon=100.0, covariates={"x": value})["left"]
        assert fast == pytest.approx(half, rel=1e-9)


@each_engine
def test_odds_are_multiplied(engine: Engine) -> None:
    """A ratio on a step multiplies its odds against the others."""
    model = loop(Effect("x", "form", "give_up", odds_ratio=3.0), dwell={"work": Fixed(100)})
    for value, odds in ((0.0, 1 / 9), (1.0, 3 / 9), (-1.0, 1 / 27)):
        ends = computed(model, engine, cases=20_000, covariates={"x": value}, horizon=50.0)[0]
        gone = (np.array(compile_model(model).phases)[ends.phase] == "stopped").mean()
        assert gone / (1 - gone) == pytest.approx(odds, rel=0.08)


GOLDEN = [
    (17, "form", "agree", 0.5318033099188),
    (17, "work", "look_back", 1.247685707386),
    (17, "review", "go_on", 1.357197299603),
    (17, "work", "look_back", 2.557458756346),
    (17, "review", "go_on", 3.04052731041),
    (17, "work", "look_back", 4.028197603691),
    (17, "review", "talk_again", 4.2193180436),
    (17, "form", "agree", 4.460012703549),
    (17, "work", "look_back", 5.011490209048),
    (17, "review", "go_on", 5.272283012138),
    (17, "work", "", 6),
    (18, "form", "agree", 0.1688375465336),
    (18, "work", "look_back", 1.974603548209),
    (18, "review", "finish", 2.189138332685),
    (19, "form", "agree", 0.4093386663486),
    (19, "work", "look_back", 2.328945996542),
    (19, "review", "talk_again", 2.808316655998),
    (19, "form", "agree", 3.318254992268),
    (19, "work", "look_back", 4.471731836916),
    (19, "review", "finish", 4.609364271122),
]
"""The steps of three cases, seed 2026: case, phase, step, and when."""

GOLDEN_RACES = [
    (17, "form", "agree", 0.1879589388596),
    (17, "work", "look_back", 0.7767787449894),
    (17, "review", "go_on", 1.764083666958),
    (17, "work", "look_back", 2.72649705225),
    (17, "review", "go_on", 3.258801046239),
    (17, "work", "look_back", 4.053136874439),
    (17, "review", "finish", 4.778623489589),
    (18, "form", "agree", 0.2503303098945),
    (18, "work", "look_back", 1.733593882712),
    (18, "review", "go_on", 1.897268373132),
    (18, "work", "look_back", 2.974575107319),
    (18, "review", "finish", 3.499856934695),
    (19, "form", "agree", 0.3762561608385),
    (19, "work", "look_back", 1.96491049),
    (19, "review", "go_on", 2.399253174653),
    (19, "work", "look_back", 3.324066069162),
    (19, "review", "go_on", 4.157569701873),
    (19, "work", "look_back", 4.775936336842),
    (19, "review", "finish", 5.233118776374),
]
"""The same where steps compete."""


@each_engine
@pytest.mark.parametrize(
    ("model", "golden"), [(loop(), GOLDEN), (racing(), GOLDEN_RACES)], ids=["loop", "racing"]
)
def test_the_draws_of_released_versions_stay(
    engine: Engine, model: Model, golden: list[tuple[int, str, str, float]]
) -> None:
    """The same seed gives the same trajectory in every version; times to a billionth."""
    c = compile_model(model)
    rows = rows_of(model, engine, cases=range(17, 20), horizon=6.0)
    columns = (rows[name].tolist() for name in ("case", "phase_from", "trigger", "left"))
    steps = [
        (case, c.phases[phase], c.triggers[trigger] if trigger >= 0 else "", left)
        for case, phase, trigger, left in zip(*columns, strict=True)
    ]
    assert [step[:3] for step in steps] == [step[:3] for step in golden]
    assert [step[3] for step in steps] == pytest.approx([step[3] for step in golden], rel=1e-9)


@example(lengths=[5], size=2)
@given(lengths=st.lists(st.integers(1, 9), min_size=1, max_size=12), size=st.integers(1, 12))
def test_rows_are_looked_at_in_pieces_of_whole_cases(lengths: list[int], size: int) -> None:
    """Together all rows in order; a piece is as large as it may be, or is one case that is larger."""
    case = np.repeat(np.arange(5, 5 + len(lengths)), lengths)
    chunk = {"case": case, "left": np.arange(len(case), dtype=float)}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("gezondsamen.simulation.engine.rows.PIECE", size)
        found = list(pieces([chunk, chunk]))
    for name, column in chunk.items():
        assert np.concatenate([piece[name] for piece in found]).tolist() == column.tolist() * 2
    for piece, after in pairwise(found):
        assert set(piece["case"]).isdisjoint(after["case"]) or after["case"][0] == 5
        many = np.count_nonzero(after["case"] == after["case"][0])
        assert len(piece["case"]) + many > size or after["case"][0] == 5
    for piece in found:
        assert len(piece["case"]) <= size or len(set(piece["case"])) == 1
        assert all(np.count_nonzero(piece["case"] == one) == lengths[one - 5] for one in set(piece["case"]))
