"""Conditions: the closed vocabulary in which every rule is written.

Small frozen values with no code inside, so that many can read them: one judges, one repairs, two say
what is asked and what is missing, one tells which entail others, one makes cases that lack them, and
one writes them as documents with a schema. A new kind comes with all of these.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal

import attrs

from gezondsamen.citations import Basis
from gezondsamen.errors import WrongKind, shown
from gezondsamen.labels import Label
from gezondsamen.periods import Every
from gezondsamen.terms import maybe_key, of, to_key, to_keys


@attrs.frozen
class Limit:
    """Name a number or a period that a process may set otherwise, with its provenance.

    One key has one value in a process, however many rules and evaluation points share it.
    """

    key: str
    value: int | Every
    label: Label
    basis: Basis = Basis.CHOICE


@attrs.frozen
class Same:
    """Stand for the latest amount on another topic about the same subject."""

    topic: str = attrs.field(converter=to_key, metadata=of("topic"))


@attrs.frozen
class Parties:
    """Select parties: fields are and-ed, the values of one field or-ed, empty means all.

    Where a condition asks something of each selected party, selecting nobody is itself a finding,
    unless `or_none`. `taken_over` selects those that were there when a running track was adopted, or
    those that came later: all, on a track that was not adopted.
    """

    sides: tuple[str, ...] = attrs.field(default=(), converter=to_keys, metadata=of("side"))
    kinds: tuple[str, ...] = attrs.field(default=(), converter=to_keys, metadata=of("party_kind"))
    sectors: tuple[str, ...] = attrs.field(default=(), converter=to_keys, metadata=of("sector"))
    roles: tuple[str, ...] = attrs.field(default=(), converter=to_keys, metadata=of("role"))
    internal: bool | None = None
    or_none: bool = False
    taken_over: bool | None = None


@attrs.frozen
class Sectors:
    """Select sectors: named (`keys`), of a `group`, or neither.

    Neither means those of the parties at the table where something is asked of each, and any
    sector where statements are counted.
    """

    keys: tuple[str, ...] = attrs.field(default=(), converter=to_keys, metadata=of("sector"))
    group: str | None = attrs.field(default=None, converter=maybe_key, metadata=of("sector_group"))
    other_than: tuple[str, ...] = attrs.field(default=(), converter=to_keys, metadata=of("sector"))


@attrs.frozen
class PartyCount:
    """Hold when the number of active parties (or of their sectors or kinds) is within bounds."""

    which: Parties = Parties()
    at_least: int | Limit | None = None
    at_most: int | Limit | None = None
    of: Literal["parties", "sectors", "kinds"] = "parties"


@attrs.frozen
class OnRecord:
    """Hold when every topic is stated and still valid, for each subject where `each` asks so.

    `max_age` bounds the age of the statement; `dated` asks for an `until`; `since_entry` counts
    this round only.
    """

    topics: tuple[str, ...] = attrs.field(converter=to_keys, metadata=of("topic"))
    each: Parties | Sectors | None = None
    max_age: Every | Limit | None = None
    dated: bool = False
    since_entry: bool = False


@attrs.frozen
class RecordCount:
    """Hold when the number of valid statements (with `among`: of distinct subjects) is within bounds."""

    topic: str = attrs.field(converter=to_key, metadata=of("topic"))
    among: Parties | Sectors | None = None
    at_least: int | Limit | None = None
    at_most: int | Limit | None = None


@attrs.frozen
class Measured:
    """Hold when an amount is known and each latest one is within bounds."""

    topic: str = attrs.field(converter=to_key, metadata=of("topic"))
    at_least: int | Limit | Same | None = None
    at_most: int | Limit | Same | None = None


@attrs.frozen
class Lasts:
    """Hold when a statement on record runs from its day to its `until` within bounds."""

    topic: str = attrs.field(converter=to_key, metadata=of("topic"))
    at_least: Every | None = None
    at_most: Every | None = None


@attrs.frozen
class Paired:
    """Hold when every statement on `topic` has one on `by` about the same subject, in this order.

    With `each`: one about each selected party. With `within`: not asked for until that period has
    passed. Nothing on `topic` holds. What comes `after` may be of the same day, what comes `before` may not.
    """

    topic: str = attrs.field(converter=to_key, metadata=of("topic"))
    by: str = attrs.field(converter=to_key, metadata=of("topic"))
    order: Literal["any", "after", "before"] = "any"
    within: Every | Limit | None = None
    each: Parties | None = None


@attrs.frozen
class RoleFilled:
    """Hold when somebody holds one of these roles (none named: any role).

    `by`: one of these parties; `each`: each of these; `outsider`: nobody of the parties;
    `named_by`: every role that statements on this topic are about.
    """

    roles: tuple[str, ...] = attrs.field(default=(), converter=to_keys, metadata=of("role"))
    by: Parties | None = None
    each: Parties | None = None
    outsider: bool = False
    named_by: str | None = attrs.field(default=None, converter=maybe_key, metadata=of("topic"))


@attrs.frozen
class ConsentOfAll:
    """Hold when the latest stance of each selected party is agreement.

    This round; without `since_entry`, whenever it was taken.
    """

    subject: str = attrs.field(converter=to_key, metadata=of("subject"))
    which: Parties = Parties()
    since_entry: bool = True


@attrs.frozen
class Contributed:
    """Hold when each selected party has a contribution of another kind than these.

    `status` asked is also satisfied by agreed, and agreed by what was said later of whether it was kept;
    `measured` asks for an amount.
    """

    which: Parties = Parties()
    other_than: tuple[str, ...] = attrs.field(default=(), converter=to_keys, metadata=of("contribution_kind"))
    status: Literal["asked", "agreed"] = "agreed"
    measured: bool = False


@attrs.frozen
class Agreed:
    """Hold when the agreement has these clauses, such a party, every signature due.

    `each` asks that each selected party is a party to it; with `signed` too, it asks no more than a
    signature of those of them that it obliges. `none_left` asks that all who are parties to it still take
    part, which alone asks nothing where there is no agreement. `obliged` asks that so many parties that
    take part have an obligation in it, `extended` that its last day became a later one in this round. Of a
    step that takes in a party, `signed` without `each` asks that the newcomer stands in the text, is obliged
    by it and signed it.

    On the track of an agreement it reads that agreement; on other tracks the principal one, of which there
    must not be two. With `kinds` it reads any of these kinds, and on its own track that one if it is.
    """

    clauses: tuple[str, ...] = attrs.field(default=(), converter=to_keys, metadata=of("clause"))
    kinds: tuple[str, ...] = attrs.field(default=(), converter=to_keys, metadata=of("agreement_kind"))
    with_: Parties | None = None
    signed: bool = False
    obliged: int | None = None
    extended: bool = False
    each: Parties | None = None
    none_left: bool = False


@attrs.frozen
class NoticeGiven:
    """Hold when notice is on record and the period of notice is over, where one was agreed.

    `topic` is what the notice is stated under, `months` the amount that gives the period: without that
    amount, or where it is 0, no notice is asked for. `leaving` asks it of each party that leaves the
    agreement, and that there is one: those that gave notice, left, or are out of the text, and that this
    step did not let go since; of these the one that the step is about, where it is about one.
    """

    topic: str = attrs.field(converter=to_key, metadata=of("topic"))
    months: str = attrs.field(converter=to_key, metadata=of("topic"))
    leaving: bool = False


@attrs.frozen
class TermRuns:
    """Hold while the agreement that is read here has not passed its last day, or there is none.

    Which is read: as with `Agreed`.
    """

    kinds: tuple[str, ...] = attrs.field(default=(), converter=to_keys, metadata=of("agreement_kind"))


@attrs.frozen
class MetBefore:
    """Hold when each selected party had its first contact `first` on a day before its first `then`."""

    first: str = attrs.field(converter=to_key, metadata=of("contact_kind"))
    then: str = attrs.field(converter=to_key, metadata=of("contact_kind"))
    which: Parties = Parties()


@attrs.frozen
class InContact:
    """Hold when there was enough contact of these kinds (none named: any kind).

    Ever; with `every` in the last period; with `school_year` in this school year. Each contact
    counted has somebody of every selection in `present`. `each`: for each party; `pairs`: for each
    pair of parties together, of whom there must be two.

    Where nothing is asked of parties, an evaluation of such a kind counts too, and so does one that names
    an evaluation point which no other contacts answer. On a step it is asked for at once. Watched, it is
    not asked for until the visit has lasted one period, nor of a party (`each`) until it has taken part for
    one; with `school_year`, until the first whole school year is over, and what was done in the last one
    will do.
    """

    kinds: tuple[str, ...] = attrs.field(default=(), converter=to_keys, metadata=of("contact_kind"))
    at_least: int | Limit = 1
    every: Every | Limit | None = None
    school_year: bool = False
    present: tuple[Parties, ...] = ()
    each: Parties | None = None
    pairs: bool = False


@attrs.frozen
class Evaluated:
    """Hold when an evaluation was held; with `decisions`, when the latest decision is one of them."""

    kinds: tuple[str, ...] = attrs.field(default=(), converter=to_keys, metadata=of("evaluation_kind"))
    decisions: tuple[str, ...] = attrs.field(default=(), converter=to_keys, metadata=of("decision"))
    since_entry: bool = False


@attrs.frozen
class EvaluationArranged:
    """Hold when evaluations are planned (with a period, covering these aspects together).

    An aspect that an evaluation looked at is covered as well, unless a period is asked.
    """

    kinds: tuple[str, ...] = attrs.field(default=(), converter=to_keys, metadata=of("evaluation_kind"))
    recurring: bool = False
    aspects: tuple[str, ...] = attrs.field(default=(), converter=to_keys, metadata=of("aspect"))


@attrs.frozen
class ActionCount:
    """Hold when the number of open actions (of each selected party) is within bounds."""

    each: Parties | None = None
    at_least: int | Limit | None = None
    at_most: int | Limit | None = None


@attrs.frozen
class AllOf:
    """Hold when all of these hold."""

    conditions: tuple[Condition, ...]


@attrs.frozen
class AnyOf:
    """Hold when at least one of these holds; when none does, the failures of each are kept."""

    conditions: tuple[Condition, ...]


Condition = (
    PartyCount
    | OnRecord
    | RecordCount
    | Measured
    | Lasts
    | Paired
    | RoleFilled
    | ConsentOfAll
    | Contributed
    | Agreed
    | NoticeGiven
    | TermRuns
    | MetBefore
    | InContact
    | Evaluated
    | EvaluationArranged
    | ActionCount
    | AllOf
    | AnyOf
)
"""Every kind of condition there is: a closed union."""


def number(bound: int | Limit) -> int:
    """Return the number of a bound, whether plain or named."""
    value = bound.value if isinstance(bound, Limit) else bound
    if not isinstance(value, int):
        message = f"{shown(bound)} is a period where a number is needed"
        raise WrongKind("wrong-type", message, shown(bound))
    return value


def period(bound: Every | Limit) -> Every:
    """Return the period of a bound, whether plain or named."""
    value = bound.value if isinstance(bound, Limit) else bound
    if not isinstance(value, Every):
        message = f"{shown(bound)} is a number where a period is needed"
        raise WrongKind("wrong-type", message, shown(bound))
    return value


def limits_in(value: Any) -> Iterator[Limit]:
    """Yield every named limit inside a value, nested values included."""
    if isinstance(value, Limit):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from limits_in(item)
    elif attrs.has(type(value)) and not isinstance(value, Label):
        for attribute in attrs.fields(type(value)):
            yield from limits_in(getattr(value, attribute.name))


def with_limits(value: Any, limits: Mapping[str, Limit]) -> Any:
    """Return the value with its named limits replaced where `limits` has the key."""
    if isinstance(value, Limit):
        return limits.get(value.key, value)
    if isinstance(value, tuple):
        return tuple(with_limits(item, limits) for item in value)
    if attrs.has(type(value)) and any(limit.key in limits for limit in limits_in(value)):
        fields = attrs.fields(type(value))
        return attrs.evolve(value, **{a.name: with_limits(getattr(value, a.name), limits) for a in fields})
    return value
