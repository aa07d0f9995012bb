"""The application, as Django names it."""

from django.apps import AppConfig

from cases.words import both


class Cases(AppConfig):
    name = "cases"
    verbose_name = both("Samenwerken", "Collaboration")
