"""The laws of what is shown: forms tell what was ticked, texts whom they are about, in their language."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

import attrs

from gezondsamen.collaboration import Collaboration
from gezondsamen.decision.check import Check
from gezondsamen.dossier import facts as f
from gezondsamen.exchange import to_dict
from gezondsamen.forms.problems import FormError
from gezondsamen.language import LANGUAGES
from gezondsamen.schedule.schedule import evaluation_schedule
from gezondsamen.testing.laws.demand import Law, demand, options_of

NAMED: Final = 2
"""Up to this many are all named; of more a text may say that it is all of them, or how many."""

_OTHER: Final = "anders"
"""The id that is given to what a form brings in."""


def what_is_not_ticked_is_not_told(case: Collaboration, day: date) -> None:
    """A form of which no box is ticked asks for each that has to be."""
    for check in _every_check(case, day):
        boxes = {
            blank.name(number): (number, blank)
            for number, draft in enumerate(check.form.drafts)
            for blank in draft.blanks
            if blank.kind == "confirm"
        }
        if boxes:
            answers = {name: told for name, told in check.form.answers().items() if name not in boxes}
            try:
                facts = check.form.read(answers)
            except FormError as problem:
                asked = {name for name, (_, blank) in boxes.items() if blank.required}
                said = {wrong.name for wrong in problem.problems}
                demand(
                    asked <= said, "each box that must be ticked is asked for", check.trigger, asked - said
                )
                continue
            demand(
                not any(blank.required for _, blank in boxes.values()),
                "what must be ticked and is not, is refused",
                check.trigger,
                facts,
            )


def chosen_ids_are_followed(case: Collaboration, day: date) -> None:
    """What comes after a new party in a form speaks of it under the id that was chosen for it."""
    for check in _every_check(case, day):
        for number, draft in enumerate(check.form.drafts):
            ids = [blank for blank in draft.blanks if blank.kind == "id"]
            if ids and isinstance(draft.fact, f.PartyJoined):
                old = draft.fact.party.id
                told = check.form.read({**check.form.answers(), ids[0].name(number): _OTHER})
                later = [fact for fact in told if old in _ids(fact)]
                demand(not later, "an id that is changed is followed", check.trigger, old, later)
                after = case.record(*told).check(check.trigger, on=day, track=check.track)
                demand(after.allowed, "a form opens the step under other ids as well", check.trigger, old)
                break


def _ids(fact: f.Fact) -> set[str]:
    """Return every text of a fact, and of the tuples and subjects in it."""
    found: set[str] = set()
    for value in attrs.astuple(fact):
        found |= {value} if isinstance(value, str) else set()
        found |= {one for one in value if isinstance(one, str)} if isinstance(value, tuple) else set()
    return found


def whoever_is_meant_is_named(case: Collaboration, day: date) -> None:
    """The sentences on what is missing name the parties of whom it is, as long as they are few."""
    names = {party.id: party.name for party in case.parties(on=day)}
    for check in _every_check(case, day):
        for row in (*check.unmet, *check.advised):
            about = {x.about.id for x in row.findings if x.about is not None and x.about.kind == "party"}
            if about <= set(names) and len(about) <= NAMED:
                for lang in LANGUAGES:
                    text = " ".join(to_dict(row, lang)["lines"])
                    left_out = [names[ident] for ident in about if names[ident] not in text]
                    demand(
                        not left_out, "a text names whom it is about", row.requirement.code, lang, left_out
                    )


def plain_data_speaks_as_texts_do(case: Collaboration, day: date) -> None:
    """Plain data says the same as the texts of checks and moments, in the language that was asked."""
    schedule = evaluation_schedule(case, on=day, until=day + timedelta(days=400))
    for lang in LANGUAGES:
        for check in _every_check(case, day):
            same = to_dict(check, lang)["summary"] == check.summary(lang)
            demand(same, "plain data speaks the language that was asked", lang, check.trigger)
        for moment in schedule.moments[:3]:
            said = to_dict(moment, lang)
            same = (said["reason"], said["label"]) == (moment.reason(lang), moment.point.label.text(lang))
            demand(same, "plain data speaks the language that was asked", lang, moment.id)


def _every_check(case: Collaboration, day: date) -> list[Check]:
    return [check for track in case.tracks for check in options_of(case, day, track).values()]


TELLING: Final[tuple[Law, ...]] = (
    what_is_not_ticked_is_not_told,
    chosen_ids_are_followed,
    whoever_is_meant_is_named,
    plain_data_speaks_as_texts_do,
)
"""The laws of forms, texts and plain data."""
