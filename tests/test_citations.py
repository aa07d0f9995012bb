"""Citations: works, and passages in them."""

from datetime import date

import pytest

import gezondsamen as gs
from gezondsamen.prose.statuses import BASIS
from tests.support.builders import PROCESSES

WORK = gs.Work("guide", "Guide", issuer="RIVM", year=2015, url="https://example.org/guide")


def test_text_says_all_that_a_reader_needs() -> None:
    """Issuer, title, year, heading and first words stand in one line."""
    citation = gs.Citation(WORK, "Steps", "First do this")
    assert citation.text() == "RIVM, Guide (2015), Steps, “First do this …”"


def test_what_is_not_given_leaves_no_trace() -> None:
    """A bare work is cited by its title alone."""
    assert gs.Citation(gs.Work("w", "Title")).text() == "Title"


def test_nothing_is_said_twice() -> None:
    """A year in the title, and a heading that is the title, are not repeated."""
    assert gs.Citation(gs.Work("w", "Guide 2015", year=2015), "Guide 2015").text() == "Guide 2015"


def test_the_address_of_the_passage_wins() -> None:
    """The address is that of the passage, else that of the work, else empty."""
    assert gs.Citation(WORK, url="https://example.org/p").address == "https://example.org/p"
    assert gs.Citation(WORK).address == "https://example.org/guide"
    assert gs.Citation(gs.Work("w", "Title")).address == ""


def test_the_day_of_reading_of_the_passage_wins() -> None:
    """A passage was read when it says so, else when its work was, else nobody knows."""
    work = gs.Work("w", "Title", read=date(2026, 1, 1))
    assert gs.Citation(work, read=date(2026, 2, 1)).read_on == date(2026, 2, 1)
    assert gs.Citation(work).read_on == date(2026, 1, 1)
    assert gs.Citation(WORK).read_on is None


def test_a_school_year_ends_in_july() -> None:
    """What a programme asks in a school year is known to hold until its last day."""
    assert gs.Work("w", "Title", school_year="2026-2027").holds_until == date(2027, 7, 31)
    assert gs.Work("w", "Title").holds_until is None
    for year in ("2026", "2026-2028", "26-27"):
        with pytest.raises(ValueError, match="no school year"):
            gs.Work("w", "Title", school_year=year)


@pytest.mark.parametrize("process", PROCESSES, ids=lambda p: p.key)
def test_law_and_programmes_say_when_they_were_read(process: gs.Process) -> None:
    """A statutory rule names its article and the day of reading; a condition of a programme its year."""
    for rule in process.requirements.values():
        cited = rule.citation
        if rule.basis is gs.Basis.LAW:
            assert "artikel" in cited.heading, rule.code
            assert cited.read_on, rule.code
        if rule.basis is gs.Basis.PROGRAMME:
            assert cited.work.school_year, rule.code
            assert cited.read_on, rule.code


@pytest.mark.parametrize("basis", list(gs.Basis))
def test_every_ground_has_words(basis: gs.Basis) -> None:
    """Each ground on which a rule can stand is named in both languages."""
    nl, en = BASIS[basis]
    assert nl
    assert en
    assert nl != en


@pytest.mark.parametrize("process", PROCESSES, ids=lambda p: p.key)
def test_every_work_of_a_process_has_one_meaning(process: gs.Process) -> None:
    """No two works that a process cites share a key, and each has a title."""
    assert len({work.key for work in process.works}) == len(process.works)
    assert all(work.title for work in process.works)
