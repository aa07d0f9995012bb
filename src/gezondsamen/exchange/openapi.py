"""The schemas of the library as the components of an OpenAPI 3.1 document."""

from __future__ import annotations

import json
import re
from typing import Any

from gezondsamen.collaboration import Collaboration
from gezondsamen.exchange.contract import PLAIN, schema_named
from gezondsamen.exchange.schema import json_schema
from gezondsamen.process.process import Process

Plain = dict[str, Any]


def openapi_schemas(*, process: Process | None = None) -> Plain:
    """Return what goes under `components/schemas` in the description of an API.

    "Fact" is what `fact_of` reads, "Collaboration" the document that `dumps` writes, and "CheckPlain",
    "CollaborationPlain" and so on what `to_dict` makes. Parts of them stand beside them, named by their
    titles, as "Party" and "TopicKey". With a `process`, words have to be its terms. Raises
    `InvalidArgument` for what is no process.

    >>> found = openapi_schemas()
    >>> found["CheckPlain"]["properties"]["title"], found["TopicKey"]["type"]
    ({'type': 'string'}, 'string')
    """
    found: Plain = {}
    schemas = {"Collaboration": json_schema(Collaboration, process=process)}  # a fact is a part of it
    schemas |= {f"{name}Plain": schema_named(name) for name in PLAIN}
    for name, schema in schemas.items():
        names = {key: _component(part["title"]) for key, part in schema["$defs"].items()}
        moved = _moved(schema, names)
        del moved["$schema"], moved["$id"]
        found |= {names[key]: part for key, part in moved.pop("$defs").items()}
        found[name] = moved
    return dict(sorted(found.items()))


def _component(title: str) -> str:
    """Return the name of a component: a title without spaces, each word with a capital."""
    return "".join(word[0].upper() + word[1:] for word in title.split())


def _moved(schema: Plain, names: dict[str, str]) -> Plain:
    """Return a schema whose references lead to components, by the names that definitions have there."""

    def there(reference: re.Match[str]) -> str:
        return f'"$ref": "#/components/schemas/{names[reference[1]]}"'

    moved: Plain = json.loads(re.sub(r'"\$ref": "#/\$defs/(\w+)"', there, json.dumps(schema)))
    return moved
