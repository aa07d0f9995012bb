"""Instructions: what to record, in words, for each kind of fact that a remedy can ask for."""

from __future__ import annotations

from typing import assert_never

import attrs

from gezondsamen.dossier import facts as f
from gezondsamen.dossier.parties import About
from gezondsamen.forms.drafts import Draft
from gezondsamen.process import conditions as c
from gezondsamen.prose.contacts import evaluation, whom
from gezondsamen.prose.scene import Voice
from gezondsamen.prose.several import people_text

ARRANGED = "arranged"
"""The group of topics that say what must be arranged, such as support: noting it alone helps nobody."""


def an_office(role: str, v: Voice) -> str:
    """Return a role with its article."""
    return v.language.nouns.there_by_office.get(role) or v.language.an(role)


def any_of_kind(kind: str, v: Voice) -> str:
    """Return one party of a kind."""
    return v.one(c.Parties(kinds=kind))


def draft_text(group: list[Draft], who: str, many: bool, v: Voice) -> str:
    """Return what to record, for drafts of facts that are alike: `who` is what their subject is called."""
    draft = group[0]
    fact = draft.fact
    blank = {blank.field for blank in draft.blanks}
    match fact:
        case f.PartyJoined():
            return _joining(group, v)
        case f.RoleAssigned():
            return _role(fact, blank, who, v)
        case f.Stated():
            return _statement_text(group, fact, who, many, v)
        case f.Quantified():
            topic = v.term("topic", fact.topic)
            about = v(" van {who}", " of {who}", who=who) if fact.about else ""
            return v("noteer: {topic}{about}", "note: {topic}{about}", topic=topic, about=about)
        case f.Consented():
            subject = v.term("subject", fact.subject)
            return v(
                "vraag {who} om instemming met: {subject}",
                "ask {who} for consent to: {subject}",
                who=who,
                subject=subject,
            )
        case f.Met():
            return _contact(fact, blank, who, many, v)
        case f.ContributionRecorded():
            return _contribution(draft, fact, who, many, v)
        case f.AgreementDrafted():
            if "kind" in blank:
                return v("zet een overeenkomst op papier", "draft an agreement")
            kind = v.term("agreement_kind", fact.kind)
            return v("zet op papier: {kind}", "put on paper: {kind}", kind=kind)
        case f.AgreementRevised():
            return _revision(fact, blank, v)
        case f.Signed():
            return v("laat {who} tekenen", "have {who} sign", who=who)
        case f.ActionAgreed():
            # One action is anybody's: the owner in the draft is a suggestion. Of several, each has one.
            each = v(" (een voor elk van: {who})", " (one for each of: {who})", who=who) if many else ""
            return v(
                "spreek een concrete actie af: wie doet wat, en wanneer is het klaar{each}",
                "agree a concrete action: who does what, and by when{each}",
                each=each,
            )
        case f.EvaluationPlanned():
            return _planned(fact, blank, v)
        case f.EvaluationHeld():
            return _held(fact, blank, v)
        case (
            f.TrackOpened()
            | f.StepTaken()
            | f.PartyLeft()
            | f.PartySucceeded()
            | f.PartyDivided()
            | f.RoleEnded()
            | f.WaiverGranted()
            | f.Retracted()
        ):
            raise LookupError(f"{type(fact).__name__} is no remedy")
        case _:
            assert_never(fact)


def _joining(group: list[Draft], v: Voice) -> str:
    """Return that a party must join, or several alike, and which ones where that is not left open."""
    which = sought_parties(group[0], v)
    if len(group) == 1:
        return v("laat {which} meedoen", "let {which} join", which=v.one(which))
    many = f"{v.numeral(len(group))} {v.parties(which, many=True)}"
    return v("laat {which} meedoen", "let {which} join", which=many)


