"""Rule coverage sees every check that is asked, and nothing that is not."""

from __future__ import annotations

import json
from collections import Counter
from typing import get_args

import attrs
import pytest

import gezondsamen as gs
from gezondsamen.process import conditions as c
from gezondsamen.testing.building.canonical import canonical
from gezondsamen.testing.coverage import RuleCoverage, terminal_lines
from gezondsamen.testing.coverage_report import HOWS, Report, Seen
from gezondsamen.testing.path import Cover, paths
from tests.support.builders import DAY, PROCESSES, label, rule, said, started, tiny

FIRST = rule(c.OnRecord(("purpose",)), code="OWN-01")
OTHER = rule(c.OnRecord(("rationale",)), code="OWN-02")
SOFT = rule(c.OnRecord(("added_value",)), code="OWN-03")
NOTE = rule(code="OWN-04")
WATCHED = rule(c.OnRecord(("purpose",), max_age=gs.Every(months=1)), code="OWN-05")
OWN = tiny(FIRST, OTHER, NOTE, advises=(SOFT,), watches=(WATCHED,))
GO = "begin.go requires"


def counts(coverage: RuleCoverage, where: str, code: str) -> dict[str, int]:
    """Return how often a rule was seen, ways never seen left out."""
    row = attrs.asdict(coverage.report(OWN).row(where, code))
    return {how: row[how] for how in HOWS if row[how]}


def test_nothing_asked_is_nothing_seen() -> None:
    """A run without checks saw no rule, and lists each rule of each slot once, notes left out."""
    with RuleCoverage() as coverage:
        started(OWN)
    places = [(row.where, row.code) for row in coverage.report(OWN).rows]
    assert places == [
        (GO, "OWN-01"),
        (GO, "OWN-02"),
        ("begin.go advises", "OWN-03"),
        ("work watches", "OWN-05"),
    ]
    assert len(coverage.unseen(OWN)) == 4
    assert coverage.processes == ()


@pytest.mark.parametrize(
    ("facts", "first", "other"),
    [
        ((), {"unmet": 1, "together": 1}, {"unmet": 1, "together": 1}),
        (said("purpose"), {"met": 1}, {"unmet": 1, "alone": 1}),
        (said("purpose", "rationale"), {"met": 1}, {"met": 1}),
        (
            (gs.WaiverGranted(DAY, "OWN-01", "…", "u-1"),),
            {"waived": 1},
            {"unmet": 1, "alone": 1},
        ),
    ],
    ids=["together", "alone", "met", "waived"],
)
def test_a_check_counts_each_rule_once(
    facts: tuple[gs.Fact, ...], first: dict[str, int], other: dict[str, int]
) -> None:
    """A rule is met, waived, or unmet: alone in its slot or together; an advice does not mix with it."""
    case = started(OWN, *facts)
    with RuleCoverage() as coverage:
        case.check("go", on=DAY)
    assert counts(coverage, GO, "OWN-01") == first
    assert counts(coverage, GO, "OWN-02") == other
    assert counts(coverage, "begin.go advises", "OWN-03") == {"unmet": 1, "alone": 1}


def test_steps_and_refusals_are_seen_and_reviews_are_not() -> None:
    """A step that is taken is seen as met, a refusal as unmet; who looks back at it asks nothing anew."""
    case = started(OWN, *said("purpose", "rationale"))
    with RuleCoverage() as coverage:
        after = case.advance("go", on=DAY)
    assert counts(coverage, GO, "OWN-01") == {"met": 1}
    with coverage, pytest.raises(gs.TransitionRefused):
        started(OWN).advance("go", on=DAY)
    assert counts(coverage, GO, "OWN-01") == {"met": 1, "unmet": 1, "together": 1}
    unsupported = after.correct(3, None, reason="…")
    with coverage:
        assert after.review() == ()
        assert len(unsupported.review()) == 1
    assert counts(coverage, GO, "OWN-01") == {"met": 1, "unmet": 1, "together": 1}
    assert counts(coverage, GO, "OWN-02") == {"met": 1, "unmet": 1, "together": 1}


def test_what_is_watched_is_seen() -> None:
    """Monitoring counts the watched rules of the phase, met or not."""
    after = started(OWN, *said("purpose", "rationale")).advance("go", on=DAY)
    with RuleCoverage() as coverage:
        after.monitor(on=DAY)
        after.monitor(on=DAY.replace(month=6))
    assert counts(coverage, "work watches", "OWN-05") == {"met": 1, "unmet": 1, "alone": 1}


