"""The pages: which cases there are, one case, its next steps and what can be recorded, as forms."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, time
from typing import Annotated, Any, Literal
from urllib.parse import parse_qs, urlencode

from fastapi import APIRouter, Depends, HTTPException, Path, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

import gezondsamen as gs
from examples.web.access import COOKIE
from examples.web.views import STYLE, Here
from gezondsamen.exchange import filled_in, to_html, to_ics
from gezondsamen.exchange.page import sections
from gezondsamen.forms import answers as read
from gezondsamen.forms import fitting, problems
from gezondsamen.store import StaleVersion, by_case

routes = APIRouter(include_in_schema=False)


# --- who asks, and what was posted ---------------------------------------------------------------------


def visitor(request: Request, lang: Literal["nl", "en"] = "nl") -> Here:
    return Here(request, lang, request.cookies.get(COOKIE))


async def posted(request: Request) -> dict[str, list[str]]:
    """Return what a form of this host posted, by name."""
    origin, host = request.headers.get("origin"), request.headers.get("host")
    if origin not in (None, f"http://{host}", f"https://{host}"):
        raise HTTPException(403)
    try:
        return parse_qs((await request.body()).decode(), keep_blank_values=True, max_num_fields=2000)
    except ValueError:
        raise HTTPException(400) from None


Visitor = Annotated[Here, Depends(visitor)]
Answers = Annotated[dict[str, list[str]], Depends(posted)]


Reader = Annotated[Here, Depends(lambda here=Depends(visitor): here.require("read"))]
Recorder = Annotated[Here, Depends(lambda here=Depends(visitor): here.require("record"))]


def writer(here: Visitor, answers: Answers) -> Here:
    """Refuse a form that was not made for this user, and users who may only read."""
    token = here.request.cookies.get(COOKIE, "")
    if not here.require("record").site.signed("form", token, one(answers, "token")):
        raise HTTPException(403)
    return here


Writer = Annotated[Here, Depends(writer)]


def one(answers: Answers, name: str) -> str:
    return next(iter(answers.get(name, ())), "").strip()


def go(here: Here, path: str, **known: str) -> RedirectResponse:
    """Return the answer to what was posted: look there."""
    query = urlencode({name: value for name, value in known.items() if value})
    return RedirectResponse(f"/{here.lang}{path}?{query}", 303)


# --- in and out ----------------------------------------------------------------------------------------


@routes.get("/site.css")
def style() -> Response:
    return Response(STYLE, media_type="text/css", headers={"Cache-Control": "max-age=3600"})


@routes.post("/{lang}/login")
def log_in(here: Visitor, answers: Answers) -> Response:
    token, response = one(answers, "token"), go(here, "/")
    if not here.site.role(token):
        return here.page("login.html", 403)
    response.set_cookie(COOKIE, token, 8 * 3600, httponly=True, samesite="lax", secure=here.site.secure)
    return response


@routes.post("/{lang}/logout")
def log_out(here: Visitor, answers: Answers) -> Response:
    response = go(here, "/")
    response.delete_cookie(COOKIE)
    return response


# --- all cases -----------------------------------------------------------------------------------------


@routes.get("/")
@routes.get("/{lang}/")
def portfolio(here: Reader, text: str = "", process: str = "", phase: str = "", show: str = "") -> Response:
    # When a case stands still is a choice of this host.
    store, due, quiet = here.store, by_case(here.store.due(here.today)), gs.Every(months=6).before(here.today)
    late = {case for case, items in due.items() if any(item.overdue(here.today) for item, _ in items)}
    still = {row.id for row in store.cases(running=True, quiet_since=quiet)}
    counts = {"late": late, "due": due.keys(), "quiet": still}
    rows = store.cases(text=text, process=process, phase=phase, running=show != "all")
    rows = tuple(row for row in rows if show not in counts or row.id in counts[show])
    return here.page("portfolio.html", rows=rows, due=due, counts=counts, quiet=quiet)


@routes.get("/{lang}/new")
def choose_process(here: Recorder, process: str = "") -> Response:
    return here.page("new.html", process=here.store.processes.get(process), answers={}, text="")


@routes.post("/{lang}/new")
def begin(here: Writer, answers: Answers, process: str) -> Response:
    """Start a collaboration, or adopt one that runs: with a phase, a day since when, and a reason."""
    names = ("title", "on", "phase", "since", "reason") if one(answers, "phase") else ("title", "on")
    said = dict[str, Any]((name, one(answers, name)) for name in names)
    if (chosen := here.store.processes.get(process)) is None:
        raise HTTPException(404)
    stem = re.sub(r"[^a-z0-9]+", "-", said["title"].lower())[:40].strip("-") or "case"
    ident = fitting.unused_id(stem, here.store.ids())
    try:
        days = dict[str, Any]((k, read.day_of(said[k])) for k in ("on", "since") if k in said)
        wrong = [] if said["title"] else [("title", "required", "")]
        wrong += [(name, "not-yet", str(day)) for name, day in days.items() if day > here.today]
        if wrong:
            raise gs.FormError.of(tuple(problems.FormProblem(*found) for found in wrong))
        here.store.create(gs.Collaboration.start(chosen, id=ident, by=here.user, **(said | days)))
    except ValueError as problem:
        no_day = problems.FormProblem("on", "not-a-date", str(problem))
        text = getattr(problem, "text", no_day.text)(here.lang)
        return here.page("new.html", 400, process=chosen, answers=said, text=text)
    return go(here, f"/cases/{ident}", done="begun")


# --- one case ------------------------------------------------------------------------------------------


@routes.get("/{lang}/cases/{ident}")
def overview(here: Reader, ident: str, track: str = "main", done: str = "") -> Response:
    case, at = here.store.load(ident), {"on": here.today, "track": track}
    parts = sections(case, lang=here.lang, journal=f"/{here.lang}/cases/{ident}/timeline", **at)
    found = {"checks": case.options(**at), "found": [row for row in case.monitor(**at).found if row.form]}
    more = {"track": case.dossier.track(track), "key": here.site.sign("calendar", ident), "done": done}
    return here.page("case.html", case=case, parts=parts, **more, **gs.to_dict(found, here.lang))


@routes.get("/{lang}/cases/{ident}/timeline")
def timeline(here: Reader, ident: str, done: str = "") -> Response:
    return here.page("timeline.html", case=here.store.load(ident), done=done)


@routes.get("/{lang}/cases/{ident}/print")
def printed(here: Reader, ident: str, track: str = "main") -> Response:
    return HTMLResponse(to_html(here.store.load(ident), on=here.today, lang=here.lang, track=track))


@routes.get("/calendar/{ident}/{key}.ics")
def calendar(request: Request, ident: str, key: str, lang: Literal["nl", "en"] = "nl") -> Response:
    """Return the agenda of a case to a calendar, which has no cookie: its address is signed."""
    here = visitor(request, lang)
    if not here.site.signed("calendar", ident, key):
        raise HTTPException(404)
    case, stamp = here.store.load(ident), datetime.combine(here.today, time(), UTC)
    schedule = gs.evaluation_schedule(case, on=here.today, until=gs.Every(years=2).after(here.today))
    text = to_ics(schedule, stamp=stamp, lang=lang, processes=case.processes)
    return Response(text, media_type="text/calendar")


# --- what is filled in ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class Asked:
    """What a form is for: a step, one rule of it or of the phase, or a kind of fact."""

    step: str = ""
    rule: str = ""
    kind: str = ""
    track: str = "main"
    about: str = ""

    def form(self, here: Here, case: gs.Collaboration) -> gs.Form:
        at: dict[str, Any] = {"on": here.today, "track": self.track}
        if self.kind == "WaiverGranted":
            here.require("waive")
            at |= {"approved_by": here.user, "trigger": self.step or None, "about": self.about or None}
            at |= {"rule": self.rule} if self.rule else {}
        if self.kind:
            return case.form(self.kind, **at)
        found = case.check(self.step, about=self.about or None, **at) if self.step else case.monitor(**at)
        if isinstance(found, gs.Check) and not self.rule:
            return found.form
        forms = {row.requirement.code: row.form for row in found.outcomes}
        return forms.get(self.rule) or gs.Form((), case.process)

    def done(self, here: Here, ident: str, done: str) -> Response:
        """Return to where the form was asked for."""
        step = f"/steps/{self.step}" if self.step and done != "step" else ""
        about = self.about if step else ""
        return go(here, f"/cases/{ident}{step}", track=self.track, about=about, done=done)


For = Annotated[Asked, Depends()]


@routes.get("/{lang}/cases/{ident}/steps/{step}")
def step(here: Reader, ident: str, asked: For, done: str = "") -> Response:
    case = here.store.load(ident)
    check = case.check(asked.step, on=here.today, track=asked.track, about=asked.about or None)
    plain = gs.to_dict(check, here.lang)
    return here.page("step.html", case=case, asked=asdict(asked), check=plain, form=check.form, done=done)


@routes.get("/{lang}/cases/{ident}/record")
def choose_kind(here: Recorder, ident: str, track: str = "main") -> Response:
    case = here.store.load(ident)
    forms = gs.to_dict(case.forms(on=here.today, track=track), here.lang)
    return here.page("record.html", case=case, forms=forms, track=track)


@routes.get("/{lang}/cases/{ident}/form")
def show_form(here: Recorder, ident: str, asked: For) -> Response:
    case = here.store.load(ident)
    if not (form := asked.form(here, case)):
        return asked.done(here, ident, "nothing")
    known = {"case": case, "version": case.version, "asked": asdict(asked), "problem": None, "changed": ()}
    return here.page("form.html", drafts=filled_in(form, here.lang), **known)


@routes.post("/{lang}/cases/{ident}/form")
def fill_in(here: Writer, answers: Answers, ident: str, asked: For) -> Response:
    """Record what was filled in, and take the step where that is asked; or show all of it again.

    The form is that of the `version` that was shown; `seen` is what the user knows to be there now.
    """
    case, do, by = here.store.load(ident), one(answers, "do"), here.user
    told = (one(answers, name)[:9] for name in ("version", "seen"))
    version, seen = (int(text) if text.isdecimal() else 0 for text in told)
    if not 1 <= version <= case.version:
        raise HTTPException(400)
    form = asked.form(here, gs.Collaboration.replay(case.processes, case.entries_after(0)[:version]))
    try:
        facts = form.read(answers, since=case.dossier.first_day, until=here.today)
        if seen != case.version:
            raise StaleVersion.of(ident, seen, case.version)
        at = {"on": here.today, "track": asked.track, "about": asked.about or None}
        after = case.record(*facts, by=by) if do != "step" else case.advance(asked.step, *facts, by=by, **at)
        here.store.save(case, after)
    except gs.GezondsamenError as problem:
        now, stale = here.store.load(ident), isinstance(problem, StaleVersion)
        drafts = filled_in(form, here.lang, posted=answers, problems=getattr(problem, "problems", ()))
        known = {"case": now, "version": version, "asked": asdict(asked), "problem": problem}
        changed = now.timeline(here.lang)[seen:] if stale else ()
        return here.page("form.html", 409 if stale else 400, drafts=drafts, changed=changed, **known)
    return asked.done(here, ident, "step" if do == "step" else "facts" if facts else "nothing")


@routes.get("/{lang}/cases/{ident}/undo/{number}")
def ask_reason(here: Recorder, ident: str, number: Annotated[int, Path(ge=1)], wrong: str = "") -> Response:
    case = here.store.load(ident)
    if number > case.version:
        raise HTTPException(404)
    return here.page("undo.html", 400 if wrong else 200, case=case, number=number, wrong=wrong)


@routes.post("/{lang}/cases/{ident}/undo/{number}")
def undo(here: Writer, answers: Answers, ident: str, number: Annotated[int, Path(ge=1)]) -> Response:
    """Take an entry back: it needs no look at the newest version, since its number is for ever the same."""
    try:
        with here.store.changing(ident) as change:
            change.case = change.case.correct(number, None, reason=one(answers, "reason"), by=here.user)
    except gs.InvalidRecord as problem:
        return ask_reason(here, ident, number, problem.text(here.lang))
    return go(here, f"/cases/{ident}/timeline", done="undone")
