"""The dossier: what is known on a day, late facts, corrections, redactions, succession, adoption."""

from __future__ import annotations

import pickle
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gezondsamen as gs
from gezondsamen.dossier.agreements import Signature
from gezondsamen.dossier.dossier import Dossier
from gezondsamen.dossier.facts import Retracted
from gezondsamen.dossier.fold import folded
from gezondsamen.process import conditions as c
from gezondsamen.testing import canonical
from tests.support.builders import DAY, adopted, codes, joined, later, row, rule, said, started, tiny

# --- as of a day ------------------------------------------------------------------------------------


def lively() -> gs.Collaboration:
    """Return a case in which something happens on many days, entered in another order."""
    return (
        started(gs.PPS, joined("gemeente"), joined("winkel", "retailer", on=later(3)))
        .record(*said("purpose", on=later(8)), *said("rationale", on=later(2)))
        .advance("start", on=later(9))
        .record(gs.PartyLeft(later(20), "winkel"), *said("added_value", on=later(5)))
        .correct(4, *said("purpose", on=later(7)), reason="a typing error")
    )


@given(st.dates(later(-40), later(60)))
def test_as_of_knows_what_had_happened_and_no_more(day: date) -> None:
    """What is known as of a day are the facts of that day and before, and asking never raises."""
    case = lively()
    known = case.dossier.as_of(day)
    assert [e for e in case.dossier.events() if e.place[0] <= day] == list(known.events())
    assert [p.id for p in known.parties] == [
        ident
        for ident, first, last in (("gemeente", 0, 999), ("winkel", 3, 20))
        if later(first) <= day < later(last)
    ]


def test_as_of_the_latest_day_is_the_dossier_itself() -> None:
    """Asking as of the day of the latest fact, or after it, copies nothing."""
    dossier = lively().dossier
    assert dossier.as_of(later(20)) is dossier
    assert dossier.as_of(date.max) is dossier
    assert dossier.as_of(later(19)) is not dossier


def test_a_late_fact_counts_from_its_own_day() -> None:
    """A fact entered late counts for every question about its day and after, and for none before."""
    case = started(gs.PPS, *said("purpose", on=later(9)))
    after = case.record(*said("rationale", on=later(4)))
    assert [after.check("start", on=later(n)).allowed for n in (3, 8, 9)] == [False, False, True]
    assert not case.check("start", on=later(9)).allowed


def test_the_order_of_entry_does_not_matter_across_days() -> None:
    """Facts of different days give the same knowledge in whatever order they were entered."""
    facts = (joined("gemeente"), *said("purpose", on=later(1)), gs.PartyLeft(later(2), "gemeente"))
    forth = started().record(*facts)
    assert forth.dossier.known.active == ()
    late = started().record(facts[0], facts[2]).record(facts[1])
    assert late.dossier.known.active == ()
    assert late.dossier.known.of(gs.Stated, "purpose")[0].fact == facts[1]
    assert not late.dossier.as_of(later(1)).known.members["gemeente"].left


def test_what_was_entered_late_is_known_as_if_it_was_not() -> None:
    """A step, and what goes with it, that is entered after facts of later days is folded where it stands."""
    case = started(tiny(), *said("purpose", on=later(9))).advance("go", on=later(3))
    for later_on in (
        case,
        case.advance("again", on=later(9)),
        case.advance("again", *said("vision"), on=later(4)),
    ):
        dossier = later_on.dossier
        assert dossier.known == folded(dossier.events())
        assert dossier.known.latest == max(entry.place for entry in dossier.events())


def test_what_stood_before_a_place_is_told_in_any_order() -> None:
    """What is known before a place is the fold of what stands there, whatever was asked before that."""
    case = lively()
    events = list(case.dossier.events())
    places = [*(entry.place for entry in events), (later(99), 99)]
    for asked in product(places, repeat=2):
        for place in asked:
            found = case.dossier.before(place)
            assert found.known == folded(entry for entry in events if entry.place < place)
            assert (found.journal, found.through) == (case.dossier.journal, place[0])


