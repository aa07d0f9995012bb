"""Short ways to cite the five Dutch sources, and a remark that many rules share.

A passage is found by a few of its words and by the heading it stands under. Some passages of the web
texts stand under no heading of their own: then none is given.
"""

from __future__ import annotations

from typing import Final

from gezondsamen.catalogue.works import (
    GUIDE_COLLABORATION,
    GUIDE_HEALTHY_SCHOOL,
    GUIDE_INTERSECTORAL,
    GUIDE_NETWORK,
    REPORT_WELLBEING,
)
from gezondsamen.citations import Citation
from gezondsamen.labels import Label

BLOCKING: Final = Label(
    nl="De bron geeft advies. Dat dit een stap kan tegenhouden, is onze keuze.",
    en="The source gives advice. That this can hold up a step is our choice.",
)
"""What is our own about a rule that blocks, where its source gives advice."""


def healthy_school(opening: str, heading: str = "") -> Citation:
    """Cite the guide on working with partners for the Healthy School."""
    return Citation(GUIDE_HEALTHY_SCHOOL, heading, opening)


def collaboration(opening: str, heading: str = "") -> Citation:
    """Cite the guide of 2015 on collaborating for health."""
    return Citation(GUIDE_COLLABORATION, heading, opening)


def network(opening: str, heading: str = "Samenwerking opbouwen en onderhouden") -> Citation:
    """Cite the guide on building and keeping a network."""
    return Citation(GUIDE_NETWORK, heading, opening)


def intersectoral(
    opening: str, heading: str = "Elementen voor succesvolle samenwerking tussen domeinen"
) -> Citation:
    """Cite the guide on intersectoral collaboration."""
    return Citation(GUIDE_INTERSECTORAL, heading, opening)


def wellbeing(opening: str, heading: str = "") -> Citation:
    """Cite the report on the pilots of well-being at school."""
    return Citation(REPORT_WELLBEING, heading, opening)
