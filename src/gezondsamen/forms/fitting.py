"""What fits where something is to be chosen: who can hold a role, ids that nobody bears, first words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import attrs

from gezondsamen.annotations import hints
from gezondsamen.dossier.parties import Party
from gezondsamen.errors import InvalidArgument
from gezondsamen.periods import Every
from gezondsamen.process.process import Process


def holders(process: Process, role: str, kinds: Iterable[str]) -> tuple[list[str], list[str]]:
    """Return the kinds of party that usually hold a role, and the rest of those given."""
    term = process.term("role", role)
    held_by = term.held_by if term is not None else ()
    every = list(kinds)
    first = [key for key in held_by if key in every]
    return first, [key for key in every if key not in first]


def roles_for(process: Process, kind: str | None) -> tuple[list[str], list[str]]:
    """Return the roles that play in a process and that this kind of party can hold, and all others.

    Without a kind, whoever holds them. A role for which no holder is named can be anybody's.
    """
    first, second, rest = list[str](), list[str](), list[str]()
    lineage = set(process.lineage)
    for key, term in process.vocabulary.get("role", {}).items():
        plays = not term.plays_in or not lineage.isdisjoint(term.plays_in)
        able = kind is None or not term.held_by or kind in term.held_by
        sure = kind is None or kind in term.held_by
        if plays and able:
            (first if sure else second).append(key)
        else:
            rest.append(key)
    return [*first, *second], rest


def unused_id(stem: str, taken: Iterable[str]) -> str:
    """Return an id with this stem that nobody bears."""
    taken = set(taken)
    return next(name for n in range(1, len(taken) + 2) if (name := f"{stem}-{n}") not in taken)


def unsaid(
    kind: type[Any],
    on: date,
    process: Process,
    parties: tuple[str, ...],
    agreements: tuple[str, ...],
    given: Mapping[str, Any],
) -> Any:
    """Return a fact of a kind in which nothing is said yet: first words, and ids that nobody bears."""
    values: dict[str, Any] = {"on": on, **given}
    for field in attrs.fields(kind):
        if field.name in values or field.default is not attrs.NOTHING:
            continue
        scheme = field.metadata.get("scheme")
        if scheme is not None:
            values[field.name] = _first(process, scheme)
        elif field.name in ("agreement", "action") and kind.__name__ in ("AgreementDrafted", "ActionAgreed"):
            values[field.name] = unused_id(field.name, agreements)
        elif hints(kind)[field.name] is Party:
            word = _first(process, "party_kind")
            values[field.name] = Party(unused_id(word, parties), "", word)
        elif field.name == "due":
            values[field.name] = Every(months=3).after(on)
        elif field.name == "rule":
            values[field.name] = next(iter(process.requirements), "")
        elif field.name == "predecessors":
            values[field.name] = ()
        else:
            known = agreements if field.name == "agreement" else parties
            named = field.name in ("agreement", "party", "owner", "successor")
            values[field.name] = known[0] if named and known else ""
    return kind(**values)


def _first(process: Process, scheme: str) -> str:
    for key in process.vocabulary.get(scheme, ()):
        return key
    raise InvalidArgument(
        "nothing-to-choose", f"process {process.key!r} has no {scheme.replace('_', ' ')} to choose.", scheme
    )
