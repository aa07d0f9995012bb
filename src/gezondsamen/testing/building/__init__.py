"""Cases made by construction, with nothing drawn: canonical, ready for a step, lacking one rule, edited."""
