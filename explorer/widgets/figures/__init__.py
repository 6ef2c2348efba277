"""The window in which a table of figures becomes a series."""
