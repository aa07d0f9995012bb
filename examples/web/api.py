"""The API: cases, checks and facts as JSON, described by the library's own schemas."""

from __future__ import annotations

import json
from typing import Annotated, Any

import attrs
from fastapi import APIRouter, Depends, FastAPI, Request, Response
from fastapi.openapi.utils import get_openapi
from starlette.exceptions import HTTPException

import gezondsamen as gs
from examples.web.access import User
from examples.web.views import Here
from gezondsamen.exchange import fact_of, json_schema, plain_schema
from gezondsamen.store import StaleVersion

routes = APIRouter(prefix="/api")
Plain = dict[str, Any]


def caller(request: Request, lang: str = "nl") -> Here:
    """Return who bears the token in `Authorization: Bearer ...`; a cookie does not count here."""
    site = request.app.state.site
    kind, _, token = request.headers.get("authorization", "").partition(" ")
    user: User = site.access.user(token if kind.lower() == "bearer" else None)
    if not user.may("read"):
        raise HTTPException(401)
    return Here(request, lang, user, site.store, site.access, site.today())


async def sent(request: Request) -> Plain:
    """Return the object that was sent."""
    try:
        found = json.loads(await request.body())
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise HTTPException(400, "not a JSON object")
    return found


Caller = Annotated[Here, Depends(caller)]
Sent = Annotated[Plain, Depends(sent)]


def schema(name: str) -> Plain:
    return {"$ref": f"#/components/schemas/{name}"}


def answers(found: Plain) -> Plain:
    return {"responses": {"200": {"description": "OK", "content": {"application/json": {"schema": found}}}}}


def takes(**fields: Plain) -> Plain:
    """Return that an object is sent, with the version that was read and these fields."""
    properties = {"version": {"type": "integer", "minimum": 1}, **fields}
    needed = {"type": "object", "properties": properties, "required": list(properties)}
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": needed}}}}


FACTS = {"type": "array", "items": schema("Fact")}
CASE = answers(schema("CollaborationPlain"))


@routes.get("/cases", openapi_extra=answers({"type": "array", "items": {"type": "object"}}))
def cases(
    here: Caller, process: str = "", phase: str = "", text: str = "", running: bool = False
) -> Response:
    """List cases."""
    rows = here.store.cases(process=process or None, phase=phase or None, text=text or None, running=running)
    return plain([attrs.asdict(row) for row in rows])


@routes.get("/due", openapi_extra=answers({"type": "array", "items": {"type": "object"}}))
def due(here: Caller, overdue: bool = False) -> Response:
    """List what is due today, of all cases."""
    return plain([attrs.asdict(item) for item in here.store.due(here.today, overdue=overdue)])


@routes.get("/cases/{ident}", openapi_extra=answers(schema("Collaboration")))
def case(here: Caller, ident: str) -> Response:
    """Return the whole case as a document."""
    return Response(gs.dumps(here.store.load(ident)), media_type="application/json")


@routes.get("/cases/{ident}/steps/{trigger}", openapi_extra=answers(schema("CheckPlain")))
def check(here: Caller, ident: str, trigger: str, track: str = "", about: str = "") -> Response:
    """Check a step: every rule, what is missing, and the form to fill in."""
    found = here.store.load(ident).check(trigger, on=here.today, track=track or None, about=about or None)
    return plain(gs.to_dict(found, here.lang))


@routes.post("/cases/{ident}/steps/{trigger}", openapi_extra={**takes(facts=FACTS), **CASE})
def advance(here: Caller, body: Sent, ident: str, trigger: str, track: str = "", about: str = "") -> Response:
    """Take a step, with facts that are recorded with it: all or nothing."""
    subject = {"track": track or None, "about": about or None}
    return changed(
        here,
        ident,
        body,
        lambda case, facts: case.advance(trigger, *facts, on=here.today, by=here.user.id, **subject),
    )


@routes.post("/cases/{ident}/facts", openapi_extra={**takes(facts=FACTS), **CASE})
def record(here: Caller, body: Sent, ident: str) -> Response:
    """Record facts, all or nothing."""
    return changed(here, ident, body, lambda case, facts: case.record(*facts, by=here.user.id))


TAKEN = takes(entry={"type": "integer", "minimum": 1}, reason={"type": "string"})


@routes.post("/cases/{ident}/corrections", openapi_extra={**TAKEN, **CASE})
def correct(here: Caller, body: Sent, ident: str) -> Response:
    """Take an entry back, with a reason."""
    entry, reason = body.get("entry"), body.get("reason", "")
    return changed(
        here, ident, body, lambda case, _: case.correct(entry, None, reason=reason, by=here.user.id)
    )


def changed(here: Here, ident: str, body: Plain, change: Any) -> Response:
    """Change the case that was read, and answer with how it stands then."""
    facts = body.get("facts", [])
    if not here.user.may("record"):
        raise HTTPException(403)
    if not isinstance(facts, list):
        raise HTTPException(400, "facts is no list")
    told = [fact_of(fact) for fact in facts]
    waivers = [fact for fact in told if isinstance(fact, gs.WaiverGranted)]
    if waivers and not (here.user.may("waive") and all(w.approved_by == here.user.id for w in waivers)):
        raise HTTPException(403, "who may not waive, or in the name of another")
    before = here.store.load(ident)
    if body.get("version") != before.version:
        raise StaleVersion.of(ident, body.get("version", 0), before.version)
    after = change(before, told)
    here.store.save(before, after)
    return plain(gs.to_dict(after, here.lang))


def plain(found: Any) -> Response:
    return Response(json.dumps(found, ensure_ascii=False, default=str), media_type="application/json")


def refusal(problem: HTTPException | gs.GezondsamenError) -> Plain:
    """Return what went wrong as data: a code, and words in both languages."""
    if isinstance(problem, HTTPException):
        return {"code": str(problem.status_code), "detail": problem.detail}
    found: Plain = {
        "code": getattr(problem, "code", "refused"),
        "nl": problem.text("nl"),
        "en": problem.text("en"),
    }
    if isinstance(problem, gs.TransitionRefused):
        found["check"] = gs.to_dict(problem.check, "nl")
    return found


def described(app: FastAPI) -> Plain:
    """Return the description of the API in OpenAPI 3.1: JSON Schema as the library writes it."""
    found = get_openapi(title=app.title, version=app.version, routes=app.routes)
    parts = found.setdefault("components", {})
    parts["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
    found["security"] = [{"token": []}]
    schemas = {"Fact": json_schema(gs.Fact), "Collaboration": json_schema(gs.Collaboration)}
    schemas |= {f"{kind.__name__}Plain": plain_schema(kind) for kind in (gs.Check, gs.Collaboration)}
    for name, whole in schemas.items():
        text = json.dumps(whole).replace('"#/$defs/', f'"#/components/schemas/{name}.')
        moved = json.loads(text)
        below = moved.pop("$defs")
        moved.pop("$schema")
        parts.setdefault("schemas", {}).update(
            {name: moved} | {f"{name}.{key}": part for key, part in below.items()}
        )
    return found
