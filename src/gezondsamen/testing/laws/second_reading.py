"""The laws that tie the library to the second reading (`gezondsamen.testing.reference`): both answer alike.

What is on record is compared, and how every rule comes out: its status, its findings, and the entries that
speak for it. Where the two differ, the message says which entry decides: the one without which they agree,
or else those of which only one of them speaks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from typing import Final

from gezondsamen.collaboration import Collaboration
from gezondsamen.decision.check import Check, Outcome
from gezondsamen.dossier import facts as f
from gezondsamen.dossier.parties import About
from gezondsamen.errors import GezondsamenError
from gezondsamen.findings import Finding
from gezondsamen.testing.laws.demand import options_of, process_of
from gezondsamen.testing.reference import checks
from gezondsamen.testing.reference import record as r
from gezondsamen.testing.reference.conditions.question import Answer
from gezondsamen.testing.reference.roles import roles_held

Difference = tuple[str, str]
"""Where the two readings differ (a track, a step, a rule), and what each of them says."""

Reading = Callable[[Collaboration, date], Iterator[Difference]]
"""What is compared on a day: it yields where the library and the second reading differ."""


def rules_read_alike(case: Collaboration, day: date) -> None:
    """Every rule of a step, and every watched one, comes out as the second reading has it."""
    _agree(rule_differences, case, day)


def everything_reads_alike(case: Collaboration, day: date) -> None:
    """What is on record, and how rules come out about a party and once periods are over, reads alike."""
    for reading in READINGS:
        _agree(reading, case, day)
    for days in _WHEN_PERIODS_END:
        _agree(rule_differences, case, day + timedelta(days))


_WHEN_PERIODS_END: Final = (1, 31, 92, 366)
"""So many days later other rules may come out otherwise: what was said runs out, what is regular is due."""


# --- what is compared ------------------------------------------------------------------------------


def record_differences(case: Collaboration, day: date) -> Iterator[Difference]:
    """Yield where what is on record on a day is read otherwise from the bare entries."""
    known, dossier = r.counting(case.entries_after(0), day), case.dossier.as_of(day)
    if _is_out_of_reach(known):
        return
    yield from _compared("entries that count", dossier.events(), known)
    yield from _compared("parties", dossier.parties, r.members(known))
    roles = ((role.entry, role.party) for role in case.roles(on=day))
    yield from _compared("roles", roles, ((held.entry, held.party) for held in roles_held(known)))
    yield from _compared("tracks", (track.name for track in dossier.tracks), r.tracks(known))
    for track in r.tracks(known):
        visits = ((v.phase, v.entered, v.left, v.trigger) for v in dossier.visits(track))
        stays = ((v.phase, v.entered[0], v.left and v.left[0], v.trigger) for v in r.visits(known, track))
        yield from _compared(f"visits of track {track!r}", visits, stays)
    texts = (
        (a.id, a.parties, a.obliged, a.clauses, a.start, a.end, a.principal, a.entries)
        for a in dossier.agreements
    )
    read = (
        (a.id, tuple(a.parties), tuple(a.obliged), a.clauses, a.start, a.end, a.principal, a.made)
        for a in r.agreements(known)
    )
    yield from _compared("agreements", texts, read)


def _compared(what: str, library: Iterable[object], reading: Iterable[object]) -> Iterator[Difference]:
    """Yield the first place in which two sequences differ."""
    theirs, ours = list(library), list(reading)
    if theirs != ours:
        here = next((n for n, (a, b) in enumerate(zip(theirs, ours, strict=False)) if a != b), -1)
        place = min(len(theirs), len(ours)) if here < 0 else here
        said = f"the library says {theirs[place : place + 1]}, the second reading {ours[place : place + 1]}"
        yield what, f"{said}, of {len(theirs)} and {len(ours)}"


def rule_differences(case: Collaboration, day: date) -> Iterator[Difference]:
    """Yield where a rule of a step on a day, or of a phase that is watched, comes out otherwise."""
    entries = case.entries_after(0)
    known = r.counting(entries, day)
    if _is_out_of_reach(known):
        return
    for track in r.tracks(known):
        process, where = process_of(case, track), f"track {track!r}, watched on {day}"
        watched = case.monitor(on=day, track=track).outcomes
        yield from row_differences(where, watched, checks.watched(entries, process, track, day))
        for check in options_of(case, day, track).values():
            yield from step_differences(case, check)


def party_differences(case: Collaboration, day: date) -> Iterator[Difference]:
    """Yield where a rule comes out otherwise in a step about the first party, or about the last that came."""
    known = r.counting(case.entries_after(0), day)
    members = r.members(known)
    if _is_out_of_reach(known):
        return
    for ident in dict.fromkeys(party.id for party in (*members[:1], *members[-1:])):
        for track in r.tracks(known):
            for check in case.options(on=day, track=track, about=About("party", ident)).values():
                yield from step_differences(case, check)


READINGS: Final[tuple[Reading, ...]] = (record_differences, party_differences)
"""All that is compared beside the rules of a day; a further comparison is added here."""


def step_differences(case: Collaboration, check: Check, code: str | None = None) -> Iterator[Difference]:
    """Yield where a check comes out otherwise: whether the step is possible, and how each rule comes out.

    With `code`, only how that rule does.
    """
    process, entries = process_of(case, check.track), case.entries_after(0)
    about = f" about {check.about.id!r}" if check.about else ""
    where = f"track {check.track!r}, step {check.trigger!r}{about} on {check.on}"
    step = checks.step(entries, process, check.track, check.trigger, check.on, check.about, only=code)
    rows = tuple(row for row in check.outcomes if code in (None, row.requirement.code))
    yield from row_differences(where, rows, step.rows)
    if code is None and (check.possible, check.allowed) != (step.possible, step.allowed):
        said = f"possible and allowed are {check.possible} and {check.allowed}"
        yield where, f"{said} in the library, {step.possible} and {step.allowed} in the second reading"


def row_differences(
    where: str, outcomes: tuple[Outcome, ...], rows: tuple[checks.Row, ...]
) -> Iterator[Difference]:
    """Yield the rules that come out otherwise: in their status, their findings, or their evidence."""
    codes, read = [one.requirement.code for one in outcomes], [row.code for row in rows]
    if codes != read:
        yield where, f"the rules are {codes} in the library, {read} in the second reading"
        return
    for outcome, row in zip(outcomes, rows, strict=True):
        here = f"{where}, {row.code}"
        if outcome.status != row.status:
            yield (
                here,
                f"{outcome.status} in the library, {row.status} in the second reading{_why(outcome, row)}",
            )
        elif _plain(outcome.findings) != _plain(row.findings):
            yield here, f"{row.status} in both, but{_why(outcome, row)}"
        elif not _speak_alike(outcome, row):
            alone = sorted(set(outcome.evidence) ^ row.evidence)
            yield here, f"{row.status} in both, but entries {alone} speak for it in one of them only"


def _speak_alike(outcome: Outcome, row: checks.Row) -> bool:
    if row.status == "waived":  # any waiver that covers it will do
        return bool(outcome.evidence) and row.evidence.issuperset(outcome.evidence)
    return row.evidence == set(outcome.evidence)


def differently(findings: Iterable[Finding], evidence: Iterable[int], answer: Answer) -> str | None:
    """Return in what conditions come out otherwise: what is missing, or which entries speak for them."""
    theirs, ours = _plain(findings), _plain(answer.findings)
    if theirs != ours:
        return f"the two differ{_told_apart(theirs, ours)}"
    alone = sorted({*evidence} ^ answer.evidence)
    return f"entries {alone} speak for it in one of them only" if alone else None


def _plain(findings: Iterable[Finding]) -> frozenset[tuple[object, ...]]:
    return frozenset((x.needed, x.found, x.about, x.at) for x in findings)


def _why(outcome: Outcome, row: checks.Row) -> str:
    return _told_apart(_plain(outcome.findings), _plain(row.findings))


def _told_apart(theirs: frozenset[tuple[object, ...]], ours: frozenset[tuple[object, ...]]) -> str:
    said = [(theirs - ours, "the library alone finds"), (ours - theirs, "the second reading alone finds")]
    told = [f"{who} {', '.join(map(_told, sorted(found, key=repr)))}" for found, who in said if found]
    return "".join(f"; {line}" for line in told)


def _told(finding: tuple[object, ...]) -> str:
    needed, found, about, at = finding
    whom = f" about {about.kind} {about.id!r}" if isinstance(about, About) else ""
    return f"(needed {needed!r}, found {found!r}{whom}, at {at})"


def _is_out_of_reach(known: r.Known) -> bool:
    """Who joins under the id of a party that was merged or divided is two parties in one id."""
    return r.joined_under_a_used_id(known)


# --- which entry decides ---------------------------------------------------------------------------


def _agree(reading: Reading, case: Collaboration, day: date) -> None:
    for where, said in reading(case, day):
        decisive = _decisive(reading, case, day, where)
        raise AssertionError(f"the second reading answers alike | {where} | {said}{decisive}")


def _decisive(reading: Reading, case: Collaboration, day: date, where: str) -> str:
    """Return the last entry, steps aside, without which both say the same there, in words."""
    for entry in reversed(case.entries_after(0)):
        if not isinstance(entry.fact, f.StepTaken):
            try:
                without = case.correct(entry.number, None, reason="…")
            except GezondsamenError:
                continue
            if where not in dict(reading(without, day)):
                return f" | without entry {entry.number} they agree: {entry.fact}"
    return ""
