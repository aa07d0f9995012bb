"""Rules on municipal health policy: the memorandum, its cycle, and working with the municipality."""

from __future__ import annotations

from typing import Final

import attrs

from gezondsamen.catalogue.works import (
    ALCOHOL_ACT,
    CARE_AND_WELFARE_AGREEMENT,
    LOCAL_ALCOHOL_POLICY,
    NATIONAL_GRANT,
    NATIONAL_MEMORANDUM_2025,
    PUBLIC_HEALTH_ACT,
    RIVM_LOCAL_MEMORANDUM,
)
from gezondsamen.citations import Basis, Citation
from gezondsamen.labels import Label
from gezondsamen.periods import Every
from gezondsamen.phases.rules.passages import healthy_school
from gezondsamen.process.conditions import (
    AllOf,
    AnyOf,
    Lasts,
    OnRecord,
    Paired,
    Parties,
    PartyCount,
    RoleFilled,
)
from gezondsamen.process.requirements import Requirement

MUNICIPAL_MEMORANDUM: Final = Citation(PUBLIC_HEALTH_ACT, "artikel 13, tweede lid")
NATIONAL_PRIORITIES: Final = Citation(PUBLIC_HEALTH_ACT, "artikel 13, derde lid")

_SUBJECTS: Final = "Belangrijke onderwerpen om te bespreken met partners"

_COUNCILS: Final = Parties(kinds="municipality")
_ONE_COUNCIL: Final = PartyCount(_COUNCILS, at_most=1)
_IN_TIME: Final = Paired("national_memorandum", by="memorandum_adopted", order="after", within=Every(years=2))

POL_01: Final = Requirement(
    code="POL-01",
    name=Label(
        nl="lokale nota binnen twee jaar na landelijke nota",
        en="local memorandum within two years after the national one",
    ),
    text=Label(
        nl="De gemeenteraad stelt de lokale nota vast binnen twee jaar nadat de landelijke nota verscheen.",
        en="The municipal council adopts the local memorandum within two years after the national one came "
        "out.",
    ),
    conditions=(AnyOf((AllOf((_ONE_COUNCIL, _IN_TIME)), attrs.evolve(_IN_TIME, each=_COUNCILS))),),
    citation=MUNICIPAL_MEMORANDUM,
    also=(Citation(NATIONAL_MEMORANDUM_2025, opening="binnen 2 jaar na het uitkomen"),),
    basis=Basis.LAW,
    choice=Label(
        nl="De wet noemt de termijn. Voor de landelijke nota 2025-2028, van 12 december 2025, is de "
        "uiterste dag 12 december 2027. Wie te laat is, stelt de nota toch vast: daarom waarschuwt de regel "
        "alleen.",
        en="The law names the period. For the national memorandum 2025-2028, of 12 December 2025, the last "
        "day is 12 December 2027. Those who are late still adopt the memorandum: so the rule only warns.",
    ),
    waivable=False,
)

POL_02: Final = Requirement(
    code="POL-02",
    name=Label(
        nl="nota bevat doelstellingen, acties, resultaten en invulling art. 16",
        en="memorandum states objectives, actions, results and art. 16 implementation",
    ),
    text=Label(
        nl="In de nota staan de doelstellingen, de acties, de beoogde resultaten en hoe het college "
        "artikel 16 van de wet uitvoert.",
        en="The memorandum states the objectives, the actions, the results aimed at, and how the executive "
        "carries out article 16 of the act.",
    ),
    conditions=(OnRecord(("memo_objectives", "memo_actions", "memo_results", "memo_article_16")),),
    citation=MUNICIPAL_MEMORANDUM,
    basis=Basis.LAW,
    choice=Label(
        nl="De wet zegt wat er in de nota moet staan. Of de inhoud voldoet, beoordelen mensen.",
        en="The law says what has to be in the memorandum. Whether its content will do, people judge.",
    ),
    waivable=False,
)

POL_03: Final = Requirement(
    code="POL-03",
    name=Label(nl="landelijke prioriteiten in acht genomen", en="national priorities complied with"),
    text=Label(
        nl="De nota neemt de landelijke prioriteiten in acht. Leg vast hoe elke prioriteit terugkomt.",
        en="The memorandum complies with the national priorities. Record how each priority comes back.",
    ),
    conditions=(OnRecord("national_priorities"),),
    citation=NATIONAL_PRIORITIES,
    basis=Basis.LAW,
    choice=Label(
        nl="De wet vraagt om de prioriteiten in acht te nemen: daarvan afwijken kan dus niet. Dat u "
        "vastlegt hoe, is onze lezing.",
        en="The law asks to comply with the priorities: deviating from them is no option. That you record "
        "how is our reading.",
    ),
    waivable=False,
)

