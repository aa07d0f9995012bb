"""Rules on well-being at school as a subject of the municipality: urgency, connection, partners.

What the school itself has to arrange stands in `wellbeing_in_school`.
"""

from __future__ import annotations

from typing import Final

from gezondsamen.catalogue.limits import BRIEFING_DELAY
from gezondsamen.citations import Basis
from gezondsamen.labels import Label
from gezondsamen.phases.rules.passages import BLOCKING, wellbeing
from gezondsamen.process.conditions import AnyOf, InContact, OnRecord, Paired, Parties, PartyCount, RoleFilled
from gezondsamen.process.requirements import Requirement

URGENCY: Final = "FACTOR 1 Het thema Welbevinden en de urgentie moet ervaren worden"
POLICY_DOMAINS: Final = "FACTOR 2 Een goede interne samenwerking tussen verschillende beleidsterreinen"
GGD_AND_MUNICIPALITY: Final = "FACTOR 3 Een goede samenwerking tussen GGD/ GSA en gemeente"
PARTNERS: Final = (
    "FACTOR 4 Samenwerking tussen verschillende uitvoerende partijen/partners/aanbieders binnen de gemeente"
)
FUNDING: Final = "FACTOR 5 Voldoende en structurele financiering voor Welbevinden"

WEL_01: Final = Requirement(
    code="WEL-01",
    name=Label(
        nl="verkend waar gemeente staat en welke taal zij hanteert",
        en="explored where the municipality stands and its language",
    ),
    text=Label(
        nl="Zoek uit hoe de gemeente over welbevinden denkt en met welke woorden zij erover spreekt. "
        "Dan sluit uw verhaal aan bij wat zij belangrijk vindt.",
        en="Find out how the municipality thinks about well-being and which words it uses for it. "
        "Your story then fits what it finds important.",
    ),
    conditions=(OnRecord(("municipal_position", "municipal_language")),),
    citation=wellbeing("te verkennen waar een gemeente", URGENCY),
    choice=BLOCKING,
)

WEL_02: Final = Requirement(
    code="WEL-02",
    name=Label(
        nl="urgentie met cijfers en opbrengst onderbouwd", en="urgency backed by figures and benefits"
    ),
    text=Label(
        nl="Laat met lokale cijfers zien waarom het onderwerp nu aandacht vraagt, en wat het oplevert.",
        en="Show with local figures why the subject needs attention now, and what it yields.",
    ),
    conditions=(OnRecord(("local_figures", "benefit_argument")),),
    citation=wellbeing("Veel gemeenten hechten waarde aan cijfers", URGENCY),
    choice=Label(
        nl="Dat één cijfer en één argument genoeg zijn om niet te waarschuwen, is onze keuze.",
        en="That one figure and one argument are enough not to warn is our choice.",
    ),
)

WEL_03: Final = Requirement(
    code="WEL-03",
    name=Label(
        nl="eerst contact met Volksgezondheid en zorg voor de jeugd of sociaal domein",
        en="first contact with Public Health and youth care or the social domain",
    ),
    text=Label(
        nl="Vaak moet u eerst contact zoeken met een of twee ambtenaren voordat ook de anderen tijd "
        "vrijmaken. Denk dan in ieder geval aan Volksgezondheid en aan de zorg voor de jeugd of het sociaal "
        "domein.",
        en="Often you first have to contact one or two officials before the others make time as well. Think "
        "then in any case of Public Health and of youth care or the social domain.",
    ),
    conditions=(
        PartyCount(Parties(sectors="public_health"), at_least=1),
        PartyCount(Parties(sectors=("youth", "social_affairs", "social_support", "welfare")), at_least=1),
    ),
    citation=wellbeing("in ieder geval aan de beleidsterreinen", POLICY_DOMAINS),
    choice=Label(
        nl="Het verslag zegt wie u het eerst benadert. Wij kijken of er partijen uit deze terreinen "
        "meedoen, en waarschuwen alleen. Sociaal domein lezen wij als sociale zaken, maatschappelijke "
        "ondersteuning of welzijn.",
        en="The report says whom to approach first. We look whether parties from these domains take part, "
        "and only warn. We read social domain as social affairs, social support or welfare.",
    ),
)

WEL_04: Final = Requirement(
    code="WEL-04",
    name=Label(
        nl="nieuwe beleidsambtenaar bijgepraat na wisseling", en="new official briefed after staff change"
    ),
    text=Label(
        nl="Praat een nieuwe beleidsambtenaar snel bij. Een wisseling kan de voortgang en de borging in de "
        "weg staan.",
        en="Brief a new policy officer soon. A change of officials can stand in the way of progress and of "
        "making things last.",
    ),
    conditions=(Paired("official_changed", by="official_briefed", order="after", within=BRIEFING_DELAY),),
    citation=wellbeing("binnen een gemeente een wisseling is", POLICY_DOMAINS),
    choice=Label(
        nl="De termijn (standaard zestig dagen) en dat een stap hierop kan wachten, zijn onze keuze. "
        "Wie later alsnog bijpraat, voldoet weer.",
        en="The period (sixty days by default) and that a step can wait for this are our choice. "
        "A briefing that comes late still repairs it.",
    ),
)

