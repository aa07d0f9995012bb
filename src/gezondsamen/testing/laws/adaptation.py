"""The laws of adaptation: what is dropped is gone, what is softened warns, a limit is what was set."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import attrs

from gezondsamen.arguments import check
from gezondsamen.citations import Basis
from gezondsamen.errors import InvalidProcess, Problem
from gezondsamen.periods import Every
from gezondsamen.process.adaptation import ALL_BUT_LAW
from gezondsamen.process.conditions import Limit
from gezondsamen.process.process import Process

_KEY: Final = "adapted-for-its-laws"


def assert_adaptations(process: Process) -> None:
    """Assert that a process can be adapted as `Process.adapt` says; to be called from a test.

    Each rule is dropped, each is softened, and each limit is set otherwise, one at a time; then all rules
    but those that a statute asks are softened. What a rule or limit does is read from the parts of the
    process that comes out.

    Raises `AssertionError` with all broken laws, each with its rule or limit.

    >>> from gezondsamen.phases import CERTIFICATE
    >>> assert_adaptations(CERTIFICATE)
    """
    check("process", process, Process, "a process, such as gs.PPS")
    found = tuple(broken_adaptations(process))
    if found:
        lines = "".join(f"\n  - {problem}" for problem in found)
        raise AssertionError(f"process {process.key!r} breaks {len(found)} of its laws:{lines}")


def broken_adaptations(process: Process) -> Iterator[Problem]:
    """Yield a problem for each adaptation that does not come out as it was asked for."""
    for code, rule in process.requirements.items():
        for how in ("drop", "soften"):
            asked: dict[str, Any] = {how: (code,)}
            try:
                other = process.adapt(key=_KEY, **asked)
            except InvalidProcess as problem:
                if rule.basis is not Basis.LAW:
                    yield Problem("adaptation", code, f"{how} is refused: {problem.problems[0].message}")
                continue
            if rule.basis is Basis.LAW:
                yield Problem("law-changed", code, f"{how} is taken, although a statute asks the rule")
            elif how == "drop":
                yield from _dropped(other, code)
            else:
                yield from _softened(process, other, {code})
    soft = {code for code, rule in process.requirements.items() if rule.basis is not Basis.LAW}
    yield from _softened(process, process.adapt(key=_KEY, soften=ALL_BUT_LAW), soft)
    for limit in process.limits.values():
        yield from _limited(process, limit)


def _dropped(other: Process, code: str) -> Iterator[Problem]:
    for where, rules in other.slots():
        if code in {rule.code for rule in rules}:
            yield Problem("dropped-stands", code, f"it was dropped, and stands in {where}")
    for point in other.evaluation_points:
        if point.rule == code:
            yield Problem("dropped-stands", code, f"it was dropped, and {point.key} plans its rhythm")


def _softened(process: Process, other: Process, codes: set[str]) -> Iterator[Problem]:
    """Yield a problem for each step in which softened rules do not warn, or others changed their slot."""
    for before, after in zip(process.transitions, other.transitions, strict=True):
        soft = [r.code for r in before.requires if r.code in codes and not r.is_note]
        hard = [r.code for r in before.requires if r.code not in soft]
        told = [r.code for r in after.requires], sorted(r.code for r in after.advises)
        if told != (hard, sorted([*soft, *(r.code for r in before.advises)])):
            yield Problem(
                "softened-otherwise", before.where, f"{' and '.join(soft) or 'nothing'} warns there"
            )


def _limited(process: Process, limit: Limit) -> Iterator[Problem]:
    new = limit.value.years + 1 if isinstance(limit.value, Every) else limit.value + 1
    value = attrs.evolve(limit.value, years=new) if isinstance(limit.value, Every) else new
    try:
        other = process.adapt(key=_KEY, limits={limit.key: value})
    except InvalidProcess as problem:
        yield Problem("adaptation", limit.key, f"it cannot be set: {problem.problems[0].message}")
        return
    if other.limits[limit.key].value != value:
        yield Problem(
            "limit-stays", limit.key, f"it was set to {value}, and is {other.limits[limit.key].value}"
        )
