"""The page of practice examples that ship with the library."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import gezondsamen as gs
from generation.markdown import code, entry, example_link, page, plain, process_link, spoken, table
from gezondsamen.examples import Example, ids, load
from gezondsamen.process.process import Process

_EXAMPLES = """\
Collaborations from practice, as the sources tell them and no further:
`gezondsamen.examples.load("EX-07").case` is the case. Each is taken over in the phase that the source
describes; steps before that are not in the source. The note says what the source leaves open, and how
that was read.

A record asks more than a source tells. These things are ours in every example, and no fact:

- **The day.** Few sources give one. All entries then bear one day, and the note says which and why.
- **The phase.** That a collaboration stands in a phase of one of these processes is our reading.
- **Who is one party.** A group whose members nobody counts or names ("schools") is one party. Kind and
  sector of a party follow from what it is called; the note says where that is a guess.
- **Words and order.** Statements are in our words, and entries of one day stand in an order of ours.

Nothing else is made up: no number of parties, no name and no plan. Where a rule asks for such a thing,
the example shows it as missing. Where a step or a decision is read from what somebody did next, the note
says so.
"""


def examples_of(process: Process) -> tuple[Example, ...]:
    """Return the examples in which a process runs, on whichever track."""
    return tuple(x for x in _examples() if any(p.key == process.key for p in x.case.processes))


@cache
def _examples() -> tuple[Example, ...]:
    return tuple(load(key) for key in ids())


def name(x: Example) -> str:
    """Return the name of an example, which is Dutch."""
    return spoken(plain(x.name), "nl")


def examples_page() -> str:
    """Return the page of all examples."""
    examples = _examples()
    rows = ((example_link(x.id), name(x), "<br>".join(_tracks(x)), x.as_of.isoformat()) for x in examples)
    head = ("id", "example", "process and phase", "as of")
    lines = [_EXAMPLES, *table(head, rows)]
    for x in examples:
        lines += [
            f"(example-{x.id.lower()})=",
            f"## {x.id}: {name(x)}",
            "",
            *entry("Process and phase", *_tracks(x)),
            *entry("As of", x.as_of.isoformat()),
            *entry("Source", spoken(plain(x.source), "nl")),
            *entry("Note", plain(x.note.en), spoken(f"*{plain(x.note.nl)}*", "nl")),
        ]
    return page("Examples", *lines, anchor="examples")


def _tracks(x: Example) -> Iterator[str]:
    """Yield the process and phase of each track, with the name of the track where it is not the main one."""
    for name in x.case.tracks:
        process = gs.PROCESSES[x.case.dossier.track(name).process]
        phase = x.case.phase_of(name)
        track = "" if name == x.case.tracks[0] else f" on track {code(name)}"
        yield f"{process_link(process)}: {code(phase)} ({plain(process.phase(phase).label.en)}){track}"
