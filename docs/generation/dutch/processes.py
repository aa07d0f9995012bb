"""Of each process a page in Dutch: its story, and phase by phase what is asked, and when one looks back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generation.dutch.links import factor, process_name, rule, sourced
from generation.examples import examples_of
from generation.markdown import page, plain, sentence, table
from generation.pictures import picture_name
from generation.standing import PROCESSES
from gezondsamen.catalogue import TERMS
from gezondsamen.catalogue.factors import FACTORS
from gezondsamen.catalogue.role_profiles import ROLE_PROFILES
from gezondsamen.language import DUTCH
from gezondsamen.process.evaluation_points import EvaluationPoint
from gezondsamen.process.phases import Phase, Transition
from gezondsamen.process.process import Process
from gezondsamen.process.requirements import Requirement
from gezondsamen.prose.moments import point_text
from gezondsamen.prose.scene import Scene
from gezondsamen.prose.statuses import ENDING

_PROCESSES = """\
Elk proces heeft een bladzijde. Daar leest u hoe het loopt, wat er in elke fase wordt gevraagd voordat u
verder kunt, wanneer u terugkijkt, en wie wat doet. Twijfelt u welk proces bij u past? Lees
[](../kies-uw-proces.md).
"""

_ASKED = """\
Van elke fase ziet u welke stappen eruit leiden. Onder een stap staat wat er moet zijn voordat u hem zet, en
waarop u moet letten. Elke regel heeft een code: daarachter leest u de uitleg, de bron en wat onze eigen
keuze is. Rusten en stoppen kan vaker; dat staat onderaan bij elkaar.
"""

_ROLES = {term.key: term.label for term in TERMS if term.scheme == "role"}


def processes_page() -> str:
    """Return the page that lists the processes."""
    rows = (
        (
            process_name(x),
            str(sum(p.kind in ("initial", "normal") for p in x.phases)),
            str(len(x.requirements)),
        )
        for x in PROCESSES
    )
    toctree = ["```{toctree}", ":hidden:", "", *(f"proces-{x.key}" for x in PROCESSES), "```"]
    return page("De processen", _PROCESSES, *table(("proces", "fasen", "regels"), rows), *toctree)


def process_page(process: Process, story: str) -> str:
    """Return the page of one process, which begins with its story."""
    lines = [
        story,
        "",
        f"```{{image}} ../../reference/generated/pictures/{picture_name(process, DUTCH)}",
        f":alt: Tekening van het proces {plain(process.label.nl)}. De tekst hieronder zegt hetzelfde.",
        "```",
        "",
        "## Wat er wordt gevraagd",
        "",
        _ASKED,
        *(line for phase in process.phases for line in _phase(process, phase)),
        *_everywhere(process),
        *_endings(process),
        *_points(process),
        *_people(process),
        *_factors(process),
        *_examples(process),
    ]
    return page(sentence(plain(process.label.nl)).rstrip("."), *lines, anchor=f"nl-proces-{process.key}")


def _phase(process: Process, phase: Phase) -> Iterator[str]:
    """Yield what a phase asks for each step that leads out of it; what can be done anywhere is told once."""
    if phase.kind not in ("initial", "normal"):
        return
    yield from (f"### {sentence(plain(phase.label.nl)).rstrip('.')}", "")
    yield from (f"*{sentence(sourced(phase.citation, phase.basis))}*", "") if phase.citation else ()
    ordinary = [t for t in process.exits(phase.key) if not t.exceptional]
    for t in ordinary:
        if t.requires or t.advises:
            yield from _step(process, t)
    bare = [f"{plain(t.label.nl)}{_leads_to(process, t)}" for t in ordinary if not (t.requires or t.advises)]
    if bare:
        yield from ("Zonder voorwaarden kunt u ook:", "", *(f"- {line}" for line in bare), "")
    if phase.watches:
        yield from ("**Zolang u in deze fase bent**, wordt hierop gelet:", "", *_rules(phase.watches))


def _step(process: Process, t: Transition) -> Iterator[str]:
    yield from (f"**Stap: {plain(t.label.nl)}**{_leads_to(process, t)}.", "")
    if t.requires:
        yield from ("Dit moet er zijn:", "", *_rules(t.requires))
    if t.advises:
        yield from ("Let ook hierop:", "", *_rules(t.advises))


def _leads_to(process: Process, t: Transition) -> str:
    return "" if t.is_loop else f" (daarna: {plain(process.phase(t.target).label.nl)})"


def _rules(rules: Iterable[Requirement]) -> list[str]:
    return [*(f"- {rule(x)}" for x in rules), ""]


def _everywhere(process: Process) -> Iterator[str]:
    """Yield the steps that lead out of many phases: to rest, to resume, to stop."""
    found: dict[str, list[Transition]] = {}
    for t in process.transitions:
        if t.exceptional or process.phase(t.source).kind == "suspended":
            found.setdefault(t.label.nl, []).append(t)
    if not found:
        return
    yield from ("### Rusten, hervatten en stoppen", "")
    for label, steps in found.items():
        phases = dict.fromkeys(process.phase(t.source).label.nl for t in steps)
        asked = {x.code: x for t in steps for x in t.requires}
        advised = {x.code: x for t in steps for x in t.advises if x.code not in asked}
        yield from (f"**Stap: {plain(label)}**. Dat kan vanuit: {plain('; '.join(phases))}.", "")
        if asked:
            yield from ("Dit moet er zijn (per fase kan dat minder zijn):", "", *_rules(asked.values()))
        if advised:
            yield from ("Let ook hierop:", "", *_rules(advised.values()))


def _endings(process: Process) -> list[str]:
    ends = [p for p in process.phases if p.outcome]
    if not ends:
        return []
    lines = [f"- {sentence(plain(p.label.nl)).rstrip('.')} ({_outcome(p)})" for p in ends]
    return ["### Hoe het kan eindigen", "", *lines, ""]


def _outcome(phase: Phase) -> str:
    return DUTCH(*ENDING[phase.outcome]).removeprefix("einde: ") if phase.outcome else ""


def _points(process: Process) -> list[str]:
    if not process.evaluation_points:
        return []
    lines = [line for point in process.evaluation_points for line in _point(process, point)]
    return ["## Wanneer u terugkijkt", "", *lines]


def _point(process: Process, point: EvaluationPoint) -> Iterator[str]:
    when = sentence(plain(point_text(point, Scene(process).voice("nl"))))
    with_what = f" Met: {plain(point.instrument.nl)}." if point.instrument else ""
    by_whom = f" Door: {plain(point.evaluator.nl)}." if point.evaluator else ""
    yield f"**{sentence(plain(point.label.nl)).rstrip('.')}**"
    yield f": {when}{with_what}{by_whom}"
    yield f": {sentence(sourced(point.citation, point.basis))}"
    if point.choice:
        yield f": Onze keuze: {plain(point.choice.nl)}"
    yield ""


def _people(process: Process) -> list[str]:
    played = [x for x in ROLE_PROFILES if x.plays_in(process.key) and x.processes]
    if not played:
        return []
    names = (f"- {plain(_ROLES[x.role].nl)}" for x in played)
    told = "Rollen die in dit proces een plaats hebben; [wie ze meestal vervult](rollen.md):"
    return ["## Wie wat doet", "", told, "", *names, ""]


def _factors(process: Process) -> list[str]:
    lines = []
    for kind, title in (("success", "Dit helpt:"), ("obstacle", "Dit staat in de weg:")):
        found = [x for x in FACTORS if x.kind == kind and x.bears(process.key)]
        if found:
            lines += [title, "", *(f"- {factor(x)}" for x in found), ""]
    told = "Wat de bronnen vertellen. Mensen zagen het in de praktijk; een effect is niet gemeten."
    return ["## Wat helpt en wat in de weg staat", "", told, "", *lines] if lines else []


def _examples(process: Process) -> list[str]:
    found = examples_of(process)
    if not found:
        return []
    return ["## In de praktijk", "", *(f"- [{plain(x.name)}](#voorbeeld-{x.id.lower()})" for x in found), ""]
