"""A tour on a screen that can be read from the last row, and what the speaker sees meanwhile."""
