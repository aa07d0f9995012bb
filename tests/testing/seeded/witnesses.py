"""For each fault a case, and a day, on which the laws of a case find it: as small as a drawn one could be."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import gezondsamen as gs
from gezondsamen.process import conditions as c
from gezondsamen.testing import canonical
from tests.support.builders import DAY, joined, later, rule, said, started, tiny
from tests.testing.seeded import judged as shown
from tests.testing.seeded.broad import BROAD
from tests.testing.seeded.judged import (
    EACH_TOPIC,
    ONE_TOPIC,
    A,
    B,
    Witness,
    aim,
    held,
    judged,
    shop,
    text,
    work,
)


def merged(*, twice: bool) -> tuple[gs.Fact, ...]:
    """Return what a party said before one merger, or two, one after the other."""
    one = (A, *said("purpose", about="a"), B, gs.PartySucceeded(DAY, "b", ("a",)))
    return (*one, joined("c"), gs.PartySucceeded(DAY, "c", ("b",))) if twice else one


KNOWN: Final[dict[str, Witness]] = {
    "heirs_of_heirs": judged(EACH_TOPIC, of=merged(twice=True)),
    "back_with_all_it_had": judged(
        EACH_TOPIC, of=(A, *said("purpose", about="a"), gs.PartyLeft(DAY, "a"), joined("a"))
    ),
    "roles_stay_when_a_party_leaves": judged(
        c.RoleFilled(("champion",)), of=(A, gs.RoleAssigned(DAY, "champion", "a"), gs.PartyLeft(DAY, "a"))
    ),
    "leaves_a_day_late": judged(
        c.PartyCount(at_least=1), of=(A, gs.PartyLeft(later(1), "a"), *said("purpose", on=later(9))), after=1
    ),
    "split_frees_everybody": judged(
        EACH_TOPIC,
        of=(A, *said("purpose", about="a"), B, joined("c"), gs.PartyDivided(DAY, "a", ("b", "c"))),
    ),
    "taken_back_replacement_revives": judged(of=said("purpose")),
    "adopted_today": lambda: (
        gs.Collaboration.start(BROAD, id="case", on=DAY, phase="work", since=later(-99), reason="…"),
        DAY,
    ),
    "off_record_for_all": judged(
        EACH_TOPIC,
        of=(
            A,
            B,
            *said("purpose", about="a"),
            *said("purpose", about="b"),
            *said("purpose", about="a", holds=False),
        ),
    ),
    "staying_is_a_visit": lambda: (work(aim(later(1))).advance("note", on=later(2)), later(2)),
    "clauses_replaced": judged(
        c.Agreed(("money", "time")),
        of=(A, B, text("x", clauses=("money",)), gs.AgreementRevised(DAY, "x", clauses=("time",))),
    ),
}


def waived(**narrowed: Any) -> gs.WaiverGranted:
    return gs.WaiverGranted(DAY, "OWN-01", "…", "u-1", **narrowed)


HARD: Final = rule(ONE_TOPIC)

WAIVERS: Final[dict[str, Witness]] = {
    "of_every_trigger": lambda: (started(tiny(HARD, finish=(HARD,)), waived(trigger="finish")), DAY),
    "on_every_track": lambda: (
        started(tiny(HARD)).open(gs.NETWORK, on=DAY).record(waived(track="network")),
        DAY,
    ),
    "about_anybody": lambda: (started(tiny(HARD), A, waived(about="a")), DAY),
    "until_the_first_step": lambda: (
        started(tiny(again=(HARD,)), waived(until=later(50))).advance("go", on=DAY).advance("again", on=DAY),
        later(1),
    ),
    "of_what_is_watched": lambda: (
        started(tiny(HARD, watches=(HARD,)), waived()).advance("go", on=DAY),
        DAY,
    ),
    "hide_what_is_missing": lambda: (started(tiny(HARD), waived()), DAY),
    "of_what_nobody_can_waive": lambda: (started(gs.PPS), DAY),
    "stay_used_after_undo": lambda: (started(tiny(HARD), waived()), DAY),
}

QUESTIONS: Final[dict[str, Witness]] = {
    "due_a_day_early": lambda: (
        work(gs.AgreementDrafted(DAY, "x", "contract", end=later(9))),
        DAY,
    ),
    "main_track_is_watched": lambda: (started(gs.PPS).open(gs.NETWORK, on=DAY), DAY),
    "plan_by_way_of_stopping": lambda: (canonical(gs.PPS, "management"), DAY),
    "refused_options_left_out": lambda: (started(tiny(HARD)), DAY),
    "waits_a_day_too_short": judged(
        c.ActionCount(at_most=0), of=(A, gs.ActionAgreed(DAY, "x", "…", "a", "youth", later(5)))
    ),
    "evidence_left_out": judged(ONE_TOPIC, of=said("purpose")),
    "supported_for_ever": lambda: (
        started(tiny(HARD), *said("purpose"))
        .advance("go", on=DAY)
        .correct(2, said("purpose", on=later(3))[0], reason="…"),
        later(5),
    ),
}

SCHEDULE: Final[dict[str, Witness]] = {
    "months_that_drift": lambda: (
        gs.Collaboration.start(BROAD, id="case", on=date(2024, 1, 31)).advance("go", on=date(2024, 1, 31)),
        date(2024, 2, 1),
    ),
    "middle_of_the_term_rounded_down": lambda: (
        work(gs.AgreementDrafted(DAY, "x", "contract", start=DAY, end=later(301))),
        DAY,
    ),
    "moved_out_of_its_window": lambda: (work(), DAY),
    "numbers_within_a_period_from_nought": lambda: (work(), DAY),
    "first_time_only": lambda: (
        work().advance("note", on=later(1)).advance("note", on=later(9)),
        later(9),
    ),
    "coming_back_starts_anew": lambda: (
        work().advance("back", on=later(9)).advance("go", on=later(12)),
        later(12),
    ),
    "merger_is_a_departure": lambda: (
        work(shop("a"), shop("b"), gs.PartySucceeded(later(1), "b", ("a",))),
        later(1),
    ),
    "late_on_the_last_day": lambda: (work(), date(2024, 2, 8)),
    "answered_from_another_track": lambda: (
        work().open(BROAD, track="second", on=DAY).record(held(later(31), track="second")),
        later(60),
    ),
    "one_answer_for_two": lambda: (work(held(later(35))), later(60)),
    "named_moment_ignored": lambda: (
        work(held(later(35), point="case/main/monthly/2/2")),
        later(60),
    ),
    "adoption_asks_for_the_past": lambda: (
        gs.Collaboration.start(BROAD, id="case", on=DAY, phase="work", since=later(-99), reason="…"),
        DAY,
    ),
    "horizon_excluded": lambda: (work(), date(2024, 2, 8)),
    "always_certain": lambda: (work(), DAY),
    "moved_is_dropped_and_added": lambda: (work(), DAY),
    "original_day_lost": lambda: (work(), DAY),
}

KEPT: Final[dict[str, Witness]] = {
    "documents.renames_forget_waivers": lambda: (canonical(gs.PPS), DAY),
    "documents.renames_forget_points": lambda: (work(), later(40)),
    "documents.steps_lead_anywhere": lambda: (canonical(gs.PPS, "negotiation"), DAY),
    "documents.off_record_is_on_record": judged(of=said("purpose", holds=False)),
    "record.reasons_keep_the_name": lambda: (canonical(gs.PPS), DAY),
    "record.capitals_keep_the_name": lambda: (canonical(gs.PPS), DAY),
    "record.author_keeps_the_id": lambda: (canonical(gs.PPS), DAY),
    "record.step_from_under_another": lambda: (canonical(gs.PPS, "partner_selection"), DAY),
    "record.who_corrected_is_lost": judged(of=said("purpose")),
    "record.tomorrow_is_recorded_today": judged(of=said("purpose")),
    "shown.unticked_is_seen": lambda: (started(tiny(rule(c.InContact())), A), DAY),
    "shown.changed_id_not_followed": lambda: (started(tiny(rule(EACH_TOPIC))), DAY),
    "shown.nobody_is_named": judged(EACH_TOPIC, of=(A,)),
    "shown.dutch_for_everybody": judged(EACH_TOPIC, of=(A,)),
    "process.entails_the_wrong_way": lambda: (
        started(
            tiny(advises=(rule(c.PartyCount(at_least=1)), rule(c.PartyCount(at_least=2), code="OWN-02"))), A
        ),
        DAY,
    ),
}

WITNESSES: Final[dict[str, Witness]] = {
    f"{room}.{name}": witness
    for room, cases in (
        ("judge", {**shown.COUNTING, **shown.WHEN, **shown.WHOSE}),
        ("known", KNOWN),
        ("waivers", WAIVERS),
        ("questions", QUESTIONS),
        ("schedule", SCHEDULE),
    )
    for name, witness in cases.items()
} | KEPT
"""The case, and the day on which it is asked, by the fault that shows in it."""
