"""Collaborations on their way into a file: those that had begun by a day, one after another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from gezondsamen import arguments
from gezondsamen.collaboration import Collaboration
from gezondsamen.errors import InvalidArgument


def followed(collaborations: Iterable[Collaboration], until: date) -> Iterator[Collaboration]:
    """Return collaborations as they were known to have gone through a day; those that began later are out."""
    arguments.check_iterable("collaborations", collaborations, "collaborations")
    for number, case in enumerate(collaborations):
        if not isinstance(case, Collaboration):
            raise arguments.wrong(f"collaborations[{number}]", "a collaboration", case, InvalidArgument)
        if case.dossier.first_day <= until:
            yield case
