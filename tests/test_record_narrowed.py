"""The record narrowed: whatever words, parties and tracks a question names, it gives what fits."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from typing import Any

import pytest

import gezondsamen as gs
from tests.support.builders import DAY, joined, later, started


def rich() -> gs.Collaboration:
    """Return a case in which each kind of fact is told twice, of two parties, on two tracks and on none."""
    facts: list[gs.Fact] = [joined("old"), joined("a"), joined("b", "retailer")]
    tracks = (None, "main", "integral")
    for n, party in enumerate(("a", "b", "old")):
        track, on, due = tracks[n], later(n), later(30)
        facts += [
            gs.RoleAssigned(on, ("alderman", "delegate", "delegate")[n], party, track=track),
            gs.Stated(on, ("purpose", "vision", "vision")[n], "…", party, track),
            gs.Stated(on, "vision", "…", track=track, until=later(20 + n)),
            gs.Quantified(on, ("capacity_money", "group_size", "group_size")[n], n, party, track),
            gs.Quantified(on, "group_size", n, track=track),
            gs.Consented(on, party, ("ambition", "joint_plan", "ambition")[n], track=track),
            gs.Met(on, ("plenary", "individual", "plenary")[n], party),
            gs.ContributionRecorded(
                on, party, ("money", "staff", "staff")[n], ("asked", "agreed", "kept")[n]
            ),
            gs.ActionAgreed(on, f"x{n}", "…", party, ("sport", "education", "sport")[n], due),
            gs.EvaluationHeld(on, ("final", "periodic", "final")[n], track=track),
            gs.EvaluationPlanned(on, ("final", "periodic", "final")[n], due=due, track=track),
            gs.WaiverGranted(on, ("KEN-01", "KEN-04", "KEN-01")[n], "…", "u-1", track, until=later(20 + n)),
        ]
    case = started().open(gs.INTEGRAL, on=DAY).record(*facts)
    return case.record(joined("new", on=later(5)), gs.PartySucceeded(later(5), "new", "old"))


RICH = rich()
LINES = {"a": {"a"}, "b": {"b"}, "new": {"new", "old"}, "old": {"old", "new"}}


def is_on(track: str | None, own: str | None) -> bool:
    return track is None or own in (None, track)


def on_topic(x: Any, q: dict[str, Any]) -> bool:
    topic = x.fact.topic
    return topic == q.get("topic", topic) and is_on(q.get("track"), x.fact.track) and about(x, q)


NARROWED: list[tuple[str, dict[str, tuple[Any, ...]], Callable[[Any, dict[str, Any]], bool]]] = [
    # the query, what it may be narrowed to, and which of the whole fit
    (
        "roles",
        {"role": ("alderman", "delegate"), "party": (*LINES,), "track": ("main", "integral")},
        lambda x, q: x.role == q.get("role", x.role) and is_on(q.get("track"), x.track) and whose(x.party, q),
    ),
    (
        "statements",
        {"topic": ("purpose", "vision"), "about": (*LINES,), "track": ("main", "integral")},
        on_topic,
    ),
    (
        "amounts",
        {"topic": ("capacity_money", "group_size"), "about": (*LINES,), "track": ("main", "integral")},
        on_topic,
    ),
    (
        "consents",
        {"subject": ("ambition", "joint_plan"), "party": (*LINES,), "track": ("main", "integral")},
        lambda x, q: (
            x.fact.subject == q.get("subject", x.fact.subject)
            and is_on(q.get("track"), x.fact.track)
            and whose(x.fact.party, q)
        ),
    ),
    (
        "meetings",
        {"kind": ("plenary", "individual"), "party": (*LINES,)},
        lambda x, q: x.fact.kind == q.get("kind", x.fact.kind) and whose(x.fact.parties[0], q),
    ),
    (
        "contributions",
        {
            "kind": ("money", "staff"),
            "party": (*LINES,),
            "status": ("asked", "agreed", "kept"),
            "latest": (True,),
        },
        lambda x, q: (
            x.kind == q.get("kind", x.kind) and x.status == q.get("status", x.status) and whose(x.party, q)
        ),
    ),
    (
        "actions",
        {"sector": ("sport", "education"), "owner": (*LINES,)},
        lambda x, q: (
            x.sector == q.get("sector", x.sector) and whose(x.owner, {"party": q.get("owner", x.owner)})
        ),
    ),
    (
        "evaluations_held",
        {"kind": ("final", "periodic"), "track": ("main", "integral")},
        lambda x, q: x.fact.kind == q.get("kind", x.fact.kind) and is_on(q.get("track"), x.fact.track),
    ),
    (
        "evaluations_planned",
        {"kind": ("final", "periodic"), "track": ("main", "integral")},
        lambda x, q: x.fact.kind == q.get("kind", x.fact.kind) and is_on(q.get("track"), x.fact.track),
    ),
    (
        "waivers",
        {"rule": ("KEN-01", "KEN-04"), "track": ("main", "integral")},
        lambda x, q: x.fact.rule == q.get("rule", x.fact.rule) and is_on(q.get("track"), x.fact.track),
    ),
]


def whose(party: str | None, q: dict[str, Any]) -> bool:
    return "party" not in q or party in LINES[q["party"]]


def about(entry: Any, q: dict[str, Any]) -> bool:
    named = entry.fact.about
    return "about" not in q or (named is not None and named.id in LINES[q["about"]])


@pytest.mark.parametrize(("query", "words", "fits"), NARROWED, ids=[query for query, _, _ in NARROWED])
def test_a_question_that_is_narrowed_gives_what_fits(
    query: str, words: dict[str, tuple[Any, ...]], fits: Callable[[Any, dict[str, Any]], bool]
) -> None:
    """Whatever words, parties and tracks it names together, a question gives those of the whole that fit."""
    ask = getattr(RICH, query)
    for day in (later(2), later(5), later(21)):
        whole = ask(on=day)
        assert day > later(20) or len(whole) >= 3
        for chosen in product(*((None, *values) for values in words.values())):
            q = {name: value for name, value in zip(words, chosen, strict=True) if value is not None}
            if "new" in q.values() and day < later(5):
                continue
            if "old" in q.values() and day >= later(5):  # it is no more: its successor answers for it
                continue
            assert list(ask(on=day, **q)) == [x for x in whole if fits(x, q)], q
