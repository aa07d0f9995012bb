"""Findings in words: what is missing, and about whom, one sentence per condition and subject."""

from __future__ import annotations

from datetime import date
from typing import assert_never

from gezondsamen.decision.findings import Finding
from gezondsamen.decision.wording import (
    Scene,
    bare_period_text,
    capitalised,
    day_text,
    listing,
    lowered,
    number_text,
    period_text,
    say,
)
from gezondsamen.dossier.parties import About
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
            return f"{who + ': ' if who else ''}{lowered(text) if who else text}{topics}{extra}."
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
    needed, found = number_text(float(one.needed or 0), lang), number_text(float(one.found or 0), lang)
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
    now, asked = number_text(found, lang), number_text(needed, lang)
    return say(
        lang,
        f"{capitalised(topic)}{of}: nu {now}, nodig {bound} {asked}.",
        f"{capitalised(topic)}{of}: now {now}, needed {bound} {asked}.",
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
        f"{capitalised(topic)} loopt nu tot en met {day}; nodig is {asked}.",
        f"{capitalised(topic)} now runs through {day}; needed is {asked}.",
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
    needed, found = number_text(float(one.needed or 0), lang), number_text(float(one.found or 0), lang)
    whom = say(lang, f" met {who}", f" with {who}") if who else ""
    return say(
        lang,
        f"{capitalised(kinds)}{whom}{present}{when}: {found} keer, nodig is {needed} keer.",
        f"{capitalised(kinds)}{whom}{present}{when}: {found} times, needed {needed}.",
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
