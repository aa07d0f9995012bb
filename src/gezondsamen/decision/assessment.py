"""Judging conditions: what is missing, and which entries speak for it.

No short-circuit: every condition is judged, and alternatives keep the failures of all branches.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from gezondsamen.decision.judging import agreements, meetings, parties, statements
from gezondsamen.decision.situation import Situation
from gezondsamen.findings import Finding, Judgement
from gezondsamen.process import conditions as c


def assess(condition: c.Condition, s: Situation) -> Judgement:
    """Return the findings on a condition (none: it holds) and the evidence for it."""
    match condition:
        case c.OnRecord():
            return statements.on_record(condition, s)
        case c.RoleFilled():
            return parties.role_filled(condition, s)
        case c.InContact():
            return meetings.in_contact(condition, s)
        case c.PartyCount():
            return parties.party_count(condition, s)
        case c.Agreed():
            return agreements.agreed(condition, s)
        case c.Evaluated():
            return meetings.evaluated(condition, s)
        case c.RecordCount():
            return statements.record_count(condition, s)
        case c.Measured():
            return statements.measured(condition, s)
        case c.Lasts():
            return statements.lasts(condition, s)
        case c.Paired():
            return statements.paired(condition, s)
        case c.ConsentOfAll():
            return parties.consent_of_all(condition, s)
        case c.Contributed():
            return parties.contributed(condition, s)
        case c.MetBefore():
            return meetings.met_before(condition, s)
        case c.EvaluationArranged():
            return meetings.evaluation_arranged(condition, s)
        case c.ActionCount():
            return meetings.action_count(condition, s)
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
