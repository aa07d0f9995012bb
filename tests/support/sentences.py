"""The sentences of the library, read from its source: each in Dutch and English, and what fills its blanks.

`python -m tests.support.sentences fy` prints the Dutch ones that a language has no text for.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import attrs

import gezondsamen
from gezondsamen.language import LANGUAGES

SOURCE = Path(gezondsamen.__file__).parent
SAYING = {"say", "v", "self"}
"""How a language or a voice is called where it is asked for a sentence."""


@attrs.frozen
class Sentence:
    """Hold a sentence: where it stands, its two texts, and what the call gives for its blanks.

    `given` is None where a pair stands by itself, to be said elsewhere.
    """

    file: str
    line: int
    nl: str
    en: str
    given: frozenset[str] | None = None


def text_of(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def in_file(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of a file: calls with two texts, and pairs of texts."""
    name = path.relative_to(SOURCE).as_posix()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SAYING:
            texts, given = node.args, frozenset(word.arg for word in node.keywords if word.arg)
        elif isinstance(node, ast.Tuple):
            texts, given = node.elts, None
        else:
            continue
        if len(texts) == 2:
            nl, en = map(text_of, texts)
            if nl is not None and en is not None:
                yield Sentence(name, node.lineno, nl, en, given)


def sentences() -> list[Sentence]:
    """Return every sentence that the library says."""
    files = [SOURCE / "language.py", *sorted((SOURCE / "prose").rglob("*.py"))]
    return [sentence for file in files for sentence in in_file(file)]


def blanks(text: str) -> frozenset[str]:
    """Return the names of the blanks in a sentence."""
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)


if __name__ == "__main__":
    known = LANGUAGES[sys.argv[1]].sentences if sys.argv[1] in LANGUAGES else {}
    for missing in dict.fromkeys(sentence.nl for sentence in sentences()):
        if missing not in known:
            print(repr(missing))
