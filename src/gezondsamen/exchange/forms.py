"""Forms: what to record, as plain data with a field for each blank. What comes back is read by `fact_of`."""

from __future__ import annotations

from typing import Any

from gezondsamen.dossier.facts import PartyJoined
from gezondsamen.drafts import Blank, Draft
from gezondsamen.exchange.converter import TAG, converter
from gezondsamen.prose.remedies import draft_text, with_new_parties
from gezondsamen.prose.scene import Voice
from gezondsamen.prose.statuses import FIELD
from gezondsamen.terms import Term

Plain = dict[str, Any]


def forms(drafts: tuple[Draft, ...], v: Voice) -> list[Plain]:
    """Return what to record as forms, in order; parties that they bring in have a name to be called by."""
    named = with_new_parties(v, drafts)
    return [form(draft, named) for draft in drafts]


def form(draft: Draft, v: Voice) -> Plain:
    """Return a fact to record as a form: what it asks, the fact as far as it is known, and its blanks."""
    c = converter(detailed=False)
    fact = {TAG: type(draft.fact).__name__, **c.unstructure(draft.fact)}
    values = fact["party"] if isinstance(draft.fact, PartyJoined) else fact
    return {
        "text": draft_text(draft, v),
        "fact": fact,
        "blanks": [_blank(blank, values.get(blank.field), v) for blank in draft.blanks],
    }


def _blank(blank: Blank, value: Any, v: Voice) -> Plain:
    choices = None
    if blank.scheme is not None:
        terms = v.scene.process.vocabulary.get(blank.scheme, {})
        choices = [_choice(term, v) for term in terms.values()]
    elif blank.kind in ("party", "parties"):
        choices = [{"key": ident, "label": name} for ident, name in v.scene.names.items()]
    return {
        "field": blank.field,
        "label": v(*FIELD[blank.field]),
        "kind": blank.kind,
        "value": value,
        "choices": choices,
    }


def _choice(term: Term, v: Voice) -> Plain:
    definition = v.label(term.definition) if term.definition else None
    return {"key": term.key, "label": v.label(term.label), "definition": definition}
