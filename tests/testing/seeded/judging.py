"""Faults in how conditions are judged: what is counted, of whom something is asked, what this round is."""

from __future__ import annotations

from typing import Any, Final

from gezondsamen import periods
from gezondsamen.decision import judge
from gezondsamen.decision.judge import agreements, meetings, parties, statements, subjects
from gezondsamen.decision.situation import Situation
from tests.testing.seeded.seeding import Seed, altered, both

_S: Any = Situation  # so that what stands behind a property can be reached
_ALL_IN_ORDER = "findings.extend(_at(index, found))"

COUNTING: Final[dict[str, Seed]] = {
    "statements_counted_one_by_one": altered(
        statements.record_count, ("subjects[party.id] =", "subjects[party.id, entry.number] =")
    ),
    "upper_bound_excluded": altered(subjects.within, ("found > at_most", "found >= at_most")),
    "sectors_of_each_party": altered(
        parties.party_count,
        (
            "len({key for party in parties for key in party.sectors})",
            "sum(len(party.sectors) for party in parties)",
        ),
    ),
    "side_by_kind_alone": altered(_S.side, ("party.counts_as or ", "")),
    "nobody_is_fine": altered(subjects.each_of, ("if parties or which.or_none:", "if True:")),
    "somebody_always": altered(subjects.each_of, ("parties or which.or_none", "parties")),
    "every_selection_by_one_field": altered(
        _S.select,
        (
            "for p in found if p.kind in which.kinds",
            "for p in among if p.kind in which.kinds or (which.sides and p in found)",
        ),
        (
            "for p in found if self._fits(which, p)",
            "for p in among if self._fits(which, p) or ((which.sides or which.kinds) and p in found)",
        ),
    ),
    "one_amount_within_bounds": altered(
        statements.measured,
        (
            "return tuple(findings), tuple(",
            "fits = len({y.about for y in findings}) < len(amounts)\n"
            "    return () if fits else tuple(findings), tuple(",
        ),
    ),
    "overdue_actions_are_open": altered(meetings.action_count, (" and e.fact.due >= s.day", "")),
    "first_branch_only": altered(
        judge._any_of,
        ("(tuple(findings), tuple(evidence))", "(tuple(y for y in findings if y.at[0] == 0), ())"),
    ),
    "first_failure_only": altered(judge.judge_all, (_ALL_IN_ORDER, f"{_ALL_IN_ORDER}\n            break")),
}

WHEN: Final[dict[str, Seed]] = {
    "age_without_its_last_day": altered(
        statements._counts, ("after(fact.on)) >= s.day", "after(fact.on)) > s.day")
    ),
    "undated_is_dated": altered(statements._counts, ("not x.dated or fact.until is not None", "True")),
    "every_round_is_this_one": altered(
        statements._counts, ("not x.since_entry or s.in_round(entry)", "True")
    ),
    "round_from_the_day_after": altered(_S.is_in_round, ("place[0] < self", "place[0] <= self")),
    "evaluation_that_serves_two_renewals": altered(_S.is_in_round, ("last is None or place > last", "True")),
    "any_step_begins_a_round": altered(
        _S.last_taken.fget,
        (
            "return taken.get((trigger, self.about))",
            "return max((p for p in taken.values() if p > self.track.entered), default=None)",
        ),
    ),
    "no_looking_back": altered(
        _S.since.fget, ("self.step is not None and self.step.since is not None", "False")
    ),
    "met_on_the_same_day": altered(
        meetings.met_before, ("first.fact.on >= then.fact.on", "first.fact.on > then.fact.on")
    ),
    "school_year_begins_a_day_late": altered(
        periods.school_year,
        ("day.month >= 8", "(day.month, day.day) > (8, 1)"),
        ("date(first, 8, 1)", "date(first, 8, 2)"),
        ("date(first + 1, 7, 31)", "date(first + 1, 8, 1)"),
    ),
    "rhythm_asked_at_once": altered(meetings.grace, ("s.step is not None or", "True or")),
    "rhythm_a_day_longer": altered(
        meetings._counted, ("e.fact.on) >= s.day,", "e.fact.on) >= s.day - timedelta(days=1),")
    ),
    "answer_asked_at_once": altered(statements.paired, ("x.within is not None and", "False and")),
    "answer_before_the_question": altered(statements._in_order, ("return answered >= asked", "return True")),
    "over_on_its_last_day": altered(agreements.term_runs, ("a.end < s.day", "a.end <= s.day")),
    "any_decision_counts": altered(
        meetings.evaluated,
        (
            "latest = decided[-1] if decided else None",
            "fit = [e for e in decided if e.fact.decision in x.decisions]\n"
            "    latest = (fit or decided or [None])[-1]",
        ),
    ),
    "once_is_again_and_again": altered(
        meetings.evaluation_arranged, ("not x.recurring or e.fact.every is not None", "True")
    ),
}

WHOSE: Final[dict[str, Seed]] = {
    "every_track_is_this_one": both(
        altered(statements._counts, ("fact.track is None or fact.track == s.track.name", "True")),
        altered(_S.statements, ("e.fact.track is None or e.fact.track == name", "True")),
    ),
    "all_are_asked_on_the_track_of_an_agreement": altered(
        _S.concerned.func, ("if agreement is not None:", "if False:")
    ),
    "all_are_asked_when_one_comes_in": altered(
        _S.concerned.func, ('if self.step is not None and self.step.concerns == "party":', "if False:")
    ),
    "taken_in_again": altered(
        _S._is_new, ("if joined < place and (about is None or self.is_about(about, party)):", "if False:")
    ),
    "first_stance_counts": altered(parties.consent_of_all, ("own[-1] if own", "own[0] if own")),
    "asked_is_agreed": altered(
        parties.contributed, ('x.status == "asked" or e.fact.status != "asked"', "True")
    ),
    "any_contribution_will_do": altered(parties.contributed, ("e.fact.kind not in x.other_than and", "")),
    "one_signature_is_enough": altered(agreements._signed, ("if not own:", "if not own and not signed:")),
    "second_agreement_speaks_too": altered(
        _S.agreements,
        (
            "return [agreement for agreement in every.values() if agreement.principal]",
            "return list(every.values())[-1:]",
        ),
    ),
    "principal_agreement_everywhere": altered(_S.agreements, ("if self.track.name in every:", "if False:")),
    "present_some_time": altered(
        meetings._counted,
        (
            "        contacts = [\n            e\n            for e in contacts\n            if any(",
            "        there = [\n            e\n            for e in contacts\n            if any(",
        ),
        (
            "fact.parties))\n        ]",
            "fact.parties))\n        ]\n        contacts = contacts if there else []",
        ),
    ),
    "pairs_apart": altered(
        meetings._each_pair,
        ("found = len(of_a & of_b) if of_a and of_b else 0", "found = min(len(of_a), len(of_b))"),
    ),
    "one_of_the_roles_named": altered(
        parties._named_roles, ("if role not in holders)", "if not {*named} & {*holders})")
    ),
    "outsider_from_within": altered(parties._of_right_party, ("e.fact.party not in inside", "True")),
}

FAULTS: Final[dict[str, Seed]] = {
    f"judge.{name}": seed for part in (COUNTING, WHEN, WHOSE) for name, seed in part.items()
}
