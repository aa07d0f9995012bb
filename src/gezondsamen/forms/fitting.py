"""What fits where something is to be chosen: who can hold a role, ids that nobody bears, first words."""

from __future__ import annotations

from collections.abc import Iterable

from gezondsamen.process.process import Process


def holders(process: Process, role: str, kinds: Iterable[str]) -> tuple[list[str], list[str]]:
    """Return the kinds of party that usually hold a role, and the rest of those given.

    A role for which no holder is named can be anybody's.
    """
    term = process.term("role", role)
    every = list(kinds)
    held_by = (term.held_by if term is not None else ()) or every
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
