"""Languages: how they are named, and how each writes days, periods, lists and numbers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from matplotlib.figure import Figure

import gezondsamen as gs
from gezondsamen.errors import InvalidArgument
from gezondsamen.exchange import (
    Catalogue,
    to_bpmn,
    to_case_type,
    to_dot,
    to_html,
    to_ics,
    to_mermaid,
    to_prov,
    to_scxml,
    to_svg,
)
from gezondsamen.language import DUTCH, ENGLISH, LANGUAGES, Language, language_of
from gezondsamen.simulation import simulate
from gezondsamen.simulation.examples import partnership
from tests.support.builders import DAY, joined, started

CASE = started(gs.PPS, joined("a"))
CHECK = CASE.check("start", on=DAY)
SCHEDULE = gs.evaluation_schedule(
    gs.Collaboration.start(gs.PPS, id="running", phase="management", since=DAY, on=DAY, reason="it ran"),
    on=DAY,
    until=date(DAY.year + 2, 1, 1),
)


@pytest.mark.parametrize("lang", ["nl", "NL", "nl-NL", "nl_BE", "Nl-be"])
def test_dutch_has_many_spellings(lang: str) -> None:
    """A code for Dutch may have a region and any capitals."""
    assert language_of(lang) is DUTCH


@pytest.mark.parametrize("lang", ["en", "EN", "en-GB", "en_us", "en-us"])
def test_english_has_many_spellings(lang: str) -> None:
    """A code for English may have a region and any capitals."""
    assert language_of(lang) is ENGLISH


@pytest.mark.parametrize("lang", ["de", "", "english", "n", None, 3])
def test_a_language_without_texts_is_refused(lang: Any) -> None:
    """What names no language of the library is refused with those that there are."""
    with pytest.raises(InvalidArgument, match="the languages are en, nl") as refused:
        language_of(lang)
    assert refused.value.code == "unknown-language"
    assert refused.value.offender == str(lang)


SIMULATED = simulate(partnership(), cases=5, horizon=1, seed=1, engine="numpy")

OWN = Catalogue(domain="GEZ", rsin="123456782", contact="beheer", since=date(2027, 1, 1))


def title(lang: str) -> str:
    ax: Any = SIMULATED.plot(lang=lang, ax=Figure().subplots())
    return str(ax.get_title(loc="left"))


CALLS: dict[str, Callable[[str], Any]] = {
    "Check.explain": CHECK.explain,
    "Check.summary": CHECK.summary,
    "Outcome.text": CHECK.outcomes[0].text,
    "Outcome.status_text": CHECK.outcomes[0].status_text,
    "Plan.explain": CASE.plan("management", on=DAY).explain,
    "Watch.explain": CASE.monitor(on=DAY).explain,
    "Moment.reason": SCHEDULE.moments[0].reason,
    "Moment.status_text": SCHEDULE.moments[0].status_text,
    "to_dict": lambda lang: gs.to_dict(CHECK, lang),
    "to_html": lambda lang: to_html(CASE, on=DAY, lang=lang),
    "to_ics": lambda lang: to_ics(SCHEDULE, stamp=datetime(2026, 1, 1, tzinfo=UTC), lang=lang),
    "to_dot": lambda lang: to_dot(gs.PPS, lang=lang),
    "to_bpmn": lambda lang: to_bpmn(gs.PPS, lang=lang),
    "to_scxml": lambda lang: to_scxml(gs.PPS, lang=lang),
    "to_prov": lambda lang: to_prov(CASE, lang=lang),
    "to_case_type": lambda lang: to_case_type(gs.PPS, catalogue=OWN, lang=lang).resources,
    "to_mermaid": lambda lang: to_mermaid(gs.PPS, lang=lang),
    "Result.points": lambda lang: SIMULATED.points(lang)["reason"].tolist(),
    "Result.plot": title,
    "to_svg": lambda lang: to_svg(gs.PPS, lang=lang),
}
"""Everything public that takes a language, but for labels and forms: those hold a host's languages too."""


