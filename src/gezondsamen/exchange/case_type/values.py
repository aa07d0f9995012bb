"""What a case type is made for and made of: the catalogue, the resources, and what is open or left out."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from typing import Any, Literal
from uuid import NAMESPACE_URL, uuid5

import attrs

from gezondsamen.arguments import check, check_day
from gezondsamen.errors import InvalidArgument, shown
from gezondsamen.exchange.markup import sound
from gezondsamen.frozen import FrozenDict

Confidentiality = Literal[
    "openbaar",
    "beperkt_openbaar",
    "intern",
    "zaakvertrouwelijk",
    "vertrouwelijk",
    "confidentieel",
    "geheim",
    "zeer_geheim",
]
"""How confidential cases are, in the words of the Catalogi API."""

Reason = Literal["shortened", "suspension", "step", "judgement", "watched", "evaluation", "role"]
"""Why something is left out, or said otherwise."""

_RSIN = re.compile(r"\d{9}\Z")
_PART = {"domain": 5, "contact": 40, "responsible": 50}


@attrs.frozen(kw_only=True)
class Catalogue:
    """Hold what a municipality says of its catalogue of case types, and what no process can know.

    `domain` is its abbreviation (five letters at most), `rsin` the number of the organisation (nine
    digits), `contact` who keeps it (40 signs), `since` the first day on which case types hold,
    `responsible` who answers for cases (50 signs), `base` what the addresses of resources begin with:
    an import gives them new ones.

    Raises `InvalidArgument` for a part that the Catalogi API would refuse.
    """

    domain: str
    rsin: str
    contact: str
    since: date
    responsible: str = ""
    confidentiality: Confidentiality = "zaakvertrouwelijk"
    base: str = "https://example.org/catalogi/api/v1"

    def __attrs_post_init__(self) -> None:
        check_day("since", self.since)
        for name, most in _PART.items():
            value = getattr(self, name)
            check(name, value, str, "a text")
            if len(value) > most or (not value.strip() and name != "responsible"):
                message = f"{name} takes a text of at most {most} signs, not {shown(value)}"
                raise InvalidArgument("wrong-length", message, shown(value))
        check("rsin", self.rsin, str, "a text")
        if not _RSIN.match(self.rsin):
            message = f"rsin takes nine digits, not {shown(self.rsin)}"
            raise InvalidArgument("not-an-rsin", message, shown(self.rsin))

    def address(self, collection: str, *parts: str) -> str:
        """Return the address of a resource: the same for the same parts, its last part a UUID."""
        name = "/".join((self.base, self.domain, self.rsin, collection, *parts))
        return f"{self.base}/{collection}/{uuid5(NAMESPACE_URL, name)}"


@attrs.frozen
class OpenField:
    """Name a field that is still to be filled in: of which resource, called what, and which field."""

    resource: str
    name: str
    field: str


@attrs.frozen
class LeftOut:
    """Name what a case type cannot say: why, where it stands in the process, and what it is in words."""

    reason: Reason
    where: str
    text: str


Resources = Mapping[str, tuple[Mapping[str, Any], ...]]
"""Resources as the API gives them, by their kind."""


def _frozen(value: Any) -> Any:
    """Return JSON that cannot be changed: objects as frozen mappings, lists as tuples."""
    match value:
        case dict():
            return FrozenDict({key: _frozen(inner) for key, inner in value.items()})
        case list() | tuple():
            return tuple(map(_frozen, value))
        case _:
            return value


def _to_resources(value: Resources) -> Resources:
    return FrozenDict({kind: tuple(map(_frozen, found)) for kind, found in value.items()})


@attrs.frozen
class CaseType:
    """Hold a case type: its resources as the API gives them, in the order in which they are imported.

    A list of the API is a tuple here.

    `open_fields` are to be filled in by the municipality, `left_out` is what no case type can say.
    """

    resources: Resources = attrs.field(converter=_to_resources)
    open_fields: tuple[OpenField, ...]
    left_out: tuple[LeftOut, ...]

    def bundle(self) -> bytes:
        """Return the zip file that Open Zaak imports: a JSON file for each kind of resource.

        The same case type gives the same bytes.
        """
        import io
        import zipfile  # here, so that importing the library stays light

        held = io.BytesIO()
        with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as bundle:
            for name, resources in self.resources.items():
                info = zipfile.ZipInfo(f"{name}.json")  # its date is that of the format, not of a clock
                info.compress_type = zipfile.ZIP_DEFLATED
                bundle.writestr(info, sound(json.dumps(list(resources), ensure_ascii=False, indent=2)))
        return held.getvalue()
