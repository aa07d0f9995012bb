"""The fold and what is refused before it: every fact that cannot be recorded, and why."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest

import gezondsamen as gs
from gezondsamen import admission, correction, openings, questions, redaction, replay
from gezondsamen.dossier import dossier, facts, fold, history, ledger, membership
from gezondsamen.dossier.dossier import Dossier
from gezondsamen.dossier.facts import Retracted, StepTaken, TrackOpened
from gezondsamen.errors import shown
from tests.support.builders import DAY, adopted, joined, later, party, said, started

GOOD = gs.Stated(DAY, "purpose", "…")

NEXT = later(1)
NOON = datetime(2024, 1, 8, 9, tzinfo=UTC)


def drafted(**changes: Any) -> gs.AgreementDrafted:
    given: dict[str, Any] = {
        "on": DAY,
        "agreement": "convenant",
        "kind": "covenant",
        "parties": ("gemeente", "winkel"),
        "obliged": ("winkel",),
    }
    return gs.AgreementDrafted(**(given | changes))


def on_record() -> gs.Collaboration:
    """Return a case with two parties, one more that left, one that was taken over, and a covenant."""
    return started(
        gs.PPS,
        joined("gemeente"),
        joined("winkel", "retailer"),
        joined("dorp"),
        joined("club", "sports_club"),
        gs.PartyLeft(DAY, "club"),
        gs.PartySucceeded(DAY, "gemeente", "dorp"),
        gs.RoleAssigned(DAY, "alderman", "gemeente", "p-1"),
        drafted(),
    )


REFUSED: list[tuple[str, str, gs.Fact]] = [
    # --- what the fold refuses
    ("duplicate-party", "winkel", gs.PartyJoined(DAY, party("winkel"))),
    ("unknown-party", "wnkel", gs.PartyLeft(DAY, "wnkel")),
    ("unknown-party", "wnkel", gs.Met(DAY, "plenary", ("gemeente", "wnkel"))),
    ("unknown-party", "wnkel", gs.Consented(DAY, "wnkel", "ambition")),
    ("unknown-party", "wnkel", gs.ContributionRecorded(DAY, "wnkel", "money")),
    ("unknown-party", "wnkel", gs.ActionAgreed(DAY, "a", "…", "wnkel", "sport", NEXT)),
    ("unknown-party", "wnkel", gs.RoleAssigned(DAY, "alderman", "wnkel")),
    ("unknown-party", "wnkel", gs.Stated(DAY, "party_ambition", "…", about="wnkel")),
    ("unknown-party", "wnkel", gs.Quantified(DAY, "capacity_money", 1, about="wnkel")),
    ("unknown-party", "wnkel", drafted(agreement="b", parties=("wnkel",), obliged=())),
    ("unknown-party", "wnkel", gs.AgreementRevised(DAY, "convenant", ("wnkel",), ())),
    ("unknown-party", "wnkel", gs.PartySucceeded(DAY, "wnkel", "gemeente")),
    ("unknown-party", "wnkel", gs.PartySucceeded(DAY, "gemeente", ("winkel", "wnkel"))),
    ("party-left", "club", gs.PartySucceeded(DAY, "gemeente", ("winkel", "club"))),
    ("party-left", "club", gs.Met(DAY, "plenary", ("club",))),
    ("party-left", "dorp", gs.Signed(DAY, "convenant", "dorp")),
    ("succession", "gemeente", gs.PartySucceeded(DAY, "gemeente", ("gemeente", "winkel"))),
    ("succession", "gemeente", gs.PartySucceeded(DAY, "gemeente", ())),
    ("reserved", "*", joined("*")),
    ("reserved", "club+winkel", joined("club+winkel")),
    ("unknown-party", "wnkel", gs.PartyDivided(DAY, "gemeente", ("winkel", "wnkel"))),
    ("party-left", "dorp", gs.PartyDivided(DAY, "dorp", ("gemeente", "winkel"))),
    ("division", "gemeente", gs.PartyDivided(DAY, "gemeente", "winkel")),
    ("division", "gemeente", gs.PartyDivided(DAY, "gemeente", ("winkel", "winkel"))),
    ("division", "gemeente", gs.PartyDivided(DAY, "gemeente", ("winkel", "gemeente"))),
    ("role-not-held", "alderman", gs.RoleEnded(DAY, "alderman", "winkel")),
    ("role-not-held", "alderman", gs.RoleEnded(DAY, "alderman", "gemeente", "p-2")),
    ("duplicate-agreement", "convenant", drafted()),
    ("unknown-agreement", "convnant", gs.Signed(DAY, "convnant", "winkel")),
    ("unknown-agreement", "convnant", gs.AgreementRevised(DAY, "convnant")),
    ("obliged-not-party", "winkel", drafted(agreement="b", parties=("gemeente",))),
    ("obliged-not-party", "winkel", gs.AgreementRevised(DAY, "convenant", ("gemeente",))),
    ("dates", "2023-01-01", gs.AgreementRevised(DAY, "term", end=date(2023, 1, 1))),
    ("not-a-party", "school", gs.Signed(DAY, "convenant", "school")),
    ("unknown-track", "mian", gs.Stated(DAY, "purpose", "…", track="mian")),
    # --- what is refused before
    ("not-a-fact", "'purpose'", "purpose"),  # type: ignore[list-item]
    ("not-a-fact", shown(party("x")), party("x")),  # type: ignore[list-item]
    ("not-recorded", "StepTaken", StepTaken(DAY, "main", "start", "organisation_form")),
    ("not-recorded", "TrackOpened", TrackOpened(DAY, "extra", "pps", "initiative")),
    ("not-recorded", "Retracted", Retracted(DAY, 1, "…")),
    ("wrong-type", "3", gs.Stated(DAY, "purpose", 3)),  # type: ignore[arg-type]
    ("wrong-type", "'yes'", gs.Stated(DAY, "purpose", "…", holds="yes")),  # type: ignore[arg-type]
    ("wrong-type", "True", gs.Quantified(DAY, "capacity_money", True)),
    ("wrong-type", "nan", gs.Quantified(DAY, "capacity_money", float("nan"))),
    ("wrong-type", "'P3M'", gs.EvaluationPlanned(DAY, "periodic", "P3M")),  # type: ignore[arg-type]
    ("wrong-type", "'winkel'", gs.PartyJoined(DAY, "winkel")),  # type: ignore[arg-type]
    ("wrong-type", "None", gs.PartyJoined(DAY, party("x", internal=None))),
    ("wrong-type", "(3,)", gs.Met(DAY, "plenary", (3,))),  # type: ignore[arg-type]
    (
        "wrong-type",
        "About(kind='thing', id='x')",
        gs.Stated(DAY, "purpose", "…", about=("thing", "x")),
    ),
    ("not-a-date", "'2024-01-08'", gs.Stated("2024-01-08", "purpose")),  # type: ignore[arg-type]
    (
        "not-a-date",
        "datetime.datetime(2024, 1, 8, 0, 0)",
        gs.Stated(datetime(2024, 1, 8), "purpose"),  # noqa: DTZ001
    ),
    ("nobody", "parties", gs.Met(DAY, "plenary")),
    ("before-start", "2024-01-07", gs.Stated(later(-1), "purpose")),
    ("dates", "2024-01-07", gs.Stated(DAY, "purpose", until=later(-1))),
    ("dates", "2024-01-07", drafted(agreement="b", start=DAY, end=later(-1))),
    ("dates", "2024-01-07", gs.ActionAgreed(DAY, "a", "…", "winkel", "sport", later(-1))),
    ("dates", "2024-01-07", gs.ActionAgreed(DAY, "a", "…", "winkel", "sport", NEXT, later(-1))),
    ("dates", "2024-01-07", gs.EvaluationPlanned(DAY, "periodic", due=later(-1))),
    ("dates", "2024-01-07", gs.WaiverGranted(DAY, "KEN-01", "…", "u-1", until=later(-1))),
    ("not-planned", "due", gs.EvaluationPlanned(DAY, "periodic")),
    ("spaces", "winkel ", gs.Met(DAY, "plenary", ("gemeente", "winkel "))),
    ("empty", "id", gs.PartyJoined(DAY, party(" "))),
    ("empty", "agreement", drafted(agreement="")),
    ("empty", "action", gs.ActionAgreed(DAY, "", "…", "winkel", "sport", NEXT)),
    ("empty", "reason", gs.WaiverGranted(DAY, "KEN-01", " ", "u-1")),
    ("empty", "text", gs.Stated(DAY, "purpose")),
    ("empty", "approved_by", gs.WaiverGranted(DAY, "KEN-01", "…", "")),
    ("unknown-word", "purpos", gs.Stated(DAY, "purpos")),
    ("unknown-word", "retaler", gs.PartyJoined(DAY, party("x", "retaler"))),
    ("unknown-word", "sprot", gs.Stated(DAY, "sector_ally", about=("sector", "sprot"))),
    ("unknown-word", "aldermn", gs.Stated(DAY, "role_needed", about=("role", "aldermn"))),
    ("unknown-point", "progres_talk", gs.EvaluationHeld(DAY, "progress_talk", point="progres_talk")),
    ("unknown-point", "x/y/z/1", gs.EvaluationPlanned(DAY, "periodic", due=NEXT, point="x/y/z/1")),
    (
        "unknown-point",
        "other/main/progress_talk/2/1",
        gs.EvaluationHeld(DAY, "progress_talk", point="other/main/progress_talk/2/1"),
    ),
    ("unknown-party", "wnkel", gs.WaiverGranted(DAY, "KEN-01", "…", "u-1", about="wnkel")),
    ("negative", "-3", gs.Quantified(DAY, "capacity_money", -3)),
    ("negative", "-3", gs.ContributionRecorded(DAY, "winkel", "money", amount=-3)),
    ("unknown-rule", "KEN-10", gs.WaiverGranted(DAY, "KEN-10", "…", "u-1")),
    ("not-waivable", "PAR-01", gs.WaiverGranted(DAY, "PAR-01", "…", "u-1")),
    ("unknown-trigger", "strat", gs.WaiverGranted(DAY, "KEN-01", "…", "u-1", trigger="strat")),
]


def in_call(fact: Any) -> tuple[gs.Fact, ...]:
    """Return a call in which the fact stands last, after what it needs to be wrong in one way only."""
    before: dict[Any, tuple[gs.Fact, ...]] = {
        "school": (joined("school", "school"),),
        "term": (drafted(agreement="term", start=DAY),),
    }
    named = getattr(fact, "agreement", None), getattr(fact, "party", None)
    needed = [before[name] for name in named if isinstance(name, str) and name in before]
    return (*(needed[0] if needed else (GOOD,)), fact)


@pytest.mark.parametrize(
    ("code", "offender", "fact"),
    [pytest.param(*case, id=f"{case[0]}-{n}") for n, case in enumerate(REFUSED)],
)
def test_a_fact_that_cannot_be_recorded_is_named(code: str, offender: str, fact: gs.Fact) -> None:
    """What is refused names its kind of problem, the value at fault, and its place in the call."""
    case = on_record()
    with pytest.raises(gs.InvalidRecord) as caught:
        case.record(*in_call(fact))
    assert (caught.value.code, caught.value.offender, caught.value.index) == (code, offender, 1)
    assert str(caught.value).startswith("fact 1: ")


@pytest.mark.parametrize("fact", [fact for _, _, fact in REFUSED[::5]], ids=lambda f: type(f).__name__)
def test_a_step_takes_all_of_its_facts_or_none(fact: gs.Fact) -> None:
    """A fact refused with a step keeps the step and the facts before it off record too."""
    case = on_record()
    version, known = case.version, case.dossier.known
    with pytest.raises(gs.InvalidRecord):
        case.advance("start", *in_call(fact), on=DAY)
    assert (case.version, case.dossier.known) == (version, known)


def test_the_nearest_name_is_offered() -> None:
    """A typing error in a word, a party or a rule comes with the name that was probably meant."""
    meant = {
        error.nearest
        for _, offender, fact in REFUSED
        for error in [refusal(lambda fact=fact: on_record().record(*in_call(fact)))]  # type: ignore[misc]
        if offender in ("purpos", "wnkel", "convnant", "KEN-10", "strat", "mian")
    }
    assert {"purpose", "winkel", "convenant", "start", "main"} <= meant


def refusal(call: Callable[[], object]) -> gs.InvalidRecord:
    with pytest.raises(gs.InvalidRecord) as caught:
        call()
    return caught.value


def entry(number: int, fact: gs.Fact) -> gs.Entry:
    return gs.Entry(number, fact)


BEGUN = TrackOpened(DAY, "main", "pps", "initiative")

CALLS: list[tuple[str, str, Callable[[], object]]] = [
    ("empty-id", "''", lambda: gs.Collaboration.start(gs.PPS, id="", on=DAY)),
    ("not-a-date", "None", lambda: gs.Collaboration.start(gs.PPS, id="x", on=None)),  # type: ignore[arg-type]
    ("unknown-phase", "managment", lambda: adopted(gs.PPS, "managment")),
    ("adoption", "management", lambda: started(phase="management")),
    ("adoption", "reason", lambda: started(reason="…")),
    ("unknown-phase", "nope", lambda: started(phase="nope")),
    ("adoption", "reason", lambda: started(phase="management", since=DAY)),
    ("adoption", "reason", lambda: started(phase="management", since=DAY, reason=" ")),
    ("dates", "2024-01-09", lambda: started(phase="management", since=NEXT, reason="…")),
    ("not-aware", "datetime.datetime(2024, 1, 8, 0, 0)", lambda: started(recorded_at=datetime(2024, 1, 8))),  # noqa: DTZ001
    ("duplicate-track", "main", lambda: started().open(gs.INTEGRAL, on=DAY, track="main")),
    (
        "other-process",
        "pps",
        lambda: started().open(gs.PPS.adapt(key="own").adapt(key="pps"), on=DAY, track="b"),
    ),
    ("before-start", "2024-01-07", lambda: started().open(gs.INTEGRAL, on=later(-1))),
    ("before-start", "2024-01-07", lambda: started().check("start", on=later(-1))),
    ("no-agreement", "convenant", lambda: started().open(gs.AGREEMENT, on=DAY, track="convenant")),
    ("not-a-date", "None", lambda: on_record().open(gs.AGREEMENT, on=None, track="convenant")),  # type: ignore[arg-type]
    ("track-runs", "convenant", lambda: running().correct(draft_of(running()), None, reason="…")),
    ("unknown-track", "mian", lambda: started().phase_of("mian")),
    ("unknown-track", "mian", lambda: started().check("start", on=DAY, track="mian")),
    ("unknown-party", "gemeente", lambda: started(on_behalf_of="gemeente")),
    ("unknown-party", "wnkel", lambda: on_record().record(GOOD, on_behalf_of="wnkel")),
    ("unknown-party", "wnkel", lambda: on_record().open(gs.INTEGRAL, on=DAY, on_behalf_of="wnkel")),
    ("unknown-party", "wnkel", lambda: ready().advance("start", on=DAY, on_behalf_of="wnkel")),
    ("unknown-party", "wnkel", lambda: on_record().check("start", on=DAY, about="wnkel")),
    ("unknown-phase", "managment", lambda: started().is_in("managment")),
    ("unknown-phase", "managment", lambda: started().plan("managment", on=DAY)),
    ("not-correctable", "1", lambda: started().correct(1, None, reason="…")),
    ("unknown-entry", "9", lambda: started().correct(9, None, reason="…")),
    ("empty", "reason", lambda: started(gs.PPS, GOOD).correct(2, None, reason=" ")),
    ("retracted-already", "2", lambda: withdrawn().correct(2, None, reason="…")),
    ("not-correctable", "3", lambda: withdrawn().correct(3, None, reason="…")),
    ("retracted-already", "2", lambda: withdrawn().correct(2, GOOD, reason="…")),
    ("not-correctable", "3", lambda: withdrawn().correct(3, GOOD, reason="…")),
    ("replaces", "3", lambda: started().correct(1, GOOD, reason="…")),
    ("unknown-word", "purpos", lambda: started(gs.PPS, GOOD).correct(2, *said("purpos"), reason="…")),
    ("redact", "entry, person", lambda: started().redact()),
    ("redact", "entry, person", lambda: started().redact(entry=1, person="u-1")),
    ("unknown-entry", "9", lambda: started().redact(entry=9)),
    ("unknown-person", "u-2", lambda: started(by="u-1").redact(person="u-2")),
    ("redact", "entry, person", lambda: started().redact(text="x", title=True)),
    ("redact", "' '", lambda: started().redact(text=" ")),
    ("redact", "''", lambda: started().mentions("")),
    ("unknown-text", "Jansen", lambda: started().redact(text="Jansen")),
    ("unknown-id", "wnkel", lambda: on_record().redact(id="wnkel")),
    ("unknown-id", "main", lambda: started().redact(id="main")),
    ("no-start", "entries", lambda: gs.Collaboration.replay(gs.PPS, [])),
    ("no-start", "entries", lambda: gs.Collaboration.replay(gs.PPS, [entry(1, GOOD)])),
    ("numbering", "3", lambda: gs.Collaboration.replay(gs.PPS, [entry(1, BEGUN), entry(3, GOOD)])),
    ("before-last-step", "start", lambda: gs.Collaboration.replay(gs.PPS, backwards())),
    ("wrong-type", "'x'", lambda: gs.Collaboration.replay(gs.PPS, ["x"])),  # type: ignore[list-item]
    (
        "unknown-entry",
        "2",
        lambda: gs.Collaboration.replay(gs.PPS, [entry(1, BEGUN), entry(2, Retracted(DAY, 2, "…"))]),
    ),
    ("no-step", "main", lambda: started().undo(reason="…")),
    ("nothing-given", "title", lambda: started().correct_start(reason="…")),
    ("not-yet", "2024-01-09", lambda: started().record(*said("purpose", on=NEXT), recorded_at=NOON)),
    (
        "replaces",
        "2",
        lambda: gs.Collaboration.replay(gs.PPS, misplaced()),
    ),
    ("unknown-track", "extra", lambda: Dossier().plus(entry(1, StepTaken(DAY, "extra", "start", "x")))),
]


def backwards() -> list[gs.Entry]:
    """Return a journal whose second step is dated before its first."""
    steps = [StepTaken(day, "main", "start", "organisation_form") for day in (NEXT, DAY)]
    return [entry(1, BEGUN), *(entry(n, step) for n, step in enumerate(steps, 2))]


def misplaced() -> list[gs.Entry]:
    """Return a journal with an entry in the place of one that was not taken back."""
    return [entry(1, BEGUN), gs.Entry(2, GOOD, replaces=1)]


def running() -> gs.Collaboration:
    return on_record().open(gs.AGREEMENT, on=DAY, track="convenant")


def draft_of(case: gs.Collaboration) -> int:
    return next(e.number for e in case.entries_after(0) if isinstance(e.fact, gs.AgreementDrafted))


def withdrawn() -> gs.Collaboration:
    return started(gs.PPS, GOOD).correct(2, None, reason="…")


def ready() -> gs.Collaboration:
    return started(gs.PPS, *said("purpose", "rationale"))


@pytest.mark.parametrize(
    ("code", "offender", "call"), [pytest.param(*case, id=f"{case[0]}-{n}") for n, case in enumerate(CALLS)]
)
def test_a_call_that_cannot_be_followed_is_named(
    code: str, offender: str, call: Callable[[], object]
) -> None:
    """Every other call that is refused names its kind of problem and the value at fault."""
    error = refusal(call)
    assert (error.code, error.offender) == (code, offender)


def _codes(module: Any) -> set[str]:
    """Return the codes that stand in the source of a module."""
    found = set()
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name) or not node.args:
            continue
        first = node.args[0]
        if isinstance(first, ast.Constant) and isinstance(first.value, str):
            if node.func.id == "InvalidRecord":
                found.add(first.value)
            elif node.func.id == "_unknown":
                found.add(f"unknown-{first.value}")
        elif node.func.id == "unknown":
            what = node.args[1]
            if isinstance(what, ast.Constant) and isinstance(what.value, str):
                found.add(f"unknown-{what.value}")
    return found


@pytest.mark.parametrize(
    "module",
    [
        fold,
        membership,
        ledger,
        history,
        admission,
        correction,
        dossier,
        openings,
        questions,
        redaction,
        replay,
    ],
    ids=lambda m: m.__name__,
)
def test_every_refusal_is_provoked_here(module: Any) -> None:
    """No code of a refused record goes without a test in this module."""
    provoked = {code for code, _, _ in REFUSED} | {code for code, _, _ in CALLS}
    assert _codes(module)
    assert _codes(module) <= provoked


def test_a_fact_that_breaks_what_came_later_is_refused() -> None:
    """A late fact is refused where facts of later days no longer follow from it."""
    case = started(gs.PPS, joined("winkel", "retailer"), gs.Met(later(9), "plenary", "winkel"))
    error = refusal(lambda: case.record(gs.PartyLeft(later(5), "winkel")))
    assert (error.code, error.offender, error.index) == ("party-left", "winkel", 0)
    assert "PartyLeft on 2024-01-13 does not fit" in error.message


def test_an_agreement_may_last_one_day() -> None:
    """The last day of a term may be its first, whichever of the two was told first."""
    for changes, given in (({"start": DAY}, {"end": DAY}), ({"end": DAY}, {"start": DAY})):
        case = on_record().record(drafted(agreement="b", **changes), gs.AgreementRevised(DAY, "b", **given))  # type: ignore[arg-type]
        assert (case.dossier.agreements[1].start, case.dossier.agreements[1].end) == (DAY, DAY)
    with pytest.raises(gs.InvalidRecord, match="agreement 'b' ends before it starts"):
        case.record(gs.AgreementRevised(DAY, "b", start=NEXT))


def test_what_is_known_is_told_where_a_name_is_not() -> None:
    """Who names a party that is not known reads which are, and that there are none."""
    with pytest.raises(gs.InvalidRecord, match="party 'a' is not known on that day; known: none"):
        started().record(gs.PartyLeft(DAY, "a"))
    with pytest.raises(gs.InvalidRecord, match="known: 'b', 'c'"):
        started(gs.PPS, joined("b"), joined("c")).record(gs.PartyLeft(DAY, "a"))


def test_recorded_at_takes_any_zone() -> None:
    """The moment of recording is kept as it is given, with its zone."""
    moment = datetime(2024, 1, 8, 12, tzinfo=UTC)
    assert started(recorded_at=moment).entries_after(0)[0].recorded_at == moment


def test_a_step_is_about_what_a_fact_can_be_about() -> None:
    """A step takes as its subject what a fact takes: a party, sector, role or matter."""
    with pytest.raises(gs.InvalidRecord):
        ready().advance("start", on=DAY, about=("thing", "x"))


def test_who_enters_is_a_text() -> None:
    """An author that is no text is refused, or the journal could not be kept as a document."""
    with pytest.raises(gs.InvalidRecord):
        started().record(GOOD, by=17)  # type: ignore[arg-type]


def test_every_kind_of_fact_can_be_recorded() -> None:
    """Each member of the union that hosts record is taken where nothing speaks against it."""
    case = on_record().record(
        joined("oost"),
        joined("west"),
        joined("oud"),
        gs.PartyDivided(DAY, "oud", ("oost", "west")),
        gs.AgreementRevised(DAY, "convenant", clauses="goal"),
        gs.Signed(DAY, "convenant", "winkel"),
        gs.RoleEnded(DAY, "alderman", "gemeente"),
        gs.Stated(DAY, "purpose", "…"),
        gs.Quantified(DAY, "capacity_money", 3),
        gs.Consented(DAY, "winkel", "ambition"),
        gs.Met(DAY, "plenary", "winkel"),
        gs.ContributionRecorded(DAY, "winkel", "money"),
        gs.ActionAgreed(DAY, "a", "…", "winkel", "sport", NEXT),
        gs.EvaluationPlanned(DAY, "periodic", gs.Every(years=1)),
        gs.EvaluationHeld(DAY, "periodic", "continue"),
        gs.WaiverGranted(DAY, "KEN-01", "…", "u-1"),
    )
    made = {type(e.fact) for e in case.entries_after(0)}
    assert made == {*facts.Fact.__args__} - {StepTaken, Retracted}
