"""How each edge is reached: groups of edits by construction, for a case at hand."""
