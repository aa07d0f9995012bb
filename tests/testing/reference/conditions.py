"""Conditions of every kind, and a process of ten of them, over few words: so that what happens matters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from hypothesis import strategies as st

import gezondsamen as gs
from gezondsamen.process import conditions as c
from tests.support.builders import label, rule

TOPICS: Final = ("vision", "role_needed", "notice_of_leaving")
ROLES: Final = ("delegate", "facilitator")
CONTACTS: Final = ("individual", "plenary", "visit", "progress_talk")
KINDS: Final = ("municipality", "school", "retailer")
SECTORS: Final = ("public_health", "youth", "sport", "care")
EVALUATIONS: Final = ("periodic", "final")
CLAUSES: Final = ("roles", "tasks", "time")
ASKED: Final = 10
"""How many rules a drawn process has."""


def some(keys: Sequence[str], least: int = 0) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(keys), min_size=least, max_size=2, unique=True).map(tuple)


def seldom(values: st.SearchStrategy[Any], else_: Any) -> st.SearchStrategy[Any]:
    return st.just(else_) | st.just(else_) | values


PERIODS: Final = st.sampled_from(
    [gs.Every(days=1), gs.Every(months=1), gs.Every(months=3), gs.Every(years=1)]
)
PARTIES: Final = st.builds(
    c.Parties,
    sides=seldom(some(("public", "private", "neither"), 1), ()),
    kinds=seldom(some(KINDS, 1), ()),
    sectors=seldom(some(SECTORS, 1), ()),
    roles=seldom(some(ROLES, 1), ()),
    internal=seldom(st.booleans(), None),
    or_none=st.booleans(),
    taken_over=seldom(st.booleans(), None),
)
OTHER_THAN: Final = st.lists(st.sampled_from(SECTORS), max_size=1).map(tuple)
IN_SECTORS: Final = st.one_of(
    st.builds(c.Sectors, keys=some(SECTORS, 1), other_than=OTHER_THAN),
    st.builds(c.Sectors, group=st.sampled_from(("social", "core")), other_than=OTHER_THAN),
    st.builds(c.Sectors, other_than=OTHER_THAN),
)
PERHAPS: Final = st.none() | PARTIES
TOPIC: Final = st.sampled_from(TOPICS)


def bounded(kind: Any, **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Draw a condition with a lower bound, an upper one, or both."""
    number = st.integers(0, 3)
    both = st.tuples(number, number).map(sorted)
    return st.one_of(
        st.builds(kind, at_least=number, **fields),
        st.builds(kind, at_most=number, **fields),
        both.flatmap(lambda ab: st.builds(kind, at_least=st.just(ab[0]), at_most=st.just(ab[1]), **fields)),
    )


_CONTACT: Final[dict[str, Any]] = {"kinds": some(CONTACTS), "at_least": st.integers(1, 2)}
_PAIR: Final = st.tuples(TOPIC, TOPIC).filter(lambda pair: pair[0] != pair[1])

