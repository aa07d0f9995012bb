"""Parts that answers share as plain data: phases, steps, subjects and rules."""

from __future__ import annotations

from typing import Any

from gezondsamen.citations import Citation
from gezondsamen.dossier.parties import About
from gezondsamen.language import Language
from gezondsamen.process.phases import Phase, Transition
from gezondsamen.process.process import Process
from gezondsamen.process.requirements import Requirement
from gezondsamen.prose.asked import asked_lines
from gezondsamen.prose.scene import Scene, Voice
from gezondsamen.prose.statuses import NOBODY_YET, basis_text

Plain = dict[str, Any]


def phase_part(process: Process, key: str | None, say: Language) -> Plain | None:
    """Return a phase by its key, or None where there is none to name."""
    if key is None:
        return None
    if not process.has_phase(key):  # a value kept under another version
        return {"key": key, "label": key, "stage": None, "kind": None}
    phase = process.phase(key)
    return {"key": key, "label": say.label(phase.label), "stage": phase.stage, "kind": phase.kind}


def trigger_part(process: Process, trigger: str, say: Language) -> Plain:
    """Return a trigger with the label of a step that bears it."""
    label = next((say.label(t.label) for t in process.transitions if t.trigger == trigger), trigger)
    return {"key": trigger, "label": label}


def about_part(about: About | None, v: Voice) -> Plain | None:
    """Return whom or what something is about."""
    if about is None:
        return None
    label = v.subject(about) if about.id != "*" else v(*NOBODY_YET)
    return {"kind": about.kind, "id": about.id, "label": label}


def source_part(citation: Citation) -> Plain:
    """Return a passage: its text, where it can be read, and when it was read."""
    read = citation.read_on
    return {"text": citation.text(), "url": citation.address or None, "read": read and read.isoformat()}


def requirement_part(rule: Requirement, v: Voice) -> Plain:
    """Return a rule: what it says and asks, its ground and its sources."""
    say = v.language
    return {
        "type": "Requirement",
        "code": rule.code,
        "name": say.label(rule.name),
        "text": say.label(rule.text),
        "asks": list(asked_lines(rule, v)),
        "basis": rule.basis.value,
        "basis_label": basis_text(rule.basis, say),
        "sources": [source_part(c) for c in (rule.citation, *rule.also)],
        "school_year": rule.citation.work.school_year or None,
        "choice": say.label(rule.choice) if rule.choice else None,
        "waivable": rule.waivable,
    }


def process_part(process: Process, say: Language) -> Plain:
    """Return a process: its phases, its steps and its rules."""
    v = Voice(Scene(process), say)

    def phase(x: Phase) -> Plain:
        return {
            "key": x.key,
            "label": say.label(x.label),
            "kind": x.kind,
            "outcome": x.outcome,
            "stage": x.stage,
            "watches": [rule.code for rule in x.watches],
        }

    def step(t: Transition) -> Plain:
        return {
            "source": t.source,
            "trigger": t.trigger,
            "target": t.target,
            "label": say.label(t.label),
            "concerns": t.concerns,
            "requires": [rule.code for rule in t.requires],
            "advises": [rule.code for rule in t.advises],
        }

    return {
        "type": "Process",
        "key": process.key,
        "label": say.label(process.label),
        "version": process.version,
        "phases": [phase(x) for x in process.phases],
        "transitions": [step(t) for t in process.transitions],
        "requirements": {code: requirement_part(rule, v) for code, rule in process.requirements.items()},
    }
