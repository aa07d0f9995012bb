"""Sentences about findings, kind by kind.

Those of whom something is missing stand behind a colon or a preposition, never before the verb: a name
may be that of one party or of many ("Supermarkten"), and several names may come together.
"""

from __future__ import annotations

from datetime import date

from gezondsamen.decision.wording import (
    Scene,
    bare_period_text,
    capitalised,
    day_text,
    listing,
    number_text,
    period_text,
    say,
)
from gezondsamen.findings import Finding
from gezondsamen.process import conditions as c


def goes_for(who: str, lang: str) -> str:
    """Return whom a sentence before this one is about."""
    return say(lang, f" Dit geldt voor: {who}.", f" This goes for: {who}.") if who else ""


def nobody(x: c.Condition, scene: Scene, lang: str) -> str:
    """Return that there is nobody to look at."""
    which = getattr(x, "each", None) or getattr(x, "which", None) or c.Parties()
    who = scene.selection(which, lang)
    if scene.newcomers and isinstance(which, c.Parties):
        return say(
            lang,
            f"Hiervoor is een nieuwkomer nodig: een {who}. Die is er nog niet.",
            f"This asks for a newcomer, a {who}, and there is none yet.",
        )
    return say(
        lang,
        f"Hiervoor is nodig: een {who}. Die is er nog niet.",
        f"This asks for a {who}, and there is none yet.",
    )


def count(
    one: Finding,
    at_least: int | c.Limit | None,
    at_most: int | c.Limit | None,
    what: tuple[str, str],
    lang: str,
    of: str = "",
) -> str:
    """Return how many are needed or allowed and how many there are.

    `what` is one of those counted, and several; `of` is what is asked of them.
    """
    needed, found = number_text(float(one.needed or 0), lang), number_text(float(one.found or 0), lang)
    counted = what[0] if needed == "1" else what[1]
    if at_least is not None and float(one.found or 0) < c.number(at_least):
        return say(
            lang,
            f"Nodig: {of}minstens {needed} {counted}. Nu: {found}.",
            f"Needed: {of}at least {needed} {counted}. Now: {found}.",
        )
    return say(
        lang,
        f"De grens: {of}hoogstens {needed} {counted}. Nu: {found}.",
        f"The limit: {of}at most {needed} {counted}. Now: {found}.",
    )


def record_count(x: c.RecordCount, one: Finding, scene: Scene, lang: str) -> str:
    """Return how often something must be on record, or about how many."""
    topic = f"“{scene.term('topic', x.topic, lang)}”"
    if x.among is None:
        what = say(lang, f"keer vastgelegd: {topic}", f"times on record: {topic}")
        return count(one, x.at_least, x.at_most, (what, what), lang)
    few, more = (scene.selection(x.among, lang, many=many) for many in (False, True))
    return count(one, x.at_least, x.at_most, (few, more), lang, topic + say(lang, " voor ", " for "))


def on_record(x: c.OnRecord, found: list[Finding], who: str, scene: Scene, lang: str) -> str:
    """Return what is not on record."""
    topics = scene.terms("topic", [str(y.needed) for y in found], lang, word="and")
    text = say(lang, "Er is nog niets vastgelegd over: ", "Nothing is on record yet about: ") + topics
    if x.max_age is not None:
        age = period_text(c.period(x.max_age), lang)
        text += say(lang, f", niet ouder dan {age}", f", no older than {age}")
    if x.since_entry:
        text += say(lang, " (in deze ronde)", " (in this round)")
    text += "."
    if x.dated:
        text += say(
            lang,
            " De laatste dag waarop het geldt moet erbij staan, en mag nog niet voorbij zijn.",
            " The last day on which it holds must be given, and must not have passed.",
        )
    return text + goes_for(who, lang)


def measured(x: c.Measured, one: Finding, who: str, scene: Scene, lang: str) -> str:
    """Return which number is missing, or lies outside its bounds."""
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


def lasts(x: c.Lasts, one: Finding, scene: Scene, lang: str) -> str:
    """Return how long something must run, and until when it does."""
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
            f"Er is nog geen laatste dag vastgelegd voor: {topic} (nodig: {asked}).",
            f"No last day is on record yet for: {topic} (needed: {asked}).",
        )
    day = day_text(date.fromisoformat(str(one.found)), lang)
    return say(
        lang,
        f"{capitalised(topic)} loopt nu tot en met {day}; nodig is {asked}.",
        f"{capitalised(topic)} now runs through {day}; needed is {asked}.",
    )


def paired(x: c.Paired, one: Finding, who: str, scene: Scene, lang: str) -> str:
    """Return what was not answered, or not preceded."""
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


def role(x: c.RoleFilled, one: Finding, who: str, many: bool, scene: Scene, lang: str) -> str:
    """Return which role nobody has, or who has none."""
    roles = scene.terms("role", str(one.needed).split("/"), lang) if one.needed else ""
    if one.about is not None and one.about.kind == "party":
        if not roles:
            return say(lang, f"Nog geen rol: {who}.", f"No role yet: {who}.")
        return say(lang, f"Nog niemand in de rol van {roles}: {who}.", f"Nobody yet as {roles}: {who}.")
    by = ""
    if x.by is not None:
        which = scene.parties(x.by, lang)
        by = say(lang, f" (door een {which})", f" (by a {which})")
    if x.outsider:
        by += say(lang, " (van buiten de partijen)", " (from outside the parties)")
    what = who or roles or say(lang, "een rol", "a role")
    if many:
        return say(
            lang,
            f"Deze rollen zijn nog niet vervuld: {what}{by}.",
            f"These roles have not been filled yet: {what}{by}.",
        )
    return say(
        lang, f"Deze rol is nog niet vervuld: {what}{by}.", f"This role has not been filled yet: {what}{by}."
    )


