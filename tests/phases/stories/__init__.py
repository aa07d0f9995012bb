"""Stories as they happen in practice, told with dates; each could once not be told, or was told wrongly."""