POL_04: Final = Requirement(
    code="POL-04",
    name=Label(nl="vierjarige cyclus", en="four-year cycle"),
    text=Label(
        nl="Herzie de nota uiterlijk vier jaar na de vaststelling. Zo loopt zij in de pas met de landelijke "
        "nota.",
        en="Review the memorandum within four years after its adoption. It then keeps pace with the national "
        "one.",
    ),
    conditions=(Lasts("memorandum_adopted", at_most=Every(years=4)),),
    citation=Citation(RIVM_LOCAL_MEMORANDUM),
    basis=Basis.SOURCE,
    choice=Label(
        nl="Vier jaar is voor gemeenten een gewoonte, geen wet: sommige laten die los. Daarom waarschuwt de "
        "regel alleen. De pagina gaat over de landelijke nota 2020-2024.",
        en="For municipalities four years is custom, not law: some let go of it. So the rule only warns. "
        "The page is about the national memorandum 2020-2024.",
    ),
)

POL_20: Final = Requirement(
    code="POL-20",
    name=Label(nl="elke raad stelde de nota vast", en="each council adopted the memorandum"),
    text=Label(
        nl="Geldt een nota voor meer gemeenten, dan stelt elke gemeenteraad haar vast. Leg per gemeente vast "
        "wanneer dat was.",
        en="Where a memorandum holds for several municipalities, each council adopts it. Record for each "
        "municipality when it did.",
    ),
    conditions=(AnyOf((_ONE_COUNCIL, OnRecord("memorandum_adopted", each=_COUNCILS))),),
    citation=MUNICIPAL_MEMORANDUM,
    basis=Basis.LAW,
    choice=Label(
        nl="De wet draagt de nota op aan elke gemeenteraad. Dat een nota voor meer gemeenten pas geldt als "
        "de laatste raad haar vaststelde, is onze lezing.",
        en="The law gives the memorandum to each municipal council. That one for several municipalities "
        "holds once the last council adopted it is our reading.",
    ),
    waivable=False,
)

POL_05: Final = Requirement(
    code="POL-05",
    name=Label(
        nl="aansluiten bij beleidsfase van de gemeente",
        en="join the current policy phase of the municipality",
    ),
    text=Label(
        nl="Ga na in welke fase het beleid van de gemeente is en sluit daarbij aan. "
        "Dan komt uw vraag op een moment dat er iets mee kan.",
        en="Find out in which phase the policy of the municipality is and join it there. "
        "Your question then comes when something can be done with it.",
    ),
    conditions=(OnRecord("policy_phase"),),
    citation=healthy_school("Zoek aansluiting bij de beleidsfase"),
)

POL_06: Final = Requirement(
    code="POL-06",
    name=Label(nl="financiële bronnen geïnventariseerd", en="funding sources inventoried"),
    text=Label(
        nl="Breng in kaart waar geld vandaan kan komen: voor sport, leefstijl, onderwijs of de wijk.",
        en="Map where money can come from: for sport, lifestyle, education or the neighbourhood.",
    ),
    conditions=(OnRecord("funding_source"),),
    citation=healthy_school("Welke financiële bronnen zijn er", _SUBJECTS),
    choice=Label(
        nl="Dat één vastgelegde bron genoeg is om niet te waarschuwen, is onze keuze.",
        en="That one recorded source is enough not to warn is our choice.",
    ),
)

POL_07: Final = Requirement(
    code="POL-07",
    name=Label(nl="prioriteiten van de gemeente bekend", en="municipal priorities known"),
    text=Label(
        nl="Vraag welke prioriteiten de gemeente stelt. Daar gaat haar geld het eerst naartoe.",
        en="Ask which priorities the municipality sets. That is where its money goes first.",
    ),
    conditions=(OnRecord("municipal_priorities"),),
    citation=healthy_school("Welke prioriteiten stelt de gemeente", _SUBJECTS),
)

