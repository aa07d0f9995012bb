"""Cases for tests: canonical ones made by the library's own plans, and small ones made by hand.

`case_in` leans on remedies; everything else here does not, so that a test can choose.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache

import gezondsamen as gs
from gezondsamen.citations import Basis, Citation, Work
from gezondsamen.decision.check import Outcome
from gezondsamen.dossier.facts import Fact
from gezondsamen.process.conditions import Condition

START = date(2022, 1, 10)
"""The day on which hand-made cases begin."""

ON = date(2024, 3, 4)
"""The day on which hand-made cases are judged: more than two years later, so that no grace is left."""

A_DAY = timedelta(days=1)

# --- parties --------------------------------------------------------------------------

MUNICIPALITY = gs.Party(
    id="gemeente", name="Gemeente Waterstad", kind="municipality", sectors=("public_health",)
)
DEPARTMENT = gs.Party(id="dienst", name="GGD, eigen dienst", kind="ggd", sectors=("youth",), internal=True)
SHOP = gs.Party(id="winkel", name="Buurtwinkel", kind="retailer", sectors=("retail",))
CLUB = gs.Party(id="club", name="Sportclub", kind="sports_club", sectors=("sport",))
SCHOOL = gs.Party(id="school", name="De Fontein", kind="school", sectors=("education",))
CARE = gs.Party(id="zorg", name="Zorgaanbieder", kind="care_provider", sectors=("care",))

CAST = (MUNICIPALITY, DEPARTMENT, SHOP, CLUB)
"""One party of each sort: public, internal, private, and neither public nor private."""

INSTITUTE = gs.Party(id="instituut", name="Kennisinstituut", kind="knowledge_institute", sectors=("care",))

AT_SCHOOL = (*CAST, SCHOOL, INSTITUTE)
"""The same with a school, and with a knowledge institute, which stands for care too."""


def cast_of(process: gs.Process) -> tuple[gs.Party, ...]:
    """Return the parties of hand-made cases of this process."""
    school = ("healthy_school", "wellbeing_municipality", "wellbeing_school", "effects_arena")
    return AT_SCHOOL if process.key in school else CAST


def joins(*parties: gs.Party, on: date = START) -> tuple[gs.PartyJoined, ...]:
    """Return that these parties take part from a day."""
    return tuple(gs.PartyJoined(on, party) for party in parties)


# --- canonical cases, made by the plans of the library ----------------------------------


@cache
def case_in(process: gs.Process, phase: str, *, days_between: int = 7) -> gs.Collaboration:
    """Return the canonical case of a process in a phase: the shortest route, one step a week.

    Each step is planned anew on its own day; what the plan asks for is recorded on that day, with
    `…` in every blank that a person would fill in. The first step is taken on `START`.
    """
    case = gs.Collaboration.start(process, id=f"{process.key}-{phase}", on=START)
    day = START
    while not case.is_in(phase):
        plan = case.plan(phase, on=day)
        assert plan.found, f"{process.key}: no route to {phase}"
        step = plan.steps[0]
        case = case.record(*(draft.fill("…") for draft in step.drafts)).advance(step.trigger, on=day)
        day += timedelta(days=days_between)
    return case


def last_day(case: gs.Collaboration) -> date:
    """Return the day of the latest event of a case."""
    return max(entry.place[0] for entry in case.entries_after(0))


# --- small cases, made by hand ----------------------------------------------------------


def adopted(process: gs.Process, phase: str, *facts: Fact, since: date = START) -> gs.Collaboration:
    """Return a case that has been in a phase since a day, with these facts on record."""
    case = gs.Collaboration.start(process, id="case", on=since, phase=phase, since=since, reason="a test")
    return case.record(*facts)


AGREEMENT = "agreement"
"""The id of the agreement whose life hand-made cases follow: the name of its track."""


def track_of(process: gs.Process) -> str:
    """Return the track on which hand-made cases run through a process."""
    return AGREEMENT if process.subject == "agreement" else "main"


def on_its_track(process: gs.Process, phase: str, *facts: Fact, since: date = START) -> gs.Collaboration:
    """Return a case that has been in a phase since a day, on the track of this process.

    The life of an agreement runs on the track of one that was drafted. Those who take part become
    parties to it after the track was opened, with the clauses that the facts give it.
    """
    if process.subject != "agreement":
        return adopted(process, phase, *facts, since=since)
    text = [x for x in facts if isinstance(x, gs.AgreementDrafted) and x.agreement == AGREEMENT]
    joining = [x for x in facts if isinstance(x, gs.PartyJoined)]
    there = tuple(x.party.id for x in joining)
    clauses = tuple(clause for fact in text for clause in fact.clauses)
    case = gs.Collaboration.start(gs.PPS, id="case", on=since)
    case = case.record(*joining, gs.AgreementDrafted(since, AGREEMENT, "collaboration"))
    case = case.open(process, on=since, track=AGREEMENT, phase=phase, since=since, reason="a test")
    day = max([since, *(x.on for x in joining)])
    case = case.record(gs.AgreementRevised(day, AGREEMENT, there, there, clauses))
    return case.record(*(x for x in facts if x not in text and x not in joining))


# --- a process of our own, as small as can be -----------------------------------------------

OWN_RULE = gs.Requirement(
    code="OWN-01",
    name=gs.Label(nl="eigen regel", en="own rule"),
    text=gs.Label(nl="Een regel voor een test.", en="A rule for a test."),
    citation=Citation(Work("own", "A test")),
    basis=Basis.CHOICE,
)
"""One rule that asks something else in each test."""


def tiny(
    *go: Condition,
    again: Iterable[Condition] = (),
    join: Iterable[Condition] = (),
    finish: Iterable[Condition] = (),
    watches: Iterable[Condition] = (),
    since: str | None = None,
    key: str = "tiny",
) -> gs.Process:
    """Make a process of three phases in which the own rule asks these conditions in each place.

    `begin --go--> work --finish--> done`; in `work`, `again` is a loop, `join` one that takes in a
    party, and `back` leads to `begin` unasked. `since` is what `finish` looks back to.
    """

    def label(text: str) -> gs.Label:
        return gs.Label(nl=text, en=text)

    def asks(conditions: Iterable[Condition]) -> tuple[gs.Requirement, ...]:
        asked = tuple(conditions)
        return (OWN_RULE.asking(*asked),) if asked else ()

    begin = gs.Phase("begin", label("begin"), kind="initial")
    work = gs.Phase("work", label("werk"), watches=asks(watches))
    done = gs.Phase("done", label("klaar"), kind="final", outcome="success")
    return gs.Process(
        key=key,
        label=label("klein proces"),
        phases=(begin, work, done),
        transitions=(
            begin.to(work, "go", label=label("ga"), requires=asks(go)),
            work.to(work, "again", label=label("nog eens"), requires=asks(again)),
            work.to(work, "join", label=label("sluit aan"), requires=asks(join), concerns="party"),
            work.to(begin, "back", label=label("terug")),
            work.to(done, "finish", label=label("maak af"), requires=asks(finish), since=since),
        ),
        terms=gs.PPS.terms,
    )


def begun(process: gs.Process, *facts: Fact, on: date = START) -> gs.Collaboration:
    """Return a case at the beginning of a process with these facts; fact 0 is entry 2."""
    return gs.Collaboration.start(process, id="case", on=on).record(*facts)


def judged(condition: Condition, *facts: Fact, on: date = ON) -> Outcome:
    """Return how a condition comes out on these facts, on the first step of a tiny process."""
    (row,) = begun(tiny(condition), *facts).check("go", on=on).outcomes
    return row


def number(index: int) -> int:
    """Return the entry number of the fact at this index of a call of `begun` or `judged`."""
    return index + 2
