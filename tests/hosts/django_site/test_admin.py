"""The admin, as somebody uses it: what is shown, what a form records, and who may do what."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import pytest
from cases.models import Case
from cases.store import DjangoStore
from django.contrib.auth.models import User
from django.test import Client, override_settings
from django.utils import timezone

import gezondsamen as gs
from tests.support.builders import joined, said

pytestmark = pytest.mark.usefixtures("database")

START = date(2024, 1, 8)


class Person:
    """Somebody at a browser that checks nothing by itself, and whose forms need their token."""

    def __init__(self, name: str, lang: str = "nl") -> None:
        self.client = Client(enforce_csrf_checks=True, headers={"accept-language": lang})
        self.client.force_login(User.objects.get(username=name))

    def get(self, path: str, status: int = 200) -> str:
        answer = self.client.get(path)
        assert answer.status_code == status
        return answer.content.decode()

    def post(self, path: str, button: str = "take", status: int = 200, /, **answers: Any) -> str:
        """Fill in the form of a page and send it; return the page that follows."""
        page = self.get(path)
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
        version = re.search(r'name="version" value="(\d+)"', page)
        assert token is not None
        assert version is not None
        hidden = {"csrfmiddlewaretoken": token[1], "version": version[1]}
        answer = self.client.post(path, {**hidden, **answers, button: "1"}, follow=True)
        assert answer.status_code == status
        return answer.content.decode()


@pytest.fixture
def adviser(database: None) -> Person:
    return Person("adviser")


@pytest.fixture
def place(database: None) -> str:
    """Return the address of a case that has two parties."""
    case = gs.Collaboration.start(gs.PPS, id="a", title="Waterstad <b>beweegt</b>", on=START)
    DjangoStore().create(case.record(joined("gemeente"), joined("haven", "retailer")))
    return f"/cases/case/{Case.objects.get(ident='a').pk}"


def case() -> gs.Collaboration:
    return DjangoStore().load("a")


def test_the_list_names_process_and_phase(adviser: Person) -> None:
    """All examples are listed and can be narrowed by process, with words for all keys."""
    page = adviser.get("/cases/case/")
    for row in Case.objects.all():
        assert gs.PROCESSES[row.process].phase(row.phase).label.text("nl") in page
    assert "Iets te doen vanaf" in page
    assert gs.PPS.label.text("nl") in page
    pps = adviser.get("/cases/case/?process__exact=pps")
    for row in Case.objects.all():
        assert (row.title in pps) == (row.process == "pps")


def test_what_has_no_deadline_is_listed_last(adviser: Person) -> None:
    """The list goes by deadline: what is needed first comes first, and what can wait comes last."""
    page = adviser.get("/cases/case/")
    listed = [Case.objects.get(pk=pk).deadline for pk in re.findall(r"/cases/case/(\d+)/change/", page)]
    days = [day for day in listed if day is not None]
    assert len(listed) == Case.objects.count() > len(days) > 1
    assert listed == [*sorted(days), *[None] * (len(listed) - len(days))]


@pytest.mark.parametrize(("lang", "words"), [("nl", "nog niet rond"), ("en", "not complete yet")])
def test_a_case_shows_its_checks_and_its_journal(place: str, lang: str, words: str) -> None:
    """Each step out of the phase is there with what it lacks, each entry in words, all of it escaped."""
    page = Person("adviser", lang).get(f"{place}/change/")
    assert words in page
    assert "KEN-04" in page
    assert all(line.said in page for line in case().timeline(lang)[1:])
    assert "<b>beweegt" not in page


def test_every_example_is_shown(database: None) -> None:
    """No case that ships fails to show, whatever phase it is in; each second one in English."""
    for number, row in enumerate(Case.objects.order_by("ident")):
        lang = ("nl", "en")[number % 2]
        assert f'lang="{lang}"' in Person("adviser", lang).get(f"/cases/case/{row.pk}/change/")


def test_a_step_is_taken_by_its_form(adviser: Person, place: str) -> None:
    """What the step lacks is filled in, recorded with it, and said to be the user's."""
    day = timezone.localdate()
    path = f"{place}/act/?track=main&trigger=start"
    answers = {"0": "on", "0.text": "Meer bewegen", "0.on": "9-1-2024"}
    assert "Leg vast" in adviser.get(path)
    page = adviser.post(path, **answers, **{"1": "on", "1.text": "Samen", "1.on": "2024-01-09"})
    assert "Het is vastgelegd." in page
    after = case()
    assert (after.phase, after.version) == ("organisation_form", 6)
    entry = after.entries_after(5)[0]
    assert entry.by == f"u-{User.objects.get(username='adviser').pk}"
    assert entry.fact.on == day


def test_what_is_wrong_stands_beside_its_field(place: str) -> None:
    """An empty text and a day that is none are told at their fields, in the language of the reader."""
    for lang, empty, wrong in (("nl", "Vul dit in.", "is geen dag"), ("en", "Fill this in.", "is no day")):
        person = Person("adviser", lang)
        page = person.post(f"{place}/act/?trigger=start", **{"0": "on", "0.text": " ", "0.on": "gisteren"})
        assert empty in page
        assert wrong in page
        assert page.count("errorlist") >= 2
        assert "gisteren" in page
    assert case().version == 3


