"""The top of the page: what it is about, and what a reader needs to know in half a minute."""

from __future__ import annotations

from gezondsamen.decision.check import Check, rows_with
from gezondsamen.dossier.tracks import MAIN, Track
from gezondsamen.exchange.markup import Markup, element, join
from gezondsamen.exchange.page.signs import status
from gezondsamen.exchange.page.view import View
from gezondsamen.language import Language, capitalised
from gezondsamen.process.process import Process
from gezondsamen.prose import case_page as words


def phase_text(process: Process, key: str, say: Language) -> str:
    """Return a phase by its name, with its number where the process counts its stages."""
    phase = process.phase(key)
    name = capitalised(say.label(phase.label))
    if phase.stage is None:
        return name
    last = max(p.stage for p in process.phases if p.stage is not None)
    return say(*words.STAGE_OF, stage=phase.stage, last=last, name=name)


def track_text(view: View, track: Track) -> str:
    """Return what a track is called: its process, with its own name or that of its agreement."""
    label = capitalised(view.say.label(view.process_of(track).label))
    if track.name in view.dossier.known.agreements:
        return f"{label}, {view.teller.v.agreement(track.name)}"
    return label if track.name in (MAIN, track.process) else f"{label}, {track.name}"


def step_text(view: View, trigger: str) -> str:
    """Return what a step out of the present phase is called."""
    step = view.process.transition(view.track.phase, trigger)
    return capitalised(view.say.label(step.label)) if step else trigger


def verdict(check: Check, say: Language) -> Markup:
    """Return whether a step can be taken, as a status."""
    if check.allowed:
        return status("met", say(*words.POSSIBLE_NOW))
    return status("unmet", say(*words.NOT_POSSIBLE_YET))


def header(view: View) -> Markup:
    """Return title, process, phase and day."""
    say = view.say
    entered = say.day(view.visits[-1].entered)
    facts = (
        (say(*words.PHASE), capitalised(phase_text(view.process, view.track.phase, say))),
        (say(*words.ENTERED), entered),
        (say(*words.STANDS_ON), say.day(view.on)),
    )
    return element(
        "header",
        element("p", track_text(view, view.track), class_="kind"),
        element("h1", view.name),
        element(
            "dl",
            [element("div", element("dt", name), element("dd", text)) for name, text in facts],
            class_="facts",
        ),
    )


def summary(view: View) -> Markup:
    """Return in words what can be done now and what is missing, and the steps at a glance."""
    say = view.say
    items = [
        element(
            "li",
            element("span", element("a", step_text(view, trigger), href=f"#step-{number}"), class_="name"),
            verdict(check, say),
            element("span", _counts(check, say), class_="small"),
        )
        for number, (trigger, check) in enumerate(view.options.items(), 1)
    ]
    return join(
        element("p", " ".join(_sentences(view)), class_="lead"),
        element("ol", [join("\n", item) for item in items], class_="step-list") if items else None,
    )


def _counts(check: Check, say: Language) -> str:
    blocking, heed = len(check.unmet), len(check.advised)
    parts = []
    if blocking:
        parts.append(say.count(blocking, *words.RULES_NOT_COMPLETE))
    if heed:
        parts.append(say.count(heed, *words.POINTS_OF_ATTENTION))
    return ", ".join(parts)


def _sentences(view: View) -> list[str]:
    say, checks = view.say, tuple(view.options.values())
    if not checks:
        return [say(*words.PROCESS_HAS_ENDED), *_watched(view)]
    can = sum(check.allowed for check in checks)
    blocking = sum(len(check.unmet) for check in checks)
    heed = sum(len(check.advised) for check in checks)
    texts = [say.count(len(checks), *words.STEPS_OUT_OF_PHASE), say.count(can, *words.CAN_BE_TAKEN)]
    if blocking:
        blocks = say.count(blocking, *words.THINGS_THAT_HOLD_UP)
        points = say.count(heed, *words.POINTS_OF_ATTENTION)
        texts.append(say(*words.SOMETHING_IS_MISSING, blocks=blocks, points=points))
    elif heed:
        texts.append(say.count(heed, *words.ONLY_POINTS_OF_ATTENTION))
    else:
        texts.append(say(*words.NOTHING_IS_MISSING))
    return [*texts, *_watched(view)]


def _watched(view: View) -> list[str]:
    counted = (
        (len(rows_with(view.watch.outcomes, "unmet", "advised")), words.POINTS_ASK_FOR_ATTENTION),
        (len(view.due), words.STEPS_DUE),
        (len(view.overdue), words.EVALUATIONS_LATE),
    )
    return [view.say.count(number, *what) for number, what in counted if number]
