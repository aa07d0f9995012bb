"""The law of what is watched: each rule that a phase watches warns in some case in that phase."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from gezondsamen.collaboration import Collaboration
from gezondsamen.decision.judge import judge_all
from gezondsamen.dossier.tracks import MAIN
from gezondsamen.errors import InvalidRecord, Problem
from gezondsamen.labels import Label
from gezondsamen.process.phases import Phase
from gezondsamen.process.process import Process
from gezondsamen.process.requirements import Requirement
from gezondsamen.questions import situation
from gezondsamen.testing.building.canonical import DAY
from gezondsamen.testing.building.construction import adopted, beginnings, with_met
from gezondsamen.testing.building.spoilers import days_for, rule_spoilers


def rules_that_never_warn(process: Process) -> Iterator[Problem]:
    """Yield a problem for each watched rule that holds in every case that is made to break it."""
    for phase in process.phases:
        for rule in phase.watches:
            if not rule.is_note and not _warns(process, phase, rule):
                said = f"{rule.code} is watched here and never warns: it always holds"
                yield Problem("never-warns", phase.key, said)


def _warns(process: Process, phase: Phase, rule: Requirement) -> bool:
    """Tell whether some case in a phase breaks a rule: with nothing on record, or spoiled."""
    bare = adopted(process, phase.key)
    days = days_for(rule.conditions, DAY)
    return any(_broken(bare, rule, day) for day in days) or any(
        _broken(case, rule, day) for day in days for case in _spoiled(process, phase, rule, day)
    )


def _broken(case: Collaboration, rule: Requirement, day: date) -> bool:
    findings, _ = judge_all(rule.conditions, situation(case.processes, case.dossier, day, MAIN))
    return bool(findings)


def _spoiled(process: Process, phase: Phase, rule: Requirement, day: date) -> Iterator[Collaboration]:
    """Yield the cases in a phase in which a rule is spoiled, as if a step within the phase asked for it."""
    step = phase.to(phase, "watch", label=Label("…", "…"), advises=(rule,))
    for case in beginnings(process, phase.key):
        for spoiler in rule_spoilers(rule, case, step, day, with_met(case, step, day, (rule,))):
            try:
                yield spoiler.applied(case)
            except InvalidRecord:
                continue
