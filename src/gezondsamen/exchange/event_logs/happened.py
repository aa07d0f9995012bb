"""Events of a log: every fact that counts, in words of the log, and which objects it is about."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

import attrs

from gezondsamen.collaboration import Collaboration
from gezondsamen.dossier import facts as f
from gezondsamen.dossier.journal import Entry
from gezondsamen.exchange.event_logs.signs import ident
from gezondsamen.periods import Every


@attrs.frozen
class Told:
    """Say how a kind of fact is told: its name, and which of its fields are attributes.

    `parties` are the fields that name parties; agreements, actions, tracks and `about` speak for themselves.
    """

    name: str
    attributes: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()


TOLD: Final[dict[type[f.Fact], Told]] = {
    f.TrackOpened: Told("track opened", ("process", "phase", "since")),
    f.StepTaken: Told("", ("phase",)),
    f.PartyJoined: Told("party joined", (), ("party",)),
    f.PartyLeft: Told("party left", (), ("party",)),
    f.PartySucceeded: Told("party succeeded", (), ("successor", "predecessors")),
    f.PartyDivided: Told("party divided", (), ("predecessor", "successors")),
    f.RoleAssigned: Told("role assigned", ("role",), ("party",)),
    f.RoleEnded: Told("role ended", ("role",), ("party",)),
    f.Stated: Told("stated", ("topic", "until", "holds")),
    f.Quantified: Told("quantified", ("topic", "amount")),
    f.Consented: Told("consented", ("subject", "stance"), ("party",)),
    f.Met: Told("met", ("kind",), ("parties",)),
    f.ContributionRecorded: Told("contribution recorded", ("kind", "status", "amount", "unit"), ("party",)),
    f.AgreementDrafted: Told(
        "agreement drafted", ("kind", "form", "clauses", "start", "end", "principal"), ("obliged", "parties")
    ),
    f.AgreementRevised: Told(
        "agreement revised", ("clauses", "start", "end", "principal"), ("obliged", "parties")
    ),
    f.Signed: Told("signed", (), ("party",)),
    f.ActionAgreed: Told("action agreed", ("sector", "due", "done"), ("owner",)),
    f.EvaluationPlanned: Told("evaluation planned", ("kind", "every", "due", "aspects", "point")),
    f.EvaluationHeld: Told("evaluation held", ("kind", "decision", "aspects", "point")),
    f.WaiverGranted: Told("waiver granted", ("rule", "trigger", "until")),
    f.Retracted: Told("retracted"),
}
"""How each kind of fact is told; a step by its trigger. Persons and what people wrote are left out."""

EVENT_ATTRIBUTES: Final = {
    **{name: "string" for told in TOLD.values() for name in told.attributes},
    **dict.fromkeys(("since", "until", "start", "end", "due", "done"), "time"),
    **dict.fromkeys(("holds", "principal"), "boolean"),
    "amount": "float",
    "about": "string",
}
"""The attributes that events have, and the type of their values."""


@attrs.frozen
class Happened:
    """Hold an event: its attributes as name and value, and the objects it is about as qualifier and id."""

    id: str
    type: str
    on: date
    attributes: tuple[tuple[str, Any], ...]
    related: tuple[tuple[str, str], ...]


def fact_types() -> tuple[str, ...]:
    """Return the names of the kinds of facts, steps left out."""
    return tuple(told.name for kind, told in TOLD.items() if kind not in (f.StepTaken, f.Retracted))


def events(case: Collaboration, until: date) -> Iterator[Happened]:
    """Return what happened in a case through a day, in the order of days."""
    dossier = case.dossier.as_of(until)
    known = {e.fact.party.id for e in dossier.events() if isinstance(e.fact, f.PartyJoined)}
    for entry in dossier.events():
        fact = entry.fact
        if isinstance(fact, f.Retracted):
            continue
        told = TOLD[type(fact)]
        yield Happened(
            id=ident(case.id, str(entry.number)),
            type=fact.trigger if isinstance(fact, f.StepTaken) else told.name,
            on=fact.on,
            attributes=tuple(_attributes(fact, told)),
            related=_once(_related(case, entry, told, known)),
        )


def _once(related: Iterator[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Return each object once, as it is named first: several readers keep one qualifier only."""
    found: dict[str, str] = {}
    for qualifier, name in related:
        found.setdefault(name, qualifier)
    return tuple((qualifier, name) for name, qualifier in found.items())


def _attributes(fact: f.Fact, told: Told) -> Iterator[tuple[str, Any]]:
    for name in told.attributes:
        value = getattr(fact, name)
        if isinstance(value, tuple):
            value = ";".join(value)
        elif isinstance(value, Every):
            value = value.iso
        if value is not None and value != "":
            yield name, value
    about = getattr(fact, "about", None)
    if about is not None and about.kind != "party":
        yield "about", f"{about.kind}:{about.id}"


def _related(case: Collaboration, entry: Entry, told: Told, known: set[str]) -> Iterator[tuple[str, str]]:
    fact: f.Fact = entry.fact
    yield "in", ident(case.id)
    for kind in ("track", "agreement", "action"):
        if getattr(fact, kind, None) is not None:
            yield kind, ident(case.id, kind, getattr(fact, kind))
    if isinstance(fact, f.EvaluationHeld):
        yield "evaluation", ident(case.id, "evaluation", str(entry.number))
    parties = [(name, party) for name in told.parties for party in _ids(getattr(fact, name))]
    about = getattr(fact, "about", None)
    if about is not None and about.kind == "party":
        parties.append(("about", about.id))
    if entry.on_behalf_of is not None:
        parties.append(("on behalf of", entry.on_behalf_of))
    for qualifier, party in parties:
        if party in known:
            yield qualifier, ident(case.id, "party", party)


def _ids(named: Any) -> tuple[str, ...]:
    """Return the ids of parties that a field names: one, several or none."""
    match named:
        case None:
            return ()
        case str():
            return (named,)
        case tuple():
            return named
        case _:
            return (named.id,)
