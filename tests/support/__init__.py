"""What tests build with: small parts, cases, journeys, strategies, and where the specification is left."""
