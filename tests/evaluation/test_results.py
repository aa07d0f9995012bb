"""Results of an evaluation: what scores say, and what cannot be a score."""

from __future__ import annotations

import statistics
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import gezondsamen as gs
from gezondsamen.evaluation.instruments import Band, Instrument, Item, Scale
from gezondsamen.evaluation.results import Form, Results

KEYS = ("trust", "aims", "roles", "pace")


def label(text: str) -> gs.Label:
    return gs.Label(nl=text, en=text)


OWN = Instrument(
    "own",
    label("own"),
    (
        Item("trust", group="people", rules=("PPS-07",), obstacles=("OB-06",)),
        Item("roles", group="people", rules=("ROL-01", "PPS-07")),
        Item("aims", label("aims"), group="purpose"),
        Item("pace"),
    ),
    Scale(1, 5),
)

SCORES = st.dictionaries(
    st.sampled_from(("gemeente", "ggd", "school", "sportclub")),
    st.dictionaries(st.sampled_from(KEYS), st.integers(1, 5)),
    min_size=1,
)
"""Party → item → score, with gaps."""


@given(SCORES)
def test_an_item_is_scored_by_those_who_answered(scores: dict[str, dict[str, int]]) -> None:
    """The mean, spread and disagreement of an item are those of the scores that were given."""
    assume(any(scores.values()))
    rows = {row.key: row for row in Results(OWN, scores).items}
    for key in KEYS:
        given_scores = [form[key] for form in scores.values() if key in form]
        assert (key in rows) == bool(given_scores)
        if given_scores:
            assert rows[key].mean == pytest.approx(statistics.fmean(given_scores))
            assert rows[key].spread == pytest.approx(statistics.pstdev(given_scores))
            assert rows[key].disagreement == max(given_scores) - min(given_scores)
            assert all(scores[party][key] == min(given_scores) for party in rows[key].lowest)
            assert all(scores[party][key] == max(given_scores) for party in rows[key].highest)


@given(SCORES)
def test_the_weakest_are_not_above_the_others(scores: dict[str, dict[str, int]]) -> None:
    """No item that is left out of the weakest has a lower mean than one of them."""
    assume(any(scores.values()))
    results = Results(OWN, scores)
    weakest = results.weakest(2)
    others = [row for row in results.items if row not in weakest]
    assert len(weakest) == min(2, len(results.items))
    assert list(weakest) == sorted(weakest, key=lambda row: row.mean)
    assert all(weak.mean <= other.mean for weak in weakest for other in others)


@given(SCORES)
def test_what_is_disputed_is_scored_differently(scores: dict[str, dict[str, int]]) -> None:
    """Only items on which parties differ are disputed, the widest apart first, and none wider is left out."""
    assume(any(scores.values()))
    results = Results(OWN, scores)
    disputed = results.disputed(2)
    assert all(row.disagreement > 0 for row in disputed)
    assert list(disputed) == sorted(disputed, key=lambda row: -row.disagreement)
    left_out = [row for row in results.items if row not in disputed]
    assert all(row.disagreement <= found.disagreement for row in left_out for found in disputed)


@given(SCORES)
def test_the_order_of_parties_changes_nothing_that_is_told(scores: dict[str, dict[str, int]]) -> None:
    """Means, weakest and total do not depend on who filled in first."""
    assume(any(scores.values()))
    one, other = Results(OWN, scores), Results(OWN, dict(reversed(scores.items())))
    assert [row.key for row in one.weakest()] == [row.key for row in other.weakest()]
    assert one.total == other.total


@given(SCORES)
def test_results_go_into_a_document_and_back(scores: dict[str, dict[str, int]]) -> None:
    """Results are kept as a document with their instrument, and come back as they were."""
    assume(any(scores.values()))
    results = Results(OWN, scores)
    assert gs.loads(gs.dumps(results)) == results


def test_a_group_joins_its_items() -> None:
    """The score of a party in a group is the mean over its items, whose rules and obstacles it touches."""
    results = Results(OWN, {"gemeente": {"trust": 2, "roles": 5, "pace": 1}, "ggd": {"trust": 4}})
    (people,) = results.groups
    assert people.scores == (("gemeente", 3.5), ("ggd", 4.0))
    assert people.rules == ("PPS-07", "ROL-01")
    assert people.obstacles == ("OB-06",)


