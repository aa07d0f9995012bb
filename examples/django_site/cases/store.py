"""The store: what `gezondsamen.store.CaseStore` asks, on the tables of this site."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db import IntegrityError, transaction

import gezondsamen as gs
from cases.models import Case, Entry
from gezondsamen.exchange import entries_of
from gezondsamen.store import CaseExists, StaleVersion, UnknownCase, added, agenda, replaced, row_of


class DjangoStore:
    """Keep collaborations through Django, in the database of an alias."""

    def __init__(self, using: str = "default") -> None:
        self.using = using

    def create(self, case: gs.Collaboration) -> None:
        """Keep a new case."""
        try:
            with transaction.atomic(self.using):
                row = Case.objects.using(self.using).create(**columns(case))
                self._add(row, case.entries_after(0))
        except IntegrityError:
            raise CaseExists.of(case.id) from None

    def load(self, ident: str) -> gs.Collaboration:
        """Return the case as it was last saved."""
        entries = Entry.objects.using(self.using).filter(case__ident=ident).order_by("number")
        texts = list(entries.values_list("document", flat=True))
        if not texts:
            raise UnknownCase.of(ident)
        return gs.Collaboration.replay(gs.PROCESSES, entries_of(texts))

    def save(self, before: gs.Collaboration, after: gs.Collaboration) -> None:
        """Keep what came after: all of it, or nothing."""
        if added(before, after):
            with transaction.atomic(self.using):
                row = self._held(before)
                self._add(row, after.entries_after(before.version))
                self._describe(row, after)

    def rewrite(self, before: gs.Collaboration, after: gs.Collaboration) -> None:
        """Replace what a redaction changed."""
        numbers = replaced(before, after)
        with transaction.atomic(self.using):
            row = self._held(before)
            for number in numbers:
                document = gs.dumps(after.dossier.journal[number])
                Entry.objects.using(self.using).filter(case=row, number=number).update(document=document)
            self._describe(row, after)

    def ids(self) -> Iterator[str]:
        """Yield the ids of all cases."""
        yield from Case.objects.using(self.using).order_by("ident").values_list("ident", flat=True)

    def _held(self, case: gs.Collaboration) -> Case:
        """Return the row of a case, so that nobody else changes it until the end of the transaction."""
        row = Case.objects.using(self.using).select_for_update().filter(ident=case.id).first()
        if row is None:
            raise UnknownCase.of(case.id)
        if row.version != case.version:
            raise StaleVersion.of(case.id, case.version, row.version)
        return row

    def _add(self, row: Case, entries: Iterable[gs.Entry]) -> None:
        rows = [Entry(case=row, number=entry.number, document=gs.dumps(entry)) for entry in entries]
        Entry.objects.using(self.using).bulk_create(rows)

    def _describe(self, row: Case, case: gs.Collaboration) -> None:
        Case.objects.using(self.using).filter(pk=row.pk).update(**columns(case))


def columns(case: gs.Collaboration) -> dict[str, Any]:
    """Return what a list shows of a case: also the first day of what it has to do, and the first last day."""
    row = row_of(case)
    items = tuple(agenda(case, row.latest))
    return {
        "ident": case.id,
        "title": case.title,
        "version": case.version,
        "process": row.process,
        "phase": row.phase,
        "due": min((item.on for item in items), default=None),
        "deadline": min((item.deadline for item in items if item.deadline), default=None),
    }
