"""What goes wrong on the way: one clear error that names the offender, and nothing changed unseen."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import numpy as np
import pytest

from gezondsamen.simulation import (
    Choice,
    Distribution,
    Effect,
    Empirical,
    InvalidModel,
    Model,
    simulate,
    solve,
)
from gezondsamen.simulation.examples import partnership

MODEL: Any = partnership()
WITH_EFFECT = attrs.evolve(MODEL, effects=(Effect("trust", "negotiation", time_ratio=0.5),))


def run(**changes: Any) -> Any:
    given: dict[str, Any] = {"model": MODEL, "cases": 50, "horizon": 10, "seed": 1}
    return simulate(**(given | changes))


def exact() -> Any:
    return solve(MODEL, horizon=10)


def test_columns_are_the_callers_own() -> None:
    """Who changes columns in place changes nothing in the result."""
    result = run()
    before = result.occupancy([5.0])["management"][0]
    columns = result.columns()
    for column in columns.values():
        column[:] = column[0]
    assert result.occupancy([5.0])["management"][0] == before


def test_a_covariate_is_kept_as_it_was() -> None:
    """Who changes the array of a covariate afterwards changes nothing in the result."""
    trust = np.zeros(50)
    result = run(model=WITH_EFFECT, covariates={"trust": trust})
    before = result.columns()["left"]
    fresh = run(model=WITH_EFFECT, covariates={"trust": trust})
    trust += 3
    assert (fresh.columns()["left"] == before).all()


COVARIATES: list[tuple[Any, str]] = [
    (5000.0, "the value for all cases is 5000"),
    ([0.0] * 49 + [-900.0], "case 49 has -900"),
    ([0.0, math.nan, *[0.0] * 48], "case 1 has nan"),
    (math.nan, "the value for all cases is nan"),
    ("5", "give numbers"),
    (["1"] * 50, "give numbers"),
    (np.array(["2020-01-01"] * 50, dtype="datetime64[D]"), "give numbers"),
    (np.array(["1"] * 50, dtype=object), "give numbers"),
]


@pytest.mark.parametrize(("value", "named"), COVARIATES, ids=lambda x: str(x)[:20])
def test_a_covariate_that_will_not_do_is_named(value: Any, named: str) -> None:
    """A value that is no number, or of which an effect makes none, is refused with its case."""
    with pytest.raises(InvalidModel) as caught:
        run(model=WITH_EFFECT, covariates={"trust": value})
    (problem,) = caught.value.problems
    assert problem.where == "covariates['trust']"
    assert named in problem.message


def test_a_case_is_named_by_its_own_number() -> None:
    """Of cases 10 to 12 the second is case 11."""
    with pytest.raises(InvalidModel, match="case 11 has nan"):
        run(model=WITH_EFFECT, cases=range(10, 13), covariates={"trust": [1, math.nan, 1]})


WRONG: list[tuple[Callable[[], object], str]] = [
    (lambda: Model("pps"), "process"),  # type: ignore[arg-type]
    (lambda: MODEL.with_changes(dwel={}), "dwel"),
    (lambda: attrs.evolve(MODEL, dwell=None), "dwell"),
    (lambda: attrs.evolve(MODEL, choices={"evaluation": 0.5}), "choices['evaluation']"),
    (lambda: attrs.evolve(MODEL, marks={"management": 0.5}), "marks['management']"),
    (lambda: attrs.evolve(MODEL, hazards={"management": 0.5}), "hazards['management']"),
    (lambda: attrs.evolve(MODEL, held=["progress_talk"]), "held"),
    (lambda: attrs.evolve(MODEL, effects=Effect("a", "negotiation", time_ratio=1.0)), "effects"),
    (lambda: attrs.evolve(MODEL, effects=[("a", "negotiation")]), "effects"),
    (lambda: attrs.evolve(MODEL, start=3), "start"),
    (lambda: MODEL.with_changes(dwell={"negotiation": Distribution()}), "dwell['negotiation']"),
    (
        lambda: MODEL.with_changes(marks={"management": {"add_partner": 1e300}}),
        "marks['management']['add_partner']",
    ),
    (
        lambda: MODEL.with_changes(choices={"suspended": Choice({"resume": ..., "end": 0.5})}),
        "choices['suspended']['resume']",
    ),
    (lambda: run(model="pps"), "model"),
    (lambda: run(covariates=5), "covariates"),
    (lambda: run(engine="numbo"), "engine"),
    (lambda: run(progress="yes"), "progress"),
    (lambda: run(executor=3), "executor"),
    (lambda: run(form="xlsx"), "form"),
    (lambda: run().occupancy(5.0), "times"),
    (lambda: run().occupancy([[1, 2]]), "times"),
    (lambda: run().occupancy(["a"]), "times"),
    (lambda: exact().occupancy([[1, 2]]), "times"),
    (lambda: run().collaboration("x", begin=None), "case"),
]


@pytest.mark.parametrize(("make", "where"), WRONG, ids=[where for _, where in WRONG])
def test_what_is_wrong_is_named_by_its_place(make: Callable[[], object], where: str) -> None:
    """A wrong type or a misspelt name is one error with its place, never one out of a package below."""
    with pytest.raises(InvalidModel) as caught:
        make()
    assert [problem.where for problem in caught.value.problems] == [where]


def test_the_time_that_will_not_do_is_named() -> None:
    """Among times, the one that is no time is named."""
    with pytest.raises(ValueError, match="inf is among them"):
        Empirical([1, 2, math.inf])


# --- folders -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["", "{", "{}", "[]"])
def test_sums_that_were_cut_off_are_computed_again(tmp_path: Path, text: str) -> None:
    """A part whose small file was cut off counts as not there."""
    whole = run(into=tmp_path)
    (sums,) = tmp_path.glob("_part-*.json")
    sums.write_text(text, encoding="utf-8")
    again = run(into=tmp_path)
    assert again.mean_time() == whole.mean_time()
    assert json.loads(sums.read_text(encoding="utf-8"))["visits"] == whole.tally.visits


@pytest.mark.parametrize("text", [None, "", "[]"])
def test_parts_without_their_manifest_are_nobodys(tmp_path: Path, text: str | None) -> None:
    """Parts of which it cannot be told whose they are do not become another run's."""
    run(into=tmp_path)
    manifest = tmp_path / "_manifest.json"
    manifest.unlink() if text is None else manifest.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidModel) as caught:
        run(into=tmp_path, seed=2)
    assert caught.value.problems[0].where == "into"


def test_a_refused_call_leaves_no_trace(tmp_path: Path) -> None:
    """After a call that was refused, the corrected one finds its folder empty."""
    late = attrs.evolve(MODEL, dwell=MODEL.dwell | {"initiative": Empirical([1.0])}, spent=2)
    with pytest.raises(InvalidModel):
        run(model=late, into=tmp_path)
    assert list(tmp_path.iterdir()) == []
    assert run(model=attrs.evolve(late, spent=0.5), into=tmp_path).tally.cases == 50


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    """A file in the place of the folder is refused by name."""
    (tmp_path / "parts").write_text("", encoding="utf-8")
    with pytest.raises(InvalidModel, match="'parts' is a file"):
        run(into=tmp_path / "parts")
