"""Recordable facts: whatever can be written into a journal, every field of every kind, for walks."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import Any, Final

import attrs
from hypothesis import strategies as st

from gezondsamen.dossier import facts as f
from gezondsamen.dossier.parties import About, Party
from gezondsamen.periods import Every
from gezondsamen.process.process import Process
from gezondsamen.testing.canonical import DAY
from gezondsamen.testing.happenings import RECORDED

IDENTS: Final = ("a", "b", "c")
"""The parties that facts are about."""

AGREEMENTS: Final = ("x", "y")
"""The agreements that facts are about; parties and agreements that a repair makes bear other names."""

ACTIONS: Final = ("p", "q")


def _keys(process: Process, scheme: str) -> st.SearchStrategy[str]:
    """Draw a word, mostly one of the first few, so that what is drawn meets."""
    known = list(process.vocabulary.get(scheme, ()))
    return st.sampled_from(known[:3]) | st.sampled_from(known) if known else st.nothing()


def _fields(process: Process) -> dict[str, st.SearchStrategy[Any]]:
    """Return what is drawn for fields that hold no words, by their name."""
    who = st.sampled_from(IDENTS)
    group = st.lists(who, min_size=1, max_size=3, unique=True).map(tuple)
    later = st.integers(0, 900).map(lambda days: DAY + timedelta(days=days))
    sectors = _keys(process, "sector").map(lambda key: About("sector", key))
    subjects = who.map(lambda ident: About("party", ident)) | sectors | st.just(About("matter", "m"))
    rules = [code for code, rule in process.requirements.items() if rule.waivable] or ["NO-00"]
    return {
        "party": who,
        "owner": who,
        "successor": who,
        "predecessors": group,
        "parties": group,
        "obliged": group,
        "agreement": st.sampled_from(AGREEMENTS),
        "action": st.sampled_from(ACTIONS),
        "person": st.sampled_from(("p-1", "p-2")),
        "evaluator": st.just("p-3"),
        "approved_by": st.just("u-1"),
        "reason": st.just("…"),
        "text": st.just("…"),
        "unit": st.just("euro"),
        "amount": st.integers(0, 9),
        "about": subjects,
        "track": st.just("main"),
        "start": st.integers(0, 300).map(lambda days: DAY + timedelta(days=days)),
        "end": st.integers(300, 1500).map(lambda days: DAY + timedelta(days=days)),
        "until": later,
        "due": later,
        "done": later,
        "every": st.builds(Every, months=st.integers(1, 24)),
        "point": st.sampled_from([p.key for p in process.evaluation_points] or ["none"]),
        "rule": st.sampled_from(rules),
        "trigger": st.sampled_from(process.triggers),
        **dict.fromkeys(("principal", "holds", "internal"), st.booleans()),
    }


def _filled(process: Process, kind: type[Any], given: dict[str, st.SearchStrategy[Any]]) -> Any:
    """Return the strategy of one class: what may be left out is left out half of the time."""
    drawn: dict[str, st.SearchStrategy[Any]] = {}
    for field in attrs.fields(kind):
        scheme = field.metadata.get("scheme")
        inner = given[field.name] if scheme is None else _keys(process, scheme)
        if scheme is not None and "tuple" in str(field.type) and not inner.is_empty:
            inner = st.lists(inner, max_size=2, unique=True).map(tuple)
        if field.default is not attrs.NOTHING:
            inner = st.just(field.default) | inner
        drawn[field.name] = inner
    return st.builds(kind, **drawn)


@cache
def recordable(process: Process) -> st.SearchStrategy[Any]:
    """Draw a fact as it happened on `DAY`; not every one can be recorded at any moment.

    What is drawn about a party or an agreement that is not there is refused, which is a law too.
    """
    fields = _fields(process)
    party = _filled(process, Party, fields | {"id": st.sampled_from(IDENTS), "name": st.just("…")})
    fields |= {"on": st.just(DAY)}
    kinds = [_filled(process, kind, fields) for kind in RECORDED if kind is not f.PartyJoined]
    joining = st.builds(f.PartyJoined, st.just(DAY), party)
    return st.one_of(joining, joining, *(kind for kind in kinds if not kind.is_empty))


def moved(fact: Any, days: int) -> Any:
    """Return a fact with all its days so many days later."""
    found = {a.name: getattr(fact, a.name) for a in attrs.fields(type(fact))}
    later = {name: day + timedelta(days=days) for name, day in found.items() if isinstance(day, date)}
    return attrs.evolve(fact, **later)
