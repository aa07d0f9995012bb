"""Names that do not exist: a misspelling is found before anything runs."""

# ruff: noqa: B018, F401

from datetime import date

import gezondsamen as gs
from gezondsamen import conditions as c
from gezondsamen.conditions import PartyNumber  # error: [attr-defined]
from gezondsamen.exchange import to_icall  # error: [attr-defined]
from gezondsamen.phases import PSS, network, pps  # error: [attr-defined]
from gezondsamen.phases.rules.agreements import AGR_99  # error: [attr-defined]

case = gs.Collaboration.start(gs.PPS, id="waterstad", on=date(2024, 1, 8))
case.check(pps.START, on=date(2024, 1, 8))
case.check(pps.CONCLUDE_AGREEMNT, on=date(2024, 1, 8))  # error: [attr-defined]
case.check(network.CONCLUDE_AGREEMENT, on=date(2024, 1, 8))  # error: [attr-defined]
case.is_in(pps.MANAGMENT)  # error: [attr-defined]
case.fase  # error: [attr-defined]
case.dossier.partys  # error: [attr-defined]
c.OnRecrd("purpose")  # error: [attr-defined]

for row in case.check(pps.START, on=date(2024, 1, 8)).outcomes:
    row.code  # error: [attr-defined]
    row.requirement.code
    row.remedies  # error: [attr-defined]
