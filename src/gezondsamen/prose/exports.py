"""Words in files for other people's software: what a process asks, told beside its phases and steps.

Each constant is a pair, Dutch and English, to be said by a language.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from gezondsamen.labels import Label
from gezondsamen.language import DUTCH, ENGLISH
from gezondsamen.process.phases import Phase, Transition
from gezondsamen.process.requirements import Requirement
from gezondsamen.prose.asked import asked_lines
from gezondsamen.prose.moments import anchor_text
from gezondsamen.prose.scene import Voice
from gezondsamen.prose.statuses import ENDING, basis_text, read_text

Words = tuple[str, str]

WHICH_STEP: Final[Words] = ("Welke stap?", "Which step?")
"""At a choice between steps."""

ALL_PARTIES: Final[Words] = ("partijen samen", "parties together")
"""Who acts in a phase for which no rule asks a role."""

BEGIN: Final[Words] = ("begin", "begin")

# --- a case type -------------------------------------------------------------------------------------

CLOSED: Final[Words] = ("afgesloten", "closed")
PARTY: Final[Words] = ("Partij in de samenwerking", "Party in the collaboration")
GUIDE: Final[Words] = ("begeleiden", "guide")
AIM: Final[Words] = ("Samenwerken voor gezondheid: {process}.", "Collaborate for health: {process}.")
OCCASION: Final[Words] = (
    "Het proces begint in de fase “{phase}”.",
    "The process begins in the phase “{phase}”.",
)
MADE_FROM: Final[Words] = (
    "Gemaakt van het proces {key}, versie {version}, van gezondsamen.",
    "Made from the process {key}, version {version}, of gezondsamen.",
)

SCHEME: Final[Mapping[str, Words]] = {
    "topic": ("onderwerpen", "topics"),
    "role": ("rollen", "roles"),
    "party_kind": ("soorten partijen", "kinds of party"),
    "side": ("kanten", "sides"),
    "sector": ("sectoren en beleidsterreinen", "sectors and policy domains"),
    "sector_group": ("groepen sectoren", "groups of sectors"),
    "subject": ("waarover partijen hun standpunt geven", "what parties take a stance on"),
    "stance": ("standpunten", "stances"),
    "contact_kind": ("soorten contact", "kinds of contact"),
    "evaluation_kind": ("soorten evaluatie", "kinds of evaluation"),
    "decision": ("besluiten na een evaluatie", "decisions after an evaluation"),
    "aspect": ("kanten van een evaluatie", "aspects of an evaluation"),
    "contribution_kind": ("soorten bijdragen", "kinds of contribution"),
    "contribution_status": ("standen van een bijdrage", "statuses of a contribution"),
    "agreement_kind": ("soorten overeenkomsten", "kinds of agreement"),
    "agreement_form": ("vormen van een overeenkomst", "forms of an agreement"),
    "clause": ("bepalingen in een overeenkomst", "clauses of an agreement"),
    "rule": ("regels: {process}", "rules: {process}"),
    "factor": ("factoren: {process}", "factors: {process}"),
}
"""What a list of words is called, rules and factors included."""

FACTOR: Final[Mapping[str, Words]] = {
    "success": ("wat samenwerken helpt slagen: {label}", "what helps collaboration to succeed: {label}"),
    "obstacle": (
        "wat samenwerken in de weg staat: {label}",
        "what stands in the way of collaboration: {label}",
    ),
}
"""What a factor is."""

_NEEDED: Final[Words] = ("Nodig", "Needed")
_ADVISED: Final[Words] = ("Aandachtspunt", "Point of attention")
_WATCHED: Final[Words] = ("In deze fase van belang", "Looked after in this phase")


def filled(said: Words, **blanks: Label) -> Label:
    """Return a text in both languages, with labels in its blanks."""
    nl = DUTCH(*said, **{name: label.nl for name, label in blanks.items()})
    en = ENGLISH(*said, **{name: label.en for name, label in blanks.items()})
    return Label(nl=nl, en=en)


def phase_text(phase: Phase, v: Voice) -> str:
    """Return what is looked after in a phase and where it comes from, as lines; an end says its kind."""
    source = () if phase.citation is None else (_cited(phase.citation.text(), v),)
    ending = (v(*ENDING[phase.outcome]),) if phase.outcome else ()
    return "\n".join((*ending, *source, *_rules(phase.watches, _WATCHED, v)))


def step_text(step: Transition, v: Voice) -> str:
    """Return what a step asks and advises, with sources, as lines."""
    lines = [] if step.citation is None else [_cited(step.citation.text(), v)]
    if step.falls_due is not None:
        anchor = anchor_text(step.falls_due, v)
        lines.append(v("Wordt vanzelf nodig: {anchor}", "Falls due by itself: {anchor}", anchor=anchor))
    lines += [*_rules(step.requires, _NEEDED, v), *_rules(step.advises, _ADVISED, v)]
    return "\n".join(lines)


def rule_text(rule: Requirement, v: Voice) -> str:
    """Return what a rule says, what is asked of whom, and its source, as lines."""
    return "\n".join((v.label(rule.text), *_asked(rule, v)))


def _rules(rules: Iterable[Requirement], head: Words, v: Voice) -> Iterable[str]:
    for rule in rules:
        yield f"{v(*head)} [{rule.code}]: {v.label(rule.name)}. {v.label(rule.text)}"
        yield from _asked(rule, v)


def _asked(rule: Requirement, v: Voice) -> Iterable[str]:
    yield from (f"- {line}" for line in asked_lines(rule, v))
    ground = basis_text(rule.basis, v.language)
    yield _cited(f"{ground}: {rule.citation.text()}{read_text(rule.citation, v.language)}", v)


def _cited(text: str, v: Voice) -> str:
    return v("Bron: {text}", "Source: {text}", text=text)
