"""Evaluation moments along trajectories: evaluation points read as a schedule reads them.

A moment falls while the track runs, in the phases of its point. Recurring moments count from the first
anchor: coming back into a phase does not restart them. `points` says which points are left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import ModuleType
from typing import Any, Final

import attrs
import numpy as np

from gezondsamen.process import evaluation_points as p
from gezondsamen.process.conditions import number
from gezondsamen.process.graph import reachable
from gezondsamen.simulation.draws import keys
from gezondsamen.simulation.engine.categorical import Categorical
from gezondsamen.simulation.engine.compiled import Ints
from gezondsamen.simulation.engine.engines import takes_numba
from gezondsamen.simulation.engine.marks import Marks, marks_of, rates_of
from gezondsamen.simulation.engine.rows import Rows, pieces
from gezondsamen.simulation.engine.trajectories import Drawn, Trajectories
from gezondsamen.simulation.model.distributions import Floats
from gezondsamen.simulation.model.model import Model
from gezondsamen.simulation.results import moments_numpy
from gezondsamen.simulation.results.moments_numpy import Bools
from gezondsamen.simulation.results.points import Source, points, years

HELD: Final = "held"
MISSED: Final = "missed"
"""What became of a moment; one that is optional can be missed without anyone being late."""


Sources = Mapping[int, Sequence[Source]]
"""The anchors whose moments follow from trajectories, by the number of their point."""


def sources_of(model: Model) -> Sources:
    """Return the anchors of a model that are simulated."""
    numbers = {point.key: place for place, point in enumerate(model.process.evaluation_points)}
    found: dict[int, list[Source]] = {}
    for source in points(model):
        if source.simulated:
            found.setdefault(numbers[source.point.key], []).append(source)
    return found


@attrs.frozen(eq=False)
class Moments:
    """Hold moments in the order of cases, and of a case in the order of time.

    `row` is the place of the visit among the rows they were found in; `point` numbers the points.
    """

    row: Ints
    point: Ints
    due: Floats
    held: Bools


def moments_of(rows: Rows, result: Drawn, sources: Sources) -> Moments:
    """Return the moments of the cases of these rows, from these anchors."""
    walk = Walk.of(rows, result, sources)
    parts: list[tuple[Any, ...]] = [
        (np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0), np.empty(0, bool))
    ]
    parts += [(row, np.full(len(row), place), due, held) for place, row, due, held in walk.by_point()]
    row, point, due, held = (np.concatenate(columns) for columns in zip(*parts, strict=True))
    order = np.lexsort((point, due, walk.local[row]))
    return Moments(row[order], point[order], due[order], held[order])


def _loops(result: Drawn) -> ModuleType:
    """Return the loops over moments: compiled where the engine is numba."""
    if not takes_numba(result.engine):
        return moments_numpy
    from gezondsamen.simulation.results import moments_numba

    return moments_numba


@attrs.frozen(eq=False)
class Walk:
    """Read the visits of whole cases; `begins` and `ends` are the first and the last row of each case."""

    rows: Rows
    result: Drawn
    sources: Sources
    loops: ModuleType
    local: Ints
    begins: Ints
    ends: Ints
    known: dict[Any, tuple[Ints, Floats]] = attrs.field(factory=dict)
    """What was worked out: several points count from one anchor, and recur as often."""

    @classmethod
    def of(cls, rows: Rows, result: Drawn, sources: Sources) -> Walk:
        """Return what reads these rows, for the moments of these anchors."""
        case = rows["case"]
        new = np.flatnonzero(case[1:] != case[:-1])
        begins, ends = np.append(0, new + 1), np.append(new, len(case) - 1)
        return cls(rows, result, sources, _loops(result), case - case[0], begins, ends)

    def by_point(self) -> Iterator[tuple[int, Ints, Floats, Bools]]:
        """Yield the moments of each point: its number, their visits and times, and whether they are held."""
        for place, own in self.sources.items():
            row, due = self.moments(own[0])
            if len(own) > 1:
                found = ((row, due), *(self.moments(source) for source in own[1:]))
                row, due = (np.concatenate(columns) for columns in zip(*found, strict=True))
                # Stable: at one and the same time, the point's own anchor comes first.
                order = np.lexsort((due, self.local[row]))
                row, due = row[order], due[order]
            key = own[0].point.key
            chance = self.model.held.get(key, 1.0)
            if chance == 1.0:  # no draw says otherwise
                yield place, row, due, np.ones(len(row), bool)
                continue
            seed, word = np.uint64(self.result.run.seed), np.uint64(keys.point(key))
            yield place, row, due, self.loops.held(seed, self.rows["case"], row, word, float(chance))

    @property
    def model(self) -> Model:
        return self.result.run.model

    def moments(self, source: Source) -> tuple[Ints, Floats]:
        """Return visits and times of the moments of one anchor of a point."""
        point, offset = source.point, 0.0 if source.offset is None else years(source.offset)
        if not source.event and point.every is not None and point.before_end is None:
            return self._series(point, source.anchor, offset)
        if not source.event and point.before_end is not None:
            offset = -years(point.before_end)
        case, at = self._anchors(source.anchor)
        return self._single(point, case, at + offset)

    def _running(self, point: p.EvaluationPoint) -> Bools:
        """Tell of each phase whether the point has moments in it: not where all stands still."""
        phases = self.model.process.phases
        return np.array(
            [
                phase.kind not in ("suspended", "final")
                and (not point.while_in or phase.key in point.while_in)
                for phase in phases
            ]
        )

    # --- anchors: cases and times, of a case in the order of time ----------------------------------

    def _anchors(self, anchor: p.Anchor) -> tuple[Ints, Floats]:
        if anchor not in self.known:
            self.known[anchor] = self._found(anchor)
        return self.known[anchor]

    def _found(self, anchor: p.Anchor) -> tuple[Ints, Floats]:
        c, rows = self.result.compiled, self.rows
        assert isinstance(anchor, p.OnPhase | p.OnTrigger)
        beyond = self._beyond(anchor)
        early = np.flatnonzero(beyond)
        before = 0.0 - self._spent()[early]
        if isinstance(anchor, p.OnPhase):
            into = np.flatnonzero(rows["phase_to"] == c.phases.index(anchor.phase))
            if len(early):
                into = into[~beyond[self.local[into]]]
            into = into[np.diff(self.local[into], prepend=-1) != 0]
            case, at = self.local[into], rows["left"][into]
        else:
            row = np.flatnonzero(rows["trigger"] == c.triggers.index(anchor.trigger))
            marks = self._marks(anchor.trigger)
            case, at = self.local[row], rows["left"][row]
            case, at = _merged(case, at, self.local[marks.row], marks.at)
        return _merged(early, before, case, at)

    def _marks(self, trigger: str) -> Marks:
        rates = rates_of(self.model, trigger)
        return marks_of(self.rows, rates, self.result.compiled, self.result.run.seed)

    def _beyond(self, anchor: p.OnPhase | p.OnTrigger) -> Bools:
        """Tell of each case whether it begins in the phase of the anchor, or in one reached only after it.

        As with a partnership that is adopted while it runs, the anchor then counts as its first known day.
        """
        starts = self.rows["phase_from"][self.begins]
        beyond = np.zeros(len(starts), bool)
        for s in np.unique(starts):
            beyond[starts == s] = self._begins_beyond(anchor, self.result.compiled.phases[s])
        return beyond

    def _spent(self) -> Floats:
        """Return the years that each case had been in the phase in which it begins."""
        run = self.result.run
        spent = run.begins.spent
        case = self.rows["case"][self.begins] - run.cases.start
        years: Floats = spent[case] if len(spent) > 1 else np.full(len(case), spent[0])
        return years

    def _begins_beyond(self, anchor: p.OnPhase | p.OnTrigger, start: str) -> bool:
        process = self.model.process
        if isinstance(anchor, p.OnPhase) and anchor.phase == start:
            return True
        if start == process.initial:
            return False
        arrows = [
            (step.source, step.target)
            for step in process.transitions
            if not (
                step.target == anchor.phase
                if isinstance(anchor, p.OnPhase)
                else step.trigger == anchor.trigger
            )
        ]
        into_initial = isinstance(anchor, p.OnPhase) and anchor.phase == process.initial
        return into_initial or start not in reachable((process.initial,), arrows)

    # --- from anchors to moments -------------------------------------------------------------------

    def _series(self, point: p.EvaluationPoint, anchor: p.Anchor, offset: float) -> tuple[Ints, Floats]:
        """Return recurring moments, counted from the first anchor of each case."""
        assert point.every is not None
        step = years(point.every) / number(point.min_count)
        known = (anchor, offset, step, point.while_in)
        if known not in self.known:
            case, at = self._anchors(anchor)
            start = np.full(len(self.begins), np.inf)
            first = np.diff(case, prepend=-1) != 0
            start[case[first]] = at[first] + offset
            columns = (self.rows[name] for name in ("phase_from", "entered", "left"))
            horizon = float(self.result.run.horizon)
            self.known[known] = self.loops.series(
                self.local, *columns, self._running(point), start, step, horizon
            )
        return self.known[known]

    def _single(self, point: p.EvaluationPoint, case: Ints, due: Floats) -> tuple[Ints, Floats]:
        """Return one moment for each anchor, in the last visit that holds its time."""
        entered, left = self.rows["entered"], self.rows["left"]
        phase, running = self.rows["phase_from"], self._running(point)
        found = np.full(len(case), -1)
        some, row = np.arange(len(case)), self.begins[case]
        while len(some):
            time = due[some]
            holds = running[phase[row]] & (entered[row] <= time) & (time <= left[row])
            found[some[holds]] = row[holds]
            on = (left[row] <= time) & (row < self.ends[case[some]])
            some, row = some[on], row[on] + 1
        kept = (found >= 0) & (due < self.result.run.horizon)
        return found[kept], due[kept]


def _merged(case: Ints, at: Floats, cases: Ints, times: Floats) -> tuple[Ints, Floats]:
    """Return anchors of two kinds in the order of cases and times; each kind is in that order."""
    if not len(cases) or not len(case):
        return (case, at) if len(case) else (cases, times)
    case, at = np.append(case, cases), np.append(at, times)
    order = np.lexsort((at, case))
    return case[order], at[order]


def moments(result: Trajectories) -> dict[str, Any]:
    """Return every moment of every case as columns: case, point, phase, due (years), status."""
    keys = tuple(point.key for point in result.run.model.process.evaluation_points)
    sources = sources_of(result.run.model)
    found: list[tuple[Any, ...]] = []
    for rows in pieces(result.chunks()):
        piece = moments_of(rows, result, sources)
        found.append(
            (
                rows["case"][piece.row],
                piece.point.astype(np.int16),
                rows["phase_from"][piece.row],
                piece.due,
                piece.held,
            )
        )
    case, point, phase, due, held = (np.concatenate(columns) for columns in zip(*found, strict=True))
    return {
        "case": case,
        "point": Categorical(point, keys),
        "phase": Categorical(phase, result.compiled.phases),
        "due": due,
        "status": Categorical(np.where(held, 0, 1).astype(np.int8), (HELD, MISSED)),
    }
