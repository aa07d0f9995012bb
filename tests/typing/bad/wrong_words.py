"""Words out of a short list of words, misspelt or of another list."""

from datetime import date

import gezondsamen as gs
from gezondsamen import conditions as c
from gezondsamen.phases import pps
from gezondsamen.process.evaluation_points import OnTerm

DAY = date(2024, 1, 8)
LABEL = gs.Label(nl="klaar", en="done")
case = gs.Collaboration.start(gs.PPS, id="waterstad", on=DAY)
idea = gs.Phase("idea", LABEL, kind="initial")

gs.Phase("done", LABEL, kind="finale")  # error: [arg-type]
gs.Phase("done", LABEL, kind="final", outcome="failure")  # error: [arg-type]
idea.to("done", "finish", label=LABEL, concerns="parties")  # error: [arg-type]
gs.About("organisation", "gemeente")  # error: [arg-type]
c.PartyCount(of="party")  # error: [arg-type]
c.Contributed(status="promised")  # error: [arg-type]
c.Paired("issue", "answer", order="later")  # error: [arg-type]
OnTerm("middle")  # error: [arg-type]
gs.DutchCalendar(region="oost")  # error: [arg-type]
gs.evaluation_schedule(case, on=DAY, until=DAY, direction="backward")  # error: [arg-type]
gs.evaluation_schedule(case, on=DAY, until=DAY).with_status("late")  # error: [arg-type]

for row in case.check(pps.START, on=DAY).outcomes:
    if row.status == "refused":  # error: [comparison-overlap]
        print(row.text("nl"))