def test_a_part_of_what_a_step_lacks_can_be_recorded(adviser: Person, place: str) -> None:
    """What is not ticked is left out; the step itself is refused as long as it lacks something."""
    path = f"{place}/act/?trigger=start"
    part = {"0": ["kind=Mett", "on"], "0.text": "Meer bewegen", "0.on": "2024-01-09", "1": ""}
    assert "Er is nog niets vastgelegd" in adviser.post(path, **part)
    assert case().version == 3
    adviser.post(path, "record", **part)
    assert (case().version, case().phase) == (4, "initiative")


def test_any_fact_can_be_recorded(adviser: Person, place: str) -> None:
    """A form for a kind of fact records it, and a box that nobody ticked records nothing."""
    path = f"{place}/act/?kind=Met"
    talk = {"0.kind": "plenary", "0.parties": ["gemeente", "haven"], "0.on": "2024-02-01"}
    adviser.post(path, "record", **{"0": ["kind=Mett", "on"]}, **talk)
    assert [entry.fact.parties for entry in case().meetings(on=date(2024, 2, 1))] == [("gemeente", "haven")]
    future = (timezone.localdate() + timedelta(days=1)).isoformat()
    assert "errorlist" in adviser.post(path, "record", **{"0": "on"}, **(talk | {"0.on": future}))


def test_only_the_director_waives(adviser: Person, place: str) -> None:
    """Who may not waive gets no form for it and is refused; a waiver bears the name of who grants it."""
    path = f"{place}/act/?kind=WaiverGranted"
    waiver = {"0": "on", "0.rule": "KEN-04", "0.reason": "Staat in het raadsbesluit", "0.on": "2024-02-01"}
    assert "WaiverGranted" not in adviser.get(f"{place}/change/")
    adviser.post(path, "record", 403, **waiver)
    assert case().version == 3
    director = Person("director")
    assert "WaiverGranted" in director.get(f"{place}/change/")
    director.post(path, "record", **waiver)
    (granted,) = case().waivers(on=date(2024, 2, 1))
    assert granted.fact.approved_by == f"u-{User.objects.get(username='director').pk}"


def test_who_may_only_look_changes_nothing(place: str) -> None:
    """Without the permission to change there are no forms; without a login there is nothing."""
    user = User.objects.create_user("guest", is_staff=True)
    guest = Person("guest")
    guest.get(f"{place}/change/", 403)
    user.user_permissions.set(user.user_permissions.model.objects.filter(codename="view_case"))
    assert "act/?" not in guest.get(f"{place}/change/")
    for path in ("act/?trigger=start", "act/?kind=Met", "act/"):
        guest.get(f"{place}/{path}", 403)
    assert Client().get(f"{place}/change/").status_code == 302


def test_a_step_is_taken_back_with_a_reason(adviser: Person, place: str) -> None:
    """The last step can be undone, not without saying why, and the journal keeps both."""
    before = case().record(*said("purpose", "rationale")).advance("start", on=START)
    DjangoStore().save(case(), before)
    assert "errorlist" in adviser.post(f"{place}/act/?track=main", "record", reason=" ")
    adviser.post(f"{place}/act/?track=main", "record", reason="verkeerde knop")
    assert (case().phase, case().version) == ("initiative", before.version + 1)


def test_the_slower_of_two_people_is_told(adviser: Person, place: str) -> None:
    """A form of a case that somebody else changed since is refused, in words."""
    talk = {"0": "on", "0.kind": "plenary", "0.parties": "haven", "0.on": "2024-02-01"}
    page = adviser.post(f"{place}/act/?kind=Met", "record", **talk, version="2")
    assert "Iemand anders heeft deze samenwerking intussen gewijzigd" in page
    assert case().version == 3


def test_nothing_is_changed_without_the_token(adviser: Person, place: str) -> None:
    """What another site posts is refused."""
    answer = adviser.client.post(f"{place}/act/", {"version": "3", "reason": "x"})
    assert answer.status_code == 403


@override_settings(LANGUAGE_CODE="en-us", LANGUAGES=[("en-us", "English")])
def test_the_code_that_django_starts_with_is_english(place: str) -> None:
    """`en-us` is read as English."""
    page = Person("adviser", "en-us").get(f"{place}/change/")
    assert "What you can do" in page
    assert "not complete yet" in page


@pytest.mark.parametrize(
    "query",
    [
        "trigger=nope",
        "track=nope",
        "kind=Mett",
        "trigger=start&on=0001-01-01",
        "trigger=start&on=morgen",
        "trigger=start&on=9999-12-31",
    ],
)
def test_an_address_that_leads_nowhere_is_no_error_of_the_site(
    adviser: Person, place: str, query: str
) -> None:
    """A misspelt step, kind or track is not found, nor is a day that is none, before the start or to come."""
    adviser.get(f"{place}/act/?{query}", 404)


def test_the_days_of_a_case_end_today(adviser: Person, place: str) -> None:
    """A case is shown as it is today; what it asks on a day to come is not worked out."""
    today = timezone.localdate()
    adviser.get(f"{place}/change/?on={today}")
    for day in (today + timedelta(days=1), date.max):
        adviser.get(f"{place}/change/?on={day}", 404)


@pytest.mark.parametrize("address", ["abc/change/", "999999/change/", "999999/act/"])
def test_a_case_that_is_not_there_is_refused(adviser: Person, address: str) -> None:
    """An id that no case has is refused as one that the user may not see."""
    adviser.get(f"/cases/case/{address}", 403)
