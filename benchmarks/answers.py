"""Write what the library answers to a folder, so that two versions can be compared with `diff -r`.

`python -m benchmarks.answers FOLDER` asks public names only: documents, checks, plans, watches, pages,
schedules, calendars, schemas and diagrams of every practice example, and the bytes of simulations.
"""

from __future__ import annotations

import hashlib
import json
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import gezondsamen as gs
from gezondsamen import guidance
from gezondsamen.examples import ids, load
from gezondsamen.exchange import json_schema, to_html, to_ics, to_mermaid

LANGUAGES = ("nl", "en")
STAMP = datetime(2026, 1, 1, tzinfo=UTC)


def plain(value: Any) -> str:
    return json.dumps(value, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def of_case(case: gs.Collaboration) -> dict[str, str]:
    """Return the answers about a case, by the names of files."""
    on = max(entry.fact.on for entry in case.entries_after(0))
    until = date(on.year + 3, 12, 31)
    schedule = gs.evaluation_schedule(case, on=on, until=until, calendar=gs.WEEKENDS)
    files = {"document.json": gs.dumps(case), "calendar.ics": to_ics(schedule, stamp=STAMP)}
    for lang in LANGUAGES:
        texts = []
        for track in case.tracks:
            options = case.options(on=on, track=track)
            watch = case.monitor(on=on, track=track)
            process = next(p for p in case.processes if p.key == case.dossier.track(track).process)
            plans = [case.plan(phase.key, on=on, track=track) for phase in process.phases]
            topics = guidance.open_topics(case, on=on, track=track)
            texts += [check.explain(lang) for check in options.values()]
            texts += [check.explain(lang) for check in case.review()]
            texts += [watch.explain(lang), *(plan.explain(lang) for plan in plans)]
            texts += [row.text(lang) for row in topics]
            name = track.replace("/", "-")
            files[f"plain.{name}.{lang}.json"] = plain(gs.to_dict([options, watch, plans, topics], lang))
            files[f"page.{name}.{lang}.html"] = to_html(case, on=on, lang=lang, track=track)
        texts += [f"{m.id} {m.on} {m.status_text(lang)} {m.reason(lang)}" for m in schedule]
        files[f"texts.{lang}.txt"] = "\n".join(texts) + "\n"
        files[f"schedule.{lang}.json"] = plain(gs.to_dict(schedule, lang))
    return files


def of_processes() -> dict[str, str]:
    """Return the answers about processes: plain data, diagrams, and an empty case of each."""
    files = {"schema.json": plain(json_schema())}
    day = date(2024, 1, 8)
    for key, process in gs.PROCESSES.items():
        for lang in LANGUAGES:
            files[f"{key}.{lang}.json"] = plain(gs.to_dict(process, lang))
            files[f"{key}.{lang}.mmd"] = to_mermaid(process, lang=lang)
            if process.subject is None:
                case = gs.Collaboration.start(process, id="case", on=day)
                checks = [check.explain(lang) for check in case.options(on=day).values()]
                plans = [case.plan(phase.key, on=day).explain(lang) for phase in process.phases]
                files[f"{key}.{lang}.txt"] = "\n".join([*checks, *plans])
        files[f"{key}.verify.txt"] = "\n".join(map(str, gs.verify(process))) + "\n"
    return files


def of_simulations() -> dict[str, str]:
    """Return a hash of each column of a simulation with each engine."""
    from gezondsamen.simulation import simulate
    from gezondsamen.simulation.examples import partnership

    files = {}
    for engine in ("numpy", "numba"):
        result = simulate(partnership(), cases=5_000, horizon=10, seed=7, engine=engine)
        tables = {"log": result.columns(), "points": result.points(), "moments": result.moments()}
        rows = [
            f"{table} {name} {hashlib.sha256(repr(column.tolist()).encode()).hexdigest()}"
            for table, columns in tables.items()
            for name, column in sorted(columns.items())
        ]
        files[f"{engine}.txt"] = "\n".join(rows) + "\n"
    return files


def main() -> None:
    folder = Path(sys.argv[1])
    answers = {"processes": of_processes(), "simulation": of_simulations()}
    answers |= {code: of_case(load(code).case) for code in ids()}
    for room, files in answers.items():
        (folder / room).mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            (folder / room / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
