"""The record as it is read: for any day what had happened by then, and nothing that nobody said."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gezondsamen as gs
from gezondsamen.decision.judge import judge
from gezondsamen.dossier import facts as f
from gezondsamen.dossier.journal import Entry
from gezondsamen.process import conditions as c
from gezondsamen.questions import situation
from tests.support import golden_values
from tests.support.builders import DAY, joined, later, said, started
from tests.support.strategies import histories

CASES = histories(gs.PPS)
DAYS = st.integers(-2, 1000).map(later)
Query = Callable[[gs.Collaboration, date], tuple[Entry, ...]]

QUERIES: dict[type, Query] = {
    gs.Stated: lambda case, day: case.statements(on=day),
    gs.Quantified: lambda case, day: case.amounts(on=day),
    gs.Consented: lambda case, day: case.consents(on=day),
    gs.Met: lambda case, day: case.meetings(on=day),
    gs.EvaluationHeld: lambda case, day: case.evaluations_held(on=day),
    gs.EvaluationPlanned: lambda case, day: case.evaluations_planned(on=day),
    gs.WaiverGranted: lambda case, day: case.waivers(on=day),
}
"""The queries that give entries, by the class of fact that they give."""


# --- laws --------------------------------------------------------------------------------------------


@given(CASES, DAYS)
def test_roles_are_those_that_rules_see(case: gs.Collaboration, day: date) -> None:
    """Each role that a rule finds filled is among the roles, by the same entries, and of the same parties."""
    if day < DAY:
        assert case.roles(on=day, ended=True) == ()
        return
    s = situation(case.processes, case.dossier, day, None)
    held = case.roles(on=day, track="main")
    for key in gs.PPS.vocabulary["role"]:
        found, evidence = judge(c.RoleFilled(key), s)
        own = case.roles(on=day, role=key, track="main")
        assert [role.entry for role in own] == list(evidence)
        assert bool(own) is not bool(found)
    lacking, _ = judge(c.RoleFilled(each=c.Parties(or_none=True)), s)
    without = {finding.about.id for finding in lacking if finding.about is not None}
    assert without == {p.id for p in case.parties(on=day)} - {role.party for role in held}


@given(CASES, DAYS)
def test_ended_roles_ended_by_that_day(case: gs.Collaboration, day: date) -> None:
    """With those that ended, every assignment of the day is there once, and the others are still held."""
    every = case.roles(on=day, ended=True)
    assigned = [e for e in case.dossier.as_of(day).events() if isinstance(e.fact, gs.RoleAssigned)]
    assert [role.entry for role in every] == [entry.number for entry in assigned]
    assert tuple(role for role in every if role.until is None) == case.roles(on=day)
    for role in every:
        assert (role.until is None) is (role.ended_in is None)
        assert role.until is None or role.since <= role.until <= day
        if role.ended_in is not None:
            end = case.dossier.journal[role.ended_in].fact
            assert isinstance(end, gs.RoleEnded | gs.PartyLeft)


@given(CASES, DAYS)
def test_agreements_are_those_that_are_known(case: gs.Collaboration, day: date) -> None:
    """Agreements are those of the fold, with an answer about the day; titles are those recorded."""
    known = case.dossier.as_of(day).agreements
    read = case.agreements(on=day)
    assert [a.id for a in read] == [a.id for a in known]
    for agreement, fold in zip(read, known, strict=True):
        drafted = case.dossier.journal[agreement.entries[0]].fact
        assert isinstance(drafted, gs.AgreementDrafted)
        assert agreement.title == drafted.title
        assert agreement.name == (drafted.title or drafted.agreement)
        assert (agreement.parties, agreement.signatures) == (fold.parties, fold.signatures)
        assert agreement.in_force is False  # nobody opened its track
        assert case.agreement(agreement.id, on=day) == agreement


@pytest.mark.parametrize("kind", QUERIES, ids=lambda kind: kind.__name__)
@given(CASES, DAYS)
def test_entries_are_those_of_the_day(kind: type[gs.Fact], case: gs.Collaboration, day: date) -> None:
    """A query gives entries that count on the day, of one class of fact, in the order of events."""
    found = QUERIES[kind](case, day)
    counting = [e for e in case.dossier.as_of(day).events() if isinstance(e.fact, kind)]
    assert [e for e in counting if e in found] == list(found)
    lasts = [e.fact.until for e in found if isinstance(e.fact, gs.Stated | gs.WaiverGranted)]
    assert all(last is None or last >= day for last in lasts)
    if kind in (gs.Met, gs.EvaluationHeld, gs.EvaluationPlanned):
        assert list(found) == counting


@given(CASES, DAYS)
def test_what_is_narrowed_is_part_of_the_whole(case: gs.Collaboration, day: date) -> None:
    """Asked topic by topic, subject by subject or party by party, all that is there is found again."""
    topics = {e.fact.topic for e in case.statements(on=day)}
    by_topic = [e for topic in topics for e in case.statements(topic, on=day)]
    assert sorted(by_topic, key=lambda e: e.place) == list(case.statements(on=day))
    for e in case.statements(on=day):
        if e.fact.about is not None:
            assert e in case.statements(e.fact.topic, on=day, about=e.fact.about)
    for contribution in case.contributions(on=day):
        assert contribution in case.contributions(on=day, party=contribution.party, kind=contribution.kind)
    for action in case.actions(on=day):
        assert action in case.actions(on=day, owner=action.owner, sector=action.sector)
    for role in case.roles(on=day):
        if role.party is not None:
            assert role in case.roles(on=day, party=role.party, role=role.role)


# --- what came after ---------------------------------------------------------------------------------


def test_a_role_ends_with_its_party_and_passes_to_a_successor() -> None:
    """Who left holds no role; what a predecessor held is its successor's, since the first day."""
    case = started(
        gs.PPS,
        joined("dorp"),
        joined("stad"),
        joined("winkel", "retailer"),
        gs.RoleAssigned(DAY, "alderman", "dorp", "p-1"),
        gs.RoleAssigned(later(1), "delegate", "winkel"),
        gs.PartySucceeded(later(3), "stad", ("dorp",)),
        gs.PartyLeft(later(5), "winkel"),
    )
    assert [(role.role, role.party) for role in case.roles(on=later(2))] == [
        ("alderman", "dorp"),
        ("delegate", "winkel"),
    ]
    (alderman,) = case.roles(on=later(9))
    assert (alderman.party, alderman.person, alderman.since, alderman.entry) == ("stad", "p-1", DAY, 5)
    (gone,) = case.roles(on=later(9), role="delegate", ended=True)
    assert (gone.until, gone.ended_in) == (later(5), 8)
    assert case.roles(on=later(9), party="stad") == (alderman,)


