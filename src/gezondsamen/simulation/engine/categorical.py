"""A column of words, kept as codes and categories: a byte for each row instead of a text.

It reads like an array of texts: compared, indexed, turned into a list. numpy makes an array of it; pandas,
polars and pyarrow take the codes as they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Any

import numpy as np
import numpy.typing as npt

from gezondsamen.errors import shown

MISSING = -1
"""The code of a row without a word; it reads as an empty text, and is missing in Arrow and in data frames."""


class Categorical:
    """Hold words as `codes` (whole numbers) and `categories` (the words in their order).

    >>> phases = Categorical(np.array([0, 1, 0, -1], np.int8), ("idea", "work"))
    >>> phases
    Categorical(['idea', 'work', 'idea', ''])
    >>> (phases == "idea").tolist()
    [True, False, True, False]
    >>> phases[1], phases[:2].tolist(), np.asarray(phases).tolist() == phases.tolist()
    ('work', ['idea', 'work'], True)
    """

    __hash__ = None  # type: ignore[assignment]

    def __init__(self, codes: npt.NDArray[Any], categories: tuple[str, ...]) -> None:
        self.codes = codes
        self.categories = categories

    @property
    def dtype(self) -> np.dtype[Any]:
        """The type of the array that numpy makes of it: texts as objects, each of them kept once."""
        return np.dtype(object)

    @property
    def shape(self) -> tuple[int, ...]:
        """How many rows there are."""
        return self.codes.shape

    @property
    def ndim(self) -> int:
        """One: it is a column."""
        return self.codes.ndim

    @property
    def nbytes(self) -> int:
        """How many bytes the codes take."""
        return self.codes.nbytes

    def __len__(self) -> int:
        return len(self.codes)

    def __iter__(self) -> Iterator[str]:
        return iter(self.tolist())

    def __repr__(self) -> str:
        many = "" if len(self) <= 8 else f", {len(self):,} rows"
        return f"Categorical({self[:8].tolist()}{many})"

    def __getitem__(self, rows: Any) -> Any:
        """Return the word of a row, or the column of several."""
        codes = self.codes[rows]
        if isinstance(codes, np.ndarray) and codes.ndim:
            return Categorical(codes, self.categories)
        return self._words[int(codes)]

    def __setitem__(self, rows: Any, words: Any) -> None:
        """Write words that are among the categories."""
        if isinstance(words, Categorical) and words.categories == self.categories:
            self.codes[rows] = words.codes
            return
        self.codes[rows] = self._code(words) if isinstance(words, str) else [self._code(x) for x in words]

    def __eq__(self, other: object) -> Any:
        if isinstance(other, str):
            known = not other or other in self.categories
            return self.codes == self._code(other) if known else np.zeros(len(self), bool)
        if isinstance(other, Categorical) and other.categories == self.categories:
            return self.codes == other.codes
        return np.asarray(self) == np.asarray(other, object)

    def __ne__(self, other: object) -> Any:
        return ~(self == other)

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> npt.NDArray[Any]:
        words: npt.NDArray[Any] = self._words[self.codes]
        return words if dtype is None else words.astype(dtype, copy=False)

    def __arrow_c_array__(self, requested_schema: object | None = None) -> Any:
        """Return it as a dictionary array of Arrow."""
        from arro3.core import Array, DataType

        kind = DataType.dictionary(DataType.int32(), DataType.utf8())
        words = Array([*self.categories, None], type=DataType.utf8()).cast(kind)
        places = np.where(self.codes < 0, len(self.categories), self.codes).astype(np.uint32)
        return words.take(Array.from_numpy(places)).__arrow_c_array__(requested_schema)

    def tolist(self) -> list[str]:
        """Return the words as a list."""
        found: list[str] = self._words[self.codes].tolist()
        return found

    def copy(self) -> Categorical:
        """Return a column whose rows can be written without changing this one."""
        return Categorical(self.codes.copy(), self.categories)

    def to_pandas(self) -> Any:
        """Return it as a `pandas.Categorical`."""
        return import_module("pandas").Categorical.from_codes(self.codes, categories=list(self.categories))

    @property
    def _words(self) -> npt.NDArray[Any]:
        """The words in the order of their codes; the last is that of a missing one."""
        return np.array([*self.categories, ""], object)

    def _code(self, word: str) -> int:
        if not word:
            return MISSING
        if word not in self.categories:
            raise ValueError(f"{shown(word)} is none of {', '.join(self.categories)}")
        return self.categories.index(word)
