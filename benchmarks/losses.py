"""Kill those who write to a store at random moments, and look for what is lost, double or out of order.

    python -m benchmarks.losses URL [--writers 8] [--steps 20000] [--kills 200] [--seed 1]

Each writer is a process of its own. It takes a case, records one statement, and only when that is saved
notes its text in a file: what stands there was acknowledged. The store must be empty before.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from datetime import date
from pathlib import Path

import attrs

import gezondsamen as gs
from gezondsamen.dossier.facts import Stated
from gezondsamen.store import Store

CASES = 20
START = date(2024, 1, 8)

WRITER = "from benchmarks.losses import write; write()"


@attrs.frozen
class Losses:
    """Say what was found after the last writer: all but the first three numbers should be 0."""

    acknowledged: int
    kept: int
    kills: int
    lost: int
    double: int
    unasked: int
    gaps: int

    @property
    def clean(self) -> bool:
        """Whether every acknowledged statement is there once, and no more came than writers were killed."""
        return not (self.lost or self.double or self.gaps) and self.unasked <= self.kills


def write() -> None:
    """Be a writer: record statements until enough are acknowledged, or the process is killed."""
    url, notes, name, steps, seed = sys.argv[1:6]
    chance = random.Random(seed)
    with Store(url) as store, open(notes, "a", encoding="utf-8") as file:
        print("begun", flush=True)
        for number in range(int(steps)):
            text = f"{name}.{number}"
            with store.changing(f"case-{chance.randrange(CASES)}") as change:
                change.case = change.case.record(Stated(START, "purpose", text))
            file.write(f"{text}\n")
            file.flush()


def losses(url: str, *, writers: int, steps: int, kills: int, seed: int) -> Losses:
    """Return what became of that many steps by that many writers, killed so often."""
    chance = random.Random(seed)
    # Who is killed would leave half a file of coverage behind.
    unmeasured = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
    with Store(url) as store:
        for number in range(CASES):
            store.create(gs.Collaboration.start(gs.PPS, id=f"case-{number}", on=START))
    moments = sorted(chance.randrange(steps) for _ in range(kills))  # spread over all that is written
    with tempfile.TemporaryDirectory() as folder:
        running: dict[int, subprocess.Popen[bytes]] = {}
        begun, killed = 0, 0
        while True:
            told = sum(file.read_bytes().count(b"\n") for file in Path(folder).iterdir())
            for place in [place for place, process in running.items() if process.poll() is not None]:
                running.pop(place).communicate()
            if told >= steps and killed >= kills:
                break
            for place in set(range(writers)) - running.keys():
                begun += 1
                notes = Path(folder) / f"w{begun}"
                command = [sys.executable, "-c", WRITER, url, str(notes), f"w{begun}", str(steps), str(begun)]
                running[place] = subprocess.Popen(command, stdout=subprocess.PIPE, env=unmeasured)
            if killed < kills and told >= moments[killed]:
                victim = running.pop(chance.choice(list(running)))
                assert victim.stdout is not None
                victim.stdout.read(1)  # not before it writes
                time.sleep(chance.expovariate(20))
                _kill(victim)
                killed += 1
            else:
                time.sleep(chance.expovariate(20))
        for process in running.values():
            _kill(process)
            killed += 1
        texts = [line for file in Path(folder).iterdir() for line in file.read_text().splitlines()]
    return _counted(url, texts, killed)


def _kill(process: subprocess.Popen[bytes]) -> None:
    process.send_signal(signal.SIGKILL)
    process.communicate()


def _counted(url: str, acknowledged: list[str], kills: int) -> Losses:
    kept: Counter[str] = Counter()
    positions: list[int] = []
    gaps = 0
    with Store(url) as store:
        for ident in store.ids():
            case = store.load(ident)  # replays: numbers without gaps, facts that follow one another
            entries = case.entries_after(1)
            kept.update(e.fact.text for e in entries if isinstance(e.fact, Stated))
            row = next(row for row in store.cases(text=ident) if row.id == ident)
            gaps += row.version != case.version
        while news := store.news(positions[-1] if positions else 0):
            positions += [item.position for item in news]
    gaps += positions != list(range(1, len(positions) + 1))
    return Losses(
        acknowledged=len(acknowledged),
        kept=kept.total(),
        kills=kills,
        lost=sum(kept[text] == 0 for text in acknowledged),
        double=sum(times > 1 for times in kept.values()),
        unasked=len(kept.keys() - {*acknowledged}),
        gaps=gaps,
    )


def main() -> None:
    """Print what was found."""
    parser = argparse.ArgumentParser()
    parser.add_argument("url")
    parser.add_argument("--writers", type=int, default=8)
    parser.add_argument("--steps", type=int, default=20_000)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    chosen = vars(parser.parse_args())
    found = losses(chosen.pop("url"), **chosen)
    print(found)
    sys.exit(not found.clean)


if __name__ == "__main__":
    main()
