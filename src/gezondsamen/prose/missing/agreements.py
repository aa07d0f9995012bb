"""What an agreement lacks, and the notice of who leaves."""

from __future__ import annotations

from datetime import date

from gezondsamen.findings import Finding
from gezondsamen.process import conditions as c
from gezondsamen.prose.missing.phrases import goes_for
from gezondsamen.prose.scene import Voice


def agreed(x: c.Agreed, found: list[Finding], who: str, v: Voice) -> str:
    """Return what an agreement lacks, or who has not signed."""
    about = found[0].about
    if about is None:
        kinds = f" ({v.terms('agreement_kind', x.kinds)})" if x.kinds else ""
        return v(
            "Er is nog geen overeenkomst op papier{kinds}.",
            "There is no agreement on paper yet{kinds}.",
            kinds=kinds,
        )
    needs = {str(y.needed) for y in found}
    if about.kind == "party":
        return _of_a_party(needs, who, v)
    if "later" in needs:
        return _not_later(found[-1], who, v)
    if "principal" in needs:
        return v(
            "Er kan maar één hoofdovereenkomst zijn. Nu zijn er meer: {who}.",
            "There can be one principal agreement only. Now there are more: {who}.",
            who=who,
        )
    parts = []
    clauses = [str(y.needed) for y in found if y.needed in x.clauses]
    if clauses:
        names = v.terms("clause", clauses, word="and")
        parts.append(v("ontbreken afspraken over: {names}", "has no clauses yet on: {names}", names=names))
    if "party" in needs and x.with_ is not None:
        which = v.parties(x.with_)
        parts.append(v("doet nog geen {which} mee", "has no {which} in it yet", which=which))
    few = next((y.found for y in found if y.needed == "obliged" and y.found), None)
    if few is not None:
        parts.append(
            v(
                "is het aantal partijen met een verplichting {few}, en moet het minstens {least} zijn",
                "has {few} under an obligation, and must have {least} at least",
                few=v.numeral(float(few)),
                least=v.numeral(x.obliged or 1),
            )
        )
    elif "obliged" in needs:
        parts.append(v("heeft nog niemand een verplichting", "puts no party under an obligation yet"))
    return v("In overeenkomst {who} ", "Agreement {who} ", who=who) + v.listing(parts) + "."


def _of_a_party(needs: set[str], who: str, v: Voice) -> str:
    """Return what is needed of a party: to stand in the text or out of it, to be obliged by it, to sign."""
    outside = v("Nog niet in de overeenkomst: {who}.", "Not in the agreement yet: {who}.", who=who)
    said = {
        "left": v(
            "Vertrokken, maar nog wel partij: {who}.", "Left, but still a party to it: {who}.", who=who
        ),
        "party": outside,
        "text": outside,
        "obliged": v(
            "Nog zonder verplichting in de overeenkomst: {who}.",
            "Without an obligation in the agreement yet: {who}.",
            who=who,
        ),
        "signature": v("Nog niet getekend: {who}.", "Not signed yet: {who}.", who=who),
    }
    return " ".join(dict.fromkeys(text for need, text in said.items() if need in needs))


def _not_later(one: Finding, who: str, v: Voice) -> str:
    """Return that the last day did not become a later one."""
    day = v.day(date.fromisoformat(str(one.found))) if one.found else ""
    if not day:
        return v("Overeenkomst {who} heeft geen laatste dag.", "Agreement {who} has no last day.", who=who)
    return v(
        "Overeenkomst {who} loopt nog steeds tot en met {day}.",
        "Agreement {who} still runs through {day}.",
        who=who,
        day=day,
    )


def notice_given(x: c.NoticeGiven, one: Finding, who: str, v: Voice) -> str:
    """Return that nobody leaves, that notice was not given, or until when it runs."""
    topic = v.term("topic", x.topic)
    if one.needed == "leaving":
        if who:
            return v(
                "Nog niet vastgelegd dat deze partij uittreedt: {who}.",
                "Not on record yet that this party leaves: {who}.",
                who=who,
            )
        return v("Nog niet vastgelegd wie uittreedt.", "Not on record yet who leaves.")
    if one.needed == "notice":
        text = v(
            "Nog niet vastgelegd, terwijl er een termijn is afgesproken: {topic}.",
            "Not on record yet, though a period was agreed: {topic}.",
            topic=topic,
        )
        return text + goes_for(who, v)
    day = v.day(date.fromisoformat(str(one.needed)))
    text = v(
        "De termijn is pas op {day} voorbij: {topic}.",
        "The period is not over before {day}: {topic}.",
        day=day,
        topic=topic,
    )
    return text + goes_for(who, v)


def term_runs(one: Finding, who: str, v: Voice) -> str:
    """Return which agreement is over, since when."""
    return v(
        "De looptijd van {who} is voorbij sinds {day}, en de samenwerking loopt door.",
        "The term of {who} ended on {day}, and the collaboration runs on.",
        who=who,
        day=v.language.day(date.fromisoformat(str(one.found))),
    )
