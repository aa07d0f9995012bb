"""What a simulation says: estimates, marks and moments of its cases, and a case as a real collaboration."""
