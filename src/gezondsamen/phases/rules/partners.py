"""Rules on who takes part: PAR-01 to PAR-09 and PAR-16.

On how partners are found: `partner_search`; on who makes a collaboration what it is: `membership`.
"""

from __future__ import annotations

from typing import Final

from gezondsamen.catalogue.limits import MIXED_COMPANY, PRIVATE_PARTNERS
from gezondsamen.catalogue.works import RIVM_PUBLIC_PRIVATE
from gezondsamen.citations import Citation
from gezondsamen.labels import Label
from gezondsamen.phases.rules.newcomers import NEWCOMERS, PRIVATE_NEWCOMERS
from gezondsamen.phases.rules.passages import (
    BLOCKING,
    collaboration,
    healthy_school,
    intersectoral,
    network,
)
from gezondsamen.process.conditions import (
    AnyOf,
    Contributed,
    Paired,
    Parties,
    PartyCount,
    RecordCount,
    RoleFilled,
    Sectors,
)
from gezondsamen.process.requirements import Requirement

_PRIVATE_IF_ANY = Parties(sides="private", or_none=True)
_SPONSORSHIP = ("money", "free_goods")

PAR_01: Final = Requirement(
    code="PAR-01",
    name=Label(
        nl="PPS: publieke en private partij doen mee", en="PPP: public and private party both present"
    ),
    text=Label(
        nl="Er doet minstens één publieke en minstens één private partij mee. Zonder een van beide is het "
        "geen publiek-private samenwerking.",
        en="At least one public and at least one private party take part. Without either it is no "
        "public-private partnership.",
    ),
    conditions=(
        PartyCount(Parties(sides="public"), at_least=1),
        PartyCount(Parties(sides="private"), at_least=1),
    ),
    citation=collaboration(
        "vanuit overheden, bedrijfsleven en maatschappelijke organisaties", "Nieuwsbrieven"
    ),
    also=(Citation(RIVM_PUBLIC_PRIVATE),),
    choice=Label(
        nl="Dat organisaties voor zorg, welzijn en kinderopvang, ook huisartsen, als publiek tellen en "
        "zorgverzekeraars als privaat, is onze keuze. Per partij kunt u dat anders aangeven.",
        en="That organisations for care, welfare and childcare, general practitioners too, count as public "
        "and health insurers as private is our choice. You can set it otherwise for each party.",
    ),
    waivable=False,
)

PAR_02: Final = Requirement(
    code="PAR-02",
    name=Label(nl="niet te veel private partners", en="not too many private partners"),
    text=Label(
        nl="Houd het aantal private partners zo klein dat u aan ieder van hen genoeg tijd kunt geven; soms "
        "moet u een bedrijf dat zich wil aansluiten nee verkopen. Wordt de groep groter dan de grens, kijk "
        "dan of dat nog lukt.",
        en="Keep the number of private partners so small that you can give each of them enough time; "
        "sometimes you have to say no to a firm that wants to join. If the group grows beyond the limit, "
        "see whether you still can.",
    ),
    conditions=(PartyCount(Parties(sides="private"), at_most=PRIVATE_PARTNERS),),
    citation=collaboration("bij hooguit tien bedrijven", "Teveel private partners"),
    also=(collaboration("moeten verkopen aan bedrijven die", "Teveel private partners"),),
    choice=Label(
        nl="Tien is de schatting van één coördinator en geen norm. Dat wij die als grens nemen, is onze "
        "keuze; u kunt de grens aanpassen.",
        en="Ten is one coordinator's estimate and not a norm. That we take it as the limit is our choice; "
        "you can set the limit otherwise.",
    ),
)

PAR_03: Final = Requirement(
    code="PAR-03",
    name=Label(
        nl="private partner heeft een echte rol", en="private partner has a real role, not sponsorship"
    ),
    text=Label(
        nl="Elke private partner heeft een rol en brengt meer in dan geld of gratis spullen. Anders is het "
        "sponsoring en geen samenwerking.",
        en="Every private partner has a role and brings in more than money or free goods. Otherwise it is "
        "sponsorship and not collaboration.",
    ),
    conditions=(RoleFilled(each=_PRIVATE_IF_ANY), Contributed(_PRIVATE_IF_ANY, other_than=_SPONSORSHIP)),
    citation=collaboration("iets heel anders dan sponsoring", "Teveel private partners"),
    choice=Label(
        nl="Dat een echte rol blijkt uit één rol en één andere bijdrage dan geld of gratis spullen, is onze "
        "lezing.",
        en="That a real role shows in one role and one contribution other than money or free goods is our "
        "reading.",
    ),
    waivable=False,
)

NEWCOMERS_HAVE_A_PART: Final = PAR_03.asking(
    RoleFilled(each=PRIVATE_NEWCOMERS), Contributed(PRIVATE_NEWCOMERS, other_than=_SPONSORSHIP)
)
"""PAR-03 as it is watched."""

PAR_04: Final = Requirement(
    code="PAR-04",
    name=Label(nl="niet alleen om geld of gratis spullen vragen", en="ask for more than money or free goods"),
    text=Label(
        nl="Vraag elke private partij ook om iets anders dan geld of gratis spullen, zoals kennis of "
        "menskracht. Anders kan zij gaan twijfelen aan uw bedoelingen.",
        en="Ask every private party for something else than money or free goods too, such as knowledge or "
        "staff. Otherwise it may come to doubt your intentions.",
    ),
    conditions=(Contributed(Parties(sides="private"), other_than=_SPONSORSHIP, status="asked"),),
    citation=collaboration(
        "uit zijn op sponsorgeld of gratis",
        "Wantrouwen door verborgen agenda: vraag om geld of gratis spullen",
    ),
)

