"""Pages in plain words, made to be printed: a row, a check, a plan and a watch as a whole.

Texts are made from data and from labels; what is told about holds no prose. The protocols say which
data that is, so that those who judge and those who say do not import each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Protocol

from gezondsamen.findings import Finding
from gezondsamen.forms.drafts import Draft, Remedy
from gezondsamen.language import Language, capitalised
from gezondsamen.process.requirements import Requirement
from gezondsamen.prose.missing import finding_lines
from gezondsamen.prose.remedies import draft_lines, remedy_lines, with_new_parties
from gezondsamen.prose.scene import Voice
from gezondsamen.prose.statuses import NOT_AT_ISSUE_YET, OUTDATED, RULE, Words, basis_text, read_text


class Row(Protocol):
    """How one rule came out."""

    @property
    def requirement(self) -> Requirement: ...
    @property
    def status(self) -> str: ...
    @property
    def findings(self) -> tuple[Finding, ...]: ...
    @property
    def remedy(self) -> Remedy | None: ...
    @property
    def not_asked_through(self) -> date | None: ...
    @property
    def at_issue(self) -> bool: ...


class Step(Protocol):
    """Whether a step may be taken."""

    @property
    def trigger(self) -> str: ...
    @property
    def phase(self) -> str: ...
    @property
    def target(self) -> str | None: ...
    @property
    def on(self) -> date: ...
    @property
    def title(self) -> str: ...
    @property
    def possible(self) -> bool: ...
    @property
    def barred_on(self) -> date | None: ...
    @property
    def led_to(self) -> str | None: ...
    @property
    def outcomes(self) -> Sequence[Row]: ...


class Leg(Protocol):
    """One step of a route, and what to record before it."""

    @property
    def trigger(self) -> str: ...
    @property
    def target(self) -> str: ...
    @property
    def drafts(self) -> tuple[Draft, ...]: ...


class Barrier(Protocol):
    """A step that cannot be taken, and the rules in the way."""

    @property
    def phase(self) -> str: ...
    @property
    def trigger(self) -> str: ...
    @property
    def rules(self) -> tuple[str, ...]: ...


class Route(Protocol):
    """The way to a phase, or what stands in the way."""

    @property
    def to(self) -> str: ...
    @property
    def found(self) -> bool: ...
    @property
    def proven(self) -> bool: ...
    @property
    def steps(self) -> Sequence[Leg]: ...
    @property
    def reached(self) -> tuple[str, ...]: ...
    @property
    def barriers(self) -> Sequence[Barrier]: ...
    @property
    def barred_on(self) -> date | None: ...


class Phase(Protocol):
    """How the watched rules of a phase stand."""

    @property
    def phase(self) -> str: ...
    @property
    def on(self) -> date: ...
    @property
    def title(self) -> str: ...
    @property
    def outcomes(self) -> Sequence[Row]: ...


# --- rows --------------------------------------------------------------------------------------------


def status_text(row: Row, say: Language) -> str:
    """Return how a rule came out."""
    return say(*(RULE[row.status] if row.at_issue else NOT_AT_ISSUE_YET))


def row_text(row: Row, v: Voice) -> str:
    """Return how a rule came out as a paragraph: what is missing, what helps, and the source."""
    rule = row.requirement
    state = status_text(row, v.language)
    if row.not_asked_through is not None:
        state += v(" (tot en met {day})", " (through {day})", day=v.day(row.not_asked_through))
    lines = [f"{capitalised(v.label(rule.name))} [{rule.code}]: {state}."]
    told = bool(row.findings) or row.status == "note"
    if told:
        lines.append(f"   {v.label(rule.text)}")
    lines += [f"   - {line}" for line in finding_lines(rule, row.findings, v)]
    if row.remedy is not None:
        lines.append(f"   {v('Wat u kunt doen', 'What you can do')}:")
        lines += [f"   → {line}" for line in remedy_lines(row.remedy, rule, v, status=row.status)]
    if told:
        lines += [f"   {line}" for line in _source_lines(rule, v)]
    return "\n".join(lines)


def _source_lines(rule: Requirement, v: Voice) -> Iterable[str]:
    """Yield where a rule comes from, and what of it is our own choice."""
    ground = basis_text(rule.basis, v.language)
    where = f" ({rule.citation.address})" if rule.citation.address else ""
    read = read_text(rule.citation, v.language)
    yield f"{v('Bron', 'Source')}: {ground}: {rule.citation.text()}{where}{read}"
    if rule.choice is not None:
        yield f"{v('Onze keuze', 'Our choice')}: {v.label(rule.choice)}"


SECTIONS: tuple[tuple[Words, str, bool], ...] = (
    (("Wat nog nodig is", "What is still needed"), "unmet", True),
    (
        ("Aandachtspunten (houden niets tegen)", "Points of attention (nothing is held up)"),
        "advised",
        True,
    ),
    (("Van afgeweken", "Set aside"), "waived", True),
    (("In orde", "In order"), "met", True),
    (("Nog niet aan de orde", "Not at issue yet"), "met", False),
    (("Goed om te weten", "Good to know"), "note", True),
)
"""The parts of a page: title, status of the rules in it, and whether these are at issue already."""


def _sections(rows: Sequence[Row], v: Voice) -> Iterable[str]:
    """Yield the parts of a page, one for each status that occurs."""
    for title, status, at_issue in SECTIONS:
        found = [x for x in rows if x.status == status and x.at_issue is at_issue]
        yield from _section(v(*title), [row_text(row, v) for row in found])


def _section(title: str, paragraphs: Sequence[str]) -> Iterable[str]:
    """Yield a titled part of a page, or nothing where it has no paragraphs."""
    if paragraphs:
        yield from ("", title, "-" * len(title), *paragraphs)


def _head(title: str, about: str, on: date, v: Voice) -> tuple[str, str]:
    """Return the title of a page, underlined."""
    head = f"{title + ': ' if title else ''}{about} ({v.day(on)})"
    return head, "=" * len(head)


# --- a check -----------------------------------------------------------------------------------------


def check_summary(check: Step, v: Voice) -> str:
    """Return in one sentence whether a step can be taken."""
    if check.led_to is not None:
        return v(
            "Deze stap leidt nu ergens anders heen: hij is gezet naar “{there}”.",
            "This step leads elsewhere now: it was taken to “{there}”.",
            there=v.phase(check.led_to),
        )
    if check.possible:
        return _verdict(sum(row.status == "unmet" for row in check.outcomes), v)
    if check.barred_on is not None:
        return barred(check.barred_on, v)
    process = v.scene.process
    exits = process.exits(check.phase) if process.has_phase(check.phase) else ()
    steps = [f"“{v.label(t.label)}”" for t in exits]
    return v(
        "Deze stap kan niet vanuit de fase “{here}”. Wel mogelijk: {steps}.",
        "This step does not lead out of phase “{here}”. Possible are: {steps}.",
        here=v.phase(check.phase),
        steps=v.listing(steps, word="or") or v("niets meer", "none"),
    )


def barred(by: date, v: Voice) -> str:
    """Return that no step can be taken before one that was taken on a later day."""
    return v(
        "Op {day} is al een volgende stap gezet. Op een dag daarvóór kan er geen stap meer bij.",
        "A later step was taken on {day}. On a day before that, no step can be added.",
        day=v.day(by),
    )


def _verdict(missing: int, v: Voice) -> str:
    if not missing:
        return v("Deze stap kan worden gezet.", "This step can be taken.")
    if missing == 1:
        return v("Dit is nog niet rond: er ontbreekt één ding.", "Not complete yet: one thing is missing.")
    return v(
        "Dit is nog niet rond: er ontbreken {missing} dingen.",
        "Not complete yet: {missing} things are missing.",
        missing=v.numeral(missing),
    )


def check_page(check: Step, v: Voice) -> str:
    """Return a check as a page: where the step leads, the answer, and every rule."""
    lines = [*_head(check.title, v.trigger(check.trigger), check.on, v)]
    if check.target is None:
        return "\n".join([*lines, check_summary(check, v)]) + "\n"
    here = v.phase(check.phase)
    there = v.phase(check.target or check.phase)
    if check.target == check.phase:
        lines.append(v("De fase blijft “{here}”.", "The phase stays “{here}”.", here=here))
    else:
        lines.append(v("Van “{here}” naar “{there}”.", "From “{here}” to “{there}”.", here=here, there=there))
    return "\n".join([*lines, check_summary(check, v), *_sections(check.outcomes, v)]) + "\n"


# --- a plan ------------------------------------------------------------------------------------------


def plan_page(plan: Route, v: Voice) -> str:
    """Return a plan as a numbered list of steps, or why there is no way."""
    return "\n".join(_route(plan, v) if plan.found else _proof(plan, v)) + "\n"


def _route(plan: Route, v: Voice) -> Iterable[str]:
    yield v("Op weg naar: {goal}", "On the way to: {goal}", goal=v.phase(plan.to))
    named = with_new_parties(v, (draft for step in plan.steps for draft in step.drafts))
    for number, step in enumerate(plan.steps, 1):
        yield f"{number}. {v.trigger(step.trigger)} → {v.phase(step.target)}"
        yield from (f"   - {text}" for text in draft_lines(step.drafts, named))


def _proof(plan: Route, v: Voice) -> Iterable[str]:
    goal = v.phase(plan.to)
    if plan.barred_on is not None:
        yield v("Er is geen weg naar: {goal}.", "There is no route to: {goal}.", goal=goal)
        yield barred(plan.barred_on, v)
        return
    if plan.proven:
        yield v("Er is geen weg naar: {goal}.", "There is no route to: {goal}.", goal=goal)
    else:
        yield v("Geen weg gevonden naar: {goal}.", "No route was found to: {goal}.", goal=goal)
    phases = v.listing(f"“{v.phase(key)}”" for key in plan.reached)
    yield v("Te bereiken: {phases}.", "Within reach: {phases}.", phases=phases)
    for barrier in plan.barriers:
        yield v(
            "- Vanuit “{here}” kan “{step}” niet: {rules}.",
            "- Out of “{here}”, “{step}” cannot be taken: {rules}.",
            here=v.phase(barrier.phase),
            step=v.trigger(barrier.trigger),
            rules=v.listing(v.rule(code) for code in barrier.rules),
        )


# --- a watch -----------------------------------------------------------------------------------------


class Watched(Phase, Protocol):
    """How a phase stands."""

    @property
    def outdated(self) -> tuple[str, ...]: ...


def watch_page(watch: Watched, late: Sequence[str], v: Voice) -> str:
    """Return how a phase stands as a page; `late` are lines on the evaluations that are overdue."""
    here = v.phase(watch.phase)
    title = v("Evaluaties die hadden gemoeten", "Evaluations overdue")
    lines = [
        *_head(watch.title, here, watch.on, v),
        *_section(title, late),
        *_section(v(*OUTDATED), [read_for(v.scene.process.requirements[code], v) for code in watch.outdated]),
        *_sections(watch.outcomes, v),
    ]
    return "\n".join(lines) + "\n"


def read_for(rule: Requirement, v: Voice) -> str:
    """Return that a programme set a rule for a school year."""
    return v(
        "{rule} ({code}): een programma stelde dit voor schooljaar {year}.",
        "{rule} ({code}): a programme set this for the school year {year}.",
        rule=capitalised(v.label(rule.name)),
        code=rule.code,
        year=rule.citation.work.school_year,
    )
