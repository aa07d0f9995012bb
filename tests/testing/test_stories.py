"""Stories: each process told in Gherkin, run by pytest-bdd; and stories that somebody wrote."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

import gezondsamen as gs
from gezondsamen.process import conditions as c
from gezondsamen.prose.stories import KEYWORDS, SENTENCES
from gezondsamen.testing import processes, to_gherkin
from gezondsamen.testing.stories import Story
from gezondsamen.testing.stories.names import day_named, key_of
from tests.support.builders import CITED, DAY, PROCESSES, rule
from tests.support.nasty import nasty, nasty_process
from tests.support.profiles import FULL, examples
from tests.support.titles import HOSTILE_TITLES

gherkin = pytest.importorskip("gherkin.parser")
steps = pytest.importorskip("gezondsamen.testing.stories.steps")

LANGS = ("nl", "en")
ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "how-to" / "write-scenarios.md"
EVERY = pytest.mark.parametrize("process", PROCESSES, ids=lambda p: p.key)
SCENARIO = re.compile(r"^    (?:Scenario): (.*)$", re.MULTILINE)


@cache
def stories(process: gs.Process, lang: str = "nl") -> str:
    return to_gherkin(process, lang=lang)


def run(folder: Path, features: Mapping[str, str], conftest: str = "", *more: str) -> tuple[int, str]:
    """Return how pytest ends that runs features in a project of its own, and what it says."""
    plugins = 'pytest_plugins = ["gezondsamen.testing.stories.steps"]\n'
    (folder / "conftest.py").write_text(plugins + conftest, encoding="utf-8")
    (folder / "test_stories.py").write_text(
        'from pytest_bdd import scenarios\n\nscenarios(".")\n', encoding="utf-8"
    )
    for name, text in features.items():
        (folder / f"{name}.feature").write_text(text, encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "-p",
        "no:xdist",
        "--rootdir",
        ".",
    ]
    here = {**os.environ, "PYTHONPATH": str(ROOT)}  # what is told may stand in these tests
    ran = subprocess.run([*command, *more, "."], cwd=folder, env=here, capture_output=True, check=False)
    return ran.returncode, ran.stdout.decode(errors="replace")


@EVERY
def test_the_stories_of_every_process_run(process: gs.Process, tmp_path: Path) -> None:
    """Each scenario passes, and none is lost: all have names of their own."""
    features = {lang: stories(process, lang) for lang in (LANGS if FULL else LANGS[:1])}
    for text in features.values():
        assert len(set(SCENARIO.findall(text))) == text.count("    Scenario: ")
    code, said = run(tmp_path, features)
    assert code == 0, said
    assert f"{sum(text.count('    Scenario: ') for text in features.values())} passed" in said


@EVERY
def test_every_rule_is_told_with_its_source(process: gs.Process) -> None:
    """Each rule that is no note has a story in both languages, and so has each phase that a plan leads to."""
    for lang in LANGS:
        document = gherkin.Parser().parse(stories(process, lang))
        rules = [child["rule"] for child in document["feature"]["children"]]
        assert document["feature"]["description"] == ""
        assert document["feature"]["language"] == lang
        told = {each["name"].partition(" ")[0]: each for each in rules[1:]}
        assert set(told) == {code for code, asked in process.requirements.items() if not asked.is_note}
        for code, each in told.items():
            assert process.requirements[code].citation.text() in each["description"]
            assert each["children"]
    begun = gs.Collaboration.start(process, id="x", on=DAY)
    found = [begun.plan(phase.key, on=DAY).found for phase in process.phases]
    assert len(rules[0]["children"]) == sum(found)


def test_the_same_process_is_told_the_same() -> None:
    """Stories are the same text every time, so that they can be kept beside a process and compared."""
    assert to_gherkin(gs.CERTIFICATE) == to_gherkin(gs.CERTIFICATE)
    assert to_gherkin(gs.CERTIFICATE, lang="en") == stories(gs.CERTIFICATE, "en")


def test_a_story_fails_where_its_rule_is_gone(tmp_path: Path) -> None:
    """The stories of a process fail for another that asks a rule no longer, and nearly all others pass."""
    text = stories(gs.CERTIFICATE)
    own = """
import pytest
import gezondsamen as gs

@pytest.fixture
def story_processes():
    return [gs.CERTIFICATE.adapt(key="certificate", version=2, drop=("VIG-04",))]
