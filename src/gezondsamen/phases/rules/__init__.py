"""The rules, one module per family; processes put them in the slots of their steps and phases."""
