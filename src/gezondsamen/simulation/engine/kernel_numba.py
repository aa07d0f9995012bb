"""The kernel compiled by numba: the same draws in the same order of operations, so the same bytes.

A block of cases takes its steps together, in passes: each pass is a plain loop over the block, which the
compiler turns into vector instructions where it can. What a model does not use costs no pass.
"""

from __future__ import annotations

import numpy as np
from numba import njit

from gezondsamen.simulation.draws import philox
from gezondsamen.simulation.draws.tables import BASE, LEAST, MOST, SHIFT, SIDE, SPAN
from gezondsamen.simulation.engine.compiled import COMPETING, FINAL
from gezondsamen.simulation.engine.rows import CENSORED, ENDED, MOVED, Rows, Summary, empty_rows
from gezondsamen.simulation.engine.task import Task

_M0, _M1 = (np.uint64(m) for m in philox.MULTIPLIERS)
_B0, _B1 = (np.uint64(b) for b in philox.BUMPS)
_MASK, _HALF = np.uint64(philox.MASK), np.uint64(32)
_ROUNDS = philox.ROUNDS
_NO, _ONE = np.uint32(0), np.uint32(1)

BLOCK = 512
"""How many cases take their steps together: their arrays fit in the nearest cache."""


@njit(inline="always")
def _word(k0, k1, c0, c1, c2, c3):  # type: ignore[no-untyped-def]
    """Return the first random word for a counter."""
    for _ in range(_ROUNDS):
        p = (c0 & _MASK) * _M0
        q = (c2 & _MASK) * _M1
        c0 = (q >> _HALF) ^ c1 ^ k0
        c2 = (p >> _HALF) ^ c3 ^ k1
        c1 = q & _MASK
        c3 = p & _MASK
        k0 = (k0 + _B0) & _MASK
        k1 = (k1 + _B1) & _MASK
    return c0


@njit
def _draw(k0, k1, size, low, high, which, visit, first, second):  # type: ignore[no-untyped-def]
    """Fill two random words for each counter."""
    for i in range(size):
        c0, c1, c2, c3 = np.uint64(low[i]), np.uint64(high[i]), np.uint64(which[i]), np.uint64(visit[i])
        a, b = k0, k1
        for _ in range(_ROUNDS):
            p = (c0 & _MASK) * _M0
            q = (c2 & _MASK) * _M1
            c0 = (q >> _HALF) ^ c1 ^ a
            c2 = (p >> _HALF) ^ c3 ^ b
            c1 = q & _MASK
            c3 = p & _MASK
            a = (a + _B0) & _MASK
            b = (b + _B1) & _MASK
        first[i] = np.uint32(c0)
        second[i] = np.uint32(c1)


@njit(inline="always")
def _time(word, begun, kin, clock, table_at, table_size, bins):  # type: ignore[no-untyped-def]
    """Return how long a visit lasts; `kin` is the share that lasts longer than the time already spent."""
    share = word + 0.5
    rest = SPAN - share
    if begun:
        rest = rest * kin
        share = SPAN - rest
    upper = rest < SPAN / 2
    distance = rest if upper else share
    distance = min(max(distance, LEAST), MOST)
    size = table_size[clock]
    if size > 0:
        index = min(np.int64(share / SPAN * size), size - 1)
    else:
        index = (np.float64(distance).view(np.int64) >> SHIFT) - BASE
        if upper:
            index += SIDE
    index = np.uint64(index + table_at[clock])
    return bins[index, 0] + bins[index, 1] * distance


@njit
def _stay(size, one, place, distance, index, stay, table_of, bins):  # type: ignore[no-untyped-def]
    """Fill how long visits last where nothing is special: tables of octaves, and no time spent before."""
    for i in range(size):
        share = np.float64(one[i]) + 0.5
        rest = SPAN - share
        # A word is never nearer to an end than one half, nor farther than the middle: nothing to clip
        # but the one distance that is exactly the middle, which no word has.
        d = min(rest, share)
        distance[i] = d
        side = SIDE if rest < SPAN / 2 else 0
        index[i] = (np.float64(d).view(np.int64) >> SHIFT) - BASE + side + table_of[place[i]]
    for i in range(size):
        at = np.uint64(index[i])
        stay[i] = bins[at, 0] + bins[at, 1] * distance[i]