def test_a_plan_is_not_asked_for() -> None:
    """What a plan tries out, and what happens outside the `with`, is not counted."""
    case = started(OWN)
    with RuleCoverage() as coverage:
        case.plan("done", on=DAY)
    case.check("go", on=DAY)
    assert coverage.processes == ()


@pytest.mark.parametrize("broken", [False, True], ids=["left", "broken off"])
def test_who_leaves_listens_no_more(broken: bool) -> None:
    """Whether left or broken off, nothing listens any more; one inside another leaves the outer one on."""
    with RuleCoverage() as outer:
        try:
            with RuleCoverage() as inner:
                started(OWN).check("go", on=DAY)
                if broken:
                    raise LookupError
        except LookupError:
            pass
        started(OWN).check("go", on=DAY)
    started(OWN).check("go", on=DAY)
    assert counts(inner, GO, "OWN-01")["unmet"] == 1
    assert counts(outer, GO, "OWN-01")["unmet"] == 2


def test_listening_changes_no_answer() -> None:
    """Every answer is the same with and without somebody listening."""
    case = canonical(gs.PPS, "management")

    def answers() -> object:
        return case.options(on=DAY), case.monitor(on=DAY), case.review(), case.plan("evaluation", on=DAY)

    plain = answers()
    with RuleCoverage():
        assert answers() == plain


def test_what_is_unseen_is_what_was_asked_for() -> None:
    """`unseen` gives the rules not seen both met and unmet, or not in the ways that are named."""
    with RuleCoverage() as coverage:
        started(OWN).check("go", on=DAY)
        started(OWN, *said("purpose")).check("go", on=DAY)
    assert [row.code for row in coverage.unseen(OWN)] == ["OWN-02", "OWN-03", "OWN-05"]
    assert [row.code for row in coverage.unseen(OWN, "unmet")] == ["OWN-05"]
    assert [row.code for row in coverage.unseen(OWN, "alone")] == ["OWN-01", "OWN-05"]
    assert coverage.report(OWN).share("unmet") == 0.75


def test_two_processes_are_told_apart() -> None:
    """Rules of another process under the same key are counted apart; equal values are one."""
    other = tiny(FIRST)
    with RuleCoverage() as coverage:
        started(OWN).check("go", on=DAY)
        started(other).check("go", on=DAY)
        started(tiny(FIRST)).check("go", on=DAY)
    assert len(coverage.processes) == 2
    assert coverage.report(other).row(GO, "OWN-01").unmet == 2
    with pytest.raises(KeyError):
        coverage.report(other).row(GO, "OWN-02")


def test_the_table_has_a_line_for_each_rule() -> None:
    """The report prints as a table, with the slot, the rule and the numbers in columns of one width."""
    with RuleCoverage() as coverage:
        started(OWN).check("go", on=DAY)
    head, *lines = str(coverage.report(OWN)).splitlines()
    assert head.split() == ["tiny", "rule", *HOWS]
    assert {len(line) for line in (head, *lines)} == {len(head)}
    assert lines[0].split() == ["begin.go", "requires", "OWN-01", "0", "1", "0", "0", "1"]


def test_the_end_of_a_run_names_what_is_missing() -> None:
    """The last lines of a run give the shares, and each rule not seen both ways; processes can be named."""
    with RuleCoverage() as coverage:
        started(OWN).check("go", on=DAY)
    first, *rest = terminal_lines(coverage)
    assert first == ("tiny: 4 rules in their slots; met 0%, unmet 75%, waived 0%, alone 25%, together 50%")
    assert rest[:2] == ["  transitions: 0 of 3 taken", "  pairs: 0 of 4 taken"]
    assert rest[2] == "  begin.go requires OWN-01: never met"
    assert rest[-1] == "  work watches OWN-05: never met or unmet"
    assert terminal_lines(coverage, ()) == []
    assert terminal_lines(coverage, (gs.CERTIFICATE,))[0].startswith("certificate: ")


