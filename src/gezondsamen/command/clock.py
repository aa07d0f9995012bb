"""The clock of this machine: the command line alone reads it, where no day is given."""

from __future__ import annotations

from datetime import UTC, date, datetime


def moment() -> datetime:
    """Return this moment, in UTC."""
    return datetime.now(UTC)


def day() -> date:
    """Return the day that it is here."""
    return moment().astimezone().date()
