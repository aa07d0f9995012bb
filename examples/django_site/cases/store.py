"""The store: what `gezondsamen.store.CaseStore` asks, on the tables of this site."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db import IntegrityError, transaction

import gezondsamen as gs
from cases.models import Case, Entry
from gezondsamen.exchange import entries_of
from gezondsamen.store import CaseExists, UnknownCase, added, agenda, check_version, replaced, row_of


class DjangoStore:
    """Keep collaborations through Django, in the database of an alias; each change is one transaction."""

    def __init__(self, using: str = "default") -> None:
        self.using, self.cases, self.entries = using, Case.objects.using(using), Entry.objects.using(using)

    def create(self, case: gs.Collaboration) -> None:
        """Keep a new case."""
        try:
            with transaction.atomic(self.using):
                self._add(self.cases.create(**columns(case)), case.entries_after(0))
        except IntegrityError:
            raise CaseExists.of(case.id) from None

    def load(self, ident: str) -> gs.Collaboration:
        """Return the case as it was last saved."""
        entries = self.entries.filter(case__ident=ident).order_by("number")
        texts = list(entries.values_list("document", flat=True))
        if not texts:
            raise UnknownCase.of(ident)
        return gs.Collaboration.replay(gs.PROCESSES, entries_of(texts))

    def save(self, before: gs.Collaboration, after: gs.Collaboration) -> None:
        """Keep what came after: all of it, or nothing."""
        if added(before, after):
            with transaction.atomic(self.using):
                self._add(self._described(before, after), after.entries_after(before.version))

    def rewrite(self, before: gs.Collaboration, after: gs.Collaboration) -> None:
        """Replace what a redaction changed."""
        numbers = replaced(before, after)
        with transaction.atomic(self.using):
            row = self._described(before, after)
            for number in numbers:
                document = gs.dumps(after.dossier.journal[number])
                self.entries.filter(case=row, number=number).update(document=document)

    def ids(self) -> Iterator[str]:
        """Yield the ids of all cases."""
        yield from self.cases.order_by("ident").values_list("ident", flat=True)

    def _described(self, before: gs.Collaboration, after: gs.Collaboration) -> Case:
        """Hold the row of a case until the end of the transaction, if it is as it was read; renew it."""
        row = self.cases.select_for_update().filter(ident=before.id).first()
        check_version(before, row and row.version, row and self.load(before.id))
        self.cases.filter(pk=row.pk).update(**columns(after))
        return row

    def _add(self, row: Case, entries: Iterable[gs.Entry]) -> None:
        new = [Entry(case=row, number=entry.number, document=gs.dumps(entry)) for entry in entries]
        self.entries.bulk_create(new)


def columns(case: gs.Collaboration) -> dict[str, Any]:
    """Return what a list shows of a case: also the first day of what it has to do, and the first last day."""
    row = row_of(case)
    items = tuple(agenda(case, row.latest))
    return {
        "ident": row.id,
        **{name: getattr(row, name) for name in ("title", "version", "process", "phase")},
        "due": min((item.on for item in items), default=None),
        "deadline": min((item.deadline for item in items if item.deadline), default=None),
    }
