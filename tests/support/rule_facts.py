"""What each rule asks for, written by hand after the specification (`vocabulary.md`, section c).

Nothing here uses the remedies of the library. A rule is a tuple of pieces: facts, and clauses of the
one agreement. Without any single piece the rule is not met, with all of them it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from typing import Any

import attrs

import gezondsamen as gs
from gezondsamen.dossier.facts import Fact
from tests.support.dossiers import A_DAY, AT_SCHOOL, CAST, MUNICIPALITY, START, joins, on_its_track
from tests.support.dossiers import AGREEMENT as THE_AGREEMENT

Cast = tuple[gs.Party, ...]


@attrs.frozen
class Clause:
    """A clause in the text of the agreement."""

    key: str


Piece = Fact | Clause


@attrs.frozen
class Scene:
    """What a rule speaks about: the parties, the day before the step, and the decision that fits it."""

    cast: Cast
    day: date
    decision: str = "continue"

    @property
    def external(self) -> list[gs.Party]:
        return [party for party in self.cast if not party.internal]

    @property
    def private(self) -> list[gs.Party]:
        return [party for party in self.cast if party.kind in ("retailer", "business", "hospitality")]

    @property
    def schools(self) -> list[gs.Party]:
        return [party for party in self.cast if party.kind == "school"]

    @property
    def sectors(self) -> list[str]:
        return list(dict.fromkeys(key for party in self.cast for key in party.sectors))

    @property
    def other_sectors(self) -> list[str]:
        return [key for key in self.sectors if key != "public_health"]

    def ago(self, days: int) -> date:
        return self.day - timedelta(days=days)


Pieces = Callable[[Scene], Iterable[Piece]]


def _nothing(_: Scene) -> Iterable[Fact]:
    return ()


@attrs.frozen
class Rule:
    """`pieces` it asks for; `given` what makes it speak at all; `against` what alone breaks it.

    `without` are casts that lack the parties it asks for.
    """

    pieces: Pieces = _nothing
    given: Callable[[Scene], Iterable[Fact]] = _nothing
    against: Pieces = _nothing
    without: tuple[Cast, ...] = ()


# --- ways to write pieces -------------------------------------------------------------------


def said(*topics: str) -> Rule:
    return Rule(lambda s: [gs.Stated(s.day, topic, "…") for topic in topics])


def said_of_each(*topics: str, which: str = "cast") -> Rule:
    return Rule(lambda s: [gs.Stated(s.day, topic, "…", p.id) for p in getattr(s, which) for topic in topics])


def said_of_sectors(*topics: str, which: str) -> Rule:
    return Rule(
        lambda s: [gs.Stated(s.day, t, "…", ("sector", key)) for key in getattr(s, which) for t in topics]
    )


def said_until(*topics: str) -> Rule:
    return Rule(lambda s: [gs.Stated(s.day, t, "…", until=s.day + timedelta(days=800)) for t in topics])


def about_sectors(topic: str, *sectors: str) -> Rule:
    return Rule(lambda s: [gs.Stated(s.day, topic, "…", ("sector", key)) for key in sectors])


def consent_to(subject: str) -> Rule:
    return Rule(lambda s: [gs.Consented(s.day, party.id, subject) for party in s.cast])


def roles(*keys: str) -> Rule:
    """Somebody outside the parties, so that no party gets a role by it."""
    return Rule(lambda s: [gs.RoleAssigned(s.day, key) for key in keys])


def met(kind: str) -> Rule:
    return Rule(lambda s: [gs.Met(s.day, kind, tuple(p.id for p in s.cast))])


def met_each(kind: str) -> Rule:
    return Rule(lambda s: [gs.Met(s.day, kind, (party.id,)) for party in s.cast])


def agreed(*clauses: str) -> Rule:
    return Rule(lambda s: [Clause(key) for key in clauses])


# --- the rules ------------------------------------------------------------------------------

_MATTER = ("matter", "a")
_NO_PRIVATE = tuple(party for party in CAST if party.kind != "retailer")
_NO_PUBLIC = tuple(party for party in CAST if party.kind not in ("municipality", "ggd"))
_NO_INTERNAL = tuple(party for party in CAST if not party.internal)
_ONE_SECTOR = tuple(attrs.evolve(party, sectors=("sport",)) for party in CAST)
_ALONE = (attrs.evolve(MUNICIPALITY, sectors=("public_health", "sport", "education"), internal=True),)
_ONLY_SCHOOLS = tuple(attrs.evolve(party, kind="school") for party in AT_SCHOOL)
_NO_MUNICIPALITY = tuple(
    attrs.evolve(party, kind="government") if party == MUNICIPALITY else party for party in AT_SCHOOL
)
_ONLY_MUNICIPALITIES = tuple(attrs.evolve(party, kind="municipality") for party in AT_SCHOOL)
_NO_MUNICIPALITY_HERE = tuple(party for party in CAST if party != MUNICIPALITY)
_ONE_PARTY = (MUNICIPALITY,)
_TWO_KINDS = (MUNICIPALITY, attrs.evolve(CAST[1], sectors=("public_health",)))
_NO_PUBLIC_HEALTH = tuple(
    attrs.evolve(party, sectors=("sport",)) if "public_health" in party.sectors else party
    for party in AT_SCHOOL
)
_NO_YOUTH = tuple(party for party in AT_SCHOOL if "youth" not in party.sectors)


def _text_without(party: gs.Party, s: Scene) -> gs.AgreementRevised:
    others = tuple(other.id for other in s.cast if other != party)
    return gs.AgreementRevised(s.day, THE_AGREEMENT, others, others)


_MANY_SHOPS = (
    *CAST,
    *(gs.Party(id=f"winkel-{n}", name="…", kind="retailer", sectors=("retail",)) for n in range(10)),
)


RULES: Mapping[str, Rule] = {
    "KEN-01": Rule(
        lambda s: [gs.Met(s.ago(2), "individual", (party.id,)) for party in s.external],
        given=lambda s: [gs.Met(s.day, "plenary", tuple(party.id for party in s.cast))],
    ),
    "KEN-03": said_of_each("party_ambition", "party_interest"),
    "KEN-04": said("purpose", "rationale"),
    "KEN-05": said("added_value"),
    "KEN-06": said_of_each("language", "working_method", "norms"),
    "KEN-07": said("framework_local", "framework_regional", "framework_national"),
    "AMB-01": consent_to("ambition"),
    "AMB-02": said_of_each("interest_recognised"),
    "AMB-04": consent_to("joint_plan"),
    "AMB-05": Rule(
        lambda s: [
            gs.Stated(s.day, "vision", "…"),
            gs.Stated(s.day, "vision_domain", "…", ("sector", "sport")),
            gs.Stated(s.day, "vision_domain", "…", ("sector", "traffic")),
        ]
    ),
    "AMB-06": Rule(
        lambda s: [
            *(gs.Stated(s.day, "goal_individual", "…", party.id) for party in s.cast),
            gs.Stated(s.day, "goal_joint", "…"),
            gs.Stated(s.day, "goal_societal", "…"),
        ]
    ),
    "AMB-07": said("vision_problem", "vision_result"),
    "AMB-08": said_of_each("backing"),
    "AMB-09": said("single_plenary_reason"),
    "AMB-10": said("goal_reached"),
    "PAR-01": Rule(without=(_NO_PRIVATE, _NO_PUBLIC)),
    "PAR-02": Rule(without=(_MANY_SHOPS,)),
    "PAR-03": Rule(
        lambda s: [
            *(gs.RoleAssigned(s.day, "prevention_partner", party.id) for party in s.private),
            *(gs.ContributionRecorded(s.day, party.id, "staff") for party in s.private),
        ],
        given=lambda s: [gs.ContributionRecorded(s.day, party.id, "money") for party in s.private],
    ),
    "PAR-04": Rule(
        lambda s: [gs.ContributionRecorded(s.day, party.id, "staff", "asked") for party in s.private]
    ),
    "PAR-05": Rule(without=(_ONE_SECTOR,)),
    "PAR-06": about_sectors("sector_considered", "sport", "traffic"),
    "PAR-07": Rule(
        lambda s: [gs.Stated(s.day, "partner_involved", "…", _MATTER)],
        given=lambda s: [gs.Stated(s.day, "partner_needed", "…", _MATTER)],
    ),
    "PAR-08": Rule(without=(_NO_INTERNAL,)),
    "PAR-09": Rule(lambda s: [gs.RoleAssigned(s.day, "delegate", party.id) for party in s.cast]),
    "PAR-14": said_of_each(
        "fit_strategic",
        "fit_organisational",
        "fit_operational",
        "fit_cultural",
        "fit_human",
        which="external",
    ),
    "PAR-15": said_of_sectors("sector_ally", which="other_sectors"),
    "PAR-16": Rule(without=(_TWO_KINDS,)),
    "PAR-17": Rule(without=(_ALONE,)),
    "PAR-18": Rule(without=(_ONLY_SCHOOLS,)),
    "PAR-19": Rule(without=(_NO_MUNICIPALITY, _ONLY_MUNICIPALITIES)),
    "PAR-20": Rule(without=(_NO_MUNICIPALITY_HERE,)),
    "PAR-21": Rule(against=lambda s: [_text_without(s.cast[-1], s)]),
    "PAR-22": Rule(against=lambda s: [gs.PartyLeft(s.day, s.cast[-1].id)]),
    "REG-01": roles("director_operational", "director_managerial", "director_visionary"),
    "REG-05": roles("champion"),
    "ROL-01": said("role_rationale"),
    "ROL-02": Rule(
        lambda s: [
            *(gs.RoleAssigned(s.day, "prevention_partner", party.id) for party in s.cast),
            gs.RoleAssigned(s.day, "negotiator"),
            gs.Stated(s.day, "tasks_divided", "…"),
        ],
        given=lambda s: [gs.Stated(s.day, "role_needed", "…", ("role", "negotiator"))],
    ),
    "ROL-03": said_of_each("expectation"),
    "ROL-04": met("role_reflection"),
    "AGR-01": agreed("responsibilities", "roles", "tasks", "time", "money"),
    "AGR-02": agreed("out_of_scope"),
    "AGR-03": said("recording_decision"),
    "AGR-04": Rule(
        lambda s: [gs.ContributionRecorded(s.day, p.id, "staff", amount=8, unit="uur") for p in s.cast]
    ),
    "AGR-05": Rule(lambda s: [gs.Signed(s.day, THE_AGREEMENT, party.id) for party in s.cast]),
    "AGR-15": consent_to("amendment"),
    "AGR-16": Rule(without=(_ONE_PARTY,)),
    "AGR-17": Rule(lambda s: [gs.AgreementRevised(s.day, THE_AGREEMENT, end=s.day + timedelta(days=800))]),
    "AGR-18": Rule(lambda s: [gs.Stated(s.day, "notice_of_leaving", "…", s.cast[-1].id)]),
    "AGR-19": Rule(
        lambda s: [gs.Consented(s.day, party.id, "termination") for party in s.cast],
        given=lambda s: [gs.Quantified(s.day, "notice_months", 3)],
    ),
    "AGR-20": Rule(
        lambda s: [
            gs.Stated(s.day, "breach", "…", s.cast[0].id),
            gs.Stated(s.day, "in_default", "…", s.cast[0].id),
            gs.Stated(s.day, "dissolution", "…"),
        ]
    ),
    "AGR-21": Rule(
        lambda s: [gs.Stated(s.day, "notice_of_default", "…", s.cast[0].id)],
        given=lambda s: [gs.Stated(s.day, "breach", "…", s.cast[0].id)],
    ),
    "AGR-22": said("term_unchanged"),
    "AGR-06": Rule(
        lambda s: [gs.AgreementDrafted(s.day, "comments", "comment_round", principal=False)],
    ),
    "AGR-09": Rule(
        lambda s: [
            *(gs.ContributionRecorded(s.day, party.id, "money") for party in s.cast),
            *(gs.Stated(s.day, "benefit", "…", party.id) for party in s.cast),
        ]
    ),
    "AGR-10": agreed("term", "evaluation", "amendment", "accession", "withdrawal", "disputes"),
    "AGR-13": said_until("capacity_hours", "capacity_money", "capacity_tools"),
    "AGR-14": said("joint_funding_explored"),
    "EVA-01": Rule(
        lambda s: [gs.EvaluationPlanned(s.day, "periodic", every=gs.Every(years=1))],
        given=lambda s: [gs.EvaluationPlanned(s.day, "final", due=s.day)],
    ),
    "EVA-02": Rule(
        lambda s: [gs.RoleAssigned(s.day, "independent_evaluator")],
        given=lambda s: [gs.RoleAssigned(s.day, "independent_evaluator", s.cast[0].id)],
    ),
    "EVA-03": met("progress_talk"),
    "EVA-09": Rule(lambda s: [gs.EvaluationHeld(s.day, "final")]),
    "EVA-11": Rule(
        lambda s: [
            gs.EvaluationPlanned(s.day, "periodic", due=s.day, aspects="process"),
            gs.EvaluationPlanned(s.day, "periodic", due=s.day, aspects="effect"),
        ]
    ),
    "EVA-12": Rule(
        lambda s: [gs.EvaluationHeld(s.day, "periodic", s.decision)],
        given=lambda s: [gs.EvaluationHeld(s.day, "periodic")],
    ),
    "EVA-13": Rule(against=lambda s: [gs.AgreementRevised(s.day, THE_AGREEMENT, end=s.ago(1))]),
    "COM-01": met("newsletter"),
    "COM-02": roles("communication_department"),
    "COM-03": met_each("announcement"),
    "COM-04": Rule(
        lambda s: [gs.Stated(s.ago(35), "issue_raised", "…", _MATTER)],
        given=lambda s: [gs.Stated(s.ago(40), "issue_noticed", "…", _MATTER)],
    ),
    "COM-05": met("celebration"),
    "COM-07": Rule(lambda s: [gs.Met(s.day, "individual", (s.cast[0].id,))]),
    "DRA-01": said("support_executive"),
    "DRA-02": said_of_sectors("support_for_time", which="sectors"),
    "DRA-03": met_each("support_talk"),
    "PPS-02": said("organisation_form", "organisation_form_reasons"),
    "PPS-03": said(
        "equality_decisions", "equality_plans", "equality_inputs", "equality_risk", "equality_results"
    ),
    "PPS-04": said("design_governance", "design_contract", "design_control"),
    "PPS-05": said("design_exit"),
    "PPS-06": said("ending_assessed", "ending_communicated", "ending_disentangled", "ending_aftermath"),
    "PPS-09": Rule(lambda s: [gs.PartyLeft(s.day, party.id) for party in s.private]),
    "PPS-10": said("emergency"),
    "PPS-07": Rule(
        lambda s: [gs.Stated(s.day, "interest_disclosed", "…", p.id) for p in s.cast if p.id != "club"]
    ),
    "ISC-01": about_sectors("sector_issues", "traffic"),
    "ISC-02": said_of_sectors("sector_interest", "health_interest", which="other_sectors"),
    "ISC-03": Rule(
        lambda s: [
            gs.ActionAgreed(s.day, "action", "…", s.cast[0].id, "sport", due=s.day + timedelta(days=30))
        ]
    ),
    "ISC-05": said_of_sectors("sector_benefit", which="other_sectors"),
    "ISC-06": Rule(
        lambda s: [gs.Stated(s.ago(9), "sector_explored", "…", ("sector", k)) for k in s.other_sectors],
        given=lambda s: [gs.Stated(s.day, "sector_policy_adopted", "…", ("sector", "sport"))],
    ),
    "ISC-07": said("memo_merge_considered"),
    "ISC-08": said_of_sectors("sector_alignment", which="sectors"),
    "ISC-09": Rule(
        against=lambda s: [
            gs.ActionAgreed(s.day, f"extra-{n}", "…", "gemeente", "sport", due=s.day + timedelta(days=30))
            for n in range(4)
        ]
    ),
    "FIN-01": said_until("funding"),
    "REG-02": Rule(lambda s: [gs.RoleAssigned(s.day, "director_visionary", MUNICIPALITY.id)]),
    "POL-01": Rule(
        lambda s: [gs.Stated(s.day, "memorandum_adopted", "…", until=s.day + timedelta(days=800))],
        given=lambda s: [gs.Stated(s.ago(740), "national_memorandum", "…")],
    ),
    "POL-20": Rule(
        lambda s: [
            gs.Stated(s.day, "memorandum_adopted", "…", about=ident, until=s.day + timedelta(days=800))
            for ident in (MUNICIPALITY.id, "buurgemeente")
        ],
        given=lambda s: [
            gs.PartyJoined(s.ago(9), gs.Party("buurgemeente", "Gemeente Buurstad", "municipality"))
        ],
    ),
    "STO-01": said("stop_reason"),
    "STO-02": said("stop_decided"),
    "STO-03": said_of_each("stop_told"),
    "STO-04": said_until("suspension"),
    "STO-05": said("continued_in"),
    "POL-02": said("memo_objectives", "memo_actions", "memo_results", "memo_article_16"),
    "POL-03": said("national_priorities"),
    "POL-10": said("alcohol_plan"),
    "POL-04": said_until("memorandum_adopted"),
    "EFA-01": said(
        "persona",
        "persona_from_school",
        "persona_from_care",
        "persona_from_youth_work",
        "persona_from_pupils",
    ),
    "EFA-02": Rule(
        lambda s: [gs.Stated(s.day, "attendance", "…", party) for party in ("school", "gemeente")]
    ),
    "EFA-03": said("question_doing", "question_effects", "question_tasks"),
    "EFA-04": roles("facilitator"),
    "EFA-05": said("facilitator_no_stake"),
    "EFA-06": Rule(lambda s: [gs.Quantified(s.day, "group_size", 6)]),
    "EFA-07": Rule(
        lambda s: [
            gs.Quantified(s.day, "item_minutes", 20, _MATTER),
            gs.Quantified(s.day, "slot_minutes", 20, _MATTER),
        ]
    ),
    "EFA-08": Rule(
        lambda s: [
            gs.Stated(s.day, "follow_up", "…", until=s.day + timedelta(days=60)),
            gs.Stated(s.day, "missing_invited", "…"),
        ]
    ),
    "EFA-09": Rule(
        lambda s: [
            gs.RoleAssigned(s.day, "young_person", s.cast[-1].id),
            gs.Stated(s.day, "attendance", "…", s.cast[-1].id),
        ]
    ),
    "EFA-10": said("right_moment"),
    "EFA-11": said("feedback_given"),
    "VIG-01": said_until("certificate"),
    "VIG-02": Rule(lambda s: [gs.Stated(s.day, "certificate", "…", until=gs.Every(years=3).after(s.day))]),
    "VIG-03": Rule(
        lambda s: [gs.Stated(s.ago(45), "certificate_assessed", "…", _MATTER)],
        given=lambda s: [gs.Stated(s.ago(50), "certificate_applied", "…", _MATTER)],
    ),
    "VIG-05": said("certificate_decided"),
    "VIG-04": Rule(
        lambda s: [gs.Stated(s.day, "full_renewal_form", "…")],
        given=lambda s: [gs.Stated(s.ago(n), "short_renewal", "…") for n in (9, 5)],
    ),
    "PAR-10": said("existing_partners"),
    "PAR-11": said("school_need"),
    "PAR-12": Rule(
        lambda s: [
            gs.Stated(s.day, "theme_chosen", "…", _MATTER),
            gs.Stated(s.day, "theme_partner", "…", _MATTER),
        ]
    ),
    "PAR-13": about_sectors("sector_considered", "addiction_care", "welfare", "mental_health_care"),
    "POL-05": said("policy_phase"),
    "POL-06": said("funding_source"),
    "POL-07": said("municipal_priorities"),
    "POL-08": said("mode_informal"),
    "POL-09": said("policy_alignment"),
    "REG-04": roles("programme_manager"),
    "REG-06": roles("healthy_school_adviser"),
    "REG-07": roles("healthy_school_coordinator"),
    "REG-08": Rule(
        lambda s: [
            gs.Stated(s.day, "responsible_department", "…"),
            gs.RoleAssigned(s.day, "school_guidance_officer"),
        ]
    ),
    "REG-12": said("ggd_working_agreements"),
    "WEL-22": said("teacher_training"),
    "WEL-25": said("pedagogical_view"),
    "WEL-26": said("warm_transfer"),
    "WEL-27": roles("care_coordinator"),
    "WEL-28": said("regional_youth_plans"),
    "WEL-29": said("data_sharing"),
    "REG-09": roles("fixed_ggd_contact"),
    "REG-10": said("contact_known"),
    "REG-11": roles("responsible_connector"),
    "AGR-07": said_of_each("agreement_acknowledged", which="schools"),
    "AGR-08": said(
        "involvement_preparation",
        "involvement_execution",
        "involvement_evaluation",
    ),
    "AGR-11": said("effort_basis"),
    "AGR-12": said("signalling_recipient", "signalling_next_step", "signalling_partner", "signalling_moment"),
    "COM-06": said("school_meaning", "school_communication"),
    "COM-08": said(
        "consultation_strategic", "consultation_tactical", "consultation_operational", "school_alignment"
    ),
    "DRA-04": said("support_team", "support_director", "parents_informed", "pupils_informed"),
    "DRA-05": said("initiative_shared"),
    "DRA-06": roles("alderman"),
    "DRA-07": said("support_director"),
    "DRA-08": said("pupils_involved", "parents_involved"),
    "EVA-04": Rule(
        lambda s: [
            gs.RoleAssigned(s.ago(9), "healthy_school_adviser", "gemeente"),
            gs.RoleAssigned(s.ago(9), "youth_health_nurse", "dienst"),
            gs.Met(s.day, "start_talk", ("school", "gemeente", "dienst")),
        ]
    ),
    "EVA-05": Rule(lambda s: [gs.Met(s.ago(n), "visit", (p.id,)) for p in s.schools for n in (20, 30, 40)]),
    "EVA-06": Rule(
        lambda s: [
            gs.Met(s.day, "team_evaluation", tuple(p.id for p in s.cast)),
            gs.Stated(s.ago(90), "staff_onboarded", "…", _MATTER),
        ],
        given=lambda s: [gs.Stated(s.ago(100), "staff_joined", "…", _MATTER)],
    ),
    "EVA-07": Rule(
        lambda s: [gs.Stated(s.ago(390), "monitor_discussed", "…", p.id) for p in s.schools],
        given=lambda s: [gs.Stated(s.ago(400), "monitor_published", "…")],
    ),
    "EVA-08": said("local_figures"),
    "EVA-10": Rule(
        lambda s: [gs.Met(s.ago(n), "joined_meeting", ("instituut", "gemeente")) for n in (20, 30)]
    ),
    "ISC-10": about_sectors("sector_policy_adopted", "sport", "traffic"),
    "ISC-11": said("joint_success"),
    "NET-01": said_until("network_goal"),
    "NET-02": met("awareness"),
    "NET-03": met("acquaintance"),
    "WEL-01": said("municipal_position", "municipal_language"),
    "WEL-02": said("local_figures", "benefit_argument"),
    "WEL-03": Rule(without=(_NO_PUBLIC_HEALTH, _NO_YOUTH)),
    "WEL-04": Rule(
        lambda s: [gs.Stated(s.ago(90), "official_briefed", "…", _MATTER)],
        given=lambda s: [gs.Stated(s.ago(100), "official_changed", "…", _MATTER)],
    ),
    "WEL-05": said("education_agenda"),
    "WEL-06": said("social_map"),
    "WEL-08": Rule(lambda s: [gs.Quantified(s.day, "school_plan_years", 2)]),
    "WEL-09": said("goal_beyond_certificate"),
    "WEL-10": roles("buddy"),
    "WEL-11": roles("experienced_adviser"),
    "WEL-12": said("care_route"),
    "WEL-13": said_of_each("partner_goals", "partner_expectations", "partner_tasks", which="external"),
    "WEL-14": said("learning_line"),
    "WEL-15": Rule(lambda s: [gs.Met(s.day, "visit", ("gemeente", "school"))]),
    "WEL-16": said("pillar_education", "pillar_environment", "pillar_signalling", "pillar_policy"),
    "WEL-17": said("year_calendar"),
    "WEL-19": said("intervention_fit"),
    "WEL-20": said("mental_health_agreed"),
    "WEL-21": said("school_priority", "activities_in_vision"),
}
"""Every rule that the processes judge."""

AGREEMENT = frozenset({"AGR-01", "AGR-02", "AGR-05", "AGR-10", "EVA-13", "PAR-21", "PAR-22"})
"""The rules that read the one agreement."""


# --- decisions that fit a step ------------------------------------------------------------------

_CONTINUE, _ADAPT = ("continue",), ("adapt",)
_EITHER, _TERMINATE = ("adapt", "continue"), ("terminate",)
_CLOSING = ("continue", "terminate")

DECISIONS: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("integral", "continue"): _CONTINUE,
    ("integral", "reshape"): _ADAPT,
    ("integral", "recalibrate_ambition"): _ADAPT,
    ("integral", "embed"): _CLOSING,
    ("integral", "complete"): _CLOSING,
    ("integral", "end"): _TERMINATE,
    ("intersectoral", "continue"): _CONTINUE,
    ("intersectoral", "start_new_action"): _ADAPT,
    ("intersectoral", "explore_again"): _EITHER,
    ("intersectoral", "anchor"): _CLOSING,
    ("intersectoral", "end"): _TERMINATE,
    ("pps", "continue"): _CONTINUE,
    ("pps", "restructure"): _ADAPT,
    ("pps", "renegotiate"): _ADAPT,
    ("pps", "change_partner"): _ADAPT,
    ("pps", "decide_to_end"): _TERMINATE,
    ("pps", "close_goal_reached"): _CLOSING,
    ("agreement", "renew"): _CONTINUE,
    ("policy_cycle", "continue"): _CONTINUE,
    ("policy_cycle", "start_new_cycle"): _CLOSING,
    ("healthy_school", "continue"): _CONTINUE,
    ("healthy_school", "reorganise"): _ADAPT,
    ("healthy_school", "recalibrate_ambition"): _ADAPT,
    ("healthy_school", "seek_new_partners"): _EITHER,
    ("healthy_school", "embed"): _CLOSING,
    ("healthy_school", "end"): _TERMINATE,
    ("network", "continue"): _CONTINUE,
    ("network", "revise_arrangements"): _ADAPT,
    ("network", "close_goal_reached"): _CLOSING,
    ("network", "dissolve"): _TERMINATE,
    ("wellbeing_school", "continue"): _CONTINUE,
    ("wellbeing_school", "revise_plan"): _ADAPT,
    ("wellbeing_school", "embed"): _CLOSING,
    ("wellbeing_school", "end"): _TERMINATE,
}
"""The decisions that open a step which asks for EVA-12 (`vocabulary.md`, section e)."""


# --- putting pieces together ------------------------------------------------------------------


def codes_of(rules: Iterable[gs.Requirement]) -> list[str]:
    """Return the codes of the rules that are judged: notes left out."""
    return [rule.code for rule in rules if not rule.is_note]


def facts_of(
    codes: Iterable[str],
    scene: Scene,
    *,
    lacking: Iterable[str] = (),
    without: Piece | None = None,
    against: str | None = None,
) -> list[Fact]:
    """Return the facts of these rules; of those `lacking` only what is given, not what they ask for.

    `without` leaves out one piece of one rule; `against` adds what breaks that rule.
    """
    given: list[Fact] = []
    pieces: list[Piece] = []
    breaking: list[Piece] = []
    for code in (codes := list(codes)):
        rule = RULES[code]
        given += rule.given(scene)
        if code not in lacking:
            pieces += rule.pieces(scene)
        if code == against:
            breaking += rule.against(scene)
    if without is not None:
        pieces.remove(without)
    # What two rules both ask for is said once.
    facts: list[Fact] = [
        piece for piece in dict.fromkeys([*pieces, *breaking]) if not isinstance(piece, Clause)
    ]
    if not AGREEMENT.isdisjoint(codes):
        parties = tuple(party.id for party in scene.cast)
        clauses = tuple(piece.key for piece in pieces if isinstance(piece, Clause))
        given.append(
            gs.AgreementDrafted(scene.day, THE_AGREEMENT, "collaboration", parties, parties, clauses)
        )
    return given + facts


def case_at(
    process: gs.Process, phase: str, codes: Iterable[str], scene: Scene, **leaving_out: Any
) -> gs.Collaboration:
    """Return a case that has long been in a phase, with the cast and the facts of these rules."""
    return on_its_track(
        process, phase, *joins(*scene.cast, on=START + A_DAY), *facts_of(codes, scene, **leaving_out)
    )
