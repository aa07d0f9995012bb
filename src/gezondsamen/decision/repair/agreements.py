"""Drafts of agreements, their clauses, signatures and term, and of the notice of who leaves."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TypeGuard

from gezondsamen.decision.judge.agreements import left
from gezondsamen.decision.judge.agreements import notice_given as judged
from gezondsamen.decision.repair.candidates import first_term, joining
from gezondsamen.decision.repair.statements import stated
from gezondsamen.decision.situation import Situation
from gezondsamen.dossier import facts as f
from gezondsamen.dossier.agreements import Agreement
from gezondsamen.dossier.parties import About
from gezondsamen.findings import NOBODY, Finding
from gezondsamen.forms.blanks import Blank
from gezondsamen.forms.drafts import Draft
from gezondsamen.forms.fitting import unused_id
from gezondsamen.periods import Every
from gezondsamen.process import conditions as c


def agreed(x: c.Agreed, findings: tuple[Finding, ...], s: Situation) -> list[Draft]:
    """Return drafts of an agreement, or of what it lacks."""
    agreements = s.agreements(x.kinds)
    if not agreements:
        return _new_agreement(x, s)
    if NOBODY in {finding.about for finding in findings}:
        return joining(x.each, s)
    drafts: list[Draft] = []
    agreement = agreements[0]
    about = About("matter", agreement.id)
    clauses = tuple(str(y.needed) for y in findings if y.about == about and y.needed in x.clauses)
    if clauses:
        drafts.append(Draft(f.AgreementRevised(s.day, agreement.id, clauses=clauses)))
    taken_in = [y.about.id for y in findings if y.needed in ("text", "obliged") and _is_party(y.about)]
    if taken_in:
        drafts.append(_taken_in(taken_in, agreement, s))
    drafts += _right_parties(agreement, findings, s)
    for finding in findings:
        if finding.needed == "signature" and finding.about is not None:
            drafts.append(Draft(f.Signed(s.day, agreement.id, finding.about.id)))
        elif finding.needed == "obliged" and not _is_party(finding.about):
            drafts += _obliged(agreement, s, x.obliged or 1)
        elif finding.needed == "later":
            drafts.append(_later_end(agreement, s))
        elif finding.needed == "party" and finding.about == about and x.with_ is not None:
            drafts += _with_party(x.with_, agreement, s)
    return drafts


def term_runs(_x: c.TermRuns, finding: Finding, s: Situation) -> list[Draft]:
    """Return the draft that gives an agreement another last day."""
    assert finding.about is not None
    return [_later_end(s.known.agreements[finding.about.id], s)]


def _is_party(about: About | None) -> TypeGuard[About]:
    return about is not None and about.kind == "party"


def _taken_in(newcomers: list[str], agreement: Agreement, s: Situation) -> Draft:
    """Return the draft that takes newcomers into the text, with an obligation."""
    parties = tuple(dict.fromkeys((*agreement.parties, *newcomers)))
    obliged = tuple(dict.fromkeys((*agreement.obliged, *newcomers)))
    return Draft(f.AgreementRevised(s.day, agreement.id, parties, obliged))


def _later_end(agreement: Agreement, s: Situation) -> Draft:
    """Return the draft of a later last day: by as long as it was suspended, else by another term."""
    end = max(agreement.end or s.day, s.day)
    if agreement.end is not None and s.process.phase(s.track.phase).kind == "suspended":
        later = max(_later(agreement.end, s.track.entered[0], s.day), s.day)
    elif agreement.start is not None and agreement.end is not None:
        later = _later(end, agreement.start, agreement.end)
    else:
        later = Every(years=1).after(end)
    return Draft(f.AgreementRevised(s.day, agreement.id, end=later), (Blank(("end",), "date"),))


def _later(day: date, since: date, until: date) -> date:
    """Return the day that is as much later as lies between two others, one at least."""
    return Every(days=max((until - since).days, 1)).after(day)


def _right_parties(agreement: Agreement, findings: tuple[Finding, ...], s: Situation) -> list[Draft]:
    """Return the draft that takes in who is missing from the text, and leaves out who left."""
    missing = [y.about.id for y in findings if y.needed == "party" and _is_party(y.about)]
    gone = left(agreement, s) if any(y.needed == "left" for y in findings) else []
    if not missing and not gone:
        return []
    parties = tuple(p for p in (*agreement.parties, *missing) if p not in gone)
    obliged = tuple(p for p in agreement.obliged if p not in gone) if gone else None
    blanks = (Blank(("parties",), "parties"),)
    return [Draft(f.AgreementRevised(s.day, agreement.id, parties, obliged), blanks)]


def _obliged(agreement: Agreement, s: Situation, least: int) -> list[Draft]:
    """Return the draft that says on whom an agreement rests: those of its parties that take part."""
    active = [p.id for p in s.active]
    parties = tuple(p for p in agreement.parties if p in active)
    if len(parties) < least:
        parties = tuple(dict.fromkeys((*parties, *active)))
    if len(parties) < least:
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
    if len(parties) < (x.obliged or 1):
        return joining(x.with_, s)
    kind = x.kinds[0] if x.kinds else first_term(s, "agreement_kind")
    fact = f.AgreementDrafted(
        s.day,
        agreement=unused_id("agreement", (*s.known.agreements, *s.known.tracks)),
        kind=kind,
        parties=parties,
        obliged=parties if x.signed or x.obliged else (),
        clauses=x.clauses,
        principal=not x.kinds,
    )
    blanks = [Blank(("agreement",), "id")]
    if not x.kinds:
        blanks.append(Blank(("kind",), "choice", "agreement_kind"))
    if x.signed or x.obliged:
        blanks.append(Blank(("obliged",), "parties"))
    return [Draft(fact, tuple(blanks))]


# --- notice -----------------------------------------------------------------------------------------


def notice_given(x: c.NoticeGiven, finding: Finding, s: Situation) -> list[Draft]:
    """Return the draft of a notice: by who leaves, else by a party to the agreement."""
    if finding.needed not in ("leaving", "notice"):
        return []  # it was given, and has to run
    if not x.leaving or finding.about is not None:
        return [stated(s, x.topic, finding.about)]
    agreement = next(iter(s.agreements()), None)
    if agreement is None:
        return _new_agreement(c.Agreed(), s)
    able = [p.id for p in s.active if not s.known.line(p.id).isdisjoint(agreement.parties)]
    if not able:
        return _with_party(c.Parties(), agreement, s)
    draft = stated(s, x.topic, About("party", able[-1]))
    return [Draft(draft.fact, (*draft.blanks, Blank(("about",), "subject")))]


def last_days_of_notice(x: c.NoticeGiven, s: Situation) -> list[date]:
    """Return the last day of each notice that runs; none where notice is still to be given."""
    needed = [finding.needed for finding in judged(x, s)[0]]
    if not all(isinstance(day, str) and day not in ("leaving", "notice") for day in needed):
        return []
    return [date.fromisoformat(str(day)) - timedelta(days=1) for day in needed]
