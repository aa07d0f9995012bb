"""The documentation: every example in a docstring, the README and the guides runs as it stands."""

from __future__ import annotations

import doctest
import importlib
import inspect
import pkgutil
from pathlib import Path
from types import ModuleType

import pytest

import gezondsamen

ROOT = Path(__file__).parents[1]
FLAGS = doctest.NORMALIZE_WHITESPACE | doctest.IGNORE_EXCEPTION_DETAIL

MODULES = sorted(
    ["gezondsamen", *(m.name for m in pkgutil.walk_packages(gezondsamen.__path__, "gezondsamen."))]
)

PAGES = [
    page
    for page in (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")))
    if page.exists() and ">>> " in page.read_text(encoding="utf-8")
]


def examples(module: ModuleType) -> list[doctest.DocTest]:
    return [found for found in doctest.DocTestFinder().find(module) if found.examples]


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings_run(name: str) -> None:
    """Every example in a docstring gives what it says."""
    module = importlib.import_module(name)
    runner = doctest.DocTestRunner(optionflags=FLAGS)
    for example in examples(module):
        assert runner.run(example).failed == 0, example.name


def test_there_are_examples() -> None:
    """The words that users meet first show how they are used."""
    shown = {e.name for name in MODULES for e in examples(importlib.import_module(name))}
    for words in (
        "collaboration.Collaboration",
        "labels.Label",
        "periods.Every",
        "terms.Term",
        "process.phases.Phase",
        "process.verification.verify",
        "decision.machine.to_machine",
        "exchange.plain.to_dict",
        "exchange.documents.dumps",
    ):
        assert f"gezondsamen.{words}" in shown


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_examples_on_pages_run(page: Path) -> None:
    """Every example on a page gives what it says, from the first line to the last."""
    found = doctest.DocTestParser().get_doctest(
        page.read_text(encoding="utf-8").replace("```", ""), {}, page.name, str(page), 0
    )
    assert found.examples
    assert doctest.DocTestRunner(optionflags=FLAGS).run(found).failed == 0


def test_the_readme_has_examples() -> None:
    """The first page that a reader sees is among those that are run."""
    if not (ROOT / "README.md").exists():
        pytest.skip("there is no README.md here")
    assert ROOT / "README.md" in PAGES


@pytest.mark.parametrize("name", MODULES)
def test_public_functions_are_documented(name: str) -> None:
    """A public function or class of any module begins with one sentence that ends."""
    module = importlib.import_module(name)
    for member, value in vars(module).items():
        if member.startswith("_") or getattr(value, "__module__", None) != name:
            continue
        if inspect.isclass(value) or inspect.isfunction(value):
            text = inspect.getdoc(value)
            assert text, f"{name}.{member}"
            assert text.split("\n\n")[0].rstrip().endswith((".", ":")), f"{name}.{member}"
