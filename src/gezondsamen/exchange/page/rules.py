"""Rules as a table: how each came out, what is missing and about whom, what would help, and the source."""

from __future__ import annotations

from collections.abc import Iterable

from gezondsamen.decision.check import Outcome
from gezondsamen.dossier.dossier import Dossier
from gezondsamen.dossier.facts import WaiverGranted
from gezondsamen.exchange.markup import Markup, bullets, element, join, link, table
from gezondsamen.exchange.page.signs import status
from gezondsamen.language import Language, capitalised
from gezondsamen.process.requirements import Requirement
from gezondsamen.prose import case_page as words
from gezondsamen.prose.asked import asked_lines
from gezondsamen.prose.missing import finding_lines
from gezondsamen.prose.remedies import remedy_lines
from gezondsamen.prose.scene import Voice
from gezondsamen.prose.statuses import basis_text

ORDER = ("unmet", "advised", "waived", "met", "note")
"""What a reader needs first."""


def rules_table(caption: str, outcomes: Iterable[Outcome], dossier: Dossier, say: Language) -> Markup:
    """Return a table of rules, those that ask for something first."""
    rows = sorted(outcomes, key=lambda row: ORDER.index(row.status))
    heads = (
        say(*words.RULE),
        say(*words.STATUS),
        say(*words.THERE_MISSING_AND_HELPFUL),
        say(*words.WHY_THIS_RULE),
    )
    return table(caption, heads, [_cells(row, dossier, say) for row in rows], class_="rules")


def _cells(row: Outcome, dossier: Dossier, say: Language) -> tuple[Markup, ...]:
    rule = row.requirement
    return (
        join(
            element("span", capitalised(say.label(rule.name)), class_="rule-name"),
            element("span", rule.code, class_="code"),
            " ",
            element("span", say.label(rule.text)) if row.status != "met" else None,
            _asked(row, say),
        ),
        status(row.status if row.at_issue else "planned", row.status_text(say.code)),
        join(_there(row, dossier, say), _missing(row, say)),
        join(
            _source(rule, say),
            element("p", element("span", say(*words.OUR_CHOICE), class_="part"), say.label(rule.choice))
            if rule.choice is not None and row.status != "met"
            else None,
        ),
    )


def _source(rule: Requirement, say: Language) -> Markup:
    """Return on what ground a rule stands, and the passages, with their addresses as links."""
    ground = element("span", f"{basis_text(rule.basis, say)}: ", class_="part")
    passages = [link(c.text(), c.address) for c in (rule.citation, *rule.also)]
    return element("p", ground, join(passages, between="; "))


def _asked(row: Outcome, say: Language) -> Markup | None:
    """Return what a rule asks; a note asks nothing."""
    assert row.scene is not None
    asked = asked_lines(row.requirement, Voice(row.scene, say))
    return element("span", say(*words.ASKED, asked="; ".join(asked)), class_="small") if asked else None


def _there(row: Outcome, dossier: Dossier, say: Language) -> Markup | None:
    """Return what is on record for a rule: its waiver, or since when the facts are there."""
    if not row.evidence:
        return None
    entries = [dossier.journal[number] for number in row.evidence]
    day = say.day(max(entry.fact.on for entry in entries))
    if row.status == "waived":
        facts = (entry.fact for entry in entries)
        reasons = [fact.reason for fact in facts if isinstance(fact, WaiverGranted)]
        said = say(*words.ON_RECORD_SINCE, day=day) + "; ".join(reasons)
        return element("p", said)
    if len(entries) == 1:
        return element("p", say(*words.PUT_ON_RECORD_ON, day=day))
    return element("p", say(*words.ENTRIES_ON_RECORD, count=len(entries), day=day))


def _missing(row: Outcome, say: Language) -> Markup | None:
    if not row.findings:
        return None
    assert row.scene is not None
    v = Voice(row.scene, say)
    found = finding_lines(row.requirement, row.findings, v)
    helps = remedy_lines(row.remedy, row.requirement, v, status=row.status) if row.remedy else ()
    return join(
        element("p", say(*words.WHAT_IS_MISSING), class_="part"),
        bullets(found),
        element("p", say(*words.WHAT_YOU_CAN_DO), class_="part") if helps else None,
        bullets(helps),
    )
