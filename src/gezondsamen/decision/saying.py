"""Saying conditions in words: what is asked, so that no two different conditions read alike."""

from __future__ import annotations

from typing import assert_never

from gezondsamen.decision.wording import Scene, listing, number_text, period_text, say
from gezondsamen.periods import Every
from gezondsamen.process import conditions as c


def condition_text(x: c.Condition, scene: Scene, lang: str) -> str:
    """Return what a condition asks, as one phrase."""
    match x:
        case c.PartyCount():
            what = say(lang, "aantal ", "number of ") + counted_text(x, scene, lang, many=True)
            return f"{what}{_bounds(x.at_least, x.at_most, scene, lang)}"
        case c.OnRecord():
            return _on_record(x, scene, lang)
        case c.RecordCount():
            among = "" if x.among is None else f" ({scene.selection(x.among, lang)})"
            topic = scene.term("topic", x.topic, lang)
            what = say(lang, "aantal keer vastgelegd", "times on record")
            return f"{what}: {topic}{among}{_bounds(x.at_least, x.at_most, scene, lang)}"
        case c.Measured():
            topic = scene.term("topic", x.topic, lang)
            return f"{say(lang, 'getal', 'number')}: {topic}{_bounds(x.at_least, x.at_most, scene, lang)}"
        case c.Lasts():
            topic = scene.term("topic", x.topic, lang)
            bounds = _bounds(x.at_least, x.at_most, scene, lang)
            return f"{say(lang, 'duur', 'duration')}: {topic}{bounds}"
        case c.Paired():
            return _paired(x, scene, lang)
        case c.RoleFilled():
            return _role_filled(x, scene, lang)
        case c.ConsentOfAll():
            subject = scene.term("subject", x.subject, lang)
            who = scene.parties(x.which, lang)
            return say(lang, f"elke {who} stemt in met: {subject}", f"each {who} agrees to: {subject}")
        case c.Contributed():
            return _contributed(x, scene, lang)
        case c.Agreed():
            return _agreed(x, scene, lang)
        case c.MetBefore():
            first = scene.term("contact_kind", x.first, lang)
            then = scene.term("contact_kind", x.then, lang)
            who = scene.parties(x.which, lang)
            return say(
                lang,
                f"met elke {who} eerst {first}, op een latere dag {then}",
                f"with each {who} first {first}, on a later day {then}",
            )
        case c.InContact():
            return _in_contact(x, scene, lang)
        case c.Evaluated():
            kinds = scene.terms("evaluation_kind", x.kinds, lang)
            text = say(lang, "evaluatie gehouden", "evaluation held") + (f" ({kinds})" if kinds else "")
            if x.decisions:
                decisions = scene.terms("decision", x.decisions, lang)
                text += say(lang, f", met als besluit: {decisions}", f", with the decision: {decisions}")
            return text + _round(x.since_entry, lang)
        case c.EvaluationArranged():
            kinds = scene.terms("evaluation_kind", x.kinds, lang)
            text = say(lang, "evaluatie gepland", "evaluation planned") + (f" ({kinds})" if kinds else "")
            if x.recurring:
                text += say(lang, ", steeds terugkerend", ", recurring")
            if x.aspects:
                aspects = scene.terms("aspect", x.aspects, lang, word="and")
                text += say(lang, f", over {aspects}", f", on {aspects}")
            return text
        case c.ActionCount():
            who = "" if x.each is None else say(lang, " per ", " per ") + scene.parties(x.each, lang)
            what = say(lang, "aantal lopende acties", "number of open actions")
            return f"{what}{who}{_bounds(x.at_least, x.at_most, scene, lang)}"
        case c.AllOf():
            parts = [condition_text(y, scene, lang) for y in x.conditions]
            return say(lang, "dit alles: ", "all of: ") + f"({'; '.join(parts)})"
        case c.AnyOf():
            parts = [condition_text(y, scene, lang) for y in x.conditions]
            return say(lang, "een van deze: ", "one of: ") + f"({'; '.join(parts)})"
        case _:
            assert_never(x)


def counted_text(x: c.PartyCount, scene: Scene, lang: str, *, many: bool) -> str:
    """Return what a count of parties counts: one of it, or several."""
    who = scene.parties(x.which, lang, many=True)
    whose = "" if x.which == c.Parties() else say(lang, f" onder {who}", f" among {who}")
    match x.of:
        case "parties":
            return scene.parties(x.which, lang, many=many)
        case "sectors":
            one = say(lang, "sector", "sector")
            return (say(lang, "verschillende sectoren", "different sectors") if many else one) + whose
        case "kinds":
            one = say(lang, "soort partij", "kind of party")
            return (say(lang, "soorten partijen", "kinds of party") if many else one) + whose
        case _:
            assert_never(x.of)


Bound = int | Every | c.Limit | c.Same | None


def _bound(bound: int | Every | c.Limit | c.Same, scene: Scene, lang: str) -> str:
    if isinstance(bound, c.Same):
        return scene.term("topic", bound.topic, lang)
    value = bound.value if isinstance(bound, c.Limit) else bound
    text = period_text(value, lang) if isinstance(value, Every) else number_text(value, lang)
    return f"{text} [{bound.key}]" if isinstance(bound, c.Limit) else text


