"""How the library sounds: what no text of a process, a rule, a check, a page or an example may contain.

Each pattern is a kind of sentence that a policy adviser would not write, with what is wrong with it. The
texts are all there are of every shipped process, and those of every practice example.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from html import unescape

import pytest

import gezondsamen as gs
from gezondsamen.citations import Basis
from gezondsamen.examples import ids, load
from gezondsamen.exchange import to_html
from gezondsamen.labels import Label
from gezondsamen.prose.asked import asked_lines
from gezondsamen.prose.moments import anchor_text, point_text
from gezondsamen.prose.scene import Scene
from gezondsamen.prose.statuses import BASIS
from gezondsamen.terms import Term
from tests.support.builders import DAY, PROCESSES, joined, started

Words = dict[str, str]

EVERYWHERE: Words = {
    r"\bNone\b": "an empty value is no word",
    r"\{[a-z_]*\}": "a blank is left open",
    r"\b[a-z]+_[a-z_]+\b": "a key is not a word",
    r"\(\(|\)\)|\([^()]*\([^()]*\)": "brackets within brackets",
    r"  +\S": "two spaces, or a word that is missing",
    r" [,.;:](?!\.)": "a space before a sign",
    r"\.\.(?!\.)|,,|;;|::|:;|,\.|;\.|:\.": "two signs after another",
    r"“[^”]*“": "a quotation within a quotation",
}
"""What is wrong in any language."""

DUTCH: Words = {
    r"\b[0-9] (keer|partij|regel|ding|jaar|maand|week|weken|dag)": "numbers up to twelve are words",
    r"\b0 keer|nodig is 0\b|\bnul keer\b": "nobody counts what has not happened",
    r"\b(minstens|hoogstens) één keer\b": "once is said without counting",
    r"\belke? (1|één)\b": "every single one is 'elk'",
    r"\bmet erbij\b": "people take part; they are not 'along'",
    r"\bpartij(en)? (van de soort (school|gemeente|GGD)\b|die (publiek|privaat))": "a noun says it",
    r"\bals die er (is|zijn)\b": "an afterthought in mid-sentence",
    r"\bdit alles: |\been van deze: \(": "a list inside a list",
    r"\bgegeven \d+": "an entry is 'regel … in het journaal'",
    r"\bin regel \d+ (?!van|in het)": "an entry stands in the journal",
    r"\bde het\b|\bhet de\b|\been een\b|\bde een\b(?! de ander)|(?<!\bde )\been de\b": "two articles",
    r"\b(\w{3,}) \1\b": "a word twice",
    r"\bom in te stemmen\b|, met als besluit: \w+\.$": "a remedy does not order the result",
    r"→ Leg vast: (draagvlak|steun|betrokkenheid van het team)": "support is sought, not noted",
    r"\bDie is er nog niet\b": "a sentence about nobody",
    r"\bmet de laatste dag waarop dat geldt\b": "that is an end date",
    r"\d\d-\d\d \(maand-dag\)|\(maand-dag\)": "a day is written as people write it",
    r"\b(the|with|and|of the|chapter|edition|own modelling)\b(?![^“]*”)": "an English word",
    r"\bwelbevinden op school in de\b": "what is where",
    r"\bblijvend geregeld\b|\bregel het blijvend\b": "that is 'geborgd'",
    r"\b50%": "half is a word",
}
"""What is wrong in Dutch."""

ENGLISH: Words = {
    r"\b[0-9] (times?|part(y|ies)|rules?|things?|years?|months?|weeks?|days?)\b": "small numbers are words",
    r"\b(at least|at most) one times?\b": "once is said without counting",
    r"\bevery (1|one)\b": "every single one is 'every'",
    r"\battended by:|\bas entry \d+\b": "people take part",
    r"\b(social map|instigator|spoken out|pupil counsellor|memos?|board member)\b": "no English",
    r"\b(JOGG|at \w+ level,?) director\b|\bdirector (at|of public)\b": "a regisseur coordinates",
    r"\ba [aeio]\w|\ban (?!hour|honest|MM)[bcdfghjklmnpqrstvwxyz]\w": "the article does not fit",
    r"\b(the the|a a|a the|the a)\b": "two articles",
    r"\bthere is none yet\b": "a sentence about nobody",
    r"\b(de|het|een|niet|voor|partij|gemeente)\b(?![^“]*”)": "a Dutch word",
    r"\(month-day\)": "a day is written as people write it",
}
"""What is wrong in English."""

OF_THE_OTHER_LANGUAGE = {"an English word", "a Dutch word"}

WRONG = {"nl": {**EVERYWHERE, **DUTCH}, "en": {**EVERYWHERE, **ENGLISH}}

GROUNDS = "|".join(
    re.escape(word) for basis, words in BASIS.items() if basis is not Basis.CHOICE for word in words
)
SOURCE = re.compile(rf"\s*(Bron|Source|Passage): .*|.*\b({GROUNDS}): .*|https?://\S+")
"""Lines that give a source: titles and passages stand as they are."""


def wrong_in(text: str, lang: str, *, named: bool = False) -> list[tuple[str, str]]:
    """Return what is wrong in a text: the reason, and the line; names in it may be in the other language."""
    text = SOURCE.sub("", text)
    if named:
        text = re.sub("“[^“”]*”", "“…”", text)  # what people wrote, and labels that are looked at elsewhere
    lines = [line for line in text.splitlines() if set(line) - set("=-")]
    found = []
    for line in lines:
        bare = re.sub(r"^ +", "", line)
        found += [(why, bare) for pattern, why in WRONG[lang].items() if re.search(pattern, bare)]
    return [(why, line) for why, line in found if not (named and why in OF_THE_OTHER_LANGUAGE)]


# --- the texts ---------------------------------------------------------------------------------------


def labels_of(process: gs.Process) -> Iterator[Label]:
    yield process.label
    yield from (phase.label for phase in process.phases)
    yield from (t.label for t in process.transitions)
    yield from (limit.label for limit in process.limits.values())
    for scheme in process.vocabulary.values():
        term: Term
        for term in scheme.values():
            yield term.label
    for point in process.evaluation_points:
        yield from (x for x in (point.label, point.instrument, point.evaluator, point.choice) if x)
    for rule in process.requirements.values():
        yield from (x for x in (rule.name, rule.text, rule.choice) if x)


def said_of(process: gs.Process, lang: str) -> Iterator[str]:
    """Yield what is said about the parts of a process: what rules ask, and when points give moments."""
    v = Scene(process).voice(lang)
    for rule in process.requirements.values():
        yield from asked_lines(rule, v)
    for point in process.evaluation_points:
        yield point_text(point, v)
    yield from (anchor_text(t.falls_due, v) for t in process.transitions if t.falls_due is not None)


FIVE = (
    joined("gemeente", internal=True),
    joined("ggd", "ggd"),
    joined("school", "school"),
    joined("club", "sports_club"),
    joined("winkel", "retailer"),
)


@cache
def cases(key: str) -> tuple[gs.Collaboration, ...]:
    """Return cases of a process: nobody takes part, or five parties of whom nothing is on record."""
    process = gs.PROCESSES[key]
    if process.subject is None or process.subject == "collaboration":
        return started(process), started(process, *FIVE)
    drafted = gs.AgreementDrafted(DAY, "convenant", "covenant", title="Gezond Veldkamp")
    return tuple(
        started(gs.PPS, *facts, drafted).open(process, on=DAY, track="convenant") for facts in ((), FIVE)
    )


def texts_of(case: gs.Collaboration, on: date, lang: str) -> Iterator[str]:
    """Yield every text about a case: checks, forms, watches, plans, schedules, the journal, the page."""
    for track in case.tracks:
        checks = case.options(on=on, track=track).values()
        yield from (check.explain(lang) for check in checks)
        yield from (text for check in checks for text in asked_in(check.form, lang))
        yield case.monitor(on=on, track=track).explain(lang)
        process = next(p for p in case.processes if p.key == case.dossier.track(track).process)
        yield from (case.plan(phase.key, on=on, track=track).explain(lang) for phase in process.phases)
    yield from (check.explain(lang) for check in case.review())
    schedule = gs.evaluation_schedule(case, on=on, until=date(on.year + 3, 12, 31))
    yield from (f"{moment.status_text(lang)}\n{moment.reason(lang)}" for moment in schedule)
    yield from map(str, case.timeline(lang))
    yield case.digest(on=on).text(lang)
    yield words_of(to_html(case, on=on, lang=lang))


def asked_in(form: gs.Form, lang: str) -> Iterator[str]:
    """Yield what a form asks, blank by blank."""
    for draft in gs.to_dict(form, lang)["drafts"]:
        yield draft["text"]
        yield from (text for blank in draft["blanks"] for text in (blank["label"], blank["help"]) if text)


def words_of(page: str) -> str:
    """Return the words of a page, one line for each block."""
    page = re.sub(r"<(style|script).*?</\1>", "", page, flags=re.DOTALL)
    page = re.sub(r"</?(a|em|strong|span|abbr|b|i|q|cite|time)\b[^>]*>", "", page)
    return unescape(re.sub(r"<[^>]+>", "\n", page))


# --- the laws ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", WRONG)
@pytest.mark.parametrize("process", PROCESSES, ids=lambda p: p.key)
def test_labels_are_plain_words(process: gs.Process, lang: str) -> None:
    """Labels and rule texts of a process have nothing in them that an adviser would not write."""
    assert [x for label in labels_of(process) for x in wrong_in(label.text(lang), lang)] == []


@pytest.mark.parametrize("lang", WRONG)
@pytest.mark.parametrize("process", PROCESSES, ids=lambda p: p.key)
def test_what_is_asked_is_said_in_plain_words(process: gs.Process, lang: str) -> None:
    """What rules ask, and when evaluation points give moments, reads as people write."""
    assert [x for text in said_of(process, lang) for x in wrong_in(text, lang)] == []


@pytest.mark.parametrize("lang", WRONG)
@pytest.mark.parametrize("key", gs.PROCESSES)
def test_pages_of_a_process_are_in_plain_words(key: str, lang: str) -> None:
    """Pages of a case that has just begun read as people write: with nobody in it, and with five parties."""
    texts = [text for case in cases(key) for text in texts_of(case, DAY, lang)]
    assert [x for text in texts for x in wrong_in(text, lang, named=True)] == []


@pytest.mark.parametrize("lang", WRONG)
@pytest.mark.parametrize("code", ids())
def test_pages_of_examples_are_in_plain_words(code: str, lang: str) -> None:
    """Pages of a practice example read as people write."""
    case = load(code).case
    on = max(entry.fact.on for entry in case.entries_after(0))
    assert [x for text in texts_of(case, on, lang) for x in wrong_in(text, lang, named=True)] == []


IMPERATIVES = {
    "nl": r"(kies|verken|vorm|geef|voer|evalueer|regel|maak|bepaal|leer|ga|werk|bouw|bereid|bespreek)",
    "en": r"(choose|explore|form|give|execute|evaluate|arrange|make|determine|get|go|build|prepare|discuss)",
}


@pytest.mark.parametrize("lang", IMPERATIVES)
@pytest.mark.parametrize("process", PROCESSES, ids=lambda p: p.key)
def test_a_phase_has_a_name_and_a_step_does_something(process: gs.Process, lang: str) -> None:
    """No phase is called by what somebody must do, or as another one, or as a step."""
    names = [phase.label.text(lang) for phase in process.phases]
    orders = re.compile(rf"(stap \w+: |step \w+: )?{IMPERATIVES[lang]}\b(?! maken| making)", re.I)
    assert [name for name in names if orders.match(name)] == []
    assert len({*names}) == len(names)
    steps = {t.label.text(lang) for t in process.transitions}
    assert steps.isdisjoint(names)


def test_a_pattern_finds_what_it_is_for() -> None:
    """The patterns find the sentences from which they were drawn."""
    bad = {
        "nl": (
            "Startgesprek, met erbij: partij van de soort school in dit schooljaar: 0 keer, nodig is 1 keer.",
            "Leg vast: eigen belang (de nieuwe partij (gemeente)).",
            "vastgelegd: sociale_kaart",
            "elke 1 jaar",
            "Houd een evaluatie, met als besluit: doorgaan.",
        ),
        "en": ("at least one times", "every 1 year", "This asks for a party, and there is none yet."),
    }
    for lang, texts in bad.items():
        for text in texts:
            assert wrong_in(text, lang), text
    assert wrong_in("Er doet nog geen school mee.", "nl") == []
