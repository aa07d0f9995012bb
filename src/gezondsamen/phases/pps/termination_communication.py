"""Phase 7b: talk about the ending with each partner."""

from __future__ import annotations

from functools import partial

from gezondsamen.citations import Basis
from gezondsamen.labels import Label
from gezondsamen.phases.pps.keys import DISENTANGLE, TERMINATION_COMMUNICATION
from gezondsamen.phases.rules.communication import COM_03
from gezondsamen.phases.rules.partnership import TERMINATION_CHAPTER
from gezondsamen.process.phases import Phase

PHASE = Phase(
    TERMINATION_COMMUNICATION,
    Label(
        nl="bespreking van de beëindiging met elke partner", en="discussion of the ending with each partner"
    ),
    stage=7,
    citation=TERMINATION_CHAPTER,
    basis=Basis.LITERATURE,
)

disentangle = partial(
    PHASE.to,
    trigger=DISENTANGLE,
    label=Label(nl="begin met ontvlechten", en="begin to disentangle"),
    advises=(COM_03,),
    citation=TERMINATION_CHAPTER,
    basis=Basis.LITERATURE,
)
