"""The pages in a browser: a partnership comes to life in Dutch, on a phone too, and by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Locator, Page, expect

from tests.hosts.web.browsers import DESKTOP, PHONE, chromium, served, sign_in, window
from tests.hosts.web.visitors import TODAY, site

WAY = (
    ("Start fase 1", "Keuze van een organisatievorm"),
    ("Kies voor samenwerken", "Keuze van een of meer partners"),
    ("Kies de partners", "Onderhandeling met partners"),
    ("Bereik een onderhandelingsakkoord", "Structuur van de samenwerking"),
    ("Sluit de overeenkomst", "Management van de PPS"),
)
"""The steps from the first idea to daily management, and the phase to which each leads."""

NAMES = ("Gemeente Waterstad", "Supermarkt De Haven", "Sportschool Fit")
SIZES = pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.fixture
def address() -> Iterator[str]:
    made = site("sqlite://", "EX-03", "EX-07", "EX-20")
    with made.store, served(made) as found:
        yield found


def fill_in(page: Page) -> None:
    """Fill in everything that a form asks and that has no answer yet, as somebody reading it would."""
    names = iter(NAMES)
    for details in page.locator("main form details:not([open]) > summary").all():
        if "Kenmerk" not in details.inner_text():
            details.click()
    for field in page.locator("main form :is(input, textarea, select)").all():
        if field.is_visible():
            answer(field, names)


def answer(field: Locator, names: Iterator[str]) -> None:
    kind = field.evaluate("field => field.type")
    name = field.get_attribute("name") or ""
    if kind == "checkbox":
        if not field.is_checked() and "sectors" not in name:
            field.check()
    elif field.input_value() == "":
        if kind == "select-one":
            field.select_option(index=1)
        elif name.endswith(".name"):
            field.fill(next(names))
        elif kind == "textarea" or name.endswith(".title"):
            field.fill("Zoals besproken op 27 november")


@SIZES
def test_a_partnership_from_first_idea_to_daily_management(
    browser: Browser, address: str, size: tuple[int, int]
) -> None:
    """Clicking and typing in Dutch, without any script: five steps, a slip mended, a talk taken back."""
    with window(browser, address, size, refusals=2) as page:
        sign_in(page, "record")
        page.get_by_role("link", name="Nieuwe samenwerking").click()
        page.get_by_role("link", name="Publiek-private samenwerking").click()
        page.get_by_label("Naam van de samenwerking").fill("Waterstad beweegt")
        page.get_by_role("button", name="Beginnen").click()
        expect(page.get_by_role("status")).to_have_text("De samenwerking is begonnen.")
        for name in NAMES[:2]:
            join(page, name)
        mistake(page)
        for step, phase in WAY:
            page.get_by_role("link", name=step).click()
            page.get_by_role("link", name="Alles invullen en de stap zetten").click()
            fill_in(page)
            page.get_by_role("button", name="Vastleggen en de stap zetten").click()
            expect(page.get_by_role("status")).to_have_text("De stap is gezet.")
            expect(page.locator("dl.facts")).to_contain_text(phase)
        for part in ("Supermarkt De Haven", "Zoals besproken op 27 november"):
            expect(page.locator("main")).to_contain_text(part)
        page.get_by_role("link", name="Agenda", exact=True).first.click()
        expect(page.get_by_role("link", name="In uw eigen agenda zetten")).to_be_visible()
        page.get_by_role("link", name="Alle samenwerkingen").click()
        page.get_by_label("Naam").fill("waterstad")
        page.get_by_role("button", name="Zoeken").click()
        expect(page.get_by_role("heading", name="Eén samenwerking")).to_be_visible()


def join(page: Page, name: str) -> None:
    """Record by hand that a party takes part."""
    page.get_by_role("link", name="Iets vastleggen").click()
    page.get_by_role("link", name="Laat een partij meedoen").click()
    page.get_by_label("Soort").select_option(
        label="Gemeente" if "Gemeente" in name else "Winkel of winkelketen"
    )
    page.get_by_label("Naam").fill(name)
    page.get_by_role("button", name="Vastleggen").click()
    expect(page.get_by_role("status")).to_have_text("Het is vastgelegd.")


def mistake(page: Page) -> None:
    """Record a talk on a day that is none, mend it, and take the talk back."""
    page.get_by_role("link", name="Iets vastleggen").click()
    page.get_by_role("link", name="Leg vast wie elkaar hebben gesproken").click()
    page.get_by_label("Dit contact is er geweest").check()
    page.get_by_label("Soort").select_option(label="Individueel gesprek")
    page.get_by_label("Gemeente Waterstad").check()
    day = page.get_by_label("Gehouden op")
    day.fill("31 februari")
    page.get_by_role("button", name="Vastleggen").click()
    expect(page.get_by_role("alert")).to_contain_text("“31 februari” is geen dag.")
    expect(day).to_have_value("31 februari")
    expect(page.get_by_label("Gemeente Waterstad")).to_be_checked()
    day.fill(f"{TODAY.day}-{TODAY.month}-{TODAY.year}")
    page.get_by_role("button", name="Vastleggen").click()
    page.get_by_role("link", name="Tijdlijn").click()
    page.get_by_role("link", name="Terugnemen (Contact: individueel gesprek").click()
    page.get_by_label("Reden").fill("Dat gesprek was bij een andere zaak.")
    page.get_by_role("button", name="Terugnemen").click()
    expect(page.get_by_role("status")).to_contain_text("Het is teruggenomen.")
    page.get_by_role("link", name="Overzicht").click()


# --- by keyboard ---------------------------------------------------------------------------------------

SEEN = """() => {
  const at = document.activeElement;
  const label = at.labels && at.labels.length ? at.labels[0].innerText : at.innerText;
  return {tag: at.tagName, type: at.type || '', name: at.name || '', value: at.value || '',
          checked: !!at.checked, text: (label || '').trim(),
          inside: !!at.closest('main form'), outline: getComputedStyle(at).outlineStyle};
}"""


class Keyboard:
    """Somebody who has no mouse: goes on with Tab, and sees only where the focus is."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.names = iter(NAMES)

    def to(self, text: str, on_the_way: Callable[[dict[str, str]], None] = lambda _: None) -> None:
        """Go on until what has the focus bears a text."""
        for _ in range(400):
            self.page.keyboard.press("Tab")
            at = self.page.evaluate(SEEN)
            assert at["tag"] == "BODY" or at["outline"] != "none", f"nobody sees the focus on {at}"
            if at["text"].startswith(text):
                return
            on_the_way(at)
        raise AssertionError(f"the keyboard does not come to {text!r}")

    def press(self, text: str, on_the_way: Callable[[dict[str, str]], None] = lambda _: None) -> None:
        self.to(text, on_the_way)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def type(self, text: str) -> None:
        self.page.keyboard.type(text)

    def answer(self, at: dict[str, str]) -> None:
        """Answer what has the focus, if it has no answer."""
        if not at["inside"]:
            return
        if at["type"] == "checkbox":
            if not at["checked"] and "sectors" not in at["name"]:
                self.page.keyboard.press("Space")
        elif at["value"]:
            return
        elif at["tag"] == "SELECT":
            self.page.keyboard.press("ArrowDown")
        elif at["name"].endswith(".name"):
            self.type(next(self.names))
        elif at["tag"] == "TEXTAREA" or at["name"].endswith(".title"):
            self.type("Zoals besproken")


