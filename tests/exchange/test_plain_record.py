"""Plain data of what is on record: keys and labels side by side, of the case or of a value alone."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gezondsamen as gs
from tests.support import golden_values
from tests.support.builders import DAY, joined, label, later, started
from tests.support.strategies import histories
from tests.support.texts import last_day

LANGS = pytest.mark.parametrize("lang", ["nl", "en"])


def json_of(value: Any, lang: str = "nl") -> Any:
    """Return the plain data of a value, after it went through JSON."""
    plain = gs.to_dict(value, lang)
    assert json.loads(json.dumps(plain, allow_nan=False)) == plain
    return plain


@given(histories(gs.PPS), st.sampled_from(["nl", "en"]))
def test_a_case_tells_all_that_is_on_record(case: gs.Collaboration, lang: str) -> None:
    """The data of a case have each role, agreement, contribution and action, with the names of parties."""
    day = last_day(case)
    plain = json_of(case, lang)
    assert [role["entry"] for role in plain["roles"]] == [role.entry for role in case.roles(on=day)]
    assert [text["id"] for text in plain["agreements"]] == [text.id for text in case.agreements(on=day)]
    assert [each["entry"] for each in plain["contributions"]] == [
        each.entry for each in case.contributions(on=day)
    ]
    assert [each["id"] for each in plain["actions"]] == [each.id for each in case.actions(on=day)]
    names = case.dossier.known.names
    for role in plain["roles"]:
        assert role["party_label"] == (names[role["party"]] if role["party"] else None)
    for action in plain["actions"]:
        assert action["owner_label"] == names[action["owner"]]


@LANGS
def test_each_key_has_its_label(lang: str) -> None:
    """Where a key is a word, its label in the language stands beside it, also of a value alone."""
    case = golden_values.case_of(gs.PPS)
    values = [
        *case.roles(on=later(1)),
        *case.agreements(on=later(1)),
        *case.contributions(on=later(1)),
        *case.actions(on=later(1)),
    ]
    assert len({type(value) for value in values}) == 4
    schemes = {"role": "role", "sector": "sector"}
    for value in values:
        plain = json_of(value, lang)
        assert plain["type"] == type(value).__name__
        own = {"Agreement": "agreement_kind", "Contribution": "contribution_kind"}.get(plain["type"], "")
        for key, scheme in {**schemes, "kind": own}.items():
            if key in plain:
                term = gs.PPS.vocabulary[scheme][plain[key]]
                assert plain[f"{key}_label"] == term.label.text(lang)
    (agreement,) = [value for value in values if isinstance(value, gs.Agreement)]
    clauses = json_of(agreement, lang)["clauses"]
    assert [clause["key"] for clause in clauses] == list(agreement.clauses)
    assert all(clause["label"] for clause in clauses)


def test_a_word_of_a_host_has_its_label_in_the_case() -> None:
    """The case knows the words that a host added; a value by itself shows the key."""
    own = gs.PPS.adapt(key="own", terms=(gs.Term("ambassador", label("ambassadeur"), "role"),))
    case = gs.Collaboration.start(own, id="x", on=DAY).record(gs.RoleAssigned(DAY, "ambassador"))
    assert json_of(case)["roles"][0]["role_label"] == "ambassadeur"
    assert json_of(case.roles(on=DAY))[0]["role_label"] == "ambassador"


def test_a_line_of_the_journal_is_plain() -> None:
    """A line has its number, day, words and fate, in the language in which it was made."""
    case = golden_values.case_of(gs.PPS)
    lines = case.timeline("nl")
    plain = json_of(lines)
    assert [each["number"] for each in plain] == [line.number for line in lines]
    assert [each["text"] for each in plain] == [line.text for line in lines]
    assert {each["retracted_in"] for each in plain} == {line.retracted_in for line in lines}


def test_what_is_on_record_is_told_whole() -> None:
    """Each role, agreement, contribution and action has all of its fields, with None where nothing is."""
    bare = started(gs.PPS, joined("a")).record(
        gs.RoleAssigned(DAY, "delegate", "a", "p-1", track="main"),
        gs.RoleAssigned(DAY, "independent_evaluator"),
        gs.RoleEnded(later(2), "independent_evaluator"),
        gs.AgreementDrafted(DAY, "x", "covenant", "a", "a", ("goal",), "written", DAY, later(9), title="X"),
        gs.Signed(later(1), "x", "a"),
        gs.AgreementDrafted(DAY, "y", "informal", principal=False),
        gs.ContributionRecorded(DAY, "a", "money", amount=3, unit="euro"),
        gs.ActionAgreed(DAY, "act", "doen", "a", "sport", later(3), done=later(2)),
        gs.ActionAgreed(DAY, "act-2", "laten", "a", "sport", later(3)),
    )
    plain = json_of(bare)
    assert plain["roles"] == [
        {
            "type": "Role",
            "role": "delegate",
            "role_label": "afgevaardigde",
            "party": "a",
            "party_label": "Partij a",
            "person": "p-1",
            "track": "main",
            "since": "2024-01-08",
            "until": None,
            "entry": 3,
            "ended_in": None,
        }
    ]
    (_, ended) = (*bare.roles(on=DAY),)
    assert json_of(ended)["party_label"] is None
    assert plain["agreements"][0] == {
        "type": "Agreement",
        "id": "x",
        "title": "X",
        "name": "X",
        "kind": "covenant",
        "kind_label": "convenant",
        "form": "written",
        "form_label": "schriftelijk",
        "principal": True,
        "parties": [{"id": "a", "label": "Partij a"}],
        "obliged": [{"id": "a", "label": "Partij a"}],
        "clauses": [{"key": "goal", "label": "doel"}],
        "start": "2024-01-08",
        "end": "2024-01-17",
        "phase": None,
        "in_force": plain["agreements"][0]["in_force"],
        "signatures": [{"party": "a", "label": "Partij a", "on": "2024-01-09", "entry": 7}],
        "entries": [6],
    }
    bare_agreement = plain["agreements"][1]
    assert [bare_agreement[key] for key in ("title", "form", "form_label", "start", "end")] == [None] * 5
    assert plain["contributions"] == [
        {
            "type": "Contribution",
            "party": "a",
            "party_label": "Partij a",
            "kind": "money",
            "kind_label": "geld",
            "status": "agreed",
            "status_label": "toegezegd",
            "amount": 3,
            "unit": "euro",
            "on": "2024-01-08",
            "entry": 9,
        }
    ]
    assert [(action["id"], action["done"], action["due"]) for action in plain["actions"]] == [
        ("act", "2024-01-10", "2024-01-11"),
        ("act-2", None, "2024-01-11"),
    ]


def test_a_line_has_all_that_is_known_of_its_entry() -> None:
    """Who recorded it, when and for whom, and what became of it, each None where it is not known."""
    moment = datetime(2024, 1, 9, 12, tzinfo=UTC)
    case = started(gs.PPS, joined("a")).record(
        gs.Stated(DAY, "purpose", "x"), by="u-1", on_behalf_of="a", recorded_at=moment
    )
    case = case.correct(
        3, gs.Stated(DAY, "purpose", "y"), reason="fout", on=DAY, by="u-2", recorded_at=moment
    )
    first, _, wrong, back, right = json_of(case.timeline("nl"))
    assert (wrong["by"], wrong["on_behalf_of"], wrong["recorded_at"]) == (
        "u-1",
        "a",
        "2024-01-09T12:00:00+00:00",
    )
    assert (first["by"], first["on_behalf_of"], first["recorded_at"]) == (None, None, None)
    assert [each["fact"] for each in (first, wrong, back)] == ["TrackOpened", "Stated", "Retracted"]
    assert (wrong["retracted_in"], wrong["corrected_in"], right["corrects"]) == (4, 5, 3)
    assert (right["on"], right["day"], right["redacted"]) == ("2024-01-08", "8 januari 2024", False)
