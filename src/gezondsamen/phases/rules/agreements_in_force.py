"""Rules on an agreement that binds: amended, renewed, left, suspended, broken, at its end: AGR-15 to AGR-22.

No source speaks of these. What the Civil Code says of them was read on sites that reprint or explain it,
on 27 November 2026. Whether the Code holds for an agreement at hand, and whether the parties agreed
otherwise, it does not tell by itself: so all of these can be waived.
"""

from __future__ import annotations

from typing import Final

from gezondsamen.catalogue.works import CIVIL_CODE, OUR_CHOICE
from gezondsamen.citations import Basis, Citation
from gezondsamen.labels import Label
from gezondsamen.process.conditions import Agreed, AnyOf, ConsentOfAll, NoticeGiven, OnRecord, Paired
from gezondsamen.process.requirements import Requirement

_OURS: Final = Citation(OUR_CHOICE)
_OBLIGATION: Final = Citation(
    CIVIL_CODE,
    "artikel 213, eerste lid",
    url="https://wikiwand.com/nl/articles/Eenzijdige_overeenkomst_(Nederland)",
)
_NOTICE_OF_DEFAULT: Final = Citation(
    CIVIL_CODE,
    "artikel 82",
    url="https://www.wetboekplus.nl/juridische-begrippen/wat-is-een-ingebrekestelling/",
)
NOTICE_PERIOD: Final = "notice_months"
"""The amount that gives the period of notice, where one was agreed."""

AGR_15: Final = Requirement(
    code="AGR-15",
    name=Label(nl="elke partij stemt in met de wijziging", en="every party agrees to the amendment"),
    text=Label(
        nl="Vraag elke partij of zij met deze wijziging instemt. Dat een partij eerder met de ambitie of "
        "met een andere wijziging instemde, telt niet.",
        en="Ask every party whether it agrees to this amendment. That a party agreed to the ambition, or "
        "to another amendment, before does not count.",
    ),
    conditions=(ConsentOfAll("amendment"),),
    citation=_OURS,
    basis=Basis.CHOICE,
    choice=Label(
        nl="Dat elke partij instemt sinds de wijziging is voorgesteld, is onze keuze. Wat u zelf over "
        "wijzigen hebt afgesproken, gaat voor.",
        en="That every party agrees since the amendment was proposed is our choice. What you agreed on "
        "amending yourselves comes first.",
    ),
)

AGR_16: Final = Requirement(
    code="AGR-16",
    name=Label(
        nl="minstens twee partijen met een verplichting", en="at least two parties with an obligation"
    ),
    text=Label(
        nl="Zorg dat minstens twee partijen zich in de overeenkomst ergens toe verplichten. Wie alleen "
        "zichzelf iets belooft, werkt niet samen.",
        en="See that at least two parties oblige themselves to something in the agreement. Who makes a "
        "promise to nobody else does not collaborate.",
    ),
    conditions=(Agreed(obliged=2),),
    citation=_OBLIGATION,
    basis=Basis.CHOICE,
    choice=Label(
        nl="Volgens de wet is het genoeg dat één partij zich tegenover een andere verbindt. Dat wij er "
        "twee vragen, en dat dit een stap kan tegenhouden, is onze keuze.",
        en="By the Civil Code it is enough that one party binds itself to another. That we ask for two, "
        "and that this can hold up a step, is our choice.",
    ),
)

AGR_17: Final = Requirement(
    code="AGR-17",
    name=Label(nl="nieuwe einddatum, na de oude", en="new end date, after the old one"),
    text=Label(
        nl="Leg bij een verlenging vast tot en met welke dag de overeenkomst nu loopt. Die dag ligt na de "
        "oude einddatum.",
        en="With a renewal, record through which day the agreement runs now. That day lies after the old "
        "end date.",
    ),
    conditions=(Agreed(extended=True),),
    citation=_OURS,
    basis=Basis.CHOICE,
    choice=Label(
        nl="Dat een verlenging niet zonder nieuwe einddatum kan, is onze keuze.",
        en="That a renewal cannot do without a new end date is our choice.",
    ),
)

AGR_18: Final = Requirement(
    code="AGR-18",
    name=Label(
        nl="duidelijk wie uittreedt, met inachtneming van de opzegtermijn", en="clear who leaves, with notice"
    ),
    text=Label(
        nl="Leg vast welke partij uittreedt. Is er een opzegtermijn afgesproken, dan treedt zij uit als "
        "die termijn voorbij is.",
        en="Record which party leaves. If a period of notice was agreed, it leaves when that period is over.",
    ),
    conditions=(NoticeGiven("notice_of_leaving", NOTICE_PERIOD, leaving=True),),
    citation=_OURS,
    basis=Basis.CHOICE,
    choice=Label(
        nl="Dat uittreden niet kan zonder te zeggen wie het is, en niet vóór de afgesproken termijn om is, "
        "is onze keuze. Laten de anderen haar eerder gaan, leg dan een ontheffing vast.",
        en="That there is no leaving without saying who, and not before the agreed period is over, is our "
        "choice. If the others let it go sooner, record a waiver.",
    ),
)

