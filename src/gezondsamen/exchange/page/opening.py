"""The top of the page: what it is about, and what a reader needs to know in half a minute."""

from __future__ import annotations

from gezondsamen.decision.check import Check, rows_with
from gezondsamen.decision.wording import capitalised, day_text, say
from gezondsamen.dossier.tracks import MAIN, Track
from gezondsamen.exchange.page.markup import Markup, element, join
from gezondsamen.exchange.page.view import View
from gezondsamen.exchange.page.words import status
from gezondsamen.process.process import Process


def phase_text(process: Process, key: str, lang: str) -> str:
    """Return a phase by its name, with its number where the process counts its stages."""
    phase = process.phase(key)
    name = capitalised(phase.label.text(lang))
    if phase.stage is None:
        return name
    last = max(p.stage for p in process.phases if p.stage is not None)
    return say(lang, f"fase {phase.stage} van {last}: {name}", f"stage {phase.stage} of {last}: {name}")


def track_text(view: View, track: Track) -> str:
    """Return what a track is called: its process, and its own name where that says more."""
    label = capitalised(view.process_of(track).label.text(view.lang))
    return label if track.name in (MAIN, track.process) else f"{label} ({track.name})"


def step_text(view: View, trigger: str) -> str:
    """Return what a step out of the present phase is called."""
    step = view.process.transition(view.track.phase, trigger)
    return capitalised(step.label.text(view.lang)) if step else trigger


def verdict(check: Check, lang: str) -> Markup:
    """Return whether a step can be taken, as a status."""
    if check.allowed:
        return status("met", say(lang, "kan nu", "possible now"))
    return status("unmet", say(lang, "kan nog niet", "not possible yet"))


def header(view: View) -> Markup:
    """Return title, process, phase and day."""
    lang = view.lang
    entered = day_text(view.visits[-1].entered, lang)
    facts = (
        (say(lang, "Fase", "Phase"), capitalised(phase_text(view.process, view.track.phase, lang))),
        (say(lang, "In deze fase sinds", "In this phase since"), entered),
        (say(lang, "Stand op", "As of"), day_text(view.on, lang)),
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
    lang = view.lang
    items = [
        element(
            "li",
            element("span", element("a", step_text(view, trigger), href=f"#step-{number}"), class_="name"),
            verdict(check, lang),
            element("span", _counts(check, lang), class_="small"),
        )
        for number, (trigger, check) in enumerate(view.options.items(), 1)
    ]
    return join(
        element("p", " ".join(_sentences(view)), class_="lead"),
        element("ol", [join("\n", item) for item in items], class_="step-list") if items else None,
    )


def _counts(check: Check, lang: str) -> str:
    blocking, heed = len(check.unmet), len(check.advised)
    parts = []
    if blocking:
        nl = "1 regel is nog niet rond" if blocking == 1 else f"{blocking} regels zijn nog niet rond"
        en = "1 rule is not complete yet" if blocking == 1 else f"{blocking} rules are not complete yet"
        parts.append(say(lang, nl, en))
    if heed:
        nl = "1 aandachtspunt" if heed == 1 else f"{heed} aandachtspunten"
        en = "1 point of attention" if heed == 1 else f"{heed} points of attention"
        parts.append(say(lang, nl, en))
    return ", ".join(parts)


def _sentences(view: View) -> list[str]:
    lang, checks = view.lang, tuple(view.options.values())
    if not checks:
        end = say(
            lang,
            "Dit proces is klaar: uit deze fase gaat geen stap meer.",
            "This process has ended: no step leads out of this phase.",
        )
        return [end, *_watched(view)]
    can = sum(check.allowed for check in checks)
    blocking = sum(len(check.unmet) for check in checks)
    heed = sum(len(check.advised) for check in checks)
    steps_nl = "is 1 stap" if len(checks) == 1 else f"zijn {len(checks)} stappen"
    steps_en = "is 1 step" if len(checks) == 1 else f"are {len(checks)} steps"
    texts = [
        say(
            lang,
            f"Er {steps_nl} mogelijk vanuit deze fase. Nu {'kan' if can == 1 else 'kunnen'} er {can}.",
            f"There {steps_en} out of this phase. {can} can be taken now.",
        )
    ]
    if blocking or heed:
        points_nl = "1 aandachtspunt" if heed == 1 else f"{heed} aandachtspunten"
        points_en = "1 point of attention" if heed == 1 else f"{heed} points of attention"
        blocks_nl = (
            "1 ding dat een stap tegenhoudt"
            if blocking == 1
            else f"{blocking} dingen die een stap tegenhouden"
        )
        blocks_en = (
            "1 thing that holds up a step" if blocking == 1 else f"{blocking} things that hold up a step"
        )
        nl = f"Er ontbreekt nog iets: {blocks_nl}, en {points_nl}."
        en = f"Something is missing: {blocks_en}, and {points_en}."
        if not blocking:
            nl = f"Geen regel houdt een stap tegen; wel {'is' if heed == 1 else 'zijn'} er {points_nl}."
            en = f"No rule holds up a step; there {'is' if heed == 1 else 'are'} {points_en}."
        texts.append(say(lang, nl, en))
    else:
        texts.append(say(lang, "Er ontbreekt niets.", "Nothing is missing."))
    return [*texts, *_watched(view)]


def _watched(view: View) -> list[str]:
    lang, texts = view.lang, []
    found = len(rows_with(view.watch.outcomes, "unmet", "advised"))
    if found:
        nl = "1 punt vraagt" if found == 1 else f"{found} punten vragen"
        en = "1 point asks" if found == 1 else f"{found} points ask"
        texts.append(say(lang, f"In deze fase {nl} om aandacht.", f"In this phase {en} for attention."))
    if view.due:
        nl = "1 stap is" if len(view.due) == 1 else f"{len(view.due)} stappen zijn"
        en = "1 step is" if len(view.due) == 1 else f"{len(view.due)} steps are"
        texts.append(say(lang, f"{nl} aan de beurt omdat de tijd om is.", f"{en} due because time is up."))
    late = len(view.overdue)
    if late:
        nl = "1 evaluatie is" if late == 1 else f"{late} evaluaties zijn"
        en = "1 evaluation is" if late == 1 else f"{late} evaluations are"
        texts.append(say(lang, f"{nl} te laat.", f"{en} overdue."))
    return texts
