"""Case types: a process as the zaaktype that Dutch municipal systems import (ZGW, Catalogi API 1.3)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gezondsamen.arguments import check, mapping
from gezondsamen.errors import InvalidArgument, shown
from gezondsamen.exchange.case_type.resources import RESULT_FIELDS, drawn_up
from gezondsamen.exchange.case_type.values import CaseType, Catalogue
from gezondsamen.periods import Every
from gezondsamen.process.process import Process
from gezondsamen.prose.scene import Scene
from gezondsamen.terms import unknown


def to_case_type(
    process: Process,
    *,
    catalogue: Catalogue,
    lang: str = "nl",
    duration: Every | None = None,
    archive: Mapping[str, Mapping[str, Any]] | None = None,
) -> CaseType:
    """Return a process as a case type (zaaktype), a concept in this catalogue, to import and complete.

    Phases become statustypen in their order, with a last one for any end; what rules ask on the way into
    a phase its checklist; ends resultaattypen; roles roltypen; topics and amounts that rules read
    eigenschappen. Phases in which work rests become the possibility to suspend the case. `duration` is
    the doorlooptijd. `archive` fills what only an archivist can say of each end, by the key of its phase:
    `{"stopped": {"selectielijstklasse": "https://...", "archiefactietermijn": "P5Y", ...}}`.

    `bundle()` of the result is the zip file that Open Zaak imports. `open_fields` are still to be filled
    in; `left_out` is what a case type cannot say.

    Raises `UnknownPhase` for an end that is none, and `InvalidArgument` for a field of an archive term
    that a resultaattype does not have, and for a language without texts.

    >>> from datetime import date
    >>> from gezondsamen.phases import PPS
    >>> own = Catalogue(domain="GEZ", rsin="123456782", contact="Functioneel beheer", since=date(2027, 1, 1))
    >>> made = to_case_type(PPS, catalogue=own)
    >>> list(made.resources)
    ['Catalogus', 'ZaakType', 'StatusType', 'ResultaatType', 'RolType', 'Eigenschap']
    >>> made.open_fields[0].resource, made.open_fields[0].field
    ('ZaakType', 'verantwoordelijke')
    """
    check("process", process, Process, "a process, such as gs.PPS")
    check("catalogue", catalogue, Catalogue, "a Catalogue")
    check("duration", duration, (Every, type(None)), "a period, such as gs.Every(years=1)")
    terms = {key: mapping(f"archive[{key!r}]", fields) for key, fields in mapping("archive", archive).items()}
    for key, fields in terms.items():
        if process.phase(key).kind != "final":
            message = f"archive takes ends of the process, and phase {shown(key)} is none"
            raise InvalidArgument("not-an-end", message, shown(key))
        for field in fields:
            if field not in RESULT_FIELDS:
                message = (
                    f"a resultaattype has no archive term {shown(field)}; it has {', '.join(RESULT_FIELDS)}"
                )
                raise unknown(InvalidArgument, "field", str(field), RESULT_FIELDS, message)
    return drawn_up(process, catalogue, Scene(process).voice(lang), duration, terms)
