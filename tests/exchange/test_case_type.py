"""Case types: a process as municipalities' systems import it."""

from __future__ import annotations

import io
import json
import pickle
import zipfile
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

import attrs
import pytest
from jsonschema import Draft202012Validator, FormatChecker

import gezondsamen as gs
from gezondsamen.errors import InvalidArgument
from gezondsamen.exchange import CaseType, Catalogue, to_case_type
from gezondsamen.exchange.case_type.resources import RESULT_FIELDS
from gezondsamen.process import conditions as c
from tests.exchange.test_diagram_texts import BEGIN, DONE, GONE, REST, SMALL, WORK
from tests.support.builders import PROCESSES, label, rule, tiny
from tests.support.nasty import nasty_process
from tests.support.neighbours import neighbour
from tests.support.titles import HOSTILE_TITLES

yaml = pytest.importorskip("yaml", reason="PyYAML is not here")

EVERY = pytest.mark.parametrize("process", [*PROCESSES, nasty_process()], ids=lambda p: p.key)
OWN = Catalogue(domain="GEZ", rsin="123456782", contact="Functioneel beheer", since=date(2027, 1, 1))
ORDER = ("Catalogus", "ZaakType", "StatusType", "ResultaatType", "RolType", "Eigenschap")
ARCHIVE = {
    "resultaattypeomschrijving": "https://example.org/resultaten/1",
    "selectielijstklasse": "https://example.org/klassen/1",
    "archiefnominatie": "vernietigen",
    "archiefactietermijn": "P5Y",
    "brondatumArchiefprocedure": {"afleidingswijze": "afgehandeld"},
}


@cache
def schemas() -> dict[str, Any]:
    """Return the schemas of the published API as JSON Schema: null where it may be, and as one sends it."""
    text = neighbour("catalogi-openapi.yaml").read_text(encoding="utf-8")
    published = yaml.safe_load(text)["components"]["schemas"]
    return {"components": {"schemas": {name: _plain(schema) for name, schema in published.items()}}}


