"""Figures about speed and size, measured as ratios in one run: `python -m benchmarks`.

Not part of the package and not a test: nothing here fails.
"""
