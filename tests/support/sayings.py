"""What is said, condition by condition: as something asked, and where it is missing.

The lines of a row are those on what is missing (`-`) and on what would help (`→`), in Dutch.
"""

from __future__ import annotations

import gezondsamen as gs
from gezondsamen.process import conditions as c
from tests.support.builders import DAY, joined, label, later, said

PARTIES = (joined("a"), joined("b", "retailer"))
SCHOOL = c.Parties(kinds="school")
A_YEAR = gs.Every(years=1)
TEN = c.Limit("ten", 10, label("tien"))
WAIVER = (
    "→ Vastleggen helpt hier niet meer. Wie mag besluiten, kan van de regel afwijken: "
    "leg vast waarom, en wie dat goedkeurt."
)


def draft(ident: str, *obliged: str) -> gs.AgreementDrafted:
    return gs.AgreementDrafted(DAY, ident, "covenant", ("a", *obliged), obliged)


SAID: list[tuple[c.Condition, tuple[gs.Fact, ...], tuple[str, ...]]] = [
    (
        c.PartyCount(c.Parties(sides="private"), at_least=2),
        PARTIES,
        (
            "- Nodig: minstens 2 partijen die privaat zijn. Nu: 1.",
            "→ Laat een partij meedoen (soort: bedrijf).",
        ),
    ),
    (c.PartyCount(at_most=1, of="kinds"), PARTIES, ("- De grens: hoogstens 1 soort partij. Nu: 2.", WAIVER)),
    (
        c.OnRecord(("purpose", "rationale")),
        (),
        (
            (
                "- Er is nog niets vastgelegd over: doel van de samenwerking en waarom en waarvoor "
                "partijen samenwerken."
            ),
            "→ Leg vast: doel van de samenwerking en waarom en waarvoor partijen samenwerken.",
        ),
    ),
    (
        c.OnRecord("backing", dated=True, max_age=gs.Every(years=4)),
        (),
        (
            (
                "- Er is nog niets vastgelegd over: ruggespraak met de achterban, niet ouder dan 4 jaar. "
                "De laatste dag waarop het geldt moet erbij staan, en mag nog niet voorbij zijn."
            ),
            "→ Leg vast: ruggespraak met de achterban, met de laatste dag waarop dat geldt.",
        ),
    ),
    (
        c.OnRecord("purpose", since_entry=True),
        (),
        (
            "- Er is nog niets vastgelegd over: doel van de samenwerking (in deze ronde).",
            "→ Leg vast: doel van de samenwerking.",
        ),
    ),
    (
        c.OnRecord("backing", each=c.Parties()),
        PARTIES,
        (
            (
                "- Er is nog niets vastgelegd over: ruggespraak met de achterban. Dit geldt voor: Partij "
                "a en Partij b."
            ),
            "→ Leg vast: ruggespraak met de achterban (voor elk van deze: Partij a en Partij b).",
        ),
    ),
    (
        c.OnRecord("backing", each=SCHOOL),
        PARTIES,
        (
            "- Hiervoor is nodig: een partij van de soort school. Die is er nog niet.",
            "→ Laat een partij meedoen (soort: school).",
            "→ Leg vast: ruggespraak met de achterban, van de nieuwe partij (school).",
        ),
    ),
    (
        c.OnRecord("sector_considered", each=c.Sectors("sport")),
        (),
        (
            (
                "- Er is nog niets vastgelegd over: afweging om een sector te betrekken. Dit geldt voor: "
                "sport en bewegen."
            ),
            "→ Leg vast: afweging om een sector te betrekken (sport en bewegen).",
        ),
    ),
    (
        c.RecordCount("backing", at_least=2),
        said("backing"),
        (
            "- Nodig: minstens 2 keer vastgelegd: “ruggespraak met de achterban”. Nu: 1.",
            "→ Leg vast: ruggespraak met de achterban.",
        ),
    ),
    (
        c.Measured("capacity_money", at_least=5),
        (gs.Quantified(DAY, "capacity_money", 2),),
        ("- Beschikbaar geld: nu 2, nodig minstens 5.", "→ Noteer het getal: beschikbaar geld."),
    ),
    (
        c.Measured("capacity_money", at_least=5),
        (),
        ("- Er is nog geen getal voor: beschikbaar geld.", "→ Noteer het getal: beschikbaar geld."),
    ),
    (
        c.Lasts("funding", at_least=gs.Every(years=1)),
        (),
        (
            (
                "- Er is nog geen laatste dag vastgelegd voor: financiering met einddatum (nodig: "
                "minstens 1 jaar)."
            ),
            "→ Leg vast: financiering met einddatum, met de laatste dag waarop dat geldt.",
        ),
    ),
    (
        c.Lasts("funding", at_least=gs.Every(years=1)),
        (gs.Stated(DAY, "funding", "…", until=later(20)),),
        (
            "- Financiering met einddatum loopt nu tot en met 28 januari 2024; nodig is minstens 1 jaar.",
            "→ Leg vast: financiering met einddatum, met de laatste dag waarop dat geldt.",
        ),
    ),
    (
        c.Paired("issue_noticed", "issue_raised"),
        said("issue_noticed"),
        (
            (
                "- “opgemerkt knelpunt” staat op 8 januari 2024, maar er is nog niets vastgelegd over: "
                "benoemd knelpunt."
            ),
            "→ Leg vast: benoemd knelpunt.",
        ),
    ),
    (
        c.Paired("issue_noticed", "issue_raised", "before"),
        said("issue_noticed"),
        (
            (
                "- “opgemerkt knelpunt” staat op 8 januari 2024, maar “benoemd knelpunt” was er niet vóór"
                " die dag."
            ),
            WAIVER,
        ),
    ),
    (
        c.RoleFilled("alderman"),
        (),
        ("- Deze rol is nog niet vervuld: wethouder.", "→ Wijs deze rol toe: wethouder."),
    ),
    (
        c.RoleFilled(("alderman", "champion"), by=c.Parties(kinds="municipality"), outsider=True),
        (),
        (
            (
                "- Deze rol is nog niet vervuld: wethouder of trekker (door een partij van de soort "
                "gemeente) (van buiten de partijen)."
            ),
            "→ Wijs de rol toe: wethouder, aan iemand van buiten.",
            WAIVER,
        ),
    ),
    (
        c.RoleFilled("delegate", each=c.Parties()),
        PARTIES,
        (
            "- Nog niemand in de rol van afgevaardigde: Partij a en Partij b.",
            "→ Wijs de rol toe: afgevaardigde, aan Partij a en Partij b.",
        ),
    ),
    (
        c.RoleFilled(each=c.Parties()),
        PARTIES,
        ("- Nog geen rol: Partij a en Partij b.", "→ Geef een rol aan Partij a en Partij b."),
    ),
    (
        c.RoleFilled(named_by="role_needed"),
        (gs.Stated(DAY, "role_needed", "…", about=("role", "alderman")),),
        ("- Deze rol is nog niet vervuld: wethouder.", "→ Wijs deze rol toe: wethouder."),
    ),
    (
        c.ConsentOfAll("ambition"),
        (PARTIES[0], gs.Consented(DAY, "a", "ambition", "objects")),
        (
            "- Nog geen instemming met “gezamenlijke ambitie” (nu: maakt bezwaar): Partij a.",
            "→ Vraag Partij a om in te stemmen met: gezamenlijke ambitie.",
        ),
    ),
    (
        c.ConsentOfAll("ambition"),
        PARTIES,
        (
            "- Nog geen instemming in deze ronde met “gezamenlijke ambitie”: Partij a en Partij b.",
            "→ Vraag Partij a en Partij b om in te stemmen met: gezamenlijke ambitie.",
        ),
    ),
    (
        c.Contributed(other_than="money", measured=True),
        PARTIES,
        (
            "- Nog geen bijdrage afgesproken, anders dan geld, met hoeveel: Partij a en Partij b.",
            "→ Spreek een bijdrage af met elk van deze: Partij a en Partij b.",
        ),
    ),
    (
        c.Contributed(status="asked"),
        PARTIES,
        (
            "- Nog geen bijdrage gevraagd: Partij a en Partij b.",
            "→ Vraag een bijdrage aan elk van deze: Partij a en Partij b.",
        ),
    ),
    (
        c.Agreed(),
        (),
        (
            "- Er is nog geen overeenkomst op papier.",
            "→ Laat een partij meedoen (soort: gemeente).",
            "→ Zet een overeenkomst op papier.",
        ),
    ),
    (
        c.Agreed(("goal", "term"), with_=SCHOOL, signed=True),
        (*PARTIES, draft("x")),
        (
            (
                "- In overeenkomst “x” ontbreken afspraken over: doel en looptijd, doet nog geen partij van"
                " de soort school mee en heeft nog niemand een verplichting."
            ),
            "→ Vul overeenkomst “x” aan: doel en looptijd.",
            "→ Laat een partij meedoen (soort: school).",
            "→ Vul overeenkomst “x” aan: wie zich verplicht (Partij a).",
            "→ Vul overeenkomst “x” aan: partijen (Partij a en de nieuwe partij (school)).",
            "→ Laat Partij a tekenen.",
        ),
    ),
    (
        c.Agreed(signed=True),
        (*PARTIES, draft("x", "b")),
        ("- Nog niet getekend: Partij b.", "→ Laat Partij b tekenen."),
    ),
    (
        c.Agreed(),
        (*PARTIES, draft("x"), draft("y")),
        ("- Er kan maar één hoofdovereenkomst zijn. Nu zijn er meer: “x” en “y”.", WAIVER),
    ),
    (
        c.MetBefore("individual", "plenary"),
        PARTIES,
        (
            (
                "- Er is nog geen contact geweest van deze soort: individueel gesprek. Dit geldt voor: "
                "Partij a en Partij b."
            ),
            "→ Zorg voor: individueel gesprek, met elk van deze: Partij a en Partij b.",
        ),
    ),
    (
        c.MetBefore("individual", "plenary"),
        (*PARTIES, gs.Met(DAY, "plenary", ("a", "b")), gs.Met(later(1), "individual", ("a", "b"))),
        (
            (
                "- Op 8 januari 2024 was er al contact van deze soort: plenair overleg. Daarvóór was er "
                "geen: individueel gesprek. Dit geldt voor: Partij a en Partij b."
            ),
            WAIVER,
        ),
    ),
    (
        c.InContact("plenary", at_least=2, every=gs.Every(months=1), present=(SCHOOL,)),
        PARTIES,
        (
            (
                "- Plenair overleg, met erbij: partij van de soort school in de afgelopen maand: 0 keer, "
                "nodig is 2 keer."
            ),
            "→ Laat een partij meedoen (soort: school).",
            "→ Zorg voor: plenair overleg, met de nieuwe partij (school).",
        ),
    ),
    (
        c.InContact(pairs=True),
        PARTIES,
        (
            "- Contact met Partij a en Partij b: 0 keer, nodig is 1 keer.",
            "→ Zorg voor: contact, met Partij a en Partij b.",
        ),
    ),
    (
        c.InContact("visit", school_year=True, each=c.Parties()),
        PARTIES,
        (
            (
                "- Werkbezoek in dit schooljaar: 0 keer, nodig is 1 keer. Dit geldt voor: Partij a en "
                "Partij b."
            ),
            "→ Zorg voor: werkbezoek, met elk van deze: Partij a en Partij b.",
        ),
    ),
    (
        c.Evaluated("final"),
        (),
        ("- Er is nog geen evaluatie gehouden (eindevaluatie).", "→ Houd een evaluatie (eindevaluatie)."),
    ),
    (
        c.Evaluated(decisions="adapt", since_entry=True),
        (),
        (
            "- In deze ronde is er nog geen evaluatie met een besluit. Bij deze stap past: aanpassen.",
            "→ Houd een evaluatie, met als besluit: aanpassen.",
        ),
    ),
    (
        c.Evaluated(decisions="adapt"),
        (gs.EvaluationHeld(DAY, "final", "continue"),),
        (
            "- Het laatste besluit was: doorgaan. Bij deze stap past: aanpassen.",
            "→ Houd een evaluatie, met als besluit: aanpassen.",
        ),
    ),
    (
        c.EvaluationArranged(recurring=True),
        (),
        ("- Er is nog geen evaluatie gepland die steeds terugkomt.", "→ Plan een evaluatie, elk jaar."),
    ),
    (
        c.EvaluationArranged(aspects=("process", "effect")),
        (gs.EvaluationPlanned(DAY, "final", due=DAY),),
        (
            "- Er is nog geen evaluatie gepland over: proces en effect.",
            "→ Plan een evaluatie, over: proces en effect.",
        ),
    ),
    (
        c.ActionCount(c.Parties(), at_least=1),
        PARTIES,
        (
            "- Nodig: minstens 1 lopende actie. Nu: 0. Dit geldt voor: Partij a en Partij b.",
            "→ Spreek een concrete actie af: wat, wie en wanneer klaar (elk een: Partij a en Partij b).",
        ),
    ),
    (
        c.AllOf((c.RoleFilled("alderman"),)),
        (),
        ("- Deze rol is nog niet vervuld: wethouder.", "→ Wijs deze rol toe: wethouder."),
    ),
    (
        c.PartyCount(c.Parties(sectors="sport"), at_least=1, of="sectors"),
        PARTIES,
        (
            "- Nodig: minstens 1 sector onder partijen uit de sector sport en bewegen. Nu: 0.",
            "→ Laat een partij meedoen (soort: gemeente).",
        ),
    ),
    (
        c.OnRecord("purpose", each=c.Sectors()),
        PARTIES,
        (
            "- Hiervoor is nodig: een sector. Die is er nog niet.",
            "→ Laat een partij meedoen (soort: gemeente).",
            "→ Leg vast: doel van de samenwerking (volksgezondheid).",
        ),
    ),
    (
        c.RecordCount("benefit", c.Sectors("sport"), at_least=1),
        (),
        (
            "- Nodig: “verwacht voordeel voor een partij” voor minstens 1 sector sport en bewegen. Nu: 0.",
            "→ Leg vast: verwacht voordeel voor een partij (sport en bewegen).",
        ),
    ),
    (
        c.RecordCount("backing", c.Parties(), at_least=2),
        (*PARTIES, *said("backing", about="b")),
        (
            "- Nodig: “ruggespraak met de achterban” voor minstens 2 partijen. Nu: 1.",
            "→ Leg vast: ruggespraak met de achterban (Partij a).",
        ),
    ),
    (
        c.RecordCount("backing", at_most=0),
        said("backing"),
        ("- De grens: hoogstens 0 keer vastgelegd: “ruggespraak met de achterban”. Nu: 1.", WAIVER),
    ),
    (
        c.Measured("capacity_money", at_most=5),
        (*PARTIES, gs.Quantified(DAY, "capacity_money", 7, "a")),
        (
            "- Beschikbaar geld (Partij a): nu 7, nodig hoogstens 5.",
            "→ Noteer het getal: beschikbaar geld (Partij a).",
        ),
    ),
    (
        c.Measured("capacity_money", at_least=c.Same("capacity_hours")),
        (gs.Quantified(DAY, "capacity_money", 2),),
        ("- Er is nog geen getal voor: beschikbare uren.", "→ Noteer het getal: beschikbare uren."),
    ),
    (
        c.Lasts("funding", at_most=A_YEAR),
        (gs.Stated(DAY, "funding", "…", until=later(800)),),
        (
            "- Financiering met einddatum loopt nu tot en met 18 maart 2026; nodig is hoogstens 1 jaar.",
            "→ Leg vast: financiering met einddatum, met de laatste dag waarop dat geldt.",
        ),
    ),
    (
        c.Lasts("funding", at_least=A_YEAR, at_most=gs.Every(years=2)),
        (),
        (
            (
                "- Er is nog geen laatste dag vastgelegd voor: financiering met einddatum (nodig: "
                "minstens 1 jaar en hoogstens 2 jaar)."
            ),
            "→ Leg vast: financiering met einddatum, met de laatste dag waarop dat geldt.",
        ),
    ),
    (
        c.Paired("issue_noticed", "issue_raised", each=c.Parties()),
        (*PARTIES, *said("issue_noticed")),
        (
            (
                "- “opgemerkt knelpunt” staat op 8 januari 2024 (Partij a en Partij b), maar er is nog "
                "niets vastgelegd over: benoemd knelpunt."
            ),
            "→ Leg vast: benoemd knelpunt (voor elk van deze: Partij a en Partij b).",
        ),
    ),
    (
        c.RoleFilled("alderman", by=c.Parties(kinds="municipality")),
        PARTIES,
        (
            "- Deze rol is nog niet vervuld: wethouder (door een partij van de soort gemeente).",
            "→ Wijs de rol toe: wethouder, aan Partij a.",
        ),
    ),
    (
        c.RoleFilled(outsider=True),
        PARTIES,
        (
            "- Deze rol is nog niet vervuld: een rol (van buiten de partijen).",
            "→ Wijs de rol toe: onafhankelijke evaluator, aan iemand van buiten.",
        ),
    ),
    (
        c.Contributed(status="asked"),
        PARTIES[:1],
        ("- Nog geen bijdrage gevraagd: Partij a.", "→ Vraag een bijdrage aan Partij a."),
    ),
    (
        c.Agreed("goal", kinds="covenant"),
        PARTIES,
        (
            "- Er is nog geen overeenkomst op papier (convenant).",
            "→ Zet een overeenkomst op papier (convenant).",
        ),
    ),
    (
        c.Agreed("goal", kinds="covenant"),
        (*PARTIES, draft("x"), draft("y")),
        ("- In overeenkomst “x” ontbreken afspraken over: doel.", "→ Vul overeenkomst “x” aan: doel."),
    ),
    (
        c.MetBefore("individual", "plenary"),
        (),
        (
            "- Hiervoor is nodig: een partij. Die is er nog niet.",
            "→ Laat een partij meedoen (soort: gemeente).",
            "→ Zorg voor: individueel gesprek, met de nieuwe partij (gemeente).",
        ),
    ),
    (
        c.InContact(each=SCHOOL),
        PARTIES,
        (
            "- Hiervoor is nodig: een partij van de soort school. Die is er nog niet.",
            "→ Laat een partij meedoen (soort: school).",
            "→ Zorg voor: contact, met de nieuwe partij (school).",
        ),
    ),
    (
        c.InContact(pairs=True),
        PARTIES[:1],
        (
            "- Hiervoor is nodig: een partij. Die is er nog niet.",
            "→ Laat een partij meedoen (soort: gemeente).",
            "→ Zorg voor: contact, met Partij a en de nieuwe partij (gemeente).",
        ),
    ),
    (
        c.InContact("visit", every=A_YEAR, school_year=True),
        PARTIES,
        (
            "- Werkbezoek in het afgelopen jaar in dit schooljaar: 0 keer, nodig is 1 keer.",
            "→ Zorg voor: werkbezoek, met Partij a en Partij b.",
        ),
    ),
    (
        c.InContact(present=(c.Parties(kinds="retailer"),)),
        PARTIES,
        (
            "- Contact, met erbij: partij van de soort winkel of winkelketen: 0 keer, nodig is 1 keer.",
            "→ Zorg voor: contact, met Partij b.",
        ),
    ),
    (
        c.Evaluated("final", decisions=("adapt", "continue")),
        (),
        (
            "- Er is nog geen evaluatie met een besluit. Bij deze stap past: aanpassen of doorgaan.",
            "→ Houd een evaluatie (eindevaluatie), met als besluit: aanpassen.",
        ),
    ),
    (
        c.EvaluationArranged("final"),
        (),
        ("- Er is nog geen evaluatie gepland (eindevaluatie).", "→ Plan een evaluatie (eindevaluatie)."),
    ),
    (
        c.ActionCount(at_least=1),
        PARTIES,
        (
            "- Nodig: minstens 1 lopende actie. Nu: 0.",
            "→ Spreek een concrete actie af: wat, wie en wanneer klaar.",
        ),
    ),
    (
        c.ActionCount(at_least=2),
        PARTIES,
        (
            "- Nodig: minstens 2 lopende acties. Nu: 0.",
            "→ Spreek een concrete actie af: wat, wie en wanneer klaar.",
        ),
    ),
    (
        c.AnyOf((c.RoleFilled("alderman"), c.OnRecord("backing"))),
        (),
        (
            "- Deze rol is nog niet vervuld: wethouder.",
            "- Er is nog niets vastgelegd over: ruggespraak met de achterban.",
            "→ Wijs deze rol toe: wethouder.",
        ),
    ),
]
"""A condition, what is on record, and what the row of its rule says is missing and would help."""

