"""The map of a public-private partnership on one screen: which step leads from which phase to which.

A step reads as `phase.step(target)`; its trigger, rules and source stand in the module of its phase.
"""

from __future__ import annotations

from typing import Final

from gezondsamen.catalogue import TERMS
from gezondsamen.labels import Label
from gezondsamen.phases.interruption import at_rest, stops, suspensions
from gezondsamen.phases.pps import (
    aftercare,
    disentanglement,
    evaluation,
    evaluation_points,
    initiative,
    management,
    negotiation,
    organisation_form,
    outcomes,
    partner_selection,
    structure,
    suspended,
    termination_assessment,
    termination_communication,
)
from gezondsamen.phases.rules.evaluation import EVA_09
from gezondsamen.phases.rules.partnership import PPS_06
from gezondsamen.process.process import Process

_FORMING: Final = (
    organisation_form.PHASE,
    partner_selection.PHASE,
    negotiation.PHASE,
    structure.PHASE,
)
_RESTING: Final = (*_FORMING, evaluation.PHASE)
"""Phases that can be interrupted, beside the management of the partnership."""

_ENDING: Final = (
    termination_assessment.PHASE,
    termination_communication.PHASE,
    disentanglement.PHASE,
    aftercare.PHASE,
)

PPS: Final = Process(
    key="pps",
    label=Label(nl="publiek-private samenwerking", en="public-private partnership"),
    phases=(
        initiative.PHASE,
        organisation_form.PHASE,
        partner_selection.PHASE,
        negotiation.PHASE,
        structure.PHASE,
        management.PHASE,
        evaluation.PHASE,
        termination_assessment.PHASE,
        termination_communication.PHASE,
        disentanglement.PHASE,
        aftercare.PHASE,
        suspended.PHASE,
        *map(at_rest, _RESTING),
        outcomes.ALONE,
        outcomes.BOUGHT,
        outcomes.UNFORMED,
        outcomes.GOAL_REACHED,
        outcomes.EARLY,
        outcomes.OTHER_FORM,
    ),
    transitions=(
        initiative.start(organisation_form.PHASE),
        organisation_form.choose_alliance(partner_selection.PHASE),
        organisation_form.choose_alone(outcomes.ALONE),
        organisation_form.choose_procurement(outcomes.BOUGHT),
        partner_selection.choose_partners(negotiation.PHASE),
        partner_selection.no_suitable_partner(organisation_form.PHASE),
        partner_selection.break_off(outcomes.UNFORMED),
        negotiation.reach_accord(structure.PHASE),
        negotiation.seek_other_partner(partner_selection.PHASE),
        negotiation.break_off(outcomes.UNFORMED),
        structure.conclude_agreement(management.PHASE),
        structure.renegotiate(negotiation.PHASE),
        structure.break_off(outcomes.UNFORMED),
        management.add_partner(management.PHASE),
        management.open_evaluation(evaluation.PHASE),
        management.end_in_emergency(termination_assessment.PHASE),
        management.lose_a_side(partner_selection.PHASE),
        management.suspend(suspended.PHASE),
        suspended.resume(management.PHASE),
        suspended.end(termination_assessment.PHASE),
        evaluation.continue_(management.PHASE),
        evaluation.restructure(structure.PHASE),
        evaluation.renegotiate(negotiation.PHASE),
        evaluation.change_partner(partner_selection.PHASE),
        evaluation.decide_to_end(termination_assessment.PHASE),
        termination_assessment.inform_partners(termination_communication.PHASE),
        termination_assessment.continue_after_all(management.PHASE),
        termination_communication.disentangle(disentanglement.PHASE),
        disentanglement.start_aftercare(aftercare.PHASE),
        aftercare.close_goal_reached(outcomes.GOAL_REACHED),
        aftercare.close_early(outcomes.EARLY),
        aftercare.continue_otherwise(outcomes.OTHER_FORM),
        *suspensions(*_RESTING),
        *stops(outcomes.UNFORMED, initiative.PHASE, *_FORMING, *map(at_rest, _FORMING)),
        # What was formed is taken apart in phase 7, also where it stops early.
        *stops(
            termination_assessment.PHASE,
            management.PHASE,
            evaluation.PHASE,
            at_rest(evaluation.PHASE),
            advises=(EVA_09,),
        ),
        *stops(outcomes.EARLY, *_ENDING, advises=(EVA_09, PPS_06), since=management.PHASE),
    ),
    evaluation_points=evaluation_points.POINTS,
    terms=TERMS,
)