def test_a_partnership_by_keyboard_alone(browser: Browser, address: str) -> None:
    """The same way with Tab, Enter, Space and arrows; at every moment the focus can be seen."""
    with window(browser, address, DESKTOP, refusals=1) as page:
        page.goto("/")
        hand = Keyboard(page)
        hand.to("Toegangscode")
        hand.type("token-record")
        hand.press("Aanmelden")
        hand.press("Nieuwe samenwerking")
        hand.press("Publiek-private samenwerking")
        hand.to("Naam van de samenwerking")
        hand.type("Waterstad beweegt")
        hand.press("Beginnen")
        for step, phase in WAY:
            hand.press(step)
            hand.press("Alles invullen en de stap zetten")
            hand.press("Vastleggen en de stap zetten", hand.answer)
            expect(page.locator("dl.facts")).to_contain_text(phase)


# --- for everybody -------------------------------------------------------------------------------------

PAGES = (
    *("", "?show=quiet", "new", "new?process=pps", "cases/EX-07", "cases/EX-07/timeline"),
    *("cases/EX-07/record", "cases/EX-07/print", "cases/EX-07/steps/add_partner"),
    *("cases/EX-07/form?kind=AgreementDrafted", "cases/EX-07/form?step=stop", "cases/EX-07/undo/3"),
    *("cases/EX-20", "cases/nergens"),
)


@pytest.mark.parametrize(("lang", "size"), [("nl", PHONE), ("en", DESKTOP)], ids=["phone", "desktop"])
def test_nobody_is_shut_out(browser: Browser, address: str, size: tuple[int, int], lang: str) -> None:
    """On no kind of page does axe-core find anything, and none is wider than its window."""
    with window(browser, address, size, scripts=True, refusals=4) as page:
        page.goto(f"/{lang}/")
        look(page, "signing in")
        sign_in(page, "waive")
        for path in PAGES:
            page.goto(f"/{lang}/{path}")
            look(page, path)
        page.goto(f"/{lang}/cases/EX-07/form?kind=Stated")
        page.locator("main form button").first.click()
        expect(page.get_by_role("alert")).to_be_visible()
        look(page, "a form that was refused")


def look(page: Page, what: str) -> None:
    found = Axe().run(page)
    assert found.violations_count == 0, f"{what}: {found.generate_report()}"
    width = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    assert width[0] <= width[1], f"{what} is {width[0]} wide in a window of {width[1]}"