ASKED: list[tuple[c.Condition, str]] = [
    (
        c.PartyCount(c.Parties(sides="private"), at_least=2, at_most=TEN),
        "aantal partijen die privaat zijn, minstens 2, hoogstens 10 [ten]",
    ),
    (
        c.PartyCount(SCHOOL, at_least=2, of="sectors"),
        "aantal verschillende sectoren onder partijen van de soort school, minstens 2",
    ),
    (c.PartyCount(at_least=2, of="kinds"), "aantal soorten partijen, minstens 2"),
    (
        c.OnRecord(("purpose", "rationale")),
        "vastgelegd: doel van de samenwerking en waarom en waarvoor partijen samenwerken",
    ),
    (
        c.OnRecord("backing", each=SCHOOL, max_age=A_YEAR, dated=True, since_entry=True),
        (
            "vastgelegd: ruggespraak met de achterban, voor elke partij van de soort school, niet ouder"
            " dan 1 jaar, met de laatste dag waarop dat geldt, in deze ronde"
        ),
    ),
    (
        c.RecordCount("backing", at_least=1),
        "aantal keer vastgelegd: ruggespraak met de achterban, minstens 1",
    ),
    (
        c.RecordCount("backing", SCHOOL, at_most=1),
        "aantal keer vastgelegd: ruggespraak met de achterban (partij van de soort school), hoogstens 1",
    ),
    (
        c.Measured("capacity_money", at_least=c.Same("capacity_hours"), at_most=1_500),
        "getal: beschikbaar geld, minstens beschikbare uren, hoogstens 1500",
    ),
    (c.Lasts("funding", at_least=A_YEAR), "duur: financiering met einddatum, minstens 1 jaar"),
    (c.Paired("issue_noticed", "issue_raised"), "bij elke keer “opgemerkt knelpunt” ook: benoemd knelpunt"),
    (
        c.Paired("issue_noticed", "issue_raised", "after", within=A_YEAR, each=SCHOOL),
        (
            "bij elke keer “opgemerkt knelpunt” daarna: benoemd knelpunt, met elke partij van de soort "
            "school, binnen 1 jaar"
        ),
    ),
    (c.RoleFilled(), "rol vervuld: een rol"),
    (
        c.RoleFilled(("alderman", "champion"), by=SCHOOL, outsider=True),
        (
            "rol vervuld: wethouder of trekker, door een partij van de soort school, door iemand van "
            "buiten de partijen"
        ),
    ),
    (
        c.RoleFilled("delegate", each=SCHOOL),
        "rol vervuld: afgevaardigde, voor elke partij van de soort school",
    ),
    (
        c.RoleFilled(named_by="role_needed"),
        "rol vervuld: een rol, voor alles wat genoemd is als “benodigde rol”",
    ),
    (
        c.ConsentOfAll("ambition", SCHOOL),
        "elke partij van de soort school stemt in met: gezamenlijke ambitie",
    ),
    (c.Contributed(), "bijdrage afgesproken met elke partij"),
    (
        c.Contributed(SCHOOL, other_than="money", status="asked", measured=True),
        "bijdrage gevraagd aan elke partij van de soort school, iets anders dan geld, met hoeveel",
    ),
    (c.Agreed(), "overeenkomst"),
    (
        c.Agreed(("goal", "term"), kinds="covenant", with_=SCHOOL, signed=True),
        (
            "overeenkomst (convenant), met afspraken over doel en looptijd, ook met een partij van de "
            "soort school, getekend door iedereen met een verplichting"
        ),
    ),
    (
        c.MetBefore("individual", "plenary"),
        "met elke partij eerst individueel gesprek, op een latere dag plenair overleg",
    ),
    (c.InContact(), "contact, minstens 1 keer"),
    (
        c.InContact(
            "plenary", at_least=2, every=gs.Every(months=3), school_year=True, present=(SCHOOL,), each=SCHOOL
        ),
        (
            "plenair overleg, minstens 2 keer, elke 3 maanden, in dit schooljaar, met erbij: partij van"
            " de soort school, met elke partij van de soort school"
        ),
    ),
    (c.InContact(pairs=True), "contact, minstens 1 keer, voor elk tweetal partijen"),
    (c.Evaluated(), "evaluatie gehouden"),
    (
        c.Evaluated("final", decisions=("adapt", "continue"), since_entry=True),
        "evaluatie gehouden (eindevaluatie), met als besluit: aanpassen of doorgaan, in deze ronde",
    ),
    (c.EvaluationArranged(), "evaluatie gepland"),
    (
        c.EvaluationArranged("final", recurring=True, aspects=("process", "effect")),
        "evaluatie gepland (eindevaluatie), steeds terugkerend, over proces en effect",
    ),
    (c.ActionCount(at_least=1), "aantal lopende acties, minstens 1"),
    (c.ActionCount(SCHOOL, at_most=3), "aantal lopende acties per partij van de soort school, hoogstens 3"),
    (
        c.AllOf((c.Evaluated(), c.AnyOf((c.Agreed(), c.RoleFilled())))),
        "dit alles: (evaluatie gehouden; een van deze: (overeenkomst; rol vervuld: een rol))",
    ),
]
"""A condition, and the phrase that says what it asks."""
