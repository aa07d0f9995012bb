"""Plain data of what is on record: roles, agreements, contributions, actions and lines of the journal.

Labels come from the processes of the case, or for a value by itself from the first shipped process that
knows the word.
"""

from __future__ import annotations

from typing import Any

from gezondsamen.collaboration import Collaboration
from gezondsamen.dossier.agreements import Agreement
from gezondsamen.dossier.commitments import Action, Contribution, actions_known, contributions_known
from gezondsamen.dossier.roles import Role, roles_held
from gezondsamen.language import Language
from gezondsamen.phases import PROCESSES
from gezondsamen.prose.scene import Scene, Voice
from gezondsamen.prose.teller import teller
from gezondsamen.prose.timeline import Line

Plain = dict[str, Any]
Recorded = Role | Agreement | Contribution | Action
"""What a collaboration holds beside its parties and tracks."""


def record_of(case: Collaboration, say: Language) -> Plain:
    """Return all that is on record beside parties and tracks, with the names of parties."""
    v = teller(case.dossier.journal, case.processes, say).v
    known = case.dossier.known
    return {
        "roles": [recorded(role, v) for role in roles_held(known)],
        "agreements": [recorded(agreement, v) for agreement in case.dossier.agreements],
        "contributions": [recorded(contribution, v) for contribution in contributions_known(known)],
        "actions": [recorded(action, v) for action in actions_known(known)],
    }


def alone(say: Language) -> Voice:
    """Return the voice for a value that stands by itself: names of parties are not known to it."""
    first, *others = PROCESSES.values()
    return Voice(Scene(first, others=tuple(others)), say)


def recorded(value: Recorded, v: Voice) -> Plain:
    """Return one value of the record with keys and labels."""
    match value:
        case Role():
            return _role(value, v)
        case Agreement():
            return _agreement(value, v)
        case Contribution():
            return {
                "type": "Contribution",
                "party": value.party,
                "party_label": v.name(value.party),
                "kind": value.kind,
                "kind_label": v.term("contribution_kind", value.kind),
                "status": value.status,
                "status_label": v.term("contribution_status", value.status),
                "amount": value.amount,
                "unit": value.unit,
                "on": value.on.isoformat(),
                "entry": value.entry,
            }
        case Action():
            return {
                "type": "Action",
                "id": value.id,
                "text": value.text,
                "owner": value.owner,
                "owner_label": v.name(value.owner),
                "sector": value.sector,
                "sector_label": v.term("sector", value.sector),
                "due": value.due.isoformat(),
                "done": value.done.isoformat() if value.done else None,
                "on": value.on.isoformat(),
                "entry": value.entry,
            }


def _role(role: Role, v: Voice) -> Plain:
    return {
        "type": "Role",
        "role": role.role,
        "role_label": v.term("role", role.role),
        "party": role.party,
        "party_label": v.name(role.party) if role.party else None,
        "person": role.person,
        "track": role.track,
        "since": role.since.isoformat(),
        "until": role.until.isoformat() if role.until else None,
        "entry": role.entry,
        "ended_in": role.ended_in,
    }


def _agreement(agreement: Agreement, v: Voice) -> Plain:
    def people(parties: tuple[str, ...]) -> list[Plain]:
        return [{"id": party, "label": v.name(party)} for party in parties]

    form = agreement.form
    return {
        "type": "Agreement",
        "id": agreement.id,
        "title": agreement.title,
        "name": agreement.name,
        "kind": agreement.kind,
        "kind_label": v.term("agreement_kind", agreement.kind),
        "form": form,
        "form_label": v.term("agreement_form", form) if form else None,
        "principal": agreement.principal,
        "parties": people(agreement.parties),
        "obliged": people(agreement.obliged),
        "clauses": [{"key": key, "label": v.term("clause", key)} for key in agreement.clauses],
        "start": agreement.start.isoformat() if agreement.start else None,
        "end": agreement.end.isoformat() if agreement.end else None,
        "phase": agreement.phase,
        "in_force": agreement.in_force,
        "signatures": [
            {"party": s.party, "label": v.name(s.party), "on": s.on.isoformat(), "entry": s.entry}
            for s in agreement.signatures
        ],
        "entries": list(agreement.entries),
    }


def line_of(line: Line) -> Plain:
    """Return a line of the journal as plain data, in the language in which it was made."""
    recorded_at = line.entry.recorded_at
    return {
        "type": "Line",
        "number": line.number,
        "on": line.on.isoformat(),
        "day": line.day,
        "fact": type(line.entry.fact).__name__,
        "text": line.text,
        "said": line.said,
        "notes": list(line.notes),
        "by": line.by,
        "on_behalf_of": line.on_behalf_of,
        "recorded_at": recorded_at.isoformat() if recorded_at else None,
        "retracted_in": line.retracted_in,
        "corrected_in": line.corrected_in,
        "corrects": line.corrects,
        "redacted": line.redacted,
    }
