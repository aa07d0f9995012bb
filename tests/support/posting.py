"""Somebody at a browser: answers to a form, as texts by name, from nothing but its plain data."""

from __future__ import annotations

from datetime import date, timedelta

import gezondsamen as gs

Posted = dict[str, str | list[str]]


def dutch(day: date) -> str:
    """Return a day as people type it: 9-1-2024."""
    return f"{day.day}-{day.month}-{day.year}"


def posted(form: gs.Form, after: date, *, lang: str = "nl") -> Posted:
    """Return answers to everything that a form asks: own texts, own ids, and a day of its own for each item.

    Suggestions are taken for what is chosen; an agreement runs for four years.
    """
    answers: Posted = {}
    for number, item in enumerate(gs.to_dict(form, lang)["drafts"]):
        day = after + timedelta(days=number + 1)
        for blank in item["blanks"]:
            match blank["kind"], blank["path"]:
                case "confirm", _:
                    answer = "on"
                case "text" | "name" | "person", _:
                    answer = f"{blank['label']} {number}"
                case "id", _:
                    answer = f"{blank['suggestion']}-eigen"
                case "date", ["on"]:
                    answer = dutch(day)
                case "date", ["end"]:
                    answer = day.replace(year=day.year + 4).isoformat()
                case "date", ["until"]:
                    moved = date.fromisoformat(item["fact"]["on"]) - day
                    answer = (date.fromisoformat(blank["suggestion"]) - moved).isoformat()
                case _:
                    answer = blank["suggestion"] or ""
            answers[blank["name"]] = answer
    return answers
