"""The audit page: all that somebody who knows the field may want to contest, in one table.

Each row carries its properties as classes of spans (`audit-basis-choice`); `_static/audit.js` reads
these to filter. Without JavaScript the page is a plain table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import escape

from generation.markdown import (
    both,
    cited,
    code,
    limit_link,
    page,
    plain,
    process_link,
    rule_link,
    sentence,
    table,
    value_text,
)
from generation.numbers import fixed_numbers, point_numbers, uses
from generation.standing import COMPUTED, JUDGED, PROCESSES, SHORT, How, Place, by_code, judged, leaves
from gezondsamen.catalogue.instruments import INSTRUMENTS, self_assessment
from gezondsamen.citations import Basis, Citation
from gezondsamen.labels import Label
from gezondsamen.language import ENGLISH
from gezondsamen.process import conditions as c
from gezondsamen.process import evaluation_points as p
from gezondsamen.process.process import Process
from gezondsamen.prose.asked import condition_text
from gezondsamen.prose.moments import point_text
from gezondsamen.prose.scene import Scene
from gezondsamen.prose.statuses import basis_text

_AUDIT = """\
Everything in the library that somebody who knows the field may want to contest, in one table: every
rule, every limit, every fixed number in a rule, every evaluation point with its numbers, and the scales
of the instruments for evaluating. For each it says on what it stands, with the passage, and what about
it is our own choice.

