"""Write processes, a nasty one too, in the formats that readers from npm read, and what they must find.

Schemas are written too, with documents that fit them.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import gezondsamen as gs
from gezondsamen import examples
from gezondsamen.exchange import json_schema, openapi_schemas, to_bpmn, to_mermaid
from gezondsamen.exchange.contract import PLAIN, schema_named
from gezondsamen.exchange.documents import KINDS
from gezondsamen.exchange.drawn import drawn
from gezondsamen.language import language_of
from tests.support.builders import PROCESSES
from tests.support.nasty import nasty_process

LANGS = ("nl", "en")


def _expected(process: gs.Process, lang: str) -> dict[str, object]:
    """Return which states and steps a reader of a diagram must find, by the letters of their labels."""
    shown = drawn(process, language_of(lang))
    return {
        "states": {f"phase_{p.key}": p.label.text(lang) for p in shown.phases},
        "steps": [[f"phase_{t.source}", f"phase_{t.target}", t.label.text(lang)] for t in shown.transitions],
        "phases": {f"phase_{p.key}": p.label.text(lang) for p in process.phases},
        "notes": len(shown.notes) > 0,
    }


def _components() -> dict[str, object]:
    """Return the components of an API as a schema: with references that a reader of schemas follows."""
    text = json.dumps(openapi_schemas(process=gs.PPS)).replace("#/components/schemas/", "#/$defs/")
    parts = json.loads(text)
    return {"title": "Component", "oneOf": [{"$ref": f"#/$defs/{name}"} for name in parts], "$defs": parts}


def _schemas() -> dict[str, object]:
    return {
        "Document": json_schema(),
        "Document.pps": json_schema(process=gs.PPS),
        "Fact": json_schema(gs.Fact),
        "Component": _components(),
        **{f"{name}Document": json_schema(kind) for name, kind in KINDS.items()},
        **{f"{name}Plain": schema_named(name) for name in PLAIN},
    }


def write_schemas(folder: Path) -> None:
    """Write NAME.json for each schema, and the documents of the examples, which fit Document.json."""
    (folder / "documents").mkdir(parents=True, exist_ok=True)
    for name, schema in _schemas().items():
        (folder / f"{name}.json").write_text(json.dumps(schema), encoding="utf-8")
    for name in examples.ids():
        (folder / "documents" / f"{name}.json").write_text(
            gs.dumps(examples.load(name).case), encoding="utf-8"
        )


def write(folder: Path) -> None:
    """Write all files into a folder: NAME.bpmn, NAME.mmd and NAME.json for each process and language."""
    folder.mkdir(parents=True, exist_ok=True)
    write_schemas(folder / "schemas")
    for process in (*PROCESSES, nasty_process()):
        for lang in LANGS:
            name = f"{process.key}.{lang}"
            (folder / f"{name}.bpmn").write_text(to_bpmn(process, lang=lang), encoding="utf-8")
            visited = [p.key for p in drawn(process, language_of(lang)).phases] if lang == "en" else ()
            text = to_mermaid(process, lang=lang, visited=visited)
            (folder / f"{name}.mmd").write_text(text, encoding="utf-8")
            (folder / f"{name}.json").write_text(json.dumps(_expected(process, lang)), encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
