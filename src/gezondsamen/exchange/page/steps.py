"""The next steps, rule by rule, and what is watched as long as the phase lasts."""

from __future__ import annotations

from gezondsamen.decision.check import Check
from gezondsamen.exchange.markup import Markup, bullets, element, join
from gezondsamen.exchange.page.opening import phase_text, step_text, track_text, verdict
from gezondsamen.exchange.page.rules import rules_table
from gezondsamen.exchange.page.view import View
from gezondsamen.language import capitalised
from gezondsamen.prose import case_page as words
from gezondsamen.prose.moments import overdue_days
from gezondsamen.prose.pages import read_for
from gezondsamen.prose.scene import Scene, Voice
from gezondsamen.prose.statuses import OUTDATED
from gezondsamen.schedule.moments import Moment


def steps(view: View) -> Markup:
    """Return each possible next step with all its rules."""
    if not view.options:
        return element("p", view.say(*words.NO_MORE_STEPS))
    every = enumerate(view.options.items(), 1)
    return join([_step(view, number, trigger, check) for number, (trigger, check) in every])


def _step(view: View, number: int, trigger: str, check: Check) -> Markup:
    say, name = view.say, step_text(view, trigger)
    assert check.target is not None
    target = phase_text(view.process, check.target, say)
    stays = check.target == check.phase
    where = say(*words.STAY_IN_THE_SAME_PHASE) if stays else say(*words.TO_PHASE, target=target)
    rows = (
        rules_table(say(*words.RULES_FOR_STEP, number=number, name=name), check.outcomes, view)
        if check.outcomes
        else element("p", say(*words.NO_RULES))
    )
    title = say(*words.STEP_NUMBER, number=number, name=name)
    return join(
        "\n",
        element("h3", title, id=f"step-{number}"),
        element("p", verdict(check, say), f" {where} {check.summary(say.code)}", class_="lead"),
        rows,
    )


def watched(view: View) -> Markup:
    """Return the watched rules of the phase, the steps that are due and the evaluations overdue."""
    say = view.say
    parts: list[Markup | None] = []
    if view.due:
        parts += [
            element("h3", say(*words.STEPS_THAT_ARE_DUE)),
            bullets([_due_text(view, number) for number in range(len(view.due))]),
        ]
    if view.overdue:
        parts += [
            element("h3", say(*words.EVALUATIONS_THAT_ARE_OVERDUE)),
            bullets(_late(view)),
        ]
    if view.watch.outdated:
        rules, v = view.process.requirements, Voice(Scene(view.process), say)
        parts += [
            element("h3", say(*OUTDATED)),
            bullets([read_for(rules[code], v) for code in view.watch.outdated]),
        ]
    if view.watch.outcomes:
        parts += [
            element("h3", say(*words.RULES_THAT_ALWAYS_HOLD)),
            rules_table(say(*words.WATCHED_RULES), view.watch.outcomes, view),
        ]
    if not parts:
        return element("p", say(*words.NOTHING_WATCHED))
    return join(parts)


def _due_text(view: View, number: int) -> str:
    due, say = view.due[number], view.say
    track = view.dossier.track(due.track)
    step = view.process_of(track).transition(track.phase, due.trigger)
    name = capitalised(say.label(step.label)) if step else due.trigger
    since = say.day(due.since)
    where = track_text(view, track)
    return say(*words.DUE_SINCE, name=name, since=since, where=where) + (due.check.summary(say.code))


def _late(view: View) -> list[str]:
    """Return one line for each evaluation point that is overdue, with its days."""
    found: dict[tuple[str, str], list[Moment]] = {}
    for moment in view.overdue:
        found.setdefault((moment.track, moment.point.key), []).append(moment)
    lines = []
    for (track, _), moments in found.items():
        days = overdue_days([moment.on for moment in moments], view.say)
        name = capitalised(view.say.label(moments[0].point.label))
        where = "" if track == view.track.name else f" ({track_text(view, view.dossier.track(track))})"
        lines.append(f"{name}{where}: {days}")
    return lines