POL_08: Final = Requirement(
    code="POL-08",
    name=Label(nl="formele of informele omgang bepaald", en="formal or informal mode determined"),
    text=Label(
        nl="Bepaal of het in deze gemeente formeel of informeel toegaat. Gaat het formeel, wijs dan iemand "
        "aan die onderhandelt, en communiceer met cijfers en verantwoording achteraf.",
        en="Determine whether dealings in this municipality are formal or informal. If they are formal, "
        "appoint somebody who negotiates, and communicate by figures and by accounting afterwards.",
    ),
    conditions=(
        AnyOf(
            (
                OnRecord("mode_informal"),
                AllOf((OnRecord("mode_formal"), RoleFilled("negotiator"))),
            )
        ),
    ),
    citation=healthy_school("Formeel of informeel", "Tips"),
    choice=Label(
        nl="De bron laat een leidinggevende onderhandelen. Wij kijken of iemand de rol van onderhandelaar "
        "heeft.",
        en="The source has a manager negotiate. We look whether somebody holds the role of negotiator.",
    ),
)

POL_09: Final = Requirement(
    code="POL-09",
    name=Label(
        nl="aansluiting bij integraal beleid, JOGG of Sport/Jeugd/Onderwijs",
        en="fit with integral policy, JOGG or Sport/Youth/Education",
    ),
    text=Label(
        nl="Sluit aan bij wat de gemeente al doet: integraal beleid, JOGG, of beleid voor sport, jeugd en "
        "onderwijs.",
        en="Join what the municipality does already: integral policy, JOGG, or policy for sport, youth and "
        "education.",
    ),
    conditions=(OnRecord("policy_alignment"),),
    citation=healthy_school("het vormgeven van integraal beleid", "Wat houdt een goede samenwerking in?"),
    choice=Label(
        nl="De bron noemt dit een kenmerk van goede samenwerking; dat één aansluiting genoeg is, is onze "
        "keuze.",
        en="The source calls this a mark of good collaboration; that one such fit is enough is our choice.",
    ),
)

POL_10: Final = Requirement(
    code="POL-10",
    name=Label(
        nl="preventie- en handhavingsplan alcohol tegelijk met de nota",
        en="alcohol prevention and enforcement plan together with the memorandum",
    ),
    text=Label(
        nl="De gemeenteraad stelt elke vier jaar een preventie- en handhavingsplan alcohol vast, tegelijk "
        "met "
        "de nota. Tussentijds mag dat plan worden gewijzigd.",
        en="Every four years the municipal council adopts a plan on alcohol prevention and enforcement, "
        "together with the memorandum. In between that plan may be changed.",
    ),
    conditions=(OnRecord("alcohol_plan"),),
    citation=Citation(ALCOHOL_ACT, "artikel 43a, eerste lid"),
    also=(Citation(LOCAL_ALCOHOL_POLICY, "Preventie- en handhavingsplan alcohol"),),
    basis=Basis.LAW,
    choice=Label(
        nl="Wij lazen de tekst van 2013 en een beschrijving van 2024, niet de wettekst die nu geldt. Dat het "
        "plan is vastgelegd voordat de nota wordt vastgesteld, en dat de regel alleen waarschuwt, is onze "
        "keuze.",
        en="We read the text of 2013 and a description of 2024, not the text of the act that holds now. That "
        "the plan is on record before the memorandum is adopted, and that the rule only warns, is our "
        "choice.",
    ),
    waivable=False,
)

POL_11: Final = Requirement(
    code="POL-11",
    name=Label(nl="landelijke akkoorden en hun looptijd", en="national agreements and their term"),
    text=Label(
        nl="Ga na welke landelijke akkoorden en uitkeringen gelden zolang de nota loopt. De specifieke "
        "uitkering bij het Gezond en Actief Leven Akkoord is er voor 2023 tot en met 2026; het Aanvullend "
        "Zorg- en Welzijnsakkoord is van 8 september 2025.",
        en="Find out which national agreements and grants hold while the memorandum runs. The "
        "specific-purpose grant with the Healthy and Active Living Agreement is for 2023 through 2026; the "
        "Additional Care and Welfare Agreement is of 8 September 2025.",
    ),
    citation=Citation(NATIONAL_GRANT),
    also=(Citation(CARE_AND_WELFARE_AGREEMENT),),
    basis=Basis.LITERATURE,
    choice=Label(
        nl="Dat u dit bij het maken van de nota nagaat, is ons advies. Wat na 2026 geldt, is niet nagegaan.",
        en="That you find this out when the memorandum is made is our advice. What holds after 2026 was not "
        "looked up.",
    ),
)
