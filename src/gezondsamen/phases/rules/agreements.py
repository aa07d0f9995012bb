"""Rules on what is agreed, in what form, and on what each party brings in: AGR-01 to AGR-14."""

from __future__ import annotations

from typing import Final

from gezondsamen.catalogue.works import COVENANT_DIRECTIVES, PRACTICE_AGREEMENT
from gezondsamen.citations import Basis, Citation
from gezondsamen.labels import Label
from gezondsamen.phases.rules.newcomers import NEWCOMERS
from gezondsamen.phases.rules.passages import (
    BLOCKING,
    collaboration,
    healthy_school,
    intersectoral,
    network,
    wellbeing,
)
from gezondsamen.process.conditions import Agreed, AnyOf, Contributed, OnRecord, Parties
from gezondsamen.process.requirements import Requirement

_STEPS = "Basisstappen bij samenwerken"
_SUBJECTS = "Belangrijke onderwerpen om te bespreken met partners"

AGR_01: Final = Requirement(
    code="AGR-01",
    name=Label(
        nl="afspraken over verantwoordelijkheden, rollen, taken, tijd en geld",
        en="agreement covers responsibilities, roles, tasks, time and money",
    ),
    text=Label(
        nl="Zet in de afspraken wie waarvoor verantwoordelijk is, welke rollen en taken er zijn, hoeveel "
        "tijd het kost en wie wat betaalt. Dan weten partijen wat zij van elkaar mogen verwachten.",
        en="Put in the agreement who is responsible for what, which roles and tasks there are, how much "
        "time it takes and who pays for what. Then parties know what to expect of each other.",
    ),
    conditions=(Agreed(("responsibilities", "roles", "tasks", "time", "money")),),
    citation=network("rollen, taken, tijdsbesteding en geld"),
    also=(collaboration("afspraken over rollen, taken, tijd", "Draagvlak is een werkwoord"),),
    choice=BLOCKING,
)

AGR_02: Final = Requirement(
    code="AGR-02",
    name=Label(nl="benoemd wat buiten de samenwerking valt", en="what is out of scope is stated"),
    text=Label(
        nl="Zet in de afspraken wat niet bij de samenwerking hoort. Is er niets uitgesloten, schrijf dat dan "
        "ook op.",
        en="Put in the agreement what does not belong to the collaboration. If nothing is excluded, write "
        "that down too.",
    ),
    conditions=(Agreed("out_of_scope"),),
    citation=network("helder wat buiten de samenwerking valt"),
    choice=BLOCKING,
)

AGR_03: Final = Requirement(
    code="AGR-03",
    name=Label(nl="besloten over vastleggen en vorm", en="recording and fitting form decided"),
    text=Label(
        nl="Besluit of u de afspraken op papier zet en welke vorm daarbij past. Een mondelinge afspraak kan "
        "ook, als u er bewust voor kiest.",
        en="Decide whether you put the agreements on paper and which form fits. A verbal agreement will do "
        "too, if you choose it deliberately.",
    ),
    conditions=(OnRecord("recording_decision"),),
    citation=healthy_school("kies een gepaste vorm voor de", _STEPS),
    also=(healthy_school("onderlinge afspraken moeten worden vastgelegd", _STEPS),),
    choice=Label(
        nl="De bron noemt dit bij de stap van uitvoeren en evalueren. Dat wij het vooraf vragen, en dat het "
        "een stap kan tegenhouden, is onze keuze.",
        en="The source names this at the step of executing and evaluating. That we ask for it beforehand, "
        "and that it can hold up a step, is our choice.",
    ),
)

AGR_04: Final = Requirement(
    code="AGR-04",
    name=Label(nl="inbreng per partij vastgelegd", en="contribution of every party recorded"),
    text=Label(
        nl="Leg van elke partij vast wat zij inbrengt en hoeveel. Dat kan geld zijn, maar ook uren, ruimte, "
        "materiaal of informatie.",
        en="Record for every party what it brings in and how much. That can be money, but also hours, "
        "space, materials or information.",
    ),
    conditions=(Contributed(measured=True),),
    citation=healthy_school("Welke inbreng leveren de verschillende", _SUBJECTS),
    choice=BLOCKING,
)

NEWCOMERS_BRING_IN: Final = AGR_04.asking(Contributed(NEWCOMERS, measured=True))
"""AGR-04, asked again at the steps after the first, and watched."""

