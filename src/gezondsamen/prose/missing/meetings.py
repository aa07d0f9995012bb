"""What is missing of meetings: contact, evaluations and actions."""

from __future__ import annotations

from datetime import date

from gezondsamen.findings import Finding
from gezondsamen.language import capitalised
from gezondsamen.process import conditions as c
from gezondsamen.prose.missing.phrases import count, goes_for
from gezondsamen.prose.scene import Voice


def met_before(x: c.MetBefore, one: Finding, who: str, v: Voice) -> str:
    """Return which contact did not come first."""
    first, then = (v.term("contact_kind", key) for key in (x.first, x.then))
    if one.found is None:
        text = v(
            "Er is nog geen contact geweest van deze soort: {first}.",
            "There has been no contact of this kind yet: {first}.",
            first=first,
        )
        return text + goes_for(who, v)
    day = v.day(date.fromisoformat(str(one.found)))
    text = v(
        "Op {day} was er al contact van deze soort: {then}. Daarvóór was er geen: {first}.",
        "On {day} there was contact of this kind already: {then}. Before it there was no: {first}.",
        day=day,
        then=then,
        first=first,
    )
    return text + goes_for(who, v)


def in_contact(x: c.InContact, one: Finding, who: str, many: bool, v: Voice) -> str:
    """Return how often there was contact, and how often there must be."""
    kinds = v.terms("contact_kind", x.kinds) or v("contact", "contact")
    when = "" if x.every is None else " " + v.language.past(c.period(x.every))
    if x.school_year:
        when += v(" in dit schooljaar", " in this school year")
    present = ""
    if x.present:
        listed = v.listing([v.parties(which) for which in x.present])
        present = v(", met erbij: {listed}", ", attended by: {listed}", listed=listed)
    needed, found = v.number(float(one.needed or 0)), v.number(float(one.found or 0))
    whom = v(" met {who}", " with {who}", who=who) if who and not many else ""
    text = v(
        "{kinds}{whom}{present}{when}: {found} keer, nodig is {needed} keer.",
        "{kinds}{whom}{present}{when}: {found} times, needed {needed}.",
        kinds=capitalised(kinds),
        whom=whom,
        present=present,
        when=when,
        found=found,
        needed=needed,
    )
    return text + goes_for(who, v) if many else text


def evaluated(x: c.Evaluated, one: Finding, v: Voice) -> str:
    """Return which evaluation, or which decision, is missing."""
    now = v("In deze ronde is er", "In this round there is") if x.since_entry else v("Er is", "There is")
    if not x.decisions:
        kinds = f" ({v.terms('evaluation_kind', x.kinds)})" if x.kinds else ""
        return v(
            "{now} nog geen evaluatie gehouden{kinds}.",
            "{now} no evaluation held yet{kinds}.",
            now=now,
            kinds=kinds,
        )
    fits = v.terms("decision", x.decisions)
    if one.found is None:
        return v(
            "{now} nog geen evaluatie met een besluit. Bij deze stap past: {fits}.",
            "{now} no evaluation with a decision yet. The decision that fits this step: {fits}.",
            now=now,
            fits=fits,
        )
    found = v.term("decision", str(one.found))
    return v(
        "Het laatste besluit was: {found}. Bij deze stap past: {fits}.",
        "The latest decision was: {found}. The decision that fits this step: {fits}.",
        found=found,
        fits=fits,
    )


def evaluation_arranged(x: c.EvaluationArranged, found: list[Finding], v: Voice) -> str:
    """Return which evaluation is not on the plan: its kind, its rhythm and what it looks at."""
    kinds = f" ({v.terms('evaluation_kind', x.kinds)})" if x.kinds else ""
    again = v(" die steeds terugkomt", " that comes back regularly") if x.recurring else ""
    aspects = v.terms("aspect", [str(y.needed) for y in found if y.needed in x.aspects], word="and")
    on = v(" over: {aspects}", " on: {aspects}", aspects=aspects) if aspects else ""
    return v(
        "Er is nog geen evaluatie gepland{kinds}{again}{on}.",
        "No evaluation is planned yet{kinds}{again}{on}.",
        kinds=kinds,
        again=again,
        on=on,
    )


def action_count(x: c.ActionCount, one: Finding, who: str, v: Voice) -> str:
    """Return how many open actions there are, and must be."""
    actions = (
        v("lopende actie", "open action"),
        v("lopende acties", "open actions"),
    )
    return count(one, x.at_least, x.at_most, actions, v) + goes_for(who, v)
