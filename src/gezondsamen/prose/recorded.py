"""What was recorded in words: a sentence or a few for each kind of fact.

Persons are not named: their ids stand in the fact. What became of an entry: `timeline`.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import assert_never

from gezondsamen.dossier import facts as f
from gezondsamen.dossier.journal import REDACTED
from gezondsamen.dossier.tracks import MAIN
from gezondsamen.prose.lists import listed
from gezondsamen.prose.scene import Voice
from gezondsamen.prose.teller import Teller


def fact_text(fact: f.Fact, t: Teller) -> str:
    """Return what happened, as one sentence or a few."""
    v = t.v
    match fact:
        case f.TrackOpened():
            return _opened(fact, t)
        case f.StepTaken():
            return _step(fact, t)
        case f.PartyJoined():
            return _joined(fact, t)
        case f.PartyLeft():
            return v("vertrokken: {who}.", "left: {who}.", who=v.name(fact.party))
        case f.PartySucceeded():
            return v(
                "opvolger van {others}: {who}.",
                "successor of {others}: {who}.",
                who=v.name(fact.successor),
                others=t.people(fact.predecessors),
            )
        case f.PartyDivided():
            return v(
                "{who} gaat op in {others}.",
                "{who} is divided into {others}.",
                who=v.name(fact.predecessor),
                others=t.people(fact.successors),
            )
        case f.RoleAssigned() | f.RoleEnded():
            return _role(fact, t)
        case f.Stated():
            return _stated(fact, t)
        case f.Quantified():
            return v(
                "vastgelegd, {topic}{about}: {number}{track}.",
                "on record, {topic}{about}: {number}{track}.",
                topic=v.term("topic", fact.topic),
                about=t.about(fact.about),
                number=v.number(fact.amount),
                track=t.on_track(fact.track),
            )
        case f.Consented():
            return v(
                "standpunt van {who} over {subject}{track}: {stance}.",
                "stance of {who} on {subject}{track}: {stance}.",
                who=v.name(fact.party),
                subject=v.term("subject", fact.subject),
                stance=v.term("stance", fact.stance),
                track=t.on_track(fact.track),
            )
        case f.Met():
            kind = v.term("contact_kind", fact.kind)
            if not fact.parties:
                return v("contact: {kind}.", "contact: {kind}.", kind=kind)
            who = t.people(fact.parties)
            return v("contact: {kind}, met {who}.", "contact: {kind}, with {who}.", kind=kind, who=who)
        case f.ContributionRecorded():
            return _contribution(fact, t)
        case f.AgreementDrafted():
            return _drafted(fact, t)
        case f.AgreementRevised():
            return _revised(fact, t)
        case f.Signed():
            what = v.agreement(fact.agreement)
            return v(
                "getekend door {who}: {what}.", "signed by {who}: {what}.", who=v.name(fact.party), what=what
            )
        case f.ActionAgreed():
            return _action(fact, t)
        case f.EvaluationPlanned():
            return _planned(fact, t)
        case f.EvaluationHeld():
            return _held(fact, t)
        case f.WaiverGranted():
            return _waiver(fact, t)
        case f.Retracted():
            text = v("regel {n} is teruggenomen.", "entry {n} is taken back.", n=fact.entry)
            return text + t.reason(fact.reason)
        case _:
            assert_never(fact)


def _opened(fact: f.TrackOpened, t: Teller) -> str:
    v = t.v
    phase = t.phase(fact.track, fact.phase)
    if fact.track == MAIN:
        name = f" {t.text(fact.title)}" if fact.title else ""
        what = v("de samenwerking{name}", "the collaboration{name}", name=name)
        what += f" ({v.label(t.process(MAIN).label)})"
    elif fact.track in v.scene.agreements:
        name = v.agreement(fact.track)
        what = v("overeenkomst {name}", "agreement {name}", name=name)
    else:
        what = v("het proces {name}", "the process {name}", name=t.track(fact.track))
    if fact.since is None:
        begins = ("{what} begint in de fase “{phase}”.", "{what} begins in the phase “{phase}”.")
        return v(*begins, what=what, phase=phase)
    text = v(
        "{what} liep al: sinds {day} in de fase “{phase}”.",
        "{what} ran already: since {day} in the phase “{phase}”.",
        what=what,
        phase=phase,
        day=v.day(fact.since),
    )
    return text + (t.reason(fact.reason) if fact.reason else "")


def _step(fact: f.StepTaken, t: Teller) -> str:
    v = t.v
    about = v(", voor {who}", ", for {who}", who=v.subject(fact.about)) if fact.about else ""
    return v(
        "stap gezet: “{step}”{about}. Fase daarna: “{phase}”{track}.",
        "step taken: “{step}”{about}. Phase after it: “{phase}”{track}.",
        step=t.step(fact.track, fact.trigger),
        about=about,
        phase=t.phase(fact.track, fact.phase),
        track="" if fact.track == MAIN else t.on_track(fact.track),
    )


def _joined(fact: f.PartyJoined, t: Teller) -> str:
    v, party = t.v, fact.party
    name = v.name(party.id) if party.name == REDACTED else party.name or party.id
    text = v("nieuwe partij: {who}.", "new party: {who}.", who=name)
    text += v(" Soort: {kind}.", " Kind: {kind}.", kind=v.term("party_kind", party.kind))
    if party.sectors:
        sectors = listed((v.term("sector", sector) for sector in party.sectors), v.language)
        one = v(" Sector: {sectors}.", " Sector: {sectors}.", sectors=sectors)
        more = v(" Sectoren: {sectors}.", " Sectors: {sectors}.", sectors=sectors)
        text += one if len(party.sectors) == 1 else more
    if party.internal:
        text += v(" Van de eigen organisatie.", " Of the own organisation.")
    if party.counts_as:
        text += v(" Telt als {side}.", " Counts as {side}.", side=v.term("side", party.counts_as))
    return text


def _role(fact: f.RoleAssigned | f.RoleEnded, t: Teller) -> str:
    v = t.v
    who = v("iemand van buiten", "somebody from outside") if fact.party is None else v.name(fact.party)
    role, track = v.term("role", fact.role), t.on_track(fact.track)
    if isinstance(fact, f.RoleAssigned):
        return v(
            "rol van {role}{track} toegewezen aan {who}.",
            "role of {role}{track} assigned to {who}.",
            who=who,
            role=role,
            track=track,
        )
    return v(
        "rol van {role}{track} beëindigd voor {who}.",
        "role of {role}{track} ended for {who}.",
        who=who,
        role=role,
        track=track,
    )


def _stated(fact: f.Stated, t: Teller) -> str:
    v = t.v
    lead = v("vastgelegd", "on record")
    if not fact.holds:
        lead = v("geldt niet meer", "no longer holds")
    topic, about = v.term("topic", fact.topic), t.about(fact.about)
    said = f"{lead}, {topic}{about}: {t.text(fact.text)}" if fact.text else f"{lead}: {topic}{about}"
    until = ""
    if fact.until is not None:
        until = v(" Geldt tot en met {day}.", " Holds through {day}.", day=v.day(fact.until))
    return f"{said}{t.on_track(fact.track)}.{until}"


def _contribution(fact: f.ContributionRecorded, t: Teller) -> str:
    v = t.v
    amount = t.quantity(fact.amount, fact.unit)
    return v(
        "bijdrage van {who} ({status}): {kind}{amount}.",
        "contribution of {who} ({status}): {kind}{amount}.",
        who=v.name(fact.party),
        status=v.term("contribution_status", fact.status),
        kind=v.term("contribution_kind", fact.kind),
        amount=amount and f", {amount}",
    )


def _drafted(fact: f.AgreementDrafted, t: Teller) -> str:
    v = t.v
    what = [v.term("agreement_kind", fact.kind)]
    if fact.form:
        what.append(v.term("agreement_form", fact.form))
    if fact.principal:
        what.append(v("hoofdovereenkomst", "principal agreement"))
    name = t.text(fact.title) if fact.title else v.agreement(fact.agreement)
    text = v(
        "overeenkomst {name} staat op papier ({what}).",
        "agreement {name} is drafted ({what}).",
        name=name,
        what=", ".join(what),
    )
    return text + _terms_of_agreement(fact.parties, fact.obliged, fact.clauses, fact.start, fact.end, t)


def _revised(fact: f.AgreementRevised, t: Teller) -> str:
    v = t.v
    text = v(
        "overeenkomst {name} is gewijzigd.", "agreement {name} is amended.", name=v.agreement(fact.agreement)
    )
    if fact.principal is not None:
        now = v(" Zij is nu de hoofdovereenkomst.", " It is now the principal agreement.")
        gone = v(" Zij is niet langer de hoofdovereenkomst.", " It is no longer the principal agreement.")
        text += now if fact.principal else gone
    return text + _terms_of_agreement(fact.parties, fact.obliged, fact.clauses, None, fact.end, t)


def _terms_of_agreement(
    parties: Iterable[str] | None,
    obliged: Iterable[str] | None,
    clauses: tuple[str, ...],
    start: date | None,
    end: date | None,
    t: Teller,
) -> str:
    """Return who and what an agreement binds, and for how long, as sentences after its name."""
    v = t.v
    text = ""
    if parties:
        text += v(" Partijen: {who}.", " Parties: {who}.", who=t.people(parties))
    if obliged:
        text += v(" Wie zich verplicht: {who}.", " Who takes on an obligation: {who}.", who=t.people(obliged))
    if clauses:
        what = v.terms("clause", clauses, word="and")
        text += v(" Afspraken over: {what}.", " Clauses on: {what}.", what=what)
    if start is not None:
        text += v(" Begin: {day}.", " Begin: {day}.", day=v.day(start))
    if end is not None:
        text += v(" Laatste dag: {day}.", " Last day: {day}.", day=v.day(end))
    return text


def _action(fact: f.ActionAgreed, t: Teller) -> str:
    v = t.v
    text = v(
        "actie afgesproken: {what}. Wie: {who}, sector {sector}. Klaar op {due}.",
        "action agreed: {what}. Who: {who}, sector {sector}. Due on {due}.",
        what=t.text(fact.text),
        who=v.name(fact.owner),
        sector=v.term("sector", fact.sector),
        due=v.day(fact.due),
    )
    return text + (v(" Gedaan op {day}.", " Done on {day}.", day=v.day(fact.done)) if fact.done else "")


def _planned(fact: f.EvaluationPlanned, t: Teller) -> str:
    v = t.v
    parts = [v.term("evaluation_kind", fact.kind)]
    if fact.every is not None:
        parts.append(v.language.every(fact.every))
    if fact.due is not None:
        parts.append(v("uiterlijk op {day}", "by {day}", day=v.day(fact.due)))
    what = ", ".join(parts)
    return v(
        "evaluatie gepland: {what}{on}{track}.",
        "evaluation planned: {what}{on}{track}.",
        what=what,
        on=_aspects(fact.aspects, v),
        track=t.on_track(fact.track),
    )


def _held(fact: f.EvaluationHeld, t: Teller) -> str:
    v = t.v
    text = v(
        "evaluatie gehouden: {what}{on}{track}.",
        "evaluation held: {what}{on}{track}.",
        what=v.term("evaluation_kind", fact.kind),
        on=_aspects(fact.aspects, v),
        track=t.on_track(fact.track),
    )
    if fact.decision is None:
        return text
    return text + v(" Besluit: {what}.", " Decision: {what}.", what=v.term("decision", fact.decision))


def _aspects(aspects: tuple[str, ...], v: Voice) -> str:
    what = v.terms("aspect", aspects, word="and")
    return v(", over {what}", ", on {what}", what=what) if aspects else ""


def _waiver(fact: f.WaiverGranted, t: Teller) -> str:
    v = t.v
    parts = []
    if fact.trigger is not None:
        step = t.step(fact.track or MAIN, fact.trigger)
        parts.append(v(", bij de stap “{step}”", ", for the step “{step}”", step=step))
    if fact.about is not None:
        parts.append(v(", voor {who}", ", for {who}", who=v.subject(fact.about)))
    if fact.until is not None:
        parts.append(v(", tot en met {day}", ", through {day}", day=v.day(fact.until)))
    text = v(
        "afwijken mag van de regel {rule}{narrowed}{track}.",
        "the rule {rule} is set aside{narrowed}{track}.",
        rule=t.rule(fact.rule),
        narrowed="".join(parts),
        track=t.on_track(fact.track),
    )
    return text + t.reason(fact.reason)