AGR_05: Final = Requirement(
    code="AGR-05",
    name=Label(
        nl="ondertekend door elke partij met verplichtingen", en="signed by every party with obligations"
    ),
    text=Label(
        nl="Laat elke partij die een verplichting aangaat, de overeenkomst ondertekenen. Dan staat vast waar "
        "zij zich aan verbindt.",
        en="Let every party that takes on an obligation sign the agreement. Then it is settled what it "
        "commits to.",
    ),
    conditions=(Agreed(signed=True),),
    citation=collaboration(
        "ondertekenden 8 bedrijven een convenant",
        "Zwolle - Kinderen in beweging (ingebed in Zwolle Gezonde Stad)",
    ),
    basis=Basis.CHOICE,
    choice=Label(
        nl="De bron beschrijft een voorbeeld uit de praktijk. Dat elke partij met verplichtingen tekent, en "
        "dat dit een stap kan tegenhouden, is onze keuze.",
        en="The source describes an example from practice. That every party with obligations signs, and that "
        "this can hold up a step, is our choice.",
    ),
)

NEWCOMERS_SIGN: Final = AGR_05.asking(Agreed(signed=True, each=NEWCOMERS))
"""AGR-05, asked again at the steps after the first: of those obliged who came since."""

AGR_06: Final = Requirement(
    code="AGR-06",
    name=Label(nl="afgesproken hoe u elkaar blijft betrekken", en="future involvement agreed"),
    text=Label(
        nl="Spreek af hoe sectoren elkaar ook later bij hun werk betrekken. Laat elkaar bijvoorbeeld "
        "meelezen met nota's die nog in concept zijn.",
        en="Agree how sectors involve each other in their work later on as well. For example, let each "
        "other comment on draft memorandums.",
    ),
    conditions=(Agreed(kinds="comment_round"),),
    citation=intersectoral("betrokkenheid in de toekomst verloopt"),
    choice=Label(
        nl="De bron geeft het meelezen met conceptnota's als voorbeeld. Dat wij om die afspraak vragen, is "
        "onze keuze.",
        en="The source gives commenting on draft memorandums as an example. That we ask for that agreement "
        "is our choice.",
    ),
)

AGR_07: Final = Requirement(
    code="AGR-07",
    name=Label(nl="afspraken ook met de school gemaakt", en="agreements made with the school too"),
    text=Label(
        nl="Maak de afspraken samen met de school. Zij is zelf partij bij de overeenkomst, of zij bevestigt "
        "dat zij de afspraken kent.",
        en="Make the agreements together with the school. It is a party to the agreement itself, or it "
        "confirms that it knows the agreements.",
    ),
    conditions=(
        AnyOf(
            (
                Agreed(with_=Parties(kinds="school")),
                OnRecord("agreement_acknowledged", each=Parties(kinds="school")),
            )
        ),
    ),
    citation=healthy_school("ook samen met de school"),
    choice=Label(
        nl="Dat een bevestiging door de school ook genoeg is, en dat dit een stap kan tegenhouden, is onze "
        "keuze.",
        en="That an acknowledgement by the school suffices too, and that this can hold up a step, is our "
        "choice.",
    ),
)

AGR_08: Final = Requirement(
    code="AGR-08",
    name=Label(
        nl="afgesproken hoe en wanneer de gemeente meedoet",
        en="agreed how and when the municipality takes part",
    ),
    text=Label(
        nl="Betrek de gemeente in alle fasen. Spreek af hoe en wanneer zij meedoet: bij de voorbereiding, "
        "bij de uitvoering en bij de evaluatie.",
        en="Involve the municipality in all phases. Agree how and when it takes part: in preparation, in "
        "execution and in evaluation.",
    ),
    conditions=(OnRecord(("involvement_preparation", "involvement_execution", "involvement_evaluation")),),
    citation=healthy_school("Betrek de gemeente in alle fasen"),
    choice=Label(
        nl="De bron zegt niet welke fasen dat zijn. Wij lezen: die van de samenwerking. Dat dit een stap "
        "kan tegenhouden, is onze keuze.",
        en="The source does not say which phases these are. We read: those of the collaboration. That this "
        "can hold up a step is our choice.",
    ),
)

AGR_09: Final = Requirement(
    code="AGR-09",
    name=Label(
        nl="voor wat hoort wat: bijdrage en baat per partij",
        en="quid pro quo: contribution and benefit of every party",
    ),
    text=Label(
        nl="Leg van elke partij vast wat zij bijdraagt en wat zij eraan heeft. Dan ziet iedereen of geven en "
        "nemen in balans zijn.",
        en="Record for every party what it contributes and what it gains. Then everyone sees whether give "
        "and take are in balance.",
    ),
    conditions=(Contributed(), OnRecord("benefit", each=Parties())),
    citation=collaboration("Voor wat, hoort wat", "Draagvlak is een werkwoord"),
    choice=Label(
        nl="Dat geven en nemen blijken uit een bijdrage en een baat van elke partij, is onze lezing.",
        en="That give and take show in a contribution and a benefit of every party is our reading.",
    ),
)

