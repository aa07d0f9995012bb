"""Practice examples as documents: what a source tells of a real collaboration, and no more.

Each is adopted in the phase that the source describes. Where a source gives no day, the entry bears
the day as of which the example is described (`as_of`); the note says so.
"""

from __future__ import annotations

import json
from datetime import date
from importlib import resources
from importlib.resources.abc import Traversable

import attrs

from gezondsamen.collaboration import Collaboration
from gezondsamen.errors import InvalidArgument, shown
from gezondsamen.exchange.documents import Processes, loads
from gezondsamen.labels import Label
from gezondsamen.terms import unknown


@attrs.frozen
class Example:
    """Hold a practice example: what it is, where it is told, as of when, and the collaboration.

    `source` names the passage; `note` says what the source leaves open and how it was read.
    """

    id: str
    name: str
    source: str
    as_of: date
    note: Label
    case: Collaboration


def ids() -> tuple[str, ...]:
    """Return the ids of the examples that ship, in order."""
    return tuple(sorted(_key(file.name) for file in _folder().iterdir() if file.name.endswith(".json")))


def load(example: str, *, processes: Processes | None = None) -> Example:
    """Return an example by its id; raises `InvalidArgument` when there is none with that id.

    `processes` are those that it may run through; None means all that ship.

    >>> load("EX-07").case.phase
    'management'
    """
    if example not in ids():
        word = example if isinstance(example, str) else shown(example)
        message = f"there is no example {word!r}; there are {', '.join(ids())}."
        raise unknown(InvalidArgument, "example", word, ids(), message)
    file = _folder() / f"{example.lower().replace('-', '_')}.json"
    plain = json.loads(file.read_text(encoding="utf-8"))
    return Example(
        id=plain["id"],
        name=plain["name"],
        source=plain["source"],
        as_of=date.fromisoformat(plain["as_of"]),
        note=Label(**plain["note"]),
        case=loads(json.dumps(plain["case"]), processes=processes, as_=Collaboration),
    )


def _folder() -> Traversable:
    return resources.files(__package__) / "documents"


def _key(name: str) -> str:
    return name.removesuffix(".json").replace("_", "-").upper()
