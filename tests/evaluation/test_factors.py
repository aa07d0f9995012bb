"""Factors: in which phase of which process they count."""

from __future__ import annotations

import pytest

import gezondsamen as gs
from gezondsamen.evaluation.factors import Factor, Scope

PLACES = [
    ("pps", None),
    ("pps", "management"),
    ("pps", "structure"),
    ("network", None),
    ("network", "action"),
]


@pytest.mark.parametrize(
    ("scope", "inside"),
    [
        (Scope(), PLACES),
        (Scope("pps"), PLACES[:3]),
        (Scope("pps", "management"), PLACES[:2]),
        (Scope("network", "management"), PLACES[3:4]),
        (Scope(phase="action"), [PLACES[0], *PLACES[3:]]),
    ],
)
def test_a_scope_covers_its_own_phase_of_its_own_process(
    scope: Scope, inside: list[tuple[str, str | None]]
) -> None:
    """What a scope does not name it leaves open; asked without a phase, it need only be somewhere in it."""
    assert [place for place in PLACES if scope.covers(*place)] == inside


def test_a_factor_bears_on_each_of_its_scopes() -> None:
    """One scope that covers a place is enough, and where there is none a factor counts nowhere."""
    label, cited = gs.Label(nl="elkaar kennen", en="knowing each other"), gs.Citation(gs.Work("own", "Guide"))
    scopes = (Scope("pps", "management"), Scope("network"))
    factor = Factor("SF-01", "success", label, scopes, cited)
    assert [place for place in PLACES if factor.bears(*place)] == [*PLACES[:2], *PLACES[3:]]
    assert not Factor("SF-02", "success", label, (), cited).bears("pps")
