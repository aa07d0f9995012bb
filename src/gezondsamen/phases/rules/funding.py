"""Rules on funding that lasts."""

from __future__ import annotations

from typing import Final

from gezondsamen.labels import Label
from gezondsamen.periods import Every
from gezondsamen.phases.rules.passages import wellbeing
from gezondsamen.process.conditions import AnyOf, Lasts, OnRecord
from gezondsamen.process.requirements import Requirement

FIN_01: Final = Requirement(
    code="FIN-01",
    name=Label(
        nl="structurele financiering (langer dan één jaar)", en="structural funding (longer than one year)"
    ),
    text=Label(
        nl="Er is geld voor langer dan een jaar, of het komt elk jaar terug. "
        "Met geld voor één jaar lukt het vaak niet om iets blijvend te maken.",
        en="There is money for longer than a year, or it comes back every year. "
        "With money for one year it often proves impossible to make things last.",
    ),
    conditions=(AnyOf((Lasts("funding", at_least=Every(years=1, days=1)), OnRecord("funding_recurring"))),),
    citation=wellbeing(
        "slechts voor 1 jaar", "FACTOR 5 Voldoende en structurele financiering voor Welbevinden"
    ),
    choice=Label(
        nl="Het verslag ziet dat geld voor één jaar soms in de weg staat. "
        "De grens, en dat een stap er niet zonder kan, zijn onze keuze.",
        en="The report sees that money for one year sometimes stands in the way. "
        "The bound, and that a step cannot do without, are our choice.",
    ),
)
