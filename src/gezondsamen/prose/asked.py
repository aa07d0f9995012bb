"""Saying conditions in words: what is asked, so that no two different conditions read alike."""

from __future__ import annotations

from typing import assert_never

from gezondsamen.periods import Every
from gezondsamen.process import conditions as c
from gezondsamen.process.requirements import Requirement
from gezondsamen.prose.scene import Voice


def asked_lines(rule: Requirement, v: Voice) -> tuple[str, ...]:
    """Return what a rule asks, one phrase for each of its conditions; a note asks nothing."""
    return tuple(condition_text(x, v) for x in rule.conditions)


def condition_text(x: c.Condition, v: Voice) -> str:
    """Return what a condition asks, as one phrase."""
    match x:
        case c.PartyCount():
            what = v("aantal ", "number of ") + counted_text(x, v, many=True)
            return f"{what}{_bounds(x.at_least, x.at_most, v)}"
        case c.OnRecord():
            return _on_record(x, v)
        case c.RecordCount():
            among = "" if x.among is None else f" ({v.selection(x.among)})"
            topic = v.term("topic", x.topic)
            what = v("aantal keer vastgelegd", "times on record")
            return f"{what}: {topic}{among}{_bounds(x.at_least, x.at_most, v)}"
        case c.Measured():
            topic = v.term("topic", x.topic)
            return f"{v('getal', 'number')}: {topic}{_bounds(x.at_least, x.at_most, v)}"
        case c.Lasts():
            topic = v.term("topic", x.topic)
            bounds = _bounds(x.at_least, x.at_most, v)
            return f"{v('duur', 'duration')}: {topic}{bounds}"
        case c.Paired():
            return _paired(x, v)
        case c.RoleFilled():
            return _role_filled(x, v)
        case c.ConsentOfAll():
            subject = v.term("subject", x.subject)
            who = v.parties(x.which)
            return v(
                "elke {who} stemt in met: {subject}",
                "each {who} agrees to: {subject}",
                who=who,
                subject=subject,
            )
        case c.Contributed():
            return _contributed(x, v)
        case c.Agreed():
            return _agreed(x, v)
        case c.MetBefore():
            first = v.term("contact_kind", x.first)
            then = v.term("contact_kind", x.then)
            who = v.parties(x.which)
            return v(
                "met elke {who} eerst {first}, op een latere dag {then}",
                "with each {who} first {first}, on a later day {then}",
                who=who,
                first=first,
                then=then,
            )
        case c.InContact():
            return _in_contact(x, v)
        case c.Evaluated():
            kinds = v.terms("evaluation_kind", x.kinds)
            text = v("evaluatie gehouden", "evaluation held") + (f" ({kinds})" if kinds else "")
            if x.decisions:
                decisions = v.terms("decision", x.decisions)
                text += v(
                    ", met als besluit: {decisions}", ", with the decision: {decisions}", decisions=decisions
                )
            return text + _round(x.since_entry, v)
        case c.EvaluationArranged():
            kinds = v.terms("evaluation_kind", x.kinds)
            text = v("evaluatie gepland", "evaluation planned") + (f" ({kinds})" if kinds else "")
            if x.recurring:
                text += v(", steeds terugkerend", ", recurring")
            if x.aspects:
                aspects = v.terms("aspect", x.aspects, word="and")
                text += v(", over {aspects}", ", on {aspects}", aspects=aspects)
            return text
        case c.ActionCount():
            who = "" if x.each is None else v(" per ", " per ") + v.parties(x.each)
            what = v("aantal lopende acties", "number of open actions")
            return f"{what}{who}{_bounds(x.at_least, x.at_most, v)}"
        case c.AllOf():
            parts = [condition_text(y, v) for y in x.conditions]
            return v("dit alles: ", "all of: ") + f"({'; '.join(parts)})"
        case c.AnyOf():
            parts = [condition_text(y, v) for y in x.conditions]
            return v("een van deze: ", "one of: ") + f"({'; '.join(parts)})"
        case _:
            assert_never(x)


def counted_text(x: c.PartyCount, v: Voice, *, many: bool) -> str:
    """Return what a count of parties counts: one of it, or several."""
    who = v.parties(x.which, many=True)
    whose = "" if x.which == c.Parties() else v(" onder {who}", " among {who}", who=who)
    match x.of:
        case "parties":
            return v.parties(x.which, many=many)
        case "sectors":
            one = v("sector", "sector")
            return (v("verschillende sectoren", "different sectors") if many else one) + whose
        case "kinds":
            one = v("soort partij", "kind of party")
            return (v("soorten partijen", "kinds of party") if many else one) + whose
        case _:
            assert_never(x.of)


Bound = int | Every | c.Limit | c.Same | None


