"""Count the lines of code of the hosts in the examples, by what they are for; only hosts that are there.

Blank lines, comments and docstrings are left out, and so are tests and migrations.
"""

from __future__ import annotations

import ast
import io
import tokenize
from pathlib import Path

from benchmarks.measuring import Figure

EXAMPLES = Path(__file__).parents[1] / "examples"

HOSTS = {"django_site": ("Django", 248, 300), "web": ("FastAPI", 174, 400)}
"""The folder of each host: what it is, the lines that the same took before there was a store, and at most."""

PURPOSES = {
    "storage": ("models", "store", "storage", "cases"),
    "forms": ("forms",),
    "pages": ("admin", "pages", "views", "api", "words"),
}
"""What the modules of a host are for, by their names; any other is the rest."""

SILENT = (
    tokenize.COMMENT,
    tokenize.NL,
    tokenize.NEWLINE,
    tokenize.INDENT,
    tokenize.DEDENT,
    tokenize.ENCODING,
    tokenize.ENDMARKER,
)


def lines_of_code(text: str) -> int:
    """Return how many lines of a module have code on them."""
    told = {
        line
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        for line in range(node.lineno, (node.end_lineno or node.lineno) + 1)
    }
    lines: set[int] = set()
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type not in SILENT:
            lines.update(range(token.start[0], token.end[0] + 1))
    return len(lines - told)


def counted(folder: Path) -> dict[str, int]:
    """Return the lines of code of a host by purpose."""
    found = dict.fromkeys((*PURPOSES, "the rest"), 0)
    for file in sorted(folder.rglob("*.py")):
        if not {"migrations", "tests"} & {*file.parts}:
            names = (purpose for purpose, stems in PURPOSES.items() if file.stem in stems)
            found[next(names, "the rest")] += lines_of_code(file.read_text(encoding="utf-8"))
    return found


def figures() -> list[Figure]:
    """Return the lines of each host: all, those of before beside them, and by purpose."""
    found = []
    for folder, (name, before, most) in HOSTS.items():
        if (EXAMPLES / folder).is_dir():
            by_purpose = counted(EXAMPLES / folder)
            found.append(Figure(f"{name}: lines of code", sum(by_purpose.values()), "", bar=most))
            found.append(Figure(f"{name}: before there was a store", before, ""))
            found += [Figure(f"{name}: {purpose}", lines, "") for purpose, lines in by_purpose.items()]
    return found
