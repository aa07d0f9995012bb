"""Every kind of condition has everything: one table of what reads conditions, tried on each kind."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import import_module
from typing import Any, get_args

import attrs
import pytest

import gezondsamen as gs
from gezondsamen.decision.judge import JUDGES, judge, judge_all
from gezondsamen.decision.repair import DRAFTS, ROUNDS
from gezondsamen.decision.situation import Situation
from gezondsamen.exchange import json_schema
from gezondsamen.process import conditions as c
from gezondsamen.process.implication import ENTAILMENT
from gezondsamen.prose.asked import condition_text
from gezondsamen.prose.missing import finding_lines
from gezondsamen.testing.building.spoilers import spoilers
from tests.support.builders import DAY, joined, later, rule, started, tiny

KINDS: tuple[type[c.Condition], ...] = get_args(c.Condition)

UNMET: dict[type[c.Condition], c.Condition] = {
    c.PartyCount: c.PartyCount(at_least=2),
    c.OnRecord: c.OnRecord("purpose"),
    c.RecordCount: c.RecordCount("purpose", at_least=1),
    c.Measured: c.Measured("group_size", at_least=1),
    c.Lasts: c.Lasts("purpose", at_least=gs.Every(years=1)),
    c.Paired: c.Paired("issue_noticed", "issue_raised"),
    c.RoleFilled: c.RoleFilled("alderman"),
    c.ConsentOfAll: c.ConsentOfAll("ambition"),
    c.Contributed: c.Contributed(),
    c.Agreed: c.Agreed("goal"),
    c.NoticeGiven: c.NoticeGiven("purpose", "group_size", leaving=True),
    c.TermRuns: c.TermRuns(),
    c.MetBefore: c.MetBefore("individual", "plenary"),
    c.InContact: c.InContact("plenary"),
    c.Evaluated: c.Evaluated("final"),
    c.EvaluationArranged: c.EvaluationArranged("periodic"),
    c.ActionCount: c.ActionCount(at_least=1),
    c.AllOf: c.AllOf((c.OnRecord("purpose"),)),
    c.AnyOf: c.AnyOf((c.OnRecord("purpose"),)),
}
"""One condition of each kind that does not hold in `situation`."""

ANY = c.Parties(or_none=True)
"""Every party that takes part, and nobody where there is none."""

UNTOUCHED: dict[type[c.Condition], c.Condition | None] = {
    c.PartyCount: c.PartyCount(at_most=3),
    c.OnRecord: c.OnRecord("party_ambition", each=ANY),
    c.RecordCount: c.RecordCount("purpose", at_most=3),
    c.Measured: None,
    c.Lasts: None,
    c.Paired: c.Paired("issue_noticed", "issue_raised"),
    c.RoleFilled: c.RoleFilled("alderman", each=ANY),
    c.ConsentOfAll: c.ConsentOfAll("ambition", ANY),
    c.Contributed: c.Contributed(ANY),
    c.Agreed: None,
    c.NoticeGiven: c.NoticeGiven("purpose", "group_size"),
    c.TermRuns: c.TermRuns(),
    c.MetBefore: c.MetBefore("individual", "plenary", ANY),
    c.InContact: c.InContact("plenary", each=ANY),
    c.Evaluated: None,
    c.EvaluationArranged: None,
    c.ActionCount: c.ActionCount(at_most=3),
    c.AllOf: c.AllOf((c.PartyCount(at_most=3), c.RecordCount("purpose", at_most=3))),
    c.AnyOf: c.AnyOf((c.OnRecord("purpose"), c.PartyCount(at_most=0))),
}
"""One condition of each kind that holds since nothing at all is on record, or None where none does."""

COMPOSITE = (c.AllOf, c.AnyOf)
"""The kinds that are read branch by branch."""


def situation() -> Situation:
    """Return a situation in which one party noticed something, an agreement is over, and no more."""
    process = tiny()
    over = gs.AgreementDrafted(DAY, "pact", "covenant", end=later(-1))
    noticed = gs.Stated(DAY, "issue_noticed", "…")
    known = started(process, joined("shop", "retailer"), noticed, over).dossier.known
    return Situation(process, known, later(1), known.tracks["main"], process.transition("begin", "go"))


def _entailed(x: c.Condition, _s: Situation) -> bool:
    fields = {a.name for a in attrs.fields(type(x))}
    return isinstance(x, COMPOSITE) or all(row.keys() == fields for row in ENTAILMENT[type(x)])


def _missing(x: c.Condition, s: Situation) -> tuple[str, ...]:
    return finding_lines(rule(x), judge_all((x,), s)[0], s.scene().voice("nl"))


def _in_schema(x: c.Condition, _s: Situation) -> bool:
    listed = json_schema()["$defs"]["Condition"]["oneOf"]
    return f"#/$defs/{type(x).__name__}" in {branch["$ref"] for branch in listed}


READERS: dict[str, Callable[[c.Condition, Situation], object]] = {
    # who reads conditions, and what tells that it can read one: something, and no exception
    "judge": lambda x, s: JUDGES[type(x)](x, s)[0],
    "repair": lambda x, s: DRAFTS[type(x)](x, judge(x, s)[0], s, ROUNDS),
    "asked": lambda x, s: condition_text(x, s.scene().voice("nl")),
    "missing": _missing,
    "entailment": _entailed,
    "spoiler": lambda x, s: isinstance([*spoilers(x, s)], list),  # of some kinds nothing can be spoilt
    "schema": _in_schema,
    "document": lambda x, _s: gs.loads(gs.dumps(tiny(rule(x)))) == tiny(rule(x)),
}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("reader", READERS)
def test_every_reader_reads_every_kind(reader: str, kind: type[c.Condition]) -> None:
    """Whatever reads conditions reads each kind of them: a new kind comes with all its readers."""
    assert kind in UNMET, f"{kind.__name__} has no example in this module"
    try:
        read = READERS[reader](UNMET[kind], situation())
    except (KeyError, AssertionError) as lacking:
        pytest.fail(f"{reader} does not read {kind.__name__}: {lacking!r}")
    assert read, f"{reader} says nothing of {kind.__name__}"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_what_looked_at_nothing_is_not_in_order(kind: type[c.Condition]) -> None:
    """A rule that holds since there is nobody and nothing to look at is not at issue yet."""
    x = UNTOUCHED[kind]
    asked = UNMET[kind] if x is None else x
    (row,) = started(tiny(rule(asked))).check("go", on=DAY).outcomes
    said = (row.status, row.at_issue, row.status_text("nl"), row.status_text("en"))
    if x is None:
        assert said == ("unmet", True, "nog niet rond", "not complete yet")
    else:
        assert said == ("met", False, "nog niet aan de orde", "not at issue yet")


@pytest.mark.parametrize(
    "x",
    [
        c.PartyCount(at_most=0),
        c.RecordCount("purpose", at_most=0),
        c.ActionCount(at_most=0),
        c.AllOf((c.ActionCount(at_most=0),)),
        c.AllOf((c.ActionCount(at_most=0), c.Contributed(c.Parties(or_none=True)))),
    ],
    ids=repr,
)
def test_a_rule_that_asks_for_none_is_in_order_when_there_is_none(x: c.Condition) -> None:
    """Where there may be none, that there is none is what is asked."""
    (row,) = started(tiny(rule(x))).check("go", on=DAY).outcomes
    assert (row.status_text("nl"), row.at_issue) == ("in orde", True)


def test_a_rule_that_asks_for_none_among_others_is_in_order() -> None:
    """One of its conditions is enough, whatever the others looked at."""
    asked = (c.Contributed(c.Parties(or_none=True)), c.ActionCount(at_most=0))
    (row,) = started(tiny(rule(*asked))).check("go", on=DAY).outcomes
    assert (row.status, row.at_issue) == ("met", True)
    (row,) = started(tiny(rule(asked[0]))).check("go", on=DAY).outcomes
    assert (row.status, row.at_issue) == ("met", False)


@pytest.mark.parametrize(
    "table",
    [UNMET, UNTOUCHED, JUDGES, DRAFTS, ENTAILMENT],
    ids=("example", "untouched", "judge", "repair", "entailment"),
)
def test_no_table_has_what_is_no_kind(table: dict[Any, Any]) -> None:
    """A table of kinds has kinds of conditions, and nothing that once was one."""
    assert table.keys() <= set(KINDS)


@pytest.mark.parametrize("kind", [k for k in KINDS if k not in COMPOSITE], ids=lambda kind: kind.__name__)
def test_judge_and_repair_stand_in_files_of_one_name(kind: type[c.Condition]) -> None:
    """What judges a kind and what repairs it bear the name of the kind, in files that are called alike."""
    name = re.sub(r"(?<!^)(?=[A-Z])", "_", kind.__name__).lower()
    judges = JUDGES[kind]
    assert judges.__name__ == name
    assert callable(getattr(import_module(judges.__module__.replace(".judge.", ".repair.")), name))
