"""Logs in OCEL 2.0: events of a case, each with the parties, agreements and evaluations that it is about."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Literal, get_args
from xml.sax.saxutils import escape

import attrs

from gezondsamen.arguments import check_day
from gezondsamen.collaboration import Collaboration
from gezondsamen.errors import InvalidArgument, shown
from gezondsamen.exchange.event_logs.happened import EVENT_ATTRIBUTES, Happened, events, fact_types
from gezondsamen.exchange.event_logs.signs import instant, plain, quoted
from gezondsamen.exchange.event_logs.things import OBJECT_ATTRIBUTES, Thing, things
from gezondsamen.exchange.followed import followed
from gezondsamen.terms import unknown

Form = Literal["json", "xml"]


def to_ocel(collaborations: Iterable[Collaboration], *, until: date, form: Form = "json") -> Iterator[str]:
    """Return the log of real cases in OCEL 2.0, as pieces of text: give them to `writelines` of a file.

    Objects are collaborations, their tracks, parties, agreements, evaluations and actions; events are the
    steps, by their trigger, and everything else that was recorded, by its kind in words. Facts that were
    taken back are not there, nor persons and what people wrote. `until` is the last day on which the cases
    were followed. The collaborations are gone through three times: an iterator is kept in memory for that,
    a list or a query of the host is not.

    Raises `InvalidArgument` for a day that is none, another form, and for what is no collaboration.

    >>> from datetime import date
    >>> import gezondsamen as gs
    >>> case = gs.Collaboration.start(gs.PPS, id="waterstad", title="Waterstad", on=date(2024, 1, 8))
    >>> log = json.loads("".join(to_ocel([case], until=date(2024, 12, 31))))
    >>> log["events"][0]["type"], [thing["type"] for thing in log["objects"]]
    ('track opened', ['collaboration', 'track'])
    """
    if form not in get_args(Form):
        message = f"form is json or xml, not {shown(form)}"
        raise unknown(InvalidArgument, "form", shown(form), get_args(Form), message)
    log = Log.of(collaborations, until)
    return _json(log) if form == "json" else _xml(log)


@attrs.frozen
class Log:
    """Hold the cases of a log: what is in it is made anew each time that it is asked for."""

    collaborations: Iterable[Collaboration]
    until: date

    @classmethod
    def of(cls, collaborations: Iterable[Collaboration], until: date) -> Log:
        """Return the log of cases through a day; cases that come but once are kept in memory."""
        source = list(collaborations) if isinstance(collaborations, Iterator) else collaborations
        return cls(source, check_day("until", until))

    def things(self) -> Iterator[Thing]:
        for case in followed(self.collaborations, self.until):
            yield from things(case, self.until)

    def events(self) -> Iterator[Happened]:
        for case in followed(self.collaborations, self.until):
            yield from events(case, self.until)

    def event_types(self) -> list[str]:
        """Return every kind of event: the kinds of facts, then the steps of the processes, each once."""
        found = dict.fromkeys(fact_types())
        for case in followed(self.collaborations, self.until):
            for process in case.processes:
                found |= dict.fromkeys(process.triggers)
        return list(found)


# --- JSON ----------------------------------------------------------------------------------------------


def _json(log: Log) -> Iterator[str]:
    yield '{"objectTypes":['
    yield from _rows({"name": n, "attributes": _declared(a)} for n, a in OBJECT_ATTRIBUTES.items())
    yield '],"eventTypes":['
    yield from _rows({"name": n, "attributes": _declared(EVENT_ATTRIBUTES)} for n in log.event_types())
    yield '],"objects":['
    yield from _rows(map(_json_object, log.things()))
    yield '],"events":['
    yield from _rows(map(_json_event, log.events()))
    yield "]}\n"


def _rows(rows: Iterable[dict[str, Any]]) -> Iterator[str]:
    between = "\n"
    for row in rows:
        yield between + json.dumps(row, ensure_ascii=False)
        between = ",\n"


def _declared(attributes: dict[str, str]) -> list[dict[str, str]]:
    return [{"name": name, "type": kind} for name, kind in attributes.items()]


def _json_object(thing: Thing) -> dict[str, Any]:
    return {
        "id": plain(thing.id),
        "type": thing.type,
        "attributes": [
            {"name": name, "time": instant(day), "value": told_value(value)}
            for name, day, value in thing.attributes
        ],
        "relationships": _related(thing.related),
    }


def _json_event(event: Happened) -> dict[str, Any]:
    return {
        "id": plain(event.id),
        "type": event.type,
        "time": instant(event.on),
        "attributes": [{"name": name, "value": told_value(value)} for name, value in event.attributes],
        "relationships": _related(event.related),
    }


def _related(related: tuple[tuple[str, str], ...]) -> list[dict[str, str]]:
    return [{"objectId": plain(ident), "qualifier": qualifier} for qualifier, ident in related]


def told_value(value: Any) -> Any:
    """Return the value of an attribute as logs hold it: days as instants, texts without control signs."""
    if isinstance(value, date):
        return instant(value)
    return plain(value) if isinstance(value, str) else value


# --- XML -----------------------------------------------------------------------------------------------


def _xml(log: Log) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<log>\n'
    yield from _xml_types("object", OBJECT_ATTRIBUTES.items())
    yield from _xml_types("event", ((name, EVENT_ATTRIBUTES) for name in log.event_types()))
    yield "<objects>\n"
    for thing in log.things():
        yield f"<object id={quoted(thing.id)} type={quoted(thing.type)}>"
        yield "<attributes>"
        for name, day, value in thing.attributes:
            yield f'<attribute name="{name}" time="{instant(day)}">{_text(value)}</attribute>'
        yield f"</attributes>{_xml_related(thing.related)}</object>\n"
    yield "</objects>\n<events>\n"
    for event in log.events():
        yield f"<event id={quoted(event.id)} type={quoted(event.type)} time={quoted(instant(event.on))}>"
        yield "<attributes>"
        for name, value in event.attributes:
            yield f'<attribute name="{name}">{_text(value)}</attribute>'
        yield f"</attributes>{_xml_related(event.related)}</event>\n"
    yield "</events>\n</log>\n"


def _xml_types(what: str, types: Iterable[tuple[str, dict[str, str]]]) -> Iterator[str]:
    yield f"<{what}-types>\n"
    for name, attributes in types:
        told = (f"<attribute name={quoted(n)} type={quoted(kind)}/>" for n, kind in attributes.items())
        yield f"<{what}-type name={quoted(name)}><attributes>{''.join(told)}</attributes></{what}-type>\n"
    yield f"</{what}-types>\n"


def _xml_related(related: tuple[tuple[str, str], ...]) -> str:
    told = (f"<relationship object-id={quoted(i)} qualifier={quoted(q)}/>" for q, i in related)
    return f"<objects>{''.join(told)}</objects>"


def _text(value: Any) -> str:
    text = json.dumps(value) if isinstance(value, bool | int | float) else str(told_value(value))
    return escape(text, {"\r": "&#13;"})
