"""JSON Schema of a form: for software that draws a form from a schema, with titles in one language.

No `$schema` is named: every keyword means the same in each draft from 7 on. What may stay empty is not
required, never null, so that no generator offers a second kind of answer. What such a form sends back,
an object per draft, is read by `Form.read`.
"""

from __future__ import annotations

from typing import Any

from gezondsamen.exchange.forms import choices, form_texts, form_voice
from gezondsamen.forms.blanks import Blank
from gezondsamen.forms.drafts import Draft
from gezondsamen.forms.form import Form
from gezondsamen.language import capitalised, language_of
from gezondsamen.prose.fields import blank_help, blank_label
from gezondsamen.prose.remedies import with_new_parties
from gezondsamen.prose.scene import Voice

Plain = dict[str, Any]


def form_schema(form: Form, lang: str) -> Plain:
    """Return the schema of what a form sends back: an object for each draft, by its number."""
    v = with_new_parties(form_voice(form, language_of(lang)), form.drafts)
    texts = form_texts(form, v)
    items = {str(n): _item(*pair, v) for n, pair in enumerate(zip(form.drafts, texts, strict=True))}
    return {"type": "object", "properties": items}


def _item(draft: Draft, text: str, v: Voice) -> Plain:
    blanks = {".".join(blank.path) or "confirmed": blank for blank in draft.blanks}
    return {
        "type": "object",
        "title": capitalised(text),
        "properties": {name: _property(blank, draft, v) for name, blank in blanks.items()},
        "required": [name for name, blank in blanks.items() if blank.required],
    }


def _property(blank: Blank, draft: Draft, v: Voice) -> Plain:
    about = {"title": capitalised(blank_label(blank, draft, v))}
    more = blank_help(blank, v)
    if more is not None:
        about["description"] = more
    several = blank.kind in ("parties", "choices")
    preset: Plain = {}
    if blank.preset and blank.suggestion:
        preset["default"] = list(blank.suggestion) if several else blank.suggestion[0]
    return {**about, **_answer(blank, v), **preset}


def _answer(blank: Blank, v: Voice) -> Plain:
    """Return what an answer is."""
    match blank.kind:
        case "confirm":
            return {"type": "boolean"}
        case "date":
            return {"type": "string", "format": "date"}
        case "number":
            bounds = {"minimum": blank.least, "maximum": blank.most}
            return {"type": "number"} | {key: value for key, value in bounds.items() if value is not None}
        case "choices" | "parties":
            return {"type": "array", "items": _chosen(blank, v), "uniqueItems": True}
        case "choice" | "party" | "agreement" | "subject" | "period":
            return _chosen(blank, v)
        case "text" | "name" | "person" | "id":
            return {"type": "string"} | ({"minLength": 1} if blank.required else {})


def _chosen(blank: Blank, v: Voice) -> Plain:
    """Return that an answer is one of the choices; where there are none, there is no answer."""
    titled = [{"const": choice["key"], "title": choice["label"]} for choice in choices(blank, v)]
    return {"type": "string", "oneOf": titled} if titled else {"type": "string", "not": {}}
