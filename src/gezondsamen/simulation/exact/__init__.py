"""Answers without drawing: Markov renewal equations solved on a grid, for cases that are all alike."""
