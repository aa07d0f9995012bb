"""A grammar of journals: entries that mostly make sense, one after the other, of every kind of fact."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any, Final, get_args

import attrs

import gezondsamen as gs
from gezondsamen.annotations import hints, members
from gezondsamen.dossier.parties import About
from gezondsamen.periods import Every
from gezondsamen.scalars import PLAIN
from tests.hostile.choices import Choices
from tests.hostile.documents import DAYS, PERIODS, TEXTS, disordered, words
from tests.hostile.processes import CAST
from tests.support.builders import DAY

PROCESSES: Final = tuple(gs.PROCESSES.values())
FACTS: Final[tuple[type[Any], ...]] = get_args(gs.Fact)
IDS: Final = ("later", *CAST, "*", "gemeente+winkel", "")
AGREEMENTS: Final = ("convenant", "another", "main", "gemeente")
NUMBERS: Final = (1, 2, 0, 1.5, 10, -1, 10**6)


class Journal:
    """Write the entries of one journal, and keep where its tracks are."""

    def __init__(self, choices: Choices) -> None:
        self.choices = choices
        self.day = DAY
        self.process = choices.among(PROCESSES)
        self.phases: dict[str, tuple[gs.Process, str]] = {}
        self.entries: list[dict[str, Any]] = []
        self.joined: list[str] = []

    def document(self) -> dict[str, Any]:
        """Return the document after some entries; one in eight of it is put in disorder."""
        self.open("main", self.process)
        for ident in (*CAST, "+")[: 1 + self.choices.below(5)]:
            self.joined.append(ident)
            self.add({"type": "PartyJoined", "on": str(self.day), "party": self.party(ident)})
        if self.choices.below(2):
            self.add(
                {
                    "type": "AgreementDrafted",
                    "on": str(self.day),
                    "agreement": "convenant",
                    "kind": "covenant",
                }
            )
        for _ in range(1 + self.choices.below(12)):
            self.day += timedelta(
                days=self.choices.among((0, 0, 1, 40, -1) if self.day > DAY else (0, 1, 40))
            )
            kind = self.choices.among(FACTS)
            self.add(self.fact(kind), replaces=kind.__name__ == "Stated")
        plain: dict[str, Any] = {"gezondsamen": "Collaboration", "format": 1, "entries": self.entries}
        return disordered(plain, self.choices) if self.choices.once_in(8) else plain

    def anyone(self) -> str:
        """Return somebody who joined, or once in a while anybody."""
        rare = self.choices.once_in(12) or not self.joined
        return self.choices.among(IDS if rare else self.joined)

    def add(self, fact: dict[str, Any], *, replaces: bool = False) -> None:
        """Add an entry, with or without author and moment."""
        entry: dict[str, Any] = {"number": len(self.entries) + 1, "fact": fact}
        if self.choices.once_in(4):
            entry |= {"by": "u-1", "recorded_at": f"{self.day}T23:59:59+00:00"}
        if self.choices.once_in(12):
            entry["on_behalf_of"] = self.anyone()
        last = self.entries[-1]["fact"] if self.entries else {}
        if replaces and last.get("type") == "Retracted":
            entry["replaces"] = last["entry"]
        self.entries.append(entry)

    def open(self, track: str, process: gs.Process) -> None:
        """Open a track, or adopt it in any phase."""
        phase = self.choices.among(process.phases).key if self.choices.once_in(2) else process.initial
        fact = {
            "type": "TrackOpened",
            "on": str(self.day),
            "track": track,
            "process": process.key,
            "phase": phase,
        }
        if track == "main":
            fact |= {"collaboration": "waterstad"}
        if phase != process.initial:
            fact |= {"since": str(self.day), "reason": "het liep al"}
        self.phases[track] = (process, phase)
        self.add(fact)

    def fact(self, kind: type[Any]) -> dict[str, Any]:
        """Return a fact of a kind that mostly fits what came before."""
        if kind is gs.PartyJoined:
            fact: dict[str, Any] = {"on": str(self.day), "party": self.party(self.choices.among(IDS))}
            self.joined.append(fact["party"]["id"])
        elif kind.__name__ == "TrackOpened":
            process = self.choices.among(PROCESSES)
            track = self.choices.among(("second", "convenant", "main"))
            self.phases[track] = (process, process.initial)
            fact = {"on": str(self.day), "track": track, "process": process.key, "phase": process.initial}
        elif kind.__name__ == "StepTaken":
            fact = self.step()
        else:
            fact = {
                field.name: self.value(kind, field)
                for field in attrs.fields(kind)
                if field.default is attrs.NOTHING or self.choices.once_in(3)
            }
        return {"type": kind.__name__, **fact}

    def step(self) -> dict[str, Any]:
        """Return a step out of the phase in which its track is, or once in a while any other."""
        track = self.choices.among(tuple(self.phases))
        process, phase = self.phases[track]
        steps = process.transitions if self.choices.once_in(6) else process.exits(phase)
        if not steps:
            return {"on": str(self.day), "track": track, "trigger": "start", "phase": phase}
        step = self.choices.among(steps)
        self.phases[track] = (process, step.target)
        about = {"about": {"kind": "party", "id": self.choices.among(IDS)}} if step.concerns else {}
        return {"on": str(self.day), "track": track, "trigger": step.trigger, "phase": step.target, **about}

    def party(self, ident: str) -> dict[str, Any]:
        """Return a party, mostly of the kind that it has in the cast."""
        kind = CAST.get(ident) or self.word("party_kind")
        party: dict[str, Any] = {"id": ident, "name": f"Partij {ident}", "kind": kind}
        if self.choices.once_in(3):
            party["sectors"] = [self.word("sector")]
        if self.choices.once_in(4):
            party["internal"] = True
        return party

    def word(self, scheme: str) -> str:
        """Return a word of a scheme, or once in a while any."""
        known = tuple(self.process.vocabulary.get(scheme, ()))
        return (
            self.choices.among(known)
            if known and not self.choices.once_in(12)
            else self.choices.among(words())
        )

    def value(self, kind: type[Any], field: attrs.Attribute[Any]) -> Any:
        """Return plain data for a field, after its type, its scheme of words and its name."""
        choices = self.choices
        of = members(hints(kind)[field.name])
        scheme = field.metadata.get("scheme")
        if scheme is not None:
            many = any(getattr(member, "__origin__", None) is tuple for member in of)
            return [self.word(scheme) for _ in range(choices.below(3))] if many else self.word(scheme)
        if any(getattr(member, "__origin__", None) is tuple for member in of):
            return list(dict.fromkeys(self.anyone() for _ in range(choices.below(4))))
        if PLAIN["date"] in of:
            after = choices.among((0, 0, 30, 400, -1))
            day = str(self.day + timedelta(days=after))
            return choices.among(DAYS) if choices.once_in(12) and field.name != "on" else day
        if About in of:
            return self.about()
        if Every in of:
            return choices.among(PERIODS) if choices.once_in(12) else "P6M"
        if bool in of:
            return not choices.below(2)
        if int in of or float in of:
            return (
                2 + choices.below(len(self.entries))
                if int in of and float not in of
                else choices.among(NUMBERS)
            )
        return self.named(field.name)

    def about(self) -> dict[str, str]:
        """Return what a fact can be about."""
        kind = self.choices.among(("party", "sector", "role", "matter"))
        return {
            "kind": kind,
            "id": self.anyone() if kind == "party" else self.word(kind) if kind != "matter" else "x",
        }

    def named(self, name: str) -> str:
        """Return a text for a field with this name."""
        choices = self.choices
        if name == "track":
            return choices.among(tuple(self.phases))
        if name == "agreement":
            return choices.among(AGREEMENTS) if choices.once_in(6) else "convenant"
        if name in ("party", "successor", "owner"):
            return self.anyone()
        if name == "rule":
            return choices.among(tuple(self.process.requirements))
        if name == "trigger":
            return choices.among(self.process.triggers)
        if name == "point":
            return choices.among(tuple(p.key for p in self.process.evaluation_points) or ("x",))
        return choices.among(TEXTS) if choices.once_in(20) else "tekst"


def journal(given: bytes) -> str:
    """Return the text of a case with a journal."""
    return json.dumps(Journal(Choices(given)).document(), ensure_ascii=False)
