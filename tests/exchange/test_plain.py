"""Plain data for a page: keys and texts side by side."""

from __future__ import annotations

import json
from typing import Any

import pytest

import gezondsamen as gs
from gezondsamen.exchange import fact_of
from gezondsamen.process import conditions as c
from tests.support.builders import (
    DAY,
    EVERY_PHASE,
    PROCESSES,
    adopted,
    joined,
    label,
    later,
    rule,
    said,
    started,
    tiny,
)

CAST = (
    joined("gemeente", "municipality", "public_health"),
    joined("dienst", "ggd", "youth", internal=True),
    joined("winkel", "retailer", "retail"),
)

EACH = pytest.mark.parametrize(
    ("process", "phase"), EVERY_PHASE, ids=[f"{process.key}.{phase}" for process, phase in EVERY_PHASE]
)


def json_of(value: Any, lang: str = "nl") -> Any:
    """Return the plain data of a value, after it went through JSON."""
    plain = gs.to_dict(value, lang)
    again = json.loads(json.dumps(plain, allow_nan=False))
    assert again == plain
    return again


@EACH
def test_options_are_a_page(process: gs.Process, phase: str) -> None:
    """The checks of a phase are JSON, with keys for the program and a text for every key."""
    case = adopted(process, phase, *CAST)
    options = case.options(on=later(3))
    page = json_of(options)
    assert list(page) == list(options)
    for trigger, check in options.items():
        plain = page[trigger]
        assert plain["trigger"]["key"] == trigger
        (step,) = (step for step in process.exits(phase) if step.trigger == trigger)
        labels = {t.label.nl for t in process.transitions if t.trigger == trigger}
        assert plain["trigger"]["label"] in labels
        assert plain["target"] == json_of(check)["target"]
        assert plain["target"]["key"] == step.target
        assert (plain["allowed"], plain["possible"]) == (check.allowed, True)
        assert plain["phase"]["label"] == process.phase(phase).label.nl
        assert [o["code"] for o in plain["outcomes"]] == [o.requirement.code for o in check.outcomes]
        for outcome, row in zip(plain["outcomes"], check.outcomes, strict=True):
            asked = row.requirement
            assert (outcome["name"], outcome["text"]) == (asked.name.nl, asked.text.nl)
            assert [source["text"] for source in outcome["sources"]] == [
                passage.text() for passage in (asked.citation, *asked.also)
            ]
            assert outcome["status_label"]
            assert bool(outcome["lines"]) == bool(outcome["findings"])


@EACH
def test_a_filled_form_can_be_sent_back(process: gs.Process, phase: str) -> None:
    """The facts of the forms behind a check, filled in and sent back, are recorded and open the step."""
    case, day = adopted(process, phase), later(3)
    for trigger, check in case.options(on=day).items():
        facts = []
        for draft in json_of(check)["repair"]:
            fact = draft["fact"]
            for blank in draft["blanks"]:
                if blank["kind"] in ("text", "name", "person"):
                    *path, last = blank["path"]
                    into = fact[path[0]] if path else fact
                    into[last] = "ingevuld"
            facts.append(fact_of(json.loads(json.dumps(fact))))
        assert case.record(*facts).check(trigger, on=day).allowed


@EACH
def test_a_watch_and_a_plan_are_plain_too(process: gs.Process, phase: str) -> None:
    """What `monitor` and `plan` tell can be drawn without another call."""
    case = adopted(process, phase)
    watch = json_of(case.monitor(on=DAY))
    assert [o["code"] for o in watch["outcomes"]] == [r.code for r in process.phase(phase).watches]
    plan = case.plan(process.phases[-1].key, on=DAY)
    plain = json_of(plan)
    assert (plain["found"], len(plain["steps"])) == (plan.found, len(plan.steps))
    assert [b["rules"] for b in plain["barriers"]] == [list(b.rules) for b in plan.barriers]


