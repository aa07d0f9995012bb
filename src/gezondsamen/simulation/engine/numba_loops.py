"""The loops that numba compiles: the same draws and operations as in numpy, in the same order.

A block of cases takes its steps together, in passes: each pass is a plain loop over the block, which the
compiler turns into vector instructions where it can. What a model does not use costs no pass. The cases that
still go on stand in front; `local` is the place of each in its block.

Tuples are unpacked before a loop: inside, each access would count a reference. Everything compiled stands in
this file, for the cache of numba looks at no other for changes; but for the powers of shares, which stay.
"""

from __future__ import annotations

import numpy as np
from numba import njit

from gezondsamen.simulation.draws import philox
from gezondsamen.simulation.draws.tables import BASE, LEAST, MOST, SHIFT, SIDE, SPAN
from gezondsamen.simulation.engine.compiled import COMPETING
from gezondsamen.simulation.engine.numba_powers import power

_M0, _M1 = (np.uint64(m) for m in philox.MULTIPLIERS)
_B0, _B1 = (np.uint64(b) for b in philox.BUMPS)
_MASK, _HALF = np.uint64(philox.MASK), np.uint64(32)
_ROUNDS = philox.ROUNDS
_NO, _ONE = np.uint32(0), np.uint32(1)
_BITS = 52 - SHIFT

BLOCK = 512
"""How many cases take their steps together: their arrays fit in the nearest cache."""


@njit(inline="always")
def rounds(k0, k1, c0, c1, c2, c3):  # type: ignore[no-untyped-def]
    """Return the first two random words for a counter."""
    for _ in range(_ROUNDS):
        p = (c0 & _MASK) * _M0
        q = (c2 & _MASK) * _M1
        c0 = (q >> _HALF) ^ c1 ^ k0
        c2 = (p >> _HALF) ^ c3 ^ k1
        c1 = q & _MASK
        c3 = p & _MASK
        k0 = (k0 + _B0) & _MASK
        k1 = (k1 + _B1) & _MASK
    return c0, c1


@njit
def _enter(size, number, start, begin, cases, seen):  # type: ignore[no-untyped-def]
    """Let cases begin in their first phase, from this number on; `begin` is the place of the block."""
    local, phase, time, low, high = cases
    own = len(start) > 1
    for i in range(size):
        local[i] = i
        phase[i] = start[begin + i if own else 0]
        time[i] = 0.0
        case = np.uint64(number + i)
        low[i] = case & _MASK
        high[i] = case >> _HALF
    seen[:] = _NO


@njit
def _draw(k0, k1, size, word_of, cases, seen, word, visit, one, two):  # type: ignore[no-untyped-def]
    """Draw two words for the visit in which each case is; `word_of` has the words of the phases."""
    local, phase, _, low, high = cases
    many = np.uint32(len(word_of))
    for i in range(size):
        s = phase[i]
        place = local[i] * many + s
        word[i] = word_of[s]
        visit[i] = seen[place]
        seen[place] = visit[i] + _ONE
    for i in range(size):
        a, b = rounds(k0, k1, np.uint64(low[i]), np.uint64(high[i]), np.uint64(word[i]), np.uint64(visit[i]))
        one[i], two[i] = np.uint32(a), np.uint32(b)


@njit(inline="always")
def _quantile(word, survival, exponent, clock, table_at, table_size, deep, bins):  # type: ignore[no-untyped-def]
    """Return the time of a clock for a word; `survival` is the share that lasts longer than was spent."""
    share = word + 0.5
    rest = SPAN - share
    if exponent >= 0.0:
        rest, share = power(rest / SPAN, share / SPAN, exponent)
        rest *= SPAN
        share *= SPAN
    rest *= survival
    if survival < 1.0:
        share = SPAN - rest
    upper = rest < SPAN / 2
    distance = rest if upper else share
    least = LEAST
    if upper and deep[clock] > 0:
        least *= 0.5 ** (deep[clock] >> _BITS)
    distance = min(max(distance, least), MOST)
    size = table_size[clock]
    if size > 0:
        index = min(np.int64(share / SPAN * size), size - 1)
    else:
        index = (np.float64(distance).view(np.int64) >> SHIFT) - BASE
        if upper:
            index += SIDE + deep[clock]
    index = np.uint64(index + table_at[clock])
    return bins[index, 0] + bins[index, 1] * distance


