"""Rules on evaluating: planned, regular, independent, and ending in a decision."""

from __future__ import annotations

from typing import Final

from gezondsamen.catalogue.contacts import TALKS
from gezondsamen.catalogue.limits import (
    BRIEFING_DELAY,
    FIGURES_AGE,
    KNOWLEDGE_INSTITUTE_CONTACTS,
    MONITOR_DELAY,
    PROGRESS_INTERVAL,
    SCHOOL_CONTACTS,
    TEAM_EVALUATION_INTERVAL,
)
from gezondsamen.catalogue.works import (
    JOGG_CONDITIONS,
    JOGG_PILLARS,
    OUR_CHOICE,
    YOUTH_MONITOR,
)
from gezondsamen.citations import Basis, Citation
from gezondsamen.labels import Label
from gezondsamen.periods import Every
from gezondsamen.phases.rules.partnership import EVALUATION_CHAPTER
from gezondsamen.phases.rules.passages import collaboration, network, wellbeing
from gezondsamen.process.conditions import (
    Evaluated,
    EvaluationArranged,
    InContact,
    OnRecord,
    Paired,
    Parties,
    RoleFilled,
    TermRuns,
)
from gezondsamen.process.requirements import Requirement

_ADVISER: Final = "FACTOR 2 Een ervaren GSA op het thema Welbevinden"
_GGD: Final = "FACTOR 3 Een goede samenwerking tussen GGD/ GSA en gemeente"
_SCHOOLS: Final = Parties(kinds="school")

EVA_01: Final = Requirement(
    code="EVA-01",
    name=Label(nl="periodieke evaluatiemomenten gepland", en="periodic evaluation moments planned"),
    text=Label(
        nl="Er staat een evaluatie gepland die steeds terugkomt. "
        "Zo blijft het doel in beeld en is er tijd om bij te sturen.",
        en="An evaluation that keeps coming back is on the plan. "
        "That keeps the goal in view and leaves time to change course.",
    ),
    conditions=(EvaluationArranged(recurring=True),),
    citation=network("periodieke evaluatiemomenten in te plannen"),
    choice=Label(
        nl="De gids noemt dit als een van twee manieren; dat het een stap tegenhoudt, is onze keuze.",
        en="The guide names this as one of two ways; that it blocks a step is our choice.",
    ),
)

EVA_02: Final = Requirement(
    code="EVA-02",
    name=Label(
        nl="evaluatie of voortgangsgesprek via onafhankelijke partij",
        en="evaluation or progress talk via independent party",
    ),
    text=Label(
        nl="Laat de evaluatie begeleiden door iemand die geen partij is en er geen belang bij heeft. "
        "Dan durft iedereen vrijuit te spreken.",
        en="Have the evaluation led by somebody who is no party to it and has no stake in it. "
        "Everybody can then speak freely.",
    ),
    conditions=(RoleFilled("independent_evaluator", outsider=True),),
    citation=network("via een onafhankelijke partij"),
    choice=Label(
        nl="De gids zegt dit over het bespreken van de voortgang; wij vragen het vóór elke evaluatie. "
        "Wij kijken of de rol door een buitenstaander is vervuld; het belang beoordelen mensen.",
        en="The guide says this about discussing progress; we ask it before every evaluation. "
        "We look whether an outsider holds the role; people judge the stake.",
    ),
)

EVA_03: Final = Requirement(
    code="EVA-03",
    name=Label(
        nl="resultaten en voortgang regelmatig besproken",
        en="results and progress discussed regularly",
    ),
    text=Label(
        nl="Bespreek regelmatig met de partners wat de samenwerking oplevert en hoe zij vordert. Een "
        "onafhankelijke partij kan daarbij helpen.",
        en="Discuss regularly with the partners what the collaboration yields and how it progresses. An "
        "independent party can help with that.",
    ),
    conditions=(InContact("progress_talk", every=PROGRESS_INTERVAL),),
    citation=network("Bespreek regelmatig de resultaten"),
    choice=Label(
        nl="De gids zegt ‘regelmatig’; de termijn (standaard drie maanden) is onze keuze.",
        en="The guide says ‘regularly’; the interval (three months by default) is our choice.",
    ),
)

EVA_04: Final = Requirement(
    code="EVA-04",
    name=Label(
        nl="jaarlijks startgesprek op school, samen met JGZ",
        en="yearly start conversation at school, together with youth health care",
    ),
    text=Label(
        nl="Begin elk schooljaar met een startgesprek: de school, de Gezonde School-adviseur en de "
        "jeugdgezondheidszorg. Zo kennen zij elkaars werk en weten zij wat er dit jaar nodig is.",
        en="Begin each school year with a start conversation: the school, the Healthy School adviser and "
        "youth health care. They then know each other’s work and what this year needs.",
    ),
    conditions=(
        InContact(
            "start_talk",
            school_year=True,
            present=(
                _SCHOOLS,
                Parties(roles="healthy_school_adviser"),
                Parties(roles=("youth_health_nurse", "youth_health_physician")),
            ),
        ),
    ),
    citation=wellbeing("Voer ieder jaar het startgesprek", _GGD),
    choice=Label(
        nl="Het verslag raadt dit aan; dat een nieuw schooljaar er niet zonder begint, is onze keuze. "
        "Jeugdgezondheidszorg lezen wij als jeugdarts of jeugdverpleegkundige.",
        en="The report recommends this; that a school year is not renewed without it is our choice. "
        "We read youth health care as a youth health physician or nurse.",
    ),
)

