"""What a form asks for each kind of fact: always, or where the draft leaves it open.

One row per field. The day is always asked. What nobody has seen yet (a signature, a meeting, a stance,
an amount, a clause of a text) is never preset, and is confirmed or chosen by whoever fills in the form.
"""

from __future__ import annotations

from typing import Any, Final

import attrs

from gezondsamen.dossier import facts as f
from gezondsamen.forms.blanks import Blank
from gezondsamen.forms.drafts import Draft

_ON: Final = Blank(("on",), "date")
_CONFIRMED: Final = Blank((), "confirm", preset=False)
_PARTY: Final = Blank(("party",), "party")
_ABOUT: Final = Blank(("about",), "subject", required=False)
_PERSON: Final = Blank(("person",), "person", required=False)
_ROLE: Final = Blank(("role",), "choice", "role")
_AGREEMENT: Final = Blank(("agreement",), "agreement")
_CLAUSES: Final = Blank(("clauses",), "choices", "clause", required=False, preset=False)
_ASPECTS: Final = Blank(("aspects",), "choices", "aspect", required=False, preset=False)
_START: Final = Blank(("start",), "date", required=False)
_END: Final = Blank(("end",), "date", required=False)

OPEN: Final[dict[type[Any], tuple[Blank, ...]]] = {
    f.PartyJoined: (Blank(("party", "kind"), "choice", "party_kind"),),
    f.PartyLeft: (_PARTY,),
    f.PartySucceeded: (Blank(("successor",), "party"), Blank(("predecessors",), "parties")),
    f.PartyDivided: (Blank(("predecessor",), "party"), Blank(("successors",), "parties")),
    f.RoleAssigned: (_ROLE, attrs.evolve(_PARTY, required=False)),
    f.RoleEnded: (_ROLE, attrs.evolve(_PARTY, required=False)),
    f.Stated: (Blank(("topic",), "choice", "topic"), _ABOUT, Blank(("until",), "date", required=False)),
    f.Quantified: (Blank(("topic",), "choice", "topic"), _ABOUT),
    f.Consented: (_PARTY, Blank(("subject",), "choice", "subject")),
    f.Met: (Blank(("kind",), "choice", "contact_kind"), Blank(("parties",), "parties")),
    f.ContributionRecorded: (_PARTY, Blank(("status",), "choice", "contribution_status")),
    f.AgreementDrafted: (Blank(("kind",), "choice", "agreement_kind"), _CLAUSES),
    f.AgreementRevised: (
        _AGREEMENT,
        Blank(("parties",), "parties", required=False),
        Blank(("obliged",), "parties", required=False, preset=False),
        _CLAUSES,
    ),
    f.Signed: (_AGREEMENT, _PARTY),
    f.ActionAgreed: (),
    f.EvaluationPlanned: (
        Blank(("kind",), "choice", "evaluation_kind"),
        Blank(("every",), "period", required=False, preset=False),
        Blank(("due",), "date", required=False, preset=False),
        _ASPECTS,
    ),
    f.EvaluationHeld: (Blank(("kind",), "choice", "evaluation_kind"), _ASPECTS),
    f.WaiverGranted: (Blank(("rule",), "choice"), Blank(("until",), "date", required=False)),
}
"""What is asked where a draft leaves it open, and in a form for the kind of fact."""

ALWAYS: Final[dict[type[Any], tuple[Blank, ...]]] = {
    f.PartyJoined: (
        Blank(("party", "name"), "name"),
        Blank(("party", "id"), "id", required=False),
        Blank(("party", "sectors"), "choices", "sector", required=False),
    ),
    f.PartyLeft: (),
    f.PartySucceeded: (),
    f.PartyDivided: (),
    f.RoleAssigned: (_PERSON,),
    f.RoleEnded: (_PERSON,),
    f.Stated: (Blank(("text",), "text"),),
    f.Quantified: (Blank(("amount",), "number", preset=False),),
    f.Consented: (Blank(("stance",), "choice", "stance", preset=False),),
    f.Met: (),
    f.ContributionRecorded: (
        Blank(("kind",), "choice", "contribution_kind", preset=False),
        Blank(("amount",), "number", required=False, preset=False, least=0),
        Blank(("unit",), "text", required=False),
    ),
    f.AgreementDrafted: (
        Blank(("title",), "text"),
        Blank(("agreement",), "id", required=False),
        Blank(("form",), "choice", "agreement_form", required=False),
        Blank(("parties",), "parties"),
        Blank(("obliged",), "parties", required=False, preset=False),
        _START,
        _END,
    ),
    f.AgreementRevised: (_START, _END),
    f.Signed: (),
    f.ActionAgreed: (
        Blank(("text",), "text"),
        Blank(("action",), "id", required=False),
        Blank(("owner",), "party"),
        Blank(("sector",), "choice", "sector"),
        Blank(("due",), "date"),
    ),
    f.EvaluationPlanned: (),
    f.EvaluationHeld: (
        Blank(("decision",), "choice", "decision", required=False, preset=False),
        Blank(("evaluator",), "text", required=False),
    ),
    f.WaiverGranted: (Blank(("reason",), "text"), Blank(("approved_by",), "text")),
}
"""What is asked whatever the draft says."""

_WITNESSED: Final = (f.Met, f.Signed, f.EvaluationHeld)
"""What happened in the world, and is confirmed as a whole."""

_LISTED: Final = ("clauses", "aspects")
"""Lists of which each item is confirmed by itself."""


def asked(draft: Draft) -> tuple[Blank, ...]:
    """Return all blanks of a draft, in the order in which they are asked: lists to tick late, the day last.

    A blank that the draft has itself says what its rule needs, and goes before the row here.
    """
    kind = type(draft.fact)
    own = {blank.path: blank for blank in draft.blanks}
    rows = [_merged(own[row.path], row) for row in OPEN[kind] if row.path in own]
    rows += [_merged(own.get(row.path), row) for row in ALWAYS[kind]]
    rows.sort(key=lambda blank: (blank.kind == "date", blank.kind == "choices"))
    items = [blank for name in _LISTED if (name,) not in own for blank in _items(draft.fact, name)]
    whole = kind in _WITNESSED or not (items or any(map(_tells, rows)))
    return (*((_CONFIRMED,) if whole else ()), *rows, *items, _ON)


def _merged(own: Blank | None, row: Blank) -> Blank:
    """Return the row with what the rule of the draft needs."""
    if own is None:
        return row
    return attrs.evolve(
        row,
        required=row.required if row.kind == "id" else own.required,
        preset=row.preset and own.preset,
        choices=own.choices,
        fitting=own.fitting,
    )


def _items(fact: f.Fact, name: str) -> list[Blank]:
    scheme = "clause" if name == "clauses" else "aspect"
    keys: tuple[str, ...] = getattr(fact, name, ())
    return [Blank((name, key), "confirm", scheme, required=False, preset=False) for key in keys]


def _tells(blank: Blank) -> bool:
    """Tell whether nobody can send this blank without having said something."""
    return blank.required and (not blank.preset or blank.kind in ("text", "name"))
