"""Forms: what would help as values, with every blank that a person fills in, and reading what is posted.

Keys only: labels and help of blanks stand in `prose`.
"""
