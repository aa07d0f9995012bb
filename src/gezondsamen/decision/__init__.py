"""Decisions: may a step be taken (`steps`), what is missing (`judge`), what would help (`repair`)."""
