"""The parts of the audit, each a page: the processes, and what belongs to no single process."""

from __future__ import annotations

import attrs

from generation.audit.row import Kind, Row
from generation.standing import PROCESSES
from gezondsamen.labels import Label


@attrs.frozen
class Part:
    """Name the rows of one page: those of some kinds, and of one process where there is one.

    `key` stands in the address of the page; it is that of the process.
    """

    key: str
    label: Label
    kinds: tuple[Kind, ...]
    process: bool = False

    def holds(self, row: Row) -> bool:
        """Tell whether a row stands on the page."""
        return row.kind in self.kinds and (not self.process or self.key in row.processes)


OF_PROCESS: tuple[Kind, ...] = ("rule", "phase", "step", "limit", "number", "point")
"""What a process has of its own or shares with others."""

PARTS: tuple[Part, ...] = (
    *(Part(process.key, process.label, OF_PROCESS, process=True) for process in PROCESSES),
    Part("sectors", Label(nl="sectoren en kanten", en="sectors and sides"), ("sector", "side")),
    Part("topics", Label(nl="onderwerpen", en="topics"), ("topic",)),
    Part("terms", Label(nl="rollen en andere termen", en="roles and other terms"), ("role", "term")),
    Part("factors", Label(nl="succesfactoren", en="success factors"), ("success",)),
    Part("obstacles", Label(nl="belemmeringen", en="obstacles"), ("obstacle",)),
    Part("instruments", Label(nl="instrumenten", en="instruments"), ("instrument",)),
)
"""All parts; each row stands on at least one."""
