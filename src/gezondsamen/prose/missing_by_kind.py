"""Sentences about findings, kind by kind.

Those of whom something is missing stand behind a colon or a preposition, never before the verb: a name
may be that of one party or of many ("Supermarkten"), and several names may come together.
"""

from __future__ import annotations

from datetime import date

from gezondsamen.findings import Finding
from gezondsamen.language import capitalised
from gezondsamen.process import conditions as c
from gezondsamen.prose.scene import Voice


def goes_for(who: str, v: Voice) -> str:
    """Return whom a sentence before this one is about."""
    return v(" Dit geldt voor: {who}.", " This goes for: {who}.", who=who) if who else ""


def nobody(x: c.Condition, v: Voice) -> str:
    """Return that there is nobody to look at."""
    which = getattr(x, "each", None) or getattr(x, "which", None) or c.Parties()
    who = v.selection(which)
    if v.scene.newcomers and isinstance(which, c.Parties):
        return v(
            "Hiervoor is een nieuwkomer nodig: een {who}. Die is er nog niet.",
            "This asks for a newcomer, a {who}, and there is none yet.",
            who=who,
        )
    return v(
        "Hiervoor is nodig: een {who}. Die is er nog niet.",
        "This asks for a {who}, and there is none yet.",
        who=who,
    )


def count(
    one: Finding,
    at_least: int | c.Limit | None,
    at_most: int | c.Limit | None,
    what: tuple[str, str],
    v: Voice,
    of: str = "",
) -> str:
    """Return how many are needed or allowed and how many there are.

    `what` is one of those counted, and several; `of` is what is asked of them.
    """
    needed, found = v.number(float(one.needed or 0)), v.number(float(one.found or 0))
    counted = what[0] if needed == "1" else what[1]
    if at_least is not None and float(one.found or 0) < c.number(at_least):
        return v(
            "Nodig: {of}minstens {needed} {counted}. Nu: {found}.",
            "Needed: {of}at least {needed} {counted}. Now: {found}.",
            of=of,
            needed=needed,
            counted=counted,
            found=found,
        )
    return v(
        "De grens: {of}hoogstens {needed} {counted}. Nu: {found}.",
        "The limit: {of}at most {needed} {counted}. Now: {found}.",
        of=of,
        needed=needed,
        counted=counted,
        found=found,
    )


def record_count(x: c.RecordCount, one: Finding, v: Voice) -> str:
    """Return how often something must be on record, or about how many."""
    topic = f"“{v.term('topic', x.topic)}”"
    if x.among is None:
        what = v("keer vastgelegd: {topic}", "times on record: {topic}", topic=topic)
        return count(one, x.at_least, x.at_most, (what, what), v)
    few, more = (v.selection(x.among, many=many) for many in (False, True))
    return count(one, x.at_least, x.at_most, (few, more), v, topic + v(" voor ", " for "))


def on_record(x: c.OnRecord, found: list[Finding], who: str, v: Voice) -> str:
    """Return what is not on record."""
    topics = v.terms("topic", [str(y.needed) for y in found], word="and")
    text = v("Er is nog niets vastgelegd over: ", "Nothing is on record yet about: ") + topics
    if x.max_age is not None:
        age = v.period(c.period(x.max_age))
        text += v(", niet ouder dan {age}", ", no older than {age}", age=age)
    if x.since_entry:
        text += v(" (in deze ronde)", " (in this round)")
    text += "."
    if x.dated:
        text += v(
            " De laatste dag waarop het geldt moet erbij staan, en mag nog niet voorbij zijn.",
            " The last day on which it holds must be given, and must not have passed.",
        )
    return text + goes_for(who, v)


def measured(x: c.Measured, one: Finding, who: str, v: Voice) -> str:
    """Return which number is missing, or lies outside its bounds."""
    of = f" ({who})" if who else ""
    if isinstance(one.needed, str):
        topic = v.term("topic", one.needed)
        return v(
            "Er is nog geen getal voor: {topic}{of}.",
            "There is no number yet for: {topic}{of}.",
            topic=topic,
            of=of,
        )
    topic = v.term("topic", x.topic)
    needed, found = float(one.needed or 0), float(one.found or 0)
    bound = v("minstens", "at least") if found < needed else v("hoogstens", "at most")
    now, asked = v.number(found), v.number(needed)
    return v(
        "{topic}{of}: nu {now}, nodig {bound} {asked}.",
        "{topic}{of}: now {now}, needed {bound} {asked}.",
        topic=capitalised(topic),
        of=of,
        now=now,
        bound=bound,
        asked=asked,
    )


