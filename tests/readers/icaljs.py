"""Read our calendars with ical.js (MPL-2.0), the reader of Thunderbird and Nextcloud.

`python -m tests.readers.icaljs` installs it with npm in a folder that goes away again. Where npm is missing,
it says so and passes.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import attrs

from gezondsamen.exchange import to_ics
from gezondsamen.schedule.moments import Schedule
from tests.exchange.test_ical import STAMP, on_days, scheduled
from tests.readers.test_calendars import DAYS, ZONES, shown, told
from tests.support.titles import HOSTILE_TITLES

PACKAGE = "ical.js@2"
SCRIPT = Path(__file__).with_suffix(".mjs")

Rows = dict[str, tuple[str, str, str]]
"""Summary, start and end of each event, by UID."""


def iso(instant: datetime) -> str:
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")


def expected(schedule: Schedule, at: time | None = None, tz: str = "UTC") -> Rows:
    """Return what a right reader finds in the calendar of a schedule."""
    rows: Rows = {}
    for moment in schedule:
        start, end = str(moment.on), str(moment.on + timedelta(days=1))
        if at is not None:
            begins = datetime.combine(moment.on, at, ZoneInfo(tz)).astimezone(UTC)
            start, end = iso(begins), iso(begins + timedelta(minutes=90))
        summary = f"{shown(schedule.title)}: {moment.point.label.nl}"
        rows[f"{moment.id}@gezondsamen"] = (summary, start, end)
    return rows


def cases() -> list[tuple[str, Rows]]:
    """Return calendars, each with what is in it: every zone and time, a whole schedule, every title."""
    hours = [(tz, at) for tz in ZONES for at in (time(0), time(9, 30), time(23))]
    days = on_days(*DAYS)
    found = [(told(days, at, tz), expected(days, at, tz)) for tz, at in hours]
    titled = [attrs.evolve(on_days(*DAYS[:2]), title=title) for title in HOSTILE_TITLES]
    return found + [(to_ics(each, stamp=STAMP), expected(each)) for each in (scheduled(), *titled)]


def read(texts: list[str]) -> list[Rows] | None:
    """Return what ical.js finds in calendars; None where it cannot be installed."""
    with tempfile.TemporaryDirectory() as folder:
        install = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts", PACKAGE]
        if subprocess.run(install, cwd=folder, check=False, stdout=subprocess.DEVNULL).returncode:
            return None
        given = json.dumps(texts).encode()
        run = subprocess.run(["node", SCRIPT], cwd=folder, input=given, stdout=subprocess.PIPE, check=True)
    return [
        {event["uid"]: (event["summary"], event["start"], event["end"]) for event in events}
        for events in json.loads(run.stdout)
    ]


def main() -> int:
    """Return 0 when ical.js finds what is meant, or cannot be had here; 1 with the first difference."""
    if shutil.which("npm") is None or shutil.which("node") is None:
        print("npm is missing: ical.js is not tried")
        return 0
    given = cases()
    read_back = read([text for text, _ in given])
    if read_back is None:
        print("npm cannot install ical.js: it is not tried")
        return 0
    for (_, meant), found in zip(given, read_back, strict=True):
        for uid in meant | found:
            if meant.get(uid) != found.get(uid):
                print(f"{uid}: meant {meant.get(uid)}, ical.js reads {found.get(uid)}")
                return 1
    print(f"ical.js reads {sum(len(meant) for _, meant in given)} events in {len(given)} calendars as meant")
    return 0


if __name__ == "__main__":
    sys.exit(main())
