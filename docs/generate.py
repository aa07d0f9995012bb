"""Write the reference pages that follow from the values: rules, limits, processes, terms, works, vocabulary.

`conf.py` calls `generate` before Sphinx looks for its sources. What is written here is never edited
by hand: a page is wrong where a value is wrong.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Iterator
from importlib import import_module
from importlib.util import find_spec
from itertools import groupby
from pathlib import Path
from typing import Any, Literal, assert_never, get_args

import attrs

import gezondsamen as gs
from gezondsamen.catalogue.works import OUR_CHOICE
from gezondsamen.citations import BASIS_LABELS, Basis, Citation, Work
from gezondsamen.decision.saying import condition_text
from gezondsamen.decision.wording import Scene, listing, period_text
from gezondsamen.dossier import facts
from gezondsamen.dossier.parties import About, Party
from gezondsamen.exchange import to_mermaid
from gezondsamen.labels import Label
from gezondsamen.periods import Every
from gezondsamen.process import conditions as c
from gezondsamen.process import evaluation_points as p
from gezondsamen.process.phases import Transition
from gezondsamen.process.process import Process
from gezondsamen.process.requirements import Requirement
from gezondsamen.terms import SCHEMES, Term

PROCESSES = tuple(gs.PROCESSES.values())

FAMILIES = {
    "AGR": "Agreements and contributions",
    "AMB": "Ambition",
    "COM": "Communication",
    "DRA": "Support",
    "EFA": "Effectenarena",
    "EVA": "Evaluation",
    "FIN": "Funding",
    "ISC": "Working across sectors",
    "KEN": "Getting to know each other",
    "NET": "Networks",
    "PAR": "Who takes part",
    "POL": "Municipal policy",
    "PPS": "Public-private partnership",
    "REG": "Direction",
    "ROL": "Tasks and roles",
    "VIG": "Certificates",
    "WEL": "Well-being at school",
}
"""The families of rules by the letters of their codes."""


def generate(docs_dir: Path) -> None:
    """Write all generated pages under `reference/generated`, and remove those that no longer follow."""
    root = docs_dir / "reference" / "generated"
    pages = {
        "rules.md": rules_page(),
        "limits.md": limits_page(),
        "processes/index.md": processes_page(),
        **{f"processes/{process.key}.md": process_page(process) for process in PROCESSES},
        "terms.md": terms_page(),
        "works.md": works_page(),
        "facts.md": facts_page(),
        "conditions.md": conditions_page(),
    }
    for name, text in pages.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
    for path in root.rglob("*.md"):
        if path.relative_to(root).as_posix() not in pages:
            path.unlink()


# --- markdown ----------------------------------------------------------------------------------------


def plain(text: object) -> str:
    """Return a text that Markdown leaves as it is, also inside a table."""
    return re.sub(r"([|*<\[\]])", r"\\\1", str(text)).replace("\n", " ")


def code(key: object) -> str:
    """Return a key as code."""
    return f"`{key}`"


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> list[str]:
    """Return the lines of a table, or nothing where it has no rows."""
    body = [f"| {' | '.join(row)} |" for row in rows]
    return [f"| {' | '.join(head)} |", f"|{'---|' * len(head)}", *body, ""] if body else []


def entry(term: str, *texts: str) -> list[str]:
    """Return an entry of a definition list, or nothing where there is no text."""
    given = [text for text in texts if text]
    return [term, *(f": {text}" for text in given), ""] if given else []


def page(title: str, *lines: str, anchor: str = "") -> str:
    """Return a page from its title and lines."""
    target = [f"({anchor})="] if anchor else []
    return "\n".join([*target, f"# {title}", "", *lines]).rstrip() + "\n"


def rule_link(rule_code: str) -> str:
    """Return a link to a rule."""
    return f"[{rule_code}](#rule-{rule_code.lower()})"


def limit_link(key: str) -> str:
    """Return a link to a limit."""
    return f"[{code(key)}](#limit-{key})"


def process_link(process: Process, *, text: str = "") -> str:
    """Return a link to the page of a process."""
    return f"[{text or plain(process.label.en)}](#process-{process.key})"


def scheme_link(scheme: str) -> str:
    """Return a link to the terms of a scheme."""
    return f"[{scheme.replace('_', ' ')}](#terms-{scheme})"


def cited(citation: Citation) -> str:
    """Return a citation in one line, with a link to the work and to the passage where it is public."""
    if citation.work == OUR_CHOICE:
        return ""
    parts = [f"[{plain(Citation(citation.work).text())}](#work-{citation.work.key})"]
    if citation.heading and citation.heading != citation.work.title:
        parts.append(plain(citation.heading))
    if citation.opening:
        parts.append(f"“{plain(citation.opening)} …”")
    if citation.address:
        parts.append(f"[read it]({citation.address})")
    return ", ".join(parts)


def both(label: Label) -> str:
    """Return a label in English, with the Dutch under it."""
    return f"{plain(label.en)}<br>*{plain(label.nl)}*"


def sentence(text: str) -> str:
    """Return a text that begins with a capital and ends with a full stop."""
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith('.') else '.'}"


def value_text(value: int | float | Every) -> str:
    """Return the value of a limit in words."""
    return period_text(value, "en") if isinstance(value, Every) else f"{value:g}"


# --- where rules stand -------------------------------------------------------------------------------

How = Literal["blocks", "warns", "watched", "shown"]


TITLES: dict[How, str] = {
    "blocks": "Blocks",
    "warns": "Warns",
    "watched": "Watched in",
    "shown": "Shown with",
}


@attrs.frozen
class Place:
    """Say where a rule stands: on a step (`trigger`) out of a phase, or watched in that phase."""

    process: Process
    phase: str
    trigger: str | None
    how: How
    rule: Requirement

    def text(self) -> str:
        """Return the place with a link to its process."""
        where = process_link(self.process, text=self.process.key)
        step = f" → {code(self.trigger)}" if self.trigger else ""
        return f"{where} {code(self.phase)}{step}"


def places(process: Process) -> Iterator[Place]:
    """Yield every place in which a rule of the process stands; a note is shown there, no more."""
    for t in process.transitions:
        for rule in t.requires:
            yield Place(process, t.source, t.trigger, "shown" if rule.is_note else "blocks", rule)
        for rule in t.advises:
            yield Place(process, t.source, t.trigger, "shown" if rule.is_note else "warns", rule)
    for phase in process.phases:
        for rule in phase.watches:
            yield Place(process, phase.key, None, "shown" if rule.is_note else "watched", rule)


def by_code() -> dict[str, list[Place]]:
    """Return the places of every rule of every process, by code in alphabetical order."""
    found: dict[str, list[Place]] = {}
    for process in PROCESSES:
        for place in places(process):
            found.setdefault(place.rule.code, []).append(place)
    return dict(sorted(found.items()))


# --- computed, or judged by people -------------------------------------------------------------------

JUDGED = "judged by people"
COVERED = "judged by people; coverage, order or age computed"
COMPUTED = "computed"
MIXED = "partly computed, partly judged by people"
NOTE = "a note: shown, never judged"


def leaves(conditions: Iterable[c.Condition]) -> Iterator[c.Condition]:
    """Yield the conditions that stand inside no other."""
    for x in conditions:
        if isinstance(x, c.AllOf | c.AnyOf):
            yield from leaves(x.conditions)
        else:
            yield x


SHORT = {JUDGED: "people", COVERED: "people +", COMPUTED: "computed", MIXED: "both", NOTE: "note"}
"""The same in a narrow column."""


def judged(rule: Requirement) -> str:
    """Return who decides whether a rule is met: follows from the kinds of its conditions."""
    kinds = {_judged(x) for x in leaves(rule.conditions)}
    if not kinds:
        return NOTE
    if COMPUTED in kinds:
        return COMPUTED if kinds == {COMPUTED} else MIXED
    return COVERED if COVERED in kinds else JUDGED


def _judged(x: c.Condition) -> str:
    match x:
        case c.OnRecord():
            return COVERED if x.each is not None or x.max_age is not None or x.dated else JUDGED
        case c.RecordCount() | c.Lasts() | c.Paired():
            return COVERED
        case _:
            return COMPUTED


# --- rules -------------------------------------------------------------------------------------------

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
    """Return the page of all rules."""
    rules = by_code()
    lines = [_RULES, *_overview(rules)]
    for family, group in groupby(rules, key=lambda key: key.split("-")[0]):
        lines += [f"## {FAMILIES.get(family, family)}", ""]
        for rule_code in group:
            lines += _rule(rules[rule_code])
    return page("Rules", *lines, anchor="rules")


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
                BASIS_LABELS[found[0].rule.basis].en,
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
        f"### {rule.code}: {plain(rule.name.en)}",
        "",
        plain(rule.text.en),
        "",
        *entry("In Dutch", f"**{plain(rule.name.nl)}**. {plain(rule.text.nl)}"),
    ]
    for conditions, standing in variants.items():
        asked = [sentence(plain(condition_text(x, _scene(standing[0].process), "en"))) for x in conditions]
        lines += entry("Asks", *asked)
        for how, title in TITLES.items():
            lines += entry(title, "; ".join(place.text() for place in standing if place.how == how))
    return [
        *lines,
        *entry("Judged", sentence(judged(rule))),
        *entry("Source", f"{sentence(BASIS_LABELS[rule.basis].en)} {cited(rule.citation)}".rstrip()),
        *entry("See also", *map(cited, rule.also)),
        *entry("Our choice", plain(rule.choice.en) if rule.choice else ""),
        *entry("Waiver", "" if rule.waivable else "Cannot be waived by anybody."),
        *entry("Limits", "; ".join(_limit(x) for x in dict.fromkeys(c.limits_in(rule.conditions)))),
        *entry("Entails", "; ".join(_entailed(rule.code))),
    ]


def _scene(process: Process) -> Scene:
    return Scene(process)


def _limit(limit: c.Limit) -> str:
    basis = BASIS_LABELS[limit.basis].en
    return f"{limit_link(limit.key)} = {value_text(limit.value)}: {plain(limit.label.en)} ({basis})"


def _entailed(rule_code: str) -> Iterator[str]:
    for process in PROCESSES:
        for x in gs.verify(process).entailments:
            if x.code == rule_code:
                where = process_link(process, text=process.key)
                yield f"{rule_link(x.entails)} where both stand in {where} {code(x.where)}"


# --- limits ------------------------------------------------------------------------------------------

_LIMITS = """\
The numbers and periods that a process may set otherwise, with `process.adapt(limits=...)`. One key has
one value in a process, however many rules and evaluation points share it. A whole number takes a whole
number, a period takes an `Every`. See [](../../how-to/adapt-a-process.md).
"""


def limits_page() -> str:
    """Return the page of all limits."""
    found: dict[str, c.Limit] = {}
    rules: dict[str, dict[str, None]] = {}
    points: dict[str, dict[str, None]] = {}
    for process in PROCESSES:
        found |= {key: limit for key, limit in process.limits.items() if key not in found}
        for place in places(process):
            for limit in c.limits_in(place.rule.conditions):
                rules.setdefault(limit.key, {})[rule_link(place.rule.code)] = None
        for point in process.evaluation_points:
            for limit in c.limits_in(point):
                text = f"{process_link(process, text=process.key)} {code(point.key)}"
                points.setdefault(limit.key, {})[text] = None
    rows = []
    for key, limit in sorted(found.items()):
        rows.append(
            (
                f"[{code(key)}]{{#limit-{key}}}",
                value_text(limit.value),
                both(limit.label),
                BASIS_LABELS[limit.basis].en,
                ", ".join(rules.get(key, ())),
                ", ".join(points.get(key, ())),
            )
        )
    head = ("key", "value", "what it bounds, *wat het begrenst*", "basis", "rules", "evaluation points")
    return page("Limits", _LIMITS, *table(head, rows), anchor="limits")


# --- processes ---------------------------------------------------------------------------------------


def processes_page() -> str:
    """Return the page that lists the processes."""
    rows = (
        (
            process_link(process),
            plain(process.label.nl),
            code(process.key),
            str(len(process.phases)),
            str(len(process.transitions)),
            str(len(process.requirements)),
        )
        for process in PROCESSES
    )
    toctree = ["```{toctree}", ":hidden:", "", *(process.key for process in PROCESSES), "```"]
    head = ("process", "proces", "key", "phases", "steps", "rules")
    return page("Processes", "All are in `gezondsamen.PROCESSES`.", "", *table(head, rows), *toctree)


def process_page(process: Process) -> str:
    """Return the page of one process."""
    lines = [
        f"*{plain(process.label.nl)}*, key {code(process.key)}, version {process.version}.",
        "",
        *_introduction(process),
        "```{mermaid}",
        to_mermaid(process, lang="en").rstrip(),
        "```",
        "",
        "## Phases",
        "",
        *table(
            ("key", "phase, *fase*", "kind", "stage", "source"),
            (
                (
                    code(phase.key),
                    both(phase.label),
                    phase.kind + (f" ({phase.outcome})" if phase.outcome else ""),
                    str(phase.stage or ""),
                    _basis(phase.citation, phase.basis),
                )
                for phase in process.phases
            ),
        ),
        "A final phase ends in *success*, *early*, or *neutral*: not started, or done in another way.",
        "",
        "## Steps",
        "",
        *table(
            ("from", "trigger", "step, *stap*", "to", "blocked by", "warned by", "source"),
            (_step(t) for t in process.transitions),
        ),
        *_special(process),
        *_watched(process),
        *_points(process),
    ]
    return page(sentence(plain(process.label.en)).rstrip("."), *lines, anchor=f"process-{process.key}")


def _introduction(process: Process) -> list[str]:
    """Return what the module that holds the process says about it."""
    module = f"gezondsamen.phases.{process.key}"
    text = (inspect.getdoc(import_module(module)) or "").split("\n\n")[0] if find_spec(module) else ""
    return [text, "", f"The keys of phases and triggers are constants in {code(module)}.", ""] if text else []


def _basis(citation: Citation | None, basis: Basis) -> str:
    if citation is None or basis is Basis.CHOICE:
        return BASIS_LABELS[Basis.CHOICE].en
    return f"[{BASIS_LABELS[basis].en}](#work-{citation.work.key})"


def _rule_links(rules: Iterable[Requirement]) -> str:
    return ", ".join(rule_link(rule.code) for rule in rules)


def _step(t: Transition) -> tuple[str, ...]:
    return (
        code(t.source),
        code(t.trigger),
        both(t.label),
        "stays" if t.is_loop else code(t.target),
        _rule_links(t.requires),
        _rule_links(t.advises),
        _basis(t.citation, t.basis),
    )


def _special(process: Process) -> list[str]:
    lines = []
    for t in process.transitions:
        step = f"{code(t.trigger)} out of {code(t.source)}"
        if t.concerns:
            lines.append(
                f"- {step} takes in a {t.concerns}: conditions on each {t.concerns} look at that one."
            )
        if t.since:
            lines.append(f"- The rules of {step} look back to the last entry into {code(t.since)}.")
        if t.falls_due is not None:
            lines.append(f"- {step} falls due by itself, counted {anchor_text(t.falls_due, process)}.")
    return [*lines, ""] if lines else []


def _watched(process: Process) -> list[str]:
    rows = [
        (code(phase.key), plain(phase.label.en), _rule_links(phase.watches))
        for phase in process.phases
        if phase.watches
    ]
    return ["## Watched rules", "", *table(("phase", "", "rules"), rows)] if rows else []


def _points(process: Process) -> list[str]:
    if not process.evaluation_points:
        return []
    lines = ["## Evaluation points", ""]
    for point in process.evaluation_points:
        lines += [
            *entry(
                f"{code(point.key)}: {plain(point.label.en)} (*{plain(point.label.nl)}*)",
                sentence(plain(when_text(point, process))),
                sentence(_with_what(point)) if point.instrument or point.evaluator else "",
                f"{sentence(BASIS_LABELS[point.basis].en)} {cited(point.citation)}".rstrip(),
                plain(point.choice.en) if point.choice else "",
            )
        ]
    return lines


def _with_what(point: p.EvaluationPoint) -> str:
    parts = []
    if point.instrument:
        parts.append(f"with: {plain(point.instrument.en)}")
    if point.evaluator:
        parts.append(f"by: {plain(point.evaluator.en)}")
    return "; ".join(parts)


def when_text(point: p.EvaluationPoint, process: Process) -> str:
    """Return in words when an evaluation point gives moments."""
    start = anchor_text(point.anchor, process)
    parts: list[str] = []
    if point.fraction is not None:
        parts.append(f"at {point.fraction:.0%} of the term")
    elif point.before_end is not None:
        parts.append(f"{bound_text(point.before_end)} before the end of the term")
    elif point.every is not None:
        parts.append(f"every {bound_text(point.every)}, counted {start}")
    elif point.offset is None:
        parts.append(f"counted {start}")
    if point.offset is not None:
        parts.append(
            f"first {bound_text(point.offset)} later" if parts else f"{bound_text(point.offset)} {start}"
        )
    if point.min_count != 1:
        count = point.min_count.value if isinstance(point.min_count, c.Limit) else point.min_count
        parts.append(f"at least {count} times")
    if point.window is not None:
        parts.append(f"between {point.window.first} and {point.window.last} (month-day)")
    if point.min_term is not None:
        parts.append(f"for terms of {period_text(point.min_term, 'en')} or longer")
    if point.while_in:
        parts.append(f"while in {listing(point.while_in, 'en', word='or')}")
    for anchor, period in point.on_events:
        later = f"{period_text(period, 'en')} " if period else "on the day itself, "
        parts.append(f"and once {later}{anchor_text(anchor, process)}")
    if point.optional:
        parts.append("optional")
    return ", ".join(parts)


def bound_text(bound: Every | c.Limit) -> str:
    """Return a period, with the key of its limit where it has one."""
    if isinstance(bound, c.Limit):
        return f"{value_text(bound.value)} [{bound.key}]"
    return period_text(bound, "en")


def anchor_text(anchor: p.Anchor, process: Process) -> str:
    """Return in words from what something is counted."""
    match anchor:
        case p.OnPhase():
            return f"from the first entry into “{process.phase(anchor.phase).label.en}”"
        case p.OnTrigger():
            label = next(t.label.en for t in process.transitions if t.trigger == anchor.trigger)
            return f"from each time that the step “{label}” is taken"
        case p.OnTerm():
            return f"from the {anchor.edge} of the term of the agreement"
        case p.OnStatement():
            topic = _scene(process).term("topic", anchor.topic, "en")
            day = "its day" if anchor.edge == "on" else "the day through which it is valid"
            return f"from each statement on “{topic}”, {day}"
        case p.OnAction():
            return "from the due day of each agreed action"
        case p.OnPartyLeft():
            return "from each day on which a party left"
        case p.OnSchoolYear():
            return "from the first day of each school year"
        case _:
            assert_never(anchor)


# --- terms and works ---------------------------------------------------------------------------------

_TERMS = """\
The words that may be recorded, scheme by scheme. A fact with another word is refused with the nearest
known one. A host adds its own with `process.adapt(terms=...)`.
"""


def terms_page() -> str:
    """Return the page of all terms."""
    found: dict[str, dict[str, Term]] = {scheme: {} for scheme in SCHEMES}
    for process in PROCESSES:
        for term in process.terms:
            found[term.scheme][term.key] = term
    lines = [_TERMS]
    for scheme, terms in found.items():
        grouped = any(term.groups for term in terms.values())
        head = ("key", "English", "Nederlands", *(("groups",) if grouped else ()))
        rows = (
            (
                code(term.key),
                plain(term.label.en),
                plain(term.label.nl),
                *((", ".join(map(code, term.groups)),) if grouped else ()),
            )
            for term in terms.values()
        )
        title = sentence(scheme.replace("_", " ")).rstrip(".")
        lines += [f"(terms-{scheme})=", f"## {title}", "", *table(head, rows)]
    return page("Terms", *lines, anchor="terms")


_WORKS = """\
Every work that a rule, a phase, a step or an evaluation point cites. Addresses are given where the work,
or a description of it, is public.
"""


def works_page() -> str:
    """Return the page of cited works."""
    works = {work.key: work for process in PROCESSES for work in process.works if work != OUR_CHOICE}
    rules = by_code()
    lines = [_WORKS]
    for work in sorted(works.values(), key=lambda work: work.title.lower()):
        citing = [
            rule_link(rule_code)
            for rule_code, found in rules.items()
            if any(x.work == work for x in (found[0].rule.citation, *found[0].rule.also))
        ]
        lines += [
            f"(work-{work.key})=",
            f"## {plain(work.title)}",
            "",
            *entry("Issued by", plain(_issued(work))),
            *entry("Address", f"<{work.url}>" if work.url else ""),
            *entry("Cited by", ", ".join(citing) or "phases, steps or evaluation points only"),
        ]
    return page("Works", *lines, anchor="works")


def _issued(work: Work) -> str:
    return ", ".join(str(part) for part in (work.issuer, work.year) if part)


# --- vocabulary --------------------------------------------------------------------------------------

_FACTS = """\
Everything that can be recorded about a collaboration. Each fact has `on`, the day on which it happened.
Who entered it, for whom and when is in the `Entry`. Where a fact has a `track`, `None` means the whole
collaboration. `about` takes an `About`, a pair of kind and id, or the id of a party.

