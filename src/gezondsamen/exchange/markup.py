"""Markup as text that cannot be forgotten to be escaped: what is no `Markup` is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

VOID = frozenset({"meta", "path", "rect", "circle", "polygon", "br"})
"""Elements without content."""

OWN_SPACE = "urn:gezondsamen:"
"""The name space of what other people's formats have no name for."""

UNTOLD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What no document of XML holds: control signs and halves of signs."""

Child = str | None | Iterable["str | None"]


def sound(text: str) -> str:
    r"""Return a text without signs that XML cannot hold, such as control signs; each becomes U+FFFD.

    >>> sound("a\x07b")
    'a�b'
    """
    return UNTOLD.sub("\ufffd", text)


def in_one_line(text: str) -> str:
    r"""Return a text without line breaks, tabs and spaces in a row, as the value of an attribute is read.

    >>> in_one_line(" one\r\n two ")
    'one two'
    """
    return " ".join(sound(text).split())


class Markup(str):
    """Mark a text as markup, made by the functions of this module."""

    __slots__ = ()

    def __html__(self) -> str:
        """Return it as it is: so templates of others know that it is escaped."""
        return self


def element(name: str, /, *children: Child, **attributes: object) -> Markup:
    """Return an element; texts in it are escaped, None and False attributes left out.

    Attribute names lose a last underscore, and other underscores become hyphens.

    >>> element("p", "a < b", class_="lead")
    '<p class="lead">a &lt; b</p>'
    """
    head = name + "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_escaped(str(value))}"'
        for key, value in attributes.items()
        if value is not None and value is not False
    )
    if name in VOID:
        return Markup(f"<{head}>" if name in ("meta", "br") else f"<{head}/>")
    return Markup(f"<{head}>{join(*children)}</{name}>")


def join(*children: Child, between: str = "") -> Markup:
    """Return children one after the other; texts are escaped, markup stays as it is."""
    return Markup(between.join(_flat(children)))


def _escaped(text: str) -> str:
    return escape(sound(text))


def _flat(children: Iterable[Child]) -> Iterable[str]:
    for child in children:
        if child is None:
            continue
        if isinstance(child, Markup):
            yield child
        elif isinstance(child, str):
            yield _escaped(child)
        else:
            yield from _flat(child)


def link(text: str, address: str) -> Markup:
    """Return a link, or the bare text where the address is not one of the web."""
    if address.startswith(("https://", "http://")):
        return element("a", text, href=address)
    return join(text)


def bullets(lines: Iterable[str], *, class_: str | None = None) -> Markup | None:
    """Return a list with a line for each text, or nothing where there are none."""
    items = [element("li", line) for line in lines]
    return element("ul", items, class_=class_) if items else None


def table(
    caption: str,
    heads: Iterable[str],
    rows: Iterable[Iterable[Child]],
    *,
    class_: str | None = None,
    current: int | None = None,
) -> Markup:
    """Return a table with a caption; the first cell of each row names the row, `current` marks one.

    On a narrow screen each row becomes a card. The roles keep it a table for who listens to it, and
    the label of each cell is then shown before it.
    """
    names = tuple(heads)
    header = element("tr", [element("th", h, scope="col", role="columnheader") for h in names], role="row")
    return element(
        "table",
        element("caption", caption),
        element("thead", header, role="rowgroup"),
        "\n",
        element(
            "tbody",
            [join(_row(names, row, current == number), "\n") for number, row in enumerate(rows)],
            role="rowgroup",
        ),
        role="table",
        class_=class_,
    )


def _row(names: tuple[str, ...], cells: Iterable[Child], current: bool) -> Markup:
    first, *others = cells
    return element(
        "tr",
        element("th", first, scope="row", role="rowheader"),
        [
            element("td", element("div", cell), role="cell", data_label=name)
            for name, cell in zip(names[1:], others, strict=True)
        ],
        role="row",
        aria_current="step" if current else None,
    )
