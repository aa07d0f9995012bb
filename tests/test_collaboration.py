"""The collaboration: the facade as the design writes it, tracks, entries, and what time makes due."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest

import gezondsamen as gs
from gezondsamen.dossier.facts import TrackOpened
from gezondsamen.phases import pps
from gezondsamen.process import conditions as c
from gezondsamen.process import evaluation_points as p
from tests.support.builders import (
    DAY,
    PROCESSES,
    adopted,
    filled,
    joined,
    label,
    later,
    rule,
    said,
    started,
    tiny,
)


def test_what_users_write() -> None:
    """The first lines of the design run as they stand, and mean what they say."""
    day = date(2024, 1, 10)
    case = gs.Collaboration.start(gs.PPS, id="waterstad", title="Waterstad beweegt", on=date(2024, 1, 8))
    case = case.record(
        gs.PartyJoined(
            on=date(2024, 1, 8),
            party=gs.Party(id="gemeente", name="Gemeente Waterstad", kind="municipality"),
        ),
        gs.Stated(on=date(2024, 1, 9), topic="purpose", text="Meer bewegen en gezonder eten, 0-19 jaar"),
        by="u-17",
    )
    check = case.check("start", on=day)
    assert (check.allowed, check.possible) == (False, True)
    (row,) = check.outcomes
    assert (row.requirement.code, row.status, row.evidence) == ("KEN-04", "unmet", (3,))
    assert [finding.needed for finding in row.findings] == ["rationale"]
    assert row.remedy is not None
    assert [draft.fact for draft in row.remedy.drafts] == [gs.Stated(day, "rationale")]
    assert row.text("nl") in check.explain("nl")
    case = case.advance(pps.START, gs.Stated(on=day, topic="rationale", text="..."), on=day)
    assert (case.phase, case.is_in("negotiation"), case.version) == ("organisation_form", False, 5)
    assert [visit.phase for visit in case.visits] == ["initiative", "organisation_form"]
    assert set(case.options(on=day)) == {
        *("choose_alliance", "choose_alone", "choose_procurement"),
        *("suspend", "stop"),
    }
    assert case.plan(to="management", on=day).found
    assert case.monitor(on=day).found == ()
    assert case.due(on=day) == ()
    assert case.review() == ()
    text = gs.dumps(case)
    assert gs.loads(text) == case
    assert gs.to_dict(check, "nl")["allowed"] is False
    assert (case.id, case.title, case.process) == ("waterstad", "Waterstad beweegt", gs.PPS)


def test_refused_it_carries_its_check() -> None:
    """A step that is not allowed raises, and leaves the case and the facts given along as they were."""
    case = started()
    with pytest.raises(gs.TransitionRefused) as caught:
        case.advance("start", *said("purpose"), on=DAY)
    assert [f.needed for row in caught.value.check.unmet for f in row.findings] == ["rationale"]
    assert case.version == 1


@pytest.mark.parametrize("process", PROCESSES, ids=lambda p: p.key)
def test_every_trigger_is_allowed_exactly_when_its_check_is(process: gs.Process) -> None:
    """Advancing succeeds when the check allows it, and raises with that check when it does not."""
    for phase in process.phases:
        case = adopted(process, phase.key)
        for trigger, check in case.options(on=later(1)).items():
            if check.allowed:
                assert case.advance(trigger, on=later(1)).phase == check.target
            else:
                with pytest.raises(gs.TransitionRefused) as refused:
                    case.advance(trigger, on=later(1))
                assert refused.value.check == check
            repaired = case.advance(trigger, *filled(check.repair), on=later(1))
            assert repaired.phase == check.target


# --- tracks ---------------------------------------------------------------------------------------------


def campaign() -> gs.Collaboration:
    """Return a campaign that is integral and a public-private partnership (practice example EX-05)."""
    case = adopted(gs.INTEGRAL, "maintenance", joined("harderwijk", "municipality", "public_health"))
    return case.open(gs.PPS, on=later(10), phase="management", since=later(2), reason="liep al")


def test_a_campaign_can_be_two_things_at_once() -> None:
    """Integral and a partnership in one collaboration: each has its own phase, visits and options."""
    case = campaign().advance("suspend", on=later(20), track="pps")
    assert case.tracks == ("main", "pps")
    assert (case.phase, case.phase_of("pps")) == ("maintenance", "suspended")
    assert [v.phase for v in case.visits_of("main")] == ["maintenance"]
    assert [(v.phase, v.entered) for v in case.visits_of("pps")] == [
        ("management", later(2)),
        ("suspended", later(20)),
    ]
    assert set(case.options(on=later(20), track="pps")) == {"resume", "end"}
    assert "open_evaluation" in case.options(on=later(20))
    assert case.is_in("suspended", track="pps")
    assert case.monitor(on=later(20), track="pps").phase == "suspended"
    assert case.plan("management", on=later(20), track="pps").found
    assert gs.loads(gs.dumps(case)) == case


def test_how_a_track_began_is_on_record() -> None:
    """The opening of a track holds its process and phase, since when it ran, and why that is known."""
    first, _, opened = campaign().entries_after(0)
    assert opened.fact == TrackOpened(later(10), "pps", "pps", "management", later(2), "liep al")
    assert first.fact == TrackOpened(
        DAY, "main", "integral", "maintenance", DAY, "it runs already", "case", title=""
    )
    begun = started(gs.PPS, title="Waterstad").open(gs.INTEGRAL, on=DAY, track="b").entries_after(0)
    assert [e.fact for e in begun] == [
        TrackOpened(DAY, "main", "pps", "initiative", collaboration="case", title="Waterstad"),
        TrackOpened(DAY, "b", "integral", gs.INTEGRAL.initial),
    ]


def test_a_case_shows_what_it_is_and_where_it_stands() -> None:
    """It prints its id, tracks and version; a notebook shows its title, else its id, and who takes part."""
    case = campaign()
    assert repr(case) == "Collaboration('case', integral: maintenance, pps: management, version 3)"
    assert "Partij harderwijk" in case._repr_html_()
    assert "case" in case._repr_html_()
    titled = case.correct_start(title="Waterstad beweegt", reason="…")._repr_html_()
    assert "Waterstad beweegt" in titled
    assert gs.PPS.phase("management").label.en in titled or gs.PPS.phase("management").label.nl in titled


def test_facts_count_on_their_own_track() -> None:
    """A fact of one track is not seen on another, and a fact of none on all."""
    own = tiny(rule(c.OnRecord("purpose")), key="own")
    case = started(tiny(rule(c.OnRecord("purpose")))).open(own, on=DAY)
    tracked = case.record(*said("purpose", track="own"))
    assert not tracked.check("go", on=DAY).allowed
    assert tracked.check("go", on=DAY, track="own").allowed
    shared = case.record(*said("purpose"))
    assert shared.check("go", on=DAY).allowed
    assert shared.check("go", on=DAY, track="own").allowed


def test_a_track_has_a_name_of_its_own() -> None:
    """Two tracks may run through one process under two names; without a name it is the process's key."""
    case = started(tiny()).open(tiny(), on=DAY).open(tiny(), on=DAY, track="second")
    case = case.advance("go", on=DAY, track="second")
    assert case.tracks == ("main", "tiny", "second")
    assert [case.phase_of(track) for track in case.tracks] == ["begin", "begin", "work"]
    assert case.processes == (tiny(),)


