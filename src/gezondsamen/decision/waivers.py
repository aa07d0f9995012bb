"""Waivers: which one sets a rule aside in a situation, and when one is used up."""

from __future__ import annotations

from gezondsamen.decision.situation import Situation
from gezondsamen.dossier import facts as f
from gezondsamen.dossier.journal import Entry
from gezondsamen.findings import Finding
from gezondsamen.process.requirements import Requirement


def waiver_of(
    rule: Requirement, s: Situation, findings: tuple[Finding, ...]
) -> Entry[f.WaiverGranted] | None:
    """Return the waiver that sets a rule aside in this situation, if there is one; the latest counts.

    Watched is a rule by itself: a waiver for one kind of step leaves that alone, and one about a subject
    covers what was found about it, where nothing else was.
    """
    if not rule.waivable:
        return None
    for entry in reversed(s.known.of(f.WaiverGranted)):
        waiver = entry.fact
        if waiver.rule != rule.code or not s.visible(waiver.track):
            continue
        if waiver.until is not None and waiver.until < s.day:
            continue
        if s.step is None:
            about_all = waiver.about is None or all(
                s.known.same(waiver.about, found.about) for found in findings
            )
            if waiver.until is not None and waiver.trigger is None and about_all:
                return entry
            continue
        if waiver.trigger not in (None, s.step.trigger) or not (waiver.about is None or s.same(waiver.about)):
            continue
        if waiver.until is not None or not used(entry, rule, s):
            return entry
    return None


def used(entry: Entry[f.WaiverGranted], rule: Requirement, s: Situation) -> bool:
    """Tell whether a waiver for one step served its step: one that asks the rule came after it."""
    asking = {t.trigger for t in s.process.transitions if any(r.code == rule.code for r in t.requires)}
    waiver = entry.fact
    return any(
        place > entry.place
        and trigger in asking
        and waiver.trigger in (None, trigger)
        and (waiver.about is None or s.known.same(waiver.about, about))
        for (trigger, about), place in s.track.taken.items()
    )
