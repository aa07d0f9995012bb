"""The laws that compare both readings: what they find, and which entry they say decides."""

from __future__ import annotations

from unittest.mock import patch

import pytest

import gezondsamen as gs
from gezondsamen.decision.judge import JUDGES, statements
from gezondsamen.decision.situation import Situation
from gezondsamen.dossier import membership
from gezondsamen.dossier.ledger import Ledger
from gezondsamen.findings import Judgement
from gezondsamen.process import conditions as c
from gezondsamen.testing.laws.process_reading import differences
from gezondsamen.testing.laws.second_reading import everything_reads_alike, rules_read_alike
from tests.support.builders import DAY, adopted, joined, party, rule, said, started, tiny

ABOUT_EACH = tiny(rule(c.RecordCount("attendance", among=c.Parties(), at_least=2)))


def counting_statements(x: c.RecordCount, s: Situation) -> Judgement:
    """Count statements where their subjects are asked."""
    return statements.record_count(c.RecordCount(x.topic, None, x.at_least, x.at_most), s)


def test_two_statements_about_one_party_are_one() -> None:
    """Where the library counts them twice, the message names the rule and the statement that decides."""
    twice = (*said("attendance", about="a"), *said("attendance", about="a"))
    case = started(ABOUT_EACH, joined("a"), joined("b"), *twice)
    rules_read_alike(case, DAY)
    told = "OWN-01 | met in the library, unmet in the second reading; .*without entry 5 they agree: Stated"
    with (
        patch.dict(JUDGES, {c.RecordCount: counting_statements}),
        pytest.raises(AssertionError, match=told.replace("|", r"\|")),
    ):
        rules_read_alike(adopted(ABOUT_EACH, "begin", joined("a"), joined("b"), *twice), DAY)


def forgetful(ledger: Ledger, gone: tuple[str, ...], heirs: tuple[str, ...]) -> None:
    """Pass on what was a party's own, and not what it had from others."""
    for heir in heirs:
        ledger.put("lines", heir, frozenset((heir, *gone)))
    for ident in gone:
        ledger.put("heirs", ident, heirs)


def test_the_heir_of_an_heir_has_what_was_said_of_the_first() -> None:
    """A merger of a merger that loses the first is found on a case made for it, and in any drawn one."""
    process = tiny(rule(c.OnRecord("party_interest", each=c.Parties())))
    merged: list[gs.Fact] = [joined("a"), *said("party_interest", about="a")]
    for before, after in (("a", "b"), ("b", "c")):
        merged += [gs.PartyJoined(DAY, party(after)), gs.PartySucceeded(DAY, after, (before,))]
    everything_reads_alike(started(process, *merged), DAY)
    assert list(differences(process)) == []
    with patch.object(membership, "_pass_on", forgetful):
        with pytest.raises(AssertionError, match="without entry 7 they agree: PartySucceeded"):
            rules_read_alike(adopted(process, "begin", *merged), DAY)
        (found, *_) = differences(tiny(*process.requirements.values(), key="another"))
        assert (found.code, found.where) == ("second-reading", "begin.go")
