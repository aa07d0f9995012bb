"""What can go wrong, as values: named fields, equality, and a text that says what to do.

The message is in English, for programmers; `text` tells the same to the people who use the host, in
their language: its sentences stand in `gezondsamen.prose.refusals`. `TransitionRefused`, which carries
a check, stands with the check in `gezondsamen.decision`.
"""

from __future__ import annotations

import reprlib
from collections.abc import Callable, Mapping
from typing import Any

import attrs

from gezondsamen.labels import Label
from gezondsamen.renderings import rendered

Values = tuple[tuple[str, str], ...]
"""What a text needs beside the offender, by name."""


def _to_values(values: Mapping[str, str] | Values) -> Values:
    return tuple(values.items()) if isinstance(values, Mapping) else tuple(values)


def _to_text(value: object) -> str:
    return value if isinstance(value, str) else shown(value)


def _rebuilt(cls: Any, fields: dict[str, Any]) -> GezondsamenError:
    error: GezondsamenError = cls(**fields)
    return error


class GezondsamenError(Exception):
    """Be the root of everything this library raises on purpose."""

    def text(self, lang: str) -> str:
        """Return what went wrong and what to do, in a language, for people who are no programmers.

        Raises `InvalidArgument` for a language without texts.

        >>> InvalidRecord("duplicate-party", "party 'ggd' takes part already", "ggd").text("nl")
        'De partij “ggd” doet al mee.'
        """
        return rendered("refusal", self, lang)

    def _fields(self) -> dict[str, Any]:
        cls: Any = type(self)
        return {a.name: getattr(self, a.name) for a in attrs.fields(cls) if a.init}

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and other._fields() == self._fields()

    def __hash__(self) -> int:
        return hash((type(self), str(self)))

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        return _rebuilt, (type(self), self._fields())

    def __repr__(self) -> str:
        inner = ", ".join(f"{name}={value!r}" for name, value in self._fields().items())
        return f"{type(self).__name__}({inner})"


def meant(nearest: str | None, form: str = " Did you mean {!r}?") -> str:
    """Return the question with which a message ends, or an empty text where no name comes near."""
    return form.format(nearest) if nearest else ""


_REPR = reprlib.Repr()
_REPR.maxlevel, _REPR.maxdict, _REPR.maxlist, _REPR.maxstring, _REPR.maxother = 3, 4, 4, 80, 80


def shown(value: object, write: Callable[[str], str] = repr) -> str:
    """Return how a value is shown in a message: some eighty signs of it at most, and never an error."""
    if isinstance(value, str):
        return write(value if len(value) <= 80 else f"{value[:79]}…")
    try:
        return _REPR.repr(value)
    except Exception:  # a number of a million digits
        return f"a value of {type(value).__name__}"


@attrs.frozen(eq=False, repr=False, slots=False, auto_exc=False)
class InvalidArgument(GezondsamenError, ValueError):
    """Report an argument that a call cannot work with: what is wrong, and with which value.

    A `ValueError` too, as Python calls it.

    `code` names the kind of problem for programs, `offender` the value at fault, `nearest` what was
    probably meant and `label` what people call that. `values` are what else a text needs, by name.
    """

    code: str
    message: str
    offender: str = attrs.field(default="", converter=_to_text)
    nearest: str | None = None
    label: Label | None = attrs.field(default=None, kw_only=True)
    values: Values = attrs.field(default=(), converter=_to_values, kw_only=True)

    def __str__(self) -> str:
        return f"{self.message}{meant(self.nearest)}"


@attrs.frozen(eq=False, repr=False, slots=False, auto_exc=False)
class WrongKind(InvalidArgument, TypeError):
    """Report a value of a kind that a call has no answer for; a `TypeError` too."""


@attrs.frozen(eq=False, repr=False, slots=False, auto_exc=False)
class UnknownPhase(InvalidArgument, KeyError):
    """Report a phase that a process does not have; a `KeyError` too."""


@attrs.frozen(eq=False, repr=False, slots=False, auto_exc=False)
class InvalidRecord(InvalidArgument):
    """Report what does not fit a journal: what is wrong, with which fact, and where it stood.

    An `InvalidArgument` with one field more: `index` is the place of the fact in the call (counted
    from 0), or None.
    """

    index: int | None = None
    nearest: str | None = None

    def __str__(self) -> str:
        place = "" if self.index is None else f"fact {self.index}: "
        return f"{place}{self.message}{meant(self.nearest)}"


@attrs.frozen(eq=False, repr=False, slots=False, auto_exc=False)
class UnknownTrigger(GezondsamenError):
    """Report a trigger that the process does not have: what is possible, and the nearest name."""

    trigger: str
    process: str
    phase: str
    possible: tuple[str, ...] = ()
    nearest: str | None = None

    def __str__(self) -> str:
        steps = ", ".join(self.possible) or "none: the phase is final"
        return (
            f"process {self.process!r} has no trigger {self.trigger!r}.{meant(self.nearest)} "
            f"Steps out of phase {self.phase!r}: {steps}"
        )


