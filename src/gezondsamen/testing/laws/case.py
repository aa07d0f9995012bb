"""The laws of a case: what holds of every collaboration on every day, however it came there.

Each law is one function of a case and a day that raises `AssertionError` where it does not hold.
"""

from __future__ import annotations

import pickle
from datetime import date, timedelta
from itertools import pairwise
from typing import Any, Final

from gezondsamen import arguments
from gezondsamen.collaboration import Collaboration
from gezondsamen.decision.check import Check, TransitionRefused
from gezondsamen.decision.machine import fire
from gezondsamen.dossier import facts as f
from gezondsamen.dossier.dossier import Dossier
from gezondsamen.dossier.journal import Entry
from gezondsamen.errors import InvalidArgument, InvalidRecord, UnknownTrigger
from gezondsamen.exchange import dumps, loads
from gezondsamen.testing.laws.consequences import (
    a_form_is_read_as_it_asks,
    repair_opens_the_step,
    statements_count_through_their_last_day,
    waivers_serve_once,
    what_is_about_another_helps_nobody,
)
from gezondsamen.testing.laws.demand import Law, by_key, demand, options_of, process_of
from gezondsamen.testing.laws.moments import moments_are_as_read_again
from gezondsamen.testing.laws.once import ONCE
from gezondsamen.testing.laws.second_reading import everything_reads_alike, rules_read_alike

# --- cheap enough for every step ---------------------------------------------------------------------


def visits_are_contiguous(case: Collaboration, day: date) -> None:
    """Each stay begins where the one before ended; only the last one has not ended."""
    for track in case.tracks:
        visits = case.visits_of(track)
        ends = [visit.left for visit in visits]
        law = "each visit begins on the day on which the one before ended"
        demand(ends == [*(visit.entered for visit in visits[1:]), None], law, track, visits)
        phases = [visit.phase for visit in visits]
        changed = all(one != other for one, other in pairwise(phases))
        demand(changed, "a visit ends when the phase changes", track, phases)
        demand(phases[-1] == case.phase_of(track), "the last visit is the present phase", track, phases)


def the_machine_walked_the_same_way(case: Collaboration, day: date) -> None:
    """Firing the triggers of the steps taken, in their order, leads through the same phases."""
    for track in case.tracks:
        process, phase = process_of(case, track), case.visits_of(track)[0].phase
        for entry in case.dossier.steps(track):
            step = process.transition(phase, entry.fact.trigger)
            demand(step is not None, "a step taken is a step of the process", track, entry)
            phase = fire(process, phase, entry.fact.trigger)
            demand(phase == entry.fact.phase, "the machine goes where the step is on record", track, entry)
        demand(phase == case.phase_of(track), "the machine ends where the track is", track, phase)


def checks_are_complete(case: Collaboration, day: date) -> None:
    """A check has a row for each rule, in order; a hard rule blocks when something is missing, no other."""
    events = list(case.dossier.as_of(day).events())
    counting = {e.number for e in events}
    granted = {e.number: e.fact.rule for e in events if isinstance(e.fact, f.WaiverGranted)}
    for track in case.tracks:
        process = process_of(case, track)
        for trigger, check in options_of(case, day, track).items():
            step = process.transition(check.phase, trigger)
            assert step is not None
            rules = [row.requirement for row in check.outcomes]
            demand(rules == list(step.requirements), "a check has a row for every rule", track, trigger)
            demand(check.target == step.target, "a check names the target of its step", track, trigger)
            hard, soft = check.outcomes[: len(step.requires)], check.outcomes[len(step.requires) :]
            missing = [row.requirement.code for row in hard if row.status == "unmet"]
            barred = case.dossier.track(track).moved[0] > day
            law = "a step is barred when one was taken on a later day"
            demand((check.barred_by is not None) == barred == (not check.possible), law, track, trigger)
            law = "a step is allowed when no hard rule is unmet, and no step was taken on a later day"
            demand(check.allowed == (not missing and not barred), law, track, trigger, missing)
            for row in soft:
                law = "an advice never blocks and is never waived"
                demand(row.status in ("met", "advised", "note"), law, track, trigger, row.requirement.code)
            for row in check.outcomes:
                code = row.requirement.code
                noted = (row.status == "note") == row.requirement.is_note
                demand(noted, "a rule is a note when it asks nothing", trigger, code)
                found = bool(row.findings) == (row.status in ("unmet", "advised", "waived"))
                demand(found, "a rule is met when nothing is found missing", trigger, code, row.status)
                waivable = row.status != "waived" or row.requirement.waivable
                demand(waivable, "only what is waivable is waived", trigger, code)
                if row.status == "waived":
                    named = granted[row.evidence[0]] == code
                    demand(named, "a waiver sets aside the rule that it names", trigger, code, row.evidence)
                known = counting.issuperset(row.evidence)
                demand(known, "evidence is on record, and counts", trigger, code, row.evidence)


