"""Judging agreements: clauses, parties, signatures and the term, and the notice of who leaves."""

from __future__ import annotations

from math import ceil

from gezondsamen.decision.judge.subjects import each_of, party_subject
from gezondsamen.decision.situation import Situation
from gezondsamen.dossier import facts as f
from gezondsamen.dossier.agreements import UNSIGNED, Agreement
from gezondsamen.dossier.journal import Entry
from gezondsamen.dossier.parties import About, Party
from gezondsamen.dossier.tracks import Place
from gezondsamen.findings import Finding, Judgement
from gezondsamen.periods import Every
from gezondsamen.process import conditions as c


def agreed(x: c.Agreed, s: Situation) -> Judgement:
    """Judge clauses, parties, signatures and term of the agreement that is read here."""
    agreements = s.agreements(x.kinds)
    if not agreements and x == c.Agreed(kinds=x.kinds, none_left=True):
        return (), ()
    if not agreements:
        return (Finding("/".join(x.kinds) or None),), ()
    if len(agreements) > 1 and not x.kinds:
        return tuple(Finding("principal", None, About("matter", a.id)) for a in agreements), ()
    if len(agreements) == 1:
        return _agreement(x, agreements[0], s)
    judged = [_agreement(x, agreement, s) for agreement in agreements]
    fit = [entries for findings, entries in judged if not findings]
    if fit:
        return (), tuple([number for entries in fit for number in entries])
    return judged[0]


def term_runs(x: c.TermRuns, s: Situation) -> Judgement:
    """Judge whether the agreement that is read here has passed its last day, and no other runs."""
    agreements = s.agreements(x.kinds)
    evidence = tuple(dict.fromkeys(number for a in agreements for number in a.entries))
    over = [(a.end, a.id) for a in agreements if a.end is not None and a.end < s.day]
    if len(over) < len(agreements) or not over:
        return (), evidence
    end, ident = max(over)
    return (Finding("end", end.isoformat(), About("matter", ident)),), ()


def _agreement(x: c.Agreed, agreement: Agreement, s: Situation) -> Judgement:
    missing = [clause for clause in x.clauses if clause not in agreement.clauses]
    plain = x.with_ is None and x.each is None and x.obliged is None
    if plain and not (missing or x.signed or x.none_left or x.extended):
        return (), agreement.entries
    about = About("matter", agreement.id)
    findings = [Finding(clause, None, about) for clause in missing]
    evidence = list(agreement.entries)
    if x.obliged is not None:
        bound = frozenset(agreement.obliged)
        obliged = [p for p in s.known.active if not s.known.line(p).isdisjoint(bound)]
        evidence += [s.known.members[party].entry for party in obliged]
        if len(obliged) < x.obliged:
            findings.append(Finding("obliged", len(obliged), about))
    inside = frozenset(agreement.parties)
    if x.with_ is not None and not any(_is_in(inside, p, s) for p in s.select(x.with_, s.active)):
        findings.append(Finding("party", None, about))
    parties, nobody = (None, ()) if x.each is None else each_of(x.each, s)
    findings += nobody
    if parties is not None and not x.signed:
        outside = [party for party in parties if not _is_in(inside, party, s)]
        findings += [Finding("party", None, party_subject(party.id)) for party in outside]
    if x.none_left:
        findings += [Finding("left", None, party_subject(party)) for party in left(agreement, s)]
    if x.signed:
        newcomer = x.each is None and s.step is not None and s.step.concerns == "party"
        missing_signatures, entries = _taken_in(agreement, s) if newcomer else _signed(agreement, s, parties)
        findings += missing_signatures
        evidence += entries
    if x.extended and not _is_extended(agreement, s):
        end = None if agreement.end is None else agreement.end.isoformat()
        findings.append(Finding("later", end, about))
    return tuple(dict.fromkeys(findings)), tuple(dict.fromkeys(evidence))


def _is_in(parties: frozenset[str], party: Party, s: Situation) -> bool:
    """Tell whether a party is one of these, under its own id or one that it succeeded."""
    return not s.known.line(party.id).isdisjoint(parties)


def _is_extended(agreement: Agreement, s: Situation) -> bool:
    """Tell whether the last day is later than it was when this round began; what was drafted came before."""
    now = [end for place, end in agreement.ends[1:] if end is not None and s.is_in_round(place)]
    before = [end for _, end in agreement.ends[: len(agreement.ends) - len(now)] if end is not None]
    return bool(now) and (not before or now[-1] > before[-1])