def _plain(schema: Any) -> Any:
    if isinstance(schema, list):
        return [_plain(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    made = {key: _plain(value) for key, value in schema.items()}
    fields = schema.get("properties", {})
    if "required" in schema and isinstance(schema["required"], list):
        made["required"] = [x for x in schema["required"] if not fields.get(x, {}).get("readOnly")]
        made["additionalProperties"] = False
    if made.pop("nullable", False) is True:
        return {"anyOf": [made, {"type": "null"}]}
    return made


def faults(name: str, resource: Mapping[str, Any]) -> list[str]:
    """Return where the schema of the API finds a fault in a resource."""
    schema = schemas() | {"$ref": f"#/components/schemas/{name}"}
    found = Draft202012Validator(schema, format_checker=FormatChecker()).iter_errors(
        json.loads(json.dumps(resource))
    )
    return [f"{error.json_path}: {error.message}" for error in found]


@EVERY
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_published_api_allows_it(process: gs.Process, lang: str) -> None:
    """Each resource is valid against the schema of the Catalogi API, lengths included."""
    ends = [phase.key for phase in process.phases if phase.kind == "final"]
    made = to_case_type(process, catalogue=OWN, lang=lang, archive=dict.fromkeys(ends, ARCHIVE))
    assert tuple(made.resources) == tuple(name for name in ORDER if name in made.resources)
    for name, resources in made.resources.items():
        for resource in resources:
            assert faults(name, resource) == []


def named(made: CaseType, kind: str, field: str = "omschrijving") -> list[str]:
    return [resource[field] for resource in made.resources.get(kind, ())]


@EVERY
def test_each_phase_and_each_end_has_its_place(process: gs.Process) -> None:
    """Phases in which work goes on are statuses in order, ends results; the others are left out by name."""
    made = to_case_type(process, catalogue=OWN)
    going = [p for p in process.phases if p.kind in ("initial", "normal")]
    assert [x["volgnummer"] for x in made.resources["StatusType"]] == list(range(1, len(going) + 2))
    assert len(named(made, "ResultaatType")) == sum(p.kind == "final" for p in process.phases)
    resting = [p.key for p in process.phases if p.kind == "suspended"]
    assert [x.where for x in made.left_out if x.reason == "suspension"] == resting
    (case_type,) = made.resources["ZaakType"]
    assert case_type["opschortingEnAanhoudingMogelijk"] is bool(resting)
    for kind, field in (
        ("ResultaatType", "omschrijving"),
        ("RolType", "omschrijving"),
        ("Eigenschap", "naam"),
    ):
        names = [name.casefold() for name in named(made, kind, field)]
        assert len(set(names)) == len(names)


@EVERY
def test_nothing_is_dropped_in_silence(process: gs.Process) -> None:
    """Each rule is asked on a checklist or is left out by its code; so is each step, point and cut name."""
    made = to_case_type(process, catalogue=OWN)
    asked = {
        item["itemnaam"].split()[0]
        for status in made.resources["StatusType"]
        for item in status["checklistitemStatustype"]
    }
    told = {x.where.rpartition(".")[2] for x in made.left_out}
    assert {code for code in process.requirements if not process.requirements[code].is_note} <= asked | told
    assert {point.key for point in process.evaluation_points} <= told
    steps = {x.where for x in made.left_out if x.reason == "step"}
    assert {t.where for t in process.transitions if t.exceptional or t.is_loop} <= steps
    cut = [name for kind in made.resources for name in named(made, kind, "url") if not name]
    assert cut == []
    whole = {x.text for x in made.left_out if x.reason == "shortened"}
    for status in made.resources["StatusType"]:
        if status["omschrijving"].endswith("…") and len(status["omschrijving"]) == 80:
            assert any(text.startswith(status["omschrijving"][:-1]) for text in whole)


@EVERY
def test_references_lead_to_resources_of_the_bundle(process: gs.Process) -> None:
    """The zip holds a file for each kind in the order of import; addresses in use are of resources in it."""
    made = to_case_type(process, catalogue=OWN)
    with zipfile.ZipFile(io.BytesIO(made.bundle())) as bundle:
        files = {name.removesuffix(".json"): json.loads(bundle.read(name)) for name in bundle.namelist()}
    assert list(files) == list(made.resources)
    assert files == json.loads(json.dumps(made.resources))
    addresses = [resource["url"] for found in files.values() for resource in found]
    assert len(set(addresses)) == len(addresses)
    used = {x["zaaktype"] for kind in ORDER[2:] for x in files.get(kind, [])} | {
        files["ZaakType"][0]["catalogus"]
    }
    assert used == {files["ZaakType"][0]["url"], files["Catalogus"][0]["url"]}
    again = to_case_type(process, catalogue=OWN)
    assert (again, hash(again), again.bundle()) == (made, hash(made), made.bundle())
    assert pickle.loads(pickle.dumps(made)) == made


def test_what_an_archivist_decides_is_left_open_by_name() -> None:
    """Each archive term of each end is an open field until it is given."""
    ends = [phase.key for phase in gs.PPS.phases if phase.kind == "final"]
    made = to_case_type(gs.PPS, catalogue=OWN, archive={ends[0]: ARCHIVE})
    still = {(x.name, x.field) for x in made.open_fields if x.resource == "ResultaatType"}
    assert still == {(end, field) for end in ends[1:] for field in ARCHIVE}
    first = made.resources["ResultaatType"][0]
    assert {field: first[field] for field in ARCHIVE} == ARCHIVE
    assert set(ARCHIVE) <= set(RESULT_FIELDS)


def test_what_a_municipality_says_is_no_longer_open() -> None:
    """Who answers for cases and how long they last are open fields until they are given."""

    def still(made: CaseType) -> set[str]:
        return {x.field for x in made.open_fields if x.resource == "ZaakType"}

    assert still(to_case_type(gs.PPS, catalogue=OWN)) == {
        "verantwoordelijke",
        "doorlooptijd",
        "selectielijstProcestype",
    }
    own = Catalogue(
        domain="GEZ", rsin="123456782", contact="x", since=date(2027, 1, 1), responsible="Gemeente Waterstad"
    )
    made = to_case_type(gs.PPS, catalogue=own, duration=gs.Every(years=2))
    assert still(made) == {"selectielijstProcestype"}
    (case_type,) = made.resources["ZaakType"]
    assert (case_type["verantwoordelijke"], case_type["doorlooptijd"]) == ("Gemeente Waterstad", "P2Y")


def test_names_that_are_cut_stay_apart() -> None:
    """Two ends whose labels begin alike keep names of their own, with the whole label beside them."""
    begin, work, done = tiny().phases
    long = "Beëindigd omdat het doel dat wij wilden is "
    ends = [
        gs.Phase(f"end_{n}", gs.Label(nl=f"{long}{n}", en="x"), kind="final", outcome="early")
        for n in range(12)
    ]
    process = tiny(
        phases=(begin, work, done, *ends),
        transitions=(
            *tiny().transitions,
            *(work.to(end, end.key, label=gs.Label(nl=end.key, en=end.key)) for end in ends),
        ),
    )
    made = to_case_type(process, catalogue=OWN)
    names = named(made, "ResultaatType")
    assert len(set(names)) == 13
    assert max(map(len, names)) <= 30
    assert {f"{long}{n}" for n in range(12)} <= {x.text for x in made.left_out if x.reason == "shortened"}


def small() -> gs.Process:
    """Return a process of which one phase is entered by three ways, each with rules of its own."""
    role = rule(c.PartyCount(c.Parties(roles="delegate"), at_least=1), code="OWN-01", name=label("iemand"))
    asked = (c.Measured("capacity_money"), c.OnRecord("purpose"))
    money = rule(*asked, code="OWN-02", name=label("geld"))
    watched = rule(c.OnRecord("vision"), code="OWN-04", name=label("visie"))
    other = gs.Phase("other", label("ander werk"), watches=(watched,))
    return attrs.evolve(
        SMALL,
        phases=(BEGIN, WORK, other, REST, DONE, GONE),
        transitions=(
            BEGIN.to(WORK, "go", label=label("ga"), requires=(role, rule(code="OWN-03")), advises=(money,)),
            WORK.to(other, "on", label=label("verder"), requires=(money,), advises=(role,)),
            *(step for step in SMALL.transitions if step.trigger != "go"),
            other.to(WORK, "back", label=label("terug"), requires=(role,)),
        ),
    )


def test_a_small_process_is_told_whole() -> None:
    """Statuses with their checklists, results, roles and properties, and all that has no place."""
    made = to_case_type(small(), catalogue=OWN)
    assert [
        (
            x["volgnummer"],
            x["omschrijving"],
            [(i["itemnaam"], i["verplicht"]) for i in x["checklistitemStatustype"]],
        )
        for x in made.resources["StatusType"]
    ] == [
        (1, "Begin", []),
        (2, "Werk", [("OWN-01 iemand", False), ("OWN-03 eigen regel", False), ("OWN-02 geld", False)]),
        (3, "Ander werk", [("OWN-02 geld", True), ("OWN-01 iemand", False)]),
        (4, "Afgesloten", []),
    ]
    first = made.resources["StatusType"][1]["checklistitemStatustype"][0]
    assert first["vraagstelling"] == "Iemand?"
    assert first["toelichting"].startswith("Doe dit.\n- minstens één afgevaardigde\nBron: ")
    assert [(x["omschrijving"], x["toelichting"]) for x in made.resources["ResultaatType"]] == [
        ("Klaar", "Klaar. einde: gelukt"),
        ("Gestopt", "Gestopt. einde: voortijdig"),
    ]
    assert [(x["omschrijving"], x["omschrijvingGeneriek"]) for x in made.resources["RolType"]] == [
        ("Partij in de samenwerking", "belanghebbende"),
        ("Afgevaardigde", "beslisser"),
    ]
    assert [
        (
            x["naam"],
            x["toelichting"],
            *(x["specificatie"][key] for key in ("formaat", "lengte", "kardinaliteit")),
        )
        for x in made.resources["Eigenschap"]
    ] == [
        ("doel van de samenwe…", "doel van de samenwerking", "tekst", "255", "N"),
        ("integrale visie", "integrale visie", "tekst", "255", "N"),
        ("beschikbaar geld", "beschikbaar geld", "getal", "14", "1"),
    ]
    assert {(x.reason, x.where, x.text) for x in made.left_out} == {
        ("shortened", "eigenschap.purpose", "doel van de samenwerking"),
        ("watched", "other.OWN-04", "visie"),
        ("suspension", "rest", "rust"),
        ("judgement", "begin.go.OWN-01", "iemand"),
        ("judgement", "begin.go.OWN-02", "geld"),
        ("judgement", "work.on.OWN-01", "iemand"),
        ("judgement", "work.on.OWN-02", "geld"),
        ("judgement", "other.back.OWN-01", "iemand"),
        ("step", "other.back", "terug"),
        ("step", "work.again", "nog eens"),
        ("step", "work.pause", "schort op"),
        ("step", "rest.resume", "hervat"),
        *(("step", f"{phase}.stop", "stop") for phase in ("begin", "work", "rest")),
    }


def test_a_rule_that_all_ways_in_require_is_mandatory() -> None:
    """Where one way into a phase does not require it, its item on the checklist is no condition."""
    go, finish = rule(code="OWN-01"), rule(c.OnRecord("purpose"), code="OWN-02")
    made = to_case_type(tiny(go, finish=(finish,)), catalogue=OWN)
    items = [x["checklistitemStatustype"] for x in made.resources["StatusType"]]
    assert [[(i["itemnaam"][:6], i["verplicht"]) for i in found] for found in items] == [
        [],
        [("OWN-01", False)],
        [("OWN-02", True)],
    ]


def test_names_are_apart_within_their_kind_only() -> None:
    """An end and a topic may have one name; two ends get a number, and one without a name gets its key."""
    begin, work, done = tiny().phases
    ends = [gs.Phase(f"end_{n}", label(text), kind="final", outcome="early") for n, text in enumerate("xx ")]
    purpose = gs.Term("purpose", label("x"))
    process = tiny(
        phases=(begin, work, done, *ends),
        transitions=(
            *tiny(rule(c.OnRecord("purpose"))).transitions,
            *(work.to(end, end.key, label=label("stop")) for end in ends),
        ),
        terms=(purpose,),
    )
    made = to_case_type(process, catalogue=OWN)
    assert named(made, "ResultaatType") == ["Klaar", "X", "X 2", "end_2"]
    assert named(made, "Eigenschap", "naam") == ["x"]


def test_the_files_of_a_bundle_are_read_by_people_too() -> None:
    """Each field stands on a line of its own, and letters are letters."""
    with zipfile.ZipFile(io.BytesIO(to_case_type(small(), catalogue=OWN).bundle())) as bundle:
        text = bundle.read("StatusType.json").decode()
    assert "minstens één afgevaardigde" in text
    assert sum(line.strip().startswith('"volgnummer": ') for line in text.splitlines()) == 4


@pytest.mark.parametrize("text", HOSTILE_TITLES)
def test_whatever_a_label_holds_is_carried(text: str) -> None:
    """A title that fits is read back from the bundle as it is, but for signs that are no text."""
    process = tiny(label=gs.Label(nl=text, en=text))
    with zipfile.ZipFile(io.BytesIO(to_case_type(process, catalogue=OWN).bundle())) as bundle:
        (case_type,) = json.loads(bundle.read("ZaakType.json"))
    whole = "".join(sign if sign >= " " or sign in "\t\r\n" else "\ufffd" for sign in text.strip())
    found = case_type["omschrijving"]
    assert found.casefold() == (whole if len(whole) <= 80 else f"{whole[:79]}…").casefold()


def test_what_the_api_would_refuse_is_refused() -> None:
    """A catalogue with parts that are too long, an end that is none, and a field that no result has."""
    good: dict[str, Any] = {"domain": "GEZ", "rsin": "123456782", "contact": "x", "since": date(2027, 1, 1)}
    assert Catalogue(**good).responsible == Catalogue(**good, responsible="").responsible == ""
    assert (
        Catalogue(**good | {"domain": "LANGS", "contact": "x" * 40}, responsible="x" * 50).domain == "LANGS"
    )
    for name, wrong in (
        ("domain", "TELANG"),
        ("domain", ""),
        ("domain", 5),
        ("rsin", "12345678"),
        ("rsin", "12345678a"),
        ("contact", "x" * 41),
        ("responsible", "x" * 51),
        ("since", "2027-01-01"),
    ):
        with pytest.raises(InvalidArgument):
            Catalogue(**good | {name: wrong})
    ended = {"archiefactietermijn": "P5Y"}
    with pytest.raises(KeyError):
        to_case_type(gs.PPS, catalogue=OWN, archive={"nowhere": ended})
    with pytest.raises(InvalidArgument, match="none"):
        to_case_type(gs.PPS, catalogue=OWN, archive={"management": ended})
    with pytest.raises(InvalidArgument, match="archiefactietermijn"):
        to_case_type(gs.PPS, catalogue=OWN, archive={"done_alone": {"archiefactietermijnen": "P5Y"}})
