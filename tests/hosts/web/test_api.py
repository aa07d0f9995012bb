"""The API over HTTP: described by the library's schemas, and as strict as the library about what comes in."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate
from starlette.testclient import TestClient

import gezondsamen as gs
from examples.web.access import LARGEST, Site
from examples.web.site import application
from gezondsamen.examples import load
from tests.hosts.web.visitors import TODAY, TOKENS, site

CASE = "/api/cases/EX-07"
DAY = TODAY.isoformat()
SAID = {"type": "Stated", "on": DAY, "topic": "vision", "text": "Een gezonde jeugd"}


@pytest.fixture
def here() -> Iterator[Site]:
    made = site("sqlite://", "EX-07")
    with made.store:
        yield made


def client(here: Site, role: str | None = None) -> TestClient:
    headers = {} if role is None else {"authorization": f"Bearer {TOKENS[role]}"}
    return TestClient(application(here), headers=headers)


def described(here: Site) -> dict[str, Any]:
    found: dict[str, Any] = client(here).get("/openapi.json").json()
    return found


def test_the_description_is_valid(here: Site) -> None:
    """The API is described in OpenAPI 3.1, with every schema that it refers to."""
    spec = described(here)
    assert spec["openapi"].startswith("3.1")
    validate(copy.deepcopy(spec))
    assert all(path.startswith("/api/") for path in spec["paths"])


@pytest.mark.parametrize(
    ("path", "template"),
    [
        (CASE, "/api/cases/{ident}"),
        (f"{CASE}/steps/suspend", "/api/cases/{ident}/steps/{step}"),
        (f"{CASE}/steps/add_partner?lang=en", "/api/cases/{ident}/steps/{step}"),
        ("/api/cases", "/api/cases"),
        ("/api/due", "/api/due"),
    ],
)
def test_answers_are_as_described(here: Site, path: str, template: str) -> None:
    """What comes back fits the schema that the description gives for it."""
    spec = described(here)
    answer = spec["paths"][template]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    found = client(here, "read").get(path)
    assert found.status_code == 200
    Draft202012Validator({**answer, "components": spec["components"]}).validate(found.json())


def test_facts_are_as_described(here: Site) -> None:
    """What the description calls a fact is one for the library, and the other way round."""
    spec = described(here)
    is_fact = Draft202012Validator({"$ref": "#/components/schemas/Fact", "components": spec["components"]})
    assert is_fact.is_valid(SAID)
    assert not is_fact.is_valid({**SAID, "topic": 7})
    for entry in load("EX-07").case.entries_after(0):
        is_fact.validate(json.loads(gs.dumps(entry))["value"]["fact"])


def test_a_document_comes_out_whole(here: Site) -> None:
    """The document of a case is the case."""
    assert gs.loads(client(here, "read").get(CASE).text) == here.store.load("EX-07")


def test_facts_are_recorded_and_a_step_is_taken(here: Site) -> None:
    """With the version that was read, facts and steps are kept under the id of whoever sent them."""
    caller = client(here, "record")
    version = here.store.load("EX-07").version
    answer = caller.post(CASE, json={"version": version, "facts": [SAID]})
    assert (answer.status_code, answer.json()["version"]) == (200, version + 1)
    step = {"version": version + 1, "step": "suspend"}
    assert caller.post(CASE, json=step).json()["version"] == version + 2
    entry = here.store.load("EX-07").entries_after(version)[-1]
    assert entry.by == "u-record"
    taken_back = {"version": version + 2, "entry": version + 2, "reason": "Te vroeg."}
    assert caller.post(CASE, json=taken_back).status_code == 200
    assert here.store.load("EX-07").phase == "management"


@pytest.mark.parametrize("more", [{}, {"step": "suspend"}])
def test_what_is_still_to_come_is_no_fact(here: Site, more: dict[str, str]) -> None:
    """A fact of a day after today is refused in both languages, alone and with a step."""
    before = here.store.load("EX-07")
    for day in (TODAY + timedelta(days=1), date.max):
        body = {"version": before.version, "facts": [SAID, {**SAID, "on": day.isoformat()}], **more}
        answer = client(here, "record").post(CASE, json=body)
        assert answer.status_code == 400
        assert answer.json()["nl"] == f"{day} moet nog komen: kies de dag waarop het gebeurde."
        assert answer.json()["en"].startswith(f"{day} is still to come")
    assert here.store.load("EX-07") == before


def test_a_question_that_cannot_be_read_is_told_as_data(here: Site) -> None:
    """A parameter of another type is refused with its name."""
    answer = client(here, "read").get("/api/due?overdue=misschien")
    assert (answer.status_code, answer.json()["code"]) == (422, "422")
    assert answer.json()["detail"][0]["loc"] == ["query", "overdue"]


def test_an_older_version_is_refused(here: Site) -> None:
    """Whoever read an older version gets a code for it, and nothing is kept."""
    before = here.store.load("EX-07")
    for version in (before.version - 1, before.version + 1, None, "20"):
        answer = client(here, "record").post(CASE, json={"version": version, "facts": [SAID]})
        assert (answer.status_code, answer.json()["code"]) == (409, "stale-version")
    assert here.store.load("EX-07") == before


def test_a_step_that_is_refused_comes_with_its_check(here: Site) -> None:
    """A refusal says which rules are in the way, as the check does."""
    version = here.store.load("EX-07").version
    answer = client(here, "record").post(CASE, json={"version": version, "step": "stop"})
    assert answer.status_code == 400
    assert [row["code"] for row in answer.json()["check"]["outcomes"] if row["status"] == "unmet"]


@pytest.mark.parametrize("path", ["/api/cases", "/api/due", CASE, f"{CASE}/steps/suspend"])
def test_nobody_without_a_token_reads(here: Site, path: str) -> None:
    """A token is sent as a bearer: none, a wrong one and a cookie are no token."""
    stranger = client(here)
    assert stranger.get(path).status_code == 401
    assert stranger.get(path, headers={"authorization": "Bearer x"}).status_code == 401
    assert stranger.get(path, headers={"authorization": f"Basic {TOKENS['read']}"}).status_code == 401
    assert stranger.get(path, headers={"cookie": f"gezondsamen={TOKENS['read']}"}).status_code == 401


def test_whoever_may_read_records_nothing(here: Site) -> None:
    """A reader is refused, whatever they send."""
    before = here.store.load("EX-07")
    for more in ({"facts": [SAID]}, {"step": "suspend"}, {"entry": 2, "reason": "?"}, {}):
        assert client(here, "read").post(CASE, json={"version": before.version, **more}).status_code == 403
    assert here.store.load("EX-07") == before


def test_waivers_are_in_ones_own_name(here: Site) -> None:
    """Only one role waives, and only as itself; also when a waiver comes along with a step."""
    version = here.store.load("EX-07").version
    waiver = {"type": "WaiverGranted", "on": DAY, "rule": "KEN-01", "reason": "x", "approved_by": "u-waive"}
    other = {**waiver, "approved_by": "u-directeur"}
    for role, fact in (("record", waiver), ("record", other), ("waive", other)):
        for more in ({}, {"step": "suspend"}, {"entry": 2, "reason": "?"}):
            body = {"version": version, "facts": [fact], **more}
            assert client(here, role).post(CASE, json=body).status_code == 403
    body = {"version": version, "facts": [waiver]}
    assert client(here, "waive").post(CASE, json=body).status_code == 200


@pytest.mark.parametrize(
    "body",
    [
        *("", "x", "[]", "7", "null", '{"facts": 7}', '{"facts": [7]}', '{"facts": [{}]}', "\xff"),
        '{"facts": [{"type": "Stated", "on": "2026-11-27", "topic": "nergens", "text": "x"}]}',
        '{"facts": [{"type": "StepTaken", "on": "2026-11-27", "track": "main", "trigger": "suspend", '
        '"phase": "suspended"}]}',
        *(
            '{"step": 7}',
            '{"step": []}',
            '{"step": "suspend", "about": 7}',
            '{"step": "suspend", "track": []}',
        ),
        *('{"step": "suspend", "track": "nergens"}', '{"step": "suspend", "about": "nergens"}'),
        *('{"entry": "x", "reason": "x"}', '{"entry": 2, "reason": 7}', '{"entry": 2}', '{"entry": 99}'),
        '{"facts": [{"type": "Quantified", "on": "2026-11-27", "topic": "reach", "amount": NaN}]}',
        "[" * 100_000,
    ],
)
def test_what_is_no_fact_is_refused(here: Site, body: str) -> None:
    """Whatever is sent is recorded, or refused with a code: nothing breaks, and nothing is kept by halves."""
    before = here.store.load("EX-07")
    text = body.replace("{", f'{{"version": {before.version}, ', 1) if body.startswith("{") else body
    answer = client(here, "waive").post(CASE, content=text.encode("latin-1"))
    assert answer.status_code in (400, 409), answer.text
    assert answer.json()["code"]
    assert here.store.load("EX-07") == before


def test_what_is_too_large_is_refused(here: Site) -> None:
    """More than is allowed is not read, also when its length is not told beforehand."""
    caller = client(here, "record")
    assert caller.post(CASE, content=b" " * (LARGEST + 1)).status_code == 413
    pieces = (b" " * 1024 for _ in range(LARGEST // 1024 + 1))
    assert caller.post(CASE, content=pieces).status_code == 413