def consent(x: c.ConsentOfAll, one: Finding, who: str, scene: Scene, lang: str) -> str:
    """Return who does not agree."""
    subject = scene.term("subject", x.subject, lang)
    if one.found is None:
        return say(
            lang,
            f"Nog geen instemming in deze ronde met “{subject}”: {who}.",
            f"No consent yet in this round to “{subject}”: {who}.",
        )
    stance = scene.term("stance", str(one.found), lang)
    return say(
        lang,
        f"Nog geen instemming met “{subject}” (nu: {stance}): {who}.",
        f"No consent yet to “{subject}” (now: {stance}): {who}.",
    )


def contribution(x: c.Contributed, who: str, scene: Scene, lang: str) -> str:
    """Return who brings in nothing that counts."""
    other = ""
    if x.other_than:
        kinds = scene.terms("contribution_kind", x.other_than, lang)
        other = say(lang, f", anders dan {kinds}", f" other than {kinds}")
    much = say(lang, ", met hoeveel", ", with how much") if x.measured else ""
    if x.status == "asked":
        return say(
            lang,
            f"Nog geen bijdrage gevraagd{other}{much}: {who}.",
            f"No contribution{other} has been asked yet{much}: {who}.",
        )
    return say(
        lang,
        f"Nog geen bijdrage afgesproken{other}{much}: {who}.",
        f"No contribution{other} has been agreed yet{much}: {who}.",
    )


def agreement(x: c.Agreed, found: list[Finding], who: str, scene: Scene, lang: str) -> str:
    """Return what an agreement lacks, or who has not signed."""
    about = found[0].about
    if about is None:
        kinds = f" ({scene.terms('agreement_kind', x.kinds, lang)})" if x.kinds else ""
        return say(
            lang,
            f"Er is nog geen overeenkomst op papier{kinds}.",
            f"There is no agreement on paper yet{kinds}.",
        )
    if about.kind == "party":
        return say(lang, f"Nog niet getekend: {who}.", f"Not signed yet: {who}.")
    needs = {y.needed for y in found}
    if "principal" in needs:
        return say(
            lang,
            f"Er kan maar één hoofdovereenkomst zijn. Nu zijn er meer: {who}.",
            f"There can be one principal agreement only. Now there are more: {who}.",
        )
    parts = []
    clauses = [str(y.needed) for y in found if y.needed in x.clauses]
    if clauses:
        names = scene.terms("clause", clauses, lang, word="and")
        parts.append(say(lang, f"ontbreken afspraken over: {names}", f"has no clauses yet on: {names}"))
    if "party" in needs and x.with_ is not None:
        which = scene.parties(x.with_, lang)
        parts.append(say(lang, f"doet nog geen {which} mee", f"has no {which} in it yet"))
    if "obliged" in needs:
        parts.append(say(lang, "heeft nog niemand een verplichting", "puts no party under an obligation yet"))
    return say(lang, f"In overeenkomst {who} ", f"Agreement {who} ") + listing(parts, lang) + "."


def contact(x: c.InContact, one: Finding, who: str, many: bool, scene: Scene, lang: str) -> str:
    """Return how often there was contact, and how often there must be."""
    kinds = scene.terms("contact_kind", x.kinds, lang) or say(lang, "contact", "contact")
    when = ""
    if x.every is not None:
        every = bare_period_text(c.period(x.every), lang)
        the = "het" if every == "jaar" else "de"
        when = say(lang, f" in {the} afgelopen {every}", f" in the last {every}")
    if x.school_year:
        when += say(lang, " in dit schooljaar", " in this school year")
    present = ""
    if x.present:
        listed = listing([scene.parties(which, lang) for which in x.present], lang)
        present = say(lang, f", met erbij: {listed}", f", attended by: {listed}")
    needed, found = number_text(float(one.needed or 0), lang), number_text(float(one.found or 0), lang)
    whom = say(lang, f" met {who}", f" with {who}") if who and not many else ""
    text = say(
        lang,
        f"{capitalised(kinds)}{whom}{present}{when}: {found} keer, nodig is {needed} keer.",
        f"{capitalised(kinds)}{whom}{present}{when}: {found} times, needed {needed}.",
    )
    return text + goes_for(who, lang) if many else text


def evaluated(x: c.Evaluated, one: Finding, scene: Scene, lang: str) -> str:
    """Return which evaluation, or which decision, is missing."""
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


def arranged(x: c.EvaluationArranged, found: list[Finding], scene: Scene, lang: str) -> str:
    """Return which evaluation is not on the plan: its kind, its rhythm and what it looks at."""
    kinds = f" ({scene.terms('evaluation_kind', x.kinds, lang)})" if x.kinds else ""
    again = say(lang, " die steeds terugkomt", " that comes back regularly") if x.recurring else ""
    aspects = scene.terms("aspect", [str(y.needed) for y in found if y.needed in x.aspects], lang, word="and")
    on = say(lang, f" over: {aspects}", f" on: {aspects}") if aspects else ""
    return say(
        lang,
        f"Er is nog geen evaluatie gepland{kinds}{again}{on}.",
        f"No evaluation is planned yet{kinds}{again}{on}.",
    )
