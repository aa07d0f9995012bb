"""Judging what is on record: statements, how many, numbers, durations, pairs."""

from __future__ import annotations

from datetime import date
from typing import assert_never

from gezondsamen.decision.judge.subjects import bound_number, each_of, party_subject, within
from gezondsamen.decision.situation import Situation
from gezondsamen.dossier import facts as f
from gezondsamen.dossier.journal import Entry
from gezondsamen.dossier.parties import About
from gezondsamen.findings import NOBODY, Finding, Judgement
from gezondsamen.process import conditions as c


def on_record(x: c.OnRecord, s: Situation) -> Judgement:
    """Judge whether topics are stated, for each subject where that is asked."""
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
        parties, nobody = each_of(x.each, s)
        subjects = [(party_subject(party.id), s.known.line(party.id)) for party in parties]
    else:
        sectors = s.sectors(x.each)
        nobody = () if sectors else (Finding(needed=1, found=0, about=About("sector", "*")),)
        subjects = [(About("sector", key), frozenset((key,))) for key in sectors]
    findings = list(nobody)
    latest = {topic: _latest_about_each(x, s, topic) for topic in x.topics}
    for about, line in subjects:
        for topic in x.topics:
            own = [latest[topic][key] for ident in line if (key := (about.kind, ident)) in latest[topic]]
            entry = max(own, key=lambda e: e.place, default=None)
            if entry is None:
                findings.append(Finding(topic, None, about))
            else:
                evidence.append(entry.number)
    return tuple(findings), tuple(evidence)


def _latest_statement(x: c.OnRecord, s: Situation, topic: str) -> Entry[f.Stated] | None:
    for entry in reversed(s.known.of(f.Stated, topic)):
        if _counts(x, s, entry):
            return entry
    return None


def _latest_about_each(x: c.OnRecord, s: Situation, topic: str) -> dict[tuple[str, str], Entry[f.Stated]]:
    """Return the latest statement about each subject: looked through once, not once for each subject."""
    latest: dict[tuple[str, str], Entry[f.Stated]] = {}
    for entry in reversed(s.known.of(f.Stated, topic)):
        about = entry.fact.about
        if about is not None and _counts(x, s, entry):
            latest.setdefault((about.kind, about.id), entry)
    return latest


def _counts(x: c.OnRecord, s: Situation, entry: Entry[f.Stated]) -> bool:
    """Tell whether a statement counts for a condition."""
    fact = entry.fact
    return (
        (fact.track is None or fact.track == s.track.name)
        and (fact.until is None or fact.until >= s.day)
        and (not x.dated or fact.until is not None)
        and (x.max_age is None or s.ends(c.period(x.max_age).after(fact.on)) >= s.day)
        and (not x.since_entry or s.in_round(entry))
    )


def record_count(x: c.RecordCount, s: Situation) -> Judgement:
    """Judge how many statements there are, or subjects that they are about."""
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
        within(len(subjects), bound_number(x.at_least), bound_number(x.at_most)),
        tuple(subjects.values()),
    )


def _amounts(topic: str, s: Situation) -> dict[About | None, Entry[f.Quantified]]:
    latest: dict[About | None, Entry[f.Quantified]] = {}
    for entry in s.known.of(f.Quantified, topic):
        if s.visible(entry.fact.track):
            about = entry.fact.about
            if about is not None and about.kind == "party":
                about = party_subject(s.known.heir(about.id))
            latest[about] = entry
    return latest


def measured(x: c.Measured, s: Situation) -> Judgement:
    """Judge the latest amount about each subject."""
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
                bounds.append(bound_number(bound))
        findings += within(amount, bounds[0], bounds[1], about)
    return tuple(findings), tuple(entry.number for entry in amounts.values())


def lasts(x: c.Lasts, s: Situation) -> Judgement:
    """Judge how long a statement runs."""
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


def paired(x: c.Paired, s: Situation) -> Judgement:
    """Judge whether what one statement asks was answered by another."""
    answers = s.statements(x.by)
    findings: list[Finding] = []
    evidence: list[int] = []
    for entry in s.statements(x.topic):
        fact = entry.fact
        if x.within is not None and s.ends(c.period(x.within).after(fact.on)) >= s.day:
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
    parties, nobody = each_of(x.each, s)
    return [NOBODY] if nobody else [party_subject(party.id) for party in parties]


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
