"""How pages are made: who asks for one, and the templates."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.exceptions import HTTPException

from examples.web.access import ROLES, Site
from gezondsamen.exchange.page import stylesheet
from gezondsamen.language import capitalised, language_of

FOLDER = Path(__file__).parent
STYLE = stylesheet() + (FOLDER / "site.css").read_text(encoding="utf-8")
PAGES = Environment(loader=FileSystemLoader(FOLDER / "templates"), autoescape=True, undefined=StrictUndefined)
PAGES.filters["capitalised"] = capitalised


class Here:
    """Who asks, with which token, in which language, on which day."""

    def __init__(self, request: Request, lang: str, token: str | None) -> None:
        self.request, self.lang, self.say = request, lang, language_of(lang)
        self.site: Site = request.app.state.site
        self.store, self.today = self.site.store, self.site.today()
        self.role, self.form_token = self.site.role(token or ""), self.site.sign("form", token or "")
        self.user = f"u-{self.role}"

    def may(self, role: str) -> bool:
        return self.role in ROLES[ROLES.index(role) :]

    def require(self, role: str) -> Here:
        """Refuse whoever may not do what a role may; whoever has not signed in is asked to."""
        if not self.may(role):
            raise HTTPException(403 if self.role else 401)
        return self

    def page(self, template: str, status: int = 200, **known: Any) -> HTMLResponse:
        known |= {"here": self, "say": self.say, "lang": self.lang}
        return HTMLResponse(PAGES.get_template(template).render(known), status)