WEL_05: Final = Requirement(
    code="WEL-05",
    name=Label(nl="aangesloten bij Lokale Educatieve Agenda", en="connected to the Local Education Agenda"),
    text=Label(
        nl="Schuif aan bij het vaste overleg van gemeente en schoolbesturen: de Lokale Educatieve Agenda. "
        "Daar spreekt u in één keer veel mensen die meebeslissen.",
        en="Join the regular consultation of municipality and school boards: the Local Education Agenda. "
        "There you speak at once with many people who decide.",
    ),
    conditions=(OnRecord("education_agenda"),),
    citation=wellbeing("zoals bij de Lokale Educatieve Agenda", POLICY_DOMAINS),
)

WEL_06: Final = Requirement(
    code="WEL-06",
    name=Label(
        nl="sociale kaart / partneroverzicht beschikbaar",
        en="directory of local services / partner overview available",
    ),
    text=Label(
        nl="Zorg dat scholen een overzicht hebben van wie er in de buurt hulp en activiteiten biedt.",
        en="Make sure that schools have an overview of who offers help and activities nearby.",
    ),
    conditions=(OnRecord("social_map"),),
    citation=wellbeing("beschikken over een sociale kaart", PARTNERS),
    choice=Label(
        nl="Wij kijken of het overzicht is vastgelegd; of het compleet is, beoordelen mensen.",
        en="We look whether the overview is on record; people judge whether it is complete.",
    ),
)

WEL_10: Final = Requirement(
    code="WEL-10",
    name=Label(
        nl="GSA(-team) heeft kennis SEO, collectieve preventie en Welbevinden, of maatje",
        en="adviser (team) has knowledge of SEL, collective prevention and well-being, or a buddy",
    ),
    text=Label(
        nl="De Gezonde School-adviseur of het team weet genoeg van sociaal-emotionele ontwikkeling, "
        "collectieve preventie en welbevinden. Anders is er een maatje dat dit wel weet.",
        en="The Healthy School adviser or the team knows enough of social-emotional learning, collective "
        "prevention and well-being. Otherwise there is a buddy who does.",
    ),
    conditions=(
        AnyOf(
            (
                OnRecord(("competence_sel", "competence_prevention", "competence_wellbeing")),
                RoleFilled("buddy"),
            )
        ),
    ),
    citation=wellbeing("maatje te zoeken die dit wel", GGD_AND_MUNICIPALITY),
)

WEL_15: Final = Requirement(
    code="WEL-15",
    name=Label(nl="beleidsambtenaar op schoolbezoek", en="official visits the school"),
    text=Label(
        nl="Ga met iemand van de gemeente op bezoek bij een school. "
        "Wie zelf ziet wat daar gebeurt, maakt beleid dat beter past.",
        en="Visit a school together with somebody from the municipality. "
        "Who sees what happens there makes policy that fits better.",
    ),
    conditions=(InContact("visit", present=(Parties(kinds="municipality"), Parties(kinds="school"))),),
    citation=wellbeing("Neem gemeente mee naar school", URGENCY),
    choice=Label(
        nl="Dat één bezoek genoeg is om niet te waarschuwen, is onze keuze.",
        en="That one visit is enough not to warn is our choice.",
    ),
)

WEL_18: Final = Requirement(
    code="WEL-18",
    name=Label(
        nl="ondersteuningsaanbod of themacertificaat afgewezen: risico op stilstand",
        en="support offer or theme certificate rejected: risk of stagnation",
    ),
    text=Label(
        nl="Is ondersteuning of een themacertificaat afgewezen? Dan kan de samenwerking stilvallen. "
        "Spreek samen af hoe u verdergaat.",
        en="Was support or a theme certificate rejected? The collaboration can then come to a halt. "
        "Agree together how to go on.",
    ),
    citation=wellbeing("stagneren wanneer het ondersteuningsaanbod", FUNDING),
    choice=Label(
        nl="Dit is een waarschuwing om te lezen; een afwijzing wordt niet getoetst.",
        en="This is a warning to read; a rejection is not checked.",
    ),
)

WEL_20: Final = Requirement(
    code="WEL-20",
    name=Label(nl="mentale gezondheid in preventieakkoord", en="mental health in the prevention agreement"),
    text=Label(
        nl="Zorg dat mentale gezondheid in het lokale preventieakkoord staat. "
        "Welbevinden op school hoort daar dan bij.",
        en="Make sure that mental health is in the local prevention agreement. "
        "Well-being at school then belongs to it.",
    ),
    conditions=(OnRecord("mental_health_agreed"),),
    citation=wellbeing("welbevinden’ is opgenomen in het preventieakkoord", URGENCY),
    basis=Basis.CHOICE,
    choice=Label(
        nl="Het verslag ziet dat dit helpt; het algemene advies is van ons.",
        en="The report sees that this helps; the general advice is ours.",
    ),
)
