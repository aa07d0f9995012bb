"""Redaction: where a person, an id or a text stands in a journal, and the journal without it.

Redaction is the one change of what was entered. What a correction does, which keeps what was wrong, stands
in `correction`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, Final, Literal

import attrs

from gezondsamen.dossier import facts as f
from gezondsamen.dossier.dossier import Dossier
from gezondsamen.dossier.journal import REDACTED, Entry, Journal
from gezondsamen.dossier.parties import About, Party
from gezondsamen.dossier.tracks import MAIN
from gezondsamen.errors import InvalidRecord, shown
from gezondsamen.terms import unknown

Part = Literal["text", "id", "person", "moment"]
"""What a text in an entry is: written freely, an id that a host chose, of a person, the id of a moment."""

_PARTS: Final[dict[str, Part]] = {
    **dict.fromkeys(("text", "reason", "title", "unit", "name"), "text"),
    **dict.fromkeys(("by", "person", "evaluator", "approved_by"), "person"),
    **dict.fromkeys(("on_behalf_of", "collaboration", "track", "agreement", "action"), "id"),
    **dict.fromkeys(("party", "parties", "obliged", "owner"), "id"),
    **dict.fromkeys(("successor", "predecessors", "predecessor", "successors"), "id"),
    "point": "moment",
}
"""What the fields of entries and facts hold, by their names; all others hold words of a process."""


@attrs.frozen
class Mention:
    """Say where a text stands: the number of the entry, the path to the field, and all that stands there."""

    entry: int
    path: str
    text: str


def mentions(dossier: Dossier, text: str) -> tuple[Mention, ...]:
    """Return every field of the journal in which a text stands, in capitals or not."""
    pattern = _pattern(text)
    return tuple(
        Mention(entry.number, path, value)
        for entry in dossier.journal
        for path, _, value in written(entry)
        if pattern.search(value)
    )


def written(value: Any, path: str = "") -> Iterator[tuple[str, Part, str]]:
    """Yield (path, part, text) for every text of an entry that people or a host chose."""
    for name, part, inner in _fields(value):
        where = f"{path}.{name}" if path else name
        for one in inner if isinstance(inner, tuple) else (inner,):
            if part is None:
                yield from written(one, where)
            else:
                yield where, part, one


def rewritten(value: Any, write: Callable[[Part, str], str]) -> Any:
    """Return an entry with every text that people or a host chose replaced by `write(part, text)`."""
    changes: dict[str, Any] = {}
    for name, part, inner in _fields(value):
        if part is None:
            new = rewritten(inner, write)
        elif isinstance(inner, tuple):
            new = tuple(write(part, one) for one in inner)
        else:
            new = write(part, inner)
        if new != inner:
            changes[name] = new
    return attrs.evolve(value, **changes) if changes else value


def _fields(value: Any) -> Iterator[tuple[str, Part | None, Any]]:
    """Yield the fields that hold texts, or values that do (part None)."""
    if isinstance(value, About):
        if value.kind in ("party", "matter"):
            yield "id", "id", value.id
        return
    if isinstance(value, Party):
        yield "id", "id", value.id
    for a in attrs.fields(type(value)):
        inner = getattr(value, a.name)
        if inner is None or "scheme" in a.metadata:
            continue
        if attrs.has(type(inner)):
            yield a.name, None, inner
        elif a.name in _PARTS:
            yield a.name, _PARTS[a.name], inner


# --- redacting ---------------------------------------------------------------------------------------


def redacted(
    dossier: Dossier,
    *,
    entry: int | None = None,
    person: str | None = None,
    text: str | None = None,
    id: str | None = None,
    title: bool = False,
) -> Dossier:
    """Return the dossier without what is named: exactly one of an entry, person, text, id, or the title."""
    given = [x is not None for x in (entry, person, text, id)]
    if sum((*given, title is True)) != 1 or title not in (True, False):
        raise InvalidRecord(
            "redact", "say what to redact: one of entry, person, text, id, or title=True", "entry, person"
        )
    if entry is not None:
        return _without_texts(dossier, entry)
    if title:
        return _changed(dossier, _untitled)
    if text is not None:
        return _without(dossier, text)
    if id is not None:
        return _renamed(dossier, id, ("id", "person"), "id")
    assert person is not None
    return _renamed(dossier, person, ("person",), "person")


def _without_texts(dossier: Dossier, number: int) -> Dossier:
    if not isinstance(number, int) or not 1 <= number <= len(dossier.journal):
        raise InvalidRecord("unknown-entry", f"there is no entry {shown(number)}", shown(number))

    def write(part: Part, text: str) -> str:
        return REDACTED if part == "text" and text else text

    return _changed(dossier, lambda e: rewritten(e, write) if e.number == number else e)


def _untitled(entry: Entry) -> Entry:
    fact = entry.fact
    if isinstance(fact, f.TrackOpened) and fact.title:
        return attrs.evolve(entry, fact=attrs.evolve(fact, title=REDACTED))
    return entry


def _without(dossier: Dossier, text: str) -> Dossier:
    """Take a text out of everything that was written, and replace the ids in which it stands."""
    if not isinstance(text, str) or not text.strip() or text == REDACTED:
        raise InvalidRecord("redact", "text takes a part of a text, and not only space", shown(text))
    pattern = _pattern(text)
    found = [value for e in dossier.journal for _, _, value in written(e) if pattern.search(value)]
    if not found:
        raise InvalidRecord("unknown-text", f"{shown(text)} stands nowhere in this journal", text)
    for ident in dict.fromkeys(_ids(dossier, ("id", "person"))):
        if pattern.search(ident):
            dossier = _renamed(dossier, ident, ("id", "person"), "id")

    def write(part: Part, value: str) -> str:
        return pattern.sub(REDACTED, value) if part == "text" else value

    return _changed(dossier, lambda e: rewritten(e, write))


def _renamed(dossier: Dossier, ident: str, parts: tuple[Part, ...], what: str) -> Dossier:
    """Return the dossier with an opaque id in the place of another, wherever it stands."""
    taken = set(_ids(dossier, ("id", "person")))
    known = set(_ids(dossier, parts))
    if ident == MAIN or ident not in known:
        message = f"nobody is recorded as {ident!r}." if what == "person" else f"{ident!r} is no id here."
        raise unknown(InvalidRecord, what, str(ident), known, message)
    alias = next(name for n in range(1, len(taken) + 2) if (name := f"redacted-{n}") not in taken)
    opening = dossier.journal.first.fact
    case = (opening.collaboration or "") if isinstance(opening, f.TrackOpened) else ""

    def new(value: str) -> str:
        return "+".join(alias if one == ident else one for one in value.split("+")) if value else value

    def write(part: Part, value: str) -> str:
        if part == "moment":
            return _moment(value, case, new) if "id" in parts else value
        if part not in parts:
            return value
        return alias if value == ident else new(value)

    return _changed(dossier, lambda e: rewritten(e, write))


def _moment(moment: str, case: str, new: Callable[[str], str]) -> str:
    """Return the id of a moment (case/track/point/occurrence/n) with other ids; other texts stay."""
    inside, *rest = moment.rsplit("/", 3)
    if not rest or not inside.startswith(f"{case}/"):
        return moment
    return "/".join((new(case), new(inside.removeprefix(f"{case}/")), *rest))


def _ids(dossier: Dossier, parts: tuple[Part, ...]) -> Iterator[str]:
    """Yield the ids in a journal; those of parties meant together (a+b) one by one as well."""
    for entry in dossier.journal:
        for _, part, value in written(entry):
            if part in parts and value:
                yield value
                yield from value.split("+")


def _changed(dossier: Dossier, change: Callable[[Entry], Entry]) -> Dossier:
    return Dossier(Journal.of(map(change, dossier.journal)))


def _pattern(text: str) -> re.Pattern[str]:
    if not isinstance(text, str) or not text:
        raise InvalidRecord("redact", f"text takes a part of a text, not {shown(text)}", shown(text))
    return re.compile(re.escape(text), re.IGNORECASE)
