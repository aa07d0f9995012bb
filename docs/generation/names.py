"""Names as users import them: each public one is a target for links; signatures are short."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any, Final, get_args

import attrs
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.logging import getLogger

from gezondsamen.dossier.facts import Fact
from gezondsamen.process.conditions import Condition
from gezondsamen.process.evaluation_points import Anchor

PUBLIC: Final = (
    "gezondsamen",
    "gezondsamen.catalogue",
    "gezondsamen.conditions",
    "gezondsamen.exchange",
    "gezondsamen.exchange.tables",
    "gezondsamen.phases",
    "gezondsamen.simulation",
    "gezondsamen.store",
    "gezondsamen.testing",
)
"""The modules from which users import."""

UNIONS: Final = {
    "gezondsamen.Fact": Fact,
    "gezondsamen.conditions.Condition": Condition,
    "gezondsamen.process.evaluation_points.Anchor": Anchor,
}
"""Unions that have a name, by the name under which they are documented."""

_DEFAULT = re.compile(r"attr_dict\['(\w+)'\]\.default")
_LONGEST = 40


def public_names() -> Iterator[tuple[str, object]]:
    """Yield every public name, whole, with what it stands for."""
    for where in PUBLIC:
        module = import_module(where)
        for name in module.__all__:
            yield f"{where}.{name}", getattr(module, name)


def shorten(app: Sphinx, what: str, name: str, value: Any, options: object, given: str, returned: str) -> Any:
    """Write defaults and unions in a signature as a reader would (`autodoc-process-signature`)."""
    if given is None:
        return None
    return _short(_with_defaults(given, value)), _short(returned) if returned else returned


def _with_defaults(signature: str, value: Any) -> str:
    if not (isinstance(value, type) and attrs.has(value)):
        return signature
    fields: Any = attrs.fields_dict(value)
    return _DEFAULT.sub(lambda found: _default(fields[found[1]].default), signature)


def _default(value: object) -> str:
    text = repr(value)
    return "..." if len(text) > _LONGEST or text.startswith(("<", "Factory(")) else text


def _short(text: str) -> str:
    for name, union in UNIONS.items():
        parts = [f"~{x.__module__}.{x.__qualname__}" for x in get_args(union)]
        text = text.replace(" | ".join(parts), f"~{name}")
    return text


def name_where_imported(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Make each public name a target under the name by which it is imported (`env-updated`).

    What is documented once and public in two places has a target for both. A public name that no page
    documents is a warning.
    """
    domain = env.domains.python_domain
    public = dict(public_names())
    for name, value in public.items():
        if name not in domain.objects:
            homes = (domain.objects.get(home) for home in _homes(value, public))
            found = next((entry for entry in homes if entry is not None), None)
            if found is None:
                getLogger(__name__).warning("no page documents %s", name)
            else:
                domain.objects[name] = found._replace(aliased=True)
    return []


def _homes(value: object, public: Mapping[str, object]) -> Iterator[str]:
    """Yield the names under which a value may be documented: its home, and where else it is public."""
    yield f"{getattr(value, '__module__', '')}.{getattr(value, '__qualname__', '')}"
    yield from (name for name, other in public.items() if other is value)