def test_the_latest_number_and_stance_count() -> None:
    """Of what is said again of the same subject on the same track, the last is given, and its entry."""
    case = started(
        gs.PPS,
        joined("a"),
        joined("b", "retailer"),
        gs.Quantified(DAY, "capacity_money", 1),
        gs.Quantified(later(1), "capacity_money", 2),
        gs.Quantified(later(1), "capacity_money", 3, about="a"),
        gs.Consented(DAY, "a", "ambition", "objects"),
        gs.Consented(later(1), "a", "ambition"),
        gs.Consented(later(1), "b", "ambition"),
    )
    assert [e.fact.amount for e in case.amounts("capacity_money", on=later(1))] == [2, 3]
    assert [e.fact.amount for e in case.amounts(on=DAY)] == [1]
    assert [e.fact.stance for e in case.consents("ambition", on=later(1), party="a")] == ["agrees"]
    assert [e.number for e in case.consents(on=later(1))] == [8, 9]


def test_an_agreement_is_in_force_where_its_track_says_so() -> None:
    """Where its track is stands with an agreement; it binds in a phase that says so, within its term."""
    phase = next(phase.key for phase in gs.AGREEMENT.phases if phase.in_force)
    pact = gs.AgreementDrafted(DAY, "pact", "covenant", start=DAY, end=later(9))
    case = started(gs.PPS, pact).open(gs.AGREEMENT, on=DAY, track="pact")
    assert case.agreement("pact", on=DAY).phase == gs.AGREEMENT.initial
    assert case.agreement("pact", on=DAY).in_force is False
    bound = started(gs.PPS, pact).open(
        gs.AGREEMENT, on=DAY, track="pact", phase=phase, since=DAY, reason="it runs"
    )
    found = [bound.agreement("pact", on=later(n)) for n in (0, 9, 10)]
    assert [(x.phase, x.in_force) for x in found] == [(phase, True), (phase, True), (phase, False)]