AGR_19: Final = Requirement(
    code="AGR-19",
    name=Label(nl="opzegtermijn in acht genomen", en="period of notice observed"),
    text=Label(
        nl="Is er een opzegtermijn afgesproken, zeg dan eerst op en wacht tot die termijn voorbij is. "
        "Stemmen alle partijen in met beëindigen, dan kan het meteen.",
        en="If a period of notice was agreed, give notice first and wait until that period is over. If all "
        "parties agree to end, it can be done at once.",
    ),
    conditions=(AnyOf((NoticeGiven("notice_of_termination", NOTICE_PERIOD), ConsentOfAll("termination"))),),
    citation=_OURS,
    basis=Basis.CHOICE,
    choice=Label(
        nl="Of u kunt opzeggen, en met welke termijn, volgt uit wat u hebt afgesproken. Dat wij alleen "
        "naar een vastgelegde termijn vragen, is onze keuze.",
        en="Whether you can give notice, and with which period, follows from what you agreed. That we ask "
        "for a recorded period only is our choice.",
    ),
)

AGR_20: Final = Requirement(
    code="AGR-20",
    name=Label(
        nl="tekortkoming, verzuim en ontbindingsverklaring vastgelegd",
        en="breach, default and declaration of dissolution on record",
    ),
    text=Label(
        nl="Leg vast welke partij tekortschiet, dat zij in verzuim is, en wie de overeenkomst daarom "
        "ontbindt. Verzuim is niet nodig als zij blijvend of voorlopig niet kan nakomen.",
        en="Record which party falls short, that it is in default, and who therefore dissolves the "
        "agreement. Default is not needed if it cannot perform, for good or for now.",
    ),
    conditions=(
        OnRecord(("breach", "dissolution")),
        AnyOf((Paired("breach", "in_default", "after"), Paired("breach", "performance_impossible"))),
    ),
    citation=Citation(CIVIL_CODE, "artikel 265"),
    basis=Basis.CHOICE,
    choice=Label(
        nl="De wet geeft deze bevoegdheid bij iedere tekortkoming, tenzij die daarvoor te gering of te "
        "bijzonder is, en vraagt verzuim zolang nakomen mogelijk is. Of dat zo is, of het artikel voor "
        "uw afspraken geldt en of u iets anders hebt afgesproken, beoordeelt u zelf. Daarom kan er "
        "ontheffing van worden gegeven.",
        en="The Civil Code gives this right on any breach, unless it is too slight or too special, and "
        "asks for default as long as performance is possible. Whether it is so, whether the article "
        "holds for what you agreed and whether you agreed otherwise, you judge yourselves. So it can be "
        "waived.",
    ),
)

AGR_21: Final = Requirement(
    code="AGR-21",
    name=Label(nl="in gebreke gesteld", en="notice of default given"),
    text=Label(
        nl="Geef een partij die tekortschiet schriftelijk nog een redelijke tijd om haar verplichting na "
        "te komen.",
        en="Give a party that falls short a reasonable time, in writing, to fulfil its obligation after all.",
    ),
    conditions=(Paired("breach", "notice_of_default", "after"),),
    citation=_NOTICE_OF_DEFAULT,
    basis=Basis.CHOICE,
    choice=Label(
        nl="Gelezen is een uitleg van artikel 82, niet de wettekst zelf. Soms is een ingebrekestelling "
        "niet nodig; daarom waarschuwen wij alleen.",
        en="What was read is an explanation of article 82, not the text of the Civil Code. Sometimes no "
        "notice of default is needed; so we only warn.",
    ),
)

AGR_22: Final = Requirement(
    code="AGR-22",
    name=Label(
        nl="afgesproken of opschorten de einddatum verschuift", en="agreed whether suspension moves the end"
    ),
    text=Label(
        nl="Spreek bij het hervatten af of de tijd van de opschorting erbij komt. Leg de nieuwe einddatum "
        "vast, of dat de oude blijft.",
        en="When you resume, agree whether the time of suspension is added. Record the new end date, or "
        "that the old one stays.",
    ),
    conditions=(AnyOf((Agreed(extended=True), OnRecord("term_unchanged", since_entry=True))),),
    citation=_OURS,
    basis=Basis.CHOICE,
    choice=Label(
        nl="Opschorten verschuift de einddatum niet vanzelf: dat doen de partijen. Dat wij ernaar vragen, "
        "is onze keuze.",
        en="Suspension does not move the end date by itself: the parties do. That we ask for it is our "
        "choice.",
    ),
)