{class}`~gezondsamen.dossier.facts.TrackOpened`, {class}`~gezondsamen.dossier.facts.StepTaken` and
{class}`~gezondsamen.dossier.facts.Retracted` are made by `start` and `open`, by `advance`, and by `correct`;
the others are given to `record`.
"""

_CONDITIONS = """\
The closed vocabulary in which every rule is written, in `gezondsamen.process.conditions`. A bound is a number
or period, or a `Limit` that a process can set otherwise.

*Each* means each party that the step is about, or each selected one. Where something is asked of each and
nobody is there, that itself is a finding, unless the selection says `or_none`.
"""


def facts_page() -> str:
    """Return the page of facts."""
    lines = [_FACTS]
    for cls in get_args(facts.Fact):
        lines += _record(cls)
    lines += ["## What facts hold", ""]
    for cls in (Party, About, Every):
        lines += _record(cls, level=3)
    return page("Facts", *lines, anchor="facts")


def conditions_page() -> str:
    """Return the page of conditions."""
    lines = [_CONDITIONS]
    used = {
        cls: [
            rule_link(rule_code)
            for rule_code, found in by_code().items()
            if any(type(x) is cls for place in found for x in _all(place.rule.conditions))
        ]
        for cls in get_args(c.Condition)
    }
    for cls in get_args(c.Condition):
        lines += [*_record(cls), *entry("Used by", ", ".join(used[cls]))]
    lines += ["## Selections and bounds", ""]
    for cls in (c.Parties, c.Sectors, c.Limit, c.Same):
        lines += _record(cls, level=3)
    return page("Conditions", *lines, anchor="conditions")


def _all(conditions: Iterable[c.Condition]) -> Iterator[c.Condition]:
    for x in conditions:
        yield x
        if isinstance(x, c.AllOf | c.AnyOf):
            yield from _all(x.conditions)


def _record(cls: Any, *, level: int = 2) -> list[str]:
    text = (inspect.getdoc(cls) or "").split(">>>")[0].strip()
    rows = (
        (code(a.name), _type(a), _default(a))
        for a in attrs.fields(cls)
        if a.init and not (a.name == "on" and a.default is attrs.NOTHING and cls in get_args(facts.Fact))
    )
    return [f"{'#' * level} {cls.__name__}", "", text, "", *table(("field", "takes", "default"), rows)]


def _type(a: attrs.Attribute[Any]) -> str:
    kind = str(a.type).replace(" | None", "")
    scheme = a.metadata.get("scheme")
    if scheme:
        many = "several of " if kind.startswith("tuple") else ""
        return f"{many}{scheme_link(scheme)}"
    literal = re.fullmatch(r"Literal\[(.*)\]", kind)
    if literal:
        return " or ".join(code(choice.strip().strip("\"'")) for choice in literal.group(1).split(","))
    return code(kind.replace("|", "or"))


def _default(a: attrs.Attribute[Any]) -> str:
    if a.default is attrs.NOTHING:
        return "mandatory"
    if a.default in (None, (), ""):
        return ""
    return code(a.default)
