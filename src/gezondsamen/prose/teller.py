"""Who tells a journal: a voice that knows which process runs on each track, and what people wrote."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from gezondsamen.dossier.journal import REDACTED
from gezondsamen.dossier.parties import About
from gezondsamen.dossier.tracks import MAIN
from gezondsamen.process.process import Process
from gezondsamen.prose.scene import Voice


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
        return "" if about is None else self.v(" over {who}", " about {who}", who=self.v.subject(about))

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
