"""The local heat plan of Waterstad: an invented town, and its own invented handbook."""
