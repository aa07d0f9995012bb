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
            "- Minstens twee private partijen nodig; nu één.",
            "→ Laat een private partij meedoen.",
        ),
    ),
    (
        c.PartyCount(at_most=1, of="kinds"),
        PARTIES,
        (
            "- Hoogstens één soort partij; nu twee.",
            WAIVER,
        ),
    ),
    (
        c.OnRecord(("purpose", "rationale")),
        (),
        (
            "- Er is nog niets vastgelegd over: doel en reden van de samenwerking.",
            "→ Leg vast: doel en reden van de samenwerking.",
        ),
    ),
    (
        c.OnRecord("backing", dated=True, max_age=gs.Every(years=4)),
        (),
        (
            (
                "- Er is nog niets vastgelegd over: ruggespraak met de achterban, niet ouder dan vier "
                "jaar. Vermeld ook tot en met welke dag het geldt; die dag mag nog niet voorbij zijn."
            ),
            "→ Leg vast, met einddatum: ruggespraak met de achterban.",
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
            "→ Leg vast voor Partij a en Partij b: ruggespraak met de achterban.",
        ),
    ),
    (
        c.OnRecord("backing", each=SCHOOL),
        PARTIES,
        (
            "- Er doet nog geen school mee.",
            "→ Laat een school meedoen.",
            "→ Leg vast voor de nieuwe school: ruggespraak met de achterban.",
        ),
    ),
    (
        c.OnRecord("sector_considered", each=c.Sectors("sport")),
        (),
        (
            (
                "- Er is nog niets vastgelegd over: afweging om de sector te betrekken. Dit geldt voor: "
                "sport en bewegen."
            ),
            "→ Leg vast voor de sector sport en bewegen: afweging om de sector te betrekken.",
        ),
    ),
    (
        c.RecordCount("backing", at_least=2),
        said("backing"),
        (
            "- Ruggespraak met de achterban: minstens twee keer nodig; nu één keer.",
            "→ Leg vast: ruggespraak met de achterban.",
        ),
    ),
    (
        c.Measured("capacity_money", at_least=5),
        (gs.Quantified(DAY, "capacity_money", 2),),
        (
            "- Beschikbaar geld: nu twee; nodig is minstens vijf.",
            "→ Noteer: beschikbaar geld.",
        ),
    ),
    (
        c.Measured("capacity_money", at_least=5),
        (),
        (
            "- Er is nog geen getal voor: beschikbaar geld.",
            "→ Noteer: beschikbaar geld.",
        ),
    ),
    (
        c.Lasts("funding", at_least=gs.Every(years=1)),
        (),
        (
            ("- Er is nog niet vastgelegd tot wanneer dit geldt: financiering. Nodig is minstens één jaar."),
            "→ Zorg voor financiering, en leg vast tot en met welke dag het geldt.",
        ),
    ),
    (
        c.Lasts("funding", at_least=gs.Every(years=1)),
        (gs.Stated(DAY, "funding", "…", until=later(20)),),
        (
            "- Financiering: geldt nu tot en met 28 januari 2024; nodig is minstens één jaar.",
            "→ Zorg voor financiering, en leg vast tot en met welke dag het geldt.",
        ),
    ),
    (
        c.Paired("issue_noticed", "issue_raised"),
        said("issue_noticed"),
        (
            (
                "- Op 8 januari 2024 vastgelegd: opgemerkt knelpunt. Daarbij is nog niets vastgelegd "
                "over: benoemd knelpunt."
            ),
            "→ Leg vast: benoemd knelpunt.",
        ),
    ),
    (
        c.Paired("issue_noticed", "issue_raised", "before"),
        said("issue_noticed"),
        (
            (
                "- Op 8 januari 2024 vastgelegd: opgemerkt knelpunt. Vóór die dag was er nog niets "
                "vastgelegd over: benoemd knelpunt."
            ),
            WAIVER,
        ),
    ),
    (
        c.RoleFilled("alderman"),
        (),
        (
            "- Nog niet betrokken: een wethouder.",
            "→ Betrek een wethouder.",
        ),
    ),
    (
        c.RoleFilled(("alderman", "champion"), by=c.Parties(kinds="municipality"), outsider=True),
        (),
        (
            (
                "- Deze rol is nog niet vervuld door een gemeente door iemand van buiten de partijen: "
                "wethouder of trekker."
            ),
            "→ Wijs iemand van buiten aan als wethouder.",
            WAIVER,
        ),
    ),
    (
        c.RoleFilled("delegate", each=c.Parties()),
        PARTIES,
        (
            "- Nog geen afgevaardigde bij: Partij a en Partij b.",
            "→ Wijs bij Partij a en Partij b een afgevaardigde aan.",
        ),
    ),
    (
        c.RoleFilled(each=c.Parties()),
        PARTIES,
        (
            "- Nog geen rol: Partij a en Partij b.",
            "→ Geef een rol aan Partij a en Partij b.",
        ),
    ),
    (
        c.RoleFilled(named_by="role_needed"),
        (gs.Stated(DAY, "role_needed", "…", about=("role", "alderman")),),
        (
            "- Nog niet betrokken: een wethouder.",
            "→ Betrek een wethouder.",
        ),
    ),
    (
        c.ConsentOfAll("ambition"),
        (PARTIES[0], gs.Consented(DAY, "a", "ambition", "objects")),
        (
            "- Nog geen instemming met “gezamenlijke ambitie” (nu: maakt bezwaar): Partij a.",
            "→ Vraag Partij a om instemming met: gezamenlijke ambitie.",
        ),
    ),
    (
        c.ConsentOfAll("ambition"),
        PARTIES,
        (
            "- Nog geen instemming in deze ronde met “gezamenlijke ambitie”: Partij a en Partij b.",
            "→ Vraag Partij a en Partij b om instemming met: gezamenlijke ambitie.",
        ),
    ),
    (
        c.Contributed(other_than="money", measured=True),
        PARTIES,
        (
            ("- Nog niet afgesproken wat en hoeveel elk bijdraagt, anders dan geld: Partij a en Partij b."),
            "→ Spreek een andere bijdrage dan geld af met Partij a en Partij b, ieder apart.",
        ),
    ),
    (
        c.Contributed(status="asked"),
        PARTIES,
        (
            "- Nog geen bijdrage gevraagd: Partij a en Partij b.",
            "→ Vraag Partij a en Partij b om een bijdrage, ieder apart.",
        ),
    ),
    (
        c.Agreed(),
        (),
        (
            "- Er is nog geen overeenkomst op papier.",
            "→ Laat een partij meedoen.",
            "→ Zet een overeenkomst op papier.",
        ),
    ),
    (
        c.Agreed(("goal", "term"), with_=SCHOOL, signed=True),
        (*PARTIES, draft("x")),
        (
            (
                "- In overeenkomst “x” ontbreken afspraken over: doel en looptijd, doet nog geen school "
                "mee en heeft nog niemand een verplichting."
            ),
            "→ Laat een school meedoen.",
            "→ Vul overeenkomst “x” aan met afspraken over: doel en looptijd.",
            "→ Leg in overeenkomst “x” vast wie zich verplicht: Partij a.",
            "→ Neem als partij op in overeenkomst “x”: Partij a en de nieuwe school.",
            "→ Laat Partij a tekenen.",
        ),
    ),
    (
        c.Agreed(signed=True),
        (*PARTIES, draft("x", "b")),
        (
            "- Nog niet getekend: Partij b.",
            "→ Laat Partij b tekenen.",
        ),
    ),
    (
        c.Agreed(obliged=2),
        (*PARTIES, draft("x", "b")),
        (
            (
                "- In overeenkomst “x” is het aantal partijen met een verplichting één, en moet het "
                "minstens twee zijn."
            ),
            "→ Leg in overeenkomst “x” vast wie zich verplicht: Partij a en Partij b.",
        ),
    ),
    (
        c.Agreed(extended=True),
        (*PARTIES, draft("x")),
        (
            "- Overeenkomst “x” heeft geen laatste dag.",
            "→ Laat overeenkomst “x” lopen tot en met een latere dag, bijvoorbeeld 10 januari 2025.",
        ),
    ),
    (
        c.NoticeGiven("notice_of_leaving", "notice_months", leaving=True),
        (*PARTIES, draft("x")),
        (
            "- Nog niet vastgelegd wie uittreedt.",
            "→ Leg vast: aankondiging van uittreding.",
        ),
    ),
    (
        c.NoticeGiven("notice_of_termination", "notice_months"),
        (*PARTIES, draft("x"), gs.Quantified(DAY, "notice_months", 3)),
        (
            ("- Nog niet vastgelegd, terwijl er een termijn is afgesproken: opzegging van de overeenkomst."),
            "→ Leg vast: opzegging van de overeenkomst.",
            WAIVER,
        ),
    ),
    (
        c.Agreed(each=c.Parties()),
        (*PARTIES, draft("x")),
        (
            "- Nog niet in de overeenkomst: Partij b.",
            "→ Zet precies deze partijen in overeenkomst “x”: Partij a en Partij b.",
        ),
    ),
    (
        c.Agreed(none_left=True),
        (*PARTIES, draft("x", "a", "b"), gs.PartyLeft(DAY, "a")),
        (
            "- Vertrokken, maar nog wel partij: Partij a.",
            "→ Zet precies deze partijen in overeenkomst “x”: Partij b.",
        ),
    ),
    (
        c.ConsentOfAll("ambition", since_entry=False),
        PARTIES[:1],
        (
            "- Nog geen instemming met “gezamenlijke ambitie”: Partij a.",
            "→ Vraag Partij a om instemming met: gezamenlijke ambitie.",
        ),
    ),
    (
        c.Agreed(),
        (*PARTIES, draft("x"), draft("y")),
        (
            "- Er kan maar één hoofdovereenkomst zijn. Nu zijn er meer: “x” en “y”.",
            WAIVER,
        ),
    ),
    (
        c.MetBefore("individual", "plenary"),
        PARTIES,
        (
            "- Nog geen individueel gesprek geweest. Dit geldt voor: Partij a en Partij b.",
            "→ Zorg voor een individueel gesprek met Partij a en Partij b, ieder apart.",
        ),
    ),
    (
        c.MetBefore("individual", "plenary"),
        (*PARTIES, gs.Met(DAY, "plenary", ("a", "b")), gs.Met(later(1), "individual", ("a", "b"))),
        (
            (
                "- Op 8 januari 2024 was er al een plenair overleg, zonder een individueel gesprek op een"
                " eerdere dag. Dit geldt voor: Partij a en Partij b."
            ),
            WAIVER,
        ),
    ),
    (
        c.InContact("plenary", at_least=2, every=gs.Every(months=1), present=(SCHOOL,)),
        PARTIES,
        (
            (
                "- In de afgelopen maand nog geen plenair overleg waaraan een school meedoet; nodig is "
                "twee keer."
            ),
            "→ Laat een school meedoen.",
            "→ Zorg voor een plenair overleg met de nieuwe school.",
        ),
    ),
    (
        c.InContact(pairs=True),
        PARTIES,
        (
            "- Nog geen contact tussen Partij a en Partij b.",
            "→ Zorg voor contact met Partij a en Partij b.",
        ),
    ),
    (
        c.InContact("visit", school_year=True, each=c.Parties()),
        PARTIES,
        (
            "- In dit schooljaar nog geen werkbezoek. Dit geldt voor: Partij a en Partij b.",
            "→ Zorg voor een werkbezoek met Partij a en Partij b, ieder apart.",
        ),
    ),
    (
        c.Evaluated("final"),
        (),
        (
            "- Er is nog geen eindevaluatie gehouden.",
            "→ Houd een eindevaluatie.",
        ),
    ),
    (
        c.Evaluated(decisions="adapt", since_entry=True),
        (),
        (
            (
                "- In deze ronde is nog geen evaluatie met een besluit gehouden. Bij deze stap past: "
                "aanpassen."
            ),
            "→ Houd een evaluatie en neem een besluit; deze stap past bij het besluit: aanpassen.",
        ),
    ),
    (
        c.Evaluated(decisions="adapt"),
        (gs.EvaluationHeld(DAY, "final", "continue"),),
        (
            "- Het laatste besluit was: doorgaan. Bij deze stap past: aanpassen.",
            "→ Houd een evaluatie en neem een besluit; deze stap past bij het besluit: aanpassen.",
        ),
    ),
    (
        c.EvaluationArranged(recurring=True),
        (),
        (
            "- Er is nog geen evaluatie gepland die steeds terugkomt.",
            "→ Plan elk jaar een evaluatie.",
        ),
    ),
    (
        c.EvaluationArranged(aspects=("process", "effect")),
        (gs.EvaluationPlanned(DAY, "final", due=DAY),),
        (
            "- Er is nog geen evaluatie gepland over proces en effect.",
            "→ Plan een evaluatie over proces en effect.",
        ),
    ),
    (
        c.ActionCount(c.Parties(), at_least=1),
        PARTIES,
        (
            "- Minstens één lopende actie nodig; nu nog geen. Dit geldt voor: Partij a en Partij b.",
            (
                "→ Spreek een concrete actie af: wie doet wat, en wanneer is het klaar (een voor elk van:"
                " Partij a en Partij b)."
            ),
        ),
    ),
    (
        c.AllOf((c.RoleFilled("alderman"),)),
        (),
        (
            "- Nog niet betrokken: een wethouder.",
            "→ Betrek een wethouder.",
        ),
    ),
    (
        c.PartyCount(c.Parties(sectors="sport"), at_least=1, of="sectors"),
        PARTIES,
        (
            "- Minstens één sector onder partijen uit de sector sport en bewegen nodig; nu nog geen.",
            "→ Laat een partij uit de sector sport en bewegen meedoen.",
        ),
    ),
    (
        c.OnRecord("purpose", each=c.Sectors()),
        PARTIES,
        (
            "- Er doet nog geen sector mee.",
            "→ Laat een partij uit de sector volksgezondheid meedoen.",
            "→ Leg vast voor de sector volksgezondheid: doel van de samenwerking.",
        ),
    ),
    (
        c.RecordCount("benefit", c.Sectors("sport"), at_least=1),
        (),
        (
            (
                "- Nodig voor minstens één sector sport en bewegen: verwacht voordeel voor de partij. Nu "
                "nog voor geen enkele."
            ),
            "→ Leg vast voor de sector sport en bewegen: verwacht voordeel voor de partij.",
        ),
    ),
    (
        c.RecordCount("backing", c.Parties(), at_least=2),
        (*PARTIES, *said("backing", about="b")),
        (
            "- Nodig voor minstens twee partijen: ruggespraak met de achterban. Nu voor één.",
            "→ Leg vast voor Partij a: ruggespraak met de achterban.",
        ),
    ),
    (
        c.RecordCount("backing", at_most=0),
        said("backing"),
        (
            "- Hierover mag nog niets zijn vastgelegd: ruggespraak met de achterban.",
            WAIVER,
        ),
    ),
    (
        c.Measured("capacity_money", at_most=5),
        (*PARTIES, gs.Quantified(DAY, "capacity_money", 7, "a")),
        (
            "- Beschikbaar geld (Partij a): nu zeven; nodig is hoogstens vijf.",
            "→ Noteer: beschikbaar geld van Partij a.",
        ),
    ),
    (
        c.Measured("capacity_money", at_least=c.Same("capacity_hours")),
        (gs.Quantified(DAY, "capacity_money", 2),),
        (
            "- Er is nog geen getal voor: beschikbare uren.",
            "→ Noteer: beschikbare uren.",
        ),
    ),
    (
        c.Lasts("funding", at_most=A_YEAR),
        (gs.Stated(DAY, "funding", "…", until=later(800)),),
        (
            "- Financiering: geldt nu tot en met 18 maart 2026; nodig is hoogstens één jaar.",
            "→ Zorg voor financiering, en leg vast tot en met welke dag het geldt.",
        ),
    ),
    (
        c.Lasts("funding", at_least=A_YEAR, at_most=gs.Every(years=2)),
        (),
        (
            (
                "- Er is nog niet vastgelegd tot wanneer dit geldt: financiering. Nodig is minstens één "
                "jaar en hoogstens twee jaar."
            ),
            "→ Zorg voor financiering, en leg vast tot en met welke dag het geldt.",
        ),
    ),
    (
        c.Paired("issue_noticed", "issue_raised", each=c.Parties()),
        (*PARTIES, *said("issue_noticed")),
        (
            (
                "- Op 8 januari 2024 vastgelegd (Partij a en Partij b): opgemerkt knelpunt. Daarbij is "
                "nog niets vastgelegd over: benoemd knelpunt."
            ),
            "→ Leg vast voor Partij a en Partij b: benoemd knelpunt.",
        ),
    ),
    (
        c.RoleFilled("alderman", by=c.Parties(kinds="municipality")),
        PARTIES,
        (
            "- Deze rol is nog niet vervuld door een gemeente: wethouder.",
            "→ Betrek een wethouder, namens Partij a.",
        ),
    ),
    (
        c.RoleFilled(outsider=True),
        PARTIES,
        (
            "- Nog geen rol vervuld door iemand van buiten de partijen.",
            "→ Wijs iemand van buiten aan als onafhankelijke evaluator.",
        ),
    ),
    (
        c.Contributed(status="asked"),
        PARTIES[:1],
        (
            "- Nog geen bijdrage gevraagd: Partij a.",
            "→ Vraag Partij a om een bijdrage.",
        ),
    ),
    (
        c.Agreed("goal", kinds="covenant"),
        PARTIES,
        (
            "- Er is nog geen overeenkomst op papier (convenant).",
            "→ Zet op papier: convenant.",
        ),
    ),
    (
        c.Agreed("goal", kinds="covenant"),
        (*PARTIES, draft("x"), draft("y")),
        (
            "- In overeenkomst “x” ontbreken afspraken over: doel.",
            "→ Vul overeenkomst “x” aan met afspraken over: doel.",
        ),
    ),
    (
        c.MetBefore("individual", "plenary"),
        (),
        (
            "- Er doet nog geen partij mee.",
            "→ Laat een partij meedoen.",
            "→ Zorg voor een individueel gesprek met de nieuwe partij.",
        ),
    ),
    (
        c.InContact(each=SCHOOL),
        PARTIES,
        (
            "- Er doet nog geen school mee.",
            "→ Laat een school meedoen.",
            "→ Zorg voor contact met de nieuwe school.",
        ),
    ),
    (
        c.InContact(pairs=True),
        PARTIES[:1],
        (
            "- Er doet nog geen partij mee.",
            "→ Laat een partij meedoen.",
            "→ Zorg voor contact met Partij a en de nieuwe partij.",
        ),
    ),
    (
        c.InContact("visit", every=A_YEAR, school_year=True),
        PARTIES,
        (
            "- In dit schooljaar en in het afgelopen jaar nog geen werkbezoek.",
            "→ Zorg voor een werkbezoek met Partij a en Partij b.",
        ),
    ),
    (
        c.InContact(present=(c.Parties(kinds="retailer"),)),
        PARTIES,
        (
            "- Nog geen contact waaraan een winkel of winkelketen meedoet.",
            "→ Zorg voor contact met Partij b.",
        ),
    ),
    (
        c.Evaluated("final", decisions=("adapt", "continue")),
        (),
        (
            (
                "- Er is nog geen eindevaluatie met een besluit gehouden. Bij deze stap past: aanpassen "
                "of doorgaan."
            ),
            "→ Houd een eindevaluatie en neem een besluit; deze stap past bij het besluit: aanpassen.",
        ),
    ),
    (
        c.TermRuns(),
        (gs.AgreementDrafted(DAY, "pact", "covenant", end=later(-1), title="Het convenant"),),
        (
            (
                "- De looptijd van “Het convenant” is voorbij sinds 7 januari 2024, en de samenwerking "
                "loopt door."
            ),
            (
                "→ Laat overeenkomst “Het convenant” lopen tot en met een latere dag, bijvoorbeeld 10 "
                "januari 2025."
            ),
        ),
    ),
    (
        c.EvaluationArranged("final"),
        (),
        (
            "- Er is nog geen eindevaluatie gepland.",
            "→ Plan een eindevaluatie.",
        ),
    ),
    (
        c.ActionCount(at_least=1),
        PARTIES,
        (
            "- Minstens één lopende actie nodig; nu nog geen.",
            "→ Spreek een concrete actie af: wie doet wat, en wanneer is het klaar.",
        ),
    ),
    (
        c.ActionCount(at_least=2),
        PARTIES,
        (
            "- Minstens twee lopende acties nodig; nu nog geen.",
            "→ Spreek een concrete actie af: wie doet wat, en wanneer is het klaar.",
        ),
    ),
    (
        c.AnyOf((c.RoleFilled("alderman"), c.OnRecord("backing"))),
        (),
        (
            "- Nog niet betrokken: een wethouder.",
            "- Er is nog niets vastgelegd over: ruggespraak met de achterban.",
            "→ Betrek een wethouder.",
        ),
    ),
]
"""A condition, what is on record, and what the row of its rule says is missing and would help."""

