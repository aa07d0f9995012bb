"""Spoilers: what to record, or to take off record, so that a rule becomes unmet.

The opposite of a repair, for tests alone. A spoiler is a candidate: whoever applies one checks whether
the rule is unmet in the end.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice, product
from typing import Any, assert_never

import attrs

from gezondsamen.collaboration import Collaboration
from gezondsamen.decision.judge import judge
from gezondsamen.decision.repair import repair
from gezondsamen.decision.situation import Situation
from gezondsamen.dossier import facts as f
from gezondsamen.dossier.agreements import Agreement
from gezondsamen.dossier.parties import About, Party
from gezondsamen.dossier.tracks import MAIN
from gezondsamen.forms.fitting import unused_id
from gezondsamen.periods import Every
from gezondsamen.process import conditions as c
from gezondsamen.process.phases import Transition
from gezondsamen.process.requirements import Requirement
from gezondsamen.testing.building.canonical import DAY, filled

MATTER = About("matter", "a")
"""Something that statements can be about."""

WHY = "a mistake"
"""The reason given where something is taken off record."""


@attrs.frozen
class Spoiler:
    """Hold a change of a case: entries to retract, facts to record, another case to begin with, if any."""

    facts: tuple[f.Fact, ...] = ()
    corrected: tuple[int, ...] = ()
    instead: Collaboration | None = None

    def applied(self, case: Collaboration) -> Collaboration:
        """Return the changed case; raises `InvalidRecord` where what it records is refused."""
        case = case if self.instead is None else self.instead
        for number in sorted(self.corrected, reverse=True):
            case = case.correct(number, None, reason=WHY)
        return case.record(*self.facts)


def rule_spoilers(
    rule: Requirement, case: Collaboration, step: Transition, day: date, full: Collaboration | None
) -> Iterator[Spoiler]:
    """Yield spoilers of a rule, the plainest first: no change, its evidence retracted, facts added.

    `full` is the case in which the step is allowed and the rule is met, if there is one.
    """
    yield Spoiler()
    for base in (case, full):
        if base is not None:
            yield from _retractions(rule, base, step, day)
    base = case if full is None else full
    s = situation(base, step, day)
    for condition in rule.conditions:
        for facts in spoilers(condition, s):
            yield Spoiler(facts, instead=base)


def situation(case: Collaboration, step: Transition, day: date) -> Situation:
    """Return the situation in which the rules of a step are judged."""
    known = case.dossier.as_of(day).known
    return Situation(case.process, known, day, known.tracks[MAIN], step)


def _retractions(rule: Requirement, case: Collaboration, step: Transition, day: date) -> Iterator[Spoiler]:
    """Yield retractions of the evidence of a rule: all of it, or one entry at a time."""
    s = situation(case, step, day)
    for condition in (c.AllOf(rule.conditions), *rule.conditions):
        _, evidence = judge(condition, s)
        numbers = tuple(dict.fromkeys(evidence))
        if numbers:
            yield _retraction(numbers, case, day)
        if len(numbers) > 1:
            yield from (_retraction((number,), case, day) for number in numbers)


def _retraction(numbers: tuple[int, ...], case: Collaboration, day: date) -> Spoiler:
    """Return the retraction of entries: a party leaves instead, an agreement goes with all that names it."""
    leaving: list[f.Fact] = []
    corrected: set[int] = set()
    for number in numbers:
        fact = case.dossier.journal[number].fact
        if isinstance(fact, f.PartyJoined):
            leaving.append(f.PartyLeft(day, fact.party.id))
            continue
        corrected.add(number)
        if isinstance(fact, f.AgreementDrafted):
            corrected |= {
                entry.number
                for entry in case.entries_after(number)
                if getattr(entry.fact, "agreement", None) == fact.agreement
            }
    return Spoiler(tuple(leaving), tuple(corrected), instead=case)


def days_for(conditions: tuple[c.Condition, ...], start: date) -> tuple[date, ...]:
    """Return the days on which a rule may be unmet: the first, and the day after each of its periods."""
    found = dict.fromkeys((start,))
    for period in _periods(conditions):
        found[period.after(start) + timedelta(days=1)] = None
    return tuple(found)


def _periods(value: Any) -> Iterator[Every]:
    if isinstance(value, Every):
        yield value
    elif isinstance(value, c.Limit):
        yield from _periods(value.value)
    elif isinstance(value, tuple):
        for item in value:
            yield from _periods(item)
    elif isinstance(value, c.Paired | c.OnRecord | c.InContact | c.AllOf | c.AnyOf):
        for field in ("within", "max_age", "every", "conditions"):
            yield from _periods(getattr(value, field, ()))


# --- kind by kind -----------------------------------------------------------------------------------


def spoilers(x: c.Condition, s: Situation) -> Iterator[tuple[f.Fact, ...]]:
    """Yield groups of facts that may make a condition unmet; none is empty."""
    return (facts for facts in _spoilers(x, s) if facts)


def _spoilers(x: c.Condition, s: Situation) -> Iterator[tuple[f.Fact, ...]]:
    match x:
        case c.PartyCount():
            if x.at_most is not None:
                more = c.number(x.at_most) + 1
                yield _repair(s, attrs.evolve(x, at_least=more, at_most=None))
            if x.at_least is not None and x.of == "parties":
                yield _merger(s.select(x.which, s.active), s)
        case c.OnRecord():
            yield from _somebody_new(x.each, s)
            yield tuple(_unsaid(e.fact, s) for topic in x.topics for e in s.statements(topic))
        case c.RecordCount():
            if x.at_most is not None:
                more = c.number(x.at_most) + 1
                yield _repair(s, attrs.evolve(x, at_least=more, at_most=None))
            yield tuple(_unsaid(e.fact, s) for e in s.statements(x.topic))
        case c.Measured():
            yield from _other_amounts(x, s)
        case c.Lasts():
            yield tuple(_unsaid(e.fact, s) for e in s.statements(x.topic))
        case c.Paired():
            yield (*_newcomer(x.each, s), f.Stated(DAY, x.topic, "…", MATTER))
        case c.RoleFilled():
            yield from _somebody_new(x.each, s)
            yield _ended(x.roles, s)
            yield (*_ended(x.roles, s), *_another_role(x.roles, s))
            if x.named_by is not None:
                for role in islice(s.process.vocabulary.get("role", {}), 3):
                    yield (f.Stated(s.day, x.named_by, "…", About("role", role)),)
        case c.ConsentOfAll():
            stances = [key for key in s.process.vocabulary.get("stance", {}) if key != "agrees"]
            for party, stance in product(s.select(x.which, s.concerned)[:1], stances[:1]):
                yield (f.Consented(s.day, party.id, x.subject, stance),)
            yield from _somebody_new(x.which, s)
        case c.Contributed():
            yield from _somebody_new(x.which, s)
        case c.Agreed():
            for agreement in s.agreements(x.kinds)[:1] if x.signed else ():
                new = _newcomer(c.Parties(), s)
                names = tuple(fact.party.id for fact in new if isinstance(fact, f.PartyJoined))
                revised = f.AgreementRevised(
                    s.day,
                    agreement.id,
                    (*agreement.parties, *names),
                    (*agreement.obliged, *names),
                )
                yield (*new, revised)
            for agreement in s.agreements(x.kinds)[:1]:
                yield from _lesser(x, agreement, s)
                yield from _other_parties(x, agreement, s)
        case c.NoticeGiven():
            unsaid = tuple(_unsaid(e.fact, s) for e in s.statements(x.topic))
            yield unsaid if x.leaving else (*unsaid, f.Quantified(s.day, x.months, 3))
        case c.TermRuns():
            yesterday = s.day - timedelta(days=1)
            for agreement in s.agreements(x.kinds)[:1]:
                yield (f.AgreementRevised(s.day, agreement.id, end=yesterday),)
            for kind in islice(x.kinds or s.process.vocabulary.get("agreement_kind", {}), 1):
                yield (f.AgreementDrafted(s.day, "over", kind, end=yesterday),)
        case c.MetBefore():
            for party in s.select(x.which, s.concerned)[:1]:
                yield (f.Met(s.day, x.then, (party.id,)),)
            new = _newcomer(x.which, s)
            names = tuple(fact.party.id for fact in new if isinstance(fact, f.PartyJoined))
            yield (*new, f.Met(s.day, x.then, names))
        case c.InContact():
            yield from _somebody_new(x.each or (c.Parties() if x.pairs else None), s)
        case c.Evaluated():
            for decision in s.process.vocabulary.get("decision", {}) if x.decisions else ():
                if decision not in x.decisions:
                    yield _repair(s, c.Evaluated(x.kinds, (decision,), x.since_entry))
        case c.EvaluationArranged():
            return
        case c.ActionCount():
            if x.at_most is not None:
                more = c.number(x.at_most) + 1
                over = attrs.evolve(x, at_least=more, at_most=None)
                yield _repair(s, over)
                yield _repair(s, _one_more(x.each or c.Parties(), s), over)
        case c.AllOf():
            for part in x.conditions:
                yield from _spoilers(part, s)
        case c.AnyOf():
            every = [[(), *_spoilers(part, s)] for part in x.conditions]
            for chosen in islice(product(*every), 1, 40):
                yield tuple(fact for facts in chosen for fact in facts)
        case _:
            assert_never(x)


def _lesser(x: c.Agreed, agreement: Agreement, s: Situation) -> Iterator[tuple[f.Fact, ...]]:
    """Yield revisions by which too few are obliged, or the last day is no later one."""
    if x.obliged is not None:
        few = agreement.obliged[: x.obliged - 1]
        yield (f.AgreementRevised(s.day, agreement.id, obliged=few),)
    if x.extended:
        yield (f.AgreementRevised(s.day, agreement.id, end=s.day),)


def _other_parties(x: c.Agreed, agreement: Agreement, s: Situation) -> Iterator[tuple[f.Fact, ...]]:
    """Yield that a party is left out of an agreement, or that one of its parties leaves."""
    for party in agreement.parties[:1] if x.each is not None else ():
        parties = tuple(p for p in agreement.parties if p != party)
        obliged = tuple(p for p in agreement.obliged if p != party)
        yield (f.AgreementRevised(s.day, agreement.id, parties, obliged),)
    for party in agreement.parties[:1] if x.none_left else ():
        yield (f.PartyLeft(s.day, party),)


def _merger(parties: list[Party], s: Situation) -> tuple[f.Fact, ...]:
    """Return that one party takes the place of these: what was theirs, their sectors too, is its own."""
    if len(parties) < 2:
        return ()
    sectors = dict.fromkeys(key for party in parties for key in party.sectors)
    successor = attrs.evolve(parties[0], id=unused_id("merger", s.known.members), sectors=tuple(sectors))
    return (
        f.PartyJoined(s.day, successor),
        f.PartySucceeded(s.day, successor.id, tuple(party.id for party in parties)),
    )


def _repair(s: Situation, *conditions: c.Condition) -> tuple[f.Fact, ...]:
    """Return the facts that make these conditions hold; they are opposites of the one to spoil."""
    return filled(repair(conditions, s).drafts)


def _one_more(which: c.Parties, s: Situation) -> c.PartyCount:
    """Return the condition that one more party of a selection takes part."""
    chosen = attrs.evolve(which, or_none=False)
    return c.PartyCount(chosen, at_least=len(s.select(chosen, s.active)) + 1)


def _newcomer(which: c.Parties | None, s: Situation) -> tuple[f.Fact, ...]:
    """Return the facts by which one more party of a selection takes part, with its role."""
    return () if which is None else _repair(s, _one_more(which, s))


def _somebody_new(each: c.Parties | c.Sectors | None, s: Situation) -> Iterator[tuple[f.Fact, ...]]:
    """Yield the facts by which a party or sector joins that has not done yet what is asked of each."""
    if isinstance(each, c.Parties):
        yield _newcomer(each, s)
    elif each is not None:
        sectors = {key for party in s.active for key in party.sectors}
        yield _repair(s, c.PartyCount(at_least=len(sectors) + 1, of="sectors"))


def _unsaid(fact: f.Stated, s: Situation) -> f.Fact:
    return attrs.evolve(fact, on=s.day, holds=False, until=None)


def _ended(roles: tuple[str, ...], s: Situation) -> tuple[f.Fact, ...]:
    """Return the ends of these roles, or of all where none are named, for whoever holds them."""
    return tuple(
        f.RoleEnded(s.day, e.fact.role, e.fact.party, e.fact.person, e.fact.track)
        for e in s.held
        if not roles or e.fact.role in roles
    )


def _another_role(roles: tuple[str, ...], s: Situation) -> tuple[f.Fact, ...]:
    """Return another role for each party that holds one of these, so that it is not left without any."""
    other = next((key for key in s.process.vocabulary.get("role", {}) if key not in roles), None)
    if other is None:
        return ()
    holders = dict.fromkeys(e.fact.party for e in s.held if e.fact.role in roles and e.fact.party is not None)
    return tuple(f.RoleAssigned(s.day, other, party) for party in holders)


def _other_amounts(x: c.Measured, s: Situation) -> Iterator[tuple[f.Fact, ...]]:
    """Yield amounts outside the bounds: below the least, above the most."""
    first = _repair(s, x)
    entries = [e.fact for e in s.known.of(f.Quantified, x.topic)]
    about = entries[-1].about if entries else None
    for bound, beyond in ((x.at_least, -1), (x.at_most, 1)):
        if isinstance(bound, c.Same):
            mine = [fact for fact in first if isinstance(fact, f.Quantified)]
            amount = mine[-1].amount if mine else entries[-1].amount
            yield (*first, f.Quantified(s.day, x.topic, amount + beyond, about))
        elif bound is not None:
            yield (f.Quantified(s.day, x.topic, c.number(bound) + beyond, about),)
