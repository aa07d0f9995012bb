"""Wrong arguments of a store: an answer, or an error that names what is wrong."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import gezondsamen as gs
from gezondsamen.store import AgendaItem, Store, added, agenda, by_case, check_version, replaced, row_of
from gezondsamen.testing import assert_own_errors
from tests.support.builders import DAY, joined, started

CASE = started(gs.PPS, joined("g"))
MORE = CASE.record(gs.Stated(DAY, "purpose", "x"))


def kept() -> Store:
    store = Store("sqlite://")
    store.create(CASE)
    return store


ITEM = AgendaItem("c", "step", "main", "start", DAY, DAY)
STORE = kept()


def made(**given: Any) -> object:
    return Store("sqlite://", **given)


def changed(ident: Any) -> object:
    with STORE.changing(ident) as change:
        return change.case


def listed(**given: Any) -> object:
    return list(agenda(**given))


def rehearsed(**given: Any) -> object:
    return list(STORE.rehearse(**given))


CALLS: dict[str, tuple[Callable[..., object], dict[str, Any]]] = {
    "AgendaItem.overdue": (ITEM.overdue, {"day": DAY}),
    "CaseRow.label": (row_of(CASE).label, {"item": ITEM, "processes": gs.PPS}),
    "by_case": (by_case, {"items": [ITEM]}),
    "check_version": (check_version, {"case": CASE, "now": CASE.version}),
    "added": (added, {"before": CASE, "after": MORE}),
    "agenda": (listed, {"case": CASE, "on": DAY, "until": DAY, "calendar": None}),
    "replaced": (replaced, {"before": CASE, "after": CASE}),
    "row_of": (row_of, {"case": CASE}),
    "Store": (made, {"processes": None, "renames": None, "as_taken": False, "calendar": None}),
    "Store of a url": (Store, {"url": "sqlite://"}),
    "cases": (STORE.cases, dict.fromkeys(("process", "phase", "text", "quiet_since")) | {"running": False}),
    "changing": (changed, {"ident": CASE.id}),
    "create": (STORE.create, {"case": started(gs.INTEGRAL)}),
    "due": (STORE.due, {"on": DAY, "overdue": False}),
    "load": (STORE.load, {"ident": CASE.id}),
    "news": (STORE.news, {"after": 0, "most": 5}),
    "rebuild": (STORE.rebuild, {"on": None}),
    "rehearse": (rehearsed, {"processes": gs.PPS, "on": DAY, "renames": None, "as_taken": False}),
    "rewrite": (STORE.rewrite, {"before": CASE, "after": CASE}),
    "save": (STORE.save, {"before": CASE, "after": MORE}),
}
"""Each call with arguments that it takes, by name."""


@pytest.mark.parametrize("name", CALLS)
def test_a_wrong_argument_is_refused_by_name(name: str) -> None:
    """Whatever stands in the place of an argument, the call answers or raises an error of the library."""
    call, given = CALLS[name]
    assert_own_errors(call, **given)
