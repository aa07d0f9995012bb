"""Stories of a process in Gherkin: one for each rule, and one for the way to each phase.

Each is told while it goes: a sentence is written after it did to a case what it says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

import attrs

import gezondsamen as gs
from gezondsamen.arguments import check
from gezondsamen.errors import GezondsamenError
from gezondsamen.exchange.markup import in_one_line
from gezondsamen.labels import Label
from gezondsamen.language import Language, capitalised, language_of
from gezondsamen.process.phases import Transition
from gezondsamen.process.requirements import Requirement
from gezondsamen.prose import stories as words
from gezondsamen.prose.missing import finding_lines
from gezondsamen.prose.remedies import remedy_lines
from gezondsamen.prose.scene import staged
from gezondsamen.testing.building.canonical import DAY
from gezondsamen.testing.building.spoilers import days_for
from gezondsamen.testing.stories.names import key_of
from gezondsamen.testing.stories.story import Story, ways


def to_gherkin(process: gs.Process, *, lang: str = "nl") -> str:
    r"""Return the stories of a process as a feature in Gherkin: save it as a `.feature`.

    Each rule has a story: a case that lacks only this rule, in which the step is refused because of it (or
    warns, where it is advice), and what helps; a watched rule warns in its phase. Each phase that the
    library's own plan leads to has one: the way there. Stories run with pytest-bdd and the plugin
    `gezondsamen.testing.stories.steps`. A rule for which no case can be made is named above them.

    Raises `InvalidArgument` for what is no process, and for a language without texts.

    >>> from gezondsamen.phases import CERTIFICATE
    >>> print(*to_gherkin(CERTIFICATE).splitlines()[:2], sep="\n")
    # language: nl
    Functionaliteit: Themacertificaat Gezonde School
    """
    check("process", process, gs.Process, "a process, such as gs.PPS")
    return "\n".join(_Writer(process, language_of(lang)).feature()) + "\n"


@attrs.frozen
class _Writer:
    """Write the stories of a process in a language."""

    process: gs.Process
    say: Language

    def feature(self) -> Iterator[str]:
        told: list[str] = []
        untold: list[str] = []
        for rules in self._rules():
            told_of = [line for stories in rules.values() for line in stories]
            rule = next(iter(rules))
            if told_of:
                told += ["", *self._rule(rule), *told_of]
            else:
                untold.append(rule.code)
        yield f"# language: {self.say.code}"
        yield self._head("feature", self.process.label)
        if untold:
            yield f"  {self.say(*words.UNTOLD, rules=self.say.listing(untold))}"
        yield from ("", f"  {self._word('rule')}: {self.say(*words.WAYS)}", *self._ways(), *told)

    # --- the way to each phase --------------------------------------------------------------------------

    def _ways(self) -> Iterator[str]:
        for phase in self.process.phases:
            teller = self._teller()
            plan = teller.story.case.plan(phase.key, on=DAY)
            if not plan.found:
                continue
            try:
                for step in plan.steps:
                    name = self._step(self.process.transition(teller.story.case.phase, step.trigger))
                    teller.tell("when", "ready", step=name)
                    teller.tell("when", "steps", step=name)
                teller.tell("then", "phase", phase=self._phase(phase.key))
            except (AssertionError, GezondsamenError):  # the plan looks further ahead than its first step
                continue
            yield from self._scenario(self.say(*words.WAY, phase=self.say.label(phase.label)), teller)

    # --- rules ------------------------------------------------------------------------------------------

    def _rules(self) -> Iterable[dict[Requirement, list[str]]]:
        """Return each rule by its code, as it is asked in one slot or another, with a story of the first."""
        found: dict[str, dict[Requirement, list[str]]] = {}
        for step in self.process.transitions:
            for rule in step.requirements:
                asked = found.setdefault(rule.code, {})
                if not rule.is_note and not asked.get(rule):
                    asked[rule] = [*self._at_a_step(step, rule)]
        for phase in self.process.phases:
            for rule in phase.watches:
                asked = found.setdefault(rule.code, {})
                if not rule.is_note and not asked.get(rule):
                    asked[rule] = [*self._watched(phase.key, rule)]
        return [asked for asked in found.values() if asked]

    def _at_a_step(self, step: Transition, rule: Requirement) -> Iterator[str]:
        """Return the story of a rule at a step: the first of its cases in which recording helps, else any."""
        hard, best = rule in step.requires, None
        for begun in ("comes", "adopted"):
            teller = self._teller()
            if not teller.tries("given", begun, phase=self._phase(step.source)):
                continue
            for lack in ways(teller.story.case, step.trigger, rule.code):
                codes = [rule.code, *sorted(lack.unmet - {rule.code})] if hard else [rule.code]
                made = teller.copy()
                helped = self._tells(made, step, lack.day, self.say.listing(codes), hard=hard)
                if helped is not None and (best is None or helped):
                    best = made
                if helped:
                    break
            if best is not None:
                break
        if best is not None:
            phase = self.say.label(self.process.phase(step.source).label)
            said = self.say(*words.AT_A_STEP, rule=rule.code, step=self.say.label(step.label), phase=phase)
            yield from self._scenario(said, best)

    def _tells(self, teller: _Teller, step: Transition, day: date, rules: str, *, hard: bool) -> bool | None:
        """Tell what becomes of a step that lacks rules, and return whether recording helped; None at odds."""
        name = self._step(step)
        if day != DAY:
            teller.tell("given", "day", day=self.say.day(day))
        if not teller.tries("given", "lacking", step=name, rules=rules):
            return None
        teller.tell("when", "steps", step=name)
        until = teller.observed(rules)
        if not hard:
            teller.tell("then", "taken")
            return teller.tries("then", "warned", rules=rules) or None
        if not teller.tries("then", "refused", rules=rules):
            return None
        asked = [("repaired", {"rules": rules})]
        ways_out = [asked, [*asked, ("ready", {"step": name})], [("waived", {"rules": rules})]]
        if until is not None:
            ways_out.insert(0, [("day", {"day": self.say.day(until)})])
        for way_out in ways_out:
            helped = teller.copy()
            if all(helped.tries("when", told, **given) for told, given in way_out):
                helped.tell("when", "steps", step=name)
                if helped.tries("then", "taken"):
                    teller.became(helped)
                    teller.tell("then", "phase", phase=self._phase(step.target))
                    return way_out is not ways_out[-1]
        return False

    def _watched(self, phase: str, rule: Requirement) -> Iterator[str]:
        for begun in ("comes", "adopted"):
            for day in days_for(rule.conditions, DAY):
                teller = self._teller()
                if not teller.tries("given", begun, phase=self._phase(phase)):
                    break
                if day != DAY:
                    teller.tell("given", "day", day=self.say.day(day))
                if not teller.tries("given", "unmet", rules=rule.code):
                    continue
                teller.observed(rule.code)
                teller.tell("then", "warned", rules=rule.code)
                for help_ in ("repaired", "waived"):
                    helped = teller.copy()
                    if helped.tries("when", help_, rules=rule.code) and helped.tries(
                        "then", "silent", rules=rule.code
                    ):
                        teller.became(helped)
                        break
                label = self.say.label(self.process.phase(phase).label)
                yield from self._scenario(self.say(*words.WATCHED, rule=rule.code, phase=label), teller)
                return

    # --- lines ------------------------------------------------------------------------------------------

    def _teller(self) -> _Teller:
        teller = _Teller(Story((self.process,)), self.say)
        labels = [(self.process.key, self.process.label)]
        teller.tell("given", "begins", process=self._named(self.process.key, self.process.label, labels))
        return teller

    def _phase(self, key: str) -> str:
        labels = [(phase.key, phase.label) for phase in self.process.phases]
        return self._named(key, self.process.phase(key).label, labels)

    def _step(self, step: Transition | None) -> str:
        assert step is not None
        labels = [(t.trigger, t.label) for t in self.process.exits(step.source)]
        return self._named(step.trigger, step.label, labels)

    def _named(self, key: str, label: Label, choices: Iterable[tuple[str, Label]]) -> str:
        """Return the label where it stands for the key, and can stand between quotes; else the key."""
        text = self.say.label(label)
        try:
            stands = key_of("name", text, choices) == key
        except GezondsamenError:
            stands = False
        return text if stands and '"' not in text and text == in_one_line(text) else key

    def _word(self, part: str) -> str:
        return self.say(*words.KEYWORDS[part])

    def _head(self, part: str, label: Label) -> str:
        return f"{self._word(part)}: {in_one_line(capitalised(self.say.label(label)))}"

    def _rule(self, rule: Requirement) -> Iterator[str]:
        yield f"  {self._word('rule')}: {rule.code} {in_one_line(self.say.label(rule.name))}"
        yield f"    {in_one_line(self.say(*words.WHAT, text=self.say.label(rule.text)))}"
        yield f"    {in_one_line(self.say(*words.SOURCE, text=rule.citation.text()))}"

    def _scenario(self, title: str, teller: _Teller) -> Iterator[str]:
        yield ""
        yield f"    {self._word('scenario')}: {in_one_line(title)}"
        yield from (f"      {in_one_line(note)}" for note in teller.notes)
        before = ""
        for part, text in teller.lines:
            yield f"      {self._word('and' if part == before else part)} {text}"
            before = part


@attrs.define
class _Teller:
    """Hold a story, and what was told of it."""

    story: Story
    say: Language
    lines: list[tuple[str, str]] = attrs.field(factory=list)
    notes: tuple[str, ...] = ()

    def observed(self, rules: str) -> date | None:
        """Note what rules lack now, and what would help; return the day for which to wait, where one must."""
        until = None
        self.notes = ()
        for row in self.story.lacks(rules):
            v = attrs.evolve(staged(row.scene), names=self._names()).voice(self.say.code)
            missing = finding_lines(row.requirement, row.findings, v)
            self.notes += (self.say(*words.MISSING, text=" ".join(missing)),)
            if row.remedy is not None:
                helps = remedy_lines(row.remedy, row.requirement, v, status=row.status)
                self.notes += (self.say(*words.HELPS, text=" ".join(helps)),)
                until = row.remedy.wait_until
        return until

    def _names(self) -> dict[str, str]:
        """Return what to call parties that were made for a case: by their kind."""
        case = self.story.case
        kinds = case.process.vocabulary.get("party_kind", {})
        came = [entry.fact.party for entry in case.dossier.events() if isinstance(entry.fact, gs.PartyJoined)]
        return {party.id: self.say.label(kinds[party.kind].label) for party in came if party.kind in kinds}

    def tell(self, part: str, name: str, **given: str) -> None:
        """Let a sentence do what it says, then write it; raises `AssertionError` as a story does."""
        getattr(self.story, name)(*given.values())
        self.lines.append((part, self.say(*words.SENTENCES[name], **given)))

    def tries(self, part: str, name: str, **given: str) -> bool:
        """Tell a sentence where that is possible."""
        try:
            self.tell(part, name, **given)
        except (AssertionError, GezondsamenError):
            return False
        return True

    def copy(self) -> _Teller:
        return _Teller(attrs.evolve(self.story), self.say, list(self.lines), self.notes)

    def became(self, other: _Teller) -> None:
        self.story, self.lines, self.notes = other.story, other.lines, other.notes
