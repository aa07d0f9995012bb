"""Plots with matplotlib: kinds of plot, and the axes, colours and names that they share."""
