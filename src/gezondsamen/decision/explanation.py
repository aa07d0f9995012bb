"""Explaining in words: findings, remedies, and the page that a policy adviser can print.

Texts are made from the data of a check and from labels; a check itself holds no prose.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import assert_never

from gezondsamen.citations import BASIS_LABELS
from gezondsamen.decision.findings import Finding
from gezondsamen.decision.remedies import Draft, Remedy
from gezondsamen.decision.wording import (
    Scene,
    bare_period_text,
    day_text,
    listing,
    number_text,
    period_text,
    say,
)
from gezondsamen.dossier import facts as f
from gezondsamen.dossier.parties import About
from gezondsamen.periods import Every
from gezondsamen.process import conditions as c
from gezondsamen.process.requirements import Requirement


def finding_lines(
    rule: Requirement, findings: tuple[Finding, ...], scene: Scene, lang: str
) -> tuple[str, ...]:
    """Return one sentence per condition and subject that findings speak of."""
    grouped: dict[tuple[tuple[int, ...], About | None], list[Finding]] = {}
    for finding in findings:
        grouped.setdefault((finding.at, finding.about), []).append(finding)
    return tuple(
        _finding_text(rule.condition_at(at), found, about, scene, lang)
        for (at, about), found in grouped.items()
    )


def _finding_text(x: c.Condition, found: list[Finding], about: About | None, scene: Scene, lang: str) -> str:
    one = found[0]
    who = "" if about is None else scene.subject(about, lang)
    if about is not None and about.id == "*":
        return _nobody(x, about, scene, lang)
    match x:
        case c.PartyCount():
            which = scene.parties(x.which, lang)
            what = {
                "parties": say(lang, "partijen", "parties"),
                "sectors": say(lang, "verschillende sectoren", "different sectors"),
                "kinds": say(lang, "soorten partijen", "kinds of party"),
            }[x.of]
            who = "" if x.which == c.Parties() else f" ({which})"
            return _count(one, x.at_least, x.at_most, f"{what}{who}", lang)
        case c.OnRecord():
            topics = scene.terms("topic", [str(y.needed) for y in found], lang, word="and")
            extra = _extra(x, scene, lang)
            text = say(lang, "Er is nog niets vastgelegd over: ", "Nothing is on record yet about: ")
            return f"{who + ': ' if who else ''}{_low(text) if who else text}{topics}{extra}."
        case c.RecordCount():
            among = "" if x.among is None else f" ({scene.selection(x.among, lang)})"
            topic = f"“{scene.term('topic', x.topic, lang)}”{among}"
            return _count(one, x.at_least, x.at_most, topic, lang)
        case c.Measured():
            return _measured(x, one, who, scene, lang)
        case c.Lasts():
            return _lasts(x, one, scene, lang)
        case c.Paired():
            topic, by = scene.term("topic", x.topic, lang), scene.term("topic", x.by, lang)
            day = day_text(date.fromisoformat(str(one.found)), lang)
            of = f" ({who})" if who else ""
            if x.order == "before":
                return say(
                    lang,
                    f"“{topic}” staat op {day}{of}, maar “{by}” was er niet vóór die dag.",
                    f"“{topic}” is dated {day}{of}, but “{by}” did not come before that day.",
                )
            return say(
                lang,
                f"“{topic}” staat op {day}{of}, maar er is nog niets vastgelegd over: {by}.",
                f"“{topic}” is dated {day}{of}, but nothing is on record yet about: {by}.",
            )
        case c.RoleFilled():
            return _role(x, one, who, scene, lang)
        case c.ConsentOfAll():
            return _consent(x, one, who, scene, lang)
        case c.Contributed():
            return _contribution(x, one, who, scene, lang)
        case c.Agreed():
            return _agreement(x, found, about, who, scene, lang)
        case c.MetBefore():
            first, then = (scene.term("contact_kind", key, lang) for key in (x.first, x.then))
            if one.found is None:
                return say(
                    lang,
                    f"Met {who} is nog geen contact geweest van deze soort: {first}.",
                    f"There has been no contact of this kind yet with {who}: {first}.",
                )
            day = day_text(date.fromisoformat(str(one.found)), lang)
            return say(
                lang,
                f"{who} was op {day} al bij: {then}. Daarvóór was er geen contact van deze soort: {first}.",
                f"{who} was at: {then} on {day}, with no earlier contact of this kind: {first}.",
            )
        case c.InContact():
            return _contact(x, one, who, scene, lang)
        case c.Evaluated():
            return _evaluated(x, one, scene, lang)
        case c.EvaluationArranged():
            if x.aspects and one.needed in x.aspects:
                aspects = scene.terms("aspect", [str(y.needed) for y in found], lang, word="and")
                return say(
                    lang,
                    f"De geplande evaluaties gaan nog niet over: {aspects}.",
                    f"The planned evaluations do not cover yet: {aspects}.",
                )
            again = say(lang, " die steeds terugkomt", " that comes back regularly") if x.recurring else ""
            return say(
                lang, f"Er is nog geen evaluatie gepland{again}.", f"No evaluation{again} is planned yet."
            )
        case c.ActionCount():
            what = say(lang, "lopende acties", "open actions") + (f" ({who})" if who else "")
            return _count(one, x.at_least, x.at_most, what, lang)
        case c.AllOf() | c.AnyOf():
            raise LookupError("findings stand at the conditions inside, never at the whole")
        case _:
            assert_never(x)


def _low(text: str) -> str:
    return text[:1].lower() + text[1:]


def _up(text: str) -> str:
    return text[:1].upper() + text[1:]


def _nobody(x: c.Condition, about: About, scene: Scene, lang: str) -> str:
    which = getattr(x, "each", None) or getattr(x, "which", None) or c.Parties()
    who = scene.selection(which, lang)
    return say(
        lang,
        f"Hiervoor is een {who} nodig, en die is er nog niet.",
        f"This asks for a {who}, and there is none yet.",
    )


def _count(
    one: Finding, at_least: int | c.Limit | None, at_most: int | c.Limit | None, what: str, lang: str
) -> str:
    needed, found = number_text(float(one.needed or 0)), number_text(float(one.found or 0))
    low = at_least is not None and float(one.found or 0) < c.number(at_least)
    bound = say(lang, "minstens", "at least") if low else say(lang, "hoogstens", "at most")
    return say(
        lang,
        f"Nodig: {bound} {needed}. Nu: {found}. Het gaat om: {what}.",
        f"Needed: {bound} {needed}. Now: {found}. This is about: {what}.",
    )


def _extra(x: c.OnRecord, scene: Scene, lang: str) -> str:
    extra = ""
    if x.dated:
        extra += say(lang, ", met een einddatum die nog niet voorbij is", ", with an end date still to come")
    if x.max_age is not None:
        age = period_text(c.period(x.max_age), lang)
        extra += say(lang, f", niet ouder dan {age}", f", no older than {age}")
    if x.since_entry:
        extra += say(lang, " (in deze ronde)", " (in this round)")
    return extra


def _measured(x: c.Measured, one: Finding, who: str, scene: Scene, lang: str) -> str:
    of = f" ({who})" if who else ""
    if isinstance(one.needed, str):
        topic = scene.term("topic", one.needed, lang)
        return say(
            lang, f"Er is nog geen getal voor: {topic}{of}.", f"There is no number yet for: {topic}{of}."
        )
    topic = scene.term("topic", x.topic, lang)
    needed, found = float(one.needed or 0), float(one.found or 0)
    bound = say(lang, "minstens", "at least") if found < needed else say(lang, "hoogstens", "at most")
    return say(
        lang,
        f"{_up(topic)}{of}: nu {number_text(found)}, nodig {bound} {number_text(needed)}.",
        f"{_up(topic)}{of}: now {number_text(found)}, needed {bound} {number_text(needed)}.",
    )


def _lasts(x: c.Lasts, one: Finding, scene: Scene, lang: str) -> str:
    topic = scene.term("topic", x.topic, lang)
    bounds = []
    if x.at_least is not None:
        bounds.append(say(lang, "minstens ", "at least ") + period_text(x.at_least, lang))
    if x.at_most is not None:
        bounds.append(say(lang, "hoogstens ", "at most ") + period_text(x.at_most, lang))
    asked = listing(bounds, lang)
    if one.found is None:
        return say(
            lang,
            f"Er is nog niets vastgelegd met een einddatum over: {topic} (nodig: {asked}).",
            f"Nothing with an end date is on record yet about: {topic} (needed: {asked}).",
        )
    day = day_text(date.fromisoformat(str(one.found)), lang)
    return say(
        lang,
        f"{_up(topic)} loopt nu tot en met {day}; nodig is {asked}.",
        f"{_up(topic)} now runs through {day}; needed is {asked}.",
    )


def _role(x: c.RoleFilled, one: Finding, who: str, scene: Scene, lang: str) -> str:
    roles = scene.terms("role", str(one.needed).split("/"), lang) if one.needed else ""
    if one.about is not None and one.about.kind == "party":
        if not roles:
            return say(lang, f"{who} heeft nog geen rol.", f"{who} has no role yet.")
        return say(
            lang, f"{who} heeft nog niemand in de rol van {roles}.", f"{who} has nobody yet as {roles}."
        )
    by = ""
    if x.by is not None:
        which = scene.parties(x.by, lang)
        by = say(lang, f" (door een {which})", f" (by a {which})")
    if x.outsider:
        by += say(lang, " (van buiten de partijen)", " (from outside the parties)")
    what = roles or say(lang, "een rol", "a role")
    return say(
        lang, f"Deze rol is nog niet vervuld: {what}{by}.", f"This role has not been filled yet: {what}{by}."
    )


def _consent(x: c.ConsentOfAll, one: Finding, who: str, scene: Scene, lang: str) -> str:
    subject = scene.term("subject", x.subject, lang)
    if one.found is None:
        return say(
            lang,
            f"{who} heeft in deze ronde nog niet ingestemd met: {subject}.",
            f"{who} has not yet agreed in this round to: {subject}.",
        )
    stance = scene.term("stance", str(one.found), lang)
    return say(
        lang,
        f"{who} heeft nog niet ingestemd met: {subject} (nu: {stance}).",
        f"{who} has not agreed yet to: {subject} (now: {stance}).",
    )


def _contribution(x: c.Contributed, one: Finding, who: str, scene: Scene, lang: str) -> str:
    other = ""
    if x.other_than:
        kinds = scene.terms("contribution_kind", x.other_than, lang)
        other = say(lang, f", anders dan {kinds}", f" other than {kinds}")
    much = say(lang, ", met hoeveel", ", with how much") if x.measured else ""
    if x.status == "asked":
        return say(
            lang,
            f"Aan {who} is nog geen bijdrage gevraagd{other}{much}.",
            f"No contribution{other} has been asked of {who} yet{much}.",
        )
    return say(
        lang,
        f"Van {who} is nog geen bijdrage afgesproken{other}{much}.",
        f"No contribution{other} has been agreed with {who} yet{much}.",
    )


def _agreement(
    x: c.Agreed, found: list[Finding], about: About | None, who: str, scene: Scene, lang: str
) -> str:
    kinds = f" ({scene.terms('agreement_kind', x.kinds, lang)})" if x.kinds else ""
    if about is None:
        return say(
            lang,
            f"Er is nog geen overeenkomst op papier{kinds}.",
            f"There is no agreement on paper yet{kinds}.",
        )
    if about.kind == "party":
        return say(lang, f"{who} heeft nog niet getekend.", f"{who} has not signed yet.")
    parts = []
    clauses = [str(y.needed) for y in found if y.needed in x.clauses]
    if clauses:
        names = scene.terms("clause", clauses, lang, word="and")
        parts.append(say(lang, f"ontbreken afspraken over: {names}", f"has no clauses yet on: {names}"))
    needs = {y.needed for y in found}
    if "party" in needs and x.with_ is not None:
        which = scene.parties(x.with_, lang)
        parts.append(say(lang, f"doet nog geen {which} mee", f"has no {which} in it yet"))
    if "obliged" in needs:
        parts.append(say(lang, "heeft nog niemand een verplichting", "puts no party under an obligation yet"))
    if "principal" in needs:
        parts.append(
            say(
                lang,
                "staat ten onrechte naast een andere hoofdovereenkomst",
                "stands beside another principal agreement; only one can be",
            )
        )
    return say(lang, f"In overeenkomst {who} ", f"Agreement {who} ") + listing(parts, lang) + "."


def _contact(x: c.InContact, one: Finding, who: str, scene: Scene, lang: str) -> str:
    kinds = scene.terms("contact_kind", x.kinds, lang) or say(lang, "contact", "contact")
    when = ""
    if x.every is not None:
        every = bare_period_text(c.period(x.every), lang)
        when = say(lang, f" in de afgelopen {every}", f" in the last {every}")
    if x.school_year:
        when += say(lang, " in dit schooljaar", " in this school year")
    present = ""
    if x.present:
        listed = listing([scene.parties(which, lang) for which in x.present], lang)
        present = say(lang, f", met erbij: {listed}", f", attended by: {listed}")
    needed, found = number_text(float(one.needed or 0)), number_text(float(one.found or 0))
    whom = say(lang, f" met {who}", f" with {who}") if who else ""
    return say(
        lang,
        f"{_up(kinds)}{whom}{present}{when}: {found} keer, nodig is {needed} keer.",
        f"{_up(kinds)}{whom}{present}{when}: {found} times, needed {needed}.",
    )


def _evaluated(x: c.Evaluated, one: Finding, scene: Scene, lang: str) -> str:
    now = (
        say(lang, "In deze ronde is er", "In this round there is")
        if x.since_entry
        else say(lang, "Er is", "There is")
    )
    if not x.decisions:
        kinds = f" ({scene.terms('evaluation_kind', x.kinds, lang)})" if x.kinds else ""
        return say(
            lang, f"{now} nog geen evaluatie gehouden{kinds}.", f"{now} no evaluation held yet{kinds}."
        )
    fits = scene.terms("decision", x.decisions, lang)
    if one.found is None:
        return say(
            lang,
            f"{now} nog geen evaluatie met een besluit. Bij deze stap past: {fits}.",
            f"{now} no evaluation with a decision yet. The decision that fits this step: {fits}.",
        )
    found = scene.term("decision", str(one.found), lang)
    return say(
        lang,
        f"Het laatste besluit was: {found}. Bij deze stap past: {fits}.",
        f"The latest decision was: {found}. The decision that fits this step: {fits}.",
    )


# --- remedies ----------------------------------------------------------------------------------------


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
            topic = scene.term("topic", fact.topic, lang)
            about = f" ({scene.subject(fact.about, lang)})" if fact.about else ""
            until = say(lang, ", met een einddatum", ", with an end date") if fact.until else ""
            return say(lang, f"leg vast: {topic}{about}{until}", f"put on record: {topic}{about}{until}")
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
            every = (
                say(
                    lang,
                    f", elke {period_text(fact.every, lang)}",
                    f", every {period_text(fact.every, lang)}",
                )
                if isinstance(fact.every, Every)
                else ""
            )
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
        topics = [draft.fact.topic for draft in group if isinstance(draft.fact, f.Stated)]
        text = draft_text(group[0], scene, lang)
        if len(topics) > 1:
            first = scene.term("topic", topics[0], lang)
            text = text.replace(first, scene.terms("topic", topics, lang, word="and"), 1)
        lines.append(text)
    return lines


def remedy_lines(remedy: Remedy, rule: Requirement, scene: Scene, lang: str) -> tuple[str, ...]:
    """Return what can be done, one line per thing to do."""
    named = with_new_parties(scene, remedy.drafts, lang)
    lines = [_up(text) + "." for text in _draft_lines(remedy.drafts, named, lang)]
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


# --- rows and pages ----------------------------------------------------------------------------------

STATUS = {
    "met": ("in orde", "in order"),
    "unmet": ("nog niet rond", "not complete yet"),
    "waived": ("afgeweken van de regel", "rule set aside"),
    "advised": ("aandachtspunt", "point of attention"),
    "note": ("ter informatie", "for information"),
}


def source_lines(rule: Requirement, lang: str) -> tuple[str, ...]:
    """Return where a rule comes from, and what of it is our own choice."""
    lines = []
    ground = BASIS_LABELS[rule.basis].text(lang)
    where = f" ({rule.citation.address})" if rule.citation.address else ""
    lines.append(f"{say(lang, 'Bron', 'Source')}: {ground}: {rule.citation.text()}{where}")
    if rule.choice is not None:
        lines.append(f"{say(lang, 'Onze keuze', 'Our choice')}: {rule.choice.text(lang)}")
    return tuple(lines)


def outcome_text(
    rule: Requirement,
    status: str,
    findings: tuple[Finding, ...],
    remedy: Remedy | None,
    scene: Scene,
    lang: str,
) -> str:
    """Return one row of a check as a paragraph."""
    lines = [f"{_up(rule.name.text(lang))} [{rule.code}]: {say(lang, *STATUS[status])}."]
    if findings or status == "note":
        lines.append(f"   {rule.text.text(lang)}")
    lines += [f"   - {line}" for line in finding_lines(rule, findings, scene, lang)]
    if remedy is not None:
        lines.append(f"   {say(lang, 'Wat u kunt doen', 'What you can do')}:")
        lines += [f"   → {line}" for line in remedy_lines(remedy, rule, scene, lang)]
    if findings or status == "note":
        lines += [f"   {line}" for line in source_lines(rule, lang)]
    return "\n".join(lines)


def section(title: str, rows: Iterable[str]) -> list[str]:
    """Return a titled part of a page, or nothing where there are no rows."""
    paragraphs = list(rows)
    if not paragraphs:
        return []
    return ["", title, "-" * len(title), *paragraphs]
