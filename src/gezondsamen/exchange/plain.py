"""Plain data for a page: keys and texts side by side, ready for `json.dumps`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, overload

import attrs

from gezondsamen.collaboration import Collaboration
from gezondsamen.decision.check import Check, Outcome
from gezondsamen.decision.planning import Plan
from gezondsamen.dossier.agreements import Agreement
from gezondsamen.dossier.commitments import Action, Contribution
from gezondsamen.dossier.facts import PartyJoined
from gezondsamen.dossier.roles import Role
from gezondsamen.errors import GezondsamenError, WrongKind, shown
from gezondsamen.exchange.contract import (
    CheckPlain,
    CollaborationPlain,
    PlanPlain,
    ProcessPlain,
    SchedulePlain,
    WatchPlain,
)
from gezondsamen.exchange.converter import converter
from gezondsamen.exchange.forms import drafts_form, form_items, form_voice
from gezondsamen.exchange.labelled import labelled, process_with, told
from gezondsamen.exchange.parts import (
    about_part,
    phase_part,
    process_part,
    requirement_part,
    source_part,
    trigger_part,
)
from gezondsamen.exchange.plain_record import alone, line_of, record_of, recorded
from gezondsamen.forms.drafts import Draft, Remedy
from gezondsamen.forms.form import Form
from gezondsamen.labels import Label
from gezondsamen.language import Language, language_of
from gezondsamen.monitoring import Due, Watch
from gezondsamen.periods import Every
from gezondsamen.phases import PROCESSES
from gezondsamen.process.process import Process
from gezondsamen.process.requirements import Requirement
from gezondsamen.prose.missing import finding_lines
from gezondsamen.prose.remedies import remedy_lines, with_new_parties
from gezondsamen.prose.scene import Scene, Voice, staged
from gezondsamen.prose.timeline import Line
from gezondsamen.schedule.moments import Moment, Schedule

Plain = dict[str, Any]

_JSON = (str, int, float, type(None), dict, list)
"""What JSON can hold."""


@overload
def to_dict(value: Check, lang: str) -> CheckPlain: ...
@overload
def to_dict(value: Watch, lang: str) -> WatchPlain: ...
@overload
def to_dict(value: Plan, lang: str) -> PlanPlain: ...
@overload
def to_dict(value: Schedule, lang: str) -> SchedulePlain: ...
@overload
def to_dict(value: Collaboration, lang: str) -> CollaborationPlain: ...
@overload
def to_dict(value: Process, lang: str) -> ProcessPlain: ...
@overload
def to_dict(value: Mapping[str, Check], lang: str) -> dict[str, CheckPlain]: ...
@overload
def to_dict(value: Any, lang: str) -> Any: ...
def to_dict(value: Any, lang: str) -> Any:
    """Return a value as plain JSON data with its keys, and its texts in this language.

    From the checks of `Collaboration.options` a whole checklist page can be drawn without another
    call: rules and what they ask, what is missing and about whom, sources, and the form to fill in for
    each remedy.

    What comes back for each class is typed in `exchange.contract`; `plain_schema` is its JSON Schema.

    Raises `InvalidArgument` for a language without texts, and `WrongKind` for a value that is not of
    this library.

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
                "type": "Due",
                "trigger": value.trigger,
                "track": value.track,
                "since": value.since.isoformat(),
                "check": _check(value.check, say),
            }
        case Process():
            return process_part(value, say)
        case Requirement():
            return requirement_part(value, Voice(_scene_of(value), say))
        case Label():
            return say.label(value)
        case Form():
            return {"type": "Form", "drafts": form_items(value, form_voice(value, say))}
        case Draft():
            (item,) = drafts_form((value,), Voice(Scene(process_with(value.fact)), say))
            return {"type": "Draft", **item}
        case Remedy():
            facts = tuple(draft.fact for draft in value.drafts)
            return _remedy(value, (), Voice(Scene(process_with(facts)), say))
        case GezondsamenError():
            return told(value, say, lambda inner: _of(inner, say))
        case Every():
            return value.iso
        case _ if attrs.has(type(value)):
            return labelled(value, say, lambda inner: _of(inner, say))
        case _:
            plain = converter(detailed=False).unstructure(value)
            if not isinstance(plain, _JSON):
                kind = type(value).__name__
                raise WrongKind("not-a-value", f"{kind} is not a value of gezondsamen", shown(value))
            return plain


def _voice(scene: Scene | None, say: Language) -> Voice:
    return Voice(staged(scene), say)


def _scene_of(rule: Requirement) -> Scene:
    """Return a scene with the words of a rule that stands by itself: those of a process that has it."""
    every = tuple(PROCESSES.values())
    return Scene(next((process for process in every if rule.code in process.requirements), every[0]))


