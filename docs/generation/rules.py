"""The page that lists all rules, and a page for each family of them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import gezondsamen as gs
from generation.markdown import (
    both,
    cited,
    code,
    entry,
    limit_link,
    page,
    plain,
    process_link,
    rule_link,
    sentence,
    spoken,
    table,
    value_text,
)
from generation.standing import PROCESSES, SHORT, TITLES, How, Place, by_code, judged
from gezondsamen.language import ENGLISH
from gezondsamen.process import conditions as c
from gezondsamen.prose.asked import condition_text
from gezondsamen.prose.scene import Scene
from gezondsamen.prose.statuses import basis_text, read_text

FAMILIES = {
    "AGR": ("Afspraken en bijdragen", "Agreements and contributions"),
    "AMB": ("Ambitie", "Ambition"),
    "COM": ("Communicatie", "Communication"),
    "DRA": ("Draagvlak", "Support"),
    "EFA": ("Effectenarena", "Effectenarena"),
    "EVA": ("Evaluatie", "Evaluation"),
    "FIN": ("Geld", "Funding"),
    "ISC": ("Werken met andere sectoren", "Working across sectors"),
    "KEN": ("Elkaar leren kennen", "Getting to know each other"),
    "NET": ("Netwerken", "Networks"),
    "PAR": ("Wie doet mee", "Who takes part"),
    "POL": ("Gemeentelijk beleid", "Municipal policy"),
    "PPS": ("Publiek-private samenwerking", "Public-private partnership"),
    "REG": ("Regie", "Direction"),
    "ROL": ("Taken en rollen", "Tasks and roles"),
    "STO": ("Stoppen en rusten", "Stopping and resting"),
    "VIG": ("Certificaten", "Certificates"),
    "WEL": ("Welbevinden op school", "Well-being at school"),
}
"""The families of rules by the letters of their codes, in Dutch and English."""

_RULES = """\
Every rule of the processes that come with the library. A rule has a stable code, a text, conditions,
and a passage on which it stands. Where it stands decides what an unmet rule does:

blocks
: the step is refused until the rule is met or waived.

warns
: the step can be taken; the check shows a point of attention.

watched
: no step asks it; `case.monitor` tells how it stands while the collaboration is in the phase.

The column *judged* says what a computer does with the rule: *computed*; judged by *people*; *people +*
where people judge and it is computed whether that covers each party or sector, in which order, and how long
ago; *both*, where some of it is computed and some judged by people; or a *note*, which is shown and never
judged. Where people judge, the rule asks only that somebody has put the judgement on record; the
library does not judge what it says.

The column *basis* says on what the rule stands. What is our own choice about it (its severity, its
numbers, our reading of the source) is said under the rule. See also
[](../../background/sources-and-choices.md).
"""


def rules_page() -> str:
    """Return the page that lists all rules, by family."""
    lines = [_RULES]
    for family, rules in families().items():
        lines += [f"## {FAMILIES[family][1]}", "", *_overview(rules)]
    toctree = ["```{toctree}", ":hidden:", "", *(f"rules/{family.lower()}" for family in families()), "```"]
    return page("Rules", *lines, *toctree, anchor="rules")


def family_page(family: str) -> str:
    """Return the page of one family of rules."""
    rules = families()[family]
    head = f"Rules {code(family)}. [What the words on this page mean](#rules), and all other rules."
    lines = [line for found in rules.values() for line in _rule(found)]
    return page(FAMILIES[family][1], head, "", *lines, anchor=f"rules-{family.lower()}")


@cache
def families() -> dict[str, dict[str, list[Place]]]:
    """Return the places of every rule by its code, family by family.

    Raises `KeyError` for a family that has no name in `FAMILIES`.
    """
    found: dict[str, dict[str, list[Place]]] = {}
    for rule_code, standing in by_code().items():
        found.setdefault(rule_code.split("-")[0], {})[rule_code] = standing
    return {family: found[family] for family in sorted(found, key=lambda key: FAMILIES[key][1])}


def _overview(rules: dict[str, list[Place]]) -> list[str]:
    def mark(found: list[Place], how: How) -> str:
        keys = dict.fromkeys(place.process.key for place in found if place.how == how)
        return ", ".join(keys)

    head = ("code", "rule, *regel*", "blocks in", "warns in", "watched in", "judged", "basis")
    return table(
        head,
        (
            (
                rule_link(rule_code),
                both(found[0].rule.name),
                mark(found, "blocks"),
                mark(found, "warns"),
                mark(found, "watched"),
                SHORT[judged(found[0].rule)],
                basis_text(found[0].rule.basis, ENGLISH),
            )
            for rule_code, found in rules.items()
        ),
    )


def _rule(found: list[Place]) -> list[str]:
    rule = found[0].rule
    variants: dict[tuple[c.Condition, ...], list[Place]] = {}
    for place in found:
        variants.setdefault(place.rule.conditions, []).append(place)
    lines = [
        f"(rule-{rule.code.lower()})=",
        f"## {rule.code}: {plain(rule.name.en)}",
        "",
        plain(rule.text.en),
        "",
        *entry("In Dutch", spoken(f"**{plain(rule.name.nl)}**. {plain(rule.text.nl)}", "nl")),
    ]
    for conditions, standing in variants.items():
        asked = [
            sentence(plain(condition_text(x, Scene(standing[0].process).voice("en", limits=True))))
            for x in conditions
        ]
        lines += entry("Asks", *asked)
        for how, title in TITLES.items():
            lines += entry(title, "; ".join(place.text() for place in standing if place.how == how))
    return [
        *lines,
        *entry("Judged", sentence(judged(rule))),
        *entry(
            "Source",
            f"{sentence(basis_text(rule.basis, ENGLISH))} {cited(rule.citation)}".rstrip()
            + read_text(rule.citation, ENGLISH),
        ),
        *entry("See also", *map(cited, rule.also)),
        *entry("Our choice", plain(rule.choice.en) if rule.choice else ""),
        *entry("Waiver", "" if rule.waivable else "Cannot be waived by anybody."),
        *entry("Limits", "; ".join(_limit(x) for x in dict.fromkeys(c.limits_in(rule.conditions)))),
        *entry("Entails", "; ".join(_entailed(rule.code))),
    ]


def _limit(limit: c.Limit) -> str:
    basis = basis_text(limit.basis, ENGLISH)
    return f"{limit_link(limit.key)} = {value_text(limit.value)}: {plain(limit.label.en)} ({basis})"


def _entailed(rule_code: str) -> Iterator[str]:
    for process in PROCESSES:
        for x in gs.verify(process).entailments:
            if x.code == rule_code:
                where = process_link(process, text=process.key)
                yield f"{rule_link(x.entails)} where both stand in {where} {code(x.where)}"
