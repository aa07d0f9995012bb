"""Evaluation moments along trajectories: evaluation points read as a schedule reads them.

A moment falls while the track runs, in the phases of its point. Recurring moments count from the first
anchor: coming back into a phase does not restart them. `points` says which points are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import attrs
import numpy as np
import numpy.typing as npt

from gezondsamen.process import evaluation_points as p
from gezondsamen.process.conditions import number
from gezondsamen.process.graph import reachable
from gezondsamen.simulation.draws import keys
from gezondsamen.simulation.draws.philox import draw
from gezondsamen.simulation.draws.tables import SPAN
from gezondsamen.simulation.engine.categorical import Categorical
from gezondsamen.simulation.engine.compiled import Ints
from gezondsamen.simulation.engine.marks import Marks, marks_of, rates_of
from gezondsamen.simulation.engine.rows import CENSORED, Rows, pieces
from gezondsamen.simulation.engine.trajectories import Columns, Drawn, Trajectories
from gezondsamen.simulation.model.distributions import Floats
from gezondsamen.simulation.model.model import Model
from gezondsamen.simulation.results.points import Source, points, years

HELD: Final = "held"
MISSED: Final = "missed"
"""What became of a moment; one that is optional can be missed without anyone being late."""


@attrs.frozen(eq=False)
class Moments:
    """Hold moments in the order of cases, and of a case in the order of time.

    `row` is the place of the visit among the rows they were found in; `point` numbers the points.
    """

    row: Ints
    point: Ints
    due: Floats
    held: npt.NDArray[np.bool_]


def moments_of(rows: Rows, result: Drawn) -> Moments:
    """Return the moments of the cases of these rows."""
    walk = _Walk.of(rows, result)
    parts: list[tuple[Any, ...]] = [
        (np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0), np.empty(0, bool))
    ]
    parts += [(row, np.full(len(row), place), due, held) for place, row, due, held in _by_point(walk)]
    row, point, due, held = (np.concatenate(columns) for columns in zip(*parts, strict=True))
    order = np.lexsort((point, due, walk.local[row]))
    return Moments(row[order], point[order], due[order], held[order])


def _by_point(walk: _Walk) -> Iterator[tuple[int, Ints, Floats, npt.NDArray[np.bool_]]]:
    """Yield the moments of each point: its number, their visits and times, and whether they are held."""
    sources = [source for source in points(walk.model) if source.simulated]
    for place, key in enumerate(point.key for point in walk.model.process.evaluation_points):
        found = [walk.moments(source) for source in sources if source.point.key == key]
        if not found:
            continue
        row, due = (np.concatenate(columns) for columns in zip(*found, strict=True))
        # Stable: at one and the same time, the point's own anchor comes first.
        order = np.lexsort((due, walk.local[row])) if len(found) > 1 else slice(None)
        row, due = row[order], due[order]
        chance = walk.model.held.get(key, 1.0)
        if chance == 1.0:  # no draw says otherwise
            yield place, row, due, np.ones(len(row), bool)
            continue
        word = draw(walk.result.run.seed, walk.rows["case"][row], keys.point(key), _nth(walk.local[row]))[0]
        yield place, row, due, (word + 0.5) / SPAN < chance


def _nth(case: Ints) -> Ints:
    """Return of each its number in its case, from 0; cases are in order."""
    first = np.flatnonzero(np.diff(case, prepend=-1))
    return np.arange(len(case)) - np.repeat(first, np.diff(first, append=len(case)))


@attrs.frozen(eq=False)
class _Walk:
    """Read the visits of whole cases; `begins` and `ends` are the first and the last row of each case."""

    rows: Rows
    result: Drawn
    local: Ints
    begins: Ints
    ends: Ints

    @classmethod
    def of(cls, rows: Rows, result: Drawn) -> _Walk:
        first = np.flatnonzero(np.diff(rows["case"], prepend=-1))
        many = np.diff(first, append=len(rows["case"]))
        return cls(rows, result, np.repeat(np.arange(len(first)), many), first, first + many - 1)

    @property
    def model(self) -> Model:
        return self.result.run.model

    def moments(self, source: Source) -> tuple[Ints, Floats]:
        """Return visits and times of the moments of one anchor of a point."""
        point, offset = source.point, 0.0 if source.offset is None else years(source.offset)
        case, at = self._anchors(source.anchor)
        if not source.event and point.every is not None and point.before_end is None:
            return self._series(point, case, at + offset)
        if not source.event and point.before_end is not None:
            offset = -years(point.before_end)
        return self._single(point, case, at + offset)

    def _running(self, point: p.EvaluationPoint) -> npt.NDArray[np.bool_]:
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
        c, rows = self.result.compiled, self.rows
        assert isinstance(anchor, p.OnPhase | p.OnTrigger)
        beyond = self._beyond(anchor)
        early = np.flatnonzero(beyond)
        before = 0.0 - self._spent()[early]
        if isinstance(anchor, p.OnPhase):
            into = np.flatnonzero((rows["phase_to"] == c.phases.index(anchor.phase)) & ~beyond[self.local])
            case, first = np.unique(self.local[into], return_index=True)
            case, at = np.append(early, case), np.append(before, rows["left"][into[first]])
            order = np.argsort(case, kind="stable")
            return case[order], at[order]
        taken = rows["trigger"] == c.triggers.index(anchor.trigger)
        row = np.flatnonzero(taken & (rows["status"] != CENSORED))
        at = rows["left"][row]
        marks = self._marks(anchor.trigger)
        case, at = np.append(self.local[row], self.local[marks.row]), np.append(at, marks.at)
        case, at = np.append(early, case), np.append(before, at)
        order = np.lexsort((at, case))
        return case[order], at[order]

    def _marks(self, trigger: str) -> Marks:
        rates = rates_of(self.model, trigger)
        return marks_of(self.rows, rates, self.result.compiled, self.result.run.seed)

    def _beyond(self, anchor: p.OnPhase | p.OnTrigger) -> npt.NDArray[np.bool_]:
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

    def _series(self, point: p.EvaluationPoint, case: Ints, at: Floats) -> tuple[Ints, Floats]:
        """Return recurring moments, counted from the first anchor of each case."""
        assert point.every is not None
        step = years(point.every) / number(point.min_count)
        start = np.full(len(self.begins), np.inf)
        known, first = np.unique(case, return_index=True)
        start[known] = at[first]
        rows = self.rows
        visits = np.flatnonzero(self._running(point)[rows["phase_from"]] & np.isfinite(start[self.local]))
        begin = start[self.local[visits]]
        entered, left = rows["entered"][visits], rows["left"][visits]
        # One more on both sides, for rounding; the times themselves decide.
        low = np.maximum(np.floor((entered - begin) / step), 1).astype(np.int64)
        high = np.floor((left - begin) / step).astype(np.int64) + 1
        many = np.maximum(high - low + 1, 0)
        visit = np.repeat(np.arange(len(visits)), many)
        n = np.arange(len(visit)) - np.repeat(np.cumsum(many) - many, many) + low[visit]
        due = begin[visit] + n * step
        inside = (due >= entered[visit]) & (due <= left[visit]) & (due < self.result.run.horizon)
        row, n, due = visits[visit[inside]], n[inside], due[inside]
        # A moment at a border lies in two visits: the later one has it.
        own = self.local[row]
        last = np.append((own[1:] != own[:-1]) | (n[1:] != n[:-1]), True)[: len(row)]
        return row[last], due[last]

    def _single(self, point: p.EvaluationPoint, case: Ints, due: Floats) -> tuple[Ints, Floats]:
        """Return one moment for each anchor, in the last visit that holds its time."""
        entered, left = self.rows["entered"], self.rows["left"]
        running = self._running(point)[self.rows["phase_from"]]
        found = np.full(len(case), -1)
        some, row = np.arange(len(case)), self.begins[case]
        while len(some):
            time = due[some]
            holds = running[row] & (entered[row] <= time) & (time <= left[row])
            found[some[holds]] = row[holds]
            on = (left[row] <= time) & (row < self.ends[case[some]])
            some, row = some[on], row[on] + 1
        kept = (found >= 0) & (due < self.result.run.horizon)
        return found[kept], due[kept]


def moments(result: Trajectories) -> dict[str, Any]:
    """Return every moment of every case as columns: case, point, phase, due (years), status."""
    keys = tuple(point.key for point in result.run.model.process.evaluation_points)
    found: list[tuple[Any, ...]] = []
    for rows, piece in _by_piece(result):
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


def load(result: Trajectories) -> Columns:
    """Return the moments per case in each year: year (from 0), point, due, held, missed."""
    keys = list(dict.fromkeys(source.point.key for source in points(result.run.model) if source.simulated))
    every = [point.key for point in result.run.model.process.evaluation_points]
    horizon = int(np.ceil(result.run.horizon))
    shape = (2, horizon, max(len(every), 1))
    counts = np.zeros(shape, np.int64)
    for rows in pieces(result.chunks()):
        for point, _, due, held in _by_point(_Walk.of(rows, result)):
            flat = held * horizon + due.astype(np.int64)
            counts[:, :, point] += np.bincount(flat, minlength=2 * horizon).reshape(2, horizon)
    own = [every.index(key) for key in keys]
    missed, held = (counts[way][:, own].ravel() for way in (0, 1))
    cases = result.tally.cases
    return {
        "year": np.repeat(np.arange(horizon), len(keys)),
        "point": np.tile(np.array(keys, str), horizon),
        "due": (held + missed) / cases,
        "held": held / cases,
        "missed": missed / cases,
    }


def _by_piece(result: Trajectories) -> Iterator[tuple[Rows, Moments]]:
    for rows in pieces(result.chunks()):
        yield rows, moments_of(rows, result)
