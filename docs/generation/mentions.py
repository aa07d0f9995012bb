"""The page of mentions: what the sources name and no rule asks."""

from __future__ import annotations

from generation.markdown import both, cited, code, page, sentence, table
from gezondsamen.catalogue import mentions
from gezondsamen.catalogue.mentions import Mention

_MENTIONS = """\
What the sources mention and no rule asks, in `gezondsamen.catalogue.mentions`: examples to offer as
suggestions, not complete lists, and no effect of them was measured there.
"""


MENTIONS: dict[str, tuple[Mention, ...]] = {
    name: getattr(mentions, name) for name in mentions.__all__ if name.isupper()
}
"""All lists of mentions by their name."""


def mentions_page() -> str:
    """Return the page of all mentions, list by list."""
    lines = [_MENTIONS]
    for name, found in MENTIONS.items():
        title = sentence(name.replace("_", " ").lower()).rstrip(".")
        rows = (
            (
                code(x.key),
                both(x.label),
                ", ".join(filter(None, (cited(x.citation), f"[see it]({x.url})" if x.url else ""))),
            )
            for x in found
        )
        lines += [f"## {title}", "", *table(("key", "mention", "source"), rows)]
    return page("Mentions", *lines, anchor="mentions")
