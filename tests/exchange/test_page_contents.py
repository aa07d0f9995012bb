"""The page for people: what each of its parts says, word for word, of cases that hold every kind of fact."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from xml.etree import ElementTree

import gezondsamen as gs
from gezondsamen.examples import load
from gezondsamen.exchange import to_html
from gezondsamen.exchange.page import sections, stylesheet
from gezondsamen.process import conditions as c
from gezondsamen.process.evaluation_points import OnPhase
from tests.support.builders import DAY, joined, label, later, rule, started, tiny

LINES = {"p", "li", "h1", "h3", "tr", "dt", "dd", "caption", "figcaption"}


def lines(part: ElementTree.Element) -> list[str]:
    """Return what a part says, a line for each paragraph, item and row; ` | ` stands between cells."""
    said = [""]

    def read(x: ElementTree.Element) -> None:
        if x.tag.endswith("svg"):
            return
        own_line = x.tag in LINES or x.attrib.get("class") == "rule-name"
        said.extend([""] * own_line)
        said[-1] += x.text or ""
        for child in x:
            read(child)
            said[-1] += child.tail or ""
        said[-1] += " | " if x.tag in ("td", "th") else ""
        said.extend([""] * own_line)

    read(part)
    found = (" ".join(line.split()) for line in said)
    return [line.removesuffix(" |").removeprefix("| ") for line in found if line.strip(" |")]


@cache
def parts(case: gs.Collaboration, on: date, lang: str = "nl") -> dict[str, ElementTree.Element]:
    found = sections(case, on=on, lang=lang)
    return {part.key: ElementTree.fromstring(f"<div>{part.content}</div>") for part in found}


def told(case: gs.Collaboration, key: str, on: date = DAY, lang: str = "nl") -> list[str]:
    return lines(parts(case, on, lang)[key])


def tables(case: gs.Collaboration, key: str, on: date = DAY, lang: str = "nl") -> dict[str, list[str]]:
    """Return the rows of each table of a part by its caption, heads first, ` / ` between lines of a cell."""
    return {
        table.findtext("caption") or "": [
            " | ".join(" / ".join(lines(cell)) for cell in row) for row in table.iter("tr")
        ]
        for table in parts(case, on, lang)[key].iter("table")
    }


MAY = date(2024, 5, 1)
DECEMBER = date(2024, 12, 31)
FOUR = started(
    gs.PPS,
    joined("stad", "municipality", "public_health", "youth", internal=True),
    joined("winkel", "retailer"),
    joined("club", "sports_club", "sport", on=later(1)),
    joined("ggd", "ggd", on=later(1)),
    title="Waterstad beweegt",
).record(
    gs.RoleAssigned(later(1), "director_visionary", "stad"),
    gs.RoleAssigned(later(2), "independent_evaluator", person="p-2"),
    gs.RoleAssigned(later(2), "delegate", "stad"),
    gs.RoleAssigned(later(3), "delegate", "stad", person="p-3"),
    gs.Stated(DAY, "purpose", "Meer bewegen", until=DECEMBER),
    gs.Stated(later(1), "party_ambition", "Klanten", about="winkel"),
    gs.Stated(later(2), "purpose", "Gezonder eten", track="main"),
    gs.Stated(later(2), "rationale", "Samen kan meer"),
    gs.Quantified(DAY, "capacity_money", 1250.5),
    gs.Consented(DAY, "winkel", "ambition", "objects"),
    gs.WaiverGranted(DAY, "KEN-04", "we beginnen vast", "u-1", until=MAY),
    gs.WaiverGranted(later(1), "PPS-02", "de vorm ligt vast", "u-1"),
    gs.ContributionRecorded(DAY, "winkel", "staff", amount=3, unit="uur"),
    gs.ContributionRecorded(later(1), "club", "staff", "asked"),
    gs.ActionAgreed(DAY, "a", "Een beweegdag", "winkel", "sport", due=MAY),
    gs.ActionAgreed(later(2), "b", "Een kookdag", "club", "sport", due=MAY, done=later(20)),
    gs.Met(DAY, "individual", ("winkel", "stad")),
    gs.EvaluationHeld(later(3), "progress_talk", "continue", ("process", "effect")),
    gs.EvaluationHeld(later(4), "periodic"),
    gs.EvaluationPlanned(DAY, "periodic", gs.Every(years=1), MAY, ("process",)),
    gs.EvaluationPlanned(DAY, "midterm", due=DECEMBER),
    gs.AgreementDrafted(
        DAY,
        "pact",
        "covenant",
        ("stad", "winkel"),
        "winkel",
        ("goal", "term"),
        "written",
        DAY,
        DECEMBER,
        title="Pact",
    ),
    gs.AgreementDrafted(later(1), "brief", "working", ("stad", "winkel", "club", "ggd"), principal=False),
    gs.AgreementDrafted(DAY, "los", "informal", principal=False, end=MAY),
    gs.Signed(later(1), "pact", "stad"),
    gs.Signed(later(2), "pact", "winkel"),
    gs.Signed(later(3), "brief", "stad"),
    gs.Signed(later(3), "brief", "winkel"),
    gs.Signed(later(5), "brief", "club"),
    gs.PartyLeft(later(9), "ggd"),
)

LONG = (
    FOUR.open(gs.AGREEMENT, track="pact", on=later(6), phase="in_force", since=later(6), reason="getekend")
    .open(gs.INTEGRAL, on=later(7), phase="maintenance", since=later(7), reason="liep al")
    .open(gs.INTEGRAL, track="wijk", on=later(8))
)
PROGRAMME = gs.Work("gids", "Gids", "Waterstad", url="https://example.org/gids", school_year="2023-2024")
BOOK = gs.Work("boek", "Boek", "Auteur")
OWN = tiny(
    rule(
        c.OnRecord("purpose"),
        code="OWN-01",
        name=label("doel"),
        citation=gs.Citation(PROGRAMME, "deel 1"),
        also=(gs.Citation(BOOK, "p. 3"),),
        choice=label("Wij willen dit."),
    ),
    rule(c.OnRecord("vision"), code="OWN-02", name=label("visie"), choice=label("Wij ook.")),
    rule(c.OnRecord("party_ambition", each=c.Parties()), code="OWN-06", name=label("ambities")),
    rule(code="OWN-03", name=label("let wel"), choice=label("En dit.")),
    advises=(rule(c.OnRecord("rationale"), code="OWN-05", name=label("advies")),),
    watches=(rule(c.OnRecord("rationale"), code="OWN-04", name=label("reden")),),
)


OWN_CASE = started(
    OWN,
    joined("a"),
    joined("b"),
    gs.Stated(DAY, "purpose", "x"),
    gs.Stated(DAY, "party_ambition", "x", about="a"),
    gs.Stated(later(1), "party_ambition", "x", about="b"),
    gs.WaiverGranted(DAY, "OWN-02", "geen tijd", "u"),
)


# --- who takes part, and what is agreed ----------------------------------------------------------------


def test_who_takes_part() -> None:
    """Parties stand with kind, sectors, roles and since when, each role with its line; who left is named."""
    on = later(30)
    assert tables(FOUR, "parties", on) == {
        "drie partijen doen mee": [
            "Partij | Soort | Sector | Rol | Vastgelegd vanaf",
            "Partij stad | gemeente (eigen organisatie) | volksgezondheid, jeugd en preventie"
            " | regisseur op visieniveau, afgevaardigde | 8 januari 2024",
            "Partij winkel | winkel of winkelketen |  | nog geen rol vastgelegd | 8 januari 2024",
            "Partij club | sportvereniging | sport en bewegen | nog geen rol vastgelegd | 9 januari 2024",
        ],
        "Wie welke rol heeft": [
            "Rol | Wie | Sinds | Journaal",
            "Regisseur op visieniveau | Partij stad | 9 januari 2024 | 6",
            "Onafhankelijke evaluator | iemand van buiten | 10 januari 2024 | 7",
            "Afgevaardigde | Partij stad | 10 januari 2024 | 8",
            "Afgevaardigde | Partij stad | 11 januari 2024 | 9",
        ],
    }
    assert "Doet niet meer mee: Partij ggd (17 januari 2024)." in told(FOUR, "parties", on)
    assert told(started(), "parties") == ["Er doet nog niemand mee."]
    assert tables(started(gs.PPS, joined("a")), "parties").keys() == {"één partij doet mee"}


def test_what_is_agreed() -> None:
    """Agreements stand with kind and form, phase, term, parties, signatures, clauses and lines."""
    (found,) = tables(LONG, "agreements", later(12)).values()
    assert found == [
        "Overeenkomst | Fase | Looptijd | Partijen en handtekeningen | Afspraken over | Journaal",
        "Pact / convenant, schriftelijk, hoofdovereenkomst | Van kracht"
        " | vanaf 8 januari 2024 tot en met 31 december 2024"
        " | Partijen: Partij stad en Partij winkel. / Verplichten zich: Partij winkel."
        " / Getekend door beide partijen. | Doel en looptijd | 27",
        "“los” / informele afspraak | er is geen fase vastgelegd | tot en met 1 mei 2024"
        " | Er is geen handtekening vastgelegd. | nog niets | 29",
        "“brief” / interne werkafspraken | er is geen fase vastgelegd | niet vastgelegd"
        " | Partijen: Partij stad, Partij winkel, Partij club en Partij ggd."
        " / Getekend op 11 januari 2024: Partij stad en Partij winkel."
        " / Getekend op 13 januari 2024: Partij club. | nog niets | 28",
    ]
    (later_on,) = tables(LONG, "agreements", date(2025, 2, 1)).values()
    assert "Van kracht, maar deze dag valt buiten de looptijd" in later_on[1]
    assert told(started(), "agreements") == ["Er is nog geen overeenkomst."]


def test_everybody_is_not_named_one_by_one() -> None:
    """Three or more parties that are all there are, are counted; one that alone signed, is named."""
    case = started(gs.PPS, joined("a"), joined("b"), joined("c"))
    case = case.record(
        gs.AgreementDrafted(DAY, "x", "covenant", ("a", "b", "c"), ("a", "b")),
        gs.AgreementDrafted(DAY, "y", "covenant", "a", principal=False),
        gs.Signed(DAY, "y", "a"),
    )
    (found,) = tables(case, "agreements").values()
    assert [row.split(" | ")[3] for row in found[1:]] == [
        "Partijen: alle drie partijen. / Verplichten zich: Partij a en Partij b."
        " / Er is geen handtekening vastgelegd.",
        "Partijen: Partij a. / Getekend op 8 januari 2024: Partij a.",
    ]
    assert [row.split(" | ")[0] for row in found[1:]] == [
        "“x” / convenant, hoofdovereenkomst",
        "“y” / convenant",
    ]
    two = started(gs.PPS, joined("a"), joined("b"), gs.AgreementDrafted(DAY, "x", "covenant", ("a", "b")))
    assert "Partijen: Partij a en Partij b." in told(two, "agreements")


# --- what is on record ----------------------------------------------------------------------------------


def test_what_was_said_stands_by_topic() -> None:
    """Statements of one topic stand together; columns in which nothing stands are left out."""
    assert tables(FOUR, "said", later(30)) == {
        "Wat is gezegd, per onderwerp": [
            "Onderwerp | Tekst | Over | Dag | Journaal",
            "Doel van de samenwerking | “Meer bewegen” / Geldt tot en met 31 december 2024."
            " |  | 8 januari 2024 | 10",
            "Doel van de samenwerking | “Gezonder eten” |  | 10 januari 2024 | 12",
            "Eigen ambitie | “Klanten” | Partij winkel | 9 januari 2024 | 11",
            "Reden van de samenwerking | “Samen kan meer” |  | 10 januari 2024 | 13",
        ],
        "Aantallen en bedragen": [
            "Onderwerp | Hoeveel | Dag | Journaal",
            "Beschikbaar geld | 1250,5 | 8 januari 2024 | 14",
        ],
        "Standpunten van partijen": [
            "Waarover | Partij | Standpunt | Dag | Journaal",
            "Gezamenlijke ambitie | Partij winkel | maakt bezwaar | 8 januari 2024 | 15",
        ],
        "Regels waarvan is afgeweken": [
            "Regel | Reden | Dag | Journaal",
            "“doel en reden van samenwerken vastgelegd” (KEN-04)"
            " | “we beginnen vast” / Geldt tot en met 1 mei 2024. | 8 januari 2024 | 16",
            "“organisatievorm gekozen met motivering (zelf, inkopen, samenwerken)” (PPS-02)"
            " | “de vorm ligt vast” | 9 januari 2024 | 17",
        ],
    }


def test_what_is_said_of_one_track_says_so() -> None:
    """Where there are several tracks, what belongs to one names it; what is about a party names that."""
    case = started(gs.PPS, joined("a")).open(gs.INTEGRAL, on=DAY)
    case = case.record(
        gs.Stated(DAY, "purpose", "x", track="integral"),
        gs.Quantified(DAY, "capacity_money", 3, about="a", track="main"),
        gs.Consented(DAY, "a", "ambition", track="integral"),
        gs.WaiverGranted(DAY, "KEN-04", "x", "u", track="integral"),
        gs.RoleAssigned(DAY, "delegate", "a", track="main"),
        gs.EvaluationHeld(DAY, "periodic", track="integral"),
        gs.EvaluationPlanned(DAY, "periodic", due=MAY, track="main"),
    )
    whole, part = " (bij publiek-private samenwerking)", " (bij integrale samenwerking)"
    found = {**tables(case, "said"), **tables(case, "done"), **tables(case, "parties")}
    assert [rows[1].partition(" | ")[0] for rows in found.values()] == [
        f"Doel van de samenwerking{part}",
        f"Beschikbaar geld{whole}",
        f"Gezamenlijke ambitie{part}",
        f"“doel en reden van samenwerken vastgelegd” (KEN-04){part}",
        f"Periodieke evaluatie{part}",
        f"Periodieke evaluatie{whole}",
        "Partij a",
        f"Afgevaardigde{whole}",
    ]
    assert found["Aantallen en bedragen"][1].split(" | ")[1:3] == ["3", "Partij a"]


def test_what_parties_bring_in_and_do() -> None:
    """Contributions, actions, talks and evaluations stand with who, what, how much and when."""
    assert tables(FOUR, "done", later(30)) == {
        "Bijdragen": [
            "Partij | Bijdrage | Hoeveel | Stand | Dag | Journaal",
            "Partij winkel | Menskracht en uren | 3 uur | toegezegd | 8 januari 2024 | 18",
            "Partij club | Menskracht en uren |  | gevraagd | 9 januari 2024 | 19",
        ],
        "Afgesproken acties": [
            "Actie | Wie | Sector | Klaar op | Gedaan op | Journaal",
            "“Een beweegdag” | Partij winkel | sport en bewegen | 1 mei 2024 | nog niet | 20",
            "“Een kookdag” | Partij club | sport en bewegen | 1 mei 2024 | 28 januari 2024 | 21",
        ],
        "Gesprekken en overleggen": [
            "Soort | Met wie | Dag | Journaal",
            "Individueel gesprek | Partij winkel en Partij stad | 8 januari 2024 | 22",
        ],
        "Gehouden evaluaties": [
            "Evaluatie | Waarover | Besluit | Dag | Journaal",
            "Voortgangsgesprek | proces en effect | doorgaan | 11 januari 2024 | 23",
            "Periodieke evaluatie |  | geen | 12 januari 2024 | 24",
        ],
        "Geplande evaluaties": [
            "Evaluatie | Waarover | Wanneer | Gepland op | Journaal",
            "Periodieke evaluatie | proces | elk jaar, uiterlijk op 1 mei 2024 | 8 januari 2024 | 25",
            "Tussenevaluatie |  | uiterlijk op 31 december 2024 | 8 januari 2024 | 26",
        ],
    }
    assert not {"said", "done"} & parts(started(), DAY).keys()


# --- what can be done, and why ----------------------------------------------------------------------------


def test_a_step_shows_its_rules() -> None:
    """What asks for something comes first, each with what is missing, what helps, and its source."""
    assert told(OWN_CASE, "steps", later(2))[:2] == [
        "Stap 1: Ga",
        "✓kan nu Naar: Werk. Deze stap kan worden gezet.",
    ]
    (found,) = tables(OWN_CASE, "steps", later(2)).values()
    source = "praktijkgids: Own handbook, Chapter 1"
    assert found == [
        "Regel | Stand | Wat er is, wat ontbreekt en wat helpt | Waarom deze regel",
        "Advies / OWN-05 Doe dit.Wat deze regel vraagt: vastgelegd: reden van de samenwerking."
        " | !aandachtspunt | Wat ontbreekt: / Er is nog niets vastgelegd over: reden van de samenwerking."
        f" / Wat u kunt doen: / Leg vast: reden van de samenwerking. | {source}",
        "Visie / OWN-02 Doe dit.Wat deze regel vraagt: vastgelegd: integrale visie."
        " | ≈afgeweken van de regel | Vastgelegd op 8 januari 2024: geen tijd (regel 7 in het journaal)"
        " / Wat ontbreekt: / Er is nog niets vastgelegd over: integrale visie."
        f" | {source} / Onze keuze: Wij ook.",
        "Doel / OWN-01 Wat deze regel vraagt: vastgelegd: doel van de samenwerking. | ✓in orde"
        " | Vastgelegd op 8 januari 2024. (regel 4 in het journaal)"
        " | praktijkgids: Waterstad, Gids, deel 1; Auteur, Boek, p. 3, voor schooljaar 2023-2024",
        "Ambities / OWN-06 Wat deze regel vraagt: vastgelegd voor elke partij: eigen ambitie."
        " | ✓in orde | Al twee keer iets vastgelegd, het laatst op 9 januari 2024. (regel 6 in het journaal)"
        f" | {source}",
        f"Let wel / OWN-03 Doe dit. | iter informatie |  | {source} / Onze keuze: En dit.",
    ]


def test_steps_say_where_they_lead() -> None:
    """A step says whether it can be taken and where it leads, or that the phase stays; an end has none."""
    case = OWN_CASE.advance("go", on=later(3))
    assert told(case, "steps", later(4)) == [
        "Stap 1: Nog eens",
        "✓kan nu U blijft in dezelfde fase. Deze stap kan worden gezet.",
        "Bij deze stap horen geen regels.",
        "Stap 2: Maak af",
        "✓kan nu Naar: Klaar. Deze stap kan worden gezet.",
        "Bij deze stap horen geen regels.",
    ]
    assert told(case, "watched", later(4))[:3] == [
        "Regels die steeds gelden",
        "Waar u in deze fase op let",
        "Regel | Stand | Wat er is, wat ontbreekt en wat helpt | Waarom deze regel",
    ]
    done = case.advance("finish", on=later(5))
    assert told(done, "steps", later(5)) == ["Er zijn geen stappen meer."]
    assert told(done, "watched", later(5)) == ["In deze fase is er niets om op te letten."]
    assert told(done, "summary", later(5)) == ["Dit proces is klaar: uit deze fase gaat geen stap meer."]


def test_the_summary_counts() -> None:
    """In short: how many steps there are, how many can be taken, what holds them up, what is late."""
    assert told(LONG, "summary", date(2025, 2, 1)) == [
        "Er zijn twee stappen mogelijk vanuit deze fase. Nu kan er één. Er ontbreekt nog iets: twee dingen "
        "die een stap tegenhouden, en één aandachtspunt. Twee stappen zijn aan de beurt omdat de tijd om is. "
        "31 geplande momenten zijn voorbij.",
        "Start fase 1✓kan nu",
        "Stop voortijdig✕kan nog niettwee regels zijn nog niet rond, één aandachtspunt",
    ]
    assert told(OWN_CASE, "summary", later(2)) == [
        "Er is één stap mogelijk vanuit deze fase. Nu kan er één. Geen regel houdt een stap tegen; wel is er "
        "één aandachtspunt.",
        "Ga✓kan nuéén aandachtspunt",
    ]
    assert told(OWN_CASE.advance("go", on=later(3)), "summary", later(4)) == [
        "Er zijn twee stappen mogelijk vanuit deze fase. Nu kunnen er twee. Er ontbreekt niets. In deze fase "
        "vraagt één punt om aandacht.",
        "Nog eens✓kan nu",
        "Maak af✓kan nu",
    ]


def test_what_time_asks_is_named() -> None:
    """Steps that are due and points that are overdue say of which track they are, and since when."""
    found = told(LONG, "watched", date(2025, 2, 1))
    pact = "(Levensloop van een overeenkomst, “Pact”)"
    assert found[:3] == [
        "Stappen die aan de beurt zijn",
        "Laat verlopen: de einddatum is voorbij, sinds 31 december 2024 (Levensloop van een overeenkomst, "
        "“Pact”). Deze stap kan worden gezet.",
        "Open de evaluatie, sinds 31 december 2024 (Integrale samenwerking). Deze stap kan worden gezet.",
    ]
    assert found[3] == "Geplande momenten die voorbij zijn"
    assert {
        "Evaluatie van de PPS (fase 6): 17 januari 2024",
        f"Voortgangsgesprek {pact}: vier keer, van 14 april 2024 tot en met 14 januari 2025",
        "Eindevaluatie (Integrale samenwerking): 30 juni 2024",
        "Eindevaluatie (Integrale samenwerking, wijk): 30 juni 2024",
        "Eindevaluatie: 30 juni 2024",
    } <= {*found[4:]}
    assert len(found) == 4 + 19
    assert told(OWN_CASE, "watched", date(2025, 2, 1)) == [
        "Ga na of dit nog geldt",
        "Doel (OWN-01): een programma stelde dit voor schooljaar 2023-2024.",
    ]


# --- when, and where it stands ------------------------------------------------------------------------------


def test_the_agenda_says_when_and_why() -> None:
    """A row has day, status, evaluation with instrument and evaluator, and why then; a point that was
    missed often has one row.
    """
    (found,) = tables(LONG, "agenda", date(2025, 2, 1)).values()
    assert "Evaluaties tot en met 1 februari 2027" in told(LONG, "agenda", date(2025, 2, 1))
    assert found[:3] == [
        "Dag | Stand | Evaluatie | Waarom dan",
        "17 januari 2024 | ✕te laat | Evaluatie van de PPS (fase 6) / met: economisch, strategisch, "
        "operationeel, leren, relatie en verantwoord; door: de partners met een onafhankelijke evaluator "
        "| Na het vertrek van een partij op 17 januari 2024; literatuur: B. Tjemkes, P. Vos & K. Burgers, "
        "Strategic Alliance Management, 8 Alliance evaluation (ed. 2); regel 35 in het journaal.",
        "vier keer, van 14 april 2024 tot en met 14 januari 2025 | ✕te laat | Voortgangsgesprek / Levensloop "
        "van een overeenkomst, “Pact” | Elke drie maanden vanaf 14 januari 2024; praktijkgids: RIVM, "
        "Loketgezondleven, Samenwerking opbouwen en onderhouden, “Bespreek regelmatig de resultaten …”; "
        "regel 36 in het journaal.",
    ]
    coming = [row for row in found if row.startswith("14 juli 2025")]
    assert [row.split(" | ")[1] for row in coming] == ["–gepland"]
    assert len([row for row in found if row.partition(" | ")[2].startswith("✕")]) == 19
    end = told(OWN_CASE, "agenda")
    assert end == ["Tot en met 8 januari 2026 is er geen evaluatie gepland."]


def test_what_was_held_is_counted_in_the_agenda() -> None:
    """Moments that were held are no rows; how many there were is told below."""
    case = load("EX-07").case
    held = case.record(gs.EvaluationHeld(date(2016, 2, 29), "progress_talk"))
    day = date(2016, 6, 1)
    before, found = (told(each, "agenda", day) for each in (case, held))
    assert found[-1] == "Al gehouden: 1."
    assert not [line for line in before if line.startswith("Al gehouden")]
    days = [[line.count("29 februari 2016,") for line in lines].count(1) for lines in (before, found)]
    assert days == [3, 2]


def test_other_tracks_stand_with_their_phase() -> None:
    """Other processes are named with phase and since when; lives of agreements stand with these."""
    (found,) = tables(LONG, "tracks", date(2025, 2, 1)).values()
    assert found == [
        "Proces | Fase | Sinds",
        "Integrale samenwerking | Uitvoering en onderhoud | 15 januari 2024",
        "Integrale samenwerking, wijk | Idee | 16 januari 2024",
    ]
    assert "tracks" not in parts(OWN_CASE, DAY)


def test_the_course_in_words() -> None:
    """Each phase has its stage, marks and steps; the present one is marked for who listens."""
    case = OWN_CASE.advance("go", on=later(3))
    (found,) = tables(case, "course", later(4)).values()
    assert found == [
        "Fase | Stappen hieruit",
        "Begin (al geweest) | Ga → Werk",
        "Werk (hier) | Nog eens blijft in deze fase / Maak af → Klaar",
        "Klaar (einde: gelukt) | geen",
    ]
    marked = [
        row.findtext("th")
        for row in parts(case, later(4))["course"].iter("tr")
        if "aria-current" in row.attrib
    ]
    assert marked == ["Werk "]
    found = tables(started(), "course")["Hetzelfde in woorden: alle fasen en stappen"]
    assert found[2].startswith("Keuze van een organisatievorm (fase 1) | ")
    assert any(row.startswith("Opgeschort (pauze) | ") for row in found)


def test_the_legend_is_about_what_is_there() -> None:
    """Below the picture stand what its signs mean and, where there are steps, these by number."""
    case = OWN_CASE.advance("go", on=later(3))
    legend = told(case, "course", later(4))[0]
    assert legend.startswith("Dikke rand en “hier”: de fase van nu.")
    assert legend.endswith("Dikke pijlen met een nummer zijn de stappen vanuit deze fase:")
    assert told(case, "course", later(4))[1:3] == ["Nog eens ✓kan nu", "Maak af ✓kan nu"]
    (end, caption, *_) = told(case.advance("finish", on=later(5)), "course", later(5))
    assert end.endswith("pijlen links gaan terug.")
    assert caption == "Hetzelfde in woorden: alle fasen en stappen"
    (described,) = parts(case, later(4))["course"].iter("{http://www.w3.org/2000/svg}desc")
    assert described.text == (
        "Schema met 3 fasen onder elkaar. De fase van nu is: Werk. "
        "De tabel onder het schema geeft dezelfde fasen en stappen in woorden."
    )


def test_a_page_begins_and_ends_with_what_it_is() -> None:
    """The head has process, title, phase and days; the foot the works cited, each once, with addresses."""
    page = to_html(OWN_CASE.advance("go", on=later(3)), on=later(4))
    (head,) = re.findall("<header>.*?</header>", page, re.DOTALL)
    assert lines(ElementTree.fromstring(head)) == [
        "Klein",
        "case",
        *("Fase", "Werk", "In deze fase sinds", "11 januari 2024", "Stand op", "12 januari 2024"),
    ]
    pps = to_html(FOUR.advance("start", on=later(10)), on=later(12))
    assert "<dd>Fase 1 van 7: Keuze van een organisatievorm</dd>" in pps
    (foot,) = re.findall("<footer>.*?</footer>", to_html(OWN_CASE, on=DAY), re.DOTALL)
    works = list(ElementTree.fromstring(foot).iter("ul"))[1]
    assert [" ".join(x.itertext()) for x in works] == [
        "Own handbook",
        "Auteur, Boek",
        "Waterstad, Gids:  https://example.org/gids",
    ]


def test_what_is_small_and_what_is_a_head_looks_so() -> None:
    """Counts and notes are set small; the words before what is missing and what helps are heads."""
    page = to_html(OWN_CASE, on=later(2))
    for text, look in (
        ("één aandachtspunt", "small"),
        ("Wat ontbreekt:", "part"),
        ("Wat u kunt doen:", "part"),
        ("Onze keuze: ", "part"),
        ("praktijkgids: ", "part"),
        ("Advies", "rule-name"),
        ("OWN-05", "code"),
    ):
        looks = re.findall(rf"<(?:span|p)([^>]*)>{text}</(?:span|p)>", page)
        assert {*looks} == {f' class="{look}"'}, text


def test_a_page_says_how_it_is_written_and_where_its_parts_are() -> None:
    """Its letters are UTF-8, and each part has a name to lead to."""
    page = to_html(OWN_CASE, on=DAY)
    assert page.index('<meta charset="utf-8">') < page.index("<title>")
    heads = re.findall(r"<h2([^>]*)>", page)
    assert all(re.fullmatch(r' id="[\w-]+"', head) for head in heads)
    assert [head[5:-1] for head in heads][-3:] == ["reading", "sources", "limits"]


def test_what_was_held_is_no_source_any_more() -> None:
    """The foot lists the works of what the page still asks: not of an evaluation that was held."""
    work = gs.Work("meting", "Meten", "Bureau")
    point = gs.EvaluationPoint(
        key="talk",
        label=label("gesprek"),
        kind="progress_talk",
        anchor=OnPhase("begin"),
        every=gs.Every(months=3),
        citation=gs.Citation(work, "p. 1"),
    )
    case = started(tiny(evaluation_points=(point,)))
    held = case.record(gs.EvaluationHeld(date(2024, 4, 8), "progress_talk", point="talk"))
    on = date(2024, 4, 9)
    pages = [to_html(each, on=on, until=on).partition("<footer>")[2] for each in (case, held)]
    assert ["Bureau, Meten" in page for page in pages] == [True, False]


def test_every_style_is_of_something() -> None:
    """Each class that the style sheet names stands on a page, and each on a page has a look."""
    pages = [to_html(LONG, on=date(2025, 2, 1)), to_html(OWN_CASE, on=later(2))]
    case = FOUR.correct(10, None, reason="typefout", on=later(9))
    pages.append(to_html(case, on=later(10)))
    bodies = [re.sub("<svg.*?</svg>", "", page, flags=re.DOTALL) for page in pages]
    worn = {
        name for page in bodies for names in re.findall(r' class="([^"]+)"', page) for name in names.split()
    }
    assert worn == set(re.findall(r"\.([a-z][\w-]*)(?=[\s,:{])", stylesheet()))
    tables = {
        key: {table.attrib.get("class", "") for table in parts(LONG, date(2025, 2, 1))[key].iter("table")}
        for key in ("steps", "agreements", "said", "done", "agenda", "course", "journal")
    }
    assert tables == {
        "steps": {"rules"},
        "agreements": {"agreements"},
        "said": {"recorded"},
        "done": {"recorded"},
        "agenda": {"agenda"},
        "course": {"steps"},
        "journal": {"journal"},
    }
