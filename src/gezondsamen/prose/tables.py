"""Words of tables for spreadsheets: their names, and what stands in cells that say how something counts."""

from __future__ import annotations

from collections.abc import Iterable

from gezondsamen.language import Language

RULES = ("regels", "rules")
ROLES = ("rollen", "roles")
FACTORS = ("factoren", "factors")
COLLABORATIONS = ("samenwerkingen", "collaborations")
REQUIRES = ("vereist", "requires")
ADVISES = ("adviseert", "advises")
WATCHES = ("bewaakt", "watches")
HELPS = ("helpt", "helps")
HINDERS = ("belemmert", "hinders")
EVERYWHERE = ("overal", "everywhere")

RULE_HEADS = (("code", "code"), ("regel", "rule"), ("tekst", "text"), ("grond", "basis"))
IN_PROCESSES = ("processen", "processes")
PLACE_HEADS = (("fase", "phase"), ("stap", "step"), ("hoe", "how"))
SOURCE_HEADS = (("bron", "source"), ("adres", "address"), ("gelezen op", "read on"))

COLLABORATION_HEADS = (
    ("zaak", "case"),
    ("titel", "title"),
    ("proces", "process"),
    ("fase", "phase"),
    ("sinds", "since"),
    ("partijen", "parties"),
    ("overeenkomst tot", "agreement until"),
    ("niet op orde", "not in order"),
    ("evaluaties te laat", "evaluations overdue"),
    ("volgende op", "next on"),
    ("volgende evaluatie", "next evaluation"),
)

CHECKLIST_HEADS = (
    ("code", "code"),
    ("regel", "rule"),
    ("stand", "status"),
    ("wat ontbreekt", "what is missing"),
    ("wat u kunt doen", "what you can do"),
    ("bron", "source"),
)

ROLE_HEADS = (
    ("sleutel", "key"),
    ("rol", "role"),
    ("betekenis", "meaning"),
    ("meestal van", "usually held by"),
    ("speelt in", "plays in"),
)

FACTOR_HEADS = (
    ("code", "code"),
    ("soort", "kind"),
    ("factor", "factor"),
    ("telt in", "counts in"),
    ("regels", "rules"),
)


def heads(columns: Iterable[tuple[str, str]], say: Language) -> tuple[str, ...]:
    """Return the names of columns in a language."""
    return tuple(say(*column) for column in columns)