def lasts(x: c.Lasts, one: Finding, v: Voice) -> str:
    """Return how long something must run, and until when it does."""
    topic = v.term("topic", x.topic)
    bounds = []
    if x.at_least is not None:
        bounds.append(v("minstens ", "at least ") + v.period(x.at_least))
    if x.at_most is not None:
        bounds.append(v("hoogstens ", "at most ") + v.period(x.at_most))
    asked = v.listing(bounds)
    if one.found is None:
        return v(
            "Er is nog geen laatste dag vastgelegd voor: {topic} (nodig: {asked}).",
            "No last day is on record yet for: {topic} (needed: {asked}).",
            topic=topic,
            asked=asked,
        )
    day = v.day(date.fromisoformat(str(one.found)))
    return v(
        "{topic} loopt nu tot en met {day}; nodig is {asked}.",
        "{topic} now runs through {day}; needed is {asked}.",
        topic=capitalised(topic),
        day=day,
        asked=asked,
    )


def paired(x: c.Paired, one: Finding, who: str, v: Voice) -> str:
    """Return what was not answered, or not preceded."""
    topic, by = v.term("topic", x.topic), v.term("topic", x.by)
    day = v.day(date.fromisoformat(str(one.found)))
    of = f" ({who})" if who else ""
    if x.order == "before":
        return v(
            "“{topic}” staat op {day}{of}, maar “{by}” was er niet vóór die dag.",
            "“{topic}” is dated {day}{of}, but “{by}” did not come before that day.",
            topic=topic,
            day=day,
            of=of,
            by=by,
        )
    return v(
        "“{topic}” staat op {day}{of}, maar er is nog niets vastgelegd over: {by}.",
        "“{topic}” is dated {day}{of}, but nothing is on record yet about: {by}.",
        topic=topic,
        day=day,
        of=of,
        by=by,
    )


def role(x: c.RoleFilled, one: Finding, who: str, many: bool, v: Voice) -> str:
    """Return which role nobody has, or who has none."""
    roles = v.terms("role", str(one.needed).split("/")) if one.needed else ""
    if one.about is not None and one.about.kind == "party":
        if not roles:
            return v("Nog geen rol: {who}.", "No role yet: {who}.", who=who)
        return v(
            "Nog niemand in de rol van {roles}: {who}.", "Nobody yet as {roles}: {who}.", roles=roles, who=who
        )
    by = ""
    if x.by is not None:
        which = v.parties(x.by)
        by = v(" (door een {which})", " (by a {which})", which=which)
    if x.outsider:
        by += v(" (van buiten de partijen)", " (from outside the parties)")
    what = who or roles or v("een rol", "a role")
    if many:
        return v(
            "Deze rollen zijn nog niet vervuld: {what}{by}.",
            "These roles have not been filled yet: {what}{by}.",
            what=what,
            by=by,
        )
    return v(
        "Deze rol is nog niet vervuld: {what}{by}.",
        "This role has not been filled yet: {what}{by}.",
        what=what,
        by=by,
    )


def consent(x: c.ConsentOfAll, one: Finding, who: str, v: Voice) -> str:
    """Return who does not agree."""
    subject = v.term("subject", x.subject)
    if one.found is None:
        return v(
            "Nog geen instemming in deze ronde met “{subject}”: {who}.",
            "No consent yet in this round to “{subject}”: {who}.",
            subject=subject,
            who=who,
        )
    stance = v.term("stance", str(one.found))
    return v(
        "Nog geen instemming met “{subject}” (nu: {stance}): {who}.",
        "No consent yet to “{subject}” (now: {stance}): {who}.",
        subject=subject,
        stance=stance,
        who=who,
    )


def contribution(x: c.Contributed, who: str, v: Voice) -> str:
    """Return who brings in nothing that counts."""
    other = ""
    if x.other_than:
        kinds = v.terms("contribution_kind", x.other_than)
        other = v(", anders dan {kinds}", " other than {kinds}", kinds=kinds)
    much = v(", met hoeveel", ", with how much") if x.measured else ""
    nl, en = {
        "asked": (
            "Nog geen bijdrage gevraagd{other}{much}: {who}.",
            "No contribution{other} has been asked yet{much}: {who}.",
        ),
        "agreed": (
            "Nog geen bijdrage afgesproken{other}{much}: {who}.",
            "No contribution{other} has been agreed yet{much}: {who}.",
        ),
    }[x.status]
    return v(nl, en, other=other, much=much, who=who)


