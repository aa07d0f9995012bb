"""Every step that ships and every rule of it, as parameters of tests; which rules are unmet together."""

from __future__ import annotations

from typing import Any

import pytest

import gezondsamen as gs
from tests.support.builders import PROCESSES

BESIDE = {
    # A certificate that lasts three years has a last day.
    "VIG-01": {"VIG-02"},
}
"""Rules that are unmet where this one is, beyond what `verify` reads from the fields, with the reason."""

EVERY_STEP = [
    pytest.param(process, step, id=f"{process.key}.{step.source}.{step.trigger}")
    for process in PROCESSES
    for step in process.transitions
]


def _slots(place: str) -> list[Any]:
    return [
        pytest.param(process, step, found.code, id=f"{process.key}.{step.source}.{step.trigger}-{found.code}")
        for process in PROCESSES
        for step in process.transitions
        for found in getattr(step, place)
        if not found.is_note
    ]


EVERY_HARD_RULE, EVERY_ADVICE = _slots("requires"), _slots("advises")


def with_those_entailing(process: gs.Process, step: gs.Transition, code: str) -> set[str]:
    """Return the hard rules of a step that are unmet where this one is, itself included."""
    place = f"{step.source}.{step.trigger}"
    told = {e.code for e in gs.verify(process).entailments if (e.where, e.entails) == (place, code)}
    return {code} | ((told | BESIDE.get(code, set())) & {found.code for found in step.requires})
