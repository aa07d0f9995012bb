"""Scenes beside kept values: what their texts need is written once, and is looked at when it is read.

A check that was kept under another version of its process tells keys where labels are gone; one that
cannot be told at all is no document.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import attrs

from gezondsamen.decision.check import Check, Outcome
from gezondsamen.decision.planning import Plan
from gezondsamen.exchange.faults import check_keys, fault, structured
from gezondsamen.exchange.plain import to_dict
from gezondsamen.monitoring import Watch
from gezondsamen.process.process import Process
from gezondsamen.prose.scene import Scene

STAGED: Final[tuple[Any, ...]] = (Check, Watch, Plan, Outcome)
"""Values whose texts need a scene: the process and the names of parties."""


def without_scene(value: Any) -> Any:
    """Return a staged value without its scene, which is kept beside it."""
    if isinstance(value, Check | Watch):
        rows = tuple(attrs.evolve(row, scene=None) for row in value.outcomes)
        return attrs.evolve(value, outcomes=rows, scene=None)
    return attrs.evolve(value, scene=None)


def plain_scene(scene: Scene) -> dict[str, Any]:
    """Return what is kept of a scene."""
    plain: dict[str, Any] = {"process": scene.process.key, "names": dict(scene.names)}
    if scene.newcomers:
        plain["newcomers"] = True
    if scene.everyone:
        plain["everyone"] = list(scene.everyone)
    if scene.agreements:
        plain["agreements"] = dict(scene.agreements)
    return plain


def with_scene(value: Any, plain: Any, processes: Mapping[str, Process]) -> Any:
    """Return a staged value in its scene; raises `DocumentError` where it cannot be told in it."""
    if not isinstance(plain, dict):
        raise fault("$.scene", "wrong-type", "expected an object")
    check_keys(plain, {"process", "names", "newcomers", "everyone", "agreements"}, {"process"}, "$.scene")
    key = plain["process"]
    if not isinstance(key, str) or key not in processes:
        raise fault("$.scene.process", "unknown-process", "this process is not given", str(key), processes)
    names = _texts(plain.get("names", {}), "$.scene.names")
    newcomers = structured(plain.get("newcomers", False), bool, "$.scene.newcomers")
    everyone = structured(plain.get("everyone", []), tuple[str, ...], "$.scene.everyone")
    agreements = _texts(plain.get("agreements", {}), "$.scene.agreements")
    scene = Scene(processes[key], names, newcomers, everyone, agreements)
    if isinstance(value, Check | Watch):
        rows = tuple(attrs.evolve(row, scene=scene) for row in value.outcomes)
        value = attrs.evolve(value, outcomes=rows)
    staged = attrs.evolve(value, scene=scene)
    _check_told(staged)
    return staged


def _texts(plain: Any, path: str) -> dict[str, str]:
    """Return texts by ids; raises `DocumentError` for anything else."""
    if not isinstance(plain, dict):
        raise fault(path, "wrong-type", "expected an object")
    texts: dict[str, str] = structured(plain, dict[str, str], path)
    return texts


def _check_told(value: Any) -> None:
    """Refuse a value whose parts do not belong together: its texts cannot be made, now or later."""
    try:
        to_dict(value, "nl")  # one language is enough: all are told in the same way
        if isinstance(value, Outcome):
            value.text("nl")
        else:
            value.explain("nl")
    except Exception as problem:  # whatever a forged value leads to
        message = f"the parts of this value do not belong together: {type(problem).__name__} {problem}"
        raise fault("$.value", "untold", message) from None
