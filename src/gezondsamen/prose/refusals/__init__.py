"""Refusals in words: what went wrong and what to do, for whoever fills in the form.

Errors are values; their English message is for programmers. Here each is told by its code, in the
languages of the library. Tables of sentences stand beside: `arguments` (what does not fit a case or a
call), `documents`, `processes` and `models`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from gezondsamen.errors import (
    Blocker,
    DocumentError,
    Fault,
    GezondsamenError,
    InvalidArgument,
    InvalidProcess,
    InvalidRecord,
    MissingExtra,
    Problem,
    ProcessChanged,
    UnknownTrigger,
)
from gezondsamen.language import Language, language_of
from gezondsamen.prose.refusals.arguments import ARGUMENTS, UNKNOWN
from gezondsamen.prose.refusals.documents import BLOCKERS, FAULTS
from gezondsamen.prose.refusals.processes import PROBLEMS, UNKNOWN_IN_PROCESS

_DAY = re.compile(r"\d{4}-\d\d-\d\d\Z", re.ASCII)

MOST: Final = 80
"""Signs of an offender that are told; a longer one is cut."""


def text_of(error: GezondsamenError, lang: str) -> str:
    """Return an error in words, in a language; one without a sentence of its own tells its message.

    Raises `InvalidArgument` for a language without texts.
    """
    say = language_of(lang)
    match error:
        case InvalidArgument():
            return _argument(error, say)
        case UnknownTrigger():
            return _trigger(error, say)
        case InvalidProcess():
            head = say(
                "Het proces “{process}” klopt niet. Punten: {n}.",
                "The process “{process}” is not right. Points: {n}.",
                process=error.process,
                n=len(error.problems),
            )
            return listed(head, (problem_text(x, say) for x in error.problems))
        case DocumentError():
            head = say("Het document kan niet worden gelezen.", "The document cannot be read.")
            return listed(head, (fault_text(x, say) for x in error.problems))
        case ProcessChanged():
            return _changed(error, say)
        case MissingExtra():
            return say(
                "Hiervoor is een onderdeel nodig dat niet is geïnstalleerd: {package}. "
                'Uw beheerder installeert het met: pip install "gezondsamen[{extra}]"',
                "This needs a part that is not installed: {package}. "
                'Whoever runs the system installs it with: pip install "gezondsamen[{extra}]"',
                package=error.package,
                extra=error.extra,
            )
        case _:
            return str(error)


def listed(head: str, lines: Iterable[str]) -> str:
    """Return a sentence with a line for each thing below it."""
    return "\n".join((head, *(f"- {line}" for line in lines)))


def told(offender: str, say: Language) -> str:
    """Return what is at fault as people write it: a day as a day, and nothing longer than a line."""
    if _DAY.match(offender):
        try:
            return say.day(date.fromisoformat(offender))
        except ValueError:
            return offender
    return offender if len(offender) <= MOST else f"{offender[:MOST]}…"


def problem_text(problem: Problem, say: Language, table: Mapping[str, tuple[str, str]] = PROBLEMS) -> str:
    """Return what is wrong with a process or a model, and where, in words."""
    default = UNKNOWN_IN_PROCESS if problem.code.startswith("unknown-") else None
    return f"{problem.where}: {_sentence(problem, table, default, say)}{_meant(problem.nearest, None, say)}"


def fault_text(fault: Fault, say: Language) -> str:
    """Return what is wrong with a document, and where, in words."""
    known = fault.code in FAULTS
    table = FAULTS if known else ARGUMENTS if fault.code in ARGUMENTS else PROBLEMS
    return f"{fault.path}: {_sentence(fault, table, UNKNOWN if fault.offender else None, say)}"


def _argument(error: InvalidArgument, say: Language) -> str:
    default = UNKNOWN if error.code.startswith("unknown-") else None
    text = _sentence(error, ARGUMENTS, default, say)
    place = ""
    if isinstance(error, InvalidRecord) and error.index is not None:
        place = say("Onderdeel {n}: ", "Part {n}: ", n=error.index + 1)
    label = None if error.label is None else say.label(error.label)
    return f"{place}{text}{_meant(error.nearest, label, say)}"


def _sentence(
    error: InvalidArgument | Problem | Fault,
    table: Mapping[str, tuple[str, str]],
    default: tuple[str, str] | None,
    say: Language,
) -> str:
    sentence = table.get(error.code, default)
    if sentence is None:
        return error.message
    values = {name: told(value, say) for name, value in error.values}
    return say(*sentence, **{"offender": told(error.offender, say), **values})


def _meant(nearest: str | None, label: str | None, say: Language) -> str:
    if nearest is None:
        return ""
    name = f"{label} ({nearest})" if label else nearest
    return say(" Bedoelde u: {name}?", " Did you mean: {name}?", name=name)


def _trigger(error: UnknownTrigger, say: Language) -> str:
    text = say(
        "De stap “{trigger}” bestaat niet in dit proces.",
        "The step “{trigger}” does not exist in this process.",
        trigger=told(error.trigger, say),
    )
    text += _meant(error.nearest, None, say)
    if not error.possible:
        return text + say(
            " Dit proces is klaar: er zijn geen stappen meer.", " This process has ended: no step is left."
        )
    steps = say.listing(error.possible, word="or")
    return text + say(" Vanuit deze fase kan: {steps}.", " Possible from this phase: {steps}.", steps=steps)


def _changed(error: ProcessChanged, say: Language) -> str:
    head = say(
        "Deze zaak is bewaard onder een andere versie van het proces “{process}”. "
        "Uw beheerder geeft op hoe de volgende namen nu heten, of opent de zaak met het proces van toen.",
        "This case was kept under another version of the process “{process}”. "
        "Whoever runs the system says what these names are called now, or opens the case with the process "
        "of that time.",
        process=error.process,
    )
    return listed(head, (_blocker(x, say) for x in error.blockers))


def _blocker(blocker: Blocker, say: Language) -> str:
    kind = say(*BLOCKERS.get(blocker.kind, (blocker.kind, blocker.kind)))
    text = say(
        "regel {entry} in het journaal: {kind} “{key}” bestaat niet meer.",
        "entry {entry} of the journal: {kind} “{key}” does not exist any more.",
        entry=blocker.entry,
        kind=kind,
        key=blocker.key,
    )
    return text + _meant(blocker.nearest, None, say)
