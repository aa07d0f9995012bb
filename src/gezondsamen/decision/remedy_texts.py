"""Remedies in words: what to record, as instructions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

import attrs

from gezondsamen.decision.naming import Sentence, people_text, told_together
from gezondsamen.decision.wording import Scene, capitalised, day_text, every_text, say
from gezondsamen.dossier import facts as f
from gezondsamen.dossier.parties import About
from gezondsamen.drafts import Draft, Remedy
from gezondsamen.process.requirements import Requirement


def draft_text(draft: Draft, scene: Scene, lang: str) -> str:
    """Return what to record, as an instruction; what is left to choose is not named."""
    (text,) = draft_lines((draft,), scene, lang)
    return text


def draft_lines(drafts: Iterable[Draft], scene: Scene, lang: str) -> tuple[str, ...]:
    """Return what to record, one line for what is asked alike of several parties or items."""
    return told_together(_told(drafts, scene, lang), scene, lang)


def _told(drafts: Iterable[Draft], scene: Scene, lang: str) -> Iterator[tuple[About | None, Sentence]]:
    """Yield what to record about each subject, with statements about one subject taken together."""
    grouped: dict[object, list[Draft]] = {}
    for number, draft in enumerate(drafts):
        fact = draft.fact
        key = (fact.about, fact.until) if isinstance(fact, f.Stated) else number
        grouped.setdefault(key, []).append(draft)
    for group in grouped.values():
        yield _subject(group[0]), _sentence(group, scene, lang)


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


def _sentence(group: list[Draft], scene: Scene, lang: str) -> Sentence:
    """Return what to record about a subject, however it is called."""

    def sentence(who: str, many: bool) -> str:
        return _draft_text(group, who, many, scene, lang)

    return sentence


def _draft_text(group: list[Draft], who: str, many: bool, scene: Scene, lang: str) -> str:
    draft = group[0]
    fact = draft.fact
    blank = {blank.field for blank in draft.blanks}
    match fact:
        case f.PartyJoined():
            kind = scene.term("party_kind", fact.party.kind, lang)
            if many:
                return say(
                    lang,
                    f"laat partijen meedoen (soort: {kind}): {who}",
                    f"let parties join (kind: {kind}): {who}",
                )
            return say(lang, f"laat een partij meedoen (soort: {kind})", f"let a party join (kind: {kind})")
        case f.RoleAssigned():
            role = scene.term("role", fact.role, lang)
            if "role" in blank and fact.party:
                return say(lang, f"geef een rol aan {who}", f"give a role to {who}")
            if "party" in blank:
                return say(lang, f"wijs deze rol toe: {role}", f"assign this role: {role}")
            if not fact.party:
                who = say(lang, "iemand van buiten", "somebody from outside")
            return say(lang, f"wijs de rol toe: {role}, aan {who}", f"assign the role: {role}, to {who}")
        case f.Stated():
            return _statement_text(group, fact, who, many, scene, lang)
        case f.Quantified():
            topic = scene.term("topic", fact.topic, lang)
            about = f" ({who})" if fact.about else ""
            return say(lang, f"noteer het getal: {topic}{about}", f"note the number: {topic}{about}")
        case f.Consented():
            subject = scene.term("subject", fact.subject, lang)
            return say(
                lang, f"vraag {who} om in te stemmen met: {subject}", f"ask {who} to agree to: {subject}"
            )
        case f.Met():
            kind = scene.term("contact_kind", fact.kind, lang)
            if "kind" in blank:
                kind = say(lang, "contact", "contact")
            whom = ""
            if many:
                whom = say(lang, f", met elk van deze: {who}", f", with each of these: {who}")
            elif fact.parties:
                whom = say(lang, f", met {who}", f", with {who}")
            return say(lang, f"zorg voor: {kind}{whom}", f"see to: {kind}{whom}")
        case f.ContributionRecorded():
            each = say(lang, "elk van deze: ", "each of these: ") if many else ""
            if fact.status == "asked":
                return say(lang, f"vraag een bijdrage aan {each}{who}", f"ask a contribution of {each}{who}")
            return say(
                lang, f"spreek een bijdrage af met {each}{who}", f"agree a contribution with {each}{who}"
            )
        case f.AgreementDrafted():
            kind = f" ({scene.term('agreement_kind', fact.kind, lang)})" if "kind" not in blank else ""
            return say(lang, f"zet een overeenkomst op papier{kind}", f"draft an agreement{kind}")
        case f.AgreementRevised():
            clauses = scene.terms("clause", fact.clauses, lang, word="and")
            what = f": {clauses}" if clauses else ""
            if fact.obliged:
                names = people_text(fact.obliged, scene, lang)
                what = say(lang, f": wie zich verplicht ({names})", f": who takes on an obligation ({names})")
            elif fact.parties:
                names = people_text(fact.parties, scene, lang)
                what = say(lang, f": partijen ({names})", f": parties ({names})")
            return say(
                lang,
                f"vul overeenkomst {fact.agreement} aan{what}",
                f"complete agreement {fact.agreement}{what}",
            )
        case f.Signed():
            return say(lang, f"laat {who} tekenen", f"have {who} sign")
        case f.ActionAgreed():
            # One action is anybody's: the owner in the draft is a suggestion. Of several, each has one.
            each = say(lang, f" (elk een: {who})", f" (one each: {who})") if many else ""
            return say(
                lang,
                f"spreek een concrete actie af: wat, wie en wanneer klaar{each}",
                f"agree a concrete action: what, who and by when{each}",
            )
        case f.EvaluationPlanned():
            kind = f" ({scene.term('evaluation_kind', fact.kind, lang)})" if "kind" not in blank else ""
            every = f", {every_text(fact.every, lang)}" if fact.every is not None else ""
            aspects = scene.terms("aspect", fact.aspects, lang, word="and")
            on = say(lang, f", over: {aspects}", f", on: {aspects}") if aspects else ""
            return say(lang, f"plan een evaluatie{kind}{every}{on}", f"plan an evaluation{kind}{every}{on}")
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
    return attrs.evolve(scene, names=names)


def _statement_text(group: list[Draft], fact: f.Stated, who: str, many: bool, scene: Scene, lang: str) -> str:
    """Return what to put on record: topics that are stated alike, about one subject or several."""
    topics = [draft.fact.topic for draft in group if isinstance(draft.fact, f.Stated)]
    what = scene.terms("topic", topics, lang, word="and")
    about = f" ({who})" if fact.about else ""
    if many:
        about = say(lang, f" (voor elk van deze: {who})", f" (for each of these: {who})")
    until = ""
    if fact.until:
        until = say(lang, ", met de laatste dag waarop dat geldt", ", with the last day on which it holds")
    return say(lang, f"leg vast: {what}{about}{until}", f"put on record: {what}{about}{until}")


def remedy_lines(
    remedy: Remedy, rule: Requirement, scene: Scene, lang: str, *, status: str = "unmet"
) -> tuple[str, ...]:
    """Return what can be done, one line per thing to do; advice needs nobody's approval to leave it."""
    named = with_new_parties(scene, remedy.drafts, lang)
    lines = [capitalised(text) + "." for text in draft_lines(remedy.drafts, named, lang)]
    if remedy.wait_until is not None:
        day = day_text(remedy.wait_until, lang)
        lines.append(say(lang, f"Wacht tot {day}.", f"Wait until {day}."))
    if remedy.waiver:
        lines.append(_advice_line(lang) if status == "advised" else _waiver_line(rule, lang))
    return tuple(lines)


def _advice_line(lang: str) -> str:
    return say(
        lang,
        "Vastleggen helpt hier niet meer. Dit is een advies en houdt niets tegen: ga na of het zo kan.",
        "Recording no longer helps here. This is advice and holds nothing up: see whether it can stay.",
    )


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
