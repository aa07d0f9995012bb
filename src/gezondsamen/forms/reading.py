"""Reading a posted form: from names and texts to typed facts, or to every problem at its blank."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final

import attrs

from gezondsamen.dossier import facts as f
from gezondsamen.dossier.parties import About
from gezondsamen.forms.answers import WRITTEN, Refused
from gezondsamen.forms.blanks import Blank, put, value_at
from gezondsamen.forms.drafts import Draft
from gezondsamen.forms.posted import Posted, flat, ticked
from gezondsamen.forms.problems import FormError, FormProblem
from gezondsamen.terms import nearest
from gezondsamen.texts import is_blank

_OURS = re.compile(r"[0-9]+(\.|\Z)")
"""The beginning of a name that is that of a blank, or of a whole draft."""


def read(
    drafts: tuple[Draft, ...],
    taken: Iterable[str],
    posted: Mapping[str, Any],
    days: tuple[date | None, date | None] = (None, None),
    counted: Iterable[str] = (),
) -> tuple[f.Fact, ...]:
    """Return the facts that a posted form tells; raises `FormError` with every problem.

    `taken` are the ids that nothing new can have; `days` the first and the last day on which something
    can have happened; `counted` the topics of which there is never less than nothing.
    """
    reader = _Reader(drafts, frozenset(taken), flat(posted), *days, counted=frozenset(counted))
    reader.check_names()
    facts = [fact for n in range(len(drafts)) if (fact := reader.fact(n)) is not None]
    if reader.problems:
        raise FormError.of(tuple(reader.problems))
    return tuple(facts)


@attrs.define
class _Reader:
    """Read draft by draft: `ids` are chosen for suggested ones, `gone` belong to what was left out."""

    drafts: tuple[Draft, ...]
    taken: frozenset[str]
    posted: Posted
    since: date | None = None
    until: date | None = None
    counted: frozenset[str] = frozenset()
    problems: list[FormProblem] = attrs.Factory(list)
    ids: dict[str, str] = attrs.Factory(dict)
    gone: set[str] = attrs.Factory(set)

    def refuse(self, name: str, code: str, offender: str = "", nearest: str | None = None) -> None:
        self.problems.append(FormProblem(name, code, offender, nearest))

    def check_names(self) -> None:
        """Refuse names that look like those of a blank, and are none."""
        known = {str(n) for n in range(len(self.drafts))}
        known |= {b.name(n) for n, draft in enumerate(self.drafts) for b in draft.blanks}
        for name in self.posted:
            if _OURS.match(name) and name not in known:
                self.refuse(name, "unknown-name", name, nearest(name, known))

    def fact(self, number: int) -> f.Fact | None:
        """Return the fact of a draft, or None where it was left out or does not read."""
        draft = self.drafts[number]
        new = brings(draft.fact)
        mark = self.posted.get(str(number))
        if mark is not None and not ticked(mark):
            self.gone |= {new} - {""}
            return None
        lost = named(draft.fact) & self.gone
        before = len(self.problems)
        fact: Any = self.followed(draft.fact)
        for blank in draft.blanks:
            if blank.kind != "confirm":
                fact = self.filled(fact, blank.name(number), blank)
        fact = self.confirmed(fact, number)
        self.check_together(fact, number)
        for ident in sorted(lost & named(fact)):
            self.refuse(str(number), "left-out", ident)
        chosen = brings(fact)
        if new:
            self.choose(new, chosen, number)
        return None if len(self.problems) > before or _changes_nothing(fact) else fact

    def filled(self, fact: Any, name: str, blank: Blank) -> Any:
        """Return the fact with one blank filled in as posted, or with nothing in it."""
        texts = tuple(text for text in self.posted.get(name, ()) if not is_blank(text))
        if not texts:
            if blank.required:
                self.refuse(name, "required")
            return (
                fact if blank.required or blank.kind == "id" else put(fact, blank.path, _nothing(fact, blank))
            )
        try:
            if len(texts) > 1 and blank.kind not in ("parties", "choices"):
                raise Refused("several", ", ".join(texts))
            value = self.answer(blank, texts)
        except Refused as problem:
            self.refuse(name, problem.code, problem.offender, problem.nearest)
            return fact
        return put(fact, blank.path, value)

    def confirmed(self, fact: Any, number: int) -> Any:
        """Return the fact with the items that were ticked; the whole must be, where that is asked."""
        unticked: dict[str, set[str]] = {}
        for blank in self.drafts[number].blanks:
            name = blank.name(number)
            if blank.kind == "confirm" and not ticked(self.posted.get(name, ())):
                if blank.required:
                    self.refuse(name, "not-confirmed")
                elif len(blank.path) == 2:
                    unticked.setdefault(blank.path[0], set()).add(blank.path[1])
        for field, keys in unticked.items():
            fact = put(fact, (field,), tuple(key for key in getattr(fact, field) if key not in keys))
        return fact

    def check_together(self, fact: Any, number: int) -> None:
        """Refuse days out of bounds or the wrong way round, and an amount of nothing in particular."""
        fields = {blank.field for blank in self.drafts[number].blanks}
        for past in {"on", "done"} & fields:
            day = getattr(fact, past)
            if day is not None and self.since is not None and day < self.since:
                self.refuse(f"{number}.{past}", "before-start", str(day))
            elif day is not None and self.until is not None and day > self.until:
                self.refuse(f"{number}.{past}", "not-yet", str(day))
        for late, early in (("until", "on"), ("due", "on"), ("end", "start")):
            last, first = getattr(fact, late, None), getattr(fact, early, None)
            if late in fields and last is not None and first is not None and last < first:
                self.refuse(f"{number}.{late}", "too-early", str(last))
        if "unit" in fields and fact.amount is not None and not fact.unit:
            self.refuse(f"{number}.unit", "required")
        if isinstance(fact, f.Quantified) and fact.topic in self.counted and fact.amount < 0:
            self.refuse(f"{number}.amount", "out-of-bounds", str(fact.amount))
        if {"every", "due"} <= fields and fact.every is None and fact.due is None:
            self.refuse(f"{number}.due", "required")

    # --- what is chosen ----------------------------------------------------------------------------

    def answer(self, blank: Blank, texts: tuple[str, ...]) -> Any:
        """Return what the texts of a blank say; raises `Refused` where they say nothing that fits."""
        if blank.kind in WRITTEN:
            return WRITTEN[blank.kind](blank, texts[0])
        chosen = tuple(dict.fromkeys(self.choice(blank, text) for text in texts))
        if blank.kind in ("parties", "choices"):
            return chosen
        if blank.kind == "subject":
            kind, _, ident = chosen[0].partition(":")
            return About(kind, self.ids.get(ident, ident))  # type: ignore[arg-type]
        return chosen[0]

    def choice(self, blank: Blank, text: str) -> str:
        """Return what was chosen, under the id that it has by now."""
        ids = self.ids if blank.scheme is None else {}
        known = {key: ids.get(key, key) for key in blank.choices}
        known |= {new: new for new in known.values()}
        key = text if text in known else text.strip()
        if key not in known:
            raise Refused("not-a-choice", key, nearest(key, known))
        if key in self.gone:
            raise Refused("left-out", key)
        return known[key]

    # --- ids ---------------------------------------------------------------------------------------

    def choose(self, new: str, chosen: str, number: int) -> None:
        """Remember the id chosen for what is new; refuse one that is another's."""
        if chosen in self.taken or chosen in self.ids.values():
            blank = next(b for b in self.drafts[number].blanks if b.kind == "id")
            self.refuse(blank.name(number), "taken", chosen)
        self.ids[new] = chosen

    def followed(self, fact: f.Fact) -> Any:
        """Return a fact with the ids that were chosen for the suggested ones."""
        changed: dict[str, Any] = {}
        for field in _NAMING:
            value = getattr(fact, field, None)
            if isinstance(value, tuple):
                changed[field] = tuple(self.ids.get(item, item) for item in value)
            elif isinstance(value, str):
                changed[field] = self.ids.get(value, value)
            elif isinstance(value, About):
                ids = value.id.split("+") if value.kind == "party" else [value.id]
                changed[field] = About(value.kind, "+".join(self.ids.get(item, item) for item in ids))
        return attrs.evolve(fact, **changed) if changed else fact


