"""Renames: which words of a kept journal are called otherwise, and which stay."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

import gezondsamen as gs
from gezondsamen.dossier import facts as f
from gezondsamen.renames import Rename, Renames
from tests.support.builders import DAY, joined

MAIN = f.TrackOpened(DAY, "main", "tiny", "begin", collaboration="case")
TWIN = f.TrackOpened(DAY, "beside", "twin", "begin")
GO = f.StepTaken(DAY, "main", "go", "work")
GO_BESIDE = f.StepTaken(DAY, "beside", "go", "work")
WAIVER = gs.WaiverGranted(DAY, "OWN-01", "…", "u-1", trigger="go")


def entries_of(*facts: gs.Fact) -> tuple[gs.Entry, ...]:
    return tuple(gs.Entry(n, fact, by="u-1") for n, fact in enumerate(facts, 1))


def applied(renames: Any, *facts: gs.Fact) -> list[Any]:
    """Return facts with their words as they are called now; who entered them stays."""
    entries = entries_of(*facts)
    after = Renames.of(renames).applied(entries)
    assert [(e.number, e.by) for e in after] == [(e.number, e.by) for e in entries]
    assert all(new is old for new, old in zip(after, entries, strict=True) if new == old)
    return [entry.fact for entry in after]


def test_nothing_is_called_otherwise_where_nothing_is_said() -> None:
    """Without renames a journal is itself, and each word stays what it is."""
    entries = entries_of(MAIN, GO)
    nothing: tuple[Any, ...] = (None, {}, Renames(), {"tiny": {}}, {"tiny": {"phases": {}}})
    for none in nothing:
        assert Renames.of(none).rows == ()
        assert Renames.of(none).applied(entries) is entries
    renames = Renames((Rename("work", "working", "tiny", "phase"),))
    assert Renames.of(renames) is renames
    assert [renames.word("tiny", "phase", x) for x in ("work", "begin")] == ["working", "begin"]
    assert renames.word("twin", "phase", "work") == renames.word("tiny", "trigger", "work") == "work"


def test_words_of_a_process_and_a_kind_are_renamed_there_alone() -> None:
    """The words of one process and kind are renamed, on its tracks; the same words elsewhere stay."""
    facts = (MAIN, TWIN, GO, GO_BESIDE)
    assert applied({"tiny": {"phases": {"begin": "b", "work": "w", "go": "x"}}}, *facts) == [
        attrs.evolve(MAIN, phase="b"),
        TWIN,
        attrs.evolve(GO, phase="w"),
        GO_BESIDE,
    ]
    assert applied({"twin": {"triggers": {"go": "g", "work": "x"}, "key": "two"}}, *facts) == [
        MAIN,
        attrs.evolve(TWIN, process="two"),
        GO,
        attrs.evolve(GO_BESIDE, trigger="g"),
    ]


def test_a_fact_of_all_tracks_follows_the_first_process_that_renames() -> None:
    """What is on no track has its words from the first process, in the order of tracks, that renames them."""
    said, narrow = gs.Stated(DAY, "purpose", "…"), gs.Stated(DAY, "purpose", "…", track="beside")
    both = {
        "twin": {"terms": {"topic": {"purpose": "aim", "vision": "view"}}},
        "tiny": {"terms": {"topic": {"purpose": "goal"}}},
    }
    vision = gs.Stated(DAY, "vision", "…")
    assert [fact.topic for fact in applied(both, MAIN, TWIN, said, narrow, vision)[2:]] == [
        "goal",
        "aim",
        "view",
    ]
    lost = gs.Stated(DAY, "purpose", "…", track="lost")
    assert applied(both, MAIN, TWIN, lost)[2].topic == "goal"


def test_waivers_points_and_subjects_are_renamed() -> None:
    """Rule and trigger of a waiver, the point of an evaluation, alone or in a moment, and subjects follow."""
    renames = {
        "tiny": {
            "rules": {"OWN-01": "OWN-02"},
            "triggers": {"go": "leave"},
            "points": {"look": "see"},
            "terms": {
                "sector": {"sport": "games"},
                "role": {"sport": "x", "alderman": "lord"},
                "topic": {"purpose": "aim"},
            },
        }
    }
    about = gs.Stated(DAY, "purpose", "…", about=("sector", "sport"))
    matter = gs.Stated(DAY, "vision", "…", about=("matter", "sport"))
    assert applied(
        renames,
        MAIN,
        WAIVER,
        attrs.evolve(WAIVER, trigger=None),
        gs.EvaluationHeld(DAY, "periodic", point="look"),
        gs.EvaluationPlanned(DAY, "periodic", due=DAY, point="look/main/look/1/look"),
        gs.EvaluationHeld(DAY, "periodic"),
        about,
        attrs.evolve(about, about=("role", "alderman")),
        matter,
        joined("a", "school", "sport"),
    )[1:] == [
        attrs.evolve(WAIVER, rule="OWN-02", trigger="leave"),
        attrs.evolve(WAIVER, rule="OWN-02", trigger=None),
        gs.EvaluationHeld(DAY, "periodic", point="see"),
        gs.EvaluationPlanned(DAY, "periodic", due=DAY, point="look/main/see/1/look"),
        gs.EvaluationHeld(DAY, "periodic"),
        attrs.evolve(about, topic="aim", about=("sector", "games")),
        attrs.evolve(about, topic="aim", about=("role", "lord")),
        matter,
        joined("a", "school", "games"),
    ]


def test_a_bare_word_is_renamed_where_it_stands_for_one_thing() -> None:
    """A word alone is a process, a phase or a trigger, whichever one it is; words of other kinds stay."""
    words = {
        "tiny": "small",
        "begin": "b",
        "work": "w",
        "go": "g",
        "purpose": "aim",
        "look": "see",
        "OWN-01": "X",
    }
    waiver = attrs.evolve(WAIVER, track="main")
    said = gs.Stated(DAY, "purpose", "…")
    assert applied(words, MAIN, GO, waiver, said) == [
        attrs.evolve(MAIN, process="small", phase="b"),
        attrs.evolve(GO, trigger="g", phase="w"),
        attrs.evolve(waiver, trigger="g"),
        said,
    ]


def test_a_waiver_alone_may_bear_a_bare_word() -> None:
    """The trigger of a waiver on a track is found, also where no step was taken by it."""
    waiver = attrs.evolve(WAIVER, track="main", trigger="finish")
    assert applied({"finish": "end"}, MAIN, waiver)[1].trigger == "end"
    for other in (attrs.evolve(waiver, track=None), attrs.evolve(waiver, track="lost")):
        assert applied({"finish": "end"}, MAIN, other)[1] == other


def test_a_word_of_a_track_that_never_opened_stays() -> None:
    """A step on a track that no entry opens has no process: its words are not renamed."""
    lost = f.StepTaken(DAY, "lost", "go", "work")
    assert applied({"go": "g"}, MAIN, lost) == [MAIN, lost]


@pytest.mark.parametrize(
    ("word", "facts", "rename"),
    [
        ("work", (MAIN, TWIN, GO, GO_BESIDE), "renames={'tiny': {'phases': {'work': 'x'}}}"),
        ("go", (MAIN, GO, attrs.evolve(GO, phase="go")), "renames={'tiny': {'triggers': {'go': 'x'}}}"),
        (
            "begin",
            (MAIN, attrs.evolve(TWIN, process="begin", phase="p")),
            "renames={'tiny': {'phases': {'begin': 'x'}}}",
        ),
    ],
)
def test_a_bare_word_that_stands_for_more_is_refused(
    word: str, facts: tuple[gs.Fact, ...], rename: str
) -> None:
    """A word alone that stands for two things is refused, and the text says how to tell them apart."""
    with pytest.raises(gs.InvalidArgument) as caught:
        applied({word: "x"}, *facts)
    assert (caught.value.code, caught.value.offender) == ("ambiguous-rename", word)
    assert rename in str(caught.value)


def test_what_is_said_of_a_process_goes_before_a_bare_word() -> None:
    """Where a process says what a word is called, the word alone does not say it again."""
    assert applied({"work": "x", "tiny": {"phases": {"work": "w"}}}, MAIN, GO)[1].phase == "w"


@pytest.mark.parametrize(
    ("plain", "offender"),
    [
        (3, "3"),
        (["tiny"], "['tiny']"),
        ({3: "x"}, "3"),
        ({"tiny": 3}, "3"),
        ({"tiny": {"key": 3}}, "3"),
        ({"tiny": {"phases": ["work"]}}, "['work']"),
        ({"tiny": {"phases": {"work": 3}}}, "3"),
        ({"tiny": {"phases": {3: "work"}}}, "3"),
        ({"tiny": {"terms": {"topic": "purpose"}}}, "'purpose'"),
        ({"tiny": {"terms": {"topic": {"purpose": 3}}}}, "3"),
    ],
)
def test_renames_are_texts_in_mappings(plain: Any, offender: str) -> None:
    """What is no mapping of texts is refused, by the value that is wrong."""
    with pytest.raises(gs.InvalidArgument) as caught:
        Renames.of(plain)
    assert (caught.value.code, caught.value.offender) == ("renames", offender)


def test_the_nearest_kind_of_word_is_offered() -> None:
    """A kind of word or a scheme that there is not is refused with the one that was probably meant."""
    with pytest.raises(gs.InvalidArgument, match="'tiny' have no 'fases'") as caught:
        Renames.of({"tiny": {"fases": {}}})
    assert (caught.value.code, caught.value.nearest) == ("renames", "phases")
    with pytest.raises(gs.InvalidArgument) as caught:
        Renames.of({"tiny": {"terms": {"topics": {}}}})
    assert (caught.value.code, caught.value.nearest) == ("unknown-scheme", "topic")


@pytest.mark.parametrize("name", ["process", "kind", "key"])
def test_a_word_is_asked_for_by_texts(name: str) -> None:
    """A process, kind or word that is no text is refused by the name of the argument."""
    asked: dict[str, Any] = {"process": "tiny", "kind": "phase", "key": "work", name: 3}
    with pytest.raises(gs.InvalidArgument, match=f"^{name} takes a text, not 3"):
        Renames().word(**asked)
