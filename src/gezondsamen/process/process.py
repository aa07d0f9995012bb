"""A process: phases, transitions, watched rules and evaluation points as one frozen value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, Final, Literal

import attrs

from gezondsamen import arguments
from gezondsamen.citations import Work
from gezondsamen.errors import InvalidProcess, UnknownPhase, shown
from gezondsamen.frozen import FrozenDict
from gezondsamen.labels import Label
from gezondsamen.periods import Every
from gezondsamen.process import adaptation, fingerprint, laws
from gezondsamen.process.conditions import Limit
from gezondsamen.process.evaluation_points import EvaluationPoint
from gezondsamen.process.parts import Parts, Slot
from gezondsamen.process.phases import Phase, Transition
from gezondsamen.process.requirements import Requirement
from gezondsamen.renderings import rendered
from gezondsamen.terms import Term, to_keys, unknown

ALL_BUT_LAW: Final = adaptation.ALL_BUT_LAW


def _to_phases(values: Iterable[Phase]) -> tuple[Phase, ...]:
    return arguments.sequence("Process.phases", values)


def _to_transitions(values: Iterable[Transition]) -> tuple[Transition, ...]:
    return arguments.sequence("Process.transitions", values)


def _to_evaluation_points(values: Iterable[EvaluationPoint]) -> tuple[EvaluationPoint, ...]:
    return arguments.sequence("Process.evaluation_points", values)


def _to_terms(values: Iterable[Term]) -> tuple[Term, ...]:
    return arguments.sequence("Process.terms", values)


@attrs.frozen(slots=False, kw_only=True)
class Process:
    """Describe how a kind of collaboration runs, as a value that any interpreter can read.

    `subject` says what runs through it: a collaboration, or an agreement, whose track bears its id.
    `terms` are the words that may be recorded in it; `version` counts its releases; `based_on` is
    the key of the process it was adapted from.

    Raises `InvalidProcess` with every problem when the parts do not make a process: not exactly one
    initial phase, a transition to nowhere, a field with a value of another type, an unknown word in a
    condition, one code with two texts, one limit with two values, ...
    """

    key: str
    label: Label
    phases: tuple[Phase, ...] = attrs.field(converter=_to_phases)
    transitions: tuple[Transition, ...] = attrs.field(converter=_to_transitions)
    evaluation_points: tuple[EvaluationPoint, ...] = attrs.field(default=(), converter=_to_evaluation_points)
    terms: tuple[Term, ...] = attrs.field(default=(), converter=_to_terms, repr=False)
    subject: Literal["collaboration", "agreement"] = "collaboration"
    version: int = 1
    based_on: str | None = None

    def __attrs_post_init__(self) -> None:
        found = laws.problems(self, self._parts)
        if found:
            raise InvalidProcess(self.key, found)

    def __hash__(self) -> int:
        return hash((self.key, self.version, self.fingerprint))

    def __repr__(self) -> str:
        return f"Process({self.key!r}, {len(self.phases)} phases, {len(self.transitions)} steps)"

    def _repr_svg_(self) -> str:
        return rendered("diagram", self)

    def __getstate__(self) -> dict[str, Any]:
        return {a.name: getattr(self, a.name) for a in attrs.fields(Process)}

    # --- looking up ------------------------------------------------------------------------------

    @cached_property
    def initial(self) -> str:
        """The key of the phase in which it begins."""
        return next(phase.key for phase in self.phases if phase.kind == "initial")

    @cached_property
    def _parts(self) -> Parts:
        return Parts(self.phases, self.transitions, self.evaluation_points, self.terms)

    @cached_property
    def _phases(self) -> dict[str, Phase]:
        return {phase.key: phase for phase in self.phases}

    @cached_property
    def _table(self) -> dict[tuple[str, str], Transition]:
        return {(t.source, t.trigger): t for t in self.transitions}

    @cached_property
    def _exits(self) -> dict[str, tuple[Transition, ...]]:
        return {
            phase.key: tuple(t for t in self.transitions if t.source == phase.key) for phase in self.phases
        }

    def phase(self, key: str) -> Phase:
        """Return the phase with this key; raises `UnknownPhase` when there is none."""
        try:
            return self._phases[key]
        except (KeyError, TypeError):
            raise self._unknown(key) from None

    def _unknown(self, key: object) -> UnknownPhase:
        keys = {phase.key: phase.label for phase in self.phases}
        word = key if isinstance(key, str) else shown(key)
        message = f"process {self.key!r} has no phase {word!r}; it has {', '.join(keys)}."
        return unknown(UnknownPhase, "phase", word, keys, message)

    @property
    def lineage(self) -> tuple[str, ...]:
        """The keys under which content speaks of the process: its own, and that of its original."""
        return (self.key,) if self.based_on is None else (self.key, self.based_on)

    def has_phase(self, key: str) -> bool:
        """Tell whether the process has a phase with this key."""
        return isinstance(key, str) and key in self._phases

    def transition(self, source: str, trigger: str) -> Transition | None:
        """Return the transition out of a phase by a trigger, or None where there is none."""
        try:
            return self._table.get((source, trigger))
        except TypeError:  # what has no hash is no key
            return None

    def exits(self, source: str) -> tuple[Transition, ...]:
        """Return the transitions out of a phase, as declared; raises `UnknownPhase` when there is none."""
        try:
            return self._exits[source]
        except (KeyError, TypeError):
            raise self._unknown(source) from None

    @cached_property
    def _ways_out(self) -> dict[str, tuple[str, ...]]:
        return {source: tuple(t.trigger for t in exits) for source, exits in self._exits.items()}

    def ways_out(self, source: str) -> tuple[str, ...]:
        """Return the triggers that lead out of a phase, as `exits` does."""
        try:
            return self._ways_out[source]
        except (KeyError, TypeError):
            raise self._unknown(source) from None

    def evaluation_point(self, named: str) -> EvaluationPoint | None:
        """Return the evaluation point that a text names: by its key, or with the id of one of its moments."""
        arguments.check("named", named, str, "the key of an evaluation point, or the id of a moment")
        for point in self.evaluation_points:
            if named in (point.key, f"{self.key}.{point.key}") or f"/{point.key}/" in named:
                return point
        return None

    @cached_property
    def triggers(self) -> tuple[str, ...]:
        """Every trigger once, in the order in which they were declared."""
        return tuple(dict.fromkeys(t.trigger for t in self.transitions))

    @cached_property
    def interruptions(self) -> frozenset[str]:
        """The triggers of exceptional steps that lead out of more than two phases alike, as to stop."""
        alike = Counter(t.trigger for t in self.transitions if t.exceptional)
        return frozenset(trigger for trigger, count in alike.items() if count > 2)

    @cached_property
    def requirements(self) -> Mapping[str, Requirement]:
        """Every rule of the process by its code, as it stands where it stands first."""
        return FrozenDict(self._parts.rules)

    def slots(self) -> Iterator[Slot]:
        """Yield (where, rules) for every place in which rules stand: steps first, then phases."""
        return self._parts.slots()

    @cached_property
    def hard(self) -> frozenset[str]:
        """The codes of the rules that block at least one step."""
        return frozenset(r.code for t in self.transitions for r in t.requires if not r.is_note)

    @cached_property
    def limits(self) -> Mapping[str, Limit]:
        """Every named limit by its key, with the value that this process gives it."""
        return FrozenDict(self._parts.limits)

    @cached_property
    def works(self) -> tuple[Work, ...]:
        """Every work that it cites, in the order of first citation."""
        rules = self.requirements.values()
        cited = [c for r in rules for c in (r.citation, *r.also)]
        cited += [p.citation for p in self.evaluation_points]
        cited += [p.citation for p in self.phases if p.citation]
        cited += [t.citation for t in self.transitions if t.citation]
        return tuple(dict.fromkeys(c.work for c in cited))

    @cached_property
    def vocabulary(self) -> Mapping[str, Mapping[str, Term]]:
        """The terms by scheme and key."""
        found: dict[str, dict[str, Term]] = {}
        for term in self.terms:
            found.setdefault(term.scheme, {})[term.key] = term
        return FrozenDict({scheme: FrozenDict(terms) for scheme, terms in found.items()})

    @cached_property
    def sides(self) -> Mapping[str, str]:
        """The side of each kind of party that has one: the first group of its term."""
        kinds = self.vocabulary.get("party_kind", {})
        return FrozenDict({key: term.groups[0] for key, term in kinds.items() if term.groups})

    def term(self, scheme: str, key: str) -> Term | None:
        """Return the term with this key, or None where the process does not know it."""
        if not isinstance(scheme, str) or not isinstance(key, str):
            return None
        return self.vocabulary.get(scheme, {}).get(key)

    @cached_property
    def fingerprint(self) -> str:
        """A short text that changes when a phase key or a (source, trigger, target) does."""
        return fingerprint.of_map(self.phases, self.transitions)

    @cached_property
    def rules_fingerprint(self) -> str:
        """A short text that changes when a rule, a limit or an evaluation point does, not when words do."""
        return fingerprint.of_rules(self._parts)

    # --- making another --------------------------------------------------------------------------

    def adapt(
        self,
        *,
        key: str,
        limits: Mapping[str, int | Every] | None = None,
        drop: Iterable[str] | str = (),
        soften: Iterable[str] | str = (),
        require: Mapping[str, tuple[Requirement, ...]] | None = None,
        replace: Mapping[str, Requirement] | None = None,
        terms: Iterable[Term] = (),
        labels: Mapping[str, Label] | None = None,
        label: Label | None = None,
        version: int | None = None,
    ) -> Process:
        """Return a new process that differs where you say so.

        `key` is mandatory: another process has another name. The next `version` of a process keeps its
        key; without `version` it is that of this process. `limits` sets named limits; `drop`
        leaves rules out and `soften` lets them warn only (codes; `ALL_BUT_LAW` softens every rule
        that no statute asks); `require` adds rules to triggers; `replace` puts another reading in the
        place of a rule, wherever it stands: a rule of the same code, and for a statutory rule one of
        basis law with another citation, read on no earlier day; `terms` adds words that may be
        recorded; `labels` renames phases and triggers.

        Raises `InvalidProcess` when a code, limit, trigger or label key is unknown, when a
        statutory rule would be dropped, softened or replaced by anything but a newer reading, and
        when the result breaks a law.
        """
        arguments.check("key", key, str, "a text")
        if key == self.key and (version is None or version <= self.version):
            raise InvalidProcess(key, (adaptation.same_key(key),))
        change = adaptation.Adaptation(
            limits=arguments.mapping("limits", limits),
            drop=to_keys(drop),
            soften=to_keys(soften),
            require={
                trigger: arguments.items("require", rules, Requirement, "a tuple of rules for each trigger")
                for trigger, rules in arguments.mapping("require", require).items()
            },
            replace=arguments.mapping("replace", replace),
            labels=arguments.mapping("labels", labels),
            terms=arguments.items("terms", terms, Term, "terms"),
        )
        found = adaptation.problems(change, self._parts)
        if found:
            raise InvalidProcess(key, found)
        new = adaptation.apply(change, self._parts)
        return Process(
            key=key,
            label=self.label if label is None else label,
            phases=new.phases,
            transitions=new.transitions,
            evaluation_points=new.points,
            terms=new.terms,
            subject=self.subject,
            version=self.version if version is None else version,
            based_on=self.based_on if key == self.key else self.key,
        )

    def diff(self, other: Process) -> tuple[adaptation.Difference, ...]:
        """Return what is different here from another process, one value per difference."""
        arguments.check("other", other, Process, "a process")
        return adaptation.differences(_compared(other), _compared(self))


def _compared(process: Process) -> dict[tuple[str, str], object]:
    """Return each part that can differ by what it is and where it stands."""
    parts: dict[tuple[str, str], object] = {}
    for phase in process.phases:
        parts["phase", phase.key] = (phase.label, phase.kind, phase.outcome, phase.stage)
    for t in process.transitions:
        parts["transition", f"{t.source}.{t.trigger}"] = (
            t.target,
            t.label,
            t.concerns,
            t.since,
            t.exceptional,
        )
    for where, rules in process.slots():
        for rule in rules:
            parts["rule", f"{where} {rule.code}"] = adaptation.bare(rule)
    for key, limit in process.limits.items():
        parts["limit", key] = limit.value
    for point in process.evaluation_points:
        parts["evaluation_point", point.key] = adaptation.bare(point)
    for term in process.terms:
        parts["term", f"{term.scheme}.{term.key}"] = term
    return parts
