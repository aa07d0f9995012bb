"""Judging conditions: what is missing, and which entries speak for it.

No short-circuit: every condition is judged, and alternatives keep the failures of all branches.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import combinations
from typing import assert_never

from gezondsamen.decision.findings import NOBODY, Finding, Judgement
from gezondsamen.decision.situation import Situation
from gezondsamen.dossier import facts as f
from gezondsamen.dossier.agreements import Agreement
from gezondsamen.dossier.journal import Entry
from gezondsamen.dossier.parties import About, Party
from gezondsamen.periods import school_year
from gezondsamen.process import conditions as c

NOTHING: Judgement = ((), ())


def assess(condition: c.Condition, s: Situation) -> Judgement:
    """Return the findings on a condition (none: it holds) and the evidence for it."""
    match condition:
        case c.OnRecord():
            return _on_record(condition, s)
        case c.RoleFilled():
            return _role_filled(condition, s)
        case c.InContact():
            return _in_contact(condition, s)
        case c.PartyCount():
            return _party_count(condition, s)
        case c.Agreed():
            return _agreed(condition, s)
        case c.Evaluated():
            return _evaluated(condition, s)
        case c.RecordCount():
            return _record_count(condition, s)
        case c.Measured():
            return _measured(condition, s)
        case c.Lasts():
            return _lasts(condition, s)
        case c.Paired():
            return _paired(condition, s)
        case c.ConsentOfAll():
            return _consent_of_all(condition, s)
        case c.Contributed():
            return _contributed(condition, s)
        case c.MetBefore():
            return _met_before(condition, s)
        case c.EvaluationArranged():
            return _evaluation_arranged(condition, s)
        case c.ActionCount():
            return _action_count(condition, s)
        case c.AllOf():
            return assess_all(condition.conditions, s)
        case c.AnyOf():
            return _any_of(condition, s)
        case _:
            assert_never(condition)


def assess_all(conditions: tuple[c.Condition, ...], s: Situation) -> Judgement:
    """Return the findings on all conditions in order, each with the path to its condition."""
    findings: list[Finding] = []
    evidence: list[int] = []
    for index, condition in enumerate(conditions):
        found, entries = assess(condition, s)
        evidence.extend(entries)
        if found:
            findings.extend(_at(index, found))
    return tuple(findings), tuple(evidence)


def _any_of(condition: c.AnyOf, s: Situation) -> Judgement:
    findings: list[Finding] = []
    evidence: list[int] = []
    met = False
    for index, branch in enumerate(condition.conditions):
        found, entries = assess(branch, s)
        met = met or not found
        evidence.extend(entries)
        findings.extend(_at(index, found))
    return ((), tuple(evidence)) if met else (tuple(findings), tuple(evidence))


def _at(index: int, findings: Iterable[Finding]) -> list[Finding]:
    return [Finding(x.needed, x.found, x.about, (index, *x.at)) for x in findings]


def _party(party: str) -> About:
    return About("party", party)


def _each(which: c.Parties, s: Situation) -> tuple[list[Party], tuple[Finding, ...]]:
    """Return the parties to ask something of, and the finding that there is none."""
    parties = s.select(which, s.concerned)
    if parties or which.or_none:
        return parties, ()
    return parties, (Finding(needed=1, found=0, about=NOBODY),)


def _bounds(
    found: float, at_least: float | None, at_most: float | None, about: About | None = None
) -> tuple[Finding, ...]:
    if at_least is not None and found < at_least:
        return (Finding(at_least, found, about),)
    if at_most is not None and found > at_most:
        return (Finding(at_most, found, about),)
    return ()


def _number(bound: int | c.Limit | None) -> int | None:
    return None if bound is None else c.number(bound)


# --- parties and roles -------------------------------------------------------------------------------


def _party_count(x: c.PartyCount, s: Situation) -> Judgement:
    parties = s.select(x.which, s.active)
    match x.of:
        case "parties":
            count = len(parties)
        case "sectors":
            count = len({key for party in parties for key in party.sectors})
        case "kinds":
            count = len({party.kind for party in parties})
        case _:
            assert_never(x.of)
    evidence = tuple([s.known.members[party.id].joined[1] for party in parties])
    return _bounds(count, _number(x.at_least), _number(x.at_most)), evidence


def _role_filled(x: c.RoleFilled, s: Situation) -> Judgement:
    held = [e for e in s.held() if not x.roles or e.fact.role in x.roles]
    if x.by is not None:
        able = {ident for p in s.select(x.by, s.active) for ident in s.known.line(p.id)}
        held = [e for e in held if e.fact.party in able]
    if x.outsider:
        inside = {ident for p in s.known.active for ident in s.known.line(p)}
        held = [e for e in held if e.fact.party not in inside]
    if x.named_by is not None:
        return _named_roles(x.named_by, held, s)
    if x.each is None and held:
        return (), tuple([e.number for e in held])
    needed = "/".join(x.roles) or None
    if x.each is None:
        return (Finding(needed),), ()
    parties, findings = _each(x.each, s)
    missing = list(findings)
    evidence: list[int] = []
    for party in parties:
        line = s.known.line(party.id)
        own = [e.number for e in held if e.fact.party in line]
        evidence += own
        if not own:
            missing.append(Finding(needed, None, _party(party.id)))
    return tuple(missing), tuple(evidence)


def _named_roles(topic: str, held: list[Entry[f.RoleAssigned]], s: Situation) -> Judgement:
    named = {
        e.fact.about.id: e.number
        for e in s.statements(topic)
        if e.fact.about is not None and e.fact.about.kind == "role"
    }
    holders = {e.fact.role: e.number for e in held}
    findings = tuple(Finding(role, None, About("role", role)) for role in named if role not in holders)
    return findings, tuple(holders[role] for role in named if role in holders)


def _consent_of_all(x: c.ConsentOfAll, s: Situation) -> Judgement:
    parties, nobody = _each(x.which, s)
    findings = list(nobody)
    evidence: list[int] = []
    stances = [e for e in s.known.of(f.Consented, x.subject) if s.visible(e.fact.track) and s.in_round(e)]
    for party in parties:
        line = s.known.line(party.id)
        own = [e for e in stances if e.fact.party in line]
        latest = own[-1] if own else None
        if latest is not None and latest.fact.stance == "agrees":
            evidence.append(latest.number)
        else:
            stance = latest.fact.stance if latest else None
            findings.append(Finding("agrees", stance, _party(party.id)))
    return tuple(findings), tuple(evidence)


def _contributed(x: c.Contributed, s: Situation) -> Judgement:
    parties, nobody = _each(x.which, s)
    findings = list(nobody)
    evidence: list[int] = []
    for party in parties:
        line = s.known.line(party.id)
        own = [
            e
            for e in s.known.of(f.ContributionRecorded)
            if e.fact.party in line and (x.status == "asked" or e.fact.status == "agreed")
        ]
        fit = [
            e.number
            for e in own
            if e.fact.kind not in x.other_than and (not x.measured or e.fact.amount is not None)
        ]
        evidence += fit
        if not fit:
            kinds = ", ".join(dict.fromkeys(e.fact.kind for e in own)) or None
            findings.append(Finding(None, kinds, _party(party.id)))
    return tuple(findings), tuple(evidence)


# --- statements and numbers --------------------------------------------------------------------------


def _on_record(x: c.OnRecord, s: Situation) -> Judgement:
    evidence: list[int] = []
    if x.each is None:
        missing = []
        for topic in x.topics:
            entry = _latest_statement(x, s, topic)
            if entry is None:
                missing.append(Finding(topic))
            else:
                evidence.append(entry.number)
        return tuple(missing), tuple(evidence)
    if isinstance(x.each, c.Parties):
        parties, nobody = _each(x.each, s)
        subjects = [(_party(party.id), s.known.line(party.id)) for party in parties]
    else:
        sectors = s.sectors(x.each)
        nobody = () if sectors else (Finding(needed=1, found=0, about=About("sector", "*")),)
        subjects = [(About("sector", key), frozenset((key,))) for key in sectors]
    findings = list(nobody)
    for about, line in subjects:
        for topic in x.topics:
            entry = _latest_statement(x, s, topic, about.kind, line)
            if entry is None:
                findings.append(Finding(topic, None, about))
            else:
                evidence.append(entry.number)
    return tuple(findings), tuple(evidence)


def _latest_statement(
    x: c.OnRecord, s: Situation, topic: str, kind: str | None = None, ids: frozenset[str] = frozenset()
) -> Entry[f.Stated] | None:
    day = s.day
    for entry in reversed(s.known.of(f.Stated, topic)):
        fact = entry.fact
        if (
            (fact.track is None or fact.track == s.track.name)
            and (fact.until is None or fact.until >= day)
            and (
                kind is None or (fact.about is not None and fact.about.kind == kind and fact.about.id in ids)
            )
            and (not x.dated or fact.until is not None)
            and (x.max_age is None or c.period(x.max_age).after(fact.on) >= day)
            and (not x.since_entry or s.in_round(entry))
        ):
            return entry
    return None


def _record_count(x: c.RecordCount, s: Situation) -> Judgement:
    entries = s.statements(x.topic)
    subjects: dict[object, int] = {}
    if x.among is None:
        subjects = {entry.number: entry.number for entry in entries}
    elif isinstance(x.among, c.Parties):
        for party in s.select(x.among, s.active):
            for entry in entries:
                if s.is_about(entry.fact.about, party.id):
                    subjects[party.id] = entry.number
    else:
        for entry in entries:
            about = entry.fact.about
            if about is not None and about.kind == "sector" and s.in_sectors(x.among, about.id):
                subjects[about.id] = entry.number
    return (
        _bounds(len(subjects), _number(x.at_least), _number(x.at_most)),
        tuple(subjects.values()),
    )


def _amounts(topic: str, s: Situation) -> dict[About | None, Entry[f.Quantified]]:
    latest: dict[About | None, Entry[f.Quantified]] = {}
    for entry in s.known.of(f.Quantified, topic):
        if s.visible(entry.fact.track):
            about = entry.fact.about
            if about is not None and about.kind == "party":
                about = _party(s.known.heirs.get(about.id, about.id))
            latest[about] = entry
    return latest


def _measured(x: c.Measured, s: Situation) -> Judgement:
    amounts = _amounts(x.topic, s)
    if not amounts:
        return (Finding(x.topic),), ()
    findings: list[Finding] = []
    for about, entry in amounts.items():
        amount = entry.fact.amount
        bounds = []
        for bound in (x.at_least, x.at_most):
            if isinstance(bound, c.Same):
                other = _amounts(bound.topic, s).get(about)
                if other is None:
                    findings.append(Finding(bound.topic, None, about))
                bounds.append(other.fact.amount if other else None)
            else:
                bounds.append(_number(bound))
        findings += _bounds(amount, bounds[0], bounds[1], about)
    return tuple(findings), tuple(entry.number for entry in amounts.values())


def _lasts(x: c.Lasts, s: Situation) -> Judgement:
    entries = s.statements(x.topic)
    fit = []
    for entry in entries:
        fact = entry.fact
        if fact.until is None:
            continue
        if x.at_least is not None and fact.until < x.at_least.after(fact.on):
            continue
        if x.at_most is not None and fact.until > x.at_most.after(fact.on):
            continue
        fit.append(entry.number)
    if fit:
        return (), tuple(fit)
    last = entries[-1].fact if entries else None
    ends = last.until.isoformat() if last and last.until else None
    return (Finding(x.topic, ends),), ()


def _paired(x: c.Paired, s: Situation) -> Judgement:
    answers = s.statements(x.by)
    findings: list[Finding] = []
    evidence: list[int] = []
    for entry in s.statements(x.topic):
        fact = entry.fact
        if x.within is not None and c.period(x.within).after(fact.on) >= s.day:
            continue
        for about in _subjects_to_pair(x, s, fact.about):
            fit = [e for e in answers if _same(s, e, about) and _in_order(x, fact.on, e.fact.on)]
            if fit:
                evidence += (entry.number, fit[-1].number)
            else:
                findings.append(Finding(x.by, fact.on.isoformat(), about))
    return tuple(findings), tuple(evidence)


def _subjects_to_pair(x: c.Paired, s: Situation, about: About | None) -> list[About | None]:
    if x.each is None:
        return [about]
    parties, nobody = _each(x.each, s)
    return [NOBODY] if nobody else [_party(party.id) for party in parties]


def _same(s: Situation, answer: Entry[f.Stated], about: About | None) -> bool:
    return s.known.same(answer.fact.about, about)


def _in_order(x: c.Paired, asked: date, answered: date) -> bool:
    match x.order:
        case "any":
            return True
        case "after":
            return answered >= asked
        case "before":
            return answered < asked
        case _:
            assert_never(x.order)


# --- agreements --------------------------------------------------------------------------------------


def _agreed(x: c.Agreed, s: Situation) -> Judgement:
    agreements = s.agreements(x.kinds)
    if not agreements:
        return (Finding("/".join(x.kinds) or None),), ()
    if len(agreements) > 1 and not x.kinds:
        return tuple(Finding("principal", None, About("matter", a.id)) for a in agreements), ()
    if len(agreements) == 1:
        return _agreement(x, agreements[0], s)
    judged = [_agreement(x, agreement, s) for agreement in agreements]
    fit = [entries for findings, entries in judged if not findings]
    if fit:
        return (), tuple(number for entries in fit for number in entries)
    return judged[0]


def _agreement(x: c.Agreed, agreement: Agreement, s: Situation) -> Judgement:
    missing = [clause for clause in x.clauses if clause not in agreement.clauses]
    if not missing and x.with_ is None and not x.signed:
        return (), agreement.entries
    about = About("matter", agreement.id)
    findings = [Finding(clause, None, about) for clause in missing]
    evidence = list(agreement.entries)
    if x.with_ is not None:
        inside = [p for p in s.select(x.with_, s.active) if s.known.line(p.id) & {*agreement.parties}]
        if not inside:
            findings.append(Finding("party", None, about))
    if x.signed:
        signed = {s_.party: s_.entry for s_ in agreement.signatures}
        lines = {party: _heir_line(party, s) for party in agreement.obliged}
        obliged = {p: line for p, line in lines.items() if not line.isdisjoint(s.known.active)}
        if not obliged:
            findings.append(Finding("obliged", 0, about))
        for party, line in obliged.items():
            own = [number for ident_, number in signed.items() if ident_ in line]
            evidence += own
            if not own:
                findings.append(Finding("signature", None, _party(party)))
    return tuple(findings), tuple(dict.fromkeys(evidence))


def _heir_line(party: str, s: Situation) -> frozenset[str]:
    """Return the ids whose signature is that of this party: its own line, or its heir's."""
    lines = [line for line in s.known.lines.values() if party in line]
    return frozenset((party,)).union(*lines)


