"""Drafts of contact, evaluations and actions."""

from __future__ import annotations

from gezondsamen.decision.repair.candidates import first_term, joining
from gezondsamen.decision.situation import Situation
from gezondsamen.dossier import facts as f
from gezondsamen.dossier.parties import About
from gezondsamen.findings import NOBODY, Finding
from gezondsamen.forms.blanks import Blank
from gezondsamen.forms.drafts import Draft
from gezondsamen.forms.fitting import unused_id
from gezondsamen.periods import Every
from gezondsamen.process import conditions as c


def met_before(x: c.MetBefore, finding: Finding, s: Situation) -> list[Draft]:
    """Return the draft of a first contact, where it is not too late for one."""
    about = finding.about
    assert about is not None
    if about == NOBODY:
        return joining(x.which, s)
    line = s.known.line(about.id)
    met = [
        e
        for e in s.known.of(f.Met)
        if e.fact.kind in (x.first, x.then) and any(s.known.counts(p, e) for p in line & {*e.fact.parties})
    ]
    return [] if met else [Draft(f.Met(s.day, x.first, (about.id,)))]


def contacts(x: c.InContact, findings: tuple[Finding, ...], s: Situation) -> list[Draft]:
    """Return the drafts of contacts: where pairs have to meet, one with everybody instead of one for each."""
    pairs = [y.about.id for y in findings if x.pairs and y.about is not None and y.about != NOBODY]
    if len(pairs) > 1:
        everybody = dict.fromkeys(party for pair in pairs for party in pair.split("+"))
        findings = (Finding(findings[0].needed, findings[0].found, About("party", "+".join(everybody))),)
    return [draft for finding in findings for draft in in_contact(x, finding, s)]


def in_contact(x: c.InContact, finding: Finding, s: Situation) -> list[Draft]:
    """Return the draft of one more contact, with those who have to be in it."""
    about = finding.about
    if about == NOBODY:
        return joining(x.each, s)
    present: list[str] = []
    missing: list[Draft] = []
    for which in x.present:
        some = s.select(which, s.active)
        if some:
            present.append(some[0].id)
        else:
            missing += joining(which, s)
    if missing:
        return missing
    blanks: list[Blank] = []
    if about is not None:
        parties = tuple(dict.fromkeys((*about.id.split("+"), *present)))
    elif present:
        parties = tuple(dict.fromkeys(present))
    else:
        parties = tuple(p.id for p in s.concerned)
    if not parties:
        return joining(None, s)
    if not x.kinds:
        blanks.append(Blank(("kind",), "choice", "contact_kind"))
    kind = x.kinds[0] if x.kinds else first_term(s, "contact_kind")
    return [Draft(f.Met(s.day, kind, parties), tuple(blanks))]


def evaluated(x: c.Evaluated, _findings: tuple[Finding, ...], s: Situation) -> list[Draft]:
    """Return the draft of an evaluation that fits."""
    blanks: list[Blank] = []
    if not x.kinds:
        blanks.append(Blank(("kind",), "choice", "evaluation_kind"))
    kind = x.kinds[0] if x.kinds else first_term(s, "evaluation_kind")
    decision = x.decisions[0] if x.decisions else None
    if x.decisions:
        blanks.append(Blank(("decision",), "choice", "decision", choices=x.decisions))
    return [Draft(f.EvaluationHeld(s.day, kind, decision), tuple(blanks))]


def evaluation_arranged(x: c.EvaluationArranged, findings: tuple[Finding, ...], s: Situation) -> list[Draft]:
    """Return the draft of an evaluation on the plan, on the aspects that no other looks at."""
    kind = x.kinds[0] if x.kinds else first_term(s, "evaluation_kind")
    year = Every(years=1)
    fact = f.EvaluationPlanned(
        s.day,
        kind,
        every=year if x.recurring else None,
        due=None if x.recurring else year.after(s.day),
        aspects=tuple(str(y.needed) for y in findings if y.needed in x.aspects),
    )
    blanks = [] if x.kinds else [Blank(("kind",), "choice", "evaluation_kind")]
    blanks.append(Blank(("every",), "period") if x.recurring else Blank(("due",), "date"))
    return [Draft(fact, tuple(blanks))]


def action_count(x: c.ActionCount, finding: Finding, s: Situation) -> list[Draft]:
    """Return the draft of one more action, where more are asked."""
    if finding.about == NOBODY:
        return joining(x.each, s)
    if x.at_least is None or float(finding.found or 0) >= c.number(x.at_least):
        return []
    if not s.active:
        return joining(None, s)
    named = finding.about.id if finding.about is not None else s.active[0].id
    owner = next(party for party in s.active if party.id == named)
    sector = owner.sectors[0] if owner.sectors else first_term(s, "sector")
    action = unused_id("action", (e.fact.action for e in s.known.of(f.ActionAgreed)))
    fact = f.ActionAgreed(s.day, action, "", owner.id, sector, due=Every(months=3).after(s.day))
    return [Draft(fact, (Blank(("text",), "text"), Blank(("owner",), "party"), Blank(("due",), "date")))]
