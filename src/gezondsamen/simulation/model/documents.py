"""Models as documents: every assumption as plain data, distributions by name, read back strictly."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

import attrs

from gezondsamen.errors import DocumentError, Fault, shown
from gezondsamen.process.process import Process
from gezondsamen.simulation.model.assumptions import Effect
from gezondsamen.simulation.model.composed import Mixture, Scipy, Shifted
from gezondsamen.simulation.model.distributions import (
    Distribution,
    Empirical,
    Exponential,
    Fixed,
    Gamma,
    LogNormal,
    Weibull,
)
from gezondsamen.simulation.model.errors import refuse
from gezondsamen.simulation.model.model import Model
from gezondsamen.simulation.model.numbers import is_number

FORMAT: Final = 1
"""The version of the format that is written; no other is read."""
KIND: Final = "Model"
PLAIN: Final[Mapping[str, type[Distribution]]] = {
    "fixed": Fixed,
    "gamma": Gamma,
    "exponential": Exponential,
    "weibull": Weibull,
    "lognormal": LogNormal,
}
"""Distributions whose fields are numbers, by the name that they have in a document."""
COMPOSED: Final[Mapping[str, tuple[str, ...]]] = {
    "empirical": ("times",),
    "scipy": ("name", "parameters"),
    "shifted": ("by", "distribution"),
    "mixture": ("parts",),
}
"""All other distributions, with the keys that they have in a document."""
NAMES: Final = (*PLAIN, *COMPOSED)
RATIOS: Final = ("time_ratio", "hazard_ratio", "odds_ratio")
PARTS: Final = ("dwell", "choices", "hazards", "effects", "marks", "held")


def to_document(model: Model) -> dict[str, Any]:
    """Return a model as plain data; what is empty is left out.

    Raises `InvalidModel` for a distribution of another class than those of the library.
    """
    process = model.process
    given: dict[str, Any] = {
        "dwell": {phase: _written(f"dwell[{phase!r}]", x) for phase, x in model.dwell.items()},
        "choices": {phase: dict(choice.chances) for phase, choice in model.choices.items()},
        "hazards": {
            phase: {step: _written(f"hazards[{phase!r}][{step!r}]", x) for step, x in clocks.items()}
            for phase, clocks in model.hazards.items()
        },
        "effects": [_effect(effect) for effect in model.effects],
        "marks": {phase: dict(rates) for phase, rates in model.marks.items()},
        "held": dict(model.held),
    }
    return {
        "gezondsamen": KIND,
        "format": FORMAT,
        "process": {"key": process.key, "version": process.version, "fingerprint": process.fingerprint},
        "start": model.start,
        "spent": model.spent,
        **{name: value for name, value in given.items() if value},
    }


def dumps(model: Model, *, indent: int | None = 1) -> str:
    """Return a model as the text of a document, in JSON; `loads` gives back an equal one.

    >>> from gezondsamen.simulation.examples import partnership
    >>> loads(dumps(partnership())) == partnership()
    True
    """
    return json.dumps(to_document(model), indent=indent, ensure_ascii=False) + "\n"


def digest(model: Model) -> str:
    """Return a digest of all that a model says: equal for equal models, whatever made them."""
    text = json.dumps(to_document(model), sort_keys=True)
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()


def loads(text: str | bytes, *, processes: Mapping[str, Process] | None = None) -> Model:
    """Return the model of a document, for its process among these (by default, those of the library).

    Nothing is guessed: raises `DocumentError`, with every fault at its path, for a key or a name that is
    unknown and a value of another kind, and `InvalidModel` where the process lacks a phase or a step.
    """
    try:
        document = json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)
    except (ValueError, TypeError) as problem:
        raise DocumentError((Fault("$", "not-json", str(problem)),)) from None
    reader = _Reader()
    model = reader.model(document, processes)
    if reader.faults or model is None:
        raise DocumentError(tuple(reader.faults))
    return model()


def _written(where: str, given: Distribution) -> dict[str, Any]:
    """Return a distribution by its name."""
    match given:
        case Empirical():
            return {"kind": "empirical", "times": list(given.times)}
        case Scipy():
            return {"kind": "scipy", "name": given.name, "parameters": dict(given.parameters)}
        case Shifted():
            return {"kind": "shifted", "by": given.by, "distribution": _written(where, given.distribution)}
        case Mixture():
            return {"kind": "mixture", "parts": [[weight, _written(where, x)] for weight, x in given.parts]}
        case _:
            for name, kind in PLAIN.items():
                if type(given) is kind:
                    return {"kind": name, **{field: getattr(given, field) for field in _fields(kind)}}
    raise refuse(where, "bad-distribution", f"{shown(given)} has no name in a document")


def _fields(kind: type[Any]) -> list[str]:
    return [field.name for field in attrs.fields(kind)]


def _effect(effect: Effect) -> dict[str, Any]:
    found: dict[str, Any] = {"covariate": effect.covariate, "phase": effect.phase}
    if effect.trigger is not None:
        found["trigger"] = effect.trigger
    found[effect.kind] = effect.size
    return found | ({"at": effect.at} if effect.at else {})


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key stands twice in one object")
    return found


def _no_number(name: str) -> None:
    raise ValueError(f"{name} is no number of JSON")


@attrs.define
class _Reader:
    """Read a document; faults are gathered, and what has any comes out as None."""

    faults: list[Fault] = attrs.field(factory=list)

    def fault(self, path: str, code: str, message: str) -> None:
        self.faults.append(Fault(path, code, message))

    def model(self, document: Any, processes: Mapping[str, Process] | None) -> Callable[[], Model] | None:
        """Return what makes the model: it checks its own assumptions."""
        needed = {"gezondsamen", "format", "process", "start", "spent"}
        if not self._keys("$", document, needed, {*needed, *PARTS}):
            return None
        if document["gezondsamen"] != KIND:
            self.fault(
                "$.gezondsamen", "other-kind", f"expected {KIND}, found {shown(document['gezondsamen'])}"
            )
        if type(document["format"]) is not int or document["format"] != FORMAT:
            self.fault("$.format", "no-format", f"format {FORMAT} is read, not {shown(document['format'])}")
        process = self._process(document["process"], processes)
        start = self._text("$.start", document["start"])
        fields = {
            "dwell": self._clocks("$.dwell", document.get("dwell", {})),
            "choices": dict(self._each("$.choices", document.get("choices", {}), self._numbers)),
            "hazards": dict(self._each("$.hazards", document.get("hazards", {}), self._clocks)),
            "effects": self._list("$.effects", document.get("effects", []), self._effect),
            "marks": dict(self._each("$.marks", document.get("marks", {}), self._numbers)),
            "held": self._numbers("$.held", document.get("held", {})),
            "spent": self._number("$.spent", document["spent"]),
        }
        if process is None:
            return None
        return lambda: Model(process, start=start, **fields)

    def _process(self, given: Any, processes: Mapping[str, Process] | None) -> Process | None:
        keys = {"key", "version", "fingerprint"}
        if not self._keys("$.process", given, keys, keys):
            return None
        if processes is None:
            from gezondsamen.phases import PROCESSES

            processes = PROCESSES
        key = self._text("$.process.key", given["key"])
        if key not in processes:
            known = ", ".join(processes)
            self.fault("$.process.key", "unknown-process", f"no process {shown(key)}; there are: {known}")
            return None
        return processes[key]

    def _keys(self, path: str, given: Any, needed: set[str], allowed: set[str]) -> bool:
        """Tell whether this is an object with the keys that it has to have, and no other."""
        if type(given) is not dict:
            self.fault(path, "wrong-type", f"expected an object, found {shown(given)}")
            return False
        for key in sorted(given.keys() - allowed):
            self.fault(f"{path}.{key}", "unknown-key", f"a document of this kind has no {shown(key)}")
        for key in sorted(needed - given.keys()):
            self.fault(path, "missing-key", f"{key!r} is missing")
        return needed <= given.keys() <= allowed

    def _each(self, path: str, given: Any, read: Callable[[str, Any], Any]) -> Iterator[tuple[str, Any]]:
        if type(given) is not dict:
            self.fault(path, "wrong-type", f"expected an object, found {shown(given)}")
            return
        for key, value in given.items():
            yield key, read(f"{path}.{key}", value)

    def _list(self, path: str, given: Any, read: Callable[[str, Any], Any]) -> list[Any]:
        if type(given) is not list:
            self.fault(path, "wrong-type", f"expected a list, found {shown(given)}")
            return []
        return [read(f"{path}[{n}]", value) for n, value in enumerate(given)]

    def _text(self, path: str, given: Any) -> str:
        if type(given) is not str:
            self.fault(path, "wrong-type", f"expected a text, found {shown(given)}")
        return str(given)

    def _number(self, path: str, given: Any) -> Any:
        if not is_number(given):
            self.fault(path, "wrong-type", f"expected a number, found {shown(given)}")
        return given

    def _numbers(self, path: str, given: Any) -> dict[str, Any]:
        return dict(self._each(path, given, self._number))

    def _clocks(self, path: str, given: Any) -> dict[str, Any]:
        return dict(self._each(path, given, self._distribution))

    def _effect(self, path: str, given: Any) -> Any:
        if not self._keys(
            path, given, {"covariate", "phase"}, {"covariate", "phase", "trigger", "at", *RATIOS}
        ):
            return None
        for key, value in given.items():
            (self._number if key in (*RATIOS, "at") else self._text)(f"{path}.{key}", value)
        return Effect(**given)

    def _distribution(self, path: str, given: Any) -> Any:
        kind = given.get("kind") if type(given) is dict else None
        if kind not in NAMES:
            self.fault(
                path, "unknown-tag", f"expected a distribution ({', '.join(NAMES)}), found {shown(given)}"
            )
            return None
        count = len(self.faults)
        make = self._made(path, kind, given)
        if make is None or len(self.faults) > count:
            return None
        try:
            return make()
        except ValueError as problem:
            self.fault(path, "wrong-value", str(problem))
            return None

    def _made(self, path: str, kind: str, given: dict[str, Any]) -> Callable[[], Distribution] | None:
        """Return what makes a distribution of its parts: it checks these itself."""
        names = COMPOSED[kind] if kind in COMPOSED else _fields(PLAIN[kind])
        keys = {"kind", *names}
        if not self._keys(path, given, keys, keys):
            return None
        match kind:
            case "empirical":
                times = self._list(f"{path}.times", given["times"], self._number)
                return lambda: Empirical(times)
            case "scipy":
                name = self._text(f"{path}.name", given["name"])
                parameters = self._numbers(f"{path}.parameters", given["parameters"])
                return lambda: Scipy.named(name, parameters)
            case "shifted":
                by = self._number(f"{path}.by", given["by"])
                inner = self._distribution(f"{path}.distribution", given["distribution"])
                return lambda: Shifted(inner, by)
            case "mixture":
                parts = self._list(f"{path}.parts", given["parts"], self._part)
                return lambda: Mixture(parts)
            case _:
                numbers = {name: self._number(f"{path}.{name}", given[name]) for name in names}
                return lambda: PLAIN[kind](**numbers)

    def _part(self, path: str, given: Any) -> tuple[Any, Any]:
        if type(given) is not list or len(given) != 2:
            self.fault(path, "wrong-type", f"expected a weight and a distribution, found {shown(given)}")
            return 0.0, None
        return self._number(f"{path}[0]", given[0]), self._distribution(f"{path}[1]", given[1])
