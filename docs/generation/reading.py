"""The reading copy: every phase, step, rule, remedy and evaluation point in Dutch and in English.

Made for somebody of the field who wants to know how the library sounds. It is in Dutch, as its readers
are: a page for each process, one for each family of rules, and an index. Each rule is told as a check
tells it where it is unmet: with nobody taking part, and with parties of which nothing is on record.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

import gezondsamen as gs
from generation.markdown import page, plain, spoken, table
from generation.rules import FAMILIES, families
from generation.standing import PROCESSES, Place
from gezondsamen.decision.judge import judge_all
from gezondsamen.decision.repair import remedy
from gezondsamen.decision.situation import Situation
from gezondsamen.dossier.parties import About
from gezondsamen.labels import Label
from gezondsamen.process.process import Process
from gezondsamen.prose.asked import asked_lines
from gezondsamen.prose.missing import finding_lines
from gezondsamen.prose.moments import point_text
from gezondsamen.prose.remedies import remedy_lines
from gezondsamen.prose.scene import Scene

_READING = """\
Hier staan alle teksten van alle processen bij elkaar, in het Nederlands en in het Engels: elke fase, elke
stap, elk evaluatiemoment, en van elke regel wat hij vraagt, wat er staat als er iets ontbreekt en wat dan
kan helpen. Deze bladzijden zijn bedoeld om te lezen en te verbeteren: een zin die u zo niet zou
schrijven, horen wij graag.

