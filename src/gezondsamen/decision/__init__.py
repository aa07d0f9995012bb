"""Decisions: may a step be taken, what is missing, what would help, how to say it."""
