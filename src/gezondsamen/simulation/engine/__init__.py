"""Trajectories computed: a model as arrays, cases cut into chunks, two kernels that return the same bytes."""
