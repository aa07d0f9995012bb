"""The faults that came first: in the code, and in a process that it runs."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from unittest.mock import patch

import attrs

import gezondsamen as gs
from gezondsamen import collaboration, questions
from gezondsamen.citations import Citation
from gezondsamen.correction import Corrections
from gezondsamen.decision import machine, steps, waivers
from gezondsamen.decision.judge import JUDGES, parties, statements
from gezondsamen.decision.repair import Repair
from gezondsamen.dossier import facts as f
from gezondsamen.dossier.dossier import Dossier
from gezondsamen.dossier.ledger import Ledger
from gezondsamen.exchange import documents
from gezondsamen.findings import Finding
from gezondsamen.forms.answers import WRITTEN
from gezondsamen.process import conditions as c
from gezondsamen.schedule import expansion
from tests.support.builders import rule, tiny
from tests.testing.seeded.seeding import Patches

# --- faults in the code: each yields what it puts in another's place -----------------------------------


def forgetting_fold() -> Patches:
    """The fold keeps only the latest entry of each kind."""
    yield patch.object(Ledger, "file", lambda ledger, drawer, entry: ledger.refile(drawer, (entry,)))


def ignored_retraction() -> Patches:
    """What was retracted still counts."""

    def events(self: Any) -> Any:
        counting = [e for e in self.journal if type(e.fact) is not f.Retracted]
        bound = self.through
        yield from sorted((e for e in counting if not bound or e.place[0] <= bound), key=lambda e: e.place)

    yield patch.object(Dossier, "events", events)


def other_order_within_a_day() -> Patches:
    """What happened on one day is read from the last entry to the first, the opening aside."""
    real = Dossier.events

    def events(self: Any) -> Any:
        yield from sorted(real(self), key=lambda e: (e.place[0], e.number > 1, -e.number))

    yield patch.object(Dossier, "events", events)


def tomorrow_is_known() -> Patches:
    """As of a day, the day after is known as well."""
    real = Dossier.as_of
    yield patch.object(Dossier, "as_of", lambda self, day: real(self, day + timedelta(days=1)))


def visits_end_a_day_late() -> Patches:
    """A visit ends on the day after the step that ended it."""
    real = Dossier.visits

    def visits(self: Any, track: str) -> Any:
        late = (attrs.evolve(v, left=v.left and v.left + timedelta(days=1)) for v in real(self, track))
        return tuple(late)

    yield patch.object(Dossier, "visits", visits)


def not_valid_on_the_last_day() -> Patches:
    """A statement does not count on its last day."""
    real = statements._latest_statement

    def latest(x: Any, s: Any, *which: Any) -> Any:
        entry = real(x, s, *which)
        return None if entry is not None and entry.fact.until == s.day else entry

    yield patch.object(statements, "_latest_statement", latest)


def valid_a_day_longer() -> Patches:
    """A statement counts on the day after its last one."""
    real = statements._latest_statement

    def latest(x: Any, s: Any, *which: Any) -> Any:
        found = real(x, s, *which)
        return found or real(x, attrs.evolve(s, day=s.day - timedelta(days=1)), *which)

    yield patch.object(statements, "_latest_statement", latest)


def ignored_about() -> Patches:
    """A statement about anything counts for everybody."""

    def about_each(x: Any, s: Any, topic: str) -> Any:
        entry = statements._latest_statement(x, s, topic)
        every = [
            (kind, ident)
            for kind, keys in (("party", s.known.members), ("sector", s.sectors(c.Sectors())))
            for ident in keys
        ]
        return {} if entry is None else dict.fromkeys(every, entry)

    yield patch.object(statements, "_latest_about_each", about_each)


def inverted_rule() -> Patches:
    """A count of parties is right when it is out of bounds."""
    real = parties.party_count

    def inverted(x: Any, s: Any) -> Any:
        findings, evidence = real(x, s)
        return (() if findings else (Finding(1, 0),)), evidence

    yield patch.dict(JUDGES, {c.PartyCount: inverted})


def lying_remedy() -> Patches:
    """A repair counts on contact that it does not mention."""
    real = Repair.add

    def add(self: Any, draft: Any) -> None:
        real(self, draft)
        self.drafts = [d for d in self.drafts if not isinstance(d.fact, f.Met)]

    yield patch.object(Repair, "add", add)


def form_that_reads_days_late() -> Patches:
    """A posted form reads each day as the day after."""
    real = WRITTEN["date"]
    yield patch.dict(WRITTEN, {"date": lambda blank, text: real(blank, text) + timedelta(days=1)})


def endless_waiver() -> Patches:
    """A waiver until a day holds for ever."""
    real = waivers.waiver_of

    def waiver_of(asked: Any, s: Any, *found: Any) -> Any:
        return real(asked, attrs.evolve(s, day=date(2024, 1, 8)), *found)

    yield patch.object(steps, "waiver_of", waiver_of)


def waiver_that_serves_again() -> Patches:
    """A waiver for one step is not used up by it."""
    yield patch.object(waivers, "used", lambda *_: False)


def waiver_of_anything() -> Patches:
    """A waiver sets every rule aside, whichever it names."""

    def waiver_of(asked: Any, s: Any, *found: Any) -> Any:
        granted = s.known.of(f.WaiverGranted)
        return granted[-1] if granted else None

    yield patch.object(steps, "waiver_of", waiver_of)


def blocking_advice() -> Patches:
    """An advice that is not followed blocks."""
    real = steps._judged
    yield patch.object(steps, "_judged", lambda asked, s, _, scene: real(asked, s, "unmet", scene))


def unasked_step() -> Patches:
    """A step is taken without asking its rules."""
    yield patch.object(steps, "allows", lambda s: True)


def machine_that_stays() -> Patches:
    """The machine stays where it is."""
    yield patch.object(machine, "fire", lambda process, phase, trigger: phase)


def lost_field() -> Patches:
    """The document leaves out on whose behalf an entry was made."""
    real = documents._plain

    def plain(value: Any) -> Any:
        found = real(value)
        if isinstance(value, gs.Entry):
            found.pop("on_behalf_of", None)
        return found

    yield patch.object(documents, "_plain", plain)


def check_that_forgets_later_steps() -> Patches:
    """A check does not know that a step was taken on a later day."""
    yield patch.object(questions, "_afterwards", lambda *_: (None, None))


def track_that_cannot_go_back() -> Patches:
    """A step that is taken back stays the last of its track."""
    real = Corrections.undo

    def undo(self: Any, track: Any = None, **given: Any) -> Any:
        after = real(self, track, **given)
        object.__setattr__(after.dossier, "_known", self.dossier.known)
        return after

    yield patch.object(Corrections, "undo", undo)


def lost_author() -> Patches:
    """Recording does not keep who entered a fact."""
    real = collaboration.Collaboration.record

    def record(self: Any, *facts: Any, by: Any = None, **rest: Any) -> Any:
        return real(self, *facts, **rest)

    yield patch.object(collaboration.Collaboration, "record", record)


def cadence_that_counts_from_two() -> Patches:
    """The first period of an evaluation point is skipped, and its number given to the second."""
    real = expansion._periods

    def periods(every: Any, start: Any, last: Any) -> Any:
        for n, opened, closed, beyond in real(every, start, last):
            if n > 1:
                yield n - 1, opened, closed, beyond

    yield patch.object(expansion, "_periods", periods)


# --- faults in a process ---------------------------------------------------------------------------------


def changed(process: gs.Process, source: str, trigger: str, **parts: Any) -> gs.Process:
    """Return the process with one transition changed."""
    steps = (
        attrs.evolve(t, **parts) if (t.source, t.trigger) == (source, trigger) else t
        for t in process.transitions
    )
    return attrs.evolve(process, transitions=tuple(steps))


def dropped_guard() -> gs.Process:
    """A rule no longer stands in its step."""
    step = gs.PPS.transition("structure", "conclude_agreement")
    assert step is not None
    kept = tuple(asked for asked in step.requires if asked.code != "AGR-02")
    assert len(kept) == len(step.requires) - 1
    return changed(gs.PPS, step.source, step.trigger, requires=kept)


def swapped_targets() -> gs.Process:
    """Two steps out of one phase lead to each other's target."""
    one, other, *_ = gs.PPS.exits("organisation_form")
    first = changed(gs.PPS, one.source, one.trigger, target=other.target)
    return changed(first, other.source, other.trigger, target=one.target)


