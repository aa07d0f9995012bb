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
            "Nog geen {roles} bij: {who}.",
            "No {roles} yet at: {who}.",
            roles=roles,
            who=who,
        )
    by = ""
    if x.by is not None:
        by = v(" door {who}", " by {who}", who=v.one(x.by))
    if x.outsider:
        by += v(" door iemand van buiten de partijen", " by somebody outside the parties")
    what = who or roles
    if not what:
        return v("Nog geen rol vervuld{by}.", "No role has been filled yet{by}.", by=by)
    if what in v.language.nouns.there_by_office and not by:
        who = v.language.nouns.there_by_office[what]
        return v("Nog niet betrokken: {who}.", "Not involved yet: {who}.", who=who)
    if many:
        return v(
            "Deze rollen zijn nog niet vervuld{by}: {what}.",
            "These roles have not been filled yet{by}: {what}.",
            what=what,
            by=by,
        )
    return v(
        "Deze rol is nog niet vervuld{by}: {what}.",
        "This role has not been filled yet{by}: {what}.",
        what=what,
        by=by,
    )


def consent_of_all(x: c.ConsentOfAll, one: Finding, who: str, v: Voice) -> str:
    """Return who does not agree."""
    subject = v.term("subject", x.subject)
    if one.found is None and not x.since_entry:
        return v(
            "Nog geen instemming met “{subject}”: {who}.",
            "No consent yet to “{subject}”: {who}.",
            subject=subject,
            who=who,
        )
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
    words = {
        ("asked", False): (
            "Nog geen bijdrage gevraagd{other}: {who}.",
            "No contribution{other} has been asked yet: {who}.",
        ),
        ("asked", True): (
            "Nog niet gevraagd wat en hoeveel elk bijdraagt{other}: {who}.",
            "Not asked yet what and how much each contributes{other}: {who}.",
        ),
        ("agreed", False): (
            "Nog geen bijdrage afgesproken{other}: {who}.",
            "No contribution{other} has been agreed yet: {who}.",
        ),
        ("agreed", True): (
            "Nog niet afgesproken wat en hoeveel elk bijdraagt{other}: {who}.",
            "Not agreed yet what and how much each contributes{other}: {who}.",
        ),
    }[x.status, x.measured]
    return v(*words, other=other, who=who)
