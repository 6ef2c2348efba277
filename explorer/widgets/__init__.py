"""Pixels and input; no decisions."""
