"""Agreements as they stand: what was drafted, revised and signed, folded into one value."""

from __future__ import annotations

from datetime import date

import attrs

from gezondsamen.dossier.facts import AgreementDrafted, AgreementRevised
from gezondsamen.dossier.tracks import Place


@attrs.frozen
class Signature:
    """Say who signed, when, and in which entry that stands."""

    party: str
    on: date
    entry: int


@attrs.frozen
class Agreement:
    """Describe an agreement as it stands: text, term, parties, signatures.

    `entries` are the numbers of the entries that made it what it is; `joined` says where in the order
    of events each party became a party to it.
    """

    id: str
    kind: str
    form: str | None
    parties: tuple[str, ...]
    obliged: tuple[str, ...]
    clauses: tuple[str, ...]
    start: date | None
    end: date | None
    principal: bool
    signatures: tuple[Signature, ...] = ()
    entries: tuple[int, ...] = ()
    joined: tuple[tuple[str, Place], ...] = ()

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
        )

    def revised(self, fact: AgreementRevised, entry: int, place: Place) -> Agreement:
        """Return the agreement after a revision: what is given replaces, clauses add up."""
        parties = self.parties if fact.parties is None else fact.parties
        before = dict(self.joined)
        return attrs.evolve(
            self,
            parties=parties,
            joined=tuple((party, before.get(party, place)) for party in parties),
            obliged=self.obliged if fact.obliged is None else fact.obliged,
            clauses=tuple(dict.fromkeys(self.clauses + fact.clauses)),
            end=fact.end or self.end,
            principal=self.principal if fact.principal is None else fact.principal,
            entries=(*self.entries, entry),
        )

    def signed(self, signature: Signature) -> Agreement:
        """Return the agreement with one signature more; a party's latest one counts."""
        others = tuple(s for s in self.signatures if s.party != signature.party)
        return attrs.evolve(self, signatures=(*others, signature))
