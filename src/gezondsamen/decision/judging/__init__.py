"""Judging, kind by kind: one function for each kind of condition, called by `assess` alone."""