def _taken_in(agreement: Agreement, s: Situation) -> Judgement:
    """Judge whether each newcomer stands in the text, is obliged by it, and signed what others sign."""
    parties, nobody = each_of(c.Parties(), s)
    findings = list(nobody)
    evidence: list[int] = []
    form = s.process.term("agreement_form", agreement.form or "")
    asked = form is None or UNSIGNED not in form.groups
    for party in parties:
        line, about = s.known.line(party.id), party_subject(party.id)
        if line.isdisjoint(agreement.parties):
            findings.append(Finding("text", None, about))
        if line.isdisjoint(agreement.obliged):
            findings.append(Finding("obliged", None, about))
        own = [signature.entry for signature in agreement.signatures if signature.party in line]
        evidence += own
        if asked and not own:
            findings.append(Finding("signature", None, about))
    return tuple(findings), tuple(evidence)


def left(agreement: Agreement, s: Situation) -> list[str]:
    """Return the parties to an agreement that no longer take part, and whose place nobody took."""
    active = set(s.known.active)
    return [party for party in agreement.parties if active.isdisjoint(s.known.heirs_of(party))]


def _signed(agreement: Agreement, s: Situation, asked: list[Party] | None) -> Judgement:
    """Judge whether everybody signed on whom the agreement rests, who takes part and is asked."""
    able = frozenset(s.known.active if asked is None else [party.id for party in asked])
    obliged: dict[str, frozenset[str]] = {}
    for party in agreement.obliged:
        heirs = s.known.heirs_of(party)
        for heir in heirs:
            if heir in able:
                obliged[party if len(heirs) == 1 else heir] = s.known.line(heir)
    if not obliged and asked is None:
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


# --- notice -----------------------------------------------------------------------------------------


def notice_given(x: c.NoticeGiven, s: Situation) -> Judgement:
    """Judge whether notice was given in time, by each party that leaves where that is asked."""
    months = _months(x.months, s)
    given = s.statements(x.topic)
    if not x.leaving:
        return _in_time(None, given, months, s)
    leaving = _leaving(given, s)
    if not leaving:
        return (Finding("leaving", None, s.about),), ()
    findings: list[Finding] = []
    evidence: list[int] = []
    for about, signs in leaving.items():
        places = [place for place, _ in signs]
        own = [e for e in given if e.place in places and s.known.same(e.fact.about, about)]
        missing, entries = _in_time(about, own, months, s)
        findings += missing
        evidence += (*(number for _, number in signs), *entries)
    return tuple(findings), tuple(dict.fromkeys(evidence))


def _in_time(
    about: About | None, given: list[Entry[f.Stated]], months: Entry[f.Quantified] | None, s: Situation
) -> Judgement:
    """Judge whether the period of notice is over since it was given; without a period it is not asked for."""
    if months is None:
        return (), ()
    first = min(given, key=lambda e: e.fact.on, default=None)
    if first is None:
        return (Finding("notice", None, about),), (months.number,)
    over = Every(months=ceil(months.fact.amount)).after(first.fact.on)
    found = (Finding(over.isoformat(), first.fact.on.isoformat(), about),) if s.day < over else ()
    return found, (months.number, first.number)


def _months(topic: str, s: Situation) -> Entry[f.Quantified] | None:
    """Return the entry with the latest period that counts here, if any was agreed."""
    every = [e for e in s.known.of(f.Quantified, topic) if s.visible(e.fact.track)]
    return every[-1] if every and every[-1].fact.amount > 0 else None


def _leaving(given: list[Entry[f.Stated]], s: Situation) -> dict[About, list[tuple[Place, int]]]:
    """Return who leaves the agreement and was not let go yet, with where that stands and in which entry."""
    agreement = next(iter(s.agreements()), None)
    if agreement is None:
        return {}
    found: dict[About, list[tuple[Place, int]]] = {}
    for party, place in (*agreement.joined, *agreement.former):
        about = party_subject(party)
        member = s.known.members.get(party)
        signs = [(e.place, e.number) for e in given if s.known.same(e.fact.about, about)]
        if (party, place) in agreement.former:
            signs.append((place, _revision(agreement, place)))
        if member is not None and member.left and member.left_in and not _is_there(party, s):
            signs.append((member.left, member.left_in))
        last = _let_go(about, s)
        signs = [one for one in signs if last is None or one[0] > last]
        if signs and s.about in (None, about):
            found[about] = signs
    return found


def _revision(agreement: Agreement, place: Place) -> int:
    """Return the entry of a revision; of one that was a correction, which stands elsewhere, the last one."""
    return place[1] if place[1] in agreement.entries else agreement.entries[-1]


def _is_there(party: str, s: Situation) -> bool:
    return any(party in s.known.line(active) for active in s.known.active)


def _let_go(about: About, s: Situation) -> Place | None:
    """Return where this step was last taken about a party, or about whoever left."""
    step = s.step
    taken = s.track.taken.items()
    places = [
        place
        for (trigger, whom), place in taken
        if step is not None and trigger == step.trigger and (whom is None or s.known.same(whom, about))
    ]
    return max(places, default=None)
