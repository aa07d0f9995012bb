"""The admin: a list of cases; of each what holds, what is missing and its journal; forms that change it."""

from collections.abc import Callable
from datetime import date
from typing import Any, Final

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone

import gezondsamen as gs
from cases.forms import CaseForm, DraftForm, UndoForm
from cases.models import Case
from cases.store import DjangoStore
from cases.words import WORDS, both, language
from gezondsamen.exchange import to_html

STORE: Final = DjangoStore()

KINDS: Final = {
    kind.__name__: kind
    for kind in (
        gs.PartyJoined,
        gs.PartyLeft,
        gs.RoleAssigned,
        gs.Stated,
        gs.Consented,
        gs.Met,
        gs.ContributionRecorded,
        gs.AgreementDrafted,
        gs.Signed,
        gs.ActionAgreed,
        gs.EvaluationPlanned,
        gs.EvaluationHeld,
        gs.WaiverGranted,
    )
}
"""What can be recorded outside a step."""


@admin.register(Case)
class CaseAdmin(admin.ModelAdmin):
    """Show cases, and change them only by what the library lets through."""

    list_display = ("title", "process_label", "phase_label", "due_on", "deadline_on", "version")
    list_filter = ("process", "phase")
    search_fields = ("title", "ident")
    ordering = ("deadline", "title")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False  # cases come from elsewhere: see the command `demo`

    def has_delete_permission(self, request: HttpRequest, obj: Case | None = None) -> bool:
        return False

    @admin.display(description=both("proces", "process"), ordering="process")
    def process_label(self, row: Case) -> str:
        return gs.PROCESSES[row.process].label.text(language())

    @admin.display(description=both("fase", "phase"), ordering="phase")
    def phase_label(self, row: Case) -> str:
        return gs.PROCESSES[row.process].phase(row.phase).label.text(language())

    @admin.display(description=both("iets te doen vanaf", "something to do from"), ordering="due")
    def due_on(self, row: Case) -> date | None:
        return row.due

    @admin.display(description=both("uiterlijk", "at the latest"), ordering="deadline")
    def deadline_on(self, row: Case) -> date | None:
        return row.deadline

    def get_urls(self) -> list[URLPattern]:
        own = [
            path(f"<int:pk>/{name}/", self.admin_site.admin_view(view), name=f"cases_case_{name}")
            for name, view in (
                ("step", self.step_view),
                ("fact", self.fact_view),
                ("undo", self.undo_view),
                ("page", self.page_view),
            )
        ]
        return [*own, *super().get_urls()]

    # --- what is shown -----------------------------------------------------------------------------------

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        row, case = self._opened(request, int(object_id))
        day, lang = _day(request), language()
        tracks = [
            {
                "name": track,
                "watch": gs.to_dict(case.monitor(on=day, track=track), lang),
                "options": gs.to_dict(case.options(on=day, track=track), lang),
                "undo": any(visit.trigger for visit in case.visits_of(track)),
            }
            for track in case.tracks
        ]
        kinds = {}
        for name, kind in KINDS.items():
            if kind is not gs.WaiverGranted or request.user.has_perm("cases.waive_rule"):
                (draft,) = gs.to_dict(case.form(kind, on=day), lang)["drafts"]
                kinds[name] = draft["text"]
        context = {"tracks": tracks, "kinds": kinds, "journal": case.timeline(lang)}
        return self._page(request, "case", row, case, **context)

    def page_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show the page of the library, as it is printed."""
        _, case = self._opened(request, pk)
        return HttpResponse(to_html(case, on=_day(request), lang=language(), track=request.GET.get("track")))

    # --- what is changed ---------------------------------------------------------------------------------

    def step_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show what a step asks, record what is filled in, and take the step."""
        row, case = self._opened(request, pk, change=True)
        asked = {name: request.GET.get(name) or None for name in ("track", "about")}
        trigger, day = request.GET.get("trigger", ""), _day(request)
        try:
            check = case.check(trigger, on=day, **asked)
        except gs.GezondsamenError as problem:
            raise Http404(problem.text(language())) from None
        form = DraftForm(case, check.form, timezone.localdate(), request.POST or None)

        def act(**author: Any) -> gs.Collaboration:
            if "record" in request.POST:
                return case.record(*self._facts(request, form), **author)
            return case.advance(trigger, *self._facts(request, form), on=day, **asked, **author)

        told = gs.to_dict(check, language())
        return self._change(request, row, case, form, act, heading=told["trigger"]["label"], check=told)

    def fact_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Record a fact of any kind."""
        row, case = self._opened(request, pk, change=True)
        kind = KINDS.get(request.GET.get("kind", ""))
        if kind is None:
            raise Http404
        given = {"approved_by": _author(request)} if kind is gs.WaiverGranted else {}
        asked = case.form(kind, on=_day(request), **given)
        form = DraftForm(case, asked, timezone.localdate(), request.POST or None)

        def act(**author: Any) -> gs.Collaboration:
            return case.record(*self._facts(request, form), **author)

        return self._change(request, row, case, form, act, heading=WORDS["record"])

    def undo_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Take the last step of a track back."""
        row, case = self._opened(request, pk, change=True)
        form = UndoForm(case, request.POST or None)

        def act(**author: Any) -> gs.Collaboration:
            return case.undo(request.GET.get("track"), reason=form.cleaned_data["reason"], **author)

        return self._change(request, row, case, form, act, heading=WORDS["undo"])

    def _change(
        self,
        request: HttpRequest,
        row: Case,
        case: gs.Collaboration,
        form: CaseForm,
        act: Callable[..., gs.Collaboration],
        **context: Any,
    ) -> HttpResponse:
        """Do what a form says and return to the case, or show the form with all that is wrong."""
        if request.method == "POST" and form.is_valid():
            try:
                after = act(by=_author(request), recorded_at=timezone.now())
                STORE.save(case, after)
            except gs.GezondsamenError as problem:
                form.add_error(None, problem.text(language()))
            else:
                self.log_change(request, row, f"{case.version + 1}-{after.version}")
                messages.success(request, WORDS["kept"])
                return HttpResponseRedirect(reverse("admin:cases_case_change", args=[row.pk]))
        return self._page(request, "change", row, case, form=form, **context)

    def _facts(self, request: HttpRequest, form: DraftForm) -> tuple[gs.Fact, ...]:
        """Return what a form told; a rule is waived only by who may."""
        waives = any(isinstance(fact, gs.WaiverGranted) for fact in form.facts)
        if waives and not request.user.has_perm("cases.waive_rule"):
            raise PermissionDenied
        return form.facts

    def _opened(
        self, request: HttpRequest, pk: int, *, change: bool = False
    ) -> tuple[Case, gs.Collaboration]:
        row = get_object_or_404(Case, pk=pk)
        may = self.has_change_permission if change else self.has_view_permission
        if not may(request, row):
            raise PermissionDenied
        return row, STORE.load(row.ident)

    def _page(
        self, request: HttpRequest, name: str, row: Case, case: gs.Collaboration, **context: Any
    ) -> TemplateResponse:
        shown = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": str(row),
            "row": row,
            "case": case,
            "day": _day(request),
            "may_change": self.has_change_permission(request, row),
            "words": WORDS,
        }
        return TemplateResponse(request, f"cases/{name}.html", shown | context)


def _author(request: HttpRequest) -> str:
    """Return the id under which a user is in a journal: no name."""
    return f"u-{request.user.pk}"


def _day(request: HttpRequest) -> date:
    """Return the day that is asked about, by default today."""
    asked = request.GET.get("on")
    try:
        return date.fromisoformat(asked) if asked else timezone.localdate()
    except ValueError:
        return timezone.localdate()
