"""Drafts of agreements, their clauses and signatures."""

from __future__ import annotations

from gezondsamen.decision.repair.candidates import first_term, joining
from gezondsamen.decision.situation import Situation
from gezondsamen.dossier import facts as f
from gezondsamen.dossier.agreements import Agreement
from gezondsamen.dossier.parties import About
from gezondsamen.findings import Finding
from gezondsamen.forms.blanks import Blank
from gezondsamen.forms.drafts import Draft
from gezondsamen.forms.fitting import unused_id
from gezondsamen.process import conditions as c


def agreed(x: c.Agreed, findings: tuple[Finding, ...], s: Situation) -> list[Draft]:
    """Return drafts of an agreement, or of what it lacks."""
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
            drafts += _obliged(agreement, s)
        elif finding.needed == "party" and x.with_ is not None:
            drafts += _with_party(x.with_, agreement, s)
    return drafts


def _obliged(agreement: Agreement, s: Situation) -> list[Draft]:
    """Return the draft that says on whom an agreement rests: those of its parties that take part."""
    active = [p.id for p in s.active]
    parties = tuple(p for p in agreement.parties if p in active) or tuple(active)
    if not parties:
        return joining(None, s)
    every = tuple(dict.fromkeys((*agreement.parties, *parties)))
    revised = f.AgreementRevised(s.day, agreement.id, every, parties)
    return [Draft(revised, (Blank(("obliged",), "parties"),))]


def _with_party(which: c.Parties, agreement: Agreement, s: Situation) -> list[Draft]:
    """Return the draft that takes one party of a selection into an agreement."""
    able = s.select(which, s.active)
    if not able:
        return joining(which, s)
    return [Draft(f.AgreementRevised(s.day, agreement.id, (*agreement.parties, able[0].id)))]


def _new_agreement(x: c.Agreed, s: Situation) -> list[Draft]:
    parties = tuple(p.id for p in s.active)
    if not parties:
        return joining(x.with_, s)
    kind = x.kinds[0] if x.kinds else first_term(s, "agreement_kind")
    fact = f.AgreementDrafted(
        s.day,
        agreement=unused_id("agreement", (*s.known.agreements, *s.known.tracks)),
        kind=kind,
        parties=parties,
        obliged=parties if x.signed else (),
        clauses=x.clauses,
        principal=not x.kinds,
    )
    blanks = [Blank(("agreement",), "id")]
    if not x.kinds:
        blanks.append(Blank(("kind",), "choice", "agreement_kind"))
    if x.signed:
        blanks.append(Blank(("obliged",), "parties"))
    return [Draft(fact, tuple(blanks))]