@pytest.mark.parametrize("process", PROCESSES, ids=lambda p: p.key)
def test_no_rules_no_gaps(process: gs.Process) -> None:
    """Every rule that is judged has its row in the report, in every slot, in their order."""
    with RuleCoverage() as coverage:
        canonical(process).options(on=DAY)
    rows = coverage.report(process).rows
    expected = [
        (where, judged.code) for where, rules in process.slots() for judged in rules if not judged.is_note
    ]
    assert [(row.where, row.code) for row in rows] == expected
    seen = {row.where for row in rows if row != Seen(row.where, row.code)}
    assert {where.split(".")[0] for where in seen} <= {process.initial}


def test_without_rules_all_is_seen() -> None:
    """A process without rules has an empty report, of which every share is whole."""
    bare = tiny(label=label("kaal"))
    coverage = RuleCoverage()
    assert coverage.report(bare).rows == ()
    assert coverage.report(bare).share("met") == 1


# --- steps and moments --------------------------------------------------------------------------------


def taken(report: Report) -> dict[str, int]:
    """Return the steps and pairs that were taken, with how often."""
    return {found.what: found.count for found in (*report.transitions, *report.pairs) if found.count}


def test_steps_and_pairs_are_counted_where_they_are_taken() -> None:
    """A step counts once it is taken, and with the step before it, taken before one looked or not."""
    ready = started(OWN, *said("purpose", "rationale"))
    with RuleCoverage() as coverage:
        after = ready.advance("go", on=DAY)
        after.check("again", on=DAY)
    assert taken(coverage.report(OWN)) == {"begin.go": 1}
    with coverage:
        after.advance("again", on=DAY).advance("finish", on=DAY)
    assert taken(coverage.report(OWN)) == {
        "begin.go": 1,
        "work.again": 1,
        "work.finish": 1,
        "begin.go.again": 1,
        "work.again.finish": 1,
    }
    assert coverage.report(OWN).covered("transitions") == 1
    assert coverage.report(OWN).covered("pairs") == 0.5


def test_paths_cover_what_they_are_counted_by() -> None:
    """Who takes the paths of a process has taken all that the report asks: steps, pairs, rules both ways."""
    with RuleCoverage() as coverage:
        for cover in get_args(Cover):
            for step in (step for path in paths(gs.CERTIFICATE, cover) for step in path.steps):
                if step.allowed:
                    step.before.advance(step.trigger, on=step.on)
                else:
                    step.before.check(step.trigger, on=step.on)
    report = coverage.report(gs.CERTIFICATE)
    assert (report.covered("transitions"), report.covered("pairs"), report.covered("rules")) == (1, 1, 1)


def test_moments_are_counted_by_their_status() -> None:
    """Each moment of a schedule counts, under its point and status."""
    case = canonical(gs.PPS, "management")
    with RuleCoverage() as coverage:
        schedule = gs.evaluation_schedule(case, on=DAY.replace(year=2025), until=DAY.replace(year=2026))
    expected = Counter(f"{moment.point.key} {moment.status}" for moment in schedule)
    assert {found.what: found.count for found in coverage.report(gs.PPS).moments} == expected
    assert "  moments: " in "\n".join(terminal_lines(coverage))


def test_what_was_seen_elsewhere_is_added() -> None:
    """Two halves of a run, put together, are the whole: counts are added, processes told apart by value."""
    case = started(OWN, *said("purpose", "rationale"))

    def first() -> None:
        case.check("go", on=DAY)

    def second() -> None:
        started(OWN).check("go", on=DAY)
        case.advance("go", on=DAY)
        gs.evaluation_schedule(canonical(gs.PPS, "management"), on=DAY, until=DAY.replace(year=2026))

    with RuleCoverage() as whole:
        first()
        second()
    with RuleCoverage() as one:
        first()
    with RuleCoverage() as other:
        second()
    one.add(other.packed())
    assert [one.report(process) for process in one.processes] == [
        whole.report(process) for process in whole.processes
    ]


def test_a_report_is_plain_json() -> None:
    """As JSON, a report has all that it has as a value."""
    with RuleCoverage() as coverage:
        started(OWN, *said("purpose", "rationale")).advance("go", on=DAY)
    plain = json.loads(json.dumps(coverage.report(OWN).plain()))
    assert plain["covered"] == {"rules": 0.0, "transitions": 0.3333, "pairs": 0.0}
    assert plain["transitions"] == {"begin.go": 1, "work.again": 0, "work.finish": 0}
    assert plain["rules"][0]["met"] == 1
