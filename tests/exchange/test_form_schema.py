"""The JSON Schema of a form: in order, in one language, and fitted by what the form sends back."""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import Any

import pytest
from jsonschema import Draft7Validator, Draft202012Validator

import gezondsamen as gs
from gezondsamen.exchange import json_schema
from gezondsamen.forms.asked import OPEN
from tests.support.builders import DAY, EVERY_PHASE, adopted, joined, started

FORMS = [
    check.form for process, phase in EVERY_PHASE for check in adopted(process, phase).options(on=DAY).values()
]
CASE = started(gs.PPS, joined("a"), gs.AgreementDrafted(DAY, "x", "covenant", ("a",)))
FORMS += [CASE.form(kind, on=DAY) for kind in OPEN]


def sent(form: gs.Form) -> dict[str, Any]:
    """Return what a generator sends back for the answers of a form: an object for each draft, typed."""
    found: dict[str, dict[str, Any]] = {}
    answers = form.answers()
    for number, draft in enumerate(form.drafts):
        for blank in draft.blanks:
            answer: Any = answers[blank.name(number)]
            if blank.kind == "confirm":
                answer = answer == "on"
            elif blank.kind == "number" and answer:
                answer = float(answer)
            if answer not in ("", []):
                found.setdefault(str(number), {})[".".join(blank.path) or "confirmed"] = answer
    return found


def inside(schema: Any) -> list[dict[str, Any]]:
    """Return every schema within a schema, itself first."""
    if isinstance(schema, list):
        return [part for item in schema for part in inside(item)]
    if not isinstance(schema, dict):
        return []
    return [schema, *(part for item in schema.values() for part in inside(item))]


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_what_a_form_sends_back_fits_its_schema(lang: str) -> None:
    """Each form's schema is in order in both drafts; its answers fit, and are read as those of a browser."""
    for form in FORMS:
        schema = json_schema(form, lang=lang)
        Draft202012Validator.check_schema(schema)
        Draft7Validator.check_schema(schema)
        Draft202012Validator(schema).validate(sent(form))
        assert form.read(sent(form)) == form.read(form.answers())


def test_there_is_one_kind_of_answer() -> None:
    """What may be empty is not required, never null: no generator offers an Option 2."""
    for form in FORMS:
        for part in inside(json_schema(form, lang="nl")):
            assert "anyOf" not in part
            assert part.get("type") != "null"
            if "properties" in part and part.get("required"):
                assert set(part["required"]) <= set(part["properties"])


def test_what_is_likely_is_the_default() -> None:
    """What a page shows beforehand is the default, a list where several are chosen, and fits its schema."""
    kinds = set()
    for form in FORMS:
        schema = json_schema(form, lang="nl")
        for number, draft in enumerate(form.drafts):
            for blank in draft.blanks:
                part = schema["properties"][str(number)]["properties"][".".join(blank.path) or "confirmed"]
                several = blank.kind in ("parties", "choices")
                likely = list(blank.suggestion) if several else next(iter(blank.suggestion), None)
                shown = blank.preset and bool(blank.suggestion)
                assert part.get("default") == (likely if shown else None)
                if shown and blank.kind not in ("number", "confirm"):
                    kinds.add(blank.kind)
                    Draft202012Validator(part).validate(part["default"])
    assert {"parties", "date", "party"} <= kinds


def test_titles_are_in_the_language() -> None:
    """Titles, helps and choices are Dutch in a Dutch form; without a language they are English."""
    form = CASE.form(gs.Consented, on=DAY)
    dutch = json_schema(form, lang="nl")["properties"]["0"]
    assert dutch["title"] == "Leg vast wat een partij ervan vindt"
    assert dutch["properties"]["stance"]["title"] == "Standpunt"
    assert {"const": "agrees", "title": "stemt in"} in dutch["properties"]["stance"]["oneOf"]
    assert "default" not in dutch["properties"]["stance"]
    assert json_schema(form)["properties"]["0"]["properties"]["stance"]["title"] == "Stance"
    with pytest.raises(gs.InvalidArgument):
        json_schema(form, lang="xx")


PRESENT = 'require("ajv-formats")'
STRICT = """
const Ajv = require("ajv/dist/2020").default, warnings = [];
const warn = (m) => warnings.push(m);
const ajv = new Ajv({ strict: true, logger: { log() {}, warn, error: warn } });
require("ajv-formats").default(ajv);
for (const schema of JSON.parse(require("fs").readFileSync(0))) ajv.compile(schema);
if (warnings.length) throw new Error(warnings[0]);
"""


def test_ajv_compiles_it_in_strict_mode() -> None:
    """A strict validator of another language takes every schema, without a warning."""
    node = shutil.which("node")
    if node is None or subprocess.run([node, "-e", PRESENT], check=False, capture_output=True).returncode:
        pytest.skip("node with ajv and ajv-formats is not here")
    schemas = json.dumps([json_schema(form, lang="nl") for form in FORMS])
    done = subprocess.run([node, "-e", STRICT], input=schemas, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
