"""Phase 7c: take apart what was shared: people, money, materials, data, names."""

from __future__ import annotations

from functools import partial

from gezondsamen.citations import Basis
from gezondsamen.labels import Label
from gezondsamen.phases.pps.keys import DISENTANGLEMENT, START_AFTERCARE
from gezondsamen.phases.rules.partnership import TERMINATION_CHAPTER
from gezondsamen.process.phases import Phase

PHASE = Phase(
    DISENTANGLEMENT,
    Label(nl="ontvlechting van wat samen was", en="disentanglement of what was shared"),
    stage=7,
    citation=TERMINATION_CHAPTER,
    basis=Basis.LITERATURE,
)

start_aftercare = partial(
    PHASE.to,
    trigger=START_AFTERCARE,
    label=Label(nl="start de nazorg", en="start aftercare"),
    citation=TERMINATION_CHAPTER,
    basis=Basis.LITERATURE,
)
