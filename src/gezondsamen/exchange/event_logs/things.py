"""Objects of a log: what takes part in the events of a case, and what is known of each, and since when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Final, TypeVar, cast

import attrs

from gezondsamen.collaboration import Collaboration
from gezondsamen.dossier import facts as f
from gezondsamen.dossier.dossier import Dossier
from gezondsamen.dossier.journal import Entry
from gezondsamen.exchange.event_logs.signs import ident

F = TypeVar("F", bound=f.Fact)

OBJECT_ATTRIBUTES: Final[dict[str, dict[str, str]]] = {
    "collaboration": {"case": "string", "title": "string", "process": "string"},
    "track": {"name": "string", "process": "string", "phase": "string", "adopted": "boolean"},
    "party": {"name": "string", "kind": "string", "sectors": "string", "internal": "boolean"},
    "agreement": {
        "title": "string",
        "kind": "string",
        "form": "string",
        "start": "time",
        "end": "time",
        "principal": "boolean",
    },
    "evaluation": {"kind": "string", "decision": "string", "aspects": "string", "point": "string"},
    "action": {"sector": "string", "due": "time", "done": "time"},
}
"""The attributes of each type of object, and the type of their values."""

Attributes = tuple[tuple[str, date, Any], ...]
Related = tuple[tuple[str, str], ...]


@attrs.frozen
class Thing:
    """Hold an object: its attributes as name, day since when and value; related ones as qualifier and id."""

    id: str
    type: str
    attributes: Attributes
    related: Related = ()


def things(case: Collaboration, until: date) -> Iterator[Thing]:
    """Return the objects of a case, as they were known to be on a day."""
    dossier, whole = case.dossier.as_of(until), ident(case.id)
    first = dossier.first_day
    said = {"case": case.id, "title": case.title, "process": case.process.key}
    yield Thing(whole, "collaboration", _since(first, said))
    agreements = {agreement.id for agreement in dossier.agreements}
    for track in dossier.tracks:
        moves = dossier.moves(track.name)
        fixed = {"name": track.name, "process": track.process, "adopted": track.adopted}
        phases = tuple(("phase", entry.fact.on, entry.fact.phase) for entry in moves)
        life = (("life of", ident(case.id, "agreement", track.name)),) if track.name in agreements else ()
        name = ident(case.id, "track", track.name)
        yield Thing(name, "track", (*_since(moves[0].fact.on, fixed), *phases), (("of", whole), *life))
    yield from _parties(case, dossier)
    yield from _agreements(case, dossier)
    for entry in _entries(dossier, f.EvaluationHeld):
        held = entry.fact
        told = {"kind": held.kind, "decision": held.decision, "point": held.point}
        told["aspects"] = _list(held.aspects)
        name = ident(case.id, "evaluation", str(entry.number))
        yield Thing(name, "evaluation", _since(held.on, told), (("of", whole),))
    yield from _actions(case, dossier)


def _since(day: date, said: dict[str, Any]) -> Attributes:
    return tuple((name, day, value) for name, value in said.items() if value is not None and value != "")


def _list(words: tuple[str, ...]) -> str:
    return ";".join(words)


def _parties(case: Collaboration, dossier: Dossier) -> Iterator[Thing]:
    found: dict[str, Attributes] = {}
    for entry in _entries(dossier, f.PartyJoined):
        party = entry.fact.party
        said = {
            "name": party.name,
            "kind": party.kind,
            "sectors": _list(party.sectors),
            "internal": party.internal,
        }
        found[party.id] = (*found.get(party.id, ()), *_since(entry.fact.on, said))
    for ident_, told in found.items():
        yield Thing(ident(case.id, "party", ident_), "party", told, (("takes part in", ident(case.id)),))


def _agreements(case: Collaboration, dossier: Dossier) -> Iterator[Thing]:
    for agreement in dossier.agreements:
        said = {name: getattr(agreement, name) for name in OBJECT_ATTRIBUTES["agreement"]}
        first = dossier.journal[agreement.entries[0]].fact.on
        parties = ((party, "party") for party in agreement.parties)
        obliged = ((party, "obliged") for party in agreement.obliged)
        how = dict((*parties, *obliged))  # who is obliged is a party too
        related = tuple((qualifier, ident(case.id, "party", party)) for party, qualifier in how.items())
        name = ident(case.id, "agreement", agreement.id)
        yield Thing(name, "agreement", _since(first, said), (("of", ident(case.id)), *related))


def _actions(case: Collaboration, dossier: Dossier) -> Iterator[Thing]:
    found: dict[str, Attributes] = {}
    owners: dict[str, str] = {}
    for entry in _entries(dossier, f.ActionAgreed):
        fact = entry.fact
        said = {"sector": fact.sector, "due": fact.due, "done": fact.done}
        found[fact.action] = (*found.get(fact.action, ()), *_since(fact.on, said))
        owners[fact.action] = fact.owner
    for action, told in found.items():
        related = (("of", ident(case.id)), ("owner", ident(case.id, "party", owners[action])))
        yield Thing(ident(case.id, "action", action), "action", told, related)


def _entries(dossier: Dossier, kind: type[F]) -> Iterator[Entry[F]]:
    """Return the entries of a kind that count, in the order of days."""
    return (cast("Entry[F]", entry) for entry in dossier.events() if isinstance(entry.fact, kind))
