"""A browser of the system, and the application served to it on a loopback port.

Where there is none the tests are skipped; `GEZONDSAMEN_BROWSER=required` makes that a failure, and `none`
leaves them out.
"""

from __future__ import annotations

import os
import shutil
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright

from examples.web.access import Site
from examples.web.site import application
from tests.hosts.web.visitors import TOKENS

PHONE, DESKTOP = (390, 844), (1280, 900)


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the Chromium of the system, without a window."""
    wish = os.environ.get("GEZONDSAMEN_BROWSER")
    found = shutil.which("chromium") if wish != "none" else None
    if found is None:
        message = "Chromium is not installed here, or not wanted: the pages were tried over HTTP alone"
        if wish == "required":
            pytest.fail(message)
        pytest.skip(message)
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=found, args=arguments)
        yield browser
        browser.close()


@contextmanager
def served(site: Site) -> Iterator[str]:
    """Serve the application from a thread, and give its address."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = uvicorn.Server(uvicorn.Config(application(site), log_level="critical"))
        thread = threading.Thread(target=server.run, args=([listening],), daemon=True)
        thread.start()
        # Connections wait in the queue of the socket until the server takes them.
        yield "http://{}:{}".format(*listening.getsockname())
        server.should_exit = True
        thread.join()


@contextmanager
def window(
    browser: Browser, address: str, size: tuple[int, int], *, scripts: bool = False, refusals: int = 0
) -> Iterator[Page]:
    """Open a window of a Dutch reader, and see to it that the browser found nothing to complain about.

    `refusals` is how many answers have to be refusals.
    """
    width, height = size
    context = browser.new_context(
        base_url=address,
        viewport={"width": width, "height": height},
        locale="nl-NL",
        java_script_enabled=scripts,
    )
    page, complaints, refused = context.new_page(), list[str](), list[str]()
    page.set_default_timeout(10_000)
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "response",
        lambda answer: refused.append(f"{answer.status} {answer.url}") if answer.status >= 400 else None,
    )
    yield page
    context.close()
    told = [text for text in complaints if not text.startswith("Failed to load resource")]
    assert told == [], told
    assert len(refused) == refusals, refused


def sign_in(page: Page, role: str) -> None:
    page.goto("/")
    page.get_by_label("Toegangscode").fill(TOKENS[role])
    page.get_by_role("button", name="Aanmelden").click()
