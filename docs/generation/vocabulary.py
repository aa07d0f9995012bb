"""The pages of the closed vocabularies: facts, and conditions."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Iterator
from typing import Any, get_args

import attrs

from generation.markdown import code, entry, page, rule_link, scheme_link, table
from generation.standing import by_code
from gezondsamen.dossier import facts
from gezondsamen.dossier.parties import About, Party
from gezondsamen.periods import Every
from gezondsamen.process import conditions as c

_FACTS = """\
Everything that can be recorded about a collaboration. Each fact has `on`, the day on which it happened.
Who entered it, for whom and when is in the `Entry`. Where a fact has a `track`, `None` means the whole
collaboration. `about` takes an `About`, a pair of kind and id, or the id of a party.

{class}`~gezondsamen.dossier.facts.TrackOpened`, {class}`~gezondsamen.dossier.facts.StepTaken` and
{class}`~gezondsamen.dossier.facts.Retracted` are made by `start` and `open`, by `advance`, and by `correct`;
the others are given to `record`.
"""

_CONDITIONS = """\
The closed vocabulary in which every rule is written, in `gezondsamen.process.conditions`. A bound is a number
or period, or a `Limit` that a process can set otherwise.

*Each* means each party that the step is about, or each selected one. Where something is asked of each and
nobody is there, that itself is a finding, unless the selection says `or_none`.
"""


def facts_page() -> str:
    """Return the page of facts."""
    lines = [_FACTS]
    for cls in get_args(facts.Fact):
        lines += _record(cls)
    lines += ["## What facts hold", ""]
    for cls in (Party, About, Every):
        lines += _record(cls, level=3)
    return page("Facts", *lines, anchor="facts")


def conditions_page() -> str:
    """Return the page of conditions."""
    lines = [_CONDITIONS]
    used = {
        cls: [
            rule_link(rule_code)
            for rule_code, found in by_code().items()
            if any(type(x) is cls for place in found for x in _all(place.rule.conditions))
        ]
        for cls in get_args(c.Condition)
    }
    for cls in get_args(c.Condition):
        lines += [*_record(cls), *entry("Used by", ", ".join(used[cls]))]
    lines += ["## Selections and bounds", ""]
    for cls in (c.Parties, c.Sectors, c.Limit, c.Same):
        lines += _record(cls, level=3)
    return page("Conditions", *lines, anchor="conditions")


def _all(conditions: Iterable[c.Condition]) -> Iterator[c.Condition]:
    for x in conditions:
        yield x
        if isinstance(x, c.AllOf | c.AnyOf):
            yield from _all(x.conditions)


def _record(cls: Any, *, level: int = 2) -> list[str]:
    text = (inspect.getdoc(cls) or "").split(">>>")[0].strip()
    rows = (
        (code(a.name), _type(a), _default(a))
        for a in attrs.fields(cls)
        if a.init and not (a.name == "on" and a.default is attrs.NOTHING and cls in get_args(facts.Fact))
    )
    return [f"{'#' * level} {cls.__name__}", "", text, "", *table(("field", "takes", "default"), rows)]


def _type(a: attrs.Attribute[Any]) -> str:
    kind = str(a.type).replace(" | None", "")
    scheme = a.metadata.get("scheme")
    if scheme:
        many = "several of " if kind.startswith("tuple") else ""
        return f"{many}{scheme_link(scheme)}"
    literal = re.fullmatch(r"Literal\[(.*)\]", kind)
    if literal:
        return " or ".join(code(choice.strip().strip("\"'")) for choice in literal.group(1).split(","))
    return code(kind.replace("|", "or"))


def _default(a: attrs.Attribute[Any]) -> str:
    if a.default is attrs.NOTHING:
        return "mandatory"
    if a.default in (None, (), ""):
        return ""
    return code(a.default)
