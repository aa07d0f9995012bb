"""Drafts of parties, roles, consents and contributions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

import attrs

from gezondsamen.decision.repair.candidates import counted, first_term, joining, kinds_left, party_draft
from gezondsamen.decision.situation import Situation
from gezondsamen.dossier import facts as f
from gezondsamen.dossier.parties import Party
from gezondsamen.findings import NOBODY, Finding
from gezondsamen.forms.blanks import Blank
from gezondsamen.forms.drafts import Draft
from gezondsamen.forms.fitting import holders, roles_for
from gezondsamen.process import conditions as c


def party_count(x: c.PartyCount, finding: Finding, s: Situation) -> list[Draft]:
    """Return the draft of one more party, of a new sector or kind where that is asked."""
    if x.at_least is None or float(finding.found or 0) >= c.number(x.at_least):
        return []
    match x.of:
        case "parties":
            return counted(x.which, s)
        case "sectors":
            return _of_new_sector(x.which, s)
        case "kinds":
            return _of_new_kind(x.which, s)
        case _:
            assert_never(x.of)


def departures(conditions: Iterable[c.Condition], s: Situation) -> Iterator[tuple[f.PartyLeft, ...]]:
    """Yield for each condition with too many parties that these leave: no draft, for nobody is sent away.

    Only a story that tells of a step for which they must have left goes on so.
    """
    for x in conditions:
        if isinstance(x, c.AllOf | c.AnyOf):
            yield from departures(x.conditions, s)
        elif isinstance(x, c.PartyCount) and x.at_most is not None and x.of == "parties":
            too_many = s.select(x.which, s.active)[c.number(x.at_most) :]
            if too_many:
                yield tuple(f.PartyLeft(s.day, party.id) for party in too_many)


def _of_new_sector(which: c.Parties, s: Situation) -> list[Draft]:
    """Return the draft of a party of the first sector that none of those selected is of, if any is left."""
    known = which.sectors or tuple(s.process.vocabulary.get("sector", ()))
    present = {key for party in s.select(which, s.active) for key in party.sectors}
    fresh = [key for key in known if key not in present]
    return [party_draft(which, s, sectors=(fresh[0],))] if fresh else []


def _of_new_kind(which: c.Parties, s: Situation) -> list[Draft]:
    """Return the draft of a party of a kind that none of those selected is of, if any is left."""
    present = {party.kind for party in s.select(which, s.active)}
    fresh = [key for key in kinds_left(which, s) if key not in present]
    return [party_draft(attrs.evolve(which, kinds=tuple(fresh)), s)] if fresh else []


def role_filled(x: c.RoleFilled, finding: Finding, s: Situation) -> list[Draft]:
    """Return the draft of a role assigned, or of the party that can hold it."""
    if finding.about == NOBODY:
        return joining(x.each, s)
    role = x.roles[0] if x.roles else None
    if finding.about is not None and finding.about.kind == "role":
        role = finding.about.id
    blanks = [Blank(("person",), "person", required=x.outsider)]
    if finding.about is not None and finding.about.kind == "party":
        party: str | None = finding.about.id
    elif x.outsider:
        party = None
    elif x.by is not None:
        able = _holding(role, s.select(x.by, s.active), s)
        if not able:
            return joining(x.by, s)
        party = able[0].id
    else:
        able = _holding(role, s.active, s)
        party = able[0].id if able else None
        most_fitting = tuple(p.id for p in able)
        blanks.insert(0, Blank(("party",), "party", required=False, choices=most_fitting))
    if role is None:
        role, asked = _role_asked(party, s)
        blanks.insert(0, asked)
    return [Draft(f.RoleAssigned(s.day, role, party), tuple(blanks))]


def _holding(role: str | None, parties: Iterable[Party], s: Situation) -> list[Party]:
    """Return parties, first those of a kind that usually holds the role."""
    every = list(parties)
    if role is None:
        return every
    first, _rest = holders(s.process, role, dict.fromkeys(p.kind for p in every))
    return sorted(every, key=lambda p: p.kind not in first)


def _role_asked(party: str | None, s: Situation) -> tuple[str, Blank]:
    """Return the role that fits a party best, and the blank that asks for one."""
    member = None if party is None else s.known.members.get(party)
    kind = None if member is None else member.party.kind
    fit, rest = roles_for(s.process, kind)
    choices = (*fit, *rest)
    role = choices[0] if choices else first_term(s, "role")
    return role, Blank(("role",), "choice", "role", choices=choices, fitting=len(fit))


def consent_of_all(x: c.ConsentOfAll, finding: Finding, s: Situation) -> list[Draft]:
    """Return the draft of a consent."""
    assert finding.about is not None
    if finding.about == NOBODY:
        return joining(x.which, s)
    return [Draft(f.Consented(s.day, finding.about.id, x.subject, "agrees"))]


def contributed(x: c.Contributed, finding: Finding, s: Situation) -> list[Draft]:
    """Return the draft of a contribution."""
    assert finding.about is not None
    if finding.about == NOBODY:
        return joining(x.which, s)
    kind = first_term(s, "contribution_kind", but=x.other_than)
    kinds = tuple(key for key in s.process.vocabulary["contribution_kind"] if key not in x.other_than)
    blanks = [Blank(("kind",), "choice", "contribution_kind", choices=kinds)]
    if x.measured:
        blanks += [Blank(("amount",), "number"), Blank(("unit",), "text")]
    amount = 1 if x.measured else None
    fact = f.ContributionRecorded(s.day, finding.about.id, kind, x.status, amount)
    return [Draft(fact, tuple(blanks))]
