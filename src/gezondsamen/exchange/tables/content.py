"""Tables of what this field knows: rules, what a process asks where, roles and factors."""

from __future__ import annotations

from collections.abc import Iterable

from gezondsamen.arguments import check
from gezondsamen.catalogue.factors import FACTORS
from gezondsamen.citations import Citation
from gezondsamen.exchange.tables.table import Cell, Table
from gezondsamen.language import Language, language_of
from gezondsamen.phases import PROCESSES
from gezondsamen.process.process import Process
from gezondsamen.process.requirements import Requirement
from gezondsamen.prose import tables as words
from gezondsamen.prose.statuses import basis_text
from gezondsamen.questions import by_key


def rules_table(processes: Iterable[Process] | None = None, *, lang: str = "nl") -> Table:
    """Return every rule once: code, name, text, basis, source, and in which processes it stands.

    `processes` are all that ship unless some are given.
    """
    say = language_of(lang)
    found: dict[str, tuple[Requirement, list[str]]] = {}
    for process in (PROCESSES if processes is None else by_key(processes)).values():
        for code, rule in process.requirements.items():
            found.setdefault(code, (rule, []))[1].append(say.label(process.label))
    rows = (
        (*_rule(rule, say), "; ".join(names), *_source(rule.citation))
        for _, (rule, names) in sorted(found.items())
    )
    columns = (*words.RULE_HEADS, words.IN_PROCESSES, *words.SOURCE_HEADS)
    return Table(say(*words.RULES), words.heads(columns, say), rows)


def requirements_table(process: Process, *, lang: str = "nl") -> Table:
    """Return what a process asks, and where: each step requires and advises, each phase watches."""
    check("process", process, Process, "a process, such as gs.PPS")
    say = language_of(lang)
    rows: list[tuple[Cell, ...]] = []
    for step in process.transitions:
        where = (say.label(process.phase(step.source).label), say.label(step.label))
        rows += [(*where, say(*words.REQUIRES), *_told(rule, say)) for rule in step.requires]
        rows += [(*where, say(*words.ADVISES), *_told(rule, say)) for rule in step.advises]
    for phase in process.phases:
        name = say.label(phase.label)
        rows += [(name, None, say(*words.WATCHES), *_told(rule, say)) for rule in phase.watches]
    columns = (*words.PLACE_HEADS, *words.RULE_HEADS, *words.SOURCE_HEADS)
    return Table(say.label(process.label), words.heads(columns, say), rows)


def roles_table(process: Process, *, lang: str = "nl") -> Table:
    """Return the roles of a process: key, name, meaning, who usually holds them, where they play."""
    check("process", process, Process, "a process, such as gs.PPS")
    say = language_of(lang)
    kinds = {term.key: say.label(term.label) for term in process.terms if term.scheme == "party_kind"}
    rows = (
        (
            term.key,
            say.label(term.label),
            None if term.definition is None else say.label(term.definition),
            "; ".join(kinds.get(key, key) for key in term.held_by),
            "; ".join(say.label(PROCESSES[key].label) if key in PROCESSES else key for key in term.plays_in),
        )
        for term in process.terms
        if term.scheme == "role"
    )
    return Table(say(*words.ROLES), words.heads(words.ROLE_HEADS, say), rows)


def factors_table(*, lang: str = "nl") -> Table:
    """Return what helps or hinders collaborations: code, kind, name, where it counts, rules, source."""
    say = language_of(lang)
    kinds = {"success": say(*words.HELPS), "obstacle": say(*words.HINDERS)}
    rows = []
    for factor in FACTORS:
        places = []
        for scope in factor.bears_on:
            process = None if scope.process is None else PROCESSES[scope.process]
            name = say(*words.EVERYWHERE) if process is None else say.label(process.label)
            if process is not None and scope.phase is not None:
                name = f"{name}: {say.label(process.phase(scope.phase).label)}"
            places.append(name)
        rows.append(
            (
                factor.code,
                kinds[factor.kind],
                say.label(factor.label),
                "; ".join(places),
                "; ".join(factor.rules),
                *_source(factor.citation),
            )
        )
    columns = (*words.FACTOR_HEADS, *words.SOURCE_HEADS)
    return Table(say(*words.FACTORS), words.heads(columns, say), rows)


def _rule(rule: Requirement, say: Language) -> tuple[Cell, ...]:
    return rule.code, say.label(rule.name), say.label(rule.text), basis_text(rule.basis, say)


def _told(rule: Requirement, say: Language) -> tuple[Cell, ...]:
    return *_rule(rule, say), *_source(rule.citation)


def _source(citation: Citation) -> tuple[Cell, ...]:
    return citation.text(), citation.address or None, citation.read_on
