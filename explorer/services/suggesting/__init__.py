"""Finds the dates that stand in a text, as historians write them, and what could be an event of the timeline."""
