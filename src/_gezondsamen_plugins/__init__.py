"""What hypothesis and pytest load at their start: nothing here imports gezondsamen by itself.

A package of its own, because whoever imports a module of gezondsamen imports its core.
"""
