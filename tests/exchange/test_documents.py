"""Documents: values as JSON text and back, exactly and strictly."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import gezondsamen as gs
from gezondsamen.catalogue.factors import FACTORS
from gezondsamen.catalogue.instruments import PARTNERSHIPS_ANALYSIS_TOOL
from gezondsamen.errors import Blocker, Fault, Problem
from gezondsamen.evaluation.results import Results
from gezondsamen.exchange import Bounds, header
from gezondsamen.exchange.documents import KINDS
from gezondsamen.forms.blanks import Blank
from gezondsamen.process import conditions as c
from gezondsamen.process import evaluation_points as p
from tests.support import golden_values
from tests.support.builders import DAY, PROCESSES, adopted, joined, later, rule, said, started, tiny
from tests.support.strategies import FACTS, conditions, histories, nested

ANY_LABEL = gs.Label("nl", "en", fy="fy")
CASE = golden_values.case_of(gs.PPS)
CHECK = adopted(gs.PPS, "structure", joined("a"), joined("b", "retailer")).check("conclude_agreement", on=DAY)
PLAN = started().plan("management", on=DAY)
REMEDY = CHECK.unmet[0].remedy
SCHEDULE = gs.evaluation_schedule(CASE, on=later(60), until=later(1500), calendar=gs.WEEKENDS)

EXAMPLES: list[Any] = [
    *PROCESSES,
    *(golden_values.case_of(process) for process in PROCESSES),
    golden_values.every_kind(gs.PPS),
    gs.PartyDivided(DAY, "a", ("b", "c")),
    *(entry for entry in CASE.entries_after(0)),
    *(entry.fact for entry in CASE.entries_after(0)),
    *gs.PPS.phases,
    *gs.PPS.transitions,
    *gs.PPS.requirements.values(),
    *gs.PPS.evaluation_points,
    *(point.anchor for process in PROCESSES for point in process.evaluation_points),
    p.OnPhase("work"),
    p.OnPartyLeft(),
    p.OnSchoolYear(),
    p.Window("02-01", "03-31"),
    *gs.PPS.limits.values(),
    *gs.PPS.works,
    gs.Party("a", "A", "municipality", "sport", True, "private"),
    gs.About("sector", "sport"),
    gs.Role("delegate", "a", None, "main", DAY, 3, later(2), 4),
    *CASE.agreements(on=later(60)),
    gs.Contribution("a", "money", "agreed", 2.5, "euro", DAY, 3),
    gs.Action("x", "hekje", "a", "sport", later(9), None, DAY, 3),
    gs.Label("nl", "en"),
    ANY_LABEL,
    gs.Term("smog", ANY_LABEL, "sector", ("physical",)),
    gs.Term("haze", ANY_LABEL, definition=ANY_LABEL, defined_by=gs.Citation(gs.Work("w", "W"))),
    gs.Citation(gs.Work("w", "W", "I", 2015, "https://w"), "H", "O", "https://c"),
    gs.Every(1, 2, 3, 4),
    c.Parties("public", "school", "sport", "alderman", False, True),
    c.Sectors("sport", "social", "care"),
    c.Same("purpose"),
    CHECK,
    *CHECK.outcomes,
    REMEDY,
    *CHECK.repair,
    *(finding for row in CHECK.unmet for finding in row.findings),
    started().check("conclude_agreement", on=DAY),
    adopted(gs.PPS, "management").monitor(on=DAY),
    PLAN,
    SCHEDULE,
    *SCHEDULE,
    FACTORS[0],
    PARTNERSHIPS_ANALYSIS_TOOL,
    Results(PARTNERSHIPS_ANALYSIS_TOOL, {"ggd": {"item_1": 3, "item_2": 2.5}}),
    gs.WEEKENDS,
    gs.DutchCalendar("zuid"),
    gs.DutchCalendar("noord", also=("midden",), liberation_day_yearly=True),
    adopted(gs.PPS, "done_alone").plan("management", on=DAY),
    gs.InvalidArgument("code", "message", "x", "y"),
    gs.InvalidRecord("code", "message", "x", 1, "y"),
    gs.UnknownTrigger("a", "b", "c", ("d",), "e"),
    gs.InvalidProcess("own", (Problem("a", "b", "c"),)),
    gs.DocumentError((Fault("a", "b", "c"),)),
    gs.ProcessChanged("own", (Blocker(1, "phase", "a", "b"),)),
    gs.MissingExtra("a", "b"),
]

NOT_KEPT = {"GezondsamenError", "TransitionRefused", "Form"}
"""The root of errors is never raised; a refusal is kept as its check, and a form as that of its check."""


@pytest.mark.parametrize("value", EXAMPLES, ids=lambda v: type(v).__name__)
def test_what_is_written_reads_back(value: Any) -> None:
    """A value, written as a document and read, is equal to what it was, and is written the same again."""
    text = gs.dumps(value)
    again = gs.loads(text)
    assert again == value
    assert type(again) is type(value)
    assert gs.dumps(again) == text
    assert gs.loads(gs.dumps(value, indent=2).encode()) == value


def test_every_public_class_has_an_example() -> None:
    """No public class of values goes without a test that it can be kept, and all that can are tried."""
    tried = {type(value).__name__ for value in EXAMPLES}
    public = {name for name in gs.__all__ if isinstance(getattr(gs, name), type)}
    kept = {
        name for name in public if attrs.has(getattr(gs, name)) or issubclass(getattr(gs, name), Exception)
    }
    assert kept - NOT_KEPT <= tried
    simple = {kind.__name__ for kind in c.Condition.__args__}
    assert set(KINDS) - tried <= simple


@given(FACTS)
def test_every_fact_reads_back(fact: gs.Fact) -> None:
    """Any fact that can be made is kept exactly."""
    assert gs.loads(gs.dumps(fact)) == fact


@given(nested)
def test_every_condition_reads_back(condition: c.Condition) -> None:
    """Any condition, however nested, is kept exactly, alone or in a process."""
    assert gs.loads(gs.dumps(condition)) == condition
    process = tiny(rule(condition))
    assert gs.loads(gs.dumps(process)) == process


@given(st.data(), conditions)
def test_every_case_and_check_reads_back(data: st.DataObject, condition: c.Condition) -> None:
    """Any case is kept exactly, and so is any check of it, which can still explain itself."""
    process = tiny(rule(condition))
    case = data.draw(histories(process))
    assert gs.loads(gs.dumps(case), processes=[process]) == case
    check = case.check("go", on=later(600))
    again = gs.loads(gs.dumps(check), processes=[process])
    assert again == check
    assert again.explain("nl") == check.explain("nl")


THREE = (joined("a"), joined("b", "retailer"), joined("c"))


@pytest.mark.parametrize(
    "value",
    [
        CHECK,
        PLAN,
        adopted(gs.PPS, "management").monitor(on=DAY),
        adopted(gs.PPS, "structure", *THREE).check("conclude_agreement", on=DAY),  # "all 3 parties"
        adopted(gs.PPS, "management", *THREE).check("add_partner", on=later(3)),  # "a newcomer"
    ],
)
def test_what_was_kept_can_still_explain_itself(value: Any) -> None:
    """A check, a watch and a plan say the same after loading, names and all."""
    again = gs.loads(gs.dumps(value))
    assert [again.explain(lang) for lang in ("nl", "en")] == [value.explain(lang) for lang in ("nl", "en")]


MOMENTS = [
    datetime(2024, 1, 8, 9, 30, tzinfo=UTC),
    datetime(2024, 7, 8, 9, 30, 1, 5, tzinfo=ZoneInfo("Europe/Amsterdam")),
    datetime(2024, 10, 27, 2, 30, tzinfo=ZoneInfo("Europe/Amsterdam")),
    datetime(2024, 10, 27, 2, 30, fold=1, tzinfo=ZoneInfo("Europe/Amsterdam")),
]


@pytest.mark.parametrize("moment", MOMENTS, ids=lambda m: f"{m}-{m.fold}")
def test_a_moment_of_recording_reads_back(moment: datetime) -> None:
    """A case recorded at any moment is kept exactly, in the hour that comes twice too."""
    case = started(recorded_at=moment)
    assert gs.loads(gs.dumps(case)) == case


@pytest.mark.parametrize("value", [None, 3, "text", {"a": 1}, DAY, gs.PROCESSES, gs.Collaboration])
def test_what_is_no_value_of_ours_is_not_written(value: Any) -> None:
    """Only values of the library become documents."""
    with pytest.raises(TypeError, match="not a value of gezondsamen"):
        gs.dumps(value)


def test_half_of_a_sign_is_not_written() -> None:
    """A text that no host can keep as bytes makes no document; the error names the half."""
    with pytest.raises(gs.InvalidArgument) as caught:
        gs.dumps(gs.Label(nl="a", en="b\ud83d"))
    assert (caught.value.code, caught.value.offender) == ("unprintable", "U+D83D")


# --- strictness ---------------------------------------------------------------------------------------


def document(value: Any, kind: str = "Stated", **changes: Any) -> str:
    return json.dumps({"gezondsamen": kind, "format": 1, "value": value} | changes)


STATED = {"on": "2024-01-08", "topic": "purpose"}


def entries(*facts: Any, **changes: Any) -> str:
    numbered = [{"number": n, "fact": fact} for n, fact in enumerate(facts, 1)]
    return json.dumps(
        {"gezondsamen": "Collaboration", "format": 1, "processes": {}, "entries": numbered} | changes
    )


OPENED = {"type": "TrackOpened", "on": "2024-01-08", "track": "main", "process": "pps", "phase": "initiative"}

NESTED = {
    "conditions": [{"type": "AnyOf", "conditions": [{"type": "OnRecord", "topics": ["a"], "dated": 1}]}]
}

BAD: list[tuple[str, str, str]] = [
    # --- no document
    ("line 1, column 1", "not-json", ""),
    ("line 1, column 1", "not-json", "gezondsamen"),
    ("line 1, column 56", "not-json", document(STATED)[:62]),
    ("$", "not-a-document", "[]"),
    ("$", "not-a-document", "3"),
    ("$", "not-json", '{"gezondsamen": 1' + "0" * 5000 + "}"),
    ("$", "not-json", "[" * 100_000),
    ("$.format", "no-format", '{"gezondsamen": "Every", "value": "P3M"}'),
    ("$.format", "no-format", document(STATED, format="1")),
    ("$.format", "no-format", document(STATED, format=True)),
    ("$.format", "newer-format", document(STATED, format=2)),
    ("$.gezondsamen", "unknown-kind", document(STATED, kind="Stted")),
    ("$.gezondsamen", "unknown-kind", document(STATED, gezondsamen=["Stated"])),
    ("$", "missing-key", '{"gezondsamen": "Stated", "format": 1}'),
    ("$.valeu", "unknown-key", document(STATED, valeu=3)),
    # --- wrong values
    ("$.value.text", "wrong-type", document(STATED | {"text": 3})),
    ("$.value.text", "unprintable", document(STATED | {"text": "a\ud83d"})),
    ("$.value.holds", "wrong-type", document(STATED | {"holds": "false"})),
    ("$.value.holds", "wrong-type", document(STATED | {"holds": 1})),
    ("$.value.on", "wrong-type", document(STATED | {"on": "8-1-2024"})),
    ("$.value.on", "wrong-type", document(STATED | {"on": "2024-02-30"})),
    ("$.value.on", "wrong-type", document(STATED | {"on": "2024-W01-1"})),
    ("$.value.on", "wrong-type", document(STATED | {"on": "2024-01-08T00:00"})),
    ("$.value.on", "wrong-type", document(STATED | {"on": None})),
    ("$.value.about", "wrong-type", document(STATED | {"about": "winkel"})),
    ("$.value.about.kind", "wrong-value", document(STATED | {"about": {"kind": "thing", "id": "x"}})),
    ("$.value.about", "missing-key", document(STATED | {"about": {"kind": "party"}})),
    ("$.value", "missing-key", document({"on": "2024-01-08"})),
    ("$.value", "unknown-key", document(STATED | {"txt": "…"})),
    ("$.value", "wrong-type", document("P3M3", "Every")),
    ("$.value", "wrong-type", document(3, "Every")),
    ("$.value", "wrong-type", document({"nl": "a"}, "Label")),
    ("$.value", "wrong-type", document({"nl": "a", "en": 3}, "Label")),
    ("$.value.amount", "wrong-type", document(STATED | {"amount": "3"}, "Quantified")),
    ("$.value.amount", "wrong-type", document(STATED | {"amount": True}, "Quantified")),
    ("$.value.amount", "wrong-type", document(STATED, "Quantified").replace('e"}}', 'e", "amount": NaN}}')),
    ("$.value.parties", "wrong-type", document({"on": "2024-01-08", "kind": "visit", "parties": "a"}, "Met")),
    (
        "$.value.parties[1]",
        "wrong-type",
        document({"on": "2024-01-08", "kind": "visit", "parties": ["a", 3]}, "Met"),
    ),
    ("$.value.at_least", "wrong-type", document({"at_least": 1.5}, "PartyCount")),
    ("$.value.of", "wrong-value", document({"of": "people"}, "PartyCount")),
    ("$.value.conditions[0].conditions[0].dated", "wrong-type", document(NESTED, "AllOf")),
    ("$.value.conditions[0]", "unknown-tag", document({"conditions": [{"type": "Any"}]}, "AllOf")),
    ("$.value.conditions[0]", "unknown-tag", document({"conditions": [{}]}, "AllOf")),
    ("$.value.conditions[0]", "wrong-type", document({"conditions": ["x"]}, "AllOf")),
    # --- journals
    ("$.entries", "wrong-type", entries(entries={})),
    ("$.entries", "no-start", entries()),
    ("$.entries", "no-start", entries(STATED | {"type": "Stated"})),
    ("$.entries[1].fact", "unknown-tag", entries(OPENED, STATED)),
    ("$.entries[0].fact.on", "wrong-type", entries(OPENED | {"on": 3})),
    (
        "$.entries[3].fact.party",
        "party-left",
        entries(
            OPENED,
            *[
                {
                    "type": "PartyJoined",
                    "on": "2024-01-08",
                    "party": {"id": "a", "name": "A", "kind": "school"},
                },
                {"type": "PartyLeft", "on": "2024-01-08", "party": "a"},
                {"type": "PartyLeft", "on": "2024-01-08", "party": "a"},
            ],
        ),
    ),
    ("$.entries[0].number", "numbering", entries(entries=[{"number": 2, "fact": OPENED}])),
    ("$.processes", "wrong-type", entries(OPENED, processes=3)),
    # --- scenes
    ("$.scene", "wrong-type", re.sub('"scene": .*', '"scene": [1]}', gs.dumps(CHECK))),
    ("$.scene", "missing-key", re.sub('"scene": .*', '"scene": {"names": {}}}', gs.dumps(CHECK))),
    ("$.scene.names", "wrong-type", re.sub('"names": {[^}]*}', '"names": []', gs.dumps(CHECK))),
    (
        "$.scene.newcomers",
        "wrong-type",
        gs.dumps(CHECK).replace('"scene": {', '"scene": {"newcomers": 1, '),
    ),
    (
        "$.scene.process",
        "unknown-process",
        gs.dumps(CHECK).replace('"scene": {"process": "pps"', '"scene": {"process": "pbs"'),
    ),
    ("$.scene", "unknown-key", document("P3M", "Every", scene={"process": "pps", "names": {}})),
]


@pytest.mark.parametrize(
    ("path", "code", "text"), [pytest.param(*case, id=f"{case[1]}-{n}") for n, case in enumerate(BAD)]
)
def test_a_bad_document_is_refused_with_the_path(path: str, code: str, text: str) -> None:
    """A document with one fault is refused, naming the path to it, what kind it is, and why."""
    with pytest.raises(gs.DocumentError) as caught:
        gs.loads(text)
    assert [(fault.path, fault.code) for fault in caught.value.problems] == [(path, code)]
    assert caught.value.problems[0].message


def test_every_fault_is_reported() -> None:
    """A document with several faults hears of all of them."""
    text = entries(OPENED | {"on": 3, "phse": "x"}, STATED | {"type": "Stated", "text": 3, "holds": 0})
    with pytest.raises(gs.DocumentError) as caught:
        gs.loads(text)
    assert {(fault.path, fault.code) for fault in caught.value.problems} == {
        ("$.entries[0].fact.on", "wrong-type"),
        ("$.entries[0].fact", "unknown-key"),
        ("$.entries[1].fact.text", "wrong-type"),
        ("$.entries[1].fact.holds", "wrong-type"),
    }


def test_the_nearest_key_is_offered() -> None:
    """A misspelt key or kind comes with the one that was probably meant."""
    with pytest.raises(gs.DocumentError, match="did you mean 'text'"):
        gs.loads(document(STATED | {"txt": "…"}))
    with pytest.raises(gs.DocumentError, match="did you mean 'Stated'"):
        gs.loads(document(STATED, "Stted"))


def test_a_process_that_breaks_its_laws_is_no_process() -> None:
    """A loaded process obeys the same laws as one that is built, and every problem is named."""
    plain = json.loads(gs.dumps(tiny()))
    plain["value"]["transitions"][0]["target"] = "wrok"
    plain["value"]["phases"][0]["kind"] = "normal"
    with pytest.raises(gs.DocumentError) as caught:
        gs.loads(json.dumps(plain))
    found = {fault.code: fault.path for fault in caught.value.problems}
    assert found == {"initial": "$.value.phases", "unknown-target": "$.value.transitions[0].target"}


def test_a_fault_deep_inside_a_process_has_its_path() -> None:
    """A number that breaks a law is named with the keys and numbers that lead to it."""
    plain = json.loads(gs.dumps(tiny(rule(c.OnRecord("purpose"), c.PartyCount(at_least=1)))))
    plain["value"]["transitions"][0]["requires"][0]["conditions"][1]["at_least"] = -1
    with pytest.raises(gs.DocumentError) as caught:
        gs.loads(json.dumps(plain))
    (found,) = caught.value.problems
    assert (found.code, found.path) == (
        "count",
        "$.value.transitions[0].requires[0].conditions[1].at_least",
    )


@given(st.integers(0, 4000))
def test_a_text_that_breaks_off_is_never_half_loaded(length: int) -> None:
    """However much of a document is missing, nothing is loaded, and nothing else is raised."""
    text = gs.dumps(CASE)
    with pytest.raises(gs.DocumentError):
        gs.loads(text[: min(length, len(text) - 1)])


SCALARS: st.SearchStrategy[Any] = (
    st.none() | st.booleans() | st.integers(-3, 10**6) | st.text(max_size=5) | st.just([]) | st.just({})
)


@given(st.data(), SCALARS)
def test_a_case_changed_anywhere_loads_or_is_refused(data: st.DataObject, value: Any) -> None:
    """Whatever one value of a document is changed into, loading gives a value or one of our errors."""
    plain = json.loads(gs.dumps(CASE))
    at = plain
    while True:
        key = data.draw(st.sampled_from(sorted(at) if isinstance(at, dict) else range(len(at))))
        if not isinstance(at[key], dict | list) or not at[key] or data.draw(st.integers(0, 5)) == 0:
            at[key] = value
            break
        at = at[key]
    for renames in (None, {"start": "begin"}):
        try:
            gs.loads(json.dumps(plain), renames=renames)
        except gs.GezondsamenError:
            continue


# --- processes that changed -----------------------------------------------------------------------------


def renamed(**names: str) -> gs.Process:
    """Return the tiny process with phases and triggers called otherwise."""

    def name(key: str) -> str:
        return names.get(key, key)

    plain = tiny()
    return gs.Process(
        key=plain.key,
        label=plain.label,
        phases=[attrs.evolve(phase, key=name(phase.key)) for phase in plain.phases],
        transitions=[
            attrs.evolve(t, source=name(t.source), trigger=name(t.trigger), target=name(t.target))
            for t in plain.transitions
        ],
        terms=plain.terms,
    )


def walked() -> gs.Collaboration:
    return started(tiny()).advance("go", on=DAY).advance("again", on=later(1)).advance("finish", on=later(2))


def test_every_blocker_is_listed() -> None:
    """A case kept under another version names each phase and trigger that is gone, with its entry."""
    text = gs.dumps(walked())
    new = renamed(begin="beginning", work="working", again="once_more", go="leave")
    with pytest.raises(gs.ProcessChanged) as caught:
        gs.loads(text, processes=[new])
    assert caught.value.process == "tiny"
    assert [(b.entry, b.kind, b.key, b.nearest) for b in caught.value.blockers] == [
        (1, "phase", "begin", "beginning"),
        (2, "trigger", "go", None),
        (2, "phase", "work", "working"),
        (3, "trigger", "again", None),
        (3, "phase", "work", "working"),
    ]


def test_renames_resolve_them() -> None:
    """With what the old names are called now, the case loads, and goes on under the new names."""
    new = renamed(begin="beginning", work="working", again="once_more", go="leave")
    renames = {"begin": "beginning", "work": "working", "again": "once_more", "go": "leave"}
    case = gs.loads(gs.dumps(walked()), processes=[new], renames=renames)
    assert [visit.phase for visit in case.visits] == ["beginning", "working", "done"]
    assert gs.loads(gs.dumps(case), processes=[new]) == case


def test_a_process_that_is_not_given_blocks() -> None:
    """A case loads only with every process that its tracks run through."""
    case = started(tiny()).open(gs.PPS, on=DAY)
    with pytest.raises(gs.ProcessChanged) as caught:
        gs.loads(gs.dumps(case))
    assert caught.value.blockers == (Blocker(1, "process", "tiny", process="tiny"),)
    own = gs.PPS.adapt(key="own")
    kept = gs.dumps(started(own))
    assert gs.loads(kept, processes={"own": own}).process == own
    assert gs.loads(kept, renames={"own": "pps"}).process == gs.PPS


def test_rules_are_not_judged_again() -> None:
    """A step keeps what it was taken under: a stricter process loads the case, and review tells."""
    strict = tiny(rule(c.OnRecord("purpose")))
    case = gs.loads(gs.dumps(walked()), processes=[strict])
    assert case.phase == "done"
    assert [check.trigger for check in case.review()] == ["go"]


# --- golden documents -------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(golden_values.values()))
def test_golden_documents_open_for_ever(name: str) -> None:
    """What an earlier version wrote opens: a case as what is built now, a process as what it was then."""
    text = (golden_values.FOLDER / name).read_text(encoding="utf-8")
    kept, now = gs.loads(text), golden_values.values()[name]
    if not isinstance(kept, gs.Process):
        assert kept == now
        return
    assert gs.loads(gs.dumps(kept)) == kept
    assert kept.key == now.key
    assert {phase.key for phase in kept.phases} <= {phase.key for phase in now.phases}
    steps = {(t.source, t.trigger, t.target) for t in now.transitions}
    assert {(t.source, t.trigger, t.target) for t in kept.transitions} <= steps
    assert {(t.scheme, t.key) for t in kept.terms} <= {(t.scheme, t.key) for t in now.terms}


def test_a_life_of_an_agreement_that_was_kept_by_an_earlier_version_binds_where_it_binds_now() -> None:
    """Documents of 0.1 mark no phase in which an agreement binds: it is that of the shipped process."""
    text = (golden_values.FOLDER / "0.1" / "process-agreement.json").read_text(encoding="utf-8")
    assert 'in_force": true' not in text
    life = gs.loads(text, as_=gs.Process)
    assert [phase.key for phase in life.phases if phase.in_force] == ["in_force", "amendment"]
    case = gs.Collaboration.start(gs.PPS, id="case", on=DAY).record(
        gs.AgreementDrafted(DAY, "pact", "covenant")
    )
    case = case.open(life, track="pact", on=DAY, phase="in_force", since=DAY, reason="a test")
    assert case.agreement("pact", on=DAY).in_force
    again = gs.loads(gs.dumps(life), as_=gs.Process)
    assert [phase.in_force for phase in again.phases] == [phase.in_force for phase in life.phases]


def test_there_is_no_golden_document_of_nothing() -> None:
    """Every golden document is opened by a test."""
    files = (path.relative_to(golden_values.FOLDER) for path in golden_values.FOLDER.rglob("*.json"))
    assert {path.as_posix() for path in files} == golden_values.values().keys()


def test_a_definition_is_kept_and_may_be_missing() -> None:
    """What a term means reads back, though equality does not look at it; a document may go without."""
    source = gs.Citation(gs.Work("w", "W"), "H", "O")
    term = gs.Term("haze", ANY_LABEL, definition=ANY_LABEL, defined_by=source)
    text = gs.dumps(term)
    again = gs.loads(text)
    assert (again.definition, again.defined_by) == (ANY_LABEL, source)
    document = json.loads(text)
    del document["value"]["definition"], document["value"]["defined_by"]
    bare = gs.loads(json.dumps(document))
    assert (bare.definition, bare.defined_by) == (None, None)
    assert bare == term


def test_a_draft_reads_back() -> None:
    """A draft is kept with its blanks."""
    (purpose,) = said("purpose")
    draft = gs.Draft(purpose, (Blank(("text",), "text"), Blank(("kind",), "choice", "topic")))
    assert gs.loads(gs.dumps(draft)) == draft


# --- words and steps of other versions ------------------------------------------------------------------


def twin(key: str, **names: str) -> gs.Process:
    """Return a process like the tiny one, under a key of its own."""
    return attrs.evolve(renamed(**names), key=key)


def two_tracks() -> gs.Collaboration:
    """Return a case that runs through two processes with the same words."""
    case = started(tiny()).open(twin("twin"), on=DAY, track="b")
    return case.advance("go", on=DAY).advance("go", on=DAY, track="b")


def test_renames_are_of_a_process() -> None:
    """Two processes share a word: the renames of one leave the other alone, from a text and from rows."""
    now = (renamed(work="working"), twin("twin"))
    renames = {"tiny": {"phases": {"work": "working"}}}
    case = gs.loads(gs.dumps(two_tracks()), processes=now, renames=renames)
    assert (case.phase, case.phase_of("b")) == ("working", "work")
    rows = [gs.loads(gs.dumps(entry)) for entry in two_tracks().entries_after(0)]
    assert gs.Collaboration.replay(now, rows, renames=renames) == case


def test_a_word_that_stands_for_two_things_is_told_apart() -> None:
    """A bare rename is refused where its word means more than one thing, and says how to write it."""
    with pytest.raises(
        gs.InvalidArgument, match=r"renames=\{'tiny': \{'phases': \{'work': 'working'\}\}\}"
    ) as x:
        gs.loads(gs.dumps(two_tracks()), processes=(renamed(work="working"),), renames={"work": "working"})
    assert x.value.code == "ambiguous-rename"


def test_blockers_name_their_own_process() -> None:
    """What does not fit is told with the process that lacks it, also when that is not the main one."""
    now = (tiny(), twin("twin", work="working"))
    with pytest.raises(gs.ProcessChanged) as caught:
        gs.loads(gs.dumps(two_tracks()), processes=now)
    (blocker,) = caught.value.blockers
    assert (blocker.process, blocker.key, blocker.nearest) == ("twin", "work", "working")
    assert "renames={'twin': {'phases': {'work': 'working'}}}" in str(caught.value)


def test_a_rename_to_nowhere_names_both_words() -> None:
    """A blocker names the word of the document, and what the renames made of it."""
    with pytest.raises(gs.ProcessChanged) as caught:
        gs.loads(gs.dumps(walked()), processes=[tiny()], renames={"tiny": {"phases": {"work": "wrok"}}})
    assert {(b.key, b.renamed, b.nearest) for b in caught.value.blockers} == {("work", "wrok", "work")}


def test_every_kind_of_word_can_be_renamed() -> None:
    """Rules and triggers of waivers, evaluation points, moments and terms follow the renames."""
    case = started(
        gs.PPS,
        gs.WaiverGranted(DAY, "KEN-01", "…", "u-1", track="main", trigger="start"),
        gs.EvaluationHeld(DAY, "progress_talk", point="case/main/progress_talk/1/2"),
        gs.EvaluationPlanned(DAY, "periodic", gs.Every(years=1), point="midterm_review"),
        gs.Stated(DAY, "purpose", "…", about=("sector", "sport")),
        joined("gemeente", "municipality"),
    )
    renames = {
        "pps": {
            "key": "ours",
            "rules": {"KEN-01": "KEN-99"},
            "triggers": {"start": "begin"},
            "points": {"progress_talk": "talk", "midterm_review": "half_way"},
            "terms": {
                "topic": {"purpose": "goal"},
                "sector": {"sport": "exercise"},
                "party_kind": {"municipality": "town"},
            },
        }
    }
    ours = gs.PPS.adapt(key="ours")
    facts = [e.fact for e in gs.loads(gs.dumps(case), processes=[ours], renames=renames).entries_after(0)]
    opened, waiver, held, planned, stated, party = facts
    assert (opened.process, waiver.rule, waiver.trigger) == ("ours", "KEN-99", "begin")
    assert (held.point, planned.point) == ("case/main/talk/1/2", "half_way")
    assert (stated.topic, stated.about.id, party.party.kind) == ("goal", "exercise", "town")


@pytest.mark.parametrize(
    "renames",
    [
        {"pps": {"phase": {"a": "b"}}},
        {"pps": {"terms": {"topics": {"a": "b"}}}},
        {"pps": {"phases": {"a": 3}}},
        {"pps": {"phases": ["a", "b"]}},
        {"pps": 3},
        {3: "a"},
        ["a"],
    ],
)
def test_renames_that_say_nothing_are_refused(renames: Any) -> None:
    """What is no rename is a wrong argument, by name."""
    with pytest.raises(gs.InvalidArgument):
        gs.loads(gs.dumps(CASE), renames=renames)


def test_renames_are_for_a_whole_case() -> None:
    """An entry does not tell its process: renames are refused there, and never left unread."""
    with pytest.raises(gs.InvalidArgument, match="replay"):
        gs.loads(gs.dumps(CASE.entries_after(0)[0]), renames={"start": "begin"})


def led_elsewhere() -> gs.Process:
    """Return the tiny process, in which the first step leads to the end."""
    steps = [attrs.evolve(t, target="done") if t.trigger == "go" else t for t in tiny().transitions]
    work = tiny().phase("begin").to(tiny().phase("work"), "prepare", label=ANY_LABEL)
    return attrs.evolve(tiny(), transitions=(*steps, work))


def test_a_step_leads_where_the_process_says() -> None:
    """A step that leads elsewhere in the process at hand blocks, whoever changed: document or process."""
    text = gs.dumps(started(tiny()).advance("go", on=DAY))
    with pytest.raises(gs.ProcessChanged, match="as_taken=True") as caught:
        gs.loads(text, processes=[led_elsewhere()])
    assert caught.value.blockers == (Blocker(2, "target", "work", "done", "tiny", step="go"),)
    forged = text.replace('"phase": "work"', '"phase": "done"')
    with pytest.raises(gs.ProcessChanged):
        gs.loads(forged, processes=[tiny()])


def test_a_step_kept_as_taken_is_found_by_review() -> None:
    """Kept as it was taken, a step that leads elsewhere now is not supported, and the check says why."""
    text = gs.dumps(started(tiny()).advance("go", on=DAY))
    case = gs.loads(text, processes=[led_elsewhere()], as_taken=True)
    assert case.phase == "work"
    (check,) = case.review()
    assert (check.trigger, check.target, check.led_to, check.allowed) == ("go", "done", "work", False)
    assert "leads elsewhere" in check.explain("en")
    assert gs.loads(gs.dumps(check), processes=[led_elsewhere()]) == check


RETRACTED = {"type": "Retracted", "on": "2024-01-08", "reason": "x"}


@pytest.mark.parametrize(
    ("code", "path", "text"),
    [
        ("unknown-entry", "$.entries[1].fact.entry", entries(OPENED, RETRACTED | {"entry": -1})),
        ("unknown-entry", "$.entries[1].fact.entry", entries(OPENED, RETRACTED | {"entry": 10**30})),
        (
            "replaces",
            "$.entries[0].number",
            entries(entries=[{"number": 1, "fact": OPENED, "replaces": 9}]),
        ),
        (
            "before-start",
            "$.entries[1].fact.on",
            entries(OPENED, {**STATED, "type": "Stated", "on": "2024-01-07"}),
        ),
        ("not-correctable", "$.entries", entries(OPENED, RETRACTED | {"entry": 1})),
    ],
)
def test_what_cannot_have_happened_does_not_load(code: str, path: str, text: str) -> None:
    """A document of a journal that nobody could have made is refused, with the place."""
    with pytest.raises(gs.DocumentError) as caught:
        gs.loads(text)
    assert [(fault.code, fault.path) for fault in caught.value.problems] == [(code, path)]


# --- headers --------------------------------------------------------------------------------------------


def test_a_header_tells_under_which_processes_a_case_was_kept() -> None:
    """The header names versions and fingerprints; what differs now is told, and it loads."""
    text = gs.dumps(started(tiny()))
    assert header(text).deviations([tiny()]) == ()
    now = attrs.evolve(tiny(rule(c.OnRecord("purpose"))), version=2)
    assert [x.what for x in header(text).deviations([now])] == ["version", "rules"]
    assert [x.what for x in header(text).deviations([led_elsewhere()])] == ["fingerprint", "rules"]
    assert [x.what for x in header(text).deviations(gs.PROCESSES)] == ["process"]
    assert gs.loads(text, processes=[now]).process == now


def test_words_leave_the_fingerprint_of_rules_alone() -> None:
    """Rules are the same where only their texts, sources and grounds are others."""
    asked = c.OnRecord("purpose")
    one, other = tiny(rule(asked)), tiny(rule(asked, text=gs.Label("anders", "otherwise"), basis="choice"))
    assert one.rules_fingerprint == other.rules_fingerprint
    stricter = tiny(rule(c.OnRecord(("purpose", "rationale"))))
    assert one.rules_fingerprint != stricter.rules_fingerprint
    limited = gs.PPS.adapt(key="own", limits={"private_partners": 15})
    assert limited.rules_fingerprint != gs.PPS.rules_fingerprint
    assert limited.fingerprint == gs.PPS.fingerprint


@pytest.mark.parametrize(
    ("path", "code", "change"),
    [
        ("$.processes.integral", "not-run-through", {"integral": {"version": 1, "fingerprint": "x"}}),
        ("$.processes.pps", "wrong-type", {"pps": "rubbish"}),
        ("$.processes.pps.version", "wrong-type", {"pps": {"version": "1", "fingerprint": "x"}}),
        ("$.processes.pps.rules", "wrong-type", {"pps": {"version": 1, "fingerprint": "x", "rules": 3}}),
        ("$.processes.pps", "missing-key", {"pps": {"version": 1}}),
        ("$.processes.pps.extra", "unknown-key", {"pps": {"version": 1, "fingerprint": "x", "extra": 1}}),
    ],
)
def test_a_header_that_is_wrong_is_refused(path: str, code: str, change: Any) -> None:
    """A header that is malformed, or names a process that nothing runs through, makes no document."""
    with pytest.raises(gs.DocumentError) as caught:
        gs.loads(entries(OPENED, processes=change))
    assert [(fault.path, fault.code) for fault in caught.value.problems] == [(path, code)]


# --- exact, bounded and told ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("$.format", '{"gezondsamen": "Every", "format": 99, "format": 1, "value": "P3M"}'),
        ("$.value.holds", document(STATED).replace('"on"', '"holds": false, "holds": true, "on"')),
        ("$.entries[0].fact.on", entries(OPENED).replace('"on"', '"on": "2024-01-09", "on"')),
        ("$.value['a b'].x", '{"format": 1, "value": {"a b": {"x": 1, "x": 2}}}'.replace("'", '"')),
    ],
)
def test_a_key_stands_once(path: str, text: str) -> None:
    """An object with one key twice is refused, with the place: to take the last would be to guess."""
    with pytest.raises(gs.DocumentError) as caught:
        gs.loads(text)
    found = caught.value.problems[0]
    assert (found.path.replace('"', "'"), found.code) == (path, "duplicate-key")


def test_faults_are_bounded() -> None:
    """A hundred faults are told and the others counted, however many there are and however long."""
    with pytest.raises(gs.DocumentError) as caught:
        gs.loads(entries(entries=[None] * 5000))
    assert (len(caught.value.problems), caught.value.more) == (100, 4900)
    assert "and 4900 more" in str(caught.value)
    long = document(STATED | {"text": ["x" * 10**6], "y" * 10**6: 1})
    with pytest.raises(gs.DocumentError) as caught:
        gs.loads(long)
    assert len(str(caught.value)) < 1000
    steps = [{"type": "StepTaken", "on": "2024-01-08", "track": "main", "trigger": "x", "phase": "y"}]
    with pytest.raises(gs.ProcessChanged) as blocked:
        gs.loads(entries(OPENED, *steps * 200))
    assert (len(blocked.value.blockers), blocked.value.more) == (100, 300)


@pytest.mark.parametrize(
    ("code", "bounds"),
    [
        ("too-large", Bounds(length=100)),
        ("too-large", Bounds(entries=2)),
    ],
)
def test_what_is_larger_than_asked_is_not_read(code: str, bounds: Bounds) -> None:
    """A host bounds what it reads by length and by number of entries."""
    with pytest.raises(gs.DocumentError) as caught:
        gs.loads(gs.dumps(CASE), bounds=bounds)
    assert [fault.code for fault in caught.value.problems] == [code]
    assert gs.loads(gs.dumps(CASE), bounds=Bounds(None, None, None)) == CASE


def test_what_nests_too_deep_is_not_read() -> None:
    """Conditions nest as deep as the bounds allow, and no deeper."""
    text = document("?", "AllOf").replace('"?"', '{"conditions": [' * 200 + "]}" * 200)
    with pytest.raises(gs.DocumentError) as caught:
        gs.loads(text)
    assert [fault.code for fault in caught.value.problems] == ["too-deep"]


def test_a_bound_is_the_last_that_is_read() -> None:
    """What is as deep or as long as the bound is read; what is deeper or longer by one is not."""
    text = gs.dumps(gs.Every(months=3))
    assert gs.loads(text, bounds=Bounds(depth=2, length=len(text))) == gs.Every(months=3)
    for bounds in (Bounds(depth=1), Bounds(length=len(text) - 1)):
        with pytest.raises(gs.DocumentError):
            gs.loads(text, bounds=bounds)
    case = gs.dumps(started(gs.PPS, joined("a")))
    assert gs.loads(case, bounds=Bounds(entries=2)).version == 2
    with pytest.raises(gs.DocumentError):
        gs.loads(case, bounds=Bounds(entries=1))


def test_no_key_passes_for_a_path() -> None:
    """A key that looks like a path stands quoted in the path of its fault."""
    text = gs.dumps(CHECK).replace('"names": {', '"names": {"x: y @ $.evil": 3, ')
    with pytest.raises(gs.DocumentError) as caught:
        gs.loads(text)
    assert caught.value.problems[0].path == '$.scene.names["x: y @ $.evil"]'


# --- kept values ----------------------------------------------------------------------------------------


def kept_plan() -> dict[str, Any]:
    return {"start": "x", "to": "x", "on": "2024-01-08", "found": True}


def test_a_value_kept_under_another_version_is_told_with_keys() -> None:
    """Phases and triggers that a process no longer has are told by their keys; nothing fails later."""
    check = started(tiny()).check("go", on=DAY)
    now = renamed(begin="beginning", work="working", go="leave")
    again = gs.loads(gs.dumps(check), processes=[now])
    assert again == check
    assert "begin" in again.explain("nl")
    assert gs.to_dict(again, "en")["phase"]["label"] == "begin"
    text = document(kept_plan(), "Plan", scene={"process": "pps"})
    assert "x" in gs.loads(text).explain("nl")


def test_a_value_that_cannot_be_told_is_no_document() -> None:
    """A kept value whose parts do not belong together is refused when it is read, not when it is told."""
    plain = json.loads(gs.dumps(CHECK))
    finding = next(row for row in plain["value"]["outcomes"] if row.get("findings"))["findings"][0]
    finding["at"] = [99]
    with pytest.raises(gs.DocumentError) as caught:
        gs.loads(json.dumps(plain))
    assert [fault.code for fault in caught.value.problems] == ["untold"]


def test_a_document_of_another_class_than_expected_is_refused() -> None:
    """Who says which class a document holds gets a value of it, or an error; never another value."""
    text = gs.dumps(gs.Every(months=3))
    assert gs.loads(text, as_=gs.Every) == gs.Every(months=3)
    with pytest.raises(gs.DocumentError) as caught:
        gs.loads(text, as_=gs.Collaboration)
    assert [fault.code for fault in caught.value.problems] == ["other-kind"]


def test_a_draft_of_0_1_opens() -> None:
    """A blank that was written with the name of its field goes where that field is."""
    party = gs.PartyJoined(DAY, gs.Party("a", "", "school"))
    new = gs.Draft(party, (Blank(("party", "name"), "name"),))
    document = json.loads(gs.dumps(new))
    del document["value"]["blanks"][0]["path"]
    document["value"]["blanks"][0]["field"] = "name"
    assert gs.loads(json.dumps(document)) == new
