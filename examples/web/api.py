"""The API: cases, checks and changes as JSON, described by the library's own schemas."""

from __future__ import annotations

import json
from typing import Annotated, Any

import attrs
from fastapi import APIRouter, Depends, FastAPI, Request, Response
from fastapi.openapi.utils import get_openapi
from starlette.exceptions import HTTPException

import gezondsamen as gs
from examples.web.views import Here
from gezondsamen.exchange import fact_of, openapi_schemas
from gezondsamen.forms.problems import FormProblem
from gezondsamen.store import StaleVersion

routes = APIRouter(prefix="/api")
Plain = dict[str, Any]


def caller(request: Request, lang: str = "nl") -> Here:
    """Return who bears the token in `Authorization: Bearer ...`; a cookie does not count here."""
    kind, _, token = request.headers.get("authorization", "").partition(" ")
    return Here(request, lang, token if kind.lower() == "bearer" else None).require("read")


async def sent(request: Request) -> Plain:
    """Return the object that was sent."""
    try:
        return dict(json.loads(await request.body()))
    except (TypeError, ValueError, RecursionError):
        raise HTTPException(400, "not a JSON object") from None


Caller = Annotated[Here, Depends(caller)]


def says(name: str) -> Plain:
    """Return that an answer is what a schema of the library says."""
    content = {"application/json": {"schema": {"$ref": f"#/components/schemas/{name}"}}}
    return {"responses": {"200": {"description": "OK", "content": content}}}


FIELDS: Plain = {key: {"type": "string"} for key in ("step", "about", "track", "reason")}
FIELDS |= {key: {"type": "integer"} for key in ("entry", "version")}
FIELDS["facts"] = {"type": "array", "items": {"$ref": "#/components/schemas/Fact"}}
CHANGE = {"type": "object", "properties": FIELDS, "required": ["version"]}
BODY = {"requestBody": {"required": True, "content": {"application/json": {"schema": CHANGE}}}}


@routes.get("/cases")
def cases(
    here: Caller, process: str = "", phase: str = "", text: str = "", running: bool = False
) -> Response:
    """List cases."""
    return plain(here.store.cases(process=process, phase=phase, text=text, running=running))


@routes.get("/due")
def due(here: Caller, overdue: bool = False) -> Response:
    """List what is due today, of all cases."""
    return plain(here.store.due(here.today, overdue=overdue))


@routes.get("/cases/{ident}", openapi_extra=says("Collaboration"))
def case(here: Caller, ident: str) -> Response:
    """Return the whole case as a document."""
    return Response(gs.dumps(here.store.load(ident)), media_type="application/json")


@routes.get("/cases/{ident}/steps/{step}", openapi_extra=says("CheckPlain"))
def check(here: Caller, ident: str, step: str, track: str = "main", about: str = "") -> Response:
    """Check a step: every rule, what is missing, and the form to fill in."""
    found = here.store.load(ident).check(step, on=here.today, track=track, about=about or None)
    return plain(gs.to_dict(found, here.lang))


@routes.post("/cases/{ident}", openapi_extra={**BODY, **says("CollaborationPlain")})
def change(here: Caller, body: Annotated[Plain, Depends(sent)], ident: str) -> Response:
    """Record facts, take a `step` with them, or take an `entry` back with a `reason`: all or nothing.

    `version` is that of the case that was read; no fact is of a day that is still to come.
    """
    before, by, given = here.require("record").store.load(ident), here.user, body.get("facts", [])
    facts = [fact_of(fact) for fact in (given if isinstance(given, list) else [given])]
    for fact in facts:
        if isinstance(fact, gs.WaiverGranted) and fact.approved_by != here.require("waive").user:
            raise HTTPException(403, "in the name of another")
        if fact.on > here.today:
            raise gs.FormError.of((FormProblem("on", "not-yet", str(fact.on)),))
    if body.get("version") != before.version:
        raise StaleVersion.of(ident, body.get("version", 0), before.version)
    at = {"on": here.today, "track": body.get("track"), "about": body.get("about")}
    if "step" in body:
        after = before.advance(body["step"], *facts, by=by, **at)
    else:
        after = before.record(*facts, by=by)
        if "entry" in body:
            after = after.correct(body["entry"], None, reason=body.get("reason", ""), by=by)
    here.store.save(before, after)
    return plain(gs.to_dict(after, here.lang))


def plain(found: Any) -> Response:
    """Return what was found as JSON: plain data, or rows."""
    rows = [attrs.asdict(row) for row in found] if isinstance(found, tuple) else found
    return Response(json.dumps(rows, ensure_ascii=False, default=str), media_type="application/json")


def refusal(problem: Any, status: int) -> Plain:
    """Return what went wrong as data: a code, and words in both languages."""
    if not isinstance(problem, gs.GezondsamenError):
        return {"code": str(status), "detail": getattr(problem, "detail", "") or problem.errors()}
    more = {"check": gs.to_dict(problem.check, "nl")} if isinstance(problem, gs.TransitionRefused) else {}
    code = getattr(problem, "code", "refused")
    return {"code": code, "nl": problem.text("nl"), "en": problem.text("en"), **more}


def described(app: FastAPI) -> Plain:
    """Return the description of the API in OpenAPI 3.1: JSON Schema as the library writes it."""
    found = get_openapi(title=app.title, version=app.version, routes=app.routes)
    found["components"]["schemas"] |= openapi_schemas()
    found["components"]["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
    return {**found, "security": [{"token": []}]}
