"""Rhythms: the evaluation points that plan what watched rules ask again and again.

A point is read from its rule: the same period, the same limit, the same passage. So the schedule plans what
the monitor asks, and who follows it hears nothing. When else a process is evaluated stands with its phases.
"""

from __future__ import annotations

from typing import Final

from gezondsamen.catalogue.contacts import CONTACT_KINDS
from gezondsamen.catalogue.works import OUR_CHOICE
from gezondsamen.citations import Citation
from gezondsamen.labels import Label
from gezondsamen.periods import Every
from gezondsamen.process.conditions import InContact, OnRecord, Paired
from gezondsamen.process.evaluation_points import EvaluationPoint, OnPhase, OnStatement, OnTerm
from gezondsamen.process.requirements import Requirement

_CONTACTS: Final = {
    "COM-01": ("partner_contact", Label(nl="contact tussen de partners", en="contact between the partners")),
    "COM-03": ("announcement", Label(nl="bericht aan alle partijen", en="message to all parties")),
    "COM-05": ("celebration", Label(nl="successen delen en vieren", en="sharing and celebrating successes")),
    "COM-07": (
        "individual_talk",
        Label(nl="persoonlijk gesprek buiten het overleg", en="personal talk outside the meetings"),
    ),
    "DRA-03": (
        "support_talk",
        Label(nl="gesprek met elke partij over draagvlak", en="talk with each party about support"),
    ),
    "EVA-03": ("progress_talk", Label(nl="voortgangsgesprek", en="progress talk")),
    "EVA-05": ("school_contact", Label(nl="contact met elke school", en="contact with each school")),
    "ROL-04": ("role_reflection", Label(nl="gesprek over de rollen", en="reflection on the roles")),
}
"""The point that plans the contact which a rule asks: its key and its name."""

_FOLLOW_UPS: Final = {
    "COM-04": ("bottleneck_raised", Label(nl="knelpunt besproken", en="bottleneck raised")),
    "EVA-06": (
        "staff_briefing",
        Label(nl="nieuwe medewerker ingewerkt", en="new staff member briefed"),
    ),
    "EVA-07": (
        "monitor_discussion",
        Label(nl="jeugdmonitor met elke school besproken", en="youth monitor discussed with each school"),
    ),
    "EVA-08": ("figures_renewal", Label(nl="nieuwe lokale cijfers", en="new local figures")),
    "WEL-04": (
        "official_briefing",
        Label(nl="nieuwe beleidsambtenaar bijgepraat", en="new policy officer briefed"),
    ),
}
"""The point that plans the answer which a rule asks to what was recorded: its key and its name."""


def contact(rule: Requirement, *phases: str) -> EvaluationPoint:
    """Return the point that plans the contact a rule asks, counted from the first entry into these phases."""
    asked = next(x for x in rule.conditions if isinstance(x, InContact) and x.every is not None)
    key, label = _CONTACTS[rule.code]
    return EvaluationPoint(
        key=key,
        label=label,
        kind="progress_talk" if asked.kinds == ("progress_talk",) else "contact",
        anchor=OnPhase(phases[0]),
        every=asked.every,
        min_count=asked.at_least,
        contacts=asked.kinds or tuple(term.key for term in CONTACT_KINDS),
        while_in=phases,
        rule=rule.code,
        citation=rule.citation,
        basis=rule.basis,
        choice=rule.choice,
    )


def follow_up(rule: Requirement) -> EvaluationPoint:
    """Return the point that plans what a rule asks within a period after a statement, in whatever phase."""
    key, label = _FOLLOW_UPS[rule.code]
    asked = next(x for x in rule.conditions if isinstance(x, OnRecord | Paired))
    return EvaluationPoint(
        key=key,
        label=label,
        kind="follow_up",
        anchor=OnStatement(asked.topic if isinstance(asked, Paired) else asked.topics[0]),
        offset=asked.within if isinstance(asked, Paired) else asked.max_age,
        topics=asked.by if isinstance(asked, Paired) else asked.topics,
        rule=rule.code,
        citation=rule.citation,
        basis=rule.basis,
        choice=rule.choice,
    )


END_OF_TERM: Final = EvaluationPoint(
    key="end_of_term",
    label=Label(nl="de looptijd is voorbij: verlengen of beëindigen", en="the term is over: renew it or end"),
    kind="final",
    anchor=OnTerm("end"),
    offset=Every(days=1),
    citation=Citation(OUR_CHOICE),
    choice=Label(
        nl="Loopt de samenwerking door na de laatste dag van de overeenkomst, dan vragen wij op de dag erna "
        "om een besluit. Dat is onze keuze.",
        en="Where the collaboration runs on after the last day of the agreement, we ask for a decision on "
        "the day after. That is our choice.",
    ),
)
"""The point that shows a term that is over while the collaboration runs on; it moves when it is renewed."""
