"""Replay: a kept journal under the processes at hand, and everything that no longer fits."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

import gezondsamen as gs
from gezondsamen.dossier import facts as f
from gezondsamen.errors import Blocker
from gezondsamen.replay import MOST_BLOCKERS
from tests.support.builders import DAY, label, later, said, started, tiny

NOW = tiny()
WALKED = started(NOW, *said("purpose")).advance("go", on=DAY).advance("again", on=later(1))
ROWS = WALKED.entries_after(0)


def blockers(processes: Any, *entries: gs.Entry, **given: Any) -> tuple[Blocker, ...]:
    """Return what does not fit when entries are replayed."""
    with pytest.raises(gs.ProcessChanged) as caught:
        gs.Collaboration.replay(processes, entries, **given)
    assert caught.value.process == "tiny"
    return caught.value.blockers


def otherwise(**steps: str) -> gs.Process:
    """Return the process with steps that lead to other phases."""
    changed = [attrs.evolve(t, target=steps.get(t.trigger, t.target)) for t in NOW.transitions]
    return attrs.evolve(NOW, transitions=changed)


def test_a_journal_replayed_is_the_case() -> None:
    """Under its own process a journal is the case that it was, in one list or row by row."""
    assert gs.Collaboration.replay(NOW, ROWS) == WALKED
    assert gs.Collaboration.replay({"tiny": NOW}, iter(ROWS)) == WALKED


def test_steps_that_lead_elsewhere_are_told_or_kept() -> None:
    """A step that leads to another phase now is told with both; as it was taken it may stay."""
    changed = otherwise(go="done")
    away = Blocker(3, "target", "work", "done", "tiny", step="go")
    assert blockers(changed, *ROWS[:3]) == (away,)
    assert str(away) == "entry 3: step 'go' led to 'work'; in 'tiny' it leads to 'done'"
    kept = gs.Collaboration.replay(changed, ROWS, as_taken=True)
    assert [visit.phase for visit in kept.visits] == ["begin", "work"]
    assert kept.process == changed


def test_a_step_that_leads_out_no_more_is_told() -> None:
    """A step that its phase no longer has, though the process does, leads nowhere."""
    begin, work, _ = NOW.phases
    moved = begin.to(work, "again", label=label("nog eens"))
    changed = attrs.evolve(NOW, transitions=(NOW.transitions[0], moved, NOW.transitions[2]))
    (gone,) = blockers(changed, *ROWS)
    assert gone == Blocker(4, "target", "work", None, "tiny", step="again")
    assert str(gone).endswith("in 'tiny' it does not lead out of its phase")


def test_words_that_are_gone_are_told_with_the_nearest() -> None:
    """Phases and triggers that the process lacks are told at every entry, with what was probably meant."""
    begin, work, done = NOW.phases
    working = attrs.evolve(work, key="works")
    changed = tiny(
        phases=(begin, working, done),
        transitions=(
            begin.to(working, "goes", label=label("ga")),
            working.to(done, "end", label=label("af")),
        ),
    )
    assert blockers(changed, *ROWS) == (
        Blocker(3, "trigger", "go", "goes", "tiny"),
        Blocker(3, "phase", "work", "works", "tiny"),
        Blocker(4, "trigger", "again", None, "tiny"),
        Blocker(4, "phase", "work", "works", "tiny"),
    )
    renames = {"tiny": {"phases": {"work": "wrks"}, "triggers": {"go": "goes", "again": "end"}}}
    assert blockers(changed, *ROWS, renames=renames) == (
        Blocker(3, "phase", "work", "works", "tiny", "wrks"),
        Blocker(4, "phase", "work", "works", "tiny", "wrks"),
    )


def test_a_process_that_was_not_given_is_told_with_the_nearest() -> None:
    """Of a track whose process is not there only that is told; where it lies near, by its name."""
    other = attrs.evolve(NOW, key="tinny")
    assert blockers(other, *ROWS) == (Blocker(1, "process", "tiny", "tinny", "tiny"),)
    beside = gs.Entry(5, f.TrackOpened(DAY, "beside", "pps", "initiative"))
    step = gs.Entry(6, f.StepTaken(DAY, "beside", "start", "nowhere"))
    assert blockers(NOW, *ROWS, beside, step) == (Blocker(5, "process", "pps", None, "pps"),)


@pytest.mark.parametrize("more", [0, 1, 7])
def test_of_many_the_first_are_told_and_the_others_counted(more: int) -> None:
    """At most so many blockers are listed; how many more there are is said."""
    steps = [
        gs.Entry(n + 4, f.StepTaken(later(n), "main", "agian", "work"))
        for n in range(1, MOST_BLOCKERS + more + 1)
    ]
    with pytest.raises(gs.ProcessChanged) as caught:
        gs.Collaboration.replay(NOW, (*ROWS, *steps))
    assert (len(caught.value.blockers), caught.value.more) == (MOST_BLOCKERS, more)
    assert {blocker.nearest for blocker in caught.value.blockers} == {"again"}
    assert ("more" in str(caught.value)) is bool(more)


OPENED = f.TrackOpened(DAY, "main", "tiny", "begin", collaboration="case")
BESIDE = f.TrackOpened(DAY, "beside", "tiny", "begin")


def purpose(days: int = 0) -> gs.Stated:
    return gs.Stated(later(days), "purpose", "…")


BROKEN: list[tuple[str, str, int | None, list[gs.Entry]]] = [
    ("no-start", "entries", None, []),
    ("no-start", "entries", None, [gs.Entry(1, purpose())]),
    ("no-start", "entries", None, [gs.Entry(1, BESIDE)]),
    ("numbering", "2", 0, [gs.Entry(2, OPENED)]),
    ("numbering", "1", 1, [gs.Entry(1, OPENED), gs.Entry(1, BESIDE)]),
    ("before-start", str(later(-1)), 1, [gs.Entry(1, OPENED), gs.Entry(2, purpose(-1))]),
    (
        "before-start",
        str(later(-1)),
        1,
        [gs.Entry(1, OPENED), gs.Entry(2, attrs.evolve(BESIDE, on=later(-1)))],
    ),
    (
        "before-start",
        str(later(-1)),
        1,
        [gs.Entry(1, OPENED), gs.Entry(2, attrs.evolve(BESIDE, since=later(-1), reason="…"))],
    ),
    (
        "unknown-track",
        "beside",
        1,
        [gs.Entry(1, OPENED), gs.Entry(2, f.StepTaken(DAY, "beside", "go", "work"))],
    ),
    ("duplicate-track", "main", 1, [gs.Entry(1, OPENED), gs.Entry(2, OPENED)]),
    (
        "unknown-party",
        "a",
        2,
        [gs.Entry(1, OPENED), gs.Entry(2, BESIDE), gs.Entry(3, gs.PartyLeft(DAY, "a"))],
    ),
]


@pytest.mark.parametrize(
    ("code", "offender", "index", "entries"), BROKEN, ids=[f"{row[0]}-{n}" for n, row in enumerate(BROKEN)]
)
def test_entries_that_make_no_journal_are_named(
    code: str, offender: str, index: int | None, entries: list[gs.Entry]
) -> None:
    """What could never have been recorded is refused with its place among the entries."""
    with pytest.raises(gs.InvalidRecord) as caught:
        gs.Collaboration.replay(NOW, entries)
    assert (caught.value.code, caught.value.offender, caught.value.index) == (code, offender, index)


def test_what_happened_while_an_adopted_case_ran_counts() -> None:
    """Of a track that was adopted the first day is that since when it ran."""
    since = attrs.evolve(OPENED, since=later(-9), reason="…")
    said_then = gs.Entry(2, purpose(-9))
    assert gs.Collaboration.replay(NOW, [gs.Entry(1, since), said_then]).version == 2