"""
    code, said = run(tmp_path, {"certificate": text}, own, "-rf", "--tb=no")
    assert code == 1
    failed = re.findall(r"^FAILED .*::test_(\w+)", said, re.MULTILINE)
    assert any(name.startswith("vig04_") for name in failed)
    assert len(failed) < 6, failed  # some that were made with what it asked


WRITTEN = {
    "nl": """# language: nl
Functionaliteit: Wat wij zelf opschrijven

  Achtergrond:
    Gegeven een samenwerking volgens "publiek-private samenwerking"
    En het is 15 januari 2024

  Scenario: wie doet er mee
    Gegeven "Gemeente Waterstad" doet mee als "gemeente"
    En het formulier "laat een partij meedoen" is ingevuld
      | naam            | Bakkerij De Korst |
      | soort           | bedrijf           |
      | doet mee vanaf  | 10 januari 2024   |
    En het formulier "leg vast wie elkaar hebben gesproken" is ingevuld
      | soort    | individueel gesprek                   |
      | partijen | Gemeente Waterstad; Bakkerij De Korst |
    Als de stap "start fase 1" wordt gezet
    Dan is de stap geweigerd vanwege KEN-04
    Als wordt vastgelegd wat nodig is voor KEN-04
    En de stap "start fase 1" wordt gezet
    Dan is de stap gezet
    En is de fase "keuze van een organisatievorm"
""",
    "en": """# language: en
Feature: What we write ourselves

  Scenario: who takes part
    Given a collaboration by "pps"
    And it is 15 January 2024
    And "Gemeente Waterstad" takes part as "municipality"
    And the form "let a party join" is filled in
      | name | Bakkerij De Korst |
      | kind | business          |
      | on   | 2024-01-10        |
    When the step "start" is taken
    Then the step is refused because of KEN-04
    And the phase is "initiative"
    When KEN-04 is set aside
    And the step "start" is taken
    Then the step has been taken
    And the phase is "organisation_form"

  Scenario: who comes later
    Given a collaboration by "pps"
    And the collaboration has come to the phase "management"
    And "Sportclub Zuid" takes part as "business"
    And everything is on record that the step "add a partner" asks
    When the step "add a partner" is taken for "Sportclub Zuid"
    Then the step has been taken

  Scenario: what runs already
    Given a collaboration by "pps"
    And the collaboration was taken over in the phase "management"
    And it is 8 June 2024
    Then there is a warning of COM-01, COM-03 and PAR-01
    And there is no warning of KEN-01
