"""When a public-private partnership is evaluated."""

from __future__ import annotations

from gezondsamen.catalogue.limits import EVALUATION_INTERVAL, PROGRESS_INTERVAL
from gezondsamen.catalogue.works import HEALTHY_WEIGHT_COVENANT, OUR_CHOICE
from gezondsamen.citations import Basis, Citation
from gezondsamen.labels import Label
from gezondsamen.periods import Every
from gezondsamen.phases.pps.keys import CONCLUDE_AGREEMENT, END_IN_EMERGENCY, MANAGEMENT
from gezondsamen.phases.rhythms import END_OF_TERM, contact, follow_up
from gezondsamen.phases.rules.communication import COM_01, COM_03, COM_04, COM_07
from gezondsamen.phases.rules.partnership import EVALUATION_CHAPTER
from gezondsamen.phases.rules.passages import network
from gezondsamen.phases.rules.roles import ROL_04
from gezondsamen.process.evaluation_points import EvaluationPoint, OnPartyLeft, OnStatement, OnTerm, OnTrigger

_INDEPENDENT = Label(nl="een onafhankelijke evaluator", en="an independent evaluator")

PROGRESS_TALK = EvaluationPoint(
    key="progress_talk",
    label=Label(nl="voortgangsgesprek", en="progress talk"),
    kind="progress_talk",
    anchor=OnTrigger(CONCLUDE_AGREEMENT),
    every=PROGRESS_INTERVAL,
    while_in=(MANAGEMENT,),
    instrument=Label(nl="cijfers over de uitvoering", en="operational figures"),
    evaluator=Label(nl="de managers van de partners", en="the managers of the partners"),
    citation=network("Bespreek regelmatig de resultaten"),
    basis=Basis.SOURCE,
    choice=Label(
        nl="De gids zegt ‘regelmatig’; de termijn is onze keuze.",
        en="The guide says ‘regularly’; the interval is our choice.",
    ),
)

PERIODIC_EVALUATION = EvaluationPoint(
    key="periodic_evaluation",
    label=Label(nl="evaluatie van de PPS (fase 6)", en="evaluation of the partnership (phase 6)"),
    kind="periodic",
    anchor=OnTrigger(CONCLUDE_AGREEMENT),
    every=EVALUATION_INTERVAL,
    on_events=((OnPartyLeft(), None), (OnStatement("breach"), None)),
    instrument=Label(
        nl="economisch, strategisch, operationeel, leren, relatie en verantwoord",
        en="economic, strategic, operational, learning, relational and responsible",
    ),
    evaluator=Label(
        nl="de partners met een onafhankelijke evaluator", en="the partners with an independent evaluator"
    ),
    citation=EVALUATION_CHAPTER,
    basis=Basis.LITERATURE,
    choice=Label(
        nl="De termijn, en de evaluatie na een vertrek of een tekortkoming, zijn onze keuze. Ook een ander "
        "doel is een reden om te evalueren, maar dat moment wordt niet vanzelf gepland.",
        en="The interval, and the evaluation after a departure or a breach, are our choice. A change of goal "
        "is a reason to evaluate too, but that moment is not scheduled by itself.",
    ),
)

MIDTERM_REVIEW = EvaluationPoint(
    key="midterm_review",
    label=Label(nl="tussenevaluatie", en="mid-term evaluation"),
    kind="midterm",
    anchor=OnTerm("start"),
    fraction=0.5,
    min_term=Every(years=2),
    instrument=Label(nl="proces en effect", en="process and effect"),
    evaluator=_INDEPENDENT,
    citation=Citation(HEALTHY_WEIGHT_COVENANT),
    basis=Basis.LITERATURE,
    choice=Label(
        nl="Het convenant werd rond de helft van zijn looptijd geëvalueerd; precies de helft, en alleen bij "
        "twee jaar of langer, is onze keuze.",
        en="The covenant was evaluated around the middle of its term; exactly half, and only for two years "
        "or longer, is our choice.",
    ),
)

FINAL_EVALUATION = EvaluationPoint(
    key="final_evaluation",
    label=Label(nl="eindevaluatie", en="final evaluation"),
    kind="final",
    anchor=OnTerm("end"),
    before_end=Every(months=6),
    on_events=((OnTrigger(END_IN_EMERGENCY), Every(months=3)),),
    instrument=Label(nl="alle invalshoeken van fase 6", en="all approaches of phase 6"),
    evaluator=_INDEPENDENT,
    citation=Citation(OUR_CHOICE),
    choice=Label(
        nl="Een half jaar vóór het einde, en binnen drie maanden na een noodbeëindiging: onze keuze.",
        en="Half a year before the end, and within three months after an emergency ending: our choice.",
    ),
)

POINTS = (
    PROGRESS_TALK,
    PERIODIC_EVALUATION,
    MIDTERM_REVIEW,
    FINAL_EVALUATION,
    contact(COM_01, MANAGEMENT),
    contact(COM_03, MANAGEMENT),
    follow_up(COM_04),
    contact(COM_07, MANAGEMENT),
    contact(ROL_04, MANAGEMENT),
    END_OF_TERM,
)
