"""Judging agreements: clauses, parties and signatures."""

from __future__ import annotations

from gezondsamen.decision.judge.subjects import party_subject
from gezondsamen.decision.situation import Situation
from gezondsamen.dossier.agreements import Agreement
from gezondsamen.dossier.parties import About
from gezondsamen.findings import Finding, Judgement
from gezondsamen.process import conditions as c


def agreed(x: c.Agreed, s: Situation) -> Judgement:
    """Judge clauses, parties and signatures of the agreement that is read here."""
    agreements = s.agreements(x.kinds)
    if not agreements:
        return (Finding("/".join(x.kinds) or None),), ()
    if len(agreements) > 1 and not x.kinds:
        return tuple(Finding("principal", None, About("matter", a.id)) for a in agreements), ()
    judged = [_agreement(x, agreement, s) for agreement in agreements]
    fit = [entries for findings, entries in judged if not findings]
    if fit:
        return (), tuple(number for entries in fit for number in entries)
    return judged[0]


def _agreement(x: c.Agreed, agreement: Agreement, s: Situation) -> Judgement:
    missing = [clause for clause in x.clauses if clause not in agreement.clauses]
    if not missing and x.with_ is None and not x.signed:
        return (), agreement.entries
    about = About("matter", agreement.id)
    findings = [Finding(clause, None, about) for clause in missing]
    evidence = list(agreement.entries)
    if x.with_ is not None:
        inside = [p for p in s.select(x.with_, s.active) if s.known.line(p.id) & {*agreement.parties}]
        if not inside:
            findings.append(Finding("party", None, about))
    if x.signed:
        missing_signatures, entries = _signed(agreement, s)
        findings += missing_signatures
        evidence += entries
    return tuple(findings), tuple(dict.fromkeys(evidence))


def _signed(agreement: Agreement, s: Situation) -> Judgement:
    """Judge whether everybody signed on whom the agreement rests and who still takes part."""
    lines = {party: _heir_line(party, s) for party in agreement.obliged}
    obliged = {party: line for party, line in lines.items() if not line.isdisjoint(s.known.active)}
    if not obliged:
        return (Finding("obliged", 0, About("matter", agreement.id)),), ()
    signed: dict[str, list[tuple[int, int]]] = {}
    for place, signature in enumerate(agreement.signatures):
        signed.setdefault(signature.party, []).append((place, signature.entry))
    findings: list[Finding] = []
    evidence: list[int] = []
    for party, line in obliged.items():
        own = sorted((place, entry) for ident in line for place, entry in signed.get(ident, ()))
        evidence += [entry for _, entry in own]
        if not own:
            findings.append(Finding("signature", None, party_subject(party)))
    return tuple(findings), tuple(evidence)


def _heir_line(party: str, s: Situation) -> frozenset[str]:
    """Return the ids whose signature is that of this party: its own line, or its heir's."""
    lines = [line for line in s.known.lines.values() if party in line]
    return frozenset((party,)).union(*lines)
