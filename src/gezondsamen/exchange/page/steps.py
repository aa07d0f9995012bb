"""The next steps, rule by rule, and what is watched as long as the phase lasts."""

from __future__ import annotations

from gezondsamen.decision.check import Check
from gezondsamen.decision.wording import capitalised, day_text, say
from gezondsamen.exchange.page.markup import Markup, bullets, element, join
from gezondsamen.exchange.page.opening import phase_text, step_text, track_text, verdict
from gezondsamen.exchange.page.rules import rules_table
from gezondsamen.exchange.page.view import View
from gezondsamen.schedule.moments import Moment


def steps(view: View) -> Markup:
    """Return each possible next step with all its rules."""
    if not view.options:
        return element("p", say(view.lang, "Er zijn geen stappen meer.", "There are no more steps."))
    every = enumerate(view.options.items(), 1)
    return join([_step(view, number, trigger, check) for number, (trigger, check) in every])


def _step(view: View, number: int, trigger: str, check: Check) -> Markup:
    lang, name = view.lang, step_text(view, trigger)
    assert check.target is not None
    target = phase_text(view.process, check.target, lang)
    where = (
        say(lang, "U blijft in dezelfde fase.", "You stay in the same phase.")
        if check.target == check.phase
        else say(lang, f"Naar: {target}.", f"To: {target}.")
    )
    rows = (
        rules_table(
            say(lang, f"Regels bij stap {number}: {name}", f"Rules for step {number}: {name}"),
            check.outcomes,
            view.dossier,
            lang,
        )
        if check.outcomes
        else element("p", say(lang, "Bij deze stap horen geen regels.", "There are no rules for this step."))
    )
    title = say(lang, f"Stap {number}: {name}", f"Step {number}: {name}")
    return join(
        "\n",
        element("h3", title, id=f"step-{number}"),
        element("p", verdict(check, lang), f" {where} {check.summary(lang)}", class_="lead"),
        rows,
    )


def watched(view: View) -> Markup:
    """Return the watched rules of the phase, the steps that are due and the evaluations overdue."""
    lang = view.lang
    parts: list[Markup | None] = []
    if view.due:
        parts += [
            element("h3", say(lang, "Stappen die aan de beurt zijn", "Steps that are due")),
            bullets([_due_text(view, number) for number in range(len(view.due))]),
        ]
    if view.overdue:
        parts += [
            element("h3", say(lang, "Evaluaties die te laat zijn", "Evaluations that are overdue")),
            bullets(_late(view)),
        ]
    if view.watch.outcomes:
        parts += [
            element("h3", say(lang, "Regels die steeds gelden", "Rules that hold all the time")),
            rules_table(
                say(lang, "Waar u in deze fase op let", "What to look after in this phase"),
                view.watch.outcomes,
                view.dossier,
                lang,
            ),
        ]
    if not parts:
        return element(
            "p", say(lang, "In deze fase is er niets om op te letten.", "Nothing is watched in this phase.")
        )
    return join(parts)


def _due_text(view: View, number: int) -> str:
    due, lang = view.due[number], view.lang
    track = view.dossier.track(due.track)
    step = view.process_of(track).transition(track.phase, due.trigger)
    name = capitalised(step.label.text(lang)) if step else due.trigger
    since = day_text(due.since, lang)
    where = track_text(view, track)
    return say(lang, f"{name}, sinds {since} ({where}). ", f"{name}, since {since} ({where}). ") + (
        due.check.summary(lang)
    )


def _late(view: View) -> list[str]:
    """Return one line for each evaluation point that is overdue, with its days."""
    found: dict[tuple[str, str], list[Moment]] = {}
    for moment in view.overdue:
        found.setdefault((moment.track, moment.point.key), []).append(moment)
    lines = []
    for (track, _), moments in found.items():
        days = ", ".join(day_text(moment.on, view.lang) for moment in moments)
        name = capitalised(moments[0].point.label.text(view.lang))
        where = "" if track == view.track.name else f" ({track_text(view, view.dossier.track(track))})"
        lines.append(f"{name}{where}: {days}")
    return lines
