"""Errors: values that say what to do."""

import copy
import pickle

import attrs
import pytest

import gezondsamen as gs
from gezondsamen.errors import Blocker, Fault, Problem
from tests.support.builders import DAY, started


def refused() -> gs.TransitionRefused:
    with pytest.raises(gs.TransitionRefused) as caught:
        started().advance("start", on=DAY)
    return caught.value


ERRORS = [
    gs.InvalidArgument("unknown-example", "there is no example 'EX-1'.", "EX-1", "EX-01"),
    gs.InvalidRecord("unknown-party", "party 'x' is not known.", "x", 2, "y"),
    gs.UnknownTrigger("strat", "pps", "initiative", ("start", "stop"), "start"),
    gs.InvalidProcess("own", (Problem("initial", "own", "exactly one phase is initial, here: none"),)),
    gs.DocumentError((Fault("$.value", "wrong-type", "expected a text, found 3"),)),
    gs.ProcessChanged("pps", (Blocker(2, "trigger", "begin", "start", "pps"),)),
    gs.MissingExtra("ical", "icalendar"),
    refused(),
]

every_error = pytest.mark.parametrize("error", ERRORS, ids=lambda e: type(e).__name__)


@every_error
def test_an_error_is_a_value(error: gs.GezondsamenError) -> None:
    """An error equals and hashes like its copy, by pickle or by copy, and reads the same."""
    for again in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
        assert again == error
        assert hash(again) == hash(error)
        assert str(again) == str(error)


@every_error
def test_an_error_differs_from_every_other(error: gs.GezondsamenError) -> None:
    """Errors of different kinds are never equal, and none equals its text."""
    assert [other for other in ERRORS if other == error] == [error]
    assert error != str(error)


@every_error
def test_every_error_has_one_root(error: gs.GezondsamenError) -> None:
    """A host catches everything that the library raises on purpose by one name."""
    assert isinstance(error, gs.GezondsamenError)
    assert type(error).__name__ in repr(error)


def test_what_cannot_be_recorded_is_a_wrong_argument() -> None:
    """Who catches wrong arguments catches facts that do not fit too, and not the other way round."""
    assert issubclass(gs.InvalidRecord, gs.InvalidArgument)
    assert not issubclass(gs.InvalidArgument, gs.InvalidRecord)


@pytest.mark.parametrize(
    ("error", "advice"),
    [
        *zip(
            ERRORS,
            [
                "there is no example 'EX-1'. Did you mean 'EX-01'?",
                "fact 2: party 'x' is not known. Did you mean 'y'?",
                "Did you mean 'start'?",
                "own: exactly one phase is initial, here: none [initial]",
                "$.value: expected a text, found 3 [wrong-type]",
                "pass renames={'pps': {'triggers': {'begin': 'start'}}}",
                'pip install "gezondsamen[ical]"',
                "See .check.explain('en')",
            ],
            strict=True,
        )
    ],
    ids=[type(error).__name__ for error in ERRORS],
)
def test_the_text_says_what_to_do(error: gs.GezondsamenError, advice: str) -> None:
    """The text of an error names the offender, and what to do about it."""
    assert advice in str(error)


def test_a_field_more_makes_another_error() -> None:
    """Two errors are equal only where every field is."""
    error = gs.InvalidRecord("empty", "a reason is needed", "reason")
    assert attrs.evolve(error, index=3) != error


def test_every_problem_is_in_the_text() -> None:
    """An error with many problems shows each of them."""
    problems = tuple(Problem("code", f"place-{n}", "wrong") for n in range(5))
    text = str(gs.InvalidProcess("own", problems))
    assert "5 of its laws" in text
    assert all(problem.where in text for problem in problems)


def test_a_refusal_of_an_impossible_step_names_those_possible() -> None:
    """Refused because it does not lead out of this phase, it says what does."""
    with pytest.raises(gs.TransitionRefused, match=r"possible: start") as caught:
        started().advance("conclude_agreement", on=DAY)
    assert not caught.value.check.possible


def test_an_unknown_trigger_finds_the_name_meant() -> None:
    """A name that the process lacks is told apart from a step that is not possible now."""
    with pytest.raises(gs.UnknownTrigger) as caught:
        started().check("strat", on=DAY)
    assert caught.value == gs.UnknownTrigger("strat", "pps", "initiative", ("start", "stop"), "start")
