"""Remedies in words: what to record, one line for what is asked alike; the lines are `instructions`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

import attrs

from gezondsamen.dossier import facts as f
from gezondsamen.dossier.parties import About
from gezondsamen.forms.drafts import Draft, Remedy
from gezondsamen.language import capitalised
from gezondsamen.process import conditions as c
from gezondsamen.process.requirements import Requirement
from gezondsamen.prose.instructions import an_office, any_of_kind, draft_text, sought_parties
from gezondsamen.prose.scene import Voice
from gezondsamen.prose.several import Sentence, told_together


def draft_texts(drafts: Iterable[Draft], v: Voice) -> tuple[str, ...]:
    """Return what to record, one instruction for each draft; what is left to choose is not named."""
    every = tuple(drafts)
    roles = _sought_roles(every, v)
    texts = []
    for draft in every:
        fact = draft.fact
        if isinstance(fact, f.PartyJoined) and fact.party.id in roles:
            texts.append(_sought(fact, roles[fact.party.id], v))
        elif isinstance(fact, f.RoleAssigned) and roles.get(fact.party or "") == fact.role:
            role = v.term("role", fact.role)
            texts.append(
                v("leg vast wie de rol heeft van {role}", "record who holds the role of {role}", role=role)
            )
        else:
            texts += draft_lines((draft,), v)
    return tuple(texts)


def _sought_roles(drafts: Iterable[Draft], v: Voice) -> dict[str, str]:
    """Return the role for which a party is sought, by the id of the party.

    It is assigned at once, and this kind of party usually holds it: else the party is the point.
    """
    found: dict[str, str] = {}
    named = (draft for draft in drafts if all(blank.field != "role" for blank in draft.blanks))
    for first, then in pairwise(draft.fact for draft in named):
        if not (isinstance(first, f.PartyJoined) and isinstance(then, f.RoleAssigned)):
            continue
        term = v.scene.process.term("role", then.role)
        if first.party.id == then.party and term is not None and first.party.kind in term.held_by:
            found[first.party.id] = then.role
    return found


def _sought(fact: f.PartyJoined, role: str, v: Voice) -> str:
    """Return that somebody is sought for a role: the role is the point, the kind of party an example."""
    return v(
        "zoek {role}, bijvoorbeeld bij {kind}",
        "find {role}, for example with {kind}",
        role=an_office(v.term("role", role), v),
        kind=any_of_kind(fact.party.kind, v),
    )


def draft_lines(drafts: Iterable[Draft], v: Voice) -> tuple[str, ...]:
    """Return what to record, one line for what is asked alike of several parties or items."""
    return told_together(_told(drafts, v), v)


def _told(drafts: Iterable[Draft], v: Voice) -> Iterator[tuple[About | None, Sentence]]:
    """Yield what to record about each subject, with statements about one subject taken together."""
    grouped: dict[object, list[Draft]] = {}
    given = tuple(drafts)
    roles = _sought_roles(given, v)
    every = sorted(given, key=lambda draft: not isinstance(draft.fact, f.PartyJoined))
    for number, draft in enumerate(every):
        fact = draft.fact
        if isinstance(fact, f.RoleAssigned) and roles.get(fact.party or "") == fact.role:
            continue  # said with the party that is sought for it
        if isinstance(fact, f.PartyJoined) and fact.party.id in roles:
            yield None, _plainly(_sought(fact, roles[fact.party.id], v))
            continue
        key: object = number
        if isinstance(fact, f.Stated):
            key = (fact.about, fact.until)
        elif isinstance(fact, f.PartyJoined):
            key = sought_parties(draft, v)
        grouped.setdefault(key, []).append(draft)
    for group in grouped.values():
        yield _subject(group[0]), _sentence(group, v)


def _plainly(text: str) -> Sentence:
    return lambda _who, _many: text


def _subject(draft: Draft) -> About | None:
    """Return whom or what a fact to record is about, where others may be asked the same."""
    fact = draft.fact
    blank = {blank.field for blank in draft.blanks}
    match fact:
        case f.Stated() | f.Quantified():
            return None if "about" in blank else fact.about
        case f.Consented() | f.ContributionRecorded() | f.Signed():
            return About("party", fact.party)
        case f.RoleAssigned() if fact.party and "party" not in blank:
            return About("party", fact.party)
        case f.Met() if fact.parties:
            return About("party", "+".join(fact.parties))
        case f.ActionAgreed():
            return About("party", fact.owner)
        case _:
            return None


def _sentence(group: list[Draft], v: Voice) -> Sentence:
    """Return what to record about a subject, however it is called."""

    def sentence(who: str, many: bool) -> str:
        return draft_text(group, who, many, v)

    return sentence


def with_new_parties(v: Voice, drafts: Iterable[Draft]) -> Voice:
    """Return the voice for which parties that drafts bring in have a name: the new one, or which of them.

    One that is sought for a role is called by it, one of a certain kind by that.
    """
    every = tuple(drafts)
    roles = _sought_roles(every, v)
    nouns: dict[str, str] = {}
    for draft in every:
        if isinstance(draft.fact, f.PartyJoined):
            ident = draft.fact.party.id
            role = roles.get(ident)
            which = sought_parties(draft, v)
            plain = v.parties(c.Parties(kinds=which.kinds) if v.is_counted(which) else c.Parties())
            nouns[ident] = plain if role is None else v.term("role", role)
    names = dict(v.scene.names)
    met: list[str] = []
    for ident, noun in nouns.items():
        met.append(noun)
        several = list(nouns.values()).count(noun) > 1
        names.setdefault(ident, v.language.new(noun, met.count(noun) if several else None))
    return attrs.evolve(v, scene=attrs.evolve(v.scene, names=names))


def remedy_lines(remedy: Remedy, rule: Requirement, v: Voice, *, status: str = "unmet") -> tuple[str, ...]:
    """Return what can be done, one line per thing to do; advice needs nobody's approval to leave it."""
    named = with_new_parties(v, remedy.drafts)
    lines = [capitalised(text) + "." for text in draft_lines(remedy.drafts, named)]
    if remedy.wait_until is not None:
        day = v.day(remedy.wait_until)
        lines.append(v("Wacht tot {day}.", "Wait until {day}.", day=day))
    if remedy.waiver:
        lines.append(_advice_line(v) if status == "advised" else _waiver_line(rule, v))
    return tuple(lines)


def _advice_line(v: Voice) -> str:
    return v(
        "Vastleggen helpt hier niet meer. Dit is een advies en houdt niets tegen: ga na of het zo kan.",
        "Recording no longer helps here. This is advice and holds nothing up: see whether it can stay.",
    )


def _waiver_line(rule: Requirement, v: Voice) -> str:
    if not rule.waivable:
        return v(
            "Vastleggen helpt hier niet meer, en van deze regel kan niemand afwijken.",
            "Recording no longer helps here, and nobody can set this rule aside.",
        )
    return v(
        "Vastleggen helpt hier niet meer. Wie mag besluiten, kan van de regel afwijken: leg vast waarom, "
        "en wie dat goedkeurt.",
        "Recording no longer helps here. Whoever may decide can set the rule aside: put on record why, and "
        "who approves.",
    )