def sought_parties(draft: Draft, v: Voice) -> c.Parties:
    """Return which parties a draft asks for: of one kind or side, or of whatever kind fits."""
    assert isinstance(draft.fact, f.PartyJoined)
    party = draft.fact.party
    asked = c.Parties(sectors=party.sectors, internal=True if party.internal else None)
    kinds = next((blank for blank in draft.blanks if blank.field == "kind"), None)
    if kinds is None:
        return attrs.evolve(asked, kinds=party.kind)
    fit = kinds.choices[: kinds.fitting]
    known = v.scene.process.vocabulary.get("party_kind", {})
    if len(fit) == 1:
        return attrs.evolve(asked, kinds=fit)
    for side in v.scene.process.vocabulary.get("side", {}):
        if fit and {*fit} == {key for key, term in known.items() if term.groups[:1] == (side,)}:
            return attrs.evolve(asked, sides=side)
    return asked


def _role(fact: f.RoleAssigned, blank: set[str], who: str, v: Voice) -> str:
    """Return which role to assign, and to whom."""
    role = v.term("role", fact.role)
    office = v.language.nouns.there_by_office.get(role)
    if "role" in blank and fact.party:
        return v("geef een rol aan {who}", "give a role to {who}", who=who)
    if "party" in blank:
        if office is not None:
            return v("betrek {role}", "involve {role}", role=office)
        return v("wijs {role} aan", "appoint {role}", role=v.language.an(role))
    if not fact.party:
        return v(
            "wijs iemand van buiten aan als {role}", "appoint somebody from outside as {role}", role=role
        )
    if office is not None:
        return v("betrek {role}, namens {who}", "involve {role}, for {who}", role=office, who=who)
    return v("wijs bij {who} {role} aan", "appoint {role} at {who}", role=v.language.an(role), who=who)


def _contact(fact: f.Met, blank: set[str], who: str, many: bool, v: Voice) -> str:
    """Return which contact to see to, and with whom."""
    kind = v.term("contact_kind", fact.kind)
    kind = v("contact", "contact") if "kind" in blank else v.language.an(kind)
    with_whom = whom(() if "kind" in blank else (fact.kind,), who, v) if fact.parties else ""
    if many:
        with_whom += v(", ieder apart", ", each separately")
    return v("zorg voor {kind}{whom}", "arrange {kind}{whom}", kind=kind, whom=with_whom)


def _contribution(draft: Draft, fact: f.ContributionRecorded, who: str, many: bool, v: Voice) -> str:
    """Return with whom to agree a contribution, or whom to ask, and what does not count as one."""
    each = v(", ieder apart", ", each separately") if many else ""
    choices = next((blank.choices for blank in draft.blanks if blank.field == "kind"), ())
    every = v.scene.process.vocabulary.get("contribution_kind", {})
    others = [kind for kind in every if kind not in choices] if choices else []
    what = v("een bijdrage", "a contribution")
    if others:
        kinds = v.terms("contribution_kind", others)
        what = v("een andere bijdrage dan {kinds}", "a contribution other than {kinds}", kinds=kinds)
    if fact.status == "asked":
        return v("vraag {who} om {what}{each}", "ask {who} for {what}{each}", who=who, what=what, each=each)
    return v(
        "spreek {what} af met {who}{each}", "agree {what} with {who}{each}", who=who, what=what, each=each
    )


