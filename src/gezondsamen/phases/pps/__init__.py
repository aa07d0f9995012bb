"""Public-private partnership in seven phases: one module per phase, and the map that joins them.

`PPS` is the process; the constants are the keys of its phases and triggers.
"""

from __future__ import annotations

from gezondsamen.phases.pps.keys import *  # noqa: F403 - every key, named once, in its home
from gezondsamen.phases.pps.map import PPS as PPS