@pytest.mark.parametrize("name", CALLS)
def test_every_text_is_in_the_language_asked_for_or_refused(name: str) -> None:
    """A call answers British as American English, not as Dutch; and refuses what it does not speak."""
    call = CALLS[name]
    assert call("en-GB") == call("en_us") == call("en") != call("nl")
    assert call("nl-NL") == call("nl")
    with pytest.raises(InvalidArgument):
        call("de")


@pytest.mark.parametrize(
    ("length", "period", "often"),
    [
        (gs.Every(years=1), "één jaar", "elk jaar"),
        (gs.Every(months=1), "één maand", "elke maand"),
        (gs.Every(months=3), "drie maanden", "elke drie maanden"),
        (gs.Every(years=2), "twee jaar", "elke twee jaar"),
        (gs.Every(months=1, days=10), "één maand en tien dagen", "steeds na één maand en tien dagen"),
    ],
)
def test_a_period_reads_as_people_say_it(length: gs.Every, period: str, often: str) -> None:
    """A period is counted in its units; "every" agrees with its noun, and needs no number for one."""
    assert (DUTCH.period(length), DUTCH.every(length)) == (period, often)


def test_signs_of_numbers_are_those_of_the_language() -> None:
    """Dutch has a decimal comma and points between thousands, English the other way round."""
    assert [say.grouped(1234.5, 1) for say in (DUTCH, ENGLISH)] == ["1.234,5", "1,234.5"]
    assert [say.number(2.5) for say in (DUTCH, ENGLISH)] == ["2,5", "2.5"]
    assert [say.percent(0.256) for say in (DUTCH, ENGLISH)] == ["26 %", "26%"]
    assert [say.percent(0.001) for say in (DUTCH, ENGLISH)] == ["<1 %", "<1%"]
    assert ENGLISH.percent(0) == "0%"


def test_a_sentence_for_one_is_another_than_for_several() -> None:
    """What is counted has a sentence for one, and one that holds the number for none and several."""
    words = (("1 partij", "1 party"), ("{n} partijen", "{n} parties"))
    assert [ENGLISH.count(n, *words) for n in (0, 1, 2)] == ["zero parties", "1 party", "two parties"]


# --- nouns and numbers ----------------------------------------------------------------------------


def test_small_numbers_are_words() -> None:
    """Up to twelve a number in a sentence is a word; others stay in digits."""
    told = [DUTCH.numeral(n) for n in (0, 1, 12, 13, 2.5, -1)]
    assert told == ["nul", "één", "twaalf", "13", "2,5", "-1"]
    assert [ENGLISH.numeral(n) for n in (0, 1, 12, 13)] == ["zero", "one", "twelve", "13"]


def test_a_period_is_told_in_its_largest_unit() -> None:
    """Whole years and weeks are told as such, however they were written; others are not."""
    assert DUTCH.period(gs.Every(months=24)) == "twee jaar"
    assert DUTCH.period(gs.Every(days=42)) == "zes weken"
    assert DUTCH.period(gs.Every(months=18)) == "18 maanden"
    assert DUTCH.period(gs.Every(days=30)) == "30 dagen"


def test_nouns_take_their_article() -> None:
    """An article agrees with its noun; a word that is not known is a plain one."""
    assert [DUTCH.each(noun) for noun in ("school", "bedrijf", "bedrijf uit de sector zorg", "iets")] == [
        "elke school",
        "elk bedrijf",
        "elk bedrijf uit de sector zorg",
        "elke iets",
    ]
    assert [ENGLISH.an(noun) for noun in ("school", "alderman", "contact")] == [
        "a school",
        "an alderman",
        "contact",
    ]
    assert [DUTCH.new("partij"), DUTCH.new("fonds", 2), ENGLISH.new("school", 9)] == [
        "de nieuwe partij",
        "het tweede nieuwe fonds",
        "the new school 9",
    ]


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=lambda x: x.code)
def test_nouns_are_those_of_the_catalogue(language: Language) -> None:
    """Every noun that a language knows is the label of a term: one that was renamed is not forgotten."""
    labels = {
        term.label.text(language.code)
        for process in gs.PROCESSES.values()
        for scheme in process.vocabulary.values()
        for term in scheme.values()
    }
    nouns = language.nouns
    known = {*nouns.plurals, *nouns.adjectives, *nouns.bodies, *nouns.there_by_office, *nouns.neuter}
    assert known <= labels
