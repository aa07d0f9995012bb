"""Where many parties take part: the same answers as asking pair by pair, and repairs that stay few."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from itertools import combinations

from hypothesis import example, given
from hypothesis import strategies as st

import gezondsamen as gs
from gezondsamen.process import conditions as c
from tests.support.dossiers import A_DAY, CAST, ON, START, begun, joins, judged, number, tiny

IDS = [party.id for party in CAST]
HEIR = gs.Party(id="heir", name="Opvolger", kind="sports_club")

Meetings = list[tuple[str, ...]]

MEETINGS: st.SearchStrategy[Meetings] = st.lists(
    st.lists(st.sampled_from(IDS), min_size=1, unique=True).map(tuple), max_size=6
)


def facts_of(meetings: Meetings, *, merged: bool) -> list[gs.Fact]:
    """Return the facts of a case in which these met; `merged`: the last party then went up in another."""
    facts: list[gs.Fact] = [*joins(*CAST)]
    facts += [gs.Met(START + timedelta(days=day), "plenary", who) for day, who in enumerate(meetings, 1)]
    if merged:
        facts += [*joins(HEIR, on=ON - A_DAY), gs.PartySucceeded(ON - A_DAY, HEIR.id, (IDS[-1],))]
    return facts


def one_by_one(
    meetings: Meetings, groups: Iterable[tuple[frozenset[str], ...]], needed: int
) -> tuple[list[int], dict[int, None]]:
    """Return how often each group met, and the meetings that speak for it, looked through group by group."""
    found, evidence = [], dict[int, None]()
    for lines in groups:
        own = [place for place, who in enumerate(meetings) if all(line & {*who} for line in lines)]
        evidence |= dict.fromkeys(number(place + len(CAST)) for place in own)
        found.append(len(own))
    return found, evidence


@example([tuple(IDS)], 1, False)
@given(MEETINGS, st.integers(1, 2), st.booleans())
def test_pairs_are_judged_as_if_each_was_looked_at(meetings: Meetings, needed: int, merged: bool) -> None:
    """Findings and evidence are those of going through all contacts for every pair of parties."""
    row = judged(c.InContact(pairs=True, at_least=needed), *facts_of(meetings, merged=merged))
    lines = [frozenset((ident,)) for ident in IDS[:-1]]
    lines.append(frozenset((HEIR.id, IDS[-1])) if merged else frozenset(IDS[-1:]))
    found, evidence = one_by_one(meetings, combinations(lines, 2), needed)
    assert [finding.found for finding in row.findings] == [times for times in found if times < needed]
    assert row.evidence == tuple(evidence)


@given(MEETINGS, st.integers(1, 2), st.booleans())
def test_each_party_is_judged_as_if_it_was_looked_at(meetings: Meetings, needed: int, merged: bool) -> None:
    """Findings and evidence are those of going through all contacts for every party."""
    condition = c.InContact(each=c.Parties(), at_least=needed)
    row = judged(condition, *facts_of(meetings, merged=merged))
    lines = [(frozenset((ident,)),) for ident in IDS[:-1]]
    lines.append((frozenset((HEIR.id, IDS[-1])) if merged else frozenset(IDS[-1:]),))
    found, evidence = one_by_one(meetings, lines, needed)
    assert [finding.found for finding in row.findings] == [times for times in found if times < needed]
    assert row.evidence == tuple(evidence)


@given(MEETINGS, st.integers(1, 3))
def test_pairs_are_repaired_by_meetings_with_everybody(meetings: Meetings, needed: int) -> None:
    """However many pairs have not met, as many meetings as one pair lacks repair it, and no more."""
    case = begun(tiny(c.InContact(pairs=True, at_least=needed)), *facts_of(meetings, merged=False))
    check = case.check("go", on=ON)
    lacking = [needed - int(str(finding.found)) for row in check.unmet for finding in row.findings]
    assert len(check.repair) == max(lacking, default=0)
    after = case.record(*(draft.fill("…") for draft in check.repair))
    assert after.check("go", on=ON).allowed