def test_a_contribution_stands_as_it_was_told_last() -> None:
    """Of each kind that a party brings in the last word counts; where it has no amount, that of before."""
    given: list[gs.ContributionRecorded] = [
        gs.ContributionRecorded(DAY, "a", "money", amount=5, unit="euro"),
        gs.ContributionRecorded(DAY, "a", "staff", amount=2, unit="hour"),
        gs.ContributionRecorded(DAY, "b", "money"),
        gs.ContributionRecorded(later(1), "a", "money", "kept"),
        gs.ContributionRecorded(later(2), "a", "money", "partly_kept", amount=3, unit="mille"),
    ]
    case = started(gs.PPS, joined("a"), joined("b"), *given)

    def standing(days: int) -> list[tuple[object, ...]]:
        found = case.contributions(on=later(days), latest=True)
        return [(x.party, x.kind, x.status, x.amount, x.unit, x.entry) for x in found]

    staff, nothing = ("a", "staff", "agreed", 2, "hour", 5), ("b", "money", "agreed", None, None, 6)
    assert standing(0) == [("a", "money", "agreed", 5, "euro", 4), staff, nothing]
    assert standing(1) == [staff, nothing, ("a", "money", "kept", 5, "euro", 7)]
    assert standing(2) == [staff, nothing, ("a", "money", "partly_kept", 3, "mille", 8)]
    assert [x.on for x in case.contributions(on=later(2))] == [fact.on for fact in given]


def test_each_track_has_a_latest_of_its_own() -> None:
    """A number and a stance on one track leave those on another, and on all, as they are."""
    case = started(gs.PPS, joined("a")).open(gs.INTEGRAL, on=DAY)
    tracks = (None, "main", "integral", None)
    case = case.record(*(gs.Consented(DAY, "a", "ambition", track=track) for track in tracks))
    case = case.record(*(gs.Quantified(DAY, "group_size", n, track=track) for n, track in enumerate(tracks)))
    assert [e.number for e in case.consents(on=DAY)] == [5, 6, 7]
    assert [e.fact.amount for e in case.amounts(on=DAY)] == [1, 2, 3]


def test_a_waiver_stands_through_its_last_day_or_for_good() -> None:
    """Of the waivers those that ran out are left out; one without a last day never does."""
    waivers = [gs.WaiverGranted(DAY, "KEN-01", "…", "u-1", until=until) for until in (None, DAY, later(2))]
    found = started(gs.PPS, *waivers)
    assert [[e.fact for e in found.waivers(on=later(n))] for n in (0, 1, 3)] == [
        waivers,
        waivers[::2],
        waivers[:1],
    ]


def test_a_statement_stands_until_it_runs_out_or_is_taken_back() -> None:
    """The last day counts; the newest comes last."""
    case = started(
        gs.PPS,
        gs.Stated(DAY, "vision", "a", until=later(2)),
        gs.Stated(later(1), "vision", "b"),
        gs.Stated(later(4), "vision", holds=False),
    )
    assert [[e.fact.text for e in case.statements("vision", on=later(n))] for n in range(5)] == [
        ["a"],
        ["a", "b"],
        ["a", "b"],
        ["b"],
        [],
    ]


