"""The application: the pages and the API on one store, with the headers and the kind refusals."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

import gezondsamen as gs
from examples.web import api, pages
from examples.web.access import COOKIE, HEADERS, LARGEST, Site
from examples.web.views import Here
from gezondsamen.store import StaleVersion, UnknownCase


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
    @app.exception_handler(RequestValidationError)
    @app.exception_handler(gs.GezondsamenError)
    def tell(request: Request, problem: Any) -> Response:
        """Tell what went wrong: to people as a page, to software as data."""
        path, data = request.url.path, request.url.path.startswith("/api/")
        known = {StaleVersion: 409, UnknownCase: 404, RequestValidationError: 422 if data else 404}
        status = known.get(type(problem), getattr(problem, "status_code", 400))
        if data:
            return JSONResponse(api.refusal(problem, status), status)
        here = Here(request, "en" if path.startswith("/en/") else "nl", request.cookies.get(COOKIE))
        page = "login.html" if status == 401 else "refusal.html"
        return here.page(page, status, problem=problem, code=status)

    return app
