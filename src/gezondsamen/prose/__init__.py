"""What is said to people: sentences from findings, remedies and conditions. Nothing is judged here."""
