"""The words of drawn processes, and rules in these words."""

from __future__ import annotations

from typing import Final

from gezondsamen.arguments import check_number
from gezondsamen.citations import Basis, Citation, Work
from gezondsamen.errors import InvalidArgument, shown
from gezondsamen.labels import Label
from gezondsamen.process.conditions import Condition
from gezondsamen.process.requirements import Requirement
from gezondsamen.terms import Term


def label(text: str) -> Label:
    """Return the same text in both languages."""
    return Label(nl=text, en=text)


def _terms(scheme: str, *keys: str, **groups: str) -> tuple[Term, ...]:
    plain = tuple(Term(key, label(key), scheme) for key in keys)
    return (*plain, *(Term(key, label(key), scheme, (group,)) for key, group in groups.items()))


VOCABULARY: Final = (
    *_terms("topic", "aim", "plan", "budget"),
    *_terms("side", "public", "private"),
    *_terms("party_kind", office="public", shop="private"),
    *_terms("sector", "health", "sport"),
    *_terms("role", "chair", "scribe"),
    *_terms("subject", "deal"),
    *_terms("stance", "agrees", "objects"),
    *_terms("contact_kind", "call", "visit"),
    *_terms("contribution_kind", "money", "hours"),
    *_terms("contribution_status", "asked", "agreed"),
    *_terms("evaluation_kind", "review"),
    *_terms("decision", "go_on", "stop"),
    *_terms("agreement_kind", "contract"),
    *_terms("clause", "term", "costs"),
)
"""The terms of drawn processes: a minimal set in which every kind of condition can be met."""

CITED: Final = Citation(Work("own", "Own handbook"), heading="Chapter 1")


def requirement(number: int, *conditions: Condition) -> Requirement:
    """Return a rule of our own with these conditions: `OWN-01`, `OWN-02`, ...

    It is how the rules of a drawn process print. Raises `InvalidArgument` below 0 and above 999.

    >>> from gezondsamen.conditions import OnRecord
    >>> requirement(1, OnRecord("aim")).code
    'OWN-01'
    """
    check_number("number", number)
    if not 0 <= number < 1000:
        message = f"number takes a whole number from 0 to 999, not {shown(number)}"
        raise InvalidArgument("wrong-type", message, shown(number))
    code = f"OWN-{number:02}"
    return Requirement(
        code=code,
        name=label(f"eigen regel {number}"),
        text=label("Doe dit."),
        conditions=conditions,
        citation=CITED,
        basis=Basis.CHOICE,
    )