def test_words_of_a_track_are_those_of_its_process() -> None:
    """A fact of one track uses the words of that track's process."""
    smog = gs.Term("smog", label())
    case = started(tiny(key="plain")).open(tiny(key="own", terms=(*gs.PPS.terms, smog)), on=DAY)
    assert case.record(*said("smog")).record(*said("smog", track="own")).version == 4
    with pytest.raises(gs.InvalidRecord, match="'smog' is no topic"):
        case.record(*said("smog", track="main"))


def test_the_track_and_the_agreement_of_one_name_are_written_alike() -> None:
    """An agreement cannot be called like a track that is open but for its capitals."""
    for name in ("main", "pps"):
        with pytest.raises(gs.InvalidRecord, match=f"'{name.title()}' reads like '{name}'"):
            campaign().record(gs.AgreementDrafted(DAY, name.title(), "covenant"))


def test_a_form_is_one_of_those_there_are() -> None:
    """The form for a kind of fact is that of all forms, asked for by its class or by its name."""
    case = started(gs.PPS, joined("gemeente"))
    forms = case.forms(on=DAY)
    assert case.form(gs.Met, on=DAY) == case.form("Met", on=DAY) == forms["Met"]
    assert "Signed" not in forms


# --- entries ----------------------------------------------------------------------------------------------


