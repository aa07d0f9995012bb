"""What is noted while a case type is drawn up: names cut to the length that the API allows, and the rest."""

from __future__ import annotations

from gezondsamen.exchange.case_type.values import LeftOut, OpenField, Reason
from gezondsamen.exchange.markup import sound


class Notes:
    """Collect open fields and what is left out; names are kept apart where they are cut."""

    def __init__(self) -> None:
        self.open_fields: list[OpenField] = []
        self.left_out: list[LeftOut] = []
        self._names: dict[str, set[str]] = {}

    def leave_open(self, resource: str, name: str, field: str) -> None:
        """Note that a field is to be filled in."""
        self.open_fields.append(OpenField(resource, name, field))

    def leave_out(self, reason: Reason, where: str, text: str) -> None:
        """Note what the case type does not say."""
        self.left_out.append(LeftOut(reason, where, text))

    def short(self, text: str, most: int, where: str) -> str:
        """Return a text of at most so many signs; one that is longer is cut and noted whole."""
        whole = sound(text).strip()
        if len(whole) <= most:
            return whole
        self.leave_out("shortened", where, whole)
        return whole[: most - 1].rstrip() + "…"

    def named(self, text: str, most: int, where: str) -> str:
        """Return a name of at most so many signs that no other resource of its kind has."""
        taken = self._names.setdefault(where.partition(".")[0], set())
        name = self.short(text, most, where) or where.rpartition(".")[2][:most]
        number = 1
        unique = name
        while unique.casefold() in taken:
            number += 1
            unique = f"{name[: most - len(str(number)) - 1].rstrip()} {number}"
        taken.add(unique.casefold())
        return unique
