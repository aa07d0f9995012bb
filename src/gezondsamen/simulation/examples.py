"""Models to try things out with. Their numbers are made up: they show how a model is written, no more."""

from __future__ import annotations

from gezondsamen.phases import PPS
from gezondsamen.simulation.model.assumptions import Choice
from gezondsamen.simulation.model.distributions import Exponential, Gamma, LogNormal
from gezondsamen.simulation.model.model import Model


def partnership() -> Model:
    """Return a model of the public-private partnership; every number in it is made up.

    In management, clocks compete: the next evaluation comes about once in fourteen months, while mishaps
    come at their own rates a year, however often partners evaluate.

    >>> partnership().process.key
    'pps'
    """
    return Model(
        PPS,
        dwell={
            "initiative": Gamma(mean=0.3, cv=0.8),
            "organisation_form": Gamma(mean=0.3, cv=0.6),
            "partner_selection": Gamma(mean=0.4, cv=0.6),
            "negotiation": LogNormal(mean=0.5, cv=0.8),
            "structure": Gamma(mean=0.4, cv=0.6),
            "evaluation": Gamma(mean=0.25, cv=0.5),
            "suspended": Exponential(mean=0.5),
            "termination_assessment": Gamma(mean=0.2, cv=0.5),
            "termination_communication": Gamma(mean=0.1, cv=0.5),
            "disentanglement": Gamma(mean=0.3, cv=0.6),
            "aftercare": Gamma(mean=0.4, cv=0.6),
        },
        choices={
            "organisation_form": Choice(
                {"choose_alliance": 0.8, "choose_alone": 0.1, "choose_procurement": 0.1}
            ),
            "partner_selection": Choice(
                {"choose_partners": 0.85, "no_suitable_partner": 0.1, "break_off": 0.05}
            ),
            "negotiation": Choice({"reach_accord": 0.8, "seek_other_partner": 0.1, "break_off": 0.1}),
            "structure": Choice({"conclude_agreement": 0.85, "renegotiate": 0.1, "break_off": 0.05}),
            "evaluation": Choice(
                {
                    "continue": 0.65,
                    "restructure": 0.1,
                    "renegotiate": 0.05,
                    "change_partner": 0.05,
                    "decide_to_end": 0.15,
                }
            ),
            "suspended": Choice({"resume": 0.7, "end": 0.3}),
            "termination_assessment": Choice({"inform_partners": 0.9, "continue_after_all": 0.1}),
            "aftercare": Choice({"close_goal_reached": 0.5, "close_early": 0.3, "continue_otherwise": 0.2}),
        },
        hazards={
            "management": {
                "open_evaluation": Gamma(mean=1.2, cv=0.5),
                "suspend": Exponential(mean=24),
                "end_in_emergency": Exponential(mean=40),
                "lose_a_side": Exponential(mean=60),
            },
        },
        marks={"management": {"add_partner": 0.3}},
        held={"progress_talk": 0.7, "periodic_evaluation": 0.9},
    )
