"""Rules on interrupting: stopping for a reason, resting for a time, going over into something else.

No guide treats these; that they are asked, and how, is our choice.
"""

from __future__ import annotations

from typing import Final

from gezondsamen.catalogue.works import OUR_CHOICE
from gezondsamen.citations import Basis, Citation
from gezondsamen.labels import Label
from gezondsamen.process.conditions import OnRecord, Parties
from gezondsamen.process.requirements import Requirement

_OURS: Final = Label(
    nl="Geen bron vraagt dit: het is onze keuze.", en="No source asks this: it is our choice."
)

STO_01: Final = Requirement(
    code="STO-01",
    name=Label(nl="reden van het stoppen vastgelegd", en="reason for stopping recorded"),
    text=Label(
        nl="Leg in eigen woorden vast waarom u stopt, bijvoorbeeld omdat het geld op is of omdat een nieuwe "
        "coalitie iets anders wil.",
        en="Record in your own words why you stop, for example because the money has run out or because a "
        "new coalition wants something else.",
    ),
    conditions=(OnRecord("stop_reason", since_entry=True),),
    citation=Citation(OUR_CHOICE),
    basis=Basis.CHOICE,
    choice=_OURS,
)

STO_02: Final = Requirement(
    code="STO-02",
    name=Label(nl="vastgelegd wie besloot te stoppen", en="recorded who decided to stop"),
    text=Label(
        nl="Leg vast wie het besluit nam om te stoppen: een partij, haar bestuur of iemand buiten de "
        "samenwerking.",
        en="Record who took the decision to stop: a party, its board or somebody outside the collaboration.",
    ),
    conditions=(OnRecord("stop_decided", since_entry=True),),
    citation=Citation(OUR_CHOICE),
    basis=Basis.CHOICE,
    choice=_OURS,
)

STO_03: Final = Requirement(
    code="STO-03",
    name=Label(nl="partijen weten van het stoppen", en="parties know about the stopping"),
    text=Label(
        nl="Vertel elke partij dat u stopt en waarom. Niemand hoort dit van een ander.",
        en="Tell each party that you stop, and why. Nobody should hear it from others.",
    ),
    conditions=(OnRecord("stop_told", each=Parties(or_none=True), since_entry=True),),
    citation=Citation(OUR_CHOICE),
    basis=Basis.CHOICE,
    choice=_OURS,
)

STO_04: Final = Requirement(
    code="STO-04",
    name=Label(nl="reden en duur van de opschorting vastgelegd", en="reason and length of the suspension"),
    text=Label(
        nl="Leg vast waarom het werk rust en tot wanneer. Dan weet iedereen op welke dag u opnieuw kijkt.",
        en="Record why the work rests and until when. Everybody then knows on which day you look again.",
    ),
    conditions=(OnRecord("suspension", dated=True, since_entry=True),),
    citation=Citation(OUR_CHOICE),
    basis=Basis.CHOICE,
    choice=_OURS,
)

RESTS: Final = (STO_04.asking(OnRecord("suspension", dated=True)),)
"""What is watched while work rests: that the day until which it does has not passed."""

STO_05: Final = Requirement(
    code="STO-05",
    name=Label(nl="vastgelegd waarin u overgaat", en="recorded into what you go over"),
    text=Label(
        nl="Noem de samenwerking die het werk overneemt, met haar naam of kenmerk.",
        en="Name the collaboration that takes over the work, by its title or id.",
    ),
    conditions=(OnRecord("continued_in", since_entry=True),),
    citation=Citation(OUR_CHOICE),
    basis=Basis.CHOICE,
    choice=_OURS,
)

STOPPED: Final = (STO_01, STO_02)
"""What whoever stops records first."""
