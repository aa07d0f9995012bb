"""Factors: what helps a collaboration to succeed, or stands in its way."""

from __future__ import annotations

from typing import Literal

import attrs

from gezondsamen.citations import Citation
from gezondsamen.labels import Label


@attrs.frozen
class Scope:
    """Say where a factor counts: in a phase of a process, in all of a process, or everywhere.

    >>> Scope("pps", "negotiation").covers("pps", "negotiation"), Scope("pps").covers("pps", "management")
    (True, True)
    """

    process: str | None = None
    phase: str | None = None

    def covers(self, process: str, phase: str | None = None) -> bool:
        """Tell whether this phase of this process is in the scope; without a phase, any part of it."""
        return self.process in (None, process) and (phase is None or self.phase in (None, phase))


@attrs.frozen
class Factor:
    """Name something that helps a collaboration (`success`) or stands in its way (`obstacle`).

    `bears_on` says where it counts; `rules` are the codes of the rules that act on it. A source that
    names a factor tells what was seen in practice; it measures no effect.

    >>> from gezondsamen.citations import Citation, Work
    >>> known = Label(nl="elkaar kennen", en="knowing each other")
    >>> factor = Factor("SF-03", "success", known, (Scope("network"),), Citation(Work("guide", "A guide")))
    >>> factor.bears("network", "acquaintance")
    True
    """

    code: str
    kind: Literal["success", "obstacle"]
    label: Label
    bears_on: tuple[Scope, ...]
    citation: Citation
    rules: tuple[str, ...] = ()

    def bears(self, process: str, phase: str | None = None) -> bool:
        """Tell whether the factor counts in this phase of this process; without a phase, anywhere in it."""
        return any(scope.covers(process, phase) for scope in self.bears_on)
