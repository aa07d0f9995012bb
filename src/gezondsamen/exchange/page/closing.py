"""The foot of the page: how to read it, where to look things up, and what the page does not do."""

from __future__ import annotations

from gezondsamen.citations import Citation
from gezondsamen.decision.wording import say
from gezondsamen.exchange.page.markup import Markup, element, join, link
from gezondsamen.exchange.page.view import View
from gezondsamen.exchange.page.words import status


def footer(view: View) -> Markup:
    """Return how to read the page, the works it cites, and that it decides nothing."""
    lang = view.lang
    return element(
        "footer",
        element("h2", say(lang, "Zo leest u deze pagina", "How to read this page"), id="reading"),
        element("ul", [element("li", line) for line in _reading(lang)]),
        _works(view),
        element("h2", say(lang, "Wat deze pagina niet doet", "What this page does not do"), id="limits"),
        element(
            "p",
            say(
                lang,
                "Deze pagina is gemaakt met gezondsamen, open software die beschrijft hoe organisaties "
                "samenwerken aan gezondheid. De software beslist niets: zij laat zien wat is vastgelegd en "
                "wat een regel vraagt. De meeste gidsen geven advies. Dat een regel een stap tegenhoudt, is "
                "bijna altijd een keuze van ons. Van bijna elke regel kunt u met een reden afwijken. De "
                "pagina is geen juridisch advies.",
                "This page was made with gezondsamen, open software that describes how organisations work "
                "together for health. The software decides nothing: it shows what is on record and what a "
                "rule asks. Most of the guides give advice. That a rule holds up a step is nearly always our "
                "own choice. Nearly every rule can be set aside with a reason. The page is no legal advice.",
            ),
        ),
    )


def _reading(lang: str) -> list[Markup]:
    return [
        join(
            status("unmet", say(lang, "nog niet rond", "not complete yet")),
            say(lang, " houdt de stap tegen.", " holds up the step."),
        ),
        join(
            status("advised", say(lang, "aandachtspunt", "point of attention")),
            say(
                lang,
                " houdt niets tegen, maar verdient aandacht.",
                " holds up nothing, but deserves attention.",
            ),
        ),
        join(
            status("met", say(lang, "in orde", "in order")),
            say(lang, ": wat de regel vraagt, is vastgelegd.", ": what the rule asks is on record."),
        ),
        join(
            say(
                lang,
                "Onder “waarom deze regel” staat waar hij vandaan komt: de wet, een praktijkgids, "
                "literatuur of onze eigen keuze.",
                "Under “why this rule” stands where it comes from: the law, a practice guide, literature, "
                "or our own choice.",
            )
        ),
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
    return join(
        element("h2", say(view.lang, "Bronnen op deze pagina", "Sources on this page"), id="sources"),
        element("ul", items),
    )
