"""The web application of the examples: over HTTP, and in a browser."""
