"""Measures in words, for pictures and tables that people read."""

from __future__ import annotations

from gezondsamen.language import language_of
from gezondsamen.process.process import Process
from gezondsamen.prose.plots import PLOT
from gezondsamen.simulation.results import measures as m


def in_words(name: str, measure: m.Measure | m.Own, process: Process, lang: str) -> str:
    """Return what a measure is called: as the user named it, or in words.

    >>> from gezondsamen.phases import PPS
    >>> in_words("reached(management, by=2)", m.Reached("management", by=2), PPS, "en")
    'reached: management of the partnership, within 2 years'
    """
    if not isinstance(measure, m.KINDS) or name != str(measure):
        return name
    language = language_of(lang)

    def say(word: str, time: float | None = None) -> str:
        text = language(*PLOT[word])
        return text if time is None else text.format(language.grouped(time, 0 if time == int(time) else 2))

    def phase(key: str) -> str:
        return language.label(process.phase(key).label)

    def until(by: float | None) -> str:
        return "" if by is None else f", {say('by', by)}"

    match measure:
        case m.Ended(phase=key, outcome=outcome, by=by):
            what = phase(key) if key is not None else say("ended" if outcome is None else outcome)
            return what + until(by)
        case m.Reached(phase=key, by=by):
            return f"{say('reached')}: {phase(key)}{until(by)}"
        case m.InPhase(phase=key, at=at):
            return f"{say('in phase', at)} {phase(key)}"
        case m.Duration():
            return say("duration")
        case m.TimeIn(phase=key):
            return f"{say('time in')} {phase(key)}"
        case m.VisitCount(phase=key):
            return f"{say('visits')} {phase(key)}"
        case m.StepCount(trigger=trigger):
            (step, *_) = [step for step in process.transitions if step.trigger == trigger]
            return language.label(step.label)
        case _:
            return name