def _changes_nothing(fact: Any) -> bool:
    """Tell whether a fact revises an agreement, of which nobody said anything new."""
    return isinstance(fact, f.AgreementRevised) and fact == f.AgreementRevised(fact.on, fact.agreement)


def _nothing(fact: Any, blank: Blank) -> Any:
    """Return what a field holds where nobody says anything: its default."""
    holder = type(value_at(fact, blank.path[:-1]))
    default = getattr(attrs.fields(holder), blank.field).default
    return () if blank.kind in ("parties", "choices") and default is not None else default


_NAMING: Final = ("party", "parties", "obliged", "owner", "successor", "predecessors", "about", "agreement")
"""The fields that name a party or an agreement."""


def brings(fact: f.Fact) -> str:
    """Return the id of the party or agreement that a fact brings in, or an empty text."""
    if isinstance(fact, f.PartyJoined):
        return fact.party.id
    return fact.agreement if isinstance(fact, f.AgreementDrafted) else ""


def named(fact: f.Fact) -> set[str]:
    """Return the ids of parties and agreements that a fact names, other than what it brings in."""
    found: set[str] = set()
    for field in _NAMING:
        value = getattr(fact, field, None)
        if isinstance(value, About):
            found.update(value.id.split("+"))
        elif isinstance(value, tuple):
            found.update(value)
        elif isinstance(value, str):
            found.add(value)
    return found - {brings(fact), ""}
