"""How partners look back: factors that help or hinder, instruments to score them, and what scores say."""
