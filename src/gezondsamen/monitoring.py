"""Monitoring: how a phase stands on a day, and what an evaluation is overdue for."""

from __future__ import annotations

from datetime import date

import attrs

from gezondsamen.decision.check import Outcome, rows_with, scene_of, sections, watched
from gezondsamen.decision.explanation import section
from gezondsamen.decision.situation import Situation
from gezondsamen.decision.wording import Scene, day_text, say
from gezondsamen.schedule.moments import Moment


@attrs.frozen
class Watch:
    """Say how the watched rules of a phase stand on a day, and which evaluations are overdue."""

    phase: str
    on: date
    track: str
    outcomes: tuple[Outcome, ...]
    overdue: tuple[Moment, ...] = ()
    title: str = ""
    scene: Scene | None = attrs.field(default=None, eq=False, repr=False)

    @property
    def found(self) -> tuple[Outcome, ...]:
        """The rows on which something was found."""
        return rows_with(self.outcomes, "unmet", "advised")

    def explain(self, lang: str) -> str:
        """Return what was found as a page in plain words."""
        assert self.scene is not None
        here = self.scene.process.phase(self.phase).label.text(lang)
        head = f"{self.title + ': ' if self.title else ''}{here} ({day_text(self.on, lang)})"
        late = [
            f"{moment.point.label.text(lang)}, {day_text(moment.on, lang)}: {moment.reason(lang)}."
            for moment in self.overdue
        ]
        return (
            "\n".join(
                [
                    head,
                    "=" * len(head),
                    *section(say(lang, "Evaluaties die hadden gemoeten", "Evaluations overdue"), late),
                    *sections(self.outcomes, lang),
                ]
            )
            + "\n"
        )


def watch(s: Situation, overdue: tuple[Moment, ...], title: str) -> Watch:
    """Return how the present phase stands."""
    return Watch(s.track.phase, s.day, s.track.name, watched(s), overdue, title, scene_of(s))
