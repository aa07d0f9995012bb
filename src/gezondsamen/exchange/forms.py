"""Forms as plain data: what to record, with a name, a label and choices for each blank.

What a browser sends back is read by `Form.read`; a fact as plain data by `fact_of`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from gezondsamen.arguments import check, items
from gezondsamen.exchange.converter import TAG, converter
from gezondsamen.forms.blanks import CHOSEN, Blank
from gezondsamen.forms.drafts import Draft
from gezondsamen.forms.form import Form
from gezondsamen.forms.posted import Posted, flat, ticked
from gezondsamen.forms.problems import FormProblem
from gezondsamen.language import Language, language_of
from gezondsamen.periods import Every
from gezondsamen.prose.fields import blank_help, blank_label, kind_text
from gezondsamen.prose.remedies import draft_texts, with_new_parties
from gezondsamen.prose.scene import Scene, Voice

Plain = dict[str, Any]


def drafts_form(drafts: tuple[Draft, ...], v: Voice) -> list[Plain]:
    """Return drafts of a check, a watch or a plan as forms, in order."""
    scene = v.scene
    names = {party: scene.names.get(party, party) for party in scene.everyone}
    return form_items(Form.of(drafts, scene.process, names), v)


def form_voice(form: Form, say: Language) -> Voice:
    """Return the voice in which a form is told by itself."""
    return Voice(Scene(form.process, form.names), say)


def form_items(form: Form, v: Voice) -> list[Plain]:
    """Return each draft of a form: what it asks, the fact as far as it is known, and its blanks.

    Parties that drafts bring in have a name to be called by.
    """
    named = with_new_parties(v, form.drafts)
    c = converter(detailed=False)
    return [
        {
            "text": text,
            "fact": {TAG: type(draft.fact).__name__, **c.unstructure(draft.fact)},
            "follows": list(form.follows(number)),
            "blanks": [_blank(blank.name(number), blank, draft, named) for blank in draft.blanks],
        }
        for number, (draft, text) in enumerate(zip(form.drafts, form_texts(form, named), strict=True))
    ]


def filled_in(
    form: Form,
    lang: str,
    *,
    posted: Mapping[str, Any] | None = None,
    problems: Iterable[FormProblem] = (),
) -> list[Plain]:
    """Return the drafts of a form as `to_dict` does, with what stands in them: what a page shows.

    Each blank has in `shown` the texts that stand in it: those `posted`, however wrong, and without any
    what is likely. Days are written as `Form.read` reads them: 31-1-2024 in Dutch. Each blank, and each
    draft, has in `problems` what is wrong with it in words; `told` is whether a draft is not left out.

    Raises `InvalidArgument` for a language without texts.

    >>> import gezondsamen as gs
    >>> case = gs.Collaboration.start(gs.PPS, id="waterstad", on=date(2024, 1, 8))
    >>> form, typed = case.form(gs.PartyJoined, on=date(2024, 1, 9)), {"0.on": "gisteren"}
    >>> try:
    ...     form.read(typed)
    ... except gs.FormError as wrong:
    ...     [draft] = filled_in(form, "nl", posted=typed, problems=wrong.problems)
    >>> [(b["shown"], b["problems"]) for b in draft["blanks"] if b["name"] == "0.on"]
    [(['gisteren'], ['“gisteren” is geen dag. Schrijf een dag als 31-1-2024.'])]
    """
    say = language_of(lang)
    check("form", form, Form, "a form")
    wrongs = items("problems", problems, FormProblem, "problems of a form")
    found = form_items(form, form_voice(form, say))
    texts = None if posted is None else flat(posted)
    wrong: dict[str, list[str]] = {}
    for problem in wrongs:
        wrong.setdefault(problem.name, []).append(problem.text(lang))
    for number, item in enumerate(found):
        mark = None if texts is None else texts.get(str(number))
        item["told"] = mark is None or ticked(mark)
        item["problems"] = wrong.get(str(number), [])
        for blank in item["blanks"]:
            blank["shown"] = _shown(blank, texts, say)
            blank["problems"] = wrong.get(blank["name"], [])
    return found


def _shown(blank: Plain, posted: Posted | None, say: Language) -> list[str]:
    if posted is not None:
        return list(posted.get(blank["name"], ()))
    value = blank["value"]
    if value is None:
        return []
    if blank["kind"] == "date" and say.code == "nl":
        day = date.fromisoformat(value)
        return [f"{day.day}-{day.month}-{day.year}"]
    return list(value) if isinstance(value, list) else [str(value)]


def form_texts(form: Form, v: Voice) -> tuple[str, ...]:
    """Return what each draft of a form asks; for a kind of fact no more than that is known."""
    if form.general:
        return tuple(kind_text(type(draft.fact), v) for draft in form.drafts)
    return draft_texts(form.drafts, v)


def _blank(name: str, blank: Blank, draft: Draft, v: Voice) -> Plain:
    several = blank.kind in ("parties", "choices")
    shown = blank.suggestion if blank.preset else ()
    return {
        "name": name,
        "path": list(blank.path),
        "label": blank_label(blank, draft, v),
        "help": blank_help(blank, v),
        "kind": blank.kind,
        "required": blank.required,
        "value": list(shown) if several else next(iter(shown), None),
        "suggestion": list(blank.suggestion) if several else next(iter(blank.suggestion), None),
        "least": blank.least,
        "most": blank.most,
        "choices": choices(blank, v) if blank.choices or blank.kind in CHOSEN else None,
    }


def choices(blank: Blank, v: Voice) -> list[Plain]:
    """Return what can be chosen, most fitting first; `fits` tells which fit best."""
    fitting = blank.fitting or len(blank.choices)
    return [{**_choice(blank, key, v), "fits": n < fitting} for n, key in enumerate(blank.choices)]


def _choice(blank: Blank, key: str, v: Voice) -> Plain:
    match blank.kind:
        case "party" | "parties":
            label = v.name(key)
        case "subject":
            kind, _, ident = key.partition(":")
            label = v.name(ident) if kind == "party" else v.term(kind, ident)
        case "period":
            label = v.language.every(Every.parse(key))
        case _ if blank.field == "rule":
            label = f"{v.label(v.scene.process.requirements[key].name)} [{key}]"
        case _:
            term = v.scene.process.term(blank.scheme or "", key)
            if term is not None:
                definition = v.label(term.definition) if term.definition else None
                return {"key": key, "label": v.label(term.label), "definition": definition}
            label = key
    return {"key": key, "label": label, "definition": None}
