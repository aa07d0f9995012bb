"""What each rule asks for, written by hand after the specification (`vocabulary.md`, section c).

Nothing here uses the remedies of the library. A rule is a tuple of pieces: facts, and clauses of the
one agreement. Without any single piece the rule is not met, with all of them it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta

import attrs
from dossiers import AGREEMENT as THE_AGREEMENT
from dossiers import CAST, MUNICIPALITY, joins, on_its_track

import gezondsamen as gs
from gezondsamen.dossier.facts import Fact

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
    def sectors(self) -> list[str]:
        return list(dict.fromkeys(key for party in self.cast for key in party.sectors))

    @property
    def other_sectors(self) -> list[str]:
        return [key for key in self.sectors if key != "public_health"]

    def ago(self, days: int) -> date:
        return self.day - timedelta(days=days)


Pieces = Callable[[Scene], Iterable[Piece]]


def _nothing(_: Scene) -> Iterable[Piece]:
    return ()


@attrs.frozen
class Rule:
    """`pieces` it asks for; `given` what makes it speak at all; `against` what alone breaks it.

    `without` are casts that lack the parties it asks for.
    """

    pieces: Pieces = _nothing
    given: Pieces = _nothing
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
_ONE_SECTOR = tuple(attrs.evolve(party, sectors=("public_health",)) for party in CAST)
_TWO_KINDS = (MUNICIPALITY, attrs.evolve(CAST[1], sectors=("public_health",)))
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
    "COM-01": met("newsletter"),
    "COM-02": roles("communication_department"),
    "COM-03": met_each("announcement"),
    "COM-04": Rule(
        lambda s: [gs.Stated(s.ago(35), "issue_raised", "…", _MATTER)],
        given=lambda s: [gs.Stated(s.ago(40), "issue_noticed", "…", _MATTER)],
    ),
    "COM-05": met("celebration"),
    "COM-07": met("individual"),
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
}
"""Every rule that INTEGRAL, INTERSECTORAL, PPS and AGREEMENT judge."""

AGREEMENT = frozenset({"AGR-01", "AGR-02", "AGR-05", "AGR-10"})
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
    for code in (codes := list(codes)):
        rule = RULES[code]
        given += rule.given(scene)
        if code not in lacking:
            pieces += rule.pieces(scene)
        if code == against:
            pieces += rule.against(scene)
    if without is not None:
        pieces.remove(without)
    facts: list[Fact] = [piece for piece in pieces if not isinstance(piece, Clause)]
    if not AGREEMENT.isdisjoint(codes):
        parties = tuple(party.id for party in scene.cast)
        clauses = tuple(piece.key for piece in pieces if isinstance(piece, Clause))
        given.append(
            gs.AgreementDrafted(scene.day, THE_AGREEMENT, "collaboration", parties, parties, clauses)
        )
    return given + facts


def case_at(
    process: gs.Process, phase: str, codes: Iterable[str], scene: Scene, **leaving_out: object
) -> gs.Collaboration:
    """Return a case that has long been in a phase, with the cast and the facts of these rules."""
    return on_its_track(process, phase, *joins(*scene.cast), *facts_of(codes, scene, **leaving_out))