""",
}


@pytest.mark.parametrize("lang", LANGS)
def test_what_somebody_writes_runs(lang: str, tmp_path: Path) -> None:
    """People write in the words of forms and labels, or in keys."""
    code, said = run(tmp_path, {"own": WRITTEN[lang]})
    assert code == 0, said


def test_the_page_on_scenarios_says_what_runs(tmp_path: Path) -> None:
    """Each scenario of the documentation runs, and its table has every sentence."""
    page = PAGE.read_text(encoding="utf-8")
    written = re.findall(r"^```gherkin\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    code, said = run(tmp_path, {f"page{n}": text for n, text in enumerate(written)})
    assert (code, f"{len(written)} passed" in said) == (0, True), said
    for nl, en in SENTENCES.values():
        assert f"| `{nl}` | `{en}` |" in page


WRONG = {
    ('Als de stap "start fase 1"', 'Als de stap "start fase1"'): "Did you mean 'start fase 1'?",
    ("vanwege KEN-04", "vanwege PAR-01"): "refused because of ['KEN-04']",
    ("individueel gesprek", "individueel gesprk"): "Did you mean 'individueel gesprek'?",
    ("soort           | bedrijf", "soortt          | bedrijf"): "Did you mean 'soort'?",
    ("15 januari", "35 januari"): "'35 januari 2024' is no day",
    ("is de stap gezet", "is de stap gezte"): 'Then "is de stap gezte"',
}
"""What was written, what could be written by mistake, and what is said of that."""


def test_what_is_wrong_in_a_story_is_told(tmp_path: Path) -> None:
    """A name that is none is told with the nearest, a demand that is not met with what was found."""
    features = {}
    for n, (was, becomes) in enumerate(WRONG):
        assert WRITTEN["nl"].count(was) == 1
        features[f"wrong{n}"] = WRITTEN["nl"].replace(was, becomes)
    code, said = run(tmp_path, features)
    assert (code, f"{len(WRONG)} failed" in said) == (1, True), said
    for why in WRONG.values():
        assert why in said, why


def told_again(process: gs.Process, text: str) -> int:
    """Return how many scenarios of a feature were carried out, each from its words alone."""
    rules = [child["rule"] for child in gherkin.Parser().parse(text)["feature"]["children"]]
    scenarios = [child["scenario"] for each in rules for child in each["children"]]
    for scenario in scenarios:
        story = Story([process])
        for step in scenario["steps"]:
            fits = [
                (name, found.groupdict())
                for name, words in SENTENCES.items()
                for sentence in words
                if (found := re.fullmatch(steps.pattern(sentence), step["text"]))
            ]
            ((name, given),) = fits
            getattr(story, name)(**given)
    return len(scenarios)


@settings(max_examples=examples(60))
@given(processes())
def test_any_process_is_told(process: gs.Process) -> None:
    """Whatever a host makes, its stories are read and hold, in both languages alike."""
    counts = {told_again(process, to_gherkin(process, lang=lang)) for lang in LANGS}
    assert len(counts) == 1
    assert counts != {0}


def titled() -> gs.Process:
    """Return a process under hostile titles, with a rule under one of them at each step."""
    process = nasty_process()
    rules = [
        rule(c.OnRecord("note"), code=f"TIT-{n:02}", name=nasty(title), text=nasty(title), citation=CITED)
        for n, title in enumerate(HOSTILE_TITLES[1:])
    ]
    asked = {t.trigger: (one,) for t, one in zip(process.transitions, rules, strict=True)}
    return process.adapt(key="titled", require=asked)


def test_hostile_titles_stay_in_their_line(tmp_path: Path) -> None:
    """Whatever a label holds, the feature is read by the parser of Gherkin, and its scenarios run."""
    text = to_gherkin(titled())
    document = gherkin.Parser().parse(text)
    rules = [child["rule"] for child in document["feature"]["children"]]
    told = {each["name"].partition(" ")[0] for each in rules[1:]}
    assert told == {f"TIT-{n:02}" for n in range(len(HOSTILE_TITLES) - 1)}
    own = """
import pytest
from tests.testing.test_stories import titled

@pytest.fixture
def story_processes():
    return [titled()]
"""
    code, said = run(tmp_path, {"nasty": text}, own)
    assert code == 0, said


def test_each_sentence_is_read_as_itself() -> None:
    """No sentence is read as another one, whatever stands at its places."""
    given: dict[str, Any] = {
        "process": "pps", "phase": "fase", "step": "stap", "rules": "KEN-04 en PAR-01", "name": "wie",
        "kind": "ggd", "form": "formulier", "day": "8 januari 2024",
    }  # fmt: skip
    for which in range(2):
        texts = {name: words[which].format(**given) for name, words in SENTENCES.items()}
        for name, text in texts.items():
            read = [
                other for other, words in SENTENCES.items() if re.fullmatch(steps.pattern(words[which]), text)
            ]
            assert read == [name]
        assert all(re.fullmatch(r"[A-Z]\w+", words[which]) for words in KEYWORDS.values())
    assert set(SENTENCES) <= set(dir(Story)) | {"steps_about"}


def test_every_sentence_is_tried() -> None:
    """Each stands in the stories of a process, or in one that somebody wrote."""
    texts = [*WRITTEN.values(), *(stories(gs.PPS, lang) for lang in LANGS)]
    lines = {line.strip().partition(" ")[2] for text in texts for line in text.splitlines()}
    for words in SENTENCES.values():
        assert any(re.fullmatch(steps.pattern(sentence), line) for sentence in words for line in lines), words


def test_names_and_days_are_read_as_people_write_them() -> None:
    """A key or a label of any language, however it is spaced; one that stands for several is refused."""
    labels = [(phase.key, phase.label) for phase in gs.PPS.phases]
    for key, label in labels:
        assert key_of("phase", key, labels) == key_of("phase", f" {label.nl.upper()}  ", labels) == key
    with pytest.raises(gs.GezondsamenError, match="one of these"):
        key_of("phase", "x", [("a", "x"), ("b", "X")])
    for text in ("8 januari 2024", "8 January 2024", "8-1-2024", "2024-01-08"):
        assert day_named(text) == date(2024, 1, 8)
