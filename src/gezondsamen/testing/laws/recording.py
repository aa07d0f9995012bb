"""The laws of recording: what may not be told is refused, what is history stays, and says by whom."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Final, cast

from gezondsamen.collaboration import Collaboration
from gezondsamen.dossier import facts as f
from gezondsamen.dossier.journal import Entry
from gezondsamen.errors import InvalidRecord
from gezondsamen.testing.laws.demand import Law, demand

_WHY: Final = "…"


def a_step_below_another_stays(case: Collaboration, day: date) -> None:
    """Of the steps of a track only the last can be taken back."""
    for track in case.tracks:
        for entry in case.dossier.steps(track)[:-1]:
            number = entry.number
            refused = _refused(lambda number=number: case.correct(number, None, reason=_WHY))  # type: ignore[misc]
            demand(
                refused == "not-correctable", "a step on which another stands stays", track, number, refused
            )


def corrections_are_history(case: Collaboration, day: date) -> None:
    """A correction keeps who made it, and stays; taken back in its turn, what it replaced does not count."""
    for entry in _statements(case):
        number, said = entry.number, entry.fact
        try:
            after = case.correct(number, said, reason=_WHY, by="u-9")
        except InvalidRecord:
            continue  # what came later depends on it
        gone, new = after.entries_after(case.version)
        kept = (gone.by, new.by, new.replaces) == ("u-9", "u-9", entry.replaces or number)
        demand(kept, "a correction says who made it, and what it replaces", number, gone, new)
        refused = _refused(lambda: after.correct(gone.number, None, reason=_WHY))  # noqa: B023
        demand(refused is not None, "a correction is history, and stays", number)
        without = after.correct(new.number, None, reason=_WHY)
        counting = [known.number for known in without.dossier.events()]
        law = "what was replaced does not count again"
        demand(number not in counting and new.number not in counting, law, number, counting)


def nothing_is_recorded_before_it_happened(case: Collaboration, day: date) -> None:
    """A fact dated two days after the moment of recording is refused."""
    for entry in _statements(case):
        stamp = datetime.combine(entry.fact.on - timedelta(days=2), time(12), UTC)
        fact = entry.fact
        refused = _refused(lambda fact=fact, stamp=stamp: case.record(fact, recorded_at=stamp))  # type: ignore[misc]
        demand(refused == "not-yet", "nothing is dated after the day on which it is entered", fact.on, stamp)


def what_nobody_can_waive_is_asked(case: Collaboration, day: date) -> None:
    """A waiver of a rule that nobody can waive is refused."""
    rules = {code: rule for process in case.processes for code, rule in process.requirements.items()}
    for code in [code for code, rule in rules.items() if not rule.waivable][:1]:
        waiver = f.WaiverGranted(case.dossier.first_day, code, _WHY, "u-9")
        refused = _refused(lambda waiver=waiver: case.record(waiver))  # type: ignore[misc]
        demand(refused == "not-waivable", "a rule that nobody can waive is not waived", code, refused)


def _statements(case: Collaboration) -> list[Entry[f.Stated]]:
    """Return the first and the last statement that counts."""
    said = [entry for entry in case.dossier.events() if isinstance(entry.fact, f.Stated)]
    return cast("list[Entry[f.Stated]]", said[:1] + said[1:][-1:])


def _refused(change: Callable[[], object]) -> str | None:
    """Return the code with which a change is refused, or None where it is made."""
    try:
        change()
    except InvalidRecord as problem:
        return problem.code
    return None


RECORDING: Final[tuple[Law, ...]] = (
    a_step_below_another_stays,
    corrections_are_history,
    nothing_is_recorded_before_it_happened,
    what_nobody_can_waive_is_asked,
)
"""The laws of what is recorded, taken back and corrected."""