def test_the_timeline_of_a_day_ends_there() -> None:
    """The timeline tells the entries in the order in which they were made, through a day that is given."""
    case = started(gs.PPS, *said("purpose", on=later(9)), *said("vision", on=later(3)), title="Waterstad")
    whole = case.timeline("nl")
    assert [line.entry.number for line in whole] == [1, 2, 3]
    for days, numbers in ((0, [1]), (2, [1]), (3, [1, 3]), (8, [1, 3]), (9, [1, 2, 3])):
        assert case.timeline("nl", on=later(days)) == tuple(x for x in whole if x.entry.number in numbers)
    assert case.timeline("nl", on=later(-1)) == ()


def test_what_is_asked_of_nobody_known_is_refused() -> None:
    """A word, party, track, agreement or rule that nobody knows is refused, with the nearest one."""
    case = golden_values.case_of(gs.PPS)
    asked: list[tuple[str, str | None, Callable[[], object]]] = [
        ("unknown-topic", "purpose", lambda: case.statements("purpos", on=DAY)),
        ("unknown-role", "alderman", lambda: case.roles(on=DAY, role="aldermn")),
        ("unknown-party", "winkel", lambda: case.roles(on=DAY, party="winkl")),
        ("unknown-party", "winkel", lambda: case.statements(on=DAY, about="winkl")),
        ("unknown-subject", "ambition", lambda: case.consents("ambitio", on=DAY)),
        ("unknown-contact_kind", "plenary", lambda: case.meetings(on=DAY, kind="plenry")),
        ("unknown-rule", "KEN-01", lambda: case.waivers(on=DAY, rule="KEN-1")),
        ("unknown-agreement", "convenant", lambda: case.agreement("convenan", on=DAY)),
        ("unknown-track", None, lambda: case.roles(on=DAY, track="nowhere")),
        ("not-a-date", None, lambda: case.parties(on="2024-01-08")),  # type: ignore[arg-type]
        ("wrong-type", None, lambda: case.statements(on=DAY, about=("thing", "x"))),
    ]
    for code, meant, ask in asked:
        with pytest.raises(gs.InvalidRecord) as caught:
            ask()
        assert (caught.value.code, caught.value.nearest) == (code, meant)


def test_a_term_may_be_given_for_its_key() -> None:
    """A word can be asked for by the term itself, as it can be recorded."""
    term = gs.PPS.vocabulary["topic"]["purpose"]
    case = started(gs.PPS, *said("purpose"))
    assert case.statements(term, on=DAY) == case.statements("purpose", on=DAY) != ()


def test_a_title_reads_back_and_may_be_missing() -> None:
    """The title of an agreement is kept; a document that was written before there were any opens."""
    fact = gs.AgreementDrafted(DAY, "pact", "covenant", title="Pact van Waterstad")
    assert gs.loads(gs.dumps(fact)) == fact
    bare = gs.AgreementDrafted(DAY, "pact", "covenant")
    assert "title" not in gs.dumps(bare)
    assert gs.loads(gs.dumps(bare)) == bare
    case = started(gs.PPS, fact)
    assert isinstance(case.redact(entry=2).agreement("pact", on=DAY).title, str)
    assert case.redact(entry=2).agreement("pact", on=DAY).title != fact.title


def test_every_class_of_fact_can_be_read() -> None:
    """No class of fact is without a question that gives it: entries, values, or the journal's own."""
    asked = {*QUERIES, gs.PartyJoined, gs.PartyLeft, gs.PartySucceeded, gs.RoleAssigned, gs.RoleEnded}
    asked |= {gs.PartyDivided}
    asked |= {gs.ContributionRecorded, gs.ActionAgreed, gs.AgreementDrafted, gs.AgreementRevised, gs.Signed}
    assert set(f.Fact.__args__) - asked == {f.TrackOpened, f.StepTaken, f.Retracted}
