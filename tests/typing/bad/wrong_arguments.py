"""Arguments that are missing, too many, or of another type."""

from datetime import date, datetime

import gezondsamen as gs
from gezondsamen import conditions as c
from gezondsamen.exchange import to_ics
from gezondsamen.phases import pps

DAY = date(2024, 1, 8)
case = gs.Collaboration.start(gs.PPS, id="waterstad", on=DAY)

gs.Collaboration.start(gs.PPS, on=DAY)  # error: [call-arg]
gs.Collaboration.start(gs.PPS, id="waterstad")  # error: [call-arg]
gs.Collaboration.start("pps", id="waterstad", on=DAY)  # error: [arg-type]
gs.Collaboration.start(gs.PPS, id=17, on=DAY)  # error: [arg-type]

case.check(pps.START)  # error: [call-arg]
case.check(pps.START, DAY)  # error: [call-arg]
case.check(pps.START, on="2024-01-08")  # error: [arg-type]
case.check(gs.PPS, on=DAY)  # error: [arg-type]
case.check(pps.START, on=DAY, about=17)  # error: [arg-type]
case.advance(pps.START, "purpose", on=DAY)  # error: [arg-type]
case.advance(pps.START)  # error: [call-arg]
case.record("purpose")  # error: [arg-type]
case.record([gs.Stated(DAY, "purpose")])  # error: [arg-type]
case.record(gs.Stated(DAY, "purpose"), by=17)  # error: [arg-type]
case.correct(2, None)  # error: [call-arg]
case.correct("2", None, reason="…")  # error: [arg-type]
case.plan(to=pps.MANAGEMENT)  # error: [call-arg]
case.open(gs.AGREEMENT)  # error: [call-arg]

gs.evaluation_schedule(case, on=DAY)  # error: [call-arg]
gs.evaluation_schedule(case, on=DAY, until="2025")  # error: [arg-type]
gs.evaluation_schedule(case, on=DAY, until=DAY, calendar=("2024-01-08",))  # error: [arg-type]
gs.loads(17)  # error: [arg-type]
to_ics(gs.evaluation_schedule(case, on=DAY, until=DAY))  # error: [call-arg]
to_ics(case, stamp=datetime.fromisoformat("2024-01-08"))  # error: [arg-type]

gs.PPS.adapt(limits={"private_partners": 15})  # error: [call-arg]
gs.PPS.adapt(key="own", limits={"private_partners": "15"})  # error: [dict-item]
gs.PPS.adapt(key="own", terms=("air_quality",))  # error: [arg-type]
gs.Label(nl="alleen Nederlands")  # error: [call-arg]
gs.Every("months")  # error: [arg-type]
c.PartyCount(at_least="2")  # error: [arg-type]
c.PartyCount(at_most=gs.Every(months=2))  # error: [arg-type]
c.Lasts("purpose", at_least=12)  # error: [arg-type]
c.AllOf((gs.Stated(DAY, "purpose"),))  # error: [arg-type]

gs.Requirement(  # error: [call-arg]
    code="WST-01",
    name=gs.Label(nl="lucht", en="air"),
    text=gs.Label(nl="Meet de lucht.", en="Measure the air."),
)