De uitleg bij een regel laat twee gevallen zien: er doet nog niemand mee (*niemand*), en er doen vijf partijen
mee maar er is nog niets vastgelegd (*vijf partijen*). De namen zijn verzonnen.
"""

DAY = date(2024, 1, 8)
"""The day on which the rules are judged."""

FIVE = (
    gs.Party(id="gemeente", name="Gemeente Veldkamp", kind="municipality", internal=True),
    gs.Party(id="ggd", name="GGD Veldkamp", kind="ggd"),
    gs.Party(id="school", name="De Wilgen", kind="school"),
    gs.Party(id="club", name="SV Veldkamp", kind="sports_club"),
    gs.Party(id="winkel", name="Supermarkt Jansen", kind="retailer"),
)
"""The parties of the second case; none of them exists."""

_SAME_WORDS = ("Nederlands", "English")


NAME = "leesexemplaar"


def reading_copy() -> dict[str, str]:
    """Return the pages on which every text of every process can be read, by their names."""
    return {
        f"{NAME}.md": _index(),
        **{f"{NAME}/proces-{process.key}.md": _process_page(process) for process in PROCESSES},
        **{f"{NAME}/regels-{family.lower()}.md": _family_page(family) for family in families()},
    }


def _index() -> str:
    pages = [*(f"proces-{x.key}" for x in PROCESSES), *(f"regels-{family.lower()}" for family in families())]
    return page(
        "Leesexemplaar: alle teksten",
        _READING,
        "## De processen: fasen, stappen en evaluatiemomenten",
        "",
        *(f"- [{plain(x.label.nl)}](#reading-{x.key})" for x in PROCESSES),
        "",
        "## De regels",
        "",
        *(
            f"- [{FAMILIES[x][0]}](#reading-rules-{x.lower()}) ({len(rules)})"
            for x, rules in families().items()
        ),
        "",
        *("```{toctree}", ":hidden:", "", *(f"{NAME}/{name}" for name in pages), "```"),
        anchor="reading",
    )


def _process_page(process: Process) -> str:
    return page(
        f"Leesexemplaar: {plain(process.label.nl)}",
        spoken(f"*{plain(process.label.en)}*", "en"),
        "",
        *_texts("Fasen", ((phase.label.nl, phase.label.en) for phase in process.phases)),
        *_texts("Stappen", _steps(process)),
        *_texts("Evaluatiemomenten", _points(process)),
        anchor=f"reading-{process.key}",
    )


def _family_page(family: str) -> str:
    lines = [line for found in families()[family].values() for line in _rule(found[0])]
    return page(f"Leesexemplaar: {FAMILIES[family][0]}", *lines, anchor=f"reading-rules-{family.lower()}")


def _texts(title: str, rows: Iterable[tuple[str, str]]) -> list[str]:
    given = [(_shown(nl), spoken(_shown(en), "en")) for nl, en in rows]
    return [f"## {title}", "", *table(_SAME_WORDS, given)] if given else []


def _shown(text: str) -> str:
    """Return a text of one or several lines as it stands in a cell."""
    return "<br>".join(plain(line) for line in text.splitlines())


def _steps(process: Process) -> Iterator[tuple[str, str]]:
    for t in process.transitions:
        here, there = process.phase(t.source).label, process.phase(t.target).label
        nl, en = f"{t.label.nl}\n{here.nl} → {there.nl}", f"{t.label.en}\n{here.en} → {there.en}"
        yield nl, en


def _points(process: Process) -> Iterator[tuple[str, str]]:
    scene = Scene(process)
    for point in process.evaluation_points:
        yield tuple(  # type: ignore[misc]
            "\n".join(
                text
                for text in (
                    point.label.text(lang),
                    point_text(point, scene.voice(lang)),
                    *(_said(x, lang) for x in (point.instrument, point.evaluator, point.choice)),
                )
                if text
            )
            for lang in ("nl", "en")
        )


def _said(label: Label | None, lang: str) -> str:
    return "" if label is None else label.text(lang)


def _rule(place: Place) -> list[str]:
    """Return what there is to read about a rule, in the place where it stands first."""
    rule = place.rule
    name = f"## {rule.code}: {plain(rule.name.nl)}"
    rows = [
        (rule.name.nl, rule.name.en),
        (rule.text.nl, rule.text.en),
        (_asked(place, "nl"), _asked(place, "en")),
    ]
    if rule.choice is not None:
        rows.append((rule.choice.nl, rule.choice.en))
    told: set[str] = set()
    for nl_title, en_title, situation in (
        ("niemand", "nobody", _situation(place, ())),
        ("vijf partijen", "five parties", _situation(place, FIVE)),
    ):
        nl, en = (_unmet(place, situation, lang) for lang in ("nl", "en"))
        if nl and nl not in told:
            told.add(nl)
            rows.append((f"({nl_title})\n{nl}", f"({en_title})\n{en}"))
    return [name, "", *table(_SAME_WORDS, ((_shown(nl), spoken(_shown(en), "en")) for nl, en in rows))]


def _asked(place: Place, lang: str) -> str:
    return "\n".join(asked_lines(place.rule, Scene(place.process).voice(lang)))


def _unmet(place: Place, s: Situation, lang: str) -> str:
    """Return what is missing and what would help, as a check tells it; nothing where the rule is met."""
    findings, _ = judge_all(place.rule.conditions, s)
    if not findings:
        return ""
    v = s.scene().voice(lang)
    helps = remedy_lines(remedy(place.rule.conditions, s), place.rule, v)
    return "\n".join([*finding_lines(place.rule, findings, v), *(f"→ {line}" for line in helps)])


def _situation(place: Place, parties: tuple[gs.Party, ...]) -> Situation:
    """Return the situation of a rule in a case that has just begun."""
    process = place.process
    hosted = process.subject == "agreement"
    case = gs.Collaboration.start(gs.PPS if hosted else process, id="case", on=DAY)
    case = case.record(*(gs.PartyJoined(DAY, party) for party in parties))
    if hosted:
        case = case.record(gs.AgreementDrafted(DAY, "covenant", "covenant", title="Gezond Veldkamp"))
        case = case.open(process, on=DAY, track="covenant")
    known = case.dossier.known
    step = next(
        (t for t in process.transitions if (t.source, t.trigger) == (place.phase, place.trigger)), None
    )
    about = About("party", "school") if step is not None and step.concerns and parties else None
    return Situation(process, known, DAY, known.tracks["covenant" if hosted else "main"], step, about)
