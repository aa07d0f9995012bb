"""A sheet for the wall: the seven phases of a public-private partnership, and what each asks anew.

Drawn by the library that draws the plots, as SVG and as PDF for A3. Only its headings are written by hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from textwrap import wrap

import attrs
import matplotlib
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch

from generation.markdown import sentence
from gezondsamen.phases import PPS
from gezondsamen.process.phases import Phase
from gezondsamen.process.requirements import Requirement

WIDTH, HEIGHT = 16.54, 11.69
"""A3, lying, in inches."""

COLUMNS = 4
INK, PAPER, FRAME, ACCENT = "#1b1f24", "#ffffff", "#57606a", "#0b5394"


@attrs.frozen
class Card:
    """Hold one card: its number (or none), its title, and lines that begin with their mark."""

    number: str
    title: str
    lines: tuple[tuple[str, str], ...]


def cards() -> tuple[Card, ...]:
    """Return a card for each numbered phase, and one for what is watched; a rule stands on the first."""
    told: set[str] = set()
    found = [_card(stage, phases, told) for stage, phases in sorted(_stages().items())]
    watched = [rule for phase in PPS.phases if phase.stage for rule in phase.watches]
    return (*found, Card("", "Zolang u samenwerkt", tuple(_new(watched, "◦", told))))


def _stages() -> dict[int, list[Phase]]:
    found: dict[int, list[Phase]] = {}
    for phase in PPS.phases:
        if phase.stage:
            found.setdefault(phase.stage, []).append(phase)
    return found


def _card(stage: int, phases: list[Phase], told: set[str]) -> Card:
    before = [PPS.phase(PPS.initial)] if stage == 1 else []
    steps = [t for phase in (*before, *phases) for t in PPS.exits(phase.key) if not t.exceptional]
    parts = [("→", sentence(phase.label.nl).rstrip(".")) for phase in phases] if len(phases) > 1 else []
    required = _new((rule for t in steps for rule in t.requires), "•", told)
    advised = _new((rule for t in steps for rule in t.advises), "◦", told)
    title = sentence(phases[0].label.nl).rstrip(".") if len(phases) == 1 else "Beëindiging"
    return Card(str(stage), title, (*parts, *required, *advised))


def _new(rules: Iterable[Requirement], mark: str, told: set[str]) -> list[tuple[str, str]]:
    """Return the names of the rules that no card has yet."""
    lines = []
    for rule in rules:
        if rule.code not in told:
            told.add(rule.code)
            lines.append((mark, sentence(rule.name.nl).rstrip(".")))
    return lines


def draw_poster(folder: Path) -> None:
    """Write `poster.svg` and `poster.pdf`, the same at every build."""
    figure = Figure(figsize=(WIDTH, HEIGHT), facecolor=PAPER)
    figure.text(
        0.03, 0.945, sentence(PPS.label.nl).rstrip(".") + " in zeven fasen", size=30, color=INK, weight="bold"
    )
    figure.text(
        0.03,
        0.915,
        "• dit moet er zijn     ◦ let hierop     (bij elke fase staat wat daar nieuw is)",
        size=14,
    )
    for place, card in enumerate(cards()):
        _draw(figure, card, place % COLUMNS, place // COLUMNS)
    for number, line in enumerate(_footer()):
        figure.text(0.03, 0.032 - 0.016 * number, line, size=9, color=FRAME)
    with matplotlib.rc_context({"svg.hashsalt": "gezondsamen", "pdf.fonttype": 42}):
        figure.savefig(folder / "poster.svg", metadata={"Date": None})
        figure.savefig(folder / "poster.pdf", metadata={"CreationDate": None, "Title": "PPS in zeven fasen"})


def _draw(figure: Figure, card: Card, column: int, row: int) -> None:
    left, bottom = 0.03 + 0.238 * column, (0.41, 0.065)[row]
    width, height = 0.226, (0.485, 0.33)[row]
    box = FancyBboxPatch(
        (left, bottom),
        width,
        height,
        boxstyle="round,pad=0,rounding_size=0.006",
        transform=figure.transFigure,
        facecolor="#f6f8fa",
        edgecolor=ACCENT if card.number else FRAME,
        linewidth=2,
    )
    figure.add_artist(box)
    heading = wrap(f"{card.number}  {card.title}".strip(), 25)
    top = bottom + height - 0.03
    for line in heading:
        figure.text(left + 0.01, top, line, size=16, color=ACCENT if card.number else INK, weight="bold")
        top -= 0.026
    for mark, text in _wrapped(card.lines):
        figure.text(left + 0.01, top, mark, size=11.7, color=INK)
        figure.text(left + 0.0225, top, text, size=11.7, color=INK)
        top -= 0.0187


def _wrapped(lines: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    for mark, text in lines:
        for number, part in enumerate(wrap(text, 36)):
            yield (mark if number == 0 else "", part)


def _footer() -> Iterator[str]:
    """Yield from where the phases are, and what is ours."""
    citation = next(phase.citation for phase in PPS.phases if phase.stage == 1 and phase.citation)
    work = citation.work
    yield f"De zeven fasen: {work.title}, {work.issuer}. Bij elke regel staat in het boek de bron."
    yield (
        "Een gids geeft advies: dat iets een stap tegenhoudt, is bijna altijd onze eigen keuze. "
        "Dit is geen juridisch advies. Gemaakt met gezondsamen."
    )
