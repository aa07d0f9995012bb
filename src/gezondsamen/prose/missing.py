"""Findings in words: what is missing, and about whom; what is said of several is said once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import assert_never

from gezondsamen.dossier.parties import About
from gezondsamen.findings import Finding
from gezondsamen.process import conditions as c
from gezondsamen.process.requirements import Requirement
from gezondsamen.prose import missing_by_kind as sentences
from gezondsamen.prose.asked import counted_text
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
    """Yield what is said about each subject of the findings on one condition."""
    grouped: dict[object, list[Finding]] = {}
    for number, finding in enumerate(findings):
        key = finding.about if isinstance(x, _LISTED) else number
        grouped.setdefault(key, []).append(finding)
    for found in grouped.values():
        yield found[0].about, _sentence(x, found, v)


def _sentence(x: c.Condition, found: list[Finding], v: Voice) -> Sentence:
    """Return what is said about the subject of findings, however it is called."""
    about = found[0].about
    if about is not None and about.id == "*":
        return lambda _who, _many: sentences.nobody(x, v)

    def sentence(who: str, many: bool) -> str:
        return _finding_text(x, found, "" if about is None else who, many, v)

    return sentence


def _finding_text(x: c.Condition, found: list[Finding], who: str, many: bool, v: Voice) -> str:
    one = found[0]
    match x:
        case c.PartyCount():
            few, more = (counted_text(x, v, many=number) for number in (False, True))
            return sentences.count(one, x.at_least, x.at_most, (few, more), v)
        case c.OnRecord():
            return sentences.on_record(x, found, who, v)
        case c.RecordCount():
            return sentences.record_count(x, one, v)
        case c.Measured():
            return sentences.measured(x, one, who, v)
        case c.Lasts():
            return sentences.lasts(x, one, v)
        case c.Paired():
            return sentences.paired(x, one, who, v)
        case c.RoleFilled():
            return sentences.role(x, one, who, many, v)
        case c.ConsentOfAll():
            return sentences.consent(x, one, who, v)
        case c.Contributed():
            return sentences.contribution(x, who, v)
        case c.Agreed():
            return sentences.agreement(x, found, who, v)
        case c.MetBefore():
            first, then = (v.term("contact_kind", key) for key in (x.first, x.then))
            if one.found is None:
                text = v(
                    "Er is nog geen contact geweest van deze soort: {first}.",
                    "There has been no contact of this kind yet: {first}.",
                    first=first,
                )
                return text + sentences.goes_for(who, v)
            day = v.day(date.fromisoformat(str(one.found)))
            text = v(
                "Op {day} was er al contact van deze soort: {then}. Daarvóór was er geen: {first}.",
                "On {day} there was contact of this kind already: {then}. Before it there was no: {first}.",
                day=day,
                then=then,
                first=first,
            )
            return text + sentences.goes_for(who, v)
        case c.InContact():
            return sentences.contact(x, one, who, many, v)
        case c.Evaluated():
            return sentences.evaluated(x, one, v)
        case c.EvaluationArranged():
            return sentences.arranged(x, found, v)
        case c.ActionCount():
            actions = (
                v("lopende actie", "open action"),
                v("lopende acties", "open actions"),
            )
            return sentences.count(one, x.at_least, x.at_most, actions, v) + sentences.goes_for(who, v)
        case c.AllOf() | c.AnyOf():
            raise LookupError("findings stand at the conditions inside, never at the whole")
        case _:
            assert_never(x)