ASKED: list[tuple[c.Condition, str]] = [
    (
        c.PartyCount(c.Parties(sides="private"), at_least=2, at_most=TEN),
        "minstens twee en hoogstens tien [ten] private partijen",
    ),
    (
        c.PartyCount(SCHOOL, at_least=2, of="sectors"),
        "minstens twee verschillende sectoren onder scholen",
    ),
    (c.PartyCount(at_least=2, of="kinds"), "minstens twee soorten partijen"),
    (
        c.OnRecord(("purpose", "rationale")),
        "vastgelegd: doel en reden van de samenwerking",
    ),
    (
        c.OnRecord("backing", each=SCHOOL, max_age=A_YEAR, dated=True, since_entry=True),
        (
            "vastgelegd voor elke school in deze ronde, niet ouder dan één jaar, met einddatum: "
            "ruggespraak met de achterban"
        ),
    ),
    (
        c.RecordCount("backing", at_least=1),
        "al eens vastgelegd: ruggespraak met de achterban",
    ),
    (
        c.RecordCount("backing", SCHOOL, at_most=1),
        "voor hoogstens één school vastgelegd: ruggespraak met de achterban",
    ),
    (
        c.Measured("capacity_money", at_least=c.Same("capacity_hours"), at_most=1_500),
        "beschikbaar geld: minstens “beschikbare uren” en hoogstens 1500",
    ),
    (c.Lasts("funding", at_least=A_YEAR), "“financiering” geldt minstens één jaar"),
    (c.Paired("issue_noticed", "issue_raised"), "telkens bij “opgemerkt knelpunt”: benoemd knelpunt"),
    (
        c.Paired("issue_noticed", "issue_raised", "after", within=A_YEAR, each=SCHOOL),
        ("telkens na “opgemerkt knelpunt”, met elke school, binnen één jaar: benoemd knelpunt"),
    ),
    (c.RoleFilled(), "rol vervuld"),
    (
        c.RoleFilled(("alderman", "champion"), by=SCHOOL, outsider=True),
        ("rol vervuld door een school door iemand van buiten de partijen: wethouder of trekker"),
    ),
    (
        c.RoleFilled("delegate", each=SCHOOL),
        "elke school heeft een afgevaardigde",
    ),
    (
        c.RoleFilled(named_by="role_needed"),
        "elke rol die is genoemd als “benodigde rol”, is vervuld",
    ),
    (
        c.ConsentOfAll("ambition", SCHOOL),
        "elke school stemt in met: gezamenlijke ambitie",
    ),
    (
        c.Agreed(each=SCHOOL, signed=True),
        "overeenkomst, getekend door elke school met een verplichting",
    ),
    (
        c.ConsentOfAll("ambition", c.Parties(taken_over=False), since_entry=False),
        (
            "elke partij die nog niet meedeed toen de samenwerking werd ingevoerd stemt in met: "
            "gezamenlijke ambitie, nu of eerder"
        ),
    ),
    (
        c.PartyCount(c.Parties(taken_over=True), at_least=2),
        "minstens twee partijen die al meededen toen de samenwerking werd ingevoerd",
    ),
    (c.Contributed(), "met elke partij afgesproken: een bijdrage"),
    (
        c.Contributed(SCHOOL, other_than="money", status="asked", measured=True),
        "aan elke school gevraagd: een andere bijdrage dan geld, en hoeveel",
    ),
    (c.Agreed(), "overeenkomst"),
    (c.Agreed(obliged=2), "overeenkomst, waarin minstens twee partijen zich verplichten"),
    (c.Agreed(extended=True), "overeenkomst, met een laatste dag die in deze ronde later werd"),
    (
        c.NoticeGiven("notice_of_leaving", "notice_months", leaving=True),
        (
            "vastgelegd wie uittreedt (aankondiging van uittreding), en de termijn is voorbij als die"
            " is afgesproken (opzegtermijn in maanden)"
        ),
    ),
    (
        c.NoticeGiven("notice_of_termination", "notice_months"),
        (
            "als een termijn is afgesproken (opzegtermijn in maanden): vastgelegd is opzegging van de"
            " overeenkomst, en die termijn is voorbij"
        ),
    ),
    (
        c.Agreed(each=SCHOOL, none_left=True),
        "overeenkomst, waarin elke school staat, zonder wie is vertrokken",
    ),
    (
        c.Agreed(("goal", "term"), kinds="covenant", with_=SCHOOL, signed=True),
        (
            "overeenkomst (convenant), met afspraken over doel en looptijd, ook met een school, "
            "getekend door iedereen met een verplichting"
        ),
    ),
    (
        c.MetBefore("individual", "plenary"),
        ("met elke partij eerst een individueel gesprek en pas op een latere dag een plenair overleg"),
    ),
    (c.InContact(), "contact"),
    (
        c.InContact(
            "plenary", at_least=2, every=gs.Every(months=3), school_year=True, present=(SCHOOL,), each=SCHOOL
        ),
        (
            "elke drie maanden dit schooljaar minstens twee keer plenair overleg waaraan een school "
            "meedoet met elke school"
        ),
    ),
    (c.InContact(pairs=True), "contact tussen elke twee partijen"),
    (c.Evaluated(), "een evaluatie gehouden"),
    (
        c.Evaluated("final", decisions=("adapt", "continue"), since_entry=True),
        "een eindevaluatie gehouden in deze ronde, met als besluit: aanpassen of doorgaan",
    ),
    (c.TermRuns(), "looptijd van de overeenkomst niet voorbij"),
    (c.TermRuns("covenant"), "looptijd van de overeenkomst niet voorbij (convenant)"),
    (c.EvaluationArranged(), "een evaluatie gepland"),
    (
        c.EvaluationArranged("final", recurring=True, aspects=("process", "effect")),
        "een eindevaluatie gepland over proces en effect, die steeds terugkomt",
    ),
    (c.ActionCount(at_least=1), "minstens één lopende actie"),
    (c.ActionCount(SCHOOL, at_most=3), "hoogstens drie lopende acties per school"),
    (
        c.AllOf((c.Evaluated(), c.AnyOf((c.Agreed(), c.RoleFilled())))),
        "zowel een evaluatie gehouden als (ofwel overeenkomst, ofwel rol vervuld)",
    ),
]
"""A condition, and the phrase that says what it asks."""
