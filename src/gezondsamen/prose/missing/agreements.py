"""What an agreement lacks."""

from __future__ import annotations

from gezondsamen.findings import Finding
from gezondsamen.process import conditions as c
from gezondsamen.prose.scene import Voice


def agreed(x: c.Agreed, found: list[Finding], who: str, v: Voice) -> str:
    """Return what an agreement lacks, or who has not signed."""
    about = found[0].about
    if about is None:
        kinds = f" ({v.terms('agreement_kind', x.kinds)})" if x.kinds else ""
        return v(
            "Er is nog geen overeenkomst op papier{kinds}.",
            "There is no agreement on paper yet{kinds}.",
            kinds=kinds,
        )
    if about.kind == "party":
        return v("Nog niet getekend: {who}.", "Not signed yet: {who}.", who=who)
    needs = {y.needed for y in found}
    if "principal" in needs:
        return v(
            "Er kan maar één hoofdovereenkomst zijn. Nu zijn er meer: {who}.",
            "There can be one principal agreement only. Now there are more: {who}.",
            who=who,
        )
    parts = []
    clauses = [str(y.needed) for y in found if y.needed in x.clauses]
    if clauses:
        names = v.terms("clause", clauses, word="and")
        parts.append(v("ontbreken afspraken over: {names}", "has no clauses yet on: {names}", names=names))
    if "party" in needs and x.with_ is not None:
        which = v.parties(x.with_)
        parts.append(v("doet nog geen {which} mee", "has no {which} in it yet", which=which))
    if "obliged" in needs:
        parts.append(v("heeft nog niemand een verplichting", "puts no party under an obligation yet"))
    return v("In overeenkomst {who} ", "Agreement {who} ", who=who) + v.listing(parts) + "."
