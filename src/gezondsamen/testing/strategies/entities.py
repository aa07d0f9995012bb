"""Strategies for what a collaboration consists of: parties, subjects, periods, calendars, words."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Any, Final

from hypothesis import strategies as st

from gezondsamen.arguments import check, items
from gezondsamen.dossier.parties import About, AboutKind, Party
from gezondsamen.labels import Label
from gezondsamen.periods import Every
from gezondsamen.process.process import Process
from gezondsamen.schedule.calendars import WEEKENDS, DutchCalendar, WorkingCalendar
from gezondsamen.testing.building.canonical import DAY
from gezondsamen.testing.strategies.arguments import (
    Argument,
    among,
    built,
    keys,
    maybe,
    require_words,
    resolved,
    some,
)

NAMES: Final = {
    "gemeente": "Gemeente Waterstad",
    "winkel": "Buurtwinkel De Hoek",
    "club": "Sportclub Veldzicht",
    "school": "Basisschool De Fontein",
    "dienst": "GGD Merenland",
    "fonds": "Stichting Gezond Waterstad",
    "bakker": "Bakkerij Zonnedauw",
    "wijk": "Wijkvereniging Oosterveen",
}
"""Organisations in invented places, by the id that they get here."""


def parties(
    process: Process,
    *,
    id: Argument[str] = ...,
    name: Argument[str] = ...,
    kind: Argument[str] = ...,
    sectors: Argument[tuple[str, ...]] = ...,
    internal: Argument[bool] = ...,
    counts_as: Argument[str | None] = ...,
) -> st.SearchStrategy[Party]:
    """Draw parties in the words of a process.

    Left open, the name goes with the id. Shrinks towards the first organisation of `NAMES`: an outside
    party of the first kind, without sectors, that counts as its kind does.

    Raises `InvalidArgument` for a kind, a sector or a side that the process does not know.
    """
    check("process", process, Process, "a process")
    for scheme, given in (("party_kind", kind), ("sector", sectors), ("side", counts_as)):
        require_words((process,), scheme, given)
    others: dict[str, st.SearchStrategy[Any]] = {
        "kind": resolved(kind, keys(process, "party_kind")),
        "sectors": resolved(sectors, some(keys(process, "sector"))),
        "internal": resolved(internal, st.booleans()),
        "counts_as": resolved(counts_as, maybe(keys(process, "side"))),
    }

    def bearing(ident: str) -> st.SearchStrategy[Party]:
        # An id is drawn with its own name, so that a printed case reads as what it is about.
        own = st.just(NAMES.get(ident) or f"Organisatie {ident}")
        return built(Party, id=st.just(ident), name=resolved(name, own), **others)

    if others["kind"].is_empty:
        return st.nothing()
    return bearing(id) if isinstance(id, str) else resolved(id, st.sampled_from(list(NAMES))).flatmap(bearing)


def subjects(
    process: Process,
    *,
    kind: Argument[AboutKind] = ...,
    parties: tuple[str, ...] = tuple(NAMES),
) -> st.SearchStrategy[About]:
    """Draw what a fact can be about: one of these parties, a sector, a role, a matter.

    Shrinks towards the first party.
    """
    check("process", process, Process, "a process")
    parties = items("parties", parties, str, "the ids of parties")
    ids: dict[AboutKind, st.SearchStrategy[str]] = {
        "party": among(parties),
        "sector": keys(process, "sector"),
        "role": keys(process, "role"),
        "matter": st.sampled_from(("speelplein", "kantine")),
    }
    known = [kind for kind, inner in ids.items() if not inner.is_empty]
    return resolved(kind, st.sampled_from(known)).flatmap(
        lambda drawn: built(About, kind=st.just(drawn), id=ids[drawn])
    )


def periods(
    *,
    years: Argument[int] = ...,
    months: Argument[int] = ...,
    weeks: Argument[int] = ...,
    days: Argument[int] = ...,
) -> st.SearchStrategy[Every]:
    """Draw periods; shrinks towards one year. Where one part is given, those left open are nothing."""
    parts = {"years": years, "months": months, "weeks": weeks, "days": days}
    if all(part is ... for part in parts.values()):
        return st.sampled_from(
            (Every(years=1), Every(months=6), Every(months=3), Every(1, 6), Every(weeks=1))
        )
    return built(Every, **{name: resolved(part, st.just(0)) for name, part in parts.items()})


def labels(*, nl: Argument[str] = ..., en: Argument[str] = ...) -> st.SearchStrategy[Label]:
    """Draw labels; shrinks towards the first words."""
    return built(
        Label,
        nl=resolved(nl, st.sampled_from(("bewegen", "gezond eten", "slapen"))),
        en=resolved(en, st.sampled_from(("exercise", "healthy food", "sleep"))),
    )


def calendars() -> st.SearchStrategy[WorkingCalendar]:
    """Draw working calendars: weekends, and Dutch holidays where the extra `calendar` is installed.

    Shrinks towards weekends.
    """
    found: list[WorkingCalendar] = [WEEKENDS]
    if find_spec("holidays") is not None:
        DutchCalendar().free(DAY)  # imports the package now, and not inside the first draw
        found += [DutchCalendar(), DutchCalendar("noord"), DutchCalendar("midden"), DutchCalendar("zuid")]
    return st.sampled_from(found)
