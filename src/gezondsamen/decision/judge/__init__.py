"""Judge conditions: what is missing, and which entries speak for it.

One function for each kind of condition, in one table. No short-circuit: every condition is judged,
and alternatives keep the failures of all branches.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

from gezondsamen.decision.judge import agreements, meetings, parties, statements
from gezondsamen.decision.situation import Situation
from gezondsamen.findings import Finding, Judgement
from gezondsamen.process import conditions as c


def judge(condition: c.Condition, s: Situation) -> Judgement:
    """Return the findings on a condition (none: it holds) and the evidence for it."""
    return JUDGES[type(condition)](condition, s)


def judge_all(conditions: tuple[c.Condition, ...], s: Situation) -> Judgement:
    """Return the findings on all conditions in order, each with the path to its condition."""
    if len(conditions) == 1:  # most rules ask one thing
        condition = conditions[0]
        judged = JUDGES[type(condition)](condition, s)
        return (tuple(_at(0, judged[0])), judged[1]) if judged[0] else judged
    findings: list[Finding] = []
    evidence: list[int] = []
    for index, condition in enumerate(conditions):
        found, entries = JUDGES[type(condition)](condition, s)
        evidence.extend(entries)
        if found:
            findings.extend(_at(index, found))
    return tuple(findings), tuple(evidence)


def _all_of(condition: c.AllOf, s: Situation) -> Judgement:
    return judge_all(condition.conditions, s)


def _any_of(condition: c.AnyOf, s: Situation) -> Judgement:
    findings: list[Finding] = []
    evidence: list[int] = []
    met = False
    for index, branch in enumerate(condition.conditions):
        found, entries = judge(branch, s)
        met = met or not found
        evidence.extend(entries)
        findings.extend(_at(index, found))
    return ((), tuple(evidence)) if met else (tuple(findings), tuple(evidence))


def _at(index: int, findings: Iterable[Finding]) -> list[Finding]:
    return [Finding(x.needed, x.found, x.about, (index, *x.at)) for x in findings]


JUDGES: Final[dict[type[c.Condition], Callable[[Any, Situation], Judgement]]] = {
    c.PartyCount: parties.party_count,
    c.OnRecord: statements.on_record,
    c.RecordCount: statements.record_count,
    c.Measured: statements.measured,
    c.Lasts: statements.lasts,
    c.Paired: statements.paired,
    c.RoleFilled: parties.role_filled,
    c.ConsentOfAll: parties.consent_of_all,
    c.Contributed: parties.contributed,
    c.Agreed: agreements.agreed,
    c.NoticeGiven: agreements.notice_given,
    c.TermRuns: agreements.term_runs,
    c.MetBefore: meetings.met_before,
    c.InContact: meetings.in_contact,
    c.Evaluated: meetings.evaluated,
    c.EvaluationArranged: meetings.evaluation_arranged,
    c.ActionCount: meetings.action_count,
    c.AllOf: _all_of,
    c.AnyOf: _any_of,
}
"""Which function judges which kind of condition: looked up by type, which is quicker than matching."""
