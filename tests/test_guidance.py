"""Guidance: factors of a phase, roles that nobody holds, topics that are still open."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gezondsamen as gs
from gezondsamen.catalogue.factors import FACTORS
from gezondsamen.catalogue.limits import FIGURES_AGE
from gezondsamen.catalogue.role_profiles import ROLE_PROFILES, RoleProfile
from gezondsamen.evaluation.factors import Factor, Scope
from gezondsamen.guidance import factors, open_roles, open_topics
from gezondsamen.phases.agenda import AGENDA
from gezondsamen.process import conditions as c
from tests.support.builders import DAY, PROCESSES, filled, joined, label, later, rule, said, started, tiny

CITED = gs.Citation(gs.Work("own", "Own handbook"))

EVERYWHERE = Factor("OWN-01", "success", label("vertrouwen"), (Scope(),), CITED)
IN_PPS = Factor("OWN-02", "obstacle", label("haast"), (Scope("pps"),), CITED)
IN_TALKS = Factor("OWN-03", "obstacle", label("wantrouwen"), (Scope("pps", "negotiation"),), CITED)
OWN = (EVERYWHERE, IN_PPS, IN_TALKS)

ADAPTED = gs.PPS.adapt(key="pps-waterstad")
"""A process of a host, made from one that ships."""


def roles(case: gs.Collaboration, on: date = DAY, **changes: object) -> list[str]:
    return [profile.role for profile in open_roles(case, on=on, **changes)]  # type: ignore[arg-type]


def topics(case: gs.Collaboration, on: date = DAY, **changes: object) -> list[str]:
    return [row.requirement.code for row in open_topics(case, on=on, **changes)]  # type: ignore[arg-type]


# --- factors ----------------------------------------------------------------------------------------


def test_factors_are_those_that_bear_on_the_phase() -> None:
    """A factor counts everywhere, in all of a process, or in a phase; order is kept."""
    assert factors("pps", "negotiation", among=OWN) == OWN
    assert factors("pps", "management", among=OWN) == (EVERYWHERE, IN_PPS)
    assert factors("pps", among=OWN) == OWN
    assert factors("network", among=OWN) == (EVERYWHERE,)


def test_one_kind_of_factor_can_be_asked() -> None:
    """What helps and what hinders are together all factors, and have none in common."""
    assert factors("pps", kind="success", among=OWN) == (EVERYWHERE,)
    assert factors("pps", kind="obstacle", among=OWN) == (IN_PPS, IN_TALKS)


@pytest.mark.parametrize("process", PROCESSES, ids=lambda p: p.key)
def test_the_factors_of_a_process_are_those_of_its_phases(process: gs.Process) -> None:
    """What counts in some phase counts in the process, and the other way round."""
    of_phases = {factor for phase in process.phases for factor in factors(process.key, phase.key)}
    assert of_phases == set(factors(process.key))
    assert set(factors(process.key)) <= set(FACTORS)


def test_an_adapted_process_keeps_its_factors() -> None:
    """A process made from one that ships has its factors, and those of the host for its own key."""
    own = Factor("OWN-04", "success", label("buurtfeest"), (Scope("pps-waterstad", "management"),), CITED)
    assert factors(ADAPTED, "management", among=(*OWN, own)) == (EVERYWHERE, IN_PPS, own)
    assert factors(gs.PPS, "management", among=(*OWN, own)) == (EVERYWHERE, IN_PPS)


@pytest.mark.parametrize(
    ("asked", "code", "nearest"),
    [
        (("ppz", None, None), "unknown-process", "pps"),
        (("nonsense", None, None), "unknown-process", None),
        (("pps", "negotiations", None), "unknown-phase", "negotiation"),
        ((ADAPTED, "managment", None), "unknown-phase", "management"),
        (("pps", "negotiation", "succes"), "unknown-kind", "success"),
    ],
)
def test_an_unknown_name_is_refused_with_the_nearest(
    asked: tuple[str | gs.Process, str | None, str | None], code: str, nearest: str | None
) -> None:
    """A typing error gives no empty answer, but an error that says what was probably meant."""
    process, phase, kind = asked
    with pytest.raises(gs.InvalidArgument) as caught:
        factors(process, phase, kind)  # type: ignore[arg-type]
    assert (caught.value.code, caught.value.nearest) == (code, nearest)
    assert "choose from" in caught.value.message


# --- roles ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("process", PROCESSES, ids=lambda p: p.key)
def test_at_first_every_role_of_the_process_is_open(process: gs.Process) -> None:
    """A case in which nobody has a role leaves open all roles that play in its process, in order."""
    assert roles(started(process)) == [
        profile.role for profile in ROLE_PROFILES if profile.plays_in(process.key)
    ]


@given(data=st.data())
def test_a_role_that_is_held_is_not_open(data: st.DataObject) -> None:
    """Assigning a role takes exactly that role off; ending it, or its party leaving, puts it back."""
    process = data.draw(st.sampled_from(PROCESSES))
    before = started(process, joined("ggd", "ggd"))
    role = data.draw(st.sampled_from(roles(before)))
    held = before.record(gs.RoleAssigned(DAY, role, party="ggd"))
    assert roles(held) == [other for other in roles(before) if other != role]
    ended = held.record(gs.RoleEnded(later(1), role, party="ggd"))
    gone = held.record(gs.PartyLeft(later(1), "ggd"))
    assert roles(ended, later(1)) == roles(gone, later(1)) == roles(before)
    assert roles(ended) == roles(held)


def test_roles_are_looked_up_on_one_track() -> None:
    """A role held on another track is open here; one held for the whole collaboration is not."""
    case = started(gs.PPS, joined("gemeente")).open(gs.NETWORK, on=DAY)
    case = case.record(gs.RoleAssigned(DAY, "programme_manager", party="gemeente", track="network"))
    assert "programme_manager" in roles(case)
    assert "programme_manager" not in roles(case, track="network")
    everywhere = case.record(gs.RoleAssigned(DAY, "programme_manager", party="gemeente"))
    assert "programme_manager" not in roles(everywhere)


def test_an_adapted_process_keeps_its_roles() -> None:
    """A process made from one that ships has the same open roles."""
    assert roles(started(ADAPTED)) == roles(started(gs.PPS))


def test_a_host_can_give_its_own_profiles() -> None:
    """Among own profiles only those are open that play in the process."""
    own = (
        RoleProfile("champion", (), ("pps",), CITED),
        RoleProfile("funder", (), (), CITED),
        RoleProfile("teacher", "school", ("wellbeing_school",), CITED),
    )
    assert roles(started(gs.PPS), among=own) == ["champion", "funder"]


# --- topics -----------------------------------------------------------------------------------------


def test_at_first_the_whole_agenda_is_open() -> None:
    """A case in which nothing is recorded has the eight topics, each with what is missing and a way out."""
    found = open_topics(started(gs.HEALTHY_SCHOOL), on=DAY)
    assert [row.requirement for row in found] == list(AGENDA)
    for row in found:
        assert row.status == "advised"
        assert row.findings
        assert row.remedy is not None
        assert row.remedy.drafts
        assert not row.remedy.waiver
        for lang in ("nl", "en"):
            assert row.requirement.code in row.text(lang)


@pytest.mark.parametrize("process", PROCESSES, ids=lambda p: p.key)
@pytest.mark.parametrize("code", [topic.code for topic in AGENDA])
def test_recording_the_remedy_settles_a_topic(process: gs.Process, code: str) -> None:
    """A topic disappears once its remedy is recorded, and no topic comes up by that which was not open."""
    case = started(process, joined("gemeente"))
    before = open_topics(case, on=DAY)
    (row,) = [row for row in before if row.requirement.code == code]
    assert row.remedy is not None
    after = topics(case.record(*filled(row.remedy.drafts)))
    assert code not in after
    assert set(after) < {row.requirement.code for row in before}


@given(order=st.permutations(range(len(AGENDA))))
def test_the_agenda_can_be_settled_in_any_order(order: list[int]) -> None:
    """Whichever topic comes first: once the remedies of all are recorded, none is open."""
    case = started(gs.HEALTHY_SCHOOL, joined("school", "school"))
    for index in order:
        for row in open_topics(case, on=DAY, among=[AGENDA[index]]):
            assert row.remedy is not None
            case = case.record(*filled(row.remedy.drafts))
    assert topics(case) == []


def test_a_topic_opens_again_with_a_new_party() -> None:
    """Who joins later still has to say who represents it and what it brings in."""
    case = started(gs.HEALTHY_SCHOOL, joined("school", "school"))
    for row in open_topics(case, on=DAY):
        assert row.remedy is not None
        case = case.record(*filled(row.remedy.drafts))
    case = case.record(joined("ggd", "ggd", on=later(7)))
    assert topics(case, later(7)) == ["AGR-04", "PAR-09"]
    assert topics(case, later(6)) == []


def test_evidence_says_which_entries_spoke_for_a_topic() -> None:
    """Of a topic that is half settled, the entries are named that settle the one half."""
    case = started(gs.HEALTHY_SCHOOL, *said("framework_local"))
    (row,) = [row for row in open_topics(case, on=DAY) if row.requirement.code == "KEN-07"]
    assert row.evidence == (2,)
    assert [finding.needed for finding in row.findings] == ["framework_regional", "framework_national"]


def test_a_topic_can_be_set_aside_until_a_day() -> None:
    """A waiver with an end takes a topic off the agenda as long as it lasts."""
    waiver = gs.WaiverGranted(
        on=DAY, rule="PAR-09", reason="eerst kennismaken", approved_by="u-1", until=later(30)
    )
    case = started(gs.HEALTHY_SCHOOL, joined("school", "school"), waiver)
    assert "PAR-09" not in topics(case, later(30))
    assert "PAR-09" in topics(case, later(31))


def test_a_host_can_give_its_own_topics() -> None:
    """Own rules are judged in their order; one without conditions has nothing to settle."""
    own = (
        rule(c.OnRecord("social_map"), code="OWN-02"),
        rule(code="OWN-03"),
        rule(c.RoleFilled("champion"), code="OWN-01"),
    )
    case = started(gs.PPS, joined("gemeente"))
    assert topics(case, among=own) == ["OWN-02", "OWN-01"]
    case = case.record(gs.RoleAssigned(DAY, "champion", party="gemeente"))
    assert topics(case, among=iter(own)) == ["OWN-02"]


def test_a_topic_reads_the_limits_of_its_process() -> None:
    """A limit that a process sets otherwise holds for a topic too, and stands in its rule."""
    fresh = rule(c.OnRecord("local_figures", max_age=FIGURES_AGE))
    asking = tiny(fresh)
    strict = asking.adapt(key="strict", limits={"figures_age": gs.Every(months=6)})
    day = later(365)
    assert topics(started(asking, *said("local_figures")), day, among=[fresh]) == []
    (row,) = open_topics(started(strict, *said("local_figures")), on=day, among=[fresh])
    (condition,) = row.requirement.conditions
    assert isinstance(condition, c.OnRecord)
    assert isinstance(condition.max_age, c.Limit)
    assert condition.max_age.value == gs.Every(months=6)


def test_topics_are_looked_up_on_one_track() -> None:
    """What is stated for another track settles nothing here."""
    case = started(gs.HEALTHY_SCHOOL).open(gs.NETWORK, on=DAY)
    case = case.record(*said("municipal_priorities", track="network"))
    assert "POL-07" in topics(case)
    assert "POL-07" not in topics(case, track="network")


# --- both -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("ask", [open_roles, open_topics])
def test_a_day_or_track_that_is_not_there_is_refused(ask: object) -> None:
    """An unknown track, a day before the start and what is no day give the errors of every question."""
    case = started(gs.PPS)
    assert callable(ask)
    for wrong in ({"on": DAY, "track": "mian"}, {"on": later(-1)}, {"on": "2024-01-08"}):
        with pytest.raises(gs.InvalidRecord):
            ask(case, **wrong)


def test_guidance_is_loaded_only_when_asked_for() -> None:
    """Importing the library brings in neither the queries nor the lists that they read."""
    lists = ("quantities", "glossary", "role_profiles", "mentions")
    names = ["gezondsamen.guidance", *(f"gezondsamen.catalogue.{name}" for name in lists)]
    code = f"import sys, gezondsamen; print([name for name in {names!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
