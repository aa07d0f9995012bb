"""Conditions on parties: how many, which roles they hold, what they agree to and bring in."""

from __future__ import annotations

from collections.abc import Iterable

from gezondsamen.dossier import facts as f
from gezondsamen.dossier.journal import Entry
from gezondsamen.dossier.parties import About, Party
from gezondsamen.process import conditions as c
from gezondsamen.testing.reference import record as r
from gezondsamen.testing.reference.conditions import question as ask
from gezondsamen.testing.reference.conditions.question import Answer, Question, missing, shown
from gezondsamen.testing.reference.roles import Held


def within(
    number: float, at_least: int | c.Limit | None, at_most: int | c.Limit | None, about: About | None = None
) -> Answer:
    """A number is within bounds: needed is the bound that it breaks, found the number."""
    if at_least is not None and number < c.number(at_least):
        return missing(c.number(at_least), number, about)
    if at_most is not None and number > c.number(at_most):
        return missing(c.number(at_most), number, about)
    return Answer()


def party_count(q: Question, asked: c.PartyCount) -> Answer:
    """The number of active parties (or of their distinct sectors or kinds) is within bounds.

    Counting looks at all parties, also where a step takes in one. That they joined speaks for it.
    """
    found = ask.selected(q, asked.which, r.members(q.known))
    counted = {
        "parties": {party.id for party in found},
        "sectors": {sector for party in found for sector in party.sectors},
        "kinds": {party.kind for party in found},
    }[asked.of]
    joining = [ask.joining(q, party) for party in found]
    return within(len(counted), asked.at_least, asked.at_most).also(shown(*joining))


def role_filled(q: Question, asked: c.RoleFilled) -> Answer:
    """Somebody holds one of these roles; no role named: any role.

    `by`: one of these parties; `each`: each of these; `outsider`: nobody of the parties; `named_by`: every
    role that statements on this topic are about, of whom the latest holder speaks for it. Needed are the
    roles, any of which will do.
    """
    held = ask.roles_here(q)
    if asked.roles:
        held = tuple(one for one in held if one.fact.role in asked.roles)
    if asked.outsider:
        held = tuple(one for one in held if one.party is None)
    if asked.by is not None:
        able = {party.id for party in ask.selected(q, asked.by, ask.at_the_table(q))}
        held = tuple(one for one in held if one.party in able)
    needed = ask.any_of(asked.roles)
    if asked.named_by is not None:
        return _named_roles(q, asked.named_by, held)
    if asked.each is not None:
        parties, answer = ask.each(q, asked.each)
        for party in parties:
            own = [one for one in held if one.party == party.id]
            answer = answer.also(_held(own) if own else missing(needed, None, About("party", party.id)))
        return answer
    return _held(held) if held else missing(needed)


def _held(held: Iterable[Held]) -> Answer:
    return Answer((), frozenset(one.entry for one in held))


def _named_roles(q: Question, topic: str, held: tuple[Held, ...]) -> Answer:
    answer = Answer()
    for entry in r.statements(q.known, topic, q.day):
        about = entry.fact.about
        if about is not None and about.kind == "role" and ask.on_this_track(q, entry.fact.track):
            holders = [one for one in held if one.fact.role == about.id]
            answer = answer.also(_held(holders[-1:]) if holders else missing(about.id, None, about))
    return answer


def consent_of_all(q: Question, asked: c.ConsentOfAll) -> Answer:
    """The latest stance of each selected party is agreement: in this round, or whenever it was taken."""
    parties, answer = ask.each(q, asked.which)
    for party in parties:
        stances = [e for e in r.of(q.known, f.Consented) if _is_stance(q, asked, e, party)]
        if stances and stances[-1].fact.stance == "agrees":
            answer = answer.also(shown(stances[-1]))
        else:
            stance = stances[-1].fact.stance if stances else None
            answer = answer.also(missing("agrees", stance, About("party", party.id)))
    return answer


def _is_stance(q: Question, asked: c.ConsentOfAll, entry: Entry[f.Consented], party: Party) -> bool:
    fact = entry.fact
    return (
        fact.subject == asked.subject
        and ask.on_this_track(q, fact.track)
        and party.id in r.owners(q.known, fact.party, r.place(entry))
        and (not asked.since_entry or ask.in_this_round(q, entry))
    )


AGREED = ("agreed", "kept", "partly_kept", "not_kept")
"""What says that a contribution was agreed: the word itself, and what was said later of how it was kept."""


def contributed(q: Question, asked: c.Contributed) -> Answer:
    """Each selected party has a contribution of another kind than these; found are the kinds that it has.

    Asked for is also satisfied by agreed, and agreed by what was said later of whether it was kept;
    `measured` asks for an amount.
    """
    statuses = (*AGREED, "asked") if asked.status == "asked" else AGREED
    parties, answer = ask.each(q, asked.which)
    for party in parties:
        own = [
            e
            for e in r.of(q.known, f.ContributionRecorded)
            if e.fact.status in statuses and party.id in r.owners(q.known, e.fact.party, r.place(e))
        ]
        enough = [
            e
            for e in own
            if e.fact.kind not in asked.other_than and (e.fact.amount is not None or not asked.measured)
        ]
        kinds = ", ".join(dict.fromkeys(e.fact.kind for e in own)) or None
        answer = answer.also(shown(*enough) if enough else missing(None, kinds, About("party", party.id)))
    return answer


def action_count(q: Question, asked: c.ActionCount) -> Answer:
    """The number of open actions, not done and not past due, is within bounds: in all, or of each party."""
    latest: dict[str, Entry[f.ActionAgreed]] = {}
    for entry in r.of(q.known, f.ActionAgreed):
        latest[entry.fact.action] = entry
    running = [
        e for e in latest.values() if (e.fact.done is None or e.fact.done > q.day) and e.fact.due >= q.day
    ]
    if asked.each is None:
        return within(len(running), asked.at_least, asked.at_most).also(shown(*running))
    parties, answer = ask.each(q, asked.each)
    for party in parties:
        own = [e for e in running if party.id in r.owners(q.known, e.fact.owner, r.place(e))]
        bounds = within(len(own), asked.at_least, asked.at_most, About("party", party.id))
        answer = answer.also(bounds).also(shown(*own))
    return answer
