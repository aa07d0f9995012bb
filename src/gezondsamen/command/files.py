"""What commands read and write: documents, processes and days in; text, JSON and files out."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

import gezondsamen as gs
from gezondsamen.command import clock
from gezondsamen.errors import DocumentError, Fault, InvalidArgument
from gezondsamen.terms import nearest

if TYPE_CHECKING:
    from gezondsamen.exchange.tables import Table

STANDARD = "-"
"""The name under which the standard input is read."""


def text_at(path: str) -> bytes:
    """Return what a file holds; of `-`, the standard input."""
    return sys.stdin.buffer.read() if path == STANDARD else Path(path).read_bytes()


def processes(options: Namespace) -> dict[str, gs.Process]:
    """Return the processes that ship, and those of the documents that are given, which are read once."""
    if options.own is None:
        options.own = [gs.loads(text_at(path), as_=gs.Process) for path in options.process or ()]
    return {**gs.PROCESSES, **{process.key: process for process in options.own}}


def document(path: str, options: Namespace) -> Any:
    """Return the value that a document holds; raises `DocumentError` with the path of the file."""
    try:
        # Where none is given, those that ship are made as they are asked for.
        return gs.loads(text_at(path), processes=processes(options) if options.process else None)
    except DocumentError as problem:
        faults = (attrs.evolve(fault, path=f"{path}: {fault.path}") for fault in problem.problems)
        raise DocumentError(tuple(faults), problem.more) from None


def case_at(path: str, options: Namespace) -> gs.Collaboration:
    """Return the collaboration that a document holds; raises `DocumentError` for any other."""
    found = document(path, options)
    if not isinstance(found, gs.Collaboration):
        message = f"a collaboration is needed, not a {type(found).__name__}"
        raise DocumentError((Fault(path, "wrong-kind", message),))
    return found


def process_of(name: str, options: Namespace) -> gs.Process:
    """Return a process by its key, or from the document of a process or a case."""
    return placed(name, options)[0]


def placed(name: str, options: Namespace) -> tuple[gs.Process, gs.Collaboration | None]:
    """Return a process as `process_of` does, and the case where the document is that of a case."""
    known = processes(options)
    if name in known:
        return known[name], None
    if name != STANDARD and not Path(name).exists():
        message = f"{name!r} is no process and no file; processes are {', '.join(known)}"
        raise InvalidArgument("unknown-process", message, name, nearest(name, tuple(known)))
    found = document(name, options)
    if isinstance(found, gs.Collaboration):
        return found.process, found
    if isinstance(found, gs.Process):
        return found, None
    message = f"a process or a collaboration is needed, not a {type(found).__name__}"
    raise DocumentError((Fault(name, "wrong-kind", message),))


def today(options: Namespace) -> date:
    """Return the day that is asked about; by default the one on the clock of this machine."""
    day: date | None = options.on
    return clock.day() if day is None else day


def write(options: Namespace, pieces: Iterable[str]) -> None:
    """Write pieces of a file: to the one that is asked for, else to the standard output, as UTF-8 both."""
    if options.output is None:
        sys.stdout.flush()
        for piece in pieces:
            sys.stdout.buffer.write(piece.encode())
        sys.stdout.buffer.flush()
        return
    with Path(options.output).open("w", encoding="utf-8", newline="") as file:
        file.writelines(pieces)


def write_table(options: Namespace, table: Table, form: str) -> None:
    """Write a table as CSV that a Dutch Excel opens, or as a workbook."""
    from gezondsamen.exchange import tables

    if form == "csv":
        write(options, [tables.to_csv(table, dutch=options.lang == "nl")])
    else:
        write_bytes(options, tables.to_xlsx(table))


def write_bytes(options: Namespace, raw: bytes) -> None:
    """Write a file that is no text."""
    if options.output is None:
        sys.stdout.buffer.write(raw)
    else:
        Path(options.output).write_bytes(raw)


def write_text(options: Namespace, text: str) -> None:
    """Write a text for people, with an end of line: a terminal shows it in the signs that it knows."""
    whole = text if text.endswith("\n") else text + "\n"
    if options.output is None:
        sys.stdout.write(whole)
        sys.stdout.flush()
    else:
        write(options, [whole])


def write_json(options: Namespace, value: Any) -> None:
    """Write a value as JSON: values of the library as plain data with texts."""
    plain = _plain(value, options.lang)
    write(options, [json.dumps(plain, ensure_ascii=False, indent=2), "\n"])


def _plain(value: Any, lang: str) -> Any:
    if isinstance(value, dict):
        return {key: _plain(each, lang) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each, lang) for each in value]
    if isinstance(value, str | int | float | None):
        return value
    return gs.to_dict(value, lang)
