"""What is missing of statements and numbers: what must be on record, how often, how much, how long."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from gezondsamen.findings import Finding
from gezondsamen.language import capitalised
from gezondsamen.process import conditions as c
from gezondsamen.prose.asked import bounds_text
from gezondsamen.prose.missing.phrases import goes_for
from gezondsamen.prose.scene import Voice


def on_record(x: c.OnRecord, found: list[Finding], who: str, v: Voice) -> str:
    """Return what is not on record."""
    topics = v.topics([str(y.needed) for y in found])
    text = v("Er is nog niets vastgelegd over: ", "Nothing is on record yet about: ") + topics
    if x.max_age is not None:
        age = v.period(c.period(x.max_age))
        text += v(", niet ouder dan {age}", ", no older than {age}", age=age)
    if x.since_entry:
        text += v(" (in deze ronde)", " (in this round)")
    text += "."
    if x.dated:
        text += v(
            " Vermeld ook tot en met welke dag het geldt; die dag mag nog niet voorbij zijn.",
            " Give the day through which it holds as well; that day must not have passed.",
        )
    return text + goes_for(who, v)


def on_record_later(found: list[Finding], days: Sequence[date], who: str, v: Voice) -> str:
    """Return what is on record, but dated after the day of the step."""
    text = v(
        "Vastgelegd op {days}, na de dag van deze stap: {topics}.",
        "On record dated {days}, after the day of this step: {topics}.",
        days=v.listing(map(v.day, days)),
        topics=v.topics([str(y.needed) for y in found]),
    )
    return text + goes_for(who, v)


def record_count(x: c.RecordCount, one: Finding, v: Voice) -> str:
    """Return how often something must be on record, or about how many."""
    topic = v.term("topic", x.topic)
    found = float(one.found or 0)
    if x.among is not None:
        few, more = (v.selection(x.among, many=many) for many in (False, True))
        least = x.at_least is not None and found < c.number(x.at_least)
        asked = float(one.needed or 0)
        words = (
            "Nodig voor minstens {n} {who}: {topic}. {now}.",
            "Needed for at least {n} {who}: {topic}. {now}.",
        )
        if not least:
            words = (
                "Nodig voor hoogstens {n} {who}: {topic}. {now}.",
                "Needed for at most {n} {who}: {topic}. {now}.",
            )
        now = v("Nu voor {n}", "Now for {n}", n=v.numeral(found))
        if not found:
            now = v("Nu nog voor geen enkele", "For none yet")
        return v(*words, n=v.numeral(asked), who=few if asked == 1 else more, topic=topic, now=now)
    if not found:
        return v(
            "Er is nog niets vastgelegd over: {topic}.",
            "Nothing is on record yet about: {topic}.",
            topic=topic,
        )
    if not one.needed:
        return v(
            "Hierover mag nog niets zijn vastgelegd: {topic}.",
            "Nothing may be on record about: {topic}.",
            topic=topic,
        )
    needed, now = (_times(float(n), v) for n in (one.needed, found))
    if x.at_least is not None and found < c.number(x.at_least):
        return v(
            "{topic}: minstens {needed} nodig; nu {now}.",
            "{topic}: needed at least {needed}; now {now}.",
            topic=capitalised(topic),
            needed=needed,
            now=now,
        )
    return v(
        "{topic}: hoogstens {needed}; nu {now}.",
        "{topic}: at most {needed}; now {now}.",
        topic=capitalised(topic),
        needed=needed,
        now=now,
    )


def _times(number: float, v: Voice) -> str:
    """Return how often: once, or a number of times."""
    return v("één keer", "once") if number == 1 else v("{n} keer", "{n} times", n=v.numeral(number))


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
    now, asked = v.numeral(found), v.numeral(needed)
    return v(
        "{topic}{of}: nu {now}; nodig is {bound} {asked}.",
        "{topic}{of}: now {now}; needed is {bound} {asked}.",
        topic=capitalised(topic),
        of=of,
        now=now,
        bound=bound,
        asked=asked,
    )


def lasts(x: c.Lasts, one: Finding, v: Voice) -> str:
    """Return how long something must run, and until when it does."""
    topic = v.term("topic", x.topic)
    asked = bounds_text(x.at_least, x.at_most, v)
    if one.found is None:
        return v(
            "Er is nog niet vastgelegd tot wanneer dit geldt: {topic}. Nodig is {asked}.",
            "It is not on record yet until when this holds: {topic}. Needed is {asked}.",
            topic=topic,
            asked=asked,
        )
    day = v.day(date.fromisoformat(str(one.found)))
    return v(
        "{topic}: geldt nu tot en met {day}; nodig is {asked}.",
        "{topic}: now holds through {day}; needed is {asked}.",
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
            "Op {day} vastgelegd{of}: {topic}. Vóór die dag was er nog niets vastgelegd over: {by}.",
            "On record on {day}{of}: {topic}. Nothing was on record before that day about: {by}.",
            topic=topic,
            day=day,
            of=of,
            by=by,
        )
    return v(
        "Op {day} vastgelegd{of}: {topic}. Daarbij is nog niets vastgelegd over: {by}.",
        "On record on {day}{of}: {topic}. Nothing is on record yet to go with it about: {by}.",
        topic=topic,
        day=day,
        of=of,
        by=by,
    )
