"""The ledger of a fold: what is known while facts are followed one after the other.

Changed in place, so that a journal of many thousand entries is folded at the cost of each of them; what
is handed out, `Known`, never changes. What each kind of fact does to it: `fold`.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import Any, Final

import attrs

from gezondsamen.dossier.agreements import Agreement, Signature
from gezondsamen.dossier.facts import ActionAgreed, RoleAssigned, Stated
from gezondsamen.dossier.journal import Entry
from gezondsamen.dossier.known import Drawer, F, Known
from gezondsamen.dossier.parties import Kinship
from gezondsamen.dossier.pile import EMPTY, Entries, Pile
from gezondsamen.dossier.shelf import Shelf
from gezondsamen.errors import InvalidRecord
from gezondsamen.frozen import FrozenDict, put
from gezondsamen.terms import unknown


class Ledger(Kinship):
    """Hold what is known while a fold goes on: begun from a `Known`, closed into another, once.

    The parts are those of `Known`. One that changes is copied first, so the `Known` begun from stays as
    it was; entries filed and signatures set wait beside, and are joined in when the ledger is closed.
    """

    def __init__(self, known: Known) -> None:
        self.members = known.members
        self.names = known.names
        self.lines = known.lines
        self.heirs = known.heirs
        self.returned = known.returned
        self.tracks = known.tracks
        self.agreements = known.agreements
        self.filed = known.filed
        self.latest = known.latest
        self._known = known
        self._own: set[str] = set()
        self._active: dict[str, None] | None = None
        self._waiting: dict[Drawer, list[Entry[Any]]] = {}
        self._signing: dict[str, _Signing] = {}
        self._shelves: dict[Drawer, Shelf] = {}

    def closed(self) -> Known:
        """Return what is known in the end."""
        for drawer, entries in self._waiting.items():
            self.put("filed", drawer, self.filed.get(drawer, EMPTY).plus(*entries))
        for drawer, shelf in self._shelves.items():
            self._fill(drawer, shelf.entries)
        if self._signing:
            self.sign_off(*self._signing)
        return Known(  # by place, in the order of its fields: keywords take twice the time, at every step
            self.members,
            self.names,
            self._known.active if self._active is None else tuple(self._active),
            self.lines,
            self.heirs,
            self.returned,
            self.tracks,
            self.agreements,
            self.filed,
            self.latest,
        )

    # --- parts ------------------------------------------------------------------------------------

    def put(self, part: str, key: Any, value: Any) -> None:
        """Put a value under a key of a part, named as in `Known`."""
        mapping = getattr(self, part)
        if part not in self._own:
            mapping = FrozenDict(mapping)
            setattr(self, part, mapping)
            self._own.add(part)
        put(mapping, key, value)

    # --- parties ----------------------------------------------------------------------------------

    @property
    def active(self) -> dict[str, None]:
        """The ids of the parties that take part, in order of joining."""
        if self._active is None:
            self._active = dict.fromkeys(self._known.active)
        return self._active

    def takes_part(self, party: str) -> bool:
        """Tell whether a party takes part."""
        member = self.members.get(party)
        return member is not None and member.left is None

    def require_active(self, party: str) -> None:
        """Refuse a party that does not take part: raises `InvalidRecord`."""
        if self.takes_part(party):
            return
        if party not in self.members:
            raise not_known("party", party, list(self.members))
        heirs = " and ".join(map(repr, self.heirs.get(party, ())))
        now = f"; {heirs} took its place" if heirs else ""
        raise InvalidRecord("party-left", f"party {party!r} does not take part on that day{now}", party)

    # --- entries ----------------------------------------------------------------------------------

    def file(self, drawer: Drawer, entry: Entry[Any]) -> None:
        """Add an entry to a drawer."""
        if drawer in self._shelves:
            self._shelves[drawer].add(entry)
            return
        waiting = self._waiting.get(drawer)
        if waiting is None:
            self._waiting[drawer] = [entry]
        else:
            waiting.append(entry)

    def refile(self, drawer: Drawer, entries: Entries) -> None:
        """Put these entries in a drawer in the place of those that were there."""
        self._waiting.pop(drawer, None)
        self._shelves.pop(drawer, None)
        self._fill(drawer, entries)

    def _fill(self, drawer: Drawer, entries: Entries) -> None:
        """Put entries in a drawer; one that holds nothing is none."""
        if entries:
            self.put("filed", drawer, Pile.of(entries))
        elif drawer in self.filed:
            self.filed = FrozenDict({key: pile for key, pile in self.filed.items() if key != drawer})
            self._own.add("filed")

    def of(self, kind: type[F], key: str | None = None) -> tuple[Entry[F], ...]:
        """Return the entries of a drawer, as `Known.of` does."""
        drawer = (kind, key)
        if drawer in self._shelves:
            return self._shelves[drawer].entries
        return (*self.filed.get(drawer, EMPTY).entries, *self._waiting.get(drawer, ()))

    def shelf(self, kind: type[Any], key: str | None = None) -> Shelf:
        """Return the entries of a drawer, to take some out.

        Roles are taken out by party, statements by subject, and actions by their id.
        """
        drawer = (kind, key)
        if drawer not in self._shelves:
            self._shelves[drawer] = Shelf(self.of(kind, key), _TAKEN_OUT_BY[kind])
            self._waiting.pop(drawer, None)
        return self._shelves[drawer]

    @property
    def drawers(self) -> tuple[Drawer, ...]:
        """The drawers in use."""
        return tuple(dict.fromkeys((*self.filed, *self._waiting, *self._shelves)))

    # --- agreements -------------------------------------------------------------------------------

    def agreement(self, ident: str) -> Agreement:
        """Return an agreement, signatures that wait left out; raises `InvalidRecord` where there is none."""
        found = self.agreements.get(ident)
        if found is None:
            raise not_known("agreement", ident, list(self.agreements))
        return found

    def signing(self, agreement: Agreement) -> _Signing:
        """Return the parties to an agreement and their signatures, to be added to."""
        found = self._signing.get(agreement.id)
        if found is None:
            found = self._signing[agreement.id] = _Signing(agreement)
        return found

    def revise(self, agreement: Agreement) -> None:
        """Put an agreement in the place of what it was, with the signatures that it has."""
        self.sign_off(agreement.id)
        signatures = self.agreements[agreement.id].signatures
        self.put("agreements", agreement.id, attrs.evolve(agreement, signatures=signatures))

    def sign_off(self, *idents: str) -> None:
        """Write the signatures that wait into their agreements; without names, into none."""
        for ident in idents:
            waiting = self._signing.pop(ident, None)
            if waiting is not None:
                signed = attrs.evolve(self.agreements[ident], signatures=tuple(waiting.signatures.values()))
                self.put("agreements", ident, signed)


_TAKEN_OUT_BY: Final[dict[type, Callable[[Any], Any]]] = {
    RoleAssigned: attrgetter("party"),
    Stated: attrgetter("about"),
    ActionAgreed: attrgetter("action"),
}
"""What the facts are found by of which some are taken out."""


class _Signing:
    """Hold who is a party to an agreement, and the signatures by party, the latest last."""

    def __init__(self, agreement: Agreement) -> None:
        self.parties = frozenset(agreement.parties)
        self.signatures = {signature.party: signature for signature in agreement.signatures}

    def sign(self, signature: Signature) -> None:
        """Add a signature; a party's latest one counts."""
        self.signatures.pop(signature.party, None)
        self.signatures[signature.party] = signature

    def take_out(self, parties: frozenset[str]) -> None:
        """Take out the signatures of parties."""
        self.signatures = {party: s for party, s in self.signatures.items() if party not in parties}


def not_known(what: str, key: str, choices: list[str]) -> InvalidRecord:
    """Return the problem of an id that nothing known bears, with those that something does."""
    known = ", ".join(map(repr, choices)) or "none"
    message = f"{what} {key!r} is not known on that day; known: {known}."
    return unknown(InvalidRecord, what, key, choices, message)