EVA_05: Final = Requirement(
    code="EVA-05",
    name=Label(
        nl="vaker dan één of twee keer per jaar contact met school",
        en="more contact with school than once or twice a year",
    ),
    text=Label(
        nl="Spreek elke school vaker dan bij de start en de terugblik. "
        "Zo blijft het onderwerp leven en komt hulp op tijd.",
        en="Speak with each school more often than at the start and when looking back. "
        "The subject then stays alive and help comes in time.",
    ),
    conditions=(InContact(TALKS, at_least=SCHOOL_CONTACTS, every=Every(years=1), each=_SCHOOLS),),
    citation=wellbeing("niet alleen die een of twee", _ADVISER),
    choice=Label(
        nl="Het verslag vindt een of twee keer te weinig; het aantal (standaard drie) is onze keuze. "
        "Wij rekenen een jaar terug, anders zou de regel elke augustus waarschuwen.",
        en="The report finds once or twice too little; the number (three by default) is our choice. "
        "We look back one year, or else the rule would warn every August.",
    ),
)

EVA_06: Final = Requirement(
    code="EVA-06",
    name=Label(
        nl="team evalueert regelmatig, ook bij nieuwe medewerkers",
        en="team evaluates regularly, also when new staff join",
    ),
    text=Label(
        nl="Het schoolteam kijkt geregeld samen terug: doet iedereen nog mee en werkt het? "
        "Nieuwe collega’s horen snel wat de school doet en waarom.",
        en="The school team looks back together regularly: does everybody still join in, and does it work? "
        "New colleagues soon hear what the school does and why.",
    ),
    conditions=(
        InContact("team_evaluation", every=TEAM_EVALUATION_INTERVAL),
        Paired("staff_joined", by="staff_onboarded", order="after", within=BRIEFING_DELAY),
    ),
    citation=wellbeing(
        "Adviseer de scholen om regelmatig",
        "FACTOR 1 Er is voldoende draagvlak binnen de school; welbevinden heeft de prioriteit",
    ),
    choice=Label(
        nl="De termijnen zijn onze keuze: standaard een jaar voor het team, zestig dagen om in te werken.",
        en="The periods are our choice: a year for the team and sixty days for a briefing by default.",
    ),
)

EVA_07: Final = Requirement(
    code="EVA-07",
    name=Label(
        nl="uitkomsten jeugdmonitor met alle scholen besproken",
        en="youth monitor results discussed with all schools",
    ),
    text=Label(
        nl="Ga met elke school na wat de jeugdmonitor laat zien. "
        "Cijfers over de eigen leerlingen maken duidelijk wat er bij hen speelt.",
        en="Look with each school at what the youth monitor shows. "
        "Figures on its own pupils make clear what concerns them.",
    ),
    conditions=(
        Paired(
            "monitor_published", by="monitor_discussed", order="after", within=MONITOR_DELAY, each=_SCHOOLS
        ),
    ),
    citation=wellbeing("Bespreek pro-actief met alle scholen", _ADVISER),
    choice=Label(
        nl="De termijn (standaard een jaar na verschijnen) is onze keuze.",
        en="The period (a year after publication by default) is our choice.",
    ),
)

EVA_08: Final = Requirement(
    code="EVA-08",
    name=Label(nl="actuele lokale cijfers", en="up-to-date local figures"),
    text=Label(
        nl="Werk met lokale cijfers die niet verouderd zijn. Dan past de aanpak bij wat er nu speelt.",
        en="Work with local figures that are not outdated. The approach then fits what is going on now.",
    ),
    conditions=(OnRecord("local_figures", max_age=FIGURES_AGE),),
    citation=wellbeing(
        "Zorg voor up-to-date lokale informatie",
        "FACTOR 1 Het thema Welbevinden en de urgentie moet ervaren worden",
    ),
    also=(Citation(YOUTH_MONITOR),),
    choice=Label(
        nl="De grens (standaard vier jaar) is onze keuze, naar de cyclus van de wet.",
        en="The bound (four years by default) is our choice, after the cycle of the law.",
    ),
)

