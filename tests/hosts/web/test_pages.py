"""The pages over HTTP: who may do what, what is typed is kept, nothing is overwritten, all is escaped."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

import gezondsamen as gs
from examples.web.access import HEADERS, LARGEST, Site
from gezondsamen.exchange import to_html
from gezondsamen.forms.asked import OPEN
from tests.hosts.web.visitors import TODAY, TOKENS, Visitor, form_of, site
from tests.store.databases import postgres_url
from tests.support.posting import posted

HOSTILE = '<script>alert("x")</script>&\''
CASE = "/nl/cases/EX-07"


@pytest.fixture
def here() -> Iterator[Site]:
    made = site("sqlite://", "EX-07", "EX-03")
    with made.store:
        yield made


@pytest.fixture(params=["sqlite", "postgresql"])
def anywhere(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Site]:
    url = f"sqlite:///{tmp_path}/cases.db" if request.param == "sqlite" else postgres_url()()
    made = site(url)
    with made.store:
        yield made


def begun(visitor: Visitor, title: str = "Waterstad beweegt", process: str = "pps") -> str:
    """Begin a collaboration by its form, and return its address."""
    answer = visitor.fill(f"/nl/new?process={process}", {"title": title})
    assert answer.status_code == 200, answer.text
    path: str = answer.url.path
    return path


# --- from the first idea to daily management -----------------------------------------------------------


def test_a_partnership_comes_to_daily_management_by_its_forms(anywhere: Site) -> None:
    """Every step of the shortest way is taken by filling in its form; all is kept, on either database."""
    visitor = Visitor(anywhere, "record")
    path = begun(visitor)
    ident = path.rpartition("/")[2]
    while (case := anywhere.store.load(ident)).phase != "management":
        step = case.plan(to="management", on=TODAY).steps[0]
        form = case.check(step.trigger, on=TODAY).form
        answers = {key: value for key, value in posted(form, TODAY).items() if not key.endswith(".on")}
        seen = (
            visitor.see(f"{path}/form?step={step.trigger}")
            if form
            else visitor.see(f"{path}/steps/{step.trigger}")
        )
        answer = visitor.send(f"{path}/form", form_of(seen), {**answers, "do": "step"})
        assert "De stap is gezet." in answer.text, answer.text
    assert gs.loads(gs.dumps(case)) == case
    assert {entry.by for entry in case.entries_after(0)} == {"u-record"}


# --- who may do what -----------------------------------------------------------------------------------

ADDRESSES = [
    *("/nl/", "/en/", "/nl/new", "/nl/new?process=pps", CASE, f"{CASE}/timeline"),
    *(f"{CASE}/print", f"{CASE}/record", f"{CASE}/steps/suspend", f"{CASE}/form?kind=Met", f"{CASE}/undo/3"),
]
RECORDING = ["/nl/new", f"{CASE}/record", f"{CASE}/form?kind=Met", f"{CASE}/undo/3"]
POSTS = ["/nl/new?process=pps", f"{CASE}/form?kind=Met", f"{CASE}/undo/3"]


@pytest.mark.parametrize("path", ADDRESSES)
def test_nobody_without_a_token_sees_anything(here: Site, path: str) -> None:
    """Whoever has not signed in is asked to, and sees nothing else."""
    answer = Visitor(here).client.get(path)
    assert answer.status_code == 401
    assert form_of(answer.text).action == f"{path[:3]}/login"
    assert "Zwolle" not in answer.text


@pytest.mark.parametrize("path", POSTS)
def test_nobody_without_a_token_changes_anything(here: Site, path: str) -> None:
    """A form that comes without a cookie is not taken."""
    before = here.store.load("EX-07")
    Visitor(here).post(path, form_of(Visitor(here, "record").see(path)).fields)
    assert here.store.load("EX-07") == before


def test_a_wrong_token_signs_nobody_in(here: Site) -> None:
    """A token that nobody has is refused, and sets no cookie."""
    answer = Visitor(here).client.post("/nl/login", data={"token": "token-reat"})
    assert answer.status_code == 403
    assert "Deze code kennen we niet." in answer.text
    assert "set-cookie" not in answer.headers
    assert '<a href="/en/" lang="en"' in answer.text


def test_the_cookie_is_out_of_reach(here: Site) -> None:
    """No script reads it, no other site sends it with a form, and behind https it travels nowhere else."""
    for secure in (False, True):
        made = replace(here, secure=secure)
        answer = Visitor(made).client.post(
            "/nl/login", data={"token": TOKENS["read"]}, follow_redirects=False
        )
        cookie = answer.headers["set-cookie"].lower()
        assert "httponly" in cookie
        assert "samesite=lax" in cookie
        assert ("secure" in cookie) == secure


def test_whoever_signs_out_is_out(here: Site) -> None:
    """After signing out the pages are closed again."""
    visitor = Visitor(here, "read")
    visitor.post("/nl/logout", {})
    assert visitor.client.get("/nl/").status_code == 401


@pytest.mark.parametrize("path", RECORDING)
def test_whoever_may_read_records_nothing(here: Site, path: str) -> None:
    """A reader gets no form, and one that they post all the same is refused."""
    visitor, before = Visitor(here, "read"), here.store.load("EX-07")
    assert visitor.client.get(path).status_code == 403
    fields = {"token": [here.sign("form", TOKENS["read"])]}
    assert visitor.post(path if path in POSTS else f"{CASE}/undo/3", fields).status_code == 403
    assert here.store.load("EX-07") == before


@pytest.mark.parametrize("path", POSTS)
@pytest.mark.parametrize("token", ["", "x", "read"])
def test_a_form_from_elsewhere_is_refused(here: Site, path: str, token: str) -> None:
    """A form without the signature of this user is refused, whoever else's it bears."""
    visitor, before = Visitor(here, "record"), here.store.load("EX-07")
    foreign = here.sign("form", TOKENS[token]) if token in TOKENS else token
    answer = visitor.fill(path, {"token": foreign, "reason": "?", "title": "x"})
    assert answer.status_code == 403
    assert here.store.load("EX-07") == before


