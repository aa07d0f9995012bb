"""Faults in what is known, and in which rules are set aside: the fold, visits, waivers."""

from __future__ import annotations

from typing import Any, Final
from unittest.mock import patch

import attrs

from gezondsamen import admission
from gezondsamen.correction import Corrections
from gezondsamen.decision import steps, waivers
from gezondsamen.dossier import fold, membership
from gezondsamen.dossier.agreements import Agreement
from gezondsamen.dossier.dossier import Dossier
from gezondsamen.dossier.tracks import Track
from tests.testing.seeded.seeding import Patches, Seed, altered, both

_D: Any = Dossier  # so that what stands behind a property can be reached
_RETRACTED = "retracted = {e.fact.entry for e in counting if type(e.fact) is f.Retracted}"


def waivers_stay_used() -> Patches:
    """What a step used stays used when the step is taken back: the track remembers when it was taken."""
    real = Corrections.undo

    def undo(self: Any, track: Any = None, **given: Any) -> Any:
        after, name = real(self, track, **given), track or "main"
        known, taken = after.dossier.known, self.dossier.known.tracks[name].taken
        tracks = known.tracks.plus(name, attrs.evolve(known.tracks[name], taken=taken))
        object.__setattr__(after.dossier, "_known", attrs.evolve(known, tracks=tracks))
        return after

    yield patch.object(Corrections, "undo", undo)


FAULTS: Final[dict[str, Seed]] = {
    "known.heirs_of_heirs": altered(
        membership._pass_on, ("frozenset[str]().union(*map(ledger.line, gone))", "frozenset(gone)")
    ),
    "known.back_with_all_it_had": altered(membership.joined, ("_return(ledger, ident, before.left)", "pass")),
    "known.roles_stay_when_a_party_leaves": altered(membership.left, ("roles_end=True", "roles_end=False")),
    "known.leaves_a_day_late": both(
        altered(_D.as_of, ("day >= latest[0]", "day > latest[0]")),
        altered(
            _D._events.func,
            (
                "if e.place[0] <= self.through",
                "if e.place[0] <= self.through"
                " and (e.fact.on < self.through or type(e.fact) is not f.PartyLeft)",
            ),
        ),
    ),
    "known.split_frees_everybody": altered(membership.divided, ("_pass_on(ledger, (one,), several)", "pass")),
    "known.taken_back_replacement_revives": altered(
        _D._events.func,
        (
            _RETRACTED,
            f"{_RETRACTED}\n    retracted -= {{e.replaces for e in counting if e.number in retracted}}",
        ),
    ),
    "known.adopted_today": altered(_D.visits, ("fact.since or fact.on", "fact.on")),
    "known.off_record_for_all": altered(
        fold._stated,
        (
            "[x for x in statements.keys if ledger.same(x, fact.about)] if ledger.heirs else [fact.about]",
            "statements.keys",
        ),
    ),
    "known.staying_is_a_visit": altered(Track.after, ("if phase != self.phase:", "if True:")),
    "known.clauses_replaced": altered(
        Agreement.revised,
        ("tuple(dict.fromkeys(self.clauses + fact.clauses))", "fact.clauses or self.clauses"),
    ),
    "waivers.of_every_trigger": altered(
        waivers.waiver_of, ("waiver.trigger not in (None, s.step.trigger) or ", "")
    ),
    "waivers.on_every_track": altered(waivers.waiver_of, (" or not s.visible(waiver.track)", "")),
    "waivers.about_anybody": altered(
        waivers.waiver_of, (" or not (waiver.about is None or s.same(waiver.about))", "")
    ),
    "waivers.until_the_first_step": altered(
        waivers.waiver_of, ("if waiver.until is not None or not used", "if not used")
    ),
    "waivers.of_what_is_watched": altered(
        waivers.waiver_of,
        (
            "        if s.step is None:\n",
            "        if s.step is None and waiver.until is None:\n            return entry\n"
            "        if s.step is None:\n",
        ),
    ),
    "waivers.hide_what_is_missing": altered(
        steps._judged, ('Outcome(rule, "waived", findings,', 'Outcome(rule, "waived", (),')
    ),
    "waivers.of_what_nobody_can_waive": both(
        altered(waivers.waiver_of, ("if not rule.waivable:", "if False:")),
        altered(admission._check_waiver, ("if not rule.waivable:", "if False:")),
    ),
    "waivers.stay_used_after_undo": waivers_stay_used,
}
