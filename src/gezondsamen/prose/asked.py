"""Saying conditions in words: what is asked, so that no two different conditions read alike."""

from __future__ import annotations

from typing import assert_never

from gezondsamen.periods import Every
from gezondsamen.process import conditions as c
from gezondsamen.process.requirements import Requirement
from gezondsamen.prose.contacts import contact, evaluation, present, whom
from gezondsamen.prose.scene import Voice


def asked_lines(rule: Requirement, v: Voice) -> tuple[str, ...]:
    """Return what a rule asks, one phrase for each of its conditions; a note asks nothing."""
    return tuple(condition_text(x, v) for x in rule.conditions)


def condition_text(x: c.Condition, v: Voice) -> str:
    """Return what a condition asks, as one phrase."""
    match x:
        case c.PartyCount():
            return _counted(x, v)
        case c.OnRecord():
            return _on_record(x, v)
        case c.RecordCount():
            return _record_count(x, v)
        case c.Measured():
            topic, bounds = v.term("topic", x.topic), bounds_text(x.at_least, x.at_most, v)
            if not bounds:
                return v("getal bekend: {topic}", "number known: {topic}", topic=topic)
            return f"{topic}: {bounds}"
        case c.Lasts():
            topic, bounds = v.term("topic", x.topic), bounds_text(x.at_least, x.at_most, v)
            if not bounds:
                return v("“{topic}” heeft een einddatum", "“{topic}” has an end date", topic=topic)
            return v("“{topic}” geldt {bounds}", "“{topic}” holds for {bounds}", topic=topic, bounds=bounds)
        case c.Paired():
            return _paired(x, v)
        case c.RoleFilled():
            return _role_filled(x, v)
        case c.ConsentOfAll():
            subject = v.term("subject", x.subject)
            who = v.each(x.which)
            text = v("{who} stemt in met: {subject}", "{who} agrees to: {subject}", who=who, subject=subject)
            return text if x.since_entry else text + v(", nu of eerder", ", now or before")
        case c.Contributed():
            return _contributed(x, v)
        case c.Agreed():
            return _agreed(x, v)
        case c.NoticeGiven():
            return _notice_given(x, v)
        case c.TermRuns():
            kinds = v.terms("agreement_kind", x.kinds)
            text = v("looptijd van de overeenkomst niet voorbij", "term of the agreement not over")
            return text + (f" ({kinds})" if kinds else "")
        case c.MetBefore():
            first = v.language.an(v.term("contact_kind", x.first))
            then = v.language.an(v.term("contact_kind", x.then))
            who = v.each(x.which)
            return v(
                "met {who} eerst {first} en pas op een latere dag {then}",
                "with {who} first {first}, and {then} only on a later day",
                who=who,
                first=first,
                then=then,
            )
        case c.InContact():
            return _in_contact(x, v)
        case c.Evaluated():
            kinds = evaluation(x.kinds, v)
            text = v("{kinds} gehouden", "{kinds} held", kinds=kinds) + _round(x.since_entry, v)
            if x.decisions:
                decisions = v.terms("decision", x.decisions)
                text += v(
                    ", met als besluit: {decisions}", ", with the decision: {decisions}", decisions=decisions
                )
            return text
        case c.EvaluationArranged():
            kinds = evaluation(x.kinds, v)
            text = v("{kinds} gepland", "{kinds} planned", kinds=kinds)
            if x.aspects:
                aspects = v.terms("aspect", x.aspects, word="and")
                text += v(" over {aspects}", " on {aspects}", aspects=aspects)
            return text + (v(", die steeds terugkomt", ", recurring") if x.recurring else "")
        case c.ActionCount():
            who = "" if x.each is None else v(" per ", " per ") + v.parties(x.each)
            actions = (v("lopende actie", "open action"), v("lopende acties", "open actions"))
            return amount(x.at_least, x.at_most, actions, v) + who
        case c.AllOf():
            return v("zowel ", "both ") + v(" als ", " and also ").join(_inner(y, v) for y in x.conditions)
        case c.AnyOf():
            parts = [_inner(y, v, bare=True) for y in x.conditions]
            return v("ofwel ", "either ") + v(", ofwel ", ", or ").join(parts)
        case _:
            assert_never(x)


def _inner(x: c.Condition, v: Voice, *, bare: bool = False) -> str:
    """Return what a condition asks inside another; a whole one in brackets, so that its end is seen.

    With `bare` one that holds no other whole one goes without.
    """
    text = condition_text(x, v)
    if not isinstance(x, c.AllOf | c.AnyOf):
        return text
    plain = isinstance(x, c.AllOf) and not any(isinstance(y, c.AllOf | c.AnyOf) for y in x.conditions)
    return text if bare and plain else f"({text})"


def _counted(x: c.PartyCount, v: Voice) -> str:
    """Return how many parties, sectors or kinds are asked."""
    return amount(x.at_least, x.at_most, (counted_text(x, v, many=False), counted_text(x, v, many=True)), v)


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