def test_what_was_known_at_a_version_is_what_was_entered_by_then() -> None:
    """At a version stand the entries up to it, so that a correction made later changes nothing there."""
    dossier = lively().dossier
    for version in range(1, len(dossier.journal) + 1):
        found = dossier.at_version(version)
        assert list(found.journal) == list(dossier.journal)[:version]
        assert found.known == folded(found.events())


def test_a_track_that_is_not_open_is_told_with_those_that_are() -> None:
    """Who asks for a track that is not there reads which are, or that there is none."""
    with pytest.raises(gs.InvalidRecord, match="track 'mian' is not open; open: 'main'") as caught:
        lively().dossier.track("mian")
    assert (caught.value.code, caught.value.nearest) == ("unknown-track", "main")
    with pytest.raises(gs.InvalidRecord, match="open: none"):
        Dossier().track("main")


def test_of_two_principal_agreements_neither_is_meant() -> None:
    """The principal agreement is the one that is, where one alone is."""
    drafts = [gs.AgreementDrafted(DAY, x, "covenant", principal=x != "c") for x in "abc"]
    assert started(gs.PPS, drafts[2]).dossier.principal is None
    one = started(gs.PPS, drafts[0], drafts[2]).dossier
    assert one.principal == one.agreements[0]
    assert started(gs.PPS, *drafts).dossier.principal is None


def test_a_dossier_is_a_value() -> None:
    """A dossier equals and hashes like its pickle, although what is known is folded again."""
    dossier = lively().dossier
    again = pickle.loads(pickle.dumps(dossier))
    assert again == dossier
    assert hash(again) == hash(dossier)
    assert again.known == dossier.known
    assert repr(dossier) == "Dossier(10 entries)"
    early = dossier.as_of(later(3))
    assert repr(early) == "Dossier(10 entries through 2024-01-11)"
    assert pickle.loads(pickle.dumps(early)) == early != dossier


def test_who_left_is_still_known() -> None:
    """A party that left is no longer among the parties, and can still be looked up."""
    dossier = lively().dossier
    assert [p.id for p in dossier.parties] == ["gemeente"]
    gone = dossier.party("winkel")
    assert gone is not None
    assert gone.kind == "retailer"
    assert dossier.party("nobody") is None


def test_roles_end_with_the_party() -> None:
    """A party that leaves takes its roles with it, and comes back without them."""
    asked = tiny(rule(c.RoleFilled("alderman")))
    case = started(asked, joined("gemeente"), gs.RoleAssigned(DAY, "alderman", "gemeente"))
    assert case.check("go", on=DAY).allowed
    left = case.record(gs.PartyLeft(later(1), "gemeente"))
    assert not left.check("go", on=later(1)).allowed
    assert not left.record(joined("gemeente", on=later(2))).check("go", on=later(2)).allowed


def test_a_role_ends_once() -> None:
    """What ended is not held, so that it cannot end again, whatever else ended in the same call."""
    case = started(gs.PPS, joined("a"), joined("b"), gs.RoleAssigned(DAY, "alderman", "a"))
    held = gs.RoleAssigned(DAY, "delegate", "a")
    ends = gs.RoleEnded(DAY, "alderman", "a")
    for again in (ends, gs.RoleEnded(DAY, "alderman", "b"), gs.RoleEnded(DAY, "alderman")):
        with pytest.raises(gs.InvalidRecord) as caught:
            case.record(held, gs.RoleEnded(DAY, "delegate", "a"), ends, again)
        assert (caught.value.code, caught.value.index) == ("role-not-held", 3)
    outside = case.record(gs.RoleAssigned(DAY, "delegate", None, "u-1"), gs.RoleEnded(DAY, "delegate"))
    assert [e.fact.role for e in outside.dossier.entries(gs.RoleAssigned)] == ["alderman"]


