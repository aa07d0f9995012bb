"""Repairing: from a condition that does not hold to the facts that would make it hold.

A remedy is data, and at the same time the form to show: facts ready to record, with their blanks
named. Which kinds, roles or topics exist is read from the process; nothing is named here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Literal, assert_never

import attrs

from gezondsamen.decision.assessment import assess
from gezondsamen.decision.findings import NOBODY, Finding
from gezondsamen.decision.situation import Situation
from gezondsamen.dossier import facts as f
from gezondsamen.dossier.fold import Known, follow
from gezondsamen.dossier.journal import Entry
from gezondsamen.dossier.parties import About, Party
from gezondsamen.errors import InvalidRecord
from gezondsamen.periods import Every
from gezondsamen.process import conditions as c
from gezondsamen.terms import nearest

ROUNDS = 8
"""How often new parties may bring new needs before a repair is given up; half as often inside."""

PATIENCE = 3
"""How many drafts in a row may leave the findings of a condition as they are."""

MOST = 200
"""How many times one condition is helped on, as one by one parties or statements come."""

Kind = Literal["text", "name", "id", "person", "party", "parties", "number", "date", "period", "choice"]


class NothingToChoose(LookupError):
    """Say that a process has no term of the kind that a draft would need."""


@attrs.frozen
class Blank:
    """Name what a person has to fill in: the field of the fact, and what kind of thing goes there.

    A `choice` is a term of `scheme`. A blank that is not a text, a name or a person comes with a
    suggestion that can be recorded as it is.
    """

    field: str
    kind: Kind
    scheme: str | None = None


@attrs.frozen
class Draft:
    """Hold a fact that would help, and the blanks in it.

    >>> draft = Draft(f.Stated(date(2024, 1, 9), "purpose"), (Blank("text", "text"),))
    >>> draft.fill(text="Meer bewegen").text
    'Meer bewegen'
    """

    fact: f.Fact
    blanks: tuple[Blank, ...] = ()

    def fill(self, rest: str | None = None, /, **values: Any) -> f.Fact:
        """Return the fact with blanks filled in; `rest` goes into every text left empty.

        Raises `InvalidRecord` when a value is given for a field that is not a blank.
        """
        fields = [blank.field for blank in self.blanks]
        for name in values:
            if name not in fields:
                raise InvalidRecord(
                    "no-such-blank",
                    f"{type(self.fact).__name__} has no blank {name!r} here; blanks: {', '.join(fields)}.",
                    name,
                    nearest=nearest(name, fields),
                )
        given = {
            blank.field: rest
            for blank in self.blanks
            if rest is not None and blank.kind in ("text", "name", "person")
        } | values
        if isinstance(self.fact, f.PartyJoined):
            return attrs.evolve(self.fact, party=attrs.evolve(self.fact.party, **given))
        return attrs.evolve(self.fact, **given)


@attrs.frozen
class Remedy:
    """Say what would repair a requirement.

    `drafts` are facts to record, in an order that works; `wait_until` a day from which it holds by
    itself; where neither helps, `waiver` is set: only a waiver does.
    """

    drafts: tuple[Draft, ...] = ()
    wait_until: date | None = None
    waiver: bool = False


def remedy(conditions: tuple[c.Condition, ...], s: Situation) -> Remedy:
    """Return what would make these conditions hold."""
    repaired = settle(conditions, s)
    if repaired.settled:
        return Remedy(tuple(repaired.drafts))
    waits = [_wait(condition, s) for condition in conditions if assess(condition, s)[0]]
    days = [day for day in waits if day is not None]
    if days and len(days) == len(waits):
        return Remedy(wait_until=max(days))
    return Remedy(tuple(repaired.drafts), waiver=True)


@attrs.define
class Repair:
    """Hold the state of a repair: what to record, the situation after it, whether all holds."""

    situation: Situation
    drafts: list[Draft] = attrs.Factory(list)
    settled: bool = False

    def add(self, draft: Draft) -> None:
        """Record a draft on trial, if it can be recorded."""
        known = self.situation.known
        try:
            after = follow(known, Entry(next_number(known), draft.fill("…")))
        except InvalidRecord:
            return
        self.situation = with_known(self.situation, after)
        self.drafts.append(draft)


def next_number(known: Known) -> int:
    """Return a number that comes after all entries, for one on trial."""
    latest = known.latest[1] if known.latest else 0
    return max((latest, *(track.moved[1] for track in known.tracks.values()))) + 1_000_000


def with_known(s: Situation, known: Any) -> Situation:
    """Return the situation with other knowledge."""
    return Situation(s.process, known, s.day, known.tracks[s.track.name], s.step, s.about)


def settle(conditions: Iterable[c.Condition], s: Situation, rounds: int = ROUNDS) -> Repair:
    """Record on trial what is missing, again and again, until all holds or nothing helps any more."""
    asked = tuple(_flat(conditions))
    repair = Repair(s)
    before: list[tuple[Finding, ...]] = []
    for _ in range(rounds):
        left = [assess(x, repair.situation)[0] for x in asked]
        repair.settled = not any(left)
        if repair.settled or left == before:
            return repair
        before = left
        for condition in asked:
            _mend(condition, repair, rounds)
    return repair


def _flat(conditions: Iterable[c.Condition]) -> Iterator[c.Condition]:
    for condition in conditions:
        if isinstance(condition, c.AllOf):
            yield from _flat(condition.conditions)
        else:
            yield condition


def _mend(condition: c.Condition, repair: Repair, rounds: int) -> None:
    """Record on trial what one condition lacks, as long as that brings it further.

    Findings may stay the same for a few drafts: before an agreement can be made, a party must join.
    """
    before: tuple[Finding, ...] = ()
    tried: list[Draft] = []
    patience = PATIENCE
    for _ in range(MOST):
        findings, _evidence = assess(condition, repair.situation)
        patience = patience - 1 if findings == before else PATIENCE
        if not findings or not patience:
            return
        try:
            drafts = drafts_for(condition, findings, repair.situation, rounds)
        except NothingToChoose:
            return
        if findings == before and drafts == tried:
            return
        before, tried = findings, drafts
        for draft in drafts:
            repair.add(draft)


def drafts_for(
    x: c.Condition, findings: tuple[Finding, ...], s: Situation, rounds: int = ROUNDS
) -> list[Draft]:
    """Return facts that bring an unmet condition closer; an empty list where none can."""
    match x:
        case c.PartyCount():
            return _more_parties(x, findings[0], s)
        case c.OnRecord():
            return [d for finding in findings for d in _statement(x, finding, s)]
        case c.RecordCount():
            return _more_statements(x, findings[0], s)
        case c.Measured():
            return [_amount(x, finding, s) for finding in findings]
        case c.Lasts():
            bound = x.at_least or x.at_most
            until = bound.after(s.day) if bound else None
            return [_stated(s, x.topic, None, until)]
        case c.Paired():
            if x.order == "before":
                return []
            return [d for finding in findings for d in _answer(x, finding, s)]
        case c.RoleFilled():
            return [d for finding in findings for d in _assignment(x, finding, s)]
        case c.ConsentOfAll():
            return [d for finding in findings for d in _consent(x, finding, s)]
        case c.Contributed():
            return [d for finding in findings for d in _contribution(x, finding, s)]
        case c.Agreed():
            return _agreement(x, findings, s)
        case c.MetBefore():
            return [d for finding in findings for d in _first_contact(x, finding, s)]
        case c.InContact():
            return [d for finding in findings for d in _more_contact(x, finding, s)]
        case c.Evaluated():
            return [_held(x, s)]
        case c.EvaluationArranged():
            return [_planned(x, s)]
        case c.ActionCount():
            return [d for finding in findings for d in _more_actions(x, finding, s)]
        case c.AllOf():
            return settle(x.conditions, s, rounds // 2).drafts
        case c.AnyOf():
            return _first_branch(x, s, rounds // 2)
        case _:
            assert_never(x)


def _first_branch(x: c.AnyOf, s: Situation, rounds: int) -> list[Draft]:
    for branch in x.conditions:
        repair = settle((branch,), s, rounds)
        if repair.settled:
            return repair.drafts
    return []


def _wait(x: c.Condition, s: Situation) -> date | None:
    """Return the first day on which too many open actions or statements are few enough, if ever."""
    later: list[date] = []
    if isinstance(x, c.ActionCount):
        later = [e.fact.due for e in s.known.of(f.ActionAgreed) if e.fact.due >= s.day]
    elif isinstance(x, c.RecordCount):
        later = [e.fact.until for e in s.statements(x.topic) if e.fact.until is not None]
    for end in sorted(set(later)):
        if end < date.max:
            day = date.fromordinal(end.toordinal() + 1)
            then = Situation(s.process, s.known, day, s.track, s.step, s.about)
            if not assess(x, then)[0]:
                return day
    return None


# --- what the process offers to choose from ----------------------------------------------------------


def _first(s: Situation, scheme: str, *, but: tuple[str, ...] = (), group: str | None = None) -> str:
    for key, term in s.process.vocabulary.get(scheme, {}).items():
        if key not in but and (group is None or group in term.groups):
            return key
    raise NothingToChoose(f"process {s.process.key!r} has no {scheme} to choose")


def _unused(stem: str, taken: Iterable[str]) -> str:
    taken = set(taken)
    return next(name for n in range(1, len(taken) + 2) if (name := f"{stem}-{n}") not in taken)


# --- parties and roles -------------------------------------------------------------------------------


def _party(which: c.Parties, s: Situation, **changes: Any) -> Draft:
    kinds = _kinds(which, s)
    if not kinds:
        raise NothingToChoose(f"process {s.process.key!r} has no kind of party that fits")
    kind = kinds[0]
    party = Party(
        id=_unused(kind, s.known.members),
        name="",
        kind=kind,
        sectors=which.sectors[:1],
        internal=which.internal is True,
    )
    blanks = (Blank("name", "name"), Blank("id", "id"), Blank("kind", "choice", "party_kind"))
    return Draft(f.PartyJoined(s.day, attrs.evolve(party, **changes)), blanks)


def _joins(which: c.Parties | None, s: Situation) -> list[Draft]:
    """Return the drafts that bring in a party of this selection, with its role where one is asked."""
    which = which or c.Parties()
    agreement = s.known.agreements.get(s.track.name)
    if agreement is not None:
        outside = [p.id for p in s.select(which, s.active) if not s.known.line(p.id) & {*agreement.parties}]
        if outside:
            revised = f.AgreementRevised(s.day, agreement.id, (*agreement.parties, outside[0]))
            return [Draft(revised, (Blank("parties", "parties"),))]
    joined = _party(which, s)
    if not which.roles or not isinstance(joined.fact, f.PartyJoined):
        return [joined]
    role = f.RoleAssigned(s.day, which.roles[0], joined.fact.party.id)
    return [joined, Draft(role, (Blank("person", "person"),))]


def _more_parties(x: c.PartyCount, finding: Finding, s: Situation) -> list[Draft]:
    if x.at_least is None or float(finding.found or 0) >= c.number(x.at_least):
        return []
    parties = s.select(x.which, s.active)
    match x.of:
        case "parties":
            return _joins(x.which, s)
        case "sectors":
            known = x.which.sectors or tuple(s.process.vocabulary.get("sector", ()))
            present = {key for party in parties for key in party.sectors}
            fresh = [key for key in known if key not in present]
            return [_party(x.which, s, sectors=(fresh[0],))] if fresh else []
        case "kinds":
            present = {party.kind for party in parties}
            fresh = [key for key in _kinds(x.which, s) if key not in present]
            return [_party(attrs.evolve(x.which, kinds=(fresh[0],)), s)] if fresh else []
        case _:
            assert_never(x.of)


def _kinds(which: c.Parties, s: Situation) -> list[str]:
    """Return the kinds of party that a selection leaves open."""
    terms = s.process.vocabulary.get("party_kind", {})
    return [
        key
        for key, term in terms.items()
        if (not which.kinds or key in which.kinds)
        and (not which.sides or not set(which.sides).isdisjoint(term.groups))
    ]


def _assignment(x: c.RoleFilled, finding: Finding, s: Situation) -> list[Draft]:
    if finding.about == NOBODY:
        return _joins(x.each, s)
    role = x.roles[0] if x.roles else None
    if finding.about is not None and finding.about.kind == "role":
        role = finding.about.id
    blanks = [Blank("person", "person")]
    if role is None:
        role = _first(s, "role")
        blanks.insert(0, Blank("role", "choice", "role"))
    track = None
    if finding.about is not None and finding.about.kind == "party":
        party: str | None = finding.about.id
    elif x.outsider:
        party = None
    elif x.by is not None:
        able = s.select(x.by, s.active)
        if not able:
            return _joins(x.by, s)
        party = able[0].id
    else:
        party = s.active[0].id if s.active else None
        blanks.insert(0, Blank("party", "party"))
    return [Draft(f.RoleAssigned(s.day, role, party, None, track), tuple(blanks))]


def _consent(x: c.ConsentOfAll, finding: Finding, s: Situation) -> list[Draft]:
    if finding.about is None or finding.about == NOBODY:
        return _joins(x.which, s)
    return [Draft(f.Consented(s.day, finding.about.id, x.subject, "agrees"))]


def _contribution(x: c.Contributed, finding: Finding, s: Situation) -> list[Draft]:
    if finding.about is None or finding.about == NOBODY:
        return _joins(x.which, s)
    kind = _first(s, "contribution_kind", but=x.other_than)
    blanks = [Blank("kind", "choice", "contribution_kind")]
    if x.measured:
        blanks += [Blank("amount", "number"), Blank("unit", "text")]
    amount = 1 if x.measured else None
    fact = f.ContributionRecorded(s.day, finding.about.id, kind, x.status, amount)
    return [Draft(fact, tuple(blanks))]


# --- statements and numbers --------------------------------------------------------------------------


def _stated(s: Situation, topic: str, about: About | None, until: date | None = None) -> Draft:
    blanks = [Blank("text", "text")]
    if until is not None:
        blanks.append(Blank("until", "date"))
    return Draft(f.Stated(s.day, topic, "", about, None, until), tuple(blanks))


def _statement(x: c.OnRecord, finding: Finding, s: Situation) -> list[Draft]:
    about = finding.about
    if about is not None and about.id == "*":
        return _with_sector(x.each, s) if isinstance(x.each, c.Sectors) else _joins(x.each, s)
    until = Every(years=1).after(s.day) if x.dated else None
    return [_stated(s, str(finding.needed), about, until)]


def _answer(x: c.Paired, finding: Finding, s: Situation) -> list[Draft]:
    if finding.about == NOBODY:
        return _joins(x.each, s)
    return [_stated(s, x.by, finding.about)]


def _with_sector(which: c.Sectors, s: Situation) -> list[Draft]:
    """Return the draft that brings in a party of a sector selected, if any sector is."""
    fit = [key for key in s.process.vocabulary.get("sector", ()) if s.in_sectors(which, key)]
    return [_party(c.Parties(), s, sectors=(fit[0],))] if fit else []


def _more_statements(x: c.RecordCount, finding: Finding, s: Situation) -> list[Draft]:
    if x.at_least is None or float(finding.found or 0) >= c.number(x.at_least):
        return []
    if x.among is None:
        return [_stated(s, x.topic, None)]
    stated = [e.fact.about for e in s.statements(x.topic)]
    if isinstance(x.among, c.Parties):
        for party in s.select(x.among, s.active):
            if not any(s.is_about(about, party.id) for about in stated):
                return [_stated(s, x.topic, About("party", party.id))]
        return _joins(x.among, s)
    counted = {about.id for about in stated if about is not None and about.kind == "sector"}
    for key in s.process.vocabulary.get("sector", ()):
        if key not in counted and s.in_sectors(x.among, key):
            return [_stated(s, x.topic, About("sector", key))]
    return []


def _amount(x: c.Measured, finding: Finding, s: Situation) -> Draft:
    topic, amount = x.topic, finding.needed
    if isinstance(amount, str):
        topic = amount
        bound = x.at_least if x.at_least is not None else x.at_most
        amount = 1 if bound is None or isinstance(bound, c.Same) else c.number(bound)
        mine = [e.fact.amount for e in s.known.of(f.Quantified, x.topic) if e.fact.about == finding.about]
        if topic != x.topic and mine:
            amount = mine[-1]
    fact = f.Quantified(s.day, topic, amount if amount is not None else 1, finding.about)
    return Draft(fact, (Blank("amount", "number"),))


# --- agreements --------------------------------------------------------------------------------------


def _agreement(x: c.Agreed, findings: tuple[Finding, ...], s: Situation) -> list[Draft]:
    agreements = s.agreements(x.kinds)
    if not agreements:
        return _new_agreement(x, s)
    drafts: list[Draft] = []
    agreement = agreements[0]
    about = About("matter", agreement.id)
    clauses = tuple(str(y.needed) for y in findings if y.about == about and y.needed in x.clauses)
    if clauses:
        drafts.append(Draft(f.AgreementRevised(s.day, agreement.id, clauses=clauses)))
    for finding in findings:
        if finding.needed == "signature" and finding.about is not None:
            drafts.append(Draft(f.Signed(s.day, agreement.id, finding.about.id)))
        elif finding.needed == "obliged":
            active = [p.id for p in s.active]
            parties = tuple(p for p in agreement.parties if p in active) or tuple(active)
            if parties:
                every = tuple(dict.fromkeys((*agreement.parties, *parties)))
                revised = f.AgreementRevised(s.day, agreement.id, every, parties)
                drafts.append(Draft(revised, (Blank("obliged", "parties"),)))
            else:
                drafts += _joins(None, s)
        elif finding.needed == "party" and x.with_ is not None:
            able = s.select(x.with_, s.active)
            if able:
                parties = (*agreement.parties, able[0].id)
                drafts.append(Draft(f.AgreementRevised(s.day, agreement.id, parties)))
            else:
                drafts += _joins(x.with_, s)
    return drafts


def _new_agreement(x: c.Agreed, s: Situation) -> list[Draft]:
    parties = tuple(p.id for p in s.active)
    if not parties:
        return _joins(x.with_, s)
    kind = x.kinds[0] if x.kinds else _first(s, "agreement_kind")
    fact = f.AgreementDrafted(
        s.day,
        agreement=_unused("agreement", (*s.known.agreements, *s.known.tracks)),
        kind=kind,
        parties=parties,
        obliged=parties if x.signed else (),
        clauses=x.clauses,
        principal=not x.kinds,
    )
    blanks = [Blank("agreement", "id")]
    if not x.kinds:
        blanks.append(Blank("kind", "choice", "agreement_kind"))
    return [Draft(fact, tuple(blanks))]


# --- contact, evaluation, action ---------------------------------------------------------------------


def _first_contact(x: c.MetBefore, finding: Finding, s: Situation) -> list[Draft]:
    about = finding.about
    if about is None or about == NOBODY:
        return _joins(x.which, s)
    line = s.known.line(about.id)
    met = [e for e in s.known.of(f.Met) if e.fact.kind in (x.first, x.then) and line & {*e.fact.parties}]
    return [] if met else [Draft(f.Met(s.day, x.first, (about.id,)))]


def _more_contact(x: c.InContact, finding: Finding, s: Situation) -> list[Draft]:
    about = finding.about
    if about == NOBODY:
        return _joins(x.each, s)
    present: list[str] = []
    for which in x.present:
        some = s.select(which, s.active)
        if not some:
            return _joins(which, s)
        present.append(some[0].id)
    blanks: list[Blank] = []
    if about is not None:
        parties = tuple(dict.fromkeys((*about.id.split("+"), *present)))
    elif present:
        parties = tuple(dict.fromkeys(present))
    else:
        parties = tuple(p.id for p in s.concerned)
    if not x.kinds:
        blanks.append(Blank("kind", "choice", "contact_kind"))
    kind = x.kinds[0] if x.kinds else _first(s, "contact_kind")
    return [Draft(f.Met(s.day, kind, parties), tuple(blanks))]


def _held(x: c.Evaluated, s: Situation) -> Draft:
    blanks: list[Blank] = []
    if not x.kinds:
        blanks.append(Blank("kind", "choice", "evaluation_kind"))
    kind = x.kinds[0] if x.kinds else _first(s, "evaluation_kind")
    decision = x.decisions[0] if x.decisions else None
    if len(x.decisions) > 1:
        blanks.append(Blank("decision", "choice", "decision"))
    return Draft(f.EvaluationHeld(s.day, kind, decision), tuple(blanks))


def _planned(x: c.EvaluationArranged, s: Situation) -> Draft:
    kind = x.kinds[0] if x.kinds else _first(s, "evaluation_kind")
    year = Every(years=1)
    fact = f.EvaluationPlanned(
        s.day,
        kind,
        every=year if x.recurring else None,
        due=None if x.recurring else year.after(s.day),
        aspects=x.aspects,
    )
    blanks = [] if x.kinds else [Blank("kind", "choice", "evaluation_kind")]
    blanks.append(Blank("every", "period") if x.recurring else Blank("due", "date"))
    return Draft(fact, tuple(blanks))


def _more_actions(x: c.ActionCount, finding: Finding, s: Situation) -> list[Draft]:
    if finding.about == NOBODY:
        return _joins(x.each, s)
    if x.at_least is None or float(finding.found or 0) >= c.number(x.at_least):
        return []
    if not s.active:
        return _joins(None, s)
    named = finding.about.id if finding.about is not None else s.active[0].id
    owner = next(party for party in s.active if party.id == named)
    sector = owner.sectors[0] if owner.sectors else _first(s, "sector")
    action = _unused("action", (e.fact.action for e in s.known.of(f.ActionAgreed)))
    fact = f.ActionAgreed(s.day, action, "", owner.id, sector, due=Every(months=3).after(s.day))
    return [Draft(fact, (Blank("text", "text"), Blank("owner", "party"), Blank("due", "date")))]
