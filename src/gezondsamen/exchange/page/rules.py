"""Rules as a table: how each came out, what is missing and about whom, what would help, and the source."""

from __future__ import annotations

from collections.abc import Iterable

from gezondsamen.decision.check import Outcome
from gezondsamen.decision.finding_texts import finding_lines
from gezondsamen.decision.remedy_texts import remedy_lines
from gezondsamen.decision.wording import capitalised, day_text, say
from gezondsamen.dossier.dossier import Dossier
from gezondsamen.dossier.facts import WaiverGranted
from gezondsamen.exchange.page.gathering import Names, findings_too, gathered, remedies_too
from gezondsamen.exchange.page.markup import Markup, bullets, element, join, table
from gezondsamen.exchange.page.words import source, status

ORDER = ("unmet", "advised", "waived", "met", "note")
"""What a reader needs first."""


def rules_table(caption: str, outcomes: Iterable[Outcome], dossier: Dossier, lang: str) -> Markup:
    """Return a table of rules, those that ask for something first."""
    rows = sorted(outcomes, key=lambda row: ORDER.index(row.status))
    heads = (
        say(lang, "Regel", "Rule"),
        say(lang, "Stand", "Status"),
        say(lang, "Wat er is, wat ontbreekt en wat helpt", "What is there, what is missing, what helps"),
        say(lang, "Waarom deze regel", "Why this rule"),
    )
    return table(caption, heads, [_cells(row, dossier, lang) for row in rows], class_="rules")


def _cells(row: Outcome, dossier: Dossier, lang: str) -> tuple[Markup, ...]:
    rule = row.requirement
    return (
        join(
            element("span", capitalised(rule.name.text(lang)), class_="rule-name"),
            element("span", rule.code, class_="code"),
            " ",
            element("span", rule.text.text(lang)) if row.status != "met" else None,
        ),
        status(row.status, row.status_text(lang)),
        join(_there(row, dossier, lang), _missing(row, dossier, lang)),
        join(
            source(rule.basis, (rule.citation, *rule.also), lang),
            element(
                "p",
                element("span", say(lang, "Onze keuze: ", "Our choice: "), class_="part"),
                rule.choice.text(lang),
            )
            if rule.choice is not None and row.status != "met"
            else None,
        ),
    )


def _there(row: Outcome, dossier: Dossier, lang: str) -> Markup | None:
    """Return what is on record for a rule: its waiver, or since when the facts are there."""
    if not row.evidence:
        return None
    entries = [dossier.journal[number] for number in row.evidence]
    day = day_text(max(entry.fact.on for entry in entries), lang)
    if row.status == "waived":
        facts = (entry.fact for entry in entries)
        reasons = [fact.reason for fact in facts if isinstance(fact, WaiverGranted)]
        said = say(lang, f"Vastgelegd op {day}: ", f"On record since {day}: ") + "; ".join(reasons)
        return element("p", said)
    if len(entries) == 1:
        return element("p", say(lang, f"Vastgelegd op {day}.", f"Put on record on {day}."))
    return element(
        "p",
        say(
            lang,
            f"{len(entries)} keer iets vastgelegd, het laatst op {day}.",
            f"{len(entries)} entries on record, the last on {day}.",
        ),
    )


def _missing(row: Outcome, dossier: Dossier, lang: str) -> Markup | None:
    if not row.findings:
        return None
    assert row.scene is not None
    rule = row.requirement
    names = Names(row.scene, tuple(party.id for party in dossier.parties))
    found, groups = gathered(finding_lines(rule, row.findings, names.marked, lang), names, lang, findings_too)
    helps: tuple[str, ...] = ()
    if row.remedy is not None:
        lines = remedy_lines(row.remedy, rule, names.marked, lang, status=row.status)
        helps, _ = gathered(lines, names, lang, remedies_too, groups)
    return join(
        element("p", say(lang, "Wat ontbreekt:", "What is missing:"), class_="part"),
        bullets(found),
        element("p", say(lang, "Wat u kunt doen:", "What you can do:"), class_="part") if helps else None,
        bullets(helps),
    )