def test_a_step_onto_its_own_phase_opens_no_visit() -> None:
    """A track stands where its last step led, since it came there; a loop is taken, and changes no more."""
    case = started(tiny()).advance("go", on=later(1)).advance("again", on=later(2))
    case = case.advance("again", on=later(3), about=("matter", "x"))
    track = case.dossier.track("main")
    assert (track.phase, track.entered, track.moved) == ("work", (later(1), 2), (later(3), 4))
    assert track.arrivals == {"begin": (DAY, 1), "work": (later(1), 2)}
    assert track.taken == {
        ("go", None): (later(1), 2),
        ("again", None): (later(2), 3),
        ("again", gs.About("matter", "x")): (later(3), 4),
    }
    assert (track.adopted, track.opened, track.entry, track.process) == (False, DAY, 1, "tiny")
    done = case.advance("finish", on=later(3)).dossier.track("main")
    assert (done.phase, done.entered, done.arrivals["begin"]) == ("done", (later(3), 5), (DAY, 1))


def test_ending_one_person_leaves_the_others() -> None:
    """A role that ends for one person is still held by another; without a name it ends for all."""
    asked = tiny(rule(c.RoleFilled("alderman")))
    held = [gs.RoleAssigned(DAY, "alderman", "gemeente", p) for p in ("p-1", "p-2")]
    case = started(asked, joined("gemeente"), *held)
    one = case.record(gs.RoleEnded(DAY, "alderman", "gemeente", "p-1"))
    assert one.check("go", on=DAY).allowed
    assert not case.record(gs.RoleEnded(DAY, "alderman", "gemeente")).check("go", on=DAY).allowed


def test_taking_back_takes_back_the_same_subject_only() -> None:
    """A statement that no longer holds takes earlier ones on its topic, subject and track off record."""
    asked = tiny(rule(c.OnRecord("party_ambition", each=c.Parties())))
    parties = (joined("gemeente"), joined("winkel", "retailer"))
    both = [gs.Stated(DAY, "party_ambition", "…", about=p) for p in ("gemeente", "winkel")]
    case = started(asked, *parties, *both)
    taken_back = case.record(gs.Stated(DAY, "party_ambition", about="winkel", holds=False))
    (finding,) = taken_back.check("go", on=DAY).outcomes[0].findings
    assert finding.about == gs.About("party", "winkel")


def test_an_agreement_is_what_its_entries_made_it() -> None:
    """Revisions replace parties and term and add clauses; a party's latest signature counts."""
    case = started(
        gs.PPS,
        joined("gemeente"),
        joined("winkel", "retailer"),
        gs.AgreementDrafted(DAY, "a", "covenant", "gemeente", clauses="goal", end=later(365)),
        gs.Signed(DAY, "a", "gemeente"),
        gs.AgreementRevised(DAY, "a", ("gemeente", "winkel"), "winkel", ("term", "goal"), later(500)),
        gs.Signed(later(1), "a", "gemeente"),
    )
    (agreement,) = case.dossier.agreements
    assert agreement.parties == ("gemeente", "winkel")
    assert agreement.obliged == ("winkel",)
    assert agreement.clauses == ("goal", "term")
    assert agreement.end == later(500)
    assert agreement.entries == (4, 6)
    assert agreement.signatures == (Signature("gemeente", later(1), 7),)


def test_an_agreement_knows_since_when_who_is_in_its_text() -> None:
    """Who is a party since when, who was taken out when, and which day became its last, stand with it."""
    case = started(
        gs.PPS,
        joined("a"),
        joined("b"),
        joined("c"),
        gs.AgreementDrafted(DAY, "pact", "covenant", ("a", "b", "c"), ("a",), title="Pact"),
        gs.AgreementRevised(later(1), "pact", ("a", "b"), start=later(3)),
        gs.AgreementRevised(later(2), "pact", ("a",), clauses="goal", end=later(9)),
        gs.AgreementRevised(later(3), "pact", ("b", "a"), ("b",), principal=False),
        gs.AgreementRevised(later(4), "pact", end=later(19)),
    )
    first, *revised = [(later(n), n + 5) for n in range(5)]
    pact, dossier = case.agreement("pact", on=later(9)), case.dossier
    assert pact.joined == (("b", revised[2]), ("a", first))
    assert pact.former == (("c", revised[0]),)
    assert dossier.as_of(later(2)).agreements[0].former == (("c", revised[0]), ("b", revised[1]))
    assert pact.ends == ((first, None), (revised[1], later(9)), (revised[3], later(19)))
    assert (pact.start, pact.end, pact.principal, pact.clauses) == (later(3), later(19), False, ("goal",))
    assert (pact.parties, pact.obliged, pact.entries) == (("b", "a"), ("b",), (5, 6, 7, 8, 9))
    assert [pact.runs(later(n)) for n in (2, 3, 19, 20)] == [False, True, True, False]
    before = dossier.as_of(DAY).agreements[0]
    assert (before.start, before.end, before.ends, before.former) == (None, None, ((first, None),), ())
    assert before.joined == (("a", first), ("b", first), ("c", first))
    assert before.runs(date.min)
    assert before.runs(date.max)


