"""Fingerprints: short texts that change when what a process does changes, and not when its words do."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import attrs

from gezondsamen.citations import Basis, Citation
from gezondsamen.labels import Label
from gezondsamen.periods import Every
from gezondsamen.process.parts import Parts
from gezondsamen.process.phases import Phase, Transition

_WORDS = (Label, Citation, Basis)
"""What is said about a rule, not what it asks."""


def of_map(phases: Iterable[Phase], transitions: Iterable[Transition]) -> str:
    """Return a text that changes when a phase key or a (source, trigger, target) does."""
    lines = sorted(phase.key for phase in phases)
    lines += sorted(f"{t.source} {t.trigger} {t.target}" for t in transitions)
    return _digest("\n".join(lines))


def of_rules(parts: Parts) -> str:
    """Return a text that changes when what is asked does: rules, their places, limits, evaluation points."""
    asked = [
        (where, [(rule.code, rule.waivable, rule.conditions) for rule in rules])
        for where, rules in parts.slots()
    ]
    timed = [(t.where, t.since, t.falls_due) for t in parts.transitions]
    return _digest(_written((asked, timed, parts.points)))


def _written(value: Any) -> str:
    """Return a value as a text, without the words that people read."""
    if isinstance(value, tuple | list):
        return f"({','.join(map(_written, value))})"
    if isinstance(value, _WORDS):
        return ""
    if isinstance(value, Every):
        return value.iso
    if attrs.has(type(value)):
        fields = (_written(getattr(value, a.name)) for a in attrs.fields(type(value)))
        return f"{type(value).__name__}({','.join(fields)})"
    return repr(value)


def _digest(text: str) -> str:
    import hashlib  # here, so that importing the library stays light

    return hashlib.sha256(text.encode()).hexdigest()[:16]
