"""Moments of evaluation in words: why one is there, and when a point gives them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Protocol, assert_never

from gezondsamen.citations import Basis
from gezondsamen.labels import Label
from gezondsamen.language import Language
from gezondsamen.periods import Every
from gezondsamen.process import evaluation_points as p
from gezondsamen.process.conditions import Limit, period
from gezondsamen.process.evaluation_points import Anchor, EvaluationPoint
from gezondsamen.prose import statuses
from gezondsamen.prose.scene import Voice
from gezondsamen.prose.statuses import MOMENT, basis_text


class Because(Protocol):
    """What is known of why a moment is there."""

    @property
    def basis(self) -> Basis: ...
    @property
    def anchor(self) -> Anchor: ...
    @property
    def day(self) -> date: ...
    @property
    def entry(self) -> int | None: ...
    @property
    def original(self) -> date: ...
    @property
    def moved(self) -> Label | None: ...


class Moment(Protocol):
    """One dated moment of evaluation."""

    @property
    def point(self) -> EvaluationPoint: ...
    @property
    def window(self) -> tuple[date, date]: ...
    @property
    def status(self) -> str: ...
    @property
    def because(self) -> Because: ...


def reason_text(point: EvaluationPoint, because: Because, say: Language) -> str:
    """Return why a moment is there: counted from what, moved why, and on what ground."""
    text = _counted(point, because, say)
    if because.moved is not None:
        text += say(
            "; verschoven van {day} ({why})",
            "; moved from {day} ({why})",
            day=say.day(because.original),
            why=say.label(because.moved),
        )
    text += f"; {basis_text(because.basis, say)}"
    if because.basis is not Basis.CHOICE:
        text += f": {point.citation.text()}"
    if because.entry is not None:
        text += "; " + say(*statuses.IN_JOURNAL, entry=because.entry)
    return text


def _counted(point: EvaluationPoint, because: Because, say: Language) -> str:
    day = say.day(because.day)
    if because.anchor != point.anchor:
        return say("na wat gebeurde op {day}", "after what happened on {day}", day=day)
    if point.fraction is not None:
        return say(
            "op {share} van een looptijd die begon op {day}",
            "at {share} of a term that began on {day}",
            share=f"{point.fraction:.0%}",
            day=day,
        )
    if point.before_end is not None:
        lead = say.period(period(point.before_end))
        return say("{lead} voor {day}", "{lead} before {day}", lead=lead, day=day)
    if point.every is not None:
        often = say.every(period(point.every))
        return say("{often} vanaf {day}", "{often} from {day}", often=often, day=day)
    if point.offset is not None:
        later = say.period(period(point.offset))
        return say("{later} na {day}", "{later} after {day}", later=later, day=day)
    return say("vanwege {day}", "because of {day}", day=day)


def moment_lines(moment: Moment, say: Language) -> list[str]:
    """Return what a calendar tells of a moment: why then, when it is answered, with what, by whom."""
    point = moment.point
    why = reason_text(point, moment.because, say)
    lines = [say("Waarom dan: {why}", "Why then: {why}", why=why)]
    first, last = (say.day(day) for day in moment.window)
    if moment.window[1] == date.max:
        lines.append(say("Evalueren telt: vanaf {first}", "An evaluation counts: from {first}", first=first))
    else:
        lines.append(
            say(
                "Evalueren telt: van {first} tot en met {last}",
                "An evaluation counts: from {first} through {last}",
                first=first,
                last=last,
            )
        )
    if moment.status in ("held", "overdue", "provisional"):
        lines.append(say("Stand: {status}", "Status: {status}", status=say(*MOMENT[moment.status])))
    if point.instrument is not None:
        lines.append(say("Waarmee: {what}", "With what: {what}", what=say.label(point.instrument)))
    if point.evaluator is not None:
        lines.append(say("Door wie: {who}", "By whom: {who}", who=say.label(point.evaluator)))
    ground = f"{basis_text(point.basis, say)}: {point.citation.text()}"
    source = [text for text in (ground, point.citation.address) if text and text not in why]
    if source:
        lines.append(say("Bron: {source}", "Source: {source}", source=", ".join(source)))
    if point.choice is not None:
        lines.append(say("Onze keuze: {choice}", "Our choice: {choice}", choice=say.label(point.choice)))
    return lines


# --- when a point gives moments ------------------------------------------------------------------------


def point_text(point: EvaluationPoint, v: Voice) -> str:
    """Return when an evaluation point gives moments, as one phrase."""
    start = anchor_text(point.anchor, v)
    parts: list[str] = []
    if point.fraction is not None:
        parts.append(v("op {share} van de looptijd", "at {share} of the term", share=f"{point.fraction:.0%}"))
    elif point.before_end is not None:
        lead = bound_text(point.before_end, v)
        parts.append(
            v("{lead} voor het einde van de looptijd", "{lead} before the end of the term", lead=lead)
        )
    elif point.every is not None:
        every = bound_text(point.every, v)
        parts.append(
            v("steeds na {every}, geteld {start}", "every {every}, counted {start}", every=every, start=start)
        )
    elif point.offset is None:
        parts.append(v("geteld {start}", "counted {start}", start=start))
    if point.offset is not None:
        later = bound_text(point.offset, v)
        if parts:
            parts.append(v("de eerste {later} later", "first {later} later", later=later))
        else:
            parts.append(v("{later} {start}", "{later} {start}", later=later, start=start))
    parts += _restrictions(point, v)
    for anchor, after in point.on_events:
        event = anchor_text(anchor, v)
        if after:
            parts.append(
                v(
                    "en eenmaal {later} {event}",
                    "and once {later} {event}",
                    later=v.period(after),
                    event=event,
                )
            )
        else:
            parts.append(
                v("en eenmaal op de dag zelf, {event}", "and once on the day itself, {event}", event=event)
            )
    if point.optional:
        parts.append(v("naar keuze", "optional"))
    return ", ".join(parts)


def _restrictions(point: EvaluationPoint, v: Voice) -> Iterator[str]:
    """Yield what bounds the moments of a point: how many, when in the year, which terms and phases."""
    if point.min_count != 1:
        count = point.min_count.value if isinstance(point.min_count, Limit) else point.min_count
        yield v("minstens {n} keer", "at least {n} times", n=count)
    if point.window is not None:
        yield v(
            "tussen {first} en {last} (maand-dag)",
            "between {first} and {last} (month-day)",
            first=point.window.first,
            last=point.window.last,
        )
    if point.min_term is not None:
        term = v.period(point.min_term)
        yield v("bij een looptijd van {term} of langer", "for terms of {term} or longer", term=term)
    if point.while_in:
        labels = [f"“{v.label(v.scene.process.phase(key).label)}”" for key in point.while_in]
        yield v("zolang de fase {phases} is", "while in {phases}", phases=v.listing(labels, word="or"))


def bound_text(bound: Every | Limit, v: Voice) -> str:
    """Return a period, with the key of its limit where the voice tells limits."""
    if v.limits and isinstance(bound, Limit):
        return f"{v.period(period(bound))} [{bound.key}]"
    return v.period(period(bound))


def anchor_text(anchor: Anchor, v: Voice) -> str:
    """Return from what something is counted."""
    process = v.scene.process
    match anchor:
        case p.OnPhase():
            phase = v.label(process.phase(anchor.phase).label)
            return v("vanaf de eerste keer in “{phase}”", "from the first entry into “{phase}”", phase=phase)
        case p.OnTrigger():
            step = v.label(next(t.label for t in process.transitions if t.trigger == anchor.trigger))
            return v(
                "vanaf elke keer dat de stap “{step}” wordt gezet",
                "from each time that the step “{step}” is taken",
                step=step,
            )
        case p.OnTerm():
            if anchor.edge == "start":
                return v(
                    "vanaf het begin van de looptijd van de overeenkomst",
                    "from the start of the term of the agreement",
                )
            return v(
                "vanaf het einde van de looptijd van de overeenkomst",
                "from the end of the term of the agreement",
            )
        case p.OnStatement():
            topic = v.term("topic", anchor.topic)
            if anchor.edge == "on":
                return v(
                    "vanaf de dag van elke vastlegging van “{topic}”",
                    "from each statement on “{topic}”, its day",
                    topic=topic,
                )
            return v(
                "vanaf de dag tot en met welke elke vastlegging van “{topic}” geldt",
                "from each statement on “{topic}”, the day through which it is valid",
                topic=topic,
            )
        case p.OnAction():
            return v(
                "vanaf de dag waarop elke afgesproken actie klaar moet zijn",
                "from the due day of each agreed action",
            )
        case p.OnPartyLeft():
            return v("vanaf elke dag waarop een partij vertrok", "from each day on which a party left")
        case p.OnSchoolYear():
            return v("vanaf de eerste dag van elk schooljaar", "from the first day of each school year")
        case _:
            assert_never(anchor)