@pytest.mark.parametrize("path", ["/nl/login", *POSTS])
def test_a_form_sent_by_another_site_is_refused(here: Site, path: str) -> None:
    """What a browser says to come from another site is refused, whatever it holds."""
    visitor, before = Visitor(here, "waive"), here.store.load("EX-07")
    fields = {"token": [here.sign("form", TOKENS["waive"])]}
    for origin in ("https://elders.test", "http://samen.test.elders.test", "http://[", "null", ""):
        assert visitor.post(path, fields, headers={"origin": origin}).status_code == 403
    assert here.store.load("EX-07") == before


@pytest.mark.parametrize("origin", ["http://samen.test", "https://samen.test"])
def test_a_form_of_this_site_is_taken(here: Site, origin: str) -> None:
    """What a browser says to come from this host is read, also behind a server that does https."""
    visitor = Visitor(here, "record")
    answer = visitor.fill("/nl/new?process=pps", {"title": "Nieuw"}, headers={"origin": origin})
    assert answer.status_code == 200
    assert "De samenwerking is begonnen." in answer.text


def test_only_who_may_waive_waives(here: Site) -> None:
    """The form is for one role, in whose own name it is approved."""
    path = begun(Visitor(here, "record"))
    way = f"{path}/form?step=start&rule=KEN-04&kind=WaiverGranted"
    assert Visitor(here, "record").client.get(way).status_code == 403
    assert "WaiverGranted" not in Visitor(here, "record").see(f"{path}/record")
    assert "kind=WaiverGranted" in Visitor(here, "waive").see(f"{path}/steps/start")
    Visitor(here, "waive").fill(way, {"0.reason": "Staat in het raadsbesluit."})
    case = here.store.load(path.rpartition("/")[2])
    [entry] = case.waivers(on=TODAY)
    assert (entry.fact.rule, entry.fact.approved_by, entry.fact.trigger) == ("KEN-04", "u-waive", "start")
    assert case.check("start", on=TODAY).allowed
    assert "Zet deze stap" in Visitor(here, "record").see(f"{path}/steps/start")


# --- what is typed -------------------------------------------------------------------------------------


def test_what_is_typed_wrongly_comes_back_beside_its_field(here: Site) -> None:
    """Every problem stands at its field and above the form, with what was typed; nothing is recorded."""
    visitor, before = Visitor(here, "record"), here.store.load("EX-07")
    answer = visitor.fill(
        f"{CASE}/form?kind=Stated", {"0.text": "Meer <bewegen>", "0.on": "gisteren", "0.topic": ""}
    )
    assert answer.status_code == 400
    page = unescape(answer.text)
    assert (
        '<a href="#f-0.on">Op welke dag. “gisteren” is geen dag. Schrijf een dag als 31-1-2024.</a>' in page
    )
    assert '<p class="problem" id="p-0.topic">Vul dit in.</p>' in page
    assert '<input id="f-0.on" name="0.on" type="text" value="gisteren"' in page
    assert ">Meer <bewegen></textarea>" in page
    assert "Fout: " in page
    assert here.store.load("EX-07") == before