def test_a_process_is_plain() -> None:
    """A process has its phases, its steps and, once each, the rules that these name by code."""
    work = gs.Work(
        "gids", "Gids", "Auteur", url="https://example.org/gids", read=DAY, school_year="2024-2025"
    )
    passages = (gs.Citation(work, "deel 1"), gs.Citation(work, "deel 2"))
    asked = rule(
        c.OnRecord("purpose"), citation=passages[0], also=passages[1:], choice=label("keuze"), waivable=False
    )
    watched = rule(code="OWN-02")
    plain = json_of(tiny(asked, advises=(watched,), watches=(watched,)))
    assert (plain["type"], plain["key"], plain["label"], plain["version"]) == ("Process", "tiny", "klein", 1)
    phases = [("begin", "begin", "initial"), ("work", "werk", "normal"), ("done", "klaar", "final")]
    assert [(x["key"], x["label"], x["kind"]) for x in plain["phases"]] == phases
    assert [(x["outcome"], x["stage"], x["watches"]) for x in plain["phases"]] == [
        (None, None, []),
        (None, None, ["OWN-02"]),
        ("success", None, []),
    ]
    assert plain["transitions"][0] == {
        "source": "begin",
        "trigger": "go",
        "target": "work",
        "label": "ga",
        "concerns": None,
        "requires": ["OWN-01"],
        "advises": ["OWN-02"],
    }
    assert list(plain["requirements"]) == ["OWN-01", "OWN-02"]
    assert plain["requirements"]["OWN-01"] == {
        "type": "Requirement",
        "code": "OWN-01",
        "name": "eigen regel",
        "text": "Doe dit.",
        "asks": ["vastgelegd: doel van de samenwerking"],
        "basis": "source",
        "basis_label": "praktijkgids",
        "sources": [
            {"text": passage.text(), "url": "https://example.org/gids", "read": DAY.isoformat()}
            for passage in passages
        ],
        "school_year": "2024-2025",
        "choice": "keuze",
        "waivable": False,
    }
    note = plain["requirements"]["OWN-02"]
    assert (note["asks"], note["school_year"], note["choice"], note["waivable"]) == ([], None, None, True)
    assert [(source["url"], source["read"]) for source in note["sources"]] == [(None, None)]


def test_a_blank_offers_its_choices() -> None:
    """A choice comes with every term there is, and a party with those that take part."""
    case = started(tiny(rule(c.Contributed()), rule(c.RoleFilled("alderman"), code="OWN-02")), *CAST)
    first, second = json_of(case.check("go", on=DAY))["outcomes"]
    blank = next(b for b in first["remedy"]["drafts"][0]["blanks"] if b["path"] == ["kind"])
    assert (blank["kind"], blank["label"]) == ("choice", "soort")
    money = "bedrag dat een partij aan de samenwerking betaalt"
    assert {"key": "money", "label": "geld", "definition": money, "fits": True} in blank["choices"]
    parties = next(b for b in second["remedy"]["drafts"][0]["blanks"] if b["kind"] == "party")
    assert {choice["key"] for choice in parties["choices"]} == {"gemeente", "dienst", "winkel"}


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_rule_says_what_it_asks(lang: str) -> None:
    """A row holds a phrase for each condition of its rule, in the language asked for; a note holds none."""
    asked = rule(c.OnRecord("purpose"), c.RoleFilled("alderman"))
    note = rule(code="OWN-02")
    process = tiny(asked, note)
    check = started(process).check("go", on=DAY)
    phrases = {
        "nl": ["vastgelegd: doel van de samenwerking", "betrokken: een wethouder"],
        "en": ["on record: purpose of the collaboration", "involved: an alderman"],
    }[lang]
    first, second = json_of(check, lang)["outcomes"]
    assert (first["asks"], second["asks"]) == (phrases, [])
    assert json_of(process, lang)["requirements"]["OWN-01"]["asks"] == phrases
    assert json_of(asked, lang)["asks"] == phrases


