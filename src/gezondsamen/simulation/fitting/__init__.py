"""From visits that were seen to a model with its uncertainty: observation, likelihood, curves, fit."""