def test_what_was_ticked_and_left_out_is_kept(here: Site) -> None:
    """Boxes come back as they were, also those that were taken off, and other parts of the form too."""
    visitor = Visitor(here, "record")
    path = begun(visitor)
    answer = visitor.fill(
        f"{path}/form?step=start", {"0": ["", "on"], "1": [""], "0.text": "", "do": "facts"}
    )
    again = form_of(answer.text).fields
    assert (again["0"], again["1"]) == (["", "on"], [""])


def test_part_of_a_form_is_recorded_and_the_step_waits(here: Site) -> None:
    """What is ready is recorded alone; what was left out is asked again."""
    visitor = Visitor(here, "record")
    path = begun(visitor)
    answer = visitor.fill(f"{path}/form?step=start", {"0.text": "Meer bewegen", "1": [""], "do": "facts"})
    assert answer.url.path == f"{path}/steps/start"
    assert "Het is vastgelegd." in answer.text
    case = here.store.load(path.rpartition("/")[2])
    assert (case.phase, [entry.fact.topic for entry in case.statements(on=TODAY)]) == (
        "initiative",
        ["purpose"],
    )


def test_a_step_that_is_refused_keeps_what_was_typed(here: Site) -> None:
    """Taking a step with half of its form is refused with the reason; nothing is recorded by halves."""
    visitor = Visitor(here, "record")
    path = begun(visitor)
    answer = visitor.fill(f"{path}/form?step=start", {"0.text": "Meer bewegen", "1": [""], "do": "step"})
    assert answer.status_code == 400
    assert "Meer bewegen" in answer.text
    assert "U kunt ook alleen vastleggen" in answer.text
    assert here.store.load(path.rpartition("/")[2]).version == 1


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ({"title": " "}, "Vul dit in."),
        ({"on": "31-2-2026"}, "“31-2-2026” is geen dag."),
        ({"on": "28-11-2026"}, "2026-11-28 moet nog komen"),
        ({"title": " ", "on": "1-1-2062"}, "2062-01-01 moet nog komen"),
        ({"phase": "management", "since": "1-1-2062", "reason": "Liep al."}, "2062-01-01 moet nog komen"),
        ({"phase": "management", "since": "", "reason": "Liep al."}, "is geen dag."),
        ({"phase": "management", "since": "1-1-2020", "reason": ""}, 'role="alert"'),
    ],
)
def test_what_is_wrong_with_a_beginning_is_told(here: Site, answers: dict[str, Any], told: str) -> None:
    """A name is needed, days were, and a partnership that runs has a reason; what was typed is kept."""
    before = set(here.store.ids())
    answer = Visitor(here, "record").fill("/nl/new?process=pps", {"title": "Nieuw", **answers})
    assert answer.status_code == 400
    assert told in answer.text
    fields = form_of(answer.text).fields
    assert {name: fields[name] for name in answers if name != "title"} == {
        name: [value] for name, value in answers.items() if name != "title"
    }
    assert set(here.store.ids()) == before


def test_a_process_that_is_not_there_begins_nothing(here: Site) -> None:
    """A form for an unknown process is no page; it does not become a partnership."""
    visitor, before = Visitor(here, "record"), set(here.store.ids())
    form = form_of(visitor.see("/nl/new?process=pps"))
    form.action = "?process=nergens"
    assert visitor.send("/nl/new", form, {"title": "Nieuw"}).status_code == 404
    assert set(here.store.ids()) == before


def test_a_name_without_letters_makes_an_id_all_the_same(here: Site) -> None:
    """An id never starts with a sign, whatever the name is made of."""
    assert [begun(Visitor(here, "record"), title) for title in ("!!!", "健康")] == [
        "/nl/cases/case-1",
        "/nl/cases/case-2",
    ]


