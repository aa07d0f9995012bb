"""What is missing of meetings: contact, evaluations and actions."""

from __future__ import annotations

from datetime import date

from gezondsamen.findings import Finding
from gezondsamen.language import capitalised
from gezondsamen.process import conditions as c
from gezondsamen.prose.contacts import contact, present, whom
from gezondsamen.prose.missing.phrases import count, goes_for
from gezondsamen.prose.scene import Voice


def met_before(x: c.MetBefore, one: Finding, who: str, v: Voice) -> str:
    """Return which contact did not come first."""
    first, then = (v.term("contact_kind", key) for key in (x.first, x.then))
    if one.found is None:
        text = v(
            "Nog geen {first} geweest.",
            "No {first} has been held yet.",
            first=first,
        )
        return text + goes_for(who, v)
    day = v.day(date.fromisoformat(str(one.found)))
    text = v(
        "Op {day} was er al {then}, zonder {first} op een eerdere dag.",
        "On {day} there was {then} already, without {first} on an earlier day.",
        day=day,
        then=v.language.an(then),
        first=v.language.an(first),
    )
    return text + goes_for(who, v)


def in_contact(x: c.InContact, one: Finding, who: str, many: bool, v: Voice) -> str:
    """Return how often there was contact, and how often there must be."""
    what = contact(x.kinds, v) + present(x.present, v)
    if who and not many:
        between = v(" tussen {who}", " between {who}", who=who)
        what += between if x.pairs else whom(x.kinds, who, v)
    parts = [v("in dit schooljaar", "in this school year")] if x.school_year else []
    if x.every is not None:
        parts.append(v.language.past(c.period(x.every)))
    when = f"{v.listing(parts)} " if parts else ""
    needed, found = float(one.needed or 0), float(one.found or 0)
    more = v("; nodig is {n} keer", "; {n} needed", n=v.numeral(needed)) if needed > 1 else ""
    text = v(
        "{when}pas {found} keer {what}{more}",
        "{when}only {found} times {what}{more}",
        when=when,
        found=v.numeral(found),
        what=what,
        more=more,
    )
    if not found:
        text = v("{when}nog geen {what}{more}", "{when}no {what} yet{more}", when=when, what=what, more=more)
    return capitalised(text) + "." + (goes_for(who, v) if many else "")


def evaluated(x: c.Evaluated, one: Finding, v: Voice) -> str:
    """Return which evaluation, or which decision, is missing."""
    now = v("In deze ronde is", "In this round") if x.since_entry else v("Er is", "So far")
    kinds = v.terms("evaluation_kind", x.kinds) or v("evaluatie", "evaluation")
    if not x.decisions:
        return v("{now} nog geen {kinds} gehouden.", "{now} no {kinds} has been held.", now=now, kinds=kinds)
    fits = v.terms("decision", x.decisions)
    if one.found is None:
        return v(
            "{now} nog geen {kinds} met een besluit gehouden. Bij deze stap past: {fits}.",
            "{now} no {kinds} with a decision has been held. The decision that fits this step: {fits}.",
            now=now,
            kinds=kinds,
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
    kinds = v.terms("evaluation_kind", x.kinds) or v("evaluatie", "evaluation")
    again = v(" die steeds terugkomt", " that comes back regularly") if x.recurring else ""
    aspects = v.terms("aspect", [str(y.needed) for y in found if y.needed in x.aspects], word="and")
    on = v(" over {aspects}", " on {aspects}", aspects=aspects) if aspects else ""
    return v(
        "Er is nog geen {kinds} gepland{on}{again}.",
        "No {kinds}{on}{again} is planned yet.",
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
