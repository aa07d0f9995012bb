"""The law of a change that means to change no answer: two processes answer alike about one case."""

from __future__ import annotations

from datetime import date, timedelta

from gezondsamen.collaboration import Collaboration
from gezondsamen.process.process import Process
from gezondsamen.schedule.schedule import evaluation_schedule
from gezondsamen.testing.laws.demand import demand


def answers_are_alike(case: Collaboration, other: Process, day: date) -> None:
    """Checks and schedules are the same when a case runs through another process of the same key."""
    processes = tuple(other if p.key == other.key else p for p in case.processes)
    twin = Collaboration(processes, case.dossier)
    for track in case.tracks:
        mine = case.options(on=day, track=track)
        theirs = twin.options(on=day, track=track)
        demand(list(mine) == list(theirs), "the same steps lead on", track, *mine, *theirs)
        for trigger, check in mine.items():
            rows = {row.requirement.code: row.status for row in theirs[trigger].outcomes}
            demand(check == theirs[trigger], "the same check gives the same answer", track, trigger, rows)
    until = day + timedelta(days=800)
    mine_later = evaluation_schedule(case, on=day, until=until)
    theirs_later = evaluation_schedule(twin, on=day, until=until)
    demand(mine_later == theirs_later, "the same evaluations follow", *mine_later.diff(theirs_later))
