"""Values that somebody tries to change: everything is frozen."""

from datetime import date

import gezondsamen as gs
from gezondsamen.phases import pps

DAY = date(2024, 1, 8)
case = gs.Collaboration.start(gs.PPS, id="waterstad", on=DAY)
check = case.check(pps.START, on=DAY)
party = gs.Party(id="gemeente", name="Gemeente Waterstad", kind="municipality")

party.name = "Gemeente Havenstad"  # error: [misc]
case.phase = "management"  # error: [misc]
case.processes = (gs.PPS,)  # error: [misc]
check.allowed = True  # error: [misc]
check.outcomes = check.unmet  # error: [misc]
check.outcomes[0].status = "met"  # error: [misc]
check.outcomes[0] = check.unmet[0]  # error: [index]
gs.PPS.phases = gs.PPS.phases[1:]  # error: [misc]
gs.PPS.phases.append(gs.Phase("more", gs.Label(nl="meer", en="more")))  # error: [attr-defined]
gs.PPS.requirements["KEN-01"] = check.outcomes[0].requirement  # error: [index]
pps.START = "begin"  # error: [misc]
gs.Stated(DAY, "purpose").text = "…"  # error: [misc]
gs.Every(months=3).months = 6  # error: [misc]