@njit
def _choose(size, two, phase, local, width, chances, way):  # type: ignore[no-untyped-def]
    """Fill which way is taken by the second word; `chances` has one row for all cases, or one for each."""
    if len(chances) > 1:
        for i in range(size):
            chance = (two[i] + 0.5) / SPAN
            taken = _NO
            for j in range(width - 1):
                taken += np.uint32(chance >= chances[local[i], phase[i], j])
            way[i] = taken
        return
    flat = chances[0].ravel()
    for i in range(size):
        chance = (two[i] + 0.5) / SPAN
        base = phase[i] * np.uint32(width)
        taken = _NO
        for j in range(width - 1):
            taken += np.uint32(chance >= flat[base + np.uint32(j)])
        way[i] = taken


@njit
def _spell_out(first, step_of, ends, visits, lefts, spelt, rows, used):  # type: ignore[no-untyped-def]
    """Write the visits of a block as rows, case after case; return how many rows are in use."""
    from_of, to_of, trigger_of, status_of = spelt
    row_case, row_visit, row_from, row_to, row_trigger, row_entered, row_left, row_status = rows
    for i in range(len(step_of)):
        entered = 0.0
        for j in range(step_of[i]):
            end = ends[i, j]
            row_case[used] = first + i
            row_visit[used] = visits[i, j]
            row_from[used], row_to[used] = from_of[end], to_of[end]
            row_trigger[used], row_status[used] = trigger_of[end], status_of[end]
            row_entered[used], row_left[used] = entered, lefts[i, j]
            entered = lefts[i, j]
            used += 1
    return used


@njit(nogil=True, cache=True)
def _simulate(asked, effects, model, summary, rows):  # type: ignore[no-untyped-def]
    """Simulate cases from `begin` on, a block at a time; return where it stopped, and the rows in use.

    The visits of a block are kept by case and step, and spelt out as rows when it is done.
    """
    seed, first, begin, count, horizon, spent, timed, log, first_phase = asked
    speed, cumulative, shares = effects
    kind, ways, target, trigger, clock, word, clock_word, table_at, table_size, bins = model
    end_phase, end_time, end_visits = summary
    room = len(rows[0])
    used = 0
    k0 = np.uint64(seed) & _MASK
    k1 = np.uint64(seed) >> _HALF
    many, width = target.shape
    speeds, tilts, kins = speed.shape[0] > 1, cumulative.shape[0] > 1, shares.shape[0] > 1
    competing = (kind == COMPETING).any()
    uniform = (table_size > 0).any()
    flat_target = target.ravel().astype(np.uint32)
    word_of = word.astype(np.uint32)
    table_of = table_at[clock[:, 0]]
    final = kind == FINAL
    local, phase = np.empty(BLOCK, np.uint32), np.empty(BLOCK, np.uint32)
    time, stay, distance = np.empty(BLOCK), np.empty(BLOCK), np.empty(BLOCK)
    seen = np.empty(BLOCK * many, np.uint32)
    low, high = np.empty(BLOCK, np.uint32), np.empty(BLOCK, np.uint32)
    which, visit = np.empty(BLOCK, np.uint32), np.empty(BLOCK, np.uint32)
    one, two = np.empty(BLOCK, np.uint32), np.empty(BLOCK, np.uint32)
    index, way = np.empty(BLOCK, np.int64), np.empty(BLOCK, np.uint32)
    # How a visit ends is a number: a way out of a phase, or cut off in a phase. Tables spell it out.
    cut = many * width
    from_of = np.empty(cut + many, np.int8)
    to_of, trigger_of = np.full(cut + many, -1, np.int8), np.full(cut + many, -1, np.int8)
    status_of = np.full(cut + many, CENSORED, np.int8)
    for s in range(many):
        from_of[cut + s] = s
        for j in range(width):
            end = s * width + j
            from_of[end], to_of[end], trigger_of[end] = s, target[s, j], trigger[s, j]
            status_of[end] = ENDED if final[target[s, j]] else MOVED
    spelt = (from_of, to_of, trigger_of, status_of)
    deep = 16
    kept = BLOCK if log else 0
    ends, visits = np.empty((kept, deep), np.uint32), np.empty((kept, deep), np.uint32)
    lefts = np.empty((kept, deep))
    while begin < count:
        size = min(BLOCK, count - begin)
        whole = size
        visited = 0
        for i in range(size):
            local[i] = i
            phase[i] = first_phase
            time[i] = 0.0
            case = np.uint64(first + begin + i)
            low[i] = case & _MASK
            high[i] = case >> _HALF
        seen[: size * many] = _NO
        step = np.uint32(0)
        while size > 0:
            begun = step == 0 and spent > 0.0
            for i in range(size):
                s = phase[i]
                place = local[i] * np.uint32(many) + s
                which[i] = word_of[s]
                visit[i] = seen[place]
                seen[place] = visit[i] + _ONE
            _draw(k0, k1, size, low, high, which, visit, one, two)
            if begun or uniform:
                for i in range(size):
                    row = begin + local[i]
                    kin = shares[row if kins else 0, 0] if begun else 1.0
                    stay[i] = _time(one[i], begun, kin, clock[phase[i], 0], table_at, table_size, bins)
                    if begun:
                        stay[i] = max(stay[i] - spent * speed[row if speeds else 0, phase[i]], 0.0)
            else:
                _stay(size, one, phase, distance, index, stay, table_of, bins)
            if timed:
                for i in range(size):
                    stay[i] /= speed[begin + local[i] if speeds else 0, phase[i]]
            _choose(size, two, phase, local, width, cumulative[begin:] if tilts else cumulative, way)
            for i in range(size if competing else 0):
                s = phase[i]
                if kind[s] != COMPETING:
                    continue
                row = begin + local[i]
                stay[i] = np.inf
                way[i] = 0
                for j in range(ways[s]):
                    c = clock[s, j]
                    w = _word(
                        k0, k1, np.uint64(low[i]), np.uint64(high[i]), clock_word[c], np.uint64(visit[i])
                    )
                    kin = shares[row if kins else 0, j] if begun else 1.0
                    length = _time(np.uint32(w), begun, kin, c, table_at, table_size, bins)
                    if begun:
                        length = max(length - spent * speed[row if speeds else 0, s], 0.0)
                    if timed:
                        length /= speed[row if speeds else 0, s]
                    if length < stay[i]:
                        stay[i] = length
                        way[i] = j
            if log and step == deep:
                deep *= 2
                ends, visits, lefts = _deeper(ends), _deeper(visits), _deeper(lefts)
            onward = 0
            for i in range(size):
                s = phase[i]
                mine = local[i]
                until = time[i] + stay[i]
                over = until >= horizon
                until = horizon if over else until
                end = s * np.uint32(width) + way[i]
                to = s if over else flat_target[end]
                if log:
                    ends[mine, step] = np.uint32(cut) + s if over else end
                    visits[mine, step] = visit[i]
                    lefts[mine, step] = until
                # Written at every step: the last one stays. Cases that go on move up.
                row = begin + mine
                end_phase[row] = to
                end_time[row] = until
                end_visits[row] = step + _ONE
                local[onward] = mine
                phase[onward] = to
                time[onward] = until
                low[onward], high[onward] = low[i], high[i]
                onward += not over and not final[to]
            visited += size
            size = onward
            step += _ONE
        if log:
            if used + visited > room:
                return begin, used
            mine = end_visits[begin : begin + whole]
            used = _spell_out(first + begin, mine, ends, visits, lefts, spelt, rows, used)
        begin += whole
    return count, used


