"""Event logs of real cases, for process mining: XES and OCEL 2.0, and visits read back.

Logs are given in pieces of text, so that a million cases need no more memory than one. Persons, and texts
that people wrote about each other, are not in them. Logs of simulated cases: `simulation`.
"""

from __future__ import annotations

from gezondsamen.exchange.event_logs.ocel import to_ocel
from gezondsamen.exchange.event_logs.visits import visits_from_xes
from gezondsamen.exchange.event_logs.xes import to_xes

__all__ = ["to_ocel", "to_xes", "visits_from_xes"]
