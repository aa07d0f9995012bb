"""What the sources tell of practice, in Dutch: who holds roles, what helps and hinders, and examples."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import gezondsamen as gs
from generation.dutch.links import process_name
from generation.examples import examples_of
from generation.markdown import cited, entry, page, plain, sentence, table
from generation.standing import PROCESSES
from gezondsamen.catalogue import TERMS
from gezondsamen.catalogue.factors import OBSTACLES, SUCCESS_FACTORS
from gezondsamen.catalogue.role_profiles import ROLE_PROFILES, RoleProfile
from gezondsamen.evaluation.factors import Factor
from gezondsamen.examples import Example
from gezondsamen.language import DUTCH

_ROLES = """\
Rollen in een samenwerking, en wie ze meestal vervult. Dit is wat de bronnen vertellen: het vraagt niets.
Welke rollen er moeten zijn, staat in de [regels](#nl-regels-rol).
"""

_FACTORS = """\
Wat de bronnen noemen als hulp voor een samenwerking (*succesfactor*), of als iets dat in de weg staat
(*belemmering*). Het is wat mensen in de praktijk zagen. Een effect is niet gemeten. Geldt een factor in
meer fasen, dan is het onze lezing welke dat zijn.
"""

_EXAMPLES = """\
Samenwerkingen uit de praktijk, zoals de bronnen ze beschrijven. Waar een bron iets openlaat, zegt de
toelichting hoe wij dat hebben gelezen. De dag waarop iets gebeurde, noemen weinig bronnen: die is vaak van
ons. Ook de fase waarin een samenwerking staat, is onze lezing.
"""

_TERMS = {(term.scheme, term.key): term for term in TERMS}


def roles_page() -> str:
    """Return the page of roles."""
    rows = (
        (
            plain(_TERMS["role", x.role].label.nl),
            _holders(x),
            "; ".join(process_name(gs.PROCESSES[key]) for key in x.processes) or "in elk proces",
            cited(x.citation, DUTCH),
        )
        for x in ROLE_PROFILES
    )
    head = ("rol", "meestal vervuld door", "waar", "bron")
    return page("Wie doet wat: de rollen", _ROLES, *table(head, rows), anchor="nl-rollen")


def _holders(x: RoleProfile) -> str:
    kinds = [plain(_TERMS["party_kind", key].label.nl) for key in x.held_by]
    return "; ".join([*kinds, *([plain(x.otherwise.nl)] if x.otherwise else [])])


def factors_page() -> str:
    """Return the page of what helps and what stands in the way."""
    return page(
        "Wat helpt en wat in de weg staat",
        _FACTORS,
        "## Wat helpt",
        "",
        *_factors(SUCCESS_FACTORS),
        "## Wat in de weg staat",
        "",
        *_factors(OBSTACLES),
        anchor="nl-factoren",
    )


def _factors(factors: Iterable[Factor]) -> list[str]:
    rows = (
        (
            f"[{x.code}]{{#factor-nl-{x.code.lower()}}}",
            plain(x.label.nl),
            "<br>".join(_where(x)),
            ", ".join(f"[{code}](#regel-{code.lower()})" for code in x.rules),
            cited(x.citation, DUTCH),
        )
        for x in factors
    )
    return table(("code", "factor", "waar", "regels", "bron"), rows)


def _where(x: Factor) -> Iterator[str]:
    """Yield where a factor bears, one text for each process."""
    if any(scope.process is None for scope in x.bears_on):
        yield "overal"
    for process in PROCESSES:
        phases = [scope.phase for scope in x.bears_on if scope.process == process.key]
        if phases:
            names = "; ".join(plain(process.phase(key).label.nl) for key in phases if key)
            yield f"{process_name(process)}: {names if all(phases) else 'het hele proces'}"


def examples_page() -> str:
    """Return the page of practice examples."""
    found: dict[str, Example] = {x.id: x for process in PROCESSES for x in examples_of(process)}
    lines = [line for key in sorted(found) for line in _example(found[key])]
    return page("Voorbeelden uit de praktijk", _EXAMPLES, *lines, anchor="nl-voorbeelden")


def _example(x: Example) -> Iterator[str]:
    yield from (f"(voorbeeld-{x.id.lower()})=", f"## {plain(x.name)}", "")
    yield from entry("Proces en fase", *_tracks(x))
    yield from entry("Zoals op", DUTCH.day(x.as_of))
    yield from entry("Bron", sentence(plain(x.source)))
    yield from entry("Toelichting", plain(x.note.nl))


def _tracks(x: Example) -> Iterator[str]:
    for name in x.case.tracks:
        process = gs.PROCESSES[x.case.dossier.track(name).process]
        yield f"{process_name(process)}: {plain(process.phase(x.case.phase_of(name)).label.nl)}"
