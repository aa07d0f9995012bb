"""Tests of the applications in `examples` that show how a host keeps and changes cases."""
