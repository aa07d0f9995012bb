"""The page of all limits."""

from __future__ import annotations

from generation.markdown import both, code, page, process_link, rule_link, table, value_text
from generation.standing import PROCESSES, places
from gezondsamen.language import ENGLISH
from gezondsamen.process import conditions as c
from gezondsamen.prose.statuses import basis_text

_LIMITS = """\
The numbers and periods that a process may set otherwise, with `process.adapt(limits=...)`. One key has
one value in a process, however many rules and evaluation points share it. A whole number takes a whole
number, a period takes an `Every`. See [](../../how-to/adapt-a-process.md).
"""


def limits_page() -> str:
    """Return the page of all limits."""
    found: dict[str, c.Limit] = {}
    rules: dict[str, dict[str, None]] = {}
    points: dict[str, dict[str, None]] = {}
    for process in PROCESSES:
        found |= {key: limit for key, limit in process.limits.items() if key not in found}
        for place in places(process):
            for limit in c.limits_in(place.rule.conditions):
                rules.setdefault(limit.key, {})[rule_link(place.rule.code)] = None
        for point in process.evaluation_points:
            for limit in c.limits_in(point):
                text = f"{process_link(process, text=process.key)} {code(point.key)}"
                points.setdefault(limit.key, {})[text] = None
    rows = []
    for key, limit in sorted(found.items()):
        rows.append(
            (
                f"[{code(key)}]{{#limit-{key}}}",
                value_text(limit.value),
                both(limit.label),
                basis_text(limit.basis, ENGLISH),
                ", ".join(rules.get(key, ())),
                ", ".join(points.get(key, ())),
            )
        )
    head = ("key", "value", "what it bounds, *wat het begrenst*", "basis", "rules", "evaluation points")
    return page("Limits", _LIMITS, *table(head, rows), anchor="limits")
