"""What is missing of parties: how many there are, in which roles, and what they agree to and bring in."""

from __future__ import annotations

from gezondsamen.findings import Finding
from gezondsamen.process import conditions as c
from gezondsamen.prose.asked import counted_text
from gezondsamen.prose.missing.phrases import count
from gezondsamen.prose.scene import Voice


def party_count(x: c.PartyCount, one: Finding, v: Voice) -> str:
    """Return how many parties, sectors or kinds are needed or allowed, and how many there are."""
    few, more = (counted_text(x, v, many=number) for number in (False, True))
    return count(one, x.at_least, x.at_most, (few, more), v)


def role_filled(x: c.RoleFilled, one: Finding, who: str, many: bool, v: Voice) -> str:
    """Return which role nobody has, or who has none."""
    roles = v.terms("role", str(one.needed).split("/")) if one.needed else ""
    if one.about is not None and one.about.kind == "party":
        if not roles:
            return v("Nog geen rol: {who}.", "No role yet: {who}.", who=who)
        return v(
            "Nog niemand in de rol van {roles}: {who}.", "Nobody yet as {roles}: {who}.", roles=roles, who=who
        )
    by = ""
    if x.by is not None:
        which = v.parties(x.by)
        by = v(" (door een {which})", " (by a {which})", which=which)
    if x.outsider:
        by += v(" (van buiten de partijen)", " (from outside the parties)")
    what = who or roles or v("een rol", "a role")
    if many:
        return v(
            "Deze rollen zijn nog niet vervuld: {what}{by}.",
            "These roles have not been filled yet: {what}{by}.",
            what=what,
            by=by,
        )
    return v(
        "Deze rol is nog niet vervuld: {what}{by}.",
        "This role has not been filled yet: {what}{by}.",
        what=what,
        by=by,
    )


def consent_of_all(x: c.ConsentOfAll, one: Finding, who: str, v: Voice) -> str:
    """Return who does not agree."""
    subject = v.term("subject", x.subject)
    if one.found is None:
        return v(
            "Nog geen instemming in deze ronde met “{subject}”: {who}.",
            "No consent yet in this round to “{subject}”: {who}.",
            subject=subject,
            who=who,
        )
    stance = v.term("stance", str(one.found))
    return v(
        "Nog geen instemming met “{subject}” (nu: {stance}): {who}.",
        "No consent yet to “{subject}” (now: {stance}): {who}.",
        subject=subject,
        stance=stance,
        who=who,
    )


def contributed(x: c.Contributed, who: str, v: Voice) -> str:
    """Return who brings in nothing that counts."""
    other = ""
    if x.other_than:
        kinds = v.terms("contribution_kind", x.other_than)
        other = v(", anders dan {kinds}", " other than {kinds}", kinds=kinds)
    much = v(", met hoeveel", ", with how much") if x.measured else ""
    nl, en = {
        "asked": (
            "Nog geen bijdrage gevraagd{other}{much}: {who}.",
            "No contribution{other} has been asked yet{much}: {who}.",
        ),
        "agreed": (
            "Nog geen bijdrage afgesproken{other}{much}: {who}.",
            "No contribution{other} has been agreed yet{much}: {who}.",
        ),
    }[x.status]
    return v(nl, en, other=other, much=much, who=who)