def amount(at_least: Bound, at_most: Bound, what: tuple[str, str], v: Voice) -> str:
    """Return how many of something: `minstens twee scholen`, `geen school`.

    `what` is what one of them is called, and several.
    """
    one, more = what
    if at_least is None and at_most is None:
        return v("aantal {more}", "number of {more}", more=more)
    if at_least is None and at_most == 0:
        return v("geen {one}", "no {one}", one=one)
    last = at_least if at_most is None else at_most
    value = last.value if isinstance(last, c.Limit) else last
    return f"{bounds_text(at_least, at_most, v)} {one if value == 1 else more}"


def bound_text(bound: int | Every | c.Limit | c.Same, v: Voice) -> str:
    """Return a number or a period, with the key of its limit where the voice tells limits."""
    if isinstance(bound, c.Same):
        return f"“{v.term('topic', bound.topic)}”"
    value = bound.value if isinstance(bound, c.Limit) else bound
    text = v.period(value) if isinstance(value, Every) else v.numeral(value)
    return f"{text} [{bound.key}]" if v.limits and isinstance(bound, c.Limit) else text


def bounds_text(at_least: Bound, at_most: Bound, v: Voice) -> str:
    """Return between which bounds something lies; an empty text where there are none."""
    if at_least is not None and at_least == at_most:
        return v("precies {bound}", "exactly {bound}", bound=bound_text(at_least, v))
    parts = []
    if isinstance(at_least, Every) and (at_least.days, at_least.months, at_least.weeks) == (1, 0, 0):
        years = v.period(Every(years=at_least.years)) if at_least.years else v.period(at_least)
        parts.append(v("langer dan {years}", "more than {years}", years=years))
    elif at_least is not None:
        parts.append(v("minstens {bound}", "at least {bound}", bound=bound_text(at_least, v)))
    if at_most is not None:
        parts.append(v("hoogstens {bound}", "at most {bound}", bound=bound_text(at_most, v)))
    return v.listing(parts)


def _round(asked: bool, v: Voice) -> str:
    return v(" in deze ronde", " in this round") if asked else ""


def _on_record(x: c.OnRecord, v: Voice) -> str:
    how = _round(x.since_entry, v)
    if x.max_age is not None:
        age = bound_text(x.max_age, v)
        how += v(", niet ouder dan {age}", ", no older than {age}", age=age)
    if x.dated:
        how += v(", met einddatum", ", with an end date")
    who = "" if x.each is None else v(" voor {who}", " for {who}", who=v.each(x.each))
    topics = v.topics(x.topics)
    return v(
        "vastgelegd{who}{how}: {topics}", "on record{who}{how}: {topics}", who=who, how=how, topics=topics
    )


def _record_count(x: c.RecordCount, v: Voice) -> str:
    topic = v.term("topic", x.topic)
    if x.among is not None:
        one, more = (v.selection(x.among, many=many) for many in (False, True))
        who = amount(x.at_least, x.at_most, (one, more), v)
        return v("voor {who} vastgelegd: {topic}", "on record for {who}: {topic}", who=who, topic=topic)
    times = amount(x.at_least, x.at_most, (v("keer", "times"), v("keer", "times")), v)
    if (x.at_least, x.at_most) == (1, None):
        times = v("al eens", "once already")
    elif (x.at_least, x.at_most) == (None, 1):
        times = v("hoogstens eenmaal", "at most once")
    elif (x.at_least, x.at_most) == (None, 0):
        times = v("nog nooit", "never yet")
    return v("{times} vastgelegd: {topic}", "{times} on record: {topic}", times=times, topic=topic)


def _paired(x: c.Paired, v: Voice) -> str:
    topic, by = v.term("topic", x.topic), v.term("topic", x.by)
    who = "" if x.each is None else v(", met {who}", ", with {who}", who=v.each(x.each))
    within = ""
    if x.within is not None:
        within = v(", binnen {within}", ", within {within}", within=bound_text(x.within, v))
    words = {
        "any": ("telkens bij “{topic}”{who}{within}: {by}", "with each “{topic}”{who}{within}: {by}"),
        "after": ("telkens na “{topic}”{who}{within}: {by}", "after each “{topic}”{who}{within}: {by}"),
        "before": ("telkens vóór “{topic}”{who}{within}: {by}", "before each “{topic}”{who}{within}: {by}"),
    }[x.order]
    return v(*words, topic=topic, who=who, within=within, by=by)


