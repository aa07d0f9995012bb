"""The page of factors: what helps a collaboration, what stands in its way, and where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generation.markdown import both, cited, code, factor_link, page, plain, process_link, rule_link, table
from generation.standing import PROCESSES
from gezondsamen.catalogue.factors import FACTORS, OBSTACLES, SUCCESS_FACTORS
from gezondsamen.evaluation.factors import Factor

_FACTORS = """\
What the Dutch sources name as helping a collaboration (*succesfactoren*), and as standing in its way
(*belemmeringen*), in `gezondsamen.catalogue.factors`. A source that names a factor tells what was seen in
practice; it measures no effect. Where a factor bears on more than one phase, which phases these are is our
reading. The last columns name the rules that act on it, and the passage.
"""


def factors_page() -> str:
    """Return the page of all factors, first by code and then by process and phase."""
    return page(
        "Factors",
        _FACTORS,
        "## Success factors",
        "",
        *_factors(SUCCESS_FACTORS),
        "## Obstacles",
        "",
        *_factors(OBSTACLES),
        "## By process",
        "",
        *(line for process_key in _PROCESSES for line in _of_process(process_key)),
        anchor="factors",
    )


_PROCESSES = {process.key: process for process in PROCESSES}


def _factors(factors: Iterable[Factor]) -> list[str]:
    return table(
        ("code", "factor", "bears on", "rules", "source"),
        (
            (
                f"[{factor.code}]{{#factor-{factor.code.lower()}}}",
                both(factor.label),
                "<br>".join(_where(factor)),
                ", ".join(map(rule_link, factor.rules)),
                cited(factor.citation),
            )
            for factor in factors
        ),
    )


def _where(factor: Factor) -> Iterator[str]:
    """Yield where a factor bears, one text per process."""
    if any(place.process is None for place in factor.bears_on):
        yield "everywhere"
    for key, process in _PROCESSES.items():
        phases = [place.phase for place in factor.bears_on if place.process == key]
        if phases:
            names = ", ".join(code(phase) for phase in phases if phase) if all(phases) else "throughout"
            yield f"{process_link(process, text=key)}: {names}"


def _of_process(key: str) -> list[str]:
    process = _PROCESSES[key]
    rows = [("throughout", *_split(f for f in FACTORS if _whole(f, key)))]
    for phase in process.phases:
        here = (f for f in FACTORS if f.bears(key, phase.key) and not _whole(f, key))
        rows.append((f"{code(phase.key)}<br>{plain(phase.label.en)}", *_split(here)))
    found = [row for row in rows if any(row[1:])]
    title = (f"(factors-{key})=", f"### {plain(process.label.en)}", "")
    return [*title, *table(("phase", "success factors", "obstacles"), found)] if found else []


def _whole(factor: Factor, key: str) -> bool:
    """Tell whether a factor bears on all of a process."""
    return any(place.process in (None, key) and place.phase is None for place in factor.bears_on)


def _split(factors: Iterable[Factor]) -> tuple[str, str]:
    """Return links to what helps, and to what stands in the way."""
    found = list(factors)
    helps, hinders = (
        ", ".join(factor_link(f.code) for f in found if f.kind == kind) for kind in ("success", "obstacle")
    )
    return helps, hinders
