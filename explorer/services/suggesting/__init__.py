"""Finds the dates that stand in a text, as historians write them, and drafts events of them."""
