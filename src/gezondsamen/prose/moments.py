"""Moments of evaluation in words: why one is there, and when a point gives them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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


def elsewhere_text(entry: int, named: str, answered: str | None, say: Language) -> str:
    """Return that an evaluation answered another moment than the one it names, or none."""
    if answered is None:
        return say(
            "Regel {entry} in het journaal noemt het moment “{named}”, maar telt niet voor dat moment en ook "
            "niet voor een ander.",
            "Entry {entry} in the journal names the moment “{named}”, but does not count for it, nor for any "
            "other.",
            entry=entry,
            named=named,
        )
    return say(
        "Regel {entry} in het journaal noemt het moment “{named}”, maar telt voor “{answered}”.",
        "Entry {entry} in the journal names the moment “{named}”, but counts for “{answered}”.",
        entry=entry,
        named=named,
        answered=answered,
    )


def overdue_days(days: Sequence[date], say: Language) -> str:
    """Return the days of one point that were missed: each, or from many only how many, and from when."""
    if len(days) <= 3:
        return ", ".join(map(say.day, days))
    first, last = say.day(days[0]), say.day(days[-1])
    return say(
        "{n} keer, van {first} tot en met {last}",
        "{n} times, from {first} through {last}",
        n=say.numeral(len(days)),
        first=first,
        last=last,
    )


def _counted(point: EvaluationPoint, because: Because, say: Language) -> str:
    day = say.day(because.day)
    what = say(*_happened(because.anchor))
    if because.anchor != point.anchor:
        return say("na {what} op {day}", "after {what} on {day}", what=what, day=day)
    if point.fraction is not None:
        return say(
            "{share} de looptijd die begon op {day}",
            "{share} the term that began on {day}",
            share=_share(point.fraction, say),
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
    if isinstance(point.anchor, p.OnSchoolYear):
        return say("elk schooljaar vanaf {day}", "each school year from {day}", day=day)
    return say("vanwege {what} op {day}", "because of {what} on {day}", what=what, day=day)


def _happened(anchor: Anchor) -> tuple[str, str]:
    """Return what happened on the day from which a moment counts."""
    match anchor:
        case p.OnPhase():
            return "het begin van de fase", "the beginning of the phase"
        case p.OnTrigger():
            return "een stap", "a step"
        case p.OnTerm():
            if anchor.edge == "start":
                return "het begin van de looptijd", "the start of the term"
            return "het einde van de looptijd", "the end of the term"
        case p.OnStatement():
            if anchor.edge == "on":
                return "een vastlegging", "a statement"
            return "een vastgelegde einddatum", "an end date on record"
        case p.OnAction():
            return "de einddatum van een actie", "the due day of an action"
        case p.OnPartyLeft():
            return "het vertrek van een partij", "the leaving of a party"
        case p.OnSchoolYear():
            return "het begin van het schooljaar", "the beginning of the school year"
        case _:
            assert_never(anchor)


def _share(fraction: float, say: Language) -> str:
    """Return how far a term must have run, before "the term"."""
    if fraction == 0.5:
        return say("halverwege", "half-way through")
    return say("op {share} van", "at {share} of", share=say.percent(fraction))


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
        share = _share(point.fraction, v.language)
        parts.append(v("{share} de looptijd", "{share} the term", share=share))
    elif point.before_end is not None:
        lead = bound_text(point.before_end, v)
        parts.append(
            v("{lead} voor het einde van de looptijd", "{lead} before the end of the term", lead=lead)
        )
    elif isinstance(point.anchor, p.OnSchoolYear) and _is_yearly(point):
        parts.append(v("elk schooljaar", "each school year"))
    elif point.every is not None:
        every = v.language.every(period(point.every))
        if v.limits and isinstance(point.every, Limit):
            every += f" [{point.every.key}]"
        parts.append(v("{every} vanaf {start}", "{every} from {start}", every=every, start=start))
    elif point.offset is None:
        parts.append(v("bij {start}", "on {start}", start=start))
    if point.offset is not None:
        later = bound_text(point.offset, v)
        if parts:
            parts.append(v("de eerste keer na {later}", "for the first time after {later}", later=later))
        else:
            parts.append(v("{later} na {start}", "{later} after {start}", later=later, start=start))
    parts += _restrictions(point, v)
    for anchor, after in point.on_events:
        event = anchor_text(anchor, v)
        if after:
            parts.append(
                v(
                    "en eenmaal {later} na {event}",
                    "and once {later} after {event}",
                    later=v.period(after),
                    event=event,
                )
            )
        else:
            parts.append(v("en eenmaal bij {event}", "and once on {event}", event=event))
    if point.optional:
        parts.append(v("naar keuze", "optional"))
    return ", ".join(parts)


def _is_yearly(point: EvaluationPoint) -> bool:
    """Tell whether a point that counts from school years gives its moments in each of them."""
    if point.every is None:
        return point.offset is None
    return point.every == Every(years=1)


def _restrictions(point: EvaluationPoint, v: Voice) -> Iterator[str]:
    """Yield what bounds the moments of a point: how many, when in the year, which terms and phases."""
    if point.min_count != 1:
        count = point.min_count.value if isinstance(point.min_count, Limit) else point.min_count
        assert isinstance(count, int)
        key = f" [{point.min_count.key}]" if v.limits and isinstance(point.min_count, Limit) else ""
        yield v("minstens {n}{key} keer", "at least {n}{key} times", n=v.numeral(count), key=key)
    if point.window is not None:
        first, last = (_day_of_year(text, v) for text in (point.window.first, point.window.last))
        yield v("tussen {first} en {last}", "between {first} and {last}", first=first, last=last)
    if point.min_term is not None:
        term = v.period(point.min_term)
        yield v("bij een looptijd van {term} of langer", "for terms of {term} or longer", term=term)
    if point.while_in:
        labels = [f"“{v.label(v.scene.process.phase(key).label)}”" for key in point.while_in]
        yield v("zolang de fase {phases} is", "while in {phases}", phases=v.listing(labels, word="or"))


def _day_of_year(text: str, v: Voice) -> str:
    """Return a day of any year as people write it: `31 oktober`."""
    month, _, day = text.partition("-")
    return f"{int(day)} {v.language.months[int(month) - 1]}"


def bound_text(bound: Every | Limit, v: Voice) -> str:
    """Return a period, with the key of its limit where the voice tells limits."""
    if v.limits and isinstance(bound, Limit):
        return f"{v.period(period(bound))} [{bound.key}]"
    return v.period(period(bound))


def anchor_text(anchor: Anchor, v: Voice) -> str:
    """Return from what something is counted, as it follows "from", "after" or "on"."""
    process = v.scene.process
    match anchor:
        case p.OnPhase():
            phase = v.label(process.phase(anchor.phase).label)
            return v("de eerste keer in “{phase}”", "the first entry into “{phase}”", phase=phase)
        case p.OnTrigger():
            step = v.label(next(t.label for t in process.transitions if t.trigger == anchor.trigger))
            return v("de stap “{step}”", "the step “{step}”", step=step)
        case p.OnTerm():
            if anchor.edge == "start":
                return v(
                    "het begin van de looptijd van de overeenkomst", "the start of the term of the agreement"
                )
            return v("het einde van de looptijd van de overeenkomst", "the end of the term of the agreement")
        case p.OnStatement():
            topic = v.term("topic", anchor.topic)
            if anchor.edge == "on":
                return v("elke vastlegging van “{topic}”", "each statement on “{topic}”", topic=topic)
            return v(
                "de einddatum van elke vastlegging van “{topic}”",
                "the end date of each statement on “{topic}”",
                topic=topic,
            )
        case p.OnAction():
            return v("de einddatum van elke afgesproken actie", "the due day of each agreed action")
        case p.OnPartyLeft():
            return v("het vertrek van een partij", "the leaving of a party")
        case p.OnSchoolYear():
            return v("het begin van elk schooljaar", "the beginning of each school year")
        case _:
            assert_never(anchor)
