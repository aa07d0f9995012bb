"""What each kind of condition means: what is missing, and which entries speak for it.

One function for each kind, with its sentence from the documentation; those on parties, statements,
agreements and meetings stand in a file each, and whom and what all of them look at in `question`.
"""

from __future__ import annotations

from typing import assert_never

import attrs

from gezondsamen.process import conditions as c
from gezondsamen.testing.reference.conditions import agreements, meetings, parties, statements
from gezondsamen.testing.reference.conditions.question import Answer, Question, together


def answer(q: Question, asked: c.Condition) -> Answer:
    """Return what is missing for one condition; nothing is where it is met."""
    match asked:
        case c.PartyCount():
            return parties.party_count(q, asked)
        case c.OnRecord():
            return statements.on_record_holds(q, asked)
        case c.RecordCount():
            return statements.record_count(q, asked)
        case c.Measured():
            return statements.measured(q, asked)
        case c.Lasts():
            return statements.lasts(q, asked)
        case c.Paired():
            return statements.paired(q, asked)
        case c.RoleFilled():
            return parties.role_filled(q, asked)
        case c.ConsentOfAll():
            return parties.consent_of_all(q, asked)
        case c.Contributed():
            return parties.contributed(q, asked)
        case c.Agreed():
            return agreements.agreed(q, asked)
        case c.NoticeGiven():
            return agreements.notice_given(q, asked)
        case c.TermRuns():
            return agreements.term_runs(q, asked)
        case c.MetBefore():
            return meetings.met_before(q, asked)
        case c.InContact():
            return meetings.in_contact(q, asked)
        case c.Evaluated():
            return meetings.evaluated(q, asked)
        case c.EvaluationArranged():
            return meetings.evaluation_arranged(q, asked)
        case c.ActionCount():
            return parties.action_count(q, asked)
        case c.AllOf():
            return all_of(q, asked.conditions)
        case c.AnyOf():
            return any_of(q, asked.conditions)
        case _:
            assert_never(asked)


def all_of(q: Question, conditions: tuple[c.Condition, ...]) -> Answer:
    """All of these are asked, and each finding says which of them it is of."""
    return together(_at(answer(q, condition), place) for place, condition in enumerate(conditions))


def any_of(q: Question, conditions: tuple[c.Condition, ...]) -> Answer:
    """One of these will do; when none is met, the failures of each are kept. All that was found is told."""
    answers = [answer(q, condition) for condition in conditions]
    found = together(_at(one, place) for place, one in enumerate(answers))
    met = any(not one.findings for one in answers)
    return Answer((), found.evidence) if met else found


def _at(answer: Answer, place: int) -> Answer:
    found = tuple(attrs.evolve(finding, at=(place, *finding.at)) for finding in answer.findings)
    return Answer(found, answer.evidence)
