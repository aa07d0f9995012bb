"""Trajectories in files: Arrow batches, folders of parts that can be resumed, event logs in XES."""