def walked() -> gs.Collaboration:
    case = campaign()
    for n in range(1, 80):
        case = case.record(*said("purpose", on=later(n)), by="u-1")
    return case.advance("suspend", on=later(90))


def test_entries_are_rows_to_store() -> None:
    """The entries added since a version, added up, are the whole journal, and make the same case again."""
    case = walked()
    rows: list[gs.Entry] = []
    for version in range(0, case.version, 7):
        rows += case.entries_after(version)[:7]
    assert [row.number for row in rows] == list(range(1, case.version + 1))
    assert case.entries_after(case.version) == ()
    for processes in ([gs.INTEGRAL, gs.PPS], gs.PROCESSES):
        again = gs.Collaboration.replay(processes, rows)
        assert again == case
        assert again.options(on=later(90)) == case.options(on=later(90))
    assert gs.Collaboration.replay(gs.PPS, started().entries_after(0)) == started()


def test_a_version_is_the_number_of_entries() -> None:
    """Each entry is one version more: the token for optimistic locking."""
    case = started(gs.PPS, *said("purpose", "rationale"))
    assert case.version == 3
    assert case.advance("start", *said("added_value"), on=DAY).version == 5
    assert case.correct(2, *said("purpose"), reason="…").version == 5


def test_who_entered_it_stands_with_it() -> None:
    """Author and party stand on the entry, never in the fact."""
    case = started(gs.PPS, joined("gemeente")).record(
        *said("purpose", "rationale"), by="u-1", on_behalf_of="gemeente"
    )
    case = case.advance("start", on=DAY, by="u-2", on_behalf_of="gemeente")
    assert [(e.by, e.on_behalf_of) for e in case.entries_after(2)] == [
        ("u-1", "gemeente"),
        ("u-1", "gemeente"),
        ("u-2", "gemeente"),
    ]


def test_what_is_given_with_a_step_is_of_who_takes_it() -> None:
    """Facts and the step they are given with bear one author, party and moment."""
    at = datetime(2024, 1, 9, 12, tzinfo=UTC)
    given: dict[str, Any] = {"by": "u-2", "on_behalf_of": "a", "recorded_at": at}
    case = started(gs.PPS, joined("a")).advance("start", *said("purpose", "rationale"), on=DAY, **given)
    assert [(e.by, e.on_behalf_of, e.recorded_at) for e in case.entries_after(2)] == [("u-2", "a", at)] * 3
    opened = case.open(gs.INTEGRAL, on=DAY, **given).entries_after(5)[0]
    assert (opened.by, opened.on_behalf_of, opened.recorded_at) == ("u-2", "a", at)


def test_a_waiver_may_be_about_who_joins_in_the_same_call() -> None:
    """A party is known to the facts that are recorded with it, and to none before it."""
    about = gs.WaiverGranted(DAY, "KEN-01", "…", "u-1", about="a")
    assert started().record(joined("a"), about).version == 3
    for facts in ((about,), (about, joined("a"))):
        with pytest.raises(gs.InvalidRecord, match="'a', which is no party here"):
            started().record(*facts)


def test_nothing_may_be_none_of_what_is_counted() -> None:
    """An amount of what is counted may be nought and no less, of a contribution too; of other things any."""
    degrees = gs.Term("degrees", label())
    process = tiny(terms=(*gs.PPS.terms, degrees))
    money = [gs.ContributionRecorded(DAY, "a", "money", amount=n) for n in (0, -1)]
    hours = [gs.Quantified(DAY, "capacity_hours", n) for n in (0, -1)]
    case = started(process, joined("a"), money[0], hours[0], gs.Quantified(DAY, degrees, -1))
    for fact in (money[1], hours[1]):
        with pytest.raises(gs.InvalidRecord, match="there is never less than nothing of it"):
            case.record(fact)


