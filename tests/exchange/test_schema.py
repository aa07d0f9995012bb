"""JSON Schema: what is written fits it, and what does not fit is not read."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from importlib import resources
from typing import Any, get_args

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

import gezondsamen as gs
from gezondsamen import examples
from gezondsamen.examples import load
from gezondsamen.exchange import fact_of, json_schema, openapi_schemas
from gezondsamen.exchange.contract import DIALECT, PLAIN, schema_named
from gezondsamen.exchange.documents import KINDS
from gezondsamen.exchange.schema import _Writer
from gezondsamen.process import conditions as c
from gezondsamen.process.evaluation_points import Anchor
from gezondsamen.terms import SCHEMES
from tests.exchange.test_documents import BAD, CASE, CHECK, EXAMPLES, MOMENTS, SCHEDULE
from tests.support import golden_values
from tests.support.builders import DAY, label, later, rule, started, tiny
from tests.support.strategies import FACTS, conditions, histories, nested

FACT_KINDS = get_args(gs.Fact)
ROOTS = [None, gs.Fact, *KINDS.values()]


def validator(schema: dict[str, Any]) -> Draft202012Validator:
    return Draft202012Validator(schema, format_checker=FormatChecker(["date"]))


@cache
def of(kind: Any = None) -> Draft202012Validator:
    return validator(json_schema(kind))


OF_FACT = {kind: of(kind) for kind in (gs.Fact, *FACT_KINDS)}


def plain(value: Any) -> dict[str, Any]:
    """Return the document of a value as plain data."""
    written: dict[str, Any] = json.loads(gs.dumps(value))
    return written


def sent(fact: gs.Fact) -> dict[str, Any]:
    """Return a fact as the form behind a remedy sends it."""
    return {"type": type(fact).__name__, **plain(fact)["value"]}


def fits(value: Any) -> None:
    """Assert that the document of a value fits the schema of its kind, and that of all documents."""
    document = plain(value)
    of().validate(document)
    if type(value) not in FACT_KINDS:
        kind: Any = type(value)
        of(kind).validate(document)


# --- what is written fits --------------------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(golden_values.values()))
def test_golden_documents_fit(name: str) -> None:
    """What an earlier version wrote fits, also where only the words of the process fit."""
    document = json.loads((golden_values.FOLDER / name).read_text(encoding="utf-8"))
    kind = KINDS[document["gezondsamen"]]
    of().validate(document)
    of(kind).validate(document)
    process = golden_values.values()[name]
    process = gs.loads(json.dumps(document)) if isinstance(process, gs.Process) else process.process
    validator(json_schema(kind, process=process, lang="nl")).validate(document)


@pytest.mark.parametrize("name", examples.ids())
def test_shipped_examples_fit(name: str) -> None:
    """Every example fits, as it is shipped and as it is written again."""
    fits(examples.load(name).case)
    file = resources.files(examples) / "documents" / f"{name.lower().replace('-', '_')}.json"
    of(gs.Collaboration).validate(json.loads(file.read_text(encoding="utf-8"))["case"])


@pytest.mark.parametrize("value", EXAMPLES, ids=lambda v: type(v).__name__)
def test_documents_of_every_kind_fit(value: Any) -> None:
    """A document of any kind fits the schema of its kind, and that of all documents."""
    fits(value)


@pytest.mark.parametrize("moment", MOMENTS, ids=str)
def test_a_moment_of_recording_fits(moment: datetime) -> None:
    """A case recorded at any moment fits."""
    fits(started(recorded_at=moment))


@given(FACTS)
def test_every_fact_fits(fact: gs.Fact) -> None:
    """Any fact fits as a document, as plain data of its kind and of any kind, and of no other kind."""
    of().validate(plain(fact))
    found = {kind for kind, schema in OF_FACT.items() if schema.is_valid(sent(fact))}
    assert found == {gs.Fact, type(fact)}


@given(FACTS)
def test_every_fact_fits_the_form_of_its_process(fact: gs.Fact) -> None:
    """A fact in words of a process fits the form that has these words only."""
    validator(json_schema(type(fact), process=gs.PPS, lang="en")).validate(sent(fact))


@given(nested)
def test_every_condition_fits(condition: c.Condition) -> None:
    """Any condition, however nested, fits alone and in a process."""
    fits(condition)
    fits(tiny(rule(condition)))


@given(st.data(), conditions)
def test_every_case_and_check_fits(data: st.DataObject, condition: c.Condition) -> None:
    """Any case fits, and so does any check of it."""
    case = data.draw(histories(tiny(rule(condition))))
    fits(case)
    fits(case.check("go", on=later(600)))


# --- what does not fit is not read -----------------------------------------------------------------------

STRUCTURAL = {
    "wrong-type",
    "wrong-value",
    "missing-key",
    "unknown-key",
    "unknown-tag",
    "unknown-kind",
    "no-format",
    "newer-format",
    "not-a-document",
}
"""What a schema can see; the laws of journals and processes it cannot."""


def faults(text: str) -> set[str]:
    """Return the codes of what is wrong with a document; none when it is read."""
    try:
        gs.loads(text, processes=[*gs.PROCESSES.values(), tiny()])
    except gs.DocumentError as refusal:
        return {fault.code for fault in refusal.problems}
    except gs.ProcessChanged:
        pass
    return set()


BROKEN = [(code, text) for _, code, text in BAD if code != "not-json" and "NaN" not in text]


@pytest.mark.parametrize(
    ("code", "text"), [pytest.param(*case, id=f"{case[0]}-{n}") for n, case in enumerate(BROKEN)]
)
def test_a_broken_document_does_not_fit(code: str, text: str) -> None:
    """A document that loading refuses for its structure does not fit; one refused for its sense may."""
    document = json.loads(text)
    assert faults(text) == {code}
    if code in STRUCTURAL:
        assert not of().is_valid(document)
        kind = document.get("gezondsamen") if isinstance(document, dict) else None
        if isinstance(kind, str) and kind in KINDS and KINDS[kind] not in FACT_KINDS:
            assert not of(KINDS[kind]).is_valid(document)


STATED = {"type": "Stated", "on": "2024-01-08", "topic": "purpose"}

MISSENT: list[dict[str, Any]] = [
    {},
    {key: value for key, value in STATED.items() if key != "type"},
    {key: value for key, value in STATED.items() if key != "on"},
    {key: value for key, value in STATED.items() if key != "topic"},
    STATED | {"type": "Said"},
    STATED | {"type": "Signed"},
    STATED | {"type": ["Stated"]},
    STATED | {"txt": "…"},
    STATED | {"scene": None},
    STATED | {"on": "8-1-2024"},
    STATED | {"on": "20240108"},
    STATED | {"on": "2024-01-08T00:00"},
    STATED | {"on": "2024-13-01"},
    STATED | {"on": "2024-02-30"},
    STATED | {"on": None},
    STATED | {"on": 20240108},
    STATED | {"topic": None},
    STATED | {"topic": ["purpose"]},
    STATED | {"text": None},
    STATED | {"holds": 1},
    STATED | {"holds": "true"},
    STATED | {"until": ""},
    STATED | {"about": "winkel"},
    STATED | {"about": {"kind": "party"}},
    STATED | {"about": {"kind": "thing", "id": "x"}},
    STATED | {"about": {"kind": "party", "id": "x", "type": "About"}},
    {"type": "Quantified", "on": "2024-01-08", "topic": "staff", "amount": True},
    {"type": "Quantified", "on": "2024-01-08", "topic": "staff", "amount": "3"},
    {"type": "Quantified", "on": "2024-01-08", "topic": "staff", "amount": None},
    {"type": "Met", "on": "2024-01-08", "kind": "visit", "parties": "a"},
    {"type": "Met", "on": "2024-01-08", "kind": "visit", "parties": ["a", 3]},
    {"type": "Met", "on": "2024-01-08", "kind": "visit", "parties": None},
    {"type": "Retracted", "on": "2024-01-08", "entry": 1.5, "reason": "…"},
    {"type": "Retracted", "on": "2024-01-08", "entry": True, "reason": "…"},
    {"type": "PartyJoined", "on": "2024-01-08", "party": "a"},
    *(
        {"type": "EvaluationPlanned", "on": "2024-01-08", "kind": "interim", "every": every}
        for every in ("", "P", "P0M", "P0Y0D", "3M", "p3m", "P3", "P3M1Y", "P1.5M", "PT3H", "P-3M", 3)
    ),
]


@pytest.mark.parametrize("data", MISSENT, ids=str)
def test_a_broken_fact_does_not_fit(data: dict[str, Any]) -> None:
    """Plain data that does not describe a fact fits neither the schema of its kind nor that of all."""
    with pytest.raises(gs.DocumentError):
        fact_of(data)
    assert not OF_FACT[gs.Fact].is_valid(data)
    assert not any(schema.is_valid(data) for schema in OF_FACT.values())


PAIRED = plain(c.Paired("purpose", "vision", each=c.Parties("public")))
COUNTED = plain(c.PartyCount(at_most=gs.Limit("few", 1, label())))


@pytest.mark.parametrize(
    ("document", "at", "kind"),
    [
        (PAIRED, (), "Paired"),
        (PAIRED, ("each",), "Parties"),
        (COUNTED, ("at_most",), "Limit"),
        (plain(gs.Stated(DAY, "purpose")), (), "Stated"),
    ],
)
def test_a_tag_stands_only_where_it_tells_kinds_apart(
    document: dict[str, Any], at: tuple[str, ...], kind: str
) -> None:
    """Where only one kind can stand, a tag is one key too many, be it the right one."""
    document = json.loads(json.dumps(document))
    inner = document["value"]
    for key in at:
        inner = inner[key]
    of().validate(document)
    inner["type"] = kind
    assert not of().is_valid(document)
    assert faults(json.dumps(document)) == {"unknown-key"}


@pytest.mark.parametrize("days", [[], ["2024-01-08"], ["2024-01-08"] * 3])
def test_a_pair_has_two_parts(days: list[str]) -> None:
    """Where two days belong together, neither one nor three fit."""
    document = plain(SCHEDULE)
    document["value"]["moments"][0]["window"] = days
    kind: Any = type(SCHEDULE)
    assert not of(kind).is_valid(document)
    assert faults(json.dumps(document)) == {"wrong-type"}


RECORDED = [
    ("2024-01-08T09:30:00+01:00", True),
    ("2024-01-08T09:30:00.000005+01:00", True),
    ("2024-01-08T09:30:00Z", True),
    ("1930-01-08T09:30:00+00:19:32", True),
    ("2024-01-08T09:30:00", False),
    ("2024-01-08", False),
    ("9:30", False),
    ("x2024-01-08T09:30:00Z", False),
    ("2024-01-08T09:30:00Zx", False),
]


@pytest.mark.parametrize(("moment", "fitting"), RECORDED)
def test_a_moment_has_a_time_zone(moment: str, fitting: bool) -> None:
    """A moment of recording fits, and is read, where it says in which time zone."""
    document = plain(CASE)
    document["entries"][0]["recorded_at"] = moment
    assert of().is_valid(document) is fitting
    assert faults(json.dumps(document)) == (set() if fitting else {"wrong-type"})


def test_a_journal_begins_somewhere() -> None:
    """A case without entries does not fit: there is no such case."""
    document = plain(CASE) | {"entries": []}
    assert faults(json.dumps(document)) == {"no-start"}
    assert not of(gs.Collaboration).is_valid(document)


@pytest.mark.parametrize("state", [{}, {"version": 1}, {"version": "1", "fingerprint": "x"}, 1])
def test_the_state_of_a_process_is_written_whole(state: Any) -> None:
    """What a case says of a process is its version and its fingerprint, both; or it says nothing."""
    document = plain(CASE)
    document["processes"]["pps"] = state
    assert not of(gs.Collaboration).is_valid(document)
    del document["processes"]
    of(gs.Collaboration).validate(document)
    assert faults(json.dumps(document)) == set()


@pytest.mark.parametrize(
    "scene",
    [None, {"process": "pps"}, {"process": "pps", "names": {"a": "A"}, "newcomers": True, "everyone": ["a"]}],
)
def test_a_check_fits_with_its_scene_or_without(scene: Any) -> None:
    """What texts need may stand beside a check, or not."""
    document = plain(CHECK)
    del document["scene"]
    document |= {} if scene is None else {"scene": scene}
    of(gs.Check).validate(document)
    assert faults(json.dumps(document)) == set()


@pytest.mark.parametrize(
    "scene",
    [
        {},
        {"process": None},
        {"process": "pps", "names": {"a": 1}},
        {"process": "pps", "everyone": "a"},
        {"process": "pps", "newcomers": 1},
        "pps",
    ],
)
def test_a_broken_scene_does_not_fit(scene: Any) -> None:
    """What texts need is the key of a process, and names."""
    document = plain(CHECK) | {"scene": scene}
    assert not of(gs.Check).is_valid(document)
    assert faults(json.dumps(document))


@pytest.mark.parametrize("every", ["P3M", "P1Y6M", "P2W", "P10D", "P0Y1M", "P1Y2M3W4D", "P010D"])
def test_periods_fit(every: str) -> None:
    """A period that can be read fits."""
    data = {"type": "EvaluationPlanned", "on": "2024-01-08", "kind": "interim", "every": every}
    assert fact_of(data) == gs.EvaluationPlanned(DAY, "interim", gs.Every.parse(every))
    OF_FACT[gs.Fact].validate(data)


@pytest.mark.parametrize("kind", ["Limit", "Process"])
def test_a_basis_that_is_none_does_not_fit(kind: str) -> None:
    """A ground that is none of ours does not fit, and is not read."""
    values = {"Limit": gs.Limit("few", 1, label(), gs.Basis.LAW), "Process": tiny(rule(basis="law"))}
    text = gs.dumps(values[kind]).replace('"basis": "law"', '"basis": "lore"')
    assert not of().is_valid(json.loads(text))
    assert faults(text) == {"wrong-value"}


VALUES: st.SearchStrategy[Any] = (
    st.none()
    | st.booleans()
    | st.integers(-3, 10**6)
    | st.just(2.5)
    | st.sampled_from(["", "P3M", "P0D", "2024-01-08", "2024-02-30", "party", "Stated", "Parties", "choice"])
    | st.builds(list)
    | st.builds(dict)
    | st.just({"type": "Stated"})
)


def places(at: Any) -> Iterator[tuple[Any, Any]]:
    """Yield every object or list in plain data with each of its keys."""
    inside = at.items() if isinstance(at, dict) else enumerate(at) if isinstance(at, list) else ()
    for key, inner in inside:
        yield at, key
        if key not in ("processes", "scene"):  # loading looks at less of these
            yield from places(inner)


BASES = [
    plain(CASE),
    plain(tiny(rule(c.AnyOf((c.OnRecord("purpose", c.Parties("public"), gs.Every(months=3)),))))),
    plain(
        tiny(
            rule(c.InContact(at_least=gs.Limit("few", 1, label()), each=c.Parties(), present=(c.Parties(),)))
        )
    ),
    plain(tiny(rule(c.Measured("purpose", c.Same("purpose"), gs.Limit("few", 1, label()))))),
    plain(SCHEDULE),
    plain(c.Paired("purpose", "vision", within=gs.Limit("often", gs.Every(1), label()), each=c.Parties())),
    plain(gs.Draft(gs.Stated(DAY, "purpose", about="a"))),
    plain(gs.Label("nl", "en", fy="fy")),
]


@given(st.data(), st.sampled_from(BASES), VALUES)
def test_a_document_changed_anywhere_fits_if_it_loads(
    data: st.DataObject, base: dict[str, Any], value: Any
) -> None:
    """Whatever is changed in a document, what loads fits, and what fits is not refused for its structure."""
    document = json.loads(json.dumps(base))
    at, key = data.draw(st.sampled_from(list(places(document))))
    match data.draw(st.sampled_from(("change", "drop", "add"))):
        case "change":
            at[key] = value
        case "drop":
            del at[key]
        case "add" if isinstance(at, dict):
            at[data.draw(st.sampled_from(("type", "extra", "scene", "value")))] = value
        case _:
            at.append(value)
    found = faults(json.dumps(document))
    if of().is_valid(document):
        judged = (
            {"wrong-value"} if base["gezondsamen"] in ("Process", "Schedule") else set()
        )  # as a rule's code
        assert not found & (STRUCTURAL - judged)
    else:
        assert found


# --- the schema itself -----------------------------------------------------------------------------------


def parts(schema: Any) -> Iterator[dict[str, Any]]:
    """Yield every object inside a schema, itself included."""
    if isinstance(schema, dict):
        yield schema
        for inner in schema.values():
            yield from parts(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from parts(inner)


@pytest.mark.parametrize("kind", ROOTS, ids=lambda k: getattr(k, "__name__", str(k)[:9]))
def test_a_schema_is_in_order(kind: Any) -> None:
    """Every schema obeys the draft, is plain JSON, and has the definitions that it refers to, sorted."""
    schema = json_schema(kind)
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == DIALECT == Draft202012Validator.META_SCHEMA["$id"]
    assert json.loads(json.dumps(schema)) == schema
    referred = {part["$ref"] for part in parts(schema) if "$ref" in part}
    assert referred == {f"#/$defs/{name}" for name in schema["$defs"]}
    assert list(schema["$defs"]) == sorted(schema["$defs"])


@pytest.mark.parametrize("process", [None, gs.PPS])
def test_a_schema_is_the_same_every_time(process: gs.Process | None) -> None:
    """Made twice it is the same text, whatever was done to the first."""
    first = json_schema(process=process, lang="nl")
    text = json.dumps(first)
    for part in list(parts(first)):
        for inner in part.values():
            if isinstance(inner, list):
                inner.clear()
        part.clear()
    assert json.dumps(json_schema(process=process, lang="nl")) == text


def test_definitions_bear_the_names_of_classes() -> None:
    """A definition is called as its class or scheme is, and every kind of value has one."""
    names = set(json_schema()["$defs"])
    classes = set(KINDS) - {"Collaboration"}
    assert classes <= names
    assert {name for name in names - classes if name.islower()} <= {*SCHEMES, "date", "datetime"}
    assert {"Fact", "Condition", "Anchor", "Basis", "Because", "Blank"} <= names


@pytest.mark.parametrize(
    ("name", "union"), [("Fact", gs.Fact), ("Condition", c.Condition), ("Anchor", Anchor)]
)
def test_every_member_of_a_union_is_a_choice(name: str, union: Any) -> None:
    """Every kind of fact, condition and anchor is a choice, once, and asks for its tag."""
    schema = json_schema()
    choices = [choice["$ref"].rpartition("/")[2] for choice in schema["$defs"][name]["oneOf"]]
    assert choices == [member.__name__ for member in get_args(union)]
    for choice in choices:
        assert schema["$defs"][choice]["properties"]["type"] == {"const": choice}


def test_the_schema_of_a_case_has_every_fact() -> None:
    """A journal may hold every kind of fact, and nothing of the rules is in its schema."""
    definitions = json_schema(gs.Collaboration)["$defs"]
    for kind in FACT_KINDS:
        assert definitions[kind.__name__]["required"][0] == "type"
    assert not {member.__name__ for member in get_args(c.Condition)} & set(definitions)


WRITTEN = {
    "all": json_schema(),
    "all in words of a process": json_schema(process=gs.PPS),
    "fact": json_schema(gs.Fact),
    **{name: json_schema(kind) for name, kind in KINDS.items()},
    **{f"plain {name}": schema_named(name) for name in PLAIN},
}


@pytest.mark.parametrize("schema", WRITTEN.values(), ids=WRITTEN)
def test_generators_of_types_find_one_name_for_each_type(schema: dict[str, Any]) -> None:
    """No two types are called alike, none ends in a digit, and nothing beside a reference makes a new type.

    Capitals and spaces tell no names apart: the key of a role would become a second `Role`.
    """
    types = [schema, *schema["$defs"].values()]
    names = [part["title"].replace(" ", "").lower() for part in types]
    assert len(set(names)) == len(names)
    assert not [name for name in names if name[-1].isdigit()]
    assert all(list(part) == ["$ref"] for part in parts(schema) if "$ref" in part)


def test_every_schema_has_an_address_of_its_own() -> None:
    """Schemas can be kept in one registry: what differs has another `$id`, what is the same the same."""
    own = gs.PPS.adapt(key="pps-2", terms=[SMOG])
    others = [
        json_schema(kind, process=process, lang=lang)
        for kind in (None, gs.Fact, gs.Stated, gs.Collaboration)
        for process in (gs.PPS, own)
        for lang in (None, "nl", "en")
    ]
    found = {schema["$id"]: json.dumps(schema) for schema in [*WRITTEN.values(), *others]}
    texts = {json.dumps(schema) for schema in [*WRITTEN.values(), *others]}
    assert set(found.values()) == texts
    assert all(re.fullmatch("urn:gezondsamen:schema/[A-Za-z0-9_/-]+", address) for address in found)


def test_every_object_is_closed() -> None:
    """No object takes a key that its class has not, but for languages and keys that hosts choose."""
    objects = [part for part in parts(json_schema()) if part.get("type") == "object"]
    opened = [part for part in objects if part["additionalProperties"] is not False]
    assert len(objects) > 100
    assert all("type" in part["additionalProperties"] for part in opened)
    assert [part["title"] for part in opened if "title" in part] == ["Label"]


def test_fields_are_the_fields_of_the_class() -> None:
    """Every field that makes up a value is a property, and needed where it has no default."""
    schema = json_schema()
    for name, cls in KINDS.items():
        definition = schema["$defs"].get(name)
        if definition is None or cls in (gs.Every, gs.Label):
            continue
        fields = [field for field in attrs.fields(cls) if field.name not in ("scene", "machine")]
        assert [key for key in definition["properties"] if key != "type"] == [f.name for f in fields]
        needed = [f.name for f in fields if f.default is attrs.NOTHING]
        tag = ["type"] if "type" in definition["properties"] else []
        assert definition["required"] == tag + needed
        assert definition["title"] == name
        bare = schema["$defs"].get(f"{name}Untagged")
        assert (bare is not None) == bool(tag)
        if bare is not None:
            assert list(bare["properties"]) == [f.name for f in fields]
            assert bare["required"] == needed


def test_what_may_be_left_out_says_what_it_is_then() -> None:
    """A property that is not needed has a default that fits it, or takes null."""
    schema = json_schema()
    tried = 0
    for definition in schema["$defs"].values():
        for key, inner in definition.get("properties", {}).items():
            if key in definition["required"] or key == "type":
                continue
            checking = validator({"$defs": schema["$defs"], **inner})
            tried += 1
            checking.validate(inner.get("default"))
    assert tried > 100


@given(FACTS)
def test_defaults_written_out_change_nothing(fact: gs.Fact) -> None:
    """A fact with every default of the schema written out is the same fact."""
    properties = json_schema(type(fact))["properties"]
    assert fact_of({key: inner.get("default") for key, inner in properties.items()} | sent(fact)) == fact


def test_descriptions_are_what_classes_say_first() -> None:
    """A definition tells in one sentence what it is about."""
    definitions = json_schema()["$defs"]
    assert definitions["Signed"]["description"] == "A party signed an agreement."
    assert definitions["Label"]["description"].endswith("any other language.")
    assert all(definitions[kind.__name__]["description"] for kind in FACT_KINDS)


# --- words -----------------------------------------------------------------------------------------------

SMOG = gs.Term("smog", gs.Label(nl="smog", en="bad air", fy="smook"))


def test_any_word_fits_without_a_process() -> None:
    """Without a process no word is known, so that any text is one."""
    data = STATED | {"topic": "weather"}
    of(gs.Stated).validate(data)
    assert not validator(json_schema(gs.Stated, process=gs.PPS)).is_valid(data)


@pytest.mark.parametrize("lang", [None, "nl", "fy"])
def test_only_words_of_the_process_fit(lang: str | None) -> None:
    """With a process only its words fit, those that a host added included."""
    own = gs.PPS.adapt(key="own", terms=[SMOG])
    data = STATED | {"topic": "smog"}
    assert validator(json_schema(gs.Fact, process=own, lang=lang)).is_valid(data)
    assert not validator(json_schema(gs.Fact, process=gs.PPS, lang=lang)).is_valid(data)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_words_have_titles(scheme: str) -> None:
    """Each word of a scheme is a choice, in the order of the process, with its text in the language."""
    terms = gs.PPS.vocabulary[scheme]
    titled = json_schema(process=gs.PPS, lang="en")["$defs"][scheme]
    assert titled["oneOf"] == [{"const": key, "title": term.label.en} for key, term in terms.items()]
    assert json_schema(process=gs.PPS)["$defs"][scheme]["enum"] == list(terms)


def test_titles_are_in_any_language() -> None:
    """A language that a label has gives its text; another one the Dutch text."""
    own = gs.PPS.adapt(key="own", terms=[SMOG])
    for lang, text in (("fy", "smook"), ("de", "smog"), ("en", "bad air")):
        topics = json_schema(gs.Stated, process=own, lang=lang)["$defs"]["topic"]["oneOf"]
        assert {"const": "smog", "title": text} in topics


MARKED = [
    (kind, field.name, field.metadata["scheme"])
    for kind in (*FACT_KINDS, gs.Party)
    for field in attrs.fields(kind)
    if "scheme" in field.metadata
]


@pytest.mark.parametrize(("kind", "field", "scheme"), MARKED)
def test_a_marked_field_takes_words_of_its_scheme(kind: Any, field: str, scheme: str) -> None:
    """Where a field holds a word or several, these are of the scheme that it is marked with."""
    inner = json_schema(process=gs.PPS)["$defs"][kind.__name__]["properties"][field]
    assert [part["$ref"] for part in parts(inner) if "$ref" in part] == [f"#/$defs/{scheme}"]


def test_a_process_without_words_takes_none() -> None:
    """Where a process has no word of a scheme, nothing fits."""
    schema = json_schema(gs.Stated, process=tiny(terms=()), lang="nl")
    Draft202012Validator.check_schema(schema)
    assert not validator(schema).is_valid(STATED)


# --- what has no schema ----------------------------------------------------------------------------------


NAMESAKE = attrs.make_class("Process", {})


@pytest.mark.parametrize(
    "kind",
    [int, "Stated", 3, NAMESAKE, gs.GezondsamenError, gs.TransitionRefused, gs.PPS, c.Condition],
    ids=lambda kind: str(kind)[:30],
)
def test_what_is_no_kind_of_document_has_no_schema(kind: Any) -> None:
    """Only what can be a document, or is a fact, has a schema."""
    with pytest.raises(TypeError, match="can be a document"):
        json_schema(kind)


def test_two_classes_never_share_a_definition() -> None:
    """Two classes of one name are refused: one would be described as the other."""
    other = attrs.make_class("Party", {"x": attrs.field(type=int)})
    both = attrs.make_class("Both", {"a": attrs.field(type=gs.Party), "b": attrs.field(type=other)})
    with pytest.raises(TypeError, match="two definitions are called Party"):
        _Writer(None, None).of(both)


def test_a_kind_of_field_that_is_new_is_refused() -> None:
    """A field of a kind that nothing is known of is refused; it is not left open."""
    with pytest.raises(TypeError, match="has no schema"):
        _Writer(None, None).of(attrs.make_class("New", {"a": attrs.field(type=bytes)}))


def test_an_api_is_described_by_the_same_schemas() -> None:
    """Components stand by themselves, refer to each other only, and take what the schemas take."""
    parts = openapi_schemas()
    text = json.dumps(parts)
    assert "$defs" not in text
    assert set(re.findall(r'"#/components/schemas/([^"]+)"', text)) <= set(parts)
    assert {f"{name}Plain" for name in PLAIN} | {"Fact", "Collaboration"} <= set(parts)
    assert all(re.fullmatch("[A-Z][A-Za-z]*", name) for name in parts)
    assert len({name.lower() for name in parts}) == len(parts)
    case = load("EX-07").case
    for name, value in (
        ("Collaboration", json.loads(gs.dumps(case))),
        ("Fact", STATED),
        ("CollaborationPlain", gs.to_dict(case, "nl")),
        ("CheckPlain", gs.to_dict(case.check("stop", on=load("EX-07").as_of), "nl")),
    ):
        whole = {"$ref": f"#/components/schemas/{name}", "components": {"schemas": parts}}
        Draft202012Validator(whole).validate(value)
        assert not Draft202012Validator(whole).is_valid({**value, "nobody": 1})
