"""How pages are made: templates, and what each of them knows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.exceptions import HTTPException

import gezondsamen as gs
from examples.web.access import Access, User
from gezondsamen.exchange.page import stylesheet
from gezondsamen.language import Language, capitalised, language_of
from gezondsamen.store import AgendaItem, CaseRow, Store

FOLDER = Path(__file__).parent
TEMPLATES = Environment(
    loader=FileSystemLoader(FOLDER / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
STYLE = stylesheet() + (FOLDER / "site.css").read_text(encoding="utf-8")
TEMPLATES.filters["capitalised"] = capitalised


@dataclass(frozen=True)
class Here:
    """Who asks for a page, in which language, on which day."""

    request: Request
    lang: str
    user: User
    store: Store
    access: Access
    today: date

    @property
    def say(self) -> Language:
        return language_of(self.lang)

    def page(self, template: str, status: int = 200, **known: Any) -> HTMLResponse:
        token = self.access.sign("form", self.user.token)
        made = TEMPLATES.get_template(template)
        return HTMLResponse(
            made.render(here=self, say=self.say, lang=self.lang, token=token, **known), status
        )

    def other(self, lang: str) -> str:
        """Return the address of this page in another language."""
        url = self.request.url
        return f"/{lang}{url.path[3:]}" + (f"?{url.query}" if url.query else "")

    def written(self, day: date) -> str:
        """Return a day as it is typed into a form."""
        return f"{day.day}-{day.month}-{day.year}" if self.lang == "nl" else day.isoformat()

    def phase(self, process: str, phase: str) -> str:
        return self.say.label(self.store.processes[process].phase(phase).label)

    def wanted(self, row: CaseRow, item: AgendaItem) -> str:
        """Return what has to be done, in words."""
        track = next(track for track in row.tracks if track.track == item.track)
        process = self.store.processes[track.process]
        if item.kind == "step":
            step = process.transition(track.phase, item.name)
            return self.say.label(step.label) if step else item.name
        return next(
            self.say.label(point.label) for point in process.evaluation_points if point.key == item.name
        )


def refusal(lang: str, problem: HTTPException | gs.GezondsamenError, status: int) -> HTMLResponse:
    """Return a page that says what went wrong, and that nothing was kept."""
    text = None if isinstance(problem, HTTPException) else problem.text(lang)
    page = TEMPLATES.get_template("refusal.html")
    return HTMLResponse(page.render(say=language_of(lang), lang=lang, status=status, text=text), status)


def by_case(items: tuple[AgendaItem, ...]) -> Mapping[str, list[tuple[AgendaItem, int]]]:
    """Return what is due by case: the first of each kind, with how many there are."""
    found: dict[str, dict[tuple[str, str], list[AgendaItem]]] = {}
    for item in items:
        found.setdefault(item.case, {}).setdefault((item.track, item.name), []).append(item)
    return {case: [(same[0], len(same)) for same in kinds.values()] for case, kinds in found.items()}
