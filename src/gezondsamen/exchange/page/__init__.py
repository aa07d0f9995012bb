"""A collaboration as one page for people: what is there, what is missing, of whom, after which source.

The page is complete in itself: no script, no picture or style from elsewhere. It is made to be read on
a screen, on a phone, aloud and on paper.
"""

from __future__ import annotations

from datetime import date

import attrs

from gezondsamen.arguments import check
from gezondsamen.collaboration import Collaboration
from gezondsamen.exchange.markup import Markup, element, join
from gezondsamen.exchange.page.agenda import agenda
from gezondsamen.exchange.page.closing import footer
from gezondsamen.exchange.page.course import course
from gezondsamen.exchange.page.journal import journal
from gezondsamen.exchange.page.opening import header, summary
from gezondsamen.exchange.page.people import agreements, parties, tracks
from gezondsamen.exchange.page.recorded import done, said
from gezondsamen.exchange.page.steps import steps, watched
from gezondsamen.exchange.page.style import stylesheet
from gezondsamen.exchange.page.view import View, view
from gezondsamen.language import Language, language_of
from gezondsamen.prose import case_page as words
from gezondsamen.schedule.calendars import WorkingCalendar

__all__ = ["Section", "sections", "stylesheet", "to_html"]


@attrs.frozen
class Section:
    """Hold one part of the page: the `key` is its anchor, the `content` is markup in which texts are escaped.

    Jinja and Django take the content as it is: it says by `__html__` that it is markup.
    """

    key: str
    title: str
    content: Markup


def sections(
    case: Collaboration,
    *,
    on: date,
    lang: str = "nl",
    track: str | None = None,
    until: date | None = None,
    calendar: WorkingCalendar | None = None,
    journal: str = "",
) -> tuple[Section, ...]:
    """Return the parts of the page that `to_html` makes, for a page of your own.

    `page.stylesheet()` is how they look. Links inside lead to `#step-1`, in the part "steps", and to
    `#entry-1`, in the part "journal" or on the page at the address `journal`. Takes and raises what
    `to_html` does.

    >>> from gezondsamen.examples import load
    >>> [part.key for part in sections(load("EX-07").case, on=date(2015, 11, 30))][:3]
    ['summary', 'steps', 'watched']
    """
    check("case", case, Collaboration, "a collaboration")
    return _sections(view(case, on, language_of(lang), track, until, calendar, journal))


def to_html(
    case: Collaboration,
    *,
    on: date,
    lang: str = "nl",
    track: str | None = None,
    until: date | None = None,
    calendar: WorkingCalendar | None = None,
) -> str:
    """Return a page that shows how a collaboration stands on a day, in the language `lang`.

    `track` is the process that the page is about, by default the main one. The agenda runs through
    `until`, by default two years ahead; a `calendar` moves its moments to working days. Every text is
    escaped, and the same arguments give the same page.

    Raises `InvalidRecord` when the day is no date or lies before the start, and when the track is not
    open; `InvalidArgument` when `until` lies before the day, and for a language without texts.

    >>> from gezondsamen.examples import load
    >>> page = to_html(load("EX-07").case, on=date(2015, 11, 30))
    >>> page.partition("<title>")[2].partition("<")[0]
    'Kinderen in beweging (Zwolle Gezonde Stad): stand op 30 november 2015'
    """
    check("case", case, Collaboration, "a collaboration")
    seen = view(case, on, language_of(lang), track, until, calendar)
    say = seen.say
    day = say.day(on)
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", f"{seen.name}: {say(*words.AS_OF)} {day}"),
        element("style", Markup(stylesheet())),
    )
    parts = _sections(seen)
    body = element(
        "body",
        element("a", say(*words.SKIP_TO_CONTENT), href="#content", class_="skip"),
        header(seen),
        "\n",
        _contents(parts, say),
        "\n",
        element(
            "main",
            [
                join(
                    "\n",
                    element(
                        "section",
                        element("h2", part.title, id=f"{part.key}-title"),
                        part.content,
                        id=part.key,
                        aria_labelledby=f"{part.key}-title",
                    ),
                )
                for part in parts
            ],
            id="content",
        ),
        "\n",
        footer(seen),
    )
    page = element("html", head, "\n", body, lang=say.code)
    return f"<!DOCTYPE html>\n{page}\n"


def _sections(seen: View) -> tuple[Section, ...]:
    say = seen.say
    found: list[tuple[str, str, Markup | None]] = [
        ("summary", say(*words.IN_SHORT), summary(seen)),
        ("steps", say(*words.STEPS), steps(seen)),
        (
            "watched",
            say(*words.WATCHED),
            watched(seen),
        ),
        ("parties", say(*words.PARTIES), parties(seen)),
        ("agreements", say(*words.AGREEMENTS), agreements(seen)),
        ("said", say(*words.SAID), said(seen)),
        ("done", say(*words.DONE), done(seen)),
        ("tracks", say(*words.OTHER_PROCESSES), tracks(seen)),
        ("agenda", say(*words.AGENDA), agenda(seen)),
        ("course", say(*words.COURSE), course(seen)),
        ("journal", say(*words.JOURNAL), journal(seen)),
    ]
    return tuple(Section(key, title, content) for key, title, content in found if content is not None)


def _contents(parts: tuple[Section, ...], say: Language) -> Markup:
    return element(
        "nav",
        element("p", say(*words.ON_THIS_PAGE), id="contents"),
        element("ul", [element("li", element("a", part.title, href=f"#{part.key}")) for part in parts]),
        aria_labelledby="contents",
    )
