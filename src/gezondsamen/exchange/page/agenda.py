"""The agenda: when to evaluate, and why then."""

from __future__ import annotations

from collections.abc import Iterable

from gezondsamen.exchange.markup import Child, Markup, element, join, table
from gezondsamen.exchange.page.journal import with_line_link
from gezondsamen.exchange.page.opening import track_text
from gezondsamen.exchange.page.signs import status
from gezondsamen.exchange.page.view import View
from gezondsamen.language import Language, capitalised
from gezondsamen.prose import case_page as words
from gezondsamen.prose.moments import overdue_days
from gezondsamen.schedule.moments import Moment


def agenda(view: View) -> Markup:
    """Return the evaluations still to be held, by day, each with its reason."""
    say = view.say
    end = say.day(view.schedule.until)
    moments = [moment for moment in view.schedule if moment.status != "held"]
    held = len(view.schedule) - len(moments)
    done = join(
        element("p", say(*words.HELD_ALREADY, held=held), class_="small") if held else None,
        *(
            element("p", with_line_link(other.text(say.code), other.entry, view), class_="small")
            for other in view.schedule.elsewhere
        ),
    )
    if not moments:
        text = say(*words.NOTHING_PLANNED_THROUGH, end=end)
        return join(element("p", text), done)
    heads = (
        say(*words.DAY),
        say(*words.STATUS),
        say(*words.EVALUATION),
        say(*words.WHY_THEN),
    )
    caption = say(*words.EVALUATIONS_THROUGH, end=end)
    return join(
        table(caption, heads, [_cells(view, group) for group in _grouped(moments, say)], class_="agenda"),
        done,
    )


def _grouped(moments: Iterable[Moment], say: Language) -> list[list[Moment]]:
    """Return moments in groups: each alone, but those of one point that are overdue together."""
    groups: dict[tuple[str, ...], list[Moment]] = {}
    for moment in moments:
        late = (moment.track, moment.point.key, moment.reason(say.code))
        groups.setdefault(late if moment.status == "overdue" else (moment.id,), []).append(moment)
    return list(groups.values())


def _cells(view: View, group: list[Moment]) -> tuple[Child, ...]:
    moment = group[0]
    say, point = view.say, moment.point
    extra = []
    if moment.track != view.track.name:
        extra.append(track_text(view, view.dossier.track(moment.track)))
    if point.instrument is not None:
        extra.append(say(*words.WITH) + say.label(point.instrument))
    if point.evaluator is not None:
        extra.append(say(*words.BY) + say.label(point.evaluator))
    return (
        overdue_days([each.on for each in group], say),
        status(moment.status, moment.status_text(say.code)),
        join(
            element("span", capitalised(say.label(point.label)), class_="rule-name"),
            element("span", "; ".join(extra), class_="small") if extra else None,
        ),
        with_line_link(capitalised(moment.reason(say.code)) + ".", moment.because.entry, view),
    )
