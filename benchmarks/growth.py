"""How time grows with size: the exponent between two sizes, for whatever hosts do all day.

Both sizes are timed in one run, in turn. An exponent of 1 is linear, 2 quadratic; n log n shows as 1.1.
"""

from __future__ import annotations

import gc
import math
from collections.abc import Callable
from datetime import date, timedelta
from statistics import median
from time import process_time

import gezondsamen as gs
from benchmarks.measuring import Figure
from gezondsamen import guidance
from gezondsamen.citations import Basis, Citation, Work
from gezondsamen.conditions import OnRecord
from gezondsamen.dossier.facts import Fact
from gezondsamen.exchange import to_html
from gezondsamen.exchange.vtimezone import _onsets
from gezondsamen.process.verification import verify

ROUNDS = 3
DAY = date(2024, 1, 8)
LATER = date(2026, 1, 5)

Make = Callable[[int], Callable[[], object]]
"""Prepare something of a size, and return what is timed."""


def figures() -> list[Figure]:
    """Return the exponents, and the time of the larger size."""
    found = []
    for name, (make, small, large) in CASES.items():
        small_seconds, large_seconds = _times(make(small), make(large))
        exponent = math.log(large_seconds / small_seconds) / math.log(large / small)
        bar = 2.2 if make is _network else 1.3  # every pair of those parties is told
        found.append(Figure(f"{name}, {small} to {large}: exponent", exponent, "", bar))
        found.append(Figure(f"{name}, {large}", large_seconds * 1000, "ms"))
    return found


def _times(*subjects: Callable[[], object]) -> tuple[float, ...]:
    seconds: list[list[float]] = [[] for _ in subjects]
    for subject in subjects:  # warm: processes, texts and caches of the library
        subject()
    for _ in range(ROUNDS):
        for subject, spent in zip(subjects, seconds, strict=True):
            gc.collect()
            begin = process_time()
            subject()
            spent.append(process_time() - begin)
    return tuple(median(spent) for spent in seconds)


# --- what is timed -------------------------------------------------------------------------------


def _fresh(case: gs.Collaboration) -> gs.Collaboration:
    """Return the case as one that was asked nothing before."""
    return gs.Collaboration.replay(case.processes, case.entries_after(0))


def _adopted(process: gs.Process, phase: str, *facts: Fact) -> gs.Collaboration:
    case = gs.Collaboration.start(process, id="x", on=DAY, phase=phase, since=DAY, reason="size")
    return case.record(*facts)


def _joined(n: int) -> list[Fact]:
    return [gs.PartyJoined(DAY, gs.Party(id=f"p{i}", name=f"P{i}", kind="ggd")) for i in range(n)]


def _statements(n: int) -> list[Fact]:
    return [gs.Stated(DAY + timedelta(days=i % 300), "purpose", f"t{i}") for i in range(n)]


def _network(n: int) -> Callable[[], object]:
    case = _adopted(gs.NETWORK, "acquaintance", *_joined(n))
    return lambda: (case.options(on=DAY), to_html(case, on=DAY))


def _load_facts(n: int) -> Callable[[], object]:
    text = gs.dumps(_adopted(gs.PPS, "initiative", *_statements(n)))
    return lambda: gs.loads(text)


def _load_parties(n: int) -> Callable[[], object]:
    text = gs.dumps(_adopted(gs.PPS, "initiative", *_joined(n)))
    return lambda: gs.loads(text)


def _load_agreed(n: int) -> Callable[[], object]:
    case = _adopted(gs.PPS, "initiative", *_joined(2))
    later = DAY + timedelta(days=90)
    facts = [gs.ActionAgreed(DAY, f"a{i}", "x", "p0", "sport", later) for i in range(n)]
    text = gs.dumps(case.record(*facts))
    return lambda: gs.loads(text)


def _load_taken_back(n: int) -> Callable[[], object]:
    parties = [f"p{i}" for i in range(n)]
    said = [gs.Stated(DAY, "party_ambition", "x", about=party) for party in parties]
    back = [gs.Stated(DAY, "party_ambition", "", about=party, holds=False) for party in parties]
    held = [gs.RoleAssigned(DAY, "alderman", party) for party in parties]
    ended = [gs.RoleEnded(DAY, "alderman", party) for party in parties]
    text = gs.dumps(_adopted(gs.PPS, "management", *_joined(n), *said, *back, *held, *ended))
    return lambda: gs.loads(text)


def _signed(n: int) -> gs.Collaboration:
    everyone = tuple(f"p{i}" for i in range(n))
    drafted = gs.AgreementDrafted(DAY, "covenant", "covenant", everyone, everyone)
    signed = [gs.Signed(DAY, "covenant", party) for party in everyone]
    return _adopted(gs.PPS, "management", *_joined(n), drafted, *signed)


