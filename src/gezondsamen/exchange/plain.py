"""Plain data for a page: keys and texts side by side, ready for `json.dumps`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from gezondsamen.citations import BASIS_LABELS
from gezondsamen.collaboration import Collaboration
from gezondsamen.decision.check import Check, Outcome
from gezondsamen.decision.finding_texts import finding_lines
from gezondsamen.decision.planning import Plan
from gezondsamen.decision.remedy_texts import draft_text, remedy_lines, with_new_parties
from gezondsamen.decision.wording import Scene, say
from gezondsamen.dossier.facts import PartyJoined
from gezondsamen.dossier.parties import About
from gezondsamen.drafts import Blank, Draft
from gezondsamen.exchange.converter import TAG, converter
from gezondsamen.labels import Label
from gezondsamen.monitoring import Due, Watch
from gezondsamen.process.phases import Phase, Transition
from gezondsamen.process.process import Process
from gezondsamen.process.requirements import Requirement
from gezondsamen.schedule.moments import Moment, Schedule

Plain = dict[str, Any]

_FIELDS = {
    "text": ("tekst", "text"),
    "name": ("naam", "name"),
    "id": ("kenmerk", "id"),
    "kind": ("soort", "kind"),
    "person": ("persoon (kenmerk)", "person (id)"),
    "party": ("partij", "party"),
    "parties": ("partijen", "parties"),
    "obliged": ("wie zich verplicht", "who takes on an obligation"),
    "role": ("rol", "role"),
    "until": ("geldig tot en met", "valid through"),
    "amount": ("hoeveel", "how much"),
    "unit": ("eenheid", "unit"),
    "agreement": ("kenmerk van de overeenkomst", "id of the agreement"),
    "decision": ("besluit", "decision"),
    "due": ("klaar op", "due on"),
    "every": ("hoe vaak", "how often"),
    "owner": ("wie doet het", "who does it"),
}


def to_dict(value: Any, lang: str) -> Any:
    """Return a value as plain JSON data with its keys, and its texts in this language.

    From the checks of `Collaboration.options` a whole checklist page can be drawn without another
    call: rules, what is missing and about whom, sources, and the form to fill in for each remedy.

    >>> import json
    >>> from datetime import date
    >>> import gezondsamen as gs
    >>> case = gs.Collaboration.start(gs.PPS, id="waterstad", on=date(2024, 1, 8))
    >>> page = to_dict(case.options(on=date(2024, 1, 8)), "nl")
    >>> page["start"]["allowed"], page["start"]["outcomes"][0]["status_label"]
    (False, 'nog niet rond')
    """
    match value:
        case Mapping():
            return {str(key): to_dict(item, lang) for key, item in value.items()}
        case tuple() | list():
            return [to_dict(item, lang) for item in value]
        case Check():
            return _check(value, lang)
        case Watch():
            return _watch(value, lang)
        case Outcome():
            return _outcome(value, _scene(value.scene), lang)
        case Moment():
            return _moment(value, lang)
        case Schedule():
            return _schedule(value, lang)
        case Plan():
            return _plan(value, lang)
        case Collaboration():
            return _collaboration(value, lang)
        case Due():
            return {
                "trigger": value.trigger,
                "track": value.track,
                "since": value.since.isoformat(),
                "check": _check(value.check, lang),
            }
        case Process():
            return _process(value, lang)
        case Requirement():
            return _requirement(value, lang)
        case Label():
            return value.text(lang)
        case _ if attrs.has(type(value)):
            return {a.name: to_dict(getattr(value, a.name), lang) for a in attrs.fields(type(value))}
        case _:
            return converter(detailed=False).unstructure(value)


def _scene(scene: Scene | None) -> Scene:
    if scene is None:
        raise ValueError("this value was taken out of its check; put the whole check into plain data")
    return scene


def _phase(process: Process, key: str | None, lang: str) -> Plain | None:
    if key is None:
        return None
    phase = process.phase(key)
    return {"key": key, "label": phase.label.text(lang), "stage": phase.stage, "kind": phase.kind}


def _trigger(process: Process, trigger: str, lang: str) -> Plain:
    label = next((t.label.text(lang) for t in process.transitions if t.trigger == trigger), trigger)
    return {"key": trigger, "label": label}


def _check(check: Check, lang: str) -> Plain:
    scene = _scene(check.scene)
    process = scene.process
    return {
        "trigger": _trigger(process, check.trigger, lang),
        "phase": _phase(process, check.phase, lang),
        "target": _phase(process, check.target, lang),
        "on": check.on.isoformat(),
        "track": check.track,
        "about": _about(check.about, scene, lang),
        "possible": check.possible,
        "allowed": check.allowed,
        "title": check.title,
        "summary": check.summary(lang),
        "outcomes": [_outcome(row, scene, lang) for row in check.outcomes],
        "repair": _drafts(check.repair, scene, lang),
        "exits": [_trigger(process, trigger, lang) for trigger in check.exits],
    }


def _watch(watch: Watch, lang: str) -> Plain:
    scene = _scene(watch.scene)
    return {
        "phase": _phase(scene.process, watch.phase, lang),
        "on": watch.on.isoformat(),
        "track": watch.track,
        "title": watch.title,
        "outcomes": [_outcome(row, scene, lang) for row in watch.outcomes],
        "overdue": [_moment(moment, lang) for moment in watch.overdue],
    }


def _moment(moment: Moment, lang: str) -> Plain:
    point = moment.point
    return {
        "id": moment.id,
        "on": moment.on.isoformat(),
        "window": [day.isoformat() for day in moment.window],
        "deadline": moment.deadline.isoformat(),
        "track": moment.track,
        "point": point.key,
        "label": point.label.text(lang),
        "status": moment.status,
        "status_label": moment.status_text(lang),
        "process": moment.process,
        "reason": moment.reason(lang),
        "original": moment.because.original.isoformat(),
        "held_in": moment.held_in,
        "instrument": point.instrument.text(lang) if point.instrument else None,
        "evaluator": point.evaluator.text(lang) if point.evaluator else None,
        "basis": point.basis.value,
        "source": {"text": point.citation.text(), "url": point.citation.address or None},
        "choice": point.choice.text(lang) if point.choice else None,
    }


def _schedule(schedule: Schedule, lang: str) -> Plain:
    return {
        "case": schedule.case,
        "title": schedule.title,
        "on": schedule.on.isoformat(),
        "until": schedule.until.isoformat(),
        "moments": [_moment(moment, lang) for moment in schedule],
    }


def _about(about: About | None, scene: Scene, lang: str) -> Plain | None:
    if about is None:
        return None
    label = scene.subject(about, lang) if about.id != "*" else say(lang, "nog niemand", "nobody yet")
    return {"kind": about.kind, "id": about.id, "label": label}


def _requirement(rule: Requirement, lang: str) -> Plain:
    return {
        "code": rule.code,
        "name": rule.name.text(lang),
        "text": rule.text.text(lang),
        "basis": rule.basis.value,
        "basis_label": BASIS_LABELS[rule.basis].text(lang),
        "sources": [{"text": c.text(), "url": c.address or None} for c in (rule.citation, *rule.also)],
        "choice": rule.choice.text(lang) if rule.choice else None,
        "waivable": rule.waivable,
    }


def _outcome(row: Outcome, scene: Scene, lang: str) -> Plain:
    rule = row.requirement
    return {
        **_requirement(rule, lang),
        "status": row.status,
        "status_label": row.status_text(lang),
        "findings": [
            {
                "needed": finding.needed,
                "found": finding.found,
                "about": _about(finding.about, scene, lang),
                "at": list(finding.at),
            }
            for finding in row.findings
        ],
        "lines": list(finding_lines(rule, row.findings, scene, lang)),
        "evidence": list(row.evidence),
        "remedy": _remedy(row, scene, lang),
    }


def _remedy(row: Outcome, scene: Scene, lang: str) -> Plain | None:
    remedy = row.remedy
    if remedy is None:
        return None
    return {
        "drafts": _drafts(remedy.drafts, scene, lang),
        "wait_until": remedy.wait_until.isoformat() if remedy.wait_until else None,
        "waiver": remedy.waiver,
        "lines": list(remedy_lines(remedy, row.requirement, scene, lang, status=row.status)),
    }


def _drafts(drafts: tuple[Draft, ...], scene: Scene, lang: str) -> list[Plain]:
    named = with_new_parties(scene, drafts, lang)
    return [_draft(draft, named, lang) for draft in drafts]


def _draft(draft: Draft, scene: Scene, lang: str) -> Plain:
    c = converter(detailed=False)
    fact = {TAG: type(draft.fact).__name__, **c.unstructure(draft.fact)}
    values = fact["party"] if isinstance(draft.fact, PartyJoined) else fact
    return {
        "text": draft_text(draft, scene, lang),
        "fact": fact,
        "blanks": [_blank(blank, values.get(blank.field), scene, lang) for blank in draft.blanks],
    }


def _blank(blank: Blank, value: Any, scene: Scene, lang: str) -> Plain:
    choices = None
    if blank.scheme is not None:
        terms = scene.process.vocabulary.get(blank.scheme, {})
        choices = [{"key": key, "label": term.label.text(lang)} for key, term in terms.items()]
    elif blank.kind in ("party", "parties"):
        choices = [{"key": ident, "label": name} for ident, name in scene.names.items()]
    return {
        "field": blank.field,
        "label": say(lang, *_FIELDS[blank.field]),
        "kind": blank.kind,
        "value": value,
        "choices": choices,
    }


def _plan(plan: Plan, lang: str) -> Plain:
    scene = _scene(plan.scene)
    every = tuple(draft for step in plan.steps for draft in step.drafts)
    named = with_new_parties(scene, every, lang)
    return {
        "start": _phase(scene.process, plan.start, lang),
        "to": _phase(scene.process, plan.to, lang),
        "on": plan.on.isoformat(),
        "found": plan.found,
        "proven": plan.proven,
        "steps": [
            {
                "trigger": _trigger(scene.process, step.trigger, lang),
                "phase": _phase(scene.process, step.phase, lang),
                "target": _phase(scene.process, step.target, lang),
                "drafts": [_draft(draft, named, lang) for draft in step.drafts],
            }
            for step in plan.steps
        ],
        "reached": [_phase(scene.process, key, lang) for key in plan.reached],
        "barriers": [
            {
                "phase": _phase(scene.process, barrier.phase, lang),
                "trigger": _trigger(scene.process, barrier.trigger, lang),
                "rules": list(barrier.rules),
            }
            for barrier in plan.barriers
        ],
    }


def _collaboration(case: Collaboration, lang: str) -> Plain:
    return {
        "id": case.id,
        "title": case.title,
        "version": case.version,
        "parties": [to_dict(party, lang) for party in case.dossier.parties],
        "tracks": [
            {
                "track": track.name,
                "process": track.process,
                "phase": _phase(next(p for p in case.processes if p.key == track.process), track.phase, lang),
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


def _process(process: Process, lang: str) -> Plain:
    def phase(x: Phase) -> Plain:
        return {
            "key": x.key,
            "label": x.label.text(lang),
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
            "label": t.label.text(lang),
            "requires": [rule.code for rule in t.requires],
            "advises": [rule.code for rule in t.advises],
        }

    return {
        "key": process.key,
        "label": process.label.text(lang),
        "version": process.version,
        "phases": [phase(x) for x in process.phases],
        "transitions": [step(t) for t in process.transitions],
        "requirements": {code: _requirement(rule, lang) for code, rule in process.requirements.items()},
    }
