"""The dossier: parties, facts, the journal, and what is known from it."""