PLAIN: Final[dict[type, st.SearchStrategy[Any]]] = {
    c.PartyCount: bounded(c.PartyCount, which=PARTIES, of=st.sampled_from(("parties", "sectors", "kinds"))),
    c.OnRecord: st.builds(
        c.OnRecord,
        some(TOPICS, 1),
        each=st.none() | PARTIES | IN_SECTORS,
        max_age=seldom(PERIODS, None),
        dated=seldom(st.just(True), False),
        since_entry=st.booleans(),
    ),
    c.RecordCount: bounded(c.RecordCount, topic=TOPIC, among=st.none() | PARTIES | IN_SECTORS),
    c.Measured: bounded(c.Measured, topic=TOPIC)
    | st.builds(c.Measured, topic=TOPIC, at_most=st.builds(c.Same, TOPIC)),
    c.Lasts: st.builds(c.Lasts, TOPIC, at_least=PERIODS) | st.builds(c.Lasts, TOPIC, at_most=PERIODS),
    c.Paired: _PAIR.flatmap(
        lambda pair: st.builds(
            c.Paired,
            st.just(pair[0]),
            st.just(pair[1]),
            order=st.sampled_from(("any", "after", "before")),
            within=seldom(PERIODS, None),
            each=PERHAPS,
        )
    ),
    c.RoleFilled: st.one_of(
        st.builds(c.RoleFilled, roles=some(ROLES), by=PERHAPS),
        st.builds(c.RoleFilled, roles=some(ROLES), each=PARTIES),
        st.builds(c.RoleFilled, roles=some(ROLES), outsider=st.just(True)),
        st.just(c.RoleFilled(named_by="role_needed")),
    ),
    c.ConsentOfAll: st.builds(
        c.ConsentOfAll, st.sampled_from(("ambition", "joint_plan")), PARTIES, st.booleans()
    ),
    c.Contributed: st.builds(
        c.Contributed,
        PARTIES,
        other_than=some(("staff", "money")),
        status=st.sampled_from(("asked", "agreed")),
        measured=st.booleans(),
    ),
    c.Agreed: st.builds(
        c.Agreed,
        clauses=seldom(some(CLAUSES), ()),
        kinds=seldom(some(("covenant", "informal"), 1), ()),
        with_=PERHAPS,
        signed=st.booleans(),
        obliged=seldom(st.integers(1, 2), None),
        extended=seldom(st.just(True), False),
        each=PERHAPS,
        none_left=st.booleans(),
    ),
    c.NoticeGiven: st.builds(
        c.NoticeGiven, st.just("notice_of_leaving"), st.just("notice_months"), st.booleans()
    ),
    c.TermRuns: st.builds(c.TermRuns, seldom(some(("covenant", "informal"), 1), ())),
    c.MetBefore: st.permutations(CONTACTS).flatmap(
        lambda kinds: st.builds(c.MetBefore, st.just(kinds[0]), st.just(kinds[1]), PARTIES)
    ),
    c.InContact: st.one_of(
        st.builds(
            c.InContact,
            every=seldom(PERIODS, None),
            present=st.lists(PARTIES, max_size=2).map(tuple),
            **_CONTACT,
        ),
        st.builds(c.InContact, school_year=st.just(True), each=PERHAPS, **_CONTACT),
        st.builds(c.InContact, every=seldom(PERIODS, None), each=PARTIES, **_CONTACT),
        st.builds(c.InContact, every=seldom(PERIODS, None), pairs=st.just(True), **_CONTACT),
    ),
    c.Evaluated: st.builds(
        c.Evaluated, kinds=some(EVALUATIONS), decisions=some(("continue", "adapt")), since_entry=st.booleans()
    ),
    c.EvaluationArranged: st.builds(
        c.EvaluationArranged,
        kinds=some(EVALUATIONS),
        recurring=st.booleans(),
        aspects=some(("process", "effect")),
    ),
    c.ActionCount: bounded(c.ActionCount, each=PERHAPS),
}
"""A strategy for each kind of condition that is not made of others."""

EVERY_KIND: Final = PLAIN | {
    kind: st.lists(st.one_of(*PLAIN.values()), min_size=2, max_size=2).map(tuple).map(kind)
    for kind in (c.AllOf, c.AnyOf)
}
"""A strategy for each kind of condition there is."""


def process_of(asked: Sequence[c.Condition]) -> gs.Process:
    """Return a process that asks each of these at steps of every sort, and watches them."""
    rules = tuple(rule(x, code=f"OWN-{n:02}") for n, x in enumerate(asked, 1))
    begin = gs.Phase("begin", label(), kind="initial")
    work = gs.Phase("work", label(), watches=rules)
    rest = gs.Phase("rest", label(), watches=rules)
    done = gs.Phase("done", label(), kind="final", outcome="success")
    return gs.Process(
        key="drawn",
        label=label(),
        phases=(begin, work, rest, done),
        transitions=(
            begin.to(work, "go", label=label()),
            work.to(work, "again", label=label(), advises=rules),
            work.to(work, "take_in", label=label(), concerns="party", advises=rules),
            work.to(rest, "pause", label=label(), requires=rules),
            rest.to(work, "resume", label=label()),
            rest.to(done, "finish", label=label(), since=work, advises=rules),
            work.to(rest, "stop", label=label()),
        ),
        terms=gs.PPS.terms,
    )


def processes_of(kind: type) -> st.SearchStrategy[gs.Process]:
    """Draw a process whose rules are all of one kind of condition."""
    return st.lists(EVERY_KIND[kind], min_size=ASKED, max_size=ASKED).map(process_of)
