"""Laws of columns of words: they read like arrays of texts, and are taken as categories."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from gezondsamen.simulation import Categorical
from tests.support.simulation.engines import simulated
from tests.support.simulation.models import loop

WORDS = ["work", "idea", "work", "", "idea"]


def made() -> Categorical:
    return Categorical(np.array([1, 0, 1, -1, 0], np.int8), ("idea", "work", "rest"))


def test_it_reads_like_an_array_of_texts() -> None:
    """Comparing, indexing, masks and lists give what an array of the same texts gives."""
    column, plain = made(), np.array(WORDS)
    assert column.tolist() == list(column) == np.asarray(column).tolist() == WORDS
    assert np.asarray(column, dtype=str).tolist() == WORDS
    assert len(column) == 5
    assert column.shape == (5,)
    assert column.ndim == 1
    for word in ("idea", "work", "rest", "", "other"):
        assert (column == word).tolist() == (plain == word).tolist()
        assert (column != word).tolist() == (plain != word).tolist()
    for other in (made(), plain, WORDS[::-1], Categorical(np.array([0] * 5), ("work",))):
        assert (column == other).tolist() == (plain == np.asarray(other, str)).tolist()
    assert column[0] == column[-3] == "work"
    assert column[3] == ""
    assert column[1:4].tolist() == WORDS[1:4]
    assert column[column == "idea"].tolist() == ["idea", "idea"]
    assert column[np.array([4, 0])].tolist() == ["idea", "work"]
    assert np.unique(column).tolist() == ["", "idea", "work"]


def test_it_is_the_callers_own() -> None:
    """Rows can be written with words that there are; a copy is another column."""
    column = made()
    copy = column.copy()
    copy[0], copy[1:3] = "rest", ["", "idea"]
    copy[3:] = column[:2]
    assert copy.tolist() == ["rest", "", "idea", "work", "idea"]
    assert column.tolist() == WORDS
    with pytest.raises(ValueError, match="'other' is none of idea, work, rest"):
        copy[0] = "other"
    with pytest.raises(TypeError):
        hash(column)


def test_data_frames_take_it() -> None:
    """pyarrow, polars and pandas take the words; what is missing is missing there."""
    expected = [word or None for word in WORDS]
    assert pytest.importorskip("pyarrow").array(made()).to_pylist() == expected
    assert pytest.importorskip("polars").Series(made()).to_list() == expected
    pd = pytest.importorskip("pandas")
    categories = pd.Series(made().to_pandas())
    assert categories.cat.categories.tolist() == ["idea", "work", "rest"]
    assert categories.isna().tolist() == [word == "" for word in WORDS]
    assert pd.DataFrame({"word": made()})["word"].tolist() == WORDS


@pytest.mark.parametrize("library", ["pandas", "polars", "pyarrow"])
def test_frames_of_a_result_have_categories(library: str) -> None:
    """A result becomes a data frame with its words as categories, and the same rows as its columns."""
    result = simulated(loop(), cases=50)
    columns = result.columns()
    frames = pytest.importorskip(library)
    frame: Any = (
        frames.DataFrame.from_arrow(result)
        if library == "pandas"
        else frames.DataFrame(result)
        if library == "polars"
        else frames.table(result)
    )
    found = frame["trigger"].to_pylist() if library == "pyarrow" else frame["trigger"].to_list()
    assert [x if isinstance(x, str) else "" for x in found] == columns["trigger"].tolist()


def test_columns_are_small() -> None:
    """A visit takes some thirty bytes: its words take one each."""
    result = simulated(loop(), cases=500)
    columns = result.columns()
    assert sum(column.nbytes for column in columns.values()) == 32 * result.tally.visits
    for question in (result.cases(), result.marks(), result.moments()):
        assert {type(question[name]) for name in question.keys() & {"phase", "status", "trigger"}} == {
            Categorical
        }