@pytest.mark.parametrize("what", ["person", "text", "id", "entry"])
def test_what_is_redacted_is_named_by_a_text_or_a_number(what: str) -> None:
    """Anything else is refused by the name of the argument."""
    with pytest.raises(gs.InvalidRecord, match=f"^{what} takes ") as caught:
        started().redact(**{what: ["x"]})  # type: ignore[arg-type]
    assert caught.value.code == "wrong-type"


def test_a_collaboration_is_a_value() -> None:
    """A case equals and hashes like its pickle; changing gives another, and leaves it as it was."""
    case = walked()
    again = pickle.loads(pickle.dumps(case))
    assert again == case
    assert hash(again) == hash(case)
    assert case.record(*said("purpose", on=later(95))) != case
    assert again == case


def test_asking_about_the_past() -> None:
    """On an earlier day the case was where it was then."""
    case = walked()
    assert case.check("resume", on=later(89)).possible is False
    assert case.check("resume", on=later(90)).possible is True


# --- due ----------------------------------------------------------------------------------------------------


def lapsing(anchor: p.Anchor) -> gs.Process:
    """Return the tiny process whose last step falls due by itself."""
    plain = tiny()
    _, work, done = plain.phases
    finish = work.to(done, "finish", label=label("loopt af"), falls_due=anchor)
    return tiny(transitions=(*plain.transitions[:2], finish))


ENDING = gs.AgreementDrafted(DAY, "a", "covenant", "gemeente", start=DAY, end=later(30))


def test_a_step_falls_due_when_its_day_has_passed() -> None:
    """After the last day of a term the step is reported, with its check, and never taken by itself."""
    case = adopted(lapsing(p.OnTerm("end")), "work", joined("gemeente"), ENDING)
    assert case.due(on=later(30)) == ()
    (due,) = case.due(on=later(31))
    assert (due.trigger, due.track, due.since) == ("finish", "main", later(30))
    assert due.check == case.check("finish", on=later(31))
    assert case.phase == "work"
    assert case.advance(due.trigger, on=later(31)).due(on=later(40)) == ()


def test_nothing_is_due_where_its_day_is_not_known() -> None:
    """Without the fact that it counts from, or in another phase, nothing is due."""
    process = lapsing(p.OnTerm("end"))
    assert adopted(process, "work").due(on=later(999)) == ()
    assert adopted(process, "begin", joined("gemeente"), ENDING).due(on=later(999)) == ()


@pytest.mark.parametrize(
    ("anchor", "facts", "day"),
    [
        (p.OnStatement("funding", "until"), (gs.Stated(DAY, "funding", "…", until=later(9)),), 9),
        (p.OnStatement("funding"), (gs.Stated(later(4), "funding", "…"),), 4),
        (p.OnPhase("work"), (), 0),
        (p.OnTerm("start"), (ENDING,), 0),
        (p.OnAction(), (gs.ActionAgreed(DAY, "a", "…", "gemeente", "sport", later(7)),), 7),
        (p.OnPartyLeft(), (joined("club"), gs.PartyLeft(later(3), "club")), 3),
    ],
    ids=lambda x: type(x).__name__,
)
def test_every_anchor_can_make_a_step_due(anchor: p.Anchor, facts: tuple[gs.Fact, ...], day: int) -> None:
    """A step falls due after the day that its anchor stands for, and not on it."""
    case = adopted(lapsing(anchor), "work", joined("gemeente"), *facts)
    assert case.due(on=later(day)) == ()
    assert [due.since for due in case.due(on=later(day + 1))] == [later(day)]


@pytest.mark.parametrize(
    "make",
    [
        lambda: gs.Collaboration.start(gs.PPS, id="x", title=3, on=DAY),  # type: ignore[arg-type]
        lambda: started().open(gs.NETWORK, track=3, on=DAY),  # type: ignore[arg-type]
        lambda: started().record(gs.Stated(DAY, "purpose", "…", about=gs.About("matter", 3))),  # type: ignore[arg-type]
        lambda: started().plan(to=3, on=DAY),  # type: ignore[arg-type]
    ],
)
def test_a_name_is_a_text(make: Callable[[], object]) -> None:
    """A title, a track, an id or a phase that is no text is refused where it is given."""
    with pytest.raises(gs.InvalidRecord):
        make()
