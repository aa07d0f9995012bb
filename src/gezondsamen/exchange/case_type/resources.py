"""The resources of a case type, drawn up from a process; what does not fit is noted beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any, Final

from gezondsamen.exchange.case_type.notes import Notes
from gezondsamen.exchange.case_type.values import CaseType, Catalogue
from gezondsamen.language import capitalised
from gezondsamen.periods import Every
from gezondsamen.process.conditions import Measured
from gezondsamen.process.phases import Phase, Transition
from gezondsamen.process.process import Process
from gezondsamen.process.requirements import Requirement
from gezondsamen.prose import exports as words
from gezondsamen.prose.scene import Voice
from gezondsamen.terms import Term
from gezondsamen.terms import words as mentioned

RESULT_FIELDS: Final = (
    "resultaattypeomschrijving",
    "selectielijstklasse",
    "archiefnominatie",
    "archiefactietermijn",
    "brondatumArchiefprocedure",
    "procesobjectaard",
    "indicatieSpecifiek",
    "procestermijn",
)
"""What only an archivist can say of an end."""

_LEFT_OPEN: Final[Mapping[str, Any]] = {
    "resultaattypeomschrijving": "",
    "selectielijstklasse": "",
    "archiefnominatie": "",
    "archiefactietermijn": None,
    "brondatumArchiefprocedure": None,
}

GENERIC_ROLE: Final[Mapping[str, str]] = {
    "strategic": "beslisser",
    "tactical": "zaakcoordinator",
    "operational": "behandelaar",
}
"""The generic role of the Catalogi API, by the level at which a role works; any other is a stakeholder."""

END: Final = "any-end"
"""The last status of a case, whatever its end: with a sign that no key of a phase has."""

ANYBODY: Final = "any-party"
"""Whoever takes part."""


def drawn_up(
    process: Process,
    catalogue: Catalogue,
    v: Voice,
    duration: Every | None,
    archive: Mapping[str, Mapping[str, Any]],
) -> CaseType:
    """Return the case type of a process."""
    notes = Notes()
    own = catalogue.address("zaaktypen", process.key, str(process.version))
    made = {
        "Catalogus": [_catalogue(catalogue)],
        "ZaakType": [_case_type(process, catalogue, v, duration, own, notes)],
        "StatusType": list(_statuses(process, catalogue, v, own, notes)),
        "ResultaatType": list(_results(process, catalogue, v, own, archive, notes)),
        "RolType": list(_roles(process, catalogue, v, own, notes)),
        "Eigenschap": list(_properties(process, catalogue, v, own, notes)),
    }
    _note_the_rest(process, v, notes)
    resources = {name: tuple(found) for name, found in made.items() if found}
    return CaseType(resources, tuple(notes.open_fields), tuple(notes.left_out))


def _catalogue(catalogue: Catalogue) -> dict[str, Any]:
    return {
        "url": catalogue.address("catalogussen"),
        "domein": catalogue.domain,
        "rsin": catalogue.rsin,
        "contactpersoonBeheerNaam": catalogue.contact,
    }


def _case_type(
    process: Process, catalogue: Catalogue, v: Voice, duration: Every | None, own: str, notes: Notes
) -> dict[str, Any]:
    label = capitalised(v.label(process.label))
    if not catalogue.responsible:
        notes.leave_open("ZaakType", process.key, "verantwoordelijke")
    if duration is None:
        notes.leave_open("ZaakType", process.key, "doorlooptijd")
    notes.leave_open("ZaakType", process.key, "selectielijstProcestype")
    begin = catalogue.since.isoformat()
    where = f"zaaktype.{process.key}"
    return {
        "url": own,
        "identificatie": notes.short(process.key, 50, where),
        "omschrijving": notes.short(label, 80, where),
        "omschrijvingGeneriek": "",
        "vertrouwelijkheidaanduiding": catalogue.confidentiality,
        "doel": v(*words.AIM, process=label),
        "aanleiding": v(*words.OCCASION, phase=v.label(process.phase(process.initial).label)),
        "toelichting": v(*words.MADE_FROM, key=process.key, version=process.version),
        "indicatieInternOfExtern": "extern",
        "handelingInitiator": v(*words.BEGIN),
        "onderwerp": notes.short(label, 80, where),
        "handelingBehandelaar": v(*words.GUIDE),
        "doorlooptijd": (duration or Every(years=1)).iso,
        "servicenorm": None,
        "opschortingEnAanhoudingMogelijk": any(phase.kind == "suspended" for phase in process.phases),
        "verlengingMogelijk": False,
        "verlengingstermijn": None,
        "trefwoorden": [],
        "publicatieIndicatie": False,
        "publicatietekst": "",
        "verantwoordingsrelatie": [],
        "productenOfDiensten": [],
        "selectielijstProcestype": "",
        "referentieproces": {"naam": notes.short(f"gezondsamen {process.key} {process.version}", 80, where)},
        "concept": True,
        "verantwoordelijke": catalogue.responsible,
        "beginGeldigheid": begin,
        "eindeGeldigheid": None,
        "versiedatum": begin,
        "catalogus": catalogue.address("catalogussen"),
        "besluittypen": [],
        "deelzaaktypen": [],
        "gerelateerdeZaaktypen": [],
    }


def _statuses(
    process: Process, catalogue: Catalogue, v: Voice, own: str, notes: Notes
) -> Iterator[dict[str, Any]]:
    """Yield a status for each phase in which work goes on, and one for any end."""
    going = _going(process)
    ends = {phase.key for phase in process.phases if phase.kind == "final"}
    rows = [(phase.key, v.label(phase.label), words.phase_text(phase, v), {phase.key}) for phase in going]
    for number, (key, label, text, targets) in enumerate((*rows, (END, v(*words.CLOSED), "", ends)), 1):
        where = f"statustype.{key}"
        into = [t for t in process.transitions if t.target in targets and not t.is_loop and not t.exceptional]
        yield {
            "url": catalogue.address("statustypen", process.key, str(process.version), key),
            "omschrijving": notes.short(capitalised(label), 80, where),
            "omschrijvingGeneriek": "",
            "statustekst": "",
            "zaaktype": own,
            "volgnummer": number,
            "informeren": False,
            "doorlooptijd": None,
            "toelichting": notes.short(text, 1000, where),
            "checklistitemStatustype": [_item(rule, must, v, where, notes) for rule, must in _asked(into)],
        }


def _asked(into: list[Transition]) -> Iterator[tuple[Requirement, bool]]:
    """Yield each rule of these ways into a status once, and whether every one of them requires it."""
    rules = {rule.code: rule for step in into for rule in step.requirements}
    for code, rule in rules.items():
        yield rule, all(code in {x.code for x in step.requires} for step in into)


def _item(rule: Requirement, must: bool, v: Voice, where: str, notes: Notes) -> dict[str, Any]:
    place = f"{where}.{rule.code}"
    return {
        "itemnaam": notes.short(f"{rule.code} {v.label(rule.name)}", 30, place),
        "vraagstelling": notes.short(capitalised(v.label(rule.name)) + "?", 255, place),
        "verplicht": must and not rule.is_note,
        "toelichting": notes.short(words.rule_text(rule, v), 1000, place),
    }


def _results(
    process: Process,
    catalogue: Catalogue,
    v: Voice,
    own: str,
    archive: Mapping[str, Mapping[str, Any]],
    notes: Notes,
) -> Iterator[dict[str, Any]]:
    for phase in process.phases:
        if phase.kind != "final":
            continue
        known = archive.get(phase.key, {})
        for field in _LEFT_OPEN:
            if field not in known:
                notes.leave_open("ResultaatType", phase.key, field)
        label = capitalised(v.label(phase.label))
        yield {
            "url": catalogue.address("resultaattypen", process.key, str(process.version), phase.key),
            "zaaktype": own,
            "omschrijving": notes.named(label, 30, f"resultaattype.{phase.key}"),
            "toelichting": f"{label}. {words.phase_text(phase, v)}".strip(),
            **_LEFT_OPEN,
            **known,
        }


def _roles(
    process: Process, catalogue: Catalogue, v: Voice, own: str, notes: Notes
) -> Iterator[dict[str, Any]]:
    """Yield the parties, and each role that a rule names or that is known to play in the process."""
    named = {key for _, rules in process.slots() for scheme, key in mentioned(rules) if scheme == "role"}
    parties: tuple[str, str, str | None] = (ANYBODY, v(*words.PARTY), None)
    rows = [parties]
    for term in process.terms:
        plays = term.key in named or any(key in term.plays_in for key in process.lineage)
        if term.scheme == "role" and plays:
            rows.append((term.key, capitalised(v.label(term.label)), next(iter(term.groups), None)))
    for key, label, level in rows:
        yield {
            "url": catalogue.address("roltypen", process.key, str(process.version), key),
            "zaaktype": own,
            "omschrijving": notes.named(label, 100, f"roltype.{key}"),
            "omschrijvingGeneriek": GENERIC_ROLE.get(level or "", "belanghebbende"),
        }


def _properties(
    process: Process, catalogue: Catalogue, v: Voice, own: str, notes: Notes
) -> Iterator[dict[str, Any]]:
    """Yield a property for each topic that a rule reads: a number where it is measured, or else a text."""
    rules = [rule for _, slot in process.slots() for rule in slot]
    read = {key for rule in rules for scheme, key in mentioned(rule.conditions) if scheme == "topic"}
    measured = {x.topic for rule in rules for x in rule.conditions if isinstance(x, Measured)}
    for term in process.terms:
        if term.scheme != "topic" or term.key not in read:
            continue
        where = f"eigenschap.{term.key}"
        number = term.key in measured
        yield {
            "url": catalogue.address("eigenschappen", process.key, str(process.version), term.key),
            "naam": notes.named(v.label(term.label), 20, where),
            "definitie": notes.short(_meaning(term, v), 255, where),
            "specificatie": {
                "groep": "",
                "formaat": "getal" if number else "tekst",
                "lengte": "14" if number else "255",
                "kardinaliteit": "1" if number else "N",
                "waardenverzameling": [],
            },
            "toelichting": v.label(term.label),
            "zaaktype": own,
            "statustype": None,
        }


def _meaning(term: Term, v: Voice) -> str:
    return v.label(term.definition or term.label)


def _note_the_rest(process: Process, v: Voice, notes: Notes) -> None:
    """Note what has no place among the resources at all."""
    after = {phase.key: later.key for phase, later in pairwise(_going(process))}
    kinds = {phase.key: phase.kind for phase in process.phases}
    for phase in process.phases:
        if phase.kind == "suspended":
            notes.leave_out("suspension", phase.key, v.label(phase.label))
        for rule in phase.watches:
            notes.leave_out("watched", f"{phase.key}.{rule.code}", v.label(rule.name))
    for step in process.transitions:
        forward = after.get(step.source) == step.target or kinds[step.target] == "final"
        if step.exceptional or not forward:
            notes.leave_out("step", step.where, v.label(step.label))
        for rule in step.requirements:
            if rule.conditions:
                notes.leave_out("judgement", f"{step.where}.{rule.code}", v.label(rule.name))
    for point in process.evaluation_points:
        notes.leave_out("evaluation", point.key, v.label(point.label))


def _going(process: Process) -> list[Phase]:
    """Return the phases in which work goes on, in the order of their statuses."""
    return [phase for phase in process.phases if phase.kind in ("initial", "normal")]
