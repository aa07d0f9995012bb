"""Start the site with the examples in it, and two people who may do different things."""

from contextlib import suppress
from typing import Any

from django.contrib.auth.hashers import make_password
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

    def handle(self, *args: Any, **more: Any) -> None:
        call_command("migrate", verbosity=0)
        for name, password in filled().items():
            self.stdout.write(f"{name}: {password}")
        call_command("runserver", "--noreload", "--insecure")


def filled() -> dict[str, str]:
    """Put the examples and the two people in the tables; return their new passwords."""
    for ident in ids():
        with suppress(CaseExists):
            DjangoStore().create(load(ident).case)
    passwords = {name: get_random_string(12) for name in GROUPS}
    for name, password in passwords.items():
        group, _ = Group.objects.get_or_create(name=name)
        group.permissions.set(Permission.objects.filter(codename__in=GROUPS[name]))
        known = {"is_staff": True, "password": make_password(password)}
        user, _ = User.objects.update_or_create(known, username=name)
        user.groups.add(group)
    return passwords
