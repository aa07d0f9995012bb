"""Change the code a little, many times, and see whether the tests notice.

    PYTHONPATH=src python -m benchmarks.mutation ROOM [--seed 1] [--share 0.15] [--least 8] [--only TEXT]

A room is a part of the code with the tests that speak of it. Of every file a share of the changes is
drawn, always the same for a seed (`--only`: those whose line in the report holds the text). The tests are
collected once. Each change then lives in a fork, where it takes the place of the function it is in and
meets the tests that call it, until one fails.

Only the bodies of functions are changed, and of what numba compiles nothing: tests compare it with numpy.
Values that tests made while they were collected are not made anew, so that a survivor has to be looked
over. No change at all must survive, or nothing is known.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import functools
import gc
import os
import pickle
import random
import signal
import sys
import threading
import time
import types
from collections import Counter
from importlib import import_module
from pathlib import Path

import pytest
from _pytest.reports import TestReport
from _pytest.runner import runtestprotocol
from _pytest.warnings import catch_warnings_for_item

from benchmarks.mutants import changes, codes

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "gezondsamen"
TWICE = "testing/reference testing/laws testing/test_oracles.py"
ROOMS = {
    "decision": (
        "decision/**/*.py",
        f"decision dossier test_collaboration.py phases/test_guards.py {TWICE}",
    ),
    "schedule": (
        "schedule/*.py monitoring.py evaluation/*.py",
        f"schedule evaluation test_digest.py decision/test_check.py properties/test_schedules.py {TWICE}",
    ),
    "dossier": (
        "dossier/*.py",
        "dossier test_collaboration.py test_record.py test_record_narrowed.py test_replay.py",
    ),
    "process": ("process/**/*.py", "process decision/test_kinds.py"),
    "recording": (
        "collaboration.py admission.py replay.py correction.py redaction.py openings.py record.py renames.py",
        "dossier test_collaboration.py test_record.py test_record_narrowed.py test_replay.py test_renames.py "
        "test_texts.py test_scalars.py exchange/test_migration.py",
    ),
    "exchange": (
        "exchange/**/*.py",
        "exchange forms hostile command readers/test_tables.py readers/test_calendars.py test_digest.py "
        "prose/test_languages.py prose/test_statuses.py test_calendar_ends.py test_displays.py "
        "test_language.py test_labels.py",
    ),
    "simulation": ("simulation/**/*.py", "simulation"),
}
"""The code of each room, and the tests that are tried on it."""

SECONDS = 8
"""After so much work a change has survived; one that takes three times as much was noticed."""

Call = tuple[pytest.Item, set[tuple[str, int]]]


def note(seen: set[tuple[str, int]], frame: types.FrameType, *_: object) -> None:
    """Note which code is called."""
    seen.add((frame.f_code.co_filename, frame.f_code.co_firstlineno))


def run(item: pytest.Item) -> list[TestReport]:
    """Run a test with the warnings that it passes over, and tell nobody."""
    with catch_warnings_for_item(item.config, item.ihook, "runtest", item):
        return runtestprotocol(item, log=False)


def called(items: list[pytest.Item]) -> list[Call]:
    """Return which code each test calls, by file and first line; quick tests and first cases come first."""
    out, into = os.pipe()
    if not os.fork():
        result: list[tuple[float, set[tuple[str, int]]]] = []
        kept = [x for x in gc.get_objects() if isinstance(x, functools._lru_cache_wrapper)]
        kept = [x for x in kept if str(x.__module__).startswith("tests.")]
        for item in items:
            for cache in kept:  # what one test keeps for another, the other would seem not to call
                cache.cache_clear()
            seen: set[tuple[str, int]] = set()
            begun = time.perf_counter()
            watch = functools.partial(note, seen)
            threading.setprofile(watch)
            sys.setprofile(watch)
            run(item)
            sys.setprofile(None)
            result.append((time.perf_counter() - begun, seen))
        with os.fdopen(into, "wb") as pipe:
            pickle.dump(result, pipe)
        os._exit(0)
    os.close(into)
    with os.fdopen(out, "rb") as pipe:
        found = pickle.load(pipe)
    os.wait()
    cases = Counter[str]()
    ranked = list[tuple[float, int, Call]]()
    for n, (item, (seconds, seen)) in enumerate(zip(items, found, strict=True)):
        cases[name := item.nodeid.partition("[")[0]] += 1
        ranked.append((cases[name] * seconds, n, (item, seen)))
    return [call for *_, call in sorted(ranked)]


def fate(tree: ast.Module, path: str, tests: list[pytest.Item]) -> str:
    """Return what becomes of a changed module: killed, survived, or unreached by any test."""
    if child := os.fork():
        status = "survived" if os.waitpid(child, 0)[1] == 0 else "killed"
        return status if tests else "unreached"
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    os.dup2(1, 2)
    signal.setitimer(signal.ITIMER_VIRTUAL, 3 * SECONDS)
    new = codes(compile(ast.fix_missing_locations(tree), path, "exec"))
    for x in gc.get_objects():
        if isinstance(x, types.FunctionType) and x.__code__.co_filename == path:
            with contextlib.suppress(ValueError):  # it closes over less: what it stands in makes it anew
                x.__code__ = new.get((x.__code__.co_qualname, x.__code__.co_firstlineno), x.__code__)
        elif isinstance(x, functools._lru_cache_wrapper):
            x.cache_clear()
    for item in tests:
        if any(report.failed for report in run(item)):
            os._exit(1)
        if time.process_time() > SECONDS:  # a fork begins at nought
            break
    os._exit(0)


class Mutation:
    """Try changes where pytest would run the tests."""

    def __init__(self, args: argparse.Namespace) -> None:
        self.args = args

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection(self) -> None:
        """Let hypothesis draw the same each time, and tell of the first failure it finds."""
        from hypothesis import Phase, settings  # pytest loads it first

        phases = (Phase.explicit, Phase.generate)
        settings.register_profile("mutation", settings(), derandomize=True, database=None, phases=phases)
        settings.load_profile("mutation")

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Try the changes; print what survives, and the score of each file."""
        calls, scores = called(session.items), dict[str, Counter[str]]()
        print("\nwithout a change:", fate(ast.parse(""), "", [item for item, _ in calls]))
        files = {x for glob in ROOMS[self.args.room][0].split() for x in SOURCE.glob(glob)}
        for file in sorted(x for x in files if "numba" not in x.name):  # what is compiled has no code to swap
            text, path, name = file.read_text(), str(file), file.relative_to(SOURCE).as_posix()
            parts = file.relative_to(SOURCE.parent).with_suffix("").parts
            import_module(".".join(parts).removesuffix(".__init__"))  # else a fork imports it as it stands
            number, draw = len(changes(ast.parse(text))), random.Random(f"{self.args.seed} {name}")
            drawn = draw.sample(
                range(number), min(number, max(self.args.least, int(number * self.args.share)))
            )
            for i in sorted(drawn):
                tree = ast.parse(text)
                unit, (node, kind, change) = changes(tree)[i]
                before = ast.unparse(node)
                change()
                after = ast.unparse(node)
                said = f"{name}:{getattr(node, 'lineno', unit.lineno)} {kind}: {before}"
                said += f" -> {after}" if after != before else ""
                if self.args.only not in said:
                    continue
                first = min([unit.lineno, *(x.lineno for x in unit.decorator_list)])
                lines = range(first, (unit.end_lineno or first) + 1)
                tests = [item for item, seen in calls if any((path, line) in seen for line in lines)]
                came = fate(tree, path, tests)
                scores.setdefault(name, Counter())[came] += 1
                if came != "killed":
                    print(f"{came} {said}", flush=True)
        for name, score in scores.items():
            print(f"{name:40}{dict(score)}")
        total = sum(scores.values(), Counter[str]())
        print(self.args.room, dict(total), f"{total['killed'] / max(1, total.total()):.1%}")
        return True


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("room", choices=ROOMS)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--share", type=float, default=0.15)
    parser.add_argument("--least", type=int, default=8)
    parser.add_argument("--only", default="")
    chosen = parser.parse_args()
    tests = (str(ROOT / "tests" / name) for name in ROOMS[chosen.room][1].split())
    sys.exit(pytest.main(["-q", "-n0", "-p", "no:cacheprovider", *tests], plugins=[Mutation(chosen)]))