PAR_05: Final = Requirement(
    code="PAR-05",
    name=Label(
        nl="minstens één sector naast volksgezondheid", en="at least one sector besides public health"
    ),
    text=Label(
        nl="Er doen partijen uit minstens twee sectoren mee, dus ook uit een andere sector dan "
        "volksgezondheid. Anders is de samenwerking niet intersectoraal.",
        en="Parties from at least two sectors take part, so also from a sector other than public health. "
        "Otherwise the collaboration is not intersectoral.",
    ),
    conditions=(PartyCount(at_least=2, of="sectors"),),
    citation=intersectoral("andere sectoren dan volksgezondheid alleen", ""),
    waivable=False,
)

PAR_06: Final = Requirement(
    code="PAR-06",
    name=Label(
        nl="sociale en fysieke beleidsterreinen overwogen", en="social and physical policy domains considered"
    ),
    text=Label(
        nl="Overweeg minstens één sociaal beleidsterrein, zoals onderwijs, en minstens één fysiek "
        "beleidsterrein, zoals verkeer. Beide hebben invloed op gezondheid.",
        en="Consider at least one social policy domain, such as education, and at least one physical policy "
        "domain, such as traffic. Both influence health.",
    ),
    conditions=(
        RecordCount("sector_considered", among=Sectors(group="social"), at_least=1),
        RecordCount("sector_considered", among=Sectors(group="physical"), at_least=1),
    ),
    citation=intersectoral("als de fysieke beleidsterreinen", ""),
    choice=Label(
        nl="Dat één beleidsterrein van elke soort genoeg is, is onze keuze.",
        en="That one policy domain of each kind suffices is our choice.",
    ),
)

PAR_07: Final = Requirement(
    code="PAR-07",
    name=Label(nl="benodigde partners op tijd betrokken", en="needed partners involved in time"),
    text=Label(
        nl="Betrek elke partner die u voor het doel nodig hebt op tijd. Wie later komt, moet nog kennismaken "
        "en instemmen, en dat kost alle partijen tijd.",
        en="Involve every partner you need for the purpose in time. A latecomer still has to get acquainted "
        "and to agree, and that costs all parties time.",
    ),
    conditions=(Paired("partner_needed", by="partner_involved"),),
    citation=network("het later meenemen van nieuwe partners"),
)

PAR_08: Final = Requirement(
    code="PAR-08",
    name=Label(nl="eigen organisatie doet mee", en="own organisation included"),
    text=Label(
        nl="Neem minstens één onderdeel van uw eigen organisatie op als partij. Ook binnen de eigen muren "
        "zijn verbindingen nodig.",
        en="Include at least one part of your own organisation as a party. Links are needed within your own "
        "walls too.",
    ),
    conditions=(PartyCount(Parties(internal=True), at_least=1),),
    citation=collaboration("ook de eigen interne organisatie niet", "Algemeen - Integrale samenwerking"),
    choice=Label(
        nl="De bron vraagt om bij het verbinden de eigen organisatie niet te vergeten. Dat een onderdeel "
        "ervan als partij meedoet, is onze lezing.",
        en="The source asks not to forget the own organisation when making links. That a part of it takes "
        "part as a party is our reading.",
    ),
)

PAR_09: Final = Requirement(
    code="PAR-09",
    name=Label(nl="afgevaardigde per partij", en="delegate named for every party"),
    text=Label(
        nl="Leg van elke partij vast wie haar vertegenwoordigt. Dan is duidelijk wie namens haar spreekt en "
        "beslist.",
        en="Record for every party who represents it. Then it is clear who speaks and decides on its behalf.",
    ),
    conditions=(RoleFilled("delegate", each=Parties()),),
    citation=healthy_school(
        "Wie wordt per partnerorganisatie afgevaardigd",
        "Belangrijke onderwerpen om te bespreken met partners",
    ),
    choice=BLOCKING,
)

NEWCOMERS_HAVE_A_DELEGATE: Final = PAR_09.asking(RoleFilled("delegate", each=NEWCOMERS))
"""PAR-09, asked again at the steps after the first, and watched."""

PAR_16: Final = Requirement(
    code="PAR-16",
    name=Label(nl="gemengd gezelschap van partners", en="mixed company of partners"),
    text=Label(
        nl="Breng partijen van verschillende soorten of uit verschillende sectoren bij elkaar. Wie van een "
        "andere kant kijkt, ziet andere oplossingen.",
        en="Bring together parties of different kinds or from different sectors. Who looks from another "
        "side sees other solutions.",
    ),
    conditions=(
        AnyOf(
            (
                PartyCount(at_least=MIXED_COMPANY, of="kinds"),
                PartyCount(at_least=MIXED_COMPANY, of="sectors"),
            )
        ),
    ),
    citation=collaboration("Zorg voor een gemêleerd gezelschap", "Gemêleerd gezelschap"),
    choice=Label(
        nl="De bron noemt geen aantal. Dat drie soorten of drie sectoren genoeg zijn, is onze keuze.",
        en="The source names no number. That three kinds or three sectors suffice is our choice.",
    ),
)
