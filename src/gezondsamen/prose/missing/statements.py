"""What is missing of statements and numbers: what must be on record, how often, how much, how long."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from gezondsamen.findings import Finding
from gezondsamen.language import capitalised
from gezondsamen.process import conditions as c
from gezondsamen.prose.missing.phrases import count, goes_for
from gezondsamen.prose.scene import Voice


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


def on_record_later(found: list[Finding], days: Sequence[date], who: str, v: Voice) -> str:
    """Return what is on record, but dated after the day of the step."""
    text = v(
        "Vastgelegd op {days}, na de dag van deze stap: {topics}.",
        "On record dated {days}, after the day of this step: {topics}.",
        days=v.listing(map(v.day, days)),
        topics=v.terms("topic", [str(y.needed) for y in found], word="and"),
    )
    return text + goes_for(who, v)


def record_count(x: c.RecordCount, one: Finding, v: Voice) -> str:
    """Return how often something must be on record, or about how many."""
    topic = f"“{v.term('topic', x.topic)}”"
    if x.among is None:
        what = v("keer vastgelegd: {topic}", "times on record: {topic}", topic=topic)
        return count(one, x.at_least, x.at_most, (what, what), v)
    few, more = (v.selection(x.among, many=many) for many in (False, True))
    return count(one, x.at_least, x.at_most, (few, more), v, topic + v(" voor ", " for "))


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