# --- correcting ---------------------------------------------------------------------------------------


def test_a_replacement_takes_the_place_of_what_it_corrects() -> None:
    """On one day a correction stands where the corrected entry stood, not at the end of the day."""
    asked = tiny(rule(c.ConsentOfAll("ambition")))
    objects = gs.Consented(DAY, "gemeente", "ambition", "objects")
    case = started(asked, joined("gemeente"), objects, gs.Consented(DAY, "gemeente", "ambition"))
    assert case.check("go", on=DAY).allowed
    corrected = case.correct(3, gs.Consented(DAY, "gemeente", "ambition", "consulted"), reason="a slip")
    assert corrected.check("go", on=DAY).allowed
    twice = corrected.correct(6, objects, reason="it was right")
    assert [e.number for e in twice.dossier.events()] == [1, 2, 8, 4]
    assert twice.check("go", on=DAY).allowed


def test_history_keeps_both() -> None:
    """The journal keeps the wrong entry, the correction with its reason, and the right one."""
    case = started(gs.PPS, *said("purpose")).correct(
        2, gs.Stated(DAY, "purpose", "beter"), reason="a slip", by="u-2", on=later(5)
    )
    wrong, correction, right = case.entries_after(1)
    assert wrong.fact == gs.Stated(DAY, "purpose", "…")
    assert correction.fact == Retracted(later(5), 2, "a slip")
    assert (right.fact.text, right.replaces, right.by) == ("beter", 2, "u-2")  # type: ignore[union-attr]


def test_review_tells_which_steps_are_no_longer_supported() -> None:
    """A correction leaves steps as they were taken, and review names those it took the ground from."""
    case = canonical(gs.PPS, "negotiation")
    assert case.review() == ()
    added = next(
        e.number for e in case.entries_after(0) if isinstance(e.fact, gs.Stated) and e.fact.topic == "purpose"
    )
    corrected = case.correct(added, None, reason="never said")
    assert corrected.phase == "negotiation"
    (check,) = corrected.review()
    assert (check.trigger, codes(check.unmet)) == ("start", {"KEN-04"})
    assert check.explain("nl")


def test_review_is_silent_about_corrections_that_matter_to_no_step() -> None:
    """A correction that keeps every rule met finds no step unsupported."""
    case = canonical(gs.PPS, "negotiation")
    number, fact = next((e.number, e.fact) for e in case.entries_after(0) if isinstance(e.fact, gs.Stated))
    corrected = case.correct(number, gs.Stated(DAY, fact.topic, "anders"), reason="a typing error")
    assert corrected.review() == ()


def test_a_correction_that_others_lean_on_is_refused() -> None:
    """An entry stays where later entries would no longer follow without it, and nothing changes."""
    case = started(gs.PPS, joined("gemeente"), gs.Met(DAY, "plenary", "gemeente"))
    with pytest.raises(gs.InvalidRecord, match="does not fit what is on record"):
        case.correct(2, None, reason="never joined")
    assert case.version == 3


def test_a_correction_may_move_a_fact_to_another_day() -> None:
    """A replacement on another day counts from that day."""
    case = started(gs.PPS, *said("purpose", "rationale")).correct(
        3, *said("rationale", on=later(3)), reason="it was later"
    )
    assert [case.check("start", on=later(n)).allowed for n in (2, 3)] == [False, True]


# --- succession ---------------------------------------------------------------------------------------


