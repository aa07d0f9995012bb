"""Suspended: the work rests, and is resumed or ended."""

from __future__ import annotations

from functools import partial

from gezondsamen.labels import Label
from gezondsamen.phases.pps.keys import END, RESUME, SUSPENDED
from gezondsamen.phases.pps.newcomers import OF_NEWCOMERS
from gezondsamen.phases.rules.agreements import AGR_13
from gezondsamen.phases.rules.interruption import RESTS, STO_03, STOPPED
from gezondsamen.phases.rules.partners import PAR_01
from gezondsamen.process.phases import Phase

PHASE = Phase(SUSPENDED, Label(nl="opgeschort", en="suspended"), kind="suspended", watches=RESTS)

resume = partial(
    PHASE.to,
    trigger=RESUME,
    label=Label(nl="hervat", en="resume"),
    requires=(PAR_01, *OF_NEWCOMERS, AGR_13),
)

end = partial(
    PHASE.to,
    trigger=END,
    label=Label(nl="beëindig", en="end"),
    requires=STOPPED,
    advises=(STO_03,),
)
