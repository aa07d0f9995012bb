"""Strategies for facts: of each kind, and lists of those that can be recorded in a case."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from types import NoneType
from typing import Any, Final, TypeVar, get_args, get_origin

import attrs
from hypothesis import strategies as st

from gezondsamen.annotations import hints
from gezondsamen.arguments import check
from gezondsamen.collaboration import Collaboration
from gezondsamen.dossier import facts as f
from gezondsamen.dossier.tracks import MAIN
from gezondsamen.errors import InvalidRecord
from gezondsamen.process.process import Process
from gezondsamen.terms import nearest
from gezondsamen.testing.building.bounds import asking_days, edge_days
from gezondsamen.testing.building.canonical import DAY
from gezondsamen.testing.strategies.arguments import (
    among,
    built,
    days,
    keys,
    maybe,
    require_words,
    resolved,
    some,
)
from gezondsamen.testing.strategies.entities import NAMES, parties, periods, subjects

F = TypeVar("F", bound=f.Fact)

RECORDED: Final[tuple[type[f.Fact], ...]] = tuple(
    kind for kind in get_args(f.Fact) if kind not in (f.TrackOpened, f.StepTaken, f.Retracted)
)
"""Every kind of fact that a host records; the other three are made by `open`, `advance` and `correct`."""

TEXTS: Final = ("…", "Afgesproken in het overleg.", "Iedere wijk een speelplek.")
DRAFTS: Final = ("convenant", "overeenkomst", "protocol")
"""Ids of agreements, where they are drafted."""

PERSONS: Final = ("p-1", "p-2")
"""Opaque ids, as hosts use them: no names of people."""

HORIZON: Final = 500
"""How many days after its beginning things happen at most; terms and due dates come after."""


@attrs.frozen
class Cast:
    """Hold what facts can name: words of a process; parties, agreements, tracks and roles of a case.

    `newcomers` may join and `drafts` may be drafted.
    """

    process: Process
    parties: tuple[str, ...]
    newcomers: tuple[str, ...]
    agreements: tuple[str, ...]
    drafts: tuple[str, ...]
    tracks: tuple[str, ...] = (MAIN,)
    first: date = DAY
    held: tuple[f.RoleAssigned, ...] = ()

    @classmethod
    def of(cls, process: Process, case: Collaboration | None) -> Cast:
        """Return what the facts of a case can name; without a case, three parties and one agreement."""
        check("process", process, Process, "a process")
        check("case", case, (Collaboration, NoneType), "a collaboration")
        if case is None:
            members, agreements = tuple(NAMES)[:3], ("convenant",)
            return cls(process, members, tuple(NAMES)[3:], agreements, DRAFTS[1:])
        known = case.dossier.known
        taken = (*known.agreements, *known.tracks)
        return cls(
            process,
            parties=known.active,
            newcomers=tuple(name for name in NAMES if name not in known.active),
            agreements=tuple(known.agreements),
            drafts=tuple(name for name in DRAFTS if name not in taken),
            tracks=tuple(known.tracks),
            first=min(entry.place[0] for entry in case.entries_after(0)),
            held=tuple(entry.fact for entry in known.of(f.RoleAssigned)),
        )

    @classmethod
    def anyone(cls, process: Process, parties: tuple[str, ...], agreements: tuple[str, ...]) -> Cast:
        """Return a cast without a case: whoever is named may join as well, what is named be drafted as well.

        Facts about it may be refused: of a party that is not there, an agreement that exists already.
        """
        return cls(process, parties, parties, agreements, agreements)

    def keys(self, scheme: str) -> st.SearchStrategy[str]:
        return keys(self.process, scheme)

    def day(self, least: int = 0, most: int = HORIZON) -> st.SearchStrategy[date]:
        at_least = self.first + timedelta(days=least)
        found = edge_days(self.process, self.first, most)
        return days(least, most, self.first, tuple(day for day in found if day >= at_least))

    @property
    def late(self) -> st.SearchStrategy[date]:
        """A day after everything that happens here."""
        return self.day(HORIZON + 1, HORIZON * 4)

    @property
    def party(self) -> st.SearchStrategy[str]:
        return among(self.parties)

    @property
    def track(self) -> st.SearchStrategy[str | None]:
        return maybe(among(self.tracks))

    @property
    def agreement(self) -> st.SearchStrategy[str]:
        return among(self.agreements)

    @property
    def newcomer(self) -> st.SearchStrategy[Any]:
        return parties(self.process, id=among(self.newcomers))

    @property
    def about(self) -> st.SearchStrategy[Any]:
        return maybe(subjects(self.process, parties=self.parties))

    @property
    def number(self) -> st.SearchStrategy[float]:
        return st.integers(0, 9) | st.integers(0, 100) | st.floats(0, 100, width=32)

    @property
    def rule(self) -> st.SearchStrategy[str]:
        return among([code for code, rule in self.process.requirements.items() if rule.waivable])


_FIELDS: Final[dict[type[Any], dict[str, Callable[[Cast], st.SearchStrategy[Any]]]]] = {
    f.PartyJoined: {"party": lambda s: s.newcomer},
    f.PartyLeft: {"party": lambda s: s.party},
    f.PartySucceeded: {
        "successor": lambda s: among(s.parties[:1]) | s.party,
        "predecessors": lambda s: some(among(s.parties[1:]) | s.party, 1),
    },
    f.PartyDivided: {
        "predecessor": lambda s: among(s.parties[:1]) | s.party,
        "successors": lambda s: st.just(s.parties[1:3]) | some(s.party, most=3),
    },
    f.RoleAssigned: {"party": lambda s: maybe(s.party)},
    f.RoleEnded: {
        "role": lambda s: among([fact.role for fact in s.held]) if s.held else s.keys("role"),
        "party": lambda s: among([fact.party for fact in s.held]) if s.held else maybe(s.party),
        "person": lambda s: (
            among([fact.person for fact in s.held]) if s.held else maybe(st.sampled_from(PERSONS))
        ),
        "track": lambda s: among([fact.track for fact in s.held]) if s.held else s.track,
    },
    f.Stated: {"until": lambda s: maybe(s.late), "holds": lambda s: st.sampled_from((True, True, False))},
    f.Consented: {"party": lambda s: s.party},
    f.Met: {"parties": lambda s: some(s.party, least=1, most=3)},
    f.ContributionRecorded: {
        "party": lambda s: s.party,
        "amount": lambda s: maybe(s.number),
        "unit": lambda s: maybe(st.sampled_from(("uur", "euro"))),
    },
    f.AgreementDrafted: {
        "agreement": lambda s: among(s.drafts),
        "parties": lambda s: st.just(s.parties) | some(s.party, most=3),
        "obliged": lambda s: some(s.party),
        "start": lambda s: maybe(s.day()),
        "end": lambda s: maybe(s.late),
        "principal": lambda s: st.sampled_from((True, False)),
        "title": lambda s: st.sampled_from((None, "Samen gezond")),
    },
    f.AgreementRevised: {
        "parties": lambda s: st.sampled_from((None, s.parties)) | some(s.party, 1, 3),
        "obliged": lambda s: st.none() | some(s.party),
        "start": lambda s: maybe(s.day()),
        "end": lambda s: maybe(s.late),
        "principal": lambda s: st.sampled_from((None, None, True, False)),
    },
    f.Signed: {"party": lambda s: s.party},
    f.ActionAgreed: {
        "action": lambda s: st.sampled_from(("speelplek", "fietsroute")),
        "owner": lambda s: s.party,
        "due": lambda s: s.late,
        "done": lambda s: maybe(s.late),
    },
    f.EvaluationPlanned: {"every": lambda s: periods(), "due": lambda s: maybe(s.late)},
    f.EvaluationHeld: {},
    f.WaiverGranted: {
        "rule": lambda s: s.rule,
        "trigger": lambda s: maybe(among(s.process.triggers)),
        "about": lambda s: (
            maybe(subjects(s.process, kind="party", parties=s.parties)) if s.parties else st.none()
        ),
        "until": lambda s: maybe(s.late),
    },
}
"""Strategies of fields by kind of fact, where neither the name nor the scheme says what fits."""

_EVERYWHERE: Final[dict[str, Callable[[Cast], st.SearchStrategy[Any]]]] = {
    "on": lambda s: s.day(),
    "about": lambda s: s.about,
    "track": lambda s: s.track,
    "text": lambda s: st.sampled_from(TEXTS),
    "reason": lambda s: st.sampled_from(TEXTS),
    "agreement": lambda s: s.agreement,
    "amount": lambda s: s.number,
    "person": lambda s: maybe(st.sampled_from(PERSONS)),
    "approved_by": lambda s: st.sampled_from(PERSONS),
    "evaluator": lambda s: maybe(st.sampled_from(PERSONS)),
    "point": lambda s: maybe(among([point.key for point in s.process.evaluation_points])),
}
"""Strategies of fields by name, whatever the kind of fact."""


def facts(
    process: Process, *kinds: type[F], case: Collaboration | None = None, **fields: Any
) -> st.SearchStrategy[F]:
    """Draw facts in the words of a process; of some kinds, or of every kind that a host records.

    With a `case` they name its parties, agreements and tracks. Every field of the constructor can be
    given: a value, or a strategy. Shrinks towards the first kind, on the first day, with the first
    word of each list, and as little else as may be. Nothing is drawn of a kind that the words do not
    allow: no role where the process has no roles.

    Raises `TypeError` when a kind is not one that a host records, or has no such field, and
    `InvalidArgument` for a word that the process does not know.

    >>> import gezondsamen as gs
    >>> stated = facts(gs.PPS, gs.Stated, topic="purpose", on=date(2024, 3, 1))
    """
    cast = Cast.of(process, case)
    known = (process,) if case is None else (process, *case.processes)
    for kind in kinds if fields else ():
        for field in attrs.fields(kind) if attrs.has(kind) else ():
            if "scheme" in field.metadata:
                require_words(known, field.metadata["scheme"], fields.get(field.name, ...))
    return facts_of(cast, *kinds, **fields)


def facts_of(cast: Cast, *kinds: type[F], **fields: Any) -> st.SearchStrategy[F]:
    """Draw facts about a cast, otherwise as `facts` does."""
    asked: tuple[Any, ...] = kinds or RECORDED
    return st.one_of(*(_facts(kind, cast, fields) for kind in asked))


def _facts(kind: type[Any], cast: Cast, given: dict[str, Any]) -> st.SearchStrategy[Any]:
    if kind not in _FIELDS and kind not in RECORDED:
        raise TypeError(f"{kind.__name__} is not a fact that a host records")
    names = [a.name for a in attrs.fields(kind)]
    for name in given:
        if name not in names:
            meant = nearest(name, names)
            hint = f"; did you mean {meant!r}?" if meant else ""
            raise TypeError(f"{kind.__name__} has no field {name!r}{hint}")
    if kind is f.RoleEnded and cast.held and given.keys() <= {"on"}:
        return built(_ended, among(cast.held), resolved(given.get("on", ...), cast.day()))
    types = hints(kind)
    fields = {
        a.name: resolved(given.get(a.name, ...), _field(kind, a, types[a.name], cast))
        for a in attrs.fields(kind)
    }
    return built(kind, **fields)


def _ended(held: f.RoleAssigned, on: date) -> f.RoleEnded:
    return f.RoleEnded(on, held.role, held.party, held.person, held.track)


def _field(kind: type[Any], field: attrs.Attribute[Any], of: Any, cast: Cast) -> st.SearchStrategy[Any]:
    own = _FIELDS.get(kind, {}).get(field.name) or _EVERYWHERE.get(field.name)
    if own is not None:
        return own(cast)
    scheme = field.metadata.get("scheme")
    if scheme is None:
        return st.just(field.default)
    words = cast.keys(scheme)
    if get_origin(of) is tuple:
        return some(words)
    return maybe(words) if field.default is None else words


def evaluations(
    process: Process, *, case: Collaboration | None = None, on: Any = ..., kind: Any = ..., aspects: Any = ...
) -> st.SearchStrategy[f.EvaluationPlanned | f.EvaluationHeld]:
    """Draw evaluations, planned or held; shrinks towards one planned each year, of the first kind."""
    given = {"on": on, "kind": kind, "aspects": aspects}
    planned = facts(process, f.EvaluationPlanned, case=case, **given)
    return planned | facts(process, f.EvaluationHeld, case=case, **given)


def kept(case: Collaboration, facts: Iterable[f.Fact]) -> tuple[f.Fact, ...]:
    """Return those facts that can be recorded in a case, one after another.

    >>> import gezondsamen as gs
    >>> case = gs.Collaboration.start(gs.PPS, id="case", on=DAY)
    >>> kept(case, [gs.PartyLeft(DAY, "nobody")])
    ()
    """
    found = []
    for fact in facts:
        try:
            case = case.record(fact)
        except InvalidRecord:
            continue
        found.append(fact)
    return tuple(found)


def journals(case: Collaboration, *, max_size: int = 8) -> st.SearchStrategy[tuple[f.Fact, ...]]:
    """Draw facts that can be recorded in a case, all of them, in this order; shrinks towards none.

    Parties join first, so that the other facts have somebody to be about.
    """
    check("case", case, Collaboration, "a collaboration")
    cast = Cast.of(case.process, case)
    newcomers = tuple(name for name in NAMES if name not in case.dossier.known.members)[:3]
    join = facts_of(attrs.evolve(cast, newcomers=newcomers), f.PartyJoined, on=cast.first)
    others = tuple(name for name in cast.newcomers if name not in newcomers)
    joined = attrs.evolve(cast, parties=(*cast.parties, *newcomers), newcomers=others)
    any_fact: st.SearchStrategy[f.Fact] = facts_of(joined)

    @st.composite  # without arguments: hypothesis would print the case at length
    def drawn(draw: st.DrawFn) -> tuple[f.Fact, ...]:
        given = [*draw(st.lists(join, max_size=3)), *draw(st.lists(any_fact, max_size=max_size))]
        return kept(case, given)

    return drawn()


def days_of(case: Collaboration) -> st.SearchStrategy[date]:
    """Draw days on which to ask about a case, mostly where answers change; shrinks towards its first day.

    No day lies before one of its tracks began: there is nothing to ask of that one then.

    The days of its entries and the days after; the last day of what runs or is due, and the next; the
    days before, on and after each period of its process since an entry; both sides of the end of each
    school year. Otherwise any of the 500 days after its first.

    >>> import gezondsamen as gs
    >>> from gezondsamen.testing import canonical
    >>> days_of(canonical(gs.PPS, "management")).validate()
    """
    check("case", case, Collaboration, "a collaboration")
    first = max(case.visits_of(track)[0].entered for track in case.tracks)
    return days(0, HORIZON, first, tuple(day for day in asking_days(case) if day >= first))