# --- contact and evaluation --------------------------------------------------------------------------


def _contacts(s: Situation, kinds: tuple[str, ...]) -> list[Entry[f.Met]]:
    met = s.known.of(f.Met)
    return [e for e in met if not kinds or e.fact.kind in kinds]


def _met_before(x: c.MetBefore, s: Situation) -> Judgement:
    parties, nobody = _each(x.which, s)
    findings = list(nobody)
    evidence: list[int] = []
    for party in parties:
        line = s.known.line(party.id)
        first = _first_contact(s, x.first, line)
        then = _first_contact(s, x.then, line)
        if first is None:
            findings.append(Finding(x.first, None, _party(party.id)))
        elif then is not None and first.fact.on >= then.fact.on:
            findings.append(Finding(x.first, then.fact.on.isoformat(), _party(party.id)))
        else:
            evidence += (first.number,) if then is None else (first.number, then.number)
    return tuple(findings), tuple(evidence)


def _first_contact(s: Situation, kind: str, line: frozenset[str]) -> Entry[f.Met] | None:
    own = [e for e in _contacts(s, (kind,)) if line & {*e.fact.parties}]
    return min(own, key=lambda e: e.place, default=None)


def _in_contact(x: c.InContact, s: Situation) -> Judgement:
    every = None if x.every is None else c.period(x.every)
    if every is not None and s.step is None and every.after(s.since[0]) >= s.day:
        return NOTHING
    contacts = _contacts(s, x.kinds)
    if every is not None:
        contacts = [e for e in contacts if every.after(e.fact.on) >= s.day]
    if x.school_year:
        first, last = school_year(s.day)
        contacts = [e for e in contacts if first <= e.fact.on <= last]
    for which in x.present:
        some = {ident for p in s.select(which, s.active) for ident in s.known.line(p.id)}
        contacts = [e for e in contacts if some & {*e.fact.parties}]
    needed = c.number(x.at_least)
    groups: list[tuple[tuple[frozenset[str], ...], About]]
    if x.each is not None:
        parties, nobody = _each(x.each, s)
        groups = [((s.known.line(p.id),), _party(p.id)) for p in parties]
    elif x.pairs:
        nobody = () if len(s.concerned) > 1 else (Finding(needed=2, found=len(s.concerned), about=NOBODY),)
        groups = [
            ((s.known.line(a.id), s.known.line(b.id)), _party(f"{a.id}+{b.id}"))
            for a, b in combinations(s.concerned, 2)
        ]
    else:
        return _bounds(len(contacts), needed, None), tuple(e.number for e in contacts)
    findings = list(nobody)
    evidence: list[int] = []
    for lines, about in groups:
        own = [e.number for e in contacts if all(line & {*e.fact.parties} for line in lines)]
        evidence += own
        findings += _bounds(len(own), needed, None, about)
    return tuple(findings), tuple(dict.fromkeys(evidence))