def _check(check: Check, say: Language) -> Plain:
    v = _voice(check.scene, say)
    process = v.scene.process
    step = process.transition(check.phase, check.trigger)
    return {
        "type": "Check",
        "trigger": trigger_part(process, check.trigger, say),
        "phase": phase_part(process, check.phase, say),
        "target": phase_part(process, check.target, say),
        "led_to": phase_part(process, check.led_to, say),
        "on": check.on.isoformat(),
        "track": check.track,
        "about": about_part(check.about, v),
        "concerns": step.concerns if step else None,
        "possible": check.possible,
        "barred_by": check.barred_by,
        "allowed": check.allowed,
        "title": check.title,
        "summary": check.summary(say.code),
        "outcomes": [_outcome(row, v) for row in check.outcomes],
        "repair": drafts_form(check.repair, v),
        "exits": [trigger_part(process, trigger, say) for trigger in check.exits],
    }


def _watch(watch: Watch, say: Language) -> Plain:
    v = _voice(watch.scene, say)
    return {
        "type": "Watch",
        "phase": phase_part(v.scene.process, watch.phase, say),
        "on": watch.on.isoformat(),
        "track": watch.track,
        "title": watch.title,
        "summary": watch.summary(say.code),
        "outcomes": [_outcome(row, v) for row in watch.outcomes],
        "overdue": [_moment(moment, say) for moment in watch.overdue],
        "outdated": list(watch.outdated),
    }


def _moment(moment: Moment, say: Language) -> Plain:
    point = moment.point
    return {
        "type": "Moment",
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
        "source": source_part(point.citation),
        "choice": say.label(point.choice) if point.choice else None,
    }


def _schedule(schedule: Schedule, say: Language) -> Plain:
    return {
        "type": "Schedule",
        "case": schedule.case,
        "title": schedule.title,
        "on": schedule.on.isoformat(),
        "until": schedule.until.isoformat(),
        "moments": [_moment(moment, say) for moment in schedule],
        "elsewhere": [
            {
                "entry": other.entry,
                "named": other.named,
                "answered": other.answered,
                "text": other.text(say.code),
            }
            for other in schedule.elsewhere
        ],
    }


def _outcome(row: Outcome, v: Voice) -> Plain:
    rule = row.requirement
    return {
        **requirement_part(rule, v),
        "type": "Outcome",
        "status": row.status,
        "status_label": row.status_text(v.language.code),
        "findings": [
            {
                "needed": finding.needed,
                "found": finding.found,
                "about": about_part(finding.about, v),
                "at": list(finding.at),
            }
            for finding in row.findings
        ],
        "lines": list(finding_lines(rule, row.findings, v)),
        "evidence": list(row.evidence),
        "vacuous": row.vacuous,
        "later": list(row.later),
        "remedy": None
        if row.remedy is None
        else _remedy(row.remedy, remedy_lines(row.remedy, rule, v, status=row.status), v),
    }


def _remedy(remedy: Remedy, lines: Iterable[str], v: Voice) -> Plain:
    return {
        "type": "Remedy",
        "drafts": drafts_form(remedy.drafts, v),
        "wait_until": remedy.wait_until.isoformat() if remedy.wait_until else None,
        "waiver": remedy.waiver,
        "lines": list(lines),
    }


def _plan(plan: Plan, say: Language) -> Plain:
    v = _voice(plan.scene, say)
    every = tuple(draft for step in plan.steps for draft in step.drafts)
    named = with_new_parties(v, every)
    newcomers = tuple(d.fact.party.id for d in every if isinstance(d.fact, PartyJoined))
    named = attrs.evolve(named, scene=attrs.evolve(named.scene, everyone=(*v.scene.everyone, *newcomers)))
    return {
        "type": "Plan",
        "start": phase_part(v.scene.process, plan.start, say),
        "to": phase_part(v.scene.process, plan.to, say),
        "on": plan.on.isoformat(),
        "found": plan.found,
        "proven": plan.proven,
        "barred_by": plan.barred_by,
        "steps": [
            {
                "trigger": trigger_part(v.scene.process, step.trigger, say),
                "phase": phase_part(v.scene.process, step.phase, say),
                "target": phase_part(v.scene.process, step.target, say),
                "drafts": drafts_form(step.drafts, named),
            }
            for step in plan.steps
        ],
        "reached": [phase_part(v.scene.process, key, say) for key in plan.reached],
        "barriers": [
            {
                "phase": phase_part(v.scene.process, barrier.phase, say),
                "trigger": trigger_part(v.scene.process, barrier.trigger, say),
                "rules": list(barrier.rules),
            }
            for barrier in plan.barriers
        ],
    }


def _collaboration(case: Collaboration, say: Language) -> Plain:
    return {
        "type": "Collaboration",
        "id": case.id,
        "title": case.title,
        "version": case.version,
        "parties": [_of(party, say) for party in case.dossier.parties],
        **record_of(case, say),
        "tracks": [
            {
                "track": track.name,
                "process": track.process,
                "phase": phase_part(
                    next(p for p in case.processes if p.key == track.process), track.phase, say
                ),
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
