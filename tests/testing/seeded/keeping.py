"""Faults in what is kept and shown: documents, corrections, redactions, forms, texts, processes, stores."""

from __future__ import annotations

from typing import Any, Final
from unittest.mock import patch

import gezondsamen as gs
from gezondsamen import admission, correction, redaction, renames, replay
from gezondsamen.dossier import history
from gezondsamen.exchange import documents, plain
from gezondsamen.forms.reading import _Reader
from gezondsamen.process import adaptation, implication
from gezondsamen.prose import missing
from gezondsamen.store import protocol
from gezondsamen.store import store as stores
from tests.testing.seeded.seeding import Patches, Seed, altered


def off_record_is_on_record() -> Patches:
    """The document leaves out that a statement no longer holds."""
    real = documents._plain

    def told(value: Any) -> Any:
        found = real(value)
        if isinstance(value, gs.Entry):
            found["fact"].pop("holds", None)
        return found

    yield patch.object(documents, "_plain", told)


def read_twice_as_one() -> Patches:
    """The document of a process leaves out what its steps look back to."""
    real = documents._plain

    def told(value: Any) -> Any:
        found = real(value)
        if isinstance(value, gs.Process):
            for step in found["transitions"]:
                step.pop("since", None)
        return found

    yield patch.object(documents, "_plain", told)


def unknown_part(name: str) -> Seed:
    """Return the fault that a field is not known to hold what people wrote, or whom they named."""

    def put() -> Patches:
        kept = {field: part for field, part in redaction._PARTS.items() if field != name}
        yield patch.dict(redaction._PARTS, kept, clear=True)

    return put


def half_of_a_change() -> Patches:
    """Each entry of a change is saved by itself."""
    real = stores.Store.save

    def save(self: Any, before: Any, after: Any) -> None:
        for number in range(before.version + 1, after.version + 1):
            part = gs.Collaboration(after.processes, after.dossier.at_version(number))
            real(self, before, part)
            before = part

    yield patch.object(stores.Store, "save", save)


FAULTS: Final[dict[str, Seed]] = {
    "documents.renames_forget_waivers": altered(
        renames._renamed, ('changes = {"rule": word("rule", fact.rule)}', "changes = {}")
    ),
    "documents.renames_forget_points": altered(
        renames._renamed, ('changes = {"point": _point(fact.point, word)}', "pass")
    ),
    "documents.steps_lead_anywhere": altered(
        replay.replayed, ("if elsewhere and not as_taken:", "if False:")
    ),
    "documents.off_record_is_on_record": off_record_is_on_record,
    "record.reasons_keep_the_name": unknown_part("reason"),
    "record.capitals_keep_the_name": altered(redaction._pattern, (", re.IGNORECASE", "")),
    "record.author_keeps_the_id": unknown_part("by"),
    "record.step_from_under_another": altered(
        history._check_last, ("if step.place != steps[-1]:", "if False:")
    ),
    "record.who_corrected_is_lost": altered(correction._author, ("return (by,", "return (None,")),
    "record.tomorrow_is_recorded_today": altered(
        admission.check_recorded, ("day > last_day(recorded_at)", "False")
    ),
    "shown.unticked_is_seen": altered(_Reader.confirmed, ("not ticked(self.posted.get(name, ()))", "False")),
    "shown.changed_id_not_followed": altered(
        _Reader.followed, ("return attrs.evolve(fact, **changed) if changed else fact", "return fact")
    ),
    "shown.nobody_is_named": altered(missing._sentence, ('who = "" if about is None else who', 'who = ""')),
    "shown.dutch_for_everybody": altered(
        plain.to_dict, ("say = language_of(lang)", 'say = language_of(lang) and language_of("nl")')
    ),
    "process.limit_in_rules_alone": altered(
        adaptation.apply, ("tuple(with_limits(point, new) for", "tuple(point for")
    ),
    "process.softened_is_gone": altered(
        adaptation.apply, ("(*(r for r in hard if softened(r)), *kept(t.advises))", "kept(t.advises)")
    ),
    "process.dropped_is_watched": altered(
        adaptation.apply,
        ("watches=kept(p.watches)", "watches=tuple(_limited(rule, new) for rule in p.watches)"),
    ),
    "process.law_softened": altered(adaptation.problems, ("(*change.drop, *change.soften)", "change.drop")),
    "process.entails_the_wrong_way": altered(
        implication.at_least, ("_least(x) >= _least(y)", "_least(x) <= _least(y)")
    ),
    "process.read_twice_as_one": read_twice_as_one,
    "store.slower_writer_wins": altered(
        protocol.check_version, ("raise StaleVersion.of(case.id, case.version, now)", "return")
    ),
    "store.half_of_a_change": half_of_a_change,
    "store.whose_behalf_is_lost": altered(
        stores._entry_rows, ("dumps(entry)", "dumps(attrs.evolve(entry, on_behalf_of=None))")
    ),
}
