"""The agenda: when to evaluate, and why then."""

from __future__ import annotations

from collections.abc import Iterable

from gezondsamen.decision.wording import capitalised, day_text, say
from gezondsamen.exchange.page.markup import Child, Markup, element, join, table
from gezondsamen.exchange.page.opening import track_text
from gezondsamen.exchange.page.view import View
from gezondsamen.exchange.page.words import status
from gezondsamen.schedule.moments import Moment


def agenda(view: View) -> Markup:
    """Return the evaluations still to be held, by day, each with its reason."""
    lang = view.lang
    end = day_text(view.schedule.until, lang)
    moments = [moment for moment in view.schedule if moment.status != "held"]
    held = len(view.schedule) - len(moments)
    done = (
        element("p", say(lang, f"Al gehouden: {held}.", f"Held already: {held}."), class_="small")
        if held
        else None
    )
    if not moments:
        text = say(
            lang,
            f"Tot en met {end} is er geen evaluatie gepland.",
            f"No evaluation is planned through {end}.",
        )
        return join(element("p", text), done)
    heads = (
        say(lang, "Dag", "Day"),
        say(lang, "Stand", "Status"),
        say(lang, "Evaluatie", "Evaluation"),
        say(lang, "Waarom dan", "Why then"),
    )
    caption = say(lang, f"Evaluaties tot en met {end}", f"Evaluations through {end}")
    return join(
        table(caption, heads, [_cells(view, group) for group in _grouped(moments, lang)], class_="agenda"),
        done,
    )


def _grouped(moments: Iterable[Moment], lang: str) -> list[list[Moment]]:
    """Return moments in groups: each alone, but those of one point that are overdue together."""
    groups: dict[tuple[str, ...], list[Moment]] = {}
    for moment in moments:
        late = (moment.track, moment.point.key, moment.reason(lang))
        groups.setdefault(late if moment.status == "overdue" else (moment.id,), []).append(moment)
    return list(groups.values())


def _cells(view: View, group: list[Moment]) -> tuple[Child, ...]:
    moment = group[0]
    lang, point = view.lang, moment.point
    extra = []
    if moment.track != view.track.name:
        extra.append(track_text(view, view.dossier.track(moment.track)))
    if point.instrument is not None:
        extra.append(say(lang, "met: ", "with: ") + point.instrument.text(lang))
    if point.evaluator is not None:
        extra.append(say(lang, "door: ", "by: ") + point.evaluator.text(lang))
    return (
        join([day_text(each.on, lang) for each in group], between=", "),
        status(moment.status, moment.status_text(lang)),
        join(
            element("span", capitalised(point.label.text(lang)), class_="rule-name"),
            element("span", "; ".join(extra), class_="small") if extra else None,
        ),
        capitalised(moment.reason(lang)) + ".",
    )
