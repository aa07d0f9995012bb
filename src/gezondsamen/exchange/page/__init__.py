"""A collaboration as one page for people: what is there, what is missing, of whom, after which source.

The page is complete in itself: no script, no picture or style from elsewhere. It is made to be read on
a screen, on a phone, aloud and on paper.
"""

from __future__ import annotations

from datetime import date

from gezondsamen.collaboration import Collaboration
from gezondsamen.decision.wording import day_text, say
from gezondsamen.exchange.page.agenda import agenda
from gezondsamen.exchange.page.closing import footer
from gezondsamen.exchange.page.course import course
from gezondsamen.exchange.page.markup import Markup, element, join
from gezondsamen.exchange.page.opening import header, summary
from gezondsamen.exchange.page.people import agreements, parties, tracks
from gezondsamen.exchange.page.steps import steps, watched
from gezondsamen.exchange.page.style import stylesheet
from gezondsamen.exchange.page.view import View, view
from gezondsamen.schedule.calendars import WorkingCalendar


def to_html(
    case: Collaboration,
    *,
    on: date,
    lang: str = "nl",
    track: str | None = None,
    until: date | None = None,
    calendar: WorkingCalendar | None = None,
) -> str:
    """Return a page that shows how a collaboration stands on a day, in Dutch or English.

    `track` is the process that the page is about, by default the main one. The agenda runs through
    `until`, by default two years ahead; a `calendar` moves its moments to working days. Every text is
    escaped, and the same arguments give the same page.

    Raises `InvalidRecord` when the day is no date or lies before the start, when the track is not
    open, and when `until` lies before the day.

    >>> from gezondsamen.examples import load
    >>> page = to_html(load("EX-07").case, on=date(2015, 11, 30))
    >>> page.partition("<title>")[2].partition("<")[0]
    'Kinderen in beweging (Zwolle Gezonde Stad): stand op 30 november 2015'
    """
    seen = view(case, on, lang, track, until, calendar)
    day = day_text(on, lang)
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", f"{seen.name}: {say(lang, 'stand op', 'as of')} {day}"),
        element("style", Markup(stylesheet())),
    )
    sections = _sections(seen)
    body = element(
        "body",
        element("a", say(lang, "Naar de inhoud", "Skip to content"), href="#content", class_="skip"),
        header(seen),
        "\n",
        _contents(sections, lang),
        "\n",
        element(
            "main",
            [
                join(
                    "\n",
                    element(
                        "section",
                        element("h2", title, id=f"{key}-title"),
                        content,
                        id=key,
                        aria_labelledby=f"{key}-title",
                    ),
                )
                for key, title, content in sections
            ],
            id="content",
        ),
        "\n",
        footer(seen),
    )
    page = element("html", head, "\n", body, lang="en" if lang == "en" else "nl")
    return f"<!DOCTYPE html>\n{page}\n"


def _sections(seen: View) -> list[tuple[str, str, Markup]]:
    lang = seen.lang
    found: list[tuple[str, str, Markup | None]] = [
        ("summary", say(lang, "In het kort", "In short"), summary(seen)),
        ("steps", say(lang, "Welke stappen kunnen nu", "Which steps can be taken now"), steps(seen)),
        (
            "watched",
            say(lang, "Waar u op let in deze fase", "What to look after in this phase"),
            watched(seen),
        ),
        ("parties", say(lang, "Wie er meedoen", "Who takes part"), parties(seen)),
        ("agreements", say(lang, "Wat er is afgesproken", "What has been agreed"), agreements(seen)),
        ("tracks", say(lang, "Andere processen", "Other processes"), tracks(seen)),
        ("agenda", say(lang, "Agenda", "Agenda"), agenda(seen)),
        ("course", say(lang, "Het hele proces", "The whole process"), course(seen)),
    ]
    return [(key, title, content) for key, title, content in found if content is not None]


def _contents(sections: list[tuple[str, str, Markup]], lang: str) -> Markup:
    return element(
        "nav",
        element("p", say(lang, "Op deze pagina", "On this page"), id="contents"),
        element("ul", [element("li", element("a", title, href=f"#{key}")) for key, title, _ in sections]),
        aria_labelledby="contents",
    )
