"""Commands about documents: are they valid, and what else can be made of them."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

import attrs

import gezondsamen as gs
from gezondsamen import exchange
from gezondsamen.command.files import (
    case_at,
    document,
    today,
    write,
    write_bytes,
    write_json,
    write_table,
    write_text,
)
from gezondsamen.errors import DocumentError, GezondsamenError
from gezondsamen.language import Language, language_of


def validate(options: Namespace) -> bool:
    """Tell of each document whether it opens; the answer is whether all do.

    Of a process the softer laws are told too (`verify`), and of a case the steps that its facts no longer
    support: neither makes a document invalid.
    """
    say = language_of(options.lang)
    rows = [_looked_at(path, options) for path in options.documents]
    if options.json:
        write_json(options, [attrs.asdict(row) for row in rows])
    else:
        write_text(options, "\n".join(line for row in rows for line in _told(row, say)))
    return all(row.valid for row in rows)


@attrs.frozen
class Looked:
    """Hold what was found of a document: which kind of value it holds, or why it does not open."""

    path: str
    valid: bool
    kind: str = ""
    notes: list[str] = attrs.field(factory=list)


def _told(row: Looked, say: Language) -> Iterator[str]:
    good = say("geldig ({kind})", "valid ({kind})", kind=row.kind)
    yield f"{row.path}: {good if row.valid else say('niet geldig', 'not valid')}"
    for note in row.notes:
        yield f"  {note}"


def _looked_at(path: str, options: Namespace) -> Looked:
    try:
        found = document(path, options)
    except DocumentError as problem:
        faults = [f"{fault.path}: {fault.message} [{fault.code}]" for fault in problem.problems]
        return Looked(path, False, notes=faults)
    except GezondsamenError as refused:
        return Looked(path, False, notes=[refused.text(options.lang)])
    notes: list[str] = []
    if isinstance(found, gs.Process):
        notes = [str(problem) for problem in gs.verify(found)]
    elif isinstance(found, gs.Collaboration):
        notes = [each.explain(options.lang).splitlines()[0] for each in found.review()]
    return Looked(path, True, type(found).__name__, notes)


def convert(options: Namespace) -> bool:
    """Write documents anew in the present format, or cases as a table or an event log."""
    if options.to == "json":
        if len(options.documents) == 1:
            write(options, [gs.dumps(document(options.documents[0], options), indent=1), "\n"])
            return True
        write(options, (gs.dumps(document(path, options)) + "\n" for path in options.documents))
        return True
    cases = _Cases(options)
    if options.to in ("csv", "xlsx"):
        from gezondsamen.exchange.tables import portfolio_table  # what no other form needs

        write_table(options, portfolio_table(cases, on=today(options), lang=options.lang), options.to)
        return True
    until = today(options) if options.until is None else options.until
    match options.to:
        case "xes":
            write(options, exchange.to_xes(cases, until=until))
        case "ocel-xml":
            write(options, exchange.to_ocel(cases, until=until, form="xml"))
        case "ocel-sqlite":
            write_bytes(options, exchange.to_ocel_sqlite(cases, until=until))
        case _:
            write(options, exchange.to_ocel(cases, until=until))
    return True


class _Cases:
    """The cases of documents, opened one after another, as often as they are asked for."""

    def __init__(self, options: Namespace) -> None:
        self.options = options

    def __iter__(self) -> Iterator[gs.Collaboration]:
        return (case_at(path, self.options) for path in self.options.documents)
