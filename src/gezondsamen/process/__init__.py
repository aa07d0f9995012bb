"""Processes as values: phases, transitions, requirements, conditions, evaluation points."""