def _load_signed(n: int) -> Callable[[], object]:
    text = gs.dumps(_signed(n))
    return lambda: gs.loads(text)


def _sign(n: int) -> Callable[[], object]:
    case = _signed(n).open(gs.AGREEMENT, on=DAY, track="covenant")
    return lambda: case.options(on=DAY, track="covenant")


def _zone(n: int) -> Callable[[], object]:
    return lambda: _onsets.__wrapped__("Europe/Amsterdam", 2000, 2000 + n)


def _late(n: int) -> Callable[[], object]:
    case = _adopted(gs.PPS, "initiative", gs.Stated(LATER, "rationale", "x"))
    facts = _statements(n)
    return lambda: case.record(*facts)


def _review(n: int) -> Callable[[], object]:
    case = _stepped(n)
    return lambda: _fresh(case).review()


def _stepped(n: int) -> gs.Collaboration:
    phases = (gs.Phase("a", _label("a"), kind="initial"), gs.Phase("b", _label("b")))
    process = gs.Process(
        key="to_and_fro",
        label=_label("heen en weer"),
        phases=phases,
        transitions=(
            phases[0].to(phases[1], "go", label=_label("heen")),
            phases[1].to(phases[0], "back", label=_label("terug")),
        ),
    )
    case = gs.Collaboration.start(process, id="x", on=DAY)
    for i in range(n):
        case = case.advance("back" if i % 2 else "go", on=DAY + timedelta(days=i // 10))
    return case


def _label(text: str) -> gs.Label:
    return gs.Label(nl=text, en=text)


def _tracked(n: int) -> gs.Collaboration:
    case = _adopted(gs.PPS, "management", *_joined(2))
    for i in range(n):
        case = case.record(gs.AgreementDrafted(DAY, f"a{i}", "collaboration", ("p0", "p1")))
        case = case.open(gs.AGREEMENT, on=DAY, track=f"a{i}")
    return case


def _schedule(n: int) -> Callable[[], object]:
    case = _tracked(n)
    return lambda: gs.evaluation_schedule(_fresh(case), on=LATER, until=LATER)


def _page(n: int) -> Callable[[], object]:
    case = _tracked(n)
    return lambda: to_html(_fresh(case), on=LATER)


def _monitor(n: int) -> Callable[[], object]:
    case = _tracked(n)
    return lambda: (_fresh(case).monitor(on=LATER), _fresh(case).due(on=LATER))


def _plan(n: int) -> Callable[[], object]:
    case = _adopted(gs.PPS, "initiative", *_joined(n))
    return lambda: case.plan("management", on=DAY)


def _topics(n: int) -> Callable[[], object]:
    case = _adopted(gs.HEALTHY_SCHOOL, "start", *_joined(n))
    return lambda: (guidance.open_topics(case, on=DAY), guidance.open_roles(case, on=DAY))


def _verify(n: int) -> Callable[[], object]:
    cited = Citation(Work("own", "Own"))
    topics = [gs.Term(f"t{i}", _label(f"t{i}"), scheme="topic") for i in range(n)]
    rules = tuple(
        gs.Requirement(
            code=f"OWN-{i + 10}",
            name=_label(f"regel {i}"),
            text=_label(f"regel {i}"),
            conditions=(OnRecord((f"t{i}",)),),
            citation=cited,
            basis=Basis.CHOICE,
        )
        for i in range(n)
    )
    first = gs.Phase("a", _label("a"), kind="initial")
    last = gs.Phase("b", _label("b"), kind="final", outcome="success")
    step = first.to(last, "go", label=_label("ga"), requires=rules)
    process = gs.Process(
        key="wide", label=_label("breed"), phases=(first, last), transitions=(step,), terms=tuple(topics)
    )
    return lambda: verify(process)


CASES: dict[str, tuple[Make, int, int]] = {
    "loads, facts of one kind": (_load_facts, 3_000, 30_000),
    "loads, parties": (_load_parties, 1_000, 10_000),
    "loads, actions agreed": (_load_agreed, 1_000, 10_000),
    "loads, statements and roles taken back": (_load_taken_back, 300, 3_000),
    "loads, signatures on one agreement": (_load_signed, 1_000, 10_000),
    "options of an agreement, signatures": (_sign, 1_000, 10_000),
    "record, late facts in one call": (_late, 1_000, 10_000),
    "review, steps": (_review, 1_000, 10_000),
    "schedule, tracks": (_schedule, 300, 3_000),
    "page, tracks": (_page, 300, 3_000),
    "monitor and due, tracks": (_monitor, 300, 3_000),
    "plan, parties": (_plan, 300, 3_000),
    "open topics and roles, parties": (_topics, 1_000, 10_000),
    "verify, rules in one slot": (_verify, 300, 3_000),
    "time zone of a calendar, years": (_zone, 20, 200),
    "options and page, parties that never met": (_network, 30, 100),
}
"""What is timed, and at which sizes."""
