"""Stories in words: the sentences of scenarios, to be written and read back, and what stands around.

A name in braces is a place. A place between quotes takes the label or the key of a phase, a step, a kind or a
process; `rules` are codes of rules; `day` is a day as people write it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

Words = tuple[str, str]

SENTENCES: Final[Mapping[str, Words]] = {
    "begins": ('een samenwerking volgens "{process}"', 'a collaboration by "{process}"'),
    "day": ("het is {day}", "it is {day}"),
    "comes": (
        'de samenwerking is in de fase "{phase}" gekomen',
        'the collaboration has come to the phase "{phase}"',
    ),
    "adopted": (
        'de samenwerking is overgenomen in de fase "{phase}"',
        'the collaboration was taken over in the phase "{phase}"',
    ),
    "joins": ('"{name}" doet mee als "{kind}"', '"{name}" takes part as "{kind}"'),
    "form": ('het formulier "{form}" is ingevuld', 'the form "{form}" is filled in'),
    "ready": (
        'alles is vastgelegd wat de stap "{step}" vraagt',
        'everything is on record that the step "{step}" asks',
    ),
    "lacking": (
        'alles is vastgelegd wat de stap "{step}" vraagt, behalve voor {rules}',
        'everything is on record that the step "{step}" asks, except for {rules}',
    ),
    "unmet": ("aan {rules} is niet voldaan", "{rules} is not met"),
    "repaired": (
        "wordt vastgelegd wat nodig is voor {rules}",
        "what is needed for {rules} is put on record",
    ),
    "waived": ("wordt afgeweken van {rules}", "{rules} is set aside"),
    "steps": ('de stap "{step}" wordt gezet', 'the step "{step}" is taken'),
    "steps_about": (
        'de stap "{step}" wordt gezet voor "{name}"',
        'the step "{step}" is taken for "{name}"',
    ),
    "taken": ("is de stap gezet", "the step has been taken"),
    "refused": ("is de stap geweigerd vanwege {rules}", "the step is refused because of {rules}"),
    "phase": ('is de fase "{phase}"', 'the phase is "{phase}"'),
    "warned": ("is er een waarschuwing van {rules}", "there is a warning of {rules}"),
    "silent": ("is er geen waarschuwing van {rules}", "there is no warning of {rules}"),
}
"""Every sentence of a story, by what it does or asks."""

KEYWORDS: Final[Mapping[str, Words]] = {
    "feature": ("Functionaliteit", "Feature"),
    "rule": ("Regel", "Rule"),
    "scenario": ("Scenario", "Scenario"),
    "given": ("Gegeven", "Given"),
    "when": ("Als", "When"),
    "then": ("Dan", "Then"),
    "and": ("En", "And"),
}
"""The words of Gherkin, by their part."""

WHAT: Final[Words] = ("Wat: {text}", "What: {text}")
SOURCE: Final[Words] = ("Bron: {text}", "Source: {text}")
MISSING: Final[Words] = ("Wat ontbreekt: {text}", "What is missing: {text}")
HELPS: Final[Words] = ("Wat helpt: {text}", "What helps: {text}")
AT_A_STEP: Final[Words] = (
    "{rule} bij de stap “{step}” uit de fase “{phase}”",
    "{rule} at the step “{step}” out of the phase “{phase}”",
)
WATCHED: Final[Words] = ("{rule} in de fase “{phase}”", "{rule} in the phase “{phase}”")
WAYS: Final[Words] = ("De weg naar elke fase", "The way to each phase")
WAY: Final[Words] = ("de weg naar “{phase}”", "the way to “{phase}”")
UNTOLD: Final[Words] = (
    "Zonder verhaal, omdat geen geval alleen hiervoor te maken is: {rules}",
    "Without a story, since no case can be made for it alone: {rules}",
)
"""Told above the stories where a rule has none."""
