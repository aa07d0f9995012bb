"""The fifteen rules of the heat plan, each with the chapter of the handbook that asks it."""

import gezondsamen as gs
from gezondsamen.conditions import (
    Condition,
    ConsentOfAll,
    Evaluated,
    Measured,
    OnRecord,
    Parties,
    PartyCount,
    RecordCount,
    RoleFilled,
)

HANDBOOK = gs.Work(key="heat", title="Handboek hitte", issuer="Gemeente Waterstad", year=2025)


def words(nl: str, en: str) -> gs.Label:
    return gs.Label(nl=nl, en=en)


def rule(number: int, chapter: str, nl: str, en: str, *conditions: Condition) -> gs.Requirement:
    return gs.Requirement(
        code=f"HIT-{number:02}",
        name=words(nl, en),
        text=words(f"Handboek hitte: {nl}.", f"Heat handbook: {en}."),
        conditions=conditions,
        citation=gs.Citation(HANDBOOK, chapter),
    )


TERMS = (
    gs.Term("reason", words("aanleiding", "reason"), "topic"),
    gs.Term("people_at_risk", words("wie risico lopen", "people at risk"), "topic"),
    gs.Term("task", words("taak bij hitte", "task in the heat"), "topic"),
    gs.Term("cool_place", words("koele plek", "cool place"), "topic"),
    gs.Term("volunteers", words("aantal vrijwilligers", "number of volunteers"), "topic", counted=True),
    gs.Term("call_list", words("bellijst", "call list"), "topic"),
    gs.Term("press", words("persbericht", "press release"), "topic"),
    gs.Term("warning", words("waarschuwing", "warning"), "topic"),
    gs.Term("report", words("dagbericht", "daily report"), "topic"),
    gs.Term("lessons", words("lessen", "lessons"), "topic"),
    gs.Term("plan", words("het plan", "the plan"), "subject"),
    gs.Term("agrees", words("akkoord", "agrees"), "stance"),
    gs.Term("objects", words("niet akkoord", "objects"), "stance"),
    gs.Term("coordinator", words("coördinator", "coordinator"), "role"),
    gs.Term("municipality", words("gemeente", "municipality"), "party_kind"),
    gs.Term("care", words("zorg", "care"), "party_kind"),
    gs.Term("neighbours", words("buurt", "neighbours"), "party_kind"),
    gs.Term("summer", words("terugblik op de zomer", "look back on the summer"), "evaluation_kind"),
    gs.Term("go_on", words("doorgaan", "go on"), "decision"),
    gs.Term("stop", words("stoppen", "stop"), "decision"),
)
"""The words that may be recorded."""

TOWNS = Parties(kinds="municipality")
THREE_KINDS = PartyCount(at_least=3, of="kinds")
CALL_LIST = OnRecord("call_list", max_age=gs.Every(months=3))
REPORT = OnRecord("report", max_age=gs.Every(days=2))
ON_THIS_SUMMER = Evaluated(decisions="go_on", since_entry=True)

REASON = rule(1, "1", "de aanleiding staat vast", "the reason is known", OnRecord("reason"))
TOWN = rule(2, "1", "de gemeente doet mee", "the town takes part", PartyCount(TOWNS, at_least=1))
MIXED = rule(3, "2", "gemeente, zorg en buurt doen mee", "all three kinds take part", THREE_KINDS)
LED = rule(4, "2", "er is een coördinator", "there is a coordinator", RoleFilled("coordinator"))
AT_RISK = rule(5, "3", "bekend is wie risico lopen", "people at risk are known", OnRecord("people_at_risk"))
TASKS = rule(6, "3", "ieder heeft een taak", "each has a task", OnRecord("task", each=Parties()))
COOL = rule(7, "3", "er zijn twee koele plekken", "two cool places", RecordCount("cool_place", at_least=2))
HANDS = rule(8, "3", "er zijn tien vrijwilligers", "ten volunteers", Measured("volunteers", at_least=10))
AGREED = rule(9, "3", "alle partijen zijn akkoord", "all parties agree", ConsentOfAll("plan"))
FRESH = rule(10, "4", "de bellijst is van dit kwartaal", "a call list of this quarter", CALL_LIST)
PRESS = rule(11, "4", "er is een persbericht", "there is a press release", OnRecord("press"))
WARNED = rule(12, "5", "er is gewaarschuwd", "a warning was given", OnRecord("warning", since_entry=True))
REPORTED = rule(13, "5", "er is elke twee dagen bericht", "a report every two days", REPORT)
LOOKED_BACK = rule(14, "6", "op deze zomer is teruggeblikt", "this summer was looked back on", ON_THIS_SUMMER)
LESSONS = rule(15, "6", "de lessen zijn genoteerd", "lessons noted", OnRecord("lessons", since_entry=True))