@njit
def _stay_plain(size, timed, clock_of, table_of, speed, bins, cases, begin, one, index, distance, stay):  # type: ignore[no-untyped-def]
    """Fill how long visits last where nothing is special: tables of octaves, no time spent before, no power.

    `clock_of` and `table_of` say of each phase which its clock is and where the table of that begins; `begin`
    is the place of the block in the task.
    """
    local, phase, _, _, _ = cases
    for i in range(size):
        share = np.float64(one[i]) + 0.5
        rest = SPAN - share
        # A word is never nearer to an end than one half, nor farther than the middle: nothing to clip
        # but the one distance that is exactly the middle, which no word has.
        d = min(rest, share)
        distance[i] = d
        side = SIDE if rest < SPAN / 2 else 0
        index[i] = (np.float64(d).view(np.int64) >> SHIFT) - BASE + side + table_of[phase[i]]
    for i in range(size):
        at = np.uint64(index[i])
        stay[i] = bins[at, 0] + bins[at, 1] * distance[i]
    own = len(speed) > 1
    for i in range(size if timed else 0):
        stay[i] /= speed[begin + local[i] if own else 0, clock_of[phase[i]]]


@njit
def _stay(size, waited, begun, effects, clock, tables, cases, begin, one, stay):  # type: ignore[no-untyped-def]
    """Fill how long visits last by the first clock of their phase; `waited` if years were spent before."""
    local, phase, _, _, _ = cases
    _, spents, shares = begun
    speed, powers, timed, powered = effects
    table_at, table_size, deep, bins = tables
    own_speed, own_power = len(speed) > 1, len(powers) > 1
    own_spent, own_shares = len(spents) > 1, len(shares) > 1
    for i in range(size):
        c, row = clock[phase[i], 0], begin + local[i]
        exponent = powers[row if own_power else 0, c] if powered else -1.0
        survival = shares[row if own_shares else 0, 0] if waited else 1.0
        length = _quantile(one[i], survival, exponent, c, table_at, table_size, deep, bins)
        rate = speed[row if own_speed else 0, c]
        if waited:
            length = max(length - spents[row if own_spent else 0] * rate, 0.0)
        stay[i] = length / rate if timed else length


@njit
def _compete(size, plain, waited, begun, effects, clocks, tables, cases, begin, drawn):  # type: ignore[no-untyped-def]
    """Fill stay and way anew where several times compete: each has a word of its own, the first wins.

    `plain` says that nothing is special, as for `_stay_plain`.
    """
    local, phase, _, low, high = cases
    k0, k1, visit, stay, way = drawn
    kind, ways, clock, word_of = clocks
    _, spents, shares = begun
    speed, powers, timed, powered = effects
    table_at, table_size, deep, bins = tables
    own_speed, own_power = len(speed) > 1, len(powers) > 1
    own_spent, own_shares = len(spents) > 1, len(shares) > 1
    for i in range(size):
        s, row = phase[i], begin + local[i]
        if kind[s] != COMPETING:
            continue
        stay[i] = np.inf
        way[i] = 0
        for j in range(ways[s]):
            c = clock[s, j]
            word, _ = rounds(k0, k1, np.uint64(low[i]), np.uint64(high[i]), word_of[c], np.uint64(visit[i]))
            if plain:
                share = np.uint32(word) + 0.5
                rest = SPAN - share
                distance = min(rest, share)
                side = SIDE if rest < SPAN / 2 else 0
                at = np.uint64((np.float64(distance).view(np.int64) >> SHIFT) - BASE + side + table_at[c])
                length = bins[at, 0] + bins[at, 1] * distance
            else:
                exponent = powers[row if own_power else 0, c] if powered else -1.0
                survival = shares[row if own_shares else 0, j] if waited else 1.0
                length = _quantile(np.uint32(word), survival, exponent, c, table_at, table_size, deep, bins)
                if waited:
                    spent = spents[row if own_spent else 0]
                    length = max(length - spent * speed[row if own_speed else 0, c], 0.0)
            if timed:
                length /= speed[row if own_speed else 0, c]
            if length < stay[i]:
                stay[i] = length
                way[i] = j


