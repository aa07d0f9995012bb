"""The words that the conditions of a process read, and of what kind of subject each is told."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice
from typing import Any

import attrs

from gezondsamen.process import conditions as c
from gezondsamen.process.process import Process
from gezondsamen.testing.building.bounds import inside


@attrs.frozen
class Words:
    """Hold the words that conditions read, and of what kind of subject they are told."""

    process: Process
    topics: tuple[tuple[str, str], ...]
    """Each topic with each kind of subject that it is told of: party, sector, role, or matter for none."""
    amounts: tuple[tuple[str, int], ...]
    contacts: tuple[str, ...]
    subjects: tuple[str, ...]
    roles: tuple[str, ...]
    contributions: tuple[str, ...]
    clauses: tuple[str, ...]
    texts: tuple[str, ...]
    evaluations: tuple[str, ...]
    decisions: tuple[str, ...]
    sectors: tuple[str, ...]
    school_years: bool
    selections: tuple[c.Parties, ...]

    @classmethod
    def of(cls, process: Process, conditions: tuple[c.Condition, ...]) -> Words:
        """Return the words of these conditions; where one names none, the first that the process knows."""

        def every(kind: type[Any] | tuple[type[Any], ...]) -> tuple[Any, ...]:
            return tuple(inside(conditions, kind))

        def known(
            scheme: str, readers: tuple[Any, ...], *named: tuple[str, ...], least: int = 1
        ) -> tuple[str, ...]:
            found = dict.fromkeys(chain(*named))
            first = islice(process.vocabulary.get(scheme, ()), least if readers else 0)
            return tuple(found) or tuple(first)

        contacts, texts = every((c.MetBefore, c.InContact)), every((c.Agreed, c.TermRuns, c.NoticeGiven))
        held, met = every((c.Evaluated, c.EvaluationArranged)), every(c.MetBefore)
        decisions = known("decision", held, *(x.decisions for x in every(c.Evaluated)))
        others = (key for key in process.vocabulary.get("decision", ()) if key not in decisions)
        clauses = known("clause", texts, *(x.clauses for x in every(c.Agreed)))
        further = (key for key in process.vocabulary.get("clause", ()) if key not in clauses)
        roles = [x.roles[:1] for x in every((c.RoleFilled, c.Parties))]
        return cls(
            process,
            topics=tuple(dict.fromkeys(_topics(conditions))),
            amounts=tuple(dict.fromkeys(_amounts(conditions))),
            contacts=known(
                "contact_kind",
                contacts,
                *((x.first, x.then) for x in met),
                *(x.kinds[:1] for x in every(c.InContact)),
                least=2,
            ),
            subjects=known("subject", (), *((x.subject,) for x in every(c.ConsentOfAll))),
            roles=known("role", every(c.RoleFilled), *roles, least=2),
            contributions=known("contribution_kind", every(c.Contributed), least=2),
            clauses=(*clauses[:2], *islice(further, 1 if texts else 0)),
            texts=known("agreement_kind", texts, *(x.kinds[:1] for x in every((c.Agreed, c.TermRuns)))),
            evaluations=known("evaluation_kind", held, *(x.kinds[:1] for x in held)),
            decisions=(*decisions[:1], *islice(others, 1)),
            sectors=known("sector", every(c.ActionCount)),
            school_years=any(x.school_year for x in every(c.InContact)),
            selections=tuple(dict.fromkeys(every(c.Parties))),
        )


def _topics(conditions: tuple[c.Condition, ...]) -> Iterator[tuple[str, str]]:
    """Yield each topic that these conditions read, with the kind of subject that it is told of."""
    for x in inside(conditions, (c.OnRecord, c.RecordCount, c.Paired, c.Lasts, c.RoleFilled, c.NoticeGiven)):
        match x:
            case c.OnRecord():
                yield from ((topic, _of_whom(x.each)) for topic in x.topics)
            case c.RecordCount():
                yield x.topic, _of_whom(x.among)
            case c.Paired():
                yield from ((topic, "party") for topic in (x.topic, x.by))
            case c.RoleFilled():
                yield from ((topic, "role") for topic in (x.named_by,) if topic is not None)
            case _:
                yield x.topic, "matter"


def _of_whom(each: c.Parties | c.Sectors | None) -> str:
    return "matter" if each is None else "party" if isinstance(each, c.Parties) else "sector"


def _amounts(conditions: tuple[c.Condition, ...]) -> Iterator[tuple[str, int]]:
    """Yield each topic that is measured, with the amounts on and around each bound of it."""
    for x in inside(conditions, c.Measured):
        for bound in (x.at_least, x.at_most):
            if isinstance(bound, c.Same):
                yield from ((bound.topic, 5), (x.topic, 4), (x.topic, 5))
            elif bound is not None:
                yield from ((x.topic, c.number(bound) + beside) for beside in (1, 0, -1))
            else:
                yield x.topic, 1
