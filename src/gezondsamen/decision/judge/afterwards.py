"""Judging what was recorded after the day of a step: it does not count, though it says what was missing."""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs

from gezondsamen.decision.judge import judge
from gezondsamen.decision.situation import Situation
from gezondsamen.dossier.dossier import Dossier
from gezondsamen.dossier.journal import Entry
from gezondsamen.findings import Finding
from gezondsamen.process.requirements import Requirement


def recorded_later(
    rule: Requirement, findings: tuple[Finding, ...], s: Situation, whole: Dossier
) -> tuple[tuple[Finding, ...], tuple[int, ...]]:
    """Return the findings with the days on which what they lack was recorded, and the numbers of the entries.

    Each condition is judged again on all that is known; what it no longer finds missing came later.
    """
    after = Situation(s.process, whole.known, s.day, s.track, s.step, s.about)
    told: list[Finding] = []
    later: dict[int, None] = {}
    judged: dict[tuple[int, ...], tuple[set[Finding], list[Entry]]] = {}
    for finding in findings:
        if finding.at not in judged:
            still, evidence = judge(rule.condition_at(finding.at), after)
            entries = [e for e in map(whole.journal.__getitem__, evidence) if e.place[0] > s.day]
            judged[finding.at] = (set(still), entries)
        missing, entries = judged[finding.at]
        if entries and attrs.evolve(finding, at=()) not in missing:
            spoken = [e for e in entries if _speaks_of(e.fact, finding)] or entries
            later |= dict.fromkeys(e.number for e in spoken)
            told.append(attrs.evolve(finding, later=_days(spoken)))
        else:
            told.append(finding)
    return tuple(told), tuple(later)


def _days(entries: list[Entry]) -> tuple[date, ...]:
    return tuple(sorted({e.place[0] for e in entries}))


def _speaks_of(fact: Any, finding: Finding) -> bool:
    """Tell whether a fact is about just what a finding lacks."""
    what = {getattr(fact, name, None) for name in ("topic", "subject", "stance", "kind", "role")}
    whom = {getattr(fact, name, None) for name in ("about", "party", "owner")}
    whom |= {*(getattr(fact, "parties", None) or ())}
    about = finding.about
    return finding.needed in what and (about is None or about in whom or about.id in whom)
