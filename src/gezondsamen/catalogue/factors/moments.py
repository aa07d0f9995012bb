"""Moments: phases of one nature across the processes, where a factor counts in more than one.

A source says that something helps “when you explore” or “while you carry it out”. Which phases of
which processes that means is our reading of the processes, made once, here. The life of an
agreement, a session of the Effectenarena and a certificate have no such moments: they are no
collaborations, but run beside one. An agreement and a session can rest as a collaboration can.
"""

from __future__ import annotations

from typing import Final

from gezondsamen.evaluation.factors import Scope


def at(process: str, *phases: str) -> tuple[Scope, ...]:
    """Return these phases of a process as places; without a phase, the process as a whole.

    >>> at("pps", "negotiation")
    (Scope(process='pps', phase='negotiation'),)
    >>> at("pps")
    (Scope(process='pps', phase=None),)
    """
    return tuple(Scope(process, phase) for phase in phases) or (Scope(process),)


EVERYWHERE: Final = (Scope(),)
"""Every phase of every process."""

# The guide of 2015 takes as one step what the Healthy School does in two: finding partners, and
# knowing their interests. A network does the first in its need and the second in its acquaintance.
EXPLORING: Final = (
    *at("integral", "exploration"),
    *at("intersectoral", "exploration"),
    *at("pps", "partner_selection"),
    *at("healthy_school", "exploration", "interests"),
    *at("network", "need", "acquaintance"),
    *at("wellbeing_municipality", "exploration"),
    *at("wellbeing_school", "starting_situation"),
    *at("policy_cycle", "preparation"),
)
"""Who could take part, what moves them, and how things stand."""

# Sectors find their mutual interest in conversation, public and private parties at the negotiating
# table. A network sets its goal while it looks for partners; a school wins support for what it wants.
AMBITION: Final = (
    *at("integral", "ambition"),
    *at("intersectoral", "conversation"),
    *at("pps", "negotiation"),
    *at("healthy_school", "ambition"),
    *at("network", "need"),
    *at("wellbeing_municipality", "on_agenda"),
    *at("wellbeing_school", "support_building"),
    *at("policy_cycle", "policy_making"),
)
"""What the parties want together, and why each of them wants it."""

# A policy memorandum sets goals and arranges their execution in one phase.
SHAPING: Final = (
    *at("integral", "shaping"),
    *at("intersectoral", "preconditions"),
    *at("pps", "structure"),
    *at("healthy_school", "organising"),
    *at("network", "arrangements"),
    *at("wellbeing_municipality", "connection"),
    *at("wellbeing_school", "plan"),
    *at("policy_cycle", "policy_making"),
)
"""Who does what, with what means, and on which terms."""

# Sectors begin with a concrete action, before there is a lasting collaboration to maintain.
DOING: Final = (
    *at("integral", "maintenance"),
    *at("intersectoral", "action", "structural"),
    *at("pps", "management"),
    *at("healthy_school", "execution"),
    *at("network", "active_network"),
    *at("wellbeing_municipality", "execution"),
    *at("wellbeing_school", "execution"),
    *at("policy_cycle", "execution"),
)
"""The work with and for people is done."""

# What is embedded in a municipality or a school goes on, and asks for upkeep.
MAINTAINING: Final = (
    *at("integral", "maintenance"),
    *at("intersectoral", "structural"),
    *at("pps", "management"),
    *at("healthy_school", "execution"),
    *at("network", "active_network"),
    *at("wellbeing_municipality", "execution", "embedded"),
    *at("wellbeing_school", "execution", "embedded"),
    *at("policy_cycle", "execution"),
)
"""The collaboration runs, and is kept going."""

# The municipality looks back each year while it works on well-being at school, in no phase of its own.
EVALUATING: Final = (
    *at("integral", "evaluation"),
    *at("intersectoral", "evaluation"),
    *at("pps", "evaluation"),
    *at("healthy_school", "evaluation"),
    *at("network", "reflection"),
    *at("wellbeing_school", "evaluation"),
    *at("policy_cycle", "evaluation"),
)
"""The parties look back, and decide how to go on."""


def _at_rest(process: str, *phases: str) -> tuple[Scope, ...]:
    """Return the phases in which the work of these phases rests."""
    return at(process, *(f"{phase}_suspended" for phase in phases))


# A network and well-being at school can come to a standstill without a decision as well.
SUSPENDED: Final = (
    *at("integral", "suspended"),
    *_at_rest("integral", "exploration", "ambition", "shaping", "evaluation"),
    *at("intersectoral", "suspended"),
    *_at_rest("intersectoral", "exploration", "conversation", "action", "preconditions", "evaluation"),
    *at("pps", "suspended"),
    *_at_rest("pps", "organisation_form", "partner_selection", "negotiation", "structure", "evaluation"),
    *at("agreement", "suspended"),
    *at("healthy_school", "suspended"),
    *_at_rest("healthy_school", "exploration", "interests", "ambition", "organising", "evaluation"),
    *at("network", "stagnation"),
    *_at_rest("network", "acquaintance", "arrangements", "active_network", "reflection"),
    *at("wellbeing_municipality", "stagnation"),
    *_at_rest("wellbeing_municipality", "exploration", "connection", "execution", "embedded"),
    *at("wellbeing_school", "stagnation"),
    *_at_rest(
        "wellbeing_school",
        "support_building",
        "starting_situation",
        "plan",
        "execution",
        "evaluation",
        "embedded",
    ),
    *_at_rest("policy_cycle", "preparation", "policy_making", "execution", "evaluation"),
    *_at_rest("effects_arena", "preparation", "readiness", "follow_up"),
)
"""The work lies still, and may be taken up again."""

# A partnership, a network and a policy end, or go over into something else: nothing is embedded.
EMBEDDED: Final = (
    *at("integral", "embedded"),
    *at("intersectoral", "anchored"),
    *at("healthy_school", "embedded"),
    *at("wellbeing_municipality", "embedded"),
    *at("wellbeing_school", "embedded"),
)
"""What was built has become ordinary work."""
