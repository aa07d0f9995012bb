"""Plain data for a page: keys and texts side by side, ready for `json.dumps`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from gezondsamen.collaboration import Collaboration
from gezondsamen.decision.check import Check, Outcome
from gezondsamen.decision.planning import Plan
from gezondsamen.dossier.agreements import Agreement
from gezondsamen.dossier.commitments import Action, Contribution
from gezondsamen.dossier.facts import PartyJoined
from gezondsamen.dossier.parties import About
from gezondsamen.dossier.roles import Role
from gezondsamen.errors import WrongKind, shown
from gezondsamen.exchange.converter import converter
from gezondsamen.exchange.forms import drafts_form, form_items, form_voice
from gezondsamen.exchange.plain_record import alone, line_of, record_of, recorded
from gezondsamen.forms.form import Form
from gezondsamen.labels import Label
from gezondsamen.language import Language, language_of
from gezondsamen.monitoring import Due, Watch
from gezondsamen.phases import PROCESSES
from gezondsamen.process.phases import Phase, Transition
from gezondsamen.process.process import Process
from gezondsamen.process.requirements import Requirement
from gezondsamen.prose.asked import asked_lines
from gezondsamen.prose.missing import finding_lines
from gezondsamen.prose.remedies import remedy_lines, with_new_parties
from gezondsamen.prose.scene import Scene, Voice
from gezondsamen.prose.statuses import NOBODY_YET, basis_text
from gezondsamen.prose.timeline import Line
from gezondsamen.schedule.moments import Moment, Schedule

Plain = dict[str, Any]

_JSON = (str, int, float, type(None), dict, list)
"""What JSON can hold."""


def to_dict(value: Any, lang: str) -> Any:
    """Return a value as plain JSON data with its keys, and its texts in this language.

    From the checks of `Collaboration.options` a whole checklist page can be drawn without another
    call: rules and what they ask, what is missing and about whom, sources, and the form to fill in for
    each remedy.

    Raises `InvalidArgument` for a language without texts.

    >>> import json
    >>> from datetime import date
    >>> import gezondsamen as gs
    >>> case = gs.Collaboration.start(gs.PPS, id="waterstad", on=date(2024, 1, 8))
    >>> page = to_dict(case.options(on=date(2024, 1, 8)), "nl")
    >>> page["start"]["allowed"], page["start"]["outcomes"][0]["status_label"]
    (False, 'nog niet rond')
    """
    say = language_of(lang)
    try:
        return _of(value, say)
    except RecursionError:
        raise WrongKind("not-a-value", "this value holds itself, or goes too deep", shown(value)) from None


def _of(value: Any, say: Language) -> Any:
    match value:
        case Mapping():
            return {str(key): _of(item, say) for key, item in value.items()}
        case tuple() | list():
            return [_of(item, say) for item in value]
        case Check():
            return _check(value, say)
        case Watch():
            return _watch(value, say)
        case Outcome():
            return _outcome(value, _voice(value.scene, say))
        case Moment():
            return _moment(value, say)
        case Schedule():
            return _schedule(value, say)
        case Plan():
            return _plan(value, say)
        case Collaboration():
            return _collaboration(value, say)
        case Role() | Agreement() | Contribution() | Action():
            return recorded(value, alone(say))
        case Line():
            return line_of(value)
        case Due():
            return {
                "trigger": value.trigger,
                "track": value.track,
                "since": value.since.isoformat(),
                "check": _check(value.check, say),
            }
        case Process():
            return _process(value, say)
        case Requirement():
            return _requirement(value, Voice(_scene_of(value), say))
        case Label():
            return say.label(value)
        case Form():
            return {"drafts": form_items(value, form_voice(value, say))}
        case _ if attrs.has(type(value)):
            return {a.name: _of(getattr(value, a.name), say) for a in attrs.fields(type(value))}
        case _:
            plain = converter(detailed=False).unstructure(value)
            if not isinstance(plain, _JSON):
                kind = type(value).__name__
                raise WrongKind("not-a-value", f"{kind} is not a value of gezondsamen", shown(value))
            return plain


def _voice(scene: Scene | None, say: Language) -> Voice:
    if scene is None:
        raise ValueError("this value was taken out of its check; put the whole check into plain data")
    return Voice(scene, say)


def _scene_of(rule: Requirement) -> Scene:
    """Return a scene with the words of a rule that stands by itself: those of a process that has it."""
    every = tuple(PROCESSES.values())
    return Scene(next((process for process in every if rule.code in process.requirements), every[0]))


def _phase(process: Process, key: str | None, say: Language) -> Plain | None:
    if key is None:
        return None
    if not process.has_phase(key):  # a value kept under another version
        return {"key": key, "label": key, "stage": None, "kind": None}
    phase = process.phase(key)
    return {"key": key, "label": say.label(phase.label), "stage": phase.stage, "kind": phase.kind}


def _trigger(process: Process, trigger: str, say: Language) -> Plain:
    label = next((say.label(t.label) for t in process.transitions if t.trigger == trigger), trigger)
    return {"key": trigger, "label": label}


def _check(check: Check, say: Language) -> Plain:
    v = _voice(check.scene, say)
    process = v.scene.process
    return {
        "trigger": _trigger(process, check.trigger, say),
        "phase": _phase(process, check.phase, say),
        "target": _phase(process, check.target, say),
        "led_to": _phase(process, check.led_to, say),
        "on": check.on.isoformat(),
        "track": check.track,
        "about": _about(check.about, v),
        "possible": check.possible,
        "barred_by": check.barred_by,
        "allowed": check.allowed,
        "title": check.title,
        "summary": check.summary(say.code),
        "outcomes": [_outcome(row, v) for row in check.outcomes],
        "repair": drafts_form(check.repair, v),
        "exits": [_trigger(process, trigger, say) for trigger in check.exits],
    }


def _watch(watch: Watch, say: Language) -> Plain:
    v = _voice(watch.scene, say)
    return {
        "phase": _phase(v.scene.process, watch.phase, say),
        "on": watch.on.isoformat(),
        "track": watch.track,
        "title": watch.title,
        "outcomes": [_outcome(row, v) for row in watch.outcomes],
        "overdue": [_moment(moment, say) for moment in watch.overdue],
    }


def _moment(moment: Moment, say: Language) -> Plain:
    point = moment.point
    return {
        "id": moment.id,
        "on": moment.on.isoformat(),
        "window": [day.isoformat() for day in moment.window],
        "deadline": moment.deadline.isoformat(),
        "track": moment.track,
        "point": point.key,
        "label": say.label(point.label),
        "status": moment.status,
        "status_label": moment.status_text(say.code),
        "process": moment.process,
        "reason": moment.reason(say.code),
        "original": moment.because.original.isoformat(),
        "held_in": moment.held_in,
        "instrument": say.label(point.instrument) if point.instrument else None,
        "evaluator": say.label(point.evaluator) if point.evaluator else None,
        "basis": point.basis.value,
        "source": {"text": point.citation.text(), "url": point.citation.address or None},
        "choice": say.label(point.choice) if point.choice else None,
    }


def _schedule(schedule: Schedule, say: Language) -> Plain:
    return {
        "case": schedule.case,
        "title": schedule.title,
        "on": schedule.on.isoformat(),
        "until": schedule.until.isoformat(),
        "moments": [_moment(moment, say) for moment in schedule],
    }


def _about(about: About | None, v: Voice) -> Plain | None:
    if about is None:
        return None
    label = v.subject(about) if about.id != "*" else v(*NOBODY_YET)
    return {"kind": about.kind, "id": about.id, "label": label}


def _requirement(rule: Requirement, v: Voice) -> Plain:
    say = v.language
    return {
        "code": rule.code,
        "name": say.label(rule.name),
        "text": say.label(rule.text),
        "asks": list(asked_lines(rule, v)),
        "basis": rule.basis.value,
        "basis_label": basis_text(rule.basis, say),
        "sources": [{"text": c.text(), "url": c.address or None} for c in (rule.citation, *rule.also)],
        "choice": say.label(rule.choice) if rule.choice else None,
        "waivable": rule.waivable,
    }


def _outcome(row: Outcome, v: Voice) -> Plain:
    rule = row.requirement
    return {
        **_requirement(rule, v),
        "status": row.status,
        "status_label": row.status_text(v.language.code),
        "findings": [
            {
                "needed": finding.needed,
                "found": finding.found,
                "about": _about(finding.about, v),
                "at": list(finding.at),
            }
            for finding in row.findings
        ],
        "lines": list(finding_lines(rule, row.findings, v)),
        "evidence": list(row.evidence),
        "vacuous": row.vacuous,
        "later": list(row.later),
        "remedy": _remedy(row, v),
    }


def _remedy(row: Outcome, v: Voice) -> Plain | None:
    remedy = row.remedy
    if remedy is None:
        return None
    return {
        "drafts": drafts_form(remedy.drafts, v),
        "wait_until": remedy.wait_until.isoformat() if remedy.wait_until else None,
        "waiver": remedy.waiver,
        "lines": list(remedy_lines(remedy, row.requirement, v, status=row.status)),
    }


def _plan(plan: Plan, say: Language) -> Plain:
    v = _voice(plan.scene, say)
    every = tuple(draft for step in plan.steps for draft in step.drafts)
    named = with_new_parties(v, every)
    newcomers = tuple(d.fact.party.id for d in every if isinstance(d.fact, PartyJoined))
    named = attrs.evolve(named, scene=attrs.evolve(named.scene, everyone=(*v.scene.everyone, *newcomers)))
    return {
        "start": _phase(v.scene.process, plan.start, say),
        "to": _phase(v.scene.process, plan.to, say),
        "on": plan.on.isoformat(),
        "found": plan.found,
        "proven": plan.proven,
        "barred_by": plan.barred_by,
        "steps": [
            {
                "trigger": _trigger(v.scene.process, step.trigger, say),
                "phase": _phase(v.scene.process, step.phase, say),
                "target": _phase(v.scene.process, step.target, say),
                "drafts": drafts_form(step.drafts, named),
            }
            for step in plan.steps
        ],
        "reached": [_phase(v.scene.process, key, say) for key in plan.reached],
        "barriers": [
            {
                "phase": _phase(v.scene.process, barrier.phase, say),
                "trigger": _trigger(v.scene.process, barrier.trigger, say),
                "rules": list(barrier.rules),
            }
            for barrier in plan.barriers
        ],
    }


def _collaboration(case: Collaboration, say: Language) -> Plain:
    return {
        "id": case.id,
        "title": case.title,
        "version": case.version,
        "parties": [_of(party, say) for party in case.dossier.parties],
        **record_of(case, say),
        "tracks": [
            {
                "track": track.name,
                "process": track.process,
                "phase": _phase(next(p for p in case.processes if p.key == track.process), track.phase, say),
                "visits": [
                    {
                        "phase": visit.phase,
                        "entered": visit.entered.isoformat(),
                        "left": visit.left.isoformat() if visit.left else None,
                        "trigger": visit.trigger,
                        "adopted": visit.adopted,
                    }
                    for visit in case.visits_of(track.name)
                ],
            }
            for track in case.dossier.tracks
        ],
    }


def _process(process: Process, say: Language) -> Plain:
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
            "requires": [rule.code for rule in t.requires],
            "advises": [rule.code for rule in t.advises],
        }

    return {
        "key": process.key,
        "label": say.label(process.label),
        "version": process.version,
        "phases": [phase(x) for x in process.phases],
        "transitions": [step(t) for t in process.transitions],
        "requirements": {code: _requirement(rule, v) for code, rule in process.requirements.items()},
    }
