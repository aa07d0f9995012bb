"""What can be wrong with a posted form: problems at their blanks, and the error with all of them."""

from __future__ import annotations

from importlib import import_module

import attrs

from gezondsamen.errors import InvalidArgument, meant


@attrs.frozen
class FormProblem:
    """Name one thing that is wrong with what was posted: under which name, a code, the value at fault.

    `nearest` is what was probably meant.
    """

    name: str
    code: str
    offender: str = ""
    nearest: str | None = None

    def text(self, lang: str) -> str:
        """Return what to do, in the language of who filled in the form."""
        # By name: words live above the forms, and whoever never shows an error needs none.
        text: str = import_module("gezondsamen.prose.fields").problem_text(self, lang)
        return text

    def __str__(self) -> str:
        found = f" ({self.offender!r})" if self.offender else ""
        return f"{self.name}: {self.code}{found}{meant(self.nearest)}"


@attrs.frozen(eq=False, repr=False, slots=False, auto_exc=False)
class FormError(InvalidArgument):
    """Report a posted form that cannot be read: every problem at its blank; nothing is half read."""

    problems: tuple[FormProblem, ...] = ()

    @classmethod
    def of(cls, problems: tuple[FormProblem, ...]) -> FormError:
        """Return the error with these problems."""
        first = problems[0]
        lines = "".join(f"\n  - {problem}" for problem in problems)
        return cls("form", f"the form cannot be read:{lines}", first.name, None, problems)

    def text(self, lang: str) -> str:
        """Return every problem in words, one line each."""
        return "\n".join(dict.fromkeys(problem.text(lang) for problem in self.problems))