def _revision(fact: f.AgreementRevised, blank: set[str], v: Voice) -> str:
    """Return what an agreement is to be completed with, which parties belong in it, or its later last day."""
    agreement = v.agreement(fact.agreement)
    if fact.parties and "parties" in blank:
        return v(
            "zet precies deze partijen in overeenkomst {agreement}: {names}",
            "have exactly these parties in agreement {agreement}: {names}",
            agreement=agreement,
            names=people_text(fact.parties, v),
        )
    if fact.end is not None:
        return v(
            "laat overeenkomst {agreement} lopen tot en met een latere dag, bijvoorbeeld {day}",
            "let agreement {agreement} run through a later day, for example {day}",
            agreement=agreement,
            day=v.day(fact.end),
        )
    if fact.obliged:
        return v(
            "leg in overeenkomst {agreement} vast wie zich verplicht: {names}",
            "put in agreement {agreement} who takes on an obligation: {names}",
            agreement=agreement,
            names=people_text(fact.obliged, v),
        )
    if fact.parties:
        return v(
            "neem als partij op in overeenkomst {agreement}: {names}",
            "take in as a party to agreement {agreement}: {names}",
            agreement=agreement,
            names=people_text(fact.parties, v),
        )
    if fact.clauses:
        return v(
            "vul overeenkomst {agreement} aan met afspraken over: {clauses}",
            "complete agreement {agreement} with clauses on: {clauses}",
            agreement=agreement,
            clauses=v.terms("clause", fact.clauses, word="and"),
        )
    return v("vul overeenkomst {agreement} aan", "complete agreement {agreement}", agreement=agreement)


def _planned(fact: f.EvaluationPlanned, blank: set[str], v: Voice) -> str:
    """Return which evaluation to plan: its kind, its rhythm and what it looks at."""
    what = evaluation(() if "kind" in blank else (fact.kind,), v)
    aspects = v.terms("aspect", fact.aspects, word="and")
    on = v(" over {aspects}", " on {aspects}", aspects=aspects) if aspects else ""
    if fact.every is None:
        return v("plan {what}{on}", "plan {what}{on}", what=what, on=on)
    every = v.language.every(fact.every)
    return v("plan {every} {what}{on}", "plan {what}{on} {every}", what=what, every=every, on=on)


def _held(fact: f.EvaluationHeld, blank: set[str], v: Voice) -> str:
    """Return which evaluation to hold, and which decision fits the step; it is not ordered."""
    what = evaluation(() if "kind" in blank else (fact.kind,), v)
    if not fact.decision:
        return v("houd {what}", "hold {what}", what=what)
    return v(
        "houd {what} en neem een besluit; deze stap past bij het besluit: {decision}",
        "hold {what} and decide; this step fits the decision: {decision}",
        what=what,
        decision=v.term("decision", fact.decision),
    )


def _statement_text(group: list[Draft], fact: f.Stated, who: str, many: bool, v: Voice) -> str:
    """Return what to put on record: topics that are stated alike, about one subject or several.

    What has to be arranged first is not merely noted: the text says so.
    """
    topics = [draft.fact.topic for draft in group if isinstance(draft.fact, f.Stated)]
    what = v.topics(topics)
    about = ""
    if fact.about is not None and who:
        about = v(" voor {who}", " for {who}", who=_for_whom(fact.about, who, many, v))
    if all(_is_arranged(topic, v) for topic in topics):
        at = ""
        if fact.about is not None and who:
            words = (" in {who}", " in {who}") if fact.about.kind == "sector" else (" bij {who}", " at {who}")
            at = v(*words, who=_for_whom(fact.about, who, many, v))
        until = v("wie dat wanneer bevestigde", "who confirmed it, and when")
        if fact.until:
            until = v("tot en met welke dag het geldt", "through which day it holds")
        return v(
            "zorg{at} voor {what}, en leg vast {until}",
            "secure {what}{at}, and put on record {until}",
            at=at,
            what=what,
            until=until,
        )
    until = v(", met einddatum", ", with an end date") if fact.until else ""
    return v(
        "leg vast{about}{until}: {what}",
        "put on record{about}{until}: {what}",
        what=what,
        about=about,
        until=until,
    )


def _for_whom(about: About, who: str, many: bool, v: Voice) -> str:
    """Return whom or what a statement is for: a sector is called so."""
    if about.kind == "sector":
        words = (
            ("de sectoren {who}", "the sectors {who}") if many else ("de sector {who}", "the sector {who}")
        )
        return v(*words, who=who)
    return who


def _is_arranged(topic: str, v: Voice) -> bool:
    """Tell whether something must be arranged before it can be put on record."""
    term = v.scene.process.term("topic", topic)
    return term is not None and ARRANGED in term.groups