def unknown_triggers_are_refused(case: Collaboration, day: date) -> None:
    """A trigger that the process does not have is refused by its name."""
    try:
        case.advance("no_such_trigger", on=day)
    except UnknownTrigger as refused:
        demand(refused.trigger == "no_such_trigger", "an unknown trigger is refused by name", refused)
    else:
        demand(False, "an unknown trigger is refused")


def steps_follow_checks(case: Collaboration, day: date) -> None:
    """On every day, a step is taken exactly when its check allows, and refused with that very check.

    Days before the last step and after everything recorded are tried too, and those around each entry.
    """
    known = {_day(entry) for entry in case.dossier.events()}
    days = sorted({day, *known, *(then - _DAY for then in known), *(then + _DAY for then in known)})
    tried = {day, *days[:: max(1, len(days) // 8)], days[-1]}
    for track in case.tracks:
        opened = case.visits_of(track)[0].entered
        for then in sorted(then for then in tried if then >= opened):
            for check in options_of(case, then, track).values():
                step_follows_check(case, check, then)
            here = case.dossier.as_of(then).track(track).phase
            for phase in process_of(case, track).phases[:2]:
                plan = case.plan(phase.key, on=then, track=track)
                barred = case.dossier.track(track).moved[0] > then and phase.key != here
                law = "a plan is barred when a step was taken on a later day"
                demand((plan.barred_by is not None) == barred, law, track, phase.key, then)
                demand(not (plan.found and barred), "what is barred is not planned", track, then)


def steps_can_be_taken_back(case: Collaboration, day: date) -> None:
    """A step that is taken back leaves every answer as it was; taken again, it leads to the same."""
    for track in case.tracks:
        allowed = [check for check in options_of(case, day, track).values() if check.allowed]
        for check in allowed[:1]:
            after = case.advance(check.trigger, on=day, track=track)
            try:
                back = after.undo(track, reason="…")
            except InvalidRecord as refused:
                demand(False, "the last step can be taken back", track, check.trigger, refused)
                raise
            events_are_in_order(back, day)
            law = "what is known after a step is taken back is what was known before it"
            demand(back.dossier.known == case.dossier.known, law, track, check.trigger)
            demand(back.visits_of(track) == case.visits_of(track), "so are its visits", track, check.trigger)
            demand(back.options(on=day, track=track) == options_of(case, day, track), "and checks", track)
            again = back.advance(check.trigger, on=day, track=track)
            demand(again.visits_of(track) == after.visits_of(track), "a step can be taken again", track)


def step_follows_check(case: Collaboration, check: Check, day: date) -> Collaboration:
    """Return the case after a step where its check allows it, else the case as it was."""
    try:
        after = case.advance(check.trigger, on=day, track=check.track, about=check.about)
    except TransitionRefused as refused:
        demand(not check.allowed, "what is allowed is not refused", check.track, check.trigger)
        demand(refused.check == check, "a refusal carries its check", check.track, check.trigger)
        return case
    except InvalidRecord as refused:
        demand(False, "a step is refused with its check, and by nothing else", check.trigger, refused)
    demand(check.allowed, "what is not allowed is refused", check.track, check.trigger)
    there = after.phase_of(check.track)
    demand(there == check.target, "a step leads where its check said", check.trigger, there, check.target)
    demand(after.version == case.version + 1, "a step is one entry", check.trigger)
    return after


# --- what is known -----------------------------------------------------------------------------------


def events_are_in_order(case: Collaboration, day: date) -> None:
    """What counts stands in the order of days, then of entries; what was retracted does not count."""
    entries = case.entries_after(0)
    gone = {entry.fact.entry for entry in entries if isinstance(entry.fact, f.Retracted)}
    counting = [e for e in entries if not isinstance(e.fact, f.Retracted) and e.number not in gone]
    order = sorted(counting, key=lambda e: (_day(e), e.number if e.replaces is None else e.replaces))
    law = "events are what was not retracted, in the order of days and entries"
    demand(list(case.dossier.events()) == order, law, [e.number for e in case.dossier.events()])


def _day(entry: Entry) -> date:
    fact: f.Fact = entry.fact
    return fact.since or fact.on if isinstance(fact, f.TrackOpened) else fact.on


def what_was_recorded_is_known(case: Collaboration, day: date) -> None:
    """Every fact that counts is on file; what is known is the fold of the journal, however it grew."""
    dossier = case.dossier
    again = Dossier(dossier.journal)
    demand(again.known == dossier.known, "what is known is the fold of the journal")
    events = list(dossier.events())
    joined = {e.fact.party.id for e in events if isinstance(e.fact, f.PartyJoined)}
    demand(joined == set(dossier.known.members), "who joined is a member", joined)
    drafted = {e.fact.agreement for e in events if isinstance(e.fact, f.AgreementDrafted)}
    demand(drafted == set(dossier.known.agreements), "what was drafted is an agreement", drafted)
    kept = (f.Quantified, f.Consented, f.Met, f.ContributionRecorded)
    for entry in events:
        fact: Any = entry.fact
        if isinstance(fact, (*kept, f.EvaluationPlanned, f.EvaluationHeld, f.WaiverGranted)):
            key = getattr(fact, "topic", None) or getattr(fact, "subject", None)
            on_file = entry in dossier.entries(type(fact), key)
            stands = isinstance(fact, f.Met) or not _ended_with_leaving(entry, events)
            demand(on_file is stands, "what was recorded is on file", entry.number, type(fact).__name__)
        elif isinstance(fact, f.Stated):
            on_file = entry in dossier.entries(f.Stated, fact.topic)
            stands = not _taken_back(entry, events, dossier) and not _ended_with_leaving(entry, events)
            demand(on_file is stands, "a statement stands until it is taken back", entry.number)


def _taken_back(entry: Entry, events: list[Entry], dossier: Dossier) -> bool:
    """Tell whether a statement does not hold, by itself or by a later one on the same topic and subject."""
    fact: Any = entry.fact
    later = [e.fact for e in events if e.place > entry.place and isinstance(e.fact, f.Stated)]
    return not fact.holds or any(
        not x.holds
        and (x.topic, x.track) == (fact.topic, fact.track)
        and dossier.known.same(x.about, fact.about)
        for x in later
    )


def _ended_with_leaving(entry: Entry, events: list[Entry]) -> bool:
    """Tell whether a fact is of a party that left after it and came back, or of one it had succeeded."""
    about = getattr(entry.fact, "about", None)
    of = (about.id if about.kind == "party" else None) if about else getattr(entry.fact, "party", None)
    lines: dict[str, set[str]] = {}
    succeeded: set[str] = set()
    left: dict[str, tuple[date, int]] = {}
    for event in events:
        fact: Any = event.fact
        if isinstance(fact, f.PartySucceeded):
            line = {x for p in (fact.successor, *fact.predecessors) for x in lines.get(p, {p})}
            lines[fact.successor] = line
            succeeded |= line - {fact.successor}
        elif isinstance(fact, f.PartyLeft):
            left[fact.party] = event.place
        elif isinstance(fact, f.PartyJoined) and fact.party.id in left.keys() - succeeded:
            party = fact.party.id
            if of in lines.get(party, {party}) and entry.place < left[party]:
                return True
    return False


def every_day_can_be_asked_about(case: Collaboration, day: date) -> None:
    """As of any day the dossier is what had happened by then."""
    entries = case.entries_after(0)
    events = list(case.dossier.events())
    for then in {day, *(_day(entry) for entry in entries), *(e.fact.on - _DAY for e in entries)}:
        past = case.dossier.as_of(then)
        known, expected = [e.number for e in past.events()], [e.number for e in events if _day(e) <= then]
        demand(known == expected, "as of a day is what had happened by then", then)
        latest = past.known.latest
        demand(latest is None or latest[0] <= then, "nothing later is known", then, latest)


_DAY: Final = timedelta(days=1)


def what_is_kept_is_all_there_is(case: Collaboration, day: date) -> None:
    """Replaying the entries, loading the document and unpickling give the same case again."""
    processes = by_key(case)
    rows = (*case.entries_after(0)[:3], *case.entries_after(3))
    ways: dict[str, Collaboration] = {
        "replayed": Collaboration.replay(processes, rows),
        "loaded": loads(dumps(case), processes=processes),
        "unpickled": Collaboration(case.processes, pickle.loads(pickle.dumps(case.dossier))),
    }
    for how, again in ways.items():
        demand(again == case and hash(again) == hash(case), f"{how}, a case is the same again")
        for track in case.tracks:
            same = again.options(on=day, track=track) == options_of(case, day, track)
            demand(same, f"{how}, a case gives the same checks", track)
            demand(again.visits_of(track) == case.visits_of(track), f"{how}, it was in the same phases")


def reviews_hold_what_is_unsupported(case: Collaboration, day: date) -> None:
    """A review names steps that were taken and that their check, made again, does not allow."""
    taken = {(e.fact.on, e.fact.track, e.fact.trigger) for t in case.tracks for e in case.dossier.steps(t)}
    for check in case.review():
        demand(not check.allowed, "a step that is supported is not in a review", check.trigger)
        known = (check.on, check.track, check.trigger) in taken
        demand(known, "a review is about steps that were taken", check.trigger)


def all_can_be_said(case: Collaboration, day: date) -> None:
    """Every answer can be put into words, in both languages, and asking changes nothing."""
    before = case.entries_after(0)
    for track in case.tracks:
        watch = case.monitor(on=day, track=track)
        for lang in ("nl", "en"):
            demand(bool(watch.explain(lang).strip()), "what is watched can be said", track, lang)
            for check in options_of(case, day, track).values():
                demand(bool(check.explain(lang).strip()), "a check can be said", track, check.trigger)
    for due in case.due(on=day):
        demand(due.since <= day, "what is due was due before", due.trigger)
    demand(case.entries_after(0) == before, "asking changes nothing")


# --- all together ------------------------------------------------------------------------------------

QUICK: Final[tuple[Law, ...]] = (
    visits_are_contiguous,
    the_machine_walked_the_same_way,
    checks_are_complete,
    rules_read_alike,
)
"""The laws that are asked after every step of a walk."""

THOROUGH: Final[tuple[Law, ...]] = (
    unknown_triggers_are_refused,
    steps_follow_checks,
    events_are_in_order,
    what_was_recorded_is_known,
    every_day_can_be_asked_about,
    what_is_kept_is_all_there_is,
    reviews_hold_what_is_unsupported,
    waivers_serve_once,
    all_can_be_said,
    repair_opens_the_step,
    a_form_is_read_as_it_asks,
    statements_count_through_their_last_day,
    what_is_about_another_helps_nobody,
    moments_are_as_read_again,
    steps_can_be_taken_back,
    everything_reads_alike,
)
"""The laws that are asked every few steps, and at the end of a walk."""


LATEST: Final = date(9995, 12, 31)
"""The last day on which the laws can be asked: they look ahead."""


def assert_consistent(case: Collaboration, *, on: date) -> None:
    """Ask a case every law on a day; raises `AssertionError` for the first that does not hold.

    Raises `InvalidArgument` for a day at the end of the calendar.

    >>> from gezondsamen.phases import PPS
    >>> from gezondsamen.testing import DAY, canonical
    >>> assert_consistent(canonical(PPS, "management"), on=DAY)
    """
    arguments.check("case", case, Collaboration, "a collaboration")
    arguments.check_day("on", on)
    if on > LATEST:
        message = f"on is {LATEST} at the latest, not {on}: the laws look at what comes after"
        raise InvalidArgument("wrong-type", message, str(on))
    for law in (*QUICK, *THOROUGH, *ONCE):
        law(case, on)
