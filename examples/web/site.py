"""The application: the pages and the API on one store, with the headers and the kind refusals."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.responses import JSONResponse, RedirectResponse
from starlette.exceptions import HTTPException

import gezondsamen as gs
from examples.web import api, pages, views
from examples.web.access import HEADERS, LARGEST, Access
from gezondsamen.store import StaleVersion, Store, UnknownCase


@dataclass(frozen=True)
class Site:
    """What all requests share. `today` is asked anew each time: the library reads no clock."""

    store: Store
    access: Access
    today: Callable[[], date]
    secure: bool = False


def application(site: Site) -> FastAPI:
    """Return the application; nothing is kept in it but the site."""
    app = FastAPI(title="gezondsamen", version="1", docs_url=None, redoc_url=None, max_body_size=LARGEST)
    app.state.site = site
    app.include_router(api.routes)
    app.include_router(pages.routes)
    app.openapi = lambda: api.described(app)  # type: ignore[method-assign]

    @app.middleware("http")
    async def forbid(request: Request, go_on: Callable[[Request], Awaitable[Response]]) -> Response:
        response = await go_on(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response

    @app.exception_handler(HTTPException)
    @app.exception_handler(gs.GezondsamenError)
    def tell(request: Request, problem: Any) -> Response:
        return told(request, problem)

    return app


def told(request: Request, problem: HTTPException | gs.GezondsamenError) -> Response:
    """Return what went wrong, as a page to people and as data to software."""
    path = request.url.path
    if isinstance(problem, HTTPException):
        status = problem.status_code
        if status == 401 and not path.startswith("/api/"):
            lang = "en" if path.startswith("/en/") else "nl"
            return RedirectResponse(f"/{lang}/login", 303)
    else:
        status = (
            404 if isinstance(problem, UnknownCase) else 409 if isinstance(problem, StaleVersion) else 400
        )
    if path.startswith("/api/"):
        return JSONResponse(api.refusal(problem), status)
    return views.refusal("en" if path.startswith("/en/") else "nl", problem, status)