def test_a_partnership_that_runs_is_adopted(here: Site) -> None:
    """Phase, day and reason make a case in mid-life; a second one of that name gets an id of its own."""
    visitor = Visitor(here, "record")
    answers = {"title": "Zwemmen!", "phase": "management", "since": "1-5-2019", "reason": "Liep al."}
    paths = [visitor.fill("/nl/new?process=pps", answers).url.path for _ in range(2)]
    assert paths == ["/nl/cases/zwemmen-1", "/nl/cases/zwemmen-2"]
    case = here.store.load("zwemmen-1")
    assert (case.phase, case.visits[0].adopted, case.visits[0].entered) == (
        "management",
        True,
        date(2019, 5, 1),
    )


@pytest.mark.parametrize("kind", [kind.__name__ for kind in OPEN])
def test_every_kind_that_is_offered_has_a_form(here: Site, kind: str) -> None:
    """The list of what can be recorded leads to a form for each, in both languages."""
    visitor = Visitor(here, "waive")
    assert f"form?kind={kind}" in visitor.see(f"{CASE}/record")
    for lang in ("nl", "en"):
        assert 'name="0.on"' in visitor.see(f"/{lang}/cases/EX-07/form?kind={kind}")


def test_what_cannot_be_chosen_yet_is_not_offered(here: Site) -> None:
    """Without an agreement nobody is asked to sign one."""
    visitor = Visitor(here, "record")
    assert "kind=Signed" not in visitor.see(f"{begun(visitor)}/record")


# --- two at the same time ------------------------------------------------------------------------------


def test_whoever_was_slower_sees_what_changed_and_loses_nothing(anywhere: Site) -> None:
    """A form filled in on an older version is not recorded blindly: it comes back, with what came in."""
    mine, theirs = Visitor(anywhere, "record"), Visitor(anywhere, "waive")
    path = begun(mine)
    form = form_of(mine.see(f"{path}/form?step=start"))
    theirs.fill(f"{path}/form?step=start&rule=KEN-04", {"0.text": "Van hen", "1": [""]})
    answer = mine.send(f"{path}/form", form, {"0.text": "Van mij", "1.text": "Waarom", "do": "step"})
    assert answer.status_code == 409
    assert "Iemand anders heeft deze samenwerking intussen gewijzigd." in answer.text
    assert "Dit kwam erbij terwijl u dit formulier invulde:" in answer.text
    assert "Van hen" in answer.text
    again = form_of(answer.text)
    assert (again.fields["0.text"], again.fields["1.text"]) == (["Van mij"], ["Waarom"])
    ident = path.rpartition("/")[2]
    assert anywhere.store.load(ident).version == 2
    assert "De stap is gezet." in mine.send(f"{path}/form", again, {"do": "step"}).text
    assert [entry.fact.text for entry in anywhere.store.load(ident).statements(on=TODAY)] == [
        "Van hen",
        "Van mij",
        "Waarom",
    ]


