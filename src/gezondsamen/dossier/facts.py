"""Facts: everything that can be recorded about a collaboration, each with the day it happened.

A fact says what happened, never who typed it in: that is the `Entry`. Where a fact has a `track`,
None means the whole collaboration and a name means that track only. Facts are plain values; whether
one can be recorded is judged when it is recorded.
"""

from __future__ import annotations

from datetime import date

import attrs

from gezondsamen.arguments import wrong
from gezondsamen.dossier.parties import About, Party
from gezondsamen.errors import InvalidArgument
from gezondsamen.periods import Every
from gezondsamen.terms import maybe_key, of, to_key, to_keys


def _to_names(values: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    if isinstance(values, str):
        return (values,)
    if not hasattr(values, "__iter__"):
        raise wrong("a list of parties", "ids", values, InvalidArgument)
    found = tuple(values)
    try:
        return tuple(dict.fromkeys(found))
    except TypeError:  # what has no hash is no id: it is refused by name when it is recorded
        return found


def _maybe_names(values: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...] | None:
    return None if values is None else _to_names(values)


def _to_about(value: About | str | tuple[str, str] | None) -> About | None:
    return About.of(value)


@attrs.frozen
class TrackOpened:
    """A machine starts on a track, or is adopted in a later phase (`since`, `reason`).

    On the main track it also names the collaboration.
    """

    on: date
    track: str
    process: str
    phase: str
    since: date | None = None
    reason: str | None = None
    collaboration: str | None = None
    title: str | None = None


@attrs.frozen(slots=False)  # made for every step, and quicker so
class StepTaken:
    """A transition was taken: trigger and the phase it led to; `about` names the subject, if any."""

    on: date
    track: str
    trigger: str
    phase: str
    about: About | None = None


@attrs.frozen
class PartyJoined:
    """A party takes part from this day; one that left before comes in as a newcomer."""

    on: date
    party: Party


@attrs.frozen
class PartyLeft:
    """A party no longer takes part; its roles end.

    Should it come back, then what was said of it, and what it agreed to, brought in and signed before,
    does not count for it any more.
    """

    on: date
    party: str


@attrs.frozen
class PartySucceeded:
    """A party takes the place of others (a merger): what was theirs is its own from now on.

    The successor has joined before; the predecessors stop taking part.
    """

    on: date
    successor: str
    predecessors: tuple[str, ...] = attrs.field(converter=_to_names)


@attrs.frozen
class PartyDivided:
    """A party becomes several (a split): what it had said, brought in, signed and owed counts for each.

    The successors have joined before; the predecessor stops taking part. Its roles end, for one of them
    holds each: assign them anew. An amount that was agreed stays one amount, under its old name. A party
    that goes on and only gives something off is not divided: who comes out of it joins as a newcomer.
    """

    on: date
    predecessor: str
    successors: tuple[str, ...] = attrs.field(converter=_to_names)


@attrs.frozen
class RoleAssigned:
    """Somebody holds a role from this day; without `party`, somebody outside the parties."""

    on: date
    role: str = attrs.field(converter=to_key, metadata=of("role"))
    party: str | None = None
    person: str | None = None
    track: str | None = None


@attrs.frozen
class RoleEnded:
    """Somebody no longer holds a role.

    Without `party` that is somebody outside the parties; without `person`, whoever holds it there. `track`
    is that of the assignment.
    """

    on: date
    role: str = attrs.field(converter=to_key, metadata=of("role"))
    party: str | None = None
    person: str | None = None
    track: str | None = None


@attrs.frozen
class Stated:
    """Something was said and put on record, valid through `until` where that is given.

    `holds=False` takes earlier statements with the same topic, about and track off record.
    """

    on: date
    topic: str = attrs.field(converter=to_key, metadata=of("topic"))
    text: str = ""
    about: About | None = attrs.field(default=None, converter=_to_about)
    track: str | None = None
    until: date | None = None
    holds: bool = True


@attrs.frozen
class Quantified:
    """A number was put on record; the latest per topic and subject counts."""

    on: date
    topic: str = attrs.field(converter=to_key, metadata=of("topic"))
    amount: float
    about: About | None = attrs.field(default=None, converter=_to_about)
    track: str | None = None


@attrs.frozen
class Consented:
    """A party took a stance on a subject (`agrees`, `objects`, `consulted`); the latest counts."""

    on: date
    party: str
    subject: str = attrs.field(converter=to_key, metadata=of("subject"))
    stance: str = attrs.field(default="agrees", converter=to_key, metadata=of("stance"))
    track: str | None = None


@attrs.frozen
class Met:
    """Contact took place; these parties were in it."""

    on: date
    kind: str = attrs.field(converter=to_key, metadata=of("contact_kind"))
    parties: tuple[str, ...] = attrs.field(default=(), converter=_to_names)


@attrs.frozen
class ContributionRecorded:
    """A party was asked for a contribution, agreed to bring it in, or kept, partly kept or broke its word."""

    on: date
    party: str
    kind: str = attrs.field(converter=to_key, metadata=of("contribution_kind"))
    status: str = attrs.field(default="agreed", converter=to_key, metadata=of("contribution_status"))
    amount: float | None = None
    unit: str | None = None


@attrs.frozen
class AgreementDrafted:
    """The text of an agreement exists; `obliged` are the parties that take on an obligation.

    `start` and `end` are the first and the last day of its term; the principal agreement is the one
    that rules on other tracks read. `title` is what people call it; `agreement` is its id.
    """

    on: date
    agreement: str
    kind: str = attrs.field(converter=to_key, metadata=of("agreement_kind"))
    parties: tuple[str, ...] = attrs.field(default=(), converter=_to_names)
    obliged: tuple[str, ...] = attrs.field(default=(), converter=_to_names)
    clauses: tuple[str, ...] = attrs.field(default=(), converter=to_keys, metadata=of("clause"))
    form: str | None = attrs.field(default=None, converter=maybe_key, metadata=of("agreement_form"))
    start: date | None = None
    end: date | None = None
    principal: bool = True
    title: str | None = None


@attrs.frozen
class AgreementRevised:
    """An agreement was amended: parties joined or left, clauses were added, the term moved.

    What is given replaces what was there; clauses add up. `principal` hands over which agreement the
    rules on other tracks read, as when a next covenant takes the place of the last.
    """

    on: date
    agreement: str
    parties: tuple[str, ...] | None = attrs.field(default=None, converter=_maybe_names)
    obliged: tuple[str, ...] | None = attrs.field(default=None, converter=_maybe_names)
    clauses: tuple[str, ...] = attrs.field(default=(), converter=to_keys, metadata=of("clause"))
    end: date | None = None
    principal: bool | None = None
    start: date | None = None


@attrs.frozen
class Signed:
    """A party signed an agreement."""

    on: date
    agreement: str
    party: str


@attrs.frozen
class ActionAgreed:
    """A concrete action was agreed: who does what, in which sector, by when; `done` once it is."""

    on: date
    action: str
    text: str
    owner: str
    sector: str = attrs.field(converter=to_key, metadata=of("sector"))
    due: date
    done: date | None = None


@attrs.frozen
class EvaluationPlanned:
    """An evaluation is on the plan: once by `due`, or again and again (`every`)."""

    on: date
    kind: str = attrs.field(converter=to_key, metadata=of("evaluation_kind"))
    every: Every | None = None
    due: date | None = None
    aspects: tuple[str, ...] = attrs.field(default=(), converter=to_keys, metadata=of("aspect"))
    track: str | None = None
    point: str | None = None


@attrs.frozen
class EvaluationHeld:
    """An evaluation took place, with or without a decision.

    `point` names the evaluation point, or the very moment of the schedule, that it answers.
    """

    on: date
    kind: str = attrs.field(converter=to_key, metadata=of("evaluation_kind"))
    decision: str | None = attrs.field(default=None, converter=maybe_key, metadata=of("decision"))
    aspects: tuple[str, ...] = attrs.field(default=(), converter=to_keys, metadata=of("aspect"))
    evaluator: str | None = None
    track: str | None = None
    point: str | None = None


@attrs.frozen
class WaiverGranted:
    """A hard rule is set aside: why, and who approved it.

    By default for one step (narrowed by `track`, `trigger` and `about`); with `until`, through that
    day, which is also how a watched rule is waived.
    """

    on: date
    rule: str
    reason: str
    approved_by: str
    track: str | None = None
    trigger: str | None = None
    about: About | None = attrs.field(default=None, converter=_to_about)
    until: date | None = None


@attrs.frozen
class Retracted:
    """An entry was wrong and no longer counts; both stay in the journal."""

    on: date
    entry: int
    reason: str


Fact = (
    TrackOpened
    | StepTaken
    | PartyJoined
    | PartyLeft
    | PartySucceeded
    | PartyDivided
    | RoleAssigned
    | RoleEnded
    | Stated
    | Quantified
    | Consented
    | Met
    | ContributionRecorded
    | AgreementDrafted
    | AgreementRevised
    | Signed
    | ActionAgreed
    | EvaluationPlanned
    | EvaluationHeld
    | WaiverGranted
    | Retracted
)
"""Everything that can be recorded: a closed union."""
