"""What cases that are drawn hold, process by process: how often each edge, kind of fact, phase and status.

    python -m benchmarks.draws [--draws 2000] [--seed 1] [PROCESS ...]

prints a table in Markdown; as a part of `python -m benchmarks` the rarest of each sort, out of fewer draws.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable
from datetime import date

import attrs
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

import gezondsamen as gs
from benchmarks import sample
from benchmarks.measuring import Figure
from gezondsamen.dossier import facts as f
from gezondsamen.testing import canonical, collaborations, days_of, edges_in, edges_of, reachable_phases
from gezondsamen.testing.building.edges import EDGES

DRAWS = 2_000
SEED = 1

PROCESSES = {**gs.PROCESSES, "own": sample.PROCESS}
"""Those that ship, and a small one of our own."""

Drawn = tuple[gs.Collaboration, date]


def _each() -> Counter[str]:
    return Counter()


@attrs.define
class Draws:
    """Count what drawn cases of one process hold: in how many of them each thing occurs."""

    process: gs.Process
    cases: int = 0
    phases: Counter[str] = attrs.field(factory=_each)
    facts: Counter[str] = attrs.field(factory=_each)
    edges: Counter[str] = attrs.field(factory=_each)
    sizes: Counter[str] = attrs.field(factory=_each)
    statuses: Counter[str] = attrs.field(factory=_each)
    rules: Counter[tuple[str, str]] = attrs.field(factory=Counter)

    def add(self, case: gs.Collaboration, on: date) -> None:
        """Count one case, and how its rules stand on a day."""
        self.cases += 1
        self.phases[case.phase] += 1
        kinds = [type(entry.fact).__name__ for entry in case.entries_after(0)]
        self.facts.update(set(kinds))
        self.edges.update(edges_in(case))
        parties, tracks = len(case.dossier.parties), len(case.tracks)
        self.sizes[f"{min(parties, 5)}{' or more' * (parties >= 5)} parties"] += 1
        self.sizes[f"{min(tracks, 3)}{' or more' * (tracks >= 3)} tracks"] += 1
        self.sizes["a correction"] += "Retracted" in kinds
        self.sizes["a waiver"] += "WaiverGranted" in kinds
        rows = [row for check in case.options(on=on).values() for row in check.outcomes]
        rows += case.monitor(on=on).outcomes
        self.statuses.update({row.status for row in rows})
        self.rules.update({(row.requirement.code, _plain(row.status)) for row in rows})

    def at(self) -> list[int]:
        """Return how many cases are in each phase that can be reached."""
        return [self.phases[phase] for phase in reachable_phases(self.process)]

    def possible(self) -> list[str]:
        """Return the edges that any case of the process can reach."""
        bases = [canonical(self.process, phase) for phase in reachable_phases(self.process)]
        beside = [other for other in gs.PROCESSES.values() if other.subject != "agreement"]
        return [
            name for name in EDGES if not all(edges_of(base, name, beside=beside).is_empty for base in bases)
        ]

    def never(self, status: str) -> list[str]:
        """Return the rules that never came out so; of those that can be waived, where that is asked."""
        codes = [
            code
            for code, rule in self.process.requirements.items()
            if not rule.is_note and (status != "waived" or (rule.waivable and code in self.process.hard))
        ]
        return [code for code in codes if not self.rules[code, status]]

    def share(self, count: int) -> float:
        """Return a count as a share of the cases, in percent."""
        return 100 * count / max(self.cases, 1)

    def recorded(self) -> list[str]:
        """Return the kinds of facts that a host records and that the words of the process allow."""
        from gezondsamen.testing.strategies.facts import RECORDED, facts

        case = canonical(self.process).record(*_somebody(self.process))
        some = [kind for kind in RECORDED if not facts(self.process, kind, case=case).is_empty]
        return [kind.__name__ for kind in some]


def _somebody(process: gs.Process) -> Iterable[gs.Fact]:
    """Yield that somebody takes part, and that an agreement was drafted, where the words are there."""
    day = date(2024, 1, 8)
    for kind in list(process.vocabulary.get("party_kind", ()))[:1]:
        for number in range(3):
            yield gs.PartyJoined(day, gs.Party(f"p-{number}", f"Partij {number}", kind))
    for kind in list(process.vocabulary.get("agreement_kind", ()))[:1]:
        yield gs.AgreementDrafted(day, "a-1", kind)


def _plain(status: str) -> str:
    return "unmet" if status == "advised" else status


def drawn(process: gs.Process, draws: int = DRAWS, number: int = SEED) -> Draws:
    """Draw so many cases of a process, each with a day, and count."""
    found = Draws(process)

    @st.composite
    def pairs(draw: st.DrawFn) -> Drawn:
        case = draw(collaborations(process))
        return case, draw(days_of(case))

    @seed(number)
    @settings(
        max_examples=draws,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(pairs())
    def count(pair: Drawn) -> None:
        found.add(*pair)

    count()
    return found


def figures() -> list[Figure]:
    """Return the rarest edge and kind of fact of each process, and how many rules never came out some way."""
    table: list[Figure] = []
    for key, process in PROCESSES.items():
        found = drawn(process, 500)
        for sort, names, counted in (
            ("edge", found.possible(), found.edges),
            ("kind of fact", found.recorded(), found.facts),
            ("phase", reachable_phases(process), found.phases),
        ):
            rarest = min(names, key=lambda name, counted=counted: counted[name])
            share = found.share(counted[rarest])
            table.append(Figure(f"{key}: rarest {sort}, {rarest}", share, "%", bar=1, at_least=True))
        for status in ("met", "unmet", "waived"):
            table.append(Figure(f"{key}: rules never {status}", len(found.never(status)), ""))
    return table


def rows(found: dict[str, Draws]) -> Iterable[tuple[str, list[str]]]:
    """Yield each row of the table: what it counts, and the share in each process."""
    some = {key: draws.possible() for key, draws in found.items()}
    for name in EDGES:
        yield (
            name,
            [_cell(draws, draws.edges[name], possible=name in some[key]) for key, draws in found.items()],
        )
    kinds = [kind.__name__ for kind in f.Fact.__args__]
    for kind in kinds:
        yield (
            f"`{kind}`",
            [_cell(draws, draws.facts[kind], possible=False) for draws in found.values()],
        )
    for size in dict.fromkeys(size for draws in found.values() for size in sorted(draws.sizes)):
        yield size, [_cell(draws, draws.sizes[size]) for draws in found.values()]
    for status in ("met", "unmet", "waived", "advised", "note"):
        yield f"a rule {status}", [_cell(draws, draws.statuses[status]) for draws in found.values()]
    yield (
        "rarest phase",
        [_cell(d, min(d.phases[p] for p in reachable_phases(d.process))) for d in found.values()],
    )
    for status in ("met", "unmet", "waived"):
        yield f"rules never {status}", [str(len(draws.never(status))) for draws in found.values()]


def _cell(draws: Draws, count: int, *, possible: bool = True) -> str:
    return f"{draws.share(count):.1f}" if possible or count else "–"


def main() -> None:
    """Print the table, and the rules that never came out some way."""
    parser = argparse.ArgumentParser()
    parser.add_argument("processes", nargs="*", default=list(PROCESSES))
    parser.add_argument("--draws", type=int, default=DRAWS)
    parser.add_argument("--seed", type=int, default=SEED)
    chosen = parser.parse_args()
    found = {key: drawn(PROCESSES[key], chosen.draws, chosen.seed) for key in chosen.processes}
    print(f"| % of {chosen.draws:,} draws | {' | '.join(found)} |")
    print(f"|---|{'---|' * len(found)}")
    for name, cells in rows(found):
        print(f"| {name} | {' | '.join(cells)} |")
    for key, draws in found.items():
        for status in ("met", "unmet", "waived"):
            if draws.never(status):
                print(f"\n{key}, never {status}: {', '.join(draws.never(status))}")


if __name__ == "__main__":
    main()