def _role_filled(x: c.RoleFilled, v: Voice) -> str:
    roles = v.terms("role", x.roles)
    if x == c.RoleFilled(x.roles, each=x.each) and x.each is not None:
        what = v.language.an(roles or v("rol", "role"))
        return v("{who} heeft {what}", "{who} has {what}", who=v.each(x.each), what=what)
    if x == c.RoleFilled(named_by=x.named_by) and x.named_by is not None:
        topic = v.term("topic", x.named_by)
        return v(
            "elke rol die is genoemd als “{topic}”, is vervuld",
            "each role named as “{topic}” is filled",
            topic=topic,
        )
    if x == c.RoleFilled(x.roles) and roles in v.language.nouns.there_by_office:
        who = v.language.nouns.there_by_office[roles]
        return v("betrokken: {who}", "involved: {who}", who=who)
    text = v("rol vervuld", "role filled")
    if x.by is not None:
        text += v(" door {who}", " by {who}", who=v.one(x.by))
    if x.outsider:
        text += v(" door iemand van buiten de partijen", " by somebody outside the parties")
    if x.each is not None:
        text += v(", bij {who}", ", at {who}", who=v.each(x.each))
    if x.named_by is not None:
        topic = v.term("topic", x.named_by)
        text += v(", telkens bij “{topic}”", ", for each “{topic}”", topic=topic)
    return f"{text}: {roles}" if roles else text


def _contributed(x: c.Contributed, v: Voice) -> str:
    who = v.each(x.which)
    what = v("een bijdrage", "a contribution")
    if x.other_than:
        kinds = v.terms("contribution_kind", x.other_than)
        what = v("een andere bijdrage dan {kinds}", "a contribution other than {kinds}", kinds=kinds)
    if x.measured:
        what += v(", en hoeveel", ", and how much")
    if x.status == "asked":
        return v("aan {who} gevraagd: {what}", "asked of {who}: {what}", who=who, what=what)
    return v("met {who} afgesproken: {what}", "agreed with {who}: {what}", who=who, what=what)


def _agreed(x: c.Agreed, v: Voice) -> str:
    kinds = v.terms("agreement_kind", x.kinds)
    parts = [v("overeenkomst", "agreement") + (f" ({kinds})" if kinds else "")]
    if x.clauses:
        clauses = v.terms("clause", x.clauses, word="and")
        parts.append(v("met afspraken over {clauses}", "with clauses on {clauses}", clauses=clauses))
    if x.with_ is not None:
        who = v.one(x.with_)
        parts.append(v("ook met {who}", "also with {who}", who=who))
    if x.each is not None and x.signed:
        who = v.parties(x.each)
        parts.append(
            v("getekend door elke {who} met een verplichting", "signed by each {who} it obliges", who=who)
        )
    elif x.each is not None:
        who = v.each(x.each)
        parts.append(v("waarin {who} staat", "in which {who} stands", who=who))
    if x.none_left:
        parts.append(v("zonder wie is vertrokken", "without those who left"))
    if x.signed and x.each is None:
        parts.append(v("getekend door iedereen met een verplichting", "signed by all with an obligation"))
    if x.obliged is not None:
        who = amount(x.obliged, None, (v("partij", "party"), v("partijen", "parties")), v)
        one = ("waarin {who} zich verplicht", "in which {who} takes on an obligation")
        more = ("waarin {who} zich verplichten", "in which {who} take on an obligation")
        parts.append(v(*(one if x.obliged == 1 else more), who=who))
    if x.extended:
        parts.append(
            v(
                "met een laatste dag die in deze ronde later werd",
                "with a last day that became later in this round",
            )
        )
    return ", ".join(parts)


def _notice_given(x: c.NoticeGiven, v: Voice) -> str:
    topic, months = v.term("topic", x.topic), v.term("topic", x.months)
    if x.leaving:
        return v(
            "vastgelegd wie uittreedt ({topic}), en de termijn is voorbij als die is afgesproken ({months})",
            "on record who leaves ({topic}), and the period is over where one was agreed ({months})",
            topic=topic,
            months=months,
        )
    return v(
        "als een termijn is afgesproken ({months}): vastgelegd is {topic}, en die termijn is voorbij",
        "where a period was agreed ({months}): on record is {topic}, and that period is over",
        topic=topic,
        months=months,
    )


def _in_contact(x: c.InContact, v: Voice) -> str:
    what = contact(x.kinds, v)
    if x.at_least == 1 and x.kinds:
        what = v.language.an(what)
    what += present(x.present, v)
    if x.each is not None:
        what += whom(x.kinds, v.each(x.each), v)
    if x.pairs:
        what += v(" tussen elke twee partijen", " between each two parties")
    if x.at_least != 1:
        often = amount(x.at_least, None, (v("keer", "times"), v("keer", "times")), v)
        what = v("{often} {what}", "{what}, {often}", often=often, what=what)
    if x.school_year:
        what = v("dit schooljaar {what}", "this school year {what}", what=what)
    if x.every is not None:
        what = f"{_every(x.every, v)} {what}"
    return what


def _every(every: Every | c.Limit, v: Voice) -> str:
    text = v.language.every(c.period(every))
    return f"{text} [{every.key}]" if v.limits and isinstance(every, c.Limit) else text