def agreement(x: c.Agreed, found: list[Finding], who: str, v: Voice) -> str:
    """Return what an agreement lacks, or who has not signed."""
    about = found[0].about
    if about is None:
        kinds = f" ({v.terms('agreement_kind', x.kinds)})" if x.kinds else ""
        return v(
            "Er is nog geen overeenkomst op papier{kinds}.",
            "There is no agreement on paper yet{kinds}.",
            kinds=kinds,
        )
    if about.kind == "party":
        return v("Nog niet getekend: {who}.", "Not signed yet: {who}.", who=who)
    needs = {y.needed for y in found}
    if "principal" in needs:
        return v(
            "Er kan maar één hoofdovereenkomst zijn. Nu zijn er meer: {who}.",
            "There can be one principal agreement only. Now there are more: {who}.",
            who=who,
        )
    parts = []
    clauses = [str(y.needed) for y in found if y.needed in x.clauses]
    if clauses:
        names = v.terms("clause", clauses, word="and")
        parts.append(v("ontbreken afspraken over: {names}", "has no clauses yet on: {names}", names=names))
    if "party" in needs and x.with_ is not None:
        which = v.parties(x.with_)
        parts.append(v("doet nog geen {which} mee", "has no {which} in it yet", which=which))
    if "obliged" in needs:
        parts.append(v("heeft nog niemand een verplichting", "puts no party under an obligation yet"))
    return v("In overeenkomst {who} ", "Agreement {who} ", who=who) + v.listing(parts) + "."


def contact(x: c.InContact, one: Finding, who: str, many: bool, v: Voice) -> str:
    """Return how often there was contact, and how often there must be."""
    kinds = v.terms("contact_kind", x.kinds) or v("contact", "contact")
    when = "" if x.every is None else " " + v.language.past(c.period(x.every))
    if x.school_year:
        when += v(" in dit schooljaar", " in this school year")
    present = ""
    if x.present:
        listed = v.listing([v.parties(which) for which in x.present])
        present = v(", met erbij: {listed}", ", attended by: {listed}", listed=listed)
    needed, found = v.number(float(one.needed or 0)), v.number(float(one.found or 0))
    whom = v(" met {who}", " with {who}", who=who) if who and not many else ""
    text = v(
        "{kinds}{whom}{present}{when}: {found} keer, nodig is {needed} keer.",
        "{kinds}{whom}{present}{when}: {found} times, needed {needed}.",
        kinds=capitalised(kinds),
        whom=whom,
        present=present,
        when=when,
        found=found,
        needed=needed,
    )
    return text + goes_for(who, v) if many else text


def evaluated(x: c.Evaluated, one: Finding, v: Voice) -> str:
    """Return which evaluation, or which decision, is missing."""
    now = v("In deze ronde is er", "In this round there is") if x.since_entry else v("Er is", "There is")
    if not x.decisions:
        kinds = f" ({v.terms('evaluation_kind', x.kinds)})" if x.kinds else ""
        return v(
            "{now} nog geen evaluatie gehouden{kinds}.",
            "{now} no evaluation held yet{kinds}.",
            now=now,
            kinds=kinds,
        )
    fits = v.terms("decision", x.decisions)
    if one.found is None:
        return v(
            "{now} nog geen evaluatie met een besluit. Bij deze stap past: {fits}.",
            "{now} no evaluation with a decision yet. The decision that fits this step: {fits}.",
            now=now,
            fits=fits,
        )
    found = v.term("decision", str(one.found))
    return v(
        "Het laatste besluit was: {found}. Bij deze stap past: {fits}.",
        "The latest decision was: {found}. The decision that fits this step: {fits}.",
        found=found,
        fits=fits,
    )


def arranged(x: c.EvaluationArranged, found: list[Finding], v: Voice) -> str:
    """Return which evaluation is not on the plan: its kind, its rhythm and what it looks at."""
    kinds = f" ({v.terms('evaluation_kind', x.kinds)})" if x.kinds else ""
    again = v(" die steeds terugkomt", " that comes back regularly") if x.recurring else ""
    aspects = v.terms("aspect", [str(y.needed) for y in found if y.needed in x.aspects], word="and")
    on = v(" over: {aspects}", " on: {aspects}", aspects=aspects) if aspects else ""
    return v(
        "Er is nog geen evaluatie gepland{kinds}{again}{on}.",
        "No evaluation is planned yet{kinds}{again}{on}.",
        kinds=kinds,
        again=again,
        on=on,
    )