@njit
def _deeper(table):  # type: ignore[no-untyped-def]
    deeper = np.empty((len(table), 2 * table.shape[1]), table.dtype)
    deeper[:, : table.shape[1]] = table
    return deeper


def compute(task: Task) -> tuple[Summary, Rows | None]:
    """Simulate the cases of a task."""
    c = task.compiled
    summary = Summary(np.empty(task.count, np.int8), np.empty(task.count), np.empty(task.count, np.int32))
    model = (c.kind, c.ways, c.target, c.trigger, c.clock, c.word, c.clock_word)
    tables = (c.table_at, c.table_size, c.bins)
    parts = []
    done = 0
    room = task.count * 12 + 4096 if task.log else 0
    while done < task.count:
        rows = empty_rows(room)
        stopped, used = _simulate(
            (
                np.uint64(task.seed),
                task.first,
                done,
                task.count,
                task.horizon,
                task.spent,
                task.timed,
                task.log,
                c.first,
            ),
            (task.speed, task.cumulative, task.shares),
            model + tables,
            (summary.phase, summary.time, summary.visits),
            tuple(rows.values()),
        )
        parts.append({name: column[:used] for name, column in rows.items()})
        room = (
            2 * room
            if stopped == done
            else max(4096, 2 * (task.count - stopped) * (used // max(stopped - done, 1) + 1))
        )
        done = stopped
    if not task.log:
        return summary, None
    if len(parts) == 1:
        return summary, parts[0]
    return summary, {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}
