"""A story as it goes: what each sentence does to a case, or demands of it.

Sentences come with the words that people write; a name that there is not is refused with the nearest. What a
story demands and does not find is an `AssertionError` that says what was found.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import date
from typing import Final

import attrs

import gezondsamen as gs
from gezondsamen.decision.check import Outcome
from gezondsamen.errors import InvalidArgument, InvalidRecord
from gezondsamen.language import LANGUAGES
from gezondsamen.prose.fields import KIND, blank_label
from gezondsamen.prose.scene import Scene
from gezondsamen.terms import unknown
from gezondsamen.testing.building.canonical import DAY, canonical, filled
from gezondsamen.testing.building.construction import Lack, adopted, lacks
from gezondsamen.testing.building.spoilers import rule_spoilers
from gezondsamen.testing.stories.names import Named, codes_in, day_named, key_of

_REPAIRS: Final = 12
"""How often what a rule lacks is recorded at most: a new party brings new needs."""


@attrs.define
class Story:
    """Hold a case on its way through a story: its process, the day, and the answer to the last step.

    `processes` are those that a story may name. Each method is a sentence of `prose.stories`.

    >>> story = Story()
    >>> story.begins("publiek-private samenwerking")
    >>> story.ready("start fase 1")
    >>> story.steps("start fase 1")
    >>> story.phase("keuze van een organisatievorm")
    """

    processes: Sequence[gs.Process] = attrs.field(factory=lambda: tuple(gs.PROCESSES.values()))
    on: date = DAY
    _case: gs.Collaboration | None = None
    _check: gs.Check | None = None

    @property
    def case(self) -> gs.Collaboration:
        """The case of the story; raises `AssertionError` where it has not begun."""
        assert self._case is not None, "say first by which process the collaboration goes"
        return self._case

    def lacks(self, rules: str) -> tuple[Outcome, ...]:
        """Return what rules lack: at the step that was meant last, or as they are watched in this phase."""
        codes = codes_in(rules)
        return tuple(row for row in self._rows() if row.requirement.code in codes and row.findings)

    # --- what is there ---------------------------------------------------------------------------------

    def begins(self, process: str) -> None:
        """Begin a case of a process."""
        known = {each.key: each for each in self.processes}
        labels = ((each.key, each.label) for each in known.values())
        self._is(canonical(known[key_of("process", process, labels)]))

    def day(self, day: str) -> None:
        """Let it be a day, as people write it."""
        self.on, self._check = day_named(day), None

    def comes(self, phase: str) -> None:
        """Bring the case to a phase by the plan of the library."""
        self._is(canonical(self.case.process, self._phase(phase)))

    def adopted(self, phase: str) -> None:
        """Take a case over in a phase, with nothing on record."""
        self._is(adopted(self.case.process, self._phase(phase)))

    def joins(self, name: str, kind: str) -> None:
        """Let a party take part."""
        form = self.case.form(gs.PartyJoined, on=self.on)
        kinds = self.case.process.vocabulary.get("party_kind", {})
        chosen = key_of("name", kind, ((key, term.label) for key, term in kinds.items()))
        posted = {**form.answers(name), "0.party.name": name, "0.party.kind": chosen}
        self._is(self.case.record(*form.read(posted)))

    def form(self, form: str, rows: Iterable[Sequence[str]]) -> None:
        """Record what a form is filled in with: rows of what it asks, and the answer."""
        labels = ((kind.__name__, words) for kind, words in KIND.items())
        asked = self.case.form(key_of("name", form, labels), on=self.on)
        (draft,) = asked.drafts
        scene = Scene(asked.process, asked.names, agreements=asked.agreements)
        blanks = {blank.name(0): blank for blank in draft.blanks}
        named = [
            (name, (blank.field, *(blank_label(blank, draft, scene.voice(code)) for code in LANGUAGES)))
            for name, blank in blanks.items()
        ]
        suggested = asked.answers()
        posted: dict[str, str | list[str]] = {
            name: suggested[name] for name, blank in blanks.items() if blank.required and blank.suggestion
        }
        for label, answer in rows:
            name = key_of("name", label, named)
            blank = blanks[name]
            terms = asked.process.vocabulary.get(blank.scheme or "", {})
            said: dict[str, Named] = {key: term.label for key, term in terms.items()}
            said |= {**asked.names, **asked.agreements}
            several = blank.kind in ("parties", "choices")
            given = [text.strip() for text in answer.split(";")] if several else [answer]
            if blank.choices:
                known = [(key, said.get(key, key)) for key in blank.choices]
                given = [key_of("name", text, known) for text in given]
            elif blank.kind == "date":
                given = [str(day_named(answer))]
            posted[name] = given if several else given[0]
        self._is(self.case.record(*asked.read(posted)))

    def ready(self, step: str) -> None:
        """Put on record everything that a step asks."""
        trigger = self._step(step)
        check = self.case.check(trigger, on=self.on)
        self._is(self.case.record(*filled(check.repair)))
        check = self.case.check(trigger, on=self.on)
        assert check.allowed, check.explain("nl")

    def lacking(self, step: str, rules: str) -> None:
        """Put on record everything that a step asks, but for rules: the first, and those that imply it."""
        trigger, codes = self._step(step), codes_in(rules)
        found = [lack for lack in ways(self.case, trigger, codes[0]) if lack.day == self.on]
        hard = [lack for lack in found if lack.unmet == {*codes}]
        soft = [lack for lack in found if not lack.unmet and {*codes} <= lack.advised]
        assert hard or soft, (
            f"no case of {self.case.process.key} lacks only {rules} at {trigger} on {self.on}"
        )
        self._is((hard or soft)[0].case)
        self._check = self.case.check(trigger, on=self.on)

    def unmet(self, rules: str) -> None:
        """Let a rule that is watched in this phase be unmet."""
        process, here = self.case.process, self.case.process.phase(self.case.phase)
        steps = process.exits(here.key)
        (code,) = codes_in(rules)
        watched = {rule.code: rule for rule in here.watches}
        if code not in watched or not steps:
            message = f"phase {here.key!r} does not watch rule {code!r}"
            raise unknown(InvalidArgument, "rule", code, list(watched), message)
        for spoiler in rule_spoilers(watched[code], self.case, steps[0], self.on, None):
            try:
                case = spoiler.applied(self.case)
            except InvalidRecord:
                continue
            if any(row.requirement.code == code for row in case.monitor(on=self.on).found):
                self._is(case)
                return
        raise AssertionError(f"no case of {process.key} in {here.key} lacks {code} on {self.on}")

    # --- what happens ----------------------------------------------------------------------------------

    def repaired(self, rules: str) -> None:
        """Put on record what rules lack, of the step that was meant last, or watched in this phase."""
        for _ in range(_REPAIRS):
            lacking = [
                row for row in self._rows() if row.requirement.code in codes_in(rules) and row.findings
            ]
            drafts = [draft for row in lacking if row.remedy is not None for draft in row.remedy.drafts]
            if not drafts:
                break
            check = self._check
            self._is(self.case.record(*filled(drafts)))
            self._check = None if check is None else self.case.check(check.trigger, on=self.on)

    def waived(self, rules: str) -> None:
        """Set rules aside: for the step that was meant last, or those watched here for this day."""
        until = self.on if self._check is None else None
        check = self._check
        for code in codes_in(rules):
            self._is(self.case.record(gs.WaiverGranted(self.on, code, "…", "…", until=until)))
        self._check = check

    def steps(self, step: str, about: str | None = None) -> None:
        """Take a step, where it is allowed; what came of it is asked next."""
        trigger = self._step(step)
        parties = [(party.id, party.name) for party in self.case.dossier.parties]
        party = None if about is None else key_of("party", about, parties)
        self._check = self.case.check(trigger, on=self.on, about=party)
        if self._check.allowed:
            self._case = self.case.advance(trigger, on=self.on, about=party)

    # --- what is demanded ------------------------------------------------------------------------------

    def taken(self) -> None:
        """Demand that the last step was allowed."""
        assert self._check is not None, "no step was taken"
        assert self._check.allowed, self._check.explain("nl")

    def refused(self, rules: str) -> None:
        """Demand that the last step was refused because of these rules, and of no other."""
        assert self._check is not None, "no step was taken"
        found = {row.requirement.code for row in self._check.unmet}
        assert found == {*codes_in(rules)}, f"refused because of {sorted(found)}"

    def phase(self, phase: str) -> None:
        """Demand that the case is in a phase."""
        assert self.case.phase == self._phase(phase), f"the phase is {self.case.phase}"

    def warned(self, rules: str) -> None:
        """Demand that rules warn: at the last step, or as they are watched."""
        found = self._warning()
        assert {*codes_in(rules)} <= found, f"a warning of {sorted(found) or 'no rule'}"

    def silent(self, rules: str) -> None:
        """Demand that rules do not warn."""
        found = self._warning()
        assert not {*codes_in(rules)} & found, f"a warning of {sorted(found)}"

    # --- names -----------------------------------------------------------------------------------------

    def _is(self, case: gs.Collaboration) -> None:
        self._case, self._check = case, None

    def _rows(self) -> tuple[Outcome, ...]:
        return self.case.monitor(on=self.on).outcomes if self._check is None else self._check.outcomes

    def _warning(self) -> set[str]:
        blocks = self._check is not None
        return {
            row.requirement.code
            for row in self._rows()
            if row.status == "advised" or (row.status == "unmet" and not blocks)
        }

    def _phase(self, text: str) -> str:
        return key_of("phase", text, ((phase.key, phase.label) for phase in self.case.process.phases))

    def _step(self, text: str) -> str:
        """Return the trigger that is meant: of a step out of this phase, else of any."""
        here = [(t.trigger, t.label) for t in self.case.process.exits(self.case.phase)]
        try:
            return key_of("trigger", text, here)
        except InvalidArgument as refused:
            every = {t.trigger: t.label for t in self.case.process.transitions}
            with suppress(InvalidArgument):
                return key_of("trigger", text, every.items())
            raise refused from None


def ways(case: gs.Collaboration, trigger: str, code: str) -> tuple[Lack, ...]:
    """Return the cases in which a step out of the present phase lacks a rule, and as few others as may be."""
    step = case.process.transition(case.phase, trigger)
    if step is None or code not in {rule.code for rule in step.requirements}:
        message = f"step {trigger!r} out of {case.phase!r} does not ask rule {code!r}"
        codes = () if step is None else [rule.code for rule in step.requirements]
        raise unknown(InvalidArgument, "rule", code, codes, message)
    return lacks(case.process, case.phase, trigger, code)
