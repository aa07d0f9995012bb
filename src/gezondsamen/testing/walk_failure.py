"""What a failing walk does: it shrinks in little time, and prints a plain test that fails in the same way."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from contextvars import ContextVar
from datetime import date
from functools import cache, wraps
from traceback import walk_tb
from typing import Any, Final

import attrs
from hypothesis import Phase, settings
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test

from gezondsamen.collaboration import Collaboration
from gezondsamen.testing.building.changes import edited
from gezondsamen.testing.building.edits import Drop
from gezondsamen.testing.printing import Printer, imports_of, written
from gezondsamen.testing.programs import function, imports_of_case, is_made_by_calls, lines_of

TRIES: Final = 60
"""How often it is tried to leave an entry out of the case of a failing walk."""


NO_RULES: Final = ("check_invariants", "teardown")
"""Methods of a walk that hypothesis calls as well."""

# --- settings -----------------------------------------------------------------------------------------


def lean(given: settings) -> settings:
    """Return settings without what a walk cannot use.

    Hypothesis explains a failure by running it again and again, each time with all of Python traced: minutes
    for a walk, of which nothing is printed. The deadline of short tests is that of no walk. What hypothesis
    prints to reproduce a failure, where `CI` is set, would stand below the plain test and say less.
    """
    phases = tuple(phase for phase in given.phases if phase is not Phase.explain)
    deadline = (
        None
        if given.deadline == settings.get_profile(settings.get_current_profile_name()).deadline
        else given.deadline
    )
    return settings(given, phases=phases, deadline=deadline, print_blob=False)


@attrs.define
class Run:
    """Remember of the walks of a test whether one failed, and whether the costly laws were needed for it."""

    failed: bool = False
    needs_all: bool = False

    @property
    def is_shrinking(self) -> bool:
        """Whether what failed is being made smaller, and the costly laws can be left out."""
        return self.failed and not self.needs_all


_RUN: Final[ContextVar[Run | None]] = ContextVar("run", default=None)


def this_run() -> Run:
    """Return what is remembered of the test that runs; outside one, nothing is."""
    return _RUN.get() or Run()


class LeanTestCase:
    """Give the test case of a walk, as hypothesis does, with lean settings, whatever settings it gets."""

    def __get__(self, walk: object, kind: type[RuleBasedStateMachine]) -> Any:
        return _test_case(kind)


@cache
def _test_case(kind: type[RuleBasedStateMachine]) -> Any:
    base: Any = vars(RuleBasedStateMachine)["TestCase"].__get__(None, kind)

    class WalkTestCase(base):  # type: ignore[misc]
        settings = lean(base.settings)

        @wraps(base.runTest)  # with the marks by which pytest and fuzzers know it
        def runTest(self) -> None:  # noqa: N802
            before = _RUN.set(Run())
            try:
                run_state_machine_as_test(kind, settings=lean(self.settings))
            finally:
                _RUN.reset(before)

    WalkTestCase.__name__, WalkTestCase.__qualname__ = base.__name__, base.__qualname__
    WalkTestCase.__module__ = kind.__module__
    return WalkTestCase


# --- a plain test -------------------------------------------------------------------------------------


@attrs.frozen
class PlainTest:
    """Print as a plain test that fails as a walk did: made when it is printed, for it is shrunk first.

    `case` and `day` are those at which the laws were asked, or a rule was called that failed.
    """

    kind: type[Any]
    case: Collaboration
    day: date
    error: BaseException
    called: tuple[str, Mapping[str, Any]] | None = None

    def _repr_pretty_(self, printer: Printer, cycle: bool) -> None:
        printer.text(self.text())

    def text(self) -> str:
        """Return the text of the test; a line that says so where no plain test fails in this way."""
        try:
            if self._fails(self.case):
                return self._written(self._smallest())
        except Exception:  # where the library itself is at fault, it may fail here too
            pass
        return "No plain test fails in this way: what went wrong depends on more than the case."

    def _smallest(self) -> Collaboration:
        """Return the case without the entries that the failure does not need, the last ones tried first."""
        case, tries = self.case, 0
        for number in range(case.version, 1, -1):
            smaller = edited(case, Drop(number))
            if smaller is not case and tries < TRIES and is_made_by_calls(smaller):
                tries += 1
                if self._fails(smaller):
                    case = smaller
        return case

    def _written(self, case: Collaboration) -> str:
        name = self.kind.__name__
        imports = {*imports_of_case(case), *imports_of(self.day)}
        for value in self.called[1].values() if self.called else ():
            imports |= imports_of(value)
        home = self.kind.__module__
        if home != "__main__" and getattr(sys.modules.get(home), name, None) is self.kind:
            imports.add(f"from {home} import {name}")
        text = function("test_walk", [*lines_of(case), *self._asked()], imports)
        return f"As a plain test:\n\n{text}"

    def _asked(self) -> list[str]:
        at = f"{self.kind.__name__}.at(case, on={written(self.day)})"
        if self.called is None:
            return [f"{at}.ask()"]
        rule, arguments = self.called
        given = ", ".join(f"{name}={written(value)}" for name, value in arguments.items())
        return [f"{at}.{rule}({given})"]

    def _fails(self, case: Collaboration) -> bool:
        """Tell whether what is asked of this case fails as the walk did."""
        walk = self.kind.at(case, on=self.day)
        try:
            if self.called is None:
                walk.ask()
            else:
                getattr(walk, self.called[0])(**self.called[1])
        except Exception as error:  # whatever a law of somebody's own raises
            return type(error) is type(self.error)
        return False


def called_rule(walk: object, error: BaseException) -> tuple[str, dict[str, Any]] | None:
    """Return the name and the arguments of the rule of a walk in which an error came, or None."""
    for frame, _ in walk_tb(error.__traceback__):
        code, found = frame.f_code, frame.f_locals
        names = code.co_varnames[: code.co_argcount]
        if names and found.get(names[0]) is walk:
            if code.co_name in NO_RULES or not hasattr(type(walk), code.co_name):
                return None
            return code.co_name, {name: found[name] for name in names[1:]}
    return None