@njit
def _choose(size, width, chances, cases, begin, two, way):  # type: ignore[no-untyped-def]
    """Fill which way is taken by the second word; `chances` has one row for all cases, or one for each."""
    local, phase, _, _, _ = cases
    if len(chances) > 1:
        for i in range(size):
            chance = (two[i] + 0.5) / SPAN
            taken = _NO
            for j in range(width - 1):
                taken += np.uint32(chance >= chances[begin + local[i], phase[i], j])
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
def _move(size, step, horizon, keep, phases, cases, begin, visit, stay, way, log, summary):  # type: ignore[no-untyped-def]
    """End the visits of this step, on record where it is asked; return how many cases go on.

    How a visit ends is a number: a way out of a phase, or (behind all those) cut off in a phase.
    """
    local, phase, time, low, high = cases
    _, target, final = phases
    ending, visited, left = log
    end_phase, end_time, end_visits = summary
    cut, width = np.uint32(len(target)), np.uint32(len(target) // len(final))
    onward = 0
    for i in range(size):
        s, mine = phase[i], local[i]
        until = time[i] + stay[i]
        over = until >= horizon
        until = horizon if over else until
        end = s * width + way[i]
        to = s if over else target[end]
        if keep:
            ending[mine, step] = cut + s if over else end
            visited[mine, step] = visit[i]
            left[mine, step] = until
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
    return onward


@njit
def _spell_out(first, steps, log, endings, rows, used):  # type: ignore[no-untyped-def]
    """Write the visits of a block as rows, case after case; return how many rows are in use."""
    row_case, row_visit, row_from, row_to, row_trigger, row_entered, row_left, row_status = rows
    ending, visited, left = log
    source, target, trigger, status = endings
    for i in range(len(steps)):
        entered = 0.0
        for j in range(steps[i]):
            end = ending[i, j]
            row_case[used] = first + i
            row_visit[used] = visited[i, j]
            row_from[used], row_to[used] = source[end], target[end]
            row_trigger[used], row_status[used] = trigger[end], status[end]
            row_entered[used], row_left[used] = entered, left[i, j]
            entered = left[i, j]
            used += 1
    return used


@njit
def _deeper(table):  # type: ignore[no-untyped-def]
    """Return a table with room for twice as many steps."""
    deeper = np.empty((len(table), 2 * table.shape[1]), table.dtype)
    deeper[:, : table.shape[1]] = table
    return deeper


@njit(nogil=True, cache=True)
def trajectories(begin, asked, begun, effects, chances, clocks, tables, phases, endings, summary, rows):  # type: ignore[no-untyped-def]
    """Simulate cases from place `begin` on, a block at a time; return where it stopped, and the rows in use.

    The visits of a block are kept by case and step, and spelt out as rows when it is done. It stops where
    the rows of a block do not fit any more.
    """
    seed, first, count, horizon, keep, any_waited = asked
    start, _, _ = begun
    kind, _, clock, _ = clocks
    table_at, table_size, _, bins = tables
    speed, _, timed, powered = effects
    word_of, _, _ = phases
    k0, k1 = seed & _MASK, seed >> _HALF
    many, width = clock.shape
    competing = (kind == COMPETING).any()
    special = (table_size > 0).any() or powered
    clock_of = clock[:, 0].copy()
    table_of = table_at[clock_of]
    local, phase, time = np.empty(BLOCK, np.uint32), np.empty(BLOCK, np.uint32), np.empty(BLOCK)
    low, high = np.empty(BLOCK, np.uint32), np.empty(BLOCK, np.uint32)
    cases = (local, phase, time, low, high)
    seen = np.empty(BLOCK * many, np.uint32)
    word, visit = np.empty(BLOCK, np.uint32), np.empty(BLOCK, np.uint32)
    one, two = np.empty(BLOCK, np.uint32), np.empty(BLOCK, np.uint32)
    index, distance = np.empty(BLOCK, np.int64), np.empty(BLOCK)
    stay, way = np.empty(BLOCK), np.empty(BLOCK, np.uint32)
    kept, deep = BLOCK if keep else 0, 16
    log = (np.empty((kept, deep), np.uint32), np.empty((kept, deep), np.uint32), np.empty((kept, deep)))
    used = 0
    while begin < count:
        whole = min(BLOCK, count - begin)
        _enter(whole, first + begin, start, begin, cases, seen)
        size, visits, step = whole, 0, _NO
        while size > 0:
            waited = any_waited and step == 0
            _draw(k0, k1, size, word_of, cases, seen, word, visit, one, two)
            if special or waited:
                _stay(size, waited, begun, effects, clock, tables, cases, begin, one, stay)
            else:
                _stay_plain(
                    size, timed, clock_of, table_of, speed, bins, cases, begin, one, index, distance, stay
                )
            _choose(size, width, chances, cases, begin, two, way)
            if competing:
                plain = not (special or waited)
                drawn = (k0, k1, visit, stay, way)
                _compete(size, plain, waited, begun, effects, clocks, tables, cases, begin, drawn)
            if keep and step == deep:
                deep *= 2
                log = (_deeper(log[0]), _deeper(log[1]), _deeper(log[2]))
            visits += size
            size = _move(size, step, horizon, keep, phases, cases, begin, visit, stay, way, log, summary)
            step += _ONE
        if keep:
            if used + visits > len(rows[0]):
                return begin, used
            steps = summary[2][begin : begin + whole]
            used = _spell_out(first + begin, steps, log, endings, rows, used)
        begin += whole
    return count, used