def _evaluated(x: c.Evaluated, s: Situation) -> Judgement:
    held = [
        e
        for e in s.known.of(f.EvaluationHeld)
        if s.visible(e.fact.track)
        and (not x.kinds or e.fact.kind in x.kinds)
        and (not x.since_entry or s.in_round(e))
    ]
    if not x.decisions:
        if held:
            return (), tuple(e.number for e in held)
        return (Finding("/".join(x.kinds) or None),), ()
    decided = [e for e in held if e.fact.decision is not None]
    latest = decided[-1] if decided else None
    decision = latest.fact.decision if latest else None
    if latest is not None and decision in x.decisions:
        return (), (latest.number,)
    return (Finding("/".join(x.decisions), decision),), ()


def _evaluation_arranged(x: c.EvaluationArranged, s: Situation) -> Judgement:
    plans = [
        e
        for e in s.known.of(f.EvaluationPlanned)
        if s.visible(e.fact.track)
        and (not x.kinds or e.fact.kind in x.kinds)
        and (not x.recurring or e.fact.every is not None)
    ]
    if not plans:
        return (Finding("/".join(x.kinds) or None),), ()
    covered = {aspect for e in plans for aspect in e.fact.aspects}
    findings = tuple(Finding(aspect) for aspect in x.aspects if aspect not in covered)
    return findings, tuple(e.number for e in plans)


def _action_count(x: c.ActionCount, s: Situation) -> Judgement:
    actions = [
        e
        for e in s.known.of(f.ActionAgreed)
        if (e.fact.done is None or e.fact.done > s.day) and e.fact.due >= s.day
    ]
    if x.each is None:
        return (
            _bounds(len(actions), _number(x.at_least), _number(x.at_most)),
            tuple(e.number for e in actions),
        )
    parties, nobody = _each(x.each, s)
    findings = list(nobody)
    for party in parties:
        line = s.known.line(party.id)
        own = [e for e in actions if e.fact.owner in line]
        findings += _bounds(len(own), _number(x.at_least), _number(x.at_most), _party(party.id))
    return tuple(findings), tuple(e.number for e in actions)
