"""Random words by name, and how a word becomes a time. Knows no phases, cases or steps but by their names."""
