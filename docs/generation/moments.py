"""When an evaluation point gives moments, in words."""

from __future__ import annotations

from typing import assert_never

from generation.markdown import value_text
from gezondsamen.decision.wording import Scene, listing, period_text
from gezondsamen.periods import Every
from gezondsamen.process import conditions as c
from gezondsamen.process import evaluation_points as p
from gezondsamen.process.process import Process


def when_text(point: p.EvaluationPoint, process: Process) -> str:
    """Return in words when an evaluation point gives moments."""
    start = anchor_text(point.anchor, process)
    parts: list[str] = []
    if point.fraction is not None:
        parts.append(f"at {point.fraction:.0%} of the term")
    elif point.before_end is not None:
        parts.append(f"{bound_text(point.before_end)} before the end of the term")
    elif point.every is not None:
        parts.append(f"every {bound_text(point.every)}, counted {start}")
    elif point.offset is None:
        parts.append(f"counted {start}")
    if point.offset is not None:
        parts.append(
            f"first {bound_text(point.offset)} later" if parts else f"{bound_text(point.offset)} {start}"
        )
    if point.min_count != 1:
        count = point.min_count.value if isinstance(point.min_count, c.Limit) else point.min_count
        parts.append(f"at least {count} times")
    if point.window is not None:
        parts.append(f"between {point.window.first} and {point.window.last} (month-day)")
    if point.min_term is not None:
        parts.append(f"for terms of {period_text(point.min_term, 'en')} or longer")
    if point.while_in:
        parts.append(f"while in {listing(point.while_in, 'en', word='or')}")
    for anchor, period in point.on_events:
        later = f"{period_text(period, 'en')} " if period else "on the day itself, "
        parts.append(f"and once {later}{anchor_text(anchor, process)}")
    if point.optional:
        parts.append("optional")
    return ", ".join(parts)


def bound_text(bound: Every | c.Limit) -> str:
    """Return a period, with the key of its limit where it has one."""
    if isinstance(bound, c.Limit):
        return f"{value_text(bound.value)} [{bound.key}]"
    return period_text(bound, "en")


def anchor_text(anchor: p.Anchor, process: Process) -> str:
    """Return in words from what something is counted."""
    match anchor:
        case p.OnPhase():
            return f"from the first entry into “{process.phase(anchor.phase).label.en}”"
        case p.OnTrigger():
            label = next(t.label.en for t in process.transitions if t.trigger == anchor.trigger)
            return f"from each time that the step “{label}” is taken"
        case p.OnTerm():
            return f"from the {anchor.edge} of the term of the agreement"
        case p.OnStatement():
            topic = Scene(process).term("topic", anchor.topic, "en")
            day = "its day" if anchor.edge == "on" else "the day through which it is valid"
            return f"from each statement on “{topic}”, {day}"
        case p.OnAction():
            return "from the due day of each agreed action"
        case p.OnPartyLeft():
            return "from each day on which a party left"
        case p.OnSchoolYear():
            return "from the first day of each school year"
        case _:
            assert_never(anchor)