def test_a_choice_without_a_definition_says_so() -> None:
    """A term of a host's own may go without a definition: the choice has the key, and no text."""
    bread = gs.Term("bread", gs.Label("brood", "bread"), "contribution_kind")
    own = tiny(rule(c.Contributed())).adapt(key="own", terms=(bread,))
    (outcome,) = json_of(started(own, *CAST).check("go", on=DAY), "en")["outcomes"]
    blank = next(b for b in outcome["remedy"]["drafts"][0]["blanks"] if b["path"] == ["kind"])
    assert {"key": "bread", "label": "bread", "definition": None, "fits": True} in blank["choices"]


def test_the_language_is_an_argument() -> None:
    """The same keys come with other texts in another language."""
    check = started().check("start", on=DAY)
    dutch, english = gs.to_dict(check, "nl"), gs.to_dict(check, "en")
    assert dutch["outcomes"][0]["code"] == english["outcomes"][0]["code"]
    assert dutch["outcomes"][0]["name"] != english["outcomes"][0]["name"]
    assert english["outcomes"][0]["status_label"] == "not complete yet"


def test_a_case_is_plain_too() -> None:
    """A collaboration shows its parties, tracks and visits."""
    case = started(gs.PPS, *CAST, *said("purpose", "rationale")).advance("start", on=later(1))
    plain = json_of(case.open(gs.INTEGRAL, on=later(2)))
    assert [party["id"] for party in plain["parties"]] == ["gemeente", "dienst", "winkel"]
    assert [(t["track"], t["process"], t["phase"]["key"]) for t in plain["tracks"]] == [
        ("main", "pps", "organisation_form"),
        ("integral", "integral", "idea"),
    ]
    assert plain["tracks"][0]["visits"][0] == {
        "phase": "initiative",
        "entered": "2024-01-08",
        "left": "2024-01-09",
        "trigger": None,
        "adopted": False,
    }
    assert plain["version"] == case.version + 1


@pytest.mark.parametrize("process", PROCESSES, ids=lambda p: p.key)
def test_a_process_is_plain_too(process: gs.Process) -> None:
    """A process shows its phases, its steps and every rule that they name."""
    plain = json_of(process, "en")
    assert [p["key"] for p in plain["phases"]] == [p.key for p in process.phases]
    named = {code for t in plain["transitions"] for code in (*t["requires"], *t["advises"])}
    named |= {code for p in plain["phases"] for code in p["watches"]}
    assert named == plain["requirements"].keys()


def test_an_impossible_step_is_plain_too() -> None:
    """A step out of another phase says so, and what is possible."""
    plain = json_of(started().check("conclude_agreement", on=DAY))
    assert (plain["possible"], plain["target"], plain["outcomes"]) == (False, None, [])
    assert [step["key"] for step in plain["exits"]] == ["start", "stop"]


def test_a_row_alone_has_no_words() -> None:
    """A row that was taken out of its check says so."""
    row = started().check("start", on=DAY).outcomes[0]
    assert gs.to_dict(row, "nl")["code"] == "KEN-04"
    bare = type(row)(row.requirement, "unmet")
    with pytest.raises(gs.InvalidArgument, match="out of its check") as caught:
        gs.to_dict(bare, "nl")
    assert caught.value.code == "no-scene"


@pytest.mark.parametrize(
    "plain",
    [
        {},
        {"type": "Stated"},
        {"type": "Stated", "on": "2024-01-10"},
        {"type": "Sted", "on": "2024-01-10", "topic": "purpose"},
        {"type": "Stated", "on": "10-01-2024", "topic": "purpose"},
        {"type": "Stated", "on": "2024-01-10", "topic": "purpose", "txt": "…"},
        {"type": "Stated", "on": "2024-01-10", "topic": "purpose", "holds": "false"},
    ],
)
def test_what_is_no_fact_is_refused(plain: dict[str, Any]) -> None:
    """A form that does not describe a fact is refused as a document is."""
    with pytest.raises(gs.DocumentError):
        fact_of(plain)