If something is wrong for everybody, we would like to know. If it is wrong only where you work,
[](../../how-to/adapt-a-process.md) says how to set it otherwise. A number that a process can set is a
limit; a number that stands in a rule itself, such as the period of a statute, is fixed.
"""

KINDS = {
    "rule": "rules",
    "limit": "limits, which a process can set otherwise",
    "number": "fixed numbers in rules",
    "point": "evaluation points",
    "instrument": "scales and bands of instruments",
}

SEVERITIES = {
    "blocks": "blocks a step",
    "warns": "warns at a step",
    "watched": "watched in a phase",
    "note": "a note, never judged",
    "scheduled": "gives moments in a schedule",
}

DECIDERS = {
    "computed": "computed",
    "people": "judged by people",
    "covered": "judged by people; coverage, order or age computed",
    "both": "partly computed, partly judged",
    "note": "not judged",
}

_SEVERITY: Mapping[How, str] = {
    "blocks": "blocks",
    "warns": "warns",
    "watched": "watched",
    "shown": "note",
}

_DECIDES = {"people": "people", "people +": "covered", "computed": "computed", "both": "both", "note": "note"}


def audit_page() -> str:
    """Return the page with everything that can be contested, and the form that filters it."""
    rows = [*_rules(), *_limits(), *_numbers(), *_points(), *_instruments()]
    head = ("what", "what it says", "where it stands", "decided by", "basis", "passage, and our choice")
    body = ("::::{container} audit", "", *table(head, rows), "::::")
    return page("Audit", _AUDIT, *_form(), *body, anchor="audit")


# --- the form ----------------------------------------------------------------------------------------


def _form() -> list[str]:
    selects = (
        ("kind", "What", KINDS),
        ("process", "Process", {x.key: x.label.en for x in PROCESSES}),
        ("basis", "Basis", {x.value: basis_text(x, ENGLISH) for x in Basis}),
        ("severity", "What it does", SEVERITIES),
        ("judged", "Decided by", DECIDERS),
        ("ours", "Our choice", {"yes": "has something of our own choice"}),
    )
    return [
        "```{raw} html",
        '<form id="audit-filter" role="search" aria-label="Filter the table" hidden>',
        '<p><label for="audit-text">Words</label>',
        '<input id="audit-text" name="text" type="search" autocomplete="off"></p>',
        *(line for name, label, options in selects for line in _select(name, label, options)),
        '<p><button type="reset">Show all</button></p>',
        "</form>",
        '<p id="audit-count" role="status" aria-live="polite"></p>',
        "```",
        "",
    ]


def _select(name: str, label: str, options: Mapping[str, str]) -> list[str]:
    return [
        f'<p><label for="audit-{name}">{escape(label)}</label>',
        f'<select id="audit-{name}" name="{name}"><option value="">all</option>',
        *(f'<option value="{escape(key)}">{escape(text)}</option>' for key, text in options.items()),
        "</select></p>",
    ]


# --- rows --------------------------------------------------------------------------------------------


def _rules() -> Iterator[tuple[str, ...]]:
    for rule_code, found in by_code().items():
        rule = found[0].rule
        english = f"**{plain(rule.name.en)}**. {plain(rule.text.en)}"
        says = f"{english}<br>*{plain(rule.name.nl)}. {plain(rule.text.nl)}*"
        yield _row(
            "rule",
            rule_link(rule_code),
            says,
            _standing(found),
            SHORT[judged(rule)],
            rule.basis,
            (rule.citation, *rule.also),
            rule.choice,
        )


def _limits() -> Iterator[tuple[str, ...]]:
    limits = {key: limit for process in PROCESSES for key, limit in process.limits.items()}
    standing = [place for found in by_code().values() for place in found]
    for key, limit in sorted(limits.items()):
        rules = [place for place in standing if uses(place.rule.conditions, key)]
        points = [(x, point) for x in PROCESSES for point in x.evaluation_points if uses(point, key)]
        links = ", ".join(dict.fromkeys(rule_link(place.rule.code) for place in rules))
        scheduled = (_scheduled(process, point) for process, point in points)
        yield _row(
            "limit",
            limit_link(key),
            f"**{value_text(limit.value)}**<br>{both(limit.label)}",
            _lines([f"in {links}:" if links else "", _standing(rules), *scheduled]),
            SHORT[COMPUTED],
            limit.basis,
            [*(place.rule.citation for place in rules), *(point.citation for _, point in points)],
            OWN_NUMBER if limit.basis is Basis.CHOICE else None,
        )


OWN_NUMBER = Label(
    nl="Het getal is onze keuze; de passages gaan over de regel.",
    en="The number is our choice; the passages are about the rule.",
)


def _numbers() -> Iterator[tuple[str, ...]]:
    for rule_code, found in by_code().items():
        fixed: dict[tuple[str, c.Condition], list[Place]] = {}
        for place in found:
            for x in leaves(place.rule.conditions):
                for text in fixed_numbers(x):
                    fixed.setdefault((text, x), []).append(place)
        for (text, x), standing in fixed.items():
            rule = standing[0].rule
            words = sentence(plain(condition_text(x, Scene(standing[0].process).voice("en", limits=True))))
            yield _row(
                "number",
                f"number in {rule_link(rule_code)}",
                f"**{text}**<br>{words}",
                _standing(standing),
                SHORT[COMPUTED],
                rule.basis,
                (rule.citation,),
                rule.choice,
            )


def _points() -> Iterator[tuple[str, ...]]:
    for process in PROCESSES:
        for point in process.evaluation_points:
            when = sentence(plain(point_text(point, Scene(process).voice("en", limits=True))))
            numbers = "; ".join(point_numbers(point)) or "none"
            yield _row(
                "point",
                code(point.key),
                f"{both(point.label)}<br>{when}<br>**Numbers**: {numbers}",
                _scheduled(process, point),
                SHORT[COMPUTED],
                point.basis,
                (point.citation,),
                point.choice,
            )


def _instruments() -> Iterator[tuple[str, ...]]:
    for x in (self_assessment(), *INSTRUMENTS):
        bands = "; ".join(f"from {band.at_least:g}: {plain(band.label.en)}" for band in x.bands)
        numbers = f"**Numbers**: {len(x.items)} items; scores {x.scale.lowest} to {x.scale.highest}"
        yield _row(
            "instrument",
            code(x.key),
            _lines([both(x.label), numbers, f"Bands on the {x.bands_on}: {bands}" if bands else ""]),
            "any evaluation",
            SHORT[JUDGED],
            x.basis,
            (x.citation,) if x.citation else (),
            OWN_SCALE if x.basis is Basis.CHOICE else None,
        )


OWN_SCALE = Label(
    nl="De vijf punten en hun woorden zijn onze keuze.",
    en="The five points and their words are our choice.",
)


def _row(
    kind: str,
    what: str,
    says: str,
    where: str,
    decided: str,
    basis: Basis,
    citations: Iterable[Citation],
    choice: Label | None,
) -> tuple[str, ...]:
    passages = dict.fromkeys(text for text in map(cited, citations) if text)
    ours = f"[Our choice]{{.audit-ours-yes}}: {both(choice)}" if choice else ""
    if not ours and basis is Basis.CHOICE:
        ours = "[Our choice]{.audit-ours-yes}."
    return (
        f"[{what}]{{.audit-kind-{kind}}}",
        says,
        where,
        f"[{decided}]{{.audit-judged-{_DECIDES[decided]}}}",
        f"[{basis_text(basis, ENGLISH)}]{{.audit-basis-{basis.value}}}",
        _lines([*passages, ours]),
    )


def _lines(texts: Iterable[str]) -> str:
    return "<br>".join(text for text in texts if text)


# --- where it stands ---------------------------------------------------------------------------------


def _standing(found: Iterable[Place]) -> str:
    steps: dict[tuple[str, str], dict[str, None]] = {}
    links: dict[str, str] = {}
    for place in found:
        key = (place.process.key, _SEVERITY[place.how])
        links[place.process.key] = process_link(place.process, text=place.process.key)
        steps.setdefault(key, {})[code(place.trigger or place.phase)] = None
    return _lines(
        f"[{links[key]} {severity}: {', '.join(names)}]{{.audit-process-{key} .audit-severity-{severity}}}"
        for (key, severity), names in steps.items()
    )


def _scheduled(process: Process, point: p.EvaluationPoint) -> str:
    link = process_link(process, text=process.key)
    return f"[{link} schedules: {code(point.key)}]{{.audit-process-{process.key} .audit-severity-scheduled}}"