def test_of_equal_means_the_disputed_one_is_first() -> None:
    """Where two items are equally weak, the one on which parties differ most needs attention first."""
    results = Results(OWN, {"gemeente": {"trust": 3, "aims": 1}, "ggd": {"trust": 3, "aims": 5}})
    assert [row.key for row in results.weakest()] == ["aims", "trust"]


def test_of_equally_disputed_items_the_weakest_is_first() -> None:
    """A point apart is a dispute; where two are equally wide, the lower mean comes first."""
    results = Results(OWN, {"gemeente": {"trust": 4, "roles": 2, "pace": 3}, "ggd": {"trust": 5, "roles": 3}})
    assert [row.key for row in results.disputed()] == ["roles", "trust"]


def test_who_answered_nothing_changes_nothing() -> None:
    """A form without scores, beside one that has some, is no error, and counts for no item."""
    one = Results(OWN, {"gemeente": {"trust": 4}})
    both = Results(OWN, {"gemeente": {"trust": 4}, "ggd": {}})
    assert (both.items, both.groups, both.total) == (one.items, one.groups, one.total)


def test_only_a_complete_form_has_a_say_in_the_total() -> None:
    """The total is the mean over the parties that answered every item; without one there is none."""
    full = dict.fromkeys(KEYS, 4)
    assert Results(OWN, {"gemeente": full, "ggd": {"trust": 1}}).total == 16
    assert Results(OWN, {"ggd": {"trust": 1}}).total is None
    assert Results(OWN, {"ggd": {"trust": 1}}).band is None


def test_bands_of_means_stand_at_the_rows() -> None:
    """Where the bands read means, each item and group has its own, and the total has none."""
    bands = (Band(1, label("concern")), Band(3, label("borderline")), Band(4, label("strength")))
    instrument = Instrument("b", label("b"), OWN.items, Scale(1, 5), bands, "mean")
    results = Results(instrument, {"gemeente": dict(zip(KEYS, (4, 3, 2, 5), strict=True))})
    found = {row.key: row.band.label.en for row in results.items if row.band}
    assert found == {"trust": "strength", "aims": "borderline", "roles": "concern", "pace": "strength"}
    assert [row.band.label.en for row in results.groups if row.band] == ["borderline", "borderline"]
    assert results.band is None


@pytest.mark.parametrize("scores", [(("trust", 3, 4),), (("trust", 3), ("aims",)), (3,), None])
def test_a_score_belongs_to_one_item(scores: Any) -> None:
    """What is no pair of an item and a score is refused where the form is made."""
    with pytest.raises(gs.InvalidArgument, match="a score for each item") as caught:
        Form("ggd", scores)
    assert caught.value.code == "wrong-type"


@pytest.mark.parametrize(
    ("scores", "code", "named"),
    [
        ({"ggd": {"trsut": 3}}, "unknown-item", "'trust'"),
        ({"ggd": {"trust": 6}}, "off-scale", "'ggd' scores 'trust' with 6"),
        ({"ggd": {"trust": 0}}, "off-scale", "from 1 to 5"),
        ({"ggd": {"trust": True}}, "off-scale", "True"),
        ({"ggd": {"trust": float("nan")}}, "off-scale", "nan"),
        ({"ggd": {"trust": "4"}}, "off-scale", "'4'"),
        ({"ggd": {}}, "no-scores", "at least one"),
        ({3: {"trust": 3}}, "no-party", "not 3"),
        ({"": {"trust": 3}}, "no-party", "not ''"),
        ({}, "no-scores", "at least one"),
        ([Form("ggd", {"trust": 3}), Form("ggd", {"aims": 3})], "two-forms", "'ggd'"),
        ([Form("ggd", (("trust", 3), ("trust", 4)))], "two-scores", "'trust'"),
    ],
)
def test_what_is_no_score_is_refused(scores: object, code: str, named: str) -> None:
    """A form that cannot be read is refused with one error that names the offender."""
    with pytest.raises(gs.InvalidArgument) as caught:
        Results(OWN, scores)  # type: ignore[arg-type]
    assert caught.value.code == code
    assert named in str(caught.value)
