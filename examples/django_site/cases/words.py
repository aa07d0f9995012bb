"""What this site itself says, in Dutch and English; all else is said by the library and by Django."""

from django import template
from django.utils.functional import lazy
from django.utils.translation import get_language

from gezondsamen.language import language_of

register = template.Library()


def language() -> str:
    """Return the language of this request, as Django writes it: `nl`, `en-us`."""
    return get_language() or "nl"


@register.filter
def said(text: str) -> str:
    """Return the Dutch or the English half of a text, as in "stap|step"."""
    return text.split("|")[language_of(language()).code != "nl"]


both = lazy(lambda nl, en: said(f"{nl}|{en}"), str)