def _bounds(at_least: Bound, at_most: Bound, scene: Scene, lang: str) -> str:
    text = ""
    if at_least is not None:
        text += say(lang, ", minstens ", ", at least ") + _bound(at_least, scene, lang)
    if at_most is not None:
        text += say(lang, ", hoogstens ", ", at most ") + _bound(at_most, scene, lang)
    return text


def _round(asked: bool, lang: str) -> str:
    return say(lang, ", in deze ronde", ", in this round") if asked else ""


def _on_record(x: c.OnRecord, scene: Scene, lang: str) -> str:
    topics = scene.terms("topic", x.topics, lang, word="and")
    text = say(lang, f"vastgelegd: {topics}", f"on record: {topics}")
    if x.each is not None:
        who = scene.selection(x.each, lang)
        text += say(lang, f", voor elke {who}", f", for each {who}")
    if x.max_age is not None:
        age = _bound(x.max_age, scene, lang)
        text += say(lang, f", niet ouder dan {age}", f", no older than {age}")
    if x.dated:
        text += say(lang, ", met de laatste dag waarop dat geldt", ", with the last day on which it holds")
    return text + _round(x.since_entry, lang)


def _paired(x: c.Paired, scene: Scene, lang: str) -> str:
    topic, by = scene.term("topic", x.topic, lang), scene.term("topic", x.by, lang)
    order = {
        "any": say(lang, "ook", "also"),
        "after": say(lang, "daarna", "afterwards"),
        "before": say(lang, "daarvoor al", "before it"),
    }[x.order]
    text = say(lang, f"bij elke keer “{topic}” {order}: {by}", f"for each “{topic}” {order}: {by}")
    if x.each is not None:
        who = scene.parties(x.each, lang)
        text += say(lang, f", met elke {who}", f", with each {who}")
    if x.within is not None:
        within = _bound(x.within, scene, lang)
        text += say(lang, f", binnen {within}", f", within {within}")
    return text


def _role_filled(x: c.RoleFilled, scene: Scene, lang: str) -> str:
    roles = scene.terms("role", x.roles, lang) or say(lang, "een rol", "a role")
    text = say(lang, f"rol vervuld: {roles}", f"role filled: {roles}")
    if x.by is not None:
        who = scene.parties(x.by, lang)
        text += say(lang, f", door een {who}", f", by a {who}")
    if x.each is not None:
        who = scene.parties(x.each, lang)
        text += say(lang, f", voor elke {who}", f", for each {who}")
    if x.outsider:
        text += say(lang, ", door iemand van buiten de partijen", ", by somebody outside the parties")
    if x.named_by is not None:
        topic = scene.term("topic", x.named_by, lang)
        text += say(lang, f", voor alles wat genoemd is als “{topic}”", f", for all named as “{topic}”")
    return text


def _contributed(x: c.Contributed, scene: Scene, lang: str) -> str:
    who = scene.parties(x.which, lang)
    asked = x.status == "asked"
    text = say(
        lang,
        f"bijdrage {'gevraagd aan' if asked else 'afgesproken met'} elke {who}",
        f"contribution {'asked of' if asked else 'agreed with'} each {who}",
    )
    if x.other_than:
        kinds = scene.terms("contribution_kind", x.other_than, lang)
        text += say(lang, f", iets anders dan {kinds}", f", something other than {kinds}")
    if x.measured:
        text += say(lang, ", met hoeveel", ", with how much")
    return text


def _agreed(x: c.Agreed, scene: Scene, lang: str) -> str:
    kinds = scene.terms("agreement_kind", x.kinds, lang)
    parts = [say(lang, "overeenkomst", "agreement") + (f" ({kinds})" if kinds else "")]
    if x.clauses:
        clauses = scene.terms("clause", x.clauses, lang, word="and")
        parts.append(say(lang, f"met afspraken over {clauses}", f"with clauses on {clauses}"))
    if x.with_ is not None:
        who = scene.parties(x.with_, lang)
        parts.append(say(lang, f"ook met een {who}", f"also with a {who}"))
    if x.signed:
        parts.append(
            say(lang, "getekend door iedereen met een verplichting", "signed by all with an obligation")
        )
    return ", ".join(parts)


def _in_contact(x: c.InContact, scene: Scene, lang: str) -> str:
    kinds = scene.terms("contact_kind", x.kinds, lang) or say(lang, "contact", "contact")
    text = f"{kinds}{_bounds(x.at_least, None, scene, lang)} {say(lang, 'keer', 'times')}"
    if x.every is not None:
        every = _bound(x.every, scene, lang)
        text += say(lang, f", elke {every}", f", every {every}")
    if x.school_year:
        text += say(lang, ", in dit schooljaar", ", in this school year")
    if x.present:
        who = listing([scene.parties(which, lang) for which in x.present], lang)
        text += say(lang, f", met erbij: {who}", f", attended by: {who}")
    if x.each is not None:
        who = scene.parties(x.each, lang)
        text += say(lang, f", met elke {who}", f", with each {who}")
    if x.pairs:
        text += say(lang, ", voor elk tweetal partijen", ", for each pair of parties")
    return text
