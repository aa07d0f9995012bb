"""The rules in Dutch: a page that lists them, and a page for each family with what a rule asks and why."""

from __future__ import annotations

from collections.abc import Iterator

from generation.audit.row import in_dutch, standing_lines
from generation.dutch.links import sourced
from generation.markdown import cited, entry, page, plain, sentence, table, value_text
from generation.rules import FAMILIES, families
from generation.standing import COMPUTED, COVERED, JUDGED, MIXED, NOTE, Place, judged
from gezondsamen.language import DUTCH
from gezondsamen.process import conditions as c
from gezondsamen.prose.asked import asked_lines
from gezondsamen.prose.scene import Scene
from gezondsamen.prose.statuses import basis_text

_RULES = """\
Alle regels van alle processen. Een regel heeft een vaste code, een uitleg en een bron. Waar hij staat,
bepaalt wat hij doet:

- **Houdt een stap tegen**: de stap kan pas als de regel klopt, of als iemand met een reden heeft besloten
  om af te wijken.
- **Waarschuwt**: de stap kan; u ziet een aandachtspunt.
- **Wordt gevolgd**: geen stap vraagt het. Zolang u in de fase bent, ziet u hoe het ervoor staat.

Bij sommige regels telt of rekent de computer. Bij andere oordelen mensen; dan vraagt de regel alleen dat
iemand het oordeel heeft vastgelegd. Wat is wet en wat is advies? Lees [](../wet-advies-keuze.md).
"""

_DECIDERS = {
    JUDGED: "Mensen: zij oordelen, en leggen hun oordeel vast.",
    COVERED: "Mensen oordelen; de computer kijkt of het er voor iedereen is, in welke volgorde en wanneer.",
    COMPUTED: "De computer: die telt, rekent of vergelijkt wat is vastgelegd.",
    MIXED: "Deels de computer, deels mensen.",
    NOTE: "Niemand: het is een opmerking om te lezen.",
}


def rules_page() -> str:
    """Return the page that lists all rules, family by family."""
    lines = [_RULES]
    for family, rules in families().items():
        rows = (
            (
                f"[{code}](#regel-{code.lower()})",
                plain(found[0].rule.name.nl),
                basis_text(found[0].rule.basis, DUTCH),
            )
            for code, found in rules.items()
        )
        lines += [f"## {FAMILIES[family][0]}", "", *table(("code", "regel", "grond"), rows)]
    toctree = ["```{toctree}", ":hidden:", "", *(f"regels-{x.lower()}" for x in families()), "```"]
    return page("De regels", *lines, *toctree, anchor="nl-regels")


def family_page(family: str) -> str:
    """Return the page of one family of rules."""
    head = "[Wat de woorden op deze bladzijde betekenen](#nl-regels), en alle andere regels."
    lines = [line for found in families()[family].values() for line in _rule(found)]
    return page(FAMILIES[family][0], head, "", *lines, anchor=f"nl-regels-{family.lower()}")


def _rule(found: list[Place]) -> Iterator[str]:
    rule = found[0].rule
    yield from (f"(regel-{rule.code.lower()})=", f"## {rule.code}: {plain(rule.name.nl)}", "")
    yield from (plain(rule.text.nl), "")
    asked = dict.fromkeys(tuple(_asked(place)) for place in found)
    for number, lines in enumerate(asked):
        yield from entry("Of, bij andere stappen" if number else "Wat er moet zijn", *lines)
    yield from entry("Waar", *(in_dutch(line) for line in standing_lines(found, DUTCH)))
    yield from entry("Wie beslist", _DECIDERS[judged(rule)])
    yield from entry("Bron", sentence(sourced(rule.citation, rule.basis)))
    yield from entry("Zie ook", *(cited(x, DUTCH) for x in rule.also))
    yield from entry("Onze keuze", plain(rule.choice.nl) if rule.choice else "")
    yield from entry("Afwijken", _waiver(found))
    yield from entry("Grenzen", *map(_limit, dict.fromkeys(c.limits_in(rule.conditions))))


def _asked(place: Place) -> Iterator[str]:
    for line in asked_lines(place.rule, Scene(place.process).voice("nl")):
        yield sentence(plain(line))


def _waiver(found: list[Place]) -> str:
    if not any(place.how == "blocks" for place in found):
        return ""
    if found[0].rule.waivable:
        return "Mag, met een reden en met wie het goedkeurde. Dat blijft zichtbaar."
    return "Kan niet. De regel hoort bij wat het proces is, of een wet vraagt hem."


def _limit(limit: c.Limit) -> str:
    value = value_text(limit.value, DUTCH)
    return f"{sentence(plain(limit.label.nl)).rstrip('.')}: {value} ({basis_text(limit.basis, DUTCH)})"
