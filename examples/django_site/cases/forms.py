"""Forms of Django made from the blanks of the library, which alone reads what is posted."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.html import format_html

import gezondsamen as gs
from cases.words import both, language
from gezondsamen.store import StaleVersion


class Box(forms.CheckboxInput):
    """A box that posts nothing, rather than not posting, where it is not ticked."""

    def render(self, name: str, *args: Any, **more: Any) -> str:
        box = super().render(name, *args, **more)
        return format_html('<input type="hidden" name="{}" value="">{}', name, box)


WRITTEN = {"confirm": Box(), "text": forms.Textarea({"rows": 3}), "date": forms.DateInput({"type": "date"})}
"""What is not chosen; any other kind is a line of text."""


def field_of(blank: dict[str, Any]) -> forms.Field:
    """Return the field for a blank; nothing is required of it here, for the library tells what is missing."""
    choices = [(choice["key"], choice["label"]) for choice in blank["choices"] or ()]
    if blank["kind"] in ("choices", "parties"):
        widget = forms.CheckboxSelectMultiple(choices=choices)
    elif blank["choices"] is not None:
        widget = forms.Select(choices=[("", "---------"), *choices])
    else:
        widget = WRITTEN.get(blank["kind"], forms.TextInput())
    label, more = blank["label"] + (" *" if blank["required"] else ""), blank["help"] or ""
    return forms.Field(label=label, help_text=more, initial=blank["value"], required=False, widget=widget)


class CaseForm(forms.Form):
    """What is done to a case as it was shown: refused where somebody else changed it since."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    facts: tuple[gs.Fact, ...] = ()

    def __init__(self, case: gs.Collaboration, posted: Any) -> None:
        super().__init__(posted, initial={"version": case.version})
        self.case = case

    def clean_version(self) -> None:
        read, now = self.cleaned_data["version"], self.case.version
        if read != now:
            self.add_error(None, StaleVersion.of(self.case.id, read, now).text(language()))


class UndoForm(CaseForm):
    """Why a step is taken back."""

    reason = forms.CharField(label=both("Reden", "Reason"), widget=forms.Textarea({"rows": 3}))


class DraftForm(CaseForm):
    """A form of the library, of which each draft can be left out; `facts` is what it told."""

    def __init__(self, case: gs.Collaboration, form: gs.Form, posted: Any) -> None:
        super().__init__(case, posted)
        self.form, self.groups = form, []
        for number, draft in enumerate(gs.to_dict(form, language())["drafts"]):
            fields = {blank["name"]: field_of(blank) for blank in draft["blanks"]}
            if str(number) not in fields:  # nothing in it is to be confirmed as a whole
                keep = both("Dit vastleggen", "Record this")
                box = forms.Field(label=keep, initial=True, required=False, widget=Box)
                fields = {str(number): box, **fields}
            self.fields |= fields
            self.groups.append((draft["text"], [self[name] for name in fields]))

    def clean(self) -> None:
        since, until = self.case.dossier.first_day, timezone.localdate()
        try:
            self.facts = self.form.read(self.data, since=since, until=until)
        except gs.FormError as wrong:
            for problem in wrong.problems:
                name = problem.name if problem.name in self.fields else None
                self.add_error(name, problem.text(language()))
        if not self.errors and not self.facts and "record" in self.data:
            self.add_error(None, both("Er is niets aangekruist.", "Nothing was ticked."))
