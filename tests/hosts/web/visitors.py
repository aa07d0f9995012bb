"""Somebody at the web application without a browser: reads forms off pages and posts them as one would."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from html.parser import HTMLParser
from typing import Any

import attrs
from starlette.testclient import TestClient

from examples.web.access import ROLES, Site
from examples.web.site import application
from gezondsamen.examples import load
from gezondsamen.store import Store

TODAY = date(2026, 11, 27)
TOKENS = {role: f"token-{role}" for role in ROLES}
Posted = dict[str, list[str]]


def site(url: str, *examples: str, today: Callable[[], date] = lambda: TODAY) -> Site:
    """Return the application's site on an empty database, with some examples in it."""
    store = Store(url)
    for ident in examples:
        store.create(load(ident).case)
    return Site(store, TOKENS, b"a secret of the tests", today)


@attrs.define
class Form:
    """A form on a page: where it goes, and what a browser would post with it as it stands."""

    action: str
    method: str
    fields: Posted = attrs.Factory(dict)


class Forms(HTMLParser):
    """Read the forms of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[Form] = []
        self.inside: Form | None = None
        self.select = self.textarea = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        has = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.inside = Form(has.get("action", ""), has.get("method", "get"))
            self.found.append(self.inside)
        elif self.inside is None:
            return
        elif tag == "select":
            self.select = has["name"]
            self.inside.fields[self.select] = [""]
        elif tag == "option" and "selected" in has:
            self.inside.fields[self.select] = [has["value"]]
        elif tag == "textarea":
            self.textarea = has["name"]
            self.inside.fields[self.textarea] = [""]
        elif tag == "input" and (has.get("type") != "checkbox" or "checked" in has):
            self.inside.fields.setdefault(has["name"], []).append(has.get("value", "on"))

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.inside = None
        elif tag == "textarea":
            self.textarea = ""

    def handle_data(self, data: str) -> None:
        if self.textarea and self.inside is not None:
            self.inside.fields[self.textarea][0] += data


def form_of(page: str) -> Form:
    """Return the form of a page that records something."""
    return [form for form in Forms(page).found if form.method == "post" and "logout" not in form.action][-1]


class Visitor:
    """Somebody with a role, and a cookie once they have signed in."""

    def __init__(self, site: Site, role: str | None = None) -> None:
        self.client = TestClient(application(site), base_url="http://samen.test")
        if role is not None:
            answer = self.client.post("/nl/login", data={"token": TOKENS[role]})
            assert answer.status_code == 200
            assert answer.url.path == "/nl/"

    def see(self, path: str) -> str:
        answer = self.client.get(path)
        assert answer.status_code == 200, (path, answer.text)
        return answer.text

    def post(self, path: str, fields: Posted, **more: Any) -> Any:
        return self.client.post(path, data=fields, **more)

    def fill(self, path: str, answers: dict[str, Any], **more: Any) -> Any:
        """See a form, change what it holds as somebody at a browser does, and post it."""
        form = form_of(self.see(path))
        return self.send(path, form, answers, **more)

    def send(self, path: str, form: Form, answers: dict[str, Any], **more: Any) -> Any:
        fields = dict(form.fields)
        for name, value in answers.items():
            fields[name] = list(value) if isinstance(value, list | tuple) else [value]
        where = path.partition("?")[0] + form.action if form.action.startswith("?") else form.action or path
        return self.post(where, fields, **more)
