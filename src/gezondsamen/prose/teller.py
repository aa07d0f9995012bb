"""Who tells a journal: a voice that knows which process runs on each track, and what people wrote."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from gezondsamen.dossier import facts as f
from gezondsamen.dossier.journal import REDACTED, Journal
from gezondsamen.dossier.parties import About
from gezondsamen.dossier.tracks import MAIN
from gezondsamen.language import Language
from gezondsamen.process.process import Process
from gezondsamen.prose.scene import Scene, Voice


@attrs.frozen
class Teller:
    """Hold the voice, and the process that runs on each track."""

    v: Voice
    tracks: Mapping[str, Process]

    def process(self, track: str) -> Process:
        """Return the process of a track; the main one for a track that is not open yet."""
        return self.tracks.get(track, self.v.scene.process)

    def phase(self, track: str, key: str) -> str:
        """Return the name of a phase on a track."""
        return self.v.label(self.process(track).phase(key).label)

    def step(self, track: str, trigger: str) -> str:
        """Return the name of a step on a track."""
        steps = self.process(track).transitions
        return next((self.v.label(t.label) for t in steps if t.trigger == trigger), trigger)

    def on_track(self, track: str | None) -> str:
        """Return to which track something belongs, where that is not the whole collaboration."""
        if track is None or (track == MAIN and len(self.tracks) == 1):
            return ""
        return self.v(" (bij {what})", " (for {what})", what=self.track(track))

    def track(self, track: str) -> str:
        """Return what a track is called: the agreement whose life it is, or its process."""
        if track in self.v.scene.agreements:
            return self.v.agreement(track)
        label = self.v.label(self.process(track).label)
        return label if track in (MAIN, self.process(track).key) else f"{label} “{track}”"

    def about(self, about: About | None) -> str:
        """Return what something is about, as it follows a topic."""
        if about is None:
            return ""
        who = self.v.subject(about)
        if about.kind == "sector":
            who = self.v("de sector {who}", "the sector {who}", who=who)
        return self.v(" voor {who}", " for {who}", who=who)

    def text(self, text: str) -> str:
        """Return a text that somebody wrote, as it was written."""
        if text == REDACTED:
            return self.v("[weggehaald]", "[removed]")
        return f"“{text}”"

    def reason(self, reason: str) -> str:
        """Return why something was done, as a sentence."""
        return self.v(" Reden: {reason}.", " Reason: {reason}.", reason=self.text(reason))

    def people(self, parties: Iterable[str]) -> str:
        """Return the names of parties, all of them."""
        return self.v.listing([self.v.name(party) for party in parties])

    def rule(self, code: str) -> str:
        """Return what a rule is called, with its code."""
        every = (self.v.scene.process, *self.v.scene.others)
        found = next((p.requirements[code] for p in every if code in p.requirements), None)
        return code if found is None else f"“{self.v.label(found.name)}” ({code})"

    def quantity(self, amount: float | None, unit: str | None) -> str:
        """Return how much somebody brings in: a number, its unit, both or neither."""
        measure = self.text(unit) if unit == REDACTED else unit
        parts = ("" if amount is None else self.v.number(amount), measure)
        return " ".join(part for part in parts if part)


def teller(journal: Journal, processes: tuple[Process, ...], say: Language) -> Teller:
    """Return who tells a journal: with the names of parties and agreements that ever stood in it.

    Of several names the last counts, and one that was taken back only where there is no other.
    """
    names: dict[str, str] = {}
    titles: dict[str, str] = {}
    tracks: dict[str, Process] = {}
    by_key = {process.key: process for process in processes}
    taken_back = {entry.fact.entry for entry in journal if isinstance(entry.fact, f.Retracted)}
    for entry in sorted(journal, key=lambda entry: entry.number not in taken_back):
        match entry.fact:
            case f.PartyJoined(party=party):
                removed = say("[naam weggehaald]", "[name removed]")
                names[party.id] = removed if party.name == REDACTED else party.name
            case f.AgreementDrafted(agreement=agreement, title=title):
                titles[agreement] = "" if title is None or title == REDACTED else title
            case f.TrackOpened(track=track, process=process):
                tracks[track] = by_key[process]
            case _:
                pass
    scene = Scene(processes[0], names, agreements=titles, others=processes[1:])
    return Teller(Voice(scene, say), tracks)
