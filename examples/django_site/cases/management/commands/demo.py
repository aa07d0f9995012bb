"""Start the site with the examples in it, and two people who may do different things."""

from typing import Any

from django.contrib.auth.models import Group, Permission, User
from django.core.management import BaseCommand, call_command
from django.utils.crypto import get_random_string

from cases.store import DjangoStore
from gezondsamen.examples import ids, load
from gezondsamen.store import CaseExists

GROUPS = {"adviser": ("view_case", "change_case"), "director": ("view_case", "change_case", "waive_rule")}
"""What the members of each group may do, by the names that Django has for it."""


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--only-load", action="store_true", help="load, and do not start")

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("migrate", verbosity=0)
        store = DjangoStore()
        for ident in ids():
            try:
                store.create(load(ident).case)
            except CaseExists:
                continue
        for name, codes in GROUPS.items():
            group, _ = Group.objects.get_or_create(name=name)
            group.permissions.set(
                Permission.objects.filter(content_type__app_label="cases", codename__in=codes)
            )
            user, _ = User.objects.get_or_create(username=name, is_staff=True)
            password = get_random_string(12)
            user.set_password(password)
            user.save()
            user.groups.add(group)
            self.stdout.write(f"{name}: {password}")
        if not options["only_load"]:
            call_command("runserver", "--noreload", "--insecure")
