"""The schemas of the library as the components of an OpenAPI 3.1 document."""

from __future__ import annotations

import json
from typing import Any

from gezondsamen.collaboration import Collaboration
from gezondsamen.dossier.facts import Fact
from gezondsamen.exchange.contract import PLAIN, schema_named
from gezondsamen.exchange.schema import json_schema
from gezondsamen.process.process import Process

Plain = dict[str, Any]


def openapi_schemas(*, process: Process | None = None) -> Plain:
    """Return what goes under `components/schemas` in the description of an API.

    "Fact" is what `fact_of` reads, "Collaboration" the document that `dumps` writes, and "CheckPlain",
    "CollaborationPlain" and so on what `to_dict` makes. Parts of them stand beside them, as in "Fact.topic".
    With a `process`, words have to be its terms. Raises `InvalidArgument` for what is no process.

    >>> openapi_schemas()["CheckPlain"]["properties"]["title"]
    {'type': 'string'}
    """
    found: Plain = {}
    schemas = {
        "Fact": json_schema(Fact, process=process),
        "Collaboration": json_schema(Collaboration, process=process),
    }
    for name in sorted(PLAIN):
        schemas[f"{name}Plain"] = schema_named(name)
    for name, schema in schemas.items():
        moved = json.loads(json.dumps(schema).replace('"#/$defs/', f'"#/components/schemas/{name}.'))
        found |= {f"{name}.{key}": part for key, part in moved.pop("$defs").items()}
        moved.pop("$schema")
        found[name] = moved
    return found
