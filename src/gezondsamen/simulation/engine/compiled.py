"""A model turned into arrays: what both kernels read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import lru_cache

import attrs
import numpy as np
import numpy.typing as npt

from gezondsamen.frozen import made_anew
from gezondsamen.process.phases import Transition
from gezondsamen.simulation.draws import keys
from gezondsamen.simulation.draws.tables import Table, tabulate
from gezondsamen.simulation.model.distributions import Distribution, Floats
from gezondsamen.simulation.model.model import Model

Ints = npt.NDArray[np.int64]

FINAL, TIMED, COMPETING = 0, 1, 2
"""How a phase is left: never, after its time by a choice, or by the first of several times."""


@attrs.frozen(eq=False)
class Compiled:
    """Hold a model as arrays; phases and triggers are numbers in the order of the process.

    `ways` counts the steps out of each phase. `target`, `trigger`, `clock` and `cumulative` have a row per
    phase and a column per step out: `cumulative` are added chances, of timed phases; `clock` numbers the
    table of a dwell time (first column), or of each competing time. `bins` holds start and slope of every
    bin of every table, from `table_at` on. `word` and `clock_word` are the words of `keys` for each phase
    and for each clock. `deep` counts the bins that a table has more on its upper side. `distributions` are
    those of the clocks; `digest` is one of all tables.
    """

    phases: tuple[str, ...]
    triggers: tuple[str, ...]
    kind: Ints
    ways: Ints
    target: Ints
    trigger: Ints
    cumulative: Floats
    clock: Ints
    word: npt.NDArray[np.uint64]
    clock_word: npt.NDArray[np.uint64]
    table_at: Ints
    table_size: Ints
    deep: Ints
    bins: Floats
    first: int
    distributions: tuple[Distribution, ...]
    digest: str

    def __attrs_post_init__(self) -> None:
        for field in attrs.fields(Compiled):
            value = getattr(self, field.name)
            if isinstance(value, np.ndarray):
                value.setflags(write=False)

    __reduce__ = made_anew

    def clocks(self, phase: int) -> int:
        """Return how many clocks a phase has: one dwell time, or one for each competing step."""
        return int(self.ways[phase]) if self.kind[phase] == COMPETING else int(self.kind[phase] == TIMED)


@lru_cache(maxsize=64)
def _table(distribution: Distribution, deeper: int) -> Table:
    # Kept, for scenarios share most of their distributions.
    return tabulate(distribution, deeper)


def _clocks(model: Model, phase: str, out: tuple[Transition, ...]) -> Iterator[tuple[int, Distribution]]:
    """Yield word and distribution of each clock of a phase: of its dwell time, or of its competing times."""
    if phase in model.hazards:
        for step in out:
            yield keys.clock(phase, step.trigger), model.hazards[phase][step.trigger]
    else:
        yield keys.phase(phase), model.dwell[phase]


def _joined(tables: list[Table]) -> tuple[Ints, Ints, Floats]:
    """Return all tables as one: where each begins, its size (0 for one of octaves), and the bins."""
    begins = np.cumsum([0, *(len(table.bins) for table in tables)])[:-1]
    sizes = [len(table.bins) if table.uniform else 0 for table in tables]
    return (
        begins.astype(np.int64),
        np.array(sizes, np.int64),
        np.concatenate([table.bins for table in tables]),
    )


def compile_model(model: Model, deeper: int = 0) -> Compiled:
    """Return the arrays of a model; tables that a hazard ratio reads go so many octaves `deeper`."""
    raised = {effect.phase for effect in model.effects if effect.hazard_ratio is not None}
    process = model.process
    phases = tuple(phase.key for phase in process.phases)
    triggers = process.triggers
    outs = {phase: model.ways(phase) for phase in phases}
    width = max(len(out) for out in outs.values())
    shape = (len(phases), width)
    kind, ways = np.zeros(len(phases), np.int64), np.zeros(len(phases), np.int64)
    target, trigger = np.zeros(shape, np.int64), np.zeros(shape, np.int64)
    cumulative, clock = np.ones(shape), np.zeros(shape, np.int64)
    tables: list[Table] = []
    distributions: list[Distribution] = []
    clock_words: list[int] = []
    for s, phase in enumerate(phases):
        out = outs[phase]
        if not out:
            continue
        ways[s] = len(out)
        for j, step in enumerate(out):
            target[s, j] = phases.index(step.target)
            trigger[s, j] = triggers.index(step.trigger)
        kind[s] = COMPETING if phase in model.hazards else TIMED
        if kind[s] == TIMED:
            given = model.chances(phase)
            chances = [given[step.trigger] for step in out]
            cumulative[s, : len(out) - 1] = np.cumsum(chances)[:-1] / sum(chances)
        for j, (word, distribution) in enumerate(_clocks(model, phase, out)):
            clock[s, j] = len(tables)
            tables.append(_table(distribution, deeper if phase in raised else 0))
            distributions.append(distribution)
            clock_words.append(word)
    table_at, table_size, bins = _joined(tables)
    return Compiled(
        phases=phases,
        triggers=triggers,
        kind=kind,
        ways=ways,
        target=target,
        trigger=trigger,
        cumulative=cumulative,
        clock=clock,
        word=np.array([keys.phase(phase) for phase in phases], np.uint64),
        clock_word=np.array(clock_words, np.uint64),
        table_at=table_at,
        table_size=table_size,
        deep=np.array([table.deep for table in tables], np.int64),
        bins=bins,
        first=phases.index(model.start),
        distributions=tuple(distributions),
        digest=hashlib.blake2b(repr([x.digest for x in tables]).encode(), digest_size=16).hexdigest(),
    )
