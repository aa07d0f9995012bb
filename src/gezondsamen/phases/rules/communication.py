"""Rules on communication: partners who meet, who hear in time, and who share what went well."""

from __future__ import annotations

from typing import Final

from gezondsamen.catalogue.limits import (
    ANNOUNCEMENT_INTERVAL,
    INTERACTION_INTERVAL,
    ISSUE_DELAY,
    SUCCESS_INTERVAL,
)
from gezondsamen.labels import Label
from gezondsamen.periods import Every
from gezondsamen.phases.rules.passages import collaboration, healthy_school, intersectoral, network
from gezondsamen.process.conditions import InContact, OnRecord, Paired, Parties, RoleFilled
from gezondsamen.process.requirements import Requirement

_SUPPORT_IS_A_VERB: Final = "Draagvlak is een werkwoord"
_TO_DISCUSS: Final = "Belangrijke onderwerpen om te bespreken met partners"

COM_01: Final = Requirement(
    code="COM-01",
    name=Label(nl="interactie tussen partners georganiseerd", en="interaction between partners organised"),
    text=Label(
        nl="Zorg dat partners geregeld van elkaar horen, bijvoorbeeld in een overleg, op bezoek of via een "
        "nieuwsbrief. Wie contact houdt, vindt elkaar sneller als er iets speelt.",
        en="See to it that partners hear from each other regularly, such as in a meeting, on a visit or "
        "through a newsletter. Those in touch find each other sooner when something comes up.",
    ),
    conditions=(InContact(every=INTERACTION_INTERVAL),),
    citation=network("Stimuleer interactie met uw samenwerkingspartners"),
    choice=Label(
        nl="De termijn (standaard drie maanden) is onze keuze; elk soort contact telt mee.",
        en="The interval (three months by default) is our choice; every kind of contact counts.",
    ),
)

COM_02: Final = Requirement(
    code="COM-02",
    name=Label(nl="afdeling communicatie betrokken", en="communication department involved"),
    text=Label(
        nl="Vraag de afdeling communicatie om mee te doen. Dan vertellen alle sectoren hetzelfde verhaal.",
        en="Ask the communication department to join in. All sectors then tell the same story.",
    ),
    conditions=(RoleFilled("communication_department"),),
    citation=intersectoral("Betrek de afdeling communicatie"),
    choice=Label(
        nl="Betrokken betekent voor ons: iemand heeft die rol.",
        en="Involved means to us: somebody holds that role.",
    ),
)

COM_03: Final = Requirement(
    code="COM-03",
    name=Label(nl="alle betrokkenen op de hoogte gehouden", en="everyone kept informed of planned steps"),
    text=Label(
        nl="Vertel elke partij welke stappen eraan komen. Wie het op tijd hoort, kan meedenken.",
        en="Tell each party which steps are coming. Those who hear in time can think along.",
    ),
    conditions=(InContact("announcement", every=ANNOUNCEMENT_INTERVAL, each=Parties()),),
    citation=collaboration("Houd steeds alle betrokkenen op de", "Betrokken houden"),
    choice=Label(
        nl="De gids zegt ‘steeds’. Wij vragen een bericht aan elke partij binnen een termijn (standaard drie "
        "maanden), niet vóór elke stap.",
        en="The guide says ‘always’. We ask a message to each party within a period (three months by "
        "default), not before every step.",
    ),
)

COM_04: Final = Requirement(
    code="COM-04",
    name=Label(nl="knelpunten tijdig benoemd", en="bottlenecks raised in time"),
    text=Label(
        nl="Zeg het snel als iets niet goed loopt. Een knelpunt dat vroeg op tafel komt, is vaak nog klein.",
        en="Say so soon when something goes wrong. A bottleneck raised early is often still small.",
    ),
    conditions=(Paired("issue_noticed", by="issue_raised", order="after", within=ISSUE_DELAY),),
    citation=collaboration("Tijdig noemen van knelpunten", _SUPPORT_IS_A_VERB),
    choice=Label(
        nl="Wat ‘tijdig’ is (standaard dertig dagen nadat iemand het zag), is onze keuze.",
        en="What ‘in time’ means (thirty days after somebody noticed, by default) is our choice.",
    ),
)