EVA_09: Final = Requirement(
    code="EVA-09",
    name=Label(nl="geen einde zonder eindevaluatie", en="no ending without final evaluation"),
    text=Label(
        nl="Sluit niet af zonder eindevaluatie. "
        "Daarin staat wat er is bereikt en wat anderen ervan kunnen leren.",
        en="Do not close without a final evaluation. "
        "It says what has been achieved and what others can learn from it.",
    ),
    conditions=(Evaluated("final", since_entry=True),),
    citation=collaboration("Fase 6: Evalueer uw PPS", "Publiek-private samenwerking (PPS)"),
    choice=Label(
        nl="De gids zet evalueren vóór beëindigen. Dat een einde er niet zonder kan, ook buiten een PPS, is "
        "onze keuze. Waar het einde niet te plannen is, waarschuwt de regel alleen.",
        en="The guide puts evaluating before ending. That no ending goes without it, also outside a PPP, is "
        "our choice. Where the ending cannot be planned, the rule only warns.",
    ),
)

EVA_10: Final = Requirement(
    code="EVA-10",
    name=Label(
        nl="kennisinstituut enkele keren per jaar betrokken",
        en="knowledge institute involved a few times a year",
    ),
    text=Label(
        nl="Laat een paar keer per jaar een kennisinstituut meepraten. "
        "Dat brengt kennis van buiten aan tafel.",
        en="Let a knowledge institute join the conversation a few times a year. "
        "That brings outside knowledge to the table.",
    ),
    conditions=(
        InContact(
            TALKS,
            at_least=KNOWLEDGE_INSTITUTE_CONTACTS,
            every=Every(years=1),
            present=(Parties(kinds="knowledge_institute"),),
        ),
    ),
    citation=wellbeing("aantal keer per jaar een kennisinstituut", _GGD),
    choice=Label(
        nl="Het aantal (standaard twee per jaar) is onze keuze.",
        en="The number (two a year by default) is our choice.",
    ),
)

EVA_11: Final = Requirement(
    code="EVA-11",
    name=Label(nl="proces- én effectevaluatie", en="process and effect evaluation"),
    text=Label(
        nl="Evalueer hoe de samenwerking verloopt (proces) en wat zij oplevert (effect).",
        en="Evaluate how the collaboration goes (process) and what it yields (effect).",
    ),
    conditions=(EvaluationArranged(aspects=("process", "effect")),),
    citation=collaboration(
        "uitgebreide procesevaluatie",
        "Noord-Veluwe: Harderwijk, Nunspeet, Oldebroek, Putten, Ermelo, Elburg"
        " - Sociale Activering - Campagne Goed Bezig",
    ),
    also=(Citation(JOGG_PILLARS), Citation(JOGG_CONDITIONS, opening="monitoring & evaluatie")),
    basis=Basis.CHOICE,
    choice=Label(
        nl="De bronnen beschrijven een voorbeeld, een pijler van JOGG en wat JOGG nu een van zes "
        "voorwaarden noemt; het algemene advies is van ons.",
        en="The sources describe an example, a pillar of JOGG and what JOGG now calls one of six "
        "conditions; the general advice is ours.",
    ),
)

EVA_12: Final = Requirement(
    code="EVA-12",
    name=Label(
        nl="evaluatie eindigt in besluit: doorgaan, aanpassen of beëindigen",
        en="evaluation ends in a decision: continue, adapt or terminate",
    ),
    text=Label(
        nl="Een evaluatie eindigt met een besluit: doorgaan, aanpassen of beëindigen. "
        "Het besluit past bij de stap die volgt en is in deze ronde genomen.",
        en="An evaluation ends with a decision: continue, adapt or terminate. "
        "The decision fits the step that follows and was taken in this round.",
    ),
    conditions=(Evaluated(decisions=("continue", "adapt", "terminate"), since_entry=True),),
    citation=EVALUATION_CHAPTER,
    basis=Basis.LITERATURE,
    choice=Label(
        nl="Het boek noemt de drie uitkomsten voor allianties. Dat zij ook elders gelden, dat de stap niet "
        "zonder kan, en welk besluit bij welke stap past, is onze keuze.",
        en="The book names the three results for alliances. That they hold elsewhere too, that the step "
        "cannot do without, and which decision fits which step, is our choice.",
    ),
)

EVA_13: Final = Requirement(
    code="EVA-13",
    name=Label(nl="looptijd van de overeenkomst niet voorbij", en="term of the agreement not over"),
    text=Label(
        nl="Besluit vóór de laatste dag van de overeenkomst of u haar verlengt of stopt. "
        "Wie stilzwijgend doorgaat, werkt zonder afspraken.",
        en="Decide before the last day of the agreement whether to renew it or to stop. "
        "Those who tacitly go on work without arrangements.",
    ),
    conditions=(TermRuns(),),
    citation=Citation(OUR_CHOICE),
    basis=Basis.CHOICE,
    choice=Label(
        nl="De bronnen zeggen niet wat er geldt na de laatste dag. Dat wij waarschuwen zolang de "
        "samenwerking dan nog loopt, is onze keuze.",
        en="The sources do not say what holds after the last day. That we warn as long as the collaboration "
        "still runs then is our choice.",
    ),
)


def decided(*decisions: str) -> Requirement:
    """Return EVA-12 for a step that fits these decisions.

    >>> decided("continue").conditions[0].decisions
    ('continue',)
    """
    return EVA_12.asking(Evaluated(decisions=decisions, since_entry=True))
