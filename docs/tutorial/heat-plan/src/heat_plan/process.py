"""The heat plan as a process: eight phases, and what each step asks."""

import gezondsamen as gs
from heat_plan.rules import (
    AGREED,
    AT_RISK,
    COOL,
    FRESH,
    HANDS,
    LED,
    LESSONS,
    LOOKED_BACK,
    MIXED,
    PRESS,
    REASON,
    REPORTED,
    TASKS,
    TERMS,
    TOWN,
    WARNED,
    words,
)

QUESTION = gs.Phase("question", words("vraag", "question"), kind="initial")
PARTNERS = gs.Phase("partners", words("partners zoeken", "finding partners"))
WRITING = gs.Phase("writing", words("plan schrijven", "writing the plan"))
READY = gs.Phase("ready", words("klaar voor de zomer", "ready for the summer"))
SUMMER = gs.Phase("summer", words("zomer", "summer"))
HEAT = gs.Phase("heat", words("hitte", "heat"), watches=(REPORTED,))
REVIEW = gs.Phase("review", words("terugblik", "looking back"))
CLOSED = gs.Phase("closed", words("gesloten", "closed"), kind="final", outcome="neutral")

HEAT_PLAN = gs.Process(
    key="heat_plan",
    label=words("lokaal hitteplan", "local heat plan"),
    phases=(QUESTION, PARTNERS, WRITING, READY, SUMMER, HEAT, REVIEW, CLOSED),
    transitions=(
        QUESTION.to(PARTNERS, "take_up", label=words("oppakken", "take up"), requires=(REASON, TOWN)),
        QUESTION.to(CLOSED, "refrain", label=words("afzien", "refrain")),
        PARTNERS.to(WRITING, "write", label=words("schrijven", "write"), requires=(MIXED, LED)),
        WRITING.to(
            READY,
            "adopt",
            label=words("vaststellen", "adopt"),
            requires=(AT_RISK, TASKS, COOL, AGREED),
            advises=(HANDS,),
        ),
        READY.to(SUMMER, "open", label=words("de zomer in", "open"), requires=(FRESH,), advises=(PRESS,)),
        SUMMER.to(HEAT, "warn", label=words("hitte melden", "warn"), requires=(WARNED,)),
        HEAT.to(SUMMER, "cool_down", label=words("hitte voorbij", "cool down")),
        SUMMER.to(REVIEW, "look_back", label=words("terugblikken", "look back")),
        REVIEW.to(READY, "renew", label=words("vernieuwen", "renew"), requires=(LOOKED_BACK, LESSONS)),
        REVIEW.to(CLOSED, "close", label=words("sluiten", "close"), requires=(LESSONS,)),
    ),
    terms=TERMS,
)
