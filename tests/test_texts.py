"""Texts and ids at the door: what says nothing, what no host can keep, what looks alike."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs
import pytest

import gezondsamen as gs
from gezondsamen.texts import check_text, is_blank
from tests.support.builders import DAY, joined, later, party, said, started


def code(call: Callable[[], object]) -> tuple[str, str | None]:
    with pytest.raises(gs.InvalidRecord) as caught:
        call()
    return caught.value.code, caught.value.nearest


def case() -> gs.Collaboration:
    drafted = gs.AgreementDrafted(DAY, "convenant", "covenant", ("gem", "winkel"))
    return started(gs.PPS, joined("gem"), joined("winkel", "retailer"), drafted)


MADE: dict[str, Callable[[str], gs.Fact]] = {
    # the field, and a fact that is right but for its text there
    "Stated.text": lambda x: gs.Stated(DAY, "purpose", x),
    "Party.name": lambda x: gs.PartyJoined(DAY, attrs.evolve(party("b"), name=x)),
    "Party.id": lambda x: gs.PartyJoined(DAY, party(x)),
    "RoleAssigned.person": lambda x: gs.RoleAssigned(DAY, "alderman", "gem", x),
    "ContributionRecorded.unit": lambda x: gs.ContributionRecorded(DAY, "gem", "money", "agreed", 3, x),
    "AgreementDrafted.agreement": lambda x: gs.AgreementDrafted(DAY, x, "covenant", ("gem",)),
    "ActionAgreed.action": lambda x: gs.ActionAgreed(DAY, x, "doen", "gem", "sport", later(1)),
    "ActionAgreed.text": lambda x: gs.ActionAgreed(DAY, "a", x, "gem", "sport", later(1)),
    "EvaluationHeld.evaluator": lambda x: gs.EvaluationHeld(DAY, "final", evaluator=x),
    "WaiverGranted.reason": lambda x: gs.WaiverGranted(DAY, "KEN-01", x, "u-1"),
    "WaiverGranted.approved_by": lambda x: gs.WaiverGranted(DAY, "KEN-01", "haast", x),
    "Stated.about": lambda x: gs.Stated(DAY, "purpose", "meer", ("matter", x)),
}

FREE = ("text", "name", "reason", "unit")
"""Words of people's own, which may begin and end as they like."""

CALLS: dict[str, Callable[[str], object]] = {
    "start(title)": lambda x: started(title="" if is_blank(x) else x).correct_start(title=x, reason=x),
    "start(reason)": lambda x: started(phase="management", since=DAY, reason=x),
    "open(reason)": lambda x: started().open(gs.INTEGRAL, on=DAY, phase="evaluation", since=DAY, reason=x),
    "correct(reason)": lambda x: case().correct(2, None, reason=x),
    "by": lambda x: started().record(*said("purpose"), by=x),
    "start(id)": lambda x: gs.Collaboration.start(gs.PPS, id=x, on=DAY),
    "open(track)": lambda x: started().open(gs.INTEGRAL, on=DAY, track=x or " "),
}


def calls() -> dict[str, Callable[[str], object]]:
    made = {name: lambda x, f=f: case().record(f(x)) for name, f in MADE.items()}
    return {**made, **CALLS}


@pytest.mark.parametrize("name", [*MADE, *CALLS])
@pytest.mark.parametrize(
    "text",
    ["", " \n", "\u200b\u2060", "\u3164", "\ufe0f"],
    ids=("none", "space", "unseen", "filler", "selector"),
)
def test_saying_nothing_is_no_statement(name: str, text: str) -> None:
    """A text, name, reason or id without a sign that can be seen is refused, wherever it stands."""
    assert code(lambda: calls()[name](text))[0] in ("empty", "empty-id", "adoption")


@pytest.mark.parametrize("name", [*MADE, *CALLS])
@pytest.mark.parametrize(
    "text",
    ["\ud83d", "a\x00", "\x1b[31m", "a\x85", "\uffff"],
    ids=("half", "nul", "escape", "c1", "no sign"),
)
def test_what_no_host_can_keep_is_refused(name: str, text: str) -> None:
    """Halves of a pair and control signs are refused, wherever a text stands."""
    assert code(lambda: calls()[name](f"x{text}"))[0] == "unprintable"


@pytest.mark.parametrize(
    "name", [n for n in MADE if n.split(".")[1] not in ("text", "name", "reason", "unit")]
)
def test_an_id_has_no_space_at_its_ends(name: str) -> None:
    """An id with white space around it is refused, and told without."""
    assert code(lambda: case().record(MADE[name](" x9 "))) == ("spaces", "x9")


@pytest.mark.parametrize("ident", ["GEM", "Gem", "ge\u200bm", "gem\ufe0f"])
def test_ids_that_read_alike_are_told_apart(ident: str) -> None:
    """A new id with other capitals, composition or unseen signs than a known one is refused, naming both."""
    assert code(lambda: case().record(joined(ident))) == ("similar-id", "gem")
    new = gs.AgreementDrafted(DAY, "Convenant", "covenant", ("gem",))
    assert code(lambda: case().record(new)) == ("similar-id", "convenant")
    assert code(lambda: case().open(gs.INTEGRAL, on=DAY, track="Main")) == ("similar-id", "main")
    composed = case().record(joined("caf\u00e9"))
    assert code(lambda: composed.record(joined("cafe\u0301"))) == ("similar-id", "caf\u00e9")


def test_lines_and_other_scripts_are_texts() -> None:
    """Ends of lines, tabs, emoji and any script are taken as they are."""
    for text in ("een\n\ttwee", "👩‍⚕️", "صحة", "é"):
        check_text("text", text)
        assert case().record(gs.Stated(DAY, "purpose", text)).version == 5


def test_taking_back_a_statement_needs_no_text() -> None:
    """A statement that takes others off record says so by itself."""
    assert case().record(gs.Stated(DAY, "purpose", holds=False)).version == 5


def test_documents_with_empty_texts_open() -> None:
    """What was kept before stays readable: a journal with an empty text is replayed."""
    entries = case().record(gs.Stated(DAY, "purpose", "x")).entries_after(0)
    fact: Any = entries[-1].fact
    old = [*entries[:-1], attrs.evolve(entries[-1], fact=attrs.evolve(fact, text=""))]
    opened = gs.Collaboration.replay(gs.PPS, old)
    assert gs.loads(gs.dumps(opened)) == opened
