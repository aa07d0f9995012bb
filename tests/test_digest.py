"""Digests: what needs attention, what is new, and for how long nothing has happened."""

from __future__ import annotations

from datetime import date

import pytest

import gezondsamen as gs
from gezondsamen.examples import load
from tests.support.builders import DAY, joined, later, said, started, tiny

CASE = load("EX-07").case
START = date(2015, 11, 30)
JUNE = date(2016, 6, 1)


def test_a_digest_is_a_few_lines() -> None:
    """A case is told by a line for each track: where it stands, and what needs attention there."""
    digest = CASE.digest(on=JUNE)
    assert digest.text("nl").splitlines() == [
        "Kinderen in beweging (Zwolle Gezonde Stad), 1 juni 2016",
        "- publiek-private samenwerking: management van de PPS. Drie punten vragen om aandacht: interactie "
        "tussen partners georganiseerd; alle betrokkenen op de hoogte gehouden; resultaten en voortgang "
        "regelmatig besproken. Zes geplande momenten zijn voorbij.",
    ]
    assert digest.text("en").endswith("Six planned moments are overdue.")
    assert not digest.quiet


def test_a_watch_is_summed_up_in_a_sentence_or_two() -> None:
    """The summary names each rule on which something was found, and counts what is late."""
    assert CASE.monitor(on=date(2016, 1, 1)).summary("nl") == "Er vraagt nu niets om aandacht."
    assert CASE.monitor(on=JUNE).summary("en").startswith("Three points need attention: ")


def test_what_is_new_since_a_day() -> None:
    """Compared with an earlier day, a digest tells what came and what went, and nothing that stayed."""
    late = CASE.digest(on=JUNE, since=START).text("nl").partition("Nu te laat: ")[2]
    for moment in ("voortgangsgesprek (29 februari 2016)", "voortgangsgesprek (30 mei 2016)"):
        assert moment in late
    again = CASE.digest(on=JUNE, since=JUNE)
    assert again.quiet
    assert "Er is niets nieuws." in again.text("nl")
    held = CASE.record(gs.EvaluationHeld(date(2016, 2, 29), "progress_talk"))
    answered = held.digest(on=JUNE, since=CASE.version).text("nl")
    assert "Niet meer te laat: voortgangsgesprek (29 februari 2016)." in answered


def test_what_is_new_since_a_version() -> None:
    """Compared with an earlier version, a digest tells what recording has changed, on the same day."""
    case = CASE.record(gs.EvaluationHeld(date(2016, 2, 29), "progress_talk"))
    digest = case.digest(on=JUNE, since=CASE.version)
    assert digest.entries == (case.version,)
    assert not digest.quiet
    assert case.digest(on=JUNE, since=case.version).quiet


def test_a_track_that_did_not_run_yet_is_all_new() -> None:
    """Before a track was opened there is nothing to compare with."""
    digest = CASE.digest(on=JUNE, since=date(2000, 1, 1))
    (track,) = digest.tracks
    assert track.news is not None
    assert track.news.found == track.watch.found
    assert track.news.phase is None


def test_a_step_is_news() -> None:
    """A phase that was entered since is told with the one before."""
    case = started(gs.PPS, joined("g"), *said("purpose", "rationale")).advance("start", on=later(10))
    digest = case.digest(on=later(10), since=DAY)
    assert "De vorige fase was: start fase 1." not in digest.text("en")
    assert digest.tracks[0].news is not None
    assert digest.tracks[0].news.phase == "initiative"


def test_how_long_nothing_has_happened_is_known_in_any_phase() -> None:
    """A case in a phase without watched rules stands still too; how long is too long the host says."""
    case = started(gs.PPS, joined("g", on=later(3)))
    digest = case.digest(on=later(33))
    assert (digest.last, digest.idle) == (later(3), 30)
    assert "is er niets gebeurd: al 30 dagen" in digest.text("nl", still=30)
    assert "Nothing has happened since" not in digest.text("en", still=31)
    assert "niets gebeurd" not in digest.text("nl")


def test_what_is_recorded_later_does_not_wake_a_case_before() -> None:
    """Days are counted from what had happened by then."""
    case = started(gs.PPS, joined("g", on=later(20)))
    assert case.digest(on=later(10)).idle == 10


def test_a_track_at_its_end_is_silent() -> None:
    """A track in a final phase has nothing to say, unless it came there since."""
    process = tiny()
    case = started(process).advance("go", on=DAY)
    ended = case.advance("finish", on=later(1))
    assert len(case.digest(on=later(1)).tracks) == 1
    assert ended.digest(on=later(2)).tracks == ()
    assert len(ended.digest(on=later(2), since=DAY).tracks) == 1
    assert ended.digest(on=later(2), since=later(1)).tracks == ()


@pytest.mark.parametrize("since", [0, 21, "gisteren", True])
def test_since_is_a_day_or_a_version(since: object) -> None:
    """What is no day and no version of the case is refused."""
    with pytest.raises(gs.InvalidArgument):
        CASE.digest(on=JUNE, since=since)  # type: ignore[arg-type]
