"""Repairing, kind by kind: from findings to drafts of facts; called by `drafts_for` alone."""