def merged() -> gs.Collaboration:
    """Return a case in which two municipalities became one, each with facts of its own."""
    asked = tiny(
        rule(c.RoleFilled("alderman", each=c.Parties()), code="OWN-01"),
        rule(c.ConsentOfAll("ambition"), code="OWN-02"),
        rule(c.Contributed(), code="OWN-03"),
        rule(c.Agreed(signed=True), code="OWN-04"),
        rule(c.OnRecord("party_ambition", each=c.Parties()), code="OWN-05"),
        rule(c.MetBefore("individual", "plenary"), code="OWN-06"),
        rule(c.PartyCount(at_most=1), code="OWN-07"),
    )
    return started(
        asked,
        joined("dorp"),
        joined("stad"),
        gs.RoleAssigned(DAY, "alderman", "dorp"),
        gs.Consented(DAY, "stad", "ambition"),
        gs.ContributionRecorded(DAY, "dorp", "money"),
        gs.AgreementDrafted(DAY, "a", "covenant", ("dorp", "stad"), ("dorp",)),
        gs.Signed(DAY, "a", "dorp"),
        gs.Stated(DAY, "party_ambition", "…", about="stad"),
        gs.Met(DAY, "individual", "dorp"),
        joined("gemeente", on=later(5)),
        gs.Met(later(5), "plenary", "gemeente"),
        gs.PartySucceeded(later(6), "gemeente", ("dorp", "stad")),
    )


def test_what_was_theirs_is_its_own() -> None:
    """Roles, consents, contributions, signatures and statements of the predecessors carry over."""
    case = merged()
    assert case.check("go", on=later(6)).unmet == ()
    assert [p.id for p in case.dossier.parties] == ["gemeente"]


def test_before_the_merger_they_stood_apart() -> None:
    """On the day before, each party answers for itself."""
    before = merged().check("go", on=later(5))
    assert codes(before.unmet) == {f"OWN-0{n}" for n in (1, 2, 3, 5, 6, 7)}


def test_a_successor_can_be_succeeded() -> None:
    """What was carried over once is carried over again."""
    case = merged().record(
        joined("regio", on=later(7)),
        gs.PartySucceeded(later(8), "regio", "gemeente"),
    )
    assert case.check("go", on=later(8)).unmet == ()
    role = gs.RoleEnded(later(9), "alderman", "regio")
    assert codes(case.record(role).check("go", on=later(9)).unmet) == {"OWN-01"}


def test_the_predecessor_names_its_heir() -> None:
    """Who records something of a party that was taken over reads who took its place."""
    with pytest.raises(gs.InvalidRecord, match="'gemeente' took its place"):
        merged().record(gs.Met(later(9), "plenary", "dorp"))


# --- adopting -----------------------------------------------------------------------------------------


def test_visits_show_what_was_adopted() -> None:
    """A partnership that already ran begins in its phase, since then, marked as adopted."""
    case = started(phase="management", since=later(-900), reason="loopt al")
    (visit,) = case.visits
    assert (visit.phase, visit.entered, visit.left, visit.adopted) == (
        "management",
        later(-900),
        None,
        True,
    )
    assert case.review() == ()
    after = case.advance("suspend", on=DAY)
    assert [v.adopted for v in after.visits] == [True, False]


def test_facts_between_since_and_the_day_of_entry_count() -> None:
    """What happened while it ran can be recorded, back to the day since when, and no further."""
    case = started(phase="management", since=later(-900), reason="loopt al")
    case = case.record(joined("gemeente", on=later(-900)), gs.Met(later(-10), "progress_talk", "gemeente"))
    assert row(case.monitor(on=DAY), "EVA-03").status == "met"
    with pytest.raises(gs.InvalidRecord) as caught:
        case.record(*said("purpose", on=later(-901)))
    assert caught.value.code == "before-start"


def test_a_begun_case_is_not_adopted() -> None:
    """Started in its first phase, no phase is marked as adopted."""
    assert [v.adopted for v in started().visits] == [False]
    assert not adopted(gs.PPS, "initiative").visits[0].left


@given(st.integers(0, 3000))
def test_as_of_never_raises_for_what_was_adopted(days: int) -> None:
    """Every day since when it runs can be asked about."""
    case = started(phase="management", since=later(-3000), reason="loopt al")
    assert case.dossier.as_of(DAY - timedelta(days=days)).track("main").phase == "management"
