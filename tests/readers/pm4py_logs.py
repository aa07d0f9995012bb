"""Read our event logs with pm4py (AGPL-3.0), which researchers use; it is no dependency of ours.

`python -m tests.readers.pm4py_logs` makes an environment of its own for it, in a folder that goes away again;
`python -m tests.readers.pm4py_logs ENVIRONMENT` takes one that is there. Where pm4py cannot be installed,
it says so and passes.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import venv
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any, Final

import gezondsamen as gs
from gezondsamen.dossier.facts import Retracted, StepTaken
from gezondsamen.exchange import to_ocel, to_ocel_sqlite, to_xes
from gezondsamen.exchange.event_logs.happened import TOLD
from gezondsamen.exchange.markup import UNTOLD
from gezondsamen.simulation import simulate
from gezondsamen.simulation.examples import partnership
from tests.exchange.test_event_logs import CASES, UNTIL, renamed, unique
from tests.support.titles import HOSTILE_TITLES

READER: Final = """
import json, sys, warnings
warnings.simplefilter("ignore")
import pm4py
from pm4py.objects.ocel.validation import ocel20_rel_validation

def xes(name):
    table = pm4py.read_xes(name)
    found = {
        "cases": table["case:concept:name"].nunique(),
        "activities": table["concept:name"].value_counts().to_dict(),
        "ways": {" > ".join(pair): n for pair, n in pm4py.discover_dfg(table)[0].items()},
    }
    if "case:title" in table:
        found["titles"] = sorted(table["case:title"].unique().tolist())
    return found

def ocel(log):
    return {
        "activities": log.events["ocel:activity"].value_counts().to_dict(),
        "objects": log.objects["ocel:type"].value_counts().to_dict(),
        "relations": len(log.relations),
        "links": len(log.o2o),
        "titles": sorted(log.objects["title"].dropna().unique().tolist()),
    }

found = {
    "real": xes("real.xes"),
    "simulated": xes("simulated.xes"),
    "json": ocel(pm4py.read_ocel2_json("log.json")),
    "xml": ocel(pm4py.read_ocel2_xml("log.xml")),
    "sqlite": ocel(pm4py.read_ocel2_sqlite("log.sqlite")),
    "against": list(ocel20_rel_validation.apply("log.sqlite")[1]),
}
json.dump(found, open("found.json", "w", encoding="utf-8"))
"""


def cases() -> list[gs.Collaboration]:
    """Return every example, every canonical path, and a case under each title that is hard to write."""
    titled = [renamed(CASES[0], f"titel-{n}", title) for n, title in enumerate(HOSTILE_TITLES)]
    return [*unique(CASES), *titled]


def expected(given: list[gs.Collaboration]) -> dict[str, Any]:
    """Return what a reader finds, counted from the cases themselves."""
    steps = [[e.fact.trigger for e in case.dossier.steps(track)] for case in given for track in case.tracks]
    ways = Counter(
        f"{one} > {other}" for taken in steps for one, other in zip(["(begin)", *taken], taken, strict=False)
    )
    facts = [entry.fact for case in given for entry in case.dossier.events()]
    names = [x.trigger if isinstance(x, StepTaken) else TOLD[type(x)].name for x in facts]
    titles = sorted({UNTOLD.sub("", case.title) for case in given})
    log = json.loads("".join(to_ocel(given, until=UNTIL)))
    return {
        "relations": sum(len(event["relationships"]) for event in log["events"]),
        "links": sum(len(thing["relationships"]) for thing in log["objects"]),
        "cases": len(steps),
        "activities": dict(Counter(trigger for taken in steps for trigger in ("(begin)", *taken))),
        "ways": dict(ways),
        "titles": titles,
        "events": dict(Counter(name for name in names if name != TOLD[Retracted].name)),
    }


def read(given: list[gs.Collaboration], python: Path, folder: Path) -> dict[str, Any]:
    """Return what pm4py finds in the logs of these cases, and in one of simulated cases."""
    for name, pieces in (
        ("real.xes", to_xes(given, until=UNTIL)),
        ("log.json", to_ocel(given, until=UNTIL)),
        ("log.xml", to_ocel(given, until=UNTIL, form="xml")),
    ):
        with (folder / name).open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(pieces)
    (folder / "log.sqlite").write_bytes(to_ocel_sqlite(given, until=UNTIL))
    result = simulate(partnership(), cases=200, horizon=0.3, seed=1)
    result.to_xes(folder / "simulated.xes", begin=date(2024, 1, 1))
    subprocess.run(
        [python, "-c", READER], cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    found: dict[str, Any] = json.loads((folder / "found.json").read_text(encoding="utf-8"))
    return found


def python_of(folder: Path) -> Path:
    """Return the Python of an environment."""
    return folder / ("Scripts" if os.name == "nt" else "bin") / "python"


def environment(folder: Path) -> Path | None:
    """Return the Python of a new environment with pm4py; None where it cannot be installed."""
    venv.create(folder, with_pip=True)
    python = python_of(folder)
    installed = subprocess.run([python, "-m", "pip", "install", "-q", "pm4py>=2.7"], check=False)
    return python if installed.returncode == 0 else None


def differences(found: dict[str, Any], meant: dict[str, Any]) -> list[str]:
    """Return what pm4py finds otherwise than it is meant."""
    same = {
        "cases": found["real"]["cases"] == meant["cases"],
        "steps": found["real"]["activities"] == meant["activities"],
        "ways": found["real"]["ways"] == meant["ways"],
        "titles": found["real"]["titles"] == meant["titles"],
        "simulated cases": found["simulated"]["cases"] == 200,
        **{
            f"{what} of {form}": found[form][what] == wanted
            for form in ("json", "xml", "sqlite")
            for what, wanted in (
                ("activities", meant["events"]),
                ("objects", found["json"]["objects"]),
                ("relations", meant["relations"]),
                ("links", meant["links"]),
                ("titles", found["json"]["titles"]),
            )
        },
        "titles of objects": set(meant["titles"]) - {""} <= set(found["json"]["titles"]),
        "rules of the database": found["against"] == [],
    }
    return [name for name, right in same.items() if not right]


def main(arguments: list[str]) -> int:
    """Return 0 when pm4py finds what is meant, or cannot be had here; 1 with what differs."""
    given = cases()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        python = python_of(Path(arguments[0])) if arguments else environment(folder / "environment")
        if python is None:
            print("pm4py cannot be installed: event logs are not tried")
            return 0
        found, meant = read(given, python, folder), expected(given)
    for name in (wrong := differences(found, meant)):
        print(f"pm4py reads other {name}")
    if not wrong:
        events = sum(meant["events"].values())
        print(f"pm4py reads {meant['cases']} traces and {events} events of {len(given)} cases as meant")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
