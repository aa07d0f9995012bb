"""The store: nothing is lost, nobody overwrites anybody, lists tell what the cases tell."""
