"""The form for a kind of fact: everything is asked but what the host knows already."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import attrs

from gezondsamen.dossier import facts as f
from gezondsamen.dossier.parties import Party
from gezondsamen.errors import InvalidArgument, shown
from gezondsamen.forms.asked import OPEN
from gezondsamen.forms.blanks import CHOSEN
from gezondsamen.forms.drafts import Draft
from gezondsamen.forms.fitting import roles_for, unused_id
from gezondsamen.forms.form import Form
from gezondsamen.periods import Every
from gezondsamen.process.process import Process
from gezondsamen.terms import nearest


def known_kind(kind: object) -> type[Any]:
    """Return a kind of fact that is recorded, also where only its name is given; raises `InvalidArgument`."""
    known = {one.__name__: one for one in OPEN}
    name = kind if isinstance(kind, str) else kind.__name__ if isinstance(kind, type) else shown(kind)
    found = known.get(name)
    if found is None or (isinstance(kind, type) and kind is not found):
        message = f"{name} is no kind of fact that is recorded; these are: {', '.join(known)}."
        raise InvalidArgument("not-a-fact", message, name, nearest=nearest(name, known))
    return found


def of_each_kind(
    on: date, process: Process, names: Mapping[str, str], agreements: Mapping[str, str]
) -> dict[str, Form]:
    """Return the form for each kind of fact by its name, but those that lack what has to be chosen."""
    found = {}
    for kind in OPEN:
        try:
            form = of_kind(kind, on, process, names, agreements, {})
        except InvalidArgument:  # the process has no word for it
            continue
        blanks = (blank for draft in form.drafts for blank in draft.blanks if blank.required)
        if all(blank.choices or blank.kind not in CHOSEN for blank in blanks):
            found[kind.__name__] = form
    return found


def of_kind(
    kind: type[Any],
    on: date,
    process: Process,
    names: Mapping[str, str],
    agreements: Mapping[str, str],
    given: Mapping[str, Any],
) -> Form:
    """Return the form for a kind of fact: all is asked but what is given by the name of its field.

    Raises `InvalidArgument` for a field that it does not have, and where the process has no word for it.
    """
    fields = [field.name for field in attrs.fields(kind)]
    for name in given:
        if name not in fields:
            message = f"{kind.__name__} has no field {name!r}; it has {', '.join(fields)}."
            raise InvalidArgument("no-such-field", message, name, nearest=nearest(name, fields))
    rules = tuple(code for code, rule in process.requirements.items() if rule.waivable)
    blanks = [
        attrs.evolve(row, preset=False, choices=rules if row.field == "rule" else ())
        for row in OPEN[kind]
        if row.path[0] not in given
    ]
    fact = _unsaid(kind, on, process, (*names,), (*agreements,), given)
    form = Form.of([Draft(fact, tuple(blanks))], process, names, agreements)
    (draft,) = form.drafts
    asked = tuple(blank for blank in draft.blanks if not {*blank.path[:1]} & {*given})
    return attrs.evolve(form, drafts=(attrs.evolve(draft, blanks=asked),), general=True)


def _unsaid(
    kind: type[Any],
    on: date,
    process: Process,
    parties: tuple[str, ...],
    agreements: tuple[str, ...],
    given: Mapping[str, Any],
) -> Any:
    """Return a fact of a kind in which nothing is said yet: first words, and ids that nobody bears."""
    values: dict[str, Any] = {"on": on, **given}
    if kind is f.PartyJoined and "party" not in given:
        word = _first(process, "party_kind")
        values["party"] = Party(unused_id(word, parties), "", word)
    elif kind is f.AgreementDrafted:
        values.setdefault("agreement", unused_id("agreement", agreements))
    elif kind is f.ActionAgreed:
        values = {"action": unused_id("action", ()), "due": Every(months=3).after(on)} | values
    elif kind is f.EvaluationPlanned and not {"every", "due"} & set(given):
        values["due"] = Every(years=1).after(on)
    first = {"amount": 0, "predecessors": (), "successors": (), "agreement": next(iter(agreements), "")}
    first |= dict.fromkeys(("party", "owner", "successor", "predecessor"), next(iter(parties), ""))
    for field in attrs.fields(kind):
        if field.name not in values and field.default is attrs.NOTHING:
            scheme = field.metadata.get("scheme")
            values[field.name] = _first(process, scheme) if scheme else first.get(field.name, "")
    return kind(**values)


def _first(process: Process, scheme: str) -> str:
    """Return the first word of a scheme: of roles, one that plays in the process."""
    fit = roles_for(process, None)[0] if scheme == "role" else []
    for key in (*fit, *process.vocabulary.get(scheme, {})):
        return key
    raise InvalidArgument(
        "nothing-to-choose", f"process {process.key!r} has no {scheme.replace('_', ' ')} to choose.", scheme
    )