AGR_10: Final = Requirement(
    code="AGR-10",
    name=Label(
        nl="looptijd, evaluatie, wijziging, toetreding, opzegging en geschil geregeld",
        en="term, evaluation, amendment, accession, withdrawal and disputes covered",
    ),
    text=Label(
        nl="Zet in de overeenkomst hoe lang zij duurt en wanneer u haar evalueert. Regel ook hoe u haar "
        "wijzigt, hoe een partij erbij komt of weggaat en wat u doet bij een geschil.",
        en="Put in the agreement how long it lasts and when you evaluate it. Settle as well how you amend "
        "it, how a party joins or leaves and what you do in a dispute.",
    ),
    conditions=(Agreed(("term", "evaluation", "amendment", "accession", "withdrawal", "disputes")),),
    citation=Citation(PRACTICE_AGREEMENT),
    also=(Citation(COVENANT_DIRECTIVES),),
    basis=Basis.LITERATURE,
    choice=Label(
        nl="Welke zes onderwerpen wij vragen, is onze keuze, naar overeenkomsten uit de praktijk. De "
        "Aanwijzingen binden alleen ministeries.",
        en="Which six subjects we ask for is our choice, after agreements from practice. The directives "
        "bind ministries only.",
    ),
)

AGR_11: Final = Requirement(
    code="AGR-11",
    name=Label(nl="grondslag van de inzet vastgelegd", en="basis of the effort recorded"),
    text=Label(
        nl="Leg vast waarop de omvang van de inzet berust, bijvoorbeeld op hoeveel scholen u aan het werk "
        "gaat. Dan kunt u bijstellen als dat verandert.",
        en="Record what the size of the effort rests on, for example at how many schools you will work. "
        "Then you can adjust it when that changes.",
    ),
    conditions=(OnRecord("effort_basis"),),
    citation=healthy_school("op basis van het aantal scholen"),
    choice=Label(
        nl="De bron vraagt duidelijke afspraken over de inzet en noemt het aantal scholen als voorbeeld. "
        "Dat u vastlegt waarop de omvang berust, is onze lezing.",
        en="The source asks for clear agreements on the effort and names the number of schools as an "
        "example. That you record what its size rests on is our reading.",
    ),
)

AGR_12: Final = Requirement(
    code="AGR-12",
    name=Label(
        nl="afspraken over signalen in het schoolbeleid", en="signalling agreements part of school policy"
    ),
    text=Label(
        nl="Zet in het schoolbeleid wat een medewerker doet met een signaal over een leerling: aan wie hij "
        "het meldt, welke stap volgt, welke partner helpt en wanneer.",
        en="Put in the school policy what a staff member does with a signal about a pupil: whom to tell, "
        "which step follows, which partner helps and when.",
    ),
    conditions=(
        OnRecord(("signalling_recipient", "signalling_next_step", "signalling_partner", "signalling_moment")),
    ),
    citation=wellbeing("Goede en duidelijke afspraken", "Adviezen van de GSA’s in de pilotgemeenten"),
)

AGR_13: Final = Requirement(
    code="AGR-13",
    name=Label(nl="capaciteit en financiering geregeld", en="capacity and funding arranged"),
    text=Label(
        nl="Regel op tijd uren, geld en hulpmiddelen, want dat kan tijd kosten. Leg vast tot welke datum "
        "zij er zijn: daarna moet u ze opnieuw regelen.",
        en="Arrange hours, money and tools in time, for that can take time. Record until which date they "
        "are there: after that you have to arrange them again.",
    ),
    conditions=(OnRecord(("capacity_hours", "capacity_money", "capacity_tools"), dated=True),),
    citation=network("de benodigde capaciteit en financiering"),
    also=(healthy_school("hulpmiddelen, uren en financiële middelen"),),
    basis=Basis.CHOICE,
    choice=Label(
        nl="De ene bron vraagt rekening te houden met de tijd die dit kost; de andere gaat over afspraken "
        "binnen de GGD. Dat het geregeld moet zijn voordat een stap kan worden gezet, en de einddatum, zijn "
        "onze keuze.",
        en="One source asks to reckon with the time this takes; the other is about agreements within the "
        "GGD. That it has to be arranged before a step can be taken, and the end date, are our choice.",
    ),
)

AGR_14: Final = Requirement(
    code="AGR-14",
    name=Label(nl="gezamenlijke financiering onderzocht", en="joint funding explored"),
    text=Label(
        nl="Ga na of de partijen het werk samen kunnen betalen. Leg de uitkomst vast, ook als het niet kan.",
        en="Find out whether the parties can pay for the work together. Record the outcome, even if they "
        "cannot.",
    ),
    conditions=(OnRecord("joint_funding_explored"),),
    citation=network("Zoek eventueel naar gezamenlijke financiering"),
)
