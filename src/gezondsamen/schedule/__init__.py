"""When: the days on which something falls due, from the anchors of a process."""
