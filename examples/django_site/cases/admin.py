"""The admin: a list of cases, the page of each, and one form for whatever changes it."""

from datetime import date
from functools import partial
from typing import Any, Final

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import F
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone

import gezondsamen as gs
from cases.forms import CaseForm, DraftForm, UndoForm
from cases.models import Case
from cases.store import DjangoStore
from cases.words import both, language
from gezondsamen.exchange.page import sections

STORE: Final = DjangoStore()


@admin.register(Case)
class CaseAdmin(admin.ModelAdmin):
    """Show cases, and change them only by what the library lets through."""

    list_display = ("title", "process", "place", "due", "deadline")
    list_filter = ("process",)
    search_fields = ("title", "ident")
    ordering = (F("deadline").asc(nulls_last=True), "title")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False  # cases come in by the command `demo`

    def has_delete_permission(self, request: HttpRequest, obj: Case | None = None) -> bool:
        return False

    @admin.display(description=both("fase", "phase"))
    def place(self, row: Case) -> str:
        return gs.PROCESSES[row.process].phase(row.phase).label.text(language())

    def get_urls(self) -> list[URLPattern]:
        act = self.admin_site.admin_view(self.act_view)
        return [path("<int:pk>/act/", act, name="cases_case_act"), *super().get_urls()]

    def change_view(self, request: HttpRequest, object_id: str, *_: Any, **more: Any) -> HttpResponse:
        """Show the case, with what can be done."""
        row, case, at = self._opened(request, object_id, self.has_view_permission)
        plain = {"options": case.options(**at), "forms": case.forms(**at)}
        shown = {"parts": sections(case, lang=language(), **at), **gs.to_dict(plain, language())}
        return self._page(request, "case", row, case=case, at=at, **shown)

    def act_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show the form for a step, a fact or undoing; do what it says, or show all that is wrong with it."""
        row, case, at = self._opened(request, pk, self.has_change_permission)
        try:
            form, act, check = _asked(request, case, at)
        except gs.GezondsamenError as problem:
            raise Http404(problem.text(language())) from None
        if form.is_bound and form.is_valid():
            waives = any(isinstance(fact, gs.WaiverGranted) for fact in form.facts)
            if waives and not request.user.has_perm("cases.waive_rule"):
                raise PermissionDenied
            try:
                STORE.save(case, act(*form.facts, by=_author(request), recorded_at=timezone.now()))
            except gs.GezondsamenError as problem:
                form.add_error(None, problem.text(language()))
            else:
                messages.success(request, both("Het is vastgelegd.", "It has been recorded."))
                return HttpResponseRedirect(reverse("admin:cases_case_change", args=[row.pk]))
        return self._page(request, "act", row, form=form, check=check, case=case, at=at)

    def _opened(self, request: HttpRequest, pk: Any, may: Any) -> tuple[Case, gs.Collaboration, Any]:
        """Return the row, the case, and the day and track asked about: by default today, and main."""
        row, asked = self.get_object(request, str(pk)), request.GET
        if row is None or not may(request, row):  # nobody learns from the difference
            raise PermissionDenied
        case, track = STORE.load(row.ident), asked.get("track") or "main"
        try:
            day = date.fromisoformat(asked["on"]) if "on" in asked else timezone.localdate()
        except ValueError:
            raise Http404 from None
        if not case.dossier.first_day <= day <= timezone.localdate() or track not in case.tracks:
            raise Http404
        return row, case, {"on": day, "track": track}

    def _page(self, request: HttpRequest, name: str, row: Case, **context: Any) -> TemplateResponse:
        may = self.has_change_permission(request, row)
        site = self.admin_site.each_context(request)
        shown = {**site, "opts": self.opts, "title": str(row), "row": row, "may_change": may}
        return TemplateResponse(request, f"cases/{name}.html", shown | context)


def _asked(request: HttpRequest, case: gs.Collaboration, at: Any) -> tuple[CaseForm, Any, Any]:
    """Return the form for what is asked, what it does, and the check where that is a step."""
    asked, posted = request.GET, request.POST or None
    if "trigger" in asked:
        step = {**at, "about": asked.get("about") or None}
        check = case.check(asked["trigger"], **step)
        act = partial(case.advance, check.trigger, **step) if "take" in request.POST else case.record
        return DraftForm(case, check.form, posted), act, gs.to_dict(check, language())
    if "kind" in asked:
        given = {"approved_by": _author(request)} if asked["kind"] == "WaiverGranted" else {}
        return DraftForm(case, case.form(asked["kind"], **(at | given)), posted), case.record, None
    undo = partial(case.undo, at["track"], reason=request.POST.get("reason"))
    return UndoForm(case, posted), undo, None


def _author(request: HttpRequest) -> str:
    """Return the id under which a user is in a journal: no name."""
    return f"u-{request.user.pk}"