def longer_cadence() -> gs.Process:
    """Progress is discussed one month less often."""
    limit = gs.PPS.limits["progress_interval"]
    longer = {limit.key: attrs.evolve(limit, value=gs.Every(months=limit.value.months + 1))}  # type: ignore[union-attr]
    parts = ("phases", "transitions", "evaluation_points")
    return attrs.evolve(gs.PPS, **{part: c.with_limits(getattr(gs.PPS, part), longer) for part in parts})


def hardened_advice() -> gs.Process:
    """What was an advice is a hard rule."""
    step = gs.PPS.transition("structure", "conclude_agreement")
    assert step is not None
    assert step.advises
    return changed(gs.PPS, step.source, step.trigger, requires=step.requirements, advises=())


def lost_citation() -> gs.Process:
    """A rule after a source no longer says where in it."""
    bare = Citation(gs.Work("guide", "A guide"))

    def cited(rules: tuple[gs.Requirement, ...]) -> tuple[gs.Requirement, ...]:
        return tuple(attrs.evolve(r, citation=bare) if r.code == "AGR-02" else r for r in rules)

    return attrs.evolve(
        gs.PPS,
        phases=tuple(attrs.evolve(phase, watches=cited(phase.watches)) for phase in gs.PPS.phases),
        transitions=tuple(
            attrs.evolve(t, requires=cited(t.requires), advises=cited(t.advises)) for t in gs.PPS.transitions
        ),
    )


def rules_that_exclude_one_another() -> gs.Process:
    """One rule asks for what another forbids."""
    few = rule(c.PartyCount(at_most=1), code="OWN-01")
    many = rule(c.PartyCount(at_least=2), code="OWN-02")
    return tiny(few, many)