@attrs.frozen
class Problem:
    """Name one thing that is wrong with a process: a code, where it stands, what to do.

    `offender`, `nearest` and `values` are as in an `InvalidArgument`. `path` are the fields and numbers
    that lead to it in the process, and in its document; () where it is wrong with the whole.
    """

    code: str
    where: str
    message: str
    offender: str = attrs.field(default="", converter=_to_text)
    nearest: str | None = None
    values: Values = attrs.field(default=(), converter=_to_values, kw_only=True)
    path: tuple[str | int, ...] = attrs.field(default=(), kw_only=True)

    def __str__(self) -> str:
        return f"{self.where}: {self.message} [{self.code}]"


@attrs.frozen(eq=False, repr=False, slots=False, auto_exc=False)
class InvalidProcess(GezondsamenError):
    """Report everything that is wrong with a process, all problems at once."""

    process: str
    problems: tuple[Problem, ...]

    def __str__(self) -> str:
        lines = "".join(f"\n  - {problem}" for problem in self.problems)
        return f"process {shown(self.process)} breaks {len(self.problems)} of its laws:{lines}"


@attrs.frozen
class Fault:
    """Name one fault in a document: the path of keys and numbers to it, a code, a message.

    `offender`, `nearest` and `values` are as in an `InvalidArgument`.
    """

    path: str
    code: str
    message: str
    offender: str = attrs.field(default="", converter=_to_text)
    nearest: str | None = None
    values: Values = attrs.field(default=(), converter=_to_values, kw_only=True)

    def __str__(self) -> str:
        return f"{self.path}: {self.message} [{self.code}]"


@attrs.frozen(eq=False, repr=False, slots=False, auto_exc=False)
class DocumentError(GezondsamenError):
    """Report a document that cannot be read, with the faults found; nothing is half loaded.

    The first hundred faults are listed, and `more` says in how many further places there are faults.
    """

    problems: tuple[Fault, ...]
    more: int = 0

    def __str__(self) -> str:
        lines = "".join(f"\n  - {problem}" for problem in self.problems)
        lines += f"\n  and {self.more} more" if self.more else ""
        return f"the document cannot be read:{lines}"


@attrs.frozen
class Blocker:
    """Name one thing of a stored journal that does not fit the process at hand.

    `kind` is process, phase or trigger for a word (`key`) that the process does not have; `renamed` is
    what the renames made of it, which is unknown too. With kind target the step (`step`, a trigger) led
    to the phase `key`, and leads to `nearest` now, or out of its phase no more (None).
    """

    entry: int
    kind: str
    key: str
    nearest: str | None = None
    process: str = ""
    renamed: str | None = None
    step: str | None = None

    def __str__(self) -> str:
        if self.kind == "target":
            now = "does not lead out of its phase" if self.nearest is None else f"leads to {self.nearest!r}"
            led = f"step {self.step!r} led to {shown(self.key)}"
            return f"entry {self.entry}: {led}; in {self.process!r} it {now}"
        owner = f" of {self.process!r}" if self.process and self.kind != "process" else ""
        became = f", here called {shown(self.renamed)}" if self.renamed else ""
        close = meant(self.nearest, " (renamed to {!r}?)")
        return f"entry {self.entry}: {self.kind} {shown(self.key)}{owner}{became}{close}"

    @property
    def rename(self) -> str:
        """How a rename of the word is written."""
        old, new = shown(self.key), shown(self.nearest or "...")
        if self.kind == "process":
            return f"renames={{{old}: {{'key': {new}}}}}"
        return f"renames={{{shown(self.process)}: {{'{self.kind}s': {{{old}: {new}}}}}}}"


@attrs.frozen(eq=False, repr=False, slots=False, auto_exc=False)
class ProcessChanged(GezondsamenError):
    """Report that a stored case does not fit the processes it is loaded with, and everything that blocks.

    `process` is that of the main track; each blocker names its own. `more` counts the blockers beyond
    those listed.
    """

    process: str
    blockers: tuple[Blocker, ...]
    more: int = 0

    def __str__(self) -> str:
        lines = "".join(f"\n  - {blocker}" for blocker in self.blockers)
        lines += f"\n  and {self.more} more" if self.more else ""
        kinds = {blocker.kind for blocker in self.blockers}
        if "process" in kinds:
            return f"the case runs through processes that were not given:{lines}\npass them as processes=..."
        if kinds == {"target"}:
            return (
                f"steps of the case lead elsewhere in the processes at hand:{lines}\n"
                "load it with the process it was kept under, or pass as_taken=True to keep the steps as they "
                "were taken: review() tells which they are"
            )
        how = next((blocker.rename for blocker in self.blockers if blocker.kind != "target"), "renames=...")
        return (
            f"the case was kept under another version of its processes, which do not know:{lines}\n"
            f"pass {how}, or load it with the process it was kept under"
        )


@attrs.frozen(eq=False, repr=False, slots=False, auto_exc=False)
class MissingExtra(GezondsamenError):
    """Report that an optional package is not installed, with the line that installs it."""

    extra: str
    package: str

    def __str__(self) -> str:
        return f'{self.package} is not installed; run: pip install "gezondsamen[{self.extra}]"'
