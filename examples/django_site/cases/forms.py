"""Forms of Django made from the blanks of the library, which alone reads what is posted."""

from datetime import date
from typing import Any

from django import forms
from django.utils.html import format_html

import gezondsamen as gs
from cases.words import both, language
from gezondsamen.store import StaleVersion


class Box(forms.CheckboxInput):
    """A box that posts nothing, rather than not posting, where it is not ticked."""

    def render(self, name: str, *args: Any, **more: Any) -> str:
        box = super().render(name, *args, **more)
        return format_html('<input type="hidden" name="{}" value="">{}', name, box)


def field_of(blank: dict[str, Any]) -> forms.Field:
    """Return the field for a blank; nothing is required of it here, for the library tells what is missing."""
    choices = [(choice["key"], choice["label"]) for choice in blank["choices"] or ()]
    widget: forms.Widget
    match blank["kind"]:
        case "confirm":
            widget = Box()
        case "text":
            widget = forms.Textarea({"rows": 3})
        case "date":
            widget = forms.DateInput({"type": "date"})
        case "choice" | "party" | "agreement" | "subject" | "period":
            widget = forms.Select(choices=[("", "---------"), *choices])
        case "choices" | "parties":
            widget = forms.CheckboxSelectMultiple(choices=choices)
        case _:
            widget = forms.TextInput()
    label = f"{blank['label']} *" if blank["required"] else blank["label"]
    return forms.Field(
        label=label, help_text=blank["help"] or "", initial=blank["value"], required=False, widget=widget
    )


class CaseForm(forms.Form):
    """What is done to a case as it was shown: refused where somebody else changed it since."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, case: gs.Collaboration, data: Any = None) -> None:
        super().__init__(data, initial={"version": case.version})
        self.case = case

    def clean_version(self) -> int:
        version: int = self.cleaned_data["version"]
        if version != self.case.version:
            stale = StaleVersion.of(self.case.id, version, self.case.version)
            self.add_error(None, stale.text(language()))
        return version


class UndoForm(CaseForm):
    """Why a step is taken back."""

    reason = forms.CharField(label=both("Reden", "Reason"), widget=forms.Textarea({"rows": 3}))


class DraftForm(CaseForm):
    """A form of the library: each of its drafts can be left out; `facts` is what it told."""

    def __init__(self, case: gs.Collaboration, form: gs.Form, until: date, data: Any = None) -> None:
        super().__init__(case, data)
        self.form, self.until = form, until
        self.facts: tuple[gs.Fact, ...] = ()
        self.items = gs.to_dict(form, language())["drafts"]
        for number, item in enumerate(self.items):
            if all(blank["path"] for blank in item["blanks"]):
                label = both("Dit vastleggen", "Record this")
                self.fields[str(number)] = forms.Field(label=label, initial=True, required=False, widget=Box)
            for blank in item["blanks"]:
                self.fields[blank["name"]] = field_of(blank)

    def groups(self) -> list[tuple[str, list[forms.BoundField]]]:
        """Return each draft: what it asks, and its fields."""
        return [
            (item["text"], [self[name] for name in self.fields if name.partition(".")[0] == str(number)])
            for number, item in enumerate(self.items)
        ]

    def clean(self) -> None:
        try:
            self.facts = self.form.read(self.data, since=self.case.dossier.first_day, until=self.until)
        except gs.FormError as wrong:
            for problem in wrong.problems:
                name = problem.name if problem.name in self.fields else None
                self.add_error(name, problem.text(language()))
