"""Remedies in words: what to record, as instructions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from gezondsamen.decision.drafts import Draft, Remedy
from gezondsamen.decision.wording import Scene, capitalised, day_text, every_text, listing, say
from gezondsamen.dossier import facts as f
from gezondsamen.process.requirements import Requirement


def draft_text(draft: Draft, scene: Scene, lang: str) -> str:
    """Return what to record, as an instruction; what is left to choose is not named."""
    fact = draft.fact
    blank = {blank.field for blank in draft.blanks}
    match fact:
        case f.PartyJoined():
            kind = scene.term("party_kind", fact.party.kind, lang)
            return say(lang, f"laat een partij meedoen (soort: {kind})", f"let a party join (kind: {kind})")
        case f.RoleAssigned():
            role = scene.term("role", fact.role, lang)
            if "role" in blank and fact.party:
                name = scene.name(fact.party)
                return say(lang, f"geef {name} een rol", f"give {name} a role")
            if "party" in blank:
                return say(lang, f"wijs deze rol toe: {role}", f"assign this role: {role}")
            who = (
                scene.name(fact.party)
                if fact.party
                else say(lang, "iemand van buiten", "somebody from outside")
            )
            return say(lang, f"wijs de rol toe: {role}, aan {who}", f"assign the role: {role}, to {who}")
        case f.Stated():
            return _statement_text(fact, (fact.topic,), scene, lang)
        case f.Quantified():
            topic = scene.term("topic", fact.topic, lang)
            return say(lang, f"noteer het getal: {topic}", f"note the number: {topic}")
        case f.Consented():
            subject = scene.term("subject", fact.subject, lang)
            who = scene.name(fact.party)
            return say(
                lang, f"vraag {who} om in te stemmen met: {subject}", f"ask {who} to agree to: {subject}"
            )
        case f.Met():
            kind = scene.term("contact_kind", fact.kind, lang)
            if "kind" in blank:
                kind = say(lang, "contact", "contact")
            who = listing([scene.name(party) for party in fact.parties], lang)
            whom = say(lang, f", met {who}", f", with {who}") if who else ""
            return say(lang, f"zorg voor: {kind}{whom}", f"see to: {kind}{whom}")
        case f.ContributionRecorded():
            who = scene.name(fact.party)
            if fact.status == "asked":
                return say(lang, f"vraag {who} om een bijdrage", f"ask {who} for a contribution")
            return say(lang, f"spreek met {who} een bijdrage af", f"agree a contribution with {who}")
        case f.AgreementDrafted():
            kind = f" ({scene.term('agreement_kind', fact.kind, lang)})" if "kind" not in blank else ""
            return say(lang, f"zet een overeenkomst op papier{kind}", f"draft an agreement{kind}")
        case f.AgreementRevised():
            clauses = scene.terms("clause", fact.clauses, lang, word="and")
            what = f": {clauses}" if clauses else ""
            if fact.obliged:
                names = listing([scene.name(party) for party in fact.obliged], lang)
                what = say(lang, f": wie zich verplicht ({names})", f": who takes on an obligation ({names})")
            elif fact.parties:
                names = listing([scene.name(party) for party in fact.parties], lang)
                what = say(lang, f": partijen ({names})", f": parties ({names})")
            return say(
                lang,
                f"vul overeenkomst {fact.agreement} aan{what}",
                f"complete agreement {fact.agreement}{what}",
            )
        case f.Signed():
            who = scene.name(fact.party)
            return say(lang, f"laat {who} tekenen", f"have {who} sign")
        case f.ActionAgreed():
            return say(
                lang,
                "spreek een concrete actie af: wat, wie en wanneer klaar",
                "agree a concrete action: what, who and by when",
            )
        case f.EvaluationPlanned():
            every = f", {every_text(fact.every, lang)}" if fact.every is not None else ""
            return say(lang, f"plan een evaluatie{every}", f"plan an evaluation{every}")
        case f.EvaluationHeld():
            decision = scene.term("decision", fact.decision, lang) if fact.decision else ""
            what = (
                say(lang, f", met als besluit: {decision}", f", deciding to: {decision}") if decision else ""
            )
            kind = f" ({scene.term('evaluation_kind', fact.kind, lang)})" if "kind" not in blank else ""
            return say(lang, f"houd een evaluatie{kind}{what}", f"hold an evaluation{kind}{what}")
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


def with_new_parties(scene: Scene, drafts: Iterable[Draft], lang: str) -> Scene:
    """Return the scene in which parties that drafts bring in have a name to be called by."""
    names = dict(scene.names)
    for draft in drafts:
        if isinstance(draft.fact, f.PartyJoined):
            ident = draft.fact.party.id
            names.setdefault(ident, say(lang, f"de nieuwe partij ({ident})", f"the new party ({ident})"))
    return Scene(scene.process, names)


def _draft_lines(drafts: Iterable[Draft], scene: Scene, lang: str) -> list[str]:
    """Return one line per draft, with statements about one subject taken together."""
    grouped: dict[object, list[Draft]] = {}
    for number, draft in enumerate(drafts):
        fact = draft.fact
        key = (fact.about, fact.until) if isinstance(fact, f.Stated) else number
        grouped.setdefault(key, []).append(draft)
    lines = []
    for group in grouped.values():
        fact = group[0].fact
        if isinstance(fact, f.Stated):
            topics = [draft.fact.topic for draft in group if isinstance(draft.fact, f.Stated)]
            lines.append(_statement_text(fact, topics, scene, lang))
        else:
            lines.append(draft_text(group[0], scene, lang))
    return lines


def _statement_text(fact: f.Stated, topics: Iterable[str], scene: Scene, lang: str) -> str:
    """Return what to put on record: topics that are stated alike, about one subject."""
    what = scene.terms("topic", topics, lang, word="and")
    about = f" ({scene.subject(fact.about, lang)})" if fact.about else ""
    until = say(lang, ", met een einddatum", ", with an end date") if fact.until else ""
    return say(lang, f"leg vast: {what}{about}{until}", f"put on record: {what}{about}{until}")


def remedy_lines(remedy: Remedy, rule: Requirement, scene: Scene, lang: str) -> tuple[str, ...]:
    """Return what can be done, one line per thing to do."""
    named = with_new_parties(scene, remedy.drafts, lang)
    lines = [capitalised(text) + "." for text in _draft_lines(remedy.drafts, named, lang)]
    if remedy.wait_until is not None:
        day = day_text(remedy.wait_until, lang)
        lines.append(say(lang, f"Wacht tot {day}.", f"Wait until {day}."))
    if remedy.waiver:
        lines.append(_waiver_line(rule, lang))
    return tuple(dict.fromkeys(lines))


def _waiver_line(rule: Requirement, lang: str) -> str:
    if not rule.waivable:
        return say(
            lang,
            "Vastleggen helpt hier niet meer, en van deze regel kan niemand afwijken.",
            "Recording no longer helps here, and nobody can set this rule aside.",
        )
    return say(
        lang,
        "Vastleggen helpt hier niet meer. Wie mag besluiten, kan van de regel afwijken: "
        "leg vast waarom, en wie dat goedkeurt.",
        "Recording no longer helps here. Whoever may decide can set the rule aside: "
        "put on record why, and who approves.",
    )
