"""The foot of the page: how to read it, where to look things up, and what the page does not do."""

from __future__ import annotations

from gezondsamen.citations import Citation
from gezondsamen.exchange.markup import Markup, element, join, link
from gezondsamen.exchange.page.signs import status
from gezondsamen.exchange.page.view import View
from gezondsamen.language import Language
from gezondsamen.prose import case_page as words
from gezondsamen.prose.statuses import RULE


def footer(view: View) -> Markup:
    """Return how to read the page, the works it cites, and that it decides nothing."""
    say = view.say
    return element(
        "footer",
        element("h2", say(*words.READING), id="reading"),
        element("ul", [element("li", line) for line in _reading(say)]),
        _works(view),
        element("h2", say(*words.LIMITS), id="limits"),
        element("p", say(*words.DISCLAIMER)),
    )


def _reading(say: Language) -> list[Markup]:
    return [
        join(status("unmet", say(*RULE["unmet"])), say(*words.HOLDS_UP_THE_STEP)),
        join(status("advised", say(*RULE["advised"])), say(*words.DESERVES_ATTENTION)),
        join(status("met", say(*RULE["met"])), say(*words.ASKED_IS_ON_RECORD)),
        join(say(*words.UNDER_WHY)),
    ]


def _works(view: View) -> Markup | None:
    """Return each work that the page cites, once, with its address to be read on paper."""
    rules = [row.requirement for check in view.options.values() for row in check.outcomes]
    rules += [row.requirement for row in view.watch.outcomes]
    cited = [citation for rule in rules for citation in (rule.citation, *rule.also)]
    cited += [moment.point.citation for moment in view.schedule if moment.status != "held"]
    works = dict.fromkeys(citation.work for citation in cited)
    if not works:
        return None
    items = []
    for work in sorted(works, key=lambda work: (work.issuer, work.title)):
        where = join(": ", link(work.url, work.url)) if work.url else None
        items.append(element("li", Citation(work).text(), where))
    say = view.say
    return join(element("h2", say(*words.SOURCES), id="sources"), element("ul", items))
