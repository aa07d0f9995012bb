"""Evaluations: their kinds, what they look at, and the decision they end in."""

from __future__ import annotations

from gezondsamen.catalogue._table import terms

EVALUATION_KINDS = terms(
    "evaluation_kind",
    ("periodic", "periodieke evaluatie", "periodic evaluation"),
    ("midterm", "tussenevaluatie", "mid-term evaluation"),
    ("final", "eindevaluatie", "final evaluation"),
    ("action_review", "terugblik op een actie", "review of an action"),
    ("compliance", "controle of afspraken zijn nagekomen", "check on compliance"),
    ("progress_talk", "voortgangsgesprek", "progress talk"),
    ("contact", "contactmoment", "contact moment"),
    ("follow_up", "opvolging", "follow-up"),
)
"""All kinds of evaluation."""

DECISIONS = terms(
    "decision",
    ("continue", "doorgaan", "continue"),
    ("adapt", "aanpassen", "adapt"),
    ("terminate", "beëindigen", "terminate"),
)
"""All decisions an evaluation can end in."""

ASPECTS = terms(
    "aspect",
    ("process", "proces", "process"),
    ("effect", "effect", "effect"),
)
"""All aspects an evaluation can look at."""
