"""The story of each process: what it is for and how it runs, told by hand in plain words."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


class StoriesDoNotFit(Exception):
    """A process has no story, or a story has no process."""


def read_stories(folder: Path, keys: Iterable[str]) -> dict[str, str]:
    """Return the story of each process by its key.

    Raises `StoriesDoNotFit` when a process has none, or an empty one, and when a story is left over.
    """
    wanted = set(keys)
    found = {path.stem: path.read_text(encoding="utf-8").strip() for path in folder.glob("*.md")}
    problems = [
        *(f"process {key!r} has no story: write {folder / key}.md" for key in wanted - found.keys()),
        *(f"the story {folder / key}.md is empty" for key in wanted & found.keys() if not found[key]),
        *(f"the story {folder / key}.md has no process" for key in found.keys() - wanted),
    ]
    if problems:
        raise StoriesDoNotFit("; ".join(sorted(problems)))
    return found
