"""Remedies in words: what to record, as instructions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import assert_never

import attrs

from gezondsamen.dossier import facts as f
from gezondsamen.dossier.parties import About
from gezondsamen.forms.drafts import Draft, Remedy
from gezondsamen.language import capitalised
from gezondsamen.process.requirements import Requirement
from gezondsamen.prose.scene import Voice
from gezondsamen.prose.several import Sentence, people_text, told_together


def draft_texts(drafts: Iterable[Draft], v: Voice) -> tuple[str, ...]:
    """Return what to record, one instruction for each draft; what is left to choose is not named."""
    every = tuple(drafts)
    roles = _sought_roles(every, v)
    texts = []
    for draft in every:
        fact = draft.fact
        if isinstance(fact, f.PartyJoined) and fact.party.id in roles:
            texts.append(_sought(fact, roles[fact.party.id], v))
        elif isinstance(fact, f.RoleAssigned) and roles.get(fact.party or "") == fact.role:
            role = v.term("role", fact.role)
            texts.append(
                v("leg vast wie deze rol heeft: {role}", "record who holds this role: {role}", role=role)
            )
        else:
            texts += draft_lines((draft,), v)
    return tuple(texts)


def _sought_roles(drafts: Iterable[Draft], v: Voice) -> dict[str, str]:
    """Return the role for which a party is sought, by the id of the party.

    It is assigned at once, and this kind of party usually holds it: else the party is the point.
    """
    found: dict[str, str] = {}
    for first, then in pairwise(draft.fact for draft in drafts):
        if not (isinstance(first, f.PartyJoined) and isinstance(then, f.RoleAssigned)):
            continue
        term = v.scene.process.term("role", then.role)
        if first.party.id == then.party and term is not None and first.party.kind in term.held_by:
            found[first.party.id] = then.role
    return found


def _sought(fact: f.PartyJoined, role: str, v: Voice) -> str:
    """Return that somebody is sought for a role: the role is the point, the kind of party an example."""
    return v(
        "zoek iemand in de rol van {role}, bijvoorbeeld bij: {kind}",
        "find somebody in the role of {role}, for example at: {kind}",
        role=v.term("role", role),
        kind=v.term("party_kind", fact.party.kind),
    )


def draft_lines(drafts: Iterable[Draft], v: Voice) -> tuple[str, ...]:
    """Return what to record, one line for what is asked alike of several parties or items."""
    return told_together(_told(drafts, v), v)


def _told(drafts: Iterable[Draft], v: Voice) -> Iterator[tuple[About | None, Sentence]]:
    """Yield what to record about each subject, with statements about one subject taken together."""
    grouped: dict[object, list[Draft]] = {}
    every = tuple(drafts)
    roles = _sought_roles(every, v)
    for number, draft in enumerate(every):
        fact = draft.fact
        if isinstance(fact, f.RoleAssigned) and roles.get(fact.party or "") == fact.role:
            continue  # said with the party that is sought for it
        if isinstance(fact, f.PartyJoined) and fact.party.id in roles:
            yield None, _plainly(_sought(fact, roles[fact.party.id], v))
            continue
        key = (fact.about, fact.until) if isinstance(fact, f.Stated) else number
        grouped.setdefault(key, []).append(draft)
    for group in grouped.values():
        yield _subject(group[0]), _sentence(group, v)


def _plainly(text: str) -> Sentence:
    return lambda _who, _many: text


def _subject(draft: Draft) -> About | None:
    """Return whom or what a fact to record is about, where others may be asked the same."""
    fact = draft.fact
    blank = {blank.field for blank in draft.blanks}
    match fact:
        case f.PartyJoined():
            return About("party", fact.party.id)
        case f.Stated() | f.Quantified():
            return fact.about
        case f.Consented() | f.ContributionRecorded() | f.Signed():
            return About("party", fact.party)
        case f.RoleAssigned() if fact.party and "party" not in blank:
            return About("party", fact.party)
        case f.Met() if fact.parties:
            return About("party", "+".join(fact.parties))
        case f.ActionAgreed():
            return About("party", fact.owner)
        case _:
            return None


def _sentence(group: list[Draft], v: Voice) -> Sentence:
    """Return what to record about a subject, however it is called."""

    def sentence(who: str, many: bool) -> str:
        return _draft_text(group, who, many, v)

    return sentence


def _draft_text(group: list[Draft], who: str, many: bool, v: Voice) -> str:
    draft = group[0]
    fact = draft.fact
    blank = {blank.field for blank in draft.blanks}
    match fact:
        case f.PartyJoined():
            return _joining(fact, who, many, v)
        case f.RoleAssigned():
            return _role(fact, blank, who, v)
        case f.Stated():
            return _statement_text(group, fact, who, many, v)
        case f.Quantified():
            topic = v.term("topic", fact.topic)
            about = f" ({who})" if fact.about else ""
            return v(
                "noteer het getal: {topic}{about}",
                "note the number: {topic}{about}",
                topic=topic,
                about=about,
            )
        case f.Consented():
            subject = v.term("subject", fact.subject)
            return v(
                "vraag {who} om in te stemmen met: {subject}",
                "ask {who} to agree to: {subject}",
                who=who,
                subject=subject,
            )
        case f.Met():
            return _contact(fact, blank, who, many, v)
        case f.ContributionRecorded():
            return _contribution(fact, who, many, v)
        case f.AgreementDrafted():
            kind = f" ({v.term('agreement_kind', fact.kind)})" if "kind" not in blank else ""
            return v("zet een overeenkomst op papier{kind}", "draft an agreement{kind}", kind=kind)
        case f.AgreementRevised():
            return _revision(fact, who, v)
        case f.Signed():
            return v("laat {who} tekenen", "have {who} sign", who=who)
        case f.ActionAgreed():
            # One action is anybody's: the owner in the draft is a suggestion. Of several, each has one.
            each = v(" (elk een: {who})", " (one each: {who})", who=who) if many else ""
            return v(
                "spreek een concrete actie af: wat, wie en wanneer klaar{each}",
                "agree a concrete action: what, who and by when{each}",
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
            | f.RoleEnded()
            | f.WaiverGranted()
            | f.Retracted()
        ):
            raise LookupError(f"{type(fact).__name__} is no remedy")
        case _:
            assert_never(fact)


def _joining(fact: f.PartyJoined, who: str, many: bool, v: Voice) -> str:
    """Return that parties must join, and of which kind."""
    kind = v.term("party_kind", fact.party.kind)
    if many:
        return v(
            "laat partijen meedoen (soort: {kind}): {who}",
            "let parties join (kind: {kind}): {who}",
            kind=kind,
            who=who,
        )
    return v("laat een partij meedoen (soort: {kind})", "let a party join (kind: {kind})", kind=kind)


def _role(fact: f.RoleAssigned, blank: set[str], who: str, v: Voice) -> str:
    """Return which role to assign, and to whom."""
    role = v.term("role", fact.role)
    if "role" in blank and fact.party:
        return v("geef een rol aan {who}", "give a role to {who}", who=who)
    if "party" in blank:
        return v("wijs deze rol toe: {role}", "assign this role: {role}", role=role)
    if not fact.party:
        who = v("iemand van buiten", "somebody from outside")
    return v("wijs de rol toe: {role}, aan {who}", "assign the role: {role}, to {who}", role=role, who=who)


def _contact(fact: f.Met, blank: set[str], who: str, many: bool, v: Voice) -> str:
    """Return which contact to see to, and with whom."""
    kind = v.term("contact_kind", fact.kind)
    if "kind" in blank:
        kind = v("contact", "contact")
    whom = ""
    if many:
        whom = v(", met elk van deze: {who}", ", with each of these: {who}", who=who)
    elif fact.parties:
        whom = v(", met {who}", ", with {who}", who=who)
    return v("zorg voor: {kind}{whom}", "see to: {kind}{whom}", kind=kind, whom=whom)


def _contribution(fact: f.ContributionRecorded, who: str, many: bool, v: Voice) -> str:
    """Return with whom to agree a contribution, or whom to ask."""
    each = v("elk van deze: ", "each of these: ") if many else ""
    if fact.status == "asked":
        return v(
            "vraag een bijdrage aan {each}{who}",
            "ask a contribution of {each}{who}",
            each=each,
            who=who,
        )
    return v(
        "spreek een bijdrage af met {each}{who}",
        "agree a contribution with {each}{who}",
        each=each,
        who=who,
    )


def _revision(fact: f.AgreementRevised, who: str, v: Voice) -> str:
    """Return what an agreement is to be completed with."""
    clauses = v.terms("clause", fact.clauses, word="and")
    what = f": {clauses}" if clauses else ""
    if fact.obliged:
        names = people_text(fact.obliged, v)
        what = v(": wie zich verplicht ({names})", ": who takes on an obligation ({names})", names=names)
    elif fact.parties:
        names = people_text(fact.parties, v)
        what = v(": partijen ({names})", ": parties ({names})", names=names)
    return v(
        "vul overeenkomst {agreement} aan{what}",
        "complete agreement {agreement}{what}",
        agreement=v.agreement(fact.agreement),
        what=what,
    )


def _planned(fact: f.EvaluationPlanned, blank: set[str], v: Voice) -> str:
    """Return which evaluation to plan: its kind, its rhythm and what it looks at."""
    kind = f" ({v.term('evaluation_kind', fact.kind)})" if "kind" not in blank else ""
    every = f", {v.language.every(fact.every)}" if fact.every is not None else ""
    aspects = v.terms("aspect", fact.aspects, word="and")
    on = v(", over: {aspects}", ", on: {aspects}", aspects=aspects) if aspects else ""
    return v(
        "plan een evaluatie{kind}{every}{on}",
        "plan an evaluation{kind}{every}{on}",
        kind=kind,
        every=every,
        on=on,
    )


def _held(fact: f.EvaluationHeld, blank: set[str], v: Voice) -> str:
    """Return which evaluation to hold, and with which decision."""
    decision = v.term("decision", fact.decision) if fact.decision else ""
    what = (
        v(", met als besluit: {decision}", ", deciding to: {decision}", decision=decision) if decision else ""
    )
    kind = f" ({v.term('evaluation_kind', fact.kind)})" if "kind" not in blank else ""
    return v("houd een evaluatie{kind}{what}", "hold an evaluation{kind}{what}", kind=kind, what=what)


def with_new_parties(v: Voice, drafts: Iterable[Draft]) -> Voice:
    """Return the voice for which parties that drafts bring in have a name to be called by: their kind."""
    joining = {d.fact.party.id: d.fact.party.kind for d in drafts if isinstance(d.fact, f.PartyJoined)}
    kinds = list(joining.values())
    names = dict(v.scene.names)
    for number, (ident, kind) in enumerate(joining.items(), 1):
        which = v.term("party_kind", kind)
        if kinds.count(kind) > 1:
            which += f" {kinds[:number].count(kind)}"
        names.setdefault(ident, v("de nieuwe partij ({which})", "the new party ({which})", which=which))
    return attrs.evolve(v, scene=attrs.evolve(v.scene, names=names))


def _statement_text(group: list[Draft], fact: f.Stated, who: str, many: bool, v: Voice) -> str:
    """Return what to put on record: topics that are stated alike, about one subject or several."""
    topics = [draft.fact.topic for draft in group if isinstance(draft.fact, f.Stated)]
    what = v.terms("topic", topics, word="and")
    about = f" ({who})" if fact.about else ""
    if many:
        about = v(" (voor elk van deze: {who})", " (for each of these: {who})", who=who)
    elif about.endswith("))"):  # no brackets within brackets
        about = v(", van {who}", ", of {who}", who=who)
    until = ""
    if fact.until:
        until = v(", met de laatste dag waarop dat geldt", ", with the last day on which it holds")
    return v(
        "leg vast: {what}{about}{until}",
        "put on record: {what}{about}{until}",
        what=what,
        about=about,
        until=until,
    )


def remedy_lines(remedy: Remedy, rule: Requirement, v: Voice, *, status: str = "unmet") -> tuple[str, ...]:
    """Return what can be done, one line per thing to do; advice needs nobody's approval to leave it."""
    named = with_new_parties(v, remedy.drafts)
    lines = [capitalised(text) + "." for text in draft_lines(remedy.drafts, named)]
    if remedy.wait_until is not None:
        day = v.day(remedy.wait_until)
        lines.append(v("Wacht tot {day}.", "Wait until {day}.", day=day))
    if remedy.waiver:
        lines.append(_advice_line(v) if status == "advised" else _waiver_line(rule, v))
    return tuple(lines)


def _advice_line(v: Voice) -> str:
    return v(
        "Vastleggen helpt hier niet meer. Dit is een advies en houdt niets tegen: ga na of het zo kan.",
        "Recording no longer helps here. This is advice and holds nothing up: see whether it can stay.",
    )


def _waiver_line(rule: Requirement, v: Voice) -> str:
    if not rule.waivable:
        return v(
            "Vastleggen helpt hier niet meer, en van deze regel kan niemand afwijken.",
            "Recording no longer helps here, and nobody can set this rule aside.",
        )
    return v(
        "Vastleggen helpt hier niet meer. Wie mag besluiten, kan van de regel afwijken: leg vast waarom, "
        "en wie dat goedkeurt.",
        "Recording no longer helps here. Whoever may decide can set the rule aside: put on record why, and "
        "who approves.",
    )
