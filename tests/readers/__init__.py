"""Readers by others: what people's programs find in the files that we write.

Those that need a package manager or an environment of their own are scripts:
`python -m tests.readers.icaljs`, `python -m tests.readers.pm4py_logs`.
"""
