"""Instruments for looking back: a self-assessment from our factors, and those of others that we can cite.

No questionnaire of others is here. Where its makers publish how a total is read, the scale and the
bands are; the texts of the items are theirs, and a host that may use them puts them in
(`Instrument.with_texts`). Bands that we could not read ourselves are left out.
"""

from __future__ import annotations

from typing import Final

from gezondsamen.catalogue.factors import OBSTACLES, SUCCESS_FACTORS
from gezondsamen.catalogue.works import OUR_CHOICE, PARTNERSHIPS_ANALYSIS
from gezondsamen.citations import Basis, Citation
from gezondsamen.errors import InvalidArgument, shown
from gezondsamen.evaluation.factors import Factor
from gezondsamen.evaluation.instruments import Band, Instrument, Item, Scale
from gezondsamen.labels import Label
from gezondsamen.process.process import Process
from gezondsamen.terms import unknown

# The five points and their words are our own choice.
PRESENCE: Final = Scale(
    1,
    5,
    (
        (1, Label(nl="helemaal niet", en="not at all")),
        (3, Label(nl="deels", en="partly")),
        (5, Label(nl="helemaal", en="entirely")),
    ),
)
"""How far something is there, on five points."""


def self_assessment(process: Process | None = None, phase: str | None = None) -> Instrument:
    """Return the instrument on which each party scores the success factors of a process or a phase.

    Without a process it holds every factor; an adapted process has those of the one it is based on. A
    low score touches the rules of its factor, and the obstacles that share one of these rules; that
    they belong together is our reading. Raises `InvalidArgument` for a phase that the process lacks,
    and for one without a process.

    >>> from gezondsamen.phases import NETWORK
    >>> self_assessment(NETWORK, "acquaintance").item("sf_03").label.en
    'knowing each other increases support and commitment'
    """
    factors = SUCCESS_FACTORS
    if process is None and phase is not None:
        raise InvalidArgument("no-process", f"phase {shown(phase)} needs its process: give both.", phase)
    if process is not None and not isinstance(process, Process):
        given = shown(process)
        raise InvalidArgument("no-process", f"give a process such as gs.PPS, not {given}.", given)
    if process is not None:
        if phase is not None and not process.has_phase(phase):
            keys = [place.key for place in process.phases]
            message = f"process {process.key!r} has no phase {shown(phase)}."
            raise unknown(InvalidArgument, "phase", phase, keys, message)
        factors = tuple(
            factor for factor in SUCCESS_FACTORS if any(factor.bears(key, phase) for key in process.lineage)
        )
    return Instrument(
        "self_assessment",
        Label(nl="zelfevaluatie op succesfactoren", en="self-assessment on success factors"),
        map(_item, factors),
        PRESENCE,
        citation=Citation(OUR_CHOICE),
    )


def _item(factor: Factor) -> Item:
    return Item(
        factor.code.lower().replace("-", "_"),
        factor.label,
        rules=factor.rules,
        obstacles=tuple(x.code for x in OBSTACLES if set(x.rules) & set(factor.rules)),
    )


PARTNERSHIPS_ANALYSIS_TOOL: Final = Instrument(
    "partnerships_analysis_tool",
    Label(nl="Partnerships Analysis Tool (VicHealth)", en="Partnerships Analysis Tool (VicHealth)"),
    (Item(f"item_{number}") for number in range(1, 36)),
    Scale(1, 5),
    bands=(
        Band(35, Label(nl="stel de samenwerking zelf ter discussie", en="question the partnership itself")),
        Band(85, Label(nl="op de goede weg", en="in the right direction")),
        Band(127, Label(nl="een echte samenwerking", en="a genuine collaboration")),
    ),
    citation=Citation(PARTNERSHIPS_ANALYSIS),
    basis=Basis.LITERATURE,
)
"""The 35 items of VicHealth on five points, without their texts, and its three bands (35, 85, 127)."""

INSTRUMENTS: Final = (PARTNERSHIPS_ANALYSIS_TOOL,)
"""The instruments of others that can be used as they are."""
