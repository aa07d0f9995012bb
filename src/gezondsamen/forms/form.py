"""Forms: drafts in order as one thing, each with all its blanks, to be shown and to be read back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import attrs

from gezondsamen.arguments import check, check_day, check_number, items, mapping
from gezondsamen.dossier import facts as f
from gezondsamen.dossier.parties import About
from gezondsamen.errors import InvalidArgument, shown
from gezondsamen.forms import reading
from gezondsamen.forms.asked import asked
from gezondsamen.forms.blanks import Blank, value_at
from gezondsamen.forms.drafts import Draft
from gezondsamen.forms.fitting import roles_for
from gezondsamen.frozen import FrozenDict, frozen_names
from gezondsamen.periods import Every
from gezondsamen.process.process import Process

PERIODS = ("P1M", "P3M", "P6M", "P1Y", "P2Y")
"""Rhythms that are offered; any other is taken too."""


@attrs.frozen
class Form:
    """Hold what to fill in: facts in an order that works, each with all its blanks.

    `names` are the parties that take part, and `agreements` what is drafted, by id. An id that a draft
    chooses for a new party or agreement is followed by the drafts after it, also when it is changed.
    `general` tells that it is for a kind of fact, not for what a rule lacks.

    >>> import gezondsamen as gs
    >>> case = gs.Collaboration.start(gs.PPS, id="waterstad", on=date(2024, 1, 8))
    >>> form = case.form(gs.PartyJoined, on=date(2024, 1, 9))
    >>> form.read({"0.party.name": "Gemeente", "0.party.kind": "municipality", "0.on": "10-1-2024"})[0].on
    datetime.date(2024, 1, 10)
    """

    drafts: tuple[Draft, ...]
    process: Process = attrs.field(repr=False)
    names: Mapping[str, str] = attrs.field(factory=FrozenDict, converter=frozen_names, repr=False)
    agreements: Mapping[str, str] = attrs.field(factory=FrozenDict, converter=frozen_names, repr=False)
    general: bool = False

    @classmethod
    def of(
        cls,
        drafts: Iterable[Draft],
        process: Process,
        names: Mapping[str, str],
        agreements: Mapping[str, str] | None = None,
    ) -> Form:
        """Return the form of drafts: with every blank of each, its choices and its suggestion."""
        check("process", process, Process, "a process")
        parties, texts = mapping("names", names), mapping("agreements", agreements)
        complete = []
        for draft in items("drafts", drafts, Draft, "drafts"):
            fact = draft.fact
            blanks = [_complete(blank, fact, process, parties, texts) for blank in asked(draft)]
            complete.append(Draft(fact, tuple(blanks)))
            if isinstance(fact, f.PartyJoined):
                parties[fact.party.id] = fact.party.name
            elif isinstance(fact, f.AgreementDrafted):
                texts[fact.agreement] = fact.title or ""
        return cls(tuple(complete), process, mapping("names", names), mapping("agreements", agreements))

    def __bool__(self) -> bool:
        """Tell whether there is anything to fill in."""
        return bool(self.drafts)

    def follows(self, number: int) -> tuple[int, ...]:
        """Return the numbers of the drafts before this one whose new party or agreement it names."""
        check_number("number", number)
        if not 0 <= number < len(self.drafts):
            raise InvalidArgument("unknown-entry", f"this form has no draft {shown(number)}", shown(number))
        named = reading.named(self.drafts[number].fact)
        return tuple(n for n in range(number) if reading.brings(self.drafts[n].fact) in named)

    def answers(self, text: str = "…") -> dict[str, str | list[str]]:
        """Return what somebody posts who takes every suggestion, confirms all, and writes `text`."""
        check("text", text, str, "a text")
        found: dict[str, str | list[str]] = {}
        for number, draft in enumerate(self.drafts):
            for blank in draft.blanks:
                given = list(blank.suggestion) or list(blank.choices[:1] if blank.required else ())
                if not given and blank.kind in ("text", "name", "person"):
                    given = [text]
                several = blank.kind in ("parties", "choices")
                found[blank.name(number)] = given if several else "".join(given)
        return found

    def read(
        self, posted: Mapping[str, Any], *, since: date | None = None, until: date | None = None
    ) -> tuple[f.Fact, ...]:
        """Return the facts that a posted form tells, in order: what is not posted is not told.

        What happened before `since` (the first day of the collaboration) or after `until` (today) is
        refused at its blank; without them no day is too early or too late.

        Takes what a browser posts: a text or a list of texts per name (also with `getlist`, as in the
        forms of web frameworks), or the same as nested plain data. Days are `2024-01-31` or
        `31-1-2024`; numbers have a decimal comma or point. A box that is not ticked is absent, or "". An
        item is left out where its number is posted as "". Names that do not begin with a number and a
        point are the host's own.

        Raises `FormError` with every problem at its blank, and `InvalidArgument` when `since` or `until` is
        no day.
        """
        for name, day in (("since", since), ("until", until)):
            if day is not None:
                check_day(name, day)
        topics = self.process.vocabulary.get("topic", {})
        counted = (key for key, term in topics.items() if term.counted)
        return reading.read(self.drafts, (*self.names, *self.agreements), posted, (since, until), counted)


def _complete(
    blank: Blank, fact: f.Fact, process: Process, parties: Mapping[str, str], agreements: Mapping[str, str]
) -> Blank:
    """Return a blank with its choices, most fitting first, and its suggestion."""
    suggestion = ("on",) if blank.kind == "confirm" else posted(value_at(fact, blank.path))
    if blank.field == "start" and isinstance(fact, f.AgreementDrafted) and not suggestion:
        suggestion = (fact.on.isoformat(),)
    choices, fitting = _choices(blank, fact, process, parties, agreements)
    if blank.kind == "parties":  # the text of an agreement goes on naming those who left
        choices = tuple(dict.fromkeys((*choices, *suggestion)))
    first = [key for key in suggestion if key in choices] if blank.preset else []
    ordered = (*first, *(key for key in choices if key not in first))
    fitting = fitting or len(first)
    if isinstance(fact, f.Quantified) and blank.kind == "number":
        term = process.term("topic", fact.topic)
        blank = attrs.evolve(blank, least=0 if term is not None and term.counted else None)
    return attrs.evolve(blank, choices=ordered, fitting=fitting, suggestion=suggestion)


def _choices(
    blank: Blank, fact: f.Fact, process: Process, parties: Mapping[str, str], agreements: Mapping[str, str]
) -> tuple[tuple[str, ...], int]:
    """Return what can be chosen, and how much of it fits best."""
    if blank.choices:
        return blank.choices, blank.fitting
    match blank.kind:
        case "party" | "parties":
            return tuple(parties), 0
        case "agreement":
            return tuple(agreements), 0
        case "subject":
            sectors = process.vocabulary.get("sector", ())
            return (*(f"party:{key}" for key in parties), *(f"sector:{key}" for key in sectors)), 0
        case "period":
            return PERIODS, 0
        case "choice" | "choices":
            if blank.scheme == "role":
                fit, rest = roles_for(process, None)
                return (*fit, *rest), len(fit)
            return tuple(process.vocabulary.get(blank.scheme or "", ())), 0
        case _:
            return (), 0


def posted(value: Any) -> tuple[str, ...]:
    """Return a value of a fact as it would be posted."""
    match value:
        case None | "":
            return ()
        case date():
            return (value.isoformat(),)
        case Every():
            return (value.iso,)
        case About():
            return (f"{value.kind}:{value.id}",)
        case tuple():
            return value
        case bool():
            return ("on",) if value else ()
        case int() | float():
            return (str(int(value) if float(value).is_integer() else value),)
        case _:
            return (str(value),)
