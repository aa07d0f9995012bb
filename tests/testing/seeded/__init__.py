"""Faults put in by hand: which there are (`faults.toml`), how each is put in, and which law finds it."""
