"""Django, set up once: each test finds the tables of the site with the examples, and leaves no trace."""

from __future__ import annotations

import os
from collections.abc import Iterator

import django
import pytest

os.environ["DJANGO_SETTINGS_MODULE"] = "cases.settings"
django.setup()

from cases.management.commands.demo import filled  # noqa: E402
from django.db import transaction  # noqa: E402
from django.test.utils import (  # noqa: E402
    setup_databases,
    setup_test_environment,
    teardown_databases,
    teardown_test_environment,
)


@pytest.fixture(scope="session")
def _tables() -> Iterator[None]:
    setup_test_environment()
    made = setup_databases(verbosity=0, interactive=False)
    filled()
    yield
    teardown_databases(made, verbosity=0)
    teardown_test_environment()


@pytest.fixture
def database(_tables: None) -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
