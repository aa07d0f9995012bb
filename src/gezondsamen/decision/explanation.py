"""Explaining in words: rows of a check, and the page that a policy adviser can print.

Texts are made from the data of a check and from labels; a check itself holds no prose.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from gezondsamen.citations import BASIS_LABELS
from gezondsamen.decision.finding_texts import finding_lines
from gezondsamen.decision.remedy_texts import remedy_lines
from gezondsamen.decision.wording import Scene, capitalised, day_text, say
from gezondsamen.drafts import Remedy
from gezondsamen.findings import Finding
from gezondsamen.process.requirements import Requirement

STATUS = {
    "met": ("in orde", "in order"),
    "unmet": ("nog niet rond", "not complete yet"),
    "waived": ("afgeweken van de regel", "rule set aside"),
    "advised": ("aandachtspunt", "point of attention"),
    "note": ("ter informatie", "for information"),
}

NOT_ASKED_YET = ("nog niet aan de orde", "not asked yet")
"""The status in words of a rule that is met because its first period still runs."""


def source_lines(rule: Requirement, lang: str) -> tuple[str, ...]:
    """Return where a rule comes from, and what of it is our own choice."""
    lines = []
    ground = BASIS_LABELS[rule.basis].text(lang)
    where = f" ({rule.citation.address})" if rule.citation.address else ""
    lines.append(f"{say(lang, 'Bron', 'Source')}: {ground}: {rule.citation.text()}{where}")
    if rule.choice is not None:
        lines.append(f"{say(lang, 'Onze keuze', 'Our choice')}: {rule.choice.text(lang)}")
    return tuple(lines)


def outcome_text(
    rule: Requirement,
    status: str,
    findings: tuple[Finding, ...],
    remedy: Remedy | None,
    scene: Scene,
    lang: str,
    not_asked_through: date | None = None,
) -> str:
    """Return one row of a check as a paragraph."""
    state = say(lang, *STATUS[status])
    if not_asked_through is not None:
        last = day_text(not_asked_through, lang)
        state = say(lang, *NOT_ASKED_YET) + say(lang, f" (tot en met {last})", f" (through {last})")
    lines = [f"{capitalised(rule.name.text(lang))} [{rule.code}]: {state}."]
    if findings or status == "note":
        lines.append(f"   {rule.text.text(lang)}")
    lines += [f"   - {line}" for line in finding_lines(rule, findings, scene, lang)]
    if remedy is not None:
        lines.append(f"   {say(lang, 'Wat u kunt doen', 'What you can do')}:")
        lines += [f"   → {line}" for line in remedy_lines(remedy, rule, scene, lang, status=status)]
    if findings or status == "note":
        lines += [f"   {line}" for line in source_lines(rule, lang)]
    return "\n".join(lines)


def section(title: str, rows: Iterable[str]) -> list[str]:
    """Return a titled part of a page, or nothing where there are no rows."""
    paragraphs = list(rows)
    if not paragraphs:
        return []
    return ["", title, "-" * len(title), *paragraphs]
