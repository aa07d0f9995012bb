"""The error of this room: what is wrong with a model or with a call, every problem with its place."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import MAXYEAR, date

import attrs

from gezondsamen.errors import GezondsamenError, Problem, shown
from gezondsamen.language import language_of
from gezondsamen.prose.refusals import listed, problem_text
from gezondsamen.prose.refusals.models import MODELS, NOT_SIMULATED
from gezondsamen.scalars import plain_day
from gezondsamen.terms import nearest


@attrs.frozen(eq=False, repr=False, slots=False, auto_exc=False)
class InvalidModel(GezondsamenError):
    """Report a model or a call that cannot be simulated, with every problem and its place."""

    problems: tuple[Problem, ...]

    def __str__(self) -> str:
        lines = (f"{problem.where}: {problem.message}" for problem in self.problems)
        return f"{len(self.problems)} problem(s) with this model:\n  " + "\n  ".join(lines)

    def text(self, lang: str) -> str:
        """Return every problem with its place, in words."""
        say = language_of(lang)
        head = say(*NOT_SIMULATED)
        return listed(head, (problem_text(problem, say, MODELS) for problem in self.problems))


def check_day(begin: date, horizon: float) -> date:
    """Return the day on which cases begin, as a plain one; refuses what is none, or has no such horizon."""
    day = plain_day(begin)
    if day is None:
        raise refuse("begin", "not-a-date", f"give a datetime.date, not {shown(begin)}")
    if day.year + horizon > MAXYEAR:
        raise refuse("begin", "too-late", f"{horizon:g} years after {day} there is no date")
    return day


def refuse(where: str, code: str, message: str) -> InvalidModel:
    """Return the error for a single problem."""
    return InvalidModel((Problem(code, where, message),))


def choose(given: object, known: Iterable[str], nothing: str = "") -> str:
    """Return how a message on an unknown name ends: with the one that was probably meant, or with all.

    `nothing` stands there where there is none to choose from.

    >>> choose("managment", ["negotiation", "management"])
    "did you mean 'management'?"
    """
    names = list(known)
    found = nearest(given, names)
    return f"did you mean {found!r}?" if found else f"choose from {', '.join(names) or nothing}"
