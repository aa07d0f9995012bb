"""Agreements as they stand: what was drafted, revised and signed, folded into one value."""

from __future__ import annotations

from datetime import date
from typing import Final

import attrs

from gezondsamen.dossier.facts import AgreementDrafted, AgreementRevised
from gezondsamen.dossier.tracks import Place
from gezondsamen.terms import of

UNSIGNED: Final = "unsigned"
"""The group of the forms of agreement that nobody signs: no signature is asked of who accedes."""


@attrs.frozen
class Signature:
    """Say who signed, when, and in which entry that stands."""

    party: str
    on: date
    entry: int


@attrs.frozen
class Agreement:
    """Describe an agreement as it stands: title, form, parties, clauses, term, signatures.

    `entries` are the numbers of the entries that made it what it is; `joined` says where in the order
    of events each party became a party to it, `former` where a party was taken out of the text, and
    `ends` where which day became its last: first in the draft (None: it named none), then in revisions.
    `phase` is where its own track is, and `in_force` whether it binds: both are answers about a day,
    given by `Collaboration.agreements`, and None elsewhere.
    """

    id: str
    kind: str = attrs.field(metadata=of("agreement_kind"))
    form: str | None = attrs.field(metadata=of("agreement_form"))
    parties: tuple[str, ...]
    obliged: tuple[str, ...]
    clauses: tuple[str, ...] = attrs.field(metadata=of("clause"))
    start: date | None
    end: date | None
    principal: bool
    signatures: tuple[Signature, ...] = ()
    entries: tuple[int, ...] = ()
    joined: tuple[tuple[str, Place], ...] = ()
    former: tuple[tuple[str, Place], ...] = ()
    ends: tuple[tuple[Place, date | None], ...] = ()
    title: str | None = None
    phase: str | None = None
    in_force: bool | None = None

    @property
    def name(self) -> str:
        """What people call it: its title, or its id where it has none."""
        return self.title or self.id

    @property
    def signed_by(self) -> tuple[str, ...]:
        """The parties that signed, in the order in which their signatures stand."""
        return tuple(signature.party for signature in self.signatures)

    def runs(self, on: date) -> bool:
        """Tell whether a day lies in the term: its first and last day count, a missing edge is no bound."""
        return (self.start is None or self.start <= on) and (self.end is None or on <= self.end)

    @classmethod
    def drafted(cls, fact: AgreementDrafted, entry: int, place: Place) -> Agreement:
        """Return the agreement as first drafted."""
        return cls(
            id=fact.agreement,
            kind=fact.kind,
            form=fact.form,
            parties=fact.parties,
            obliged=fact.obliged,
            clauses=fact.clauses,
            start=fact.start,
            end=fact.end,
            principal=fact.principal,
            entries=(entry,),
            joined=tuple((party, place) for party in fact.parties),
            ends=((place, fact.end),),
            title=fact.title,
        )

    def revised(self, fact: AgreementRevised, entry: int, place: Place) -> Agreement:
        """Return the agreement after a revision: what is given replaces, clauses add up."""
        parties = self.parties if fact.parties is None else fact.parties
        before, now = dict(self.joined), frozenset(parties)
        former = dict(self.former) | dict.fromkeys(self.parties, place)
        return attrs.evolve(
            self,
            parties=parties,
            joined=tuple((party, before.get(party, place)) for party in parties),
            former=tuple((party, gone) for party, gone in former.items() if party not in now),
            ends=self.ends if fact.end is None else (*self.ends, (place, fact.end)),
            obliged=self.obliged if fact.obliged is None else fact.obliged,
            clauses=tuple(dict.fromkeys(self.clauses + fact.clauses)),
            start=fact.start or self.start,
            end=fact.end or self.end,
            principal=self.principal if fact.principal is None else fact.principal,
            entries=(*self.entries, entry),
        )
