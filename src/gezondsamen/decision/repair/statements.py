"""Drafts of statements and numbers."""

from __future__ import annotations

from datetime import date

from gezondsamen.decision.repair.candidates import joining, party_draft
from gezondsamen.decision.situation import Situation
from gezondsamen.dossier import facts as f
from gezondsamen.dossier.parties import About
from gezondsamen.findings import NOBODY, Finding
from gezondsamen.forms.blanks import Blank
from gezondsamen.forms.drafts import Draft
from gezondsamen.periods import Every
from gezondsamen.process import conditions as c


def stated(s: Situation, topic: str, about: About | None, until: date | None = None) -> Draft:
    """Return the draft of a statement."""
    blanks = [Blank(("text",), "text")]
    if until is not None:
        blanks.append(Blank(("until",), "date"))
    return Draft(f.Stated(s.day, topic, "", about, None, until), tuple(blanks))


def on_record(x: c.OnRecord, finding: Finding, s: Situation) -> list[Draft]:
    """Return the draft of a statement that is missing about a subject."""
    about = finding.about
    if about is not None and about.id == "*":
        return _with_sector(x.each, s) if isinstance(x.each, c.Sectors) else joining(x.each, s)
    until = Every(years=1).after(s.day) if x.dated else None
    return [stated(s, str(finding.needed), about, until)]


def paired(x: c.Paired, finding: Finding, s: Situation) -> list[Draft]:
    """Return the draft of a statement that answers another; too late where it should stand before."""
    if x.order == "before":
        return []
    if finding.about == NOBODY:
        return joining(x.each, s)
    return [stated(s, x.by, finding.about)]


def _with_sector(which: c.Sectors, s: Situation) -> list[Draft]:
    """Return the draft that brings in a party of a sector selected, if any sector is."""
    fit = [key for key in s.process.vocabulary.get("sector", ()) if s.in_sectors(which, key)]
    return [party_draft(c.Parties(), s, sectors=(fit[0],))] if fit else []


def record_count(x: c.RecordCount, finding: Finding, s: Situation) -> list[Draft]:
    """Return the draft of one more statement, where more are asked."""
    if x.at_least is None or float(finding.found or 0) >= c.number(x.at_least):
        return []
    if x.among is None:
        return [stated(s, x.topic, None)]
    if isinstance(x.among, c.Sectors):
        return _about_sector(x.topic, x.among, s)
    subjects = [e.fact.about for e in s.statements(x.topic)]
    for party in s.select(x.among, s.active):
        if not any(s.is_about(about, party.id) for about in subjects):
            return [stated(s, x.topic, About("party", party.id))]
    return joining(x.among, s)


def _about_sector(topic: str, which: c.Sectors, s: Situation) -> list[Draft]:
    """Return the draft of a statement about a sector selected that has none yet: one at the table first."""
    subjects = (e.fact.about for e in s.statements(topic))
    counted = {about.id for about in subjects if about is not None and about.kind == "sector"}
    at_the_table = (key for party in s.active for key in party.sectors)
    for key in dict.fromkeys((*at_the_table, *s.process.vocabulary.get("sector", ()))):
        if key not in counted and s.in_sectors(which, key):
            return [stated(s, topic, About("sector", key))]
    return []


def measured(x: c.Measured, finding: Finding, s: Situation) -> list[Draft]:
    """Return the draft of an amount within the bounds."""
    topic, amount = x.topic, finding.needed
    if isinstance(amount, str):
        topic = amount
        bound = x.at_least if x.at_least is not None else x.at_most
        amount = 1 if bound is None or isinstance(bound, c.Same) else c.number(bound)
        mine = [e.fact.amount for e in s.known.of(f.Quantified, x.topic) if e.fact.about == finding.about]
        if topic != x.topic and mine:
            amount = mine[-1]
    fact = f.Quantified(s.day, topic, amount if amount is not None else 1, finding.about)
    return [Draft(fact, (Blank(("amount",), "number"),))]


def lasts(x: c.Lasts, _finding: Finding, s: Situation) -> list[Draft]:
    """Return the draft of a statement that runs as long as is asked."""
    bound = x.at_least or x.at_most
    return [stated(s, x.topic, None, bound.after(s.day) if bound else None)]