def test_whoever_is_overtaken_while_saving_is_told_too(here: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between reading and writing nobody is overwritten either."""
    visitor = Visitor(here, "record")
    path = begun(visitor)
    ident = path.rpartition("/")[2]
    save: Callable[[gs.Collaboration, gs.Collaboration], None] = here.store.save

    def overtaken(before: gs.Collaboration, after: gs.Collaboration) -> None:
        monkeypatch.undo()
        here.store.save(before, before.record(gs.Stated(TODAY, "vision", "Van hen"), by="u-9"))
        save(before, after)

    monkeypatch.setattr(here.store, "save", overtaken)
    answer = visitor.fill(f"{path}/form?kind=Stated", {"0.topic": "purpose", "0.text": "Van mij"})
    assert answer.status_code == 409
    assert "Van hen" in answer.text
    assert [entry.fact.text for entry in here.store.load(ident).statements(on=TODAY)] == ["Van hen"]


@pytest.mark.parametrize("field", ["version", "seen"])
@pytest.mark.parametrize("value", ["0", "-1", "999999", "x", ""])
def test_a_version_that_never_was_is_refused(here: Site, field: str, value: str) -> None:
    """Versions that a page cannot have shown record nothing."""
    before = here.store.load("EX-07")
    answer = Visitor(here, "record").fill(
        f"{CASE}/form?kind=Stated", {"0.topic": "purpose", "0.text": "x", field: value}
    )
    assert answer.status_code in (400, 409)
    assert here.store.load("EX-07") == before


# --- taking back ---------------------------------------------------------------------------------------


def test_an_entry_is_taken_back_with_a_reason(here: Site) -> None:
    """Without a reason nothing goes; with one the timeline shows what was there, and why it went."""
    visitor = Visitor(here, "record")
    path = begun(visitor)
    visitor.fill(f"{path}/form?kind=Stated", {"0.topic": "purpose", "0.text": "Verkeerd doel"})
    assert f"{path}/undo/2" in visitor.see(f"{path}/timeline")
    assert visitor.fill(f"{path}/undo/2", {"reason": " "}).status_code == 400
    answer = visitor.fill(f"{path}/undo/2", {"reason": "Verkeerde zaak."})
    assert "Het is teruggenomen." in answer.text
    assert re.search(r"<s>[^<]*Verkeerd doel[^<]*</s>", answer.text)
    assert "Verkeerde zaak." in answer.text
    assert f"{path}/undo/2" not in answer.text
    assert here.store.load(path.rpartition("/")[2]).statements(on=TODAY) == ()


def test_what_stays_is_not_offered_and_not_taken_back(here: Site) -> None:
    """The beginning of a collaboration stays, and a page says so to whoever asks."""
    visitor = Visitor(here, "record")
    path = begun(visitor)
    assert f"{path}/undo/1" not in visitor.see(f"{path}/timeline")
    answer = visitor.fill(f"{path}/undo/1", {"reason": "Toch niet."})
    assert answer.status_code == 400
    assert here.store.load(path.rpartition("/")[2]).version == 1


@pytest.mark.parametrize("number", ["0", "-1", "-100", "999", "x"])
def test_an_entry_that_is_not_there_is_no_page(here: Site, number: str) -> None:
    """Numbers that no entry has are no page, whether one looks or posts."""
    visitor, before = Visitor(here, "record"), here.store.load("EX-07")
    assert visitor.client.get(f"{CASE}/undo/{number}").status_code == 404
    fields = {"token": [here.sign("form", TOKENS["record"])], "reason": ["Verkeerde zaak."]}
    answer = visitor.post(f"{CASE}/undo/{number}", fields)
    assert answer.status_code == 404
    assert "Deze pagina is er niet." in answer.text
    assert here.store.load("EX-07") == before


# --- what is shown -------------------------------------------------------------------------------------


def test_texts_of_people_are_never_markup(here: Site) -> None:
    """Names and texts with markup in them are shown as they were typed, on every page."""
    visitor = Visitor(here, "waive")
    path = begun(visitor, HOSTILE)
    visitor.fill(f"{path}/form?kind=PartyJoined", {"0.party.kind": "business", "0.party.name": HOSTILE})
    visitor.fill(f"{path}/form?kind=Stated", {"0.topic": "purpose", "0.text": HOSTILE})
    ways = (
        "",
        "/timeline",
        "/print",
        "/record",
        "/steps/start",
        "/form?kind=Met",
        "/form?step=start",
        "/undo/3",
    )
    shown = [visitor.see(path + way) for way in ways]
    shown += [visitor.see("/nl/"), visitor.see(f"/nl/?text={HOSTILE}&show=all")]
    shown.append(visitor.fill(f"{path}/form?kind=Met", {"0.on": HOSTILE}).text)
    for page in shown:
        assert "<script" not in page
        assert "alert(" in page
    assert all("&lt;script&gt;" in page for page in shown)


def test_every_answer_forbids_what_it_can(here: Site) -> None:
    """Pages, refusals and data bear the same headers; the page to print has the style they allow."""
    visitor = Visitor(here, "read")
    for path in (
        "/nl/",
        CASE,
        f"{CASE}/print",
        "/nl/cases/x",
        "/api/cases",
        "/site.css",
        "/x/",
        "/openapi.json",
    ):
        headers = visitor.client.get(path).headers
        for name, value in HEADERS.items():
            assert headers[name] == value or name == "Cache-Control"
    assert "script-src" not in HEADERS["Content-Security-Policy"]
    assert "style=" not in to_html(here.store.load("EX-07"), on=TODAY)


def test_pages_bring_nothing_from_elsewhere(here: Site) -> None:
    """No page has a script, or asks another host for anything but where a reader follows a link."""
    visitor = Visitor(here, "waive")
    for path in ADDRESSES:
        page = visitor.see(path)
        assert "<script" not in page
        assert not re.findall(r'src="|@import|url\(', page)
        assert set(re.findall(r'<link [^>]*href="([^"]*)"', page)) <= {"/site.css"}


def test_what_is_too_large_is_refused(here: Site) -> None:
    """More than a form can hold is not read."""
    visitor = Visitor(here, "record")
    answer = visitor.fill(f"{CASE}/form?kind=Stated", {"0.topic": "purpose", "0.text": "x" * LARGEST})
    assert answer.status_code == 413
    many = {str(number): ["x"] for number in range(3000)}
    assert visitor.post(f"{CASE}/form?kind=Stated", many).status_code == 400


def test_the_portfolio_narrows(here: Site) -> None:
    """Name, process, phase, and what is due, late or standing still narrow what is listed."""
    visitor = Visitor(here, "read")
    begun(Visitor(here, "record"))

    def listed(query: str) -> set[str]:
        return set(re.findall(r'href="/nl/cases/([^"/]+)"', visitor.see(f"/nl/?{query}")))

    assert listed("") == {"EX-03", "EX-07", "waterstad-beweegt-1"}
    assert listed("text=waterstad") == {"waterstad-beweegt-1"}
    assert listed("process=pps") == {"EX-07", "waterstad-beweegt-1"}
    assert listed("process=pps&phase=management") == {"EX-07"}
    assert "EX-07" in listed("show=late")
    assert "waterstad-beweegt-1" not in listed("show=quiet")
    assert "Hierin gebeurde na 27 mei 2026 niets meer." in visitor.see("/nl/?show=quiet")
    assert listed("text=nergens") == set()
    assert listed("page=99") == set()


def test_the_portfolio_says_what_has_to_be_done(here: Site) -> None:
    """What is late stands beside its case in words, in either language."""
    visitor = Visitor(here, "read")
    assert "te laat" in visitor.see("/nl/")
    page = visitor.see("/en/")
    assert "overdue" in page
    assert 'lang="en"' in page
    assert 'href="/nl/"' in page


def test_a_calendar_is_read_by_its_signed_address(here: Site) -> None:
    """The address on the page gives the agenda without a cookie; any other gives nothing."""
    page = Visitor(here, "read").see(CASE)
    [address] = re.findall(r'href="webcal://samen\.test([^"]+)"', page)
    stranger = Visitor(here)
    answer = stranger.client.get(unescape(address))
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/calendar")
    assert answer.text.startswith("BEGIN:VCALENDAR")
    for wrong in (address.replace("EX-07", "EX-03"), address.replace(".ics", "0.ics")):
        assert stranger.client.get(unescape(wrong)).status_code == 404


@pytest.mark.parametrize(
    "path", ["/nl/cases/nergens", "/nl/cases/EX-07/steps/nergens", f"{CASE}/form?kind=Nergens"]
)
def test_what_is_not_there_is_told_kindly(here: Site, path: str) -> None:
    """An address of nothing gives a page in the language of the reader."""
    answer = Visitor(here, "record").client.get(path)
    assert answer.status_code in (400, 404)
    assert "Er is niets vastgelegd." in answer.text


@pytest.mark.parametrize("path", ["/fr/", f"/fr{CASE[3:]}", f"{CASE}/undo/abc"])
def test_an_address_that_cannot_be_read_is_told_as_a_page(here: Site, path: str) -> None:
    """People get no data in English for a language or a number that is none."""
    answer = Visitor(here, "record").client.get(path)
    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("text/html")
    assert "Deze pagina is er niet." in answer.text


def test_a_step_about_a_party_can_be_seen_for_all_of_them(here: Site) -> None:
    """Who asks about no party in particular reads about all that joined."""
    assert "Alle partijen die erbij kwamen" in Visitor(here, "read").see(f"{CASE}/steps/add_partner")


@pytest.mark.parametrize("value", ["", "nergens", "\x00", "é" * 300, "../..", "-1", "main'--"])
def test_an_odd_address_breaks_nothing(here: Site, value: str) -> None:
    """Whatever stands in an address is answered, or refused: never with an error of ours."""
    visitor = Visitor(here, "waive")
    for path in ("/nl/", "/nl/new", CASE, f"{CASE}/timeline", f"{CASE}/form", f"{CASE}/steps/suspend"):
        for name in (
            "text",
            "process",
            "phase",
            "show",
            "page",
            "track",
            "done",
            "rule",
            "kind",
            "about",
            "step",
        ):
            answer = visitor.client.get(path, params={name: value})
            assert answer.status_code in (200, 400, 404), (path, name, answer.status_code)
    for path in (value, f"{value}/undo/3", f"EX-07/steps/{value}", f"EX-07/undo/{value}"):
        assert visitor.client.get(f"/nl/cases/{quote(path, safe='')}").status_code < 500
