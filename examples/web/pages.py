"""The pages: which cases there are, one case, its next steps and what can be recorded, as forms."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, time
from typing import Annotated, Any, Literal
from urllib.parse import parse_qs, urlencode, urlsplit

from fastapi import APIRouter, Depends, HTTPException, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

import gezondsamen as gs
from examples.web.access import COOKIE
from examples.web.views import STYLE, Here, by_case
from gezondsamen.exchange import filled_in, to_html, to_ics
from gezondsamen.exchange.page import sections
from gezondsamen.forms.answers import day_of
from gezondsamen.forms.problems import FormProblem
from gezondsamen.store import CaseExists, StaleVersion

QUIET = gs.Every(months=6)
"""How long nothing may happen before a case stands still: a choice of this host."""

AHEAD = gs.Every(years=2)
"""How far a calendar looks ahead."""

SHOWN = 50
"""Cases on one page."""

KINDS = {
    kind.__name__: kind
    for kind in (
        *(gs.Met, gs.PartyJoined, gs.Stated, gs.Quantified, gs.Consented, gs.RoleAssigned, gs.RoleEnded),
        *(gs.ContributionRecorded, gs.ActionAgreed, gs.AgreementDrafted, gs.AgreementRevised, gs.Signed),
        *(gs.EvaluationPlanned, gs.EvaluationHeld, gs.PartyLeft, gs.PartySucceeded, gs.WaiverGranted),
    )
}
"""What can be recorded, most usual first."""

routes = APIRouter(include_in_schema=False)
Posted = dict[str, list[str]]


# --- who asks, and what was posted ---------------------------------------------------------------------


def visitor(request: Request, lang: Literal["nl", "en"]) -> Here:
    site = request.app.state.site
    user = site.access.user(request.cookies.get(COOKIE))
    return Here(request, lang, user, site.store, site.access, site.today())


def reader(here: Annotated[Here, Depends(visitor)]) -> Here:
    if not here.user.may("read"):
        raise HTTPException(401)
    return here


def recorder(here: Annotated[Here, Depends(reader)]) -> Here:
    if not here.user.may("record"):
        raise HTTPException(403)
    return here


async def posted(request: Request) -> Posted:
    """Return what a form of this host posted, by name."""
    origin = request.headers.get("origin")
    if origin is not None and urlsplit(origin).netloc != request.headers.get("host"):
        raise HTTPException(403)
    try:
        return parse_qs((await request.body()).decode(), keep_blank_values=True, max_num_fields=2000)
    except ValueError:
        raise HTTPException(400) from None


def writer(here: Annotated[Here, Depends(recorder)], answers: Annotated[Posted, Depends(posted)]) -> Here:
    """Refuse a form that was not made for this user, and users who may only read."""
    if not here.access.signed("form", here.user.token, one(answers, "token")):
        raise HTTPException(403)
    return here


def one(answers: Posted, name: str) -> str:
    return next(iter(answers.get(name, ())), "").strip()


def to(here: Here, path: str, **query: str) -> RedirectResponse:
    """Return the answer to what was posted: go and look there."""
    known = {name: value for name, value in query.items() if value}
    return RedirectResponse(f"/{here.lang}{path}" + (f"?{urlencode(known)}" if known else ""), 303)


Visitor = Annotated[Here, Depends(visitor)]
Reader = Annotated[Here, Depends(reader)]
Recorder = Annotated[Here, Depends(recorder)]
Writer = Annotated[Here, Depends(writer)]
Answers = Annotated[Posted, Depends(posted)]


# --- in and out ----------------------------------------------------------------------------------------


@routes.get("/")
def start() -> Response:
    return RedirectResponse("/nl/")


@routes.get("/site.css")
def style() -> Response:
    return Response(STYLE, media_type="text/css", headers={"Cache-Control": "max-age=3600"})


@routes.get("/{lang}/login")
def ask_token(here: Visitor) -> Response:
    return here.page("login.html", wrong=False)


@routes.post("/{lang}/login")
def log_in(here: Visitor, answers: Answers) -> Response:
    token = one(answers, "token")
    if not here.access.user(token).may("read"):
        return here.page("login.html", 403, wrong=True)
    response = to(here, "/")
    secure = here.request.app.state.site.secure
    response.set_cookie(COOKIE, token, max_age=8 * 3600, httponly=True, samesite="lax", secure=secure)
    return response


@routes.post("/{lang}/logout")
def log_out(here: Visitor, answers: Answers) -> Response:
    response = to(here, "/login")
    response.delete_cookie(COOKIE)
    return response


# --- all cases -----------------------------------------------------------------------------------------


@routes.get("/{lang}/")
def portfolio(
    here: Reader, text: str = "", process: str = "", phase: str = "", show: str = "", page: int = 1
) -> Response:
    store, quiet = here.store, QUIET.before(here.today)
    due = by_case(store.due(here.today))
    late = {case for case, items in due.items() if any(item.overdue(here.today) for item, _ in items)}
    asked = {"process": process or None, "phase": phase or None, "text": text or None}
    rows = store.cases(**asked, running=show != "all", quiet_since=quiet if show == "quiet" else None)
    if show in ("due", "late"):
        rows = tuple(row for row in rows if row.id in (due if show == "due" else late))
    first = SHOWN * (max(page, 1) - 1)
    still = store.cases(running=True, quiet_since=quiet)
    return here.page(
        "portfolio.html",
        rows=rows[first : first + SHOWN],
        count=len(rows),
        pages=-(-len(rows) // SHOWN),
        due=due,
        counts={"late": len(late), "due": len(due), "quiet": len(still)},
        asked={"text": text, "process": process, "phase": phase, "show": show, "page": page},
        query=lambda **new: urlencode({"text": text, "process": process, "phase": phase, "show": show} | new),
        quiet=quiet,
    )


@routes.get("/{lang}/new")
def choose_process(here: Recorder, process: str = "") -> Response:
    return new_page(here, process, {"on": [here.written(here.today)]})


def new_page(here: Here, process: str, answers: Posted, *problems: FormProblem, text: str = "") -> Response:
    chosen = here.store.processes.get(process)
    wrong = {problem.name: problem.text(here.lang) for problem in problems}
    status = 400 if wrong or text else 200
    known = {"process": chosen, "wrong": wrong, "text": text}
    return here.page("new.html", status, **known, value=lambda name: one(answers, name))


@routes.post("/{lang}/new")
def begin(here: Writer, answers: Answers, process: str) -> Response:
    """Start a collaboration, or adopt one that runs: with a phase, a day since when, and a reason."""
    phase, title, days, problems = one(answers, "phase"), one(answers, "title"), dict[str, Any](), []
    problems += [] if title else [FormProblem("title", "required")]
    for name in ("on", "since") if phase else ("on",):
        try:
            days[name] = day_of(one(answers, name))
        except ValueError:
            problems.append(FormProblem(name, "not-a-date", one(answers, name)))
    if problems or process not in here.store.processes:
        return new_page(here, process, answers, *problems)
    if phase:
        days |= {"phase": phase, "reason": one(answers, "reason")}
    stem = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:40] or "samenwerking"
    for ident in (stem, *(f"{stem}-{number}" for number in range(2, 100))):
        try:
            chosen = here.store.processes[process]
            case = gs.Collaboration.start(chosen, id=ident, title=title, by=here.user.id, **days)
            here.store.create(case)
            return to(here, f"/cases/{ident}", done="begun")
        except CaseExists:
            continue
        except gs.InvalidRecord as problem:
            return new_page(here, process, answers, text=problem.text(here.lang))
    raise HTTPException(409)


# --- one case ------------------------------------------------------------------------------------------


@routes.get("/{lang}/cases/{ident}")
def overview(here: Reader, ident: str, track: str = "", done: str = "") -> Response:
    case, on = here.store.load(ident), here.today
    parts = sections(case, on=on, lang=here.lang, track=track or None)
    checks = gs.to_dict(case.options(on=on, track=track or None), here.lang)
    watch = case.monitor(on=on, track=track or None)
    return here.page(
        "case.html",
        case=case,
        track=case.dossier.track(track or "main"),
        parts=[part for part in parts if part.key not in ("summary", "steps")],
        checks=checks,
        found=[gs.to_dict(row, here.lang) for row in watch.found if row.form],
        overdue=watch.overdue,
        done=done,
        tab="overview",
    )


@routes.get("/{lang}/cases/{ident}/timeline")
def timeline(here: Reader, ident: str, done: str = "") -> Response:
    case = here.store.load(ident)
    lines = [(line, can_go(case, line.entry)) for line in reversed(case.timeline(here.lang))]
    return here.page("timeline.html", case=case, lines=lines, done=done, tab="timeline")


@routes.get("/{lang}/cases/{ident}/agenda")
def agenda(here: Reader, ident: str) -> Response:
    case, key = here.store.load(ident), here.access.sign("calendar", ident)
    parts = sections(case, on=here.today, lang=here.lang)
    address = f"{here.request.url.netloc}/calendar/{ident}/{key}.ics?lang={here.lang}"
    agenda = next(part for part in parts if part.key == "agenda")
    return here.page("agenda.html", case=case, agenda=agenda, address=address, tab="agenda")


@routes.get("/{lang}/cases/{ident}/print")
def printed(here: Reader, ident: str, track: str = "") -> Response:
    case = here.store.load(ident)
    return HTMLResponse(to_html(case, on=here.today, lang=here.lang, track=track or None))


@routes.get("/calendar/{ident}/{key}.ics")
def calendar(request: Request, ident: str, key: str, lang: Literal["nl", "en"] = "nl") -> Response:
    """Return the agenda of a case to a calendar, which has no cookie: its address is signed."""
    site = request.app.state.site
    if not site.access.signed("calendar", ident, key):
        raise HTTPException(404)
    case, today = site.store.load(ident), site.today()
    schedule = gs.evaluation_schedule(case, on=today, until=AHEAD.after(today))
    stamp = datetime.combine(today, time(), UTC)
    text = to_ics(schedule, stamp=stamp, lang=lang, processes=case.processes)
    return Response(text, media_type="text/calendar; charset=utf-8")


@routes.get("/{lang}/cases/{ident}/steps/{trigger}")
def step(
    here: Reader, ident: str, trigger: str, track: str = "", about: str = "", done: str = ""
) -> Response:
    case = here.store.load(ident)
    check = case.check(trigger, on=here.today, track=track or None, about=about or None)
    plain = gs.to_dict(check, here.lang)
    asked = {"step": trigger, "track": track, "about": about}
    return here.page("step.html", case=case, check=plain, form=check.form, asked=asked, done=done, tab="")


# --- what is filled in ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class Asked:
    """What a form is for: a step, one rule of it or of the phase, or a kind of fact."""

    step: str = ""
    rule: str = ""
    kind: str = ""
    track: str = ""
    about: str = ""

    def form(self, here: Here, case: gs.Collaboration) -> gs.Form:
        on, track, about = here.today, self.track or None, self.about or None
        if self.kind:
            given = {}
            if self.kind == "WaiverGranted":
                if not here.user.may("waive"):
                    raise HTTPException(403)
                known = {"rule": self.rule, "trigger": self.step, "about": about, "track": track}
                given = {name: value for name, value in known.items() if value}
                given["approved_by"] = here.user.id
            if self.kind not in KINDS:
                raise HTTPException(404)
            return case.form(KINDS[self.kind], on=on, track=track, **given)
        if not self.step:
            rows = case.monitor(on=on, track=track).outcomes
        else:
            check = case.check(self.step, on=on, track=track, about=about)
            if not self.rule:
                return check.form
            rows = check.outcomes
        return next(
            (row.form for row in rows if row.requirement.code == self.rule), gs.Form((), case.process)
        )


@routes.get("/{lang}/cases/{ident}/record")
def choose_kind(here: Recorder, ident: str, track: str = "") -> Response:
    case, found = here.store.load(ident), []
    for name in KINDS if here.user.may("waive") else [name for name in KINDS if name != "WaiverGranted"]:
        form = case.form(KINDS[name], on=here.today, track=track or None)
        [draft] = filled_in(form, here.lang)
        if all(blank["choices"] != [] for blank in draft["blanks"] if blank["required"]):
            found.append((name, draft["text"]))
    return here.page("record.html", case=case, kinds=found, track=track, tab="record")


@routes.get("/{lang}/cases/{ident}/form")
def show_form(here: Recorder, ident: str, asked: Annotated[Asked, Depends()]) -> Response:
    case = here.store.load(ident)
    form = asked.form(here, case)
    return form_page(here, case, asked, form, case.version) if form else back(here, ident, asked)


def form_page(
    here: Here,
    case: gs.Collaboration,
    asked: Asked,
    form: gs.Form,
    version: int,
    seen: int = 0,
    answers: Posted | None = None,
    problem: gs.GezondsamenError | None = None,
) -> Response:
    """Return a form, after a refusal with what was typed, what is wrong with it and what others changed."""
    problems = problem.problems if isinstance(problem, gs.FormError) else ()
    drafts = filled_in(form, here.lang, posted=answers, problems=problems)
    return here.page(
        "form.html",
        200 if problem is None else 409 if isinstance(problem, StaleVersion) else 400,
        case=case,
        asked=asked,
        query=urlencode({name: value for name, value in asdict(asked).items() if value}),
        drafts=drafts,
        version=version,
        text=problem.text(here.lang) if problem is not None and not problems else "",
        wrong=[(p.name, p.text(here.lang)) for p in problems],
        refused=isinstance(problem, gs.TransitionRefused),
        changed=case.timeline(here.lang)[seen:] if isinstance(problem, StaleVersion) else (),
        tab="",
    )


@routes.post("/{lang}/cases/{ident}/form")
def fill_in(here: Writer, answers: Answers, ident: str, asked: Annotated[Asked, Depends()]) -> Response:
    """Record what was filled in, and take the step where that is asked; or show all of it again.

    The form is that of the `version` that was shown; `seen` is what the user knows to be there now.
    """
    case = here.store.load(ident)
    version, seen = (
        int(text) if (text := one(answers, name)).isdecimal() else 0 for name in ("version", "seen")
    )
    if not 1 <= version <= case.version:
        raise HTTPException(400)
    shown = gs.Collaboration.replay(case.processes, case.entries_after(0)[:version])
    form = asked.form(here, shown)
    try:
        facts = form.read(answers, since=case.dossier.first_day, until=here.today)
        if seen != case.version:
            raise StaleVersion.of(ident, seen, case.version)
        if one(answers, "do") == "step":
            subject, track = asked.about or None, asked.track or None
            after = case.advance(
                asked.step, *facts, on=here.today, track=track, about=subject, by=here.user.id
            )
        else:
            after = case.record(*facts, by=here.user.id)
        here.store.save(case, after)
    except gs.GezondsamenError as problem:
        return form_page(here, here.store.load(ident), asked, form, version, seen, answers, problem)
    if one(answers, "do") == "step":
        return to(here, f"/cases/{ident}", track=asked.track, done="step")
    return back(here, ident, asked, done="facts" if facts else "nothing")


def back(here: Here, ident: str, asked: Asked, done: str = "nothing") -> Response:
    """Return to where a form was asked for."""
    if asked.step:
        path = f"/cases/{ident}/steps/{asked.step}"
        return to(here, path, track=asked.track, about=asked.about, done=done)
    return to(here, f"/cases/{ident}", track=asked.track, done=done)


def can_go(case: gs.Collaboration, entry: gs.Entry) -> bool:
    """Tell whether an entry can be taken back."""
    try:
        case.correct(entry.number, None, reason="?")
    except gs.InvalidRecord:
        return False
    return True


@routes.get("/{lang}/cases/{ident}/undo/{number}")
def ask_reason(here: Recorder, ident: str, number: int, wrong: str = "") -> Response:
    case = here.store.load(ident)
    if not 1 <= number <= case.version:
        raise HTTPException(404)
    line = case.timeline(here.lang)[number - 1]
    return here.page("undo.html", 400 if wrong else 200, case=case, line=line, wrong=wrong, tab="timeline")


@routes.post("/{lang}/cases/{ident}/undo/{number}")
def undo(here: Writer, answers: Answers, ident: str, number: int) -> Response:
    """Take an entry back: it needs no look at the newest version, since its number is for ever the same."""
    try:
        with here.store.changing(ident) as change:
            change.case = change.case.correct(number, None, reason=one(answers, "reason"), by=here.user.id)
    except gs.InvalidRecord as problem:
        return ask_reason(here, ident, number, problem.text(here.lang))
    return to(here, f"/cases/{ident}/timeline", done="undone")
