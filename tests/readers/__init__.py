"""Readers by others: what people's programs find in the files that we write.

Those that need a package manager of their own are scripts: `python -m tests.readers.icaljs`.
"""
