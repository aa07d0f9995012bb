"""Canonical cases of what is no process, or with what they do not take."""

# needs: hypothesis

from datetime import date

import gezondsamen as gs
from gezondsamen.testing import canonical, reachable_phases, with_agreement

canonical("pps")  # error: [arg-type]
canonical(gs.PPS, 7)  # error: [arg-type]
canonical(gs.PPS, "management", date(2024, 1, 8))  # error: [call-arg]
reachable_phases("pps")  # error: [arg-type]
with_agreement(gs.PPS, phases="in_force")  # error: [call-arg]