def _bound(bound: int | Every | c.Limit | c.Same, v: Voice) -> str:
    if isinstance(bound, c.Same):
        return v.term("topic", bound.topic)
    value = bound.value if isinstance(bound, c.Limit) else bound
    text = v.period(value) if isinstance(value, Every) else v.number(value)
    return f"{text} [{bound.key}]" if v.limits and isinstance(bound, c.Limit) else text


def _bounds(at_least: Bound, at_most: Bound, v: Voice) -> str:
    text = ""
    if at_least is not None:
        text += v(", minstens ", ", at least ") + _bound(at_least, v)
    if at_most is not None:
        text += v(", hoogstens ", ", at most ") + _bound(at_most, v)
    return text


def _round(asked: bool, v: Voice) -> str:
    return v(", in deze ronde", ", in this round") if asked else ""


def _on_record(x: c.OnRecord, v: Voice) -> str:
    topics = v.terms("topic", x.topics, word="and")
    text = v("vastgelegd: {topics}", "on record: {topics}", topics=topics)
    if x.each is not None:
        who = v.selection(x.each)
        text += v(", voor elke {who}", ", for each {who}", who=who)
    if x.max_age is not None:
        age = _bound(x.max_age, v)
        text += v(", niet ouder dan {age}", ", no older than {age}", age=age)
    if x.dated:
        text += v(", met de laatste dag waarop dat geldt", ", with the last day on which it holds")
    return text + _round(x.since_entry, v)


def _paired(x: c.Paired, v: Voice) -> str:
    topic, by = v.term("topic", x.topic), v.term("topic", x.by)
    order = {
        "any": v("ook", "also"),
        "after": v("daarna", "afterwards"),
        "before": v("daarvoor al", "before it"),
    }[x.order]
    text = v(
        "bij elke keer “{topic}” {order}: {by}",
        "for each “{topic}” {order}: {by}",
        topic=topic,
        order=order,
        by=by,
    )
    if x.each is not None:
        who = v.parties(x.each)
        text += v(", met elke {who}", ", with each {who}", who=who)
    if x.within is not None:
        within = _bound(x.within, v)
        text += v(", binnen {within}", ", within {within}", within=within)
    return text


def _role_filled(x: c.RoleFilled, v: Voice) -> str:
    roles = v.terms("role", x.roles) or v("een rol", "a role")
    text = v("rol vervuld: {roles}", "role filled: {roles}", roles=roles)
    if x.by is not None:
        who = v.parties(x.by)
        text += v(", door een {who}", ", by a {who}", who=who)
    if x.each is not None:
        who = v.parties(x.each)
        text += v(", voor elke {who}", ", for each {who}", who=who)
    if x.outsider:
        text += v(", door iemand van buiten de partijen", ", by somebody outside the parties")
    if x.named_by is not None:
        topic = v.term("topic", x.named_by)
        text += v(", voor alles wat genoemd is als “{topic}”", ", for all named as “{topic}”", topic=topic)
    return text


def _contributed(x: c.Contributed, v: Voice) -> str:
    who = v.parties(x.which)
    if x.status == "asked":
        text = v("bijdrage gevraagd aan elke {who}", "contribution asked of each {who}", who=who)
    else:
        text = v("bijdrage afgesproken met elke {who}", "contribution agreed with each {who}", who=who)
    if x.other_than:
        kinds = v.terms("contribution_kind", x.other_than)
        text += v(", iets anders dan {kinds}", ", something other than {kinds}", kinds=kinds)
    if x.measured:
        text += v(", met hoeveel", ", with how much")
    return text


def _agreed(x: c.Agreed, v: Voice) -> str:
    kinds = v.terms("agreement_kind", x.kinds)
    parts = [v("overeenkomst", "agreement") + (f" ({kinds})" if kinds else "")]
    if x.clauses:
        clauses = v.terms("clause", x.clauses, word="and")
        parts.append(v("met afspraken over {clauses}", "with clauses on {clauses}", clauses=clauses))
    if x.with_ is not None:
        who = v.parties(x.with_)
        parts.append(v("ook met een {who}", "also with a {who}", who=who))
    if x.signed:
        parts.append(v("getekend door iedereen met een verplichting", "signed by all with an obligation"))
    return ", ".join(parts)


def _in_contact(x: c.InContact, v: Voice) -> str:
    kinds = v.terms("contact_kind", x.kinds) or v("contact", "contact")
    text = f"{kinds}{_bounds(x.at_least, None, v)} {v('keer', 'times')}"
    if x.every is not None:
        every = _bound(x.every, v)
        text += v(", elke {every}", ", every {every}", every=every)
    if x.school_year:
        text += v(", in dit schooljaar", ", in this school year")
    if x.present:
        who = v.listing([v.parties(which) for which in x.present])
        text += v(", met erbij: {who}", ", attended by: {who}", who=who)
    if x.each is not None:
        who = v.parties(x.each)
        text += v(", met elke {who}", ", with each {who}", who=who)
    if x.pairs:
        text += v(", voor elk tweetal partijen", ", for each pair of parties")
    return text
