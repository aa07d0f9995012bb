"""A model of one's own, its scenarios, and what comes out."""

# needs: numpy scipy

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import gezondsamen as gs
from gezondsamen.phases import certificate
from gezondsamen.simulation import Choice, Effect, Gamma, Model, Result, simulate
from gezondsamen.simulation.examples import partnership


def model() -> Model:
    return Model(
        gs.CERTIFICATE,
        dwell={certificate.VALID: Gamma(mean=3.0, cv=0.1)},
        choices={certificate.VALID: {"request_renewal": 1.0}, "application": Choice({"grant": 1.0})},
        effects=(Effect("trust", certificate.APPLICATION, "grant", odds_ratio=1.2),),
        held={"progress_talk": 0.7},
    )


def compare(cases: int) -> tuple[Result, Result]:
    before = partnership()
    after = before.with_changes(choices={"evaluation": Choice({"continue": 1.0})})
    with ThreadPoolExecutor() as executor:
        return (
            simulate(before, cases=cases, horizon=10.0, seed=1, executor=executor, covariates={"trust": 1}),
            simulate(after, cases=range(cases), horizon=10, seed=1, engine="numpy", progress=print),
        )
