"""Tables: the entries of a case, and a row of each case for lists; `store` alone writes to them."""

from django.db import models

import gezondsamen as gs
from cases.words import both, language


def processes() -> list[tuple[str, str]]:
    """Return what the processes are called in the language of this request."""
    return [(key, process.label.text(language())) for key, process in gs.PROCESSES.items()]


class Case(models.Model):
    """One collaboration; all but the id is made from its entries at each change."""

    ident = models.TextField(unique=True)
    title = models.TextField(both("titel", "title"))
    version = models.PositiveIntegerField()
    process = models.TextField(both("proces", "process"), choices=processes)
    phase = models.TextField(both("fase", "phase"))
    due = models.DateField(both("iets te doen vanaf", "something to do from"), null=True, db_index=True)
    deadline = models.DateField(both("uiterlijk", "at the latest"), null=True, db_index=True)

    class Meta:
        verbose_name = both("samenwerking", "collaboration")
        verbose_name_plural = both("samenwerkingen", "collaborations")
        permissions = (("waive_rule", "Can waive a rule"),)

    def __str__(self) -> str:
        return self.title or self.ident


class Entry(models.Model):
    """One entry of a journal, as its document."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="entries")
    number = models.PositiveIntegerField()
    document = models.TextField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("case", "number"), name="one_entry_of_a_number"),)
