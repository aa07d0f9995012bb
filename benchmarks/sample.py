"""What is measured: a small process of our own, one of the shipped ones, and cases that run in them."""

from __future__ import annotations

from datetime import date, timedelta

import gezondsamen as gs
from gezondsamen.process import conditions as c

DAY = date(2024, 3, 1)
SIZES = (0, 1, 5, 10)
"""How many requirements a measured step has."""

_CITATION = gs.Citation(gs.Work("benchmarks", "The benchmarks of gezondsamen"))


def _label(text: str) -> gs.Label:
    return gs.Label(nl=text, en=text)


TOPICS = tuple(gs.Term(f"topic_{i}", _label(f"topic {i}")) for i in range(10))
TERMS = (
    *TOPICS,
    *(gs.Term(key, _label(key), "side") for key in ("public", "private")),
    gs.Term("council", _label("council"), "party_kind", ("public",)),
    gs.Term("firm", _label("firm"), "party_kind", ("private",)),
    gs.Term("lead", _label("lead"), "role"),
    gs.Term("pact", _label("pact"), "agreement_kind"),
    gs.Term("money", _label("money"), "clause"),
    gs.Term("plenary", _label("plenary"), "contact_kind"),
    gs.Term("yearly", _label("yearly"), "evaluation_kind"),
    gs.Term("plan", _label("plan"), "subject"),
    *(gs.Term(key, _label(key), "stance") for key in ("agrees", "objects")),
)

TYPICAL: tuple[c.Condition, ...] = (
    c.OnRecord(("topic_0",)),
    c.RoleFilled(("lead",)),
    c.PartyCount(c.Parties(sides=("private",)), at_least=1),
    c.Agreed(clauses=("money",)),
)
"""The kinds that most rules are written in, in turn."""

KINDS: dict[str, tuple[c.Condition, ...]] = {
    "typical": TYPICAL,
    "on_record": TYPICAL[:1],
    "role_filled": TYPICAL[1:2],
    "party_count": TYPICAL[2:3],
    "agreed": TYPICAL[3:],
    "agreed_signed": (c.Agreed(signed=True),),
    "evaluated": (c.Evaluated(("yearly",)),),
    "in_contact": (c.InContact(("plenary",), every=gs.Every(years=1)),),
    "consent_of_all": (c.ConsentOfAll("plan"),),
    "any_of": (c.AnyOf((TYPICAL[0], TYPICAL[1])),),
}
"""What the requirements of a measured step ask, one kind for each series of steps."""


def _rules(kind: str, size: int) -> tuple[gs.Requirement, ...]:
    asked = KINDS[kind]
    return tuple(
        gs.Requirement(
            code=f"{kind.replace('_', '').upper()}-{i:02}",
            name=_label("rule"),
            text=_label("A rule to be measured."),
            conditions=(asked[i % len(asked)],),
            citation=_CITATION,
        )
        for i in range(size)
    )


TALKS = gs.Phase("talks", _label("talks"), kind="initial")
WORK = gs.Phase("work", _label("work"))
DONE = gs.Phase("done", _label("done"), kind="final", outcome="success")

PROCESS = gs.Process(
    key="benchmark",
    label=_label("benchmark"),
    phases=(TALKS, WORK, DONE),
    transitions=(
        TALKS.to(WORK, "begin", label=_label("begin"), requires=_rules("on_record", 1)),
        WORK.to(TALKS, "again", label=_label("again"), requires=_rules("on_record", 1)),
        TALKS.to(TALKS, "stay", label=_label("stay"), requires=_rules("on_record", 1)),
        WORK.to(DONE, "finish", label=_label("finish")),
        *(
            TALKS.to(WORK, f"{kind}_{size}", label=_label(kind), requires=_rules(kind, size))
            for kind in KINDS
            for size in SIZES
        ),
    ),
    terms=TERMS,
)

FACTS: tuple[gs.PartyJoined | gs.Stated | gs.RoleAssigned | gs.AgreementDrafted | gs.Signed, ...] = (
    *(gs.PartyJoined(DAY, gs.Party(f"council_{i}", f"Council {i}", "council")) for i in (1, 2)),
    *(gs.PartyJoined(DAY, gs.Party(f"firm_{i}", f"Firm {i}", "firm")) for i in (1, 2)),
    *(gs.Stated(DAY, topic.key, "text") for topic in TOPICS),
    gs.RoleAssigned(DAY, "lead", "council_1"),
    gs.AgreementDrafted(
        DAY, "pact", "pact", ("council_1", "firm_1"), ("council_1", "firm_1"), clauses=("money",)
    ),
    gs.Signed(DAY, "pact", "council_1"),
    gs.Signed(DAY, "pact", "firm_1"),
)


def new() -> gs.Collaboration:
    """Return a collaboration about which nothing is known."""
    return gs.Collaboration.start(PROCESS, id="case", on=DAY)


def ready() -> gs.Collaboration:
    """Return a collaboration that may take every step: four parties, a role, a signed agreement."""
    consents = (gs.Consented(DAY, f"{kind}_{i}", "plan") for kind in ("council", "firm") for i in (1, 2))
    return new().record(
        *FACTS, *consents, gs.Met(DAY, "plenary", ("council_1", "firm_1")), gs.EvaluationHeld(DAY, "yearly")
    )


def filled(size: int = 50) -> gs.Collaboration:
    """Return a collaboration of so many entries: parties, statements, roles, signatures, steps."""
    case = new().record(*FACTS)
    day = DAY
    while case.version < size:
        day += timedelta(days=7)
        match case.version % 4:
            case 0:
                case = case.record(gs.Met(day, "plenary", ("council_1", "firm_2")), by="u-17")
            case 1:
                text = "What was said that day, in a sentence of common length."
                case = case.record(gs.Stated(day, TOPICS[case.version % 10], text), by="u-17")
            case 2:
                case = case.record(gs.Consented(day, "council_2", "plan"), by="u-17")
            case _:
                case = case.advance("begin" if case.phase == "talks" else "again", on=day, by="u-17")
    return case


def pps() -> gs.Collaboration:
    """Return a partnership that may conclude its agreement, made by following the remedies."""
    case = gs.Collaboration.start(
        gs.PPS, id="waterstad", on=DAY, phase="structure", since=date(2023, 1, 1), reason="a benchmark"
    )
    missing = case.check("conclude_agreement", on=DAY)
    return case.record(*(draft.fill("…") for draft in missing.repair))
