"""What a researcher assumes: distributions, chances, effects; joined with a process, and checked."""