COM_05: Final = Requirement(
    code="COM-05",
    name=Label(nl="successen gedeeld en gevierd", en="successes shared and celebrated"),
    text=Label(
        nl="Sta samen stil bij wat er is gelukt. Dat geeft energie en laat zien waarvoor iedereen het doet.",
        en="Stop together to mark what went well. That gives energy and shows what everybody does it for.",
    ),
    conditions=(InContact("celebration", every=SUCCESS_INTERVAL),),
    citation=collaboration("Vier successen", _SUPPORT_IS_A_VERB),
    also=(collaboration("Deel successen", _SUPPORT_IS_A_VERB),),
    choice=Label(
        nl="De termijn (standaard een keer per jaar) is onze keuze.",
        en="The interval (once a year by default) is our choice.",
    ),
)

COM_06: Final = Requirement(
    code="COM-06",
    name=Label(
        nl="betekenis voor school en communicatie daarover besproken",
        en="meaning for the school and communication about it settled",
    ),
    text=Label(
        nl="Bespreek wat de school van de samenwerking merkt en wie haar dat vertelt. "
        "Dan staat de school niet voor verrassingen.",
        en="Discuss what the school will notice of the collaboration and who tells it so. "
        "The school then meets no surprises.",
    ),
    conditions=(OnRecord(("school_meaning", "school_communication")),),
    citation=healthy_school("hoe wordt daarover gecommuniceerd", _TO_DISCUSS),
    choice=Label(
        nl="De gids noemt dit als onderwerp van gesprek; dat de uitkomst wordt vastgelegd, is onze keuze.",
        en="The guide names this as a topic to discuss; that the result is recorded is our choice.",
    ),
)

COM_07: Final = Requirement(
    code="COM-07",
    name=Label(nl="contact ook buiten het overleg", en="contact also outside the meetings"),
    text=Label(
        nl="Spreek partners ook los van het gezamenlijke overleg. "
        "In een persoonlijk gesprek komt soms naar voren wat in de groep blijft liggen.",
        en="Speak with partners apart from the joint meetings too. "
        "A personal talk sometimes brings out what a group leaves unsaid.",
    ),
    conditions=(InContact("individual", every=Every(years=1)),),
    citation=collaboration("Contact ook buiten de overleggroep", _SUPPORT_IS_A_VERB),
    choice=Label(
        nl="Dat één persoonlijk gesprek per jaar genoeg is om niet te waarschuwen, is onze keuze.",
        en="That one personal talk a year is enough not to warn is our choice.",
    ),
)

COM_08: Final = Requirement(
    code="COM-08",
    name=Label(
        nl="overleg op strategisch, tactisch en operationeel niveau geregeld",
        en="consultation arranged on strategic, tactical and operational level",
    ),
    text=Label(
        nl="Regel wie overlegt over de koers, over de organisatie en over de uitvoering, en wie met de "
        "school afstemt. Dan valt elk besluit op de goede plek.",
        en="Arrange who confers about the course, the organisation and the execution, and who aligns with "
        "the school. Each decision then falls in the right place.",
    ),
    conditions=(
        OnRecord(
            (
                "consultation_strategic",
                "consultation_tactical",
                "consultation_operational",
                "school_alignment",
            )
        ),
    ),
    citation=healthy_school("strategisch, tactisch en operationeel", _TO_DISCUSS),
    choice=Label(
        nl="De gids noemt dit als onderwerp van gesprek; dat de uitvoering erop wacht, is onze keuze.",
        en="The guide names this as a topic to discuss; that execution waits for it is our choice.",
    ),
)

COM_09: Final = Requirement(
    code="COM-09",
    name=Label(nl="bewoners doen mee om plezier te maken", en="residents take part to have fun"),
    text=Label(
        nl="Bewoners doen niet in de eerste plaats mee om hun gezondheid, maar om plezier te maken. Kom "
        "binnen met “Doe mee” en niet met “Stop met roken”.",
        en="Residents do not take part for their health in the first place, but to have fun. Come in with "
        "“Join in” and not with “Stop smoking”.",
    ),
    citation=collaboration(
        "Wijkbewoners participeren in projecten niet", "Algemeen - Integrale samenwerking"
    ),
    also=(collaboration("Kom binnen bij mensen met", "Algemeen - Integrale samenwerking"),),
)
