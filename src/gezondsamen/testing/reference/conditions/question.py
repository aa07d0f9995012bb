"""What a condition is asked about: a day, a track, a step or none; and whom and what it looks at there."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import attrs

from gezondsamen.dossier import facts as f
from gezondsamen.dossier.journal import Entry
from gezondsamen.dossier.parties import About, Party
from gezondsamen.findings import NOBODY, Finding
from gezondsamen.process.conditions import Parties, Sectors
from gezondsamen.process.phases import Transition
from gezondsamen.process.process import Process
from gezondsamen.testing.reference import record as r
from gezondsamen.testing.reference.record import Known, Place
from gezondsamen.testing.reference.roles import Held, roles_held


@attrs.frozen
class Question:
    """Ask of the entries that count on a day, for a step out of the present phase of a track.

    Without a step what is watched is meant. `about` names the subject of the step.
    """

    known: Known
    day: date
    process: Process
    track: str
    step: Transition | None = None
    about: About | None = None

    @property
    def end(self) -> Place:
        """The place after everything that is known."""
        return (self.day, max((r.place(entry)[1] for entry in self.known), default=0) + 1)


@attrs.frozen
class Answer:
    """What is missing, and the numbers of the entries that speak for the condition."""

    findings: tuple[Finding, ...] = ()
    evidence: frozenset[int] = frozenset()

    def also(self, other: Answer) -> Answer:
        """Return both together."""
        return Answer(self.findings + other.findings, self.evidence | other.evidence)


def together(answers: Iterable[Answer]) -> Answer:
    """All of these are asked, and all that is missing is told."""
    found = Answer()
    for answer in answers:
        found = found.also(answer)
    return found


def missing(
    needed: str | float | None = None, found: str | float | None = None, about: About | None = None
) -> Answer:
    """One finding."""
    return Answer((Finding(needed, found, about),))


def any_of(keys: tuple[str, ...]) -> str | None:
    """How a finding names what is needed, where any of several will do."""
    return "/".join(keys) or None


def shown(*entries: Entry) -> Answer:
    """Nothing is missing, and these entries say so."""
    return Answer((), frozenset(entry.number for entry in entries))


# --- when ------------------------------------------------------------------------------------------


def visit(q: Question) -> r.Visit:
    """The present stay of the track in its phase."""
    return r.visits(q.known, q.track)[-1]


def in_this_round(q: Question, entry: Entry) -> bool:
    """This round is what came since the present visit began, and since the same step was taken last about
    the same subject: what served one step does not serve the next.

    What happened on the day on which the visit began counts; of what happened on the day of a repeated step,
    only what comes after it. A step with `since` looks back to the last entry into that phase. For a step
    that takes in a party, the round is the visit.
    """
    began = visit(q).entered
    if q.step is not None and q.step.since is not None:
        earlier = [v.entered for v in r.visits(q.known, q.track) if v.phase == q.step.since]
        began = earlier[-1] if earlier else began
    if r.place(entry)[0] < began[0]:
        return False
    if q.step is None or q.step.concerns == "party":
        return True
    return all(r.place(entry) > r.place(same) for same in _same_steps(q, q.step))


def _same_steps(q: Question, step: Transition) -> list[Entry[f.StepTaken]]:
    return [
        taken
        for taken in r.steps(q.known, q.track)
        if taken.fact.trigger == step.trigger
        and r.same(q.known, (taken.fact.about, r.place(taken)), (q.about, q.end))
    ]


def on_this_track(q: Question, track: str | None) -> bool:
    """A fact without a track counts on every track; one with a track counts only there."""
    return track is None or track == q.track


# --- who -------------------------------------------------------------------------------------------


def agreement_of_track(q: Question) -> r.Agreement | None:
    """The track of an agreement bears its id."""
    return next((text for text in r.agreements(q.known) if text.id == q.track), None)


def parties_to(q: Question, text: r.Agreement) -> tuple[Party, ...]:
    """The parties to an agreement that take part: named in it, or in the place of one that is."""
    named = {now for ident, at in text.parties.items() for now in r.heirs(q.known, ident, at)}
    return tuple(party for party in r.members(q.known) if party.id in named)


def at_the_table(q: Question) -> tuple[Party, ...]:
    """On the track of an agreement the parties to it, on any other track all that take part."""
    text = agreement_of_track(q)
    return r.members(q.known) if text is None else parties_to(q, text)


def concerned(q: Question) -> tuple[Party, ...]:
    """Whom conditions on each party look at: everybody at the table, or those that a step takes in.

    These are the one that the step is about; without `about`, whoever joined in this visit and was not yet
    taken in.
    """
    if q.step is None or q.step.concerns != "party":
        return at_the_table(q)
    if q.about is not None:
        return tuple(party for party in r.members(q.known) if is_about(q, (q.about, q.end), party))
    return tuple(party for party in at_the_table(q) if _is_new(q, party))


def _is_new(q: Question, party: Party) -> bool:
    return (
        _came(q, party) > visit(q).entered and not was_there_at_adoption(q, party) and not _taken_in(q, party)
    )


def _came(q: Question, party: Party) -> Place:
    """When a party came to the table: joined, or on the track of an agreement became a party to it."""
    text = agreement_of_track(q)
    if text is None:
        return there_since(q, party)
    return min(at for ident, at in text.parties.items() if party.id in r.heirs(q.known, ident, at))


def joining(q: Question, party: Party) -> Entry[f.PartyJoined]:
    """The entry with which a party joined last."""
    return [e for e in r.of(q.known, f.PartyJoined) if e.fact.party.id == party.id][-1]


def there_since(q: Question, party: Party) -> Place:
    """Since when a party is there: it joined, or the first of those did in whose place it came."""
    joining = r.of(q.known, f.PartyJoined)
    return min(r.place(e) for e in joining if party.id in r.owners(q.known, e.fact.party.id, r.place(e)))


def _taken_in(q: Question, party: Party) -> bool:
    """A party was taken in by a step about it, or by one about nobody in particular, since it came."""
    for taken in r.steps(q.known, q.track):
        before = r.visits(tuple(e for e in q.known if r.place(e) < r.place(taken)), q.track)[-1].phase
        step = q.process.transition(before, taken.fact.trigger)
        if step is not None and step.concerns == "party" and r.place(taken) > _came(q, party):
            about = (taken.fact.about, r.place(taken))
            if taken.fact.about is None or is_about(q, about, party):
                return True
    return False


def was_there_at_adoption(q: Question, party: Party) -> bool:
    """Who joined by the day on which a running track was entered was there when it was adopted."""
    opened = r.opening(q.known, q.track)
    return opened is not None and opened.fact.since is not None and there_since(q, party)[0] <= opened.fact.on


def is_about(q: Question, named: r.Named, party: Party) -> bool:
    """Tell whether what was named is this party, or one in whose place it came."""
    return About("party", party.id) in r.subjects(q.known, named)


def selected(q: Question, which: Parties, parties: Iterable[Party]) -> tuple[Party, ...]:
    """Fields are and-ed, the values of one field or-ed; empty means all."""
    return tuple(party for party in parties if _selects(q, which, party))


def _selects(q: Question, which: Parties, party: Party) -> bool:
    side = party.counts_as if party.counts_as is not None else q.process.sides.get(party.kind)
    return (
        (not which.sides or side in which.sides)
        and (not which.kinds or party.kind in which.kinds)
        and (not which.sectors or not set(which.sectors).isdisjoint(party.sectors))
        and (
            not which.roles or any(h.party == party.id and h.fact.role in which.roles for h in roles_here(q))
        )
        and (which.internal is None or party.internal == which.internal)
        and (which.taken_over is None or was_there_at_adoption(q, party) == which.taken_over)
    )


def roles_here(q: Question) -> tuple[Held, ...]:
    """The roles that are held for this track or for the whole collaboration."""
    return tuple(held for held in roles_held(q.known) if on_this_track(q, held.fact.track))


def each(q: Question, which: Parties) -> tuple[tuple[Party, ...], Answer]:
    """The selected parties of those concerned; that there is nobody is a finding, unless `or_none`."""
    found = selected(q, which, concerned(q))
    nobody = not found and not which.or_none
    return found, missing(1, 0, NOBODY) if nobody else Answer()


def sectors(q: Question, which: Sectors) -> tuple[str, ...]:
    """The sectors of which something is asked: those named, those of a group, or those at the table."""
    if which.keys:
        found = which.keys
    elif which.group is not None:
        found = of_group(q, which.group)
    else:
        found = tuple(dict.fromkeys(sector for party in concerned(q) for sector in party.sectors))
    return tuple(sector for sector in found if sector not in which.other_than)


def of_group(q: Question, group: str) -> tuple[str, ...]:
    """A sector belongs to each group that its term names."""
    terms = q.process.vocabulary.get("sector", {})
    return tuple(key for key, term in terms.items() if group in term.groups)
