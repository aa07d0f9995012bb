"""What this site itself says, in Dutch and English; all else is said by the library and by Django."""

from typing import Final

from django.conf import settings
from django.utils.functional import lazy
from django.utils.translation import get_language

from gezondsamen.language import language_of


def language() -> str:
    """Return the language of this request, as Django writes it: `nl`, `en-us`."""
    return get_language() or settings.LANGUAGE_CODE


def _said(nl: str, en: str) -> str:
    return nl if language_of(language()).code == "nl" else en


both = lazy(_said, str)

WORDS: Final = {
    "steps": both("Stappen", "Steps"),
    "watched": both("Hoe het ervoor staat", "How it stands"),
    "journal": both("Wat er is vastgelegd", "What was recorded"),
    "record": both("Iets vastleggen", "Record something"),
    "record_only": both("Alleen vastleggen", "Record only"),
    "take": both("Vastleggen en de stap zetten", "Record, and take the step"),
    "undo": both("De laatste stap terugnemen", "Take the last step back"),
    "page": both("Pagina om te printen", "Page to print"),
    "day": both("Dag", "Day"),
    "about": both("Over welke partij", "About which party"),
    "show": both("Toon", "Show"),
    "wrong": both("Dit moet nog anders:", "This has to be put right:"),
    "kept": both("Het is vastgelegd.", "It has been recorded."),
}
"""What stands on its pages."""
