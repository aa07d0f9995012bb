"""The sentences of stories as steps of pytest-bdd, in Dutch and in English. The only door to pytest-bdd.

Load it in the topmost `conftest.py`, and let pytest-bdd find your features in a test:

    pytest_plugins = ["gezondsamen.testing.stories.steps"]

    scenarios("stories")

Stories name the processes that ship; a fixture `story_processes` of your own gives others.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

import pytest

import gezondsamen as gs
from gezondsamen.errors import MissingExtra
from gezondsamen.prose.stories import SENTENCES
from gezondsamen.testing.stories.story import Story

try:
    from pytest_bdd import parsers, step
except ModuleNotFoundError:
    raise MissingExtra("stories", "pytest-bdd") from None

F = TypeVar("F", bound=Callable[..., None])


@pytest.fixture
def story_processes() -> Iterable[gs.Process]:
    """Give the processes that stories may name: here, those that ship."""
    return gs.PROCESSES.values()


@pytest.fixture
def story(story_processes: Iterable[gs.Process]) -> Story:
    """Give the story that the sentences of a scenario tell."""
    return Story(tuple(story_processes))


def told_by(name: str) -> Callable[[F], F]:
    """Let a function carry out a sentence of stories, in each language."""

    def register(function: F) -> F:
        for sentence in SENTENCES[name]:
            step(parsers.re(pattern(sentence)), stacklevel=2)(function)
        return function

    return register


def pattern(sentence: str) -> str:
    r"""Return the expression by which a sentence is read: what stands between quotes has none itself.

    >>> pattern('the phase is "{phase}"')
    'the\\ phase\\ is\\ "(?P<phase>[^"]+)"'
    """
    return re.sub(r"\\{(\w+)\\}", r'(?P<\1>[^"]+)', re.escape(sentence))


@told_by("begins")
def _begins(story: Story, process: str) -> None:
    story.begins(process)


@told_by("day")
def _day(story: Story, day: str) -> None:
    story.day(day)


@told_by("comes")
def _comes(story: Story, phase: str) -> None:
    story.comes(phase)


@told_by("adopted")
def _adopted(story: Story, phase: str) -> None:
    story.adopted(phase)


@told_by("joins")
def _joins(story: Story, name: str, kind: str) -> None:
    story.joins(name, kind)


@told_by("form")
def _form(story: Story, form: str, datatable: Sequence[Sequence[Any]]) -> None:
    story.form(form, datatable)


@told_by("ready")
def _ready(story: Story, step: str) -> None:
    story.ready(step)


@told_by("lacking")
def _lacking(story: Story, step: str, rules: str) -> None:
    story.lacking(step, rules)


@told_by("unmet")
def _unmet(story: Story, rules: str) -> None:
    story.unmet(rules)


@told_by("repaired")
def _repaired(story: Story, rules: str) -> None:
    story.repaired(rules)


@told_by("waived")
def _waived(story: Story, rules: str) -> None:
    story.waived(rules)


@told_by("steps")
def _steps(story: Story, step: str) -> None:
    story.steps(step)


@told_by("steps_about")
def _steps_about(story: Story, step: str, name: str) -> None:
    story.steps(step, name)


@told_by("taken")
def _taken(story: Story) -> None:
    story.taken()


@told_by("refused")
def _refused(story: Story, rules: str) -> None:
    story.refused(rules)


@told_by("phase")
def _phase(story: Story, phase: str) -> None:
    story.phase(phase)


@told_by("warned")
def _warned(story: Story, rules: str) -> None:
    story.warned(rules)


@told_by("silent")
def _silent(story: Story, rules: str) -> None:
    story.silent(rules)
