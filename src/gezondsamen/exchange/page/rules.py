"""Rules as a table: how each came out, what is missing and about whom, what would help, and the source."""

from __future__ import annotations

from collections.abc import Iterable

from gezondsamen.decision.check import Outcome
from gezondsamen.dossier.facts import WaiverGranted
from gezondsamen.exchange.markup import Markup, bullets, element, join, link, table
from gezondsamen.exchange.page.journal import with_line_link
from gezondsamen.exchange.page.signs import status
from gezondsamen.exchange.page.view import View
from gezondsamen.language import Language, capitalised
from gezondsamen.process.requirements import Requirement
from gezondsamen.prose import case_page as words
from gezondsamen.prose.asked import asked_lines
from gezondsamen.prose.missing import finding_lines
from gezondsamen.prose.remedies import remedy_lines
from gezondsamen.prose.scene import Voice
from gezondsamen.prose.statuses import IN_JOURNAL, basis_text, read_text

ORDER = ("unmet", "advised", "waived", "met", "note")
"""What a reader needs first."""


def rules_table(caption: str, outcomes: Iterable[Outcome], view: View) -> Markup:
    """Return a table of rules, those that ask for something first."""
    say = view.say
    rows = sorted(outcomes, key=lambda row: ORDER.index(row.status))
    heads = (
        say(*words.RULE),
        say(*words.STATUS),
        say(*words.THERE_MISSING_AND_HELPFUL),
        say(*words.WHY_THIS_RULE),
    )
    return table(caption, heads, [_cells(row, view) for row in rows], class_="rules")


def _cells(row: Outcome, view: View) -> tuple[Markup, ...]:
    rule, say = row.requirement, view.say
    return (
        join(
            element("span", capitalised(say.label(rule.name)), class_="rule-name"),
            element("span", rule.code, class_="code"),
            " ",
            element("span", say.label(rule.text)) if row.status != "met" else None,
            _asked(row, say),
        ),
        status(row.status if row.at_issue else "planned", row.status_text(say.code)),
        join(_there(row, view), _missing(row, say)),
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
    return element("p", ground, join(passages, between="; "), read_text(rule.citation, say))


def _asked(row: Outcome, say: Language) -> Markup | None:
    """Return what a rule asks; a note asks nothing."""
    assert row.scene is not None
    asked = asked_lines(row.requirement, Voice(row.scene, say))
    return element("span", say(*words.ASKED, asked="; ".join(asked)), class_="small") if asked else None


def _there(row: Outcome, view: View) -> Markup | None:
    """Return what is on record for a rule: its waiver, or since when the facts are there, and where."""
    if not row.evidence:
        return None
    say = view.say
    entries = [view.dossier.journal[number] for number in row.evidence]
    last = max(entries, key=lambda entry: entry.place)
    day = say.day(last.fact.on)
    if row.status == "waived":
        facts = (entry.fact for entry in entries)
        reasons = [fact.reason for fact in facts if isinstance(fact, WaiverGranted)]
        said = say(*words.ON_RECORD_SINCE, day=day) + "; ".join(reasons)
    elif len(entries) == 1:
        said = say(*words.PUT_ON_RECORD_ON, day=day)
    else:
        said = say(*words.ENTRIES_ON_RECORD, count=say.numeral(len(entries)), day=day)
    where = say(*IN_JOURNAL, entry=last.number)
    return element(
        "p", said, " ", element("span", with_line_link(f"({where})", last.number, view), class_="small")
    )


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
