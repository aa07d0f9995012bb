"""Findings in words: what is missing, and about whom; what is said of several is said once.

Here stands which sentence is for which finding. The sentences stand by subject, in files that are named
as those that judge and repair.

Those of whom something is missing stand behind a colon or a preposition, never before the verb: a name
may be that of one party or of many ("Supermarkten"), and several names may come together.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from gezondsamen.dossier.parties import NO_ONE, About
from gezondsamen.findings import Finding
from gezondsamen.process import conditions as c
from gezondsamen.process.requirements import Requirement
from gezondsamen.prose.missing import agreements, meetings, parties, phrases, statements
from gezondsamen.prose.scene import Voice
from gezondsamen.prose.several import Sentence, told_together

_LISTED = (c.OnRecord, c.Agreed, c.EvaluationArranged)
"""Conditions whose findings on one subject are one sentence; others have a sentence for each."""


def finding_lines(rule: Requirement, findings: tuple[Finding, ...], v: Voice) -> tuple[str, ...]:
    """Return one sentence for each thing that is missing, with everybody of whom it is missing.

    Each of them is named, or counted among the others where they are many. What two conditions of the
    rule lack alike (that nobody is there) is said once.
    """
    lines = (
        line
        for at, found in _by_condition(findings)
        for line in told_together(_told(rule.condition_at(at), found, v), v)
    )
    return tuple(dict.fromkeys(lines))


def _by_condition(findings: tuple[Finding, ...]) -> Iterator[tuple[tuple[int, ...], list[Finding]]]:
    grouped: dict[tuple[int, ...], list[Finding]] = {}
    for finding in findings:
        grouped.setdefault(finding.at, []).append(finding)
    yield from grouped.items()


def _told(x: c.Condition, findings: list[Finding], v: Voice) -> Iterator[tuple[About | None, Sentence]]:
    """Yield what is said about each subject of the findings on one condition.

    Parties of whom the same is missing share one sentence: of many that never met, every pair is told.
    """
    grouped: dict[object, list[Finding]] = {}
    for number, finding in enumerate(findings):
        key = (finding.about, finding.later) if isinstance(x, _LISTED) else number
        grouped.setdefault(key, []).append(finding)
    said: dict[object, Sentence] = {}
    for found in grouped.values():
        about = found[0].about
        somebody = about is not None and about.kind == "party" and about.id != NO_ONE
        missing = ("party" if somebody else about, *((y.needed, y.found, y.later) for y in found))
        if missing not in said:
            said[missing] = _sentence(x, found, v)
        yield about, said[missing]


def _sentence(x: c.Condition, found: list[Finding], v: Voice) -> Sentence:
    """Return what is said about the subject of findings, however it is called."""
    about = found[0].about
    if about is not None and about.id == NO_ONE:
        return lambda _who, _many: phrases.nobody(x, v)

    def sentence(who: str, many: bool) -> str:
        who = "" if about is None else who
        later = found[0].later
        if later and isinstance(x, c.OnRecord):
            return statements.on_record_later(found, later, who, v)
        return _finding_text(x, found, who, many, v) + phrases.afterwards(later, v)

    return sentence


def _finding_text(x: c.Condition, found: list[Finding], who: str, many: bool, v: Voice) -> str:
    one = found[0]
    match x:
        case c.PartyCount():
            return parties.party_count(x, one, v)
        case c.OnRecord():
            return statements.on_record(x, found, who, v)
        case c.RecordCount():
            return statements.record_count(x, one, v)
        case c.Measured():
            return statements.measured(x, one, who, v)
        case c.Lasts():
            return statements.lasts(x, one, v)
        case c.Paired():
            return statements.paired(x, one, who, v)
        case c.RoleFilled():
            return parties.role_filled(x, one, who, many, v)
        case c.ConsentOfAll():
            return parties.consent_of_all(x, one, who, v)
        case c.Contributed():
            return parties.contributed(x, who, v)
        case c.Agreed():
            return agreements.agreed(x, found, who, v)
        case c.NoticeGiven():
            return agreements.notice_given(x, one, who, v)
        case c.TermRuns():
            return agreements.term_runs(one, who, v)
        case c.MetBefore():
            return meetings.met_before(x, one, who, v)
        case c.InContact():
            return meetings.in_contact(x, one, who, many, v)
        case c.Evaluated():
            return meetings.evaluated(x, one, v)
        case c.EvaluationArranged():
            return meetings.evaluation_arranged(x, found, v)
        case c.ActionCount():
            return meetings.action_count(x, one, who, v)
        case c.AllOf() | c.AnyOf():
            raise LookupError("findings stand at the conditions inside, never at the whole")
        case _:
            assert_never(x)
