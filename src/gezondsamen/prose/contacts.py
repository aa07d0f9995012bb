"""Contacts and evaluations in words: what they are called, with whom they are, and who must take part."""

from __future__ import annotations

from gezondsamen.process import conditions as c
from gezondsamen.prose.scene import Voice

_CONTACT_GROUPS = {"talk": ("persoonlijk contact", "personal contact")}
"""What contact is called when every kind of a group counts."""


def evaluation(kinds: tuple[str, ...], v: Voice) -> str:
    """Return what an evaluation of these kinds is called, with its article."""
    return v.language.an(v.terms("evaluation_kind", kinds) or v("evaluatie", "evaluation"))


def contact(kinds: tuple[str, ...], v: Voice) -> str:
    """Return what contact of these kinds is called: all kinds of a group have a name of their own."""
    known = v.scene.process.vocabulary.get("contact_kind", {})
    for group, words in _CONTACT_GROUPS.items():
        if kinds and {*kinds} == {key for key, term in known.items() if group in term.groups}:
            return v(*words)
    return v.terms("contact_kind", kinds) or v("contact", "contact")


def whom(kinds: tuple[str, ...], who: str, v: Voice) -> str:
    """Return with whom there is contact, or for whom a message or an event is."""
    known = v.scene.process.vocabulary.get("contact_kind", {})
    if all("talk" in known[kind].groups for kind in kinds if kind in known):
        return v(" met {who}", " with {who}", who=who)
    return v(" voor {who}", " for {who}", who=who)


def present(which: tuple[c.Parties, ...], v: Voice) -> str:
    """Return who must take part in a contact, as it follows the contact."""
    if not which:
        return ""
    who = v.listing([v.one(parties) for parties in which])
    if len(which) == 1:
        return v(" waaraan {who} meedoet", " in which {who} takes part", who=who)
    return v(" waaraan {who} meedoen", " in which {who} take part", who=who)
